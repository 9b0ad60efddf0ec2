"""The bar at the foot: until when the file is good, what was saved, and Save."""

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from directory_app.tasks.exporting import Exported
from directory_app.tasks.private_export import PrivateExported
from directory_app.ui import file_dialogs, theme
from directory_app.ui.plurals import count
from directory_app.ui.widgets import dates
from directory_app.ui.widgets.base import Label, Pane, Translated
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.icon_mark import IconMark


class ExportFoot(Translated, Pane):
    """``save``, ``folder`` and ``look`` are its buttons; ``run_wanted(number)``."""

    run_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", "t", parent)
        self._use_by: dt.date | None = None
        self._made: Exported | PrivateExported | None = None
        self.mark = IconMark("check-circle", "ok", fill=True)
        self.head = Label("", "strong", elide=True)
        self.told = Label("", "small", "ink-soft", elide=True)
        self.look = Button("", "flat", icon="eye")
        self.folder = Button("", "plain", icon="folder-open")
        self.save = Button("", "primary", icon="tray-arrow-up", size="main")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 1, 16, 0)
        row.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch()
        words.addWidget(self.head)
        words.addWidget(self.told)
        words.addStretch()
        row.addWidget(self.mark)
        row.addLayout(words, 1)
        for button in (self.look, self.folder, self.save):
            row.addWidget(button)
        self.setFixedHeight(theme.height("actionbar"))
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts."""
        self.setAccessibleName(self.tr("Save"))
        self.save.setText(self.tr("Save…"))
        self.folder.setText(self.tr("Show in folder"))
        self.look.setText(self.tr("Open"))
        self.look.setAccessibleName(self.tr("Open the page that was saved"))
        self._tell()

    def show_use_by(self, day: dt.date | None, *, ready: bool) -> None:
        """Until when it would be good (None: nothing to say), and whether it can be saved."""
        self._use_by = day
        self.save.setEnabled(ready)
        self._tell()

    def tell(self, words: str) -> None:
        """Say why it cannot be saved."""
        self.told.setText(words)

    def show_made(self, made: "Exported | PrivateExported | None") -> None:
        """What was saved; None once something else was chosen."""
        self._made = made
        self._tell()
        if made is not None:
            QAccessible.updateAccessibility(QAccessibleEvent(self.head, QAccessible.Event.Alert))

    def _tell(self) -> None:
        made = self._made
        for widget in (self.mark, self.folder):
            widget.setVisible(made is not None)
        self.look.setVisible(made is not None and made.format == "html")
        if made is not None:
            self._tell_made(made)
            return
        self.head.setText("")
        day = dates.long(self._use_by) if self._use_by else ""
        self.told.setText(self.tr("Good until {day}").format(day=day) if day else "")
        self.head.hide()

    def _tell_made(self, made: "Exported | PrivateExported") -> None:
        self.head.show()
        self.head.setText(self.tr("Saved {file}").format(file=made.path.name))
        told = count(
            made.exported,
            self.tr("{n} business · run {run}"),
            self.tr("{n} businesses · run {run}"),
            run=f"{made.run:04}",
        )
        if isinstance(made, Exported):
            until = self.tr("good until {day}").format(day=dates.long(made.use_by))
            told = file_dialogs.with_warning(f"{told} · {until}", made.elsewhere)
        self.told.setText(told)
