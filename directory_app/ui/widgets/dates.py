"""Dates as words and ages as short words, by the locale of the window."""

import datetime as dt

from PySide6.QtCore import QCoreApplication, QDate, QLocale

_WEEKS_UNTIL = 60  # days; above it an age is told in months
_MONTHS_UNTIL = 730


def _day(day: dt.date) -> QDate:
    return QDate(day.year, day.month, day.day)


def long(day: dt.date) -> str:
    """12 Oct 2027."""
    return QLocale().toString(_day(day), "d MMM yyyy")


def short(day: dt.date) -> str:
    """2 Jan."""
    return QLocale().toString(_day(day), "d MMM")


def weekday(day: dt.date) -> str:
    """Sat 5 Dec 2026."""
    return QLocale().toString(_day(day), "ddd d MMM yyyy")


def age(day: dt.date | None, today: dt.date) -> str:
    """How long ago: "never", "today", "3 d", "5 wk", "7 mo", "2 y"."""
    if day is None:
        return QCoreApplication.translate("Dates", "never")
    days = (today - day).days
    if days <= 0:
        return QCoreApplication.translate("Dates", "today")
    if days < 14:
        return QCoreApplication.translate("Dates", "%1 d").replace("%1", str(days))
    if days < _WEEKS_UNTIL:
        return QCoreApplication.translate("Dates", "%1 wk").replace("%1", str(days // 7))
    if days < _MONTHS_UNTIL:
        return QCoreApplication.translate("Dates", "%1 mo").replace("%1", str(days * 12 // 365))
    return QCoreApplication.translate("Dates", "%1 y").replace("%1", str(days // 365))
