"""Out of the window: save as PDF, print, print an earlier run again. Each is a numbered run."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from directory_app.model.listing import PublicEvent
from directory_app.progress import Cancelled, Progress
from directory_app.tasks import leaving
from directory_app.tasks import printing as runs
from directory_app.tasks.presets import Preset
from directory_app.tasks.printing import MISTAKE_CONTACT, Made, Prepared, Ready
from directory_app.ui import alerts, file_dialogs
from directory_app.ui.parts.form_dialog import ShortForm
from directory_app.ui.parts.paper import printing
from directory_app.ui.parts.paper.pictures import opened
from directory_app.ui.parts.paper.printing import Sent
from directory_app.ui.plurals import count
from directory_app.ui.session import Session
from directory_app.ui.widgets.fields import Field, FieldRow


class ContactDialog(ShortForm):
    """``contact()`` is what was typed; empty leaves the line out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_words(
            self.tr("Whom to call about a mistake?"),
            self.tr(
                "It stands at the foot of every guide, so use a number of the coalition, not "
                "somebody's own. Leave it empty to print no such line. You can change it in "
                "the settings."
            ),
            self.tr("Go on"),
        )
        self.setMaximumWidth(480)
        self.field = Field(self.tr("Phone"), placeholder=self.tr("Phone or email"))
        self.column.addWidget(FieldRow(self.tr("Call"), self.field))
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def contact(self) -> str:
        """What was typed."""
        return " ".join(self.field.text().split())


#: Set once somebody was asked whom to call, so that an empty answer is not asked for again.
ASKED = "mistake_contact_asked"
_LANE = "print"
_NAMED = 3


class Output(QObject):
    """``busy(on)``: a run is being made. ``done(words, icon, folder)``: it is out, or saved.

    ``copies_chosen(n)``: the system's dialog says another number. ``failed(error)``.
    """

    busy = Signal(bool)
    done = Signal(str, str, object)
    copies_chosen = Signal(int)
    failed = Signal(object)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self._prepared: Prepared | None = None
        self._stops = 0
        self._copies = 1

    def set_prepared(self, prepared: Prepared | None) -> None:
        """What is on the pages that are shown."""
        self._prepared = prepared

    def set_stops(self, stops: int) -> None:
        """How many things should be mended first."""
        self._stops = stops

    def set_copies(self, copies: int) -> None:
        """How many are to be printed, and counted."""
        self._copies = copies

    # -- saving

    def save_pdf(self) -> None:
        """Ask where, write, and record the run."""
        self._when_asked(self._ask_where)

    def _ask_where(self) -> None:
        prepared = self._prepared
        if prepared is None:
            return
        chosen = leaving.kind_of(prepared.choices.options.layout)
        file_dialogs.ask_where(
            self._session, self._window, self.tr("Save the guide"), chosen, self.save_to
        )

    def save_to(self, path: Path) -> None:
        """Write the guide to a file and record the run."""
        prepared, copies, passes = self._prepared, self._copies, bool(self._stops)
        if prepared is None:
            return

        def work(store: Any, progress: Progress) -> Made:
            choices = prepared.choices.with_copies(copies)
            return runs.print_to_file(
                store, choices, path, progress, shown=prepared.named, pass_stops=passes
            )

        self._make(work, self._saved)

    def _saved(self, made: Made) -> None:
        self.busy.emit(False)
        path = made.path
        assert path is not None
        words = self.tr("Saved {file} · run {number}").format(
            file=path.name, number=f"{made.number:04}"
        )
        words = file_dialogs.with_warning(self._with_gone(words, made), made.elsewhere)
        self.done.emit(words, "check-circle", path.parent)

    def _make(self, work: Callable[..., Any], done: Callable[[Any], None]) -> None:
        self.busy.emit(True)
        self._session.write(
            work,
            done,
            failed=self._not_made,
            cancelled=lambda: self.busy.emit(False),
            text=self.tr("Making the guide"),
        )

    def _not_made(self, error: Exception) -> None:
        self.busy.emit(False)
        self.failed.emit(error)

    # -- printing

    def print_copies(self) -> None:
        """Ask for the printer, make the run, send the pages."""
        self._when_asked(self._ask_printer)

    def _ask_printer(self) -> None:
        prepared = self._prepared
        if prepared is None:
            return
        options = prepared.choices.options
        printer = printing.make_printer(
            options.layout, options.paper, self._copies, grey=options.grey
        )
        if printing.ask_printer(printer, self._window, self.tr("Print the guide")):
            self.copies_chosen.emit(max(1, printer.copyCount()))
            self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        """Make the run and send it to a printer that was chosen."""
        prepared = self._prepared
        if prepared is not None:
            choices = prepared.choices.with_copies(max(1, printer.copyCount()))
            passes = bool(self._stops)
            self._print(
                printer,
                lambda store, progress: runs.begin(
                    store, choices, prepared.named, progress, pass_stops=passes
                ),
            )

    def reprint(self, number: int) -> None:
        """Ask for the printer, and print a run again."""

        def asked(made_with: Preset) -> None:
            options = made_with.options
            printer = printing.make_printer(
                options.layout, options.paper, made_with.copies, grey=options.grey
            )
            words = self.tr("Print run {number} again").format(number=f"{number:04}")
            if printing.ask_printer(printer, self._window, words):
                self.reprint_on(printer, number)

        self._session.ask(
            lambda store: runs.made_with(store, number), asked, failed=self.failed.emit
        )

    def reprint_on(self, printer: QPrinter, number: int) -> None:
        """Print a run again on a printer that was chosen: as a new one if it says other things."""
        copies = max(1, printer.copyCount())
        self._print(
            printer, lambda store, progress: runs.begin_again(store, number, copies, progress)
        )

    def _print(self, printer: QPrinter, begin: Callable[[Any, Progress], Ready]) -> None:
        self.busy.emit(True)
        self._session.write(
            begin,
            lambda ready: self._send(printer, ready),
            failed=self._not_made,
            cancelled=lambda: self.busy.emit(False),
            text=self.tr("Making the guide"),
        )

    def _send(self, printer: QPrinter, ready: Ready) -> None:
        kind = ready.begun.kind if ready.begun is not None else leaving.KINDS["guide"]
        printer.setDocName(leaving.job_name(kind, ready.made.number))
        self._session.runner.start(
            lambda progress: printing.print_pages(
                printer, opened(ready.made.content.parts[0]), progress
            ),
            lambda sent: self._sent(ready, sent),
            failed=lambda error: self._sent(ready, Sent(0, error)),
            cancelled=lambda: self._sent(ready, Sent(0, Cancelled())),
            text=self.tr("Printing"),
            lane=_LANE,
        )

    def _sent(self, ready: Ready, sent: Sent) -> None:
        """The run is complete if any paper is out; only then."""
        error = sent.error

        def ended(_nothing: None) -> None:
            self.busy.emit(False)
            if sent.sides:
                self.done.emit(self._sent_words(ready.made), "printer", None)
            if error is not None and not isinstance(error, Cancelled):
                self.failed.emit(error)

        end = runs.finish if sent.sides else runs.give_up
        self._session.write(lambda store: end(store, ready), ended, failed=self._not_made)

    def _sent_words(self, made: Made) -> str:
        number = f"{made.number:04}"
        if made.same:
            return self.tr("Sent run {number} to the printer once more").format(number=number)
        words = self.tr("Sent to the printer · run {number}").format(number=number)
        return self._with_gone(words, made)

    def _with_gone(self, words: str, made: Made) -> str:
        """Who was on the pages before, and is not on the paper."""
        gone = made.fell_away
        if not gone:
            return words
        names = ", ".join(gone[:_NAMED])
        more = len(gone) - _NAMED
        if more > 0:
            names = count(
                more, self.tr("{names} and {n} more", "one"), self.tr("{names} and {n} more"),
                names=names,
            )  # fmt: skip
        return self.tr("{words}. Not on it any more: {names}").format(words=words, names=names)

    # -- before the first print, and before one with something to mend

    def _when_asked(self, go: Callable[[], None]) -> None:
        """Ask whether to print with what should be mended, and once whom to call; then go on."""
        if self._prepared is None or not self._is_meant():
            return

        def known(asked: bool) -> None:
            if asked:
                go()
            else:
                self._ask_contact(go)

        self._session.ask(_was_asked, known)

    def _is_meant(self) -> bool:
        if not self._stops:
            return True
        return alerts.ask(
            count(
                self._stops,
                self.tr("One thing should be mended first"),
                self.tr("{n} things should be mended first"),
            ),
            self.tr("They stand at the top of the list below the pages."),
            self.tr("Go on without mending"),
            danger=True,
            parent=self._window,
        )

    def _ask_contact(self, go: Callable[[], None]) -> None:
        dialog = ContactDialog(self._window)

        def keep() -> None:
            contact = dialog.contact()

            def write(store: Any) -> None:
                store.settings.set(MISTAKE_CONTACT, contact)
                store.settings.set(ASKED, "yes")

            self._session.write(write, lambda _nothing: go(), failed=self.failed.emit)

        dialog.accepted.connect(keep)
        dialog.open()


def _was_asked(store: Any) -> bool:
    return bool(store.settings.get(MISTAKE_CONTACT) or store.settings.get(ASKED))


def event_name(event: PublicEvent, spanish: bool) -> str:
    """The event's name in the language of the window, else the other one."""
    names = (event.name_es, event.name_en) if spanish else (event.name_en, event.name_es)
    return names[0] or names[1]


def show_folder(folder: Path) -> None:
    """Open a folder in the system's own window."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
