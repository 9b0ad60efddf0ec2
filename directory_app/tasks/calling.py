"""What the page of verification asks of the Store, in its thread. No widgets in here."""

import datetime as dt
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from directory_app.errors import UserError
from directory_app.store import Store
from directory_app.store.verifying import Checked
from directory_app.tasks import call_drafts, verifying
from directory_app.tasks.asking_again import Correction
from directory_app.tasks.editing import ADDRESS, pin_of
from directory_app.tasks.verifying import Item, Queue
from directory_app.tasks.wordings import wording, wording_of

if TYPE_CHECKING:
    from directory_app.store.dossier import Dossier


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
    dossier = store.businesses.get(current) if current else None
    print_words = {one: wording(store, one).question("print") for one in ("en", "es")}
    towns = tuple(town for town, _count in store.browser.cities() if town)
    due = store.browser.view_counts()["to_verify"] if not ids else 0
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
    if ADDRESS & changes.keys():
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
    store.verification.record(
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
    rows = [one for one in store.businesses.search(code) if one.business.code == code.upper()]
    if not rows:
        with suppress(UserError):  # it may have been merged into another since it was printed
            rows = [store.businesses.get(code)]
    if not rows:
        return Found(near=tuple(store.businesses.near_codes(code)[:5]))
    business = rows[0].business
    same = business.assured_method == "in_person" and business.assured_date == day
    return Found(rows[0], twice=same, draft=store.drafts.get(call_drafts.sheet_row(business.id)))


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
    store.verification.record(own, made)
    store.drafts.set(call_drafts.sheet_row(own), None)
    return True
