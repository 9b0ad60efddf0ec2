"""A small directory in which some businesses are there twice, as real lists have them."""

import datetime as dt
from pathlib import Path

from directory_app.model.business import Business, Phone
from directory_app.model.contact import Contact
from directory_app.model.draft import DraftConsent, DraftPhone
from directory_app.model.geo import Position
from directory_app.store import Store
from tests.runs import record

_HERE = {"city": "Santa Fe", "state_province": "NM", "postal_code": "87505"}


def fill(path: Path) -> Path:
    """A directory with three pairs and two that are nobody's twin."""
    with Store.create(path, passphrase=None) as store:
        store.people.add("Marisol")
        _nopal(store)
        _luz(store)
        _pho(store)
        _add(store, "Flor de Oaxaca", address_1="1607 Paseo de Peralta", phone="55")
        _add(store, "Auto Eléctrico Hernández", address_1="5 Calle Medico", phone="66")
    return path


def _add(store: Store, name: str, *, phone: str = "", says: tuple = (), **values: object) -> str:
    business = Business(code="", name=name, **(_HERE | values))
    phones = [DraftPhone(f"+150555501{phone}")] if phone else []
    return store.businesses.add(business, phones=phones, consents=list(says)).business.id


def _yes(channel: str, day: dt.date) -> DraftConsent:
    return DraftConsent(channel, "yes", day, "Marisol")


def _nopal(store: Store) -> None:
    """One was checked and printed; the other came with a list, and said no to the map."""
    today = store.today()
    last = today - dt.timedelta(days=40)
    one = _add(
        store,
        "Taquería El Nopal",
        category="restaurant",
        address_1="1420 Cerrillos Rd",
        languages=["es", "en"],
        opening_hours="Tu-Su 08:00-15:00",
        note="Ask for doña Rosa after three.",
        assured_date=last,
        assured_by="Marisol",
        phone="42",
        says=(_yes("print", last), _yes("map", last), _yes("web", last)),
    )
    store.businesses.place(one, Position(35.6642, -105.9640), "manual", "manual", lock=True)
    store.businesses.update(one, {}, contacts=[Contact(business_id=one, name="Rosa", role="owner")])
    other = _add(
        store,
        "Taqueria el Nopal Restaurant",
        category="restaurant",
        address_1="1420 Cerrillos Road",
        languages=["es", "vi"],
        opening_hours="Tu-Sa 08:00-14:00",
        website="https://nopal.example",
        note="Cash only until summer.",
        location_visibility="street",
        phone="42",
        says=(DraftConsent("map", "no", today - dt.timedelta(days=300), "Beto"),),
    )
    store.businesses.place(other, Position(35.6644, -105.9642), "rooftop", "x")
    secret = Phone(business_id=other, number="+15055550177", confidential=True)
    both = [*store.businesses.get(other).phones, secret]
    store.businesses.update(other, {}, phones=both)
    code = store.businesses.get(other).business.code
    record(
        store,
        event_id=None,
        layout="sheet",
        languages="es",
        use_by=today + dt.timedelta(days=60),
        copies=40,
        sha256="",
        entries=[(code, {"name": "Taqueria el Nopal Restaurant", "number": 4})],
    )


def _luz(store: Store) -> None:
    _add(
        store,
        "Panadería La Luz",
        category="bakery",
        address_1="9 Main St",
        opening_hours="Mo-Sa 06:00-14:00",
        phone="43",
    )
    _add(store, "La Luz Panaderia", category="bakery", address_1="9 Main Street", phone="43")


def _pho(store: Store) -> None:
    one = _add(store, 'Phở "Sông Hương"', category="restaurant", address_1="1600 St Michaels Dr")
    other = _add(store, "Pho Song Huong", category="restaurant", address_1="1600 St. Michael's Dr")
    store.businesses.place(one, Position(35.6600, -105.9650), "rooftop", "x")
    store.businesses.place(other, Position(35.6606, -105.9650), "rooftop", "x")
