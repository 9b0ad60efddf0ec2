"""A business as the verb ``list`` tells it: plain values, ready for JSON.

This is staff reading their own laptop, so it is not cut by consent; contacts stay out all
the same, since nobody needs them in a pipe.
"""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from directory_app.model import fields
from directory_app.model.business import Business, Phone
from directory_app.model.consent import Consent
from directory_app.model.live import is_live
from directory_app.model.phones import display
from directory_app.model.terms import Answer, Channel, ReviewState, Status
from directory_app.store import Dossier

#: What stands in place of a number that may not be told.
CONFIDENTIAL = "(confidential)"


def business_record(dossier: Dossier, today: dt.date) -> dict[str, Any]:
    """Everything about one business but its contacts. ``live`` is as of ``today``."""
    business = dossier.business
    consents = dossier.consents
    record: dict[str, Any] = {
        "code": business.code,
        "name": business.name,
        "city": business.city,
        "latitude": business.latitude,
        "longitude": business.longitude,
        "precision": business.precision,
        "phones": phone_records(dossier.phones),
        "opening_hours": business.opening_hours,
        "languages": list(business.languages),
        "consent": {channel.value: _answer(consents.get(channel)) for channel in Channel},
        "live": {
            channel.value: not dossier.on_hold and _live(business, consents.get(channel), today)
            for channel in Channel
        },
    }
    kept = (field.name for field in fields.BUSINESS if field.name not in record)
    return record | {name: _plain(getattr(business, name)) for name in kept}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, dt.date) else value


def phone_records(phones: Sequence[Phone]) -> list[dict[str, Any]]:
    """Each telephone: E.164, bare extension, type, and whether it is confidential.

    In the owner's order, but those that are confidential behind all others. A number that one
    row keeps confidential is so in every row, whatever its extension.
    """
    secret = {phone.number for phone in phones if phone.confidential}
    return [
        {
            "number": phone.number,
            "extension": phone.extension,
            "type": str(phone.type),
            "confidential": phone.number in secret,
        }
        for phone in sorted(phones, key=lambda phone: phone.number in secret)
    ]


def _answer(consent: Consent | None) -> str:
    return str(consent.answer) if consent else Answer.NOT_ASKED.value


def _live(business: Business, consent: Consent | None, today: dt.date) -> bool:
    if consent is None or business.status == Status.CLOSED:
        return False
    if business.review_state == ReviewState.ARCHIVED:
        return False
    return is_live(consent.answer, consent.date, consent.asked_by, consent.review_by, today, today)


def sentence_of(record: dict[str, Any]) -> str:
    """One line for people: code, name, town, telephone, and the channels that are live.

    A confidential number is not told, only that there is one: a line is soon copied.
    """
    first = record["phones"][0] if record["phones"] else None
    phone = display(first["number"], first["extension"]) if first else ""
    if first and first["confidential"]:
        phone = CONFIDENTIAL
    doors = " ".join(channel for channel, live in record["live"].items() if live)
    return f"{record['code']}  {record['name']}  {record['city']}  {phone}  {doors}".rstrip()
