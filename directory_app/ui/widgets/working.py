"""What the program is doing, with Cancel: shown for any job that takes over half a second."""

import time

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from directory_app.progress import TimeLeft
from directory_app.ui.jobs import Job
from directory_app.ui.widgets import how_far
from directory_app.ui.widgets.base import Card, Label, Translated
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.progress import Progress


class Working(Translated, Card):
    """A card at the bottom centre of the window, one job at a time; others wait for their turn.

    ``stopped(job)``: a person stopped it here, and it did stop.
    """

    stopped = Signal(object)

    def __init__(self, page: QWidget) -> None:
        super().__init__("raised", "line-strong", page)
        self._page = page
        self._job: Job | None = None
        self._waiting: list[Job] = []
        self._is_stopped = False  # by a person, and here: pages stop what they want no more
        self._told: tuple[int, int, str] = (0, 0, "")
        self._left = TimeLeft()
        self._label = Label("", "body", elide=True)
        self._more = Label("", "small", "ink-soft", elide=True)
        self._bar = Progress()
        self._cancel = Button("", "plain", size="small")
        self._cancel.clicked.connect(self._stop)
        # once a second: words that change with each report cannot be read
        self._beat = QTimer(self, interval=1000)
        self._beat.timeout.connect(self._say)
        self._lay_out()
        page.installEventFilter(self)
        self.retranslate()
        self.hide()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 12, 12)
        row.setSpacing(16)
        column = QVBoxLayout()
        column.setSpacing(6)
        for widget in (self._label, self._bar, self._more):
            column.addWidget(widget)
        row.addLayout(column, 1)
        row.addWidget(self._cancel)

    def retranslate(self) -> None:
        """Set the texts."""
        self._cancel.setText(self.tr("Cancel"))
        self._bar.setAccessibleName(self.tr("Progress"))
        self._say()

    def follow(self, job: Job) -> None:
        """Show a job until it ends, or after the one that is shown."""
        if job.is_over:
            return
        if self._job is not None:
            self._waiting.append(job)
            return
        self._job, self._is_stopped = job, False
        self._left, self._told = TimeLeft(), (0, 0, "")
        self._cancel.setVisible(not job.must_finish)  # a save does not stop half way
        self._cancel.setEnabled(not job.is_cancelled)
        unnamed = self.tr("Saving…") if job.must_finish else self.tr("Working…")
        self._label.setText(job.text or unnamed)
        self.setAccessibleName(self._label.whole_text())
        self._bar.set_part(0, 0)
        self._say()
        job.progressed.connect(self._progressed)
        job.ended.connect(self._ended)
        self._beat.start()
        self._place()
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _progressed(self, done: int, total: int, text: str) -> None:
        self._told = (done, total, text)
        self._left.heard(done, total, time.monotonic())
        self._bar.set_part(done, total)
        if not self._more.whole_text():
            self._say()

    def _say(self) -> None:
        """The line below the bar; its room stays where there is nothing to say yet."""
        seconds = self._left.seconds(time.monotonic())
        self._more.setText(how_far.line(*self._told, seconds))

    def _stop(self) -> None:
        if self._job is not None:
            self._is_stopped = True
            self._job.cancel()
            self._cancel.setEnabled(False)
            self._label.setText(self.tr("Stopping…"))

    def _ended(self) -> None:
        job, self._job = self._job, None
        self._beat.stop()
        self._bar.rest()
        self.hide()
        if job is not None and job.was_stopped and self._is_stopped:
            self.stopped.emit(job)
        waiting, self._waiting = self._waiting, []
        for one in waiting:
            self.follow(one)

    def take_keyboard(self) -> None:
        """F6 came here."""
        self._cancel.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _place(self) -> None:
        wide = min(420, self._page.width() - 32)
        high = self.sizeHint().height()
        x = (self._page.width() - wide) // 2
        self.setGeometry(x, self._page.height() - high - 48, wide, high)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False
