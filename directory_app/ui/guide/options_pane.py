"""The left pane of the guide page: the event, the layout, languages, and what is shown."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from directory_app.guides import GuideOptions, layout_names
from directory_app.model.listing import PublicEvent
from directory_app.ui.events import words
from directory_app.ui.guide.thumbs import LayoutThumbs
from directory_app.ui.plurals import count
from directory_app.ui.widgets.base import Card, Label, Pane, Scroll, Translated
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.combo import Combo
from directory_app.ui.widgets.icon_mark import IconMark
from directory_app.ui.widgets.segments import Segments
from directory_app.ui.widgets.ticks import TickBox

_LANGUAGES = {"en": ("en",), "es": ("es",), "both": ("en", "es")}


class EventCard(Translated, Card):
    """The event in three lines, how many are listed, and the way to choose."""

    choose_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name = Label("", "heading", elide=True)
        self.when = Label("", "small", "ink-soft", elide=True)
        self.where = Label("", "small", "ink-soft", elide=True)
        self.listed = Label("", "small")
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


class OptionsPane(Translated, Pane):
    """``changed(options)`` after each choice; ``choose_wanted``: go to the event."""

    changed = Signal(object)
    choose_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", "r", parent)
        self.options = GuideOptions()
        self.card = EventCard()
        self.card.choose_wanted.connect(self.choose_wanted)
        self.layouts = LayoutThumbs([(name, name) for name in layout_names()], "")
        self.languages = Segments(self._languages(), "", stretch=True)
        self.ticks = {name: TickBox() for name in ("show_map", "show_index", "open_only")}
        self.group_by = Combo("")
        self._heads = [Label("", "strong") for _ in range(4)]
        self._arrange()
        self._connect()
        self.retranslate()
        self.show_options(self.options)

    def _arrange(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.card)
        parts: Sequence[QWidget] = (self.layouts, self.languages, self._tick_grid(), self.group_by)
        for head, part in zip(self._heads, parts, strict=True):
            column.addSpacing(8)
            column.addWidget(head)
            column.addWidget(part)
        column.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 1, 0)
        whole.addWidget(Scroll(body, "window"))

    def _tick_grid(self) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(6)
        grid.addWidget(self.ticks["show_map"], 0, 0)
        grid.addWidget(self.ticks["show_index"], 0, 1)
        grid.addWidget(self.ticks["open_only"], 1, 0, 1, 2)
        return holder

    def _connect(self) -> None:
        self.layouts.chosen.connect(lambda key: self._change(layout=key))
        self.languages.chosen.connect(lambda key: self._change(languages=_LANGUAGES[key]))
        self.group_by.picked.connect(lambda key: self._change(group_by=key))
        for name, tick in self.ticks.items():
            tick.clicked.connect(lambda _on=False, one=name: self._ticked(one))

    def _ticked(self, name: str) -> None:
        self._change(**{name: self.ticks[name].isChecked()})

    def _change(self, **changes: object) -> None:
        from dataclasses import replace

        self.options = replace(self.options, **changes)  # type: ignore[arg-type]  # its fields
        self.changed.emit(self.options)

    def _languages(self) -> list[tuple[str, ...]]:
        return [("en", "English"), ("es", "Español"), ("both", self.tr("Both"))]

    def retranslate(self) -> None:
        """Set the texts."""
        titles = (self.tr("Layout"), self.tr("Language"), self.tr("Show"), self.tr("Order"))
        for head, title in zip(self._heads, titles, strict=True):
            head.setText(title)
        self.layouts.set_items(
            [(name, layout_name(name, self.tr("Sheet"))) for name in layout_names()], titles[0]
        )
        self.languages.set_items(self._languages(), titles[1])
        self.ticks["show_map"].setText(self.tr("Map"))
        self.ticks["show_index"].setText(self.tr("Index"))
        self.ticks["open_only"].setText(self.tr("Only those open then"))
        self.group_by.setAccessibleName(titles[3])
        self.group_by.set_items(
            [
                ("category", self.tr("By kind, then distance")),
                ("town", self.tr("By town")),
                ("distance", self.tr("By distance")),
            ]
        )

    def show_options(self, options: GuideOptions) -> None:
        """Show what is chosen, without a signal."""
        self.options = options
        self.layouts.set_value(options.layout)
        key = "both" if len(options.languages) > 1 else options.languages[0]
        self.languages.set_value(key)
        self.group_by.set_value(options.group_by)
        for name, tick in self.ticks.items():
            tick.setChecked(bool(getattr(options, name)))


def layout_name(key: str, sheet: str) -> str:
    """A layout's word; one that has none yet is shown by its key."""
    return {"sheet": sheet}.get(key, key.replace("-", " ").capitalize())
