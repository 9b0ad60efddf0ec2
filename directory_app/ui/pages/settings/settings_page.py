"""Settings: how the window looks and speaks, what the guides say of the coalition, the people."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from directory_app import settings
from directory_app.progress import Progress
from directory_app.store import Store, os_keyring
from directory_app.store.filters import DUE_DAYS
from directory_app.tasks import last_directory, verifying
from directory_app.tasks.printing import GUIDE_URL, MISTAKE_CONTACT, SHEET_PRICE
from directory_app.ui.pages.page import Page
from directory_app.ui.plurals import count
from directory_app.ui.session import WORKS_HERE, Session
from directory_app.ui.widgets.base import Label, Line, Scroll
from directory_app.ui.widgets.buttons import Button, TickBox
from directory_app.ui.widgets.combo import Combo
from directory_app.ui.widgets.fields import Field, FieldRow, Stepper
from directory_app.ui.widgets.layouts import hbox, vbox
from directory_app.ui.widgets.tabs import Segments
from directory_app.ui.widgets.toolbar import Toolbar

#: After the last key it is counted; a while later it is kept.
_SOON, _KEEP = 120, 700
_CHECKING_WIDTH = 128
#: Longer than this nothing stays right; sooner than this nobody calls again.
_MOST_DUE, _MOST_AGAIN = 1825, 90


@dataclass(frozen=True, slots=True)
class _Found:
    due: int
    again: int
    told: "tuple[int, int, int]"


class CheckingSettings(QWidget):
    """Two steppers, each with a sentence that says what it means today. ``saved``, ``failed``."""

    saved = Signal()
    failed = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._told: tuple[int, int, int] | None = None
        self.due = Stepper("", 182, 1, _MOST_DUE)
        self.again = Stepper("", 3, 0, _MOST_AGAIN)
        self.due_row, self.again_row = (
            FieldRow("", field, above=True) for field in (self.due, self.again)
        )
        self.due_told, self.again_told = (
            Label("", "small", "ink-soft", wrap=True) for _ in range(2)
        )
        self._count_soon = QTimer(self, singleShot=True, interval=_SOON)
        self._keep_soon = QTimer(self, singleShot=True, interval=_KEEP)
        column = vbox(self, spacing=8)
        for row, told in ((self.due_row, self.due_told), (self.again_row, self.again_told)):
            row.field.setFixedWidth(_CHECKING_WIDTH)
            column.addWidget(row)
            column.addWidget(told)
        self._count_soon.timeout.connect(self._count)
        self._keep_soon.timeout.connect(self.keep)
        for field in (self.due, self.again):
            field.changed.connect(lambda _days: self._changed())
        self.due_row.set_label(self.tr("An entry is due after so many days unchecked"))
        self.again_row.set_label(self.tr("Who did not answer is called again after so many days"))
        self._tell()

    def reload(self) -> None:
        """Read what is kept, unless somebody is changing it."""
        if not self._keep_soon.isActive():
            self.session.ask(_read_checking, self._arrived, failed=self.failed.emit)

    def keep(self) -> None:
        """Keep both, if something was changed."""
        self._keep_soon.stop()
        due, again = self.due.value(), self.again.value()
        self.session.write(
            lambda store: _keep(store, due, again),
            lambda _done: self.saved.emit(),
            failed=self.failed.emit,
        )

    def _changed(self) -> None:
        self._count_soon.start()
        self._keep_soon.start()

    def _count(self) -> None:
        due, again = self.due.value(), self.again.value()

        def counted(told: tuple[int, int, int]) -> None:
            if (due, again) == (self.due.value(), self.again.value()):
                self._told = told
                self._tell()

        self.session.ask(lambda store: _meaning(store, due, again), counted)

    def _arrived(self, found: _Found) -> None:
        if not self._keep_soon.isActive():
            self.due.set_value(found.due)
            self.again.set_value(found.again)
            self._told = found.told
            self._tell()
        for field in (self.due, self.again):
            field.setEnabled(self.session.writable)

    def _tell(self) -> None:
        if self._told is None:
            return
        due, of, waiting = self._told
        told = count(
            due,
            self.tr("So one of {of} is due today."),
            self.tr("So {n} of {of} are due today."),
            of=str(of),
        )
        self.due_told.setText(told)
        self.again_told.setText(
            count(
                waiting,
                self.tr("So one waits today and is in no batch."),
                self.tr("So {n} wait today and are in no batch."),
            )
            if waiting
            else self.tr("So nobody waits today: all who did not answer may be called.")
        )


def _meaning(store: Store, due: int, again: int) -> tuple[int, int, int]:
    found = verifying.meaning(store, due, again)
    return found.due, found.of, found.waiting


def _read_checking(store: Store) -> _Found:
    due, again = verifying.due_days(store), verifying.again_days(store)
    return _Found(due, again, _meaning(store, due, again))


def _keep(store: Store, due: int, again: int) -> None:
    store.settings.set(DUE_DAYS, str(due))
    store.settings.set(verifying.AGAIN_DAYS, str(again))


_WIDTH = 480


class SettingsPage(Page):
    """``settings_changed``: the look or the language is another now."""

    settings_changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._kept: dict[str, str] = {}
        self.title = Label(self.tr("Settings"), "page-name")
        self.language = Segments([("system", "")], "", stretch=True)
        self.appearance = Segments([("system", "")], "", stretch=True)
        self.contact = FieldRow(self.tr("Whom to call about a mistake"), Field(""), above=True)
        self.guide = FieldRow(
            self.tr("Web address of the guide (for its QR code)"), Field(""), above=True
        )
        self.price = FieldRow(
            self.tr("What a printed sheet costs, in dollars (not printed)"), Field(""), above=True
        )
        self.person = FieldRow(self.tr("I am"), Combo(""), above=True)
        self.new_person = FieldRow(self.tr("Somebody new"), Field(""), above=True)
        self.add_person = Button(self.tr("Add"), "plain", icon="plus")
        self.checking = CheckingSettings(session)
        self.headings = [Label("", "heading") for _ in range(4)]
        self.hints = [Label("", "small", "ink-soft", wrap=True) for _ in range(3)]
        self.language_label = Label(self.tr("Language"), "small", "ink-soft")
        self.appearance_label = Label(self.tr("Appearance"), "small", "ink-soft")
        self.remember = TickBox(self.tr("Remember which directory was open"))
        self.remember_told = Label("", "small", "ink-soft", wrap=True)
        self._has_keyring = True
        self._lay_out()
        self._connect()
        self.setAccessibleName(self.tr("Settings"))
        texts = (
            *(self.tr("This laptop"), self.tr("On the guides"), self.tr("Who works here")),
            self.tr("Checking"),
        )
        for heading, text in zip(self.headings, texts, strict=True):
            heading.setText(text)
        self._tell_remembered()
        system = self.tr("As the computer")
        self.language.set_items(
            [("system", system), ("en", "English"), ("es", "Español")], self.tr("Language")
        )
        self.appearance.set_items(
            [("system", system), ("light", self.tr("Light")), ("dark", self.tr("Dark"))],
            self.tr("Appearance"),
        )
        self.add_person.setAccessibleName(self.tr("Add this person"))
        hints = (
            self.tr("These two are kept on this laptop, not in the directory."),
            self.tr("Printed at the foot of each guide; what is empty is left out."),
            self.tr(
                "Every change says who made it. With two people or more, a change is looked at "
                "by somebody else before it is approved."
            ),
        )
        for hint, text in zip(self.hints, hints, strict=True):
            hint.setText(text)

    def _lay_out(self) -> None:
        content = QWidget()
        inner = vbox(content, margins=(24, 20, 24, 32), spacing=8)
        parts: list[QWidget | int] = [
            self.headings[0], self.language_label, self.language,
            self.appearance_label, self.appearance, self.hints[0],
            self.remember, self.remember_told, 16,
            self.headings[1], self.contact, self.guide, self.hints[1], self.price, 16,
            self.headings[3], self.checking, 16,
            self.headings[2], self.person, self._new_row(), self.hints[2],
        ]  # fmt: skip
        for part in parts:
            if isinstance(part, int):
                inner.addSpacing(part)
                inner.addWidget(Line())
                inner.addSpacing(part)
            else:
                inner.addWidget(part)
        inner.addStretch()
        content.setMaximumWidth(_WIDTH + 48)
        vbox(self, Toolbar(self.title, left=24, bottom=0), (Scroll(content, "base"), 1))

    def _new_row(self) -> QWidget:
        holder = QWidget()
        hbox(
            holder,
            (self.new_person, 1),
            (self.add_person, 0, Qt.AlignmentFlag.AlignBottom),
            spacing=8,
        )
        return holder

    def _connect(self) -> None:
        self.language.chosen.connect(lambda key: self._prefer("language", key))
        self.appearance.chosen.connect(lambda key: self._prefer("appearance", key))
        for row, key in self._fields():
            field = row.field
            assert isinstance(field, Field)
            field.committed.connect(lambda text, key=key: self._keep(key, text.strip()))
        person = self.person.field
        assert isinstance(person, Combo)
        person.picked.connect(self._choose_person)
        self.remember.toggled.connect(self._remember)
        self.add_person.clicked.connect(self._add_person)
        self.checking.saved.connect(lambda: self.said.emit(self.tr("Saved"), "check", False))
        self.checking.failed.connect(self.went_wrong)
        name = self.new_person.field
        assert isinstance(name, Field)
        name.returnPressed.connect(self._add_person)

    def _fields(self) -> list[tuple[FieldRow, str]]:
        return [
            (self.contact, MISTAKE_CONTACT),
            (self.guide, GUIDE_URL),
            (self.price, SHEET_PRICE),
        ]

    # -- reading and keeping

    def open(self, argument: Any = None) -> None:
        """Show what is kept."""
        kept = settings.load()
        self.language.set_value(kept.language)
        self.appearance.set_value(kept.appearance)
        with QSignalBlocker(self.remember):
            self.remember.setChecked(kept.remember_directory)
        self._look_for_keyring()
        self.reload()

    def reload(self) -> None:
        """Read the directory's own settings."""
        self.session.ask(_read, self._arrived, failed=self.went_wrong.emit)
        self.checking.reload()

    def _arrived(self, found: tuple[dict[str, str], list[str], str]) -> None:
        values, names, person = found
        for row, key in self._fields():
            field = row.field
            assert isinstance(field, Field)
            if not field.is_changed():
                field.set_text(values[key])
        combo = self.person.field
        assert isinstance(combo, Combo)
        combo.set_items([(name, name) for name in names])
        combo.set_value(person)
        self.person.setVisible(bool(names))

    def _prefer(self, name: str, value: str | bool) -> None:
        kept = settings.load()
        setattr(kept, name, value)
        settings.save(kept)
        self.settings_changed.emit()

    def _choose_person(self, name: str) -> None:
        def work(store: Any) -> None:
            store.settings.set(WORKS_HERE, name)
            store.set_person(name)

        text = self.tr("From now on, you are %1").replace("%1", name)
        self.session.ask(
            work, lambda _done: self.said.emit(text, "check", False), failed=self.went_wrong.emit
        )

    # -- the directory that was open last

    def _look_for_keyring(self) -> None:
        def work(_progress: Progress) -> bool:
            return os_keyring.available()

        def known(there: bool) -> None:
            self.remember.setEnabled(there or self.remember.isChecked())
            self._has_keyring = there
            self._tell_remembered()

        self.session.runner.start(work, known, lane="keyring", quiet=True)

    def _tell_remembered(self) -> None:
        self.remember_told.setText(
            self.tr(
                "The keyring of this computer keeps it. Whoever is logged in here can see where "
                "the directory lies."
            )
            if self._has_keyring
            else self.tr("This computer has no keyring for it, so Puertas keeps it nowhere.")
        )

    def _remember(self, on: bool) -> None:
        if on == settings.load().remember_directory:
            return
        path = self.session.path

        def work(_progress: Progress) -> None:
            if on:
                last_directory.keep(path)
            else:
                last_directory.forget()

        def failed(error: Exception) -> None:
            with QSignalBlocker(self.remember):
                self.remember.setChecked(not on)
            self.went_wrong.emit(error)

        self.session.runner.start(
            work,
            lambda _done: self._prefer("remember_directory", on),
            failed=failed,
            lane="keyring",
        )

    def _keep(self, key: str, text: str) -> None:
        self.session.ask(
            lambda store: store.settings.set(key, text),
            lambda _done: self.said.emit(self.tr("Saved"), "check", False),
            failed=self.went_wrong.emit,
        )

    def _add_person(self) -> None:
        field = self.new_person.field
        assert isinstance(field, Field)
        name = field.text().strip()
        if not name:
            return
        field.set_text("")
        self.session.ask(
            lambda store: store.people.add(name),
            lambda _done: self.reload(),
            failed=self.went_wrong.emit,
        )

    def panes(self) -> list[QWidget]:
        """One."""
        return [self]


def _read(store: Any) -> tuple[dict[str, str], list[str], str]:
    keys = (MISTAKE_CONTACT, GUIDE_URL, SHEET_PRICE)
    values = {key: store.settings.get(key) for key in keys}
    return values, [one.name for one in store.people.all()], store.person
