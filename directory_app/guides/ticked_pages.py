"""Private pages with a box to tick in each row: the recall lists. Letter, dark band on top."""

from collections.abc import Mapping

from directory_app.guides.layouts.private import BAND, MARGIN
from directory_app.guides.page import INK, PAPER, Page
from directory_app.guides.pdf import Document
from directory_app.guides.typesetting import Style, wrap

#: Points.
LETTER = (612.0, 792.0)
LINE = 13.0
TEXT = Style("semi", "regular", 10)
BOLD = Style("semi", "bold", 10)
_BAND = Style("cond", "black", 13)
_TITLE = Style("sans", "bold", 17)
_HEAD = Style("cond", "regular", 9)
_ROW_GAP = 7.0
_BOTTOM = LETTER[1] - 40
_ROOM = LETTER[0] - 2 * MARGIN


class TickedPages:
    """Pages one after the other: ``page`` is drawn on, ``y`` is where the next row begins."""

    page: Page
    y: float

    def __init__(self, band: str, heads: Mapping[float, str]) -> None:
        """``band`` says on each page what it is; ``heads`` stand so far from the margin."""
        self.pages = 0
        self._band, self._heads = band, heads

    def begin(self, document: Document, title: str, *told: str) -> None:
        """The first page: its title, what it is for, and the heads of the columns."""
        self._document = document
        self._turn()
        self.y = 58.0
        with self.page.tag("H1"):
            for line in wrap(title, _TITLE, _ROOM):
                self.page.text(MARGIN, self.y, line, _TITLE)
                self.y += 21
        for paragraph in told:
            with self.page.tag("P"):
                for line in wrap(paragraph, TEXT, _ROOM):
                    self.page.text(MARGIN, self.y, line, TEXT)
                    self.y += LINE
            self.y += 4
        self._draw_heads(self.y + 6)

    def make_room(self, lines: int) -> float:
        """Where a row of so many lines begins; the rule below it is drawn, ``y`` is behind it."""
        high = lines * LINE + _ROW_GAP
        if self.y + high > _BOTTOM:
            self.page.finish()
            self._turn()
            self._draw_heads(48)
        begins = self.y
        self.y += high
        self.page.rule(MARGIN, self.y - 0.5, _ROOM, 0.5)
        return begins

    def end(self) -> int:
        """Finish the last page; how many there are."""
        self.page.finish()
        return self.pages

    def _turn(self) -> None:
        self.page = page = Page(self._document)
        self.pages += 1
        with page.artifact():
            page.box(0, 0, page.width, BAND, INK)
            page.text(MARGIN, 17, self._band, _BAND, PAPER)
            page.text_right(page.width - MARGIN, 17, str(self.pages), _BAND, PAPER)

    def _draw_heads(self, y: float) -> None:
        with self.page.artifact():
            for x, head in self._heads.items():
                self.page.text(MARGIN + x, y, head, _HEAD)
            self.page.rule(MARGIN, y + 4, _ROOM, 1.2)
        self.y = y + 6
