"""Opening hours: people's words in, OSM opening_hours kept, words for paper out."""

from directory_app.model.hours_open import (
    Now,
    Week,
    at_moment,
    from_week,
    is_valid,
    open_during,
    week,
)
from directory_app.model.hours_parse import NO_DAYS, HoursReading, parse
from directory_app.model.hours_plan import HoursPlan, Season, plan
from directory_app.model.hours_words import clock, words

__all__ = [
    "NO_DAYS",
    "HoursPlan",
    "HoursReading",
    "Now",
    "Season",
    "Week",
    "at_moment",
    "clock",
    "from_week",
    "is_valid",
    "open_during",
    "parse",
    "plan",
    "week",
    "words",
]
