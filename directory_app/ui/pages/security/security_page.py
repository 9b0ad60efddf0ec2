"""Security: what opens the directory, when it locks, and what may leave this laptop."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from directory_app import settings
from directory_app.progress import Progress
from directory_app.store import os_keyring
from directory_app.store.rekey import encrypt, rekey
from directory_app.ui.pages.page import FormPage
from directory_app.ui.pages.security import left_table, places_section, security_dialogs
from directory_app.ui.pages.security.left_table import LeftTable
from directory_app.ui.pages.security.places_section import PlacesSection
from directory_app.ui.session import ClosedWork, Session
from directory_app.ui.widgets import dates
from directory_app.ui.widgets.base import Label
from directory_app.ui.widgets.buttons import Button, TickBox
from directory_app.ui.widgets.fields import Stepper
from directory_app.ui.widgets.remark import Remark

if TYPE_CHECKING:
    from directory_app.store.rekey import Rekeyed
    from directory_app.store.store import Store
    from directory_app.ui.pages.security.security_dialogs import KeyOrder

PASSPHRASE, RECOVERY, KEYRING = "passphrase", "recovery", "keyring"


class SecurityPage(FormPage):
    """``settings_changed``: it locks after another time now."""

    settings_changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.dialog: QWidget | None = None
        self._slots: dict[str, str] = {}
        self._keyring_there = False
        if session.encrypted:
            self._lock_part()
            self._passphrase_part()
            self._recovery_part()
            self._keyring_part()
            self._key_part()
        else:
            self._plain_part()
        self._places_part()
        self.finish(self.tr("Security"))

    # -- parts

    def _lock_part(self) -> None:
        self.section(
            self.tr("Lock"),
            self.tr(
                "Without a key or the mouse for so long, and before the laptop sleeps, Puertas "
                "ends and begins again at the passphrase. What you were typing is there again."
            ),
        )
        self.minutes = Stepper("", 5, settings.LOCK_MINUTES[0], settings.LOCK_MINUTES[-1])
        self.minutes.setFixedWidth(120)
        self.minutes.setAccessibleName(self.tr("Minutes until it locks"))
        self.minutes.changed.connect(self._keep_minutes)
        self.row(self.minutes, Label(self.tr("minutes"), "body"))
        self.with_screen = self._tick(
            self.tr("Lock also when the screen of this computer locks"),
            "lock_with_screen",
        )
        self.vanish_key = self._tick(
            self.tr("Ctrl Shift L closes Puertas at once, and asks nothing"), "vanish_key"
        )
        self.hint(
            self.tr(
                "All its windows are gone, the clipboard is empty, and this computer’s keyring "
                "opens the directory no more: the passphrase does. What you were typing is kept "
                "where the disk takes it."
            )
        )

    def _tick(self, words: str, name: str) -> TickBox:
        """A tick for a yes or no of the preferences, by its name there."""
        box = TickBox(words)

        def keep() -> None:
            kept = settings.load()
            setattr(kept, name, box.isChecked())
            settings.save(kept)

        box.clicked.connect(keep)
        self.inner.addWidget(box)
        return box

    def _passphrase_part(self) -> None:
        self.section(self.tr("Passphrase"))
        self.passphrase_told = self._state()
        self.change = self.button(self.tr("Change the passphrase…"), "key")
        self.change.clicked.connect(lambda: self._open("ChangePassphrase"))
        self.row(self.change)

    def _recovery_part(self) -> None:
        self.section(
            self.tr("Recovery code"),
            self.tr("Forty letters on paper that open the directory when the passphrase is lost."),
        )
        self.recovery_told = self._state()
        self.recover = self.button(self.tr("Make a new one…"), "file-text")
        self.recover.clicked.connect(lambda: self._open("NewRecoveryCode"))
        self.row(self.recover)

    def _keyring_part(self) -> None:
        self.section(
            self.tr("This computer’s keyring"),
            self.tr(
                "It can open the directory with one click. Whoever has your unlocked laptop has "
                "the list."
            ),
        )
        self.keyring_told = self._state()
        self.use_keyring = self.button(self.tr("Let it open the directory…"))
        self.use_keyring.clicked.connect(lambda: self._open("UseKeyring"))
        self.forget_keyring = self.button(self.tr("Take it out again"))
        self.forget_keyring.clicked.connect(self._forget_keyring)
        self.row(self.use_keyring, self.forget_keyring)

    def _key_part(self) -> None:
        self.section(
            self.tr("A new key"),
            self.tr(
                "When somebody learned the passphrase, or may have copied this folder: then "
                "another passphrase alone does not help."
            ),
        )
        self.rekey = self.button(self.tr("Make a new key…"), "arrow-counter-clockwise")
        self.rekey.clicked.connect(lambda: self._open("NewKey"))
        self.row(self.rekey)

    def _plain_part(self) -> None:
        self.section(self.tr("Encryption"))
        told = self.tr(
            "This directory is not encrypted: whoever has the laptop, a backup or a stick "
            "with it has the list."
        )
        self.inner.addWidget(Remark("warning", "warn", told, fill=True))
        self.encrypt = self.button(self.tr("Encrypt it…"), "lock-simple", "primary")
        self.encrypt.clicked.connect(lambda: self._open("Encrypt"))
        self.row(self.encrypt)

    def _places_part(self) -> None:
        self.section(self.tr("Private places"))
        self.places = PlacesSection(self.session)
        self.inner.addWidget(self.places)
        self.section(
            self.tr("What left this laptop"),
            self.tr("What was sent for a business goes from this list with it."),
        )
        self.left = LeftTable(self.session.timezone)
        self.inner.addWidget(self.left)

    def _state(self) -> Remark:
        made = Remark("check-circle", "ok", " ", fill=True)
        self.inner.addWidget(made)
        return made

    # -- reading

    def open(self, argument: Any = None) -> None:
        """Show what is so."""
        if self.session.encrypted:
            kept = settings.load()
            self.minutes.set_value(kept.lock_minutes)
            self.with_screen.setChecked(kept.lock_with_screen)
            self.vanish_key.setChecked(kept.vanish_key)
        self.reload()

    def reload(self) -> None:
        """Read it again."""
        self.session.ask(_read, self._arrived, failed=self.went_wrong.emit)

    def _arrived(self, found: "tuple[dict[str, str], bool, dict[str, str], list[Any]]") -> None:
        self._slots, self._keyring_there, places, requests = found
        self.places.show_settings(places)
        self.left.show_requests(requests)
        if self.session.encrypted:
            self._tell()
        for button in self.findChildren(Button):
            button.setEnabled(button.isEnabled() and self.session.writable)

    def _tell(self) -> None:
        made = _day(self._slots.get(PASSPHRASE, ""))
        since = self.tr("In use since %1").replace("%1", made)
        self.passphrase_told.set_words(since if made else self.tr("In use"))
        self._tell_slot(
            self.recovery_told,
            RECOVERY,
            self.tr("There is one, from %1"),
            self.tr("There is none: if the passphrase is lost, so is the list"),
        )
        self._tell_slot(
            self.keyring_told,
            KEYRING,
            self.tr("It opens the directory since %1"),
            self.tr("It does not open the directory")
            if self._keyring_there
            else self.tr("This computer has none that keeps secrets"),
        )
        on = KEYRING in self._slots
        self.keyring_told.set_icon("warning" if on else "lock-simple", "warn" if on else "ok")
        self.use_keyring.setVisible(not on)
        self.use_keyring.setEnabled(self._keyring_there and self.session.writable)
        self.forget_keyring.setVisible(on)

    def _tell_slot(self, told: Remark, kind: str, there: str, none: str) -> None:
        made = self._slots.get(kind)
        if made is None:
            told.set_icon("warning", "warn")
            told.set_words(none)
        else:
            told.set_icon("check-circle", "ok")
            told.set_words(there.replace("%1", _day(made) or self.tr("some day")))

    # -- changing

    def _keep_minutes(self, minutes: int) -> None:
        kept = settings.load()
        kept.lock_minutes = minutes
        settings.save(kept)
        self.settings_changed.emit()

    def _open(self, name: str) -> None:
        dialog = getattr(security_dialogs, name)(self.session, self.window())
        self.dialog = dialog
        for signal, slot in (
            ("went_wrong", self.went_wrong.emit),
            ("changed", lambda: self._done(name)),
            ("wanted", self._encrypt if name == "Encrypt" else self._rekey),
        ):
            if hasattr(dialog, signal):
                getattr(dialog, signal).connect(slot)
        dialog.finished.connect(dialog.deleteLater)  # secrets go with its fields
        dialog.open()

    def _done(self, name: str) -> None:
        said = {
            "ChangePassphrase": self.tr("The passphrase is changed"),
            "NewRecoveryCode": self.tr("The new recovery code is in place"),
            "UseKeyring": self.tr("The keyring opens it from now on"),
        }[name]
        self.said.emit(said, "check", False)
        self.reload()

    def _forget_keyring(self) -> None:
        def forgotten(gone: bool) -> None:
            if gone:
                self.said.emit(self.tr("The keyring opens it no more"), "check", False)
            else:
                # backups from before may open by what is left there
                text = self.tr("It opens it no more. Delete “puertas” from the keyring yourself.")
                self.said.emit(text, "warning", False)
            self.reload()

        self.session.ask(
            lambda store: store.keys.forget_keyring(), forgotten, failed=self.went_wrong.emit
        )

    def _rekey(self, order: "KeyOrder") -> None:
        title, keep, drop = (
            self.tr("The directory has a new key"),
            self.tr("Backups from before open with the old passphrase."),
            self.tr("It was backed up anew."),
        )
        work = _rekeying(order)
        self.session.closed_work.emit(
            ClosedWork(
                self.tr("Writing the directory anew, with a new key"),
                work,
                lambda done: (title, _told(done, keep, drop)),
            )
        )

    def _encrypt(self, order: "KeyOrder") -> None:
        title, keep, drop = (
            self.tr("The directory is encrypted"),
            self.tr("Backups from before are still readable for everybody."),
            self.tr("It was backed up anew."),
        )
        self.session.closed_work.emit(
            ClosedWork(
                self.tr("Encrypting the directory"),
                _encrypting(order),
                lambda done: (title, _told(done, keep, drop)),
            )
        )


def _rekeying(order: "KeyOrder") -> Any:
    def work(path: Path, progress: Progress) -> "Rekeyed":
        return rekey(
            path,
            order.secret,
            new_passphrase=order.passphrase,
            code=order.code,
            drop_old_backups=order.drop_backups,
            progress=progress,
        )

    return work


def _encrypting(order: "KeyOrder") -> Any:
    def work(path: Path, progress: Progress) -> "Rekeyed":
        return encrypt(
            path,
            order.passphrase or "",
            code=order.code,
            keep_plain_backups=not order.drop_backups,
            progress=progress,
        )

    return work


def _told(done: "Rekeyed", keep: str, saved: str) -> str:
    parts = [done.trouble] if done.trouble else [saved]
    return " ".join(parts + ([keep] if done.old_backups else []))


def _read(store: "Store") -> tuple[dict[str, str], bool, dict[str, str], list[Any]]:
    slots = {fact.kind: fact.made for fact in store.keys.slots()}
    there = store.encrypted and os_keyring.available()
    return slots, there, places_section.read(store), left_table.read(store)


def _day(text: str) -> str:
    try:
        return dates.long(dt.date.fromisoformat(text[:10]))
    except ValueError:
        return ""
