"""Days in the cells of a list, and whether its columns write the day or the month first."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d/-])")
_ISO = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T]\d\d:\d\d(?::\d\d)?)?(?!\d)")
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january ene enero",
            "feb february febrero",
            "mar march marzo",
            "apr april abr abril",
            "may mayo",
            "jun june junio",
            "jul july julio",
            "aug august ago agosto",
            "sep sept september septiembre setiembre",
            "oct october octubre",
            "nov november noviembre",
            "dec december dic diciembre",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY_MONTH = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|º|o)?[\s./-]*(?:de\s+|of\s+)?({_MONTH})\b\.?"
    r"[\s,./-]*(?:del?\s+)?'?(\d{4}|\d{2})(?!\d)",
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(
    rf"\b({_MONTH})\b\.?[\s./-]*(\d{{1,2}})(?:st|nd|rd|th|º)?[\s,./-]+(?:del?\s+)?'?(\d{{4}}|\d{{2}})(?!\d)",
    re.IGNORECASE,
)
_HALF = re.compile(
    rf"(?<!\d)\d{{1,2}}[/-]\d{{1,4}}(?!\d)|\b({_MONTH})\b\.?\s*\d{{1,4}}|\d{{1,2}}\s(?:de\s)?({_MONTH})\b",
    re.IGNORECASE,
)


#: A day as spreadsheets count it, from 2017 to 2050, alone in its cell.
_SERIAL = re.compile(r"\s*(4[3-9]\d{3}|5[0-4]\d{3})(?:\.\d+)?\s*")
_FIRST_SERIAL = dt.date(1899, 12, 30)


@dataclass(frozen=True, slots=True)
class Found:
    """A day in a text, the text without it, and what was wrong (a code of words.py)."""

    on: dt.date | None
    rest: str
    code: str = ""


class Dates:
    """Reads the days of one list. Its unambiguous values decide what comes first."""

    def __init__(self, texts: Iterable[str], *, spanish: bool, today: dt.date) -> None:
        self.today = today
        votes = [vote for text in texts for vote in self._votes(text)]
        first, second = votes.count("day"), votes.count("month")
        self.day_first = spanish if first == second else first > second

    def find(self, text: str) -> Found:
        """The day that a text names. None in the future, and none without its year.

        A day that would lie in the future in the list's order is read in the other one, and
        said to be ("date_turned"): nobody was asked in the future.
        """
        if match := _SERIAL.fullmatch(text):
            on = _FIRST_SERIAL + dt.timedelta(int(match[1]))
            return self._found(on, None, "")
        for pattern in (_ISO, _NUMERIC, _DAY_MONTH, _MONTH_DAY):
            if match := pattern.search(text):
                rest = f"{text[: match.start()]} {text[match.end() :]}"
                return self._found(self._make(match), self._turned(match), rest)
        if match := _HALF.search(text):
            return Found(None, f"{text[: match.start()]} {text[match.end() :]}", "date_unread")
        return Found(None, text)

    def _found(self, on: dt.date | None, turned: dt.date | None, rest: str) -> Found:
        """A day that has come; one in the future by the list's order alone is turned round."""
        if on is None:
            return Found(None, rest, "date_unread")
        if on <= self.today:
            return Found(on, rest)
        if turned is not None and turned <= self.today:
            return Found(turned, rest, "date_turned")
        return Found(None, rest, "asked_future")

    def _turned(self, match: re.Match[str]) -> dt.date | None:
        """The day that the numbers give in the order that is not the list's."""
        if match.re is not _NUMERIC:
            return None
        day, month = (match[3], match[1]) if self.day_first else (match[1], match[3])
        return _day(match[4], month, day)

    def _make(self, match: re.Match[str]) -> dt.date | None:
        if match.re is _NUMERIC:
            return self._numeric(match[1], match[3], match[4])
        if match.re is _DAY_MONTH:
            return _day(match[3], _MONTHS[match[2].lower()], match[1])
        if match.re is _MONTH_DAY:
            return _day(match[3], _MONTHS[match[1].lower()], match[2])
        return _day(match[1], match[2], match[3])

    def _votes(self, text: str) -> list[str]:
        """What the numeric days of a text say for sure about what comes first."""
        votes = []
        for first, _, second, year in _NUMERIC.findall(text):
            as_day, as_month = _day(year, second, first), _day(year, first, second)
            fits_day = as_day is not None and as_day <= self.today
            fits_month = as_month is not None and as_month <= self.today
            if fits_day != fits_month:
                votes.append("day" if fits_day else "month")
        return votes

    def _numeric(self, first: str, second: str, year: str) -> dt.date | None:
        """By the list's order; a value that only fits the other way is read so."""
        day, month = (first, second) if self.day_first else (second, first)
        return _day(year, month, day) or _day(year, day, month)


def _day(year: str, month: str | int, day: str) -> dt.date | None:
    full = int(year) + 2000 if len(year) == 2 else int(year)
    try:
        return dt.date(full, int(month), int(day))
    except ValueError:
        return None
