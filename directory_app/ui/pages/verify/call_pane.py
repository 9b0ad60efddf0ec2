"""One call: whom, the number, what to say, the fields, and how it ended."""

import datetime as dt

from PySide6.QtCore import QCoreApplication, QLocale, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from directory_app.model import hours, phones
from directory_app.model.business import Business
from directory_app.model.live import last_live_day
from directory_app.model.terms import OpenState, Status
from directory_app.store.dossier import Dossier
from directory_app.tasks import asking_again
from directory_app.ui import clipboard, icons, theme
from directory_app.ui.pages.verify.field_lines import FieldLines
from directory_app.ui.parts import words
from directory_app.ui.plurals import count
from directory_app.ui.session import Session
from directory_app.ui.style import paint_box, paint_keys
from directory_app.ui.widgets import dates, doors
from directory_app.ui.widgets.base import Label, Line, Pane, Scroll
from directory_app.ui.widgets.buttons import Button, IconButton
from directory_app.ui.widgets.focus import KEYBOARD_REASONS
from directory_app.ui.widgets.layouts import STRETCH, hbox, vbox
from directory_app.ui.widgets.remark import IconMark
from directory_app.ui.widgets.tabs import Segments

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


class Outcomes(Pane):
    """``ended(outcome, drop)``: one of OUTCOMES; ``drop``: the wrong number goes."""

    ended = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__("window", "t")
        self.title = Label("", "strong")
        self.hint = Label(
            self.tr("Only what you confirm or change gets today’s date"),
            "small",
            "ink-soft",
            elide=True,
        )
        self.hint.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.cards = {
            name: OutcomeCard(icon, str(number))
            for number, (name, icon) in enumerate(zip(OUTCOMES, _ICONS, strict=True), start=1)
        }
        self.asked = QWidget()
        self.take_out = Button(self.tr("Take the number out"), "primary", keys="Y")
        self.leave_in = Button(self.tr("Leave it in"), "plain", keys="N")
        self.back = Button(self.tr("Back"), "flat", keys="Esc")
        self._to_ask, self._corrected, self._confirmed = 0, 0, 0
        self._lay_out()
        for name, card in self.cards.items():
            card.clicked.connect(lambda _checked=False, name=name: self.press(name))
        self.take_out.clicked.connect(lambda: self._drop(True))
        self.leave_in.clicked.connect(lambda: self._drop(False))
        self.back.clicked.connect(self.ask_back)
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

    def _lay_out(self) -> None:
        head = hbox(None, self.title, (self.hint, 1), spacing=None)
        hbox(
            self.asked,
            self.take_out,
            self.leave_in,
            self.back,
            STRETCH,
            margins=(0, 4, 0, 4),
            spacing=8,
        )
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


translate = QCoreApplication.translate


def tell(business: Business, moment: dt.datetime) -> tuple[str, bool]:
    """(the sentence, whether it is open); "" where nobody knows.

    ``moment`` is a wall-clock time of the directory's zone.
    """
    if business.status != Status.ACTIVE:
        return words.status(business.status), False
    found = hours.at_moment(business.opening_hours, moment)
    if found.state == OpenState.UNKNOWN:
        return "", False
    is_open = found.state == OpenState.OPEN
    if found.until is None:
        always = translate("Verify", "Open now") if is_open else translate("Verify", "Closed")
        return always, is_open
    pattern = (
        translate("Verify", "Open now, until %1")
        if is_open
        else translate("Verify", "Closed until %1")
    )
    return pattern.replace("%1", _when(found.until, moment.date())), is_open


def _when(until: dt.datetime, today: dt.date) -> str:
    """A time: alone today or in the night, else with tomorrow or the day of the week."""
    time = hours.clock(until.hour * 60 + until.minute, "es" if words.is_spanish() else "en")
    days = (until.date() - today).days
    if days == 0 or (days == 1 and until.hour < 5):
        return time
    if days == 1:
        return translate("Verify", "tomorrow, %1").replace("%1", time)
    day = QLocale().dayName(until.isoweekday(), QLocale.FormatType.LongFormat)
    return f"{day}, {time}"


_ROOMY = 620
#: So often it is looked whether the business has opened or closed meanwhile.
_MINUTE = 60_000


class CallPane(QWidget):
    """``later``, ``copied`` and the signals of its parts: ``lines`` and ``outcomes``."""

    later = Signal()
    copied = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.dossier: Dossier | None = None
        self._ask_print: dict[str, str] = {}
        self._attempts = 0
        self.name = Label("", "title", wrap=True)
        self.facts = Label("", "body", "ink-soft")
        self.clock = IconMark("clock", "ok", 16)
        self.open_now = Label("", "body", "ok", wrap=True)
        self.number = Label("", "phone-queue")
        self.speak = Label("", "body", "ink-soft", wrap=True)
        self.copy = Button(self.tr("Copy number"), "link", icon="copy")
        self.more = IconButton("dots-three", self.tr("More"))
        self.more.hide()
        self.put_off = Button(self.tr("Later"), "flat", icon="skip-forward", keys="L")
        self.language = Segments((("es", "Español"), ("en", "English")), "", size="small")
        self.say_head = Label(self.tr("Say"), "small", "ink-soft")
        self.say = Label("", "read-aloud", wrap=True)
        self.lines = FieldLines((*asking_again.CALL_FIELDS, "print"))
        self.outcomes = Outcomes()
        self._minute = QTimer(self, interval=_MINUTE)
        self._minute.timeout.connect(self._tell_open)
        self._minute.start()
        self._lay_out()
        self.copy.clicked.connect(self._copy)
        self.put_off.clicked.connect(self.later)
        self.language.chosen.connect(lambda _key: self._tell())
        self.setAccessibleName(self.tr("The call"))
        items = (("es", "Español"), ("en", "English"))
        self.language.set_items(items, self.tr("Speak"))
        self._tell()

    def _lay_out(self) -> None:
        content = QWidget()
        self.column = vbox(content, margins=(40, 26, 40, 20), spacing=6)
        head = hbox(None, (self.name, 1), self.put_off, self.more, spacing=None)
        line = hbox(
            None,
            IconMark("chat-circle-dots", "ink-soft", 16),
            (self.speak, 1),
            self.copy,
            spacing=8,
        )
        aloud = hbox(None, (self.say_head, 1), self.language, spacing=None)
        facts = hbox(
            None,
            self.facts,
            8,
            (self.clock, 0, Qt.AlignmentFlag.AlignVCenter),
            (self.open_now, 1),
            spacing=6,
        )
        self.column.addLayout(head)
        self.column.addLayout(facts)
        self.column.addWidget(self.number)
        self.column.addLayout(line)
        self.column.addSpacing(8)
        self.column.addWidget(Line())
        self.column.addSpacing(8)
        self.column.addLayout(aloud)
        self.column.addWidget(self.say)
        self.column.addSpacing(8)
        self.column.addWidget(self.lines)
        self.column.addStretch()
        self.view = Scroll(content, "base")
        vbox(self, (self.view, 1), self.outcomes)

    def show_dossier(self, dossier: Dossier, ask_print: dict[str, str], attempts: int) -> None:
        """Another call; the language is the owner's until one chooses another."""
        fresh = self.dossier is None or self.dossier.business.id != dossier.business.id
        self.dossier, self._ask_print, self._attempts = dossier, ask_print, attempts
        if fresh:
            self.language.set_value(asking_again.owners_language(dossier))
        self._tell()

    def called_number(self) -> str:
        """The number that is called, as stored; "" where there is none."""
        if self.dossier is None or not self.dossier.phones:
            return ""
        return str(self.dossier.phones[0].number)

    def _tell(self) -> None:
        dossier = self.dossier
        if dossier is None:
            return
        business, spoken = dossier.business, self.language.value()
        self.name.setText(business.name)
        category = words.category(business.category)
        self.facts.setText("  ·  ".join(filter(None, (business.code, category, business.city))))
        self._tell_open()
        self._tell_number(dossier)
        self._tell_speak(dossier)
        self.say.setText(f"“{asking_again.greeting(spoken)}”")
        window = "es" if words.is_spanish() else "en"
        for name in asking_again.CALL_FIELDS:
            value = asking_again.words(name, dossier, window)
            value = value[:1].upper() + value[1:]
            self.lines.lines[name].tell(value, asking_again.question(name, dossier, spoken))
        self._tell_print(dossier, spoken)

    def moment(self) -> dt.datetime:
        """What clocks say now where the directory is."""
        return dt.datetime.now(self.session.timezone).replace(tzinfo=None)

    def _tell_open(self) -> None:
        if self.dossier is None:
            return
        told, is_open = tell(self.dossier.business, self.moment())
        self.open_now.setText(told)
        self.open_now.set_role("ok" if is_open else "ink-soft")
        self.open_now.setFont(theme.bold("body") if is_open else theme.font("body"))
        self.clock.set_icon("clock", "ok" if is_open else "ink-soft")
        self.clock.setVisible(bool(told))

    def _tell_number(self, dossier: Dossier) -> None:
        first = next(iter(dossier.phones), None)
        style = "window"
        number = phones.display(first.number, first.extension, style) if first else ""  # type: ignore[arg-type]
        self.number.setText(number or self.tr("No telephone"))
        self.copy.setVisible(bool(number))

    def _tell_speak(self, dossier: Dossier) -> None:
        business = dossier.business
        told = []
        if business.languages:
            window = "es" if words.is_spanish() else "en"
            names = asking_again.words("languages", dossier, window)
            told.append(self.tr("Speak %1").replace("%1", names))
        if business.assured_date is None:
            told.append(self.tr("never checked"))
        else:
            text = self.tr("last checked %1").replace("%1", dates.long(business.assured_date))
            by = business.assured_by
            told.append(self.tr("%1 by %2").replace("%1", text).replace("%2", by) if by else text)
        if self._attempts:
            tried = count(self._attempts, self.tr("tried once"), self.tr("tried {n} times"))
            told.append(tried)
        self.speak.setText("  ·  ".join(told))

    def _tell_print(self, dossier: Dossier, spoken: str) -> None:
        consent = dossier.consents.get("print")
        answer = consent.answer if consent else "not_asked"
        until = None
        if consent is not None:
            until = last_live_day(answer, consent.date, consent.asked_by, consent.review_by)
        state = doors.state_of(answer, until, self.session.today())
        told = doors.answer_words(state, until)
        if state == doors.DoorState.YES and until is not None:
            told = self.tr("Yes, to %1").replace("%1", dates.long(until))
        self.lines.lines["print"].tell(told, self._ask_print.get(spoken, ""), state)

    def _copy(self) -> None:
        clipboard.put(self.number.whole_text())
        self.copied.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Smaller margins and a smaller number where there is little room."""
        super().resizeEvent(event)
        wide = self.width() >= _ROOMY and self.height() >= 520
        side = 40 if wide else 14
        self.column.setContentsMargins(side, 26 if wide else 10, side, 20 if wide else 8)
        face = theme.font("phone-queue")
        if not wide:
            face.setPointSizeF(min(face.pointSizeF(), 28.0))
        self.number.setFont(face)


_PLAIN = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.KeypadModifier,
)


def is_typing() -> bool:
    """Whether the keyboard is in a field: letters are letters there."""
    focus = QApplication.focusWidget()
    return isinstance(focus, QLineEdit | QPlainTextEdit | QAbstractSpinBox)


def press(call: CallPane, event: QKeyEvent) -> bool:
    """Do what a key is for; whether it is for anything."""
    if event.modifiers() not in _PLAIN or is_typing():
        return False
    if call.outcomes.is_asking():
        return _about_the_number(call, event)
    if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        call.lines.step(-1 if event.key() == Qt.Key.Key_Up else 1)
        return True
    return _letter(call, event.text().upper())


def _about_the_number(call: CallPane, event: QKeyEvent) -> bool:
    outcomes, text = call.outcomes, event.text().upper()
    asked = {"Y": outcomes.take_out, "N": outcomes.leave_in}
    if event.key() == Qt.Key.Key_Escape:
        outcomes.ask_back()
    elif text in asked:
        asked[text].click()
    else:
        return False
    return True


def _letter(call: CallPane, text: str) -> bool:
    if text in {"Y", "C", "S"} and call.lines.active:
        line = call.lines.lines[call.lines.active]
        {"Y": line.right, "C": line.changed, "S": line.skip}[text].click()
    elif text == "L":
        call.put_off.click()
    elif text and text in "123456":
        call.outcomes.press(OUTCOMES[int(text) - 1])
    else:
        return False
    return True
