"""Which service may be asked, and for whom: what the directory's settings and owners allow."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from directory_app.errors import UserError
from directory_app.geocoding.online import identity
from directory_app.model.live import is_live
from directory_app.model.terms import (
    AddressType,
    Channel,
    LocationVisibility,
    Precision,
    ReviewState,
    Status,
)
from directory_app.store import Dossier, Store

if TYPE_CHECKING:
    from directory_app.geocoding.online.client import Client
    from directory_app.geocoding.online.services import Service

#: Settings of the directory: the service as on the command line, requests a second, whether
#: the Census Bureau may be asked, and whether the environment's proxies are used ("yes").
SERVICE, RATE = "geocode.service", "geocode.rate"
CENSUS, PROXIES = "geocode.census", "geocode.proxies"
#: What a request says of who asks: see geocoding/online/identity.py.
NAME, CONTACT = "geocode.name", "geocode.contact"


@dataclass(frozen=True, slots=True)
class StoreJournal:
    """The store as a geocoding.online.asking.Journal."""

    store: Store

    def answer(self, query: str, source: str) -> str | None:
        """What was answered before."""
        kept = self.store.requests.answer(query, source)
        return kept.answer if kept else None

    def keep(self, query: str, source: str, answer: str) -> None:
        """Keep an answer."""
        self.store.requests.keep_answer(query, source, answer)

    def begin(self, business_id: str, source: str, sent: str) -> str:
        """Write down what is about to leave."""
        return self.store.requests.begin(business_id, source, sent)

    def end(self, request_id: str, outcome: str) -> None:
        """Write down how it ended."""
        self.store.requests.end(request_id, outcome)


def online_service(
    store: Store, service: str = "", rate: float | None = None, *, allow_census: bool = False
) -> "Service":
    """The service to ask: the one named, else the one in the directory's settings.

    UserError where there is none: asking is off until a person chose one. The Census Bureau's
    needs a word of its own, and one that wants a contact has to get one.
    """
    from directory_app.geocoding.online import services

    text = service or store.settings.get(SERVICE)
    if not text.strip():
        raise UserError(
            "No service is chosen, so nothing is asked and nothing leaves this laptop.",
            "Name one, like nominatim=http://127.0.0.1:8088.",
        )
    if rate is None:
        rate = _number(store.settings.get(RATE))
    chosen = services.service(text, rate)
    if chosen.kind == "census" and not (allow_census or store.settings.get(CENSUS) == "yes"):
        raise UserError(services.CENSUS_WARNING, "Say --allow-census if that is what you want.")
    if chosen.wants_contact and not store.settings.get(CONTACT):
        raise UserError(
            f"{chosen.host} wants to know whom to write to, and nobody is named.",
            "Name an e-mail address that says nothing of the list: on the page Security, or "
            "by --contact.",
        )
    return chosen


def set_identity(store: Store, name: str, contact: str) -> None:
    """What requests of this directory say of who asks; "" for the neutral name, or nobody."""
    found = identity.checked_name(name), identity.checked_contact(contact)
    store.settings.set(NAME, "" if found[0] == identity.NAME else found[0])
    store.settings.set(CONTACT, found[1])


def new_client(store: Store, service: "Service") -> "Client":
    """The way out to a service: under the directory's neutral name, by proxies if it says so."""
    from directory_app.geocoding.online.client import Client

    contact = store.settings.get(CONTACT) if service.wants_contact else ""
    named = identity.user_agent(identity.checked_name(store.settings.get(NAME)), contact)
    return Client(proxies=store.settings.get(PROXIES) == "yes", user_agent=named)


def remember_service(store: Store, service: "Service") -> None:
    """Keep the service and its rate in the directory's settings."""
    store.settings.set(SERVICE, f"{service.kind}={service.url}")
    store.settings.set(RATE, f"{1 / service.interval:g}" if service.interval else "")


def _number(text: str) -> float | None:
    try:
        return float(text) if text.strip() else None
    except ValueError as error:
        raise UserError(
            f"“{text}” is no number of requests a second.", "Correct it in the settings."
        ) from error


def may_ask(store: Store, dossier: Dossier) -> bool:
    """Whether the owner agreed, today, that a service is asked for this address."""
    said, days = dossier.consents.get(Channel.GEOCODE_ONLINE), store.clock.days()
    if said is None or dossier.on_hold:
        return False
    return is_live(said.answer, said.date, said.asked_by, said.review_by, days.on, days.today)


def is_askable(dossier: Dossier, precision: str | None) -> bool:
    """Whether it would help to ask: a place that people go to, not yet found to its door."""
    business = dossier.business
    return (
        precision not in (Precision.ROOFTOP, Precision.INTERPOLATED, Precision.MANUAL)
        and not business.pin_locked
        and bool(business.address_1.strip())
        and business.address_type == AddressType.PHYSICAL
        and business.location_visibility in (LocationVisibility.EXACT, LocationVisibility.STREET)
        and business.review_state != ReviewState.ARCHIVED
        and business.status != Status.CLOSED
    )
