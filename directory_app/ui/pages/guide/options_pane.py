"""The left pane of the guide page: event, layout, languages, paper, order, what is shown, fit."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from directory_app.guides import GuideOptions, layout_kinds
from directory_app.model.listing import PublicEvent
from directory_app.ui.pages.guide.thumbs import LayoutThumbs, Thumb
from directory_app.ui.parts.events import words
from directory_app.ui.parts.paper.kinds import is_private, is_spanish, kind_of, paper_words
from directory_app.ui.plurals import count
from directory_app.ui.widgets.base import Card, Label, Pane, Scroll
from directory_app.ui.widgets.buttons import Button, TickBox
from directory_app.ui.widgets.combo import Combo
from directory_app.ui.widgets.fields import Stepper
from directory_app.ui.widgets.layouts import hbox, vbox
from directory_app.ui.widgets.remark import IconMark
from directory_app.ui.widgets.tabs import Segments

if TYPE_CHECKING:
    from directory_app.guides.fitting import Choice, Fit

translate = QCoreApplication.translate
#: The width of the ticks at 100 %, and the left column's share of it.
_ROOM, _LEFT = 229, 0.52
#: These are seen at once; the rest under "More".
_FIRST = ("map", "own_script", "phone", "hours", "languages", "payment", "qr", "index_name")


def field_words(field: str) -> str:
    """A field as one says it."""
    return {
        "map": translate("FieldTicks", "Map"),
        "own_script": translate("FieldTicks", "Own script"),
        "address": translate("FieldTicks", "Address"),
        "phone": translate("FieldTicks", "Phone"),
        "website": translate("FieldTicks", "Website"),
        "distance": translate("FieldTicks", "Distance"),
        "sells": translate("FieldTicks", "What it sells"),
        "hours": translate("FieldTicks", "Hours"),
        "open": translate("FieldTicks", "Open then"),
        "languages": translate("FieldTicks", "Languages"),
        "payment": translate("FieldTicks", "Payment"),
        "access": translate("FieldTicks", "Wheelchair, take-away"),
        "note": translate("FieldTicks", "Way there, more words"),
        "qr": translate("FieldTicks", "QR codes"),
        "cover": translate("FieldTicks", "Cover"),
        "intro": translate("FieldTicks", "Introduction"),
        "how_to": translate("FieldTicks", "How to read it"),
        "contents": translate("FieldTicks", "Contents"),
        "index_name": translate("FieldTicks", "Index"),
        "index_town": translate("FieldTicks", "Index of towns"),
        "index_cuisine": translate("FieldTicks", "Index of kinds"),
        "guide_qr": translate("FieldTicks", "QR code of the guide"),
    }[field]


class FieldTicks(QWidget):
    """``changed(field, on)`` when a person ticked or unticked one."""

    changed = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout_name = "sheet"
        self._open = False
        self.title = Label(self.tr("Show"), "strong")
        self.more = Button("", "link", size="small")
        self.more.clicked.connect(self._toggle)
        fields = dict.fromkeys(field for kind in layout_kinds() for field in kind.fields)
        self.ticks = {field: TickBox() for field in fields}
        for field, tick in self.ticks.items():
            tick.clicked.connect(lambda on=False, one=field: self.changed.emit(one, on))
        head = hbox(None, (self.title, 1), self.more, spacing=None)
        self._grid = QGridLayout()
        self._grid.setVerticalSpacing(6)
        self._grid.setHorizontalSpacing(8)
        vbox(self, head, self._grid, spacing=8)
        for tick in self.ticks.values():
            tick.setParent(self)
        for field, tick in self.ticks.items():
            tick.setText(field_words(field))
        self._arrange()

    def show_options(self, options: GuideOptions) -> None:
        """Show what is on, and what the layout can show at all."""
        self._layout_name = options.layout
        for field, tick in self.ticks.items():
            tick.setChecked(options.shows(field))
        self.setVisible(bool(kind_of(options.layout).fields))
        self._arrange()

    def shown(self) -> list[str]:
        """The fields whose ticks are seen now."""
        wanted = kind_of(self._layout_name).fields
        return [field for field in wanted if self._open or field in _FIRST]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other words go side by side."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()

    def _toggle(self) -> None:
        self._open = not self._open
        self._arrange()

    def _arrange(self) -> None:
        while self._grid.takeAt(0) is not None:
            pass
        shown = self.shown()
        room = max(_ROOM, self.width())
        at = 0  # the next free cell, two a row
        for field, tick in self.ticks.items():
            tick.setVisible(field in shown)
        for field in shown:
            tick = self.ticks[field]
            wide = tick.sizeHint().width()
            if at % 2 and wide > room * (1 - _LEFT) - 4:
                at += 1
            across = 2 if at % 2 == 0 and wide > room * _LEFT - 4 else 1
            self._grid.addWidget(tick, at // 2, at % 2, 1, across, Qt.AlignmentFlag.AlignLeft)
            at += across
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1)
        self._keep_tab_order(shown)
        rest = len(kind_of(self._layout_name).fields) > len(shown) or self._open
        self.more.setVisible(rest)
        self.more.setText(self.tr("Fewer") if self._open else self.tr("More…"))
        self.more.setAccessibleName(
            self.tr("Fewer things to show") if self._open else self.tr("More things to show")
        )

    def _keep_tab_order(self, shown: list[str]) -> None:
        before: QWidget = self.more
        for field in shown:
            QWidget.setTabOrder(before, self.ticks[field])
            before = self.ticks[field]


MOST = 99


class FitBox(QWidget):
    """``changed(sheets)``: 0 for as many as it needs. ``taken(choice)``: a way that was chosen."""

    changed = Signal(int)
    taken = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fit: Fit | None = None
        self._sheets = 0
        self.tick = TickBox(self.tr("Fit to"))
        self.sheets = Stepper("", 1, 1, MOST)
        self.unit = Label("", "body")
        self.told = Label("", "small", "ink-soft", wrap=True)
        self.ways: list[Button] = []
        row = hbox(None, self.tick, self.sheets, (self.unit, 1), spacing=8)
        self._column = vbox(self, row, self.told, spacing=6)
        self.tick.clicked.connect(lambda _on=False: self._choose())
        self.sheets.changed.connect(lambda _value: self._choose())
        self.tick.setAccessibleName(self.tr("Fit to so many sheets"))
        self.sheets.setAccessibleName(self.tr("Sheets of paper a copy"))
        self._tell()

    def show_wanted(self, sheets: int) -> None:
        """Show what is chosen, without a signal."""
        self.tick.setChecked(bool(sheets))
        if sheets:
            self.sheets.set_value(sheets)
        self.sheets.setEnabled(bool(sheets))
        self._tell()

    def show_sheets(self, sheets: int) -> None:
        """How many a copy takes now; 0 while that is not known."""
        self._sheets = sheets
        if not self.tick.isChecked() and sheets:
            self.sheets.set_value(sheets)
        self._tell()

    def show_fit(self, fit: "Fit | None") -> None:
        """Whether it keeps to the sheets, and the ways if not."""
        self._fit = fit
        self._tell()

    def _choose(self) -> None:
        on = self.tick.isChecked()
        self.sheets.setEnabled(on)
        self._fit = None
        self._tell()
        self.changed.emit(self.sheets.value() if on else 0)

    def _tell(self) -> None:
        self.unit.setText(
            count(self.sheets.value(), self.tr("sheet", "one"), self.tr("sheets", "many"))
        )
        fit = self._fit
        misses = fit is not None and not fit.fits
        self.told.set_role("warn" if misses else "ink-soft")
        self.told.setText(self._missed(fit) if misses and fit else self._takes())
        self.told.setVisible(bool(self.told.whole_text()))
        self._offer(fit.choices if misses and fit else ())

    def _takes(self) -> str:
        if not self._sheets:
            return ""
        return count(
            self._sheets,
            self.tr("One sheet a copy, in the largest type that fits"),
            self.tr("{n} sheets a copy, in the largest type that fits"),
        )

    def _missed(self, fit: "Fit") -> str:
        takes = count(fit.sheets, self.tr("It takes one sheet."), self.tr("It takes {n} sheets."))
        way = self.tr("Choose what may go:")
        if not fit.choices:
            way = self.tr("Take more sheets, or another layout.")
        return f"{takes} {way}"

    def _offer(self, choices: "Sequence[Choice]") -> None:
        for way in self.ways:
            self._column.removeWidget(way)
            way.hide()
            way.deleteLater()
        self.ways = []
        for choice in choices:
            words = self.way_words(choice)
            way = _Way(words)
            way.clicked.connect(lambda _on=False, one=choice: self.taken.emit(one))
            self.ways.append(way)
            self._column.addWidget(way)

    def way_words(self, choice: "Choice") -> str:
        """A way to come down to the sheets wanted."""
        if choice.kind == "map":
            return self.tr("Without the map")
        if choice.kind == "open_only":
            return count(
                choice.listed,
                self.tr("Only the one that is open then"),
                self.tr("Only the {n} that are open then"),
            )
        if choice.kind == "radius":
            return count(
                choice.listed,
                self.tr("Only the one within {miles} mi"),
                self.tr("Only the {n} within {miles} mi"),
                miles=f"{choice.radius_miles or 0:g}",
            )
        names = ", ".join(field_words(field).lower() for field in choice.gone)
        return self.tr("Without: {names}").format(names=names)


class _Way(Button):
    """A button whose words may take several lines."""

    def __init__(self, words: str) -> None:
        super().__init__("", "plain")
        label = Label(words, "small", wrap=True)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(words)
        vbox(self, label, margins=(10, 5, 10, 5))
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Room for all lines."""
        layout = self.layout()
        return layout.heightForWidth(width) if layout else super().heightForWidth(width)

    def sizeHint(self) -> QSize:
        """At least a line."""
        return QSize(120, self.heightForWidth(self.width() or 200))

    def minimumSizeHint(self) -> QSize:
        """May be narrow."""
        return QSize(80, 30)


class EventCard(Card):
    """``choose_wanted``: go and choose the businesses."""

    choose_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name = Label("", "heading", elide=True)
        self.when = Label("", "small", "ink-soft", elide=True)
        self.where = Label("", "small", "ink-soft", elide=True)
        self.listed = Label("", "small", elide=True)
        self.choose = Button(self.tr("Choose…"), "link", size="small")
        self.choose.clicked.connect(self.choose_wanted)
        column = vbox(self, self.name, margins=(13, 9, 13, 9), spacing=3)
        for icon, label in (("calendar-blank", self.when), ("map-pin", self.where)):
            line = hbox(None, IconMark(icon, "ink-soft", 14), (label, 1), spacing=8)
            column.addLayout(line)
        last = hbox(None, (self.listed, 1), self.choose, spacing=None)
        column.addLayout(last)
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


_LANGUAGES = {"en": ("en",), "es": ("es",), "both": ("en", "es")}


class OptionsPane(Pane):
    """``changed(options)`` after each choice; ``people_changed(view)``: whom private paper is for.

    ``choose_wanted``: go to the event. ``taken(choice)``: a way to keep to the sheets.
    """

    changed = Signal(object)
    people_changed = Signal(str)
    choose_wanted = Signal()
    taken = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", "r", parent)
        self.options = GuideOptions()
        self.card = EventCard()
        self.layouts = LayoutThumbs([Thumb(kind.name, kind.name) for kind in layout_kinds()], "")
        self.purpose = Label("", "small", "ink-soft", wrap=True)
        self.languages = Segments(self._languages(), "", stretch=True)
        self.paper = Combo("")
        self.people = Combo("")
        self.group_by = Combo("")
        self.fields = FieldTicks()
        self.open_only, self.grey = (
            TickBox(self.tr("Only those open then")),
            TickBox(self.tr("Black and grey alone")),
        )
        self.fit = FitBox()
        self._heads = {name: Label("", "strong") for name in _HEADED}
        self._arrange()
        self._connect()
        titles = {
            "layouts": self.tr("Layout"),
            "people": self.tr("Whom it is about"),
            "languages": self.tr("Language"),
            "group_by": self.tr("Order"),
            "paper": self.tr("Paper"),
        }
        for name, title in titles.items():
            self._heads[name].setText(title)
        self.layouts.set_items(_thumbs(), titles["layouts"], self.tr("private"))
        self.languages.set_items(self._languages(), titles["languages"])
        for name in ("people", "group_by", "paper"):
            getattr(self, name).setAccessibleName(titles[name])
        self.group_by.set_items(
            [
                ("category", self.tr("By kind, then distance")),
                ("town", self.tr("By town")),
                ("distance", self.tr("By distance")),
            ]
        )
        self.people.set_items(
            [
                ("to_ask", self.tr("Who is still to be asked")),
                ("to_verify", self.tr("Who is to be checked")),
                ("consent_ending", self.tr("Whose yes ends soon")),
                ("all", self.tr("Everybody")),
            ]
        )
        self.show_options(self.options)
        self.show_options(self.options)

    def _arrange(self) -> None:
        self.body = body = QWidget()
        column = vbox(body, margins=(16, 14, 16, 16), spacing=8)
        parts: list[tuple[str, QWidget]] = [
            ("", self.card), ("layouts", self.layouts), ("", self.purpose),
            ("people", self.people), ("languages", self.languages), ("", self.fields),
            ("", self.open_only), ("group_by", self.group_by), ("paper", self.paper),
            ("", self.grey), ("", self.fit),
        ]  # fmt: skip
        for head, part in parts:
            if head:
                column.addSpacing(6)
                column.addWidget(self._heads[head])
            elif part in (self.fields, self.fit):
                column.addSpacing(6)
            column.addWidget(part)
        column.addStretch()
        whole = vbox(self, margins=(0, 0, 1, 0), spacing=None)
        self.column = Scroll(body, "window")
        whole.addWidget(self.column)

    def _connect(self) -> None:
        self.card.choose_wanted.connect(self.choose_wanted)
        self.layouts.chosen.connect(self._change_layout)
        self.languages.chosen.connect(lambda key: self._change(languages=_LANGUAGES[key]))
        self.group_by.picked.connect(lambda key: self._change(group_by=key))
        self.paper.picked.connect(lambda key: self._change(paper=key))
        self.people.picked.connect(self.people_changed)
        self.fields.changed.connect(self._ticked)
        self.open_only.clicked.connect(lambda on: self._change(open_only=on))
        self.grey.clicked.connect(lambda on: self._change(grey=on))
        self.fit.changed.connect(lambda sheets: self._change(fit=sheets))
        self.fit.taken.connect(self.taken)

    def _change_layout(self, layout: str) -> None:
        """Another layout has its own papers, and another number of sheets."""
        known = kind_of(layout).papers
        paper = self.options.paper if self.options.paper in known else ""
        self._change(layout=layout, paper=paper, fit=0)
        self.show_options(self.options)

    def _ticked(self, field: str, on: bool) -> None:
        without = self.options.without - {field} if on else self.options.without | {field}
        changes: dict[str, object] = {"without": without}
        if field == "map":
            changes = {"show_map": on, "without": self.options.without - {field}}
        elif field.startswith("index_") and on:
            changes["show_index"] = True
        self._change(**changes)

    def _change(self, **changes: object) -> None:
        self.options = replace(self.options, **changes)  # type: ignore[arg-type]  # its fields
        self.changed.emit(self.options)

    def _languages(self) -> list[tuple[str, ...]]:
        return [("en", "English"), ("es", "Español"), ("both", self.tr("Both"))]

    def show_options(self, options: GuideOptions) -> None:
        """Show what is chosen, without a signal."""
        self.options = options
        kind, private = kind_of(options.layout), is_private(options.layout)
        spanish = is_spanish()
        self.layouts.set_value(options.layout)
        purpose = kind.purpose_es if spanish else kind.purpose_en
        fold = kind.fold_es if spanish else kind.fold_en
        self.purpose.setText(f"{purpose} {fold}".strip())
        key = "both" if len(options.languages) > 1 else options.languages[0]
        self.languages.set_value(key)
        self.group_by.set_value(options.group_by)
        self.paper.set_items([(name, paper_words(name)) for name in kind.papers])
        self.paper.set_value(options.paper or kind.papers[0])
        self.open_only.setChecked(options.open_only)
        self.grey.setChecked(options.grey)
        self.fields.show_options(options)
        self.fit.show_wanted(options.fit)
        self._show_for(private)

    def least_width(self) -> int:
        """So wide must it be that nothing is cut, beside its scroll bar."""
        bar = self.column.verticalScrollBar().sizeHint().width()
        return self.body.minimumSizeHint().width() + bar + 1

    def show_people(self, view: str) -> None:
        """Show whom private paper is about, without a signal."""
        self.people.set_value(view)

    def _show_for(self, private: bool) -> None:
        """Private paper has no fields, no order and no fit to choose."""
        for part in (self.group_by, self._heads["group_by"], self.open_only, self.grey, self.fit):
            part.setVisible(not private)
        for part in (self.people, self._heads["people"]):
            part.setVisible(private)


_HEADED = ("layouts", "people", "languages", "group_by", "paper")


def _thumbs() -> list[Thumb]:
    """Every layout in the language of the window."""
    spanish = is_spanish()
    return [
        Thumb(
            kind.name,
            kind.title_es if spanish else kind.title_en,
            kind.purpose_es if spanish else kind.purpose_en,
            kind.private,
        )
        for kind in layout_kinds()
    ]
