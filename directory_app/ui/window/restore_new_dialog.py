"""A backup where no directory is: its name, its place and passphrase, and what follows from it."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from directory_app import paths
from directory_app.store.backups import is_encrypted
from directory_app.ui import file_dialogs
from directory_app.ui.parts.form_dialog import FormDialog
from directory_app.ui.widgets.base import Label
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.fields import Field, FieldRow
from directory_app.ui.window.lock import PassphraseField

SUFFIX = ".puertas"


@dataclass(frozen=True, slots=True)
class NewFromBackup:
    """What to make of which file. ``passphrase`` opens the backup; None where it is plain."""

    file: Path
    path: Path
    passphrase: str | None


class RestoreNewDialog(FormDialog):
    """``made(NewFromBackup)`` when all is filled in."""

    made = Signal(object)

    def __init__(self, file: Path, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.file, self.folder = file, paths.documents()
        self.setWindowTitle(self.tr("Restore a backup as a new directory"))
        self.setAccessibleName(self.windowTitle())
        self.title.setText(self.windowTitle())
        text = self.tr(
            "Use this where the directory itself is gone: a lost laptop, a new one. What was said "
            "after the backup is not in it, so nothing goes out until somebody has told who "
            "refused or withdrew since; Puertas asks for that next."
        )
        self.name = FieldRow(
            self.tr("Name"), Field(self.tr("Name"), self.tr("My directory")), above=True
        )
        self.where = Label("", "small", "ink-soft", elide=True)
        self.elsewhere = Button(self.tr("Another place…"), "link", size="small")
        secret = self.tr("The passphrase when it was made, or the recovery code")
        self.secret = FieldRow(secret, PassphraseField(secret), above=True)
        self.secret.setVisible(is_encrypted(file))
        place = QHBoxLayout()
        place.addWidget(self.where, 1)
        place.addWidget(self.elsewhere)
        self.column.addWidget(Label(file.name, "small", "ink-soft", elide=True))
        self.column.addWidget(Label(text, "body", "ink-soft", wrap=True))
        self.column.addWidget(self.name)
        self.column.addLayout(place)
        self.column.addWidget(self.secret)
        self.go.setText(self.tr("Restore it"))
        self.elsewhere.clicked.connect(self._choose_place)
        self._show_place()
        self.fit(520)
        self.name.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_place(self) -> None:
        title = self.tr("Where the directory is to lie")
        chosen = file_dialogs.open_folder(self, title, self.folder)
        if chosen is not None:
            self.folder = chosen
            self._show_place()

    def _show_place(self) -> None:
        self.where.setText(self.tr("In %1").replace("%1", str(self.folder)))

    def attempt(self) -> None:
        """Check the name."""
        assert isinstance(self.name.field, Field)
        assert isinstance(self.secret.field, PassphraseField)
        stem = self.name.field.text().strip().removesuffix(SUFFIX)
        path = self.folder / f"{stem}{SUFFIX}"
        bad = stem.startswith(".") or not stem or any(c in '/\\:*?"<>|' for c in stem)
        said = self.tr("Use letters, digits and spaces") if bad else ""
        self.name.say(self.tr("There is already one here") if not bad and path.exists() else said)
        secret = None if self.secret.isHidden() else self.secret.field.text()
        self.secret.say(self.tr("It is needed to go on") if secret == "" else "")
        if self.name.problem.text() or secret == "":
            return
        self.accept()
        self.made.emit(NewFromBackup(self.file, path, secret))
