"""A value for each field of the table, told apart from all others, for tests that walk it."""

import datetime as dt
from typing import Any

from directory_app.model.fields import Field, Kind

_OWN: dict[str, Any] = {
    "category": "bakery",
    "cuisine": ["qxpho"],
    "languages": ["vi"],
    "city": "Qxtown",
    "state_province": "TX",
    "postal_code": "79901",
    "country": "MX",
    "address_type": "mobile",
    "location_visibility": "exact",
    "email": "qx@qxmail.example",
    "website": "https://qxsite.example",
    "same_as": ["https://qxpages.example/one"],
    "opening_hours": "Mo-Fr 08:15-17:45",
    "payment_accepted": ["snap"],
    "price_range": "$Qx",
    "wheelchair": "limited",
    "status": "temporarily_closed",
    "precision": "rooftop",
    "review_state": "approved",
    "latitude": 35.68712,
    "longitude": -105.93781,
    "code": "QXRT",
}


def sample(field: Field) -> Any:
    """A value that the field may have, and none of its blank ones."""
    if field.name in _OWN:
        return _OWN[field.name]
    word = f"Qx {field.name.replace('_', ' ')}"
    return {
        Kind.LIST: next(iter([[key] for key in field.choices]), [word]),
        Kind.CHOICE: next((key for key in reversed(field.choices) if key != field.nothing), ""),
        Kind.FLAG: True,
        Kind.MARK: True,
        Kind.NUMBER: 7,
        Kind.DAY: dt.date(2026, 10, 12),
        Kind.MOMENT: dt.datetime(2026, 10, 12, 9, tzinfo=dt.UTC),
    }.get(field.kind, word)
