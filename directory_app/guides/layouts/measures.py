"""Sizes in points (print tokens): the one ladder of type, the grid of the sheet."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from directory_app.guides.typesetting import Style

MARGIN = 27.0
COLUMN = 269.0
GUTTER = 20.0
BAND = 25.0
HEADER_END = 96.0
FOOT = 20.0
THICK, BLOCK_RULE, HAIR = 3.0, 1.2, 0.6
QR = 56.0


@dataclass(frozen=True)
class Measures:
    """One step of type in a column. ``hang`` is where text starts beside the markers."""

    size: float
    line: float
    name: float
    section: float
    marker: float
    hang: float
    languages: int
    pad_top: float = 2.6
    pad_bottom: float = 3.0
    pair_gutter: float = 8.0
    column: float = COLUMN
    thick: float = THICK
    #: Families of titles, the first that holds one on a line.
    titles: tuple[str, ...] = ("serif", "serif-semi", "serif-cond")
    #: Languages one below the other, not side by side.
    stacked: bool = False

    @cached_property
    def text_width(self) -> float:
        """From the hang to the right edge of the column."""
        return self.column - self.hang

    @cached_property
    def half(self) -> float:
        """The width of one language."""
        if self.languages == 1:
            return self.text_width
        return (self.text_width - self.pair_gutter) / 2

    def language_x(self, index: int) -> float:
        """Where the text of the first or second language starts in the column."""
        return self.hang + index * (self.half + self.pair_gutter)

    @cached_property
    def body(self) -> Style:
        """Addresses, and text that spans both languages."""
        return Style("semi", "regular", self.size)

    @cached_property
    def strong(self) -> Style:
        """Phones and distances."""
        return Style("semi", "bold", self.size)

    @cached_property
    def pair(self) -> Style:
        """Text of one language: condensed where its column is narrow."""
        return Style("cond" if self.languages > 1 else "semi", "regular", self.size)

    @cached_property
    def title(self) -> Style:
        """Names."""
        return Style("sans", "bold", self.name)


class Step(NamedTuple):
    """A step of type: the sizes of text, line, name, section's title, marker, and the hang."""

    size: float
    line: float
    name: float
    section: float
    marker: float
    hang: float


# All sizes in which businesses are set, by what they are set in; the largest first. A layout
# takes the largest with which its paper holds everything.

#: Columns of sheet and poster. 12 points is the default where it fits; 10 is the floor. Larger
#: ones are for lists so short that 12 would leave a page almost empty; halves fill a sheet that
#: is not full.
COLUMN_STEPS = (
    Step(14.0, 17.5, 16.3, 18.7, 22.0, 30.0),
    Step(13.0, 16.2, 15.2, 17.3, 20.5, 28.0),
    Step(12.0, 15.0, 14.0, 16.0, 19.0, 26.0),
    Step(11.5, 14.2, 13.4, 15.3, 18.0, 25.0),
    Step(11.0, 13.4, 12.7, 14.5, 17.0, 24.0),
    Step(10.5, 12.7, 12.1, 13.8, 16.0, 23.0),
    Step(10.0, 12.0, 11.5, 13.0, 15.0, 22.0),
)
#: The panels of a trifold; 9 is the floor.
PANEL_STEPS = (
    Step(12.0, 14.4, 13.4, 15.0, 18.0, 25.0),
    Step(11.0, 13.2, 12.4, 13.8, 17.0, 24.0),
    Step(10.0, 12.0, 11.4, 12.8, 15.5, 22.5),
    Step(9.5, 11.5, 10.9, 12.2, 15.0, 21.5),
    Step(9.0, 11.0, 10.4, 11.8, 14.5, 21.0),
)
#: The small pages of a pocket book; 9 is the floor.
POCKET_STEPS = (
    Step(11.0, 12.8, 12.0, 13.0, 15.5, 19.0),
    Step(10.0, 11.7, 10.9, 12.0, 14.0, 18.0),
    Step(9.5, 11.1, 10.3, 11.5, 13.5, 17.0),
    Step(9.0, 10.5, 9.8, 11.0, 13.0, 16.5),
)
#: Entries in full over half a page, as in a booklet; 10 is the floor.
FULL_STEPS = (
    Step(12.0, 14.6, 15.0, 20.0, 20.0, 27.0),
    Step(11.2, 13.7, 14.2, 19.5, 19.5, 26.5),
    Step(10.5, 12.8, 13.5, 19.0, 19.0, 26.0),
    Step(10.0, 12.1, 12.8, 18.0, 18.0, 25.0),
)
#: Entries in full on a card; 9 is the floor.
CARD_STEPS = (
    Step(10.5, 12.6, 13.5, 12.0, 17.0, 22.0),
    Step(10.0, 12.0, 12.5, 12.0, 16.0, 21.0),
    Step(9.5, 11.4, 11.8, 12.0, 16.0, 20.0),
    Step(9.0, 10.6, 11.0, 12.0, 15.0, 19.0),
)
#: Entries in full for those who read with effort.
LARGE_STEP = Step(18.0, 27.0, 23.0, 24.0, 32.0, 48.0)


def half_width(width: float, count: int, gap: float) -> float:
    """The width of each of ``count`` (1 or 2) languages side by side."""
    return (width - gap) / 2 if count > 1 else width
