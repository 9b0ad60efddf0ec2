"""What secrecy costs: commits and searches of an encrypted directory beside a plain one.

Beside it stand two counts that must be none: canaries found where they may not be, and changes
lost that were told as saved. They are counted by the tests that look for them.
"""

import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import bench_forgetting
import bench_stones
from kept import directory
from make import make_directory
from measure import KEPT, ROOT, Absolute, Figure, environment, seconds

from directory_app.model import never_collect, never_text
from directory_app.store import Filter, Store
from directory_app.store.keys import Cost
from tests import never_corpus

PASSPHRASE = "bench"
EDITS, QUERIES = 200, 150
SMALL, LARGE = 10_000, 100_000


def measure() -> list[Figure]:
    """Both ratios, stones, forgetting, the lint of what is never kept, and both counts."""
    return [
        *costs(),
        *bench_stones.measure(),
        *bench_forgetting.measure(),
        *never_kept(),
        *counts(),
    ]


def never_kept() -> list[Figure]:
    """What the lint misses and stops of the held-out corpus, and what it costs a note.

    The corpus was written apart from the terms; they were mended by what it showed, so it is
    fitted by now: the commit that tried it first has the figures of a first reading.
    """
    corpus = ROOT / "tests" / "data" / "never_collect" / "heldout.tsv"
    found = never_corpus.rates(corpus)
    texts = [row.text for row in never_corpus.rows(corpus) if row.where == "text"]
    never_collect.find(texts[0])  # its terms are compiled once
    took = seconds(lambda: [never_collect.find(text) for text in texts])
    folded = seconds(lambda: [never_text.normalise(text) for text in texts])
    return [
        Absolute(
            "what is never kept and passes the lint, held-out corpus",
            100 * (1 - found.caught),
            100,
            "%",
            2,
            "all",
        ),
        Absolute(
            "harmless look-alikes that the lint stops, held-out corpus",
            100 * found.alarms,
            100,
            "%",
            2,
            "all",
        ),
        Absolute(
            "a note through the lint, mean",
            1000 * took / len(texts),
            1000 * folded / len(texts),
            "ms",
            5,
            "folding its letters alone",
        ),
    ]


def costs() -> list[Figure]:
    """Medians of one commit and of one search, measured in turns."""
    return [_commits(), _searches()]


def counts() -> list[Figure]:
    """Canary hits, and acknowledged changes lost over kill -9."""
    return [
        _failures(
            "canary hits outside what consent allows",
            ("tests/cli/test_secrecy.py", "tests/cli/test_absent.py"),
        ),
        _failures(
            "acknowledged changes lost over kill -9",
            ("tests/store/test_store_kill_edits.py", "tests/store/test_store_kills.py"),
            "kill and not sixty and not often",
        ),
    ]


def encrypted(count: int) -> Path:
    """The same directory as the plain one of that size, encrypted; kept beside it."""
    plain = directory(count)
    path = KEPT / f"encrypted-{plain.name}"
    if not path.exists():
        for old in KEPT.glob(f"encrypted-{count}-*.puertas"):
            shutil.rmtree(old)
        made = path.with_suffix(".making")
        make_directory(made, count, passphrase=PASSPHRASE, cost=Cost(64, 1, 1)).rename(path)
    return path


def _commits() -> Figure:
    made = {"plain": directory(SMALL), "encrypted": encrypted(SMALL)}
    with tempfile.TemporaryDirectory(dir=KEPT.parent) as folder:
        stores = []
        for kind, path in made.items():
            copy = Path(folder) / f"{kind}.puertas"
            shutil.copytree(path, copy)
            stores.append(Store.open(copy, passphrase=PASSPHRASE, write=True))
        try:
            plain, sealed = _in_turns(stores)
        finally:
            for store in stores:
                store.close()
    name = f"commit of one edit, {SMALL:,} businesses, encrypted"
    return Figure(name, sealed, plain, "ms", 1.3, "plain")


def _in_turns(stores: list[Store]) -> list[float]:
    chance = random.Random(3)
    ids = [
        [store.businesses.by_row_ids([row])[0].business.id for row in range(1, 51)]
        for store in stores
    ]
    took: list[list[float]] = [[], []]
    for number in range(EDITS):
        row = chance.randrange(50)
        for which, store in enumerate(stores):
            one = ids[which][row]
            took[which].append(
                1000
                * seconds(lambda s=store, i=one, n=number: s.businesses.update(i, {"note": str(n)}))
            )
    return [statistics.median(each[10:]) for each in took]


def _searches() -> Figure:
    stores = [
        Store.open(directory(LARGE)),
        Store.open(encrypted(LARGE), passphrase=PASSPHRASE),
    ]
    chance = random.Random(5)
    rows = stores[0].browser.first_rows(Filter(), 5_000)
    words = [chance.choice(chance.choice(rows).name.split()) for _ in range(QUERIES)]
    typed = [word[: chance.randint(2, 7)] for word in words]
    took: list[list[float]] = [[], []]
    try:
        for text in typed:
            for which, store in enumerate(stores):
                took[which].append(
                    1000 * seconds(lambda s=store, t=text: s.browser.first_rows(Filter(text=t), 50))
                )
    finally:
        for store in stores:
            store.close()
    plain, sealed = (statistics.median(each) for each in took)
    name = f"search, {LARGE:,} businesses, encrypted"
    return Figure(name, sealed, plain, "ms", 1.3, "plain")


def _failures(name: str, tests: tuple[str, ...], only: str = "") -> Figure:
    """How many of the tests that count it fail."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *tests]
    command += ["-k", only] if only else []
    ran = subprocess.run(
        command, cwd=ROOT, env=environment(), capture_output=True, text=True, check=False
    )
    failed = sum(map(int, re.findall(r"(\d+) (?:failed|error)", ran.stdout)))
    if ran.returncode and not failed:
        raise RuntimeError(ran.stdout + ran.stderr)
    return Absolute(name, failed, 0, "", 0, f"by {', '.join(tests)}")
