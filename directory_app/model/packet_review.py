"""A packet that was opened, as a person looks it over: a row a business, a line a difference."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from directory_app.model.compare import Kind, Line
from directory_app.model.packet import Entry, Packet


class RowKind(StrEnum):
    """What a packet says of one business.

    ``new``; ``changed`` or ``same`` as one that is here; ``like`` one that has another id;
    ``merged`` into another, here or there: only its refusals count; ``withdrew`` and ``gone``:
    forgotten or deleted there; ``blocked`` and ``deleted``: forgotten or deleted here; ``known``:
    new here, and like one that asked here to be forgotten.
    """

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    LIKE = "like"
    MERGED = "merged"
    WITHDREW = "withdrew"
    GONE = "gone"
    BLOCKED = "blocked"
    DELETED = "deleted"
    KNOWN = "known"


class Choice(StrEnum):
    """What happens with a business as a whole; UNDECIDED: nothing, until somebody says."""

    UNDECIDED = ""
    TAKE = "take"
    LEAVE = "leave"
    SAME = "same"
    NEW = "new"
    ARCHIVE = "archive"


#: What may be chosen for a row as a whole.
OFFERED: dict[RowKind, tuple[Choice, ...]] = {
    RowKind.NEW: (Choice.TAKE, Choice.LEAVE),
    RowKind.LIKE: (Choice.SAME, Choice.NEW, Choice.LEAVE),
    RowKind.GONE: (Choice.LEAVE, Choice.ARCHIVE),
    RowKind.KNOWN: (Choice.LEAVE, Choice.NEW),
}


@dataclass(slots=True)
class Row:
    """One business of a packet. ``target``, ``code`` and ``name``: the one here, "" without.

    ``lines``: what differs from the one here; ``held``: what a new one would bring in words that
    are never kept. ``reason``: by what one that is alike was found.
    """

    kind: RowKind
    entry: Entry | None
    target: str = ""
    code: str = ""
    name: str = ""
    lines: list[Line] = field(default_factory=list)
    held: list[Line] = field(default_factory=list)
    choice: Choice = Choice.UNDECIDED
    reason: str = ""

    @property
    def compared(self) -> bool:
        """Whether its lines count: it is one that is here."""
        return self.kind in (RowKind.CHANGED, RowKind.MERGED) or (
            self.kind is RowKind.LIKE and self.choice is Choice.SAME
        )

    @property
    def added(self) -> bool:
        """Whether it comes in as a new business."""
        likes = self.kind in (RowKind.LIKE, RowKind.KNOWN) and self.choice is Choice.NEW
        return likes or (self.kind is RowKind.NEW and self.choice is Choice.TAKE)

    @property
    def another(self) -> bool:
        """Whether a person said that it is another one than who asked to be forgotten."""
        return self.kind is RowKind.KNOWN and self.choice is Choice.NEW

    @property
    def conflicts(self) -> int:
        """How many choices a person has not made."""
        if self.kind in (RowKind.LIKE, RowKind.KNOWN) and self.choice is Choice.UNDECIDED:
            return 1
        return sum(line.open for line in self.lines) if self.compared else 0

    @property
    def contested(self) -> bool:
        """Whether there is anything that both changed, decided by now or not."""
        return self.kind in (RowKind.LIKE, RowKind.KNOWN) or any(
            line.kind is Kind.CONFLICT and not line.fixed for line in self.lines
        )

    @property
    def taken(self) -> list[Line]:
        """The lines that change what is here."""
        return [line for line in self.lines if line.take] if self.compared else []

    @property
    def changes(self) -> int:
        """How many changes applying it makes."""
        if self.added or self.kind is RowKind.WITHDREW or self.choice is Choice.ARCHIVE:
            return 1
        return len(self.taken)

    @property
    def refusals(self) -> list[Line]:
        """The answers that come in whatever a person chooses, because they hold back."""
        return [line for line in self.lines if line.fixed and line.take and _holds_back(line)]


@dataclass(frozen=True, slots=True)
class Tally:
    """What one row adds to the counts."""

    kind: str
    changes: int
    conflicts: int
    refusals: int
    contested: bool

    @classmethod
    def of(cls, row: Row) -> "Tally":
        """As it is now."""
        held = len(row.refusals)
        return cls(row.kind.value, row.changes, row.conflicts, held, row.contested)


@dataclass(slots=True)
class Review:
    """All of a packet. Rows that are the same in both are counted only.

    ``older``: how many businesses a later packet of the same directory brought already; of
    them only what holds back counts again.
    """

    packet: Packet
    rows: list[Row] = field(default_factory=list)
    same: int = 0
    older: int = 0
    _tallies: dict[int, Tally] = field(default_factory=dict, repr=False)
    _counts: Counter[str] = field(default_factory=Counter, repr=False)

    def counts(self) -> Counter[str]:
        """How many rows of each kind, and ``changes``, ``conflicts``, ``refusals`` over all.

        They are kept: after choosing in a row say so by ``recount``. The first call walks
        through all rows, so it belongs into a worker.
        """
        if not self._counts or len(self._tallies) != len(self.rows):
            self.recount_all()
        return self._counts

    def tally(self, row: Row) -> Tally:
        """What one row adds."""
        self.counts()
        return self._tallies[id(row)]

    def recount(self, row: Row) -> None:
        """Something was chosen in a row."""
        self.counts()
        self._add(self._tallies[id(row)], -1)
        self._tallies[id(row)] = made = Tally.of(row)
        self._add(made, 1)

    def recount_all(self) -> None:
        """Something was chosen in all of them."""
        self._tallies = {id(row): Tally.of(row) for row in self.rows}
        self._counts = Counter({"same": self.same})
        for one in self._tallies.values():
            self._add(one, 1)

    def _add(self, one: Tally, times: int) -> None:
        self._counts[one.kind] += times
        self._counts["changes"] += times * one.changes
        self._counts["conflicts"] += times * one.conflicts
        self._counts["refusals"] += times * one.refusals

    def take_over(self, before: "Review") -> None:
        """Choose as a person did in an earlier look at the same packet, where it still fits."""
        known = {_key(row): row for row in before.rows}
        for row in self.rows:
            old = known.get(_key(row))
            if old is None:
                continue
            if old.choice in OFFERED.get(row.kind, ()):
                row.choice = old.choice
            _take_over(row.lines, old.lines)
            _take_over(row.held, old.held)
        self.recount_all()


@dataclass(frozen=True, slots=True)
class Applied:
    """What a packet did.

    ``late``: choices that were left, because the business changed since; ``known``: changes that
    were left, because they would make one that is here like one that asked to be forgotten.
    ``kept_out``: answers that the ledger refused: name, channel and why (model.ledger.Why).
    """

    added: int = 0
    changed: int = 0
    refused: int = 0
    withdrew: tuple[str, ...] = ()
    archived: int = 0
    left: int = 0
    late: int = 0
    known: int = 0
    kept_out: tuple[tuple[str, str, str], ...] = ()
    action_id: int | None = None


def settle(rows: Iterable[Row], *, theirs: bool) -> None:
    """Choose one side for every line that both changed."""
    for row in rows:
        for line in row.lines:
            if line.kind is Kind.CONFLICT and not line.fixed:
                choose(row, line, take=theirs)


def choose(row: Row, line: Line, *, take: bool | None) -> None:
    """Choose for one line; a pin that goes with its address follows."""
    if line.fixed:
        return
    line.take = take
    if line.unit == "address":
        for other in row.lines:
            if other.why == "with_address":
                other.take = take


def choices_of(path: Path, review: Review) -> dict[str, Any]:
    """Choices by business and field as plain values, for a draft while the window is locked.

    No value of either goes in, nor the words of the packet: they are asked for again.
    """
    rows = [_told(row) for row in review.rows]
    return {"path": str(path), "packet": review.packet.id, "rows": rows}


def choose_as_in(review: Review, draft: dict[str, Any]) -> bool:
    """Choose again as before; False where it is another packet by now."""
    if draft["packet"] != review.packet.id:
        return False
    rows = {_key(row): row for row in review.rows}
    for told in draft["rows"]:
        row = rows.get((told["entry"], told["target"]))
        if row is not None:
            _decide(row, told)
    review.recount_all()
    return True


def _told(row: Row) -> dict[str, Any]:
    entry, target = _key(row)
    return {
        "entry": entry,
        "target": target,
        "choice": row.choice.value,
        "lines": {line.unit: line.take for line in (*row.lines, *row.held) if not line.fixed},
    }


def _decide(row: Row, told: dict[str, Any]) -> None:
    choice = Choice(told["choice"])
    if choice in OFFERED.get(row.kind, ()):
        row.choice = choice
    for line in (*row.lines, *row.held):
        if line.unit in told["lines"]:
            choose(row, line, take=told["lines"][line.unit])


def _holds_back(line: Line) -> bool:
    return line.unit.startswith("consent:")


def _key(row: Row) -> tuple[str, str]:
    return row.entry.id if row.entry is not None else "", row.target


def _take_over(lines: list[Line], before: list[Line]) -> None:
    known = {line.unit: line for line in before}
    for line in lines:
        old = known.get(line.unit)
        if old is None or line.fixed or old.fixed:
            continue
        if (old.ours, old.theirs) == (line.ours, line.theirs):
            line.take = old.take
