"""Objects to a file: everything but streams goes into compressed object streams (PDF 1.5).

ReportLab writes every object in the open, and a tagged guide has a dozen for each business: a
file would be twice as large. The structure tree is written here straight from its elements.
"""

import hashlib
import itertools
import operator
import sys
import zlib
from array import array
from collections.abc import Callable, Collection, Iterator
from typing import Any

import pikepdf
from reportlab.pdfbase import pdfdoc

from directory_app.guides.tagging import Numbers, Tree, serialize

#: Objects a stream: fewer compress worse, more make a reader unpack too much for one.
_TOGETHER = 1400
#: Keys of links in the tree of parents begin here: no guide has so many pages.
LINK_KEY = 1_000_000
#: Bytes a row of the table of all objects.
_COLUMNS = 7
#: The streams that a file is made of, and that a new file has anew.
_OF_FILE = (pikepdf.Name.ObjStm, pikepdf.Name.XRef)
_HEADER = b"%PDF-1.7\n%\x93\x8c\x8b\x9e\n"


class TreeRoot(pdfdoc.PDFObject):  # type: ignore[misc]  # ReportLab has no types
    """Stands for the structure tree's root until all other objects have their numbers."""

    __RefOnly__ = 1


def pack(doc: Any, tree: Tree, root: TreeRoot) -> bytes:
    """The file of a ReportLab document whose pages are drawn."""
    doc.encrypt.prepare(doc)
    catalog, info = (doc.Reference(each) for each in (doc.Catalog, doc.info))
    top = doc.Reference(root)
    file = _File()
    for number, obj in _objects(doc):
        if obj is not root:
            file.add(number, pdfdoc.format(obj, doc, toplevel=1), isinstance(obj, pdfdoc.PDFStream))

    def numbered(name: str) -> int:
        return int(doc.idToObjectNumberAndVersion[name][0])

    first = len(doc.numberToId) + 1
    numbers = Numbers(
        numbered(top.name),
        first,
        lambda page: numbered(f"Page{page + 1}"),
        lambda note: numbered(doc.annotationName(note)),
        LINK_KEY,
    )
    head, elements = serialize(tree, numbers)
    file.add(numbered(top.name), head)
    for number, element in enumerate(elements, first):
        file.add(number, element)
    return file.finish(numbered(catalog.name), numbered(info.name))


def repack(pdf: pikepdf.Pdf, without: Collection[int], changed: Callable[[bytes], bytes]) -> bytes:
    """The file of a changed PDF, its streams as they are; qpdf writes a tenth more, and slower.

    ``without`` are the numbers of objects that nothing leads to any more; ``changed`` is given
    every other object that is no stream, as qpdf writes it.
    """
    file = _File(level=6)  # the highest takes half as long again as all of the rest, for 1 in 300
    for each in pdf.objects:
        number = each.objgen[0]
        if number in without:
            continue
        if not isinstance(each, pikepdf.Stream):
            file.add(number, changed(each.unparse(resolved=True)))
        elif each.get("/Type") not in _OF_FILE:
            file.add(number, _stream(each), stream=True)
    return file.finish(pdf.Root.objgen[0], pdf.trailer.Info.objgen[0])


def _stream(stream: pikepdf.Stream) -> bytes:
    data = stream.read_raw_bytes()
    if stream.get("/Length") != len(data):
        stream.stream_dict.Length = len(data)
    return b"%b\nstream\n%b\nendstream" % (stream.stream_dict.unparse(resolved=True), data)


def _objects(doc: Any) -> Iterator[tuple[int, Any]]:
    """Every object with its number; formatting one may register more."""
    number = 1
    while number in doc.numberToId:
        yield number, doc.idToObject[doc.numberToId[number]]
        number += 1


class _File:
    """The bytes of a file being written, and where in it each object is."""

    def __init__(self, level: int = 9) -> None:
        self._level = level
        self._out = bytearray(_HEADER)
        self._waiting: list[tuple[int, bytes]] = []
        #: The object streams, compressed as soon as they are full.
        self._packs: list[bytes] = []
        #: For each number 1 and the offset of an object in the open, or 2, the object stream
        #: that it is in and its place there; packed into one number, since they are many.
        self._where = array("Q")

    def add(self, number: int, data: bytes, stream: bool = False) -> None:
        """Write one object."""
        if stream:
            self._open(number, data)
            return
        self._note(number, 2, len(self._packs), len(self._waiting))
        self._waiting.append((number, data))
        if len(self._waiting) == _TOGETHER:
            self._pack()

    def _note(self, number: int, kind: int, where: int, place: int = 0) -> None:
        while len(self._where) <= number:
            self._where.append(0)
        self._where[number] = kind << 48 | where << 16 | place

    def _pack(self) -> None:
        self._packs.append(_object_stream(self._waiting, self._level))
        self._waiting = []

    def _open(self, number: int, data: bytes) -> None:
        self._note(number, 1, len(self._out))
        self._out += b"%d 0 obj\n%b\nendobj\n" % (number, data.rstrip(b"\n"))

    def finish(self, catalog: int, info: int) -> bytes:
        """The whole file, with the object streams and the table of all objects at its end."""
        self._pack()
        first = len(self._where)
        while self._packs:
            self._open(len(self._where), self._packs.pop(0))
        start, number = len(self._out), len(self._where)
        self._note(number, 1, start)
        table = self._table(first, catalog, info)
        self._out += b"%d 0 obj\n%b\nendobj\n" % (number, table)
        self._out += b"startxref\n%d\n%%%%EOF\n" % start
        return bytes(self._out)

    def _table(self, first: int, catalog: int, info: int) -> bytes:
        """The table of all objects; object streams have the numbers from ``first`` on."""
        packed = zlib.compress(_differences(self._rows(first)), 9)
        # the same pages have the same name, so that the same input gives the same bytes
        digest = hashlib.sha256(self._out).hexdigest()[:32].encode()
        head = (
            b"<</Type/XRef/Size %d/W[1 4 2]/Root %d 0 R/Info %d 0 R/ID[<%b><%b>]"
            b"/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns %d>>/Length %d>>\nstream\n"
        ) % (len(self._where), catalog, info, digest, digest, _COLUMNS, len(packed))
        return head + packed + b"\nendstream"

    def _rows(self, first: int) -> bytes:
        """The table: a byte for the kind, four for where, two for the place."""
        shift = first << 16
        rows = array("Q", (each + shift if each >> 48 == 2 else each for each in self._where))
        rows[0] = 0xFFFF
        if sys.byteorder == "little":
            rows.byteswap()
        return _without_column(rows.tobytes(), rows.itemsize)


def _without_column(table: bytes, columns: int) -> bytes:
    """The rows of a table without their first byte."""
    out = bytearray(len(table) // columns * (columns - 1))
    for column in range(1, columns):
        out[column - 1 :: columns - 1] = table[column::columns]
    return bytes(out)


def _differences(rows: bytes) -> bytes:
    """Rows as PNG's filter "up" has them: each as what is added to the one above."""
    changes = map(operator.sub, rows, bytes(_COLUMNS) + rows)
    added = bytes(map(operator.and_, changes, itertools.repeat(255)))
    count = len(rows) // _COLUMNS
    out = bytearray(b"\2" * (count * (_COLUMNS + 1)))
    for column in range(_COLUMNS):
        out[column + 1 :: _COLUMNS + 1] = added[column::_COLUMNS]
    return bytes(out)


def _object_stream(pack: list[tuple[int, bytes]], level: int) -> bytes:
    numbers, offset = [], 0
    for number, data in pack:
        numbers.append(b"%d %d" % (number, offset))
        offset += len(data) + 1
    head = b" ".join(numbers) + b"\n"
    content = zlib.compress(head + b"\n".join(data for _, data in pack), level)
    return (
        b"<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d>>\nstream\n"
        % (len(pack), len(head), len(content))
        + content
        + b"\nendstream"
    )
