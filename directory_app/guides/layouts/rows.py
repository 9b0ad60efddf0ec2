"""What an entry is made of: rows of texts and signs, measured before they are drawn."""

from dataclasses import dataclass, field

from directory_app.guides.layouts import marks
from directory_app.guides.page import Page
from directory_app.guides.typesetting import Style


@dataclass(slots=True)
class Rows:
    """Texts and signs with their places, relative to a block's upper left corner."""

    texts: list[tuple[float, float, str, Style]] = field(default_factory=list)
    signs: list[tuple[float, float, float, str]] = field(default_factory=list)
    arrows: list[tuple[float, float, float, str]] = field(default_factory=list)
    links: list[tuple[str, float, float, float, float]] = field(default_factory=list)

    def draw(self, page: Page, x: float, y: float) -> None:
        """Draw everything, the corner being (x, y)."""
        for dx, dy, text, style in self.texts:
            page.text(x + dx, y + dy, text, style)
        for dx, dy, size, kind in self.signs:
            marks.sign(page, x + dx, y + dy, size, kind)
        for dx, dy, size, point in self.arrows:
            marks.arrow(page, x + dx, y + dy, size, point)
        for address, dx, dy, width, height in self.links:
            page.link(address, x + dx, y + dy, width, height)

    def between(self, start: float, end: float, lead: float) -> "Rows":
        """What has its baseline from ``start`` up to ``end``, moved to begin at ``lead``."""
        up = start - lead
        return Rows(
            [(x, y - up, text, style) for x, y, text, style in self.texts if start <= y < end],
            [(x, y - up, size, kind) for x, y, size, kind in self.signs if start <= y < end],
            [(x, y - up, size, way) for x, y, size, way in self.arrows if start <= y < end],
            [(to, x, y - up, w, h) for to, x, y, w, h in self.links if start <= y < end],
        )
