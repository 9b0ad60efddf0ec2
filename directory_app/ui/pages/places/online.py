"""Asking a service for addresses: shown first, asked in a thread of its own, then placed.

The thread waits for the network and for the polite pace between two requests; the store is
free meanwhile, and is asked only for a word: whether the owner still agrees, what was answered
before, that something is about to leave.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from directory_app.geocoding import reasons
from directory_app.progress import Progress
from directory_app.tasks import asking, inquire, new_client, online_service, settle
from directory_app.tasks.placing import wordless
from directory_app.tasks.questions import Asking, still_allowed
from directory_app.ui.jobs import Job, JobRunner
from directory_app.ui.parts.doubt_line import SERVICES
from directory_app.ui.plurals import count
from directory_app.ui.session import Session
from directory_app.ui.widgets.base import Label
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.dialogs import Dialog
from directory_app.ui.widgets.layouts import STRETCH, hbox, vbox
from directory_app.ui.widgets.remark import Remark
from directory_app.ui.widgets.text_table import TextColumn, TextRow, TextTable

if TYPE_CHECKING:
    from directory_app.geocoding.online.client import Client
    from directory_app.geocoding.online.services import Service
    from directory_app.store.store import Store
    from directory_app.tasks import Inquiry, Placement
    from directory_app.tasks.questions import Question

_COLUMNS = (TextColumn(250, strong=True), TextColumn(190, least=380))
_SHOWN = 8
#: On a small screen the list scrolls from this height on.
_LEAST = 76
_WIDE = 540


class AskServiceDialog(Dialog):
    """Accepted: the person lets these be sent."""

    def __init__(
        self, service: "Service", questions: "Sequence[Question]", parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self.setMinimumWidth(_WIDE)
        leaving: dict[str, list[str]] = {}
        for one in questions:
            if one.leaves:
                leaving.setdefault(one.sent, []).append(one.name)
        self.many = len(leaving)
        self.known = sum(one.allowed and one.known for one in questions)
        self.title = Label("", "heading", wrap=True)
        self.told = Label("", "body", "ink-soft", wrap=True)
        self.census = Remark("warning", "warn", fill=True)
        self.rest = Remark("info", "ink-soft", style="small", ink="ink-soft")
        self.table = TextTable(_COLUMNS)
        self.table.set_rows([TextRow((sent, ", ".join(names))) for sent, names in leaving.items()])
        self.table.fit_height(_SHOWN)
        self.table.setMinimumHeight(min(_LEAST, self.table.maximumHeight()))
        self.table.setVisible(bool(leaving))
        self._lay_out()
        self._say(service, questions)
        layout = self.layout()
        assert layout is not None
        self.resize(_WIDE, layout.totalHeightForWidth(_WIDE))

    def _lay_out(self) -> None:
        column = vbox(
            self,
            self.title,
            self.told,
            self.census,
            self.table,
            self.rest,
            margins=(24, 20, 24, 16),
            spacing=10,
        )
        row = hbox(None, STRETCH, spacing=8)
        self.cancel, self.go = Button(self.tr("Send nothing"), "flat"), Button("", "primary")
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self.accept)
        row.addWidget(self.cancel)
        row.addWidget(self.go)
        column.addStretch()
        column.addSpacing(6)
        column.addLayout(row)

    def _say(self, service: "Service", questions: "Sequence[Question]") -> None:
        to = f"{SERVICES[service.kind]} ({service.host})"
        if self.many:
            title = count(
                self.many,
                self.tr("Send one address to {to}?"),
                self.tr("Send {n} addresses to {to}?"),
                to=to,
            )
        else:
            title = self.tr("Nothing needs to be sent")
        self.title.setText(title)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.told.setText(
            self.tr(
                "Street and town leave this laptop as they stand in the list: no name, no ZIP "
                "code, no telephone. The service learns from which internet connection they come."
            )
            if self.many
            else self.tr("All that may be asked was answered before. Those answers are used.")
        )
        warning = self.tr("The US Census geocoder hands the addresses to a federal agency.")
        self.census.set_words(warning if service.kind == "census" and self.many else "")
        self.table.setAccessibleName(self.tr("What is sent"))
        self.table.set_headings((self.tr("What is sent"), self.tr("For")))
        self.rest.set_words(self._rest(questions))
        self.go.setText(self.tr("Send them") if self.many else self.tr("Use the answers"))
        # somebody has to reach for it: Enter alone sends nothing
        self.cancel.setFocus()

    def _rest(self, questions: "Sequence[Question]") -> str:
        silent = sum(not one.allowed for one in questions)
        lines = []
        if self.known and self.many:
            lines.append(
                count(
                    self.known,
                    self.tr("One was answered before, and is not sent again."),
                    self.tr("{n} were answered before, and are not sent again."),
                )
            )
        if silent:
            lines.append(
                count(
                    silent,
                    self.tr("One is left out: its owner has not said yes to Look-up."),
                    self.tr("{n} are left out: their owners have not said yes to Look-up."),
                )
            )
        return " ".join(lines)


T = TypeVar("T")
#: What says how a request ended well; all others are told one by one.
_FINE = ("", reasons.NO_CONSENT)


@dataclass(frozen=True, slots=True)
class Ready:
    """All that is needed to ask: made in the store's thread, used beside it."""

    store: "Store"
    service: "Service"
    client: "Client"
    inquiry: "Inquiry"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What asking came to: the ``placement``, how many requests were made, why some failed."""

    placement: "Placement"
    failures: Counter[str]
    stopped: bool


class _JournalThere:
    """The store as a Journal, for a thread that is not the store's."""

    def __init__(self, store: "Store", runner: JobRunner) -> None:
        self._journal = asking.StoreJournal(store)
        self._runner = runner

    def _within(self, work: Callable[[], T]) -> T:
        return self._runner.within("store", work)

    def answer(self, query: str, source: str) -> str | None:
        """What was answered before."""
        return self._within(lambda: self._journal.answer(query, source))

    def keep(self, query: str, source: str, answer: str) -> None:
        """Keep an answer."""
        self._within(lambda: self._journal.keep(query, source, answer))

    def begin(self, business_id: str, source: str, sent: str) -> str:
        """Write down what is about to leave."""
        return self._within(lambda: self._journal.begin(business_id, source, sent))

    def end(self, request_id: str, outcome: str) -> None:
        """Write down how it ended."""
        self._within(lambda: self._journal.end(request_id, outcome))


class OnlineRun(QObject):
    """``began()``; ``ended(Outcome)``; ``is_off()``: no service is on; ``went_wrong(error)``."""

    began = Signal()
    ended = Signal(object)
    is_off = Signal()
    went_wrong = Signal(object)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self.session, self._window = session, window
        self.dialog: AskServiceDialog | None = None
        self.job: Job | None = None

    @property
    def is_running(self) -> bool:
        """Whether addresses are being asked for."""
        return self.job is not None and not self.job.is_over

    def begin(self) -> None:
        """Find out what would be sent, and show it."""
        text = self.tr("Seeing which addresses could be asked for")
        self.session.ask(_ready, self._show, failed=self.went_wrong.emit, text=text)

    def _show(self, ready: Ready | None) -> None:
        if ready is None:
            self.is_off.emit()
            return
        dialog = AskServiceDialog(ready.service, ready.inquiry.questions, self._window)
        self.dialog = dialog
        dialog.finished.connect(lambda result: self._answered(ready, result))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _answered(self, ready: Ready, result: int) -> None:
        self.dialog = None
        if result == QDialog.DialogCode.Accepted and not self.is_running:
            self._start(ready)

    def _start(self, ready: Ready) -> None:
        runner = self.session.runner

        asker = Asking(
            ready.service,
            _JournalThere(ready.store, runner),
            ready.client,
            allows=lambda question: runner.within(
                "store", lambda: still_allowed(ready.store, question)
            ),
        )

        def ask(progress: Progress) -> None:
            inquiry = ready.inquiry
            asker.all(inquiry.questions, inquiry.found, wordless(progress))

        def failed(error: Exception) -> None:
            self.went_wrong.emit(error)
            self._settle(ready, asker, stopped=True)

        self.job = runner.start(
            ask,
            lambda _nothing: self._settle(ready, asker, stopped=False),
            failed=failed,
            cancelled=lambda: self._settle(ready, asker, stopped=True),
            text=self.tr("Asking %1").replace("%1", ready.service.host),
            lane="online",
        )
        self.began.emit()

    def _settle(self, ready: Ready, asker: Asking, *, stopped: bool) -> None:
        """What was found is placed, in one step, even if somebody stopped it."""
        asked = [one.address.id for one in ready.inquiry.questions if one.allowed]
        found = ready.inquiry.found
        codes = Counter(found[each].reason for each in asked if each in found)
        for code in _FINE:
            codes.pop(code, None)
        self.session.write(
            lambda store: settle(store, ready.inquiry, asker.sent),
            lambda placement: self.ended.emit(Outcome(placement, codes, stopped)),
            failed=self.went_wrong.emit,
        )


def _ready(store: "Store", progress: Progress) -> Ready | None:
    if not store.settings.get(asking.SERVICE):
        return None
    service = online_service(store)
    inquiry = inquire(store, service, wordless(progress))
    return Ready(store, service, new_client(store, service), inquiry)
