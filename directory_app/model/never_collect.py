"""What is never kept about a person, and how a list or a note gives it away.

Nothing here quotes what it found: callers say the kind, never the words.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from directory_app.model import never_terms, never_text
from directory_app.model.never_text import Token


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
#: Numbers that give themselves away by how they are written, in plain small letters.
_FORMATS = {
    Kind.ID_NUMBER: (
        r"(?:\b(?:ssn|itin|social security|seguro social)[:# ]{1,3})?"
        r"(?<![\d.-])(?:\d{3}|[x*]{3})[-. ](?:\d\d|[x*]{2})[-. ]\d{4}(?![\d-])",  # SSN, ITIN
        r"(?<![\w-])a[-# ]{0,2}(?:\d{8,9}|\d{3}[- ]\d{3}[- ]\d{3})(?!\w)",  # alien number
        r"\b(?:msc|lin|wac|eac|src|nbc|ioe|ymc|marriage)\d{10}\b",  # receipt of a petition
        r"\b[a-z]{4}\d{6}[hm][a-z]{5}[a-z\d]\d\b",  # CURP
        r"\b[a-z]{6}\d{8}[hm]\d{3}\b",  # voter's key (INE)
        r"\b(?:ssn?|itin|social|soc|tin)\b[ #:.-]{0,3}(?:ends? (?:in|with) )?\d{4,9}\b",
    ),
}
#: Longer ones are no headings.
_LONGEST_HEADING = 400
_WORDS = re.compile(r"[^\W_]+")
#: Letters in disguise: figures for letters, letters one by one, "w/o", a word over two lines.
_DISGUISED = re.compile(
    r"[a-z][013457@$]{1,3}[a-z]|\b[a-z]\W[a-z]\W[a-z]\b|w/o|s/[a-z]{4}|-\n|[^\x00-\u036f]|[a-z]'[a-z]"
)
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
    plain, places = never_text.normalise(text)
    hits = _numbers(plain, places)
    if _may_hit(plain, never_terms.texts()):
        words = never_text.tokens(text, (plain, places))
        hits += _hits(words, never_terms.texts(), never_terms.harmless())
    return _without_overlaps(sorted(hits, key=lambda hit: (hit.start, -hit.end)))


def find_in_description(text: str) -> list[Hit]:
    """As ``find``, of what is sold: there one word alone is a kitchen, "Vietnamese"."""
    return find_in_name(text) if len(text.split()) == 1 else find(text)


def find_in_name(text: str) -> list[Hit]:
    """Where a shop's name has words about a person that no shop is called by.

    Only the plainest, with what leads up to them ("the owner is ..."); for ``find`` stops too
    much in a name.
    """
    plain, places = never_text.normalise(text)
    hits = _numbers(plain, places)
    if _may_hit(plain, never_terms.names()):
        words = never_text.tokens(text, (plain, places))
        found = _spans(words, never_terms.names(), never_terms.harmless())
        hits += [
            Hit(words[_leading_up(words, start)].start, words[end - 1].end, kind)
            for start, end, kind in found
        ]
    return _without_overlaps(sorted(hits, key=lambda hit: (hit.start, -hit.end)))


def check_heading(text: str) -> Kind | None:
    """What a column with this heading would hold, if it is something that is never kept."""
    words = never_text.heading_tokens(text[:_LONGEST_HEADING])
    harmless = never_terms.harmless_headings()
    for terms in (never_terms.headings(), never_terms.texts()):
        if found := _spans(words, terms, harmless):
            return min(found)[2]
    hits = _numbers(*never_text.normalise(text))
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
    """In small letters without accents, apostrophes as they are typed."""
    return never_text.normalise(text)[0]


def _may_hit(plain: str, terms: never_terms.Terms) -> bool:
    """Whether any term could stand there: a quick look that spares most texts the slow one."""
    return any(map(terms.tells, _WORDS.findall(plain))) or _DISGUISED.search(plain) is not None


def _hits(
    words: Sequence[Token], terms: never_terms.Terms, harmless: never_terms.Terms
) -> list[Hit]:
    return [
        Hit(words[start].start, words[end - 1].end, kind)
        for start, end, kind in _spans(words, terms, harmless)
    ]


def _spans(
    words: Sequence[Token], terms: never_terms.Terms, harmless: never_terms.Terms
) -> list[tuple[int, int, Kind]]:
    """The terms that stand there, by word, but for those that something harmless explains."""
    found = terms.find(words)
    if not found:
        return []
    explained = {at for start, end, _ in harmless.find(words) for at in range(start, end)}
    return [
        (start, end, Kind(kind))
        for start, end, kind in found
        if not explained.issuperset(range(start, end))
    ]


def _leading_up(words: Sequence[Token], at: int) -> int:
    """The first of the words that lead up to the one at ``at``: "la dueña está ..."."""
    leads = _leads()
    first = max(0, at - 5)
    while at > first and words[at - 1].word in leads and not words[at].breaks:
        at -= 1
    return at


@cache
def _leads() -> frozenset[str]:
    return (
        never_terms.word_set("owner") | never_terms.word_set("be") | never_terms.word_set("have")
    ) | {"the", "la", "el", "los", "las", "she", "he", "they", "ella", "who", "on", "with", "con"}


def _numbers(plain: str, places: list[int] | None) -> list[Hit]:
    hits = []
    for kind, pattern in _compiled().items():
        for match in pattern.finditer(plain):
            start, end = match.span()
            if places is not None:
                start, end = places[start], places[end - 1] + 1
            hits.append(Hit(start, end, kind))
    return hits


def _without_overlaps(hits: list[Hit]) -> list[Hit]:
    kept: list[Hit] = []
    for hit in hits:
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept


@cache
def _compiled() -> dict[Kind, re.Pattern[str]]:
    return {
        kind: re.compile("|".join(f"(?:{p})" for p in parts)) for kind, parts in _FORMATS.items()
    }
