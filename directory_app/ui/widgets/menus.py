"""Menus on paper: room around the words, a rounded mark, our own lines; not the desktop's."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QMenu

from directory_app.ui import theme

_SHEET = """
QMenu {{ background: {base}; color: {ink}; border: 1px solid {edge}; padding: 4px; }}
QMenu::item {{ padding: 5px 24px 5px 12px; border-radius: 6px; }}
QMenu::item:selected {{ background: {selection}; color: {ink}; }}
QMenu::item:disabled {{ color: {faint}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 8px; }}
QMenu::icon {{ left: 8px; }}
QMenu::indicator {{ width: 16px; height: 16px; left: 8px; }}
"""


#: A property of actions of which one ticks several: the menu stays open.
STAYS = "stays"


class Menu(QMenu):
    """A menu, and with it all its parts, in the colours of the moment."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick, and stay open for the next."""
        if not self._tick(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks and stays; Enter ticks and is done."""
        if event.key() != Qt.Key.Key_Space or not self._tick(self.activeAction()):
            super().keyPressEvent(event)

    @staticmethod
    def _tick(action: QAction | None) -> bool:
        stays = action is not None and action.isEnabled() and bool(action.property(STAYS))
        if action is not None and stays:
            action.trigger()
        return stays

    def showEvent(self, event: QShowEvent) -> None:
        """Dress before it is seen: light may have become dark."""
        self.dress()
        super().showEvent(event)

    def dress(self) -> None:
        """Take on the colours there are now."""
        colors = {
            "base": "base",
            "ink": "ink",
            "edge": "line-strong",
            "selection": "selection",
            "faint": "disabled",
            "line": "line",
        }
        sheet = _SHEET.format(**{name: theme.color(role).name() for name, role in colors.items()})
        if sheet != self.styleSheet():
            self.setStyleSheet(sheet)
