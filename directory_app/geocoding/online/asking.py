"""One address after another to a service: never twice, never too often, never more than needed."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from math import inf
from typing import Protocol

from directory_app.geocoding import places, reasons
from directory_app.geocoding.candidates import AddressToAsk, Candidate
from directory_app.geocoding.ground import Point, clusters
from directory_app.geocoding.locate import TOWN_SCORE, Located
from directory_app.geocoding.matching import is_nearly
from directory_app.geocoding.names import state_code
from directory_app.geocoding.online import services
from directory_app.geocoding.online.answers import Answer
from directory_app.geocoding.online.client import Client
from directory_app.geocoding.online.failure import Failure
from directory_app.geocoding.online.pace import Pace
from directory_app.geocoding.online.services import Service
from directory_app.geocoding.places import Query
from directory_app.geocoding.regions import UNITS
from directory_app.model.geo import Position, distance_miles
from directory_app.model.house_numbers import without_house_number
from directory_app.model.street_lines import LineKind, StreetLine, house_number, read
from directory_app.model.street_words import FIRST_KINDS, KIND
from directory_app.model.streets import NUMBERED_ROADS, key, parts
from directory_app.model.terms import Precision
from directory_app.model.towns import town_key

#: An answer farther from its town is another town's.
FAR_MILES = 40.0
#: After so many requests in a row that nobody answered, nobody is asked any more.
DEAD_AFTER = 3
#: Waits up to this long are waited; after that the service is left alone.
SHORT_WAIT = 5.0
_DEAD = (reasons.NO_ANSWER, reasons.NO_CONNECTION, reasons.BUSY)
_SCORE = {
    Precision.ROOFTOP: 0.95, Precision.INTERPOLATED: 0.85, Precision.STREET: 0.6, **TOWN_SCORE,
}  # fmt: skip
_DOUBT = {
    Precision.ROOFTOP: "",
    Precision.INTERPOLATED: "",
    Precision.STREET: reasons.ONLY_STREET,
}
_NUMBERS_BEHIND = re.compile(r"[\s\d#-]+$")
_FINEST = [precision.value for precision in Precision]
_APART = {Precision.ROOFTOP: 150.0, Precision.INTERPOLATED: 150.0, Precision.STREET: 8_000.0}


class Journal(Protocol):
    """Where answers are kept and requests written down. The store is one, with these methods."""

    def answer(self, query: str, source: str) -> str | None:
        """What was answered before."""

    def keep(self, query: str, source: str, answer: str) -> None:
        """Keep an answer."""

    def begin(self, business_id: str, source: str, sent: str) -> str:
        """Write down what is about to leave."""

    def end(self, request_id: str, outcome: str) -> None:
        """Write down how it ended."""


class Asker:
    """Asks one service. What failed is not asked again as long as this one lives."""

    def __init__(
        self,
        service: Service,
        journal: Journal,
        *,
        client: Client | None = None,
        check: Callable[[], None] = lambda: None,
    ) -> None:
        self.service = service
        self._journal = journal
        self._client = client or Client()
        self._check = check
        self._pace = Pace(service.host, service.interval)
        self._failed: dict[str, str] = {}
        self._dead = 0
        #: Requests that left.
        self.sent = 0

    def locate(self, address: AddressToAsk) -> Located:
        """Where the service says the address is; without a position, why not.

        Whatever ``check`` raises goes through: what was answered before is kept.
        """
        line, query = _query(address)
        if query is None:
            return Located(reason=reasons.NOTHING_TO_ASK, id=address.id)
        try:
            found = self._answers(address.id, line, query)
        except Failure as failure:
            return Located(reason=failure.reason, source=self.service.kind, id=address.id)
        located = judge(found, line, query, self.service.kind)
        return replace(located, id=address.id)

    def _answers(
        self, business_id: str, line: StreetLine, query: Mapping[str, str]
    ) -> list[Answer]:
        asked = normalised(line, query)
        kept = self._journal.answer(asked, self.service.source)
        if kept is not None:
            return _unpack(kept)
        if asked in self._failed:
            raise Failure(self._failed[asked])
        self._may_ask()
        sent = _as_sent(query)
        try:
            found = self._ask(business_id, sent, query)
        except Failure as failure:
            self._failed[asked] = failure.reason
            raise
        text = json.dumps({"sent": sent, "answers": [asdict(one) for one in found]})
        self._journal.keep(asked, self.service.source, text)
        return found

    def _may_ask(self) -> None:
        """Failure if the service is dead or wants to be left alone; a short wait is waited."""
        if self._dead >= DEAD_AFTER:
            raise Failure(reasons.GIVEN_UP)
        if self._pace.held() > SHORT_WAIT:
            raise Failure(reasons.LEFT_ALONE)
        self._pace.wait(self._check)

    def _ask(self, business_id: str, sent: str, query: Mapping[str, str]) -> list[Answer]:
        request = self._journal.begin(business_id, self.service.source, sent)
        outcome = reasons.STOPPED
        self.sent += 1
        try:
            found = services.ask(self.service, query, self._client, self._check)
            outcome = "found" if found else reasons.NOTHING_FOUND
        except Failure as failure:
            outcome = failure.reason
            self._dead = self._dead + 1 if failure.reason in _DEAD else 0
            if failure.reason == reasons.BUSY:
                self._pace.hold(failure.retry_after or self.service.interval)
            raise
        finally:
            self._pace.done()
            self._journal.end(request, outcome)
        self._dead = 0
        return found


def what_is_sent(address: AddressToAsk) -> tuple[str, str]:
    """What an answer is kept under, and what would leave; both "" where there is no street."""
    line, query = _query(address)
    return ("", "") if query is None else (normalised(line, query), _as_sent(query))


def _as_sent(query: Mapping[str, str]) -> str:
    return ", ".join(part for part in query.values() if part)


def _query(address: AddressToAsk) -> tuple[StreetLine, dict[str, str] | None]:
    """The street line without unit, and what is sent of it: nothing of what is no street."""
    shown = address.address_1
    line = read(without_house_number(shown) if address.street_only else shown)
    street = line.name
    if line.kind == LineKind.HOUSE and not address.street_only:
        suffix = f" {line.suffix}" if "/" in line.suffix else line.suffix.upper()
        suffix = "" if suffix.isdigit() else suffix
        street = f"{line.number}{suffix} {line.name}"
    elif line.kind == LineKind.HOUSE:
        line = replace(line, kind=LineKind.STREET, number=None, suffix="")
    named = line.kind == LineKind.HOUSE or (line.kind == LineKind.STREET and _is_street(line.key))
    city = _NUMBERS_BEHIND.sub("", address.city.split(",")[0]).strip()
    if not named or not line.key or not city:
        return line, None
    state = state_code(address.state_province) or ""
    return line, {"street": street, "city": city, "state": state}


def _is_street(street_key: str) -> bool:
    """Whether words name a street and do not tell a way: they have a kind of street."""
    first = street_key.split(maxsplit=1)[0] if street_key else ""
    return bool(parts(street_key).kind) or first in NUMBERED_ROADS or KIND.get(first) in FIRST_KINDS


def normalised(line: StreetLine, query: Mapping[str, str]) -> str:
    """The same text for addresses that are the same."""
    number = "" if line.number is None else f"{line.number}{line.suffix}"
    return "|".join((number, line.key, town_key(query["city"]), query["state"]))


def _unpack(text: str) -> list[Answer]:
    return [
        Answer(**{**one, "position": Position(**one["position"])})
        for one in json.loads(text)["answers"]
    ]


def judge(found: list[Answer], line: StreetLine, query: Mapping[str, str], source: str) -> Located:
    """What to take of what a service named: nothing that is another street or another town."""
    if not found:
        return Located(reason=reasons.NOTHING_FOUND, source=source)
    here = [one for one in found if _in_place(one, query)]
    if not here:
        return Located(reason=reasons.ELSEWHERE, source=source)
    right = [fitting for one in here if (fitting := _fitting(one, line)) is not None]
    if not right:
        return Located(reason=reasons.OTHER_STREET, source=source, choices=_choices(here, source))
    finest = min((one.precision for one in right), key=_FINEST.index)
    best = [one for one in right if one.precision == finest]
    return _one_of(best, finest, source)


def _one_of(best: list[Answer], precision: str, source: str) -> Located:
    """The one place of equally fine answers; if they lie apart, all of them to choose from."""
    kind = Precision(precision)
    groups = clusters([_point(one.position) for one in best], _APART.get(kind, inf))
    if len(groups) > 1:
        chosen = [best[group[0]] for group in groups]
        return Located(reason=reasons.CHOOSE, source=source, choices=_choices(chosen, source))
    reason = _DOUBT.get(kind, reasons.ONLY_TOWN)
    return Located(best[0].position, precision, source, reason, score=_SCORE[kind])


def _choices(answers: list[Answer], source: str) -> tuple[Candidate, ...]:
    return tuple(
        Candidate(one.label, one.position, one.precision, _SCORE[Precision(one.precision)], source)
        for one in answers
    )


def _point(position: Position) -> Point:
    return position.longitude * UNITS, position.latitude * UNITS


def _in_place(answer: Answer, query: Mapping[str, str]) -> bool:
    """Whether an answer is in the state and near the town that were asked for."""
    told = state_code(answer.state) if answer.state else None
    if told and query["state"] and told != query["state"]:
        return False
    town = places.find(Query(query["city"], query["state"])).position
    return town is None or distance_miles(town, answer.position) <= FAR_MILES


def _fitting(answer: Answer, line: StreetLine) -> Answer | None:
    """The answer, no finer than it is for this line; None if it is on another street."""
    if answer.precision in (Precision.CITY, Precision.ZIP):
        return answer
    if answer.street and not is_nearly(line.key, key(answer.street)):
        return None
    if answer.precision == Precision.STREET or line.number is None:
        return replace(answer, precision=Precision.STREET)
    if answer.number and house_number(answer.number)[0] != line.number:
        return replace(answer, precision=Precision.STREET)
    return answer
