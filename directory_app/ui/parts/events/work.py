"""What the events page does in the worker: the form's values to an Event, the choices."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from directory_app.geocoding import HOME_STATE, locate_venue

if TYPE_CHECKING:
    from directory_app.model.event import Event
    from directory_app.store.store import Store

_PLACE = ("latitude", "longitude", "precision")


def add(store: "Store", form: Mapping[str, Any]) -> str:
    """Add an event from the form's values; its id."""
    from directory_app.model.event import Event

    fields = _fields(store, form, form["date"], {})
    return store.add_event(Event(**fields)).id


def save(store: "Store", event_id: str, form: Mapping[str, Any]) -> None:
    """Save some of the form's values."""
    event = store.event(event_id)
    day = form.get("date", event.date)
    zone = ZoneInfo(store.timezone)
    times = {
        "starts": event.starts_at and event.starts_at.astimezone(zone).time(),
        "ends": event.ends_at and event.ends_at.astimezone(zone).time(),
    }
    store.update_event(event_id, _fields(store, form, day, times))


def _fields(
    store: "Store", form: Mapping[str, Any], day: dt.date, times: Mapping[str, Any]
) -> dict[str, Any]:
    """The form's values as fields of Event. A new day takes the times along."""
    fields = {
        name: value for name, value in form.items() if name not in ("starts", "ends", "address")
    }
    if form.keys() & {"date", "starts", "ends"}:
        starts, ends = (form.get(name, times.get(name)) for name in ("starts", "ends"))
        fields |= _moments(day, starts, ends, ZoneInfo(store.timezone))
    if "address" in form:
        fields |= place(str(form["address"]), store.setting("home_state", HOME_STATE))
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


def place(line: str, home_state: str) -> dict[str, Any]:
    """An address line as fields of Event, located offline; a bare town is in ``home_state``."""
    from directory_app.model import addresses

    parts = addresses.split(line)
    fields: dict[str, Any] = {
        name: getattr(parts, name)
        for name in ("address_1", "address_2", "city", "state_province", "postal_code")
    }
    found = locate_venue(line, home_state) if line.strip() else None
    position = found.position if found else None
    if found is None or position is None:
        return fields | dict.fromkeys(_PLACE)
    return fields | {
        "latitude": position.latitude,
        "longitude": position.longitude,
        "precision": found.precision,
    }


def choose(store: "Store", event_id: str, code: str, included: bool, needed: bool) -> None:
    """Put a business in or leave it out; ``needed`` False takes back what a person chose."""
    business = store.business(code).business
    store.set_entry(event_id, business.id, included=included if needed else None)


def order(store: "Store", event_id: str, codes: Sequence[str]) -> None:
    """Keep the order of the listed."""
    store.set_order(event_id, [store.business(code).business.id for code in codes])


def local_times(event: "Event", zone: dt.tzinfo) -> tuple[dt.time | None, dt.time | None]:
    """An event's times in the directory's zone."""
    starts, ends = event.starts_at, event.ends_at
    return (
        starts.astimezone(zone).time() if starts else None,
        ends.astimezone(zone).time() if ends else None,
    )
