"""What a writer of a format gets: entries as they may be told, and what the file says of itself.

Plain values: whoever makes an Entry has asked who said yes, cut the address to what its owner
allows, and rounded the pin.
"""

import datetime as dt
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from directory_app.model import hours
from directory_app.model.text import fold

Value = str | Decimal | None
_SPACE = uuid.uuid5(uuid.NAMESPACE_URL, "puertas:listing")


@dataclass(frozen=True, slots=True)
class About:
    """One export. ``channel`` is print, web or share; ``languages`` of en and es, in order.

    ``run`` is the number that a recall list names it by. ``made_on`` is the day in the
    directory's own zone. Nothing in here tells who made it, or on which computer.
    """

    run: int
    channel: str
    made_on: dt.date
    use_by: dt.date
    languages: tuple[str, ...] = ("en", "es")
    mistake_contact: str = ""
    say_immigrant: bool = True


@dataclass(frozen=True, slots=True)
class Phone:
    """A telephone in E.164, with its kind."""

    number: str
    extension: str = ""
    type: str = "voice"


@dataclass(frozen=True, slots=True)
class Entry:
    """A business. Texts by language are those of the export's languages alone.

    ``tags`` are those of OpenStreetMap for what no format has a place of its own for. ``point`` is
    longitude and latitude with as many decimals as are known and may be told, None
    without a pin.
    """

    code: str
    name: str
    alternate_name: str
    category: str
    cuisine: tuple[str, ...]
    languages: tuple[str, ...]
    address_1: str
    address_2: str
    city: str
    state_province: str
    postal_code: str
    address_type: str
    email: str
    website: str
    same_as: tuple[str, ...]
    opening_hours: str
    payment_accepted: tuple[str, ...]
    status: str
    assured_date: dt.date | None
    precision: str | None
    phones: tuple[Phone, ...]
    descriptions: dict[str, str]
    directions: dict[str, str]
    hours_notes: dict[str, str]
    tags: dict[str, str]
    point: tuple[Decimal, Decimal] | None

    def lasting_id(self, kind: str) -> str:
        """A UUID, the same in every export. The name is in it: two lists may share a code."""
        return str(uuid.uuid5(_SPACE, f"{kind}:{self.code}:{fold(self.name)}"))

    @property
    def town_line(self) -> str:
        """Such as "Santa Fe, NM 87505"."""
        region = " ".join(filter(None, (self.state_province, self.postal_code)))
        return ", ".join(filter(None, (self.city, region)))

    def hours_words(self, language: str) -> list[str]:
        """The hours as a person says them; as they are written where they can't be read."""
        if not self.opening_hours:
            return []
        if not hours.is_valid(self.opening_hours):
            return [self.opening_hours]
        return [line.replace("\xa0", " ") for line in hours.words(self.opening_hours, language)]


@dataclass(frozen=True, slots=True)
class Heading:
    """A column of a list, and how wide it is in characters."""

    text: str
    width: int = 14


@dataclass(frozen=True, slots=True)
class Export:
    """A whole file to be written, each business as a row under the headings and as an entry.

    Both can be gone through once: few formats want both, and lists are long.
    """

    about: About
    headings: tuple[Heading, ...]
    rows: Iterator[Sequence[Value]]
    entries: Iterator[Entry]
