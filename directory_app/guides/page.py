"""Drawing on one page: y runs down from the top edge, lengths in points.

Text goes on the page as strings of glyphs. There is no markup anywhere: what a business is
called is what is drawn.
"""

from collections.abc import Sequence

from directory_app.guides.pdf import Document
from directory_app.guides.typesetting.shaping import Piece, SetLine, Style, Word, set_line

Colour = tuple[float, float, float]
INK: Colour = (0, 0, 0)
PAPER: Colour = (1, 1, 1)
ACCENT: Colour = (0, 0x65 / 255, 0x6B / 255)
#: Every line has this ascent and descent, whatever font it fell back to (print tokens).
ASCENT, DESCENT = 0.78, 0.22
#: A circle by four Bézier curves.
_KAPPA = 0.5523


class Page:
    """A page of a Document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.width, self.height = document.size
        self._code: list[str] = []

    # text

    def text(
        self, x: float, baseline: float, text: str, style: Style, colour: Colour = INK
    ) -> float:
        """Draw a line of text from x on; returns where it ends."""
        line = set_line(text, style.family, style.weight)
        self._line(x, baseline, line, style.size, colour)
        return x + line.width * style.size / 1000

    def text_right(
        self, right: float, baseline: float, text: str, style: Style, colour: Colour = INK
    ) -> float:
        """Draw a line of text that ends at ``right``; returns where it begins."""
        line = set_line(text, style.family, style.weight)
        left = right - line.width * style.size / 1000
        self._line(left, baseline, line, style.size, colour)
        return left

    def text_middle(
        self, middle: float, baseline: float, text: str, style: Style, colour: Colour = INK
    ) -> None:
        """Draw a line of text around ``middle``."""
        line = set_line(text, style.family, style.weight)
        self._line(middle - line.width * style.size / 2000, baseline, line, style.size, colour)

    def _line(self, x: float, baseline: float, line: SetLine, size: float, colour: Colour) -> None:
        y = self.height - baseline
        if colour != INK:
            self._code.append(f"{_fill(colour)}")
        for piece in line.pieces:
            at = x + piece.start * size / 1000
            self._code.append(self._piece(piece, at, y, size * piece.face.scale))
        if colour != INK:
            self._code.append("0 0 0 rg")

    def _piece(self, piece: Piece, x: float, y: float, size: float) -> str:
        font = self.document.embedded(piece.face)
        shown = _show(piece.words, [font.use(word) for word in piece.words])
        return f"BT /{font.name} 1 Tf {size:g} 0 0 {size:g} {x:.2f} {y:.2f} Tm {shown} ET"

    # rules and shapes

    def rule(self, x: float, y: float, width: float, thickness: float) -> None:
        """A horizontal rule whose top edge is y."""
        self.box(x, y, width, thickness)

    def box(self, x: float, y: float, width: float, height: float, colour: Colour = INK) -> None:
        """A filled rectangle, (x, y) its upper left corner."""
        bottom = self.height - y - height
        self._code.append(f"{_fill(colour)} {x:.2f} {bottom:.2f} {width:.2f} {height:.2f} re f")
        if colour != INK:
            self._code.append("0 0 0 rg")

    def shape(
        self, points: Sequence[tuple[float, float]], *, colour: Colour = INK, stroke: float = 0
    ) -> None:
        """A polygon: filled, or with ``stroke`` outlined in ink and filled with paper."""
        path = " ".join(
            f"{x:.2f} {self.height - y:.2f} {'l' if index else 'm'}"
            for index, (x, y) in enumerate(points)
        )
        self.path(f"{path} h", colour=colour, stroke=stroke)

    def line(self, points: Sequence[tuple[float, float]], stroke: float) -> None:
        """An open line in ink, with round ends."""
        path = " ".join(
            f"{x:.2f} {self.height - y:.2f} {'l' if index else 'm'}"
            for index, (x, y) in enumerate(points)
        )
        self._code.append(f"q 1 J 1 j {stroke:.2f} w {path} S Q")

    def path(self, path: str, *, colour: Colour = INK, stroke: float = 0) -> None:
        """A ready path (y up)."""
        if stroke:
            self._code.append(f"q 1 1 1 rg {stroke:.2f} w {path} B Q")
        elif colour == INK:
            self._code.append(f"{path} f")
        else:
            self._code.append(f"q {_fill(colour)} {path} f Q")

    def circle(self, x: float, y: float, radius: float, *, stroke: float = 0) -> None:
        """A circle: filled, or outlined."""
        y, r, k = self.height - y, radius, radius * _KAPPA
        self.path(
            f"{x - r:.2f} {y:.2f} m "
            f"{x - r:.2f} {y + k:.2f} {x - k:.2f} {y + r:.2f} {x:.2f} {y + r:.2f} c "
            f"{x + k:.2f} {y + r:.2f} {x + r:.2f} {y + k:.2f} {x + r:.2f} {y:.2f} c "
            f"{x + r:.2f} {y - k:.2f} {x + k:.2f} {y - r:.2f} {x:.2f} {y - r:.2f} c "
            f"{x - k:.2f} {y - r:.2f} {x - r:.2f} {y - k:.2f} {x - r:.2f} {y:.2f} c h",
            stroke=stroke,
        )

    # places that lead somewhere

    def link(self, address: str, x: float, y: float, width: float, height: float) -> None:
        """Make the rectangle at the upper left corner (x, y) lead to an address."""
        top = self.height - y
        self.document.link(address, (x, top - height, x + width, top))

    def outline(self, text: str, key: str, y: float) -> None:
        """Put this place of the page into the document's outline."""
        self.document.outline(text, key, self.height - y)

    def flush(self) -> None:
        """Put what was drawn so far on the canvas, before something else draws there."""
        if self._code:
            self.document.write("\n".join(self._code))
            self._code.clear()

    def finish(self) -> None:
        """End the page."""
        self.flush()
        self.document.end_page()


def _fill(colour: Colour) -> str:
    return " ".join(f"{part:.3g}" for part in colour) + " rg"


def _show(words: Sequence[Word], told: Sequence[bool]) -> str:
    """The operators that show words; with ActualText round those that readers must be told."""
    out: list[str] = []
    open_array = False
    for word, tell in zip(words, told, strict=True):
        if tell or word.operators:
            if open_array:
                out.append("]TJ")
                open_array = False
            shown = word.operators or f"[{word.operands}]TJ"
            out.append(_span(word.text, shown) if tell else shown)
        else:
            if not open_array:
                out.append("[")
                open_array = True
            out.append(word.operands)
    if open_array:
        out.append("]TJ")
    return "".join(out)


def _span(text: str, shown: str) -> str:
    actual = ("\ufeff" + text).encode("utf-16-be").hex().upper()
    return f"/Span <</ActualText <{actual}>>> BDC {shown} EMC "
