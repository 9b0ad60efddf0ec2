"""A category: type a word of either language, or open the list with Down. Enter takes it."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent

from directory_app.model import categories
from directory_app.ui.pages.directory.pickers.chips_field import (
    DropList,
    category_choices,
    find_categories,
)
from directory_app.ui.parts.words import spoken_language
from directory_app.ui.widgets.fields import Field

_ICON, _CARET = 34, 26


class CategoryField(Field):
    """``picked(key)`` when a person chose. ``value()`` is a key of model.categories."""

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__("")
        self._key = ""
        self.icon_behind = "caret-down"
        self._list: DropList | None = None
        self.setTextMargins(_ICON, 0, _CARET, 0)
        self.textEdited.connect(self._typing)

    def value(self) -> str:
        """The key of the choice."""
        return self._key

    def set_value(self, key: str) -> None:
        """Choose without a signal."""
        self._key = key
        self._shut()
        self.set_text(self._label())

    def typed(self) -> str:
        """What is typed and names no category yet; "" if nothing is."""
        text = self.text().strip()
        return text if text and text != self._label() else ""

    def _label(self) -> str:
        return categories.name(self._key, spoken_language()) if self._key else ""

    # -- the list

    def _drop(self) -> DropList:
        if self._list is None:
            name = QCoreApplication.translate("Pickers", "Categories")
            self._list = DropList(name, self)
            self._list.picked.connect(self.take)
        return self._list

    def _is_open(self) -> bool:
        return self._list is not None and self._list.isVisible()

    def open_list(self) -> None:
        """Show all of them."""
        self._drop().offer(category_choices(spoken_language()), self._key)

    def _typing(self, text: str) -> None:
        self._drop().offer(find_categories(text, spoken_language()) if text.strip() else ())

    def _shut(self) -> None:
        if self._list is not None:
            self._list.hide()

    def take(self, key: str) -> None:
        """Choose, as a person does."""
        changed = key != self._key
        self.set_value(key)
        self.selectAll()
        if changed:
            self.picked.emit(key)

    def give_up(self) -> None:
        """The choice as it was."""
        self._shut()
        self.set_text(self._label())
        self.selectAll()

    # -- the hand

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down in the list, Enter takes, Esc gives up; all else is typed."""
        key = event.key()
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(key))
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if step is not None:
            if self._is_open():
                self._drop().step(step)
            else:
                self.open_list()
        elif enter and self._is_open():
            self.take(self._drop().current())
        elif key == Qt.Key.Key_Escape and (self._is_open() or self.typed()):
            self.give_up()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press opens the list and marks the words, so that typing replaces them."""
        super().mousePressEvent(event)
        if self._is_open():
            self._shut()
        else:
            self.open_list()
        self.selectAll()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Typing replaces what is there."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Going on takes what is marked, if something was typed; an emptied field is as before."""
        if self.typed() and self._is_open():
            self.take(self._drop().current())
        self._shut()
        if not self.text().strip():
            self.set_text(self._label())
        super().focusOutEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Say the choice in the language of the moment; what is being typed stays."""
        if event.type() == QEvent.Type.LanguageChange and not self.is_changed():
            self.set_text(self._label())
        super().changeEvent(event)

    @property
    def icon_before(self) -> str:
        """The sign of the category, for the style; a glass while one types."""
        if self.typed():
            return "magnifying-glass"
        return categories.get(self._key).icon if self._key else ""
