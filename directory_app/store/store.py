"""The one door to a directory. Everything that reads or changes it is a method here.

SQLAlchemy and the tables load with the first method that needs them; opening and browsing run
on plain rows (see browse.py), so that a window paints before they are there.
"""

import datetime as dt
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from directory_app.bulk import no_cycle_search
from directory_app.progress import Progress, silent
from directory_app.store.checking_methods import CheckingMethods
from directory_app.store.consent_methods import ConsentMethods
from directory_app.store.core import StoreCore
from directory_app.store.duplicate_methods import DuplicateMethods
from directory_app.store.field_methods import FieldMethods
from directory_app.store.filters import Filter
from directory_app.store.keeping_methods import KeepingMethods
from directory_app.store.outbound_methods import OutboundMethods
from directory_app.store.packet_methods import PacketMethods
from directory_app.store.rows import BusinessRow
from directory_app.store.safekeeping import SafeMethods

if TYPE_CHECKING:
    from directory_app.model.business import Business
    from directory_app.model.contact import Contact
    from directory_app.model.draft import Applied, Draft, DraftConsent, Verdict
    from directory_app.model.event import Event
    from directory_app.model.geo import Position
    from directory_app.model.listing import LeftOut, PublicEvent, PublicListing, StaffListing
    from directory_app.model.terms import Match
    from directory_app.store.dossier import Dossier
    from directory_app.store.history import HistoryStep
    from directory_app.store.labels import StepLabel
    from directory_app.store.matching import MatchDetail, MatchKey

#: (id, position, precision, source): where one business is.
Placement = tuple[str, "Position | None", str, str]


class Store(
    ConsentMethods,
    SafeMethods,
    OutboundMethods,
    PacketMethods,
    KeepingMethods,
    CheckingMethods,
    DuplicateMethods,
    FieldMethods,
    StoreCore,
):
    """A directory. Each changing method is one transaction and one undo step.

    A step that would bring back a business that asked to be forgotten raises KnownAgainError,
    unless a person said that it is another one (``another_one``).
    """

    # browsing: plain rows, from any thread

    def first_rows(self, wanted: Filter, limit: int) -> list[BusinessRow]:
        """The first rows in order."""
        return self.reader().first_rows(wanted, limit)

    def row_ids(self, wanted: Filter) -> "array[int]":
        """The row_id of every row, in order."""
        return self.reader().row_ids(wanted)

    def rows(self, row_ids: Iterable[int]) -> list[BusinessRow]:
        """The rows in the order asked."""
        return self.reader().rows(row_ids)

    def count(self, wanted: Filter) -> int:
        """How many rows there are."""
        return self.reader().count(wanted)

    def view_counts(self) -> dict[str, int]:
        """How many rows each view of the sidebar has."""
        return self.reader().view_counts()

    def cities(self) -> list[tuple[str, int]]:
        """The towns and how many businesses each has."""
        return self.reader().cities()

    def categories(self) -> list[tuple[str, int]]:
        """The category keys in use and how many businesses each has."""
        return self.reader().categories()

    # whole businesses

    def business(self, id_or_code: str) -> "Dossier":
        """One business with all that belongs to it; UserError if there is none.

        The code of one that was merged into another leads to that: paper goes on naming it.
        """
        from directory_app.store import traces

        with self._read() as connection:
            return traces.one(connection, id_or_code)

    def businesses(self, row_ids: Sequence[int]) -> "list[Dossier]":
        """The businesses with these row ids, in the order asked."""
        from directory_app.store import dossier

        with self._read() as connection:
            return dossier.by_row_ids(connection, row_ids)

    def entries(self, ids: Sequence[str]) -> "list[Business]":
        """Businesses alone, without what belongs to them, in the order asked, read in one go.

        One that is gone meanwhile is left out.
        """
        from directory_app.store import dossier

        with self._read() as connection:
            return dossier.entries(connection, ids)

    def search(self, text: str, limit: int | None = None) -> "list[Dossier]":
        """Businesses in any state that a text finds, by name; ``near:`` as it may be told."""
        wanted = Filter(text=text, view="everything", as_told=True)
        reader = self.reader()
        if limit is None:
            return self.businesses(reader.row_ids(wanted))
        return self.businesses([row.row_id for row in reader.first_rows(wanted, limit)])

    def match_keys(self) -> "list[MatchKey]":
        """What an import compares a list with: the keys of every business, archived ones too."""
        from directory_app.store import matching

        with self._read() as connection:
            return matching.keys(connection)

    def match_details(self, ids: Iterable[str]) -> "dict[str, MatchDetail]":
        """These businesses in full, by id, as an update compares them."""
        from directory_app.store import matching

        with self._read() as connection:
            return matching.details(connection, ids)

    def known_of(self, drafts: "Sequence[Draft]", targets: Sequence[str | None]) -> "list[Match]":
        """For each row of a list, whether its business asked to be forgotten.

        ``targets``: the id of the business here that each row is about, or None. What that one
        is known by itself brings nothing back, so it is not asked about again.
        """
        from directory_app.store import matching

        with self._read() as connection:
            return matching.known_of(connection, drafts, targets)

    def refused_before(self, drafts: "Iterable[Draft]") -> "list[dict[str, DraftConsent]]":
        """For each row of a list, the refusals of its business in entries that are gone."""
        from directory_app.store import matching

        with self._read() as connection:
            return matching.refused_before(connection, drafts)

    def add(
        self,
        business: "Business",
        phones: Iterable[Any] = (),
        consents: Iterable[Any] = (),
        contacts: "Iterable[Contact]" = (),
        label: str = "",
        *,
        let_in: Iterable[str] = (),
    ) -> "Dossier":
        """Add a business. Its code is made here, whatever it says.

        UserError where a text brings what is never kept, but for those of ``let_in``: a person
        read them and said that they are about something else.
        """
        from directory_app.store import businesses

        with self._step("add", label or business.name) as step:
            step.let_in |= set(let_in)
            made = businesses.add(step, business, phones, consents, contacts)
        return self.business(made)

    def update(
        self,
        id: str,
        changes: dict[str, Any],
        *,
        phones: Sequence[Any] | None = None,
        contacts: "Sequence[Contact] | None" = None,
        label: str = "",
        let_in: Iterable[str] = (),
    ) -> "Dossier":
        """Set fields; ``phones`` and ``contacts`` replace what there is. Saving it reviews it.

        Words that are never kept and ``let_in`` as in ``add``.
        """
        from directory_app.store import businesses, dossier, labels

        with self._step("edit") as step:
            step.let_in |= set(let_in)
            row = dossier.find_row(step.connection, id)
            step.label = label or labels.step_name(str(changes.get("name", row["name"])))
            businesses.edit(step, row, changes, phones, contacts)
        return self.business(row["id"])

    def update_together(
        self, changes: Mapping[str, dict[str, Any]], progress: Progress = silent
    ) -> None:
        """Set fields of several businesses, by id, as one step; one that is gone stops it all."""
        from directory_app.store import businesses

        with no_cycle_search(), self._step("edit") as step:
            step.label = businesses.label_of(step.connection, list(changes))
            businesses.edit_many(step, changes, progress)

    def record_consent(
        self, id: str, consents: Iterable[Any], label: str = "", way: str = "dialog"
    ) -> "Dossier":
        """Keep what the owner said; each item is like a Consent or a DraftConsent.

        ``way`` is one of model.ledger.Way. UserError, and nothing is kept, where the ledger
        refuses one of them: a day to come, or a yes over a refusal without ``asked_again``.
        """
        from directory_app.store import dossier, ledger

        with self._step("consent") as step:
            row = dossier.find_row(step.connection, id)
            step.label = label or row["name"]
            ledger.told(ledger.record(step, row["id"], consents, way).refused)
        return self.business(row["id"])

    def delete(self, ids: Sequence[str]) -> None:
        """Delete businesses and what belongs to them."""
        from directory_app.store import businesses

        with self._step("delete") as step:
            step.label = businesses.label_of(step.connection, ids)
            businesses.remove(step, ids)

    def archive(self, ids: Sequence[str]) -> None:
        """Take entries out of every list without deleting them."""
        from directory_app.store import businesses, review

        with self._step("archive") as step:
            step.label = businesses.label_of(step.connection, ids)
            review.archive(step, ids)

    def approve(self, ids: Sequence[str]) -> None:
        """Approve entries; with two people somebody other than who changed them last."""
        from directory_app.store import businesses, review

        with self._step("approve") as step:
            step.label = businesses.label_of(step.connection, ids)
            review.approve(step, ids)

    def apply(self, verdicts: "Sequence[Verdict]", progress: Progress = silent) -> "Applied":
        """Do what the verdicts of an import say, all of it or nothing."""
        from directory_app.store import apply

        with no_cycle_search(), self._step("import") as step:
            applied = apply.apply(step, verdicts, progress)
            applied.action_id = step.finish()
        return applied

    def place(
        self,
        id: str,
        position: "Position | None",
        precision: str,
        source: str,
        lock: bool = False,
    ) -> "Dossier":
        """Set the pin of one business, or take it out."""
        from directory_app.store import businesses, dossier

        with self._step("place") as step:
            row = dossier.find_row(step.connection, id)
            step.label = row["name"]
            businesses.place(step, row, position, precision, source, lock=lock)
        return self.business(row["id"])

    def place_many(self, placements: "Iterable[Placement]", progress: Progress = silent) -> int:
        """Set many pins in one step; how many moved. Locked and manual pins are not touched."""
        from directory_app.store import businesses

        with self._step("place_many") as step:
            moved = businesses.place_many(step, list(placements), progress)
            step.label = str(moved)
        return moved

    # undo

    def undo(self) -> "StepLabel | None":
        """Take the last step back; its label, None if there is none."""
        from directory_app.store import undo

        with self._write() as connection:
            return undo.take(connection, back=True)

    def redo(self) -> "StepLabel | None":
        """Do the last undone step again; its label, None if there is none."""
        from directory_app.store import undo

        with self._write() as connection:
            return undo.take(connection, back=False)

    def undo_label(self) -> "StepLabel | None":
        """What undo would take back."""
        return self.reader().undo_label()

    def redo_label(self) -> "StepLabel | None":
        """What redo would do again."""
        return self.reader().redo_label()

    def history(self, id: str | None = None, limit: int = 200) -> "list[HistoryStep]":
        """The newest steps first; of one business or event (by its id) with their changes."""
        from directory_app.store import history

        with self._read() as connection:
            if id is None:
                return history.steps(connection, limit)
            return history.steps_of(connection, id, limit)

    # events and guides

    def add_event(self, event: "Event") -> "Event":
        """Add an event."""
        from directory_app.store import events

        with self._step("event_add", event.name_en or event.name_es) as step:
            made = events.add(step, event)
        return self.event(made)

    def update_event(self, id: str, changes: dict[str, Any]) -> "Event":
        """Set fields of an event."""
        from directory_app.store import events

        with self._step("event_edit") as step:
            row = events.find(step.connection, id)
            step.label = row["name_en"] or row["name_es"]
            events.edit(step, row, changes)
        return self.event(id)

    def delete_event(self, id: str) -> None:
        """Delete an event and its choices; its print runs stay."""
        from directory_app.store import events

        with self._step("event_delete") as step:
            row = events.find(step.connection, id)
            step.label = row["name_en"] or row["name_es"]
            events.remove(step, id)

    def events(self) -> "list[Event]":
        """Every event, the latest day first."""
        from directory_app.store import events

        with self._read() as connection:
            return events.all_events(connection)

    def event(self, id: str) -> "Event":
        """One event; UserError if there is none."""
        from directory_app.model.event import Event
        from directory_app.store import dossier, events

        with self._read() as connection:
            return dossier.make(Event, events.find(connection, id))

    def set_entry(self, event_id: str, business_id: str, **chosen: Any) -> None:
        """Choose for one business: ``included`` (True, False, None) and ``position``."""
        from directory_app.store import events

        with self._step("event_entry") as step:
            row = events.find(step.connection, event_id)
            step.label = row["name_en"] or row["name_es"]
            events.set_entry(step, event_id, business_id, chosen)

    def set_order(self, event_id: str, ids: Sequence[str]) -> None:
        """Put businesses in an order for an event; [] goes back to the order by distance."""
        from directory_app.store import events

        with self._step("event_order") as step:
            row = events.find(step.connection, event_id)
            step.label = row["name_en"] or row["name_es"]
            events.set_order(step, event_id, ids)

    def public_event(self, id: str) -> "PublicEvent":
        """An event as a guide prints it, its times local to the directory's zone."""
        from directory_app.store import events

        with self._read() as connection:
            return events.public(connection, id, self.timezone)

    def listings(
        self,
        channel: str,
        on: dt.date,
        town_point: "Callable[[str, str], Position | None] | None" = None,
    ) -> "list[PublicListing]":
        """The businesses that a channel may show on a day, by name.

        A day that is past counts as today: what is made today is handed out from today on.
        """
        from directory_app.store import listings

        with self._read() as connection:
            return listings.listings(connection, channel, self.clock.days(on), town_point)

    def staff_listings(
        self,
        wanted: "Sequence[str] | Filter",
        town_point: "Callable[[str, str], Position | None] | None" = None,
    ) -> "list[StaffListing]":
        """Businesses for the coalition's own visits and calls: by ids, or by a filter, in order.

        Never for anything that is handed out; see model.listing.StaffListing. HeldError in a
        restored directory until somebody has said who refused since the backup.
        """
        from directory_app.store import listings

        self.refuse_on_hold()
        if isinstance(wanted, Filter):
            ids = [row.id for row in self.rows(self.row_ids(wanted.told()))]
        else:
            ids = list(wanted)
        with self._read() as connection:
            return listings.staff_listings(connection, ids, self.clock.days(), town_point)

    def left_out(self, channel: str, on: dt.date) -> "list[LeftOut]":
        """Every business that ``listings`` does not give for that day, by name, and why."""
        from directory_app.store import listings

        with self._read() as connection:
            return listings.left_out(connection, channel, self.clock.days(on))
