"""How to search: a sheet under the box with examples; each can be taken as it is.

Loaded when it is opened first.
"""

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QWidget

from directory_app.ui.parts.words import is_spanish
from directory_app.ui.widgets.base import Grounded, Label, Pane, Scroll
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.layouts import hbox, vbox

translate = QCoreApplication.translate
_WIDE, _HIGH = 576, 640
#: Room for the longest example: the columns of all sections stand below each other.
_TYPED_WIDE = 272


class Example(NamedTuple):
    """What can be typed, in both languages, and what it finds."""

    en: str
    es: str
    words: str

    def typed(self) -> str:
        """In the window's language."""
        return self.es if is_spanish() else self.en


def examples() -> list[tuple[str, list[Example]]]:
    """Section by section, in the words of the window."""
    return [(translate("SearchHelp", "Words"), _words()), *_filters()]


def _words() -> list[Example]:
    return [
        Example(
            "taq clov",
            "taq clov",
            translate("SearchHelp", "Beginnings of names, streets, towns, foods, phones"),
        ),
        Example('"pan dulce"', '"pan dulce"', translate("SearchHelp", "These words side by side")),
        Example("-pizza", "-pizza", translate("SearchHelp", "A minus leaves out")),
        Example(
            "town:clovis or town:portales",
            "pueblo:clovis o pueblo:portales",
            translate("SearchHelp", "One or the other"),
        ),
    ]


def _filters() -> list[tuple[str, list[Example]]]:
    return [
        (translate("SearchHelp", "What they are"), _what()),
        (translate("SearchHelp", "What is to be done"), _work()),
    ]


def _what() -> list[Example]:
    return [
        Example("town:clovis", "pueblo:clovis", translate("SearchHelp", "In one town")),
        Example(
            "category:bakery", "categoría:panadería", translate("SearchHelp", "Of one category")
        ),
        Example("language:vi", "idioma:vi", translate("SearchHelp", "They speak Vietnamese there")),
        Example("payment:snap", "pago:snap", translate("SearchHelp", "They take SNAP")),
        Example(
            'open:"sun 10:00"',
            'abierto:"dom 10:00"',
            translate("SearchHelp", "Open on Sundays at ten"),
        ),
        Example(
            'near:"1420 Cerrillos Rd, Santa Fe"<5mi',
            'cerca:"1420 Cerrillos Rd, Santa Fe"<5mi',
            translate("SearchHelp", "Not farther than 5 miles"),
        ),
    ]


def _work() -> list[Example]:
    return [
        Example(
            "consent.print:none",
            "permiso.imprimir:ninguno",
            translate("SearchHelp", "Nobody has asked about printing"),
        ),
        Example(
            "consent.map:ends<60d",
            "permiso.mapa:vence<60d",
            translate("SearchHelp", "A yes that ends within 60 days"),
        ),
        Example("stale:>6m", "sinrevisar:>6m", translate("SearchHelp", "Not checked for 6 months")),
        Example("changed:<7d", "cambiado:<7d", translate("SearchHelp", "Changed in the last week")),
        Example("review:draft", "revisión:borrador", translate("SearchHelp", "Still a draft")),
        Example(
            "precision:city",
            "precisión:ciudad",
            translate("SearchHelp", "The pin is only at the town"),
        ),
        Example("-has:website", "-tiene:sitio", translate("SearchHelp", "Without a website")),
    ]


class SearchHelp(Grounded, QFrame):
    """A sheet over the window; Esc or a click beside it closes it.

    ``taken(text)``: an example was chosen. ``guide_wanted``: to read on.
    """

    taken = Signal(str)
    guide_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.set_ground("base", "line-strong", lines="tblr")
        title = translate("SearchHelp", "How to search")
        self.setAccessibleName(title)
        self.setWindowTitle(title)
        self.buttons: list[Button] = []
        body = Pane("base")
        column = vbox(body, Label(title, "title"), margins=(20, 16, 20, 16), spacing=12)
        for name, rows in examples():
            column.addWidget(self._section(name, rows))
        column.addLayout(self._foot())
        vbox(self, Scroll(body, "base"), margins=(1, 1, 1, 1))
        self._body = body

    def _section(self, name: str, rows: list[Example]) -> QWidget:
        section = QWidget()
        grid = QGridLayout(section)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        grid.addWidget(Label(name, "heading"), 0, 0, 1, 2)
        for at, row in enumerate(rows, start=1):
            button = Button(row.typed(), "link")
            button.setAccessibleName(f"{row.typed()}: {row.words}")
            button.clicked.connect(partial(self._take, row.typed()))
            grid.addWidget(button, at, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Label(row.words, "body", "ink-soft", wrap=True), at, 1)
            self.buttons.append(button)
        grid.setColumnMinimumWidth(0, _TYPED_WIDE)
        grid.setColumnStretch(1, 1)
        return section

    def _foot(self) -> QHBoxLayout:
        row = hbox(None, spacing=8)
        hint = translate("SearchHelp", "While you type, the box says what can follow.")
        row.addWidget(Label(hint, "small", "ink-soft", wrap=True), 1)
        guide = Button(translate("SearchHelp", "Read the guide"), "flat", icon="book-open-text")
        guide.clicked.connect(self.close)
        guide.clicked.connect(self.guide_wanted)
        row.addWidget(guide)
        self.buttons.append(guide)
        return row

    def _take(self, text: str) -> None:
        self.close()
        self.taken.emit(text)

    def open_under(self, box: QWidget) -> None:
        """Under the box, no larger than the window leaves room for."""
        window = box.window()
        below = box.mapTo(window, QPoint(0, box.height() + 4))
        wide = min(_WIDE, window.width() - 16)
        layout = self._body.layout()
        wanted = layout.heightForWidth(wide - 2) if layout is not None else _HIGH
        self.resize(wide, min(wanted + 2, _HIGH, max(window.height() - below.y() - 8, 220)))
        x = min(below.x(), window.width() - wide - 8)
        self.move(window.mapToGlobal(QPoint(max(x, 8), below.y())))
        self.show()
        self.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go from example to example, Esc closes."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()), 0)
        at = next((n for n, one in enumerate(self.buttons) if one.hasFocus()), -1)
        if step and 0 <= at + step < len(self.buttons):
            self.buttons[at + step].setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
