"""A shaped piece of text in one face, as pages draw it and readers find it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """A shaped piece of text in one face.

    ``operands`` is the inside of a TJ array; ``operators`` replaces it where marks sit above
    or below the line. ``glyphs`` says for each glyph which text it shows, for searching.
    ``exact`` is False where glyphs and characters do not pair off, or marks stand over and
    under letters, so that the text has to be told to the reader (ActualText).
    """

    text: str
    operands: str
    operators: str
    width: float
    glyphs: tuple[tuple[int, str], ...]
    exact: bool
    right_to_left: bool
