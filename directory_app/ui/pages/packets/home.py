"""Sending a packet, opening one, and what the last one did."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from directory_app.errors import UserError
from directory_app.store.filters import Filter
from directory_app.tasks import check_search, leaving
from directory_app.tasks.packets import ALL as WHOLE
from directory_app.tasks.packets import PacketOrder, contents, make_packet, new_passphrase
from directory_app.ui import clipboard, file_dialogs, language, spoken
from directory_app.ui.jobs import Job
from directory_app.ui.pages.packets import telling
from directory_app.ui.pages.page import FormPage
from directory_app.ui.parts.word_card import WordCard
from directory_app.ui.session import Session
from directory_app.ui.widgets.buttons import TickBox
from directory_app.ui.widgets.fields import Field
from directory_app.ui.widgets.layouts import vbox
from directory_app.ui.widgets.remark import Remark
from directory_app.ui.widgets.tabs import Segments

if TYPE_CHECKING:
    from directory_app.model.packet_review import Applied, Review
    from directory_app.progress import Progress
    from directory_app.store.store import Store
    from directory_app.tasks.packets import Contents, PacketMade

ALL, SOME, CHOSEN = "all", "some", "chosen"
_PAUSE = 250  # milliseconds


class PacketHome(FormPage):
    """``open_wanted(Path | None)``: a packet shall be opened; None: ask which."""

    open_wanted = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent, width=680)
        self._ids: tuple[str, ...] | None = None
        self._filter: Filter | None = None
        self._job: Job | None = None
        self.made: PacketMade | None = None
        self._spent = ""  # words that a packet was made with
        self._contents: Contents | None = None
        self.done = Remark("check-circle", "ok", " ", fill=True)
        self.withdrew = Remark("hand-palm", "warn", " ", fill=True)
        self._received()
        self._sent()
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self.look)
        self._connect()
        self._tell_contents()
        self.finish(self.tr("Another laptop"))
        self.done.set_words("")
        self.withdrew.set_words("")

    def _received(self) -> None:
        self.told = QWidget()
        vbox(self.told, self.done, self.withdrew, margins=(0, 0, 0, 16), spacing=8)
        self.inner.addWidget(self.told)
        self.told.hide()
        self.section(
            self.tr("Open a packet"),
            self.tr(
                "You see both directories side by side, field by field. What only they changed "
                "is offered, what both changed you choose, and a no always wins. Nothing changes "
                "until you apply it. You can also drop the file on this window."
            ),
        )
        self.open_button = self.button(self.tr("Open a packet…"), "folder-open")
        self.row(self.open_button)

    def _sent(self) -> None:
        self.section(
            self.tr("Make a packet"),
            self.tr(
                "One sealed file for another laptop of your own coalition. For anybody else use "
                "Export, which asks what owners said."
            ),
        )
        self.which = Segments([(ALL, "")], "")
        self._offer()
        self.search_field = Field(self.tr("Which part goes along"), height="field")
        self.search_field.setPlaceholderText(
            self.tr("What to search for, as in the directory: town:clovis")
        )
        self.private = TickBox(self.tr("With private notes and contacts"), checked=True)
        self.row(self.which)
        self.inner.addWidget(self.search_field)
        self.row(self.private)
        self.contents = Remark("info", "ink-soft", " ")
        self.inner.addWidget(self.contents)
        self.inner.addSpacing(4)
        self.words = WordCard()
        self.inner.addWidget(self.words)
        self.make = self.button(self.tr("Make the packet…"), "file-lock", "primary")
        self.inner.addSpacing(4)
        self.row(self.make)
        self.result = Remark("check-circle", "ok", " ", fill=True)
        self.inner.addWidget(self.result)

    def _connect(self) -> None:
        self.open_button.clicked.connect(lambda: self.open_wanted.emit(None))
        self.which.chosen.connect(lambda _key: self._which())
        self.search_field.textChanged.connect(lambda _text: self._soon.start())
        self.private.toggled.connect(lambda _on: self._soon.start())
        self.words.others_wanted.connect(self.offer_words)
        self.words.copy_wanted.connect(self._copy)
        self.make.clicked.connect(self._choose_file)

    def _offer(self) -> None:
        items = [(ALL, self.tr("All businesses")), (SOME, self.tr("A part"))]
        if self._ids is not None or self._filter is not None:
            items.append((CHOSEN, self.tr("Those chosen in the directory")))
        self.which.set_items(items, self.tr("Who goes along"))

    # -- coming here

    def open(self, argument: Any = None) -> None:
        """A Filter or ids of businesses to send; None: as it was left."""
        if argument is not None:
            self._filter = argument if isinstance(argument, Filter) else None
            self._ids = None if isinstance(argument, Filter) else tuple(argument)
            self._offer()
            self.which.set_value(CHOSEN)
        if not self.words.text():
            self.offer_words()
        self._which()

    def resume(self, before: Self) -> None:
        """The same choices; the words may be on paper already, so they stay."""
        self._ids, self._filter = before._ids, before._filter
        self._offer()
        self.which.set_value(before.which.value())
        self.search_field.setText(before.search_field.text())
        self.private.setChecked(before.private.isChecked())
        self.words.show_words(before.words.text())
        self.made, self._contents, self._spent = before.made, before._contents, before._spent
        self._tell_made()
        self.open()

    def reload(self) -> None:
        """Count again."""
        self.look()

    def _which(self) -> None:
        self.search_field.setVisible(self.which.value() == SOME)
        self.look()

    def offer_words(self) -> None:
        """Other words for the packet, in the language of the window."""
        self.words.show_words(new_passphrase(language.current()))
        self.made = None
        self._tell_made()

    def _copy(self) -> None:
        clipboard.put_secret(self.words.text())
        self.said.emit(self.tr("Copied"), "copy", False)

    # -- what would go

    def order(self, path: Path) -> Any:
        """What is chosen, as the task takes it."""
        wanted, ids = WHOLE, None
        if self.which.value() == SOME:
            wanted = Filter(text=self.search_field.text(), view="everything")
        elif self.which.value() == CHOSEN:
            wanted, ids = self._filter or WHOLE, self._ids
        return PacketOrder(path, self.words.text(), wanted, ids, self.private.isChecked())

    def look(self) -> None:
        """Count what would go along."""
        if not hasattr(self, "result"):
            return
        if self._job is not None and not self._job.is_over:
            self._job.cancel()
        self._forget_made()
        order = self.order(Path())

        def count_(store: "Store", progress: "Progress") -> "Contents":
            check_search(store, order.wanted.text)
            return contents(store, order, progress)

        text = self.tr("Counting what would go along")
        self._job = self.session.ask(count_, self._counted, failed=self._not_counted, text=text)

    def _not_counted(self, error: Exception) -> None:
        """A search of which a part cannot be read: the rest alone would send too much."""
        if not isinstance(error, UserError):
            self.went_wrong.emit(error)
            return
        self._contents = None
        self._tell_contents()
        self.contents.set_icon("warning", "warn")
        self.contents.set_words(spoken.whole(error))

    def _counted(self, found: "Contents") -> None:
        self._contents = found
        self._tell_contents()

    def _tell_contents(self) -> None:
        found = self._contents
        self.make.setEnabled(found is not None and found.businesses > 0 and self.session.writable)
        if found is None:
            return
        warns = bool(found.businesses)
        self.contents.set_icon("lock-simple" if warns else "info", "warn" if warns else "ink-soft")
        self.contents.set_words(telling.contents(found))

    # -- making

    def _choose_file(self) -> None:
        kind, title = leaving.KINDS["packet"], self.tr("Save the packet")
        file_dialogs.ask_where(
            self.session, self, title, kind, self.make_to, filters=f"*{kind.endings[0]}"
        )

    def make_to(self, path: Path) -> None:
        """Make the packet there; with new words, where one was made with these."""
        if self.words.text() == self._spent:
            self.offer_words()
        order = self.order(path)
        self.make.setEnabled(False)

        def work(store: "Store", progress: "Progress") -> "PacketMade":
            check_search(store, order.wanted.text)
            return make_packet(store, order, progress)

        self.session.write(
            work,
            self._made,
            failed=self._not_made,
            cancelled=self._tell_contents,
            text=self.tr("Making the packet"),
        )

    def _made(self, made: "PacketMade") -> None:
        self.made, self._spent = made, self.words.text()
        self._tell_contents()
        self._tell_made()
        self.view.ensureWidgetVisible(self.result)

    def _not_made(self, error: Exception) -> None:
        self._tell_contents()
        self.went_wrong.emit(error)

    def _forget_made(self) -> None:
        # making one is a write, after which everything is counted again: its words stay
        if self.made is not None and self.made.contents == self._contents:
            return
        self.made = None
        self._tell_made()

    def _tell_made(self) -> None:
        if self.made is None:
            self.result.set_words("")
            return
        text = self.tr(
            "Run %1 is in %2. Give the file to the other laptop, on a stick or by e-mail, and "
            "tell the six words by telephone, never with the file."
        )
        told = text.replace("%1", f"{self.made.run:04}").replace("%2", self.made.path.name)
        self.result.set_words(file_dialogs.with_warning(told, self.made.elsewhere))

    # -- what the last one did

    def show_applied(self, applied: "Applied | None", review: "Review | None" = None) -> None:
        """Tell what a packet did, and who withdrew on the other laptop."""
        self.told.setVisible(applied is not None)
        if applied is None or review is None:
            self.done.set_words("")
            self.withdrew.set_words("")
            return
        self.done.set_words(telling.applied(applied))
        self.withdrew.set_words(telling.withdrew(applied, review))
        self.view.verticalScrollBar().setValue(0)
