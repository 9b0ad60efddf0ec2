"""What could be typed next in the search box: keys, then values with their counts.

Loaded at the third letter. Down goes into the list, Enter takes what is marked, Esc shuts it.
"""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QCompleter,
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from directory_app.model import categories
from directory_app.model.query import keys_like
from directory_app.model.query_edit import term_of
from directory_app.model.query_pieces import Piece, cut
from directory_app.model.query_words import key_of, offered
from directory_app.model.text import fold
from directory_app.ui import theme
from directory_app.ui.pages.directory import asked_words
from directory_app.ui.pages.directory.tallies import Tallies
from directory_app.ui.parts.words import is_spanish
from directory_app.ui.widgets.base import ScrollBar

#: Letters of a key from which it is offered: two are the beginning of too many names.
LEAST = 3
SHOWN = 12
_WIDE = 380
_HINT = Qt.ItemDataRole.UserRole + 1


class _Row(QStyledItemDelegate):
    """What can be typed at the left, how many have it or what it means at the right."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """28 px, or more with larger letters."""
        return QSize(_WIDE, max(28, QFontMetrics(theme.font("body")).height() + 10))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one row."""
        painter.save()
        marked = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(option.rect, theme.color("selection" if marked else "base"))
        room = option.rect.adjusted(12, 0, -12, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.medium("body"))
        painter.setPen(theme.color("ink"))
        text = str(index.data())
        painter.drawText(room, int(middle), text)
        left = painter.fontMetrics().horizontalAdvance(text) + 16
        painter.setFont(theme.tabular(theme.font("small")))
        painter.setPen(theme.color("ink-soft"))
        hint = painter.fontMetrics().elidedText(
            str(index.data(_HINT) or ""), Qt.TextElideMode.ElideRight, room.width() - left
        )
        painter.drawText(room, int(middle | Qt.AlignmentFlag.AlignRight), hint)
        painter.restore()


class Completion(QObject):
    """Beside one line; ``tallies`` give the towns and categories in use."""

    def __init__(self, line: QLineEdit, tallies: Tallies) -> None:
        super().__init__(line)
        self._line, self._tallies = line, tallies
        self.rows = QStandardItemModel(self)
        self.list = QCompleter(self.rows, self)
        self.list.setWidget(line)
        self.list.setMaxVisibleItems(SHOWN)
        self.list.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.popup = QListView()
        self.list.setPopup(self.popup)
        self.popup.setItemDelegate(_Row(self.popup))
        self.popup.setFrameShape(QFrame.Shape.Box)
        self.popup.setVerticalScrollBar(ScrollBar(Qt.Orientation.Vertical))
        self.popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.popup.setAccessibleName(self.tr("What could be typed next"))
        chosen = self.list.activated["QModelIndex"]  # type: ignore[index]  # stubs lack overloads
        chosen.connect(lambda index: self.take(str(index.data(Qt.ItemDataRole.UserRole))))

    def offer(self) -> None:
        """Show what could follow what stands before the cursor; shut the list if nothing."""
        piece = self._piece()
        found = list(self._offers(piece)) if piece is not None else []
        self.rows.clear()
        for text, count in found[:SHOWN]:
            hint = _hint(text) if count is None else f"{count:n}"
            item = QStandardItem(text)
            item.setData(text, Qt.ItemDataRole.UserRole)
            item.setData(hint, _HINT)
            item.setAccessibleText(f"{text}, {hint}" if hint else text)
            self.rows.appendRow(item)
        if found:
            self.list.complete(self._under_the_piece(piece))
            self.popup.setCurrentIndex(QModelIndex())  # Enter alone takes nothing
        else:
            self.popup.hide()

    def _under_the_piece(self, piece: Piece | None) -> QRect:
        """Below what is being typed, not wider than it need be."""
        line = self._line
        before = line.text()[: piece.start] if piece is not None else ""
        x = QFontMetrics(line.font()).horizontalAdvance(before)
        return QRect(min(x, max(line.width() - _WIDE, 0)), 0, _WIDE, line.height() + 4)

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
            return list(self._tallies.cities())
        if key == "category":
            tally = self._tallies.categories()
            return [(categories.name(one, language).lower(), count) for one, count in tally]
        return [(one, None) for one in offered(key, language)]


def _hint(text: str) -> str:
    """What an offer means, in words; nothing where it says so itself."""
    if text.endswith(":"):
        return asked_words.key_name(key_of(text[:-1]))
    try:
        return asked_words.said(term_of(text))
    except ValueError:
        return ""
