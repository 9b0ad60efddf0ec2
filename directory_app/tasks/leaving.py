"""The one way out: everything that leaves this laptop goes through here, and nothing else does.

A numbered thing is reserved first: its number and who will be on it are in the directory before a
byte is written, so that whatever happens then, a recall knows of it. Then it is made, and read back
for what must not be in it; then written, private paper for its owner's eyes alone (0600), and put
in its place once it is safe on the disk; then it is complete. A test (tests/test_one_way_out.py)
proves that no other module writes a file outside a directory, opens a printer or the clipboard.
"""

import hashlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from directory_app import paths
from directory_app.errors import UserError
from directory_app.exporting import FORMATS
from directory_app.files import outside_directories, write_whole
from directory_app.model.recall import PlannedRun, Reserved
from directory_app.model.terms import Channel
from directory_app.store import synced
from directory_app.store.synced import Elsewhere

if TYPE_CHECKING:
    from directory_app.store import Store

#: The channel of what is made for a use that a person chooses (an export).
CHOSEN = "chosen"
#: The channel of paper for the coalition's own people: it asks nobody's yes.
STAFF = ""
#: The folder of papers in a person's own documents.
FOLDER = "Puertas"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of thing that leaves.

    ``stem`` begins the name of its file and of its print job: never an event's or a business's.
    ``channel`` is the yes that everybody on it gave (STAFF: none, it is private). ``sealed`` is
    private and encrypted by itself. Without ``endings`` it becomes no file, only paper or a copy.
    """

    name: str
    stem: str
    channel: str
    endings: tuple[str, ...] = ()
    numbered: bool = True
    sealed: bool = False

    @property
    def private(self) -> bool:
        """Whether it stays inside the coalition: files of it are 0600, and in no synced folder."""
        return self.channel == STAFF

    def ending_of(self, path: Path) -> str:
        """The ending of what is in a file of any name: ".pdf"."""
        return next((one for one in self.endings if path.suffix.lower() == one), self.endings[0])


_PRINT, _MAP = Channel.PRINT.value, Channel.MAP.value
KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("guide", "guide", _PRINT, (".pdf",)),
        Kind("map", "map", _MAP, (".pdf", ".png")),
        *(Kind(f"export-{each.name}", "list", CHOSEN, each.endings) for each in FORMATS),
        Kind("visit-sheets", "sheets", STAFF, (".pdf",)),
        Kind("call-list", "calls", STAFF, (".pdf",)),
        Kind("private-csv", "PRIVATE list", STAFF, (".csv",)),
        Kind("private-xlsx", "PRIVATE list", STAFF, (".xlsx",)),
        Kind("packet", "packet", STAFF, (".puertas-packet",), sealed=True),
        Kind("field", "field", STAFF, (".puertas",), sealed=True),
        Kind("recall", "recall", STAFF, (".pdf", ".csv"), numbered=False),
        Kind("recovery-code", "Puertas", STAFF, (".txt",), numbered=False),
        Kind("rows", "", STAFF, numbered=False),
    )
}


@dataclass(frozen=True, slots=True)
class Content:
    """What was made for a number: its files (further ones are NAME-2 and so on), and what it says.

    ``printed`` is what it says of each business, in the order of the planned entries; none: as
    was planned. ``readable`` are (format, bytes) to be read back in place of the files, where
    these are pictures or sealed: the PDF that was drawn, what is in the packet.
    """

    parts: tuple[bytes, ...]
    printed: tuple[Mapping[str, Any], ...] = ()
    pages: int = 0
    sheets: int = 0
    readable: tuple[tuple[str, bytes], ...] = ()

    @property
    def sha256(self) -> str:
        """Of the first file: two that are the same bytes are the same paper."""
        return hashlib.sha256(self.parts[0]).hexdigest()


@dataclass(frozen=True, slots=True)
class Left:
    """A file that left as run ``number``. ``elsewhere``: something copies its folder away."""

    number: int
    paths: tuple[Path, ...]
    content: Content
    elsewhere: Elsewhere | None = None


@dataclass(frozen=True, slots=True)
class Begun:
    """Paper on its way to a printer: reserved and made, in memory, and not out yet."""

    kind: Kind
    number: int
    content: Content


Make = Callable[[Reserved], Content]


def kind_of(layout: str) -> Kind:
    """The kind of a run by its layout; every public layout is a guide."""
    return KINDS.get(layout, KINDS["guide"])


def leave(store: "Store", run: PlannedRun, path: Path, make: Make) -> Left:
    """Reserve a number, make the thing, write it, and complete the run.

    UserError for a place that it may not have, or that cannot be written: then nothing left,
    and the number stays unused. A run that could not be completed stays begun, and is told.
    """
    kind = kind_of(run.layout)
    found = check_place(kind, path)
    begun, written = _begin(store, run, make, kind.ending_of(path)), 0
    names = [path, *(path.with_stem(f"{path.stem}-{at}") for at in range(2, _parts(begun) + 1))]
    try:
        for name, data in zip(names, begun.content.parts, strict=True):
            _write(kind, name, data)
            written += 1
    except BaseException:
        if not written:
            give_up(store, begun)
        raise
    _complete(store, begun)
    return Left(begun.number, tuple(names), begun.content, found)


def leave_folder(
    store: "Store", run: PlannedRun, path: Path, make: Callable[[Reserved], None]
) -> tuple[int, Elsewhere | None]:
    """The same for what is a folder of its own: ``make`` puts it there, whole or not at all.

    The number of its run, and what copies the place away.
    """
    # it is a directory itself, and only must not lie inside another one
    found = check_place(kind_of(run.layout), path.with_suffix(""))
    reserved = _reserve(store, run)
    try:
        make(reserved)
    except BaseException:
        _fail(store, reserved.number)
        raise
    store.runs.complete(reserved.number)
    return reserved.number, found


def begin(store: "Store", run: PlannedRun, make: Make) -> Begun:
    """The same for a printer: reserve, make, and keep what will be on the paper.

    ``finish`` follows once a sheet is out, ``give_up`` if none is. UserError as ``make`` does.
    """
    begun = _begin(store, run, make, ".pdf")
    try:
        store.runs.tell_printed(begun.number, begun.content.sha256, begun.content.printed)
    except BaseException:
        give_up(store, begun)
        raise
    return begun


def finish(store: "Store", begun: Begun) -> None:
    """Paper came out: the run is complete."""
    store.runs.complete(begun.number)


def give_up(store: "Store", begun: Begun) -> None:
    """Nothing came out. Where even that cannot be kept, the run stays begun, and is told."""
    _fail(store, begun.number)


def hand_over(kind_name: str, path: Path, data: bytes) -> Elsewhere | None:
    """Write a file that has no number, such as a recall list. UserError as ``leave``."""
    kind = KINDS[kind_name]
    found = check_place(kind, path)
    _write(kind, path, data)
    return found


def read_back(store: "Store", run: PlannedRun, content: Content, ending: str = ".pdf") -> None:
    """Look at the thing itself for what must not be in it. UserError if there is any.

    ``leave`` and ``begin`` do so; alone it is for paper of a number that was out before. A sealed
    thing holds all there is, unless it says what of it is to be read.
    """
    from directory_app.tasks import readback

    kind = kind_of(run.layout)
    files = content.readable or tuple((ending.removeprefix("."), one) for one in content.parts)
    if content.readable or not kind.sealed:
        channel = STAFF if kind.private else run.channel or kind.channel
        readback.guard(store, run, channel, files)


def check_place(kind: Kind, path: Path) -> Elsewhere | None:
    """Whether a folder leaves this machine by itself; UserError where private paper may not lie.

    What allows a directory in a synced folder holds for what is sealed as well, and for a share
    of the network; plain private paper is never put where a program copies it away.
    """
    outside_directories(path)
    if not path.parent.is_dir():  # before a number is taken for it
        raise UserError(
            f"“{path.name}” could not be written: its folder is not there.",
            "Make the folder first, or choose another one.",
        )
    found = synced.elsewhere(path.parent)
    if found is None or not kind.private:
        return found
    if (kind.sealed or found.network) and synced.allowed():
        return found
    if found.network:
        raise UserError(
            f"“{path.name}” is private and would lie on a network share, on somebody else’s disk.",
            f"Choose a folder of this laptop alone, such as {default_folder()}.",
        )
    raise UserError(
        f"“{path.name}” is private, and {found.name} copies that folder to other machines.",
        f"Choose a folder of this laptop alone, such as {default_folder()}.",
    )


def default_folder() -> Path:
    """Where papers are offered to be saved: no program copies it. It may not be there yet."""
    home = Path.home()
    places = (paths.documents() / FOLDER, home / FOLDER, home)
    return next((place for place in places if synced.elsewhere(place) is None), home)


def file_name(kind: Kind, number: int | None, ending: str = "") -> str:
    """A name that says nothing but what it is and its number: guide-run-0012.pdf."""
    return f"{job_name(kind, number)}{ending or kind.endings[0]}"


def job_name(kind: Kind, number: int | None) -> str:
    """What a spooler may know of it."""
    return kind.stem if number is None else f"{kind.stem}-run-{number:04}"


def _reserve(store: "Store", run: PlannedRun) -> Reserved:
    """A number for a run. From a field directory only what its owners agreed to is printed."""
    if store.field is not None and kind_of(run.layout).channel not in {_PRINT, _MAP}:
        raise UserError(
            "From a field directory only guides and maps are made.",
            "Make it on the laptop that it came from.",
        )
    return store.runs.reserve(run)


def _begin(store: "Store", run: PlannedRun, make: Make, ending: str) -> Begun:
    reserved = _reserve(store, run)
    try:
        content = make(reserved)
        read_back(store, run, content, ending)
        return Begun(kind_of(run.layout), reserved.number, content)
    except BaseException:
        _fail(store, reserved.number)
        raise


def _parts(begun: Begun) -> int:
    return len(begun.content.parts)


def _write(kind: Kind, path: Path, data: bytes) -> None:
    write_whole(path, data, private=kind.private)


def _complete(store: "Store", begun: Begun) -> None:
    try:
        store.runs.complete(begun.number, begun.content.sha256, begun.content.printed)
    except UserError as error:
        raise UserError(
            f"It is written as run {begun.number:04}, but the directory could not keep that: "
            f"{error.message}",
            f"The run is told as begun and not finished. {error.hint}",
        ) from error


def _fail(store: "Store", number: int) -> None:
    with suppress(UserError):  # a full disk refuses this too: then it stays begun, and is told
        store.runs.fail(number)
