"""The six words of a packet, large and numbered, to be told by telephone."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from directory_app.ui import theme
from directory_app.ui.widgets.base import Card, Label
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.layouts import STRETCH, hbox, vbox


class _Words(QWidget):
    """Words in two or three columns, each with its number."""

    focus_ring = "outside"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words: tuple[str, ...] = ()
        self.focus_radius = theme.length("radius", "field")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _line(self) -> int:
        return QFontMetrics(theme.font("title")).height() + 10

    def _columns(self, width: int) -> int:
        widest = max(
            (QFontMetrics(theme.font("title")).horizontalAdvance(word) for word in self.words),
            default=0,
        )
        return 3 if width >= 3 * (widest + 52) else 2 if width >= 2 * (widest + 52) else 1

    def hasHeightForWidth(self) -> bool:
        """Fewer columns where it is narrow."""
        return True

    def heightForWidth(self, width: int) -> int:
        """All lines."""
        return -(-len(self.words) // self._columns(width)) * self._line()

    def sizeHint(self) -> QSize:
        """For its present width."""
        return QSize(480, self.heightForWidth(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw them."""
        painter = QPainter(self)
        columns = self._columns(self.width())
        wide, high = self.width() / columns, self._line()
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        for at, word in enumerate(self.words):
            box = QRectF((at % columns) * wide, (at // columns) * high, wide, high)
            painter.setFont(theme.tabular(theme.font("small")))
            painter.setPen(theme.color("ink-soft"))
            painter.drawText(box, flags, str(at + 1))
            painter.setFont(theme.font("title"))
            painter.setPen(theme.color("ink"))
            painter.drawText(box.adjusted(22, 0, 0, 0), flags, word)
        painter.end()


class WordCard(Card):
    """``others_wanted``: other words; ``copy_wanted``: onto the clipboard."""

    others_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._title = Label(self.tr("Its passphrase"), "strong")
        self._hint = Label(
            self.tr(
                "Tell these words by telephone, one by one. They open this alone, and are kept "
                "nowhere: write them down until it is open."
            ),
            "small",
            "ink-soft",
            wrap=True,
        )
        self._words = _Words()
        self.others = Button(
            self.tr("Other words"), "plain", icon="arrow-counter-clockwise", size="small"
        )
        self.copy = Button(self.tr("Copy"), "flat", icon="copy", size="small")
        self.others.clicked.connect(self.others_wanted)
        self.copy.clicked.connect(self.copy_wanted)
        foot = hbox(None, self.others, self.copy, STRETCH, spacing=8)
        vbox(self, self._title, self._words, self._hint, foot, margins=(16, 14, 16, 14), spacing=8)
        self._name()

    def show_words(self, words: str) -> None:
        """Show other words."""
        self._words.words = tuple(words.split())
        self._name()
        self._words.updateGeometry()
        self._words.update()

    def text(self) -> str:
        """The words as they are typed."""
        return " ".join(self._words.words)

    def _name(self) -> None:
        self._words.setAccessibleName(self.tr("The passphrase: %1").replace("%1", self.text()))
