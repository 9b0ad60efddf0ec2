"""What the lint of what is never kept is measured by: rows of ``tests/data/never_collect``."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from directory_app.model import never_collect

FOLDER = Path(__file__).parent / "data" / "never_collect"
HEADER = ["expect", "kind", "language", "where", "text"]


class Row(NamedTuple):
    """A text, or the heading of a column, and whether it has to be caught or is harmless."""

    expect: str
    kind: str
    language: str
    where: str
    text: str

    def is_right(self) -> bool:
        """Whether the lint says so too."""
        look = never_collect.check_heading if self.where == "heading" else never_collect.find
        return bool(look(self.text)) == (self.expect == "caught")


class Rates(NamedTuple):
    """Of the probes how many are caught, of the look-alikes how many are stopped; of 1."""

    caught: float
    alarms: float
    wrong: list[Row]


def files() -> list[Path]:
    """The corpora there are: ours, and what somebody else wrote without knowing the terms."""
    return sorted(FOLDER.glob("*.tsv"))


def rows(path: Path = FOLDER / "dev.tsv") -> Iterator[Row]:
    """The rows of one."""
    header, *lines = path.read_text("utf-8").splitlines()
    assert header.split("\t") == HEADER
    for line in lines:
        row = Row(*line.split("\t"))
        assert row.expect in ("caught", "harmless") and row.where in ("heading", "text"), row
        yield row


def rates(path: Path) -> Rates:
    """What the lint does with one corpus."""
    found: dict[str, list[Row]] = {"caught": [], "harmless": []}
    for row in rows(path):
        found[row.expect].append(row)
    missed, alarms = ([row for row in found[one] if not row.is_right()] for one in found)
    return Rates(
        1 - len(missed) / len(found["caught"]),
        len(alarms) / len(found["harmless"]),
        [*missed, *alarms],
    )
