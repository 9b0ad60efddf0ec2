"""Keyed hashes of businesses that withdrew, so that an import cannot bring them back.

Only this directory's own key (a Setting) makes the hashes, so they say nothing to anybody who
has a list of names but not the directory.
"""

import datetime as dt
import hmac
import secrets
from collections import defaultdict
from collections.abc import Iterable
from hashlib import sha256

from sqlalchemy import Connection, insert, select

from directory_app.model.draft import Draft
from directory_app.model.ids import new_id
from directory_app.model.packet import known_as
from directory_app.model.text import fold
from directory_app.store.tables import SETTING, TOMBSTONE

KEY_SETTING = "tombstone_key"
#: A stone with the id itself, hashed without a key: packets take it to laptops that have it.
ID_KIND = "id"
#: Street words as they are shortened, so that "Road" and "Rd" hash alike.
_SHORT = {
    "street": "st",
    "road": "rd",
    "avenue": "ave",
    "av": "ave",
    "boulevard": "blvd",
    "drive": "dr",
    "lane": "ln",
    "highway": "hwy",
    "court": "ct",
    "place": "pl",
    "suite": "ste",
    "north": "n",
    "south": "s",
    "east": "e",
    "west": "w",
}


def new_hash_key() -> str:
    """A key for a new directory, as its Setting keeps it."""
    return secrets.token_hex(32)


class Tombstones:
    """The stones of one directory, read once."""

    def __init__(self, connection: Connection) -> None:
        stored = connection.execute(select(SETTING.c.value).where(SETTING.c.key == KEY_SETTING))
        self._key = bytes.fromhex(stored.scalar() or "")
        self._groups: dict[str, set[tuple[str, str]]] = defaultdict(set)
        rows = connection.execute(select(TOMBSTONE.c.digest, TOMBSTONE.c.kind, TOMBSTONE.c.group))
        for digest, kind, group in rows:
            self._groups[digest].add((kind, group))

    @property
    def any(self) -> bool:
        """Whether there are stones at all."""
        return bool(self._groups)

    def blocks(self, name: str, phones: Iterable[str], address: str, city: str) -> bool:
        """Whether a business was withdrawn.

        It was if any two of name, phones and address, or the name with its town, belong to
        one that was.
        """
        if not self._groups:
            return False
        hits: dict[str, int] = defaultdict(int)
        for kind, digest in self.digests(name, phones, address, city):
            for stored_kind, group in self._groups.get(digest, ()):
                if stored_kind == kind:
                    hits[group] += 2 if kind == "name_town" else 1
        return any(count >= 2 for count in hits.values())

    def forgotten(self, ids: Iterable[str]) -> set[str]:
        """Which of these ids belonged to a business that withdrew."""
        gone = {digest for digest, found in self._groups.items() if ID_KIND in dict(found)}
        return {one for one in ids if known_as(one) in gone}

    def block_draft(self, draft: Draft) -> bool:
        """Whether a row of a list was withdrawn."""
        values = draft.values
        numbers = [phone.number for phone in draft.phones]
        address, city = str(values.get("address_1", "")), str(values.get("city", ""))
        return self.blocks(draft.name, numbers, address, city)

    def digests(
        self, name: str, phones: Iterable[str], address: str, city: str
    ) -> list[tuple[str, str]]:
        """(kind, hex digest) of everything that is known of a business."""
        known = marks(name, phones, address, city)
        return [(kind, self._digest(kind, text)) for kind, text in known]

    def _digest(self, kind: str, text: str) -> str:
        return hmac.new(self._key, f"{kind}:{text}".encode(), sha256).hexdigest()


def marks(name: str, phones: Iterable[str], address: str, city: str) -> list[tuple[str, str]]:
    """(kind, text) of everything by which a business is known again."""
    folded, town = fold(name), fold(city)
    found = [("phone", number) for number in dict.fromkeys(phones) if number]
    if folded:
        found.append(("name", folded))
        if town:
            found.append(("name_town", f"{folded}|{town}"))
    if street := normal_address(address):
        found.append(("address", f"{street}|{town}"))
    return found


def normal_address(address: str) -> str:
    """The key of a street line: folded, its usual words shortened."""
    return " ".join(_SHORT.get(word, word) for word in fold(address).split())


def bury(
    connection: Connection,
    *,
    name: str,
    phones: Iterable[str],
    address: str,
    city: str,
    on: dt.date,
) -> None:
    """Set the stones of one business (purging calls this before it forgets the rest)."""
    group = new_id()
    marks = Tombstones(connection).digests(name, phones, address, city)
    rows = [
        {"id": new_id(), "purged_on": on, "kind": kind, "digest": digest, "group": group}
        for kind, digest in marks
    ]
    if rows:
        connection.execute(insert(TOMBSTONE), rows)


def bury_ids(connection: Connection, ids: Iterable[str], on: dt.date) -> None:
    """Set the stones by which a packet knows that these ids were forgotten.

    An id is random, so its hash says nothing to who does not have the business already.
    """
    rows = [
        {
            "id": new_id(),
            "purged_on": on,
            "kind": ID_KIND,
            "digest": known_as(one),
            "group": new_id(),
        }
        for one in ids
    ]
    if rows:
        connection.execute(insert(TOMBSTONE), rows)
