"""ZIP archives: read with care, so that none unpacks to far too much, and written alike."""

import io
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

from directory_app.errors import UserError

#: The first day that a ZIP archive can tell: every entry has it, so that bytes stay the same.
_ZIP_DAY = (1980, 1, 1, 0, 0, 0)
_MAX_MEMBERS = 2_000
_MAX_UNPACKED = 256 * 1024 * 1024
_MAX_RATIO = 200
#: Small members compress well without being a trap.
_RATIO_FROM = 1024 * 1024
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError)


def names(path: Path, ending: str = "") -> tuple[str, ...]:
    """The members' names with an ending; none where it is no archive that can be read."""
    try:
        with zipfile.ZipFile(path) as archive:
            return tuple(name for name in archive.namelist() if name.lower().endswith(ending))
    except (*_DAMAGE, ValueError):
        return ()


def read_members(path: Path, wanted: tuple[str, ...]) -> dict[str, bytes]:
    """The bytes of the wanted members. Nothing is written to the disk. Raises UserError."""
    try:
        with zipfile.ZipFile(path) as archive:
            infos = [archive.getinfo(name) for name in wanted]
            if len(archive.infolist()) > _MAX_MEMBERS or any(map(_is_trap, infos)):
                raise _too_large(path)
            if sum(info.file_size for info in infos) > _MAX_UNPACKED:
                raise _too_large(path)
            return {info.filename: _whole(path, archive, info) for info in infos}
    except (*_DAMAGE, KeyError, ValueError) as error:
        raise UserError(f"{path.name} is damaged or locked.", "Ask for the file again.") from error


def _is_trap(info: zipfile.ZipInfo) -> bool:
    packed = max(1, info.compress_size)
    return info.file_size > _RATIO_FROM and info.file_size / packed > _MAX_RATIO


def _whole(path: Path, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """No more than the directory promised: a header may lie."""
    with archive.open(info) as stream:
        data = stream.read(info.file_size + 1)
    if len(data) > info.file_size:
        raise _too_large(path)
    return data


def _too_large(path: Path) -> UserError:
    return UserError(
        f"{path.name} unpacks to far more than a list of businesses and was not opened.",
        "Ask for a smaller file.",
    )


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
