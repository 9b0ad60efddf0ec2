"""Verification: a phone queue, one call after another, and visit sheets typed back."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from directory_app.errors import UserError
from directory_app.store import Filter
from directory_app.tasks import asking_again, call_drafts, calling, verifying
from directory_app.tasks.verifying import Batch, Queue
from directory_app.ui import spoken
from directory_app.ui.pages.page import Page
from directory_app.ui.pages.verify.begin_pane import BeginPane
from directory_app.ui.pages.verify.call_pane import CallPane, is_typing, press
from directory_app.ui.pages.verify.print_sheets import PrintSheets
from directory_app.ui.pages.verify.queue_pane import QueuePane
from directory_app.ui.pages.verify.sheet_pane import SheetPane
from directory_app.ui.parts import words
from directory_app.ui.parts.consent.ask_dialog import converse
from directory_app.ui.parts.consent.withdraw_dialog import WithdrawDialog
from directory_app.ui.session import Session
from directory_app.ui.widgets.layouts import hbox

#: So wide the queue stands beside the call.
_BESIDE = 860
#: A toast is so high, with its distance from the edge.
_TOAST = 56
_BEGIN, _CALL, _SHEETS = 0, 1, 2


class VerifyPage(Page):
    """Y, C, S for the field at hand, 1 to 6 for the outcome, L later; not while one types."""

    wants_rail = True

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.read = calling.Read()
        self._mode = _BEGIN
        self._is_ending = False
        self._given_back: dict[str, Any] = {}
        self.side = QueuePane()
        self.list = self.side.list
        self.call = CallPane(session)
        self.begin = BeginPane()
        self.sheet = SheetPane(session)
        self.print_sheets = PrintSheets(session, self)
        self.stack = QStackedWidget()
        for pane in (self.begin, self.call, self.sheet):
            self.stack.addWidget(pane)
        self._lay_out()
        self._connect()
        self.setAccessibleName(self.tr("Verification"))
        self._tell()

    def _lay_out(self) -> None:
        hbox(self, self.side, (self.stack, 1))

    def _connect(self) -> None:
        self.begin.begun.connect(self.start)
        self.begin.print_wanted.connect(self._print_batch)
        self.begin.sheets_wanted.connect(self.type_sheets)
        self.side.print.clicked.connect(
            lambda _checked=False: self.print_sheets.ask_where(self.side.to_do())
        )
        self.side.sheets.clicked.connect(self.type_sheets)
        self.side.finish.clicked.connect(self.end_queue)
        self.call.more.set_menu(self.side.menu())
        self.list.wanted.connect(self.go_to)
        self.call.later.connect(self.put_off)
        self.call.copied.connect(lambda: self.said.emit(self.tr("Copied"), "copy", False))
        self.call.lines.answered.connect(self._answered)
        self.call.lines.opened.connect(lambda _name: self.ask_owner())
        self.call.outcomes.ended.connect(self._ended)
        for part in (self.sheet, self.print_sheets):
            part.said.connect(self.said)
            part.went_wrong.connect(self.went_wrong)
        self.sheet.back.connect(self._leave_sheets)

    @property
    def toast_place(self) -> QWidget:
        """Where toasts stand: never over the outcomes."""
        return self.call.view if self._mode == _CALL else self.stack

    # -- reading

    def open(self, argument: Any = None) -> None:
        """``argument``: ids to call (a list or tuple), a Filter's ids, "sheets", or None."""
        if argument == "sheets":
            self.type_sheets()
        elif isinstance(argument, Filter):
            self._start_filter(argument)
        elif argument:
            self.start(Batch(ids=tuple(argument)))
        self.reload()

    def _start_filter(self, wanted: Filter) -> None:
        self.session.ask(
            lambda store: tuple(
                row.id for row in store.browser.rows(store.browser.row_ids(wanted))
            ),
            lambda ids: self.start(Batch(ids=ids)),
        )

    def reload(self) -> None:
        """Read the queue again."""
        self.session.ask(calling.read, self._arrived, failed=self.went_wrong.emit)

    def _arrived(self, read: calling.Read) -> None:
        if self.call.lines.active and is_typing() and self._same(read):
            return  # what is being typed stays
        before = self.read
        self.read = read
        if self._mode != _SHEETS:
            self._mode = _CALL if read.items and read.dossier else _BEGIN
        self._show_call(fresh=not self._is_same(before, read))
        self._take_back()
        self._tell()

    @staticmethod
    def _is_same(one: calling.Read, other: calling.Read) -> bool:
        ids = [read.dossier.business.id if read.dossier else "" for read in (one, other)]
        return ids[0] == ids[1]

    def _same(self, read: calling.Read) -> bool:
        return self._is_same(self.read, read) and self.read.items == read.items

    def _show_call(self, *, fresh: bool) -> None:
        dossier = self.read.dossier
        self.stack.setCurrentIndex(self._mode)
        if dossier is None:
            return
        own = dossier.business.id
        attempts = next((i.attempts for i in self.read.items if i.row.id == own), 0)
        self.call.show_dossier(dossier, self.read.ask_print, attempts)
        given = self.read.queue.given.get(own, {})
        for name, line in self.call.lines.lines.items():
            line.set_answer(*given.get(name, ("", "")))
        if fresh:
            self.call.outcomes.ask_back()
            self.call.view.verticalScrollBar().setValue(0)
        if fresh or not self.call.lines.active:
            focus = self._mode == _CALL and self.isVisible() and not is_typing()
            self.call.lines.turn(self.call.lines.first_to_ask(), focus=focus)
        self._allow()

    def _tell(self) -> None:
        self.side.show_items(self.read.items, self.read.queue.current)
        self.begin.tell(self.read.due, self.read.due_days, self.read.towns)
        for button in (self.begin.start, self.begin.print):
            button.setEnabled(self.session.writable)
        self._fit()

    def _allow(self) -> None:
        lines = self.call.lines.lines.values()
        corrected = sum(line.verdict == "changed" for line in lines)
        confirmed = sum(line.verdict == "right" for line in lines)
        writable = self.session.writable
        self.call.outcomes.allow(self.call.lines.to_ask(), corrected, confirmed, writable)

    # -- the queue

    def start(self, batch: Batch) -> None:
        """Make a queue and begin."""
        self._mode = _CALL

        def begun(queue: Queue) -> None:
            if not queue.ids:
                self.said.emit(self.tr("Nobody is waiting in this batch"), "info", False)
            self.reload()

        self.session.ask(
            lambda store: verifying.begin(store, batch), begun, failed=self.went_wrong.emit
        )

    def end_queue(self) -> None:
        """Put the queue away; what was found out is kept."""
        self._keep(Queue())
        self.reload()

    def go_to(self, business: str) -> None:
        """Call this one now."""
        self._mode = _CALL
        self._keep(replace(self.read.queue, current=business))
        self.reload()

    def put_off(self) -> None:
        """Whoever is shown is called later, the next one now."""
        dossier = self.read.dossier
        if dossier is None:
            return
        queue = verifying.put_off(self.read.queue, dossier.business.id)
        following = verifying.next_open(self.read.items, dossier.business.id)
        self._keep(replace(queue, current=following))
        self.reload()

    def _keep(self, queue: Queue) -> None:
        self.read = replace(self.read, queue=queue)
        self.session.keep(lambda store: verifying.keep(store, queue))

    # -- the call

    def _answered(self, name: str, verdict: str, text: str) -> None:
        dossier, line = self.read.dossier, self.call.lines.lines[name]
        if dossier is None:
            return
        if verdict == "changed" and name != "print":
            try:
                asking_again.read(name, text, dossier, self.call.language.value())
            except UserError as error:
                line.say(spoken.message(error))
                return
        line.say("")
        line.field.hide()
        line.set_answer(verdict, text)
        self._keep(verifying.said(self.read.queue, dossier.business.id, name, verdict, text))
        following = self.call.lines.first_to_ask()
        self.call.lines.turn(following, focus=bool(following))
        self._allow()
        if not following:
            first = self.call.outcomes.cards
            card = first["changed"] if first["changed"].isEnabled() else first["confirmed"]
            card.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            # once it is as high as it becomes, and above a toast about the call before
            line = self.call.lines.lines[following]
            QTimer.singleShot(0, line, lambda: self.call.view.ensureWidgetVisible(line, 0, _TOAST))

    def ask_owner(self) -> None:
        """The conversation about what may be published; what is said is kept at once."""
        dossier = self.read.dossier
        if dossier is None:
            return
        dialog = converse(
            dossier,
            self.session,
            self.window(),
            recorded=lambda: self._answered("print", "right", ""),
            failed=self.went_wrong.emit,
        )
        dialog.withdraw_wanted.connect(self.withdraw)

    def withdraw(self) -> None:
        """Who does not want to be listed is forgotten for good, after the recall list."""
        if self.read.dossier is None:
            return
        dialog = WithdrawDialog(self.read.dossier.business.id, self.session, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.withdrawn.connect(self.reload)
        dialog.went_wrong.connect(self.went_wrong)
        dialog.open()

    def _ended(self, outcome: str, drop: bool) -> None:
        dossier, queue = self.read.dossier, self.read.queue
        if outcome == "withdraw":
            self.withdraw()
            return
        if dossier is None or self._is_ending:
            return
        number = self.call.called_number() if drop else ""
        ending = calling.Ending(outcome, tuple(self._corrections()), number)
        said = f"{dossier.business.name}: {words.call_state(outcome)}"
        self._is_ending = True
        self.session.write(
            lambda store: calling.end(store, queue, dossier, ending),
            lambda _next: self._went_on(said),
            failed=self._not_ended,
        )

    def _corrections(self) -> list[asking_again.Correction]:
        dossier, language = self.read.dossier, self.call.language.value()
        assert dossier is not None
        return [
            asking_again.read(name, line.typed, dossier, language)
            for name, line in self.call.lines.lines.items()
            if line.verdict == "changed" and name != "print"
        ]

    def _went_on(self, said: str) -> None:
        self.said.emit(said, "check-circle", True)
        self.session.ask(calling.read, self._next, failed=self._not_ended)

    def _next(self, read: calling.Read) -> None:
        self._is_ending = False
        self._arrived(read)

    def _not_ended(self, error: Exception) -> None:
        self._is_ending = False
        self.went_wrong.emit(error)

    # -- visit sheets

    def type_sheets(self) -> None:
        """Type visit sheets in."""
        self._mode = _SHEETS
        self.stack.setCurrentIndex(_SHEETS)
        self._fit()
        self.sheet.start()

    def _leave_sheets(self) -> None:
        self._mode = _BEGIN
        self.reload()

    def _print_batch(self, batch: Batch) -> None:
        """Sheets to visit a batch, of which nobody is called."""

        def chosen(codes: list[str]) -> None:
            if codes:
                self.print_sheets.ask_where(codes)
            else:
                self.said.emit(self.tr("Nobody is waiting in this batch"), "info", False)

        self.session.ask(
            lambda store: [row.code for row in verifying.whom(store, batch)],
            chosen,
            failed=self.went_wrong.emit,
        )

    # -- over a lock

    def unfinished(self) -> dict[str, Any]:
        """The sheet that is typed in, or the correction of a call; its answers are kept."""
        if self._mode == _SHEETS:
            return self.sheet.drafts.all()
        line = self.call.lines.lines.get(self.call.lines.active)
        if self.read.dossier is None or line is None or not line.is_typing():
            return {}
        row = call_drafts.call_row(self.read.dossier.business.id)
        return {row: call_drafts.call(line.name, line.field.text())}

    def take_up(self, kept: dict[str, Any]) -> None:
        """Go on where one was."""
        if call_drafts.HEAD in kept:
            self.type_sheets()
            self.sheet.take_up(kept)
        else:
            self._given_back = kept

    def _take_back(self) -> None:
        """The correction that was being typed, once its call is shown again."""
        dossier = self.read.dossier
        row = call_drafts.call_row(dossier.business.id) if dossier else ""
        if row in self._given_back:
            name, text = call_drafts.call_again(self._given_back.pop(row))
            if name in self.call.lines.lines:
                self.call.lines.turn(name)
                self.call.lines.lines[name].correct(text)

    # -- room and keyboard

    def panes(self) -> list[QWidget]:
        """The queue, the call, how it ended."""
        if self._mode == _CALL:
            return [self.call.lines, self.call.outcomes, self.list]
        return [self.sheet if self._mode == _SHEETS else self.begin]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the call; none while the next call is about to be shown."""
        on_call = self._mode == _CALL
        if not (on_call and (self._is_ending or press(self.call, event))):
            super().keyPressEvent(event)

    def _fit(self) -> None:
        shown = bool(self.read.items) and self._mode == _CALL
        beside = self.width() >= _BESIDE
        self.side.setVisible(shown and beside)
        self.call.more.setVisible(not beside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The queue goes where there is no room."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """The call alone."""
        return QSize(420, 300)
