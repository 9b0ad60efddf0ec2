"""Where: the address, how much of it may be shown, the way there, and the pin."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from directory_app.model.geo import Position
from directory_app.model.terms import AddressType, LocationVisibility
from directory_app.ui.jobs import JobRunner
from directory_app.ui.pages.directory.editor.home_question import HomeQuestion
from directory_app.ui.pages.directory.editor.section import Section, problem_of
from directory_app.ui.parts.doubt_line import DoubtLine, source_words
from directory_app.ui.parts.map_view import MapView
from directory_app.ui.widgets.combo import Combo
from directory_app.ui.widgets.fields import Field, FieldRow, TextArea


def _words(field: Field) -> str:
    return field.text().strip()


class _Town(QWidget):
    """Town, state and ZIP in one line."""

    def __init__(self) -> None:
        super().__init__()
        self.city, self.state, self.zip = Field(""), Field(""), Field("")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.city, 1)
        row.addWidget(self.state)
        row.addWidget(self.zip)
        self.state.setFixedWidth(46)
        self.zip.setFixedWidth(74)
        self.setFocusProxy(self.city)


class Where(Section):
    """The second section."""

    def __init__(self, runner: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pinned: Any = None
        self.address = self.bind("address_1", FieldRow("", Field("")))
        self.unit = self.bind("address_2", FieldRow("", Field("")))
        self.town = _Town()
        self.town_row = FieldRow("", self.town)
        self.column.addWidget(self.town_row)
        self._bind_town()
        self.map = MapView(runner)
        self.column.addWidget(self.map)
        self.doubt = DoubtLine()
        self.column.addWidget(self.doubt)
        combo = Combo("")
        combo.picked.connect(self._picked_kind)
        self.kind = self.bind("address_type", FieldRow("", combo))
        self.lives = HomeQuestion()
        self.lives.answered.connect(self._answered_home)
        self.column.addWidget(self.lives)
        self.visibility = self.bind("location_visibility", FieldRow("", Combo("")))
        self.way_en = self.bind("directions_en", FieldRow("", TextArea("", 2)))
        self.way_es = self.bind("directions_es", FieldRow("", TextArea("", 2)))
        self.checked = self.add_tick()
        self.retranslate()

    def _bind_town(self) -> None:
        for field, widget in (
            ("city", self.town.city),
            ("state_province", self.town.state),
            ("postal_code", self.town.zip),
        ):
            self.bind_value(field, partial(_words, widget), widget.set_text)
        self.town.zip.committed.connect(lambda _text: self.check("postal_code"))

    def retranslate(self) -> None:
        """Set the texts."""
        self.head.setText(self.tr("Where"))
        self.checked.setText(self.tr("checked today"))
        self.checked.setAccessibleName(self.tr("Where: checked today"))
        self.address.set_label(self.tr("Address"))
        self.unit.set_label(self.tr("Unit"))
        self.town_row.set_label(self.tr("Town"))
        self.town.city.setAccessibleName(self.tr("Town"))
        self.town.state.setAccessibleName(self.tr("State"))
        self.town.zip.setAccessibleName(self.tr("ZIP code"))
        self.kind.set_label(self.tr("Kind"))
        self.visibility.set_label(self.tr("Show"))
        self.way_en.set_label(self.tr("Way there"))
        self.way_es.set_label(self.tr("In Spanish"))
        if self._pinned is not None:
            self.map.set_words(self._source(self._pinned))
        kind, visibility = self.kind.field, self.visibility.field
        assert isinstance(kind, Combo)
        assert isinstance(visibility, Combo)
        kind.set_items(
            [
                (AddressType.PHYSICAL.value, self.tr("A place to visit")),
                (AddressType.MOBILE.value, self.tr("It moves (truck, stand)")),
                (AddressType.POSTAL.value, self.tr("Mail only")),
                (AddressType.HOME.value, self.tr("A home kitchen or shop")),
            ]
        )
        visibility.set_items(
            [
                (LocationVisibility.EXACT.value, self.tr("The whole address")),
                (LocationVisibility.STREET.value, self.tr("The street only")),
                (LocationVisibility.TOWN.value, self.tr("The town only")),
                (LocationVisibility.NONE.value, self.tr("Nothing")),
            ]
        )

    def load(self, dossier: Any) -> None:
        """Show a business."""
        if self.dossier is None or self.dossier.business.id != dossier.business.id:
            self.doubt.show_code("")
        super().load(dossier)
        self.show_pin(dossier.business)
        self._ask_home()

    def _ask_home(self) -> None:
        """Ask whether somebody lives there, where it looks like it and nobody has said."""
        from directory_app.model import homes

        typed = {field: read() for field, (read, _write) in self._bound.items()}
        values = self.dossier.business.model_dump() | typed
        self.lives.show_for(
            self.dossier.business.id, typed["address_1"], homes.looks_like_home(values)
        )

    def _answered_home(self, lives: bool) -> None:
        if lives:
            kind = self.kind.field
            assert isinstance(kind, Combo)
            kind.set_value(AddressType.HOME.value)
            self._picked_kind(AddressType.HOME.value)

    def _picked_kind(self, kind: str) -> None:
        """A home keeps its town only: what the store would blank goes from the fields, too."""
        from directory_app.model import homes

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
