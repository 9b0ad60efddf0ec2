"""Addresses to doors: how fast, how near, how often a service is asked.

On the invented towns of tests/data/town.py, and on the points of an OpenStreetMap extract of a
real town if PUERTAS_BENCH_DATA (a folder) has ``felton-us-addresses.osm.pbf``.
"""

import contextlib
import datetime as dt
import os
import random
import sqlite3
import statistics
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from measure import Absolute, AtLeast, Figure, seconds

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from directory_app import tasks  # noqa: E402  the path comes first
from directory_app.geocoding import AddressToLocate, Located, locate  # noqa: E402
from directory_app.geocoding.online import services  # noqa: E402
from directory_app.maps.streets import bringing  # noqa: E402
from directory_app.maps.streets.writer import Writer  # noqa: E402
from directory_app.model.business import Business  # noqa: E402
from directory_app.model.draft import DraftConsent  # noqa: E402
from directory_app.model.streets import key  # noqa: E402
from directory_app.store import Store  # noqa: E402
from tests.data.town import Door, TownData, metres, town  # noqa: E402
from tests.geocoding.services_on_loopback import nominatim, serving  # noqa: E402
from tests.geocoding.streets_file import flat, write_town  # noqa: E402
from tests.geocoding.typing_errors import mangle  # noqa: E402

FELTON = "felton-us-addresses.osm.pbf"
TYPED = 200
#: A point of a town in another street than this many metres from its door.
WRONG = 100.0
DOOR = ("rooftop", "interpolated", "street")


def measure() -> Iterator[Figure]:
    """All figures, one after the other."""
    made = town()
    with map_data() as folder:
        write_town(folder / "town.streets", made, doors=made.doors)
        yield speed(folder, made)
        doors = [(door, "NM") for door in random.Random(11).sample(made.doors, TYPED)]
        doors += [(door, "CA") for door in felton(folder)]
        yield from typed(doors)
    with map_data() as folder:
        yield halves(folder, made)
    yield from requests()


@contextlib.contextmanager
def map_data() -> Iterator[Path]:
    """An empty folder for street data."""
    before = os.environ.get("PUERTAS_MAP_DATA")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PUERTAS_MAP_DATA"] = str(Path(folder) / "map-data")
        try:
            (Path(folder) / "map-data").mkdir()
            yield Path(folder) / "map-data"
        finally:
            del os.environ["PUERTAS_MAP_DATA"]
            if before is not None:
                os.environ["PUERTAS_MAP_DATA"] = before


def felton(folder: Path) -> list[Door]:
    """The points of the extract that say their street, as the region has them."""
    data = os.environ.get("PUERTAS_BENCH_DATA", "")
    file = Path(data) / FELTON
    if not data or not file.is_file():
        return []
    bringing.bring([file], "felton")
    rows = sqlite3.connect(folder / "felton.streets").execute(
        "SELECT number, unit, name, 'Felton', '95018', longitude / 1e7, latitude / 1e7 FROM addr"
    )
    return [Door(*row) for row in rows]


def to_locate(line: str, door: Door, state: str = "NM") -> AddressToLocate:
    """A street line in the door's town."""
    return AddressToLocate("x", line, door.city, state, door.postal_code)


def away(found: Located, door: Door) -> float:
    """Metres between an answer and the door."""
    if found.position is None:
        return 1e9
    at = (found.position.longitude, found.position.latitude)
    return metres(at, (door.longitude, door.latitude))


def speed(folder: Path, made: TownData) -> Figure:
    """Addresses a second, warm, against the bare query for each."""
    wanted = [to_locate(f"{door.number} {door.street}", door) for door in made.doors] * 3
    locate(wanted)
    ours = min(seconds(lambda: locate(wanted)) for _ in range(3))
    connection = sqlite3.connect(f"file:{folder / 'town.streets'}?mode=ro&immutable=1", uri=True)
    keys = [(key(door.street), int(door.number)) for door in made.doors] * 3
    query = "SELECT longitude, latitude FROM addr WHERE key = ? AND number_value = ?"

    def bare() -> None:
        for each in keys:
            connection.execute(query, each).fetchall()

    rate = len(wanted) / min(seconds(bare) for _ in range(3))
    return AtLeast(
        "offline geocoding, warm", len(wanted) / ours, rate, "addresses/s", 5_000, "the bare query"
    )


def typed(doors: list[tuple[Door, str]]) -> Iterator[Figure]:
    """Addresses as people type them: how many come within 30 m, and how many to a wrong street."""
    chance = random.Random(5)
    lines = [mangle(door.number, door.street, door.unit, chance) for door, _ in doors]
    found = [locate([to_locate(line, *door)])[0] for line, door in zip(lines, doors, strict=True)]
    far = [away(one, door) for one, (door, _) in zip(found, doors, strict=True)]
    as_is = [
        away(locate([to_locate(f"{door.number} {door.street}", door, state)])[0], door)
        for door, state in doors
    ]
    share, plain = (100 * sum(one <= 30 for one in each) / len(each) for each in (far, as_is))
    name = f"{len(doors)} typed addresses placed within 30 m"
    yield AtLeast(name, share, plain, "%", 95, "typed without a slip")
    wrong = sum(
        one > WRONG and each.precision in DOOR for one, each in zip(far, found, strict=True)
    )
    yield Absolute("of them on a wrong street", wrong, len(doors), "", 0, "addresses")


def halves(folder: Path, made: TownData) -> Figure:
    """Ranges between each two neighbours of half of the doors; the other half put by them."""
    doors = list(made.doors)
    random.Random(3).shuffle(doors)
    known, other = doors[::2], doors[1::2]
    writer = Writer(folder / "ranges.streets")
    writer.begin("osm", "half of the doors")
    rows: dict[tuple[str, str, int], list[Door]] = defaultdict(list)
    for door in known:
        rows[door.street, door.city, int(door.number) % 2].append(door)
    for row in rows.values():
        row.sort(key=lambda door: int(door.number))
        for a, b in pairwise(row):
            ends = [(a.longitude, a.latitude), (b.longitude, b.latitude)]
            if metres(*ends) < 600:
                numbers = (int(a.number), int(b.number))
                writer.range(a.street, numbers, flat(ends), postal_code=a.postal_code)
    for name, kind, point, population in made.towns:
        x, y = flat([point])
        writer.town(name, kind, (x, y), population)
    writer.finish({"made_at": "2026-11-24", "kind": "osm"})
    found = locate([to_locate(f"{door.number} {door.street}", door) for door in other])
    far = [
        away(one, door)
        for one, door in zip(found, other, strict=True)
        if one.precision == "interpolated"
    ]
    name = f"ranges of half of the doors, median of the other half ({len(far)} of {len(other)})"
    return Absolute(name, statistics.median(far), len(far), "m", 40, "of them reckoned")


def requests() -> Iterator[Figure]:
    """A hundred businesses at forty addresses, asked for twice, at one request a second."""
    with tempfile.TemporaryDirectory() as folder, map_data(), serving(nominatim) as server:
        path = Path(folder) / "ours.puertas"
        with Store.create(path, passphrase=None) as store:
            fill(store)
            service = services.service(f"nominatim={server.url}", 1)
            tasks.locate(store, service=service)
            first = len(server.queries)
            tasks.locate(store, service=service, redo=True)
            second = len(server.queries) - first
    least = min(b - a for a, b in pairwise(server.times))
    yield Absolute("requests for 100 businesses at 40 addresses", first, 40, "", 40, "addresses")
    yield AtLeast("least distance of two requests", least, 1.0, "s", 1.0, "as set")
    yield Absolute("requests when it is done again", second, first, "", 0, "the first time")


def fill(store: Store) -> None:
    """Businesses whose owners agreed, some at one address, written in more than one way."""
    yes = DraftConsent("geocode_online", "yes", store.today() - dt.timedelta(30), "Marisol")
    ways = ("{} Llano St", "{} LLANO STREET", "{} llano st. #4")
    for at in range(100):
        line = ways[at % 3].format(100 + 2 * (at % 40))
        made = Business(
            code="", name=f"Sample {at}", address_1=line, city="Santa Fe", state_province="NM"
        )
        store.businesses.add(made, consents=[yes])
