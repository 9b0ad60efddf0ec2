"""Naming a list where one is: a line under the search instead of a dialog."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from directory_app.ui.parts.saved_lists import SavedSearch
from directory_app.ui.widgets.base import Label, Pane, Translated
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.fields import Field


class NameLine(Translated, Pane):
    """``named(SavedSearch)`` with its name; ``left``: saved or not, the keyboard goes on."""

    named = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", "b", parent)
        self._search = SavedSearch("", "")
        self.words = Label("", "small", "ink-soft")
        self.field = Field("")
        self.field.setMaxLength(60)
        self.field.setMaximumWidth(320)
        self.save, self.cancel = Button("", "plain"), Button("", "flat")
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self._leave)
        self.field.textChanged.connect(self._can_save)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(8)
        row.addWidget(self.words)
        row.addWidget(self.field, 1)
        row.addWidget(self.save)
        row.addWidget(self.cancel)
        row.addStretch()
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts."""
        self.words.setText(self.tr("Name of the list"))
        self.field.setAccessibleName(self.tr("Name of the list"))
        self.save.setText(self.tr("Save"))
        self.cancel.setText(self.tr("Cancel"))

    def ask(self, search: SavedSearch) -> None:
        """Ask for the name; what ``search`` is called already can be changed."""
        self._search = search
        self.field.set_text(search.name)
        self._can_save(search.name)
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _can_save(self, text: str) -> None:
        self.save.setEnabled(bool(text.strip()))

    def _save(self) -> None:
        name = " ".join(self.field.text().split())
        if name:
            was = self._search
            self._leave()
            self.named.emit(SavedSearch(name, was.text, was.view, was.id))

    def _leave(self) -> None:
        self.hide()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter saves, Esc leaves it be."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._save()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)
