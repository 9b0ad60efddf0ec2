"""The methods of Store about withdrawing for good, and about who may still be published."""

import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from directory_app.errors import UserError
from directory_app.progress import Progress, silent
from directory_app.store.core import StoreCore

if TYPE_CHECKING:
    from directory_app.model.listing import LeftOut, Restored
    from directory_app.model.mentions import Mentions, Settled
    from directory_app.model.recall import ExpiringBackup, RecallList, Withdrawn


class ConsentMethods(StoreCore):
    """Withdrawal, the recall list, backups that expire, and a last look before a page is made."""

    def recall_list(self, id: str) -> "RecallList":
        """Every print run that names a business (by id or code). To be saved before it withdraws.

        One that was deleted is still in the history, and found. UserError if there is none.
        """
        from directory_app.store import traces, withdrawal

        with self._read() as connection:
            return withdrawal.recall_list(connection, traces.find(connection, id))

    def mentions(self, id: str, progress: Progress = silent) -> "Mentions":
        """What others say of a business (by id or code), as ``withdraw`` would find it.

        It is forgotten in a transaction that is taken back, so that what a person is shown is
        what will happen, to the letter.
        """
        from directory_app.model.mentions import Settled
        from directory_app.store import traces, withdrawal

        shown = Settled(rest=False)
        with self._trial() as connection:
            row = traces.find(connection, id)
            return withdrawal.withdraw(connection, row, self.today(), shown, progress)

    def withdraw(
        self, id: str, settled: "Settled | None" = None, progress: Progress = silent
    ) -> "Withdrawn":
        """Forget a business (by id or code) for good. No undo step, and none brings it back.

        Gone are its rows, its history, what came of it, and what names it in the texts of others;
        what is only like it (``mentions``) a person has to have ``settled``: UnsettledError, and
        nothing is forgotten, where one is open. Tombstones keep a list from bringing it back, and
        print runs keep its place alone. Save ``recall_list`` first: the one in the answer is the
        last there is. Lists that were imported, PDFs and backups elsewhere are beyond the
        program's reach: tell the person to delete them.
        """
        from directory_app.model.mentions import Settled
        from directory_app.model.recall import Withdrawn
        from directory_app.store import traces, withdrawal

        said = settled or Settled()
        # marks tell the month alone: no day of it is kept anywhere
        with self._write(dated=False) as connection:
            row = traces.find(connection, id)
            recall = withdrawal.recall_list(connection, row)
            found = withdrawal.withdraw(connection, row, self.today(), said, progress)
        kept = sum(not said.says(one) for one in found.likely)
        return Withdrawn(recall, tuple(self.expiring_backups()), found, kept)

    def say_refused(self, refused: "Sequence[str]", by: str = "") -> int:
        """Say who refused or withdrew since the backup that this was restored from.

        ``refused`` are ids or codes, none for "nobody that I know of"; ``by`` is who says it, by
        default who works here. Those refuse every use from now on. How many they are. UserError
        where nothing is to be answered, without a name, for a code that is not there.
        """
        from directory_app.store import answering

        since = self.refusals_unknown_since()
        if since is None:
            raise UserError(
                "Nothing is to be answered: it is known who refused.",
                "Record a no with the business itself.",
            )
        with self._step(answering.SOME) as step:
            step.by = " ".join(by.split()) or step.by
            return answering.answer(step, since, refused, self.today())

    def restored(self) -> "Restored | None":
        """What was said after a restore, for as long as preflight tells of it."""
        return self.reader().restored()

    def expiring_backups(self) -> "list[ExpiringBackup]":
        """Backups inside the directory from before a withdrawal, and when each has to go."""
        from directory_app.store import backups, expiry

        listed, months = backups.listed(self._opened.folder), self.reader().purge_months()
        return expiry.expiring(listed, months, self.today())

    def delete_expired_backups(self, progress: Progress = silent) -> list[Path]:
        """Delete the backups whose time is up, once a newer one is there; which went."""
        from directory_app.store import backup, backups, expiry
        from directory_app.store.folder import sync_folder

        folder = self._opened.folder
        months, today = self.reader().purge_months(), self.today()
        listed = backups.listed(folder)
        due = [one for one in expiry.expiring(listed, months, today) if one.delete_by <= today]
        if not due:
            return []
        gone = expiry.overdue(listed, months, today)
        if not gone:
            backup.write(folder, self._opened.key, progress=progress)
            gone = expiry.overdue(backups.listed(folder), months, today)
        for path in gone:
            path.unlink()
        if gone:
            sync_folder(folder.backups)
        return gone

    def fallen_away(self, channel: str, on: dt.date, codes: Iterable[str]) -> "list[LeftOut]":
        """Which of these codes a channel may not show on a day any more, and why.

        The last look before a page is made or printed again: somebody may have said no since it
        was planned. A code that is gone altogether has no name and the reason "withdrawn".
        """
        from directory_app.store import gate

        with self._read() as connection:
            return gate.fallen_away(connection, channel, self.clock.days(on), codes)
