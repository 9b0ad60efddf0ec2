"""The form of an event. Each field is saved when it is left; a new event when it is added."""

import datetime as dt
from typing import Any

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from directory_app.model.event import Event
from directory_app.model.terms import Precision
from directory_app.model.typed_days import read_day, read_time
from directory_app.ui.parts import stopped
from directory_app.ui.parts.events import words
from directory_app.ui.parts.stopped import StoppedBar, Stops
from directory_app.ui.widgets import dates, pins
from directory_app.ui.widgets.base import Label, Line, Pane, Scroll
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.day_field import DayField
from directory_app.ui.widgets.fields import Field, FieldRow, TextArea
from directory_app.ui.widgets.layouts import STRETCH, hbox, vbox

_PLAIN = ("name_en", "name_es", "venue", "host", "contact")
#: Where words might be written that are never kept; all of it is printed.
_FREE = (*_PLAIN, "intro_en", "intro_es")


class PlaceLine(pins.PinWords):
    """How near the door the venue is, under its address."""

    def __init__(self) -> None:
        words = Label("", "small", "ink-soft", wrap=True)
        super().__init__(words, "ink-soft", (FieldRow.LABEL_WIDTH, 0, 0, 4))

    def show_place(self, precision: str | None, text: str) -> None:
        """Show the sign and the sentence of a precision."""
        self.show_pin(precision, text)
        self.setVisible(bool(text))


class EventForm(QWidget):
    """Shows an Event. ``changed(fields)``: save these; ``added(fields)``: a new event.

    Fields are those of Event, but ``address`` is the line as typed, and ``starts`` and
    ``ends`` are local times: the page locates the one and gives the others their zone.
    """

    changed = Signal(dict)
    added = Signal(dict)
    cancelled = Signal()
    deleted = Signal()

    def __init__(self, today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._event: Event | None = None
        self._zone: dt.tzinfo = dt.UTC
        self.fields: dict[str, Field | TextArea] = {
            name: Field("")
            for name in ("name_en", "name_es", "date", "starts", "ends", "venue", "address")
        }
        self.fields["date"] = DayField("", self._day)
        self.fields |= {name: Field("") for name in ("radius_miles", "host", "contact")}
        self.fields |= {"intro_en": TextArea("", 3), "intro_es": TextArea("", 3)}
        self.rows = {name: FieldRow("", field) for name, field in self.fields.items()}
        self._stops, self.bars = Stops(), {name: StoppedBar() for name in _FREE}
        self.place = PlaceLine()
        self.add_button = Button(self.tr("Add event"), "primary")
        self.cancel_button = Button(self.tr("Cancel"), "flat")
        self.delete_button = Button(self.tr("Delete event"), "link", size="small")
        self._heads = [Label("", "strong") for _ in range(3)]
        self._arrange()
        self._connect()
        for head, text in zip(
            self._heads,
            (self.tr("What and when"), self.tr("Where"), self.tr("For the page")),
            strict=True,
        ):
            head.setText(text)
        labels = {
            "name_en": self.tr("Name"),
            "name_es": self.tr("In Spanish"),
            "date": self.tr("Day"),
            "starts": self.tr("From"),
            "ends": self.tr("To"),
            "venue": self.tr("Venue"),
            "address": self.tr("Address"),
            "radius_miles": self.tr("Miles"),
            "host": self.tr("Host"),
            "contact": self.tr("Contact"),
            "intro_en": self.tr("Intro"),
            "intro_es": self.tr("In Spanish"),
        }
        for name, label in labels.items():
            self.rows[name].set_label(label)
        self.fields["name_es"].setAccessibleName(self.tr("Name in Spanish"))
        self.fields["intro_es"].setAccessibleName(self.tr("Intro in Spanish"))
        self.fields["radius_miles"].setAccessibleName(self.tr("Within how many miles"))
        self._hint("date", self.tr("e.g. Dec 5"))
        day = self.fields["date"]
        assert isinstance(day, DayField)
        day.set_calendar_name(self.tr("Choose the day in a calendar"))
        self._hint("starts", self.tr("all day"))
        self._hint("address", self.tr("Street, town"))
        self._hint("radius_miles", self.tr("how far; empty for all"))
        self.show_event(self._event, self._zone)

    def _arrange(self) -> None:
        body = QWidget()
        column = vbox(body, margins=(16, 12, 16, 16), spacing=6)
        groups = (
            ("name_en", "name_es", "date", "starts", "ends"),
            ("venue", "address", "radius_miles"),
            ("host", "contact", "intro_en", "intro_es"),
        )
        for head, names in zip(self._heads, groups, strict=True):
            if head is not self._heads[0]:
                column.addSpacing(8)
                column.addWidget(Line())
                column.addSpacing(4)
            column.addWidget(head)
            for name in names:
                if name == "ends":
                    continue
                if name == "starts":
                    column.addLayout(self._times())
                    continue
                column.addWidget(self.rows[name])
                if name == "address":
                    column.addWidget(self.place)
        column.addSpacing(8)
        column.addWidget(self.delete_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        vbox(self, (Scroll(body), 1), self._new_foot())

    def _new_foot(self) -> QWidget:
        """What ends a new event stays in sight however low the window is."""
        self.foot = Pane("base", "t")
        hbox(
            self.foot,
            STRETCH,
            self.cancel_button,
            self.add_button,
            margins=(16, 10, 16, 10),
            spacing=None,
        )
        return self.foot

    def _times(self) -> QHBoxLayout:
        row = hbox(None, spacing=8)
        self.rows["ends"].label.setFixedWidth(24)
        for name in ("starts", "ends"):
            row.addWidget(self.rows[name], 1, Qt.AlignmentFlag.AlignTop)
        return row

    def _connect(self) -> None:
        for name, field in self.fields.items():
            field.committed.connect(lambda _text, one=name: self._leave(one))
        for name, bar in self.bars.items():
            self.rows[name].below.addWidget(bar)
            bar.dropped.connect(lambda one=name: self._drop_words(one))
            bar.kept.connect(lambda one=name: self._keep_words(one))
        self.add_button.clicked.connect(self._add)
        self.cancel_button.clicked.connect(self.cancelled)
        self.delete_button.clicked.connect(self.deleted)

    def _hint(self, name: str, text: str) -> None:
        field = self.fields[name]
        if isinstance(field, Field):
            field.setPlaceholderText(text)

    # -- showing

    def show_event(self, event: Event | None, timezone: dt.tzinfo = dt.UTC) -> None:
        """Show an event, or an empty form for a new one. What is being typed stays."""
        fresh = event is None or self._event is None or event.id != self._event.id
        self._event, self._zone = event, timezone
        if fresh:
            self._stops.forget()
        values = shown(event, timezone) if event is not None else {}
        for name, field in self.fields.items():
            if fresh or not (field.hasFocus() and field.is_changed()):
                field.set_text(values.get(name, ""))
                self.rows[name].say("")
                if name in self.bars:
                    self.bars[name].hide()
        is_new = event is None
        self.foot.setVisible(is_new)
        self.delete_button.setVisible(not is_new)
        self._show_place(event)

    def _show_place(self, event: Event | None) -> None:
        if event is None or not (event.address_1 or event.city):
            self.place.show_place(None, "")
            return
        said = {
            None: self.tr("No place found: distances are left out"),
            Precision.CITY: self.tr("Middle of the town: no distances nearby"),
            Precision.ZIP: self.tr("Placed by its ZIP code, roughly"),
            Precision.STREET: self.tr("Placed on the street"),
            Precision.MANUAL: self.tr("Placed by hand"),
        }
        key = Precision(event.precision) if event.precision else None
        self.place.show_place(event.precision, said.get(key, self.tr("Placed at the address")))

    def start_new(self) -> None:
        """An empty form, the keyboard in its first field."""
        self._event = None
        self.show_event(None)
        self.fields["name_en"].setFocus(Qt.FocusReason.OtherFocusReason)

    # -- over a lock

    def unfinished(self) -> dict[str, str]:
        """What is typed and not saved: all of a new event, else the field one is in.

        Nothing that was stopped is kept over a lock.
        """
        new = self._event is None
        return {
            name: field.text()
            for name, field in self.fields.items()
            if (field.text() if new else field.is_changed()) and not self._why(name)
        }

    def take_up(self, typed: dict[str, str]) -> None:
        """Show it again, still unsaved."""
        for name, text in typed.items():
            field = self.fields[name]
            if isinstance(field, TextArea):
                field.setPlainText(text)
            else:
                field.setText(text)
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- reading

    def _leave(self, name: str) -> None:
        """A field was left with another text: check it, and save it if the event is there."""
        value = self._read(name)
        if value is not None and self._event is not None:
            self.changed.emit(value)

    def _why(self, name: str) -> str:
        """Why a text is never kept; "" if it may be."""
        return self._stops.why(name, self.fields[name].text().strip()) if name in self.bars else ""

    def _drop_words(self, name: str) -> None:
        field = self.fields[name]
        text = stopped.without(name, field.text())
        field.setPlainText(text) if isinstance(field, TextArea) else field.setText(text)
        self._leave(name)

    def _keep_words(self, name: str) -> None:
        self._stops.keep(name, self.fields[name].text().strip())
        self._leave(name)

    def _add(self) -> None:
        found: dict[str, Any] = {}
        for name in self.fields:
            value = self._read(name)
            if value is None:
                self.fields[name].setFocus(Qt.FocusReason.OtherFocusReason)
                return
            found |= value
        if not (found["name_en"] or found["name_es"]):
            self.rows["name_en"].say(self.tr("An event needs a name"))
            self.fields["name_en"].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.added.emit(found)

    def _read(self, name: str) -> dict[str, Any] | None:
        """The field's value, or None with a sentence under it."""
        text = self.fields[name].text().strip()
        if name in self.bars:
            why = self._why(name)
            self.bars[name].setVisible(bool(why))
            if why:
                self.rows[name].say(why)
                return None
        if name == "date":
            return self._read_day(text)
        if name in ("starts", "ends"):
            return self._read_time(name, text)
        if name == "radius_miles":
            return self._read_radius(text)
        if name in ("name_en", "name_es") and self._event is not None and not self._named():
            self.rows[name].say(self.tr("An event needs a name"))
            return None
        self.rows[name].say("")
        return {name: text}

    def _named(self) -> bool:
        return any(self.fields[name].text().strip() for name in ("name_en", "name_es"))

    def _day(self, text: str) -> dt.date | None:
        spanish = QLocale().language() == QLocale.Language.Spanish
        return read_day(text, self._today, day_first=spanish)

    def _read_day(self, text: str) -> dict[str, Any] | None:
        day = self._day(text)
        if day is None:
            self.rows["date"].say(
                self.tr("Type a day, like Dec 5") if text else self.tr("An event needs a day")
            )
            return None
        self.rows["date"].say(
            self.tr("This day has passed") if day < self._today else "", severity="warn"
        )
        self.fields["date"].set_text(dates.weekday(day))
        return {"date": day}

    def _read_time(self, name: str, text: str) -> dict[str, Any] | None:
        starts = read_time(self.fields["starts"].text()) if name == "ends" else None
        time = read_time(text, starts) if text else None
        if text and time is None:
            self.rows[name].say(self.tr("Type a time, like 10 am"))
            return None
        late = bool(time and starts and time <= starts)
        self.rows[name].say(self.tr("The next morning") if late else "", severity="warn")
        self.fields[name].set_text(words.clock(time) if time else "")
        return {name: time}

    def _read_radius(self, text: str) -> dict[str, Any] | None:
        number = text.replace(",", ".").lower().removesuffix("miles").removesuffix("mi").strip()
        try:
            miles = float(number) if number else None
        except ValueError:
            miles = -1.0
        if miles is not None and not 0 < miles <= 3000:
            self.rows["radius_miles"].say(self.tr("Type a number of miles"))
            return None
        self.rows["radius_miles"].say("")
        self.fields["radius_miles"].set_text(_miles(miles))
        return {"radius_miles": miles}


def shown(event: Event, timezone: dt.tzinfo) -> dict[str, str]:
    """What each field shows of an event."""
    values = {name: getattr(event, name) for name in _PLAIN}
    values["intro_en"], values["intro_es"] = event.intro_en, event.intro_es
    values["date"] = dates.weekday(event.date)
    for name, moment in (("starts", event.starts_at), ("ends", event.ends_at)):
        values[name] = words.clock(moment.astimezone(timezone).time()) if moment else ""
    values["address"] = address_line(event)
    values["radius_miles"] = _miles(event.radius_miles)
    return values


def address_line(event: Event) -> str:
    """The whole address in one line."""
    town = " ".join(filter(None, (event.state_province, event.postal_code)))
    return ", ".join(filter(None, (event.address_1, event.address_2, event.city, town)))


def _miles(miles: float | None) -> str:
    if miles is None:
        return ""
    return f"{miles:g}"
