"""Days and times as people type them: "Dec 5", "5/12/2026", "10am", "14:30"."""

import datetime as dt
import re

from directory_app.model.text import fold

_MONTHS = (
    ("january", "enero"),
    ("february", "febrero"),
    ("march", "marzo"),
    ("april", "abril"),
    ("may", "mayo"),
    ("june", "junio"),
    ("july", "julio"),
    ("august", "agosto"),
    ("september", "septiembre", "setiembre"),
    ("october", "octubre"),
    ("november", "noviembre"),
    ("december", "diciembre"),
)
_TIME = re.compile(r"(\d{1,2})(?:[:.h](\d\d))?\s*(a|p|am|pm|a m|p m)?\.?", re.IGNORECASE)


def read_day(text: str, today: dt.date, *, day_first: bool = False) -> dt.date | None:
    """A day; without a year the next one that comes. None if it cannot be read.

    ``day_first`` decides "5/12/2026"; an ISO date and a month in words need no deciding.
    """
    words = fold(text).split()
    numbers = [int(word) for word in words if word.isdigit()]
    # the last one: a Spanish Tuesday ("mar") looks like March
    month = next((found for word in reversed(words) if (found := _month(word))), None)
    try:
        if month:
            return _named(month, numbers, today)
        return _numbers(numbers, today, day_first)
    except ValueError:
        return None


def _month(word: str) -> int | None:
    if len(word) < 3 or not word.isalpha():
        return None
    for number, names in enumerate(_MONTHS, start=1):
        if any(name.startswith(word) for name in names):
            return number
    return None


def _named(month: int, numbers: list[int], today: dt.date) -> dt.date | None:
    days = [number for number in numbers if 1 <= number <= 31]
    years = [number for number in numbers if number > 1000]
    if len(days) != 1:
        return None
    return dt.date(years[0], month, days[0]) if years else _coming(month, days[0], today)


def _numbers(numbers: list[int], today: dt.date, day_first: bool) -> dt.date | None:
    if len(numbers) == 3 and numbers[0] > 31:
        return dt.date(*numbers)
    if len(numbers) not in (2, 3):
        return None
    first, second = numbers[:2]
    if first > 12 or second > 12:
        day_first = first > 12
    day, month = (first, second) if day_first else (second, first)
    if len(numbers) == 2:
        return _coming(month, day, today)
    year = numbers[2] + 2000 if numbers[2] < 100 else numbers[2]
    return dt.date(year, month, day)


def _coming(month: int, day: int, today: dt.date) -> dt.date:
    found = dt.date(today.year, month, day)
    return found if found >= today else dt.date(today.year + 1, month, day)


def read_time(text: str, after: dt.time | None = None) -> dt.time | None:
    """A time of day. Without am or pm: 1 to 6 is afternoon, and later than ``after`` if it can.

    None if it cannot be read.
    """
    found = _TIME.fullmatch(" ".join(text.strip().replace(".m", "m").split()))
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    elif _is_afternoon(hour, minute, found[1], after):
        hour += 12
    return dt.time(hour, minute) if hour < 24 and minute < 60 else None


def _is_afternoon(hour: int, minute: int, written: str, after: dt.time | None) -> bool:
    if hour == 0 or hour >= 12 or written.startswith("0"):
        return False
    if after is not None:
        return dt.time(hour, minute) <= after
    return hour < 7
