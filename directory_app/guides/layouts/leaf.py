"""The page of a booklet: margins that mirror, a number at the outer foot, a head."""

from directory_app.guides.layouts.measures import HAIR
from directory_app.guides.page import Page
from directory_app.guides.typesetting import Style, measure, wrap

TOP, BOTTOM, INNER, OUTER = 30.0, 46.0, 40.0, 30.0
THICK = 4.0
#: The height of a page's head with its rules.
TITLE = 42.0
_NUMBER = Style("cond", "black", 22)
_RUNNING = Style("cond", "regular", 10)


def left(number: int) -> float:
    """Where the text of a page starts: the outer margin is at the left of even pages."""
    return INNER if number % 2 else OUTER


def foot(page: Page, number: int, running: tuple[str, ...]) -> None:
    """The page number at the outer edge, what the page is about beside it."""
    with page.artifact():
        _foot(page, number, running)


def _foot(page: Page, number: int, running: tuple[str, ...]) -> None:
    base = page.height - 25.0
    x, column = left(number), page.width - INNER - OUTER
    shown = str(number)
    wide = measure(shown, _NUMBER)
    if number % 2:
        page.text_right(x + column, base, shown, _NUMBER)
        start, room = x, column - wide - 14
    else:
        page.text(x, base, shown, _NUMBER)
        start, room = x + max(44.0, wide + 14), column - max(44.0, wide + 14)
    for index, text in enumerate(running):
        at = start + index * room / 2
        lines = wrap(text, _RUNNING, room if len(running) == 1 else room / 2 - 6)
        if lines:
            page.text(at, base, lines[0] if len(lines) == 1 else f"{lines[0]} …", _RUNNING)


def title(
    page: Page, x: float, width: float, words: tuple[str, ...], *, size: float = 19.0,
    top: float = TOP - 2, high: float = TITLE,
) -> None:  # fmt: skip
    """A thick rule, a title a language, a hair rule."""
    page.rule(x, top, width, THICK)
    with page.tag("H2"):
        _words(page, x, width, words, size, top + high - 16.5)
    page.rule(x, top + high - 8.0, width, HAIR)


def _words(  # noqa: PLR0917 - a line in its place
    page: Page, x: float, width: float, words: tuple[str, ...], size: float, base: float
) -> None:
    half = width / len(words)
    for index, text in enumerate(words):
        style = Style("serif", "bold", size)
        for family in ("serif", "serif-semi", "serif-cond"):
            style = Style(family, "bold", size)
            if measure(text, style) <= half - 6:
                break
        else:
            style = Style("serif-cond", "bold", size * (half - 6) / measure(text, style))
        page.text(x + index * half, base, text, style.told(index))
