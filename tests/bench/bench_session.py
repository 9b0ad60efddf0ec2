"""A scripted morning with 100,000 businesses: what the GUI thread keeps a person waiting for."""

import json
import statistics

from kept import directory
from measure import Absolute, Figure, spawn

BUSINESSES = 100_000
#: Seconds; ten minutes under --long.
SHORT, LONG = 120, 600


def measure(*, long: bool = False) -> list[Figure]:
    """The 99.9th percentile of the turns of the event loop, and rows switched in the editor."""
    seconds = LONG if long else SHORT
    path = str(directory(BUSINESSES))
    child = spawn("tests/bench/session_script.py", path, str(seconds))
    told = json.loads(child.communicate(timeout=seconds + 120)[0].splitlines()[-1])
    spans, turns = sorted(told["spans"], reverse=True), told["turns"]
    longest = spans[min(turns // 1000, len(spans) - 1)]
    over = {limit: sum(span > limit for span in spans) for limit in (16, 50, 100)}
    name = (
        f"a session of {seconds} s, {BUSINESSES:,} businesses: turns of the GUI thread, p99.9 of "
        f"{turns:,} ({over[16]} over 16 ms, {over[50]} over 50, {over[100]} over 100)"
    )
    rows = told["rows"]
    p95 = statistics.quantiles(rows, n=20)[-1]
    return [
        Absolute(name, longest, spans[0], "ms", 50, "the longest"),
        Absolute(
            f"another row in the open editor, {BUSINESSES:,} businesses, p95 of {len(rows)} keys",
            *(p95, statistics.median(rows), "ms", 16, "the median"),
        ),
    ]
