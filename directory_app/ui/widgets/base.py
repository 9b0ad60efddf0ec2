"""What all kit widgets share: words that follow the language, labels, lines, panes, scrolling."""

from typing import cast

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QScrollArea,
    QScrollBar,
    QSizePolicy,
    QWidget,
)

from directory_app.ui import theme
from directory_app.ui.style import Ground
from directory_app.ui.widgets import tips


class Translated:
    """Mixin, named first: calls ``retranslate()`` when the language changes.

    Set every text in ``retranslate`` and call it once at the end of ``__init__``. Uncommon
    bases must call ``super().changeEvent``.
    """

    def retranslate(self) -> None:
        """Set the texts. Overridden."""

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)  # type: ignore[misc]  # of the QWidget beside it


class Label(QLabel):
    """Plain words in a style and a role of the theme. Never markup.

    ``elide=True`` cuts at the end with an ellipsis and shows the whole as a tooltip.
    """

    def __init__(
        self,
        text: str = "",
        style: str = "body",
        role: str = "ink",
        *,
        wrap: bool = False,
        elide: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(style))
        self.setWordWrap(wrap)
        self._role, self._whole, self._elide = role, text, elide
        if elide:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            self.setMinimumWidth(24)
        self._colour()
        self.setText(text)

    def set_role(self, role: str) -> None:
        """Take another colour."""
        self._role = role
        self._colour()

    def setText(self, text: str) -> None:
        """Show other words."""
        self._whole = text
        self._show()

    def whole_text(self) -> str:
        """The words before any ellipsis."""
        return self._whole

    def sizeHint(self) -> QSize:
        """Room for the whole text."""
        hint = super().sizeHint()
        if self._elide:
            hint.setWidth(QFontMetrics(self.font()).horizontalAdvance(self._whole) + 2)
        return hint

    def _show(self) -> None:
        shown = self._whole
        if self._elide and self.width() > 0:
            shown = QFontMetrics(self.font()).elidedText(
                self._whole, Qt.TextElideMode.ElideRight, max(self.width(), 24)
            )
            self.setToolTip(tips.plain(self._whole) if shown != self._whole else "")
        super().setText(shown)
        self.setAccessibleName(self._whole)

    def _colour(self) -> None:
        palette = self.palette()
        if palette.color(QPalette.ColorRole.WindowText) != theme.color(self._role):
            palette.setColor(QPalette.ColorRole.WindowText, theme.color(self._role))
            self.setPalette(palette)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut again."""
        super().resizeEvent(event)
        if self._elide:
            self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        if event.type() in (QEvent.Type.ApplicationPaletteChange, QEvent.Type.PaletteChange):
            self._colour()
        super().changeEvent(event)


def see_through(widget: QWidget) -> None:
    """Let the ground behind show. All other colours stay the program's, and follow it.

    A palette that names them itself keeps those of the light in the dark.
    """
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
    widget.setPalette(palette)


class Grounded:
    """Mixin, named first: the style draws a ground behind what is in the widget."""

    ground: Ground | None = None

    def set_ground(
        self,
        role: str | None = None,
        edge: str | None = None,
        radius: str = "",
        *,
        lines: str = "",
        bar: str | None = None,
        dashed: bool = False,
    ) -> None:
        """As ``style.Ground`` says; also later, when something else is so."""
        ground = Ground(role, edge, radius, lines, bar, dashed)
        if ground != self.ground:
            self.ground = ground
            widget = cast("QWidget", self)
            widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
            widget.update()


class Pane(Grounded, QWidget):
    """A ground of one role, with a cosmetic line on the sides named in ``lines`` (of "tblr")."""

    def __init__(
        self, role: str | None = "window", lines: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.set_ground(role, lines=lines)


class Line(Pane):
    """One device pixel of ``line`` between panes. ``vertical=True`` stands."""

    def __init__(self, *, vertical: bool = False, parent: QWidget | None = None) -> None:
        super().__init__("line", parent=parent)
        if vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)


class Card(Grounded, QWidget):
    """A raised thing that one can pick up: event, choice. ``ground`` and ``edge`` are roles."""

    def __init__(
        self, ground: str = "raised", edge: str | None = "line", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.set_ground(ground, edge, "card")


class Keys(Grounded, Label):
    """A hint at keys, in its small box."""

    def __init__(self, keys: str = "", ink: str = "ink-soft") -> None:
        super().__init__(keys, "caption", ink)
        self.set_ground(None, ink, "tick")
        self.setContentsMargins(5, 1, 5, 1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class ScrollBar(QScrollBar):
    """A thin thumb without arrows, drawn by the style."""

    def __init__(
        self, way: Qt.Orientation = Qt.Orientation.Vertical, parent: QWidget | None = None
    ) -> None:
        super().__init__(way, parent)
        self.setAccessibleName(self.tr("Scroll"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Scroll"))
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """10 px thick."""
        hint = super().sizeHint()
        if self.orientation() == Qt.Orientation.Vertical:
            return QSize(10, hint.height())
        return QSize(hint.width(), 10)


class Scroll(Grounded, QScrollArea):
    """A scrolling column without a frame, on the ground of its parent."""

    def __init__(
        self, content: QWidget, ground: str = "base", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        # our own viewport: Qt's would be wrapped by trying every widget class there is
        self.setViewport(QWidget())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(ScrollBar(Qt.Orientation.Vertical))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.set_ground(ground)
        self.setWidget(content)
        content.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
