"""What the program is doing, with Cancel: shown for any job that takes over half a second."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from directory_app.ui import theme
from directory_app.ui.jobs import Job
from directory_app.ui.widgets.base import Label, Translated, paint_box
from directory_app.ui.widgets.buttons import Button


class Bar(QWidget):
    """How far, of how much; an unknown total shows a resting bar."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(4)
        self._part = 0.0

    def set_part(self, done: int, total: int) -> None:
        """Show ``done`` of ``total``."""
        self._part = min(done / total, 1.0) if total else 0.0
        self.setAccessibleDescription(f"{self._part:.0%}" if total else "")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the track and the part."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        rect = QRectF(self.rect())
        painter.setBrush(theme.color("line"))
        painter.drawRoundedRect(rect, 2, 2)
        rect.setWidth(rect.width() * self._part)
        painter.setBrush(theme.color("accent"))
        painter.drawRoundedRect(rect, 2, 2)
        painter.end()


class Working(Translated, QWidget):
    """A card at the bottom centre of the window, one job at a time."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._job: Job | None = None
        self._label = Label("", "body", elide=True)
        self._bar = Bar()
        self._cancel = Button("", "plain", size="small")
        self._cancel.clicked.connect(self._stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 12, 12)
        row.setSpacing(16)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self._label)
        column.addWidget(self._bar)
        row.addLayout(column, 1)
        row.addWidget(self._cancel)
        page.installEventFilter(self)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Set the texts."""
        self._cancel.setText(self.tr("Cancel"))
        self._bar.setAccessibleName(self.tr("Progress"))

    def follow(self, job: Job) -> None:
        """Show a job until it ends."""
        if self._job is not None or job.is_over:
            return
        self._job = job
        self._cancel.setEnabled(True)
        self._label.setText(job.text or self.tr("Working…"))
        self.setAccessibleName(self._label.whole_text())
        self._bar.set_part(0, 0)
        job.progressed.connect(self._progressed)
        job.ended.connect(self._ended)
        self._place()
        self.show()
        self.raise_()

    def _progressed(self, done: int, total: int, text: str) -> None:
        if text:
            self._label.setText(text)
        self._bar.set_part(done, total)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._cancel.setEnabled(False)
            self._label.setText(self.tr("Stopping…"))

    def _ended(self) -> None:
        self._job = None
        self.hide()

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

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_box(painter, QRectF(self.rect()), "raised", "line-strong", "card")
        painter.end()
