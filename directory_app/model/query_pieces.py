"""The search box's text, cut into pieces: ``-town:"Santa Fe"``. Any text can be cut.

What a key or a value means is not decided here, only where each piece stands.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

_PIECE = re.compile(
    r"(?=\S)(?P<minus>-)?(?:(?P<key>[^\W\d_][\w.]*):)?"
    r'(?:"(?P<quoted>[^"]*)(?P<close>"?)(?P<tail>[^\s"]*)|(?P<plain>[^\s"]+))?'
)


@dataclass(frozen=True, slots=True)
class Piece:
    """One word, phrase or ``key:value``; ``tail`` is what follows a quote: ``<5mi``.

    ``start`` and ``end`` are places in the text as typed, and no part of what it says.
    """

    text: str
    key: str = ""
    excluded: bool = False
    quoted: bool = False
    tail: str = ""
    closed: bool = field(default=True, compare=False)
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)

    @property
    def problem(self) -> str:
        """A sentence that says what to mend, or nothing."""
        return "" if self.closed else 'Close the phrase with a second quotation mark (").'

    def __str__(self) -> str:
        """The piece as it would be typed."""
        key = f"{self.key}:" if self.key else ""
        text = f'"{self.text}"{self.tail}' if self.quoted else self.text
        return f"{'-' if self.excluded else ''}{key}{text}"


def cut(text: str) -> tuple[Piece, ...]:
    """Return the pieces of ``text`` in their order; never raises."""
    return tuple(_piece(found) for found in _PIECE.finditer(text))


def typed(pieces: Iterable[Piece]) -> str:
    """Return the text that cuts into ``pieces`` again."""
    return " ".join(map(str, pieces))


def _piece(found: re.Match[str]) -> Piece:
    quoted = found["quoted"] is not None
    return Piece(
        text=(found["quoted"] if quoted else found["plain"]) or "",
        key=found["key"] or "",
        excluded=found["minus"] is not None,
        quoted=quoted,
        tail=found["tail"] or "",
        closed=not quoted or found["close"] == '"',
        start=found.start(),
        end=found.end(),
    )
