"""How much room there is on the screen."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget


def on_screen_of(widget: QWidget) -> QSize:
    """The free room of the screen on which a widget is, or will be.

    Not by ``widget.screen()``: PySide takes what that gives for a child of the widget, and
    deletes the screen with it.
    """
    screen = QGuiApplication.screenAt(widget.window().geometry().center())
    return (screen or QGuiApplication.primaryScreen()).availableSize()
