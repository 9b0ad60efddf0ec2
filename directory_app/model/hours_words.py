"""OSM opening_hours -> words for paper, English and Spanish."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from directory_app.model.hours_rules import OsmRule, Span, minutes, simple_rules
from directory_app.model.hours_tokens import ALL_DAYS, DAYS

Style = Literal["compact", "full"]
NO_BREAK = "\N{NO-BREAK SPACE}"
_SHORT = {
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "holidays"),
    "es": ("lun", "mar", "mié", "jue", "vie", "sáb", "dom", "días festivos"),
}
_LONG = {
    "en": (
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "holidays",
    ),
    "es": (
        "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo", "días festivos",
    ),
}  # fmt: skip
#: "Cerrado los domingos": of the names above only these two change.
_PLURAL = {"en": _LONG["en"], "es": (*_LONG["es"][:5], "sábados", "domingos", _LONG["es"][7])}
_MONTHS = {
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    "es": ("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"),
}
_WORDS = {
    "en": {
        "daily": "daily", "every day": "every day", "to": " to ", "and": " and ",
        "closed": "closed",
        "from": "from ", "24/7": "open 24 hours", "24h": "24 hours", "noon": "noon",
        "midnight": "midnight", "of": "", "on": "", "SH": "school holidays", "week": "week",
        "easter": "Easter", "sunrise": "sunrise", "sunset": "sunset", "dawn": "dawn",
        "dusk": "dusk", "unknown": "call first", "open": "open", "days": "days", "day": "day",
    },
    "es": {
        "daily": "diario", "every day": "todos los días", "to": " a ", "and": " y ",
        "closed": "cerrado", "from": "desde ", "24/7": "abierto 24 horas", "24h": "24 horas",
        "noon": "mediodía", "midnight": "medianoche", "of": "de ", "on": "los ",
        "SH": "vacaciones escolares", "week": "semana", "easter": "Pascua",
        "sunrise": "amanecer", "sunset": "atardecer", "dawn": "alba", "dusk": "anochecer",
        "unknown": "llame antes", "open": "abierto", "days": "días", "day": "día",
    },
}  # fmt: skip
_COMMENTS = {"by appointment": "con cita", "until sold out": "hasta agotar existencias"}


def words(osm: str, language: str, style: Style = "compact") -> list[str]:
    """The hours in words, a phrase a rule, for the language "en" or "es".

    Compact: "Tue–Sun 8 am–3 pm", to be joined with "; "; days that are merely not named are
    not said to be closed. Full: sentences, "Monday to Thursday, 8 am to 3 pm." Nothing is
    dropped from rules with seasons and the like: they are put into words token by token.
    Empty hours give an empty list. Never raises.
    """
    return list(_words(osm, language, style))


# many businesses keep the same hours, and a page asks for each more than once
@lru_cache(maxsize=4096)
def _words(osm: str, language: str, style: Style) -> tuple[str, ...]:
    if not osm.strip():
        return ()
    rules = simple_rules(osm)
    if rules is None:
        phrases = [_translate(part, language) for part in re.split(r";|\|\|", osm)]
    elif style == "full":
        phrases = [_full(rule, language) for rule in rules]
    else:
        phrases = [_compact(rule, language) for rule in _without_idle_closing(rules)]
    phrases = [phrase.strip() for phrase in phrases if phrase.strip()]
    if style == "full":
        return tuple(_sentence(phrase) for phrase in phrases)
    return tuple(_capital(phrase) if not place else phrase for place, phrase in enumerate(phrases))


def _without_idle_closing(rules: list[OsmRule]) -> list[OsmRule]:
    """Take closed days out of the earlier rules that name them, so that they need no words."""
    kept: list[OsmRule] = []
    for rule in rules:
        gone = set(rule.days) - {7}
        if not rule.off or not gone:
            kept.append(rule)
            continue
        kept = [_minus(earlier, gone) for earlier in kept]
        kept = [earlier for earlier in kept if earlier.days or not earlier.spans]
        if 7 in rule.days:
            kept.append(OsmRule((7,), off=True))
    return kept if any(not rule.off for rule in kept) else rules


def _minus(rule: OsmRule, gone: set[int]) -> OsmRule:
    days = rule.days or ALL_DAYS
    left = tuple(day for day in days if day not in gone)
    return rule if left == days else OsmRule(left, rule.spans, rule.off, rule.comment, rule.adds)


def _compact(rule: OsmRule, language: str) -> str:
    say = _WORDS[language]
    if rule.off:
        return f"{say['closed']} {_days(rule.days, language, _LONG, '–', ', ')}".strip()
    every_day = set(rule.days) == set(ALL_DAYS)
    if rule.spans == ((0, 1440),) and every_day:
        return say["24/7"]
    days = say["daily"] if every_day else _days(rule.days, language, _SHORT, "–", ", ")
    if rule.comment:
        return f"{days} {_comment(rule.comment, language)}".strip()
    return f"{days} {_spans(rule.spans, language, '–', ', ')}".strip()


def _full(rule: OsmRule, language: str) -> str:
    say = _WORDS[language]
    if rule.off:
        days = _days(rule.days, language, _PLURAL, say["to"], say["and"])
        return f"{say['closed']} {say['on'] if rule.days else ''}{days}".strip()
    every_day = set(rule.days) == set(ALL_DAYS)
    if rule.spans == ((0, 1440),) and every_day:
        return say["24/7"]
    days = (
        say["every day"] if every_day else _days(rule.days, language, _LONG, say["to"], say["and"])
    )
    hours = _comment(rule.comment, language) if rule.comment else ""
    hours = hours or _spans(rule.spans, language, say["to"], say["and"], say["of"])
    return ", ".join(filter(None, (days, hours)))


def _comment(comment: str, language: str) -> str:
    if language == "es":
        return _COMMENTS.get(comment, comment)
    return {es: en for en, es in _COMMENTS.items()}.get(comment, comment)


def _days(
    days: tuple[int, ...],
    language: str,
    names: Mapping[str, tuple[str, ...]],
    to: str,
    last: str,
) -> str:
    """Runs of three and more days (two with a dash) as ranges, joined with commas and ``last``."""
    name = names[language]
    parts: list[str] = []
    for run in _day_runs(days):
        if len(run) > 2 or (len(run) == 2 and to == "–"):
            parts.append(f"{name[run[0]]}{to}{name[run[-1]]}")
        else:
            parts += [name[day] for day in run]
    return last.join(filter(None, (", ".join(parts[:-1]), parts[-1]))) if parts else ""


def _day_runs(days: tuple[int, ...]) -> list[list[int]]:
    runs: list[list[int]] = []
    for day in days:
        if runs and day < 7 and runs[-1][-1] < 7 and (runs[-1][-1] + 1) % 7 == day:
            runs[-1].append(day)
        else:
            runs.append([day])
    if len(runs) > 1 and runs[0][0] == 0 and runs[-1][-1] == 6:
        runs = [runs.pop() + runs[0], *runs[1:]]
    return runs


def _spans(spans: tuple[Span, ...], language: str, to: str, last: str, of: str = "") -> str:
    """Spans as "11 am–2:30, 5–9 pm": am and pm once where what follows says the same."""
    if spans == ((0, 1440),):
        return _WORDS[language]["24h"]
    texts = []
    for place, (opens, closes) in enumerate(spans):
        if closes is None:
            texts.append(_WORDS[language]["from"] + clock(opens, language))
            continue
        following = spans[place + 1] if place + 1 < len(spans) and to == "–" else None
        texts.append(of + _span(opens, closes, following, language, to))
    return last.join(filter(None, (", ".join(texts[:-1]), texts[-1])))


def _span(opens: int, closes: int, following: Span | None, language: str, to: str) -> str:
    after_one = opens % 1440 >= 60
    same = (
        after_one and _half(opens) == _half(closes) and closes - opens < 720 and closes % 720 != 0
    )
    carried = (
        following is not None
        and following[1] is not None
        and _half(closes) == _half(following[0]) == _half(following[1])
        and following[1] % 720 != 0
        and closes % 720 != 0
    )
    start = clock(opens, language, bare=same)
    return f"{start}{to}{clock(closes, language, bare=carried)}"


def _half(time: int) -> str:
    return "am" if time % 1440 < 720 else "pm"


def clock(time: int, language: str, bare: bool = False) -> str:
    """A time as "8 am", "2:30 pm", "noon"; ``bare`` leaves am and pm to what follows."""
    time %= 1440
    if time == 0:
        return _WORDS[language]["midnight"]
    if time == 720 and not bare:
        return _WORDS[language]["noon"]
    hour, minute = time // 60 % 12 or 12, time % 60
    text = f"{hour}:{minute:02d}" if minute else f"{hour}"
    return text if bare else f"{text}{NO_BREAK}{_half(time)}"


def _translate(part: str, language: str) -> str:
    """A rule of any kind, token by token: days, months, times and key words."""
    return re.sub(
        r'"[^"]*"|\d\d:\d\d(?:-\d\d:\d\d|\+)?|\d\d:\d\d|24/7|[A-Za-z]+|,(?! )|(?<=\w)-(?=\w)',
        lambda match: _translate_token(match.group(0), language),
        part.strip(),
    )


def _translate_token(token: str, language: str) -> str:
    if token.startswith('"'):
        return _comment(token[1:-1], language)
    if token[0].isdigit() and ":" in token:
        opens, _, closes = token.rstrip("+").partition("-")
        end = minutes(closes) if closes else None
        if not closes and not token.endswith("+"):
            return clock(minutes(opens), language)
        start = minutes(opens)
        later = end + 1440 if end is not None and end <= start else end
        return _spans(((start, later),), language, "–", ", ")
    if token in DAYS:
        return _SHORT[language][DAYS.index(token)]
    if token in _MONTHS["en"]:
        return _MONTHS[language][_MONTHS["en"].index(token)]
    special = {"off": "closed", ",": ", ", "-": "–"}
    found = special.get(token, token)
    return _WORDS[language].get(found, found)


def _capital(phrase: str) -> str:
    return phrase[:1].upper() + phrase[1:]


def _sentence(phrase: str) -> str:
    return _capital(phrase).rstrip(".") + "."
