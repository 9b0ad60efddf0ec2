"""People's words for hours -> OSM opening_hours.

What a cell says is read whole or not at all: a word that is not understood keeps the whole
cell as a note. The rules for times without am or pm are in the design under Settled.
"""

import re
from dataclasses import dataclass

from directory_app.model import hours_seasons
from directory_app.model.hours_clock import set_clocks
from directory_app.model.hours_grammar import Reader, name_days, reduce, segments, settle_letters
from directory_app.model.hours_osm import already_osm, is_osm, join_same_days, write
from directory_app.model.hours_pieces import cut
from directory_app.model.hours_plan import HoursPlan
from directory_app.model.hours_shapes import Unreadable
from directory_app.model.hours_tokens import flatten, tokens

UNREADABLE = "The hours could not be read and are kept as a note."
BY_APPOINTMENT = "The hours are by appointment and are kept as a note."
NO_DAYS = "The hours name no days; every day is assumed."
ASSUMED = "The hours had no am or pm; check what was assumed."

_APPOINTMENT = re.compile(
    r"\W*(?:(?:open|only|solo|solamente|hours|atencion|abierto)\W+)*"
    r"(?:by appointment|by appt|appointments?|con (?:previa )?cita|por cita|previa cita|"
    r"cita previa|solo citas|con cita previa)(?:\W+(?:only|solamente|solo|please))?\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class HoursReading:
    """What a cell of hours says.

    ``osm`` is a valid opening_hours, or empty; then ``note`` is the cell as written.
    ``assumed`` says that something was taken to be meant (am or pm, every day). ``problem``
    is a sentence for the person who checks, or empty. ``note_en`` and ``note_es`` are the
    note in the languages that it is known in.
    """

    osm: str = ""
    note: str = ""
    assumed: bool = False
    problem: str = ""
    note_en: str = ""
    note_es: str = ""


def parse(text: str, language_hint: str | None = None) -> HoursReading:
    """Read a cell of hours. Never raises; ``language_hint`` is "en", "es" or None."""
    cell = text.strip()
    if not re.search(r"\w", cell):
        return HoursReading()
    if osm := already_osm(cell, language_hint):
        return HoursReading(osm)
    if _APPOINTMENT.fullmatch(flatten(cell)):
        return _note(cell, BY_APPOINTMENT, "By appointment", "Con cita")
    try:
        if (seasonal := _read_seasons(cell, language_hint)) is not None:
            return seasonal
        osm, assumed, problem = _read(cell, language_hint)
    except Unreadable:
        return _unreadable(cell, language_hint)
    return HoursReading(osm, "", assumed, problem or (ASSUMED if assumed else ""))


def _read_seasons(cell: str, hint: str | None) -> HoursReading | None:
    """A usual week and parts of the year, a line or a "; " each; None where there is no season."""
    parts = [hours_seasons.split(part) for part in re.split(r"[;\n]", cell) if part.strip()]
    if not any(season for season, _rest in parts):
        return None
    usual = "; ".join(rest for season, rest in parts if not season)
    osm, assumed, problem = _read(usual, hint) if usual else ("", False, "")
    plan = HoursPlan(tuple(cut(osm)))
    for season, rest in parts:
        if season:
            part, guessed = _read_season(rest, hint)
            plan, assumed = plan.with_season(season, part), assumed or guessed
    if not is_osm(plan.osm):
        raise Unreadable
    return HoursReading(plan.osm, "", assumed, problem or (ASSUMED if assumed else ""))


def _read_season(text: str, hint: str | None) -> tuple[str, bool]:
    """The hours of a season, every day where none is named; and whether am or pm is assumed."""
    if hours_seasons.is_closed(text):
        return "off", False
    osm, assumed, problem = _read(text, hint)
    if problem == NO_DAYS:
        osm, assumed, _ = _read(f"daily {text}", hint)
    if any(piece.kind != "week" for piece in cut(osm)):
        raise Unreadable
    return osm, assumed


def _note(cell: str, problem: str, en: str = "", es: str = "") -> HoursReading:
    return HoursReading("", cell, False, problem, en, es)


def _unreadable(cell: str, hint: str | None) -> HoursReading:
    spanish = tokens(cell, hint)[1]
    return _note(cell, UNREADABLE, "" if spanish else cell, cell if spanish else "")


def _read(cell: str, hint: str | None) -> tuple[str, bool, str]:
    found, _ = tokens(cell, hint)
    if any(token.kind == "word" for token in found):
        raise Unreadable
    unsure = settle_letters(found)
    reader = Reader()
    for segment in segments(found):
        reader.read(reduce(segment))
    rules = reader.finish()
    problem = NO_DAYS if name_days(rules) else ""
    assumed = set_clocks(rules) or unsure or bool(problem)
    osm = write(join_same_days(rules))
    if not osm or not is_osm(osm):
        raise Unreadable
    return osm, assumed, problem
