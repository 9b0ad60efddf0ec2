"""What all fields share: a clear ground, and an edge that turns red while there is a problem."""

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QPalette,
)
from PySide6.QtWidgets import (
    QWidget,
)

from directory_app.ui import theme


def clear_ground(widget: QWidget) -> None:
    """Let the drawn box show through, with the colours of text and selection."""
    palette = widget.palette()
    palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
    palette.setColor(QPalette.ColorRole.Highlight, theme.color("selection"))
    palette.setColor(QPalette.ColorRole.Text, theme.color("ink"))
    palette.setColor(QPalette.ColorRole.PlaceholderText, theme.color("ink-faint"))
    widget.setPalette(palette)


class Boxed:
    """Mixin of fields: the edge turns red while ``problem`` is set."""

    focus_ring = "outside"
    problem = False

    def set_problem(self, problem: bool) -> None:
        """Turn the edge red, or back."""
        if problem != self.problem:
            self.problem = problem
            self.update()  # type: ignore[attr-defined]  # of the QWidget beside it

    def _edge(self) -> str:
        return "danger" if self.problem else "line-strong"
