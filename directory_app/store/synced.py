"""Folders that copy themselves elsewhere: a directory does not belong in one.

What lies in Dropbox, OneDrive, iCloud Drive, Google Drive, Nextcloud, Syncthing, pCloud, MEGA,
Box, Tresorit or Proton Drive is on other machines within seconds, deleted files and old versions
too, and a network share is somebody else's disk. Told by the folders' names, by the marks that
their programs leave, and by the kind of file system.
"""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from directory_app import settings
from directory_app.errors import UserError

#: The environment's way to say that it is meant so; on one machine for good it is a setting.
OVERRIDE = "PUERTAS_ALLOW_SYNCED"
#: Names in a folder, or in one above it, that a program put there.
_MARKS = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".stfolder": "Syncthing",
    ".sync_folder.db": "Nextcloud",
    "._sync_folder.db": "Nextcloud",
    ".owncloudsync.log": "Nextcloud",
    ".nextcloudsync.log": "Nextcloud",
    "desktop.ini.onedrive": "OneDrive",
    ".849C9593-D756-4E56-8D6E-42412F2A707B": "OneDrive",
    ".tmp.driveupload": "Google Drive",
    ".tmp.drivedownload": "Google Drive",
    ".megaignore": "MEGA",
    ".debris": "MEGA",
    ".tresorit": "Tresorit",
}
#: How the folders themselves are called, in lower case; "name (company)" and "name - company" too.
_NAMES = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "icloud drive": "iCloud Drive",
    "iclouddrive": "iCloud Drive",
    "com~apple~clouddocs": "iCloud Drive",
    "mobile documents": "iCloud Drive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "Nextcloud",
    "syncthing": "Syncthing",
    "pcloud": "pCloud",
    "pclouddrive": "pCloud",
    "pcloud drive": "pCloud",
    "pcloudsync": "pCloud",
    "mega": "MEGA",
    "megasync": "MEGA",
    "mega downloads": "MEGA",
    "box": "Box",
    "box sync": "Box",
    "tresorit": "Tresorit",
    "tresorit drive": "Tresorit",
    "tresors": "Tresorit",
    "proton drive": "Proton Drive",
    "protondrive": "Proton Drive",
}
_ONEDRIVE = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
#: File systems that are on another machine, as /proc/mounts calls them.
_REMOTE = frozenset(
    {
        *("nfs", "nfs4", "cifs", "smb", "smb3", "smbfs", "afs", "ncpfs", "davfs"),
        *("ceph", "glusterfs", "lustre", "beegfs"),
        *("fuse.sshfs", "fuse.davfs2", "fuse.rclone", "fuse.gvfsd-fuse", "fuse.glusterfs"),
        *("fuse.s3fs", "fuse.google-drive-ocamlfuse", "fuse.onedriver", "fuse.insync"),
    }
)
#: What macOS calls them.
_REMOTE_MAC = frozenset({"smbfs", "nfs", "afpfs", "webdav", "ftp"})


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Why a folder is not on this machine alone: the program's name, or "network" for a share."""

    name: str

    @property
    def network(self) -> bool:
        """Whether it is a network share."""
        return self.name == "network"


def elsewhere(path: Path, mounts: str | None = None) -> Elsewhere | None:
    """Whether a folder (or one that is to be made there) leaves this machine by itself.

    ``mounts`` is the text of /proc/mounts, by default the system's own.
    """
    place = _real(path)
    for folder in (place, *place.parents):
        found = _by_name(folder) or _by_mark(folder) or _by_system(folder)
        if found is not None:
            return Elsewhere(found)
    return Elsewhere("network") if _on_a_share(place, mounts) else None


def refuse_elsewhere(path: Path) -> None:
    """UserError, with the reason, for such a folder, unless a setting of this machine allows it."""
    found = elsewhere(path)
    if found is None or allowed():
        return
    where = "on a network share" if found.network else f"in a folder that {found.name} copies"
    raise UserError(
        f"“{path.name}” is {where}, so the list would leave this laptop by itself.",
        "Keep it in a folder of this laptop alone. Whoever has decided otherwise sets "
        f"“allow synced folders” in the settings, or {OVERRIDE}=1.",
    )


def allowed() -> bool:
    """Whether somebody decided, for this machine, that it may be so."""
    return os.environ.get(OVERRIDE, "") == "1" or settings.load().allow_synced_folders


def _real(path: Path) -> Path:
    """Without links, as far as it exists."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path.absolute()


def _by_name(folder: Path) -> str | None:
    name = folder.name.casefold()
    for known, program in _NAMES.items():
        if name == known or name.startswith((f"{known} (", f"{known} - ", f"{known}-")):
            return program
    return None


def _by_system(folder: Path) -> str | None:
    """A folder of any name that the system itself hands to a program.

    Windows says in variables where OneDrive lies, also when it took over the documents. macOS
    keeps other programs' folders in one place, and its own iCloud Drive leads back to the
    documents and the desktop where these are in it.
    """
    for variable in _ONEDRIVE:
        named = os.environ.get(variable)
        if named and folder == _real(Path(named)):
            return "OneDrive"
    if folder.parent.name == "CloudStorage" and folder.parent.parent.name == "Library":
        return folder.name.partition("-")[0]
    if folder.name in {"Documents", "Desktop"}:
        cloud = folder.parent / "Library" / "Mobile Documents" / "com~apple~CloudDocs"
        if os.path.lexists(cloud / folder.name):
            return "iCloud Drive"
    return None


def _by_mark(folder: Path) -> str | None:
    for mark, program in _MARKS.items():
        try:
            if (folder / mark).exists():
                return program
        except OSError:
            return None
    return None


def _on_a_share(place: Path, mounts: str | None) -> bool:
    if mounts is not None or sys.platform.startswith("linux"):
        return _kind_by_mounts(place, mounts) in _REMOTE
    if sys.platform == "win32":
        return _windows_share(place)
    if sys.platform == "darwin":
        return _mac_kind(place) in _REMOTE_MAC
    return False


def _kind_by_mounts(place: Path, mounts: str | None) -> str:
    """The file system of the longest mount point above a path."""
    if mounts is None:
        try:
            mounts = Path("/proc/mounts").read_text("utf-8", "surrogateescape")
        except OSError:
            return ""
    best, kind = Path(), ""
    for line in mounts.splitlines():
        parts = line.split(" ")
        if len(parts) > 2:
            point = Path(parts[1].replace("\\040", " ").replace("\\011", "\t"))
            if place.is_relative_to(point) and len(point.parts) >= len(best.parts):
                best, kind = point, parts[2]
    return kind


def _windows_share(place: Path) -> bool:
    r"""``\\server\share``, or a letter that stands for one (DRIVE_REMOTE is 4)."""
    if str(place).startswith("\\\\"):
        return True
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - only Windows' ctypes has it
    return bool(kernel.GetDriveTypeW(f"{place.drive}\\") == 4)


def _mac_kind(place: Path) -> str:
    """What ``mount`` says of the volume; it is on every Mac."""
    import subprocess

    from directory_app import environment

    try:
        with environment.start(["/sbin/mount"]) as child:
            try:
                said, _ = child.communicate(timeout=5)
            finally:
                child.kill()
    except (OSError, subprocess.SubprocessError):
        return ""
    if child.returncode:
        return ""
    lines = [
        f"x {_between(line, ' on ', ' (')} {_between(line, ' (', ',')}"
        for line in said.splitlines()
    ]
    return _kind_by_mounts(place, "\n".join(lines))


def _between(line: str, start: str, end: str) -> str:
    rest = line.partition(start)[2]
    return rest.partition(end)[0].strip(") ").replace(" ", "\\040")
