"""Where: the address, how much of it may be shown, the way there, and the pin."""

from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from directory_app.model import fields, homes
from directory_app.model.geo import Position
from directory_app.model.homes import digest
from directory_app.model.terms import AddressType
from directory_app.ui.jobs import JobRunner
from directory_app.ui.pages.directory.editor.section import Section, problem_of
from directory_app.ui.parts import words
from directory_app.ui.parts.doubt_line import DoubtLine, source_words
from directory_app.ui.parts.map_view import MapView
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.combo import Combo
from directory_app.ui.widgets.fields import Field, FieldRow
from directory_app.ui.widgets.layouts import STRETCH, hbox, vbox
from directory_app.ui.widgets.remark import Remark


class HomeQuestion(QWidget):
    """``answered(bool)``. A no holds for the address: ``no_said(business, address)`` keeps it."""

    answered = Signal(bool)
    no_said = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._about = ("", "")
        self._said_no: dict[str, str] = {}
        self.told = Remark("warning", "warn", " ", style="small", fill=True)
        self.yes = Button(self.tr("Yes, it is a home"), "plain", size="small")
        self.no = Button(self.tr("No"), "link", size="small")
        deeds = hbox(None, self.yes, self.no, STRETCH, margins=(24, 0, 0, 0), spacing=10)
        vbox(self, self.told, deeds, margins=(0, 0, 0, 4), spacing=2)
        self.yes.clicked.connect(lambda: self._answer(True))
        self.no.clicked.connect(lambda: self._answer(False))
        self.hide()
        self.told.set_words(
            self.tr("Does somebody live here? Of a home we keep the town only, and no street.")
        )
        self.no.setAccessibleName(self.tr("No, nobody lives here"))

    def know(self, said_no: dict[str, str]) -> None:
        """Of whom it was said before: the digest of an address, by business."""
        self._said_no = said_no | self._said_no

    def show_for(self, business: str, address: str, looks: bool) -> None:
        """Ask about an address of a business if it looks like a home."""
        self._about = (business, address)
        self.setVisible(looks and self._said_no.get(business) != digest(address))

    def _answer(self, lives: bool) -> None:
        if not lives:
            self._said_no[self._about[0]] = digest(self._about[1])
            self.no_said.emit(*self._about)
        self.hide()
        self.answered.emit(lives)


def _words(field: Field) -> str:
    return field.text().strip()


class _Town(QWidget):
    """Town, state and ZIP in one line."""

    def __init__(self) -> None:
        super().__init__()
        self.city, self.state, self.zip = Field(""), Field(""), Field("")
        self.fields = {"city": self.city, "state_province": self.state, "postal_code": self.zip}
        hbox(self, (self.city, 1), self.state, self.zip, spacing=6)
        self.state.setFixedWidth(46)
        self.zip.setFixedWidth(74)
        self.setFocusProxy(self.city)


class Where(Section):
    """The second section."""

    def __init__(self, runner: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pinned: Any = None
        self.town = _Town()
        self.town_row = FieldRow("", self.town)
        self.map = MapView(runner)
        self.doubt = DoubtLine()
        self.lives = HomeQuestion()
        self.lives.answered.connect(self._answered_home)
        below: dict[str, tuple[QWidget, ...]] = {
            "city": (self.town_row, self.map, self.doubt),
            "address_type": (self.lives,),
        }
        for field in fields.in_section(fields.Section.WHERE):
            if field.name in self.town.fields:
                self._add_to_town(field.name)
            else:
                self.add(field.name)
            for widget in below.get(field.name, ()):
                self.column.addWidget(widget)
        self.address, self.unit = self.rows["address_1"], self.rows["address_2"]
        self._kind().picked.connect(self._picked_kind)
        self.checked = self.add_tick()
        self.head.setText(self.tr("Where"))
        self.checked.setText(self.tr("checked today"))
        self.checked.setAccessibleName(self.tr("Where: checked today"))
        self.say_rows()
        for name, widget in self.town.fields.items():
            widget.setAccessibleName(fields.label(name, words.spoken_language()))
        self.town_row.set_label(fields.label("city", words.spoken_language()))
        if self._pinned is not None:
            self.map.set_words(self._source(self._pinned))

    def _add_to_town(self, name: str) -> None:
        """Town, state and ZIP stand in one row, where the town has its place."""
        widget = self.town.fields[name]
        self.bind_value(name, partial(_words, widget), widget.set_text)
        if name == "postal_code":
            widget.committed.connect(lambda _text: self.check(name))

    def load(self, dossier: Any) -> None:
        """Show a business."""
        if self.dossier is None or self.dossier.business.id != dossier.business.id:
            self.doubt.show_code("")
        super().load(dossier)
        self.show_pin(dossier.business)
        self._ask_home()

    def _ask_home(self) -> None:
        """Ask whether somebody lives there, where it looks like it and nobody has said."""
        typed = {field: read() for field, (read, _write) in self._bound.items()}
        values = self.dossier.business.model_dump() | typed
        self.lives.show_for(
            self.dossier.business.id, typed["address_1"], homes.looks_like_home(values)
        )

    def _kind(self) -> Combo:
        combo = self.rows["address_type"].field
        assert isinstance(combo, Combo)
        return combo

    def _answered_home(self, lives: bool) -> None:
        if lives:
            self._kind().set_value(AddressType.HOME.value)
            self._picked_kind(AddressType.HOME.value)

    def _picked_kind(self, kind: str) -> None:
        """A home keeps its town only: what the store would blank goes from the fields, too."""
        self.lives.hide()
        if kind == AddressType.HOME:
            for field in homes.WORDS:
                self._bound[field][1]("")
        self.left.emit()

    def show_pin(self, business: Any) -> None:
        """Show where the pin is and what it is from."""
        self._pinned, position = business, None
        if business.latitude is not None and business.longitude is not None:
            position = Position(business.latitude, business.longitude)
        self.map.set_pin(position, business.precision, self._source(business))

    def _source(self, business: Any) -> str:
        if business.latitude is None:
            return self.tr("for this address") if business.address_1 else self.tr("no address yet")
        if business.precision == "manual" or business.pin_locked:
            return self.tr("set by a person")
        if business.precision in ("city", "zip"):
            return self.tr("the middle of it")
        return source_words(business.geocode_source)

    def check(self, field: str) -> bool:
        """The ZIP's problem stands under the whole line."""
        if field == "postal_code":
            said = problem_of(field, self.town.zip.text().strip())
            self.town_row.say(said)
            self.town.zip.set_problem(bool(said))
            return not said
        sound = super().check(field)
        if field in ("address_1", "address_2") and self.dossier is not None:
            self._ask_home()
        return sound
