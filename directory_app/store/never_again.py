"""The "never again" file: who withdrew and who refused what, for a restore where no directory is.

It lies beside the backups and is renewed at each refusal, so that a backup of last month brings
this month's refusals all the same. It names nobody: hashes of ids (random, so they say nothing to
who has not the business), of an id with a channel, and the stones. Sealed with a key of the
directory's own, and with the key slots of then before the seal, so that whoever can open a backup
can open it: ``PUERTAS-NEVER-AGAIN`` and a line break; the version; a mark of the directory (a
hash of its secret); the length of the slots, and they; a nonce; then JSON, filled up to whole
blocks, sealed. All before the seal is bound to it.

Between a directory and its "never again" files: renewing them, and what they bring a restore.
"""

import contextlib
import datetime as dt
import hashlib
import json
import secrets
import struct
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from directory_app.errors import UserError
from directory_app.model.ids import new_id
from directory_app.model.terms import Answer, Channel
from directory_app.store import carried, hold, keeping, keys, tombstones
from directory_app.store.folder import Folder, sync_folder, write_private
from directory_app.store.keys import document
from directory_app.store.tables import BUSINESS, CONSENT

ENDING = ".puertas-never-again"
VERSION = 1
_MAGIC = b"PUERTAS-NEVER-AGAIN\n"
_HEAD = struct.Struct(f">{len(_MAGIC)}sB16sI")
_NONCE = 12
#: Filled up to so many bytes, so that the size of the file does not count the refusals.
_BLOCK = 16_384
#: What is read at most: 100,000 refusals are some 6 MB.
MOST_BYTES = 64 * 1024 * 1024
_MOST_SLOTS = 65_536

#: (hash of the id with the channel) -> (answer, day said or "")
Refused = dict[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Content:
    """What a file knows: every refusal up to ``day``. ``stones``: as tombstones.exported."""

    day: dt.date
    refused: Refused = field(default_factory=dict)
    stones: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sealing:
    """By what a directory seals: its raw key (None: it is plain), its secret, its slots."""

    key: bytes | None
    secret: str
    slots: bytes = b""

    @property
    def mark(self) -> bytes:
        """By what its files are told from another directory's."""
        return hashlib.sha256(b"puertas never again " + bytes.fromhex(self.secret)).digest()[:16]


@dataclass(frozen=True, slots=True)
class Brought:
    """What files brought to a restored directory.

    ``day``: up to which refusals are known by them, None without any; ``trouble``: a sentence
    for each of its files that could not be read.
    """

    day: dt.date | None = None
    refusals: int = 0
    trouble: tuple[str, ...] = ()


NOTHING = Brought()


class UnreadableError(UserError):
    """A file of this directory that does not open, or was changed."""


def refusal_mark(business_id: str, channel: str) -> str:
    """By what a refused use of one business is known; nothing to who never had its id."""
    text = f"puertas refusal {business_id} {channel}"
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def seal(content: Content, sealing: Sealing) -> bytes:
    """The bytes of a file."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    plain = json.dumps(
        {
            "day": content.day.isoformat(),
            "refused": [[mark, *told] for mark, told in sorted(content.refused.items())],
            "stones": dict(content.stones),
        }
    ).encode()
    plain += b" " * (-len(plain) % _BLOCK)
    nonce = secrets.token_bytes(_NONCE)
    head = _HEAD.pack(_MAGIC, VERSION, sealing.mark, len(sealing.slots)) + sealing.slots + nonce
    return head + ChaCha20Poly1305(_file_key(sealing.key, sealing.secret)).encrypt(
        nonce, plain, head
    )


def unseal(document: bytes, sealing: Sealing, passphrases: Iterable[str] = ()) -> Content | None:
    """What a file knows; None where it is another directory's.

    Opened by the key of the directory, else by one of ``passphrases`` with the slots in it.
    UnreadableError where neither opens it, it was changed, or it is newer than this version.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    mark, slots, nonce, sealed = _parts(document)
    if mark != sealing.mark:
        return None
    bound = document[: len(document) - len(sealed)]
    for key in _keys(sealing, slots, passphrases):
        try:
            plain = ChaCha20Poly1305(_file_key(key, sealing.secret)).decrypt(nonce, sealed, bound)
        except InvalidTag:
            continue
        return _content(plain)
    raise UnreadableError(
        "A file of refusals (never again) of this directory does not open: it was changed, or "
        "opens with another passphrase.",
        "Ask for a sound one, or say who refused by hand.",
    )


def load(path: Path) -> bytes:
    """The bytes of a file, no more than it may have. UnreadableError where it cannot be read."""
    try:
        with path.open("rb") as file:
            document = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise UnreadableError(f"“{path.name}” could not be read.", "Check where it is.") from error
    if len(document) > MOST_BYTES:
        raise _damaged()
    return document


def put(path: Path, document: bytes) -> None:
    """Write a file whole, for this account alone: beside its place, then into it in one move."""
    partial = path.with_name(f".{path.name}.partial")
    partial.unlink(missing_ok=True)  # of a process that was killed
    try:
        write_private(partial, document)
        partial.replace(path)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def with_older(content: Content, older: Content, until: dt.date) -> Content:
    """What a directory on hold may write over an older file: nothing that it knew is lost.

    ``until``: up to which day the directory itself knows of refusals.
    """
    stones = dict(content.stones)
    known = [list(each) for each in stones["stones"]]
    stones["stones"] = known + [each for each in older.stones["stones"] if each not in known]
    return replace(
        content,
        day=max(until, older.day),
        refused={**older.refused, **content.refused},
        stones=stones,
    )


def _file_key(key: bytes | None, secret: str) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    source = bytes.fromhex(secret) if key is None else key
    return HKDF(SHA256(), 32, None, b"puertas never again").derive(source)


def _keys(sealing: Sealing, slots: bytes, passphrases: Iterable[str]) -> Iterable[bytes | None]:
    yield sealing.key
    if sealing.key is not None:
        yield None  # from when the directory was plain
    for secret in passphrases if slots else ():
        try:
            yield keys.unwrap(slots, secret)
        except UserError:
            continue


def _parts(document: bytes) -> tuple[bytes, bytes, bytes, bytes]:
    """The mark, the slots, the nonce and the seal."""
    if len(document) < _HEAD.size or not document.startswith(_MAGIC):
        raise _damaged()
    _magic, version, mark, length = _HEAD.unpack_from(document)
    if version > VERSION:
        raise UnreadableError(
            "A file of refusals (never again) was made by a newer Puertas.",
            "Bring this one up to date, then restore.",
        )
    end = _HEAD.size + length
    if length > _MOST_SLOTS or len(document) <= end + _NONCE:
        raise _damaged()
    return mark, document[_HEAD.size : end], document[end : end + _NONCE], document[end + _NONCE :]


def _content(plain: bytes) -> Content:
    try:
        told = json.loads(plain)
        refused = {str(mark): (str(answer), str(day)) for mark, answer, day in told["refused"]}
        return Content(dt.date.fromisoformat(told["day"]), refused, dict(told["stones"]))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise _damaged() from error


def _damaged() -> UnreadableError:
    return UnreadableError(
        "A file of refusals (never again) is damaged: part of it is missing or was changed.",
        "Ask for a sound one, or say who refused by hand.",
    )


#: The setting with the folder in which the file is kept besides.
FOLDER = "never_again_folder"
_CHANNELS = ", ".join(f"'{channel.value}'" for channel in Channel)
#: What changes with another refusal, one that is taken out, or a withdrawal: cheap, by an index.
_COUNTS = " || '/' || ".join(
    f"(SELECT count(*) FROM consent WHERE channel IN ({_CHANNELS}) AND answer IN ({answers}))"  # noqa: S608 - our own words
    for answers in (carried.REFUSED, "'not_asked'")
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
        content = with_older(content, there or Content(since, {}, {"stones": []}), since)
    if there != content:
        put(path, seal(content, sealing))
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
            content = unseal(load(file), sealing, tried)
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
        found = unseal(load(path), sealing)
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
    carried.gather(raw, "main")
    rows = raw.execute(
        "SELECT business_id, channel, answer, coalesce(refused_on, date, '')"  # noqa: S608 - our own name
        f" FROM {carried.TABLE} WHERE answer <> 'yes'"
    )
    return {refusal_mark(owner, channel): (answer, day) for owner, channel, answer, day in rows}


def _refuse(connection: Connection, refused: Refused) -> int:
    """Set these uses to what was refused; how many were not so before."""
    if not refused:
        return 0
    ids = list(connection.execute(select(BUSINESS.c.id)).scalars())
    raw: Any = connection.connection.driver_connection
    found = (
        (owner, channel, refused.get(refusal_mark(owner, channel.value)))
        for owner in ids
        for channel in Channel
    )
    rows = [_row(owner, channel, *told) for owner, channel, told in found if told is not None]
    carried.fill(raw, rows)
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
