"""Whatever is done in whatever order: nobody is listed whose latest answer is not a live yes."""

import datetime as dt
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings

from directory_app.model.business import Business, Phone
from directory_app.model.contact import Contact
from directory_app.model.draft import Draft, DraftConsent, FieldChange, Verdict, VerdictKind
from directory_app.store import Store

from .conftest import TODAY, the_day

CHANNELS = ("print", "map")
REFUSALS = ("no", "withdrawn")
#: Never in anything public, whatever the owner agreed to.
PRIVATE = "Secreto"
SECRET_NUMBER = "+15055550177"
HOUSE = "98761"
Key = tuple[str, str]


@dataclass
class Ledger:
    """What owners said, told apart from what the program made of it."""

    clock: int = 0
    yes: dict[Key, int] = field(default_factory=dict)
    refused: dict[Key, int] = field(default_factory=dict)
    merged_into: dict[str, str] = field(default_factory=dict)
    withdrawn: set[str] = field(default_factory=set)

    def say(self, store: Store, key: Key, answer: str, *, whole: bool) -> None:
        """An answer, which counts for those that were merged into this one too."""
        self.clock += 1
        if answer in REFUSALS:
            for one in self.one_business(store, key[0]):
                self.refused[one, key[1]] = self.clock
        elif answer == "yes" and whole:
            self.yes[key] = self.clock

    def one_business(self, store: Store, kept: str) -> set[str]:
        there = {each.business.id for each in store.search("")}
        same = {kept}
        while more := {d for d, k in self.merged_into.items() if k in same and d not in there}:
            if more <= same:
                break
            same |= more
        return same

    def merge(self, store: Store, kept: str, dropped: str) -> None:
        """The stricter of two answers counts from now on, and the later of two yeses."""
        for channel in CHANNELS:
            current = [answers(store).get((each, channel)) for each in (kept, dropped)]
            self.yes[kept, channel] = max(
                self.yes.get((each, channel), 0) for each in (kept, dropped)
            )
            if any(each in REFUSALS for each in current):
                self.say(store, (kept, channel), "no", whole=True)
        self.merged_into[dropped] = kept

    def may_be_listed(self, key: Key) -> bool:
        return self.yes.get(key, 0) > self.refused.get(key, 0)


def answers(store: Store) -> dict[Key, str]:
    return {
        (each.business.id, channel): consent.answer
        for each in store.search("")
        for channel, consent in each.consents.items()
    }


def make(number: int, visibility: str, kind: str) -> tuple[Business, list[Phone], list[Contact]]:
    business = Business(
        code="",
        name=f"Casa {number}",
        address_1=f"{HOUSE} Camino Real",
        city="Clovis",
        latitude=34.40481 + number / 1000,
        longitude=-103.20521,
        precision="rooftop",
        geocode_source=PRIVATE,
        location_visibility=visibility,
        address_type=kind,
        note=f"{PRIVATE} note",
        assured_by=PRIVATE,
        county=PRIVATE,
    )
    phones = [
        Phone(business_id="", number=SECRET_NUMBER, confidential=True),
        Phone(business_id="", number=f"+1505555018{number}"),
    ]
    contact = Contact(business_id="", name=PRIVATE, phone=SECRET_NUMBER, email=f"{PRIVATE}@x.test")
    return business, phones, [contact]


def asked(channel: str, answer: str, who: str, day: dt.date | None) -> DraftConsent:
    return DraftConsent(channel, answer, day, who)


def do(store: Store, ledger: Ledger, op: tuple[Any, ...]) -> None:
    """One deed of a person, in the store and in the ledger."""
    what, one, other, channel, answer, who, day = op
    ids = sorted(each.business.id for each in store.search(""))
    if what == "undo":
        for _ in range(one + 1):
            store.undo()
    elif what == "redo":
        for _ in range(one + 1):
            store.redo()
    elif not ids:
        return
    elif what == "merge" and ids[one % len(ids)] != ids[other % len(ids)]:
        kept, dropped = ids[one % len(ids)], ids[other % len(ids)]
        ledger.merge(store, kept, dropped)
        store.merge(kept, dropped)
    elif what == "consent":
        ledger.say(store, (ids[one % len(ids)], channel), answer, whole=bool(who and day))
        store.record_consent(ids[one % len(ids)], [asked(channel, answer, who, day)])
    elif what == "import":
        target = ids[one % len(ids)]
        if answers(store).get((target, channel)) not in REFUSALS or answer in REFUSALS:
            ledger.say(store, (target, channel), answer, whole=bool(who and day))
        given = asked(channel, answer, who, day)
        draft = Draft(2, {"name": "x"}, [], [given] if answer != "not_asked" else [])
        change = FieldChange(f"consent.{channel}", None, given)
        store.apply([Verdict(draft, VerdictKind.UPDATE, target=target, changes=[change])])
    elif what == "edit":
        store.update(ids[one % len(ids)], {"description_en": f"Words {other}"})
    elif what == "delete":
        store.delete([ids[one % len(ids)]])
    elif what == "archive":
        store.archive([ids[one % len(ids)]])
    elif what == "withdraw":
        ledger.withdrawn |= ledger.one_business(store, ids[one % len(ids)])
        store.withdraw(ids[one % len(ids)])


DEEDS = (
    *("consent", "consent", "import", "merge", "merge", "undo", "undo", "redo"),
    *("edit", "delete", "archive", "withdraw"),
)
OPS = st.lists(
    st.tuples(
        st.sampled_from(DEEDS),
        st.integers(0, 2),
        st.integers(0, 2),
        st.sampled_from(["print", "print", "map"]),
        st.sampled_from(["yes", "no", "no", "withdrawn", "not_asked"]),
        st.sampled_from(["Ana", "Ana", ""]),
        st.sampled_from([TODAY, dt.date(2026, 6, 1), dt.date(2025, 3, 1), None]),
    ),
    max_size=14,
)


def check_wall(store: Store, ledger: Ledger) -> None:
    """Nobody is listed who did not say yes last, and nothing private shows."""
    by_code = {each.business.code: each for each in store.search("")}
    assert not ledger.withdrawn & {each.business.id for each in by_code.values()}
    for channel in CHANNELS:
        for listing in store.listings(channel, TODAY):
            own = by_code[listing.code]
            assert ledger.may_be_listed((own.business.id, channel))
            consent = own.consents[channel]
            assert consent.answer == "yes" and consent.asked_by and consent.date is not None
            assert own.business.review_state == "approved"
            shown = repr(listing)
            assert PRIVATE not in shown and SECRET_NUMBER not in shown
            hidden = own.business.location_visibility != "exact"
            if hidden or own.business.address_type == "home":
                assert HOUSE not in shown and "34.4048" not in shown
            if listing.marker is not None:
                assert ledger.may_be_listed((own.business.id, "map"))


@given(
    ops=OPS,
    places=st.lists(
        st.tuples(
            st.sampled_from(["exact", "street", "town", "none"]),
            st.sampled_from(["physical", "home"]),
        ),
        min_size=3,
        max_size=3,
    ),
)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_order_of_deeds_lists_anybody_who_did_not_say_yes_last(
    ops: list[tuple[Any, ...]], places: list[tuple[str, str]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.puertas"
        with Store.create(path, passphrase=None, today=the_day) as store:
            ledger = Ledger()
            for number, place in enumerate(places):
                business, phones, contacts = make(number, *place)
                yes = DraftConsent("print", "yes", TODAY, "Ana")
                store.add(business, phones=phones, contacts=contacts, consents=[yes])
                ledger.say(store, (business.id, "print"), "yes", whole=True)
            for op in ops:
                before = answers(store)
                do(store, ledger, op)
                after = answers(store)
                if op[0] in ("undo", "redo"):
                    softened = [
                        k for k, v in before.items() if v in REFUSALS and after.get(k) == "yes"
                    ]
                    assert not softened
                check_wall(store, ledger)
            assert store.check() == []


def test_the_ledger_itself_can_fail(store: Store) -> None:
    """A yes that is in no ledger is found out."""
    business, phones, contacts = make(1, "exact", "physical")
    yes = DraftConsent("print", "yes", TODAY, "Ana")
    store.add(business, phones=phones, contacts=contacts, consents=[yes])
    with pytest.raises(AssertionError):
        check_wall(store, Ledger())
