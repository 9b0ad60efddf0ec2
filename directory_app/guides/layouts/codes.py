"""QR codes as one path: of a business's own website, and of the guide."""

from functools import lru_cache

from directory_app.guides import wording
from directory_app.guides.layouts.facts import website_link
from directory_app.guides.layouts.furniture import qr_modules
from directory_app.guides.page import Page

#: The side of a business's code with its quiet zone, and the most modules that two copies
#: on a copier leave readable at that size (print tokens).
SIDE = 56.0
_MOST_MODULES = 25
_QUIET = 4
Modules = tuple[tuple[int, ...], ...]


@lru_cache(maxsize=2048)
def of_business(website: str) -> Modules | None:
    """The code of a business's own website, where it can be read from a copy; else None."""
    address = website_link(website)
    found = qr_modules(address) if address else None
    return found if found and len(found) <= _MOST_MODULES else None


def quiet(modules: Modules, side: float = SIDE) -> float:
    """The width of the quiet zone on each side."""
    return _QUIET * side / (len(modules) + 2 * _QUIET)


def draw(page: Page, modules: Modules, x: float, y: float, side: float = SIDE) -> None:
    """Draw with the upper left corner of the quiet zone at (x, y)."""
    alt = wording.word("code", page.document.language)
    with page.tag("Figure", alt=alt, box=(x, y, side, side)):
        _draw(page, modules, x, y, side)


def _draw(page: Page, modules: Modules, x: float, y: float, side: float) -> None:
    module = side / (len(modules) + 2 * _QUIET)
    parts: list[str] = []
    for row, cells in enumerate(modules):
        bottom = page.height - y - (row + _QUIET + 1) * module
        for start, end in _runs(cells):
            left = x + (start + _QUIET) * module
            parts.append(f"{left:.3f} {bottom:.3f} {(end - start) * module:.3f} {module:.3f} re")
    page.path(" ".join(parts))


def _runs(cells: tuple[int, ...]) -> list[tuple[int, int]]:
    """Where dark modules begin and end in a row."""
    out: list[tuple[int, int]] = []
    start = 0
    while start < len(cells):
        end = start
        while end < len(cells) and cells[end]:
            end += 1
        if end > start:
            out.append((start, end))
        start = end + 1
    return out
