"""Sizes of the sheet in points (print tokens): three steps of type, one grid."""

from dataclasses import dataclass
from functools import cached_property

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


#: Largest first. 12 points is the default where it fits; 10 is the floor. Larger ones are for
#: lists so short that 12 would leave a page almost empty; halves fill a sheet that is not full.
STEPS = (
    (14.0, 17.5, 16.3, 18.7, 22.0, 30.0),
    (13.0, 16.2, 15.2, 17.3, 20.5, 28.0),
    (12.0, 15.0, 14.0, 16.0, 19.0, 26.0),
    (11.5, 14.2, 13.4, 15.3, 18.0, 25.0),
    (11.0, 13.4, 12.7, 14.5, 17.0, 24.0),
    (10.5, 12.7, 12.1, 13.8, 16.0, 23.0),
    (10.0, 12.0, 11.5, 13.0, 15.0, 22.0),
)


def steps(languages: int) -> list[Measures]:
    """The steps of type for one or two languages, largest first."""
    return [Measures(*step, languages) for step in STEPS]
