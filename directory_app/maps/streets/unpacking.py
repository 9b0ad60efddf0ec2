"""Taking out of a ZIP what street data can be made of, and nothing else.

Names inside are never used as paths, what is too large is stopped while it is unpacked (not
believed from the directory of the ZIP), and what is no street data stays in.
"""

import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from directory_app.errors import UserError
from directory_app.progress import Progress, silent

#: Taken out; the rest (metadata, layouts, whatever) stays in.
WANTED = frozenset({".pbf", ".shp", ".shx", ".dbf", ".prj", ".cpg", ".csv", ".geojson"})
#: Files of one ZIP, and bytes of all of them together: a state's address points have room.
MOST_FILES = 500
MOST_BYTES = 4_000_000_000
#: Shapefiles shrink to a tenth, a table of blanks to a fiftieth. Beyond this, past the first
#: 100 MB, somebody is playing tricks.
MOST_SHRUNK = 200
_FREE_BYTES = 100_000_000
_CHUNK = 1 << 20


def unpack(path: Path, folder: Path, progress: Progress = silent) -> list[Path]:
    """The wanted files of a ZIP, each put into ``folder``; UserError for a bad or odd ZIP."""
    with _reading(path):
        archive = zipfile.ZipFile(path)
    with archive:
        wanted = _wanted(path, archive)
        unpacked: list[Path] = []
        room = room_of(path)
        for number, part in enumerate(wanted):
            progress(number, len(wanted), "Unpacking")
            target = folder / _file_name(part, number, unpacked)
            with target.open("xb") as file:
                for chunk in _chunks(path, archive, part):
                    room -= len(chunk)
                    if room < 0:
                        raise too_large()
                    file.write(chunk)
                    progress(0, 0, "Unpacking")
            unpacked.append(target)
    return unpacked


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    """Around what reads the ZIP and nothing else: what its library raises for a bad one."""
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error) as error:
        raise _damaged(path) from error
    except NotImplementedError as error:  # a method of packing that it does not know
        raise _damaged(path) from error
    except RuntimeError as error:  # "... is encrypted, password required"
        raise UserError(
            f"“{path.name}” is locked with a password.", "Unpack it, and add what is in it."
        ) from error
    except (EOFError, ValueError, OverflowError, OSError) as error:  # offsets out of the file
        raise _damaged(path) from error


def _damaged(path: Path) -> UserError:
    return UserError(f"“{path.name}” is damaged or cut short.", "Download it once more.")


def _chunks(path: Path, archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    with _reading(path):
        source = archive.open(part)
    with source:
        while True:
            with _reading(path):
                chunk = source.read(_CHUNK)
            if not chunk:
                return
            yield chunk


def _wanted(path: Path, archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    parts = [
        part
        for part in archive.infolist()
        if not part.filename.endswith("/")
        and PurePosixPath(part.filename).suffix.lower() in WANTED
        # what macOS adds to every ZIP
        and not part.filename.startswith("__MACOSX/")
    ]
    if len(parts) > MOST_FILES:
        raise UserError(f"“{path.name}” holds too many files.", "Unpack it, and add a few.")
    return parts


def room_of(path: Path) -> int:
    """How many bytes may come out of this file."""
    return min(MOST_BYTES, max(_FREE_BYTES, MOST_SHRUNK * path.stat().st_size))


def too_large() -> UserError:
    """What is said of a file that grows too much."""
    return UserError(
        "This file unpacks to far more than street data would.",
        "Do not open it; download it from the official place.",
    )


def _file_name(part: zipfile.ZipInfo, number: int, taken: list[Path]) -> str:
    """The last part of its name; numbered where a ZIP has folders with files of one name."""
    name = PurePosixPath(part.filename.replace("\\", "/")).name
    safe = "".join(letter for letter in name if letter.isalnum() or letter in "._- ")[-100:]
    stems = {path.name.lower() for path in taken}
    return f"{number}-{safe}" if safe.lower() in stems else safe
