"""Events: made and changed from what a person typed, with their place, and told."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any
from zoneinfo import ZoneInfo

from directory_app import geocoding
from directory_app.errors import UserError
from directory_app.model import addresses, never_collect
from directory_app.model.event import Event
from directory_app.store import Store

#: Half of the earth's girth in miles; no business is farther away.
WIDEST_RADIUS = 12_450
_PLACE = ("latitude", "longitude", "precision")
#: Lines of an event that are printed as they were typed.
_PRINTED = ("name_en", "name_es", "venue")


def add_event(store: Store, form: Mapping[str, Any]) -> Event:
    """Add an event and find its place, which at best is its town's.

    ``form`` holds fields of Event by name, but ``address`` is one line, and ``starts`` and
    ``ends`` are local times: an end not after its start is the next morning's.
    """
    return store.events.add(Event(**_fields(store, form, form["date"], {})))


def save_event(store: Store, event_id: str, form: Mapping[str, Any]) -> None:
    """Save some of the form's values. A new day takes the times along."""
    event = store.events.get(event_id)
    starts, ends = local_times(event, ZoneInfo(store.timezone))
    day = form.get("date", event.date)
    store.events.update(event_id, _fields(store, form, day, {"starts": starts, "ends": ends}))


def refuse_stopped(form: Mapping[str, Any]) -> None:
    """UserError where its words seem to say what is never kept: they are printed."""
    for name in _PRINTED:
        hits = never_collect.find_in_name(form.get(name, ""))
        if hits:
            raise UserError(never_collect.explanation(hits[0].kind), "Leave those words out.")


def _fields(
    store: Store, form: Mapping[str, Any], day: dt.date, times: Mapping[str, Any]
) -> dict[str, Any]:
    fields = {
        name: value for name, value in form.items() if name not in ("starts", "ends", "address")
    }
    if form.keys() & {"date", "starts", "ends"}:
        starts, ends = (form.get(name, times.get(name)) for name in ("starts", "ends"))
        fields |= _moments(day, starts, ends, ZoneInfo(store.timezone))
    if "address" in form:
        fields |= _place(
            str(form["address"]), store.settings.get("home_state", geocoding.HOME_STATE)
        )
    return fields


def _moments(
    day: dt.date, starts: dt.time | None, ends: dt.time | None, zone: dt.tzinfo
) -> dict[str, dt.datetime | None]:
    """Local times as moments. An end not after its start is the next morning's."""
    overnight = bool(starts and ends and ends <= starts)
    last = day + dt.timedelta(days=overnight)
    return {
        "starts_at": dt.datetime.combine(day, starts, zone) if starts else None,
        "ends_at": dt.datetime.combine(last, ends, zone) if ends else None,
    }


def _place(line: str, home_state: str) -> dict[str, Any]:
    """An address line as fields of Event, located offline; a bare town is in ``home_state``."""
    parts = addresses.split(line)
    fields: dict[str, Any] = {
        name: getattr(parts, name)
        for name in ("address_1", "address_2", "city", "state_province", "postal_code")
    }
    found = geocoding.locate_venue(line, home_state) if line.strip() else None
    position = found.position if found else None
    if found is None or position is None:
        return fields | dict.fromkeys(_PLACE)
    return fields | {
        "latitude": position.latitude,
        "longitude": position.longitude,
        "precision": found.precision,
    }


def choose(store: Store, event_id: str, code: str, included: bool, needed: bool) -> None:
    """Put a business in or leave it out; ``needed`` False takes back what a person chose."""
    business = store.businesses.get(code).business
    store.events.set_entry(event_id, business.id, included=included if needed else None)


def order(store: Store, event_id: str, codes: Sequence[str]) -> None:
    """Keep the order of the listed."""
    store.events.set_order(event_id, [store.businesses.get(code).business.id for code in codes])


def local_times(event: Event, zone: dt.tzinfo) -> tuple[dt.time | None, dt.time | None]:
    """An event's times in the directory's zone."""
    starts, ends = event.starts_at, event.ends_at
    return (
        starts.astimezone(zone).time() if starts else None,
        ends.astimezone(zone).time() if ends else None,
    )


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
