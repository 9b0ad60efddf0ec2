"""The services that can be asked, as geopy's geocoders, all through our one client."""

import ipaddress
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urlsplit

from geopy.adapters import BaseSyncAdapter
from geopy.geocoders import Nominatim, Pelias, Photon
from geopy.geocoders.base import Geocoder
from geopy.location import Location

from directory_app.errors import UserError
from directory_app.geocoding.online import answers
from directory_app.geocoding.online.answers import Answer
from directory_app.geocoding.online.client import Client

#: Seconds between two requests to a host that is not this laptop, unless set higher.
POLITE = 1.0
#: Where a service is if no address is given.
PUBLIC = {
    "nominatim": "https://nominatim.openstreetmap.org",
    "photon": "https://photon.komoot.io",
    "census": "https://geocoding.geo.census.gov",
}
KINDS = ("nominatim", "photon", "pelias", "census")
CENSUS_WARNING = "The US Census geocoder hands the addresses to a federal agency."


@dataclass(frozen=True, slots=True)
class Service:
    """One service. ``interval`` is the least number of seconds between two requests."""

    kind: str
    url: str
    interval: float

    @property
    def host(self) -> str:
        """The host with its port, as the address names it."""
        return urlsplit(self.url).netloc.lower()

    @property
    def wants_contact(self) -> bool:
        """Whether it is somebody else's, and its rules want to know whom to write to."""
        name = urlsplit(self.url).hostname or ""
        return self.kind in ("nominatim", "photon") and not _is_near(name)

    @property
    def source(self) -> str:
        """What answers are remembered under, and how the list of what left names it."""
        return f"{self.kind} {self.host}"


def service(text: str, rate: float | None = None) -> Service:
    """Read ``nominatim=http://127.0.0.1:8088``, or a name alone for the public one.

    ``rate`` is requests a second, 0 for no limit. UserError for what is none, for an address
    that would send in the clear over a network, and for no limit on somebody else's service.
    """
    kind, _, address = text.strip().partition("=")
    kind = kind.strip().lower()
    if kind not in KINDS:
        raise UserError(f"“{kind}” is no service.", f"There are {', '.join(KINDS)}.")
    url = (address.strip() or PUBLIC.get(kind, "")).rstrip("/")
    parts = _split(url)
    if parts is None:
        raise UserError(
            f"“{url}” is no address of a service.", "Write it as nominatim=http://127.0.0.1:8088."
        )
    host, scheme = parts
    if scheme == "http" and not _is_near(host):
        raise UserError(
            "Without https, everybody on the way could read the addresses.",
            f"Write https:// before {host}.",
        )
    return Service(kind, url, _interval(host, rate))


def _split(url: str) -> tuple[str, str] | None:
    """Host and scheme of an address that holds nothing else; no passwords, no questions."""
    try:
        parts = urlsplit(url)
        plain = not (parts.username or parts.password or parts.query or parts.fragment)
        fine = plain and parts.scheme in ("http", "https") and (parts.port or 1) > 0
    except ValueError:
        return None
    return (parts.hostname, parts.scheme) if fine and parts.hostname else None


def _interval(host: str, rate: float | None) -> float:
    if is_loopback(host):
        return 1 / rate if rate else 0.0
    if rate is not None and rate <= 0:
        raise UserError(
            "A service of somebody else is never asked without a limit.", "Say a rate, like 1."
        )
    return max(POLITE, 1 / rate) if rate else POLITE


def is_loopback(host: str) -> bool:
    """Whether a host is this laptop."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _is_near(host: str) -> bool:
    """Whether a host is this laptop or an address in the own network."""
    if is_loopback(host):
        return True
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return False


class Wire(BaseSyncAdapter):  # type: ignore[misc]  # geopy has no types
    """geopy's way out, by our client. ``check`` may raise to stop a request."""

    def __init__(self, client: Client, check: Callable[[], None]) -> None:
        super().__init__(proxies=None, ssl_context=None)
        self._client = client
        self._check = check

    def get_json(self, url: str, *, timeout: float, headers: Mapping[str, str]) -> Any:
        """The JSON of a reply; client.Client and answers.parse say what can go wrong."""
        return answers.parse(self._client.get(url, self._check))

    def get_text(self, url: str, *, timeout: float, headers: Mapping[str, str]) -> str:
        """The text of a reply."""
        return self._client.get(url, self._check).decode("utf-8", "replace")


def _locations(read: Callable[[Any], list[Answer]], reply: Any) -> list[Location]:
    return [
        Location(
            answer.label or "?",
            (answer.position.latitude, answer.position.longitude),
            {"answer": answer, "precision": answer.precision},
        )
        for answer in read(reply)
    ]


class CheckedNominatim(Nominatim):  # type: ignore[misc]  # geopy has no types
    """Nominatim whose replies are checked: geopy makes (0, 0) of missing coordinates."""

    def _parse_json(self, places: Any, exactly_one: bool) -> list[Location]:
        return _locations(answers.nominatim, places)


class CheckedPhoton(Photon):  # type: ignore[misc]  # geopy has no types
    """Photon whose replies are checked."""

    def _parse_json(self, resources: Any, exactly_one: bool = True) -> list[Location]:
        return _locations(answers.photon, resources)


class CheckedPelias(Pelias):  # type: ignore[misc]  # geopy has no types
    """Pelias whose replies are checked."""

    def _parse_json(self, response: Any, exactly_one: bool) -> list[Location]:
        return _locations(answers.pelias, response)


class Census(Geocoder):  # type: ignore[misc]  # geopy has no types
    """The US Census Bureau's geocoder. It hands addresses to a federal agency."""

    path = "/geocoder/locations/address"

    def __init__(self, *, domain: str, scheme: str, **named: Any) -> None:
        super().__init__(scheme=scheme, **named)
        self.api = f"{scheme}://{domain}{self.path}"

    def geocode(self, query: Mapping[str, str], **named: Any) -> list[Location]:
        """Places of a query with ``street``, ``city`` and ``state``."""
        asked = {**query, "benchmark": "Public_AR_Current", "format": "json"}
        found = self._call_geocoder(
            f"{self.api}?{urlencode(asked)}", lambda reply: _locations(answers.census, reply)
        )
        return found or []


def ask(
    wanted: Service,
    query: Mapping[str, str],
    client: Client,
    check: Callable[[], None] = lambda: None,
) -> list[Answer]:
    """What a service answers for ``street``, ``city`` and ``state``; Failure if nothing usable."""
    parts = urlsplit(wanted.url)
    named: dict[str, Any] = {
        "domain": f"{parts.netloc}{parts.path}",
        "scheme": parts.scheme,
        "adapter_factory": lambda proxies, ssl_context: Wire(client, check),
        "user_agent": client.user_agent,
    }
    line = ", ".join(part for part in query.values() if part)
    if wanted.kind == "nominatim":
        found = CheckedNominatim(**named).geocode(
            {key: value for key, value in query.items() if value},
            exactly_one=False, limit=5, addressdetails=True, country_codes="us",
        )  # fmt: skip
    elif wanted.kind == "photon":
        found = CheckedPhoton(**named).geocode(line, exactly_one=False, limit=5)
    elif wanted.kind == "pelias":
        found = CheckedPelias(**named).geocode(line, exactly_one=False, countries=["USA"])
    else:
        found = Census(**named).geocode(query)
    return [location.raw["answer"] for location in found or ()]
