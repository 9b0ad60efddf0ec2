"""A packet that is being looked over when the window locks: which file, and what was chosen.

Nothing of what is in it is kept, its words neither: they are asked for again.
"""

from pathlib import Path
from typing import Any

from directory_app.model.packet_review import OFFERED, Choice, Review, Row, choose

#: The row of the drafts.
ROW = "packet"


def draft_of(path: Path, review: Review) -> dict[str, Any]:
    """Plain values for a draft: choices by business and field, no value of either."""
    rows = [_told(row) for row in review.rows]
    return {"path": str(path), "packet": review.packet.id, "rows": rows}


def take_over(review: Review, draft: dict[str, Any]) -> bool:
    """Choose again as before; False where it is another packet by now."""
    if draft["packet"] != review.packet.id:
        return False
    rows = {_key(row): row for row in review.rows}
    for told in draft["rows"]:
        row = rows.get((told["entry"], told["target"]))
        if row is not None:
            _decide(row, told)
    review.recount_all()
    return True


def _told(row: Row) -> dict[str, Any]:
    entry, target = _key(row)
    return {
        "entry": entry,
        "target": target,
        "choice": row.choice.value,
        "lines": {line.unit: line.take for line in (*row.lines, *row.held) if not line.fixed},
    }


def _decide(row: Row, told: dict[str, Any]) -> None:
    choice = Choice(told["choice"])
    if choice in OFFERED.get(row.kind, ()):
        row.choice = choice
    for line in (*row.lines, *row.held):
        if line.unit in told["lines"]:
            choose(row, line, take=told["lines"][line.unit])


def _key(row: Row) -> tuple[str, str]:
    return row.entry.id if row.entry is not None else "", row.target
