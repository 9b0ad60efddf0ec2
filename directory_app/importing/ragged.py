"""Rows with more cells than headings: an unquoted delimiter inside a cell, put back."""

import re
from collections.abc import Sequence

from directory_app.importing.consents import answer
from directory_app.model.text import fold

_LOOKS = {
    "phone": re.compile(r"[^A-Za-z]*(?:\d[^A-Za-z]*){7,}.*"),
    "postal_code": re.compile(r"\s*\d{5}(-\d{4})?\s*"),
    "state_province": re.compile(r"\s*([A-Za-z]{2}|[Nn]ew [Mm]exico|Nuevo M[eé]xico)\s*"),
    "email": re.compile(r"[^@\s]+@[^@\s]+"),
    "website_or_social": re.compile(r".*(\.\w{2,}(/|$)|@|https?:).*"),
    "latitude": re.compile(r"\s*-?\d+\.\d+\s*"),
    "longitude": re.compile(r"\s*-?\d+\.\d+\s*"),
    "hours": re.compile(r".*(\d\s*+([ap]m?)?\s*+[-–—a]\s*\d|24/7|24 h).*", re.IGNORECASE),
    "address_1": re.compile(r"\s*(\d+\s+\S|po box|corner|esquina).*", re.IGNORECASE),
    "address": re.compile(r"\s*(\d+\s+\S|po box|corner|esquina).*", re.IGNORECASE | re.DOTALL),
    "asked_by_when": re.compile(r".*\d.*"),
    "asked_on": re.compile(r".*\d.*"),
    "languages": re.compile(r"[^\d]*"),
    "city": re.compile(r"[^\d]*"),
    "name": re.compile(r"\S.*"),
}
#: Where a stray delimiter most likely stood, when the cells do not tell.
_TALKATIVE = (
    "note",
    "other",
    "address",
    "what_they_sell",
    "hours",
    "languages",
    "address_1",
    "name",
)


#: By so much more another reading must fit, before empty cells at the end are thought to count.
_CLEARLY = 3


def whole(
    cells: Sequence[str], fields: Sequence[str], delimiter: str
) -> tuple[list[str], list[str], str]:
    """Fit a row to its columns: (cells, what fits nowhere, problem code or "").

    Empty cells at the end are mostly no matter. Else the surplus is joined, with its delimiter,
    into the column where most of the others then look like their fields.
    """
    width = len(fields)
    row = list(cells)
    if len(row) <= width:
        return [*row, *[""] * (width - len(row))], [], ""
    surplus = [cell for cell in row[width:] if cell.strip()]
    plain = row[:width], surplus, "cells_beyond" if surplus else ""
    if not delimiter or width < 2:
        return plain
    extra = len(row) - width
    places = [(_score(_joined(row, at, extra, delimiter), fields), at) for at in range(width)]
    best = max(score for score, _ in places)
    candidates = [at for score, at in places if score == best]
    at = min(candidates, key=lambda place: _talk(fields[place]))
    unlikely = _talk(fields[at]) == len(_TALKATIVE)
    # commas at the end are every spreadsheet's habit: they are in excess, unless nothing fits so
    if unlikely or (not surplus and best < _score(row[:width], fields) + _CLEARLY):
        return plain
    return _joined(row, at, extra, delimiter), [], "cells_joined"


def _joined(row: list[str], at: int, extra: int, delimiter: str) -> list[str]:
    return [*row[:at], delimiter.join(row[at : at + extra + 1]), *row[at + extra + 1 :]]


def _talk(name: str) -> int:
    return _TALKATIVE.index(name) if name in _TALKATIVE else len(_TALKATIVE)


def _score(row: Sequence[str], fields: Sequence[str]) -> int:
    score = 0
    for cell, name in zip(row, fields, strict=True):
        if not cell.strip():
            continue
        if name in {"ok_to_print", "ok_map", "ok_web", "ok_share"}:
            score += 1 if answer(cell).clear else -1
        elif (look := _LOOKS.get(name)) is not None:
            score += 1 if look.fullmatch(cell) else -1
    return score


def repeats(cells: Sequence[str], folded_headings: Sequence[str]) -> bool:
    """Whether a row is the heading row once more."""
    first = next((cell for cell in cells if cell), "")
    if len(first) > 60 or fold(first) not in folded_headings:
        return False
    pairs = [(fold(a), b) for a, b in zip(cells, folded_headings, strict=False) if a.strip()]
    same = sum(a == b for a, b in pairs)
    return same >= 2 and same >= 0.8 * len(pairs)
