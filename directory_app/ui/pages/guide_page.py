"""The guide of an event: options at the left, the real pages, what to know, save and print."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from directory_app.progress import Progress
from directory_app.ui import theme
from directory_app.ui.events import work as event_work
from directory_app.ui.events.nearby import BY_CHOICE
from directory_app.ui.guide import output, presets, spreads
from directory_app.ui.guide.bars import GuideHead
from directory_app.ui.guide.checks_pane import ChecksPane
from directory_app.ui.guide.foot import GuideFoot
from directory_app.ui.guide.making import Making
from directory_app.ui.guide.options_pane import OptionsPane
from directory_app.ui.guide.output import Output, event_name
from directory_app.ui.guide.pages import PagesView
from directory_app.ui.guide.pictures import Pdf, pictures
from directory_app.ui.guide.presets import Preset
from directory_app.ui.guide.spreads import FOLDED, IMPOSED, Spread
from directory_app.ui.guide.state import Choices, Prepared, Preview
from directory_app.ui.guide.strip import FROM as STRIP_FROM
from directory_app.ui.guide.strip import PageStrip
from directory_app.ui.jobs import Job
from directory_app.ui.pages.page import Page
from directory_app.ui.session import Session
from directory_app.ui.widgets.empty import EmptyState
from directory_app.ui.widgets.toast import Toast

#: Choices that come together, as while typing a number, make the pages once.
TOGETHER_MS = 20
#: So long after the last choice it is kept for the event.
_KEEP_MS = 800
#: Below this size one pane at a time is shown; below that width there are no small pages.
_OPTIONS_FROM, _CHECKS_FROM, _STRIP_FROM = 700, 460, 900
_NO_LIMIT = 16_777_215
_LANE = "draw"


class GuidePage(Page):
    """``open(event_id)``. Saving and printing make the plan again from what owners say now."""

    wants_rail = True

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.choices: Choices | None = None
        self.prepared: Prepared | None = None
        self.pdf: Pdf | None = None
        #: How one sees it: as "pages" that leave the printer, "folded", or as a "grey" copy.
        self.way = "pages"
        self._draw_jobs: dict[QWidget, Job] = {}
        self._soon = QTimer(self, singleShot=True, interval=TOGETHER_MS)
        self._soon.timeout.connect(self._make)
        self._keep_soon = QTimer(self, singleShot=True, interval=_KEEP_MS)
        self._keep_soon.timeout.connect(self.keep_choices)
        self.making = Making(session, self)
        self.output = Output(session, self)
        self.head = GuideHead()
        self.options = OptionsPane()
        self.view = PagesView()
        self.strip = PageStrip()
        self.checks = ChecksPane()
        self.foot = GuideFoot()
        self.empty = EmptyState()
        self._arrange()
        self._connect_panes()
        self._connect_work()
        self.retranslate()

    def _arrange(self) -> None:
        self.pages_place = QWidget()
        pages = QHBoxLayout(self.pages_place)
        pages.setContentsMargins(0, 0, 0, 0)
        pages.setSpacing(0)
        pages.addWidget(self.strip)
        pages.addWidget(self.view, 1)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.pages_place, 5)
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

    def _connect_panes(self) -> None:
        self.empty.button.clicked.connect(lambda: self.wanted.emit("events", None))
        self.head.events_wanted.connect(lambda: self.wanted.emit("events", None))
        self.head.event_wanted.connect(self._go_to_event)
        self.head.mode.chosen.connect(self._show_as)
        self.head.way_chosen.connect(self._set_way)
        self.head.nearer.clicked.connect(lambda: self.view.step_zoom(1))
        self.head.farther.clicked.connect(lambda: self.view.step_zoom(-1))
        self.head.fit.clicked.connect(lambda: self.view.set_zoom(0.0))
        self.options.choose_wanted.connect(self._go_to_event)
        self.options.changed.connect(self._choose)
        self.options.people_changed.connect(self._choose_people)
        self.options.taken.connect(self._take_way)
        self.view.zoomed.connect(self.head.show_zoom)
        self.view.wanted.connect(self._draw)
        self.view.turned.connect(self.strip.set_at)
        self.strip.wanted.connect(self._draw_small)
        self.strip.chosen.connect(self.view.turn_to)
        self.checks.mend_wanted.connect(self._mend)
        self.checks.include_wanted.connect(self._include)
        self.foot.copies_changed.connect(self._copies_changed)

    def _connect_work(self) -> None:
        self.making.planned.connect(self._planned)
        self.making.first.connect(self._first_page)
        self.making.whole.connect(self._whole)
        self.making.checked.connect(self._checked)
        self.making.fitted.connect(self.options.fit.show_fit)
        self.making.failed.connect(self._failed)
        self.foot.save.clicked.connect(self.output.save_pdf)
        self.foot.print.clicked.connect(self.output.print_copies)
        self.foot.again_wanted.connect(self.output.reprint)
        self.output.busy.connect(lambda on: self.foot.set_ready(not on and self._is_ready()))
        self.output.copies_chosen.connect(self._copies_changed)
        self.output.done.connect(self._toast)
        self.output.failed.connect(self.went_wrong)

    # -- the page

    def retranslate(self) -> None:
        """Set the texts."""
        self.view.set_name(self.tr("Pages of the guide"))
        self.strip.set_name(self.tr("Small pages"))
        self.empty.set_texts(
            self.tr("A guide is made for an event"),
            self.tr("Choose or add one, and its guide appears here."),
            self.tr("Go to the events"),
            "calendar-dots",
        )
        if self.prepared is not None:
            self._tell(self.prepared)
            self._show_spreads()

    def open(self, argument: Any = None) -> None:
        """Show the guide of an event (its id), or the one that was shown.

        (event id, number) asks for the printer at once, to print that run again.
        """
        event_id, run = argument if isinstance(argument, tuple) else (argument, 0)
        if event_id and (self.choices is None or self.choices.event_id != str(event_id)):
            self._open_event(str(event_id))
        else:
            self.stack.setCurrentIndex(1 if self.choices else 0)
            self.reload()
        if run:
            self.output.reprint(int(run))

    def _open_event(self, event_id: str) -> None:
        """Another event, as its guide was chosen last."""
        self.keep_choices()
        self.making.stop()
        self.choices = Choices(event_id)
        self.prepared = self.pdf = None
        self.output.set_prepared(None)
        self.view.show_pdf(None)
        self.strip.show_pdf(None, ())
        self.foot.set_ready(False)
        self.stack.setCurrentIndex(1)

        def found(preset: Preset) -> None:
            if self.choices is not None and self.choices.event_id == event_id:
                self._show_preset(event_id, preset)

        self.session.ask(
            lambda store: presets.of_event(store, event_id), found, failed=self._failed
        )

    def _show_preset(self, event_id: str, preset: Preset) -> None:
        self.choices = Choices(
            event_id, preset.options, preset.people, preset.copies, preset.private_copies
        )
        self.options.show_options(preset.options)
        self.options.show_people(preset.people)
        self._tell_copies(self.choices)
        self._suit_way()
        self.making.forget()
        self._make()

    def reload(self) -> None:
        """Make it again: the directory may have changed."""
        if self.choices is not None:
            self.making.forget()
            self._make()

    def panes(self) -> list[QWidget]:
        """Options, pages, checks, actions; what is hidden has no place among them."""
        panes = (self.options, self.strip, self.view, self.checks, self.foot)
        return [pane for pane in panes if pane.isVisibleTo(self)]

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
        self.pages_place.setVisible(not narrow or chosen == "pages")
        self.checks.setVisible(not narrow or chosen == "checks")
        many = len(self.view.spreads()) >= STRIP_FROM
        self.strip.setVisible(many and not narrow and self.width() >= _STRIP_FROM)
        wide = max(theme.length("width", "guide_options"), self.options.least_width())
        self.options.setMinimumWidth(0 if narrow else wide)
        self.options.setMaximumWidth(_NO_LIMIT if narrow else wide)

    def minimumSizeHint(self) -> QSize:
        """Pages and actions alone."""
        return QSize(560, 300)

    # -- how it is shown

    def _show_as(self, key: str) -> None:
        if self.head.is_narrow:
            self._fit()
        else:
            self._set_way(key)

    def _set_way(self, way: str) -> None:
        before, self.way = self.way, way
        self.head.show_way(way)
        self.view.set_grey(way == "grey")
        if self.choices is None or before == way:
            return
        if self.choices.options.layout in IMPOSED and "folded" in (before, way):
            self._make()
        else:
            self._show_spreads()

    def _suit_way(self) -> None:
        """A book is seen first as one reads it; what is not folded can't be seen so."""
        layout = self.choices.options.layout if self.choices else ""
        self.head.set_folds(layout in FOLDED)
        if layout in IMPOSED and self.way == "pages":
            self.way = "folded"
        elif layout not in FOLDED and self.way == "folded":
            self.way = "pages"
        self.head.show_way(self.way)

    def _spreads(self, pdf: Pdf) -> list[Spread]:
        layout = self.choices.options.layout if self.choices else ""
        arrange = spreads.as_folded if self.way == "folded" else spreads.as_printed
        return arrange(layout, pdf.sizes)

    def _show_spreads(self) -> None:
        if self.pdf is not None:
            self._show_pdf(self.pdf)

    def _show_pdf(self, pdf: Pdf) -> None:
        made = self._spreads(pdf)
        self.view.show_pdf(pdf, made)
        self.strip.show_pdf(pdf, made)
        self._fit()

    # -- choosing

    def _choose(self, options: Any) -> None:
        if self.choices is not None:
            other = options.layout != self.choices.options.layout
            self.choices = replace(self.choices, options=options)
            if other:
                self.view.turn_to(0)
                self._suit_way()
                self._tell_copies(self.choices)
            self._again()

    def _choose_people(self, view: str) -> None:
        if self.choices is not None:
            self.choices = replace(self.choices, people=view)
            self._again()

    def _take_way(self, choice: Any) -> None:
        """A way to keep to the sheets: other options, or a smaller radius of the event."""
        if choice.radius_miles is None:
            self.options.show_options(self._as_chosen(choice.options))
            self._choose(self.options.options)
            return
        event_id = self.choices.event_id if self.choices else ""
        self.session.write(
            lambda store: store.update_event(event_id, {"radius_miles": choice.radius_miles}),
            failed=self.went_wrong.emit,
        )

    def _as_chosen(self, options: Any) -> Any:
        """Options that a plan was tried with, without what only that plan wanted."""
        return replace(options, imposed=True, say_immigrant=True)

    def _again(self) -> None:
        self._soon.start()
        self._keep_soon.start()

    def _copies_changed(self, copies: int) -> None:
        if self.choices is not None:
            self.choices = self.choices.with_copies(copies)
            self._tell_copies(self.choices)
            self._keep_soon.start()

    def _tell_copies(self, choices: Choices) -> None:
        self.foot.tell_copies(choices.wanted_copies)
        self.output.set_copies(choices.wanted_copies)

    def keep_choices(self) -> None:
        """Remember what is chosen for this event."""
        waiting = self._keep_soon.isActive()
        self._keep_soon.stop()
        choices = self.choices
        if choices is not None and self.session.writable and (waiting or self.sender()):
            kept = choices.event_id, choices.preset
            self.session.keep(lambda store: presets.keep_for_event(store, *kept))

    # -- making

    def _make(self) -> None:
        if self.choices is not None:
            imposed = self.way != "folded"
            scale = self.view.scale() * self.devicePixelRatioF()
            self.making.make(self.choices, imposed=imposed, scale=scale, grey=self.way == "grey")

    def _failed(self, error: Exception) -> None:
        """The event may have been deleted meanwhile."""
        self.choices = None
        self.stack.setCurrentIndex(0)
        self.went_wrong.emit(error)

    def _planned(self, prepared: Prepared) -> None:
        self.prepared = prepared
        self._tell(prepared)

    def _first_page(self, pdf: Pdf, image: QImage) -> None:
        self.view.show_first(pdf, self._spreads(pdf)[0], image)

    def _whole(self, made: Preview) -> None:
        prepared = self.prepared
        if prepared is None:
            return
        self.pdf = made.pdf
        self._show_pdf(made.pdf)
        self.output.set_prepared(prepared)
        self.foot.show_run(prepared.gathered.run_number, prepared.use_by, made.sheets)
        self.foot.show_earlier(prepared.gathered.earlier)
        self.foot.set_ready(self._is_ready())
        self.options.fit.show_sheets(made.sheets)

    def _is_ready(self) -> bool:
        return self.prepared is not None and self.pdf is not None and bool(self.prepared.named)

    def _tell(self, prepared: Prepared) -> None:
        plan, options = prepared.plan, prepared.choices.options
        spanish = is_spanish()
        listed = len(prepared.named)
        near = listed + sum(out.reason in BY_CHOICE for out in plan.left_out)
        self.options.card.show_event(prepared.gathered.event, listed, near, spanish)
        self.head.show_event(event_name(prepared.gathered.event, spanish))
        self.foot.show_layout(options.layout, options.paper, prepared.gathered.sheet_price)

    def _checked(self, findings: Any) -> None:
        self.checks.show_findings(findings, spanish=is_spanish())
        self.output.set_stops(sum(finding.severity == "stop" for finding in findings))

    # -- drawing

    def _draw(self, pages: list[int], scale: float, grey: bool) -> None:
        self._draw_in(self.view, pages, scale, grey=grey)

    def _draw_small(self, pages: list[int], scale: float) -> None:
        self._draw_in(self.strip, pages, scale)

    def _draw_in(
        self, shown: PagesView | PageStrip, pages: list[int], scale: float, *, grey: bool = False
    ) -> None:
        """Draw in a worker; what was asked for before is not wanted any more."""
        pdf = self.pdf
        if pdf is None:
            return
        if shown in self._draw_jobs:
            self._draw_jobs[shown].cancel()

        def work(progress: Progress) -> dict[int, QImage]:
            return pictures(pdf, pages, scale, grey=grey, progress=progress)

        self._draw_jobs[shown] = self.session.runner.start(
            work,
            lambda drawn: shown.show_pictures(pdf, drawn),
            failed=self.went_wrong.emit,
            lane=_LANE,
        )

    # -- mending

    def _go_to_event(self) -> None:
        self.wanted.emit("events", self.choices.event_id if self.choices else None)

    def _mend(self, mend: str, code: str) -> None:
        if mend in ("settings", "runs"):
            self.wanted.emit(mend, None)
        elif mend == "options" and not code:
            self._to_options()
        elif code:
            self.wanted.emit("directory", (code, mend))
        elif mend == "consent":
            self.wanted.emit("directory", "to_ask")
        else:
            self._go_to_event()

    def _to_options(self) -> None:
        if self.head.is_narrow:
            self.head.mode.set_value("options")
            self._fit()
        self.options.layouts.setFocus(Qt.FocusReason.OtherFocusReason)

    def _include(self, code: str) -> None:
        if self.choices is None or self.prepared is None:
            return
        event_id = self.choices.event_id
        needed = code not in self.prepared.plan.event.excluded
        self.session.write(
            lambda store: event_work.choose(store, event_id, code, True, needed),
            failed=self.went_wrong.emit,
        )

    # -- what was done

    def save_to(self, path: Path) -> None:
        """Write the guide to a file and record the run."""
        self.output.save_to(path)

    def _toast(self, words: str, icon: str, folder: Path | None) -> None:
        found = self.toast_place.findChild(Toast)
        toast = found if isinstance(found, Toast) else Toast(self.toast_place)
        if folder is None:
            toast.show_text(words, icon=icon)
            return
        action = (self.tr("Open folder"), "", lambda: output.show_folder(folder))
        toast.show_text(words, icon=icon, actions=[action])


def is_spanish() -> bool:
    """Whether the window speaks Spanish."""
    return QLocale().language() == QLocale.Language.Spanish
