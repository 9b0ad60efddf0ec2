"""Out of the window: ask where, write, record; a private file only after its warning."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QWidget

from directory_app.progress import Progress
from directory_app.store.filters import Filter
from directory_app.tasks import leaving
from directory_app.tasks.exporting import Exported, ExportOrder, export
from directory_app.tasks.private_export import (
    PrivateExported,
    PrivateOrder,
    export_private,
    private_path,
)
from directory_app.ui import file_dialogs
from directory_app.ui.pages.export import words
from directory_app.ui.pages.export.options_pane import ExportChoice, Part
from directory_app.ui.pages.export.private_dialog import PrivateDialog
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
        file_dialogs.ask_where(
            self._session,
            self._window,
            self.tr("Save the file"),
            kind_of(choice),
            lambda path: self._save_at(choice, path),
            filters=f"{words.title(choice.kind)} (*{ending(choice)})",
        )

    def _save_at(self, choice: ExportChoice, path: Path) -> None:
        marked = private_path(path, choice.format) if choice.is_private else path
        if marked == path or not marked.exists() or file_dialogs.may_replace(marked, self._window):
            self.save_to(choice, marked)

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


def kind_of(choice: ExportChoice) -> leaving.Kind:
    """What leaves."""
    name = f"private-{choice.format}" if choice.is_private else f"export-{choice.kind}"
    return leaving.KINDS[name]


def ending(choice: ExportChoice) -> str:
    """The ending of the file."""
    return kind_of(choice).endings[0]


def open_in_system(path: Path) -> None:
    """Open a file or a folder in the system's own program."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _wanted(part: Part) -> Filter | list[str]:
    if part is None:
        return Filter()
    return part if isinstance(part, Filter) else list(part)
