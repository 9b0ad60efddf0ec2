"""The guides that ship with the program: Markdown files, cut at their headings."""

import re
from dataclasses import dataclass

from directory_app import paths

#: By key, the stem of the file; Spanish has ".es" before the ending.
FILES = {"staff": "guide-for-staff", "volunteers": "guide-for-volunteers"}
#: Which part of which guide helps on a page: (guide, the place of its heading), by page key.
PARTS: dict[str, tuple[str, int]] = {
    "directory": ("staff", 2),
    "import": ("staff", 3),
    "consent": ("staff", 4),
    "runs": ("staff", 5),
    "map": ("staff", 6),
    "places": ("staff", 6),
    "map-data": ("staff", 7),
    "packets": ("staff", 12),
    "field": ("staff", 13),
    "duplicates": ("staff", 14),
    "export": ("staff", 9),
    "backups": ("staff", 10),
    "security": ("staff", 10),
    "settings": ("staff", 1),
    "verify": ("staff", 8),
    "history": ("staff", 8),
    "events": ("volunteers", 0),
    "guide": ("volunteers", 1),
}
#: The part about the search box and its filters.
FINDING = ("staff", 11)
_HEADING = re.compile(r"^##? (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Guide:
    """A guide: its whole text, and the headings of its parts; the first is its title."""

    key: str
    text: str
    headings: tuple[str, ...]


def load(key: str, language: str) -> Guide:
    """A guide (a key of FILES) in "en" or "es"."""
    ending = ".es.md" if language == "es" else ".md"
    text = paths.manual(FILES[key] + ending).read_text("utf-8")
    return Guide(key, text, tuple(_HEADING.findall(text)))
