"""What must not stand in a thing that leaves the laptop: plain values, made by the store alone.

``store.listings.forbidden`` gathers them for one channel and day, ``model.forbidden_search`` looks
for them, and ``tasks.readback`` does so in each file and paper before it is put in its place.
"""

from dataclasses import dataclass
from enum import StrEnum

from directory_app.model.geo import Position


class Secret(StrEnum):
    """Why something may not be there."""

    NAME = "name"
    STREET = "street"
    PLACE = "place"
    PHONE = "phone"
    EMAIL = "email"
    NOTE = "note"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Owner:
    """Whom it is about, as staff know it on this laptop."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Hidden:
    """A text that may not be there, such as a street line, a note or an E.164 number."""

    owner: Owner
    text: str


@dataclass(frozen=True, slots=True)
class HiddenPlace:
    """A position that may not be told, or not as finely as this."""

    owner: Owner
    position: Position


@dataclass(frozen=True, slots=True)
class Shown:
    """A text in a person's own words that may be there: the ``field`` of a business, whole."""

    owner: Owner
    field: str
    text: str


@dataclass(frozen=True, slots=True)
class Forbidden:
    """What may not leave by one channel on one day, and what may, where both are alike.

    ``names`` are of businesses that may not be in it; ``phones`` (E.164) and ``emails`` theirs,
    the confidential ones and those of contacts. Of ``own_streets`` the name alone may not be in
    their owner's own texts, for there it says where they are. ``notes`` are private texts, of
    which no five words in a row may be there, ``people`` the names of contacts. ``places`` are
    pins that no coordinate may come near, but for ``markers``, which may be told. ``facts`` are
    names, streets and the like of who may be there, ``shown`` the texts in which somebody could
    have written what may not.
    """

    names: tuple[Hidden, ...] = ()
    streets: tuple[Hidden, ...] = ()
    own_streets: tuple[Hidden, ...] = ()
    phones: tuple[Hidden, ...] = ()
    emails: tuple[Hidden, ...] = ()
    notes: tuple[Hidden, ...] = ()
    people: tuple[Hidden, ...] = ()
    places: tuple[HiddenPlace, ...] = ()
    markers: frozenset[Position] = frozenset()
    facts: tuple[str, ...] = ()
    shown: tuple[Shown, ...] = ()


@dataclass(frozen=True, slots=True)
class Leak:
    """Something forbidden that was found: ``where`` in the file, in no language ("p. 3", "#12").

    ``said`` is what stands there; ``source`` the text of a business that it came from, None
    where it comes from none.
    """

    secret: Secret
    owner: Owner
    where: str
    said: str
    source: Shown | None = None
