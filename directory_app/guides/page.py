"""Drawing on one page: y runs down from the top edge, lengths in points.

Text goes on the page as strings of glyphs. There is no markup anywhere: what a business is
called is what is drawn.

Every page is tagged. Text belongs to the element that is open (``with page.tag("H2"): ...``)
and gets a paragraph of its own where that only holds others; lines and shapes are decoration
unless a picture is open. So nothing a layout draws is ever left untagged.
"""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager

from directory_app.guides.pdf import Document, leads
from directory_app.guides.tagging import ARTIFACT, Element, text_string
from directory_app.guides.typesetting.fonts import Face
from directory_app.guides.typesetting.readers import Told
from directory_app.guides.typesetting.shaping import (
    Piece,
    SetLine,
    Style,
    Word,
    end_of_told,
    set_line,
    shape,
)

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
        self._tree = document.tree
        self._index = document.page_index
        self._open: Element | None = None
        #: What a drawing is part of that is read as a text.
        self._spoken: Element | None = None
        #: Where the last text of the open element ended: x, baseline, size, and its face.
        self._end: tuple[float, float, float, Face] | None = None

    # what it is to a reader

    def tag(
        self, kind: str, *, lang: str = "", alt: str = "",
        box: tuple[float, float, float, float] | None = None,
    ) -> AbstractContextManager[Element]:  # fmt: skip
        """Begin an element (H1, P, L, LI, Figure, ...): what is drawn next is its content.

        ``lang`` says that it is not in the document's language. A Figure needs ``alt`` and
        its ``box``: x, y of the upper left corner, width and height.
        """
        element = self._tree.add(kind, lang="" if lang == self.document.language else lang)
        element.alt = alt
        if box:
            x, y, width, height = box
            element.box = (x, self.height - y - height, x + width, self.height - y)
        return self._tree.within(element)

    def within(self, element: Element) -> AbstractContextManager[Element]:
        """Go on in an element that was begun before, on this page or another."""
        return self._tree.within(element)

    def item(self) -> AbstractContextManager[Element]:
        """Begin an item of a list: of the one that is open, or that was just begun, or a new one.

        So entries that follow each other are one list, over columns and pages, until
        something else (a heading) is tagged between them.
        """
        return self._tree.within(self._tree.add("LI", self._tree.list_of_items()))

    def artifact(self) -> AbstractContextManager[Element]:
        """What is drawn next is decoration, or stands on every page: no reader tells it."""
        return self._tree.within(ARTIFACT)

    @contextmanager
    def linked(
        self, address: str, x: float, y: float, width: float, height: float, *, says: str = ""
    ) -> Iterator[None]:
        """What is drawn next leads to an address, as does the rectangle at (x, y)."""
        if not leads(address):
            yield
            return
        with self.tag("Link"):
            yield
            self.link(address, x, y, width, height, says=says)

    @contextmanager
    def spoken(self, text: str, *, second: bool = False) -> Iterator[None]:
        """Lines and shapes drawn next are read as this text, amid the text round them."""
        home = self._tree.for_text(self._index)
        if home is ARTIFACT:
            yield
            return
        self._mark(home)
        language = f"/Lang({self.document.second_language})" if second and not home.lang else ""
        self._code.append(f"/Span<<{language}/Alt{text_string(text)}>>BDC")
        self._spoken = home
        yield
        self._spoken = None
        self._code.append("EMC")

    def _mark(self, element: Element) -> None:
        """See that what is drawn next is content of the element."""
        if element is self._open:
            return
        if self._open is not None:
            self._code.append("EMC")
        if element is ARTIFACT:
            self._code.append("/Artifact BMC")
        else:
            mcid = self._tree.mark(self._index, element)
            self._code.append(f"/{element.kind}<</MCID {mcid}>>BDC")
        self._open = element
        self._end = None

    def _draw(self, code: str) -> None:
        """Draw lines or shapes."""
        self._mark(self._spoken or self._tree.for_drawing())
        self._code.append(code)

    # text

    def text(
        self, x: float, baseline: float, text: str, style: Style, colour: Colour = INK
    ) -> float:
        """Draw a line of text from x on; returns where it ends."""
        line = set_line(text, style.family, style.weight)
        self._line(x, baseline, line, style, colour)
        return x + line.width * style.size / 1000

    def text_right(
        self, right: float, baseline: float, text: str, style: Style, colour: Colour = INK
    ) -> float:
        """Draw a line of text that ends at ``right``; returns where it begins."""
        line = set_line(text, style.family, style.weight)
        left = right - line.width * style.size / 1000
        self._line(left, baseline, line, style, colour)
        return left

    def text_middle(
        self, middle: float, baseline: float, text: str, style: Style, colour: Colour = INK
    ) -> None:
        """Draw a line of text around ``middle``."""
        line = set_line(text, style.family, style.weight)
        self._line(middle - line.width * style.size / 2000, baseline, line, style, colour)

    def _line(self, x: float, baseline: float, line: SetLine, style: Style, colour: Colour) -> None:
        if not line.pieces:
            return
        home = self._tree.for_text(self._index)
        self._mark(home)
        y = self.height - baseline
        said = style.second and home is not ARTIFACT and not home.lang
        self._space(x, baseline)
        if said:
            self._code.append(f"/Span<</Lang({self.document.second_language})>>BDC")
        if colour != INK:
            self._code.append(f"{_fill(colour)}")
        code = [
            self._piece(
                piece, x + piece.start * style.size / 1000, y, style.size * piece.face.scale,
                told=line.told is not None,
            )
            for piece in line.pieces
        ]  # fmt: skip
        if line.told:
            ends = self._ends(line, (x, y), style.size)
            code = [_told(line.told, " ".join([ends[0], *code, ends[1]]))]
        self._code += code
        if colour != INK:
            self._code.append("0 g")
        if said:
            self._code.append("EMC")
        end = x + line.width * style.size / 1000
        self._end = (end, baseline, style.size, line.pieces[-1].face)

    def _ends(self, line: SetLine, at: tuple[float, float], size: float) -> tuple[str, str]:
        """A letter that is not painted at each end of a line that is told as one.

        pdfium takes the text for that of the piece most to the left (on a page that stands on
        its head, to the right), and turns it round if that piece runs right to left. It makes
        as much room for each letter as that piece is wide.
        """
        face, word = end_of_told()
        font = self.document.embedded(face)
        font.use(word)
        letters = len(line.told.pdfium) if line.told else 0
        wide = line.width / max(1, letters)
        # the second is slight, so that it begins behind whatever letter the line ends in
        first, last = (
            f"BT /{font.name} {size:g} Tf 3 Tr {100 * width / word.width:.1f} Tz "
            f"{round(at[0] + left * size / 1000, 1):g} {round(at[1], 1):g} Td "
            f"[{word.operands}]TJ 0 Tr 100 Tz ET"
            for left, width in ((0.0, wide), (line.width - 0.2 * wide, 0.2 * wide))
        )
        if any(word.operators for piece in line.pieces for word in piece.words):
            first += f" {last}"  # a mark above a letter begins another line for pdfium
        return first, last

    def _unmark(self) -> None:
        if self._open is not None:
            self._code.append("EMC")
            self._open = None

    def _space(self, x: float, baseline: float) -> None:
        """A space where a line ended, or before a gap: readers would join the words."""
        if self._end is None or self._open is ARTIFACT:
            return
        at, base, size, face = self._end
        if base == baseline and x - at <= 0.15 * size:
            return
        last = self._code[-1]
        if last.endswith(")]TJ ET") and face.covers(" "):  # one letter more of its own font
            space = shape(" ", face, False)
            self.document.embedded(face).use(space)
            self._code[-1] = f"{last[:-7]}{space.operands[1:]}]TJ ET"
        else:
            words = set_line(" ", "sans", "regular").pieces[0]
            self._code.append(self._piece(words, at, self.height - base, size))

    def _piece(self, piece: Piece, x: float, y: float, size: float, *, told: bool = False) -> str:
        """The operators of a piece; ``told`` says that readers know its text already."""
        font = self.document.embedded(piece.face)
        tell = [font.use(word) and not told for word in piece.words]
        shown = _show(piece.words, tell)
        if any(word.operators for word in piece.words):  # their rises are in ems
            place = f"1 Tf {size:g} 0 0 {size:g} {round(x, 1):g} {round(y, 1):g} Tm"
        else:
            place = f"{size:g} Tf {round(x, 1):g} {round(y, 1):g} Td"
        drawn = f"BT /{font.name} {place} {shown} ET"
        if piece.language and not told:
            return f"/Span<</Lang({piece.language})>>BDC {drawn} EMC"
        return drawn

    # rules and shapes

    def rule(self, x: float, y: float, width: float, thickness: float) -> None:
        """A horizontal rule whose top edge is y."""
        self.box(x, y, width, thickness)

    def box(self, x: float, y: float, width: float, height: float, colour: Colour = INK) -> None:
        """A filled rectangle, (x, y) its upper left corner."""
        sides = (x, self.height - y - height, width, height)
        path = f"{' '.join(f'{round(side, 2):g}' for side in sides)} re f"
        self._draw(path if colour == INK else f"{_fill(colour)} {path} 0 g")

    def shape(
        self, points: Sequence[tuple[float, float]], *, colour: Colour = INK, stroke: float = 0
    ) -> None:
        """A polygon: filled, or with ``stroke`` outlined in ink and filled with paper."""
        start, path = _path_from(points)
        self.path(f"{path} h", start, colour=colour, stroke=stroke)

    def line(self, points: Sequence[tuple[float, float]], stroke: float) -> None:
        """An open line in ink, with round ends."""
        start, path = _path_from(points)
        shown = f"1 J 1 j {stroke:.2f} w {path} S"
        form = self.document.form(shown)
        self._draw(f"q {self._moved(start)}{f'/{form} Do' if form else shown} Q")

    def path(
        self, path: str, at: tuple[float, float] | None = None, *, colour: Colour = INK,
        stroke: float = 0,
    ) -> None:  # fmt: skip
        """A ready path (y up), with its origin at the point ``at`` of the page if told.

        Shapes that come again and again are the same path at other places, so that the
        document holds each once.
        """
        shown = f"1 1 1 rg {stroke:.2f} w {path} B" if stroke else f"{path} f"
        tint = "" if stroke or colour == INK else f"{_fill(colour)} "
        if not at:
            self._draw(f"q {tint}{shown} Q" if stroke or tint else shown)
            return
        form = self.document.form(shown)
        self._draw(f"q {self._moved(at)}{tint}{f'/{form} Do' if form else shown} Q")

    def _moved(self, at: tuple[float, float]) -> str:
        return f"1 0 0 1 {round(at[0], 2):g} {round(self.height - at[1], 2):g} cm "

    def circle(self, x: float, y: float, radius: float, *, stroke: float = 0) -> None:
        """A circle: filled, or outlined."""
        r, k = radius, radius * _KAPPA
        self.path(
            f"{-r:.2f} 0 m {-r:.2f} {k:.2f} {-k:.2f} {r:.2f} 0 {r:.2f} c "
            f"{k:.2f} {r:.2f} {r:.2f} {k:.2f} {r:.2f} 0 c "
            f"{r:.2f} {-k:.2f} {k:.2f} {-r:.2f} 0 {-r:.2f} c "
            f"{-k:.2f} {-r:.2f} {-r:.2f} {-k:.2f} {-r:.2f} 0 c h",
            (x, y),
            stroke=stroke,
        )

    # places that lead somewhere

    def link(
        self, address: str, x: float, y: float, width: float, height: float, *, says: str = ""
    ) -> None:
        """Make the rectangle at the upper left corner (x, y) lead to an address."""
        top = self.height - y
        self.document.link(address, (x, top - height, x + width, top), says)

    def outline(self, text: str, key: str, y: float) -> None:
        """Put this place of the page into the document's outline."""
        self.document.outline(text, key, self.height - y)

    def flush(self) -> None:
        """Put what was drawn so far on the canvas, before something else draws there.

        What is drawn there belongs to the picture that is open, or is decoration.
        """
        self._mark(self._tree.for_drawing())
        self._write()

    def _write(self) -> None:
        self._end = None
        if self._code:
            self.document.write("\n".join(self._code))
            self._code.clear()

    def finish(self) -> None:
        """End the page."""
        self._unmark()
        self._write()
        self.document.end_page()


def _path_from(points: Sequence[tuple[float, float]]) -> tuple[tuple[float, float], str]:
    """The first of the points, and the path through all of them from there (y up)."""
    left, top = points[0]
    steps = (f"{x - left:.2f} {top - y:.2f} l" for x, y in points[1:])
    return (left, top), " ".join(["0 0 m", *steps])


def _fill(colour: Colour) -> str:
    return " ".join(f"{part:.3g}" for part in colour) + " rg"


def _show(words: Sequence[Word], told: Sequence[bool]) -> str:
    """The operators that show words; with ActualText round those that readers must be told."""
    if True not in told and not any(word.operators for word in words):
        return _array([word.operands for word in words])  # as most pieces are
    out: list[str] = []
    plain: list[str] = []
    waiting = list(zip(words, told, strict=True))
    while waiting:
        word, tell = waiting.pop(0)
        if not tell and not word.operators:
            plain.append(word.operands)
            continue
        if plain:
            out.append(_array(plain))
            plain = []
        text, shown = word.text, word.operators or f"[{word.operands}]TJ"
        if tell and waiting and waiting[0][0].text == " " and not waiting[0][1]:
            # pdfium passes over a space that stands alone
            space, _ = waiting.pop(0)
            text, shown = f"{text} ", f"{shown}[{space.operands}]TJ"
        out.append(_span(text, shown) if tell else shown)
    if plain:
        out.append(_array(plain))
    return "".join(out)


def _array(operands: Sequence[str]) -> str:
    """One TJ, strings that follow each other joined."""
    return f"[{''.join(operands).replace(')(', '')}]TJ"


def _told(told: Told, shown: str) -> str:
    """A line with what each reader is told of it."""
    inner = _span(told.poppler, _span(told.pdfium, shown, "Seen"))
    return _span(told.text, inner, language=told.language)


def _span(text: str, shown: str, tag: str = "Span", *, language: str = "") -> str:
    actual = ("\ufeff" + text).encode("utf-16-be").hex().upper() if text else ""
    lang = f"/Lang({language})" if language else ""
    return f"/{tag}<<{lang}/ActualText<{actual}>>>BDC {shown} EMC "
