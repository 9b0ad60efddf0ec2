"""The queue beside the call: how much of it is done, who waits, and what else can be done."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from directory_app.tasks.verifying import Item
from directory_app.ui import icons, theme
from directory_app.ui.pages.verify.queue_list import QueueList
from directory_app.ui.plurals import count
from directory_app.ui.widgets.base import Label, Pane, Translated
from directory_app.ui.widgets.buttons import Button

_WIDTH = 260
#: A call takes about so many minutes.
_MINUTES = 2


class _Bar(QWidget):
    """How much of the queue is done."""

    def __init__(self) -> None:
        super().__init__()
        self.share = 0.0
        self.setFixedHeight(6)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A thin bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for role, share in (("line", 1.0), ("accent", self.share)):
            painter.setBrush(theme.color(role))
            if share:
                painter.drawRoundedRect(0, 0, max(6, round(self.width() * share)), 6, 3, 3)
        painter.end()


class QueuePane(Translated, Pane):
    """Its parts are public: ``list``, and the buttons ``print``, ``sheets`` and ``finish``."""

    def __init__(self) -> None:
        super().__init__("sidebar", "r")
        self._items: Sequence[Item] = ()
        self.title = Label("", "page-name")
        self.done = Label("", "small", "ink-soft")
        self.left = Label("", "small", "ink-soft")
        self.bar = _Bar()
        self.list = QueueList()
        self.print = Button("", "flat", icon="printer")
        self.sheets = Button("", "flat", icon="list")
        self.finish = Button("", "flat", icon="x")
        self.setFixedWidth(_WIDTH)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 1, 8)
        column.setSpacing(4)
        head = QVBoxLayout()
        head.setContentsMargins(16, 0, 16, 8)
        counts = QHBoxLayout()
        counts.addWidget(self.done)
        counts.addStretch()
        counts.addWidget(self.left)
        head.addWidget(self.title)
        head.addLayout(counts)
        head.addWidget(self.bar)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(8, 4, 8, 0)
        foot.setSpacing(0)
        for button in (self.print, self.sheets, self.finish):
            foot.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(foot)

    def retranslate(self) -> None:
        """Set the texts."""
        self.title.setText(self.tr("Phone queue"))
        self.list.setAccessibleName(self.tr("Phone queue"))
        self.print.setText(self.tr("Print visit sheets…"))
        self.sheets.setText(self.tr("Type in visit sheets…"))
        self.finish.setText(self.tr("End this queue"))
        self._tell()

    def show_items(self, items: Sequence[Item], current: str) -> None:
        """Show a queue; ``current`` is called now."""
        self._items = items
        self.list.show_items(tuple(items), current)
        self._tell()

    def menu(self) -> QMenu:
        """What its buttons do, for where it has no room."""
        menu = QMenu(self)

        def fill() -> None:
            menu.clear()
            for button, icon in (
                (self.print, "printer"),
                (self.sheets, "list"),
                (self.finish, "x"),
            ):
                action = menu.addAction(icons.icon(icon, "ink-soft"), button.text())
                action.setEnabled(button.isEnabled())
                action.triggered.connect(lambda _on=False, button=button: button.click())

        menu.aboutToShow.connect(fill)
        return menu

    def to_do(self) -> list[str]:
        """The codes of those whose call has not ended."""
        return [item.row.code for item in self._items if not item.is_done]

    def _tell(self) -> None:
        many = len(self._items)
        done = many - len(self.to_do())
        words = self.tr("%1 of %2 done").replace("%1", str(done)).replace("%2", str(many))
        self.done.setText(words if many else "")
        minutes = _MINUTES * (many - done)
        told = count(minutes, self.tr("about {n} min left"), self.tr("about {n} min left"))
        self.left.setText(told if minutes else "")
        self.bar.share = done / many if many else 0
        self.bar.update()
        self.print.setEnabled(done < many)
