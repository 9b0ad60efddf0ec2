"""Menus on paper: room around the words, a rounded mark, our own lines; not the desktop's."""

from PySide6.QtGui import QShowEvent
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


class Menu(QMenu):
    """A menu, and with it all its parts, in the colours of the moment."""

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
