"""Yes, no or not asked: the chosen answer with its door and on its own ground."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from directory_app.model.terms import Answer
from directory_app.ui import theme
from directory_app.ui.widgets.doors import DoorState, paint_door
from directory_app.ui.widgets.segments import Segments

#: answer -> ground and ink; a refusal is an answer and no fault, so it is never red.
_LOOKS = {
    Answer.YES: ("ok-tint", "ok"),
    Answer.NO: ("selection-inactive", "ink"),
    Answer.WITHDRAWN: ("danger-tint", "danger"),
    Answer.NOT_ASKED: ("header", "ink-soft"),
}
_DOOR = 0.82  # of the 18 x 22 box
_DOOR_ROOM = 20


class AnswerSegments(Segments):
    """The answers to one question; keys are those of Answer."""

    def _natural(self) -> list[int]:
        return [width + _DOOR_ROOM for width in super()._natural()]

    def _paint_items(self, painter: QPainter, rect: QRectF) -> None:
        edges = self._edges()
        whole = QPainterPath()
        whole.addRoundedRect(rect, self.focus_radius, self.focus_radius)
        painter.save()
        painter.setClipPath(whole)
        left, right = edges[self._at], edges[self._at + 1]
        ground = _LOOKS[Answer(self.value())][0]
        painter.fillRect(QRectF(left, 0, right - left, self.height()), theme.color(ground))
        painter.restore()
        for index, (key, words, _icon) in enumerate(self._items):
            box = QRectF(edges[index], 0, edges[index + 1] - edges[index], self.height())
            self._paint_answer(painter, box, Answer(key), words, index == self._at)
            if index:
                line = QRectF(round(box.x()), 1, 1, self.height() - 2)
                painter.fillRect(line, theme.color("line"))

    def _paint_answer(
        self, painter: QPainter, box: QRectF, answer: Answer, words: str, on: bool
    ) -> None:
        ink = _LOOKS[answer][1] if on else "ink-soft"
        painter.setFont(self._font() if on else theme.font(self._style))
        width = painter.fontMetrics().horizontalAdvance(words)
        x = box.center().x() - (width + (_DOOR_ROOM if on else 0)) / 2
        if on:
            paint_door(painter, x, box.center().y() - 11 * _DOOR, DoorState(answer), _DOOR)
            x += _DOOR_ROOM
        painter.setPen(theme.color(ink if self.isEnabled() else "disabled"))
        flags = int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(QRectF(x, 0, width + 4, self.height()), flags, words)
