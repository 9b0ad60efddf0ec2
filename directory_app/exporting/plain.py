"""Text on its way into a file: what no file can hold is taken out, once for every format."""

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any, TypeVar

from directory_app.model.listing import PublicListing, PublicPhone, StaffListing
from directory_app.model.text import clean

#: Halves of letters, and what is no letter at all: XML 1.0 and UTF-8 have no place for them.
_NO_LETTERS = re.compile("[\ud800-\udfff\ufffe\uffff]")
#: How a spreadsheet knows a formula, behind any apostrophes (OWASP's list of CSV injection).
_FORMULA = re.compile("'*[=+\\-@\t\r\n]")
_STARTS = frozenset("'=+-@\t\r\n")
#: The first day that a ZIP archive can tell: every entry has it, so that bytes stay the same.
_ZIP_DAY = (1980, 1, 1, 0, 0, 0)
Listing = TypeVar("Listing", PublicListing, StaffListing)


def plain(text: str) -> str:
    """The text without control characters and halves of letters; its lines end in LF."""
    if text.isprintable():  # nearly all are: none of what is taken out is printable
        return text.strip()
    return clean(_NO_LETTERS.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))


def tidied(listing: Listing) -> Listing:
    """The listing with every text in it made plain; what was only space is gone."""
    changed: dict[str, Any] = {}
    for name, is_text in _TEXTS[type(listing)]:
        before = getattr(listing, name)
        after = plain(before) if is_text else tuple(filter(None, map(plain, before)))
        if after != before:
            changed[name] = after
    phones = tuple(
        PublicPhone(plain(each.number), plain(each.extension), each.type) for each in listing.phones
    )
    if phones != listing.phones:
        changed["phones"] = phones
    return replace(listing, **changed) if changed else listing


def _texts(kind: type) -> tuple[tuple[str, bool], ...]:
    """The fields of a listing that hold text: their names, and whether one text or several."""
    several: object = tuple[str, ...]
    return tuple(
        (field.name, field.type is str) for field in fields(kind) if field.type in (str, several)
    )


_TEXTS: dict[type, tuple[tuple[str, bool], ...]] = {
    kind: _texts(kind) for kind in (PublicListing, StaffListing)
}


def protected(text: str) -> str:
    """The text as a CSV cell that no spreadsheet works out: ``=1+1`` becomes ``'=1+1``.

    One apostrophe is added in front of what begins a formula, also where apostrophes stand
    there already, so that taking one away gives the same text back (importing.tables does).
    """
    return f"'{text}" if text[:1] in _STARTS and _FORMULA.match(text) else text


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """A ZIP archive of these files, the same bytes every time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, _ZIP_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            entry.create_system = 3  # the same on every system
            archive.writestr(entry, data)
    return out.getvalue()
