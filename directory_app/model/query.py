"""The grammar of the search box: words, "phrases", ``key:value``, ``-`` and ``or``.

All parts have to hold; parts with ``or`` between them are alternatives. What cannot be read is
left out and said. Nothing here knows a directory: the towns in it, a street's place.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from directory_app.model import categories, languages
from directory_app.model import query_words as words
from directory_app.model.query_pieces import Piece, cut, typed
from directory_app.model.text import fold, typed_number

_AGE = re.compile(r"(?P<sign>[<>]?)\s*(?P<number>\d{1,4})\s*(?P<unit>[dwsmya])?[a-zñáí]*", re.I)
_ENDS = re.compile(r"(?:ends|vence)\s*<\s*(?P<age>.+)", re.I)
_MILES = re.compile(r"<?\s*(?P<number>\d{1,4}(?:[.,]\d{1,3})?)\s*(?P<unit>mi|km)?[a-z]*", re.I)
_CLOCK = re.compile(r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2}))?\s*(?P<half>[ap]\.?m?\.?)?", re.I)
_CODE = re.compile(r"[A-Za-z0-9]{1,8}")
KILOMETRE = 0.621371
#: How far ``near:`` reaches when nothing is said.
USUAL_MILES = 5.0


@dataclass(frozen=True, slots=True)
class Problem:
    """What cannot be read, and what to do, in both languages."""

    piece: Piece
    en: str
    es: str

    def said(self, language: str) -> str:
        """The sentence."""
        return self.es if language == "es" else self.en


@dataclass(frozen=True, slots=True)
class Term:
    """One part that can be read. ``key`` is "" for words, "phrase", a key, "consent.print".

    ``value`` is what the store knows (a category's key, a channel's answer, text); ``sign`` and
    ``number`` say an age in days or a distance in miles; for ``open`` the minute since
    midnight, -1 for any time of the day, and ``value`` is the day (0 is Monday).
    """

    key: str
    value: str
    excluded: bool = False
    sign: str = ""
    number: float = 0.0
    piece: Piece = field(default_factory=lambda: Piece(""), compare=False)


@dataclass(frozen=True, slots=True)
class Query:
    """All of ``clauses`` hold, of each at least one term. ``str`` gives the text again."""

    pieces: tuple[Piece, ...] = ()
    clauses: tuple[tuple[Term, ...], ...] = ()
    problems: tuple[Problem, ...] = field(default=(), compare=False)

    def __str__(self) -> str:
        return typed(self.pieces)

    @property
    def plain(self) -> str:
        """The words alone, which all have to be found, as they were typed."""
        return " ".join(clause[0].value for clause in self.clauses if is_plain(clause))

    @property
    def rest(self) -> tuple[tuple[Term, ...], ...]:
        """The clauses that are more than a word."""
        return tuple(clause for clause in self.clauses if not is_plain(clause))

    def places(self) -> list[Term]:
        """The terms that want a place looked up."""
        return [term for clause in self.clauses for term in clause if term.key == "near"]


def is_plain(clause: tuple[Term, ...]) -> bool:
    """Whether it is one word that has to be there."""
    return len(clause) == 1 and not clause[0].key and not clause[0].excluded


@lru_cache(maxsize=256)
def parse(text: str) -> Query:
    """Read a text; never raises, whatever is typed."""
    pieces = cut(text)
    if typed_number(text):
        found = tuple((Term("", str(piece), piece=piece),) for piece in pieces)
        return Query(pieces, found)
    clauses: list[tuple[Term, ...]] = []
    problems: list[Problem] = []
    joined = False
    for piece in pieces:
        if _is_or(piece):
            joined = bool(clauses)
            continue
        read = _read(piece)
        if not piece.closed:
            problems.append(Problem(piece, piece.problem, 'Cierre la frase con otra comilla (").'))
        if isinstance(read, Problem):
            problems.append(read)
        elif joined:
            clauses[-1] = (*clauses[-1], read)
        else:
            clauses.append((read,))
        joined = False
    return Query(pieces, tuple(clauses), tuple(problems))


def without(text: str, piece: Piece) -> str:
    """The text with one of its pieces taken out, and the ``or`` that joined it to others."""
    pieces = list(cut(text))
    at = next(n for n, one in enumerate(pieces) if (one.start, one.end) == (piece.start, piece.end))
    beside = at - 1 if at and _is_or(pieces[at - 1]) else at + 1  # its own "or" goes with it
    kept = [one for n, one in enumerate(pieces) if n != at and not (n == beside and _is_or(one))]
    tidy: list[Piece] = []
    for other in kept:
        if _is_or(other) and (not tidy or _is_or(tidy[-1])):
            continue
        tidy.append(other)
    while tidy and _is_or(tidy[-1]):
        tidy.pop()
    return typed(tidy)


def keys_like(word: str, language: str = "en") -> list[str]:
    """Keys that begin so, for completion, each as one would type it."""
    folded, spanish = fold(word), language == "es"
    names = []
    for key, said in words.KEYS.items():
        if key == "consent":
            stem = "consentimiento" if spanish else "consent"
            names += [f"{stem}.{one[-1 if spanish else 0]}" for one in words.CHANNELS.values()]
        else:
            names.append(_spanish(said) if spanish else said[0])
    return [f"{name}:" for name in names if fold(name).startswith(folded)]


def _spanish(said: tuple[str, ...]) -> str:
    return said[2] if len(said) > 3 else said[-1]


def _is_or(piece: Piece) -> bool:
    bare = not (piece.key or piece.quoted or piece.excluded)
    return bare and piece.text.casefold() in words.OR


def _read(piece: Piece) -> Term | Problem:
    if not piece.key:
        if piece.quoted:
            return Term("phrase", piece.text, piece.excluded, piece=piece)
        return Term("", piece.text, piece.excluded, piece=piece)
    key = words.key_of(piece.key)
    if not key:
        return _unknown_key(piece)
    if not piece.text.strip() and not piece.tail:
        return _problem(piece, "Say what to look for after “%1:”.", "Diga qué buscar tras «%1:».")
    read = _READERS.get(key.partition(".")[0], _choice)(key, piece)
    return _unknown_value(key, piece) if read is None else read


def _problem(piece: Piece, en: str, es: str) -> Problem:
    return Problem(piece, en.replace("%1", piece.key), es.replace("%1", piece.key))


def _unknown_key(piece: Piece) -> Problem:
    if words.key_of(f"{piece.key.partition('.')[0]}.print"):
        return _problem(
            piece,
            "Say which use: consent.print, .map, .web, .share or .lookup.",
            "Diga qué uso: consentimiento.imprimir, .mapa, .web, .compartir o .buscar.",
        )
    known = ", ".join(key for key in words.KEYS if key != "consent")
    known_es = ", ".join(_spanish(said) for key, said in words.KEYS.items() if key != "consent")
    return _problem(
        piece,
        f"There is no filter “%1”. Use {known} or consent.print; put words with a colon in quotes.",
        f"No hay filtro «%1». Use {known_es} o consentimiento.imprimir; ponga entre comillas"
        " las palabras con dos puntos.",
    )


_SAMPLES = {
    "category": "bakery",
    "language": "vi",
    "stale": ">6m",
    "changed": "<7d",
    "open": '"sun 10:00"',
    "near": '"1420 Cerrillos Rd, Santa Fe"<5mi',
    "code": "KXQF",
}


def _unknown_value(key: str, piece: Piece) -> Problem:
    choices, choices_es = ", ".join(words.offered(key)), ", ".join(words.offered(key, "es"))
    sample = _SAMPLES.get(key, "")
    text = piece.text or piece.tail
    en = choices or f"for example {piece.key}:{sample}"
    es = choices_es or f"por ejemplo {piece.key}:{sample}"
    return Problem(
        piece,
        f"“{text}” is not known after “{piece.key}:”. Use {en}.",
        f"No se conoce «{text}» tras «{piece.key}:». Use {es}.",
    )


def _whole(piece: Piece) -> str:
    return piece.text + piece.tail


def _choice(key: str, piece: Piece) -> Term | None:
    value = words.value_of(key, _whole(piece))
    return Term(key, value, piece.excluded, piece=piece) if value else None


def _text(key: str, piece: Piece) -> Term | None:
    return Term(key, _whole(piece), piece.excluded, piece=piece) if fold(_whole(piece)) else None


def _code(key: str, piece: Piece) -> Term | None:
    code = piece.text.upper()
    return Term(key, code, piece.excluded, piece=piece) if _CODE.fullmatch(code) else None


def _category(key: str, piece: Piece) -> Term | None:
    text = _whole(piece)
    found = text if text in _category_keys() else categories.guess(text)
    return Term(key, found, piece.excluded, piece=piece) if found else None


def _category_keys() -> frozenset[str]:
    return frozenset(one.key for one in categories.CATEGORIES)


def _language(key: str, piece: Piece) -> Term | None:
    known = {one.code.casefold(): one.code for one in languages.all_languages()}
    text = _whole(piece).casefold().strip()
    code = known.get(text) or next(
        (one for one in languages.parse(text) if one.casefold() in known), ""
    )
    return Term(key, code, piece.excluded, piece=piece) if code else None


def _age(key: str, piece: Piece) -> Term | None:
    found = _AGE.fullmatch(_whole(piece).strip())
    if not found:
        return None
    sign = found["sign"] or (">" if key == "stale" else "<")
    days = int(int(found["number"]) * words.UNIT_DAYS[(found["unit"] or "d").lower()])
    return Term(key, "", piece.excluded, sign, float(days), piece)


def _consent(key: str, piece: Piece) -> Term | None:
    ends = _ENDS.fullmatch(_whole(piece).strip())
    if ends is None:
        return _choice(key, piece)
    age = _AGE.fullmatch(ends["age"].strip())
    if age is None or age["sign"]:
        return None
    days = int(int(age["number"]) * words.UNIT_DAYS[(age["unit"] or "d").lower()])
    return Term(key, "ends", piece.excluded, "<", float(days), piece)


def _open(key: str, piece: Piece) -> Term | None:
    day_word, _, clock = _whole(piece).strip().partition(" ")
    day = words.day_of(day_word)
    if day is None:
        return None
    if not clock.strip():
        return Term(key, str(day), piece.excluded, number=-1.0, piece=piece)
    minute = _minute(clock.strip())
    if minute is None:
        return None
    return Term(key, str(day), piece.excluded, number=float(minute), piece=piece)


def _minute(clock: str) -> int | None:
    found = _CLOCK.fullmatch(clock)
    if not found:
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    half = (found["half"] or "").lower()
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return hour * 60 + minute if hour < 24 and minute < 60 else None


def _near(key: str, piece: Piece) -> Term | None:
    if not piece.closed:
        return None  # a place is looked up once it is typed to its end
    place, tail = piece.text, piece.tail
    if not piece.quoted and "<" in place:
        place, _, tail = place.partition("<")
    found = _MILES.fullmatch(tail.strip()) if tail else None
    if not fold(place) or (tail and not found):
        return None
    miles = float(found["number"].replace(",", ".")) if found else USUAL_MILES
    if found and (found["unit"] or "").lower() == "km":
        miles *= KILOMETRE
    return Term(key, place.strip(), piece.excluded, "<", miles, piece)


_READERS = {
    "town": _text,
    "cuisine": _text,
    "code": _code,
    "category": _category,
    "language": _language,
    "stale": _age,
    "changed": _age,
    "consent": _consent,
    "open": _open,
    "near": _near,
}


def terms(query: Query) -> Iterable[Term]:
    """Every term, in the order typed."""
    return (term for clause in query.clauses for term in clause)
