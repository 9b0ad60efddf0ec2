"""Opening hours: people's words in, OSM opening_hours kept, words for paper out."""

from directory_app.model.hours_open import Week, from_week, is_valid, open_during, week
from directory_app.model.hours_parse import NO_DAYS, HoursReading, parse
from directory_app.model.hours_words import words

__all__ = [
    "NO_DAYS",
    "HoursReading",
    "Week",
    "from_week",
    "is_valid",
    "open_during",
    "parse",
    "week",
    "words",
]
