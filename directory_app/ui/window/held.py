"""A lock that cannot keep what is being typed: it locks all the same, and holds it in memory.

The usual lock ends the process, so that nothing is left in memory. Where the disk took nothing
(it is full, or was pulled out), that would lose what somebody typed. So every window is hidden,
a passphrase stands before them, and the program tries again and again until there is room.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QWidget

from directory_app.errors import UserError
from directory_app.progress import Progress
from directory_app.store.folder import Folder
from directory_app.store.keys import unlock
from directory_app.ui import alerts, spoken
from directory_app.ui.jobs import JobRunner
from directory_app.ui.widgets.dialogs import Dialog
from directory_app.ui.window.welcome import Lock

#: Seconds between two tries to keep it.
_AGAIN = 5


@dataclass(frozen=True, slots=True)
class Deeds:
    """What may become of it: ``keep`` tries once more (what was in the way, or None)."""

    keep: Callable[[], Exception | None]
    lock: Callable[[], None]
    stay: Callable[[], None]


class HeldLock(Lock):
    """The lock over hidden windows, as a window of its own.

    The right passphrase shows them again (``stay``); once all is kept, or somebody gives it
    up, the usual lock follows (``lock``).
    """

    def __init__(self, path: Path, error: Exception, runner: JobRunner, deeds: Deeds) -> None:
        self._error = error
        super().__init__(path)
        self._runner, self._deeds = runner, deeds
        self._is_over = False
        self.keyring.hide()
        self.switch.hide()
        self.setWindowTitle("Puertas")
        # the program's own window is hidden meanwhile: this one must not end it by closing
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self._beat = QTimer(self, interval=_AGAIN * 1000)
        self._beat.timeout.connect(self.try_again)
        self._beat.start()
        self.unlock_wanted.connect(self._prove)
        self.other_wanted.connect(self.close)

    def retranslate(self) -> None:
        """Set the texts: why it waits, and the way out."""
        super().retranslate()
        told = self.tr(
            "Locked. What you typed cannot be kept yet and waits here: make room on the disk."
        )
        why = spoken.whole(self._error) if isinstance(self._error, UserError) else ""
        self.code.setText(f"{why}\n\n{told}".strip())
        self.other.setText(self.tr("Lock without keeping it"))
        self.other.set_icon("lock-simple")

    def try_again(self) -> None:
        """Keep it now, if it can be kept by now; then nothing is in the way of the lock."""
        error = self._deeds.keep()
        if error is None:
            self._end(self._deeds.lock)
        else:
            self._error = error
            self.retranslate()

    def _prove(self, secret: str) -> None:
        def work(_progress: Progress) -> None:
            unlock(Folder(self.path), secret)

        def failed(error: Exception) -> None:
            self.refuse(spoken.whole(error))

        self._runner.start(
            work, lambda _proven: self._end(self._deeds.stay), failed=failed, lane="read"
        )

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing it gives up what was typed: asked first."""
        if self._is_over:
            event.accept()
            return
        event.ignore()
        if alerts.ask(
            self.tr("Lock without keeping it?"),
            self.tr("What you typed and did not save is lost then."),
            self.tr("Lock without keeping it"),
            danger=True,
            parent=self,
        ):
            self._end(self._deeds.lock)

    def _end(self, then: Callable[[], None]) -> None:
        if self._is_over:
            return
        self._is_over = True
        self._beat.stop()
        self.close()
        self.deleteLater()
        then()


def hide_all() -> list[QWidget]:
    """Hide every window of the program at once; those that can be shown again."""
    shown = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    for each in shown:
        each.hide()
    return [each for each in shown if not _was_answered(each)]


def _was_answered(widget: QWidget) -> bool:
    """Menus, and questions that somebody's own loop waited for: hiding them was an answer."""
    if isinstance(widget, alerts.Alert):
        return not widget.testAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return not isinstance(widget, Dialog) and widget.windowType() != Qt.WindowType.Window


def show_again(widgets: Iterable[QWidget]) -> None:
    """Show what was hidden, dialogs over their window."""
    for each in sorted(widgets, key=lambda one: isinstance(one, Dialog)):
        if isinstance(each, Dialog):
            each.open()
        else:
            each.show()
