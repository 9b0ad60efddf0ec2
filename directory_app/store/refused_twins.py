"""Entries that look like a business that refused: their yes does not count until a person says so.

An owner who is here twice and says no is asked of one entry alone. The other, which is like it as
a list that brings somebody back would be (model/known_again.py), is not live for that use until
somebody says that it is another business ("not the same", Store.mark_not_duplicates) or makes one
of the two. Nothing is written for it: whatever way made the two alike, or brought the no, they are
looked for whenever something is about to leave.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Any, NamedTuple

from directory_app.model import known_again, name_words
from directory_app.model.known_again import Kind
from directory_app.model.terms import Match
from directory_app.store.pairs import kept_apart
from directory_app.store.search import CHUNK, chunks

_ANSWERED = (
    "SELECT b.id, b.name, b.name_folded, b.address_1, b.city, c.answer, c.asked_again_on,"
    " coalesce(c.refused_on, c.date, '') FROM consent AS c JOIN business AS b"
    " ON b.id = c.business_id WHERE c.channel = ?"
)
#: The same number in an entry that refused and in one that said yes.
_SAME_PHONE = (
    "SELECT DISTINCT q.business_id, p.business_id FROM consent AS r"
    " JOIN phone AS p ON p.business_id = r.business_id"
    " JOIN phone AS q ON q.number = p.number"
    " JOIN consent AS y ON y.business_id = q.business_id AND y.channel = r.channel"
    " WHERE r.channel = ? AND r.answer <> 'yes' AND y.answer = 'yes'"
)


class _Entry(NamedTuple):
    id: str
    name: str
    folded: str
    address: str
    city: str
    answer: str
    asked_again_on: str | None
    refused_on: str

    @property
    def called(self) -> str:
        """What it is called, as its trait has it; empty where nothing tells."""
        found = known_again.traits(self.name, (), "", "")
        return next((trait.text for trait in found if trait.kind is Kind.NAME), "")


def held(connection: Any, channel: str) -> dict[str, list[str]]:
    """Those whose yes does not count, by id: the ids of the entries that refused.

    Of a connection of the driver. A yes counts over a refusal of its twin as over its own: only
    where somebody asked again after it.
    """
    entries = [_Entry(*row) for row in connection.execute(_ANSWERED, (str(channel),))]
    refused = {one.id: one for one in entries if one.answer != "yes"}
    given = {one.id: one for one in entries if one.answer == "yes"}
    if not (refused and given):
        return {}
    apart = kept_apart(connection.execute)
    pairs = {*_by_phone(connection, channel), *_by_name(refused.values(), given.values())}
    open_ones = [
        (yes, no)
        for yes, no in sorted(pairs)
        if (given[yes].asked_again_on or "") <= refused[no].refused_on
        and frozenset((yes, no)) not in apart
    ]
    numbers = _numbers(connection, {one for pair in open_ones for one in pair})

    def traits(one: _Entry) -> set[known_again.Trait]:
        return {*known_again.traits(one.name, numbers[one.id], one.address, one.city)}

    found: dict[str, list[str]] = defaultdict(list)
    for yes, no in open_ones:
        both = traits(given[yes]) & traits(refused[no])
        if known_again.match(both) is Match.SAME:
            found[yes].append(no)
    return dict(found)


def _by_phone(connection: Any, channel: str) -> Iterator[tuple[str, str]]:
    yield from connection.execute(_SAME_PHONE, (str(channel),))


def _by_name(refused: Collection[_Entry], given: Iterable[_Entry]) -> Iterator[tuple[str, str]]:
    """Pairs of the same name; only of those that share a telling word the name is read."""
    named: dict[str, list[str]] = defaultdict(list)
    for no in refused:
        if called := no.called:
            named[called].append(no.id)
    words = {word for called in named for word in called.split()}
    for yes in given:
        if any(name_words.spelt(word) in words for word in yes.folded.split()):
            yield from ((yes.id, no) for no in named.get(yes.called, ()))


def _numbers(connection: Any, ids: Collection[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for some in chunks(sorted(ids), CHUNK):
        marks = ", ".join("?" * len(some))
        sql = f"SELECT business_id, number FROM phone WHERE business_id IN ({marks})"  # noqa: S608 - marks alone
        for owner, number in connection.execute(sql, some):
            found[owner].append(number)
    return found
