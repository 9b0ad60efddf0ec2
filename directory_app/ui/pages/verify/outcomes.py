"""How did it end? Six cards with their keys, or the question that one of them asks."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from directory_app.ui import icons, theme
from directory_app.ui.plurals import count
from directory_app.ui.widgets.base import Label, Pane, Translated, paint_box
from directory_app.ui.widgets.buttons import Button, paint_keys
from directory_app.ui.widgets.focus import KEYBOARD_REASONS

OUTCOMES = ("confirmed", "changed", "no_answer", "wrong_number", "closed", "withdraw")
_ICONS = ("check-circle", "pencil-simple-line", "phone-x", "warning-circle", "storefront",
          "hand-palm")  # fmt: skip


class OutcomeCard(QAbstractButton):
    """An outcome: icon and key above, words below."""

    focus_ring = "outside"

    def __init__(self, icon: str, key: str) -> None:
        super().__init__()
        self._icon, self._key, self._under = icon, key, ""
        self.focus_radius = theme.length("radius", "card")
        self.shows_ring = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.small = False

    def set_words(self, words: str, under: str = "") -> None:
        """The words, and why it is closed."""
        self.setText(words)
        self._under = under
        self.setAccessibleName(words)
        self.setAccessibleDescription(under)
        self.update()

    def sizeHint(self) -> QSize:
        """84 px high, or a line where there is little room."""
        line = QFontMetrics(theme.bold("body")).height()
        return QSize(128, line + 18 if self.small else 3 * line + 34)

    def minimumSizeHint(self) -> QSize:
        """As narrow as its longest word."""
        metrics = QFontMetrics(theme.bold("body"))
        wide = max((metrics.horizontalAdvance(one) for one in self.text().split()), default=40)
        return QSize(wide + (70 if self.small else 24), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        on = self.isEnabled()
        ink = "ink" if on else "disabled"
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = ("hover" if self.underMouse() else "base") if on else None
        edge = "line-strong" if on else "line"
        paint_box(painter, QRectF(self.rect()), ground, edge, "card")
        right = QRectF(self.width() - 29, 10, 18, 20)
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
        room = QRectF(12, 34, self.width() - 20, self.height() - 42)
        place = Qt.AlignmentFlag.AlignBottom
        if self.small:
            right.moveTop((self.height() - 20) / 2)
            room = QRectF(36, 0, self.width() - 66, self.height())
            place = Qt.AlignmentFlag.AlignVCenter
        icons.paint(painter, 12, round(right.y()), self._icon, ink, 18)
        paint_keys(painter, right, self._key, ink)
        painter.setFont(theme.bold("body"))
        painter.setPen(theme.color(ink))
        if self._under and not self.small:
            below = QFontMetrics(theme.font("caption")).height()
            room.adjust(0, 0, 0, -below - 1)
            painter.drawText(room, flags | int(place), self.text())
            painter.setFont(theme.font("caption"))
            painter.setPen(theme.color("ink-soft"))
            base = QRectF(12, self.height() - below - 9, self.width() - 16, below + 2)
            painter.drawText(base, int(Qt.AlignmentFlag.AlignLeft), self._under)
        else:
            painter.drawText(room, flags | int(place), self.text())
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring only when the keyboard came here."""
        self.shows_ring = event.reason() in KEYBOARD_REASONS
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class Outcomes(Translated, Pane):
    """``ended(outcome, drop)``: one of OUTCOMES; ``drop``: the wrong number goes."""

    ended = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__("window", "t")
        self.title = Label("", "strong")
        self.hint = Label("", "small", "ink-soft", elide=True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.cards = {
            name: OutcomeCard(icon, str(number))
            for number, (name, icon) in enumerate(zip(OUTCOMES, _ICONS, strict=True), start=1)
        }
        self.asked = QWidget()
        self.take_out = Button("", "primary", keys="Y")
        self.leave_in = Button("", "plain", keys="N")
        self.back = Button("", "flat", keys="Esc")
        self._to_ask, self._corrected, self._confirmed = 0, 0, 0
        self._lay_out()
        for name, card in self.cards.items():
            card.clicked.connect(lambda _checked=False, name=name: self.press(name))
        self.take_out.clicked.connect(lambda: self._drop(True))
        self.leave_in.clicked.connect(lambda: self._drop(False))
        self.back.clicked.connect(self.ask_back)
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addWidget(self.hint, 1)
        row = QHBoxLayout(self.asked)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(8)
        for button in (self.take_out, self.leave_in, self.back):
            row.addWidget(button)
        row.addStretch()
        self.asked.hide()
        self.table = QWidget()
        self.grid = QGridLayout(self.table)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setSpacing(8)
        column = self.column = QVBoxLayout(self)
        column.setContentsMargins(40, 12, 40, 16)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.table)
        column.addWidget(self.asked)
        self._place()

    def retranslate(self) -> None:
        """Set the texts."""
        self.hint.setText(self.tr("Only what you confirm or change gets today’s date"))
        self.take_out.setText(self.tr("Take the number out"))
        self.leave_in.setText(self.tr("Leave it in"))
        self.back.setText(self.tr("Back"))
        words = (
            self.tr("Confirmed"),
            self.tr("Changed"),
            self.tr("No answer"),
            self.tr("Wrong number"),
            self.tr("Closed for good"),
            self.tr("Does not want to be listed"),
        )
        for card, text in zip(self.cards.values(), words, strict=True):
            card.set_words(text)
        self.allow(self._to_ask, self._corrected, self._confirmed)

    def allow(self, to_ask: int, corrected: int, confirmed: int, writable: bool = True) -> None:
        """Open what may be pressed: how many fields are to ask, corrected, confirmed."""
        self._to_ask, self._corrected, self._confirmed = to_ask, corrected, confirmed
        first, second = self.cards["confirmed"], self.cards["changed"]
        left = count(to_ask, self.tr("One field left to ask"), self.tr("{n} fields left to ask"))
        for name, card in self.cards.items():
            card.setEnabled(writable or name == "")
        first.setEnabled(writable and not to_ask and not corrected and confirmed > 0)
        second.setEnabled(writable and corrected > 0)
        first.set_words(self.tr("Confirmed"), left if to_ask else "")
        if self.asked.isHidden():
            self.title.setText(self.tr("How did it end?"))

    def press(self, name: str) -> None:
        """One of OUTCOMES was pressed; a wrong number asks what becomes of it."""
        if not self.cards[name].isEnabled():
            return
        if name != "wrong_number":
            self.ended.emit(name, False)
            return
        self.table.hide()
        self.asked.show()
        self.title.setText(
            self.tr("Whoever answered is somebody else. What becomes of the number?")
        )
        self.take_out.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_asking(self) -> bool:
        """Whether the question about the number is open."""
        return not self.asked.isHidden()

    def ask_back(self) -> None:
        """Close the question."""
        self.asked.hide()
        self.table.show()
        self.title.setText(self.tr("How did it end?"))

    def _drop(self, drop: bool) -> None:
        self.ask_back()
        self.ended.emit("wrong_number", drop)

    def _place(self) -> None:
        across = 6 if self.width() >= 700 else 3 if self.width() >= 420 else 2
        for number, card in enumerate(self.cards.values()):
            card.small = across < 6
            self.grid.addWidget(card, number // across, number % across)
        for column in range(6):
            self.grid.setColumnStretch(column, 1 if column < across else 0)
        side = 40 if self.width() >= 700 else 12
        self.column.setContentsMargins(side, 12 if side > 12 else 6, side, 16 if side > 12 else 6)
        self.hint.setVisible(self.width() >= 420)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Six, three or two beside each other."""
        super().resizeEvent(event)
        self._place()
