"""The left pane: which businesses, as which file, for which use, in which languages."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, Self

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from directory_app import exporting
from directory_app.store.filters import Filter
from directory_app.ui import icons, theme
from directory_app.ui.pages.export import words
from directory_app.ui.style import paint_box
from directory_app.ui.widgets.base import Label, Pane, Scroll
from directory_app.ui.widgets.combo import Combo
from directory_app.ui.widgets.layouts import vbox
from directory_app.ui.widgets.tabs import Segments

_LEFT, _ICON, _RIGHT, _PAD, _GAP = 40, 20, 12, 7, 2
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class ChoiceCard(NamedTuple):
    """A choice: its key, picture, title and the line below; ``apart``: a line stands above it."""

    key: str
    icon: str
    title: str
    line: str
    apart: bool = False


class ChoiceCards(QWidget):
    """``chosen(key)`` on a change; arrows, Home and End choose, as radio buttons do."""

    chosen = Signal(str)
    focus_ring = "outside"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.focus_radius = theme.length("radius", "card")
        self._items: list[ChoiceCard] = []
        self._name, self._at, self._hover = "", 0, -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    def set_items(self, items: Sequence[ChoiceCard], name: str) -> None:
        """These choices, and what they are about; the chosen key stays."""
        key = self.value()
        self._items, self._name = list(items), name
        self.set_value(key)
        self._fit()

    def value(self) -> str:
        """The key of the chosen one, "" before there are any."""
        return self._items[self._at].key if self._items else ""

    def set_value(self, key: str) -> None:
        """Choose without a signal; the first where there is no such key."""
        keys = [item.key for item in self._items]
        self._at = keys.index(key) if key in keys else 0
        self._announce()
        self.update()

    def _announce(self) -> None:
        item = self._items[self._at]
        self.setAccessibleName(f"{self._name}: {item.title}")
        self.setAccessibleDescription(item.line)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))

    def _choose(self, at: int) -> None:
        if 0 <= at < len(self._items) and at != self._at:
            self._at = at
            self._announce()
            self.update()
            self.chosen.emit(self.value())

    # -- geometry

    def _high(self, at: int, width: int) -> int:
        title, line = QFontMetrics(theme.medium("body")), QFontMetrics(theme.font("small"))
        room = QRect(0, 0, max(width - _LEFT - _RIGHT, 60), 500)
        words = line.boundingRect(room, _WRAP, self._items[at].line).height()
        return 2 * _PAD + title.height() + words

    def _boxes(self, width: int) -> list[QRectF]:
        boxes, y = [], 0.0
        for at, item in enumerate(self._items):
            y += 13 if item.apart else 0
            high = self._high(at, width)
            boxes.append(QRectF(0, y, width, high))
            y += high + _GAP
        return boxes

    def sizeHint(self) -> QSize:
        """As high as the words need."""
        boxes = self._boxes(max(self.width(), 160))
        return QSize(240, round(boxes[-1].bottom()) if boxes else 0)

    def minimumSizeHint(self) -> QSize:
        """May be narrow."""
        return QSize(160, self.sizeHint().height())

    def _fit(self) -> None:
        if self.height() != self.sizeHint().height():
            self.setFixedHeight(self.sizeHint().height())
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower is higher."""
        super().resizeEvent(event)
        self._fit()

    def _under(self, point: QPointF) -> int:
        boxes = self._boxes(self.width())
        return next((at for at, box in enumerate(boxes) if box.contains(point)), -1)

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw each choice; the chosen one on a tint with its edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, (item, box) in enumerate(zip(self._items, self._boxes(self.width()), strict=True)):
            if item.apart:
                painter.fillRect(QRectF(0, box.y() - 8, box.width(), 1), theme.color("line"))
            if at == self._at:
                paint_box(painter, box, "selection", "accent", "card")
            elif at == self._hover:
                paint_box(painter, box, "hover", None, "card")
            self._paint_item(painter, item, box, on=at == self._at)
        painter.end()

    def _paint_item(self, painter: QPainter, item: ChoiceCard, box: QRectF, *, on: bool) -> None:
        role = "accent-text" if on else "ink-soft"
        icons.paint(painter, 12, round(box.y()) + _PAD + 1, item.icon, role, _ICON)
        painter.setFont(theme.bold("body") if on else theme.medium("body"))
        painter.setPen(theme.color("ink"))
        words = box.adjusted(_LEFT, _PAD, -_RIGHT, 0)
        high = painter.fontMetrics().height()
        cut = painter.fontMetrics().elidedText(
            item.title, Qt.TextElideMode.ElideRight, int(words.width())
        )
        painter.drawText(QRectF(words.x(), words.y(), words.width(), high), 0, cut)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("ink" if on else "ink-soft"))
        painter.drawText(words.adjusted(0, high, 0, 0), _WRAP, item.line)

    # -- choosing

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what would be chosen."""
        self._hover = self._under(event.position())
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """No hover outside."""
        self._hover = -1
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is under the mouse."""
        self._choose(self._under(event.position()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End choose."""
        targets = {
            Qt.Key.Key_Up: self._at - 1,
            Qt.Key.Key_Left: self._at - 1,
            Qt.Key.Key_Down: self._at + 1,
            Qt.Key.Key_Right: self._at + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self._items) - 1,
        }
        target = targets.get(Qt.Key(event.key()))
        if target is None:
            super().keyPressEvent(event)
        else:
            self._choose(target)


LANGUAGES = {"both": ("en", "es"), "en": ("en",), "es": ("es",)}
ALL, SHOWN = "all", "shown"
Part = Collection[str] | Filter | None


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What was chosen. ``part`` None is everything; ``kind`` a format or "private"."""

    part: Part = None
    kind: str = "xlsx"
    channel: str = "print"
    languages: tuple[str, ...] = ("en", "es")
    private_format: str = "xlsx"

    @property
    def is_private(self) -> bool:
        """Whether it stays with the coalition's own people."""
        return self.kind == words.PRIVATE

    @property
    def format(self) -> str:
        """The format of the file itself."""
        return self.private_format if self.is_private else self.kind


class OptionsPane(Pane):
    """``changed(choice)`` after each choice."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", "r", parent)
        self.choice = ExportChoice()
        self._parts: dict[str, Part] = {ALL: None}
        self._names: dict[str, str] = {}
        self._picked_channel = False
        self.which = Combo(self.tr("Which businesses"))
        self.kinds = ChoiceCards()
        self.channel = Segments([(name, name) for name in exporting.CHANNELS], "", stretch=True)
        self.channel_told = Label("", "small", "ink-soft", wrap=True)
        self.languages = Segments([(key, key) for key in LANGUAGES], "", stretch=True)
        self.private_format = Segments([("xlsx", "Excel"), ("csv", "CSV")], "", stretch=True)
        self._heads = {
            key: Label("", "strong") for key in ("which", "kind", "channel", "language", "private")
        }
        self._arrange()
        self._connect()
        for key, text in (
            ("which", self.tr("Which businesses")),
            ("kind", self.tr("Which file")),
            ("channel", self.tr("For which use")),
            ("language", self.tr("Language")),
            ("private", self.tr("As")),
        ):
            self._heads[key].setText(text)
        self._show_parts()
        cards = [
            ChoiceCard(
                name, words.icon(name), words.title(name), words.use(name), name == words.PRIVATE
            )
            for name in (*exporting.NAMES, words.PRIVATE)
        ]
        self.kinds.set_items(cards, self.tr("Which file"))
        self.channel.set_items(
            [(name, words.channel(name)) for name in exporting.CHANNELS],
            self.tr("For which use"),
        )
        told = {"both": self.tr("Both"), "en": "English", "es": "Español"}
        self.languages.set_items(list(told.items()), self.tr("Language"))
        self.private_format.set_items(
            [("xlsx", "Excel"), ("csv", "CSV")], self.tr("Which file of the private table")
        )
        self.channel_told.setText(words.channel_told(self.choice.channel))
        self._follow()

    def _arrange(self) -> None:
        body = QWidget()
        column = vbox(body, margins=(16, 14, 16, 16), spacing=8)
        for head, *parts in (
            ("which", self.which),
            ("kind", self.kinds),
            ("channel", self.channel, self.channel_told),
            ("language", self.languages),
            ("private", self.private_format),
        ):
            if head != "which":
                column.addSpacing(8)
            column.addWidget(self._heads[str(head)])
            for part in parts:
                column.addWidget(part)
        column.addStretch()
        whole = vbox(self, margins=(0, 0, 1, 0), spacing=None)
        self.column = Scroll(body, "window")
        whole.addWidget(self.column)

    def _connect(self) -> None:
        self.which.picked.connect(lambda key: self._change(part=self._parts[key]))
        self.kinds.chosen.connect(self._change_kind)
        self.channel.chosen.connect(self._change_channel)
        self.languages.chosen.connect(lambda key: self._change(languages=LANGUAGES[key]))
        self.private_format.chosen.connect(lambda key: self._change(private_format=key))

    def resume(self, before: Self) -> None:
        """The same choices in another language."""
        self.choice, self._picked_channel = before.choice, before._picked_channel
        self._parts, self._names = before._parts, before._names
        self._show_parts()
        for name in ("which", "kinds", "languages", "private_format"):
            getattr(self, name).set_value(getattr(before, name).value())
        self._follow()

    # -- which businesses

    def show_parts(self, shown: Part, lists: Sequence[tuple[str, Filter]] = ()) -> None:
        """Offer what the directory showed (None: nothing in particular) and the saved lists."""
        self._parts, self._names = {ALL: None}, {}
        if shown is not None:
            self._parts[SHOWN] = shown
        for at, (name, wanted) in enumerate(lists):
            self._parts[f"list {at}"] = wanted
            self._names[f"list {at}"] = name
        self._show_parts()

    def choose_part(self, key: str) -> None:
        """Choose one of the parts that are offered; everything, where there is none of the key."""
        key = key if key in self._parts else ALL
        self.which.set_value(key)
        self._change(part=self._parts[key])

    def _show_parts(self) -> None:
        told = {ALL: self.tr("All in the directory"), SHOWN: self._shown_words()}
        self.which.set_items([(key, self._names.get(key) or told[key]) for key in self._parts])
        if not self.which.value():
            self.which.set_value(ALL)

    def _shown_words(self) -> str:
        part = self._parts.get(SHOWN)
        if part is None or isinstance(part, Filter):
            return self.tr("What the directory shows")
        return self.tr("The selected ones")

    # -- what was chosen

    def _change_kind(self, kind: str) -> None:
        channel = self.choice.channel
        if not self._picked_channel:
            channel = "print" if kind == words.PRIVATE else exporting.known(kind).channel
        self._change(kind=kind, channel=channel)

    def _change_channel(self, channel: str) -> None:
        self._picked_channel = True
        self._change(channel=channel)

    def _change(self, **changes: object) -> None:
        self.choice = replace(self.choice, **changes)  # type: ignore[arg-type]  # its fields
        self._follow()
        self.changed.emit(self.choice)

    def _follow(self) -> None:
        """Show the questions that this kind of file has."""
        private = self.choice.is_private
        self.channel.set_value(self.choice.channel)
        self.channel_told.setText(words.channel_told(self.choice.channel))
        for widget in (self.channel, self.channel_told, self.languages):
            widget.setVisible(not private)
        self._heads["channel"].setVisible(not private)
        self._heads["language"].setVisible(not private)
        self._heads["private"].setVisible(private)
        self.private_format.setVisible(private)
