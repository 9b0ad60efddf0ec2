"""The sample directory: invented businesses, to look around and try everything on."""

import datetime as dt
import json
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from directory_app.model.business import Business, Phone
from directory_app.model.consent import Consent
from directory_app.model.contact import Contact
from directory_app.model.event import Event
from directory_app.paths import resource
from directory_app.progress import Progress, silent
from directory_app.store import Store

SATURDAY = 5


def make_sample(
    path: Path,
    today: dt.date | None = None,
    *,
    passphrase: str | None = None,
    progress: Progress = silent,
) -> Path:
    """Make a directory at ``path`` with 18 invented businesses and two events; return it.

    Every state of consent, kind of hours and script that a real list brings is in it, with
    days counted back from ``today``, by default the day in the directory's own zone. Plain
    unless there is a ``passphrase``. UserError where something is at ``path`` already.
    """
    content = json.loads(resource("sample", "sample.json").read_text("utf-8"))
    businesses = content["businesses"]
    with Store.create(path, passphrase=passphrase) as store:
        today = today or store.today()
        for person in content["people"]:
            store.people.add(person)
        for done, entry in enumerate(businesses):
            progress(done, len(businesses), entry["name"])
            _add_business(store, entry, today)
        for entry in content["events"]:
            store.events.add(_event(entry, today, ZoneInfo(store.timezone)))
        progress(len(businesses), len(businesses), "")
    return path


def _add_business(store: Store, entry: dict[str, Any], today: dt.date) -> None:
    business = Business(code="", name="")  # the store makes the code
    for key in entry.keys() & Business.model_fields.keys():
        setattr(business, key, entry[key])
    if "pin" in entry:
        business.latitude, business.longitude = entry["pin"]
        business.geocode_source = "sample"
    if "checked" in entry:
        days, business.assured_by, business.assured_method = entry["checked"]
        business.assured_date = today - dt.timedelta(days)
    added = store.businesses.add(
        business,
        phones=[_phone(business, *phone) for phone in entry["phones"]],
        consents=[_consent(business, today, *item) for item in entry["consent"].items()],
        contacts=[
            Contact(business_id=business.id, name=name, role=role, phone=phone)
            for name, role, phone in entry.get("contacts", ())
        ],
    )
    if "review_state" in entry:
        store.businesses.update(added.business.id, {"review_state": entry["review_state"]})


def _phone(business: Business, number: str, extension: str = "", kind: str = "voice") -> Phone:
    return Phone(business_id=business.id, number=number, extension=extension, type=kind)


def _consent(business: Business, today: dt.date, channel: str, said: list[Any]) -> Consent:
    answer, days, asked_by, method = said
    return Consent(
        business_id=business.id,
        channel=channel,
        answer=answer,
        date=today - dt.timedelta(days),
        asked_by=asked_by,
        given_by_role="owner",
        method=method,
    )


def _event(entry: dict[str, Any], today: dt.date, zone: ZoneInfo) -> Event:
    """An event on a Saturday at least ``saturday`` weeks away."""
    days = (SATURDAY - today.weekday()) % 7 + 7 * entry["saturday"]
    day = today + dt.timedelta(days)
    event = Event(date=day)
    for key in entry.keys() & Event.model_fields.keys():
        setattr(event, key, entry[key])
    event.starts_at, event.ends_at = (
        dt.datetime.combine(day, dt.time.fromisoformat(entry[end]), zone) for end in ("from", "to")
    )
    event.latitude, event.longitude = entry["pin"]
    return event
