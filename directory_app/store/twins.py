"""Which kept businesses may be the one that somebody is typing in: a few lookups by index."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection

from directory_app.model.likeness import NEAR_OUTSIDE, Known, phone_key, score
from directory_app.model.terms import ReviewState
from directory_app.store.dossier import Row, rows_by
from directory_app.store.pairs import COMPARED, Pair, kept_apart, known_row
from directory_app.store.tables import BUSINESS, PHONE
from directory_app.store.words import match_expression

#: So many of one kind are compared at most.
_MOST = 200
#: Letters of a word that are looked for: what follows may be mistyped.
_BEGIN = 4
_DEGREE = 111_195.0


def of(connection: Connection, typed: Known) -> list[Pair]:
    """Who is like it, likeliest first; never itself, an archived one, or one said to be another."""
    ids = {id for id in _candidates(connection, typed) if id != typed.id}
    apart = kept_apart(connection.exec_driver_sql)
    rows = [
        row
        for row in rows_by(connection, BUSINESS, "id", sorted(ids))
        if row["review_state"] != ReviewState.ARCHIVED
        and frozenset((typed.id, row["id"])) not in apart
    ]
    found = [
        Pair(typed.id, one.id, like.score, like.reasons, like.metres)
        for one in _known(connection, rows)
        if (like := score(typed, one)) is not None
    ]
    return sorted(found, key=lambda pair: (-pair.score, pair.other))


def _known(connection: Connection, rows: Sequence[Row]) -> list[Known]:
    phones: dict[str, set[str]] = defaultdict(set)
    for row in rows_by(connection, PHONE, "business_id", [row["id"] for row in rows]):
        phones[row["business_id"]].add(phone_key(row["number"]))
    return [known_row([row[name] for name in COMPARED], phones) for row in rows]


def _candidates(connection: Connection, typed: Known) -> Iterator[str]:
    for sql, values in _queries(typed):
        rows = connection.exec_driver_sql(f"{sql} LIMIT {_MOST}", values)
        yield from (row[0] for row in rows)


def _queries(typed: Known) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """Telephones, names, the house, and the ground around the pin."""
    for phone in typed.phones:
        yield (
            "SELECT business_id FROM phone WHERE number IN (?, ?)",
            (f"+1{phone}", f"+{phone}"),
        )
    found = (
        "SELECT business.id FROM search CROSS JOIN business ON business.row_id = search.rowid"
        " WHERE search MATCH ?"
    )
    words = sorted(typed.core.split(), key=len, reverse=True)[:3]
    for word in words:
        begun = word[: max(_BEGIN, len(word) - 2)]
        yield found, (f"name : {match_expression([begun])}",)
    if len(words) > 1:  # of common words those that have two
        two = [f"name : {match_expression([word[:_BEGIN]])}" for word in words[:2]]
        yield found, (" AND ".join(two),)
    if typed.address:
        yield found, (f"street : ({match_expression(typed.address.split())})",)
    if typed.position is not None:
        north, east = typed.position
        up, out = NEAR_OUTSIDE / _DEGREE, 1.6 * NEAR_OUTSIDE / _DEGREE
        yield (
            "SELECT id FROM business WHERE latitude BETWEEN ? AND ? AND longitude BETWEEN ? AND ?",
            (north - up, north + up, east - out, east + out),
        )
