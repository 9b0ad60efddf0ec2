"""Queries in the grammar of the search box over a million businesses: the first screenful.

As the window does it: the first rows now; the rest, and with it the count, in a worker.
"""

import statistics
import time

from kept import directory
from measure import Absolute, Figure

from directory_app.model.geo import Position
from directory_app.store.area import find_places_by
from directory_app.store.browse import Browser
from directory_app.store.filters import Filter

SHOWN = 50
TIMES = 5
QUERIES = """town:clovis category:bakery
town:clovis
town:clovis or town:portales
category:bakery language:vi
category:panadería
language:vi
language:es
consent.print:none
consent.print:yes
consent.print:ended
consent.print:withdrawn
consent.print:ends<60d
consent.map:no town:clovis
stale:>6m
stale:<2m
stale:>6m category:restaurant
precision:city
precision:none
open:"sun 10:00"
open:"sun 10:00" town:clovis
near:Clovis<5mi
near:Clovis<1mi category:restaurant
code:KXQF
changed:<7d
-category:restaurant
-town:clovis taco
taco or pho
"pho ngon"
review:draft
pan town:clovis"""


def measure(count: int = 1_000_000) -> list[Figure]:
    """p95 of all queries, each asked some times, warm; and the slowest of them by median."""
    find_places_by(lambda _text: Position(34.4, -103.2))
    took: dict[str, list[float]] = {}
    with Browser(directory(count) / "directory.db") as browser:
        for text in QUERIES.splitlines():
            browser.first_rows(Filter(text=text), SHOWN)
            took[text] = [_timed(browser, text) for _ in range(TIMES)]
    every = [time for times in took.values() for time in times]
    slowest = max(took, key=lambda text: statistics.median(took[text]))
    name = f"{len(took)} grammar queries, {count:,} businesses, p95 (slowest: {slowest})"
    p95 = statistics.quantiles(every, n=20)[-1]
    return [Absolute(name, p95, statistics.median(every), "ms", 50, "its own median")]


def _timed(browser: Browser, text: str) -> float:
    began = time.perf_counter()
    browser.first_rows(Filter(text=text), SHOWN)
    return (time.perf_counter() - began) * 1000
