"""One business as a second person writes it down: from memory, from a card, over the telephone.

What is done to each part, and how often, is said beside it. The parts are changed one apart from
another, so that some pairs keep nothing but a name and a town, as in life.
"""

import random
from typing import Any

from directory_app.model.text import fold

#: Words of a kind of business that one writes and another leaves out, or says otherwise.
_KINDS = {
    "restaurante": ("", "Restaurant", "Rest."),
    "tienda": ("", "Store"),
    "mercado": ("", "Market", "Mkt."),
    "panadería": ("", "Bakery", "Pan."),
    "carnicería": ("", "Meat Market"),
    "salón": ("", "Salon"),
    "estética": ("", "Salón"),
    "lavandería": ("", "Laundry", "Lavand."),
    "café": ("", "Cafe", "Coffee"),
    "tacos": ("", "Taquería"),
    "comedor": ("", "Restaurante"),
    "peluquería": ("", "Barber Shop"),
    "pastelería": ("", "Bakery", "Pastel."),
    "abarrotes": ("", "Grocery"),
}
_SHORT = {"number one": "#1", "hermanos": "Hnos.", "san ": "S. ", "original": "Orig.", " y ": " & "}
_STREETS = {" Rd": " Road", " St": " Street", " Ave": " Avenue", " Blvd": " Boulevard"}
_WAYS = (" NE", " NW", " SE", " SW")


def written_again(
    row: dict[str, Any], phone: str, chance: random.Random
) -> tuple[dict[str, Any], str]:
    """The columns of the copy, and its telephone ("" for none)."""
    copy = dict(row)
    copy["name"] = _name(row["name"], chance)
    _address(copy, chance)
    _pin(copy, chance)
    return copy, _phone(phone, chance)


def _name(name: str, chance: random.Random) -> str:
    made = name
    first, _, rest = made.partition(" ")
    if first.casefold() in _KINDS and len(rest.split()) > 1 and chance.random() < 0.35:
        said = chance.choice(_KINDS[first.casefold()])
        made = f"{rest} {said}".strip() if chance.random() < 0.5 else f"{said} {rest}".strip()
    if chance.random() < 0.2:
        for word, short in _SHORT.items():
            at = made.casefold().find(word)
            if at >= 0:
                made = made[:at] + short + made[at + len(word) :]
    words = made.split()
    if len(words) > 3 and chance.random() < 0.1:
        words.pop(chance.choice((0, -1)))
    if chance.random() < 0.1:
        words = [words[-1], *words[:-1]]
    made = " ".join(words)
    for odds in (0.35, 0.1):
        if chance.random() < odds:
            made = _typo(made, chance)
    return fold(made).title() if chance.random() < 0.5 else made


def _typo(text: str, chance: random.Random) -> str:
    """A letter lost, doubled, changed, or swapped with its neighbour."""
    at = chance.randrange(1, len(text) - 1)
    return chance.choice(
        (
            text[:at] + text[at + 1 :],
            text[:at] + text[at] + text[at:],
            text[:at] + chance.choice("aeiosrn") + text[at + 1 :],
            text[: at - 1] + text[at] + text[at - 1] + text[at + 1 :],
        )
    )


def _address(copy: dict[str, Any], chance: random.Random) -> None:
    line = copy["address_1"]
    if chance.random() < 0.5:
        for short, long in _STREETS.items():
            line = line.replace(short, long)
    if chance.random() < 0.3:
        for way in _WAYS:
            line = line.removesuffix(way)
    if chance.random() < 0.2:
        line += chance.choice((f", Suite {chance.randrange(1, 30)}", f" #{chance.randrange(9)}"))
    what = chance.random()
    if what < 0.05:  # two digits of the number swapped
        line = line[0] + line[2] + line[1] + line[3:]
    elif what < 0.10:  # the street alone
        line = line.partition(" ")[2]
    elif what < 0.20:
        line = ""
    copy["address_1"] = line
    town = chance.random()
    if town < 0.15:  # by its ZIP alone
        copy["city"] = ""
    elif town < 0.25:
        copy["postal_code"] = ""


def _pin(copy: dict[str, Any], chance: random.Random) -> None:
    what = chance.random()
    if copy["latitude"] is None:
        return
    if what < 0.25:
        copy |= {"latitude": None, "longitude": None, "precision": None}
    elif what < 0.40:
        copy["precision"] = "city"
    elif what < 0.80:
        copy["latitude"] += chance.choice((-1, 1)) * chance.randrange(20, 130) / 111_195


def _phone(phone: str, chance: random.Random) -> str:
    what = chance.random()
    if what < 0.55 or not phone:
        return phone
    if what < 0.65:  # two digits swapped
        at = chance.randrange(len(phone) - 4, len(phone) - 1)
        return phone[:at] + phone[at + 1] + phone[at] + phone[at + 2 :]
    if what < 0.85:  # they have another one now
        return f"+1505555{chance.randrange(10_000):04}"
    return ""
