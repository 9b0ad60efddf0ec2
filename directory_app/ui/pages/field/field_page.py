"""For a canvass: a field directory is made, and what was printed from one comes home."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Self

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from directory_app.errors import UserError
from directory_app.store.filters import Filter
from directory_app.tasks import check_search, leaving
from directory_app.tasks.field import FieldOrder, contents, fields_out, make_field, return_field
from directory_app.tasks.packets import new_passphrase
from directory_app.ui import clipboard, file_dialogs, language, spoken
from directory_app.ui.jobs import Job
from directory_app.ui.pages.page import FormPage
from directory_app.ui.parts.word_card import WordCard
from directory_app.ui.plurals import count
from directory_app.ui.session import Session
from directory_app.ui.widgets import dates
from directory_app.ui.widgets.base import Label
from directory_app.ui.widgets.date_field import DateField
from directory_app.ui.widgets.fields import Field
from directory_app.ui.widgets.remark import Remark

if TYPE_CHECKING:
    from directory_app.model.field_terms import FieldTerms
    from directory_app.progress import Progress
    from directory_app.store.field import Content, Returned
    from directory_app.store.store import Store
    from directory_app.tasks.field import FieldMade

_PAUSE = 250  # milliseconds
#: So many days ahead a field directory ends, until somebody chooses another day.
_USUAL_DAYS = 14


class FieldPage(FormPage):
    """Two sections: making one, and bringing home; below them those that were made."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent, width=680)
        self._job: Job | None = None
        self._inside: Content | None = None
        self._made: FieldMade | None = None
        self._came: Returned | None = None
        self._out: list[FieldTerms] = []
        self._make_section()
        self._home_section()
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self.look)
        self._connect()
        self._tell()
        self.finish(self.tr("Field directory"))

    def _make_section(self) -> None:
        self.section(
            self.tr("For the laptop that is carried about"),
            self.tr(
                "A small directory of those who said yes to print, with the coming events: no "
                "notes, no contacts, no history, nobody who said no. Guides are printed from it; "
                "nothing in it can be changed. After its last day it does not open any more."
            ),
        )
        self.search_field = Field(self.tr("Which part goes along"), height="field")
        self.search_field.setPlaceholderText(
            self.tr("A part, as in the directory’s search: town:clovis")
        )
        self.inner.addWidget(self.search_field)
        self.until = DateField(
            self.tr("Its last day"), self.session.today() + dt.timedelta(_USUAL_DAYS)
        )
        self.row(Label(self.tr("Its last day"), "body"), self.until)
        self.contents = Remark("info", "ink-soft", " ")
        self.inner.addWidget(self.contents)
        self.inner.addSpacing(4)
        self.words = WordCard()
        self.inner.addWidget(self.words)
        self.make = self.button(self.tr("Make the field directory…"), "laptop", "primary")
        self.inner.addSpacing(4)
        self.row(self.make)
        self.result = Remark("check-circle", "ok", " ", fill=True)
        self.inner.addWidget(self.result)

    def _home_section(self) -> None:
        self.section(
            self.tr("Bring home what was printed"),
            self.tr(
                "Choose the folder of the field directory, also after its last day. Then a recall "
                "knows of that paper too. It needs no passphrase, and may be done again."
            ),
        )
        self.bring = self.button(self.tr("Choose its folder…"), "folder-open")
        self.row(self.bring)
        self.came = Remark("check-circle", "ok", " ", fill=True)
        self.inner.addWidget(self.came)
        self.listed = Label("", "small", "ink-soft", wrap=True)
        self.inner.addWidget(self.listed)

    def _connect(self) -> None:
        self.search_field.textChanged.connect(lambda _text: self._soon.start())
        self.until.picked.connect(lambda _day: self._soon.start())
        self.words.others_wanted.connect(self.offer_words)
        self.words.copy_wanted.connect(self._copy)
        self.make.clicked.connect(self._choose_place)
        self.bring.clicked.connect(self._choose_folder)

    # -- coming here

    def open(self, argument: object = None) -> None:
        """Count who would go along, and offer words."""
        if not self.words.text():
            self.offer_words()
        self.look()

    def resume(self, before: Self) -> None:
        """The same choices; the words may be on paper already, so they stay."""
        self.search_field.setText(before.search_field.text())
        self.until.set_day(before.until.day())
        self.words.show_words(before.words.text())
        self._made, self._came = before._made, before._came
        self._tell()
        self.open()

    def reload(self) -> None:
        """Count again."""
        self.look()

    def offer_words(self) -> None:
        """Other words for its passphrase, in the language of the window."""
        self.words.show_words(new_passphrase(language.current()))

    def _copy(self) -> None:
        clipboard.put_secret(self.words.text())
        self.said.emit(self.tr("Copied"), "copy", False)

    # -- what would go

    def look(self) -> None:
        """Count what a field directory would hold, and read which were made."""
        if self._job is not None and not self._job.is_over:
            self._job.cancel()
        text = self.search_field.text()

        def count_(store: "Store", progress: "Progress") -> tuple["Content", list["FieldTerms"]]:
            return contents(store, self._order(store, Path(), text)), fields_out(store)

        self._job = self.session.ask(
            count_,
            self._counted,
            failed=self._not_counted,
            text=self.tr("Counting what would go along"),
        )

    def _order(self, store: "Store", path: Path, text: str) -> "FieldOrder":
        """What is chosen, as the task takes it. For a worker."""
        check_search(store, text)
        codes = frozenset(store.browser.codes(Filter(text=text))) if text.strip() else None
        return FieldOrder(path, self.words.text(), self.until.day(), codes)

    def _counted(self, found: tuple["Content", list["FieldTerms"]]) -> None:
        self._inside, self._out = found
        self._tell()

    def _not_counted(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            self.went_wrong.emit(error)
            return
        self._inside = None
        self._tell()
        self.contents.set_icon("warning", "warn")
        self.contents.set_words(spoken.whole(error))

    # -- making

    def _choose_place(self) -> None:
        kind = leaving.KINDS["field"]
        file_dialogs.ask_where(
            self.session, self, self.tr("Save the field directory"), kind, self.make_at
        )

    def make_at(self, path: Path) -> None:
        """Make it there."""
        text = self.search_field.text()
        self.make.setEnabled(False)

        def work(store: "Store", progress: "Progress") -> "FieldMade":
            return make_field(store, self._order(store, path, text), progress)

        self.session.write(
            work,
            self._was_made,
            failed=self._failed,
            cancelled=self._tell,
            text=self.tr("Making the field directory"),
        )

    def _was_made(self, made: "FieldMade") -> None:
        self._made = made
        self._tell()
        self.view.ensureWidgetVisible(self.result)

    def _failed(self, error: Exception) -> None:
        self._tell()
        self.went_wrong.emit(error)

    # -- coming home

    def _choose_folder(self) -> None:
        folder = file_dialogs.open_folder(self, self.tr("The folder of the field directory"))
        if folder is not None:
            self.bring_home(folder)

    def bring_home(self, folder: Path) -> None:
        """Keep the runs of that field directory."""

        def work(store: "Store", progress: "Progress") -> "Returned":
            return return_field(store, folder)

        self.session.write(
            work, self._came_home, failed=self._failed, text=self.tr("Reading what was printed")
        )

    def _came_home(self, came: "Returned") -> None:
        self._came = came
        self._tell()

    # -- telling

    def _tell(self) -> None:
        inside = self._inside
        some = inside is not None and bool(inside.businesses)
        self.make.setEnabled(some and self.session.writable)
        if inside is not None:
            self.contents.set_icon("info", "ink-soft")
            self.contents.set_words(self._contents(len(inside.businesses), len(inside.events)))
        self.result.set_words(self._result())
        self.came.set_words(self._home())
        self.listed.setText("\n".join(map(self._told_of, self._out)))

    def _contents(self, businesses: int, events: int) -> str:
        if not businesses:
            return self.tr("Nobody of these may be printed now.")
        return ", ".join(
            (
                count(businesses, self.tr("{n} business"), self.tr("{n} businesses")),
                count(events, self.tr("{n} event"), self.tr("{n} events")),
            )
        )

    def _result(self) -> str:
        if self._made is None:
            return ""
        text = self.tr(
            "Run %1 is in %2. Take the folder to the other laptop, and tell the six words by "
            "telephone. Bring the folder home afterwards."
        )
        return text.replace("%1", f"{self._made.number:04}").replace("%2", self._made.path.name)

    def _home(self) -> str:
        if self._came is None:
            return ""
        if not self._came.fresh:
            return self.tr("Nothing was printed from it that is not known here.")
        told = count(
            len(self._came.fresh),
            self.tr("{n} print run came home: %1"),
            self.tr("{n} print runs came home: %1"),
        )
        told = told.replace("%1", ", ".join(map(str, self._came.fresh)))
        if not self._came.copied:
            return told
        both = self.tr(
            "There are two copies of this field directory: number %1 stands on paper of both. The "
            "second is kept under a number of its own."
        )
        return f"{told}. {both}".replace("%1", ", ".join(map(str, self._came.copied)))

    def _told_of(self, terms: "FieldTerms") -> str:
        ended = terms.until < self.session.today()
        text = self.tr("Run %1, ended on %2") if ended else self.tr("Run %1, until %2")
        return text.replace("%1", f"{terms.number:04}").replace("%2", dates.short(terms.until))
