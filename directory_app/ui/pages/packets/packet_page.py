"""Another laptop: a packet is made, or opened and looked over field by field, then applied."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from PySide6.QtWidgets import QStackedWidget, QWidget

from directory_app.model.packet_review import choices_of, choose_as_in
from directory_app.store.packet_file import ENDING
from directory_app.tasks.packets import apply_packet, look_over
from directory_app.ui import file_dialogs
from directory_app.ui.jobs import Job
from directory_app.ui.pages.packets.home import PacketHome
from directory_app.ui.pages.packets.open_dialog import OpenDialog
from directory_app.ui.pages.packets.review import ReviewView
from directory_app.ui.pages.page import Page
from directory_app.ui.parts.consent.kept_out_dialog import KeptOut, KeptOutDialog
from directory_app.ui.plurals import count
from directory_app.ui.session import Session
from directory_app.ui.widgets.layouts import vbox

if TYPE_CHECKING:
    from directory_app.model.packet_review import Applied, Review
    from directory_app.progress import Progress
    from directory_app.store.store import Store

#: The row of the drafts.
_ROW = "packet"


class PacketPage(Page):
    """Two faces: making and opening, and the packet that is looked over."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.dialog: OpenDialog | None = None
        self._job: Job | None = None
        self._stale = self._applying = False
        self._path: Path | None = None
        #: What was chosen before a lock, for the packet that is opened again.
        self._chosen: dict[str, Any] | None = None
        self.home = PacketHome(session)
        self.review = ReviewView(session.today(), lambda: session.writable)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.home)
        self.stack.addWidget(self.review)
        vbox(self, self.stack)
        self._connect()
        self.setAccessibleName(self.tr("Another laptop"))

    def _connect(self) -> None:
        self.home.open_wanted.connect(lambda _path: self.choose_file())
        self.home.said.connect(self.said)
        self.home.went_wrong.connect(self.went_wrong)
        self.review.apply_wanted.connect(self.apply)
        self.review.cancelled.connect(self.cancel)
        self.session.changed.connect(self._directory_changed)

    # -- the page

    @property
    def is_reviewing(self) -> bool:
        """Whether a packet is being looked over."""
        return self.stack.currentWidget() is self.review

    def open(self, argument: Any = None) -> None:
        """A packet to open (a Path), or whom to send (a Filter, ids); None: as it was left."""
        if isinstance(argument, Path):
            self.read(argument)
        elif not self.is_reviewing or argument is not None:
            if argument is not None:
                self.cancel()
            self.home.open(argument)

    def resume(self, before: Self) -> None:
        """The same packet, with what was chosen of it."""
        self.home.resume(before.home)
        if before.is_reviewing and before.review.review is not None:
            self._path, self._stale = before._path, before._stale
            self.review.show_review(before.review.review)
            self.stack.setCurrentWidget(self.review)

    def reload(self) -> None:
        """Compare again, if the directory changed since; count again what would be sent."""
        if not self.is_reviewing:
            self.home.reload()
        elif self._stale and not self._applying:
            self._look_again()

    def _directory_changed(self) -> None:
        self._stale = True
        if self.isVisible() and self.is_reviewing:
            self.reload()

    def unfinished(self) -> dict[str, Any]:
        """The file and what was chosen, while a packet is looked over."""
        review = self.review.review
        if review is None or self._path is None:
            return {}
        return {_ROW: choices_of(self._path, review)}

    def take_up(self, kept: dict[str, Any]) -> None:
        """Ask for the words of the packet again, then show what was chosen; say if it is gone."""
        self._chosen = kept[_ROW]
        path = Path(self._chosen["path"])
        if path.is_file():
            self.read(path)
            return
        self._chosen = None
        text = self.tr("{file} is not there any more: choose it again")
        self.said.emit(text.format(file=path.name), "warning", False)

    def panes(self) -> list[QWidget]:
        """Of the face that is shown."""
        return self.review.panes() if self.is_reviewing else [self.home]

    def search(self) -> None:
        """Ctrl+F: which part goes along, or the table."""
        (self.review.table if self.is_reviewing else self.home.which).setFocus()

    def add(self) -> None:
        """Ctrl+N: another packet."""
        self.choose_file()

    # -- opening

    def choose_file(self) -> None:
        """Ask for a packet in the system's dialog."""
        file = file_dialogs.open_file(self, self.tr("Choose a packet"), f"*{ENDING}")
        if file is not None:
            self.read(file)

    def read(self, path: Path) -> None:
        """Ask for its words and look it over."""
        self._path = path
        self.dialog = OpenDialog(self.session, path, self.window())
        self.dialog.opened.connect(self.show_review)
        self.dialog.went_wrong.connect(self.went_wrong)
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    def show_review(self, review: "Review") -> None:
        """Look over a packet."""
        self._stale = False
        if self._chosen is not None:
            choose_as_in(review, self._chosen)
            self._chosen = None
        self.home.show_applied(None)
        self.review.show_review(review)
        self.stack.setCurrentWidget(self.review)
        self.review.table.setFocus()

    def _look_again(self) -> None:
        before = self.review.review
        if before is None:
            return
        self._stale = False

        def look(store: "Store", progress: "Progress") -> "Review":
            return look_over(store, before.packet, progress)

        def arrived(review: "Review") -> None:
            if self.review.review is not None:
                review.take_over(self.review.review)
                self.review.show_review(review)

        text = self.tr("Comparing")
        self._job = self.session.ask(look, arrived, failed=self.went_wrong.emit, text=text)

    def cancel(self) -> None:
        """Forget the packet. Nothing was written."""
        if self._job is not None and not self._job.is_over:
            self._job.cancel()
        self.review.show_review(None)
        self.stack.setCurrentWidget(self.home)
        self.home.open()

    # -- the end

    def apply(self) -> None:
        """Take in what was chosen: one transaction, one undo step."""
        review = self.review.review
        if review is None or self._applying:
            return
        self._applying = True
        self.review.apply.setEnabled(False)

        def work(store: "Store", progress: "Progress") -> "Applied":
            return apply_packet(store, review, progress)

        self._job = self.session.write(
            work,
            lambda applied: self._applied(applied, review),
            failed=self._not_applied,
            cancelled=self._not_applied,
            text=self.tr("Taking in the packet"),
        )

    def _applied(self, applied: "Applied", review: "Review") -> None:
        self._applying = False
        self.cancel()
        self.home.show_applied(applied, review)
        done = applied.added + applied.changed + applied.archived + len(applied.withdrew)
        said = count(
            done,
            self.tr("{n} business changed by the packet"),
            self.tr("{n} businesses changed by the packet"),
        )
        self.said.emit(said, "check", bool(applied.action_id))
        if applied.kept_out:
            KeptOutDialog((KeptOut(*one) for one in applied.kept_out), self.window()).open()

    def _not_applied(self, error: Exception | None = None) -> None:
        self._applying = False
        self.review.apply.setEnabled(True)
        if error is not None:
            self.went_wrong.emit(error)
