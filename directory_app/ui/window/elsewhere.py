"""A directory in a folder that copies itself away, or on a share: why it is not opened there."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from directory_app import settings
from directory_app.errors import UserError
from directory_app.ui import spoken
from directory_app.ui.widgets.base import Label, Pane, Scroll, Translated
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.doors import Mark
from directory_app.ui.widgets.remark import Remark


class Elsewhere(Translated, Pane):
    """``other_wanted``; ``allowed``: somebody decided that on this laptop it may be so."""

    other_wanted = Signal()
    allowed = Signal()

    def __init__(self, path: Path, error: UserError, parent: QWidget | None = None) -> None:
        super().__init__("window", "", parent)
        self._error = error
        self.said = Remark("prohibit", "danger", " ", style="heading", fill=True)
        self.hint = Label("", "body", "ink-soft", wrap=True)
        self.where = Label(str(path), "small", "ink-soft", wrap=True)
        self.other = Button("", "primary", icon="folder-open", size="main")
        self.allow = Button("", "plain")
        box = QWidget()
        box.setMaximumWidth(520)
        inner = QVBoxLayout(box)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(10)
        for widget in (self.said, self.where, self.hint, self.other, self.allow):
            inner.addWidget(widget)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 24, 24, 24)
        column.addStretch(2)
        column.addWidget(Mark(64), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(16)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(box, 4)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(3)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroll(content, "window"))
        self.other.clicked.connect(self.other_wanted)
        self.allow.clicked.connect(self._allow)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts."""
        self.said.label.setText(spoken.message(self._error))
        self.hint.setText(
            self.tr(
                "Such a folder keeps old versions and deleted files on other machines, where "
                "nobody can erase a business that withdrew. Move the directory into a folder of "
                "this laptop alone, then open it there."
            )
        )
        self.other.setText(self.tr("Open another directory"))
        self.allow.setText(self.tr("Allow it on this laptop all the same…"))

    def _allow(self) -> None:
        from directory_app.ui import alerts

        if alerts.ask(
            self.tr("Let the list leave this laptop?"),
            self.tr(
                "Whoever runs that service, and whoever gets at its machines, then has the list. "
                "It stays allowed until it is switched off in the settings file."
            ),
            self.tr("Allow it"),
            danger=True,
            parent=self.window(),
        ):
            kept = settings.load()
            kept.allow_synced_folders = True
            settings.save(kept)
            self.allowed.emit()

    def focus_first(self) -> None:
        """On the way out."""
        self.other.setFocus(Qt.FocusReason.OtherFocusReason)
