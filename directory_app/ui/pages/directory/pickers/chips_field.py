"""Chips in a box, and a line that finds more: one tab stop, Enter adds, Backspace takes away."""

from collections.abc import Sequence
from functools import cache

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget
from rapidfuzz import fuzz

from directory_app.model import categories, cuisines, languages
from directory_app.model.text import fold
from directory_app.ui import theme
from directory_app.ui.ordering import by_words
from directory_app.ui.parts import stopped
from directory_app.ui.parts.choice_list import ChoiceList
from directory_app.ui.parts.finding import Choice, find
from directory_app.ui.widgets.base import Grounded, see_through
from directory_app.ui.widgets.buttons import Chip, IconButton
from directory_app.ui.widgets.fields import Problem
from directory_app.ui.widgets.flow import Flow
from directory_app.ui.widgets.layouts import vbox

_MOST, _GAP, _EDGE, _WIDE = 8, 4, 4, 300


class DropList(Grounded, QWidget):
    """``picked(id)``. It lies over the window below ``field``, or above where there is no room."""

    picked = Signal(str)

    def __init__(self, name: str, field: QWidget) -> None:
        super().__init__(field.window())
        self.set_ground("raised", "line-strong", "field")
        self._field = field
        self.list = ChoiceList(name)
        self.list.picked.connect(lambda choice: self.picked.emit(choice.id))
        vbox(self, self.list, margins=(1, _EDGE, 1, _EDGE))
        self.hide()

    def offer(self, choices: Sequence[Choice], keep: str = "") -> None:
        """Show these, with ``keep`` marked or the first; none hides the list."""
        if not choices:
            self.hide()
            return
        self.list.show_choices(choices, keep)
        self._place(len(choices))
        self.show()
        self.raise_()
        self._tell()

    def current(self) -> str:
        """The id of what Enter takes; "" while the list is hidden."""
        choice = self.list.current() if self.isVisible() else None
        return choice.id if choice is not None else ""

    def step(self, rows: int) -> None:
        """Up or down."""
        self.list.step(rows)
        self._tell()

    def _place(self, many: int) -> None:
        window = self._field.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        top = self._field.mapTo(window, QPoint(0, 0))
        wide = min(max(self._field.width(), _WIDE), window.width() - 2 * _GAP)
        left = max(_GAP, min(top.x() + self._field.width() - wide, window.width() - wide - _GAP))
        below = window.height() - top.y() - self._field.height() - 2 * _GAP
        above = top.y() - 2 * _GAP
        row = theme.height("row")
        want = min(many, _MOST) * row + 2 * _EDGE
        high = min(want, max(below, above))
        y = top.y() + self._field.height() + _GAP
        if want > below and above > below:
            y = top.y() - high - _GAP
        self.setGeometry(left, y, wide, high)

    def _tell(self) -> None:
        """A screen reader hears what is marked, for it follows the keyboard alone."""
        choice = self.list.current()
        if choice is not None and QAccessible.isActive():
            said = ", ".join(filter(None, (choice.words, choice.hint)))
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._field, said))


_LEAST, _PLUS = 8, 28


class ChipLine(QLineEdit):
    """The line behind the chips. ``left`` when it is left; the ring goes around the whole box."""

    left = Signal()
    focus_ring = "outside"

    def __init__(self, box: QWidget) -> None:
        super().__init__(box)
        self.ring_around = box
        self.setFrame(False)
        self.setFont(theme.font("body"))
        self.setTextMargins(3, 0, 0, 0)
        see_through(self)
        self.textChanged.connect(lambda _text: self.updateGeometry())

    def sizeHint(self) -> QSize:
        """As wide as what is typed, as high as a chip."""
        words = QFontMetrics(self.font()).horizontalAdvance(self.text())
        return QSize(words + 16 if words else _LEAST, theme.height("chip", "small"))

    def minimumSizeHint(self) -> QSize:
        """No less."""
        return QSize(_LEAST, theme.height("chip", "small"))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that it was left."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class _Box(Grounded, QWidget):
    """What the chips and the line lie in; the ring goes around it. ``pressed`` between them."""

    pressed = Signal()
    focus_ring = "outside"

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.focus_radius = theme.length("radius", "field")
        self.set_ground("base", "line-strong", "field")
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.add = IconButton("plus", "", size="small", parent=self)
        self.add.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Down opens the same list

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The plus keeps to the corner."""
        super().resizeEvent(event)
        side = self.add.sizeHint().height()
        self.add.setGeometry(self.width() - side - 2, 2, side, side)
        self.add.raise_()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Where there is no chip, one types."""
        self.pressed.emit()


class ChipsField(QWidget):
    """``edited`` when one was added or taken away. Values are keys, or words as written."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: list[str] = []
        self.chips: list[Chip] = []
        self._pool: list[Chip] = []  # those, and others out of sight
        self._list: DropList | None = None
        self._box = _Box(self)
        self._flow = Flow(self._box, 5)
        self._flow.setContentsMargins(5, 3, _PLUS, 3)
        self.line = ChipLine(self._box)
        self._flow.addWidget(self.line)
        self.add = self._box.add
        self.problem = Problem()
        self._help = ""
        self.setFocusProxy(self.line)
        self._lay_out()
        self.line.textEdited.connect(self._typing)
        self.line.left.connect(self._left)
        self.line.installEventFilter(self)
        self.add.clicked.connect(self._press)
        self._box.pressed.connect(self.line.setFocus)

    def _lay_out(self) -> None:
        vbox(self, self._box, self.problem)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)

    # -- what each kind says itself

    def label(self, value: str) -> str:
        """How a value is shown."""
        raise NotImplementedError

    def choices(self, typed: str) -> Sequence[Choice]:
        """What is offered for what is typed; all of it for nothing."""
        raise NotImplementedError

    def read(self, typed: str) -> list[str]:
        """The values of typed words; what is unknown as written."""
        raise NotImplementedError

    def name(self, what: str, add: str) -> None:
        """What the field is about, for a screen reader, and what its plus does."""
        self.line.setAccessibleName(what)
        self.add.set_name(add)

    def set_help(self, text: str) -> None:
        """What a screen reader says of the line while there is no problem."""
        self._help = text
        self._say(self.problem.text())

    def _say(self, problem: str, severity: str = "danger") -> None:
        self.problem.show_problem(problem, severity=severity)
        edge = "danger" if problem and not self._waits() else "line-strong"
        self._box.set_ground("base", edge, "field")
        self.line.setAccessibleDescription(problem or self._help)

    # -- values

    def values(self) -> list[str]:
        """What is chosen now."""
        return list(self._values)

    def set_values(self, values: Sequence[str]) -> None:
        """Show stored ones; what was half-typed is gone."""
        self.line.clear()
        self._say("")
        self._shut()
        if list(values) != self._values:
            self._values = list(values)
            self._show()

    def typed(self) -> str:
        """What is typed and not added yet."""
        return self.line.text().strip()

    def take_up(self, text: str) -> None:
        """Show again what was half-typed."""
        self.line.setText(text)
        self._left()

    def _show(self) -> None:
        while len(self._pool) < len(self._values):
            self._new_chip()
        self.chips = self._pool[: len(self._values)]
        for chip, value in zip(self.chips, self._values, strict=True):
            label = self.label(value)
            if chip.text() != label:
                chip.set_text(label)
            chip.setVisible(True)
        for chip in self._pool[len(self._values) :]:
            chip.hide()  # another row may need it: a new one costs more than all else here
        self._flow.activate()
        self.updateGeometry()

    def _new_chip(self) -> None:
        chip = Chip("", "quiet", parent=self._box)
        chip.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        chip.removed.connect(lambda: self._remove(self.chips.index(chip)))
        chip.installEventFilter(self)
        self._flow.removeWidget(self.line)
        self._flow.addWidget(chip)
        self._flow.addWidget(self.line)
        self._pool.append(chip)

    def _append(self, values: Sequence[str]) -> None:
        self.line.clear()
        self._say("")
        self._shut()
        new = [value for value in dict.fromkeys(values) if value not in self._values]
        if new:
            self._values += new
            self._show()
            self.edited.emit()

    def _remove(self, at: int) -> None:
        del self._values[at]
        self._show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    # -- finding

    def _drop(self) -> DropList:
        if self._list is None:
            self._list = DropList(self.add.accessibleName(), self._box)
            self._list.picked.connect(lambda key: self._append([key]))
        return self._list

    def _is_open(self) -> bool:
        return self._list is not None and self._list.isVisible()

    def _shut(self) -> None:
        if self._list is not None:
            self._list.hide()

    def _press(self) -> None:
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.open_list()

    def open_list(self) -> None:
        """Offer all that is not chosen, or what fits what is typed."""
        found = self.choices(self.line.text())
        self._drop().offer([one for one in found if one.id not in self._values])

    def _typing(self, text: str) -> None:
        self._say("")
        if text.endswith((",", ";")):
            self._take(text.rstrip(",; "))
        elif text.strip():
            self.open_list()
        else:
            self._shut()

    def _take(self, text: str) -> None:
        """Add what is typed, as written where nobody knows it, unless it must not be kept."""
        why = stopped.explanation("cuisine", text)
        self._say(why)
        if not why:
            self._append(self.read(text))

    def _enter(self) -> None:
        current = self._drop().current() if self._is_open() else ""
        if current:
            self._append([current])
        elif self.typed():
            self._take(self.typed())

    def _left(self) -> None:
        """Words that are known are added; others wait, and how to add them is said."""
        self._shut()
        text = self.typed()
        known = {one.id for one in self.choices("")}
        if text and set(self.read(text)) <= known:
            self._append(self.read(text))
        elif text and not self.problem.text():
            said = QCoreApplication.translate("Pickers", "Enter adds “%1”")
            self._say(said.replace("%1", text), "warn")

    # -- the hand

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the line and of the chips."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        return self._line_key(event) if watched is self.line else self._chip_key(watched, event)

    def _line_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        at_start = not self.line.cursorPosition() and not self.line.hasSelectedText()
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(key))
        if step is not None:
            if self._is_open():
                self._drop().step(step)
            else:
                self.open_list()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (self._is_open() or self.typed()):
            self._enter()
        elif key == Qt.Key.Key_Escape and (self._is_open() or self.typed()):
            self._give_up()
        elif key == Qt.Key.Key_Backspace and at_start and self.chips:
            self._remove(len(self.chips) - 1)
        elif key == Qt.Key.Key_Left and at_start and self.chips:
            self.chips[-1].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            return False
        return True

    def _give_up(self) -> None:
        """The first Esc shuts the list, the next empties the line."""
        if self._is_open():
            self._shut()
        else:
            self.line.clear()
            self._say("")

    def _chip_key(self, chip: QObject, event: QKeyEvent) -> bool:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None or not isinstance(chip, Chip):
            return False
        stops: list[QWidget] = [*self.chips, self.line]
        to = stops[max(0, self.chips.index(chip) + step)]
        to.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _waits(self) -> bool:
        return not stopped.spans("cuisine", self.typed())


def _nothing() -> None:
    """A choice of a picker is taken by its field."""


@cache
def category_choices(language: str) -> tuple[Choice, ...]:
    """Every category with its section, in the order of the guide."""
    return tuple(_category(one, language) for one in categories.CATEGORIES)


def _category(one: categories.Category, language: str) -> Choice:
    section = categories.section(one.key)
    hint = section.es if language == "es" else section.en
    words, other = (one.es, one.en) if language == "es" else (one.en, one.es)
    also = " ".join((other, one.key.replace("_", " "), *one.synonyms, *one.hints))
    return Choice(one.key, one.icon, words, hint, _nothing, also=also)


def find_categories(typed: str, language: str) -> list[Choice]:
    """Categories for what is typed, what the words mean by themselves first."""
    found = _nearest_first(find(category_choices(language), typed, ()), typed)
    meant = categories.guess(typed) if typed.strip() else None
    return sorted(found, key=lambda choice: choice.id != meant) if meant else found


def _nearest_first(found: list[Choice], typed: str) -> list[Choice]:
    """Where a slip of the hand was typed, that no word begins with: what is most like it."""
    wanted = fold(typed)
    words = " ".join(f"{fold(one.words)} {fold(one.also)}" for one in found).split()
    if not wanted or any(word.startswith(wanted.split()[0]) for word in words):
        return found
    return sorted(found, key=lambda one: -fuzz.ratio(fold(one.words), wanted))


@cache
def cuisine_choices(language: str) -> tuple[Choice, ...]:
    """Every cuisine, by its name."""
    made = [
        Choice(one.key, "plus", words, "", _nothing, also=f"{other} {one.also}")
        for one in cuisines.all_cuisines()
        for words, other in [(one.es, one.en) if language == "es" else (one.en, one.es)]
    ]
    return tuple(by_words(made, lambda choice: choice.words))


@cache
def language_choices(language: str) -> tuple[Choice, ...]:
    """Every language that has a code here, the commonest first."""
    return tuple(
        Choice(
            one.code, "plus", words[:1].upper() + words[1:], "", _nothing,
            also=" ".join((other, *one.spellings)),
        )
        for one in languages.all_languages()
        for words, other in [(one.es, one.en) if language == "es" else (one.en, one.es)]
    )  # fmt: skip
