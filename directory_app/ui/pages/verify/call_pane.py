"""One call: whom, the number, what to say, the fields, and how it ended."""

import datetime as dt

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from directory_app.model import phones
from directory_app.model.live import last_live_day
from directory_app.store.dossier import Dossier
from directory_app.tasks import asking_again
from directory_app.ui import clipboard, theme
from directory_app.ui.pages.verify import open_now
from directory_app.ui.pages.verify.field_lines import FieldLines
from directory_app.ui.pages.verify.outcomes import Outcomes
from directory_app.ui.parts import words
from directory_app.ui.plurals import count
from directory_app.ui.session import Session
from directory_app.ui.widgets import dates, doors
from directory_app.ui.widgets.base import Label, Line, Scroll, Translated
from directory_app.ui.widgets.buttons import Button, IconButton
from directory_app.ui.widgets.icon_mark import IconMark
from directory_app.ui.widgets.segments import Segments

_ROOMY = 620
#: So often it is looked whether the business has opened or closed meanwhile.
_MINUTE = 60_000


class CallPane(Translated, QWidget):
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
        self.copy = Button("", "link", icon="copy")
        self.more = IconButton("dots-three", "")
        self.more.hide()
        self.put_off = Button("", "flat", icon="skip-forward", keys="L")
        self.language = Segments((("es", "Español"), ("en", "English")), "", size="small")
        self.say_head = Label("", "small", "ink-soft")
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
        self.retranslate()

    def _lay_out(self) -> None:
        content = QWidget()
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(40, 26, 40, 20)
        self.column.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.put_off)
        head.addWidget(self.more)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(IconMark("chat-circle-dots", "ink-soft", 16))
        line.addWidget(self.speak, 1)
        line.addWidget(self.copy)
        aloud = QHBoxLayout()
        aloud.addWidget(self.say_head, 1)
        aloud.addWidget(self.language)
        facts = QHBoxLayout()
        facts.setSpacing(6)
        facts.addWidget(self.facts)
        facts.addSpacing(8)
        facts.addWidget(self.clock, 0, Qt.AlignmentFlag.AlignVCenter)
        facts.addWidget(self.open_now, 1)
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
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.view, 1)
        outer.addWidget(self.outcomes)

    def retranslate(self) -> None:
        """Set the texts."""
        self.setAccessibleName(self.tr("The call"))
        self.copy.setText(self.tr("Copy number"))
        self.put_off.setText(self.tr("Later"))
        self.more.set_name(self.tr("More"))
        self.say_head.setText(self.tr("Say"))
        items = (("es", "Español"), ("en", "English"))
        self.language.set_items(items, self.tr("Speak"))
        self._tell()

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
        told, is_open = open_now.tell(self.dossier.business, self.moment())
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
