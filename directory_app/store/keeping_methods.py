"""The methods of Store for what is no undo step: settings, people, print runs, drafts."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from directory_app.store import opening
from directory_app.store.core import StoreCore

if TYPE_CHECKING:
    from directory_app.model.contact import Person
    from directory_app.model.keeping import SavedList
    from directory_app.model.listing import LastRun
    from directory_app.model.print_run import PrintRun
    from directory_app.model.recall import PlannedRun, Reserved, RunEntry
    from directory_app.model.terms import Match


class KeepingMethods(StoreCore):
    """Settings, people, remembered columns, saved lists, drafts, print runs, tombstones."""

    def setting(self, key: str, default: str = "") -> str:
        """A setting of this directory."""
        found = self.reader().setting(key)
        return default if found is None else found

    def set_setting(self, key: str, value: str) -> None:
        """Keep a setting of this directory. UserError for a time zone that there is not."""
        from directory_app.store import keeping

        if key == "timezone":
            opening.check_timezone(value)
        with self._write() as connection:
            keeping.set_setting(connection, key, value)

    def no_homes(self) -> dict[str, str]:
        """Of whose address somebody said that nobody lives there (model.homes.digest of it)."""
        from directory_app.store import homes

        with self._read() as connection:
            return homes.no_homes(connection)

    def say_no_home(self, business_id: str, address: str) -> None:
        """Remember that nobody lives at this address of a business."""
        from directory_app.store import homes

        with self._write() as connection:
            homes.say_no_home(connection, business_id, address)

    def remembered_columns(self, fingerprint: str) -> dict[str, str] | None:
        """The columns chosen for a list with these headings, None if there was none yet."""
        from directory_app.store import keeping

        with self._read() as connection:
            return keeping.remembered_columns(connection, fingerprint)

    def remember_columns(self, fingerprint: str, columns: dict[str, str]) -> None:
        """Keep the columns chosen for a list with these headings."""
        from directory_app.store import keeping

        with self._write() as connection:
            keeping.remember_columns(connection, fingerprint, columns)

    def people(self) -> "list[Person]":
        """Who works on this directory, by name."""
        from directory_app.store import keeping

        with self._read() as connection:
            return keeping.people(connection)

    def add_person(self, name: str) -> "Person":
        """Add somebody who works on this directory; one name is one person."""
        from directory_app.store import keeping

        with self._write() as connection:
            return keeping.add_person(connection, name)

    def saved_lists(self) -> "list[SavedList]":
        """The searches with a name, in their order."""
        from directory_app.store import keeping

        with self._read() as connection:
            return keeping.saved_lists(connection)

    def save_list(
        self, name: str, query: str, list_id: str = "", position: int | None = None
    ) -> "SavedList":
        """Keep a search under a name; ``query`` is the window's own text form of it.

        With ``list_id`` and ``position`` one that was deleted comes back. UserError without name.
        """
        from directory_app.store import keeping

        with self._write() as connection:
            return keeping.save_list(connection, name, query, list_id, position)

    def change_list(self, list_id: str, changes: dict[str, str]) -> None:
        """Give a saved search another ``name`` or ``query``. UserError for an empty name."""
        from directory_app.store import keeping

        with self._write() as connection:
            keeping.change_list(connection, list_id, changes)

    def order_lists(self, ids: Sequence[str]) -> None:
        """Put the saved searches in this order."""
        from directory_app.store import keeping

        with self._write() as connection:
            keeping.order_lists(connection, ids)

    def delete_list(self, list_id: str) -> None:
        """Forget a saved search."""
        from directory_app.store import keeping

        with self._write() as connection:
            keeping.delete_list(connection, list_id)

    def draft(self, row: str) -> dict[str, Any] | None:
        """What was typed for a business (by id) and not applied yet."""
        from directory_app.store import keeping

        with self._read() as connection:
            return keeping.draft(connection, row)

    def keep_draft(self, row: str, values: dict[str, Any] | None) -> None:
        """Keep what was typed (plain JSON values); None forgets it."""
        from directory_app.store import keeping

        with self._write() as connection:
            keeping.keep_draft(connection, row, values)

    def known_again(self, name: str, phones: Iterable[str], address: str, city: str) -> "Match":
        """Whether a business asked to be forgotten: no, a person has to say, or it stays out."""
        from directory_app.store.tombstones import Tombstones

        with self._read() as connection:
            return Tombstones(connection).match(name, phones, address, city)

    def next_run_number(self) -> int:
        """The number that the next print run will have."""
        from directory_app.store import print_runs

        with self._read() as connection:
            return print_runs.next_number(connection)

    def reserve_run(self, run: "PlannedRun") -> "Reserved":
        """Keep the number of a run and who will be on it, before anything is written.

        HeldError in a restored directory, until somebody has said who refused since the backup.
        """
        from directory_app.store import print_runs

        self.refuse_on_hold()
        with self._write(of_run=True) as connection:
            return print_runs.reserve(connection, run)

    def tell_printed(
        self, number: int, sha256: str, printed: Sequence[Mapping[str, Any]] = ()
    ) -> None:
        """What is about to be sent to a printer for a reserved run; it is not out yet."""
        from directory_app.store import print_runs

        with self._write(of_run=True) as connection:
            print_runs.tell_printed(connection, number, sha256, printed)

    def complete_run(
        self, number: int, sha256: str = "", printed: Sequence[Mapping[str, Any]] = ()
    ) -> None:
        """A reserved run is out; ``sha256`` and what it says, unless ``tell_printed`` did."""
        from directory_app.model.terms import RunState
        from directory_app.store import print_runs

        with self._write(of_run=True) as connection:
            if sha256:
                print_runs.tell_printed(connection, number, sha256, printed)
            print_runs.settle(connection, number, RunState.COMPLETE)

    def fail_run(self, number: int) -> None:
        """Nothing came of a reserved run. Its number is not used again, and names nobody."""
        from directory_app.model.terms import RunState
        from directory_app.store import print_runs

        with self._write(of_run=True) as connection:
            print_runs.settle(connection, number, RunState.FAILED)

    def count_more_copies(self, number: int, copies: int) -> None:
        """A run is printed again as it was: count its copies. UserError if there is none.

        The ledger is asked again, as of today: UserError, with names, where somebody who is on
        it may not be printed any more. Fewer copies (none came out) ask nobody.
        """
        from directory_app.store import gate, print_runs

        self.refuse_on_hold()
        with self._write(of_run=True) as connection:
            if copies > 0:
                gate.refuse_reprint(connection, number, self.clock.days())
            print_runs.add_copies(connection, number, copies)

    def run_names(self, number: int) -> dict[str, str]:
        """Code and name of everybody on a print run who is still in the directory."""
        from directory_app.store import print_runs

        with self._read() as connection:
            return print_runs.names(connection, number)

    def last_run(self, event_id: str, layouts: Sequence[str]) -> "LastRun | None":
        """The newest print run of an event in one of these layouts, None where there is none."""
        from directory_app.store import print_runs

        with self._read() as connection:
            return print_runs.last_of_event(connection, event_id, layouts)

    def run_entries(self, number: int) -> "list[RunEntry]":
        """What a run said about each business, in its order."""
        from directory_app.store import print_runs

        with self._read() as connection:
            return print_runs.entries(connection, number)

    def runs_naming(self, text: str) -> set[int]:
        """The numbers of the runs that printed a business with this text in its name."""
        from directory_app.store import print_runs

        with self._read() as connection:
            return print_runs.naming(connection, text)

    def print_runs(self, *, with_failed: bool = False) -> "list[PrintRun]":
        """Every run that left or may have left, the newest first.

        ``with_failed`` also tells the numbers of which nothing came.
        """
        from directory_app.store import print_runs

        with self._read() as connection:
            return print_runs.runs(connection, with_failed=with_failed)
