"""The guide of an event: options at the left, the real pages, what to know, save and print."""

from dataclasses import replace
from pathlib import Path
from typing import Any, Self

from PySide6.QtCore import QObject, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QImage, QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from directory_app.tasks import events, presets
from directory_app.tasks.near_event import BY_CHOICE
from directory_app.tasks.presets import Preset
from directory_app.tasks.printing import Choices, Prepared
from directory_app.ui.pages.guide import output
from directory_app.ui.pages.guide.making import Drawing, Making, Preview
from directory_app.ui.pages.guide.output import Output, event_name
from directory_app.ui.pages.guide.pages import Spread, as_folded, as_printed
from directory_app.ui.pages.guide.work import GuideWork
from directory_app.ui.pages.page import Page, holds
from directory_app.ui.parts.paper.kinds import is_spanish, kind_of
from directory_app.ui.parts.paper.pictures import Pdf
from directory_app.ui.session import Session
from directory_app.ui.widgets.empty import EmptyState
from directory_app.ui.widgets.layouts import vbox

_PAGES = ("settings", "runs")


class Mends(QObject):
    """Leads away from the page of a guide."""

    def __init__(self, page: "GuidePage") -> None:
        super().__init__(page)
        self._page = page

    def go_to_event(self) -> None:
        """To the event of the guide."""
        choices = self._page.choices
        self._page.wanted.emit("events", choices.event_id if choices else None)

    def lead(self, mend: str, code: str) -> None:
        """To where ``mend`` is done, of the business with this code ("": of none)."""
        wanted = self._page.wanted
        if mend in _PAGES:
            wanted.emit(mend, None)
        elif mend == "options" and not code:
            self._page.work.show_options()
            self._page.options.layouts.setFocus(Qt.FocusReason.OtherFocusReason)
        elif code:
            wanted.emit("directory", (code, mend))
        elif mend == "consent":
            wanted.emit("directory", "to_ask")
        else:
            self.go_to_event()

    def include(self, code: str) -> None:
        """Put a business on the guide that was left out of it."""
        page = self._page
        if page.choices is None or page.prepared is None:
            return
        event_id = page.choices.event_id
        needed = code not in page.prepared.plan.event.excluded
        page.session.write(
            lambda store: events.choose(store, event_id, code, True, needed),
            failed=page.went_wrong.emit,
        )


#: Choices that come together, as while typing a number, make the pages once.
TOGETHER_MS = 20
#: So long after the last choice it is kept for the event.
_KEEP_MS = 800


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
        self._unkept = False
        self._soon = QTimer(self, singleShot=True, interval=TOGETHER_MS)
        self._soon.timeout.connect(self._make)
        self._keep_soon = QTimer(self, singleShot=True, interval=_KEEP_MS)
        self._keep_soon.timeout.connect(self.keep_choices)
        self.making = Making(session, self)
        self.output = Output(session, self)
        self.mends = Mends(self)
        self._arrange()
        self.drawing = Drawing(session, self.view, self.strip, self)
        self._connect_panes()
        self._connect_work()
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

    def _arrange(self) -> None:
        self.work = GuideWork()
        self.head, self.options, self.checks = self.work.head, self.work.options, self.work.checks
        self.view, self.strip, self.foot = self.work.view, self.work.strip, self.work.foot
        self.empty = EmptyState()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.work)
        vbox(self, self.stack)

    def _connect_panes(self) -> None:
        self.empty.button.clicked.connect(lambda: self.wanted.emit("events", None))
        self.head.events_wanted.connect(lambda: self.wanted.emit("events", None))
        self.head.event_wanted.connect(self.mends.go_to_event)
        self.head.mode.chosen.connect(self._show_as)
        self.head.way_chosen.connect(self._set_way)
        self.head.nearer.clicked.connect(lambda: self.view.step_zoom(1))
        self.head.farther.clicked.connect(lambda: self.view.step_zoom(-1))
        self.head.fit.clicked.connect(lambda: self.view.set_zoom(0.0))
        self.options.choose_wanted.connect(self.mends.go_to_event)
        self.options.changed.connect(self._choose)
        self.options.people_changed.connect(self._choose_people)
        self.options.taken.connect(self._take_way)
        self.view.zoomed.connect(self.head.show_zoom)
        self.view.turned.connect(self.strip.set_at)
        self.strip.chosen.connect(self.view.turn_to)
        self.checks.mend_wanted.connect(self.mends.lead)
        self.checks.include_wanted.connect(self.mends.include)
        self.foot.copies_changed.connect(self._copies_changed)

    def _connect_work(self) -> None:
        self.making.planned.connect(self._planned)
        self.making.first.connect(self._first_page)
        self.making.whole.connect(self._whole)
        self.making.checked.connect(self._checked)
        self.making.fitted.connect(self.options.fit.show_fit)
        self.making.failed.connect(self.went_wrong)
        self.making.lost.connect(self._failed)
        self.drawing.failed.connect(self.went_wrong)
        self.foot.save.clicked.connect(self.output.save_pdf)
        self.foot.print.clicked.connect(self.output.print_copies)
        self.foot.again_wanted.connect(self.output.reprint)
        self.output.busy.connect(lambda on: self.foot.set_ready(not on and self._is_ready()))
        self.output.copies_chosen.connect(self._copies_changed)
        self.output.done.connect(self._toast)
        self.output.failed.connect(self.went_wrong)

    # -- the page

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
        self.prepared = self.pdf = self.drawing.pdf = None
        self.output.set_prepared(None)
        self.view.show_pdf(None)
        self.strip.show_pdf(None, ())
        self.foot.set_ready(False)
        keyboard = holds(self, QApplication.focusWidget())
        self.stack.setCurrentIndex(1)
        if keyboard:
            self.focus_first()

        def found(preset: Preset) -> None:
            if self.choices is not None and self.choices.event_id == event_id:
                self._show_preset(event_id, preset)

        self.session.ask(
            lambda store: presets.of_event(store, event_id), found, failed=self._failed
        )

    def _show_preset(self, event_id: str, preset: Preset) -> None:
        self._show_choices(
            Choices(event_id, preset.options, preset.people, preset.copies, preset.private_copies)
        )

    def _show_choices(self, choices: Choices) -> None:
        self.choices = choices
        self.options.show_options(choices.options)
        self.options.show_people(choices.people)
        self._tell_copies(choices)
        self._suit_way()
        self.making.forget()
        self._make()

    def resume(self, before: Self) -> None:
        """The same guide, with what was chosen of it."""
        self.way = before.way
        if before.choices is not None:
            self.stack.setCurrentIndex(1)
            self._show_choices(before.choices)

    def reload(self) -> None:
        """Make it again: the directory may have changed."""
        if self.choices is not None:
            self.making.forget()
            self._make()

    def panes(self) -> list[QWidget]:
        """Options, pages, checks, actions; what is hidden has no place among them."""
        if self.stack.currentWidget() is self.empty:
            return [self.empty]
        return self.work.panes()

    def focus_first(self) -> None:
        """To the layouts, the volunteers' first choice; to the pages where those are not seen."""
        is_empty = self.stack.currentWidget() is self.empty
        first = self.empty.button if is_empty else self.work.first()
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Options and checks give way to the pages."""
        super().resizeEvent(event)
        self._fit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever goes on to another page at once finds the choices kept."""
        if self.window().isVisible() and not event.spontaneous():
            self.keep_choices()
        super().hideEvent(event)

    def _fit(self) -> None:
        self.work.fit(self.width(), self.height())

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
        if kind_of(self.choices.options.layout).reads == "book" and "folded" in (before, way):
            self._make()
        else:
            self._show_spreads()

    def _suit_way(self) -> None:
        """A book is seen first as one reads it; what is not folded can't be seen so."""
        layout = self.choices.options.layout if self.choices else ""
        reads = kind_of(layout).reads
        self.head.set_folds(bool(reads))
        if reads == "book" and self.way == "pages":
            self.way = "folded"
        elif not reads and self.way == "folded":
            self.way = "pages"
        self.head.show_way(self.way)

    def _spreads(self, pdf: Pdf) -> list[Spread]:
        layout = self.choices.options.layout if self.choices else ""
        arrange = as_folded if self.way == "folded" else as_printed
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
            # as it was chosen, without what only the plan that was tried wanted
            self.options.show_options(replace(choice.options, imposed=True, say_immigrant=True))
            self._choose(self.options.options)
            return
        event_id = self.choices.event_id if self.choices else ""
        self.session.write(
            lambda store: store.events.update(event_id, {"radius_miles": choice.radius_miles}),
            failed=self.went_wrong.emit,
        )

    def _again(self) -> None:
        self._soon.start()
        self._keep_later()

    def _keep_later(self) -> None:
        self._unkept = True
        self._keep_soon.start()

    def _copies_changed(self, copies: int) -> None:
        if self.choices is not None:
            self.choices = self.choices.with_copies(copies)
            self._tell_copies(self.choices)
            self._keep_later()

    def _tell_copies(self, choices: Choices) -> None:
        self.foot.tell_copies(choices.wanted_copies)
        self.output.set_copies(choices.wanted_copies)

    def keep_choices(self) -> None:
        """Remember what is chosen for this event."""
        self._keep_soon.stop()
        choices, unkept = self.choices, self._unkept
        self._unkept = False
        if choices is not None and unkept and self.session.writable:
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
        self.pdf = self.drawing.pdf = made.pdf
        self._show_pdf(made.pdf)
        self.output.set_prepared(prepared)
        self.foot.show_run(prepared.gathered.run_number, prepared.use_by, made.sheets, made.size)
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
        self.checks.show_findings(findings)
        self.output.set_stops(sum(finding.severity == "stop" for finding in findings))

    # -- what was done

    def save_to(self, path: Path) -> None:
        """Write the guide to a file and record the run."""
        self.output.save_to(path)

    def _toast(self, words: str, icon: str, folder: Path | None) -> None:
        toast = self.work.toast()
        if folder is None:
            toast.show_text(words, icon=icon)
            return
        action = (self.tr("Open folder"), "", lambda: output.show_folder(folder))
        toast.show_text(words, icon=icon, actions=[action])
