"""The words of a PDF as who copies or searches it gets them, and what stands beside its pages."""

import io
import re
from collections.abc import Iterator
from threading import Lock

import pikepdf
import pypdfium2

#: pdfium is no friend of threads: one at a time is in it.
PDFIUM = Lock()
#: Where a PDF keeps text that no page shows, or shows as letters of another kind.
_KEYS = ("/URI", "/Alt", "/ActualText", "/Contents", "/Title", "/Author", "/Subject", "/Keywords")
_ACTUAL = re.compile(rb"/ActualText\s*(<[0-9A-Fa-f\s]*>)")


def page_texts(data: bytes) -> list[str]:
    """The text of each page, in the order in which it was drawn."""
    with PDFIUM:
        document = pypdfium2.PdfDocument(data)
        try:
            return [_text(document, number) for number in range(len(document))]
        finally:
            document.close()


def _text(document: pypdfium2.PdfDocument, number: int) -> str:
    page = document[number]
    try:
        read = page.get_textpage()
        try:
            return str(read.get_text_range())
        finally:
            read.close()
    finally:
        page.close()


def other_texts(data: bytes) -> Iterator[str]:
    """What else is in the file: links, titles, descriptions of pictures, what shapes stand for."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for each in pdf.objects:
            if isinstance(each, pikepdf.Stream):
                held = each.read_bytes() if "/Length" in each else b""
                if b"/ActualText" in held:
                    yield from (_decoded(found[1]) for found in _ACTUAL.finditer(held))
            elif isinstance(each, pikepdf.Dictionary):
                yield from _strings(each)


def _strings(each: "pikepdf.Dictionary") -> Iterator[str]:
    for key, value in each.items():
        if isinstance(value, pikepdf.String) and key in _KEYS:
            yield str(value)
        elif isinstance(value, pikepdf.Dictionary) and not value.is_indirect:
            yield from _strings(value)


def _decoded(hexadecimal: bytes) -> str:
    raw = bytes.fromhex(hexadecimal.strip(b"<>").decode("ascii"))
    return (
        raw[2:].decode("utf-16-be", "replace") if raw[:2] == b"\xfe\xff" else raw.decode("latin-1")
    )
