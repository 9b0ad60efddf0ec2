"""What a layout gives back."""

from dataclasses import dataclass

from directory_app.guides.layouts.facts import Facts


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished PDF: its bytes, how many pages, each code's page (from 1) and texts.

    ``pages`` are those of the file; ``page_of`` is what stands at the foot, so of a booklet
    the page of the book and not the side of the sheet.
    ``sheets`` are the sheets of paper that a copy takes; 0 where nobody counted. ``size`` is that
    of the text of the businesses, in points.
    """

    data: bytes
    pages: int
    page_of: dict[str, int]
    facts: dict[str, Facts]
    sheets: int = 0
    size: float = 0.0


@dataclass(frozen=True, slots=True)
class Private:
    """Finished sheets for the coalition's own people, their text of ``size`` points."""

    data: bytes
    pages: int
    page_of: dict[str, int]
    size: float = 0.0
