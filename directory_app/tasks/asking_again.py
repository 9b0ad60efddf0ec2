"""What is asked of a business that is in the list: its fields, in words, and corrections read.

Questions are in the owner's language, not the window's; they say nothing of who an owner is.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from directory_app.errors import UserError
from directory_app.model import (
    addresses,
    categories,
    homes,
    hours,
    languages,
    never_collect,
    phones,
)
from directory_app.model.hours_parse import BY_APPOINTMENT
from directory_app.model.terms import Payment
from directory_app.model.text import fold

if TYPE_CHECKING:
    from directory_app.store.dossier import Dossier

#: What is asked on the telephone, in this order; whoever answers has the right number.
CALL_FIELDS = ("name", "address", "hours", "languages", "payment")
#: The rows of a visit sheet in their printed order (guides/layouts/private.py).
SHEET_FIELDS = ("name", "sells", "address", "phone", "hours", "languages", "payment")
_PAYMENT = {
    Payment.CASH: ("cash", "efectivo"),
    Payment.CARDS: ("cards", "tarjetas"),
    Payment.SNAP: ("SNAP", "SNAP"),
    Payment.WIC: ("WIC", "WIC"),
}
_PAYMENT_ALSO = {"card": "cards", "tarjeta": "cards", "credit": "cards", "credito": "cards",
                 "debit": "cards", "debito": "cards", "ebt": "snap", "dinero": "cash"}  # fmt: skip
_QUESTIONS = {
    "name": ("Is the name still “{}”?", "¿Se sigue llamando «{}»?"),
    "address": ("Are you still at {}?", "¿Siguen en {}?"),
    "hours": ("Are these still your hours: {}?", "¿Su horario sigue siendo este: {}?"),
    "languages": ("Do you speak {} at the shop?", "¿En el negocio se habla {}?"),
    "payment": ("Do customers pay by {}?", "¿Se puede pagar con {}?"),
}
_OPEN_QUESTIONS = {
    "name": ("What is the name on the sign?", "¿Qué nombre está en el letrero?"),
    "address": ("Where can people find you?", "¿Dónde los puede encontrar la gente?"),
    "hours": ("When are you open?", "¿Qué días y a qué horas abren?"),
    "languages": (
        "Which languages do you speak at the shop?",
        "¿Qué idiomas hablan en el negocio?",
    ),
    "payment": ("How can customers pay?", "¿Cómo se puede pagar?"),
}
_GREETING = (
    "Good morning, I am calling from the coalition about our list of local businesses. "
    "Do you have a minute?",
    "Buenos días, le llamo de la coalición por nuestra lista de negocios locales. "
    "¿Tiene un minuto?",
)


@dataclass(frozen=True, slots=True)
class Correction:
    """What a correction changes: fields of the business; ``phones`` replaces its public ones."""

    changes: dict[str, Any] = field(default_factory=dict)
    phones: list[Any] | None = None


def greeting(language: str) -> str:
    """What is said first, in ``en`` or ``es``."""
    return _GREETING[language == "es"]


def question(name: str, dossier: "Dossier", language: str) -> str:
    """What is asked about a field, with what the list has of it."""
    told = words(name, dossier, language)
    patterns = _QUESTIONS if told else _OPEN_QUESTIONS
    return patterns[name][language == "es"].format(told)


def owners_language(dossier: "Dossier") -> str:
    """``es`` or ``en``: the first of these that is spoken there; Spanish where none is known."""
    for code in dossier.business.languages:
        if code.partition("-")[0] in ("es", "en"):
            return code.partition("-")[0]
    return "es"


def words(name: str, dossier: "Dossier", language: str) -> str:
    """What the list has of a field, as one says it in ``en`` or ``es``; "" for nothing."""
    return _WORDS[name](dossier, language)


def _name(dossier: "Dossier", language: str) -> str:
    return dossier.business.name


def _sells(dossier: "Dossier", language: str) -> str:
    business = dossier.business
    both = (business.description_en, business.description_es)
    told = both[language == "es"] or both[language != "es"]
    return told or categories.name(business.category, language)


def _address(dossier: "Dossier", language: str) -> str:
    business = dossier.business
    return ", ".join(filter(None, (business.address_1, business.address_2, business.city)))


def _phone(dossier: "Dossier", language: str) -> str:
    shown = [one for one in dossier.phones if not one.confidential]
    return ", ".join(phones.display(one.number, one.extension) for one in shown)


def _hours(dossier: "Dossier", language: str) -> str:
    business = dossier.business
    if business.opening_hours:
        return "; ".join(hours.words(business.opening_hours, language))
    both = (business.hours_note_en, business.hours_note_es)
    return both[language == "es"] or both[language != "es"]


def _languages(dossier: "Dossier", language: str) -> str:
    return ", ".join(languages.name(code, language) for code in dossier.business.languages)


def _payment(dossier: "Dossier", language: str) -> str:
    taken = [one for one in Payment if one.value in dossier.business.payment_accepted]
    return ", ".join(_PAYMENT[one][language == "es"] for one in taken)


_WORDS: dict[str, "Callable[[Dossier, str], str]"] = {
    "name": _name,
    "sells": _sells,
    "address": _address,
    "phone": _phone,
    "hours": _hours,
    "languages": _languages,
    "payment": _payment,
}


def read(name: str, text: str, dossier: "Dossier", language: str) -> Correction:
    """What a correction as typed changes. UserError says what is wrong with it."""
    typed = " ".join(text.split())
    if not typed:
        raise UserError("Nothing is typed.", "Type what is right now, or skip it.")
    _nothing_harmful(name, typed)
    return _READERS[name](typed, dossier, language)


def _nothing_harmful(name: str, typed: str) -> None:
    find = never_collect.find_in_name if name == "name" else never_collect.find
    hits = find(typed)
    if hits:
        raise UserError(never_collect.explanation(hits[0].kind), "Leave those words out.")


def _read_name(typed: str, dossier: "Dossier", language: str) -> Correction:
    return Correction({"name": typed})


def _read_sells(typed: str, dossier: "Dossier", language: str) -> Correction:
    for one in categories.CATEGORIES:
        if fold(typed) in (fold(one.en), fold(one.es)):
            return Correction({"category": one.key})
    return Correction({f"description_{'es' if language == 'es' else 'en'}": typed})


def _read_address(typed: str, dossier: "Dossier", language: str) -> Correction:
    """A street, a town, or both; a home keeps its town only, whatever is typed."""
    known = fold(dossier.business.city)
    street, _, last = typed.rpartition(",")
    if street and fold(last) == known:
        typed = street
    parts = addresses.split(typed)
    found = {
        name: getattr(parts, name)
        for name in ("address_1", "address_2", "city", "state_province", "postal_code")
        if getattr(parts, name)
    }
    if not found:
        found = {"address_1": typed}
    if "address_1" in found:
        found.setdefault("address_2", "")
    if homes.is_home({"address_type": dossier.business.address_type}):
        found = {name: value for name, value in found.items() if name not in homes.WORDS}
    if not found:
        raise UserError("Of a home only the town is kept.", "Type the town alone.")
    return Correction(found)


def _read_phone(typed: str, dossier: "Dossier", language: str) -> Correction:
    reading = phones.parse(typed)
    if reading.problems or reading.rest or not reading.phones:
        raise UserError("This is no whole telephone number.", "Type it with its area code.")
    numbers = {one.number for one in reading.phones}
    secret = [one for one in dossier.phones if one.confidential and one.number not in numbers]
    return Correction(phones=[*reading.phones, *secret])


def _read_hours(typed: str, dossier: "Dossier", language: str) -> Correction:
    reading = hours.parse(typed)  # typed in the window's language or the owner's: words tell
    if reading.osm:
        return Correction(
            {
                "opening_hours": reading.osm,
                "opening_hours_assumed": reading.assumed,
                "hours_note_en": "",
                "hours_note_es": "",
            }
        )
    if reading.problem == BY_APPOINTMENT:
        notes = {"hours_note_en": reading.note_en, "hours_note_es": reading.note_es}
        return Correction({"opening_hours": "", "opening_hours_assumed": False} | notes)
    raise UserError("These hours are not understood.", "Write them as “Tue–Sun 8 am–3 pm”.")


def _read_languages(typed: str, dossier: "Dossier", language: str) -> Correction:
    codes = languages.parse(typed)
    if any(languages.name(code, "en") == code for code in codes) or not codes:
        raise UserError("One of these is no language that we know.", "Write “Spanish, English”.")
    return Correction({"languages": codes})


def _read_payment(typed: str, dossier: "Dossier", language: str) -> Correction:
    spoken = {fold(word): one.value for one, both in _PAYMENT.items() for word in both}
    said = [word for word in fold(typed).split() if word not in ("and", "y", "only", "solo")]
    taken = [spoken.get(word) or _PAYMENT_ALSO.get(word) for word in said]
    if not all(taken):
        raise UserError("This is not understood.", "Write cash, cards, SNAP or WIC.")
    return Correction({"payment_accepted": [one.value for one in Payment if one.value in taken]})


_READERS: dict[str, "Callable[[str, Dossier, str], Correction]"] = {
    "name": _read_name,
    "sells": _read_sells,
    "address": _read_address,
    "phone": _read_phone,
    "hours": _read_hours,
    "languages": _read_languages,
    "payment": _read_payment,
}
