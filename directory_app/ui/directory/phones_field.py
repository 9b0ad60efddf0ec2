"""The telephones of a business: a line each, formatted on leaving, problems underneath."""

import re
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from directory_app.model import phones
from directory_app.ui import plurals
from directory_app.ui.widgets.base import Translated
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.fields import Field, Problem

_DIGITS = 10


def problem_of(text: str) -> str:
    """What is wrong with a line, as a sentence of about five words; "" if nothing is."""
    if not text.strip():
        return ""
    reading = phones.parse(text)
    if len(reading.phones) == 1 and not reading.problems and not reading.rest:
        return ""
    count = len(re.sub(r"\D", "", re.split(r"[xX#]|ext", text)[0]).removeprefix("1"))
    translate = QCoreApplication.translate
    if len(reading.phones) > 1:
        return translate("Phones", "One number on a line")
    if 0 < count < _DIGITS and not text.strip().startswith("+"):
        one = translate("Phones", "One digit is missing")
        return plurals.count(_DIGITS - count, one, translate("Phones", "{n} digits are missing"))
    if count > _DIGITS and not text.strip().startswith("+"):
        one = translate("Phones", "One digit too many")
        return plurals.count(count - _DIGITS, one, translate("Phones", "{n} digits too many"))
    return translate("Phones", "This is no phone number")


class PhonesField(Translated, QWidget):
    """``edited`` when a line was left with another number. Values are DraftPhone-like."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stored: list[Any] = []
        self.lines: list[tuple[Field, Problem]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.more = Button("", "link", size="small")
        self.more.clicked.connect(self._add_line)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.set_phones([])
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts."""
        self.more.setText(self.tr("Another phone"))
        for number, (field, problem) in enumerate(self.lines):
            field.setAccessibleName(self.tr("Phone %1").replace("%1", str(number + 1)))
            if problem.text():
                problem.show_problem(problem_of(field.text()))

    def set_phones(self, stored: list[Any]) -> None:
        """Show what is kept."""
        self._stored = list(stored)
        while len(self.lines) > max(1, len(stored)):
            for widget in self.lines.pop():
                self._column.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        while len(self.lines) < max(1, len(stored)):
            self._new_line()
        for number, (field, problem) in enumerate(self.lines):
            one = stored[number] if number < len(stored) else None
            text = phones.display(one.number, one.extension, "window") if one else ""
            field.set_text(text)
            field.set_problem(False)
            problem.show_problem("")
        self.retranslate()

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
        self.retranslate()

    def phones(self) -> list[Any]:
        """What the lines say, each with its stored row where the number is the same."""
        by_number = {(one.number, one.extension): one for one in self._stored}
        read = [phone for field, _ in self.lines for phone in phones.parse(field.text()).phones]
        return [by_number.get((one.number, one.extension), one) for one in read]

    def is_edited(self) -> bool:
        """Whether the numbers differ from the stored ones."""
        now = [(one.number, one.extension) for one in self.phones()]
        return now != [(one.number, one.extension) for one in self._stored]

    def has_problem(self) -> bool:
        """Whether a line can't be kept as it is."""
        return any(problem_of(field.text()) for field, _ in self.lines)

    def _add_line(self) -> None:
        self._new_line().setFocus(Qt.FocusReason.OtherFocusReason)
        self.retranslate()

    def _new_line(self) -> Field:
        field, problem = Field(""), Problem()
        field.committed.connect(lambda _text: self._left(field, problem))
        field.textEdited.connect(lambda _text: self._typing(field, problem))
        place = self._column.indexOf(self.more)
        self._column.insertWidget(place, field)
        self._column.insertWidget(place + 1, problem)
        if self.lines:
            QWidget.setTabOrder(self.lines[-1][0], field)
        QWidget.setTabOrder(field, self.more)
        self.lines.append((field, problem))
        return field

    def _typing(self, field: Field, problem: Problem) -> None:
        """A problem that was told goes as soon as it is mended."""
        if problem.text():
            self._say(field, problem)

    def _say(self, field: Field, problem: Problem) -> bool:
        text = problem_of(field.text())
        problem.show_problem(text)
        field.set_problem(bool(text))
        field.setAccessibleDescription(text)
        return bool(text)

    def _left(self, field: Field, problem: Problem) -> None:
        if self._say(field, problem):
            return
        read = phones.parse(field.text()).phones
        if read:
            field.set_text(phones.display(read[0].number, read[0].extension, "window"))
        self.edited.emit()
