"""The hours of one day in people's words: "8–3", "11–2:30, 5–9 pm", "closed", "24 hours"."""

from dataclasses import dataclass

from directory_app.model.hours_open import WeekSpan, week
from directory_app.model.hours_parse import parse
from directory_app.model.hours_pieces import rule_text
from directory_app.model.hours_words import words
from directory_app.model.text import fold

_CLOSED = {"closed", "off", "cerrado", "cerrada", "no", "x", "no abre", "not open"}


@dataclass(frozen=True, slots=True)
class DayReading:
    """Minutes since midnight, past 1440 where it ends next day; none: closed.

    ``assumed`` says that am or pm was taken to be meant.
    """

    spans: list[WeekSpan]
    assumed: bool = False


def read_day(text: str, language: str) -> DayReading | None:
    """What a day's words say; None if they can't be read, or name days themselves."""
    if fold(text) in _CLOSED or not text.strip():
        return DayReading([])
    reading = parse(f"daily {text}" if language == "en" else f"diario {text}", language)
    days = week(reading.osm) if reading.osm else None
    if days is None or any(day != days[0] for day in days):
        return None
    return DayReading(days[0], reading.assumed)


def day_words(spans: list[WeekSpan], language: str) -> str:
    """The hours of a day as people write them."""
    if not spans:
        return "cerrado" if language == "es" else "closed"
    return "; ".join(words(rule_text("", spans).strip(), language))
