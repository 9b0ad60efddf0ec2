"""Look at a workbook before openpyxl opens it: whether it is one and fits in memory.

A few hundred kilobytes of zip can hold gigabytes of XML. The zip directory says how large
its members claim to be (and zipfile never hands out more than that); then each part that
openpyxl would read is streamed once, counting elements, in one megabyte of memory.
"""

import lzma
import re
import struct
import zipfile
import zlib
from pathlib import Path
from typing import IO, NoReturn

from directory_app.errors import UserError
from directory_app.importing.options import MAX_BYTES, MAX_ROWS
from directory_app.importing.pasted import Pasted

_MAX_MEMBERS = 2_000
_MAX_UNPACKED = 128 * 1024 * 1024
#: Real sheets pack 5 to 25 times; hundreds of times is padding.
_MAX_RATIO = 100
_RATIO_FROM = 2 * 1024 * 1024
#: Elements of one row or one string, and of a part that is neither sheet nor string table.
_MAX_RUN = 120_000
_MAX_ELEMENTS = 300_000
_MAX_STRINGS = 600_000
_CHUNK = 1024 * 1024

_AS_CSV = "Open it in a spreadsheet program, save the sheet as CSV and import that."
_ROW = re.compile(rb"</(?:\w+:)?row>|<(?:\w+:)?row\b[^>]*/>")
_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")
_STRING = re.compile(rb"</(?:\w+:)?si>")
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
)
_PARTS = "Split the list into files of fewer than {rows:,} rows and import them one by one."


def check(path: Path) -> bool:
    """Refuse, with a sentence, what is no workbook or is too large. Needs a few megabytes.

    Returns whether any sheet holds formulas.
    """
    start = path.open("rb").read(8)
    if start.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        _refuse_old(path)
    if not zipfile.is_zipfile(path):
        raise UserError(f"{path.name} is not a workbook, or it is damaged.", _AS_CSV)
    try:
        with zipfile.ZipFile(path) as archive:
            _check_kind(path, archive)
            _check_directory(path, archive)
            found = [_check_member(path, archive, member) for member in archive.infolist()]
    except _DAMAGE as error:
        raise damaged(path) from error
    return any(found)


def damaged(path: Path) -> UserError:
    """The sentence for a workbook that cannot be read."""
    return UserError(f"{path.name} is damaged and could not be opened.", _AS_CSV)


def _refuse_old(path: Path) -> NoReturn:
    """An OLE file: an encrypted workbook, or one of Excel 97 to 2003."""
    content = path.open("rb").read(256 * 1024)
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise UserError(
            f"{path.name} is locked with a password.",
            "Open it in a spreadsheet program, save it without the password and import that.",
        )
    raise UserError(
        f"{path.name} is in the old Excel format (.xls), which is not read.",
        "Open it in a spreadsheet program and save it as .xlsx or CSV.",
    )


def _check_kind(path: Path, archive: zipfile.ZipFile) -> None:
    names = set(archive.namelist())
    if "mimetype" in names and "content.xml" in names:
        raise UserError(
            f"{path.name} is an OpenDocument sheet (.ods), which is not read.",
            "Save it as .xlsx or CSV and import that.",
        )
    if any(info.flag_bits & 1 for info in archive.infolist()):
        raise UserError(
            f"{path.name} is locked with a password.",
            "Save it without the password and import that.",
        )
    if "xl/workbook.bin" in names:
        raise UserError(
            f"{path.name} is a binary workbook (.xlsb), which is not read.",
            "Save it as .xlsx or CSV and import that.",
        )
    if "[Content_Types].xml" not in names or not any(n.startswith("xl/") for n in names):
        raise UserError(f"{path.name} is a zip file, but not a workbook.", _AS_CSV)


def _check_directory(path: Path, archive: zipfile.ZipFile) -> None:
    members = archive.infolist()
    if len(members) > _MAX_MEMBERS:
        _too_large(path)
    if sum(member.file_size for member in members) > _MAX_UNPACKED:
        _too_large(path)
    for member in members:
        packed = max(1, member.compress_size)
        if member.file_size > _RATIO_FROM and member.file_size / packed > _MAX_RATIO:
            _too_large(path)


def _check_member(path: Path, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bool:
    """Stream one XML part, counting elements, so that none explodes once it is parsed."""
    name = member.filename
    if not name.endswith((".xml", ".rels")):
        return False
    if name.startswith("xl/worksheets/sheet") or "/sheet" in name:
        ends, most = _ROW, MAX_ROWS + 1_000
    elif name.endswith("sharedStrings.xml"):
        ends, most = _STRING, _MAX_STRINGS
    else:
        ends, most = None, _MAX_ELEMENTS
    with archive.open(member) as stream:
        return _count(path, stream, ends, most)


def _count(path: Path, stream: IO[bytes], ends: re.Pattern[bytes] | None, most: int) -> bool:
    """Count rows, strings or elements up to ``most``, and the elements of each of them."""
    count = run = 0
    formulas = False
    tail = b""
    while chunk := stream.read(_CHUNK):
        if b"<!DOCTYPE" in chunk or b"<!ENTITY" in chunk:
            _too_large(path)
        formulas = formulas or (ends is _ROW and _FORMULA.search(tail + chunk) is not None)
        tail = chunk[-8:]
        pieces = ends.split(chunk) if ends else [chunk]
        count += len(pieces) - 1 if ends else chunk.count(b"<")
        runs = [piece.count(b"<") for piece in pieces]
        longest = max(run + runs[0], *runs)
        run = run + runs[0] if len(runs) == 1 else runs[-1]
        if ends is _ROW and count > most:
            raise too_many_rows(path)
        if count > most or (ends and longest > _MAX_RUN):
            _too_large(path)
    return formulas


def too_many_rows(path: Path | Pasted) -> UserError:
    """The sentence for a list above the cap."""
    return UserError(f"{path.name} has more than {MAX_ROWS:,} rows.", _PARTS.format(rows=MAX_ROWS))


def _too_large(path: Path) -> NoReturn:
    raise UserError(
        f"{path.name} unpacks to far more than a list of businesses and was not opened.", _AS_CSV
    )


def check_size(path: Path) -> None:
    """Refuse a file that is not there, is empty, or is larger than MAX_BYTES."""
    if not path.is_file():
        raise UserError(f"There is no file {path.name}.", "Check its name and its folder.")
    size = path.stat().st_size
    if size == 0:
        raise UserError(f"{path.name} is empty.", "Choose a file with at least one row.")
    if size > MAX_BYTES:
        limit = MAX_BYTES // (1024 * 1024)
        raise UserError(f"{path.name} is larger than {limit} MB.", _PARTS.format(rows=MAX_ROWS))
