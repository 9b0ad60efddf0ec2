"""What stones of who withdrew hide, what they cost, and what they do not hide.

``python tests/bench/bench_stones.py`` measures these alone, in a minute.
"""

import datetime as dt
import random
import tempfile
from collections import Counter
from collections.abc import Iterator
from math import inf
from pathlib import Path
from typing import NamedTuple

from make import FIRST, KINDS, TOWNS
from measure import Absolute, AtLeast, Figure, seconds

from directory_app.model.draft import Draft, DraftPhone
from directory_app.model.known_again import Kind, Trait, traits
from directory_app.model.terms import Match
from directory_app.store import Store, tombstones
from directory_app.store.tombstones import Tombstones, bury, mark

STONES, INVENTED, ROWS, LISTED = 200, 100_000, 10_000, 3_000
#: Numbers tried of the 10,000,000 of one area code.
TRIED = 1_000_000
STREETS = (
    "Cerrillos Rd", "Main St", "W 1st St", "Airport Rd", "Central Ave NE", "Agua Fria St", "Hwy 60",
    "Prince St", "Mitchell St", "Grand Ave", "Second St", "Rodeo Rd", "St Michaels Dr", "Avenue B",
    "Mabry Dr", "Pile St", "Union Ave", "College Blvd", "Berrendo Rd", "San Mateo Blvd NE",
)  # fmt: skip


class Invented(NamedTuple):
    """A business that nobody has."""

    name: str
    numbers: tuple[str, ...]
    address: str
    city: str

    def draft(self, line: int) -> Draft:
        """As a row of a list."""
        values = {"name": self.name, "address_1": self.address, "city": self.city}
        return Draft(line, values, [DraftPhone(one) for one in self.numbers])


def measure() -> list[Figure]:
    """Every figure about stones, of one directory with STONES of them."""
    chance = random.Random(12)
    gone = [next(invented(chance, phones=2)) for _ in range(STONES)]
    with tempfile.TemporaryDirectory() as folder:
        store = Store.create(Path(folder) / "stones.puertas", passphrase=None)
        with store, store.write() as connection:
            for one in gone:
                _bury(connection, one, next(invented(chance)).address)
            secret, stones = tombstones.secret(connection), Tombstones(connection)
            return [
                _shared(connection, secret),
                *_by_chance(stones, gone, chance),
                _rows(connection, chance),
                *_tested(stones, gone, chance),
            ]


def invented(chance: random.Random, phones: int = 1) -> Iterator[Invented]:
    """Businesses with names, telephones and houses of their own, without end."""
    while True:
        kind = chance.choice(chance.choice(KINDS)[1])
        own = "".join(chance.choice("bcdfglmnprstvz") + chance.choice("aeiou") for _ in range(4))
        town = chance.choice(TOWNS)[0]
        area = "505" if town in ("Santa Fe", "Albuquerque", "Española") else "575"
        numbers = tuple(f"+1{area}{chance.randrange(2_000_000, 10_000_000)}" for _ in range(phones))
        house = f"{chance.randrange(1, 9_900)} {chance.choice(STREETS)}"
        yield Invented(f"{kind} {chance.choice(FIRST)} {own.title()}", numbers, house, town)


def _bury(connection: object, one: Invented, earlier: str) -> None:
    """Six marks: what it is called, with its town, two telephones, where it is and was."""
    for address in (one.address, earlier):
        bury(
            connection,
            name=one.name,
            phones=one.numbers,
            address=address,
            city=one.city,
            on=dt.date(2026, 11, 24),
        )


def _shared(connection: object, secret: str) -> Figure:
    """How many numbers of an area code a mark of a telephone stands for."""
    stones = Tombstones(connection)
    kept = stones._marks[""][Kind.PHONE]
    hits = Counter(
        found
        for number in range(TRIED)
        if (found := mark(Trait(Kind.PHONE, f"+1505{number * 10:07}"), secret)) in kept
    )
    each = hits.total() / len(kept) * (10_000_000 / TRIED)
    name = "telephones of one area code that a stone's mark stands for"
    return AtLeast(name, each, len(kept), "", 50, f"marks, {TRIED:,} of 10,000,000 tried")


def _by_chance(stones: Tombstones, gone: list[Invented], chance: random.Random) -> list[Figure]:
    """Businesses that nobody knows which are kept out, or asked about."""
    known = {trait for one in gone for trait in traits(*one)}
    met = Counter[Match]()
    for _, one in zip(range(INVENTED), invented(chance), strict=False):
        if not known.intersection(traits(*one)):
            met[stones.match(*one)] += 1
    whole = f"businesses, {STONES} stones of six marks"
    asked = 100 * met[Match.ASK] / met.total()
    return [
        Absolute(
            "false blocks of invented businesses", met[Match.SAME], met.total(), "", 10, whole
        ),
        Absolute("of them asked about by chance", asked, 100, "%", 1, "all"),
    ]


def _rows(connection: object, chance: random.Random) -> Figure:
    """A list looked at, its key stretched in it."""
    drafts = [one.draft(n) for n, one in zip(range(ROWS), invented(chance), strict=False)]

    def check() -> None:
        tombstones._stretched.cache_clear()
        stones = Tombstones(connection)
        for draft in drafts:
            stones.brings_back(draft)

    tombstones._stretched.cache_clear()
    key = seconds(lambda: tombstones._stretched(tombstones.secret(connection)))
    name = f"{ROWS:,} rows of a list checked against the stones"
    return Absolute(name, seconds(check), key, "s", 3, "stretching the key")


def _tested(stones: Tombstones, gone: list[Invented], chance: random.Random) -> list[Figure]:
    """What is not hidden: whoever opens it and has a business directory can test each in it."""
    others = [next(invented(chance)) for _ in range(LISTED - STONES)]
    found = []
    for what, told in (
        ("names, houses and telephones", lambda one: stones.match(*one) is Match.SAME),
        ("telephones alone", lambda one: bool(stones.match("", one.numbers, "", ""))),
    ):
        rightly, wrongly = sum(map(told, gone)), sum(map(told, others))
        name = f"not hidden: {LISTED:,} of a business directory can be tested, by {what}"
        against = f"of {STONES} who withdrew told rightly, and {wrongly} others"
        found.append(Figure(name, LISTED, rightly, "", inf, against))
    return found


if __name__ == "__main__":
    from run import line

    print(*map(line, measure()), sep="\n")  # noqa: T201
