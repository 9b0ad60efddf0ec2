"""What an import compares a list with: the keys of every business, and a few in full.

Raw rows in one pass, so that ten thousand businesses cost a tenth of a second.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from directory_app.bulk import no_cycle_search
from directory_app.model.draft import Applied, Draft, DraftConsent, DraftPhone, Verdict
from directory_app.model.terms import Match
from directory_app.progress import Progress, silent
from directory_app.store import apply, keeping
from directory_app.store.database import Database
from directory_app.store.dossier import owned_rows, rows_by
from directory_app.store.gone import GoneRefusals, Said
from directory_app.store.tables import BUSINESS, CONSENT, PHONE
from directory_app.store.tombstones import Tombstones, sketches


class MatchKey(NamedTuple):
    """What tells one business from another. ``phones`` are E.164 numbers, extensions apart."""

    id: str
    code: str
    name: str
    name_folded: str
    address_1: str
    address_2: str
    city: str
    postal_code: str
    directions: str
    phones: tuple[str, ...]


@dataclass(slots=True)
class MatchDetail:
    """A business in full, as an update compares it: column values, phones, answers."""

    values: dict[str, Any]
    phones: list[DraftPhone] = field(default_factory=list)
    consents: dict[str, DraftConsent] = field(default_factory=dict)


def keys(connection: Connection) -> list[MatchKey]:
    """The keys of every business, archived ones too: what was taken out is known again."""
    phones: dict[str, list[str]] = defaultdict(list)
    for owner, number in connection.execute(select(PHONE.c.business_id, PHONE.c.number)):
        phones[owner].append(number)
    column = BUSINESS.c
    query = select(
        column.id,
        column.code,
        column.name,
        column.name_folded,
        column.address_1,
        column.address_2,
        column.city,
        column.postal_code,
        column.directions_en,
        column.directions_es,
    )
    return [
        MatchKey(*row[:8], row[8] or row[9], tuple(phones.get(row[0], ())))
        for row in connection.execute(query)
    ]


def details(connection: Connection, ids: Iterable[str]) -> dict[str, MatchDetail]:
    """These businesses in full, by id; one that is gone is left out."""
    wanted = list(dict.fromkeys(ids))
    found = {row["id"]: MatchDetail(row) for row in rows_by(connection, BUSINESS, "id", wanted)}
    for owner, rows in owned_rows(connection, PHONE, wanted).items():
        found[owner].phones = [
            DraftPhone(row["number"], row["extension"], row["type"]) for row in rows
        ]
    for owner, rows in owned_rows(connection, CONSENT, wanted).items():
        found[owner].consents = {row["channel"]: _consent(row) for row in rows}
    return found


def known_of(
    connection: Connection, drafts: Sequence[Draft], targets: Sequence[str | None]
) -> list[Match]:
    """For each draft, whether it would bring back a business that asked to be forgotten."""
    stones = Tombstones(connection)
    if not stones.any:
        return [Match.NONE] * len(drafts)
    here = sketches(connection, {target for target in targets if target})
    return [
        stones.brings_back(draft, here.get(target or ""))
        for draft, target in zip(drafts, targets, strict=True)
    ]


def refused_before(connection: Connection, drafts: Iterable[Draft]) -> list[Said]:
    """For each draft, what its business refused in an entry that is gone, by channel."""
    gone = GoneRefusals(connection)
    return [gone.of(draft) for draft in drafts]


def _consent(row: dict[str, Any]) -> DraftConsent:
    names = ("channel", "answer", "date", "asked_by", "method", "refused_on", "asked_again_on")
    return DraftConsent(**{name: row[name] for name in names})


class Imports:
    """What an import asks before it writes, and taking its verdicts in."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def match_keys(self) -> "list[MatchKey]":
        """What an import compares a list with: the keys of every business, archived ones too."""
        with self._db.read() as connection:
            return keys(connection)

    def match_details(self, ids: Iterable[str]) -> "dict[str, MatchDetail]":
        """These businesses in full, by id, as an update compares them."""
        with self._db.read() as connection:
            return details(connection, ids)

    def forgotten(self, drafts: "Sequence[Draft]", targets: Sequence[str | None]) -> "list[Match]":
        """For each row of a list, whether its business asked to be forgotten.

        ``targets``: the id of the business here that each row is about, or None. What that one
        is known by itself brings nothing back, so it is not asked about again.
        """
        with self._db.read() as connection:
            return known_of(connection, drafts, targets)

    def known_again(self, name: str, phones: Iterable[str], address: str, city: str) -> "Match":
        """Whether a business asked to be forgotten: no, a person has to say, or it stays out."""
        with self._db.read() as connection:
            return Tombstones(connection).match(name, phones, address, city)

    def refused_before(self, drafts: "Iterable[Draft]") -> "list[dict[str, DraftConsent]]":
        """For each row of a list, the refusals of its business in entries that are gone."""
        with self._db.read() as connection:
            return refused_before(connection, drafts)

    def apply(self, verdicts: "Sequence[Verdict]", progress: Progress = silent) -> "Applied":
        """Do what the verdicts of an import say, all of it or nothing."""
        with no_cycle_search(), self._db.step("import") as step:
            applied = apply.apply(step, verdicts, progress)
            applied.action_id = step.finish()
        return applied

    def remembered_columns(self, fingerprint: str) -> dict[str, str] | None:
        """The columns chosen for a list with these headings, None if there was none yet."""
        with self._db.read() as connection:
            return keeping.remembered_columns(connection, fingerprint)

    def remember_columns(self, fingerprint: str, columns: dict[str, str]) -> None:
        """Keep the columns chosen for a list with these headings."""
        with self._db.write() as connection:
            keeping.remember_columns(connection, fingerprint, columns)
