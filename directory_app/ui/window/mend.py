"""A directory that does not open: what is wrong with it, and what can be done about that."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from directory_app import settings
from directory_app.errors import UserError
from directory_app.store import was_encrypted
from directory_app.store.backups import DAMAGED, listed
from directory_app.store.folder import Folder
from directory_app.store.was_encrypted import WasEncryptedError
from directory_app.ui import alerts, spoken
from directory_app.ui.widgets import dates
from directory_app.ui.widgets.base import Label, Pane, Scroll, Translated
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.doors import Mark
from directory_app.ui.widgets.layouts import STRETCH, hbox, vbox
from directory_app.ui.widgets.remark import Remark

if TYPE_CHECKING:
    from directory_app.store.backups import BackupFact

#: Sentences of which a backup is no cure: it is newer, or nobody may read it, or it is elsewhere.
_NOT_DAMAGE = ("newer version", "cannot be read", "not a Puertas", "busy", "another window")


def is_damage(error: UserError, path: Path) -> bool:
    """Whether a backup or a salvage may help: something of ours is there, and it is not sound."""
    folder = Folder(path)
    ours = path.is_dir() and (folder.database.exists() or any(folder.backups.glob("*")))
    return ours and not any(words in error.message for words in _NOT_DAMAGE)


class Mend(Translated, Pane):
    """``restore_wanted(Path)``, ``salvage_wanted``, ``other_wanted``, ``again_wanted``."""

    restore_wanted = Signal(object)
    salvage_wanted = Signal()
    other_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, path: Path, error: UserError, parent: QWidget | None = None) -> None:
        super().__init__("window", "", parent)
        self.path, self.error = path, error
        self.backups = _backups(path)
        self.title = Label(path.stem, "display", wrap=True)
        self.title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.said = Remark("warning-circle", "danger", " ", fill=True, style="heading")
        self.hint = Label("", "body", "ink-soft", wrap=True)
        self.kept = Label("", "body", "ink-soft", wrap=True)
        self.restore = Button("", "primary", icon="arrow-counter-clockwise", size="main")
        self.salvage = Button("", "plain", icon="floppy-disk")
        self.again = Button("", "plain")
        self.meant = Button("", "plain")
        self.meant.setVisible(isinstance(error, WasEncryptedError))
        self.other = Button("", "link", icon="folder-open")
        self._lay_out()
        self.restore.clicked.connect(self._restore)
        self.salvage.clicked.connect(self.salvage_wanted)
        self.again.clicked.connect(self.again_wanted)
        self.meant.clicked.connect(self._open_plain)
        self.other.clicked.connect(self.other_wanted)
        self.retranslate()

    def _lay_out(self) -> None:
        box = QWidget()
        box.setMaximumWidth(520)
        inner = vbox(box, spacing=8)
        deeds = hbox(None, self.salvage, self.meant, self.again, STRETCH, spacing=8)
        for widget in (self.said, self.hint, self.kept):
            inner.addWidget(widget)
        inner.addSpacing(8)
        inner.addWidget(self.restore)
        inner.addLayout(deeds)
        inner.addSpacing(8)
        inner.addWidget(self.other, 0, Qt.AlignmentFlag.AlignHCenter)
        content = QWidget()
        column = vbox(content, margins=(24, 24, 24, 24), spacing=None)
        column.addStretch(2)
        column.addWidget(Mark(64), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(12)
        column.addWidget(self.title)
        column.addSpacing(12)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(box, 4)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(3)
        vbox(self, Scroll(content, "window"))

    def retranslate(self) -> None:
        """Set the texts."""
        self.said.label.setText(spoken.message(self.error))
        self.hint.setText(spoken.hint(self.error))
        self.restore.setVisible(bool(self.backups))
        if self.backups:
            day = dates.long(self.backups[0].made.astimezone().date())
            text = self.tr("Restore the backup of %1…")
            self.restore.setText(text.replace("%1", day))
        self.salvage.setVisible(not isinstance(self.error, WasEncryptedError))
        self.kept.setText(
            self.tr("The folder is kept as it is until that has worked.")
            if self.backups
            else self.tr("There is no backup in it. If you have one elsewhere, restore that.")
        )
        self.salvage.setText(self.tr("Save what can be read…"))
        self.again.setText(self.tr("Try again"))
        self.meant.setText(self.tr("I did this myself…"))
        self.other.setText(self.tr("Open another directory"))

    def _open_plain(self) -> None:
        if alerts.ask(
            self.tr("Open a list that anybody can read?"),
            self.tr(
                "It was encrypted here before. If you did not take the passphrase away yourself, "
                "somebody else put this list in its place, and reads what you enter."
            ),
            self.tr("I did it, open it"),
            danger=True,
            parent=self.window(),
        ):
            was_encrypted.allow(self.path)
            self.again_wanted.emit()

    def _restore(self) -> None:
        self.restore_wanted.emit(self.backups[0].path)

    def focus_first(self) -> None:
        """On what helps most."""
        button = self.restore if self.backups else self.salvage
        button.setFocus(Qt.FocusReason.OtherFocusReason)


def _backups(path: Path) -> "list[BackupFact]":
    """What could be restored, the newest first; what was put aside as damaged is no help."""
    return [fact for fact in listed(Folder(path)) if fact.kind != DAMAGED]


class Elsewhere(Translated, Pane):
    """``other_wanted``; ``allowed``: somebody decided that on this laptop it may be so."""

    other_wanted = Signal()
    allowed = Signal()

    def __init__(self, path: Path, error: UserError, parent: QWidget | None = None) -> None:
        super().__init__("window", "", parent)
        self._error = error
        self.said = Remark("prohibit", "danger", " ", style="heading", fill=True)
        self.hint = Label("", "body", "ink-soft", wrap=True)
        self.where = Label(str(path), "small", "ink-soft", wrap=True)
        self.other = Button("", "primary", icon="folder-open", size="main")
        self.allow = Button("", "plain")
        box = QWidget()
        box.setMaximumWidth(520)
        vbox(box, self.said, self.where, self.hint, self.other, self.allow, spacing=10)
        content = QWidget()
        column = vbox(content, margins=(24, 24, 24, 24), spacing=None)
        column.addStretch(2)
        column.addWidget(Mark(64), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(16)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(box, 4)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(3)
        vbox(self, Scroll(content, "window"))
        self.other.clicked.connect(self.other_wanted)
        self.allow.clicked.connect(self._allow)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts."""
        self.said.label.setText(spoken.message(self._error))
        self.hint.setText(
            self.tr(
                "Such a folder keeps old versions and deleted files on other machines, where "
                "nobody can erase a business that withdrew. Move the directory into a folder of "
                "this laptop alone, then open it there."
            )
        )
        self.other.setText(self.tr("Open another directory"))
        self.allow.setText(self.tr("Allow it on this laptop all the same…"))

    def _allow(self) -> None:
        if alerts.ask(
            self.tr("Let the list leave this laptop?"),
            self.tr(
                "Whoever runs that service, and whoever gets at its machines, then has the list. "
                "It stays allowed until it is switched off in the settings file."
            ),
            self.tr("Allow it"),
            danger=True,
            parent=self.window(),
        ):
            kept = settings.load()
            kept.allow_synced_folders = True
            settings.save(kept)
            self.allowed.emit()

    def focus_first(self) -> None:
        """On the way out."""
        self.other.setFocus(Qt.FocusReason.OtherFocusReason)


class Busy(Pane):
    """The mark and what is going on."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__("window", "", parent)
        self.label = Label(text, "heading", wrap=True)
        self.label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = vbox(self, margins=(24, 24, 24, 24), spacing=16)
        column.addStretch(2)
        column.addWidget(Mark(64), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.label)
        column.addStretch(3)
