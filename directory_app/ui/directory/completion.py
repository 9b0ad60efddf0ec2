"""What could be typed next in the search box: keys, then values with their counts.

Loaded at the third letter. Down goes into the list, Enter takes what is marked, Esc shuts it.
"""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from directory_app.model import categories
from directory_app.model.query import keys_like
from directory_app.model.query_pieces import Piece, cut
from directory_app.model.query_words import key_of, offered
from directory_app.model.text import fold
from directory_app.store.browse import Browser
from directory_app.ui.directory.words import is_spanish

#: Letters of a key from which it is offered: two are the beginning of too many names.
LEAST = 3
SHOWN = 12


class Completion(QObject):
    """Beside one line; ``browser()`` gives the towns and categories in use."""

    def __init__(self, line: QLineEdit, browser: Callable[[], Browser]) -> None:
        super().__init__(line)
        self._line, self._browser = line, browser
        self.rows = QStandardItemModel(self)
        self.list = QCompleter(self.rows, self)
        self.list.setWidget(line)
        self.list.setMaxVisibleItems(SHOWN)
        self.list.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.popup = QListView()
        self.list.setPopup(self.popup)
        self.popup.setAccessibleName(self.tr("What could be typed next"))
        chosen = self.list.activated["QModelIndex"]  # type: ignore[index]  # stubs lack overloads
        chosen.connect(lambda index: self.take(str(index.data(Qt.ItemDataRole.UserRole))))

    def offer(self) -> None:
        """Show what could follow what stands before the cursor; shut the list if nothing."""
        piece = self._piece()
        found = list(self._offers(piece)) if piece is not None else []
        self.rows.clear()
        for text, count in found[:SHOWN]:
            item = QStandardItem(text if count is None else f"{text}   {count:n}")
            item.setData(text, Qt.ItemDataRole.UserRole)
            self.rows.appendRow(item)
        if found:
            self.list.complete()
            self.popup.setCurrentIndex(QModelIndex())  # Enter alone takes nothing
        else:
            self.popup.hide()

    def take(self, text: str) -> None:
        """Put ``text`` in place of what is being typed."""
        piece, line = self._piece(), self._line
        if piece is None:
            return
        start = piece.start + (1 if piece.excluded else 0)
        whole, cursor = line.text(), line.cursorPosition()
        end = "" if text.endswith(":") else " "
        line.setText(f"{whole[:start]}{text}{end}{whole[cursor:].lstrip()}")
        line.setCursorPosition(start + len(text) + len(end))

    def _piece(self) -> Piece | None:
        """The piece that ends at the cursor."""
        before = self._line.text()[: self._line.cursorPosition()]
        pieces = cut(before)
        return pieces[-1] if pieces and pieces[-1].end == len(before) else None

    def _offers(self, piece: Piece) -> Iterable[tuple[str, int | None]]:
        language = "es" if is_spanish() else "en"
        if not piece.key:
            if len(piece.text) >= LEAST and not piece.quoted:
                yield from ((key, None) for key in keys_like(piece.text, language))
            return
        key = key_of(piece.key)
        for text, count in self._values(key, language):
            if fold(text).startswith(fold(piece.text)) and text != piece.text:
                said = f'"{text}"' if " " in text and not text.startswith('"') else text
                yield f"{piece.key}:{said}", count

    def _values(self, key: str, language: str) -> Iterable[tuple[str, int | None]]:
        if key == "town":
            return list(self._browser().cities())
        if key == "category":
            tally = self._browser().categories()
            return [(categories.name(one, language).lower(), count) for one, count in tally]
        return [(one, None) for one in offered(key, language)]
