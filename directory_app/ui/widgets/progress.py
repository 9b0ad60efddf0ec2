"""How far something is, how full or how strong: a bar, in one piece or in steps."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QStyle

#: Milliseconds between two steps of the piece that wanders while nobody knows how far it is.
_WANDER_MS = 40
#: The part of the bar that wanders, and how far it goes in one step.
_PIECE, _PACE = 0.25, 0.016
_WHOLE = 1000


class Progress(QProgressBar):
    """How far, of how much; while that is unknown a piece of it wanders to and fro."""

    def __init__(self, high: int = 4, steps: int = 1) -> None:
        super().__init__()
        #: Read by the style: a role of the theme, and in how many pieces the bar is.
        self.role, self.steps = "accent", steps
        self.setTextVisible(False)
        self.setFixedHeight(high)
        self.setRange(0, _WHOLE)
        self.setValue(0)
        self._at = 0.0
        self._wander = QTimer(self, interval=_WANDER_MS)
        self._wander.timeout.connect(self._step)

    def set_part(self, done: float, total: float) -> None:
        """Show ``done`` of ``total``; a total of 0 is unknown."""
        self.setRange(0, _WHOLE if total else 0)
        if total:
            self._wander.stop()
            self.setValue(round(_WHOLE * min(done / total, 1)))
            self.setAccessibleDescription(f"{min(done / total, 1):.0%}")
            return
        self.setAccessibleDescription("")
        moves = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0
        if moves and not self._wander.isActive():
            self._wander.start()
        self.update()

    def rest(self) -> None:
        """Nothing is under way."""
        self._wander.stop()

    def _step(self) -> None:
        self._at = (self._at + _PACE) % 2
        self.update()

    def filled(self) -> tuple[float, float]:
        """From where to where, as parts of the whole."""
        if self.maximum():
            return 0.0, self.value() / _WHOLE
        there_and_back = 1 - abs(1 - self._at)
        start = there_and_back * (1 - _PIECE)
        return start, start + _PIECE
