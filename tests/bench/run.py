"""./dev bench: every figure as a ratio from one run, printed as a table.

``--only PART`` (start, memory, search, grammar, duplicates, import, guide, streets, geocoding; may
be repeated) measures some,
``--data FOLDER`` (or PUERTAS_BENCH_DATA) has the extracts that figures about places are of,
``--small`` leaves out what needs a million businesses, ``--long`` makes the session ten minutes,
``--write`` keeps the table in
docs/performance.md.
"""

import argparse
import datetime as dt
import os
import sys
from collections.abc import Callable, Iterable
from math import inf
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from measure import Absolute, Figure, machine  # noqa: E402  the path comes first

PAGE = ROOT / "docs" / "performance.md"
BEGIN, END = "<!-- the table below is written by ./dev bench --write -->", "<!-- end -->"
MILLION = 1_000_000


def parts(*, small: bool, long: bool = False) -> dict[str, Callable[[], Iterable[Figure]]]:
    """What can be measured, in the order of the table."""
    import bench_access
    import bench_duplicates
    import bench_exports
    import bench_geocoding
    import bench_grammar
    import bench_guide
    import bench_import
    import bench_layouts
    import bench_maps
    import bench_packets
    import bench_preview
    import bench_readback
    import bench_secrecy
    import bench_session
    import bench_streets
    import bench_window as window

    return {
        "start": lambda: [
            window.starts(10_000, 1.5),
            *([] if small else [window.starts(MILLION, 2)]),
        ],
        "search": window.searches,
        "grammar": lambda: [] if small else bench_grammar.measure(),
        "duplicates": bench_duplicates.measure,
        "import": bench_import.measure,
        "exports": bench_exports.measure,
        "packets": bench_packets.measure,
        "guide": bench_guide.measure,
        "preview": bench_preview.measure,
        "readback": bench_readback.measure,
        "layouts": bench_layouts.measure,
        "streets": bench_streets.measure,
        "geocoding": bench_geocoding.measure,
        "maps": bench_maps.measure,
        "secrecy": bench_secrecy.measure,
        "access": bench_access.measure,
        "session": lambda: bench_session.measure(long=long),
        "memory": lambda: [] if small else [window.memory(MILLION)],
    }


def line(figure: Figure) -> str:
    """One row of the table."""
    ours, bare = f"{figure.ours:.3g} {figure.unit}", f"{figure.bare:.3g} {figure.unit}"
    sign = "yes" if figure.reached else "**no**"
    if figure.reach == inf:
        return f"| {figure.name} | {ours} | {bare}, {figure.against} | {figure.ratio:.2f}x | | |"
    absolute = isinstance(figure, Absolute)
    ratio = "" if absolute else f"{figure.ratio:.2f}x"
    reach = f"{figure.reach:g} {figure.unit}" if absolute else f"{figure.reach:g}x"
    against = f"{bare}, {figure.against}"
    return f"| {figure.name} | {ours} | {against} | {ratio} | {reach} | {sign} |"


def keep(table: list[str]) -> None:
    """Put the table, the machine and the day into docs/performance.md."""
    before, rest = PAGE.read_text("utf-8").split(BEGIN)
    after = rest.split(END)[1]
    day = dt.date.today().isoformat()
    lines = [BEGIN, "", f"{day}, {machine()}.", "", *table, "", END]
    PAGE.write_text(before + "\n".join(lines) + after, "utf-8")


def main() -> int:
    """Measure, print, and keep if asked; status 1 if a figure was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", action="append", default=[])
    parser.add_argument("--small", action="store_true")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--long", action="store_true")
    parser.add_argument("--data")
    wanted = parser.parse_args()
    if wanted.data:
        os.environ["PUERTAS_BENCH_DATA"] = wanted.data
    table = [
        "| what | ours | bare | ratio | reach | reached |",
        "|---|---|---|---|---|---|",
    ]
    sys.stdout.write(f"{machine()}\n\n" + "\n".join(table) + "\n")
    missed = False
    for name, measure in parts(small=wanted.small, long=wanted.long).items():
        if wanted.only and name not in wanted.only:
            continue
        for figure in measure():
            table.append(line(figure))
            sys.stdout.write(table[-1] + "\n")
            sys.stdout.flush()
            missed |= not figure.reached
    if wanted.write:
        keep(table)
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
