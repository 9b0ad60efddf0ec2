"""Parts of the year in people's words, English and Spanish, to OSM and back: "May–Sep"."""

import re
from functools import cache

from directory_app.model.hours_osm import is_osm
from directory_app.model.hours_pieces import MONTHS
from directory_app.model.hours_tokens import flatten
from directory_app.model.hours_words import words as hours_words

OSM_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SPELLINGS = (
    "january jan enero ene",
    "february feb febrero",
    "march mar marzo",
    "april apr abril abr",
    "may mayo",
    "june jun junio",
    "july jul julio",
    "august aug agosto ago",
    "september sept sep set septiembre setiembre",
    "october oct octubre",
    "november nov noviembre",
    "december dec diciembre dic",
)
_TO = r"(?:-|to|through|thru|till|until|al?|hasta(?: el)?)"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?![\d:])"


@cache
def _date() -> str:
    names = "|".join(sorted(" ".join(_SPELLINGS).split(), key=len, reverse=True))
    month = rf"(?:{names})\b\.?"
    return rf"(?:(?:el )?{_DAY} (?:de )?{month}|{month}(?: {_DAY})?)"


@cache
def _range() -> re.Pattern[str]:
    date = _date()
    return re.compile(rf"(?P<first>{date})(?: ?{_TO} ?(?P<last>{date}|{_DAY}))?")


@cache
def _prefix() -> re.Pattern[str]:
    one = rf"{_date()}(?: ?{_TO} ?(?:{_date()}|{_DAY}))?"
    return re.compile(
        rf"(?:(?:from|de|del|desde|in|en|between|entre) )?"
        rf"(?P<months>{one}(?: ?(?:,|and|y|&) ?{one})*)"
        # a colon, or words that are none of a clock: "Mar 1–2 am" is a Tuesday
        r"(?P<end> ?[:,]| (?=[a-z])(?!(?:[ap]\.? ?m|hrs?|hs|horas?|noon|mid|med|de la)\b))"
    )


def months(text: str) -> str:
    """A part of the year in OSM syntax ("May-Sep", "Jun 15-Aug 20"); "" if it is none.

    OSM syntax stays as it is.
    """
    if re.fullmatch(MONTHS, text.strip()) and is_osm(f"{text.strip()} off"):
        return text.strip()
    plain = _plain(text)
    plain = re.sub(r"^(?:from|de|del|desde|in|en) ", "", plain)
    found = []
    for part in re.split(r" ?(?:,|&|\band\b|\by\b) ?", plain):
        match = _range().fullmatch(part)
        if match is None:
            return ""
        found.append(_osm_range(match))
    return ",".join(found) if all(found) else ""


def split(text: str) -> tuple[str, str]:
    """A part of the year before hours, in OSM syntax, and the hours: ("May-Sep", "Mon 9-5").

    ("", text) where hours begin with none: "Mar 9-5" is a Tuesday in Spanish, "May 9-5" no season.
    """
    plain = _plain(text)
    match = _prefix().match(plain)
    if match is None or re.fullmatch(r"mar\.?(?: \d.*)?", match["months"]):
        return "", text
    found = months(match["months"])
    return (found, plain[match.end() :].strip()) if found else ("", text)


def is_closed(text: str) -> bool:
    """Whether words say no more than that it is closed."""
    return re.fullmatch(r"(?:closed|off|cerrad[oa])", _plain(text)) is not None


def words(osm_months: str, language: str) -> str:
    """A part of the year as it is printed: "May–Sep", "may–sep"."""
    phrase = hours_words(f"{osm_months} off", language)
    return phrase[0].rsplit(" ", 1)[0] if phrase else osm_months


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", flatten(text)).strip().lower()


def _osm_range(match: re.Match[str]) -> str:
    first = _osm_date(match["first"])
    if match["last"] is None:
        return first
    if re.fullmatch(_DAY, match["last"]):
        day = re.sub(r"\D", "", match["last"])
        return f"{first}-{int(day):02d}" if " " in first else ""
    last = _osm_date(match["last"])
    return f"{first}-{last}" if (" " in first) == (" " in last) else ""


def _osm_date(text: str) -> str:
    word = re.sub(r"\b(?:el|de)\b|[.]", " ", text)
    name = next(iter(re.findall(r"[a-z]{3,}", word)), "")
    month = next(n for n, spellings in enumerate(_SPELLINGS) if name in spellings.split())
    day = re.search(r"\d+", word)
    if day is None:
        return OSM_MONTHS[month]
    return f"{OSM_MONTHS[month]} {int(day[0]):02d}" if 1 <= int(day[0]) <= 31 else ""
