"""An icon as a widget; and with a sentence beside it: what is so, what was done, what to mind."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from directory_app.ui import icons, theme
from directory_app.ui.widgets.base import Grounded, Label


class IconMark(QWidget):
    """``name`` in the colour of ``role``, ``size`` px square. The words beside it say it."""

    def __init__(
        self, name: str = "", role: str = "ink-soft", size: int = icons.ROW, *, fill: bool = False
    ) -> None:
        super().__init__()
        self._name, self._role, self._fill = name, role, fill
        self.setFixedSize(size, size)

    def set_icon(self, name: str, role: str, *, fill: bool | None = None) -> None:
        """Show another; "" for none."""
        self._name, self._role = name, role
        self._fill = self._fill if fill is None else fill
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it at the screen's own resolution."""
        if self._name:
            painter = QPainter(self)
            icons.paint(painter, 0, 0, self._name, self._role, self.width(), fill=self._fill)
            painter.end()


class Remark(QWidget):
    """``icon`` of ``size`` in the colour of ``role`` before wrapped plain words.

    ``label`` may be given where the words are somebody else's to set.
    """

    def __init__(
        self,
        icon: str,
        role: str = "ink-soft",
        text: str = "",
        *,
        ink: str = "ink",
        style: str = "body",
        fill: bool = False,
        size: int = icons.ROW,
        gap: int = 8,
        margins: tuple[int, int, int, int] = (0, 1, 0, 1),
        level: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignTop,
        label: Label | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.mark = IconMark(icon, role, size, fill=fill)
        self.label = label or Label(text, style, ink, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(*margins)
        row.setSpacing(gap)
        row.addWidget(self.mark, 0, level)
        # at the top as the icon is, however high the row: else the two part
        row.addWidget(self.label, 1, level)
        if not text and label is None:
            self.hide()  # shown without a parent it would be a window

    def set_words(self, text: str) -> None:
        """Other words; none hides it. To be called once it lies in a window."""
        self.label.setText(text)
        self.setVisible(bool(text))

    def set_icon(self, icon: str, role: str, *, fill: bool | None = None) -> None:
        """Another icon; none leaves its room to the words."""
        self.mark.set_icon(icon, role, fill=fill)
        self.mark.setVisible(bool(icon))

    def text(self) -> str:
        """The words."""
        return self.label.whole_text()


class Tag(Grounded, Remark):
    """A count or a state in a pill, after its icon. ``role``: ok, warn, danger, or quiet."""

    def __init__(self, icon: str, role: str, text: str) -> None:
        ink = "ink" if role == "quiet" else role
        label = Label(text, "small", ink)
        label.setFont(theme.medium("small"))
        super().__init__(
            icon,
            ink,
            label=label,
            fill=True,
            size=14,
            gap=6,
            margins=(10, 0, 10, 0),
            level=Qt.AlignmentFlag.AlignVCenter,
        )
        ground = "selection-inactive" if role == "quiet" else f"{role}-tint"
        self.set_ground(ground, None, "chip")
        self.setAccessibleName(text)
        self.setFixedHeight(theme.height("chip", "small"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
