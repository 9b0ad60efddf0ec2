"""The event that a guide is for, as a card: in three lines, with the way to choose who is in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from directory_app.model.listing import PublicEvent
from directory_app.ui.parts.events import words
from directory_app.ui.plurals import count
from directory_app.ui.widgets.base import Card, Label, Translated
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.icon_mark import IconMark


class EventCard(Translated, Card):
    """``choose_wanted``: go and choose the businesses."""

    choose_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name = Label("", "heading", elide=True)
        self.when = Label("", "small", "ink-soft", elide=True)
        self.where = Label("", "small", "ink-soft", elide=True)
        self.listed = Label("", "small", elide=True)
        self.choose = Button("", "link", size="small")
        self.choose.clicked.connect(self.choose_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(13, 9, 13, 9)
        column.setSpacing(3)
        column.addWidget(self.name)
        for icon, label in (("calendar-blank", self.when), ("map-pin", self.where)):
            line = QHBoxLayout()
            line.setSpacing(8)
            line.addWidget(IconMark(icon, "ink-soft", 14))
            line.addWidget(label, 1)
            column.addLayout(line)
        last = QHBoxLayout()
        last.addWidget(self.listed, 1)
        last.addWidget(self.choose)
        column.addLayout(last)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts."""
        self.choose.setText(self.tr("Choose…"))
        self.choose.setAccessibleName(self.tr("Choose the businesses"))

    def show_event(self, event: PublicEvent, listed: int, near: int, spanish: bool) -> None:
        """Show an event and how many of those near it are listed."""
        names = (event.name_es, event.name_en) if spanish else (event.name_en, event.name_es)
        self.name.setText(names[0] or names[1])
        self.when.setText(words.when(event.date, event.starts, event.ends))
        place = event.venue or event.address or event.city
        if event.radius_miles is not None:
            place = self.tr("{place}, within {miles} mi").format(
                place=place, miles=f"{event.radius_miles:g}"
            )
        self.where.setText(place)
        told = count(listed, self.tr("{n} listed", "one"), self.tr("{n} listed"))
        if near > listed:
            told = self.tr("{listed} of {near} who may print").format(listed=told, near=near)
        self.listed.setText(told)
