"""What an entry is made of: rows of texts and signs, measured before they are drawn."""

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import takewhile

from directory_app.guides.layouts import marks
from directory_app.guides.page import Page
from directory_app.guides.typesetting import Style

#: From the left, baseline, text, look.
TextAt = tuple[float, float, str, Style]


@dataclass(slots=True)
class Rows:
    """Texts and signs with their places, relative to a block's upper left corner."""

    texts: list[TextAt] = field(default_factory=list)
    signs: list[tuple[float, float, float, str]] = field(default_factory=list)
    arrows: list[tuple[float, float, float, str]] = field(default_factory=list)
    links: list[tuple[str, float, float, float, float]] = field(default_factory=list)

    def draw(self, page: Page, x: float, y: float, *, name_is: str = "P") -> None:
        """Draw everything, the corner being (x, y), in the order in which it is read.

        The name is a paragraph (or ``name_is``), what follows it is one, and the second language
        one. A sign
        comes before the text that it stands beside, an arrow after it; a link holds its text.
        """
        around = _Around(self)
        texts = list(enumerate(self.texts))
        name = list(takewhile(lambda item: item[1][3] == self.texts[0][3], texts))
        rest = texts[len(name) :]
        groups = (name, *([item for item in rest if item[1][3].second == it] for it in (0, 1)))
        for at, group in enumerate(groups):
            second = bool(group) and group[0][1][3].second
            kind = "P" if at else name_is
            with page.tag(kind, lang=page.document.second_language if second else ""):
                for index, text in group:
                    self._text(page, x, y, text, around.of(index))
        self._extras(page, x, y, around.left())

    def _text(self, page: Page, x: float, y: float, text: TextAt, beside: "Rows") -> None:
        dx, dy, said, style = text
        for sx, sy, size, kind in beside.signs:
            marks.sign(page, x + sx, y + sy, size, kind, second=style.second)
        if beside.links:
            address, lx, ly, width, height = beside.links[0]
            with page.linked(address, x + lx, y + ly, width, height):
                page.text(x + dx, y + dy, said, style)
        else:
            page.text(x + dx, y + dy, said, style)
        for ax, ay, size, point in beside.arrows:
            marks.arrow(page, x + ax, y + ay, size, point)

    @staticmethod
    def _extras(page: Page, x: float, y: float, extras: "Rows") -> None:
        """What stands beside no text."""
        for dx, dy, size, kind in extras.signs:
            marks.sign(page, x + dx, y + dy, size, kind)
        for dx, dy, size, point in extras.arrows:
            marks.arrow(page, x + dx, y + dy, size, point)
        for address, dx, dy, width, height in extras.links:
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


class _Around:
    """Which signs, arrows and links belong to which text, by where they stand."""

    def __init__(self, rows: Rows) -> None:
        self._texts = rows.texts
        self._of: dict[int, Rows] = defaultdict(Rows)
        for sign in rows.signs:
            x, y = sign[:2]
            beside = [i for i, (tx, ty, *_) in self._near(y) if tx >= x and abs(ty - y) < 1]
            self._to(min(beside, key=self._left, default=-1)).signs.append(sign)
        for arrow in rows.arrows:
            x, y, size, _ = arrow
            before = [i for i, (tx, ty, *_) in self._near(y) if tx < x and 0 <= ty - y <= size]
            self._to(max(before, key=self._left, default=-1)).arrows.append(arrow)
        for link in rows.links:
            _, x, y, _, height = link
            over = [i for i, (tx, ty, *_) in self._near(y) if abs(tx - x) < 1 and ty <= y + height]
            self._to(over[0] if over else -1).links.append(link)

    def _near(self, y: float) -> list[tuple[int, TextAt]]:
        return [(i, text) for i, text in enumerate(self._texts) if -1 < text[1] - y < 40]

    def _left(self, index: int) -> float:
        return self._texts[index][0]

    def _to(self, index: int) -> Rows:
        return self._of[index]

    def of(self, index: int) -> Rows:
        """What belongs to the text of this index."""
        return self._of.get(index) or Rows()

    def left(self) -> Rows:
        """What belongs to none."""
        return self._of.get(-1) or Rows()
