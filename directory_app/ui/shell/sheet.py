"""The sheet of keys (F1): what they do everywhere, and in single places."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from directory_app.ui import theme
from directory_app.ui.shell import deeds
from directory_app.ui.widgets.base import Label
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.dialogs import Dialog

#: A title, and its keys with what they do.
_Section = tuple[str, list[tuple[str, str]]]
#: Below this width of the window the places stand below each other.
_TWO_COLUMNS = 720


class KeySheet(Dialog):
    """Keys and words in two columns; Esc closes it. ``guides_wanted``: to read on."""

    guides_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        title = self.tr("What the keys do")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(24, 20, 24, 12)
        row.addWidget(Label(title, "title"), 1)
        close = Button(self.tr("Close"), "primary")
        close.clicked.connect(self.accept)
        self.main = close
        wide = parent is None or parent.width() >= _TWO_COLUMNS
        guides = Button(self.tr("Read the guides"), "flat", icon="book-open-text")
        guides.clicked.connect(self.accept)
        guides.clicked.connect(self.guides_wanted)
        self.frame(head, self._body(wide), guides, close)
        self.resize(760 if wide else 420, 640)

    def _body(self, wide: bool) -> QWidget:
        body = QWidget()
        sections = [(self.tr("Everywhere"), _everywhere())]
        sections += [
            (words(), [(one.keys, one.words()) for one in keys]) for words, keys in deeds.PLACES
        ]
        columns = QHBoxLayout(body)
        columns.setContentsMargins(24, 4, 24, 20)
        columns.setSpacing(32)
        for column in _columns(sections, 2 if wide else 1):
            columns.addLayout(_column([_section(title, rows) for title, rows in column]), 1)
        return body


def _columns(sections: list[_Section], many: int) -> list[list[_Section]]:
    """Each in its turn into the column that is the shortest yet."""
    columns: list[list[_Section]] = [[] for _ in range(many)]
    high = [0] * many
    for section in sections:
        shortest = high.index(min(high))
        columns[shortest].append(section)
        high[shortest] += len(section[1]) + 2  # a heading, and room before the next
    return columns


def _everywhere() -> list[tuple[str, str]]:
    return [(deeds.shown(deed.keys), deed.words()) for deed in deeds.DEEDS if deed.keys]


def _column(sections: list[QWidget]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(20)
    for section in sections:
        column.addWidget(section)
    column.addStretch()
    return column


def _section(title: str, rows: list[tuple[str, str]]) -> QWidget:
    section = QWidget()
    grid = QGridLayout(section)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    grid.addWidget(Label(title, "heading"), 0, 0, 1, 2)
    for at, (keys, words) in enumerate(rows, start=1):
        label = Label(keys, "strong", "ink-soft")
        label.setMinimumWidth(theme.length("width", "rail") * 2)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(label, at, 0, top)
        grid.addWidget(Label(words, "body", wrap=True), at, 1, top)
    grid.setColumnStretch(1, 1)
    return section
