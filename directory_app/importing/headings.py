"""Headings of lists, English and Spanish, and the field that each means.

A field is one of model/fields.py, or one of VIRTUAL, which a cell is split from. The words
are folded (model.text.fold), so accents, case, "?" and "/" do not matter.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz import fuzz, process

from directory_app.importing.heading_rules import by_words, says_no, word_set
from directory_app.importing.heading_words import EN, ES, PERSON
from directory_app.model import fields
from directory_app.model.text import fold

#: Fields that are no column of Business: what the cell is split into, or where it goes.
VIRTUAL = (
    "address",
    "what_they_sell",
    "directions",
    "coordinates",
    "phone",
    "cell",
    "fax",
    "whatsapp",
    "website_or_social",
    "hours",
    "hours_days",
    "hours_note",
    "ok_to_print",
    "ok_map",
    "ok_web",
    "ok_share",
    "asked_by_when",
    "asked_by",
    "asked_on",
    "asked_how",
    "note",
    "ignore",
)
#: Fields that several columns may feed.
MANY = word_set(
    "what_they_sell|phone|cell|fax|whatsapp|website_or_social|note|ignore|hours|hours_note|"
    "directions"
) | {field.name for field in fields.BUSINESS if field.many}
DAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")
#: A day's own column, "hours_mo" to "hours_su".
DAY_FIELDS = tuple(f"hours_{day}" for day in DAYS)
#: A column whose heading is nobody's field: it is left out until a person gives it a place.
OTHER = "other"


#: Beside "Business", a column "Name" is a person's; beside "Name", a "Local" is a unit.
_LESS_SURE = {"name": 97.0, "nombre": 97.0, "local": 94.0, "place": 94.0, "listing": 94.0}
#: A heading with one of these words, if it is not known as a whole, is about a person.
_PRIVATE = word_set(
    "home|owner|owners|personal|private|emergency|casa|dueno|duena|propietario|propietaria|"
    "particular|privado|privada|manager|encargado|encargada|gerente|emergencia|spouse"
)


@dataclass(frozen=True, slots=True)
class Known:
    """What a heading means: field, language ("en", "es" or "" for both), certainty 0-100."""

    field: str
    language: str
    score: float


def _table() -> dict[str, Known]:
    table: dict[str, Known] = {}
    for language, more in ((fields.ENGLISH, EN), (fields.SPANISH, ES)):
        own = {f.name: fields.say(f.headings, language) for f in fields.BUSINESS if f.headings}
        for field, words in (own | more).items():
            for word in filter(None, words.split("|")):
                both = word in table and table[word].field == field
                table.setdefault(word, Known(field, language, 100.0))
                if both:
                    table[word] = Known(field, "", 100.0)
    for word in PERSON.split("|"):
        table[word] = Known(OTHER, "", 100.0)
    for word, score in _LESS_SURE.items():
        table[word] = replace(table[word], score=score)
    return table


_KNOWN = _table()
_WORDS = tuple(_KNOWN)


#: Above a column that counts the lines.
_COUNTING = frozenset({"#", "№", "Nº", "N°", "No.", "##"})


@lru_cache(4096)
def lookup(heading: str, *, fuzzy: bool = True) -> Known | None:
    """What a heading means, exactly or nearly (a typo, a plural); None if it says nothing."""
    if heading.strip() in _COUNTING:
        return Known("ignore", "", 100.0)
    key = fold(heading)
    if not key or len(key) > 200:
        return None
    if len(key) > 60:
        said = by_words(key)
        return Known(said, _tongue(key), 90.0) if said else None
    if "#" in heading:
        key = fold(heading.replace("#", " number "))
    known = _lookup(key, heading, fuzzy=fuzzy)
    if known is not None and known.field.startswith("ok_") and says_no(key):
        return Known(OTHER, known.language, known.score)
    return known


def _lookup(key: str, heading: str, *, fuzzy: bool) -> Known | None:
    if exact := _KNOWN.get(key):
        return exact
    if said := by_words(key):
        return Known(said, _tongue(key), 95.0)
    if not _PRIVATE.isdisjoint(key.split()):
        return Known(OTHER, "", 95.0)
    if near := _nearly(key) or _in_pieces(heading):
        return near
    if not fuzzy or len(key) < 4:
        return None
    found = process.extractOne(key, _WORDS, scorer=fuzz.ratio, score_cutoff=86)
    if found is None:
        return None
    known = _KNOWN[found[0]]
    return Known(known.field, known.language, float(found[1]) - 5)


_LITTLE = word_set(
    "the|el|la|los|las|a|of|de|del|s|please|tu|their|su|sus|your|current|if|any|required|yn|"
    "which|what|cual|cuales|num|number|numero|si|tiene"
)
#: "Hours of the store", "teléfono del negocio": said of every column of such a list.
_OF_BUSINESS = word_set(
    "business|negocio|local|tienda|comercio|restaurante|restaurant|store|shop|establecimiento|"
    "establishment"
)
#: "Business permission" is a licence, not an answer.
_ANSWERS = frozenset({"ok_to_print", "ok_map", "ok_web", "ok_share"})
_BRACKETED = re.compile(r"\([^()]*\)?|\[[^\[\]]*\]?")
_BETWEEN = re.compile(r"[/|\n;,&+·–—]|\s-\s|\b(?:or|and|o|y|ó|e|u)\b", re.IGNORECASE)
#: Fields of two pieces of one heading, and what the column then is.
_TOGETHER: dict[frozenset[str], str] = {
    frozenset({"hours", "hours_days"}): "hours",
    frozenset({"cell", "whatsapp"}): "cell",
    frozenset({"phone", "cell"}): "phone",
    frozenset({"phone", "whatsapp"}): "phone",
    frozenset({"phone", "fax"}): "phone",
    frozenset({"category", "what_they_sell"}): "what_they_sell",
    frozenset({"cuisine", "what_they_sell"}): "what_they_sell",
    frozenset({"category", "cuisine"}): "what_they_sell",
    frozenset({"city", "state_province"}): "city",
    frozenset({"city", "postal_code"}): "city",
    frozenset({"city", "state_province", "postal_code"}): "city",
    frozenset({"state_province", "postal_code"}): "state_province",
    frozenset({"address", "city"}): "address",
    frozenset({"address_1", "city"}): "address",
    frozenset({"address", "city", "state_province"}): "address",
    frozenset({"address", "city", "state_province", "postal_code"}): "address",
    frozenset({"address_1", "city", "state_province", "postal_code"}): "address",
    frozenset({"address", "address_1"}): "address",
    frozenset({"address", "directions"}): "address",
    frozenset({"website_or_social", "email"}): "website_or_social",
    frozenset({"latitude", "longitude"}): "coordinates",
    frozenset({"asked_by", "asked_on"}): "asked_by_when",
    frozenset({"asked_by_when", "asked_on"}): "asked_by_when",
    frozenset({"asked_by", "asked_by_when"}): "asked_by_when",
}


def _nearly(key: str) -> Known | None:
    """A heading without what lists add: a leading "the", a count, "of the business"."""
    for shorter in _variants(key):
        near = _KNOWN.get(shorter)
        if near and not (near.field in _ANSWERS and _OF_BUSINESS & {*key.split()}):
            return Known(near.field, near.language, 95.0)
    return None


def _variants(key: str) -> list[str]:
    words = key.split()
    short = " ".join(word for word in words if word not in _LITTLE)
    alone = " ".join(word for word in words if word not in _LITTLE | _OF_BUSINESS)
    variants = [short, short.removesuffix("s"), f"{short}s", short.rstrip("0123456789 "), alone]
    return [variant for variant in variants if variant and variant != key]


def _in_pieces(heading: str) -> Known | None:
    """Pieces that belong together: "Facebook / IG", "Address (full)", "City, State, Zip"."""
    bare = _BRACKETED.sub(" ", heading)
    pieces = [fold(piece) for piece in _BETWEEN.split(bare)]
    pieces = [piece for piece in pieces if piece and piece not in _LITTLE]
    if not pieces or (len(pieces) == 1 and pieces[0] == fold(heading)):
        return None
    found = [_KNOWN.get(piece) or _nearly(piece) for piece in pieces]
    known = [one for one in found if one is not None]
    if len(known) < len(found):
        return None
    fields = frozenset(one.field for one in known)
    field = _TOGETHER.get(fields) if len(fields) > 1 else known[0].field
    tongues = {one.language for one in known} - {""}
    return Known(field, tongues.pop() if len(tongues) == 1 else "", 93.0) if field else None


def _tongue(key: str) -> str:
    """The language of a heading about consent."""
    spanish = not _SPANISH.isdisjoint(key.split())
    return "es" if spanish else "en"


_SPANISH = word_set(
    "quien|fecha|cuando|permiso|se|puede|guia|imprimir|autoriza|acepta|pregunto|para|de|en|el|la|"
    "consentimiento|autorizacion|voluntario|voluntaria|podemos|publicar|por|que|hablo|quiere|lo"
)


def recognised(cells: list[str], *, fuzzy: bool = False) -> int:
    """How many different fields the cells of a row name, if they are headings.

    A row with a telephone, an e-mail or a link in it is a business, whatever its words.
    """
    if any(map(_is_value, cells)):
        return 0
    found = (lookup(cell, fuzzy=fuzzy) for cell in cells if cell and len(cell) <= 60)
    fields = [known.field for known in found if known and known.field not in {OTHER, "ignore"}]
    return len(set(fields) - MANY) + sum(field in MANY for field in fields)


def _is_value(cell: str) -> bool:
    """Whether a cell is a telephone, an e-mail or a link, so that its row is no heading row."""
    if not 7 <= len(cell) <= 80:
        return False
    signs = sum(char.isdigit() for char in cell)
    return (
        (signs >= 7 and signs > sum(char.isalpha() for char in cell))
        or "@" in cell[1:-1]
        or "://" in cell
    )
