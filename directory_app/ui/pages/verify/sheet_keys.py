"""The rows of a visit sheet as printed, answered by single keys."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from directory_app.model.terms import Channel
from directory_app.tasks import asking_again
from directory_app.ui import theme
from directory_app.ui.pages.verify.field_lines import field_name
from directory_app.ui.widgets import doors

CHANNELS = tuple(channel.value for channel in Channel)
_NUMBER, _LABEL, _VALUE = 14, 34, 146
#: A yes to the map says how exact, as on the sheet: the door, the street only, the town only.
_HOW_EXACT = {"D": "exact", "R": "street", "T": "town"}
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


class SheetKeys(QWidget):
    """Fields, then answers; Y, N and S answer the row at hand.

    ``correction_wanted(name)``: N in a field. ``saved``: Enter. ``left``: Esc. Arrows move, a
    digit goes to the field of that number, A says yes to all fields that are left, Delete
    begins anew.
    """

    correction_wanted = Signal(str)
    saved = Signal()
    left = Signal()
    moved = Signal()
    how_exact_wanted = Signal()
    focus_ring = "outside"

    def __init__(self) -> None:
        super().__init__()
        self.focus_radius = theme.length("radius", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.rows = (*asking_again.SHEET_FIELDS, *CHANNELS)
        self.answers: dict[str, str] = {}
        self.typed: dict[str, str] = {}
        self.values: dict[str, str] = {}
        self.at = 0
        self._row = theme.height("row_review")
        self.setFixedHeight(self._row * len(self.rows) + 2)

    # -- what was said

    def clear(self, values: dict[str, str]) -> None:
        """Another sheet."""
        self.answers, self.typed, self.values, self.at = {}, {}, values, 0
        self._tell()

    def take(self, answers: dict[str, str], typed: dict[str, str], at: int) -> None:
        """Show again what was said of this sheet before."""
        self.answers, self.typed = dict(answers), dict(typed)
        self.at = min(max(at, 0), len(self.rows) - 1)
        self._tell()

    def to_answer(self) -> list[str]:
        """The fields without an answer; a channel without one was not asked."""
        return [name for name in asking_again.SHEET_FIELDS if name not in self.answers]

    def put(self, name: str, answer: str, typed: str = "") -> None:
        """Answer a row and go on to the next."""
        self.answers[name] = answer
        self.typed[name] = typed
        self.go(self.rows.index(name) + 1)

    def go(self, at: int) -> None:
        """To a row by its place."""
        self.at = min(max(at, 0), len(self.rows) - 1)
        self._tell()

    # -- words

    def row_words(self, name: str) -> str:
        """A row, said."""
        return f"{self._label(name)}: {self.values.get(name, '')}. {self._answer_words(name)}"

    @staticmethod
    def _label(name: str) -> str:
        is_field = name in asking_again.SHEET_FIELDS
        return field_name(name) if is_field else doors.channel_name(name)

    def _answer_words(self, name: str) -> str:
        answer = self.answers.get(name, "")
        if name == "map" and answer == "yes":
            return {
                "exact": self.tr("Yes, the door"),
                "street": self.tr("Yes, the street only"),
                "town": self.tr("Yes, the town only"),
            }[self.typed["map"]]
        if name in CHANNELS:
            return {"yes": self.tr("Yes"), "no": self.tr("No")}.get(answer, self.tr("Not asked"))
        if answer == "changed":
            return self.tr("Now: %1").replace("%1", self.typed.get(name, ""))
        return {"right": self.tr("Still right"), "skip": self.tr("Not ticked")}.get(answer, "…")

    def _tell(self) -> None:
        self.setAccessibleName(self.row_words(self.rows[self.at]))
        self.moved.emit()
        self.update()

    # -- drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows."""
        painter = QPainter(self)
        for number, name in enumerate(self.rows):
            self._paint_ground(painter, number)
            self._paint_number(painter, number)
            self._paint_words(painter, number, name)
        painter.end()

    def _paint_ground(self, painter: QPainter, number: int) -> None:
        y, here = number * self._row, number == self.at
        painter.fillRect(0, y, self.width(), self._row, theme.color("header" if here else "base"))
        between = number + 1 == len(asking_again.SHEET_FIELDS)  # of fields and answers
        line = theme.color("line-strong" if between else "line")
        painter.fillRect(0, y + self._row - 1, self.width(), 1, line)
        if here:
            painter.fillRect(0, y, 3, self._row, theme.color("accent"))

    def _paint_number(self, painter: QPainter, number: int) -> None:
        if number < len(asking_again.SHEET_FIELDS):
            painter.setFont(theme.tabular(theme.font("caption")))
            painter.setPen(theme.color("ink-soft"))
            painter.drawText(_NUMBER, number * self._row, 16, self._row, _LEFT, str(number + 1))

    def _paint_words(self, painter: QPainter, number: int, name: str) -> None:
        y, here = number * self._row, number == self.at
        painter.setFont(theme.font("body"))
        painter.setPen(theme.color("ink-soft"))
        painter.drawText(_LABEL, y, _VALUE - _LABEL, self._row, _LEFT, self._label(name))
        wide = self._paint_answer(painter, y, name)
        painter.setFont(theme.bold("body") if here else theme.font("body"))
        painter.setPen(theme.color("ink"))
        room = max(self.width() - wide - 28 - _VALUE, 20)
        value = self.values.get(name, "") or "—"
        value = painter.fontMetrics().elidedText(value, Qt.TextElideMode.ElideRight, room)
        painter.drawText(_VALUE, y, room, self._row, _LEFT, value)

    def _paint_answer(self, painter: QPainter, y: int, name: str) -> int:
        """What was said, at the right; how wide it is."""
        answer, words = self.answers.get(name, ""), self._answer_words(name)
        painter.setFont(theme.bold("body") if answer else theme.font("body"))
        metrics = painter.fontMetrics()
        wide = min(metrics.horizontalAdvance(words) + 4, self.width() // 2)
        role = {"right": "ok", "yes": "ok", "changed": "accent-text"}.get(answer, "ink-soft")
        painter.setPen(theme.color("ink" if answer == "no" else role))
        cut = metrics.elidedText(words, Qt.TextElideMode.ElideRight, wide)
        painter.drawText(self.width() - wide - 14, y, wide, self._row, _RIGHT, cut)
        return wide

    # -- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of a sheet."""
        deed = self._deeds().get(event.key()) or self._said(event.text().upper())
        if deed is None:
            super().keyPressEvent(event)
        else:
            deed()

    def _deeds(self) -> dict[int, Callable[[], Any]]:
        key = Qt.Key
        return {
            key.Key_Return: self.saved.emit,
            key.Key_Enter: self.saved.emit,
            key.Key_Escape: self.left.emit,
            key.Key_Up: lambda: self.go(self.at - 1),
            key.Key_Down: lambda: self.go(self.at + 1),
            key.Key_Delete: lambda: self.clear(self.values),
        }

    def _said(self, text: str) -> Callable[[], Any] | None:
        """What a letter or digit does in the row at hand; None for one that does nothing."""
        name = self.rows[self.at]
        field = name in asking_again.SHEET_FIELDS
        if name == "map" and text in _HOW_EXACT:
            return lambda: self.put(name, "yes", _HOW_EXACT[text])
        if name == "map" and text == "Y":
            return self.how_exact_wanted.emit
        if field and text in ("N", "C"):
            return lambda: self.correction_wanted.emit(name)
        if text.isdecimal() and 1 <= int(text) <= len(asking_again.SHEET_FIELDS):
            return lambda: self.go(int(text) - 1)
        if text == "A":
            return self._all_right
        plain = {"Y": "right" if field else "yes", "S": "skip" if field else "", "N": "no"}
        return (lambda: self.put(name, plain[text])) if text in plain else None

    def _all_right(self) -> None:
        for each in self.to_answer():
            self.put(each, "right")
        self.go(max(self.at, len(asking_again.SHEET_FIELDS)))
