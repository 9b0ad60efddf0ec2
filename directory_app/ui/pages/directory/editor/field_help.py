"""What to write in each field, in a line with an example, and who gets to see it."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from directory_app.ui import icons
from directory_app.ui.widgets.base import Label, Pane, Translated
from directory_app.ui.widgets.fields import FieldRow

_PRINTED, _INSIDE, _DECIDES = "printed", "inside", "decides"
_ICONS = {_PRINTED: "printer", _INSIDE: "lock-simple", _DECIDES: "eye"}


def help_for(field: str) -> tuple[str, str]:
    """(what to write, who sees it: a key of ``seen``); ("", "") where nothing is to be said."""
    translate = QCoreApplication.translate
    return {
        "name": (translate("FieldHelp", "As on the sign: Taquería El Nopal"), _PRINTED),
        "alternate_name": (
            translate("FieldHelp", "The name in its own letters: 北方饺子馆"),
            _PRINTED,
        ),
        "category": (translate("FieldHelp", "Type a word: panadería, tires, nails"), _PRINTED),
        "cuisine": (translate("FieldHelp", "What is cooked or sold: oaxaqueña, pho"), _PRINTED),
        "languages": (translate("FieldHelp", "Spoken at the counter: Spanish, Mam"), _PRINTED),
        "phones": (translate("FieldHelp", "505 555 0142 x2; the lock keeps one inside"), _PRINTED),
        "website": (translate("FieldHelp", "Their own page: elnopal.example"), _PRINTED),
        "email": (translate("FieldHelp", "One that customers may write to"), _PRINTED),
        "description_en": (translate("FieldHelp", "One line: Tacos and fresh juices"), _PRINTED),
        "description_es": (translate("FieldHelp", "One line: Tacos y jugos frescos"), _PRINTED),
        "payment_accepted": (translate("FieldHelp", "Tick what the owner said"), _PRINTED),
        "status": (translate("FieldHelp", "Closed for good is in no guide"), _DECIDES),
        "address_1": (
            translate("FieldHelp", "House number and street: 1420 Cerrillos Rd"),
            _PRINTED,
        ),
        "address_2": (translate("FieldHelp", "Suite, unit or stall: Suite B"), _PRINTED),
        "city": (translate("FieldHelp", "The town as people say it: Santa Fe"), _PRINTED),
        "state_province": (translate("FieldHelp", "Two letters: NM"), _PRINTED),
        "postal_code": (translate("FieldHelp", "Five digits: 87505"), _PRINTED),
        "address_type": (translate("FieldHelp", "A home keeps its town only"), _DECIDES),
        "location_visibility": (translate("FieldHelp", "As much as the owner agreed to"), _DECIDES),
        "directions_en": (translate("FieldHelp", "Behind the laundromat, blue door"), _PRINTED),
        "directions_es": (translate("FieldHelp", "Detrás de la lavandería, puerta azul"), _PRINTED),
        "opening_hours": (
            translate("FieldHelp", "Arrows move a day, Space closes, Enter: all"),
            _PRINTED,
        ),
        "hours_note_en": (
            translate("FieldHelp", "What hours cannot say: until sold out"),
            _PRINTED,
        ),
        "hours_note_es": (translate("FieldHelp", "En español: hasta agotar existencias"), _PRINTED),
        "note": (translate("FieldHelp", "For the coalition: best reached mornings"), _INSIDE),
        "person": (translate("FieldHelp", "First name of whom to ask for"), _INSIDE),
        "contact_phone": (translate("FieldHelp", "Their own number, for us to call"), _INSIDE),
    }.get(field, ("", ""))


def seen(who: str) -> str:
    """Who sees a field."""
    translate = QCoreApplication.translate
    return {
        _PRINTED: translate("FieldHelp", "Printed only after the owner's yes"),
        _INSIDE: translate("FieldHelp", "Never printed"),
        _DECIDES: translate("FieldHelp", "Decides what is printed"),
    }.get(who, "")


class HelpLine(Translated, Pane):
    """At the foot of the editor while one of its fields has the keyboard.

    It stands in one place: under the field it would move what one is about to press.
    """

    def __init__(self, fields: Mapping[QWidget, str]) -> None:
        super().__init__("header", "t")
        self._fields = fields
        self._field, self._who = "", ""
        self.words = Label("", "small", "ink", elide=True)
        self.seen = Label("", "caption", "ink-soft", elide=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 7, 16, 7)
        column.setSpacing(1)
        column.addWidget(self.words)
        column.addWidget(self.seen)
        self.seen.setContentsMargins(18, 0, 0, 0)
        self.hide()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts; a screen reader hears them as the field's description."""
        for widget, field in self._fields.items():
            text, who = help_for(field)
            said = f"{text}. {seen(who)}" if text else ""
            row = _row_of(widget)
            if row is not None:
                row.set_help(said)
            describe = getattr(widget, "set_help", widget.setAccessibleDescription)
            describe(said)
        self._say()

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is None or now.window() is not self.window():
            return  # another window or a menu
        at: QWidget | None = now
        while at is not None and at not in self._fields:
            at = at.parentWidget()
        field = self._fields[at] if at is not None else ""
        if field != self._field:
            self._field = field
            self._say()

    def _say(self) -> None:
        text, self._who = help_for(self._field)
        self.words.setText(text)
        self.seen.setText(seen(self._who))
        self.setVisible(bool(text))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sign of who sees it."""
        super().paintEvent(event)
        painter = QPainter(self)
        y = self.seen.geometry().center().y() - 6
        icons.paint(painter, 16, y, _ICONS.get(self._who, "info"), "ink-soft", 12)
        painter.end()


def _row_of(widget: QWidget) -> FieldRow | None:
    above = widget.parentWidget()
    return above if isinstance(above, FieldRow) and above.field is widget else None
