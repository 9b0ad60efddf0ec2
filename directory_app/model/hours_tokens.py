"""The words of hours, English and Spanish, cut into tokens."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Literal, NamedTuple

Language = Literal["en", "es"]
#: OSM day names; a day is its index, and 7 is a public holiday.
DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su", "PH")
ALL_DAYS = (0, 1, 2, 3, 4, 5, 6)

_ENGLISH_DAYS = (
    "mondays monday mon mo",
    "tuesdays tuesday tues tue tu",
    "wednesdays wednesday weds wed we",
    "thursdays thursday thurs thur thu th",
    "fridays friday fri fr",
    "saturdays saturday sat sa",
    "sundays sunday sun su",
)
_SPANISH_DAYS = (
    "lunes lun lu",
    "martes mart mar ma",
    "miercoles mierc mier mie mi",
    "jueves juev jue ju",
    "viernes vier vie vi",
    "sabados sabado sab",
    "domingos domingo dom do",
)
_GROUPS = {
    ALL_DAYS: "daily|everyday|every day|each day|all days|all week|all week long|seven days|"
    "7 days|7 days a week|7 days per week|seven days a week|7 days/week|every day of the week|"
    "diario|diariamente|a diario|todos los dias|todo los dias|cada dia|toda la semana|7 dias|"
    "los 7 dias|los siete dias|siete dias|7 dias a la semana|7 dias de la semana|"
    "siete dias a la semana|los 7 dias de la semana|los siete dias de la semana",
    (0, 1, 2, 3, 4): "weekdays|weekday|week days|entre semana|dias de semana|dias laborales|"
    "dias habiles|dias entre semana",
    (5, 6): "weekends|weekend|week ends|fin de semana|fines de semana|los fines de semana",
    (7,): "holidays|public holidays|ph|dias festivos|festivos|dias feriados|feriados",
}
_WORDS = {
    "dash": "-|to|a|al|til|till|until|hasta|thru|through|ate|untill",
    "comma": ",",
    "and": "&|+|/|and|y|e",
    "stop": ";|(|)|[|]|||\n",
    "closed": "closed|cerrado|cerrados|cerrada|cerramos|off|close on|closes on|no abre|no abrimos|"
    "not open|descansamos|descanso",
    "except": "except|excepto|but|menos|except on",
    "all_day": "24/7|24 hours|24 hrs|24 hr|24 horas|24h|24 h|24hrs|24 hours a day|24 horas al dia|"
    "las 24 horas|all day|todo el dia|around the clock|24 hours/day|24hours|24 hs|open 24|"
    "open 24/7",
    "noon": "noon|12 noon|mediodia|medio dia|12 del mediodia|12 del medio dia|12 mediodia|midday",
    "midnight": "midnight|12 midnight|medianoche|media noche|12 medianoche|12 de la noche|"
    "12 de la medianoche|12 de la media noche",
    "meal": "lunch|dinner|breakfast|brunch|almuerzo|cena|desayuno|comida|comidas",
    "skip": "open|opens|opened|abierto|abierta|abiertos|abren|abrimos|abre|hours|hour|horario|"
    "horarios|hora|horas|hrs|hr|from|de|del|desde|las|los|el|la|on|en|at|only|solo|solamente|"
    "business|we are|we re|store|tienda|are|is|estamos|por|the|atencion|servicio|:|'|’|*|=",
}
_SPANISH_WORDS = (
    "al y hasta diario cerrado cerrados cerramos excepto menos de del desde las los el la en "
    "horario abierto solo mediodia medianoche dias semana festivos"
)
_HALF_WORDS = (
    r"(?:\s*(?P<am>a(?:\.? ?(?=m\.)|\.)?m\b\.?|(?:de|en|por) la manana\b|in the morning\b)"
    r"|\s*(?P<pm>p(?:\.? ?(?=m\.)|\.)?m\b\.?|(?:de|en|por) la (?:tarde|noche)\b"
    r"|in the (?:afternoon|evening)\b)"
    r"|(?P<a>(?<=\d)a(?![a-z0-9])(?!\s*\d))|(?P<p>(?<=\d)p(?![a-z0-9])))?"
)
_TIME = re.compile(
    r"(?<!\d)(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2})|(?P<run>\d{2}))?(?!\d)"
    r"(?:\s?(?:horas|hrs?|hs?)\b)?" + _HALF_WORDS
)
_LETTERS = {
    "en": {"m": 0, "t": 1, "w": 2, "f": 4, "s": 5},
    "es": {"l": 0, "x": 2, "j": 3, "v": 4, "s": 5, "d": 6},
}
_ENGLISH_RUN = re.compile(r"(?:M|Tu|Th|T|W|F|Sa|Su|S){2,7}")
_SPANISH_RUN = re.compile(r"[LMXJVSD]{2,7}")


class Time(NamedTuple):
    """A clock time as written. ``half`` is "am", "pm", "fixed" (noon, midnight) or "".

    ``padded`` says that the hour was written with a leading zero, as on a 24-hour clock.
    """

    hour: int
    minute: int = 0
    half: str = ""
    padded: bool = False


@dataclass(frozen=True, slots=True)
class Token:
    """``kind`` is "days", "time", "word" (not understood) or a key of _WORDS."""

    kind: str
    days: tuple[int, ...] = ()
    time: Time | None = None
    text: str = ""
    unsure: bool = False


def tokens(text: str, hint: str | None) -> tuple[list[Token], bool]:
    """Cut a cell into tokens; also whether its words are Spanish."""
    plain = flatten(text)
    spanish = _is_spanish(plain, hint)
    if spanish and re.search(r"\b[xX]\b", plain):
        plain = re.sub(r"\b[mM]\b", "martes", plain)
    lower = plain.lower()
    found: list[Token] = []
    position = 0
    while position < len(plain):
        if plain[position] in " \t.":
            position += 1
            continue
        token, length = _next(plain, lower, position, spanish)
        found.append(token)
        position += length
    return [token for token in found if token.kind != "skip"], spanish


def flatten(text: str) -> str:
    """The cell without accents, with plain dashes, spaces and apostrophes; case stays."""
    text = unicodedata.normalize("NFKD", text)
    text = "".join(letter for letter in text if not unicodedata.combining(letter))
    text = re.sub(r"[‐‑‒–—―−~]", "-", text)
    return re.sub(r"[^\S\n]+", " ", text.replace("o'clock", "").replace("o’clock", ""))


def _next(plain: str, lower: str, position: int, spanish: bool) -> tuple[Token, int]:
    """The token at a position of the flattened cell, and its length."""
    phrase = _phrases().match(lower, position)
    time = _TIME.match(lower, position)
    if phrase and not (time and time.end() > phrase.end()):
        return _token_of(phrase.group(0)), len(phrase.group(0))
    if time:
        return _time_token(time), time.end() - position
    word = re.compile(r"[^\W\d_]+|.", re.DOTALL).match(plain, position)
    written = word.group(0) if word else plain[position]
    return _letters(written, spanish), len(written)


def _token_of(phrase: str) -> Token:
    kind, days = _meanings()[phrase]
    if kind in {"noon", "midnight"}:
        return Token("time", time=Time(12 if kind == "noon" else 24, half="fixed"))
    return Token(kind, days, text=phrase)


def _time_token(match: re.Match[str]) -> Token:
    hour, minute = int(match["hour"]), int(match["minute"] or match["run"] or 0)
    half = "am" if match["am"] or match["a"] else "pm" if match["pm"] or match["p"] else ""
    if hour > 24 or minute > 59 or (half and not 1 <= hour <= 12):
        return Token("word", text=match.group(0))
    return Token("time", time=Time(hour, minute, half, match["hour"].startswith("0")))


def _letters(written: str, spanish: bool) -> Token:
    """Days in single letters: M, W, LMXJV, MWF. What could be two days is not understood."""
    letters = _LETTERS["es" if spanish else "en"]
    if written.lower() in letters:
        unsure = written in "sS" and not spanish
        return Token("days", (letters[written.lower()],), text=written, unsure=unsure)
    if spanish and _SPANISH_RUN.fullmatch(written):
        return _spanish_run(written.lower())
    if not spanish and _ENGLISH_RUN.fullmatch(written):
        parts = re.findall(r"Tu|Th|Sa|Su|[MTWFS]", written)
        index = {"Tu": 1, "Th": 3, "Sa": 5, "Su": 6, "M": 0, "T": 1, "W": 2, "F": 4, "S": 5}
        days = tuple(index[part] for part in parts)
        return Token("days" if _ascending(days) else "word", days, text=written)
    return Token("word", text=written)


def _spanish_run(written: str) -> Token:
    """LMXJV: M is Tuesday beside an X or another M; by itself it could be either day."""
    written = written.replace("mm", "mx", 1)
    if "m" in written and "x" not in written:
        return Token("word", text=written)
    days = tuple({**_LETTERS["es"], "m": 1}[letter] for letter in written)
    return Token("days" if _ascending(days) else "word", days, text=written)


def _ascending(days: tuple[int, ...]) -> bool:
    return all(a < b for a, b in pairwise(days))


def _is_spanish(plain: str, hint: str | None) -> bool:
    words = re.findall(r"(?<![a-z0-9])[a-z]+(?![a-z0-9])", plain.lower())
    if any(word in _spanish_evidence() for word in words):
        return True
    if any(word in {"w", "th", "tu", "t", "f"} or word in _english_evidence() for word in words):
        return False
    runs = re.findall(r"\b[LMXJVSD]{3,7}\b", plain)
    letters = {*words, *(letter for run in runs for letter in run.lower())}
    return hint == "es" or bool(letters & {"l", "x", "j", "v", "d"})


@cache
def _spanish_evidence() -> frozenset[str]:
    days = frozenset(word for words in _SPANISH_DAYS for word in words.split() if len(word) > 2)
    return days.union(_SPANISH_WORDS.split())


@cache
def _english_evidence() -> frozenset[str]:
    return frozenset(word for words in _ENGLISH_DAYS for word in words.split() if len(word) > 2)


@cache
def _meanings() -> dict[str, tuple[str, tuple[int, ...]]]:
    meanings: dict[str, tuple[str, tuple[int, ...]]] = {}
    for kind, phrases in _WORDS.items():
        parts = phrases.split("|")
        if kind == "stop":
            parts = [*";()[]|\n"]
        meanings |= dict.fromkeys(parts, (kind, ()))
    for days, phrases in _GROUPS.items():
        meanings |= dict.fromkeys(phrases.split("|"), ("days", days))
    for names in (_ENGLISH_DAYS, _SPANISH_DAYS):
        for day, spellings in enumerate(names):
            meanings |= dict.fromkeys(spellings.split(), ("days", (day,)))
    return meanings


@cache
def _phrases() -> re.Pattern[str]:
    longest_first = sorted(_meanings(), key=len, reverse=True)
    return re.compile("|".join(_bounded(phrase) for phrase in longest_first))


def _bounded(phrase: str) -> str:
    """A phrase that is no part of a longer word or number; "8a5" still holds an "a"."""
    before = r"(?<!\d)" if phrase[0].isdigit() else r"(?<![a-z])" if phrase[0].isalpha() else ""
    after = r"(?!\d)" if phrase[-1].isdigit() else r"(?![a-z])" if phrase[-1].isalpha() else ""
    return before + re.escape(phrase) + after
