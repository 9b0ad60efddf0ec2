"""A home kitchen keeps its town only: where somebody lives is never kept (design.md)."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from typing import Any

from directory_app.model import fields, hidden_texts
from directory_app.model.terms import AddressType, Precision
from directory_app.model.text import fold

#: Fields of a business that say where a home is; and a pin that was found for it.
WORDS = fields.STREET
PIN: dict[str, Any] = {
    name: fields.BY_NAME[name].nothing for name in fields.UNITS["pin"] if name != "pin_locked"
}
#: All of them, blank.
NOWHERE: dict[str, Any] = {**dict.fromkeys(WORDS, ""), **PIN}

#: On folded text. A "space" or a "lot" may be a stand on a market, so they say nothing.
_DWELLING = re.compile(
    r"\b(?:apt|apartment|apto|apartamento|depto|departamento|trailer|mobile home|townhouse|condo|"
    r"duplex|residence|residencia|casa movil)\b|\b(?:home|house|casa)$"
)
_FROM_HOME = re.compile(
    r"\b(?:home (?:kitchen|bakery|based|cook|business)|(?:from|in|at) (?:her|his|their|my|our)? ?"
    r"home\b|cottage food|(?:desde|en) (?:su|mi|nuestra) casa\b|desde casa|cocina de casa|"
    r"works? at home|garage kitchen)"
)


def digest(address: str) -> str:
    """What an address is known again by, without keeping it: 16 hexadecimal digits."""
    return hashlib.sha256(fold(address).encode()).hexdigest()[:16]


def is_home(values: Mapping[str, Any]) -> bool:
    """Whether a business (its columns) is somebody's home."""
    return bool(values.get("address_type") == AddressType.HOME)


def looks_like_home(values: Mapping[str, Any]) -> bool:
    """Whether a place to visit may be where somebody lives: a reason to ask, not a proof.

    Told by an apartment or a trailer in the address, or by words such as "home kitchen".
    """
    if values.get("address_type") not in (None, "", AddressType.PHYSICAL):
        return False
    lines = " ".join(str(values.get(name) or "") for name in ("address_1", "address_2"))
    if not lines.strip():
        return False
    texts = ("name", "description_en", "description_es", "note")
    said = fold(" ".join(str(values.get(name) or "") for name in texts))
    return bool(_DWELLING.search(fold(lines)) or _FROM_HOME.search(said))


def may_be_placed(precision: str | None) -> bool:
    """Whether a home may have a pin as near as this: its town's, and no nearer."""
    return precision is None or precision == Precision.CITY


def to_blank(values: Mapping[str, Any], streets: Iterable[str] = ()) -> dict[str, Any]:
    """What of a business must be blank because it is a home: fields and their blank values.

    So are the texts that tell its street, without it: the street that it has here, and those
    that it had (``streets``). Empty for any other business, and for a home of which nothing but
    its town is known.
    """
    if not is_home(values):
        return {}
    wanted = dict.fromkeys(WORDS, "")
    if not may_be_placed(values.get("precision")) or values.get("latitude") is None:
        wanted |= PIN
    blank = {name: one for name, one in wanted.items() if values.get(name) not in (one, None)}
    lines = {*streets, str(values.get("address_1") or "")}
    what = hidden_texts.street(lines, [str(values.get("postal_code") or "")], "none")
    return hidden_texts.without(values, what) | blank
