"""The command palette (Ctrl+K): every page, deed, business and event by a few letters."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from directory_app.store.filters import Filter
from directory_app.ui import theme
from directory_app.ui.jobs import Job
from directory_app.ui.pages import register
from directory_app.ui.parts.choice_list import ChoiceList
from directory_app.ui.parts.finding import Choice, find
from directory_app.ui.parts.saved_lists import of_row
from directory_app.ui.session import Session
from directory_app.ui.shell import deeds
from directory_app.ui.widgets.base import Grounded, Label
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.dialogs import Dialog
from directory_app.ui.widgets.fields import Field
from directory_app.ui.widgets.layouts import hbox, vbox

if TYPE_CHECKING:
    from directory_app.store.browse import Browser, BusinessRow
    from directory_app.store.store import Store

_BUSINESSES, _RECENT = 8, 6
#: Rows that are shown at once, the width, and how far below the top of the window it opens.
_ROWS, _WIDE, _DOWN = 10, 560, 72
_PAUSE = 60  # milliseconds
#: What else pages are called, in both languages.
_ALSO = {
    "directory": "list lista negocios businesses",
    "consent": "consentimiento permiso ask preguntar",
    "map": "mapa",
    "places": "lugares locate ubicar pin",
    "events": "eventos guide guía print imprimir handout folleto",
    "runs": "impresiones print recall recoger",
    "import": "importar csv excel lista",
    "packets": "packet paquete laptop exchange intercambio send enviar merge share",
    "map-data": "calles streets osm",
    "backups": "respaldos copias restore restaurar",
    "security": "seguridad passphrase contraseña frase",
    "help": "ayuda guía manual guide",
    "settings": "ajustes configuración preferences idioma language",
}


class Palette(Grounded, Dialog):
    """``go(page, argument)`` shows a page; ``do(deed)`` does what a deed's key does."""

    #: The ids of what was chosen lately, the newest first; as long as the program runs.
    recent: ClassVar[list[str]] = []

    def __init__(
        self,
        session: Session,
        go: Callable[[str, Any], None],
        do: Callable[[str], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent)
        self.set_ground("window", "line-strong", lines="tblr")  # no frame draws one
        self.session, self._go, self._do = session, go, do
        title = self.tr("Go anywhere, do anything")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.field = Field(
            title, placeholder=self.tr("A name, a code, a page, or what to do"), height="search"
        )
        self.list = ChoiceList(self.tr("What was found"))
        self.nothing = Label("", "body", "ink-soft", wrap=True)
        self._businesses: list[Choice] = []
        self._events: list[Choice] = []
        self._lists: list[Choice] = []
        self._job: Job | None = None
        self._is_over = False  # what was asked may still be answered
        self._is_asked = False  # the businesses for what was typed are not here yet
        self._is_picked = False  # a row was chosen with the arrows
        self._is_taken = False  # Enter was pressed before they came
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self._look)
        self._fixed = [*self._pages(), *self._deeds()]
        self._lay_out()
        self.finished.connect(self._end)
        self.field.textChanged.connect(self._typed)
        self.list.picked.connect(self._take)
        self.session.ask(_events, self._show_events)
        self.session.look(lambda browser: browser.saved_lists(), self._show_lists)
        self._show()

    def _lay_out(self) -> None:
        column = vbox(self, margins=(0, 16, 0, 12), spacing=8)
        head = vbox(None, self.field, self.nothing, margins=(16, 0, 16, 0), spacing=8)
        column.addLayout(head)
        column.addWidget(self.list)
        column.addStretch()
        self._column = column
        # no title of its own: the field is its title, and it is as high as what was found
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)

    def _fit(self) -> None:
        rows = min(len(self.list.found.choices), _ROWS)
        self.list.setFixedHeight(max(rows * self.list.sizeHintForRow(0), 0))
        self._column.activate()
        high = self._column.totalHeightForWidth(_WIDE) if self.nothing.isVisibleTo(self) else 0
        self.resize(_WIDE, max(high, self._column.totalSizeHint().height()))

    def setVisible(self, visible: bool) -> None:
        """In the middle, near the top: it grows downwards. Once shown, a window manager places."""
        over = self.parentWidget()
        if visible and over is not None:
            self._fit()
            corner = over.window().frameGeometry().topLeft()
            down = min(_DOWN, max(over.height() - self.height(), 0) // 2)
            self.move(corner.x() + (over.width() - self.width()) // 2, corner.y() + down)
        super().setVisible(visible)

    # -- what there is

    def _pages(self) -> list[Choice]:
        view = self.tr("List")
        page = self.tr("Page")
        found = [
            self._page(one.key, one.icon, one.words(), view, "directory", one.key)
            for one in register.views_of(self.session)
        ]
        found += [
            self._page(one.key, one.icon, one.words(), page, one.key, None)
            for one in register.pages_of(self.session)
            if one.words()
        ]
        if self.session.field is not None:
            return found
        settings = ("settings", "gear-six", self.tr("Settings"), page, "settings", None)
        return [*found, self._page(*settings)]

    def _page(  # noqa: PLR0917  # a row of the table above
        self, key: str, icon: str, words: str, hint: str, page: str, argument: Any
    ) -> Choice:
        also = _ALSO.get(page if argument is None else "directory", "")
        return Choice(
            f"page:{key}", icon, words, hint, partial(self._go, page, argument), also=also
        )

    def _deeds(self) -> list[Choice]:
        hint = self.tr("Do")
        return [
            Choice(
                f"deed:{deed.key}",
                deed.icon,
                deed.words(),
                hint,
                partial(self._do, deed.key),
                deeds.shown(deed.keys),
                deed.also,
                ends=deed.ends,
            )
            for deed in deeds.DEEDS
            if deed.listed and (deed.key != "lock" or self.session.encrypted)
        ]

    def _end(self) -> None:
        self._is_over = True
        self._soon.stop()
        self.session.interrupt(self._job)

    def _show_events(self, found: list[tuple[str, str, str]]) -> None:
        if self._is_over:
            return
        hint = self.tr("Event")
        self._events = [
            Choice(
                f"event:{id_}",
                "calendar-dots",
                name,
                hint,
                partial(self._go, "events", id_),
                also=day,
                is_name=True,
            )
            for id_, name, day in found
        ]
        self._show()

    def _show_lists(self, found: list[tuple[str, str, str]]) -> None:
        if self._is_over:
            return
        hint = self.tr("List")
        self._lists = [
            Choice(
                one.key,
                "bookmark-simple",
                one.name,
                hint,
                partial(self._go, "directory", one),
                is_name=True,
            )
            for one in (of_row(*row) for row in found)
        ]
        self._show()

    # -- finding

    def _typed(self) -> None:
        self.session.interrupt(self._job)
        # those of before stay where their names still fit, until the new ones are here
        self._businesses = [replace(one, is_found=False) for one in self._businesses]
        self._is_picked = self._is_taken = False
        self._is_asked = bool(self.field.text().strip())
        self._show()
        self._soon.start()

    def _look(self) -> None:
        text = self.field.text().strip()
        if text:
            wanted = Filter(text=text)

            def read(browser: "Browser") -> "list[BusinessRow]":
                return browser.first_rows(wanted, _BUSINESSES)

            self._job = self.session.look(read, lambda rows: self._arrived(text, rows))

    def _arrived(self, text: str, rows: "Sequence[BusinessRow]") -> None:
        if self._is_over or text != self.field.text().strip():
            return
        self._businesses = [
            Choice(
                f"business:{row.id}",
                "storefront",
                " · ".join(filter(None, (row.name, row.alternate_name, row.city))),
                row.code,
                partial(self._go, "directory", row.id),
                is_name=True,
                is_found=True,
            )
            for row in rows
        ]
        self._is_asked = False
        self._show()
        if self._is_taken:
            self._enter()

    def _show(self) -> None:
        typed = self.field.text()
        chosen = self.list.current()
        there = [*self._fixed, *self._lists, *self._events, *self._businesses]
        kept = chosen.id if chosen and self._is_picked else ""
        self.list.show_choices(find(there, typed, self.recent), kept)
        empty = not self.list.found.choices
        self.list.setVisible(not empty)
        self.nothing.setVisible(empty)
        self.nothing.setText(self.tr("Nothing is called so. Try fewer letters.") if empty else "")
        self._fit()

    # -- choosing

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move in the list, Enter takes; the keyboard stays in the field."""
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: 8,
            Qt.Key.Key_PageUp: -8,
        }
        if event.key() in steps:
            self._is_picked = True
            self.list.step(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        """Take the current row; who types faster than the search answers means what it finds."""
        self._is_taken = self._is_asked and not self._is_picked
        choice = self.list.current()
        if choice is not None and not self._is_taken:
            self._take(choice)

    def _take(self, choice: Choice) -> None:
        kept = [one for one in self.recent if one != choice.id]
        Palette.recent = [choice.id, *kept][:_RECENT]
        self.accept()
        choice.act()


def _events(store: "Store") -> list[tuple[str, str, str]]:
    """(id, name, day) of each event, the latest first."""
    return [
        (event.id, event.name_en or event.name_es, event.date.isoformat())
        for event in store.events.all()
    ]


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
        hbox(head, (Label(title, "title"), 1), margins=(24, 20, 24, 12))
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
        columns = hbox(body, margins=(24, 4, 24, 20), spacing=32)
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
    column = vbox(None, spacing=20)
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
