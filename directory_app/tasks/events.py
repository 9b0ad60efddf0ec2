"""Making an event, and telling one."""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from directory_app import geocoding
from directory_app.errors import UserError
from directory_app.model.event import Event
from directory_app.store import Store

#: Half of the earth's girth in miles; no business is farther away.
WIDEST_RADIUS = 12_450


@dataclass(frozen=True, slots=True)
class NewEvent:
    """An event as a person types it. Times are local; an end not after its start is next day."""

    name_en: str
    date: dt.date
    name_es: str = ""
    starts: dt.time | None = None
    ends: dt.time | None = None
    venue: str = ""
    address: str = ""
    radius_miles: float | None = None


def add_event(store: Store, wanted: NewEvent) -> Event:
    """Add an event and find its place, which at best is its town's.

    UserError where its words seem to say what is never kept: they are printed.
    """
    from directory_app.model import addresses, never_collect

    for text in (wanted.name_en, wanted.name_es, wanted.venue):
        hits = never_collect.find_in_name(text)
        if hits:
            raise UserError(never_collect.explanation(hits[0].kind), "Leave those words out.")

    zone = ZoneInfo(store.timezone)
    parts = addresses.split(wanted.address)
    home = store.setting("home_state", geocoding.HOME_STATE)
    located = geocoding.locate_venue(wanted.address, home)
    event = Event(
        name_en=wanted.name_en,
        name_es=wanted.name_es,
        date=wanted.date,
        starts_at=_moment(wanted.date, wanted.starts, zone),
        ends_at=_moment(_last_day(wanted), wanted.ends, zone),
        venue=wanted.venue,
        address_1=parts.address_1,
        address_2=parts.address_2,
        city=parts.city,
        state_province=parts.state_province,
        postal_code=parts.postal_code,
        radius_miles=wanted.radius_miles,
        precision=located.precision,
    )
    if located.position is not None:
        event.latitude, event.longitude = located.position.latitude, located.position.longitude
    return store.add_event(event)


def _last_day(wanted: NewEvent) -> dt.date:
    overnight = wanted.starts and wanted.ends and wanted.ends <= wanted.starts
    return wanted.date + dt.timedelta(1 if overnight else 0)


def _moment(day: dt.date, time: dt.time | None, zone: ZoneInfo) -> dt.datetime | None:
    return None if time is None else dt.datetime.combine(day, time, zone)


def event_record(event: Event, timezone: str) -> dict[str, Any]:
    """An event as plain values, its times local (``10:00``), None where it lasts all day."""
    zone = ZoneInfo(timezone)

    def clock(moment: dt.datetime | None) -> str | None:
        return None if moment is None else moment.astimezone(zone).strftime("%H:%M")

    same = ("name_es", "venue", "address_1", "city", "state_province", "postal_code")
    return {
        "id": event.id,
        "name": event.name_en or event.name_es,
        "date": event.date.isoformat(),
        "starts": clock(event.starts_at),
        "ends": clock(event.ends_at),
        "latitude": event.latitude,
        "longitude": event.longitude,
        "precision": event.precision,
        "radius_miles": event.radius_miles,
        **{name: getattr(event, name) for name in same},
    }
