"""Rows that somebody copied in a spreadsheet, on their way to the review of an import."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from directory_app.importing import Pasted, looks_like_rows
from directory_app.ui import clipboard

translate = QCoreApplication.translate


def mount(widget: QWidget, take: "Callable[[Pasted], object]", say: Callable[..., object]) -> None:
    """Ctrl+V in a widget, not in its fields: ``take`` gets rows, ``say`` why there are none.

    ``say(text, icon, undoable)`` is a page's ``said``.
    """
    shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), widget)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(lambda: paste(take, say))


def paste(take: "Callable[[Pasted], object]", say: Callable[..., object]) -> None:
    """Hand over what is on the clipboard, if it is rows."""
    text = clipboard.rows()
    if looks_like_rows(text):
        take(Pasted(text, translate("Pasting", "What was pasted")))
        return
    words = translate("Pasting", "There are no rows to paste: copy some in a spreadsheet first")
    say(words, "info", False)
