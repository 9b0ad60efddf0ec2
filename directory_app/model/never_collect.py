"""What is never kept about a person, and how a list or a note gives it away.

Nothing here quotes what it found: callers say the kind, never the words.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from directory_app.model import never_words as words
from directory_app.model.text import fold


class Kind(StrEnum):
    """What could hurt somebody (the design's "Never a field")."""

    IMMIGRATION = "immigration"
    ORIGIN = "origin"
    ID_NUMBER = "id_number"
    HOME_ADDRESS = "home_address"
    FAMILY = "family"
    EMPLOYEES = "employees"
    RELIGION = "religion"


@dataclass(frozen=True, slots=True)
class Hit:
    """Where such words stand in a text (``text[start:end]``), and what they give away."""

    start: int
    end: int
    kind: Kind


_LABELS = {
    Kind.IMMIGRATION: ("immigration status", "estatus migratorio"),
    Kind.ORIGIN: ("where somebody comes from", "de dónde viene alguien"),
    Kind.ID_NUMBER: ("an ID number", "un número de identificación"),
    Kind.HOME_ADDRESS: ("where somebody lives", "dónde vive alguien"),
    Kind.FAMILY: ("somebody's family", "la familia de alguien"),
    Kind.EMPLOYEES: ("who works there", "quién trabaja ahí"),
    Kind.RELIGION: ("somebody's religion", "la religión de alguien"),
}
_PATTERNS = {
    Kind.IMMIGRATION: words.IMMIGRATION,
    Kind.ORIGIN: words.ORIGIN,
    Kind.ID_NUMBER: words.ID_NUMBER,
    Kind.HOME_ADDRESS: words.HOME_ADDRESS,
    Kind.FAMILY: words.FAMILY,
    Kind.EMPLOYEES: words.EMPLOYEES,
    Kind.RELIGION: words.RELIGION,
}
_CARDS = re.compile(r"\b(?:master ?card|amex|american express|discover|debit|credit|cards?|"
                    r"tarjetas?|cash|efectivo|takes|accepts?|acepta[n]?|pay|venmo)\b")  # fmt: skip
_WORDS = re.compile(r"[a-z]{3,}")
_SIGNS = re.compile(words.SIGNS)
_HEADINGS = {
    Kind.IMMIGRATION: "immigration|immigration status|status migratorio|estatus migratorio|"
    "estado migratorio|situacion migratoria|legal status|estatus legal|visa|visa type|tipo de visa|"
    "papers|papeles|documented|undocumented|citizenship|ciudadania|citizen|daca|migratory status|"
    "migration status|residency status|residency|documentado",
    Kind.ORIGIN: "country of origin|pais de origen|origin|origen|birthplace|place of birth|born|"
    "born in|lugar de nacimiento|nationality|nacionalidad|procedencia|where from|from|hometown|"
    "home country|ethnicity|race|etnia|raza|native country|birth country|pais natal|"
    "pais de nacimiento|lugar de origen|national origin",
    Kind.ID_NUMBER: "ssn|social security|social security number|seguro social|itin|passport|"
    "passport number|pasaporte|drivers license|driver license|licencia|licencia de conducir|"
    "id number|identificacion|numero de identificacion|matricula|matricula consular|curp|a number|"
    "alien number|dob|date of birth|birth date|birthday|fecha de nacimiento|age|edad|owner age",
    Kind.HOME_ADDRESS: "home address|owner address|owners address|owner home address|home|"
    "direccion de casa|direccion particular|domicilio particular|domicilio personal|residence|"
    "direccion del dueno|direccion de la duena|where they live|donde vive|owners home",
    Kind.FAMILY: "family|familia|spouse|husband|wife|children|kids|hijos|esposo|esposa|conyuge|"
    "marital status|estado civil|family members|household|number of children|dependents|familiares",
    Kind.EMPLOYEES: "employees|number of employees|num employees|empleados|numero de empleados|"
    "workers|trabajadores|staff|personal|employee names|no of employees|how many employees|"
    "cuantos empleados|employee count|staff names",
    Kind.RELIGION: "religion|church|iglesia|faith|fe|parish|parroquia|religious affiliation|"
    "denomination|mosque|congregation|creencia|culto",
}
#: Headings in other words, folded. What is said of food is not said of a person.
_HEADING_PATTERNS = {
    Kind.IMMIGRATION: r"\bimmigra\w+|\bmigratori\w+|\b(?:papers|papeles)\b",
    Kind.ID_NUMBER: r"\b(?:age|edad) (?:of|del?|de la) (?!business|negocio)|"
    r"\b(?:owners?|duen[oa]) (?:s )?(?:age|edad)\b|"
    r"\b(?:year|ano|date|fecha) (?:of|de) (?:birth|nacimiento)|\b(?:dob|ssn|itin|curp)\b",
    Kind.ORIGIN: r"\bde donde (?:es|son|viene|vienen|vino|vinieron|era|eran)\b|\bwhere\b.* from\b|"
    r"\b(?:country|place|state|region) of (?:origin|birth|owner|the owner)|\bnacionalidad(?:es)?\b|"
    r"\bpais del? (?:la )?(?:origen|nacimiento|procedencia|duen\w+|propietari\w+)|"
    r"\b(?:owners?|their|duen[oa]|family) (?:s )?(?:country|pais|origin|background|roots)\b|"
    r"\b(?:nationalit\w+|ethnicit\w+|etnicidad|race|raza|birth|birthplace|born|nacimiento|nacio)\b",
    Kind.HOME_ADDRESS: r"\bhome\b.*\baddress|\b(?:donde|where)\b.*\b(?:vive|viven|lives?)\b|"
    r"\b(?:direccion|domicilio|ubicacion) (?:del? )?(?:la |su )?(?:casa|hogar|vivienda)\b|"
    r"\b(?:residencia|residence|residential)\b",
    Kind.FAMILY: r"\bhousehold\b|\bmarital\b",
    Kind.EMPLOYEES: r"\b(?:how many|number of|cuantos|cuantas) (?:people )?"
    r"(?:work|trabaj|personas)\w*",
}
_WANTS_OUT = re.compile(
    r"\b(?:does|do|did|would) ?n[o']t (?:want|wish|like|agree)|\b(?:doesn'?t|don'?t|didn'?t|dont|"
    r"doesnt) (?:want|wish|like|agree)|\bsaid no\b|\bnot want to be\b|\brefus(?:ed|es)\b|"
    r"\bdeclined\b|\bdo(?: not|n'?t) (?:list|print|include|publish)\b|\bopt(?:ed)? out\b|"
    r"\b(?:take|leave|keep) (?:us|them|her|him|me|it) (?:off|out)\b|\bremove (?:us|them|her|him|me)"
    r"|\bno (?:quieren?|desean?|acepta[n]?|autoriza[n]?)\b|\bdij(?:o|eron) que no\b|"
    r"\b(?:se neg(?:o|aron)|rechaz(?:o|aron))\b|\bno (?:publicar|imprimir|incluir|listar|poner)\b|"
    r"\bya no quieren?\b|\bquit(?:ar|en|e)(?:los|las|lo|la|nos|me)?\b.{0,20}\blista\b"
)


def find(text: str) -> list[Hit]:
    """Where a free text gives away what is never kept, in the order of the text.

    For notes, descriptions and other free text; names and titles are not for it ("e Hijos").
    Overlapping hits are one. A hit is a reason to ask a person, not a proof.
    """
    plain = _plain(text)
    hits = _hits(plain) if _may_hit(plain) else []
    hits += [
        Hit(match.start(), match.end(), Kind.IMMIGRATION)
        for match in _capitals().finditer(text)
        if not text.isupper() or len(text) < 25
    ]
    return _without_overlaps(sorted(hits, key=lambda hit: (hit.start, -hit.end)))


def find_in_name(text: str) -> list[Hit]:
    """Where a shop's name has words about a person that no shop is called by.

    Only the plainest, with what leads up to them ("the owner is ..."); for ``find`` stops too
    much in a name.
    """
    plain = _plain(text)
    if not _any_in_names().search(plain) and not _capitals_in_names().search(text):
        return []
    hits = [
        Hit(match.start(), match.end(), kind)
        for kind, pattern in _compiled_for_names().items()
        for match in pattern.finditer(plain)
    ]
    for match in _capitals_in_names().finditer(text):
        lead = re.search(rf"{words.LEADING_UP}$", plain[max(0, match.start() - 60) : match.start()])
        start = match.start() if lead is None else lead.start()
        hits.append(Hit(start, match.end(), Kind.IMMIGRATION))
    return _without_overlaps(sorted(hits, key=lambda hit: (hit.start, -hit.end)))


def check_heading(text: str) -> Kind | None:
    """What a column with this heading would hold, if it is something that is never kept."""
    key = fold(text)
    for kind, headings in _heading_words().items():
        if key in headings or key.removesuffix("s") in headings:
            return kind
    for kind, pattern in _HEADING_PATTERNS.items():
        if re.search(pattern, key):
            return kind
    hits = find(text)
    return hits[0].kind if hits else None


def label(kind: Kind, language: str = "en") -> str:
    """What a kind is called in a sentence, in ``en`` or ``es``."""
    return _LABELS[kind][language == "es"]


def explanation(kind: Kind, language: str = "en") -> str:
    """A sentence for the person who typed or imported it. It quotes nothing."""
    if language == "es":
        return f"Esto parece decir {label(kind, 'es')}. No lo guardamos: podría dañar a alguien."
    return f"This seems to say {label(kind)}. We never keep that: it could hurt somebody."


def wants_out(text: str) -> bool:
    """Whether a note says that the owner does not want to be listed."""
    return _WANTS_OUT.search(_plain(text)) is not None


def _plain(text: str) -> str:
    """Lower case without accents, letter for letter, so that positions stay."""
    if text.isascii():
        return text.lower()
    return "".join(_plain_letter(letter) for letter in text)


@cache
def _plain_letter(letter: str) -> str:
    plain = unicodedata.normalize("NFKD", letter)[:1].lower()
    plain = {"’": "'", "‘": "'", "‐": "-", "‑": "-", "–": "-"}.get(plain, plain)
    return plain if len(plain) == 1 and not plain.isspace() else " " if plain.isspace() else letter


def _may_hit(plain: str) -> bool:
    """Whether any pattern could match: a quick look that spares most texts the slow one."""
    found = set(_WORDS.findall(plain)) - words.INNOCENT
    return not words.STARTS.isdisjoint(word[:4] for word in found) or bool(_SIGNS.search(plain))


def _hits(plain: str) -> list[Hit]:
    return [
        Hit(match.start(), match.end(), kind)
        for kind, pattern in _compiled().items()
        for match in pattern.finditer(plain)
        if not _is_payment(plain, match)
    ]


def _is_payment(plain: str, match: re.Match[str]) -> bool:
    """Visa among other cards is a card."""
    if not match.group(0).startswith("visa"):
        return False
    return _CARDS.search(plain[max(0, match.start() - 30) : match.end() + 30]) is not None


def _without_overlaps(hits: list[Hit]) -> list[Hit]:
    kept: list[Hit] = []
    for hit in hits:
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept


@cache
def _compiled() -> dict[Kind, re.Pattern[str]]:
    return {
        kind: re.compile("|".join(f"(?:{p})" for p in parts)) for kind, parts in _PATTERNS.items()
    }


@cache
def _compiled_for_names() -> dict[Kind, re.Pattern[str]]:
    return {
        Kind(kind): re.compile(words.LEADING_UP + "(?:" + "|".join(f"(?:{p})" for p in parts) + ")")
        for kind, parts in words.IN_NAMES.items()
    }


@cache
def _any_in_names() -> re.Pattern[str]:
    """All of them at once, without what leads up to them: a quick look at a name."""
    parts = (part for kind in words.IN_NAMES.values() for part in kind)
    return re.compile("|".join(f"(?:{part})" for part in parts))


@cache
def _capitals_in_names() -> re.Pattern[str]:
    return re.compile("|".join(words.IN_NAMES_CAPITALS))


@cache
def _capitals() -> re.Pattern[str]:
    return re.compile("|".join(words.IMMIGRATION_CAPITALS))


@cache
def _heading_words() -> dict[Kind, frozenset[str]]:
    return {kind: frozenset(headings.split("|")) for kind, headings in _HEADINGS.items()}
