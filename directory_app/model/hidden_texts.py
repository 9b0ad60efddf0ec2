"""The street of a hidden place in its own texts: where it stands there, and those without it.

An owner who hides the place, or who cooks at home, hides it in every text: "knock at 1204 Agua
Fria" tells what the address no longer does. Pure.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from directory_app.model import fields
from directory_app.model.redaction import CUT, Identity, find, redact
from directory_app.model.terms import LocationVisibility


def street(lines: Iterable[str], zips: Iterable[str], seen: str) -> Identity:
    """By what a hidden place is told: house and street, or the number alone where those may be."""
    numbers = seen == LocationVisibility.STREET
    return Identity(
        streets=frozenset(filter(None, lines)),
        zips=frozenset(filter(None, zips)),
        bare_streets=not numbers,
        house_numbers=numbers,
    )


def without(
    values: Mapping[str, Any], what: Identity, names: Iterable[str] = fields.FREE
) -> dict[str, str]:
    """The texts of a business that tell this street, each as it is without it."""
    found = {}
    for name in names:
        text = str(values.get(name) or "")
        if text and (hits := [hit for hit in find(text, what) if hit.certain]):
            found[name] = redact(text, hits) or (CUT if name == "name" else "")
    return found
