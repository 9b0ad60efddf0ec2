"""What visit sheets are built of: blocks, their type, heads, and labels with boxes to tick."""

from collections.abc import Callable
from dataclasses import dataclass

from directory_app.guides.layouts.measures import HAIR
from directory_app.guides.layouts.private import MARGIN, tick_box
from directory_app.guides.layouts.staff_words import say
from directory_app.guides.page import Page
from directory_app.guides.typesetting import Style

TOLD = ("en", "es")
TEXT = Style("sans", "regular", 10.5)
SEMI = Style("semi", "regular", 10.5)
COND = Style("cond", "regular", 10.5)
BOLD = Style("semi", "bold", 10.5)
SMALL = Style("cond", "regular", 10)
SMALL_BOLD = Style("cond", "bold", 10)
HEAD = Style("serif", "bold", 13.5)
LINE = 12.5
#: What has more lines than this goes on in another block.
MOST_LINES = 24


@dataclass(slots=True)
class Block:
    """A part of a sheet that never breaks, and how to draw it from a height on.

    ``keeps``: the next one stands on the same page.
    """

    height: float
    draw: Callable[[Page, float], None]
    keeps: bool = False


class Parts:
    """What stands on visit sheets ``width`` points wide between the margins."""

    def __init__(self, width: float) -> None:
        self.width = width
        #: Where the second language starts.
        self.second = MARGIN + width / 2 + 3

    def head(self, number: str, key: str, air: float = 0.0) -> Block:
        """A thick rule, a number and the title in both languages."""

        def draw(page: Page, y: float) -> None:
            y += air
            page.rule(MARGIN, y, self.width, 3.0)
            with page.tag("H2"):
                page.text(MARGIN, y + 16.5, number, Style("cond", "black", 15))
                for column, language in enumerate(TOLD):
                    x = self.second if column else MARGIN + 22
                    page.text(x, y + 16.5, say(key, language), HEAD.told(column))
            page.rule(MARGIN, y + 23, self.width, HAIR)

        return Block(24 + air, draw, keeps=True)

    def options(self, page: Page, y: float, key: str, options: tuple[str, ...]) -> None:
        """A label in both languages and boxes to tick."""
        style = BOLD if key != "exact" else SEMI
        for row, language in enumerate(TOLD):
            page.text(MARGIN + 3, y + 10 + row * LINE, say(key, language), style.told(row))
        start = 150.0 if key == "exact" else 83.0
        step = (self.width - start) / 3
        for index, option in enumerate(options):
            x = MARGIN + start + index * step
            tick_box(page, x, y + 5)
            for row, language in enumerate(TOLD):
                end = page.text(x + 18, y + 10 + row * LINE, say(option, language), SEMI.told(row))
                if option.startswith("other") and not row:
                    page.rule(end + 4, y + 11, MARGIN + self.width - end - 4, HAIR)
