"""Every combination of answer, days, review and trade is listed or left out, by one rule."""

import datetime as dt
import itertools
from collections.abc import Callable

from sqlalchemy import insert

from directory_app.model.ids import new_id
from directory_app.store import Dossier, Store
from directory_app.store.tables import BUSINESS, CONSENT

from .conftest import TODAY, business, yes

PAST, FUTURE = TODAY - dt.timedelta(30), TODAY + dt.timedelta(30)
CASES = list(
    itertools.product(
        ("not_asked", "yes", "no", "withdrawn"),
        (None, PAST, TODAY, FUTURE, TODAY - dt.timedelta(400)),
        ("Ana", "", " \t"),
        (None, PAST, TODAY, FUTURE),
        ("draft", "submitted", "approved", "archived"),
        ("active", "temporarily_closed", "closed"),
    )
)


def expected(
    answer: str, day: dt.date | None, by: str, until: dt.date | None, state: str, status: str
) -> str | None:
    """The rule in its own words, apart from the program's."""
    if state == "archived":
        return "archived"
    if status == "closed":
        return "closed_for_good"
    if answer != "yes":
        return answer
    if day is None or not by.strip():
        return "consent_incomplete"
    if (TODAY - day).days > 365 or (until is not None and until < TODAY):
        return "consent_ended"
    if day > TODAY:
        return "consent_incomplete"
    return None if state == "approved" else "not_reviewed"


def test_every_business_is_listed_or_left_out_for_the_right_reason(store: Store) -> None:
    blank = business("x").model_dump()
    rows, consents = [], []
    for number, (answer, day, by, until, state, status) in enumerate(CASES):
        own = {"row_id": number + 1, "id": new_id(), "code": f"C{number}", "name": f"N{number}"}
        rows.append(blank | own | {"review_state": state, "status": status})
        said = {"answer": answer, "date": day, "asked_by": by, "review_by": until}
        for channel in ("print", "web"):
            consents.append({"id": new_id(), "business_id": own["id"], "channel": channel} | said)
    with store.write() as connection:
        connection.execute(insert(BUSINESS), rows)
        connection.execute(insert(CONSENT), consents)
    for channel in ("print", "web"):
        listed = {one.code for one in store.listings.public(channel, TODAY)}
        out = {one.code: one.reason for one in store.listings.left_out(channel, TODAY)}
        for number, case in enumerate(CASES):
            reason = expected(*case)
            assert out.get(f"C{number}") == reason, (channel, case)
            assert (f"C{number}" in listed) is (reason is None), (channel, case)
    for channel in ("map", "share", "geocode_online"):
        assert store.listings.public(channel, TODAY) == []


def test_a_page_with_a_marker_ends_with_the_first_of_its_consents(
    store: Store, add: Callable[..., Dossier]
) -> None:
    pin = {"latitude": 35.66123, "longitude": -105.96321, "precision": "rooftop"}
    add(consents=[yes(), yes("map", dt.date(2026, 1, 10))], **pin)
    assert store.listings.public("print", TODAY)[0].consent_until == dt.date(2027, 1, 10)
