"""A new directory: its name, its place, its passphrase twice; or plain, to be thrown away."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from directory_app import paths
from directory_app.store.passphrases import strength
from directory_app.ui import file_dialogs
from directory_app.ui.parts.new_passphrase import (
    LEAST_SCORE,
    SHORTEST,
    Meter,
    is_measure_ready,
    prepare_measure,
)
from directory_app.ui.widgets.base import Label, Scroll
from directory_app.ui.widgets.buttons import Button, TickBox
from directory_app.ui.widgets.dialogs import Dialog
from directory_app.ui.widgets.fields import Field, FieldRow
from directory_app.ui.widgets.layouts import STRETCH, hbox, vbox
from directory_app.ui.widgets.passphrase import PassphraseField

SUFFIX = ".puertas"


@dataclass(frozen=True, slots=True)
class NewDirectory:
    """What to make. ``passphrase`` None: plain."""

    path: Path
    passphrase: str | None
    person: str


class CreateDialog(Dialog):
    """``made(NewDirectory)`` when all is filled in."""

    made = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Start my directory"))
        self.setAccessibleName(self.windowTitle())
        self.setMinimumWidth(480)
        self.folder = paths.documents()
        self.name = FieldRow(
            self.tr("Name"), Field(self.tr("Name"), self.tr("My directory")), above=True
        )
        self.person = FieldRow(self.tr("Your name"), Field(self.tr("Your name")), above=True)
        self.first = FieldRow(
            self.tr("Passphrase"), PassphraseField(self.tr("Passphrase")), above=True
        )
        self.meter = Meter()
        self._soon = QTimer(self, singleShot=True, interval=80)
        self._soon.timeout.connect(self._measure)
        again = self.tr("The passphrase again")
        self.second = FieldRow(again, PassphraseField(again), above=True)
        for row in (self.name, self.person):  # all four as high as those with an eye
            row.field.setMinimumHeight(self.first.field.sizeHint().height())
        self.plain = TickBox(self.tr("No passphrase: a throw-away list to try things on"))
        self.plain.toggled.connect(self._plain_toggled)
        self._lay_out()

    def _lay_out(self) -> None:
        body = QWidget()
        column = vbox(
            body, self.name, self._where_row(), self.person, margins=(24, 4, 24, 8), spacing=12
        )
        hint = self.tr(
            "Four or more random words. Write them on paper and keep it apart from the laptop: "
            "without them nobody can open the list, not even you."
        )
        self.hint = Label(hint, "small", "ink-soft", wrap=True)
        for widget in (self.first, self.meter, self.second, self.hint, self.plain):
            column.addWidget(widget)
        column.addStretch()
        self._frame(body)
        self._order()
        first = self.first.field
        assert isinstance(first, PassphraseField)
        first.textChanged.connect(lambda _text: self._typed())
        for row in (self.name, self.first, self.second):
            # what was wrong is being put right; whether it is, is looked at when it is left
            field = row.field
            assert isinstance(field, Field)
            field.textChanged.connect(lambda _text, one=row: one.say(""))
        self.name.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _order(self) -> None:
        """From one passphrase to the other; the eyes come after both."""
        first, second = self.first.field, self.second.field
        assert isinstance(first, PassphraseField)
        assert isinstance(second, PassphraseField)
        for before, after in (
            (first, second),
            (second, first.eye),
            (first.eye, second.eye),
            (second.eye, self.plain),
        ):
            QWidget.setTabOrder(before, after)

    def _frame(self, body: QWidget) -> None:
        """The fields scroll between a head and a foot that stay, on a small screen."""
        title = Label(self.windowTitle(), "title")
        title.setContentsMargins(24, 24, 24, 8)
        whole = vbox(self, title, (Scroll(body, "window"), 1))
        buttons = self._buttons()
        buttons.setContentsMargins(24, 10, 24, 16)
        whole.addLayout(buttons)
        hint = body.sizeHint().height() + self.hint.heightForWidth(432)
        self.resize(480, hint + title.sizeHint().height() + 64)

    def _where_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._where = Label("", "small", "ink-soft", elide=True)
        self._show_where()
        change = Button(self.tr("Another folder…"), "link", size="small")
        change.clicked.connect(self._choose_folder)
        row.addWidget(self._where, 1)
        row.addWidget(change)
        return row

    def _buttons(self) -> QHBoxLayout:
        row = hbox(None, STRETCH, spacing=8)
        cancel = Button(self.tr("Cancel"), "flat")
        cancel.clicked.connect(self.reject)
        make = Button(self.tr("Create"), "primary")
        make.clicked.connect(self._make)
        self.main = make
        row.addWidget(cancel)
        row.addWidget(make)
        return row

    def _show_where(self) -> None:
        self._where.setText(self.tr("In the folder %1").replace("%1", str(self.folder)))

    def _choose_folder(self) -> None:
        chosen = file_dialogs.open_folder(self, self.tr("Folder"), self.folder)
        if chosen is not None:
            self.folder = chosen
            self._show_where()

    def _plain_toggled(self, plain: bool) -> None:
        for widget in (self.first, self.meter, self.second, self.hint):
            widget.setVisible(not plain)

    def _typed(self) -> None:
        prepare_measure()
        self._soon.start()

    def _measure(self) -> None:
        if not is_measure_ready():
            self._soon.start()
            return
        text = self._text(self.first)
        self.meter.show_strength(strength(text, self._hints()) if text else None)

    def _hints(self) -> tuple[str, ...]:
        """Words that a passphrase should not lean on."""
        return self._text(self.name), self._text(self.person)

    def path(self) -> Path:
        """Where it will be."""
        name = self._text(self.name).strip().removesuffix(SUFFIX)
        return self.folder / f"{name}{SUFFIX}"

    @staticmethod
    def _text(row: FieldRow) -> str:
        assert isinstance(row.field, Field)
        return row.field.text()

    def _problems(self) -> bool:
        name = self._text(self.name).strip()
        bad = not name or any(letter in '/\\:*?"<>|' for letter in name) or name.startswith(".")
        taken = not bad and self.path().exists()
        said = self.tr("Use letters, digits and spaces") if bad else ""
        self.name.say(self.tr("There is already one here") if taken else said)
        if self.plain.isChecked():
            return bad or taken
        first, second = self._text(self.first), self._text(self.second)
        short, differ = len(first) < SHORTEST, first != second
        weak = not short and strength(first, self._hints()).score < LEAST_SCORE
        said = self.tr("Too short: use four words") if short else ""
        self.first.say(self.tr("Too easily guessed: use random words") if weak else said)
        self.second.say(self.tr("The two are not the same") if differ and not short else "")
        return bad or taken or short or weak or differ

    def _make(self) -> None:
        if self._problems():
            return
        passphrase = None if self.plain.isChecked() else self._text(self.first)
        self.made.emit(NewDirectory(self.path(), passphrase, self._text(self.person).strip()))
        self.accept()
