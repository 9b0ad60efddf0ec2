"""Changing what opens a directory: the passphrase, a recovery code, the keyring, the key itself.

Each dialog emits what was chosen as plain values; secrets stay in fields and signals, and never
reach an argument, a setting or a file.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QWidget

from directory_app.errors import UserError
from directory_app.store import recovery
from directory_app.store.keys import WrongSecretError
from directory_app.tasks import leaving
from directory_app.ui import spoken, theme
from directory_app.ui.parts.form_dialog import FormDialog
from directory_app.ui.parts.new_passphrase import NewPassphrase
from directory_app.ui.parts.paper import printing
from directory_app.ui.session import Session
from directory_app.ui.widgets.base import Card, Label
from directory_app.ui.widgets.buttons import Button, TickBox
from directory_app.ui.widgets.fields import Field, FieldRow
from directory_app.ui.widgets.layouts import vbox
from directory_app.ui.widgets.passphrase import PassphraseField
from directory_app.ui.widgets.remark import Remark

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_IN_A_LINE = 4


class RecoveryFace(QWidget):
    """``proven(bool)``: the group that is asked for was typed. ``went_wrong(error)``."""

    proven = Signal(bool)
    went_wrong = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code = recovery.new_code()
        self._group = secrets.randbelow(recovery.GROUPS)
        self.label = Label(_in_lines(self.code), "title")
        self.label.setFont(theme.tabular(theme.font("title")))
        self.label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.label.setAccessibleName(self.tr("The recovery code: %1").replace("%1", self.code))
        self.label.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        card = Card()
        vbox(card, self.label, margins=(16, 16, 16, 16))
        self.print = Button(self.tr("Print it instead…"), "link", icon="printer")
        self.print.clicked.connect(self._choose_printer)
        asked = self.tr("To prove that you have it, type group %1")
        self.proof = FieldRow(asked.replace("%1", str(self._group + 1)), Field(""), above=True)
        column = vbox(self, spacing=10)
        for icon, text in self._texts():
            column.addWidget(Remark(icon, "ink-soft", text))
        column.addWidget(card)
        column.addWidget(self.proof)
        column.addWidget(self.print, 0, Qt.AlignmentFlag.AlignLeft)
        self.kept = Label(self._what_is_kept(), "small", "ink-soft", wrap=True)
        column.addWidget(self.kept)
        self._field().textChanged.connect(lambda _text: self.proven.emit(self.is_proven()))

    def _texts(self) -> list[tuple[str, str]]:
        return [
            (
                "key",
                self.tr(
                    "This code opens the directory without the passphrase. It is shown this once."
                ),
            ),
            (
                "pencil-simple-line",
                self.tr("Write it on paper, and keep the paper away from the laptop."),
            ),
        ]

    def _what_is_kept(self) -> str:
        return self.tr(
            "The print queue of this computer and the memory of many printers keep what they "
            "printed, often for weeks. What you write by hand is on your paper alone."
        )

    def _field(self) -> Field:
        assert isinstance(self.proof.field, Field)
        return self.proof.field

    def is_proven(self) -> bool:
        """Whether the group was typed right."""
        typed = self._field().text().strip().upper().translate(str.maketrans("OIL", "011"))
        return typed == self.code.split("-")[self._group]

    def prove(self) -> bool:
        """The same, and says so where it is not right."""
        right = self.is_proven()
        self.proof.say("" if right else self.tr("This is not that group of the code"))
        return right

    # -- on paper

    def _choose_printer(self) -> None:
        printer = printing.make_printer("sheet", "letter", 1, grey=False)
        printer.setDocName(leaving.job_name(leaving.KINDS["recovery-code"], None))
        if printing.ask_printer(printer, self):
            try:
                with printing.spooled_in_memory():
                    self.print_on(printer)
            except UserError as error:
                self.went_wrong.emit(error)

    def print_on(self, printer: "QPrinter") -> None:
        """Draw the code on one sheet: no file is made of it."""
        painter = QPainter()
        if not painter.begin(printer):
            raise UserError("The printer did not answer.", "Write the code down instead.")
        dots = printer.resolution() / 72
        page = QRectF(painter.viewport()).adjusted(36 * dots, 36 * dots, -36 * dots, -36 * dots)
        flags = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        font = QFont(self.label.font())
        font.setPointSizeF(20)
        painter.setFont(font)
        painter.drawText(page.adjusted(0, 60 * dots, 0, 0), flags, _in_lines(self.code))
        font.setPointSizeF(11)
        painter.setFont(font)
        text = self.tr("Recovery code. Keep it away from the laptop.")
        painter.drawText(page, flags | int(Qt.TextFlag.TextWordWrap), text)
        painter.end()


def _in_lines(code: str) -> str:
    groups = code.split("-")
    lines = [groups[at : at + _IN_A_LINE] for at in range(0, len(groups), _IN_A_LINE)]
    return "\n".join("  ".join(line) for line in lines)


class _Secret(FormDialog):
    """Asks for the passphrase first. ``went_wrong(error)`` for what no field can say."""

    went_wrong = Signal(object)
    changed = Signal()

    def __init__(self, session: Session, title: str, deed: str, parent: QWidget | None) -> None:
        super().__init__(title, deed, parent)
        self.session = session
        name = self.tr("The present passphrase, or the recovery code")
        self.secret = FieldRow(name, PassphraseField(name), above=True)
        self.column.addWidget(self.secret)
        self.secret.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def typed(self) -> str:
        """The secret; "" if none was typed, which is said."""
        field = self.secret.field
        assert isinstance(field, PassphraseField)
        self.secret.say("" if field.text() else self.tr("It is needed to go on"))
        return field.text()

    def set_busy(self, busy: bool) -> None:
        """While it is tried, which takes about a second."""
        self.go.setEnabled(not busy)
        self.cancel.setEnabled(not busy)

    def run(self, work: Callable[[Any], None]) -> None:
        """Do it in the store's thread; accepted when it is done."""
        self.set_busy(True)

        def finished(_nothing: None) -> None:
            self.changed.emit()
            self.accept()

        self.session.ask(work, finished, failed=self.refused)

    def refused(self, error: Exception) -> None:
        """A wrong passphrase is told under its field, anything else in an alert."""
        self.set_busy(False)
        if isinstance(error, WrongSecretError):
            self.secret.say(spoken.message(error))
            self.secret.field.setFocus(Qt.FocusReason.OtherFocusReason)
        elif isinstance(error, UserError):
            self.secret.say(spoken.whole(error))
        else:
            self.went_wrong.emit(error)


class ChangePassphrase(_Secret):
    """Another passphrase for the same key."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, _tr_title("passphrase"), "", parent)
        self.go.setText(self.tr("Change it"))
        self.new = NewPassphrase((session.name,))
        self.column.addWidget(self.new)
        text = self.tr(
            "Backups from before open with the old one. If somebody may have copied this folder, "
            "make a new key instead."
        )
        self.column.addWidget(Remark("info", "ink-soft", text, style="small", ink="ink-soft"))
        self.fit()

    def attempt(self) -> None:
        """Try it."""
        secret, new = self.typed(), self.new.text()
        if secret and self.new.is_sound():
            self.run(lambda store: store.keys.change_passphrase(secret, new))


class NewRecoveryCode(_Secret):
    """A code on paper that opens it where the passphrase is lost."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, _tr_title("recovery"), "", parent)
        self.go.setText(self.tr("I have written it down"))
        self.face = RecoveryFace()
        self.face.went_wrong.connect(self.went_wrong)
        self.column.addWidget(self.face)
        self.fit()

    def attempt(self) -> None:
        """Only a code that somebody has is put in place."""
        secret, code = self.typed(), self.face.code
        if self.face.prove() and secret:
            self.run(lambda store: store.keys.set_recovery_code(secret, code))


class UseKeyring(_Secret):
    """Let the system's keyring open it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, _tr_title("keyring"), "", parent)
        self.go.setText(self.tr("Let it open"))
        text = self.tr("Whoever has your unlocked laptop has the list.")
        self.column.insertWidget(0, Remark("warning", "warn", text, fill=True))
        self.fit()

    def attempt(self) -> None:
        """Try it."""
        secret = self.typed()
        if secret:
            self.run(lambda store: store.keys.use_keyring(secret))


@dataclass(frozen=True, slots=True)
class KeyOrder:
    """What a new key is to be made with. ``secret`` is "" for a plain directory."""

    secret: str
    passphrase: str | None
    code: str | None
    drop_backups: bool


class NewKey(_Secret):
    """``wanted(KeyOrder)``: a new key, with what opens it."""

    wanted = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, _tr_title("key"), "", parent)
        self.go.setText(self.tr("Make a new key"))
        text = self.tr(
            "After somebody learned the passphrase, or had a copy of this folder. The whole "
            "directory is written anew; that takes a while."
        )
        self.column.insertWidget(0, Label(text, "body", "ink-soft", wrap=True))
        self.change = TickBox(self.tr("A new passphrase, too"))
        self.change.setChecked(True)
        self.new = NewPassphrase((session.name,))
        self.with_code = TickBox(self.tr("A new recovery code (the one until now becomes void)"))
        self.face = RecoveryFace()
        self.face.hide()
        self.drop = TickBox(self.tr("Delete the backups that the old key opens"))
        for widget in (self.change, self.new, self.with_code, self.face, self.drop):
            self.column.addWidget(widget)
        self.change.toggled.connect(self.new.setVisible)
        self.with_code.toggled.connect(self.face.setVisible)
        self.fit()

    def attempt(self) -> None:
        """Check it all."""
        secret = self.typed()
        sound = not self.change.isChecked() or self.new.is_sound()
        proven = not self.with_code.isChecked() or self.face.prove()
        if secret and sound and proven:
            self.wanted.emit(
                KeyOrder(
                    secret,
                    self.new.text() if self.change.isChecked() else None,
                    self.face.code if self.with_code.isChecked() else None,
                    self.drop.isChecked(),
                )
            )
            self.accept()


class Encrypt(FormDialog):
    """``wanted(KeyOrder)``: encrypt a plain directory in place."""

    wanted = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(_tr_title("encrypt"), "", parent)
        self.go.setText(self.tr("Encrypt it"))
        self.new = NewPassphrase((session.name,))
        self.with_code = TickBox(self.tr("A recovery code, for when the passphrase is lost"))
        self.face = RecoveryFace()
        self.face.hide()
        self.drop = TickBox(self.tr("Delete the backups that anybody can read"))
        self.drop.setChecked(True)
        text = self.tr(
            "Copies elsewhere stay as they are: on sticks, in old backups of this computer, and "
            "maybe in unused parts of this disk."
        )
        for widget in (self.new, self.with_code, self.face, self.drop):
            self.column.addWidget(widget)
        self.column.addWidget(Remark("warning", "warn", text, style="small", ink="ink-soft"))
        self.with_code.toggled.connect(self.face.setVisible)
        self.new.field(self.new.first).setFocus(Qt.FocusReason.OtherFocusReason)
        self.fit()

    def attempt(self) -> None:
        """Check it all."""
        proven = not self.with_code.isChecked() or self.face.prove()
        if self.new.is_sound() and proven:
            code = self.face.code if self.with_code.isChecked() else None
            self.wanted.emit(KeyOrder("", self.new.text(), code, self.drop.isChecked()))
            self.accept()


def _tr_title(key: str) -> str:
    from PySide6.QtCore import QCoreApplication

    translate = QCoreApplication.translate
    return {
        "passphrase": translate("SecurityDialogs", "Change the passphrase"),
        "recovery": translate("SecurityDialogs", "A new recovery code"),
        "keyring": translate("SecurityDialogs", "Let this computer’s keyring open it"),
        "key": translate("SecurityDialogs", "Make a new key"),
        "encrypt": translate("SecurityDialogs", "Encrypt this directory"),
    }[key]
