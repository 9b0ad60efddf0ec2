"""The two keys that must not wait for a dialog: lock, and close at once.

A shortcut of the main window is silent under a modal dialog, which is where somebody may be when
another comes in at the door. So these are heard at the windows of the system, as input is
for the idle watch.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QWindow


class AnywhereKeys(QObject):
    """Calls an act when its keys are pressed in any window of the program."""

    def __init__(self, parent: QObject, acts: Mapping[str, Callable[[], object]]) -> None:
        """``acts``: by keys as QKeySequence reads them."""
        super().__init__(parent)
        self._acts = {QKeySequence(keys).toString(): act for keys, act in acts.items()}
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self._listen)
        for window in app.topLevelWindows():
            self._listen(window)

    def _listen(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that are ours, and let all else go on."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        act = self._acts.get(QKeySequence(event.keyCombination()).toString())
        if act is None or event.isAutoRepeat():
            return False
        act()
        return True
