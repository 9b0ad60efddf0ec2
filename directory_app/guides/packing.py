"""Objects to a file: everything but streams goes into compressed object streams (PDF 1.5).

ReportLab writes every object in the open, and a tagged guide has a dozen for each business: a
file would be twice as large. The structure tree is written here straight from its elements.
"""

import hashlib
import zlib
from collections.abc import Iterable, Iterator
from typing import Any

from reportlab.pdfbase import pdfdoc

from directory_app.guides.tagging import Numbers, Tree, serialize

#: Objects a stream: fewer compress worse, more make a reader unpack too much for one.
_TOGETHER = 1000
#: Keys of links in the tree of parents begin here: no guide has so many pages.
LINK_KEY = 1_000_000
#: Bytes a row of the table of all objects.
_COLUMNS = 7
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


def _objects(doc: Any) -> Iterator[tuple[int, Any]]:
    """Every object with its number; formatting one may register more."""
    number = 1
    while number in doc.numberToId:
        yield number, doc.idToObject[doc.numberToId[number]]
        number += 1


class _File:
    """The bytes of a file being written, and where in it each object is."""

    def __init__(self) -> None:
        self._out = bytearray(_HEADER)
        self._waiting: list[tuple[int, bytes]] = []
        self._packs: list[list[tuple[int, bytes]]] = []
        #: number -> (1, offset, 0) in the open, (2, pack, place in it) in an object stream
        self._where: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}

    def add(self, number: int, data: bytes, stream: bool = False) -> None:
        """Write one object."""
        if stream:
            self._open(number, data)
            return
        if not self._packs or len(self._packs[-1]) == _TOGETHER:
            self._packs.append([])
        self._packs[-1].append((number, data))

    def _open(self, number: int, data: bytes) -> None:
        self._where[number] = (1, len(self._out), 0)
        self._out += b"%d 0 obj\n%b\nendobj\n" % (number, data.rstrip(b"\n"))

    def finish(self, catalog: int, info: int) -> bytes:
        """The whole file, with the object streams and the table of all objects at its end."""
        number = max(each for pack in self._packs for each, _ in pack) + 1
        number = max(number, max(self._where) + 1)
        for pack in self._packs:
            for place, (inside, _) in enumerate(pack):
                self._where[inside] = (2, number, place)
            self._open(number, _object_stream(pack))
            number += 1
        start = len(self._out)
        self._where[number] = (1, start, 0)
        self._out += b"%d 0 obj\n%b\nendobj\n" % (number, self._table(number + 1, catalog, info))
        self._out += b"startxref\n%d\n%%%%EOF\n" % start
        return bytes(self._out)

    def _table(self, size: int, catalog: int, info: int) -> bytes:
        rows = _differences(
            kind.to_bytes(1) + where.to_bytes(4) + place.to_bytes(2)
            for kind, where, place in (self._where[number] for number in range(size))
        )
        # the same pages have the same name, so that the same input gives the same bytes
        digest = hashlib.sha256(self._out).hexdigest()[:32].encode()
        packed = zlib.compress(rows, 9)
        head = (
            b"<</Type/XRef/Size %d/W[1 4 2]/Root %d 0 R/Info %d 0 R/ID[<%b><%b>]"
            b"/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns %d>>/Length %d>>\nstream\n"
        ) % (size, catalog, info, digest, digest, _COLUMNS, len(packed))
        return head + packed + b"\nendstream"


def _differences(rows: Iterable[bytes]) -> bytes:
    """Rows as PNG's filter "up" has them: each as what is added to the one above."""
    out = bytearray()
    above = bytes(_COLUMNS)
    for row in rows:
        out.append(2)
        out += bytes((new - old) & 255 for new, old in zip(row, above, strict=True))
        above = row
    return bytes(out)


def _object_stream(pack: list[tuple[int, bytes]]) -> bytes:
    numbers, offset = [], 0
    for number, data in pack:
        numbers.append(b"%d %d" % (number, offset))
        offset += len(data) + 1
    head = b" ".join(numbers) + b"\n"
    content = zlib.compress(head + b"\n".join(data for _, data in pack))
    return (
        b"<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d>>\nstream\n"
        % (len(pack), len(head), len(content))
        + content
        + b"\nendstream"
    )
