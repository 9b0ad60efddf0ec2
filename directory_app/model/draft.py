"""A row of somebody's list on its way in: what was read, what is wrong, what shall happen."""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from directory_app.model.terms import Match


class Severity(StrEnum):
    """How much a problem matters."""

    NOTE = "note"
    LOOK = "look"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something about one cell. ``message`` is a sentence and never quotes stopped words."""

    line: int
    field: str
    code: str
    message: str
    severity: Severity = Severity.LOOK


@dataclass(frozen=True, slots=True)
class DraftPhone:
    """A telephone as read: E.164 and extension."""

    number: str
    extension: str = ""
    type: str = "voice"


@dataclass(frozen=True, slots=True)
class DraftConsent:
    """An answer as read for one channel.

    ``asked_again``: somebody says that they asked again after a refusal. ``refused_on`` and
    ``asked_again_on`` are told of a stored answer alone (see model.consent).
    """

    channel: str
    answer: str
    date: dt.date | None = None
    asked_by: str = ""
    method: str = ""
    asked_again: bool = False
    refused_on: dt.date | None = None
    asked_again_on: dt.date | None = None


@dataclass(slots=True)
class Draft:
    """One row of a list. ``line`` counts as the file does, its heading line being 1.

    ``values`` maps Business column names to values; a column that the row leaves empty is
    absent, so that an update never blanks a field. ``raw`` is the row as read, for the
    review table; cells with never-collect words are blanked in it too. ``stopped`` holds
    those cells by field, in memory alone, so that a person can decide; it is never stored
    and never shown by repr. ``let_in`` are those that a person read and called harmless.
    ``skip`` is the code of why the row is no business, if it is none.
    """

    line: int
    values: dict[str, Any] = field(default_factory=dict)
    phones: list[DraftPhone] = field(default_factory=list)
    consents: list[DraftConsent] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    raw: tuple[str, ...] = ()
    skip: str = ""
    stopped: dict[str, str] = field(default_factory=dict, repr=False)
    let_in: set[str] = field(default_factory=set, repr=False)

    @property
    def name(self) -> str:
        """The whole name cell."""
        return str(self.values.get("name", ""))


class VerdictKind(StrEnum):
    """What shall happen with a row.

    ``ask`` and ``blocked``: it is like one that asked to be forgotten, and stays out unless a
    person says that it is another one.
    """

    CREATE = "create"
    UPDATE = "update"
    DUPLICATE = "duplicate"
    ASK = "ask"
    BLOCKED = "blocked"
    SKIP = "skip"


@dataclass(slots=True)
class FieldChange:
    """One field that an update would change; ``accepted`` is the person's tick."""

    field: str
    before: Any
    after: Any
    accepted: bool = True


@dataclass(slots=True)
class Verdict:
    """What shall happen with one draft, and why. The person may change ``kind``.

    ``target`` is the id of the business that is updated or duplicated; ``target_line`` the
    line of the same file that this one repeats. ``known``: whether it is like one that asked to
    be forgotten; ``another``: a person said that it is another. ``offered`` are the kinds that
    make sense.
    """

    draft: Draft
    kind: VerdictKind
    reason: str = ""
    target: str | None = None
    target_code: str = ""
    target_name: str = ""
    target_line: int | None = None
    changes: list[FieldChange] = field(default_factory=list)
    known: Match = Match.NONE
    another: bool = False
    offered: tuple[VerdictKind, ...] = (VerdictKind.CREATE, VerdictKind.SKIP)


@dataclass(slots=True)
class Applied:
    """What an import did: rows == created + updated + duplicates + skipped.

    A row that would change nothing, and a blocked one, count as skipped. ``refused`` are the
    answers that were not kept: line, channel and why (model.ledger.Why).
    """

    rows: int = 0
    created: int = 0
    updated: int = 0
    duplicates: int = 0
    skipped: int = 0
    refused: list[tuple[int, str, str]] = field(default_factory=list)
    action_id: int | None = None
