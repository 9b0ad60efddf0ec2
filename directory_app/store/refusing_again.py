"""Between a directory and its "never again" files: renewing them, and what they bring a restore."""

import contextlib
import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from directory_app.errors import UserError
from directory_app.model.ids import new_id
from directory_app.model.terms import Answer, Channel
from directory_app.store import carried, hold, keeping, never_again, standing, tombstones
from directory_app.store.folder import Folder
from directory_app.store.never_again import (
    ENDING,
    Brought,
    Content,
    Refused,
    Sealing,
    UnreadableError,
)
from directory_app.store.tables import BUSINESS, CONSENT
from directory_app.store.unlock import document

#: The setting with the folder in which the file is kept besides.
FOLDER = "never_again_folder"
_CHANNELS = ", ".join(f"'{channel.value}'" for channel in Channel)
#: What changes with another refusal, one that is taken out, or a withdrawal: cheap, by an index.
_COUNTS = " || '/' || ".join(
    f"(SELECT count(*) FROM consent WHERE channel IN ({_CHANNELS}) AND answer IN ({answers}))"  # noqa: S608 - our own words
    for answers in (standing.REFUSED, "'not_asked'")
)
_COUNTS = f"SELECT {_COUNTS} || '/' || (SELECT count(*) FROM tombstone)"  # noqa: S608 - the same


def counts(connection: Any) -> str:
    """A text that changes with each refusal and each withdrawal. Of a driver connection."""
    return str(connection.execute(_COUNTS).fetchone()[0])


def content_of(connection: Connection, today: dt.date) -> Content:
    """All that a file of this directory has to know today."""
    return Content(today, _refused(connection), tombstones.exported(connection))


def sealing_of(connection: Connection, folder: Folder, key: bytes | None) -> Sealing:
    """By what the files of a directory are sealed."""
    slots = document(folder.keys) if key is not None else b""
    return Sealing(key, tombstones.secret(connection), slots)


def places_of(connection: Connection, folder: Folder) -> list[Path]:
    """Where the file of this directory is kept: with its backups, and where a person chose."""
    with contextlib.suppress(FileExistsError):
        folder.backups.mkdir(mode=0o700)
    chosen = keeping.setting(connection, FOLDER, "")
    if chosen and not Path(chosen).is_dir():
        raise UserError(
            f"The folder “{Path(chosen).name}” for the file of refusals is not there.",
            "Put the stick in, or choose another folder for it.",
        )
    return [folder.backups, *([Path(chosen)] if chosen else ())]


def renew(connection: Connection, sealing: Sealing, today: dt.date, place: Path) -> Path:
    """Write the file of this directory into a folder, unless it is there as it should be.

    One that cannot be read is put aside, not overwritten; what an older state (on hold) does not
    know itself it takes from the file that is there. Where it is.
    """
    path = place / f"{sealing.mark.hex()[:12]}{ENDING}"
    content = content_of(connection, today)
    since = hold.since(connection.connection.driver_connection)
    there = _there(path, sealing)
    if since is not None:
        content = never_again.with_older(
            content, there or Content(since, {}, {"stones": []}), since
        )
    if there != content:
        never_again.put(path, never_again.seal(content, sealing))
    return path


def files_beside(*places: Path) -> Iterator[Path]:
    """The files in these folders, each once."""
    seen = dict.fromkeys(place.resolve() for place in places if place.is_dir())
    for place in seen:
        yield from sorted(place.glob(f"*{ENDING}"))


def bring_in(
    connection: Connection,
    sealing: Sealing,
    files: Iterable[Path],
    passphrases: Iterable[str],
    today: dt.date,
) -> Brought:
    """Let a restored directory know what its files know; those of another directory say nothing.

    Who is named by them refuses from now on. Stones are taken in; forgetting whom they stand for
    is the caller's.
    """
    refused: Refused = {}
    days: list[dt.date] = []
    trouble: list[str] = []
    tried = list(passphrases)
    for file in files:
        try:
            content = never_again.unseal(never_again.load(file), sealing, tried)
            if content is None:
                continue
            tombstones.brought_in(connection, content.stones, today)
        except (UnreadableError, ValueError, KeyError) as error:
            said = error.message if isinstance(error, UserError) else "It is damaged."
            trouble.append(f"{file.name}: {said}")
            continue
        refused |= content.refused
        days.append(content.day)
    return Brought(max(days, default=None), _refuse(connection, refused), tuple(trouble))


def _there(path: Path, sealing: Sealing) -> Content | None:
    """What the file at its place knows; one that is not ours to read is put aside."""
    if not path.exists():
        return None
    try:
        found = never_again.unseal(never_again.load(path), sealing)
    except UnreadableError:
        found = None
    if found is None:
        path.replace(_aside(path))
    return found


def _aside(path: Path) -> Path:
    stem = path.name.removesuffix(ENDING)
    names = (path.with_name(f"{stem}-{number}{ENDING}") for number in range(2, 10_000))
    return next(name for name in names if not name.exists())


def _refused(connection: Connection) -> Refused:
    """Every refusal that stands, of entries that are gone as well."""
    raw: Any = connection.connection.driver_connection
    standing.gather(raw, "main")
    rows = raw.execute(
        "SELECT business_id, channel, answer, coalesce(refused_on, date, '')"  # noqa: S608 - our own name
        f" FROM {standing.TABLE} WHERE answer <> 'yes'"
    )
    return {
        never_again.refusal_mark(owner, channel): (answer, day)
        for owner, channel, answer, day in rows
    }


def _refuse(connection: Connection, refused: Refused) -> int:
    """Set these uses to what was refused; how many were not so before."""
    if not refused:
        return 0
    ids = list(connection.execute(select(BUSINESS.c.id)).scalars())
    raw: Any = connection.connection.driver_connection
    found = (
        (owner, channel, refused.get(never_again.refusal_mark(owner, channel.value)))
        for owner in ids
        for channel in Channel
    )
    rows = [_row(owner, channel, *told) for owner, channel, told in found if told is not None]
    standing.fill(raw, rows)
    return carried.take_over(raw)


def _row(owner: str, channel: Channel, answer: str, day: str) -> dict[str, Any]:
    row: dict[str, Any] = {
        column.name: None if column.nullable else "" for column in CONSENT.columns
    }
    return row | {
        "id": new_id(),
        "business_id": owner,
        "channel": channel.value,
        "answer": Answer(answer).value,
        "date": day or None,
        "refused_on": day or None,
        "method": "restore",
    }
