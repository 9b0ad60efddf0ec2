"""What stands in a file that was made, as texts: each format read as its readers read it.

A format that nobody can read here is no format that may leave: ``pieces`` refuses it.
"""

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

from directory_app.exporting import FORMATS
from directory_app.model.forbidden_search import Piece

#: Numbers and distances at the ends of lines.
_MARGINS = re.compile(r"(?m)^\s*\d{1,4}(?:\.\d)?(?:\s*mi)?\s+|\s+\d{1,4}(?:\.\d)?(?:\s*mi)?\s*$")
#: No cell is longer; the reader of a table wants to know.
_LONGEST = 10_000_000


def pieces(data: bytes, format_: str) -> Iterator[Piece]:
    """The texts of a file by its ending ("pdf"). ValueError for one that nobody can read."""
    read_as = next((each.read_as for each in FORMATS if f".{format_}" in each.endings), "")
    reader = _READERS.get(read_as or format_)
    if reader is None:
        raise ValueError(f"nobody can read back a {format_}")
    yield from reader(data)


def _pdf(data: bytes) -> Iterator[Piece]:
    from directory_app.guides import reading

    for number, text in enumerate(reading.page_texts(data), start=1):
        yield Piece(f"p. {number}", text)
        # a name that goes on in the next line may have the entry's number behind its first
        yield Piece(f"p. {number}", _MARGINS.sub(" ", text), names_only=True)
    for text in reading.other_texts(data):
        yield Piece("PDF", text)


def _csv(data: bytes) -> Iterator[Piece]:
    text = data.decode("utf-8-sig")
    csv.field_size_limit(_LONGEST)
    for number, row in enumerate(csv.reader(io.StringIO(text)), start=1):
        yield from _row(f"#{number}", row)


def _row(where: str, cells: Iterable[str]) -> Iterator[Piece]:
    """Each cell by itself, and the numbers of a row once more: a coordinate has two cells."""
    said = [cell for cell in cells if cell]
    for cell in said:
        yield Piece(where, cell)
    numbers = [cell for cell in said if "." in cell and _is_number(cell)]
    if len(numbers) > 1:
        yield Piece(where, ", ".join(numbers))


def _is_number(cell: str) -> bool:
    try:
        float(cell.lstrip("'"))
    except ValueError:
        return False
    return True


def _xlsx(data: bytes) -> Iterator[Piece]:
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        for name in book.namelist():
            if name.endswith((".xml", ".rels", ".vml")):
                root = ElementTree.fromstring(book.read(name))  # noqa: S314 - our own file
                for row in _rows_of(root):
                    yield from _row(name.rpartition("/")[2], row)


def _rows_of(root: ElementTree.Element) -> Iterator[list[str]]:
    """The texts of each row of a sheet; of another part all of them."""
    rows = [each for each in root.iter() if each.tag.rpartition("}")[2] == "row"]
    inside = {id(each) for row in rows for each in row.iter()}
    for row in rows:
        yield [text for each in row for text in _texts_of(each)]
    yield [
        text
        for each in root.iter()
        if id(each) not in inside
        for text in (each.text, each.tail)
        if text
    ]


def _texts_of(element: ElementTree.Element) -> Iterator[str]:
    whole = "".join(element.itertext())
    if whole.strip():
        yield whole


def _json(data: bytes) -> Iterator[Piece]:
    yield from _said(json.loads(data.decode("utf-8-sig"), parse_float=_Number), "JSON")


class _Number(str):
    """A number as it is written, with all its decimals."""


def _said(value: Any, where: str) -> Iterator[Piece]:
    if isinstance(value, Mapping):
        numbers = [one for one in value.values() if isinstance(one, _Number)]
        if len(numbers) > 1:
            yield Piece(where, ", ".join(numbers))
        # OpenStreetMap keeps the house and its street apart
        street = [str(one) for key, one in value.items() if "addr" in key and isinstance(one, str)]
        yield Piece(where, ", ".join(street))
        for key, one in value.items():
            yield Piece(where, str(key))
            yield from _said(one, f"“{key}”")
    elif isinstance(value, list):
        numbers = [one for one in value if isinstance(one, _Number)]
        if len(numbers) > 1:
            yield Piece(where, ", ".join(numbers))
        for one in value:
            yield from _said(one, where)
    elif isinstance(value, str):
        yield Piece(where, value)
    elif isinstance(value, int) and not isinstance(value, bool):
        yield Piece(where, str(value))


def _xml(data: bytes) -> Iterator[Piece]:
    for each in ElementTree.fromstring(data).iter():  # noqa: S314 - our own file
        where = f"<{each.tag.rpartition('}')[2]}>"
        for text in (each.text, each.tail, *each.attrib.values()):
            if text and text.strip():
                yield Piece(where, text)


def _vcard(data: bytes) -> Iterator[Piece]:
    text = data.decode("utf-8").replace("\r\n ", "").replace("\r\n\t", "")
    for number, folded in enumerate(text.split("\r\n"), start=1):
        line = re.sub(r"\\([,;n\\])", lambda sign: {"n": "\n"}.get(sign[1], sign[1]), folded)
        name, _, value = line.partition(":")
        yield Piece(f"#{number}", value.replace(";", "\n") if name == "ADR" else line)


def _zip(data: bytes) -> Iterator[Piece]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            for piece in pieces(package.read(name), name.rpartition(".")[2].lower()):
                yield Piece(f"{name} {piece.where}", piece.text)


def _plain(data: bytes) -> Iterator[Piece]:
    yield Piece("…", data.decode("utf-8-sig"))


def _html(data: bytes) -> Iterator[Piece]:
    page = _Page()
    page.feed(data.decode("utf-8"))
    page.close()
    yield from page.pieces


class _Page(HTMLParser):
    """The texts of a page and of its attributes; a stretch that is only styled is one text."""

    _INLINE = frozenset(
        ("b", "i", "em", "strong", "span", "bdi", "bdo", "a", "small", "mark", "wbr")
    )

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[Piece] = []
        self._said = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Attributes hold texts too: links, titles, what a script reads."""
        if tag not in self._INLINE:
            self._end()
        self.pieces += [Piece(f"<{tag} {name}>", value) for name, value in attrs if value]

    def handle_endtag(self, tag: str) -> None:
        """Text ends with its paragraph."""
        if tag not in self._INLINE:
            self._end()

    def handle_data(self, data: str) -> None:
        """Text between tags."""
        self._said += data

    def handle_comment(self, data: str) -> None:
        """A remark is in the file, whoever sees it."""
        self.pieces.append(Piece("<!-- -->", data))

    def close(self) -> None:
        """The last text."""
        super().close()
        self._end()

    def _end(self) -> None:
        if self._said.strip():
            self.pieces.append(Piece("HTML", self._said))
        self._said = ""


def _picture(data: bytes) -> Iterator[Piece]:
    """A picture has no text to be read: it is drawn from a PDF, which is."""
    yield from ()


_READERS: dict[str, Callable[[bytes], Iterator[Piece]]] = {
    "pdf": _pdf, "csv": _csv, "xlsx": _xlsx, "json": _json, "geojson": _json, "kml": _xml,
    "vcf": _vcard, "zip": _zip, "html": _html, "txt": _plain, "md": _plain, "png": _picture,
}  # fmt: skip
