"""Where a business was printed, so that paper can be called back. Plain values, no tables."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from directory_app.model.mentions import Mentions

#: The setting that says what a run was made with, so that it can be printed again.
MADE_WITH = "guide_run:"


@dataclass(frozen=True, slots=True)
class PlannedRun:
    """What is about to leave: ``entries`` are (code, what will be printed) in their order.

    ``made_with`` is kept to print the same again; ``made_at`` (aware) is now unless it is given.
    ``channel`` is the yes that all on it gave for ``day`` (by default today), where the layout
    does not say it by itself: what was made is read back against both.
    """

    layout: str
    entries: Sequence[tuple[str, Mapping[str, Any]]]
    event_id: str | None = None
    languages: Sequence[str] = ()
    use_by: dt.date | None = None
    copies: int = 1
    made_with: str = ""
    made_at: dt.datetime | None = None
    channel: str = ""
    day: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Reserved:
    """A number that nobody else gets, and the moment that is printed with it (aware)."""

    number: int
    made_at: dt.datetime


@dataclass(frozen=True, slots=True)
class RecallRun:
    """One print run that names the business.

    ``position`` counts the entries of the run from 1; ``printed_number`` is the number that
    stands beside the entry on paper, None where the run did not keep it. ``event_date`` is None
    without an event, or if it was deleted. ``made_at`` is aware, in UTC. ``pending``: it was begun
    and not finished, so paper or a file may have come of it.
    """

    number: int
    event_name: str
    event_date: dt.date | None
    made_at: dt.datetime
    use_by: dt.date | None
    copies: int
    layout: str
    position: int
    printed_number: int | None = None
    pending: bool = False


@dataclass(frozen=True, slots=True)
class RunEntry:
    """What one run said about one business: ``printed`` is as the run kept it.

    ``code`` is "" once it was purged or deleted; ``printed`` is empty once it was purged.
    """

    position: int
    code: str
    printed: Mapping[str, Any]

    @property
    def name(self) -> str:
        """As it was printed, "" once it was purged."""
        return str(self.printed.get("name") or "")


@dataclass(frozen=True, slots=True)
class OnRun:
    """Somebody who is on a print run: ``number`` as it stands on paper, the name as printed.

    ``gone`` says why they may not be handed out any more (a LeftOutReason, or DELETED), "" if
    they may; ``code`` and ``name`` are "" once they were purged.
    """

    number: int
    code: str
    name: str
    gone: str = ""


#: The layouts that stay inside the coalition: they ask nobody's consent.
PRIVATE_LAYOUTS = ("visit-sheets", "call-list", "private-csv", "private-xlsx", "packet", "field")
#: Why somebody on a run may not be handed out who is in the directory no longer.
DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class RunRecall:
    """One print run to call back, and who is on it, in the order of the paper. Private."""

    number: int
    event_name: str
    made_at: dt.datetime
    use_by: dt.date | None
    copies: int
    layout: str
    entries: tuple[OnRun, ...] = ()
    pending: bool = False


@dataclass(frozen=True, slots=True)
class RecallList:
    """Every print run that names one business, the newest first. Private: it says who withdrew."""

    code: str
    name: str
    runs: tuple[RecallRun, ...] = ()

    @property
    def copies(self) -> int:
        """How many sheets of paper may be out there, as far as the runs say."""
        return sum(run.copies for run in self.runs)


@dataclass(frozen=True, slots=True)
class ExpiringBackup:
    """A backup from before a withdrawal, and the day by which it is deleted."""

    name: str
    delete_by: dt.date


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """What a withdrawal did. ``recall`` is as it was before; the runs keep only the position.

    ``mentions`` were in the texts of others: of ``kept`` a person said that they are not of it.
    """

    recall: RecallList
    expiring: tuple[ExpiringBackup, ...]
    mentions: Mentions = Mentions()  # noqa: RUF009 - frozen
    kept: int = 0
