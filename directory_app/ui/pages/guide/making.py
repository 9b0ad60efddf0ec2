"""Makes the preview beside the window: the first page at once, then all, then what to know.

Another choice cancels what is under way. What the directory says is read once and kept until
it changes, so that a choice of options asks it nothing.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from directory_app import guides
from directory_app.guides.layouts import Run
from directory_app.guides.visits import render_private
from directory_app.progress import Progress
from directory_app.tasks import printing
from directory_app.tasks.printing import Choices, Gathered, Prepared
from directory_app.ui.jobs import Job
from directory_app.ui.pages.guide.pages import PageStrip, PagesView
from directory_app.ui.parts.paper.kinds import kind_of
from directory_app.ui.parts.paper.pictures import Pdf, opened, picture, pictures
from directory_app.ui.session import Session

if TYPE_CHECKING:
    from directory_app.guides.fitting import Fit

_LANE = "make"
#: Until the view knows the size of a page it is drawn so large, in pixels a point.
_FIRST_SCALE = 1.0


@dataclass(frozen=True, slots=True)
class Preview:
    """All pages, how many sheets of paper a copy takes, and the size of its text in points."""

    pdf: Pdf
    sheets: int
    size: float = 0.0


def first_page(prepared: Prepared, progress: Progress) -> Pdf:
    """The first page alone, before all others. Not of private paper, nor of imposed sheets."""
    return opened(guides.first_page(prepared.plan, progress=progress, **_about(prepared)))


def preview(prepared: Prepared, progress: Progress) -> Preview:
    """All pages in memory, marked as a preview where the run number stands."""
    if prepared.staff is None:
        made = guides.rendered_preview(prepared.plan, progress=progress, **_about(prepared))
        return Preview(opened(made.data), made.sheets, made.size)
    run = Run(0, dt.datetime.now(dt.UTC), prepared.gathered.mistake_contact)
    done = render_private(prepared.staff, run, progress)
    return Preview(opened(done.data), done.pages, done.size)


def _about(prepared: Prepared) -> dict[str, Any]:
    gathered = prepared.gathered
    return {
        "made_at": dt.datetime.now(dt.UTC),
        "mistake_contact": gathered.mistake_contact,
        "guide_url": gathered.guide_url,
    }


class Making(QObject):
    """``make`` starts; the signals come in this order, unless another choice comes between.

    ``planned(Prepared)``, ``first(Pdf, QImage)`` (not for imposed sheets nor private paper),
    ``whole(Preview)``, ``checked(findings)``, ``fitted(Fit | None)``; or ``failed(error)``.
    ``lost(error)``: the event could not be read, it may be deleted.
    """

    planned = Signal(object)
    first = Signal(object, object)
    whole = Signal(object)
    checked = Signal(object)
    fitted = Signal(object)
    failed = Signal(object)
    lost = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._gathered: Gathered | None = None
        self._gathered_for: tuple[str, str] | None = None
        self._jobs: list[Job] = []

    def forget(self) -> None:
        """The directory changed: read it again the next time."""
        self._gathered = None

    def stop(self) -> None:
        """Give up what is under way."""
        for job in self._jobs:
            job.cancel()
        self._jobs = []

    def make(self, choices: Choices, *, imposed: bool, scale: float, grey: bool = False) -> None:
        """Begin again with these choices; ``scale`` and ``grey`` are the first page's picture's."""
        self.stop()
        wanted = (choices.event_id, choices.people if choices.private else "")
        if self._gathered is not None and self._gathered_for == wanted:
            self._start(self._gathered, choices, imposed, scale, grey)
            return

        def gathered(found: Gathered) -> None:
            if not job.is_cancelled:
                self._gathered, self._gathered_for = found, wanted
                self._start(found, choices, imposed, scale, grey)

        job = self._session.ask(
            lambda store: printing.gather(store, choices), gathered, failed=self.lost.emit
        )
        self._jobs = [job]

    def _start(
        self, gathered: Gathered, choices: Choices, imposed: bool, scale: float, grey: bool
    ) -> None:
        held: list[Prepared] = []  # made in the first job, used by those behind it in the lane
        sheets: list[int] = []

        def begin(progress: Progress) -> tuple[Prepared, Pdf | None, QImage | None]:
            prepared = printing.prepare(gathered, choices, imposed=imposed)
            held.append(prepared)
            if choices.private or (imposed and kind_of(choices.options.layout).reads == "book"):
                return prepared, None, None
            pdf = first_page(prepared, progress)
            return prepared, pdf, picture(pdf, 0, scale or _FIRST_SCALE, grey=grey)

        def go_on(progress: Progress) -> Preview:
            made = preview(held[0], progress)
            sheets.append(made.sheets)
            return made

        def fit(progress: Progress) -> "Fit | None":
            if held[0].staff is not None or not choices.options.fit:
                return None
            return printing.fit(held[0], progress, sheets=sheets[0])

        self._jobs = [
            self._run(begin, self._begun),
            self._run(go_on, self.whole.emit, self.tr("Setting the pages")),
            self._run(lambda _p: printing.check(held[0]), self.checked.emit),
            self._run(fit, self.fitted.emit, self.tr("Trying what fits")),
        ]

    def _run(
        self, work: Callable[[Progress], Any], done: Callable[[Any], None], text: str = ""
    ) -> Job:
        """One job of the lane, whose result counts only while nobody chose otherwise."""

        def arrived(result: Any) -> None:
            if not job.is_cancelled:
                done(result)

        def wrong(error: Exception) -> None:
            if not job.is_cancelled:
                self.stop()
                self.failed.emit(error)

        job = self._session.runner.start(work, arrived, failed=wrong, text=text, lane=_LANE)
        return job

    def _begun(self, made: tuple[Prepared, Pdf | None, QImage | None]) -> None:
        prepared, pdf, image = made
        self.planned.emit(prepared)
        if pdf is not None and image is not None:
            self.first.emit(pdf, image)


_DRAWING_LANE = "draw"


class Drawing(QObject):
    """Set ``pdf``; the views ask, and get their pictures. ``failed(error)``."""

    failed = Signal(object)

    def __init__(
        self, session: Session, view: PagesView, strip: PageStrip, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.pdf: Pdf | None = None
        self._session = session
        self._jobs: dict[QObject, Job] = {}
        view.wanted.connect(lambda pages, scale, grey: self._draw(view, pages, scale, grey=grey))
        strip.wanted.connect(lambda pages, scale: self._draw(strip, pages, scale))

    def _draw(
        self, shown: PagesView | PageStrip, pages: list[int], scale: float, *, grey: bool = False
    ) -> None:
        """Draw in a worker; what was asked for before is not wanted any more."""
        pdf = self.pdf
        if pdf is None:
            return
        if shown in self._jobs:
            self._jobs[shown].cancel()

        def work(progress: Progress) -> dict[int, QImage]:
            return pictures(pdf, pages, scale, grey=grey, progress=progress)

        self._jobs[shown] = self._session.runner.start(
            work,
            lambda drawn: shown.show_pictures(pdf, drawn),
            failed=self.failed.emit,
            lane=_DRAWING_LANE,
            quiet=True,  # what is not drawn yet is seen to be missing
        )
