"""Cells that only say that they are the same as the one above: "same as above", "ídem", '"'.

Whoever sorted the list since may have parted such a cell from its own "above", so every one is
reported; and an answer, who asked or when is never taken from another business.
"""

from collections.abc import Sequence

from directory_app.formats.table import MERGED
from directory_app.importing.columns import NEVER
from directory_app.importing.heading_rules import word_set
from directory_app.importing.headings import OTHER
from directory_app.importing.tables import Body
from directory_app.model.text import fold

_WORDS = word_set(
    "same|same as above|same above|as above|ditto|idem|igual|igual que arriba|lo mismo|mismo|misma|"
    "la misma|el mismo|same address|same hours|same phone|same as previous|see above|same place|"
    "igual que el anterior|igual al anterior|igual al de arriba|misma direccion|mismo horario|"
    "mismo telefono|mismo lugar|same as last|same town|same city|same street|los mismos|las mismas|"
    "same as the above|same as line above|same location|mismo domicilio|igual que la anterior"
)
_MARKS = frozenset(('"', "''", '""', "〃", "″", "“", "”", "“”", "''''", ",,", "„", '" "', "^"))
_APART = frozenset({"name", "alternate_name", "note", "ignore", OTHER, NEVER})


def is_ditto(text: str) -> bool:
    """Whether a cell only points to the one above it."""
    bare = text.strip()
    return bool(bare) and len(bare) <= 30 and (bare in _MARKS or fold(bare) in _WORDS)


def resolve(body: Body, fields: Sequence[str]) -> list[tuple[int, str, str]]:
    """Put what stands above into such cells of ``body.rows``; (line, field, code) of each.

    A cell that points to nothing, or at somebody else's consent, becomes empty.
    """
    told: list[tuple[int, str, str]] = []
    above: list[str] = []
    for line, row in body.rows:
        if len(row) <= len(fields):
            for position, text in enumerate(row):
                field = fields[position]
                if text == MERGED and field in _APART:
                    row[position] = ""
                elif field not in _APART and is_ditto(text):
                    row[position], code = _meant(field, position, above)
                    told.append((line, field, code))
        above = row
    return told


def _meant(field: str, position: int, above: Sequence[str]) -> tuple[str, str]:
    """The text that a cell points at, and what is said about it."""
    if field.startswith(("ok_", "asked_")):
        return "", "same_as_above_asked"
    text = above[position] if position < len(above) else ""
    return text, "same_as_above" if text.strip() else "nothing_above"
