"""Marks of businesses that asked to be forgotten, so that none comes back without a person's word.

A mark is 17 bits of a hash, so that each stands for any of some 76 telephones of an area code:
whoever opens the directory cannot list who left. What marks belong together is not kept, nor the
day; see docs/decisions/keys.md for what that hides and what not. The hash of an id is whole: an id
is random and names nobody.
"""

import datetime as dt
import hmac
import secrets
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from hashlib import sha256
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, insert, select

from directory_app.model import known_again
from directory_app.model.draft import Draft
from directory_app.model.known_again import Kind, Trait
from directory_app.model.packet import known_as
from directory_app.model.terms import Match
from directory_app.store.dossier import CHUNK
from directory_app.store.search import chunks
from directory_app.store.tables import BUSINESS, PHONE, SETTING, TOMBSTONE

KEY_SETTING = "tombstone_key"
#: A stone with the id itself, hashed without a key: packets take it to laptops that have it.
ID_KIND = "id"
#: The secret under which another directory made the marks that it is a source of.
SECRET_KIND = "secret"  # noqa: S105 - no password: a kind of stone
#: Bits of a mark: 10,000,000 numbers of one area code are 76 to each value.
BITS = 17
_DIGITS = -(-BITS // 4)
_SALT = b"puertas tombstones"
_KINDS = frozenset((ID_KIND, SECRET_KIND, *(kind.value for kind in Kind)))


def new_hash_key() -> str:
    """A secret for a new directory, as its Setting keeps it."""
    return secrets.token_hex(32)


class Sketch(NamedTuple):
    """What of a business in the directory it may be known again by."""

    name: str
    address: str
    city: str
    numbers: tuple[str, ...]


class Tombstones:
    """The stones of one directory, read once. Without any, asking costs nothing."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        #: By the directory that made them ("" this one) and kind, the marks.
        self._marks: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._secrets: dict[str, str] = {}
        self._ids: set[str] = set()
        columns = (TOMBSTONE.c.source, TOMBSTONE.c.kind, TOMBSTONE.c.digest)
        for source, kind, digest in connection.execute(select(*columns)):
            if kind == SECRET_KIND:
                self._secrets[source] = digest
            elif kind == ID_KIND:
                self._ids.add(digest)
            else:
                self._marks[source][kind].add(digest)

    @property
    def any(self) -> bool:
        """Whether there are stones at all."""
        return bool(self._marks or self._ids)

    def forgotten(self, ids: Iterable[str]) -> set[str]:
        """Which of these ids belonged to a business that withdrew."""
        return {one for one in ids if known_as(one) in self._ids}

    def known(self, name: str, phones: Iterable[str], address: str, city: str) -> frozenset[Trait]:
        """The traits of a business for which a mark stands, in their one spelling."""
        if not self._marks:
            return frozenset()
        own = known_again.traits(name, phones, address, city)
        found = {trait for trait in own if self._stands(trait)}
        if self._old and len(found) < len(own):
            before = known_again.old_traits(name, address, city)
            kinds = {trait.kind for trait in before if self._stands(trait)}
            found |= {
                trait
                for old, new in known_again.NOW.items()
                for trait in own
                if old in kinds and trait.kind == new
            }
        return frozenset(found)

    def match(self, name: str, phones: Iterable[str], address: str, city: str) -> Match:
        """What is to be done about a business that would come in."""
        return known_again.match(self.known(name, phones, address, city))

    def brings_back(self, draft: Draft, here: "Sketch | None" = None) -> Match:
        """What is to be done about a row of a list, over the business here that it is about.

        By what that one is known itself brings nothing back.
        """
        if not self._marks:
            return Match.NONE
        had = here or Sketch("", "", "", ())
        after = Sketch(
            draft.name or had.name,
            str(draft.values.get("address_1") or had.address),
            str(draft.values.get("city") or had.city),
            (*had.numbers, *(phone.number for phone in draft.phones)),
        )
        known = self.known_of(after)
        before = self.known_of(here) if known and here is not None else frozenset()
        return Match.NONE if known <= before else known_again.match(known)

    def known_of(self, one: "Sketch") -> frozenset[Trait]:
        """The traits of a business in the directory for which a mark stands."""
        return self.known(one.name, one.numbers, one.address, one.city)

    def known_here(self, ids: Iterable[str]) -> dict[str, tuple[str, frozenset[Trait]]]:
        """Of businesses in the directory, by id: the name, and its traits that are known again."""
        found = sketches(self._connection, ids) if self._marks else {}
        return {one: (sketch.name, self.known_of(sketch)) for one, sketch in found.items()}

    @cached_property
    def _old(self) -> bool:
        """Whether marks stand whose traits were spelt the old way."""
        return any(kind in marks for marks in self._marks.values() for kind in known_again.NOW)

    def _stands(self, trait: Trait) -> bool:
        return any(
            trait.kind in marks and mark(trait, self._secret(source)) in marks[trait.kind]
            for source, marks in self._marks.items()
        )

    def _secret(self, source: str) -> str:
        if source not in self._secrets:
            self._secrets[source] = secret(self._connection)
        return self._secrets[source]


def sketches(connection: Connection, ids: Iterable[str]) -> dict[str, Sketch]:
    """Businesses in the directory by id; one that is not there is left out."""
    found: dict[str, Sketch] = {}
    column = BUSINESS.c
    shown = select(column.id, column.name, column.address_1, column.city)
    called = select(PHONE.c.business_id, PHONE.c.number)
    for some in chunks(list(ids), CHUNK):
        numbers: dict[str, list[str]] = defaultdict(list)
        for owner, number in connection.execute(called.where(PHONE.c.business_id.in_(some))):
            numbers[owner].append(number)
        for one, name, address, city in connection.execute(shown.where(column.id.in_(some))):
            found[one] = Sketch(name, address, city, tuple(numbers[one]))
    return found


def secret(connection: Connection) -> str:
    """The secret of this directory's own marks, in hex."""
    stored = connection.execute(select(SETTING.c.value).where(SETTING.c.key == KEY_SETTING))
    return str(stored.scalar() or "")


def mark(trait: Trait, directory_secret: str) -> str:
    """The mark of a trait, in hex: alike for traits of the same text, and for some others."""
    whole = hmac.digest(
        bytes.fromhex(directory_secret), f"{trait.kind}:{trait.text}".encode(), "sha256"
    )
    return blurred(whole.hex(), directory_secret)


def blurred(digest: str, directory_secret: str) -> str:
    """A mark from the hash (hex) that marks were before: what is left of it names nobody."""
    cut = hmac.digest(_stretched(directory_secret), digest.encode(), "sha256")
    return f"{int.from_bytes(cut[:4]) >> (32 - BITS):0{_DIGITS}x}"


@lru_cache(4)
def _stretched(directory_secret: str) -> bytes:
    """The key of the marks. Slow once (a fifth of a second); never for the window's own thread."""
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(
        bytes.fromhex(directory_secret), _SALT, 3, 65_536, 1, hash_len=32, type=Type.ID
    )


def bury(
    connection: Connection,
    *,
    name: str,
    phones: Iterable[str],
    address: str,
    city: str,
    on: dt.date,
) -> None:
    """Set the marks of one business (purging calls this before it forgets the rest)."""
    own = secret(connection)
    found = known_again.traits(name, phones, address, city)
    _set(connection, (("", trait.kind.value, mark(trait, own)) for trait in found), on)


def bury_ids(connection: Connection, ids: Iterable[str], on: dt.date) -> None:
    """Set the stones by which a packet or a backup's entry is known by its id."""
    _set(connection, (("", ID_KIND, known_as(one)) for one in ids), on)


def exported(connection: Connection) -> dict[str, Any]:
    """All stones with what makes them out, as plain JSON values, for a sealed file.

    ``secret``: under it the marks say something; ``stones``: (source, kind, digest) each. No
    name, no telephone, no month. Whoever reads it can test whom they suspect: seal it.
    """
    rows = connection.execute(
        select(TOMBSTONE.c.source, TOMBSTONE.c.kind, TOMBSTONE.c.digest).order_by(
            TOMBSTONE.c.source, TOMBSTONE.c.kind, TOMBSTONE.c.digest
        )
    )
    return {"secret": secret(connection), "stones": [list(row) for row in rows]}


def brought_in(connection: Connection, given: Mapping[str, Any], on: dt.date) -> int:
    """Take in what ``exported`` gave, of this directory or another; how many stones are new.

    ``on`` is the day of bringing them in: older backups may hold who they stand for. ValueError
    or KeyError for what ``exported`` never gave.
    """
    own, theirs = _source(secret(connection)), str(given["secret"])
    rows = set[tuple[str, str, str]]()
    for source, kind, digest in given["stones"]:
        if kind not in _KINDS or not bytes.fromhex(digest.zfill(2 * -(-len(digest) // 2))):
            raise ValueError(f"no stone: {kind}")
        made_by = source or _source(theirs)
        here = "" if kind == ID_KIND or made_by == own else made_by
        if kind != SECRET_KIND or here:
            rows.add((here, kind, digest))
        if here and here == _source(theirs):
            rows.add((here, SECRET_KIND, theirs))
    return _set(connection, rows, on)


def _source(directory_secret: str) -> str:
    """By what the secret of another directory is told from others."""
    return sha256(bytes.fromhex(directory_secret)).hexdigest()[:16]


def _set(connection: Connection, rows: Iterable[tuple[str, str, str]], on: dt.date) -> int:
    """Add stones that are not there yet; how many. All are laid anew in the order of their marks.

    So neither their numbers nor their places in the file say which were set together.
    """
    month = on.replace(day=1)
    columns = (TOMBSTONE.c.source, TOMBSTONE.c.kind, TOMBSTONE.c.digest, TOMBSTONE.c.month)
    there = {(row[0], row[1], row[2]): row[3] for row in connection.execute(select(*columns))}
    fresh = {row: month for row in rows if row not in there}
    if fresh:
        connection.execute(delete(TOMBSTONE))
        laid = [
            {"id": number, "source": source, "kind": kind, "digest": digest, "month": when}
            for number, ((source, kind, digest), when) in enumerate(
                sorted((there | fresh).items()), 1
            )
        ]
        connection.execute(insert(TOMBSTONE), laid)
    return len(fresh)
