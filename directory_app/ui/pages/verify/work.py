"""What the page of verification asks of the Store, in its thread. No widgets in here."""

import datetime as dt
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from directory_app.errors import UserError
from directory_app.store import Store
from directory_app.store.verifying import Checked
from directory_app.tasks import leaving, verifying
from directory_app.tasks.asking_again import Correction
from directory_app.tasks.verifying import Item, Queue
from directory_app.tasks.wordings import wording, wording_of
from directory_app.ui import file_dialogs
from directory_app.ui.pages.directory.editor.saving import pin_of
from directory_app.ui.pages.verify import unfinished
from directory_app.ui.session import Session

if TYPE_CHECKING:
    from directory_app.store.dossier import Dossier
    from directory_app.tasks.printing import Made


@dataclass(frozen=True, slots=True)
class Read:
    """The queue, its businesses, whom to call now, and the consent question by language."""

    queue: Queue = field(default_factory=Queue)
    items: tuple[Item, ...] = ()
    dossier: "Dossier | None" = None
    ask_print: dict[str, str] = field(default_factory=dict)
    towns: tuple[str, ...] = ()
    due: int = 0
    due_days: int = 0


def read(store: Store) -> Read:
    """Everything that the page shows."""
    queue = verifying.queue_of(store)
    found = tuple(verifying.items(store, queue))
    ids = [item.row.id for item in found]
    current = queue.current if queue.current in ids else verifying.next_open(found, "")
    dossier = store.business(current) if current else None
    print_words = {one: wording(store, one).question("print") for one in ("en", "es")}
    towns = tuple(town for town, _count in store.cities() if town)
    due = store.view_counts()["to_verify"] if not ids else 0
    return Read(queue, found, dossier, print_words, towns, due, verifying.due_days(store))


def checked(
    dossier: "Dossier", outcome: str, corrections: Sequence[Correction], **more: Any
) -> Checked:
    """How a call or visit ended, with its corrections as one; a new address gets its pin."""
    changes: dict[str, Any] = {}
    phones = None
    for one in corrections:
        changes |= one.changes
        phones = one.phones if one.phones is not None else phones
    if changes.keys() & {"address_1", "city", "state_province", "postal_code"}:
        changes = pin_of(dossier.business, changes) | changes
    return Checked(outcome, changes=changes, phones=phones, **more)


@dataclass(frozen=True, slots=True)
class Ending:
    """How a call ended: one of store.verifying.OUTCOMES, corrections, the number to take out."""

    outcome: str
    corrections: tuple[Correction, ...] = ()
    drop: str = ""


def end(store: Store, queue: Queue, dossier: "Dossier", ending: Ending) -> str:
    """Keep how a call ended as one step, and go on; the id of whom to call next, "" for nobody."""
    own = dossier.business.id
    store.check_with_owner(
        own, checked(dossier, ending.outcome, ending.corrections, drop=ending.drop)
    )
    queue = verifying.ended(queue, own)
    following = verifying.next_open(verifying.items(store, queue), own)
    verifying.keep(store, replace(queue, current=following))
    return following


@dataclass(frozen=True, slots=True)
class Found:
    """What a code leads to: a business, or the codes that are near. ``twice``: typed in before.

    ``draft``: what was said of this sheet before and is not kept yet.
    """

    dossier: "Dossier | None" = None
    near: tuple[tuple[str, str], ...] = ()
    twice: bool = False
    draft: dict[str, Any] | None = None


def find(store: Store, code: str, day: dt.date) -> Found:
    """The business of a sheet, by its code."""
    rows = [one for one in store.search(code) if one.business.code == code.upper()]
    if not rows:
        with suppress(UserError):  # it may have been merged into another since it was printed
            rows = [store.business(code)]
    if not rows:
        return Found(near=tuple(store.near_codes(code)[:5]))
    business = rows[0].business
    same = business.assured_method == "in_person" and business.assured_date == day
    return Found(rows[0], twice=same, draft=store.draft(unfinished.sheet_row(business.id)))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A visit sheet typed back.

    ``more``: who asked, on which day, the answers; ``stamp``: the wording that was read.
    """

    dossier: "Dossier"
    corrections: list[Correction]
    more: dict[str, Any]
    stamp: str


def keep_sheet(store: Store, sheet: Sheet) -> bool:
    """Keep a visit sheet as one step; False if the wording of its answers is not known."""
    if sheet.more["consents"] and wording_of(store, sheet.stamp) is None:
        return False
    outcome = "changed" if sheet.corrections else "confirmed"
    made = checked(sheet.dossier, outcome, sheet.corrections, method="in_person", **sheet.more)
    own = sheet.dossier.business.id
    store.check_with_owner(own, made)
    store.keep_draft(unfinished.sheet_row(own), None)
    return True


class PrintSheets(QObject):
    """``said`` and ``went_wrong`` as of a page."""

    said = Signal(str, str, bool)
    went_wrong = Signal(object)

    def __init__(self, session: Session, page: QWidget) -> None:
        super().__init__(page)
        self._session, self._page = session, page

    def ask_where(self, codes: Sequence[str]) -> None:
        """Ask for a file, and write sheets for these businesses."""
        file_dialogs.ask_where(
            self._session,
            self._page,
            self.tr("Save the visit sheets"),
            leaving.KINDS["visit-sheets"],
            lambda path: self.save_to(path, codes),
        )

    def save_to(self, path: Path, codes: Sequence[str]) -> None:
        """In the order of a route; private, numbered, counted as a print run."""

        def make(store: Any, progress: Any) -> "Made":
            from directory_app.guides import GuideOptions
            from directory_app.tasks.printing import Choices, print_to_file

            choices = Choices("", GuideOptions("visit-sheets"), codes=tuple(codes))
            return print_to_file(store, choices, path, progress)

        def made(done: "Made") -> None:
            said = self.tr("Saved as run %1. It is private: destroy it once it is typed in")
            self.said.emit(said.replace("%1", f"{done.number:04}"), "printer", False)

        text = self.tr("Making visit sheets")
        self._session.write(make, made, failed=self.went_wrong.emit, text=text)
