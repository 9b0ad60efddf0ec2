"""What a service could be asked, for whom, and the asking: with or without the store at hand.

The window asks in a thread of its own, so that nobody waits who opens an entry meanwhile; the
verbs ask where the store is. Neither sends anything for an owner who has not agreed.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from directory_app.errors import UserError
from directory_app.geocoding import AddressToAsk, Located, reasons
from directory_app.model.business import Business
from directory_app.model.terms import LocationVisibility, Precision
from directory_app.progress import Progress, silent
from directory_app.store import Dossier, Store
from directory_app.tasks import asking

if TYPE_CHECKING:
    from directory_app.geocoding.online.asking import Journal
    from directory_app.geocoding.online.client import Client
    from directory_app.geocoding.online.services import Service

#: The finest first.
RANK = {
    None: 9, Precision.ZIP: 5, Precision.CITY: 4, Precision.STREET: 3, Precision.INTERPOLATED: 2,
    Precision.ROOFTOP: 1, Precision.MANUAL: 0,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Question:
    """One business that a service could be asked for.

    ``sent`` is what would leave, to the letter, "" where there is nothing to ask for; ``known``
    that it was answered before; ``allowed`` that its owner agreed; ``mine`` what the data on
    this laptop says and ``had`` the precision of the pin there is.
    """

    code: str
    name: str
    address: AddressToAsk
    sent: str
    known: bool
    allowed: bool
    mine: Located
    had: str | None

    @property
    def leaves(self) -> bool:
        """Whether a request would be made for it."""
        return self.allowed and bool(self.sent) and not self.known


def of(
    store: Store, dossiers: Iterable[Dossier], found: Mapping[str, Located], service: "Service"
) -> list[Question]:
    """What to ask after ``found`` was found on this laptop. Sends nothing."""
    return [
        _question(store, one, found.get(one.business.id), service)
        for one in dossiers
        if asking.is_askable(one, finest(one.business.precision, found.get(one.business.id)))
    ]


def _question(store: Store, one: Dossier, mine: Located | None, service: "Service") -> Question:
    from directory_app.geocoding.online.asking import what_is_sent

    business = one.business
    address = address_to_ask(business)
    kept_as, sent = what_is_sent(address)
    return Question(
        code=business.code,
        name=business.name,
        address=address,
        sent=sent,
        known=bool(sent) and store.requests.answer(kept_as, service.source) is not None,
        allowed=asking.may_ask(store, one),
        mine=mine or Located(id=business.id),
        had=business.precision,
    )


def address_to_ask(business: Business) -> AddressToAsk:
    """What of a business may be sent at all."""
    return AddressToAsk(
        id=business.id,
        address_1=business.address_1,
        city=business.city,
        state_province=business.state_province,
        street_only=business.location_visibility == LocationVisibility.STREET,
    )


def still_allowed(store: Store, question: Question) -> bool:
    """Whether a question may be asked at this moment: nobody withdrew it or wrote otherwise."""
    try:
        one = store.businesses.get(question.address.id)
    except UserError:  # it went meanwhile
        return False
    return asking.may_ask(store, one) and address_to_ask(one.business) == question.address


@dataclass(slots=True)
class Asking:
    """Asks one service. ``allows`` is asked right before each; ``sent`` counts the requests."""

    service: "Service"
    journal: "Journal"
    client: "Client"
    allows: Callable[[Question], bool] = lambda _question: True
    sent: int = 0

    def all(
        self, questions: list[Question], found: dict[str, Located], progress: Progress = silent
    ) -> None:
        """Put what comes into ``found``, so that a person who stops it keeps what came."""
        from directory_app.geocoding.online.asking import Asker

        done = 0

        def tell() -> None:
            progress(done, len(questions), "Asking the service")

        asker = Asker(self.service, self.journal, client=self.client, check=tell)
        try:
            for done, question in enumerate(questions):  # noqa: B007 - tell() reads it
                tell()
                if question.allowed and self.allows(question):
                    told = asker.locate(question.address)
                    found[question.address.id] = _finer(question, told)
                elif not question.mine.choices:
                    refused = replace(question.mine, reason=reasons.NO_CONSENT)
                    found[question.address.id] = refused
        finally:
            self.sent = asker.sent
        progress(len(questions), len(questions), "Asking the service")


def _finer(question: Question, told: Located) -> Located:
    """The answer if it is finer than what there is; else what there is, with the answer's word."""
    mine = question.mine
    rank = min(RANK[known(mine.precision)], RANK[known(question.had)])
    if told.position is not None and RANK[known(told.precision)] < rank:
        return told
    choices = told.choices or mine.choices
    return replace(mine, reason=told.reason or mine.reason, choices=choices)


def known(precision: str | None) -> Precision | None:
    """The precision as a term."""
    return Precision(precision) if precision else None


def finest(had: str | None, located: Located | None) -> str | None:
    """The finer of the pin there is and the one that was found."""
    return min((had, located.precision if located else None), key=lambda one: RANK[known(one)])
