"""The closed vocabularies (HSDS 3, OSM, schema.org words). Plain enums, no tables.

Everything above the wall (guides, exporting) may use these.
"""

from enum import StrEnum


class Channel(StrEnum):
    """A use that an owner can say yes to, in the order of the five doors."""

    PRINT = "print"
    MAP = "map"
    WEB = "web"
    SHARE = "share"
    GEOCODE_ONLINE = "geocode_online"


class Answer(StrEnum):
    """What the owner said for one channel."""

    NOT_ASKED = "not_asked"
    YES = "yes"
    NO = "no"
    WITHDRAWN = "withdrawn"


class Match(StrEnum):
    """What to do about one that may have asked to be forgotten: nothing; ask a person; keep it out.

    In the order of their weight. ``SAME`` stays out until a person says that it is another one.
    """

    NONE = ""
    ASK = "ask"
    SAME = "same"


class Precision(StrEnum):
    """How near the door a position is, finest first."""

    ROOFTOP = "rooftop"
    INTERPOLATED = "interpolated"
    STREET = "street"
    CITY = "city"
    ZIP = "zip"
    MANUAL = "manual"


class AddressType(StrEnum):
    """HSDS address types, and two of ours: a mobile business and a home kitchen."""

    PHYSICAL = "physical"
    POSTAL = "postal"
    MOBILE = "mobile"
    HOME = "home"


class LocationVisibility(StrEnum):
    """How much of the place may leave the laptop."""

    EXACT = "exact"
    STREET = "street"
    TOWN = "town"
    NONE = "none"


class Status(StrEnum):
    """Whether the business trades."""

    ACTIVE = "active"
    TEMPORARILY_CLOSED = "temporarily_closed"
    CLOSED = "closed"


class ReviewState(StrEnum):
    """Where an entry stands in the coalition's own review."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    ARCHIVED = "archived"


class Payment(StrEnum):
    """What a business takes."""

    CASH = "cash"
    CARDS = "cards"
    SNAP = "snap"
    WIC = "wic"


class PhoneType(StrEnum):
    """HSDS phone types that are used here."""

    VOICE = "voice"
    CELL = "cell"
    TEXT = "text"
    FAX = "fax"


class OpenState(StrEnum):
    """Whether a business is open some time during an event."""

    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"


class Language(StrEnum):
    """The languages of the program and of its guides."""

    EN = "en"
    ES = "es"


class RunState(StrEnum):
    """How far a print run came: its number is reserved first, and never used again."""

    PENDING = "pending"  # reserved: paper or a file may have come of it
    COMPLETE = "complete"  # it left
    FAILED = "failed"  # nothing left, and the number stays unused
