"""Places that an address may be, and what is taken of them."""

from dataclasses import dataclass

from directory_app.model.geo import Position


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place that an address may be. ``score`` is 1 for a sure door and less for the rest."""

    label: str
    position: Position
    precision: str
    score: float
    source: str
    agrees: int = 3


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found: ``best`` if it can be taken, else ``choices`` to be shown."""

    best: Candidate | None = None
    choices: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class AddressToAsk:
    """An address that may leave the laptop. ``street_only`` keeps the house number back."""

    id: str
    address_1: str
    city: str
    state_province: str = ""
    street_only: bool = False
