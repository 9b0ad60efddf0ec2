"""Draws pages for the large and the small view, beside the window."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from directory_app.progress import Progress
from directory_app.ui.jobs import Job
from directory_app.ui.pages.guide.pages import PagesView
from directory_app.ui.pages.guide.strip import PageStrip
from directory_app.ui.parts.paper.pictures import Pdf, pictures
from directory_app.ui.session import Session

_LANE = "draw"


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
            lane=_LANE,
            quiet=True,  # what is not drawn yet is seen to be missing
        )
