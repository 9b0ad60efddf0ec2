"""The telephones of a business: a line each, formatted as typed, problems underneath.

Several numbers pasted into a line get a line each. The lock beside a line keeps its number out
of everything that leaves the laptop.
"""

import re
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from directory_app.model import phones, phones_typing
from directory_app.ui import plurals
from directory_app.ui.widgets.buttons import Button, IconButton
from directory_app.ui.widgets.fields import Field, Problem
from directory_app.ui.widgets.layouts import hbox, vbox


class PhoneLock(IconButton):
    """Checked: confidential, never printed. ``around`` is the row that it and its line lie in."""

    def __init__(self) -> None:
        super().__init__("lock-simple", "", size="small")
        self.around = QWidget()
        self.setCheckable(True)
        self.toggled.connect(self._show)
        self._show(on=False)

    def name(self, number: int) -> None:
        """Say which line it is of."""
        said = QCoreApplication.translate("Phones", "Phone %1 is confidential: never printed")
        self.set_name(said.replace("%1", str(number)))

    def _show(self, on: bool) -> None:
        self.set_icon("lock-simple", fill=on, role="warn" if on else "ink-soft")


_DIGITS = 10


def problem_of(text: str) -> str:
    """What is wrong with a line, as a sentence of about five words; "" if nothing is."""
    if not text.strip():
        return ""
    reading = phones.parse(text)
    if reading.phones and not reading.problems and not reading.rest:
        return ""
    count = len(re.sub(r"\D", "", re.split(r"[xX#]|ext", text)[0]).removeprefix("1"))
    translate = QCoreApplication.translate
    if 0 < count < _DIGITS and not text.strip().startswith("+"):
        one = translate("Phones", "One digit is missing")
        return plurals.count(_DIGITS - count, one, translate("Phones", "{n} digits are missing"))
    if count > _DIGITS and not text.strip().startswith("+"):
        one = translate("Phones", "One digit too many")
        return plurals.count(count - _DIGITS, one, translate("Phones", "{n} digits too many"))
    return translate("Phones", "This is no phone number")


def format_typed(field: Field) -> None:
    """Format a number that is being typed, the caret behind the same digit as before."""
    text = field.text()
    shown, caret = phones_typing.as_typed(text, field.cursorPosition())
    if shown != text:
        field.setText(shown)
        field.setCursorPosition(caret)


@dataclass(slots=True)
class TypedPhone:
    """A number that is not kept yet, and whether it may ever leave the laptop."""

    number: str
    extension: str = ""
    type: str = "voice"
    confidential: bool = False


class PhonesField(QWidget):
    """``edited`` when a line was left with another number. Values are DraftPhone-like."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stored: list[Any] = []
        self.lines: list[tuple[Field, Problem]] = []
        self.locks: list[PhoneLock] = []
        self._help = ""
        self._column = vbox(self, spacing=4)
        self.more = Button(self.tr("Another phone"), "link", size="small")
        self.more.clicked.connect(self._add_line)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.set_phones([])
        self._number_lines()

    def _number_lines(self) -> None:
        for number, (field, problem) in enumerate(self.lines):
            field.setAccessibleName(self.tr("Phone %1").replace("%1", str(number + 1)))
            self.locks[number].name(number + 1)
            if problem.text():
                problem.show_problem(problem_of(field.text()))

    def set_help(self, text: str) -> None:
        """What a screen reader says of a line that has no problem."""
        self._help = text
        for field, problem in self.lines:
            if not problem.text():
                field.setAccessibleDescription(text)

    def set_phones(self, stored: list[Any]) -> None:
        """Show what is kept."""
        self._stored = list(stored)
        while len(self.lines) > max(1, len(stored)):
            self._drop_line()
        while len(self.lines) < max(1, len(stored)):
            self._new_line()
        for number, (field, problem) in enumerate(self.lines):
            one = stored[number] if number < len(stored) else None
            text = phones.display(one.number, one.extension, "window") if one else ""
            field.set_text(text)
            field.set_problem(False)
            problem.show_problem("")
            self.locks[number].setChecked(bool(one is not None and one.confidential))
        self._number_lines()

    def _drop_line(self) -> None:
        lock = self.locks.pop()
        for widget in (*self.lines.pop(), lock, lock.around):
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def hold_against(self, stored: list[Any]) -> None:
        """Keep the lines as they are, and say ``stored`` is what is kept."""
        self._stored = list(stored)

    def texts(self) -> list[str]:
        """The lines as they are typed."""
        return [field.text() for field, _problem in self.lines]

    def set_texts(self, texts: list[str]) -> None:
        """Show lines as they were typed, beside what is kept."""
        while len(self.lines) < len(texts):
            self._new_line()
        for (field, problem), text in zip(self.lines, texts, strict=False):
            field.setText(text)
            self._say(field, problem)
        self._number_lines()

    def phones(self) -> list[Any]:
        """What the lines say, each with its stored row where the number is the same."""
        by_number = {(one.number, one.extension): one for one in self._stored}
        return [
            _with_secrecy(by_number.get((one.number, one.extension), one), lock.isChecked())
            for (field, _problem), lock in zip(self.lines, self.locks, strict=True)
            for one in phones.parse(field.text()).phones
        ]

    def secrets(self) -> list[bool]:
        """Which lines are locked."""
        return [lock.isChecked() for lock in self.locks]

    def set_secrets(self, secrets: list[bool]) -> None:
        """Lock lines as they were."""
        for lock, secret in zip(self.locks, secrets, strict=False):
            lock.setChecked(bool(secret))

    def is_edited(self) -> bool:
        """Whether the numbers differ from the stored ones."""
        return _facts(self.phones()) != _facts(self._stored)

    def has_problem(self) -> bool:
        """Whether a line can't be kept as it is."""
        return any(problem_of(field.text()) for field, _ in self.lines)

    def _add_line(self) -> None:
        self._new_line().setFocus(Qt.FocusReason.OtherFocusReason)
        self._number_lines()

    def _new_line(self, after: int = -1) -> Field:
        field, problem, lock = Field(""), Problem(), PhoneLock()
        field.committed.connect(lambda _text: self._left(field, problem))
        field.textEdited.connect(lambda text: self._typing(field, problem, text))
        field.setAccessibleDescription(self._help)
        lock.clicked.connect(self.edited)
        at = len(self.lines) if after < 0 else after + 1
        place = self._column.indexOf(self.more)
        if at < len(self.lines):
            place = self._column.indexOf(self.locks[at].around)
        hbox(lock.around, (field, 1), lock, spacing=4)
        self._column.insertWidget(place, lock.around)
        self._column.insertWidget(place + 1, problem)
        self.lines.insert(at, (field, problem))
        self.locks.insert(at, lock)
        self._order_tabs()
        return field

    def _order_tabs(self) -> None:
        stops = [one for pair in zip(self.lines, self.locks, strict=True)
                 for one in (pair[0][0], pair[1])]  # fmt: skip
        for before, after in zip(stops, [*stops[1:], self.more], strict=True):
            QWidget.setTabOrder(before, after)

    def _typing(self, field: Field, problem: Problem, text: str) -> None:
        """Formatted at each letter; a problem that was told goes as soon as it is mended."""
        format_typed(field)
        if problem.text():
            self._say(field, problem)
        if sum(letter.isdigit() for letter in text) > _DIGITS + 5 and self.split(field):
            last = self.lines[max(n for n, (line, _) in enumerate(self.lines) if line.text())][0]
            last.setFocus(Qt.FocusReason.OtherFocusReason)
            last.setCursorPosition(len(last.text()))

    def split(self, field: Field) -> bool:
        """A line each for several numbers in one; whether there were several."""
        reading = phones.parse(field.text())
        if len(reading.phones) < 2 or reading.problems or reading.rest:
            return False
        texts = [phones.display(one.number, one.extension, "window") for one in reading.phones]
        at = next(n for n, (line, _) in enumerate(self.lines) if line is field)
        secret = self.locks[at].isChecked()
        field.setText(texts[0])
        for step, text in enumerate(texts[1:]):
            self._new_line(at + step).setText(text)
            self.locks[at + step + 1].setChecked(secret)
        self._number_lines()
        return True

    def _say(self, field: Field, problem: Problem) -> bool:
        text = problem_of(field.text())
        problem.show_problem(text)
        field.set_problem(bool(text))
        field.setAccessibleDescription(text or self._help)
        return bool(text)

    def _left(self, field: Field, problem: Problem) -> None:
        if self._say(field, problem):
            return
        self.split(field)
        read = phones.parse(field.text()).phones
        if read:
            field.set_text(phones.display(read[0].number, read[0].extension, "window"))
        self.edited.emit()


def _facts(lines: list[Any]) -> list[tuple[str, str, bool]]:
    return [(one.number, one.extension, bool(getattr(one, "confidential", False))) for one in lines]


def _with_secrecy(phone: Any, confidential: bool) -> Any:
    """The same phone, kept in or not."""
    if bool(getattr(phone, "confidential", False)) == confidential:
        return phone
    if hasattr(phone, "model_copy"):
        return phone.model_copy(update={"confidential": confidential})
    return TypedPhone(phone.number, phone.extension, phone.type, confidential)
