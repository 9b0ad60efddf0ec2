"""The guide of an event: options at the left, the real pages, what to know, save and print."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale, QSize, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QResizeEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from directory_app.model.listing import PublicEvent
from directory_app.paths import documents
from directory_app.progress import Progress
from directory_app.ui import theme
from directory_app.ui.events import work as event_work
from directory_app.ui.events.nearby import BY_CHOICE
from directory_app.ui.guide import printing, state
from directory_app.ui.guide.bars import GuideFoot, GuideHead
from directory_app.ui.guide.checks_pane import ChecksPane
from directory_app.ui.guide.contact_dialog import ContactDialog
from directory_app.ui.guide.options_pane import OptionsPane
from directory_app.ui.guide.pages import PagesView, Pdf, opened, pictures
from directory_app.ui.guide.state import Choices, Made, Prepared
from directory_app.ui.jobs import Job
from directory_app.ui.pages.page import Page
from directory_app.ui.session import Session
from directory_app.ui.widgets.empty import EmptyState
from directory_app.ui.widgets.toast import Toast

#: After so many milliseconds without another choice the pages are made again.
DEBOUNCE_MS = 180
#: Set once somebody was asked whom to call, so that an empty answer is not asked for again.
ASKED = "mistake_contact_asked"
#: Below this size one pane at a time is shown.
_OPTIONS_FROM, _CHECKS_FROM = 700, 460
_NO_LIMIT = 16_777_215
_LANE = "make"


class GuidePage(Page):
    """``open(event_id)``. Saving and printing make the plan again from what owners say now."""

    wants_rail = True

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.choices: Choices | None = None
        self.prepared: Prepared | None = None
        self.pdf: Pdf | None = None
        self._jobs: list[Job] = []
        self._draw_job: Job | None = None
        self._soon = QTimer(self, singleShot=True, interval=DEBOUNCE_MS)
        self._soon.timeout.connect(self._prepare)
        self.head = GuideHead()
        self.options = OptionsPane()
        self.view = PagesView()
        self.checks = ChecksPane()
        self.foot = GuideFoot()
        self.empty = EmptyState()
        self._arrange()
        self._connect()
        self.retranslate()

    def _arrange(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.view, 5)
        right.addWidget(self.checks, 2)
        self.checks.setMinimumHeight(96)
        self.toast_place = QWidget()
        body = QHBoxLayout(self.toast_place)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self.options, 1)
        body.addLayout(right, 4)
        work = QWidget()
        column = QVBoxLayout(work)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.toast_place, 1)
        column.addWidget(self.foot)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(work)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)

    def _connect(self) -> None:
        self.empty.button.clicked.connect(lambda: self.wanted.emit("events", None))
        self.head.events_wanted.connect(lambda: self.wanted.emit("events", None))
        self.head.event_wanted.connect(self._go_to_event)
        self.options.choose_wanted.connect(self._go_to_event)
        self.options.changed.connect(self._choose)
        self.head.mode.chosen.connect(self._show_as)
        self.head.nearer.clicked.connect(lambda: self.view.step_zoom(1))
        self.head.farther.clicked.connect(lambda: self.view.step_zoom(-1))
        self.head.fit.clicked.connect(lambda: self.view.set_zoom(0.0))
        self.view.zoomed.connect(self.head.show_zoom)
        self.view.wanted.connect(self._draw)
        self.checks.mend_wanted.connect(self._mend)
        self.checks.include_wanted.connect(self._include)
        self.foot.save.clicked.connect(self.save_pdf)
        self.foot.print.clicked.connect(self.print_copies)

    # -- the page

    def retranslate(self) -> None:
        """Set the texts."""
        self.view.setAccessibleName(self.tr("Pages of the guide"))
        self.empty.set_texts(
            self.tr("A guide is made for an event"),
            self.tr("Choose or add one, and its guide appears here."),
            self.tr("Go to the events"),
            "calendar-dots",
        )
        if self.prepared is not None:
            self._show_prepared(self.prepared)

    def open(self, argument: Any = None) -> None:
        """Show the guide of an event (its id), or the one that was shown."""
        if argument and (self.choices is None or self.choices.event_id != str(argument)):
            options = self.choices.options if self.choices else self.options.options
            self.choices = Choices(str(argument), options)
            self.prepared = None
            self.pdf = None
            self.view.show_pdf(None)
            self.foot.set_ready(False)
        self.stack.setCurrentIndex(1 if self.choices else 0)
        self.reload()

    def reload(self) -> None:
        """Make it again: the directory may have changed."""
        if self.choices is not None:
            self._prepare()

    def panes(self) -> list[QWidget]:
        """Options, pages, checks, actions."""
        return [self.options, self.view, self.checks, self.foot]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Options and checks give way to the pages."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """All panes, or the one that is chosen above them."""
        narrow = self.width() < _OPTIONS_FROM or self.height() < _CHECKS_FROM
        self.head.set_narrow(narrow)
        chosen = self.head.mode.value()
        self.options.setVisible(not narrow or chosen == "options")
        self.view.setVisible(not narrow or chosen == "pages")
        self.checks.setVisible(not narrow or chosen == "checks")
        wide = theme.length("width", "guide_options")
        self.options.setMinimumWidth(0 if narrow else wide)
        self.options.setMaximumWidth(_NO_LIMIT if narrow else wide)

    def _show_as(self, key: str) -> None:
        if self.head.is_narrow:
            self._fit()
        else:
            self.view.set_grey(key == "grey")

    def minimumSizeHint(self) -> QSize:
        """Pages and actions alone."""
        return QSize(560, 300)

    # -- making it

    def _choose(self, options: Any) -> None:
        if self.choices is not None:
            self.choices = Choices(self.choices.event_id, options)
            self._soon.start()

    def _prepare(self) -> None:
        choices = self.choices
        if choices is None:
            return
        for job in self._jobs:
            job.cancel()
        self._jobs = [
            self.session.ask(
                lambda store: state.prepare(store, choices),
                lambda prepared: self._prepared(choices, prepared),
                failed=self._failed,
            )
        ]

    def _failed(self, error: Exception) -> None:
        """The event may have been deleted meanwhile."""
        self.choices = None
        self.stack.setCurrentIndex(0)
        self.went_wrong.emit(error)

    def _prepared(self, choices: Choices, prepared: Prepared) -> None:
        if choices is not self.choices:
            return
        self.prepared = prepared
        self._show_prepared(prepared)

        def work(progress: Progress) -> Pdf:
            return opened(state.preview(prepared, progress))

        self._jobs.append(
            self.session.runner.start(
                work,
                lambda pdf: self._made(prepared, pdf),
                failed=self.went_wrong.emit,
                text=self.tr("Setting the pages"),
                lane=_LANE,
            )
        )

    def _made(self, prepared: Prepared, pdf: Pdf) -> None:
        if prepared is not self.prepared:
            return
        self.pdf = pdf
        self.view.show_pdf(pdf, self._captions(len(pdf.sizes)))
        self.foot.show_run(prepared.run_number, prepared.plan.use_by, len(pdf.sizes))
        self.foot.set_ready(bool(prepared.plan.entries))

    def _captions(self, pages: int) -> list[str]:
        if pages == 2:
            return [self.tr("Front"), self.tr("Back")]
        return [self.tr("Page {n}").format(n=at + 1) for at in range(pages)] if pages > 1 else []

    def _show_prepared(self, prepared: Prepared) -> None:
        plan = prepared.plan
        spanish = QLocale().language() == QLocale.Language.Spanish
        near = len(plan.entries) + sum(out.reason in BY_CHOICE for out in plan.left_out)
        self.options.card.show_event(plan.event, len(plan.entries), near, spanish)
        self.head.show_event(event_name(plan.event, spanish))
        self.checks.show_findings(prepared.findings, spanish=spanish)

    def _draw(self, pages: list[int], scale: float, grey: bool) -> None:
        pdf = self.pdf
        if pdf is None:
            return
        if self._draw_job is not None:
            self._draw_job.cancel()

        def work(progress: Progress) -> dict[int, QImage]:
            return pictures(pdf, pages, scale, grey=grey, progress=progress)

        self._draw_job = self.session.runner.start(
            work,
            lambda drawn: self.view.show_pictures(pdf, drawn),
            failed=self.went_wrong.emit,
            lane=_LANE,
        )

    # -- mending

    def _go_to_event(self) -> None:
        self.wanted.emit("events", self.choices.event_id if self.choices else None)

    def _mend(self, mend: str, code: str) -> None:
        if mend == "settings":
            self.wanted.emit("settings", None)
        elif code:
            self.wanted.emit("directory", code)
        else:
            self._go_to_event()

    def _include(self, code: str) -> None:
        if self.choices is None or self.prepared is None:
            return
        event_id = self.choices.event_id
        needed = code not in self.prepared.plan.event.excluded
        self.session.write(
            lambda store: event_work.choose(store, event_id, code, True, needed),
            failed=self.went_wrong.emit,
        )

    # -- out of the window

    def _when_asked(self, go: Callable[[], None]) -> None:
        """Ask whom to call before the first print, then go on."""
        prepared = self.prepared
        if prepared is None:
            return

        def known(asked: bool) -> None:
            if asked:
                go()
            else:
                self._ask_contact(go)

        self.session.ask(
            lambda store: bool(store.setting(state.MISTAKE_CONTACT) or store.setting(ASKED)), known
        )

    def _ask_contact(self, go: Callable[[], None]) -> None:
        dialog = ContactDialog(self)

        def keep() -> None:
            contact = dialog.contact()

            def write(store: Any) -> None:
                store.set_setting(state.MISTAKE_CONTACT, contact)
                store.set_setting(ASKED, "yes")

            self.session.write(write, lambda _nothing: go(), failed=self.went_wrong.emit)

        dialog.accepted.connect(keep)
        dialog.open()

    def save_pdf(self) -> None:
        """Ask where, write, and record the run."""
        self._when_asked(self._ask_where)

    def _ask_where(self) -> None:
        if self.prepared is None:
            return
        offered = documents() / file_name(self.prepared)
        name, _kind = QFileDialog.getSaveFileName(
            self, self.tr("Save the guide"), str(offered), self.tr("PDF (*.pdf)")
        )
        if name:
            self.save_to(Path(name).with_suffix(".pdf"))

    def save_to(self, path: Path) -> None:
        """Write the guide to a file and record the run."""
        self._make(path, self._saved)

    def _make(self, path: Path, done: Callable[[Made], None]) -> None:
        choices, copies = self.choices, self.foot.copies.value()
        if choices is None:
            return
        self.foot.set_ready(False)
        self.session.write(
            lambda store, progress: state.make(store, choices, path, copies, progress),
            done,
            failed=self._not_made,
            cancelled=lambda: self.foot.set_ready(True),
            text=self.tr("Making the guide"),
        )

    def _not_made(self, error: Exception) -> None:
        self.foot.set_ready(True)
        self.went_wrong.emit(error)

    def _saved(self, made: Made) -> None:
        folder = QUrl.fromLocalFile(str(made.path.parent))

        def show_folder() -> None:
            QDesktopServices.openUrl(folder)

        self._toast().show_text(
            self.tr("Saved {file} · run {number}").format(
                file=made.path.name, number=f"{made.run_number:04}"
            ),
            icon="check-circle",
            actions=[(self.tr("Open folder"), "", show_folder)],
        )

    def print_copies(self) -> None:
        """Ask for the printer, make the run, send the pages."""
        self._when_asked(self._ask_printer)

    def _ask_printer(self) -> None:
        if self.prepared is None or self.pdf is None:
            return
        title = self.tr("Print the guide")
        printer = printing.make_printer(
            self.foot.copies.value(), len(self.pdf.sizes), file_name(self.prepared)
        )
        if printing.ask_printer(printer, self, title):
            self.foot.copies.set_value(max(1, printer.copyCount()))
            self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        """Make the run and send it to a printer that was chosen."""
        holder = tempfile.TemporaryDirectory(prefix="puertas-")

        def done(made: Made) -> None:
            self._send(printer, made, holder)

        self._make(Path(holder.name) / "guide.pdf", done)

    def _send(
        self, printer: QPrinter, made: Made, holder: "tempfile.TemporaryDirectory[str]"
    ) -> None:
        def work(progress: Progress) -> None:
            with holder:
                pdf = opened(made.path.read_bytes())
            printing.print_pages(printer, pdf, progress)

        said = self.tr("Sent to the printer · run {number}").format(number=f"{made.run_number:04}")
        self.session.runner.start(
            work,
            lambda _nothing: self._toast().show_text(said, icon="printer"),
            failed=self.went_wrong.emit,
            text=self.tr("Printing"),
            lane=_LANE,
        )

    def _toast(self) -> Toast:
        found = self.toast_place.findChild(Toast)
        return found if isinstance(found, Toast) else Toast(self.toast_place)


def event_name(event: PublicEvent, spanish: bool) -> str:
    """The event's name in the language of the window, else the other one."""
    names = (event.name_es, event.name_en) if spanish else (event.name_en, event.name_es)
    return names[0] or names[1]


def file_name(prepared: Prepared) -> str:
    """A name for the file: the event, its day and the run. Safe on every system."""
    event = prepared.plan.event
    plain = "".join(
        char if char.isalnum() else "-" for char in event.name_en or event.name_es
    ).strip("-")
    return f"{plain[:60]}-{event.date.isoformat()}-run-{prepared.run_number:04}.pdf"
