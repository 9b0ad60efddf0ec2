"""Out of the window: ask where, write, record; a private file only after its warning."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QUrl, Signal
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
from directory_app.ui.plurals import count
from directory_app.ui.session import Session
from directory_app.ui.widgets.base import Label
from directory_app.ui.widgets.buttons import Button, TickBox
from directory_app.ui.widgets.dialogs import Dialog
from directory_app.ui.widgets.layouts import STRETCH, hbox, vbox
from directory_app.ui.widgets.remark import Remark


class PrivateDialog(Dialog):
    """Accepted only once the promise is ticked."""

    def __init__(self, businesses: int, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        title = self.tr("This file holds what nobody said yes to")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setMinimumWidth(520)
        self.promise = TickBox(self.tr("It stays with our own people, and is deleted after"))
        self.save = Button(self.tr("Save the private file…"), "danger", icon="file-lock")
        self.save.setEnabled(False)
        self.cancel = Button(self.tr("Cancel"), "flat")
        self.promise.toggled.connect(self.save.setEnabled)
        self.save.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        self._lay_out(title, businesses)
        self.promise.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, title: str, businesses: int) -> None:
        one = self.tr("{n} business is in it, whatever its owner answered.")
        many = self.tr("{n} businesses are in it, whatever their owners answered.")
        column = vbox(
            self,
            Label(title, "heading", wrap=True),
            Label(count(businesses, one, many), "body", "ink-soft", wrap=True),
            margins=(24, 24, 24, 16),
            spacing=8,
        )
        for icon, point in self._points():
            column.addWidget(Remark(icon, "danger", point))
        column.addSpacing(8)
        column.addWidget(self.promise)
        column.addSpacing(12)
        row = hbox(None, STRETCH, self.cancel, self.save, spacing=8)
        column.addLayout(row)

    def _points(self) -> tuple[tuple[str, str], ...]:
        return (
            (
                "lock-simple",
                self.tr("The file is not encrypted: whoever has the laptop or stick reads it."),
            ),
            (
                "warning",
                self.tr("Anyone who reads it can find these people. Do not mail or upload it."),
            ),
            (
                "stack",
                self.tr("It is marked PRIVATE, numbered, and recorded among the print runs."),
            ),
        )


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
