"""Out of the window: ask where, write, record; a private file only after its warning."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from directory_app import exporting
from directory_app.paths import documents
from directory_app.progress import Progress
from directory_app.store.filters import Filter
from directory_app.tasks.exporting import Exported, ExportOrder, export
from directory_app.tasks.private_export import (
    PrivateExported,
    PrivateOrder,
    export_private,
    private_path,
)
from directory_app.ui import alerts
from directory_app.ui.exports import words
from directory_app.ui.exports.options_pane import ExportChoice, Part
from directory_app.ui.exports.private_dialog import PrivateDialog
from directory_app.ui.session import Session


class Saving(QObject):
    """``busy(on)``: a file is being written. ``saved(Exported | PrivateExported)``; ``failed``."""

    busy = Signal(bool)
    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self.dialog: PrivateDialog | None = None

    def save(self, choice: ExportChoice, businesses: int) -> None:
        """Ask what has to be asked, then write."""
        if choice.is_private:
            self._warn(choice, businesses)
        else:
            self._ask_where(choice)

    def _warn(self, choice: ExportChoice, businesses: int) -> None:
        self.dialog = PrivateDialog(businesses, self._window.window())

        def ended(result: int) -> None:
            if result == QDialog.DialogCode.Accepted:
                self._ask_where(choice)

        self.dialog.finished.connect(ended)
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    def _ask_where(self, choice: ExportChoice) -> None:
        kind = f"{words.title(choice.kind)} (*{ending(choice)})"
        offered = documents() / self.file_name(choice)
        name, _kind = QFileDialog.getSaveFileName(
            self._window, self.tr("Save the file"), str(offered), kind
        )
        if not name:
            return
        path = Path(name)
        if path.suffix.lower() != ending(choice):
            path = path.with_name(f"{path.name}{ending(choice)}")
        if choice.is_private:
            path = private_path(path, choice.format)
        # the system asked about the name that was typed, not about the one that it became
        if str(path) == name or not path.exists() or self._may_replace(path):
            self.save_to(choice, path)

    def _may_replace(self, path: Path) -> bool:
        return alerts.ask(
            self.tr("There is a file of this name already"),
            path.name,
            self.tr("Replace it"),
            danger=True,
            parent=self._window,
        )

    def file_name(self, choice: ExportChoice) -> str:
        """A name for the file: the directory, the use and the day. Safe on every system."""
        plain = "".join(c if c.isalnum() else "-" for c in self._session.name).strip("-")[:60]
        day = self._session.today().isoformat()
        middle = "" if choice.is_private else f"-{choice.channel}"
        name = f"{plain}{middle}-{day}{ending(choice)}"
        return f"PRIVATE {name}" if choice.is_private else name

    def save_to(self, choice: ExportChoice, path: Path) -> None:
        """Write it and record the run. The warning of a private file is behind us."""

        def work(store: Any, progress: Progress) -> Exported | PrivateExported:
            if choice.is_private:
                order = PrivateOrder(path, choice.format, _wanted(choice.part))
                return export_private(store, order, progress)
            return export(
                store,
                ExportOrder(path, choice.kind, choice.channel, choice.languages, choice.part),
                progress,
            )

        self.busy.emit(True)
        self._session.write(
            work,
            self._done,
            failed=self._not_made,
            cancelled=lambda: self.busy.emit(False),
            text=self.tr("Writing the file"),
        )

    def _done(self, made: Exported | PrivateExported) -> None:
        self.busy.emit(False)
        self.saved.emit(made)

    def _not_made(self, error: Exception) -> None:
        self.busy.emit(False)
        self.failed.emit(error)


def ending(choice: ExportChoice) -> str:
    """The ending of the file."""
    return f".{choice.format}" if choice.is_private else exporting.known(choice.kind).ending


def open_in_system(path: Path) -> None:
    """Open a file or a folder in the system's own program."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _wanted(part: Part) -> Filter | list[str]:
    if part is None:
        return Filter()
    return part if isinstance(part, Filter) else list(part)
