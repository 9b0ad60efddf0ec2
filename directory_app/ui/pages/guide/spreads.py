"""How pages stand side by side: as they leave the printer, or as one reads them when folded."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate
Size = tuple[float, float]
#: Layouts that are folded; of the last two the small pages can be made one by one.
FOLDED = ("trifold", "booklet", "pocket")
IMPOSED = ("booklet", "pocket")
#: The panel of a trifold that folds in is so many points narrower (guides/layouts/trifold.py).
_NARROWER = 4.5
_POCKET_PAGES = 8


@dataclass(frozen=True, slots=True)
class Part:
    """A page (from 0), or what lies of it between two distances from its left edge, in points."""

    page: int
    left: float
    right: float

    @property
    def wide(self) -> float:
        """Its width."""
        return self.right - self.left


@dataclass(frozen=True, slots=True)
class Spread:
    """What one sees at once, left to right, and the words below it."""

    parts: tuple[Part, ...]
    caption: str = ""

    @property
    def wide(self) -> float:
        """The width of all."""
        return sum(part.wide for part in self.parts)


def as_printed(layout: str, sizes: Sequence[Size]) -> list[Spread]:
    """Every side of every sheet by itself, in the order in which they are printed."""
    words = _printed_words(layout, len(sizes))
    return [Spread((Part(at, 0, size[0]),), words[at]) for at, size in enumerate(sizes)]


def as_folded(layout: str, sizes: Sequence[Size]) -> list[Spread]:
    """As the reader turns it: a trifold's panels, or the pages of a book two and two."""
    if layout == "trifold":
        return _panels(sizes)
    book = _POCKET_PAGES if layout == "pocket" else len(sizes)
    spreads: list[Spread] = []
    for first in range(0, len(sizes), max(1, book)):
        last = min(first + book, len(sizes))
        spreads += _book(sizes, first, last)
    return spreads


def _book(sizes: Sequence[Size], first: int, last: int) -> list[Spread]:
    def part(at: int) -> Part:
        return Part(at, 0, sizes[at][0])

    spreads = [Spread((part(first),), translate("Spreads", "Cover"))]
    for left in range(first + 1, last, 2):
        if left + 1 < last:
            words = translate("Spreads", "Pages {a} and {b}")
            words = words.format(a=left - first + 1, b=left - first + 2)
            spreads.append(Spread((part(left), part(left + 1)), words))
        else:
            spreads.append(Spread((part(left),), translate("Spreads", "Back")))
    return spreads


def _panels(sizes: Sequence[Size]) -> list[Spread]:
    """Cover, cover opened, all open, back; of further sheets both sides as they are."""
    if len(sizes) < 2:
        return as_printed("trifold", sizes)
    wide = sizes[0][0]
    panel = (wide + _NARROWER) / 3
    flap = Part(0, 0, panel - _NARROWER)
    back = Part(0, panel - _NARROWER, 2 * panel - _NARROWER)
    cover = Part(0, 2 * panel - _NARROWER, wide)
    spreads = [
        Spread((cover,), translate("Spreads", "Cover")),
        Spread((Part(1, 0, panel), flap), translate("Spreads", "Opened once")),
        Spread((Part(1, 0, sizes[1][0]),), translate("Spreads", "Opened wide")),
        Spread((back,), translate("Spreads", "Back")),
    ]
    return spreads + as_printed("trifold", sizes)[2:]


def _printed_words(layout: str, pages: int) -> list[str]:
    """What stands below each side."""
    if layout == "trifold" and pages == 2:
        return [translate("Spreads", "Outside"), translate("Spreads", "Inside")]
    if layout in ("trifold", "booklet"):
        front, back = (
            translate("Spreads", "Sheet {n}, front"),
            translate("Spreads", "Sheet {n}, back"),
        )
        return [(back if at % 2 else front).format(n=at // 2 + 1) for at in range(pages)]
    if layout == "sheet" and pages == 2:
        return [translate("Spreads", "Front"), translate("Spreads", "Back")]
    if pages < 2:
        return [""] * pages
    words = (
        translate("Spreads", "Sheet {n}")
        if layout in _ONE_SIDED
        else translate("Spreads", "Page {n}")
    )
    return [words.format(n=at + 1) for at in range(pages)]


_ONE_SIDED = ("pocket", "poster", "cards")
