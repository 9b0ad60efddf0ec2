"""What is in the guide: a tick for each thing that a layout can show, the rarer on asking."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from directory_app.guides import GuideOptions
from directory_app.ui.widgets.base import Label, Translated
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.ticks import TickBox

translate = QCoreApplication.translate
#: What every layout of the handed-out kind can say of a business.
_OF_ALL = ("own_script", "address", "phone", "website", "distance", "sells", "hours")
#: What only roomy entries can say.
_ROOMY = ("open", "languages", "payment", "access", "note", "qr")
#: layout -> what it can show, in the order of the ticks; "map" first, as it takes a page.
SHOWN: dict[str, tuple[str, ...]] = {
    "sheet": ("map", *_OF_ALL, "index_name"),
    "trifold": ("map", *_OF_ALL, "cover", "intro", "how_to", "guide_qr"),
    "booklet": (
        *("map", *_OF_ALL, *_ROOMY, "cover", "intro", "how_to", "contents"),
        *("index_name", "index_town", "index_cuisine", "guide_qr"),
    ),
    "pocket": ("map", *_OF_ALL, "cover", "guide_qr"),
    "large-print": (*_OF_ALL, *_ROOMY[:-1], "intro", "how_to", "index_name"),
    "poster": ("map", *_OF_ALL, "how_to", "guide_qr"),
    "cards": (*_OF_ALL, *_ROOMY),
}
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


class FieldTicks(Translated, QWidget):
    """``changed(field, on)`` when a person ticked or unticked one."""

    changed = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout_name = "sheet"
        self._open = False
        self.title = Label("", "strong")
        self.more = Button("", "link", size="small")
        self.more.clicked.connect(self._toggle)
        fields = dict.fromkeys(field for each in SHOWN.values() for field in each)
        self.ticks = {field: TickBox() for field in fields}
        for field, tick in self.ticks.items():
            tick.clicked.connect(lambda on=False, one=field: self.changed.emit(one, on))
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.more)
        self._grid = QGridLayout()
        self._grid.setVerticalSpacing(6)
        self._grid.setHorizontalSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(self._grid)
        for tick in self.ticks.values():
            tick.setParent(self)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts."""
        self.title.setText(self.tr("Show"))
        for field, tick in self.ticks.items():
            tick.setText(field_words(field))
        self._arrange()

    def show_options(self, options: GuideOptions) -> None:
        """Show what is on, and what the layout can show at all."""
        self._layout_name = options.layout
        for field, tick in self.ticks.items():
            tick.setChecked(options.shows(field))
        self.setVisible(options.layout in SHOWN)
        self._arrange()

    def shown(self) -> list[str]:
        """The fields whose ticks are seen now."""
        wanted = SHOWN.get(self._layout_name, ())
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
        rest = len(SHOWN.get(self._layout_name, ())) > len(shown) or self._open
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
