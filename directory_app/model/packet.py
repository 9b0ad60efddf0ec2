"""A packet: businesses on their way between two laptops of the same coalition, and what of them.

Plain values, no tables and no files. A business is compared unit by unit: a unit is one field,
or several that only make sense together (an address, a pin).
"""

import base64
import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from dataclasses import fields as attributes
from typing import Any

from directory_app.model import fields
from directory_app.model.fields import UNITS

#: The version of what is inside; a newer one is refused.
FORMAT = 1
#: What a print run is called that was a packet.
LAYOUT = "packet"

#: Columns of a unit that say how it was found and not what it is: they never make a difference.
ASIDE = frozenset(field.name for field in fields.BUSINESS if field.aside)
#: Units that somebody writes freely, where words may stand that are never kept.
FREE_TEXTS = tuple(name for name in fields.FREE if name not in ("name", "alternate_name"))
#: What is private to the coalition even among the private: left out if a person wants it so.
PRIVATE = ("note", "contacts")
#: What a column holds that nobody filled in.
BLANK: dict[str, Any] = {field.name: field.nothing for field in fields.BUSINESS if field.travels}
COLUMNS = tuple(BLANK)
PHONE_FIELDS, CONTACT_FIELDS, ANSWER_FIELDS = (
    tuple(field.name for field in table if field.travels)
    for table in (fields.PHONE, fields.CONTACT, fields.CONSENT)
)

Plain = dict[str, Any]


@dataclass(slots=True)
class Base:
    """What both laptops knew of a business when it last went from one to the other.

    ``units``, ``phones`` (by number and extension) and ``contacts`` (by id) are digests, so that
    nothing is kept twice; what is blank has none. ``answers`` by channel. ``without``: what did
    not travel, so that nothing is known of it.
    """

    units: dict[str, str] = field(default_factory=dict)
    phones: dict[str, str] = field(default_factory=dict)
    contacts: dict[str, str] = field(default_factory=dict)
    answers: dict[str, str] = field(default_factory=dict)
    archived: bool = False
    without: tuple[str, ...] = ()

    def plain(self) -> Plain:
        """As JSON holds it."""
        told = {
            "units": self.units,
            "phones": self.phones,
            "contacts": self.contacts,
            "answers": self.answers,
            "archived": self.archived,
            "without": list(self.without),
        }
        return {name: value for name, value in told.items() if value}

    @classmethod
    def of(cls, plain: Mapping[str, Any]) -> "Base":
        """Back from ``plain``."""
        return cls(
            dict(plain.get("units", {})),
            dict(plain.get("phones", {})),
            dict(plain.get("contacts", {})),
            dict(plain.get("answers", {})),
            bool(plain.get("archived", False)),
            tuple(plain.get("without", ())),
        )


@dataclass(slots=True)
class Entry:
    """One business in a packet, or as it is here.

    ``values``: each of COLUMNS. ``phones``, ``contacts`` and ``answers``: dicts of PHONE_FIELDS,
    CONTACT_FIELDS and ANSWER_FIELDS. ``also``: ids by which others know it. ``without``: units
    (and "contacts") that do not travel with it. ``seen``: the packets by which its sender had
    it. ``merged``: ids of entries that its sender merged into it.
    """

    id: str
    code: str = ""
    values: Plain = field(default_factory=dict)
    phones: list[Plain] = field(default_factory=list)
    contacts: list[Plain] = field(default_factory=list)
    answers: list[Plain] = field(default_factory=list)
    archived: bool = False
    also: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    seen: tuple[str, ...] = ()
    merged: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Its name."""
        return str(self.values.get("name", ""))

    def unit(self, name: str) -> Plain:
        """The columns of a unit with their values."""
        return {column: self.values[column] for column in UNITS[name]}

    def base(self) -> Base:
        """What both know of it once it has gone over as it is."""
        units = {name: digest(known) for name in UNITS if (known := told(self.unit(name)))}
        return Base(
            units={name: value for name, value in units.items() if name not in self.without},
            phones={phone_key(one): digest(one) for one in self.phones},
            contacts={one["id"]: digest(one) for one in self.contacts},
            answers={one["channel"]: one["answer"] for one in self.answers},
            archived=self.archived,
            without=self.without,
        )


@dataclass(slots=True)
class Packet:
    """What a packet file holds.

    ``directory`` is the random id of the directory that it comes from, ``name`` what its people
    call it, ``by`` who made it, ``number`` its run there. ``withdrew`` are digests (``known_as``)
    of the ids of businesses that were forgotten there, ``deleted`` those of deleted ones.
    """

    id: str
    directory: str
    made_at: dt.datetime
    name: str = ""
    by: str = ""
    number: int = 0
    entries: list[Entry] = field(default_factory=list)
    withdrew: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contents:
    """What a packet has in it, told before it is made and after.

    ``words``: texts that stay here, because they may say what is never kept.
    """

    businesses: int = 0
    phones: int = 0
    confidential: int = 0
    contacts: int = 0
    notes: int = 0
    answers: int = 0
    words: int = 0

    def __add__(self, other: "Contents") -> "Contents":
        """Both together."""
        return Contents(
            *(getattr(self, one.name) + getattr(other, one.name) for one in attributes(self))
        )


def told(unit: Mapping[str, Any]) -> Plain:
    """What a unit says beyond the blank, without what stands aside; {} for a blank one."""
    return {
        name: value for name, value in unit.items() if name not in ASIDE and value != BLANK[name]
    }


def same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two units say the same."""
    return told(one) == told(other)


def phone_key(phone: Mapping[str, Any]) -> str:
    """What a telephone of a business is known by."""
    return f"{phone['number']}x{phone['extension']}" if phone["extension"] else phone["number"]


def digest(value: Any) -> str:
    """Eight letters by which a value is known again without being kept."""
    text = _ENCODE(value)
    return base64.b64encode(hashlib.sha256(text.encode()).digest()[:6]).decode("ascii")


#: Made once: json.dumps would make one for each of a packet's hundred thousand values.
_ENCODE = json.JSONEncoder(ensure_ascii=False, sort_keys=True, default=str).encode


def known_as(business_id: str) -> str:
    """What the id of a forgotten business is known by: it says nothing to who never had it."""
    return hashlib.sha256(f"puertas business {business_id}".encode()).hexdigest()[:32]
