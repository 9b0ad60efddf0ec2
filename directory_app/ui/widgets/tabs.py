"""One of a few, side by side: segments, and tabs with counts above a table. Both are a QTabBar."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFontMetrics,
    QIcon,
    QKeyEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QTabBar, QWidget

from directory_app.ui import icons, theme
from directory_app.ui.style import TAB_APART, TAB_GAP, TAB_PAD

_SEGMENT_PAD, _ICON = 12, 22


class _Bar(QTabBar):
    """What both share. ``chosen(key)`` when a person chose; the key is the tab's data."""

    chosen = Signal(str)
    focus_ring = "outside"
    #: Which of the two, for the style.
    look = ""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.focus_radius = theme.length("radius", "field")
        self._name = name
        self.setDrawBase(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.currentChanged.connect(self._changed)

    def _changed(self, _at: int) -> None:
        self._announce()
        self.chosen.emit(self.value())

    def value(self) -> str:
        """The key of the chosen one, or ""."""
        return str(self.tabData(self.currentIndex()) or "")

    def set_value(self, key: str) -> None:
        """Choose without a signal."""
        keys = [self.tabData(at) for at in range(self.count())]
        with QSignalBlocker(self):
            self.setCurrentIndex(keys.index(key) if key in keys else 0)
        self._announce()

    def _announce(self) -> None:
        if self.count():
            at = self.currentIndex()
            words = self.accessibleTabName(at) or self.tabText(at)
            self.setAccessibleName(f"{self._name}: {words}")
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End choose."""
        at = self.currentIndex()
        moves = {
            Qt.Key.Key_Left: at - 1,
            Qt.Key.Key_Up: at - 1,
            Qt.Key.Key_Right: at + 1,
            Qt.Key.Key_Down: at + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: self.count() - 1,
        }
        target = moves.get(Qt.Key(event.key()))
        if target is None:
            super().keyPressEvent(event)
        elif 0 <= target < self.count():
            self.setCurrentIndex(target)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel scrolls the page."""
        event.ignore()


class Segments(_Bar):
    """A choice of ``items``: (key, words) or (key, words, icon).

    ``name`` is what the choice is about, for a screen reader, which also hears the words of
    the chosen one. ``stretch=True`` shares the whole width.
    """

    look = "segments"

    def __init__(
        self,
        items: Sequence[tuple[str, ...]],
        name: str,
        *,
        stretch: bool = False,
        size: str = "body",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent)
        #: The type style of its words.
        self.style_name = size
        self._icons: list[str] = []
        self.setExpanding(stretch)
        across = QSizePolicy.Policy.Expanding if stretch else QSizePolicy.Policy.Fixed
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self.set_items(items)

    def set_items(self, items: Sequence[tuple[str, ...]], name: str = "") -> None:
        """Other words (after a change of language); the chosen key stays where it exists."""
        key = self.value()
        self._name = name or self._name
        with QSignalBlocker(self):
            while self.count():  # before the icons go: Qt asks for the room of those that stay
                self.removeTab(0)
            self._icons = [item[2] if len(item) > 2 else "" for item in items]
            for at, item in enumerate(items):
                self.addTab(item[1].replace("&", "&&"))
                self.setTabData(at, item[0])
                self.setAccessibleTabName(at, item[1])
        self.set_value(key)
        self.updateGeometry()

    # -- for the style

    def look_of(self, at: int) -> tuple[str, str]:
        """Ground and ink of the chosen one."""
        return "accent-tint", "accent-text"

    def room_before(self, at: int, on: bool) -> int:
        """For what stands before the words."""
        return _ICON if self._icons[at] else 0

    def paint_before(self, painter: QPainter, x: float, at: int, on: bool) -> None:
        """Its icon, filled where it is the chosen one."""
        if name := self._icons[at]:
            role = self.look_of(at)[1] if on else "ink-soft"
            icons.paint(painter, round(x), round(self.height() / 2 - 8), name, role, 16, fill=on)

    def tabSizeHint(self, at: int) -> QSize:
        """As wide as the words."""
        words = self.accessibleTabName(at) or self.tabText(at)
        width = QFontMetrics(theme.bold(self.style_name)).horizontalAdvance(words)
        width += 2 * _SEGMENT_PAD + self.room_before(at, True)
        return QSize(width, theme.height("segment", self.style_name))

    def minimumTabSizeHint(self, at: int) -> QSize:
        """Never cut."""
        return self.tabSizeHint(at)

    def sizeHint(self) -> QSize:
        """All of them."""
        wide = sum(self.tabSizeHint(at).width() for at in range(self.count()))
        return QSize(wide, theme.height("segment", self.style_name))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()


@dataclass(slots=True)
class Tab:
    """``apart`` draws a line before it; ``role`` is the colour of its icon."""

    key: str
    words: str
    icon: str = ""
    role: str = "ink-soft"
    count: int = 0
    apart: bool = False
    fill: bool = False


class Tabs(_Bar):
    """Words and counts, the chosen one on ``selection``.

    Where there is no room for words, the icons and counts stay.
    """

    look = "tabs"

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._tabs: list[Tab] = []
        #: Whether the words are left out, for the style.
        self.compact = False
        self.setExpanding(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_tabs(self, tabs: Sequence[Tab], name: str = "") -> None:
        """Show these; the chosen key stays where it exists."""
        key = self.value()
        self._name = name or self._name
        self._tabs = list(tabs)
        with QSignalBlocker(self):
            while self.count():
                self.removeTab(0)
            for at, tab in enumerate(tabs):
                self.addTab(icons.icon(tab.icon, tab.role) if tab.icon else QIcon(), "")
                self.setTabData(at, tab.key)
            self._say()
        self.set_value(key)
        self.updateGeometry()

    def set_counts(self, counts: dict[str, int]) -> None:
        """Show other counts."""
        for tab in self._tabs:
            tab.count = counts.get(tab.key, 0)
        self._say()
        self._announce()

    def _say(self) -> None:
        """The words and the number of each; as in menus, a tab sign parts the two."""
        self.compact = self._total(words=True) > self.width()
        for at, tab in enumerate(self._tabs):
            self.setTabText(at, f"{tab.words.replace('&', '&&')}\t{tab.count}")
            self.setAccessibleTabName(at, f"{tab.words} {tab.count}")
            self.setTabToolTip(at, tab.words if self.compact else "")

    def is_apart(self, at: int) -> bool:
        """Whether a line stands before it."""
        return self._tabs[at].apart

    def _wide(self, tab: Tab, *, words: bool) -> int:
        metrics = QFontMetrics(theme.bold("body"))
        width = 2 * TAB_PAD + metrics.horizontalAdvance(str(tab.count)) + 6 + TAB_GAP
        if words or not tab.icon:
            width += metrics.horizontalAdvance(tab.words) + 2
        return width + (_ICON if tab.icon else 0) + (TAB_APART if tab.apart else 0)

    def _total(self, *, words: bool) -> int:
        return sum(self._wide(tab, words=words) for tab in self._tabs)

    def tabSizeHint(self, at: int) -> QSize:
        """With words or without."""
        wide = self._wide(self._tabs[at], words=not self.compact) if at < len(self._tabs) else 0
        return QSize(wide, theme.height("filterbar", "body"))

    def minimumTabSizeHint(self, at: int) -> QSize:
        """Never cut."""
        return self.tabSizeHint(at)

    def sizeHint(self) -> QSize:
        """Room for the words."""
        return QSize(self._total(words=True), theme.height("filterbar", "body"))

    def minimumSizeHint(self) -> QSize:
        """Room for the icons and counts."""
        return QSize(self._total(words=False), theme.height("filterbar", "body"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The words where there is room for them."""
        if self.compact != (self._total(words=True) > self.width()):
            self._say()
        super().resizeEvent(event)
