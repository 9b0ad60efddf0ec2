"""Telling a person that something went wrong: what they can mend, and bugs.

What "Copy details" copies holds the kind of error and where in the program it happened, never
a value: messages of exceptions may quote a business. Of a UserError's sentence it has the words
that stand in the program, with {0} where something was put in.
"""

import sys
import traceback
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from directory_app import __version__
from directory_app.errors import UserError
from directory_app.progress import Cancelled
from directory_app.ui import clipboard, spoken
from directory_app.ui.widgets.base import Label
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.dialogs import Dialog
from directory_app.ui.widgets.layouts import STRETCH, hbox, vbox


def report_of(error: BaseException) -> str:
    """Kind, place and versions, of what it came from too, without any message or value."""
    system = f"Python {sys.version.split()[0]} {sys.platform}"
    return "\n".join([f"Puertas {__version__}, {system}", *_kind_and_places(error)])


def _kind_and_places(error: BaseException) -> list[str]:
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    words = spoken.template(error.message) if isinstance(error, UserError) else ""
    lines = [f"{type(error).__name__}: {words}" if words else type(error).__name__, *places]
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return lines if before is None else [*lines, "from", *_kind_and_places(before)]


def show_error(error: BaseException, parent: QWidget | None = None) -> None:
    """An alert for a UserError, a report for a bug, nothing for Cancelled."""
    if isinstance(error, Cancelled):
        return
    if isinstance(error, UserError):
        message, hint = spoken.message(error), spoken.hint(error)
        _open(Alert(message, hint, details=report_of(error), parent=parent))
        return
    sys.stderr.write(report_of(error) + "\n")
    title = QCoreApplication.translate("Alerts", "Puertas made a mistake")
    hint = QCoreApplication.translate(
        "Alerts",
        "What you had saved is safe. You can go on; if it happens again, send us the details. "
        "They say where in the program it happened and nothing about a business.",
    )
    _open(Alert(title, hint, details=report_of(error), parent=parent))


def tell(title: str, text: str, parent: QWidget | None = None) -> None:
    """Say something that a person should read before going on."""
    _open(Alert(title, text, parent=parent))


def ask(
    title: str, text: str, yes: str, *, danger: bool = False, parent: QWidget | None = None
) -> bool:
    """A question with Cancel; ``yes`` is the verb on the button."""
    alert = Alert(title, text, yes=yes, danger=danger, parent=parent)
    return alert.exec() == QDialog.DialogCode.Accepted


def _open(alert: "Alert") -> None:
    alert.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    alert.open()


class Alert(Dialog):
    """One sentence what is wrong, one what to do."""

    def __init__(
        self,
        title: str,
        text: str,
        *,
        details: str = "",
        yes: str = "",
        no: str = "",
        danger: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """``no``: what the other button says instead of Cancel; it has the keyboard then."""
        super().__init__(title, parent)
        self.setMinimumWidth(420)
        layout = vbox(self, Label(title, "heading", wrap=True), margins=(24, 24, 24, 16), spacing=8)
        if text:
            layout.addWidget(Label(text, "body", "ink-soft", wrap=True))
        layout.addSpacing(16)
        row, meant = self._buttons(details, yes, no, danger)
        layout.addLayout(row)
        meant.setFocus(Qt.FocusReason.OtherFocusReason)

    def _buttons(self, details: str, yes: str, no: str, danger: bool) -> tuple[QHBoxLayout, Button]:
        """The buttons, and the one that has the keyboard."""
        row = hbox(None, STRETCH, spacing=8)
        if details:
            copy = Button(self.tr("Copy details"), "flat")
            copy.clicked.connect(lambda: self._copied(copy, details))
            row.addWidget(copy)
        if yes:
            cancel = Button(no or self.tr("Cancel"), "primary" if no else "flat")
            cancel.clicked.connect(self.reject)
            row.addWidget(cancel)
        kind = "danger" if danger else "flat" if no else "primary"
        main = Button(yes or self.tr("OK"), kind)
        main.clicked.connect(self.accept)
        row.insertWidget(row.count() - bool(no), main)  # the one that is meant stands last
        return row, cancel if no else main

    def _copied(self, button: Button, details: str) -> None:
        clipboard.put(details)
        button.setText(self.tr("Copied"))
