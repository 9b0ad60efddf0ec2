"""The methods of Store about calls and visits, and about looking through the history."""

from array import array
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from directory_app.bulk import no_cycle_search
from directory_app.progress import Progress, silent
from directory_app.store.core import StoreCore

if TYPE_CHECKING:
    from directory_app.store.history import HistoryChange, HistoryFilter, HistoryStep
    from directory_app.store.reverting import Reverted
    from directory_app.store.rows import BusinessRow
    from directory_app.store.verifying import Called, Checked


class CheckingMethods(StoreCore):
    """Verification, and the history in windows."""

    def check_with_owner(self, id: str, checked: "Checked") -> None:
        """Keep how a call or visit ended; one undo step, "Call to NAME" or "Visit sheet of"."""
        from directory_app.store import dossier, verifying

        with self._step(verifying.KINDS.get(checked.method, "call")) as step:
            row = dossier.find_row(step.connection, id)
            step.label = row["name"]
            verifying.check(step, row, checked, self.today())

    def calls(self, ids: Iterable[str] | None = None) -> "dict[str, Called]":
        """How the last calls to these businesses (None: to any) ended, by id."""
        from directory_app.store import verifying

        with self._read() as connection:
            return verifying.calls(connection, ids)

    def rows_of(self, ids: Sequence[str], *, trading: bool = False) -> "list[BusinessRow]":
        """The rows of businesses by their ids, in no order; ``trading``: without the closed."""
        from directory_app.store import verifying

        with self._read() as connection:
            row_ids = verifying.row_ids_of(connection, ids, trading=trading)
        return self.reader().rows(row_ids)

    def half_sheets(self) -> list[tuple[str, str]]:
        """(code, name) of those of whose visit sheet something was typed and is not kept yet."""
        from directory_app.store import keeping, verifying

        with self._read() as connection:
            return verifying.codes_of(connection, keeping.half_sheets(connection))

    def near_codes(self, code: str) -> list[tuple[str, str]]:
        """(code, name) of businesses with almost this code, for who mistyped it."""
        from directory_app.store import verifying

        with self._read() as connection:
            return verifying.near_codes(connection, code)

    def last_action(self) -> int:
        """The number of the newest step, 0 without one."""
        from directory_app.store import verifying

        with self._read() as connection:
            return verifying.last_action(connection)

    def history_ids(self, wanted: "HistoryFilter") -> "array[int]":
        """The numbers of the steps that are wanted, newest first."""
        from directory_app.store import history

        with self._read() as connection:
            return history.step_ids(connection, wanted)

    def history_steps(self, ids: Sequence[int]) -> "list[HistoryStep]":
        """These steps in the order asked, without their changes."""
        from directory_app.store import history

        with self._read() as connection:
            return history.steps_by_id(connection, ids)

    def history_changes(
        self, action_id: int, owner: str = "", limit: int = 200
    ) -> "tuple[int, list[HistoryChange]]":
        """How many changes a step made (of one business: ``owner``), and the first of them."""
        from directory_app.store import history

        with self._read() as connection:
            return history.changes_in(connection, action_id, owner, limit)

    def history_people(self) -> list[str]:
        """Everybody who ever changed something."""
        from directory_app.store import history

        with self._read() as connection:
            return history.people(connection)

    def revert(self, action_id: int, progress: Progress = silent) -> "Reverted":
        """Take one earlier step back as a new one; only what nobody changed since."""
        from directory_app.store import reverting

        with no_cycle_search(), self._step("revert") as step:
            return reverting.revert(step, action_id, progress)
