"""Whatever is done in whatever order: nobody is listed whose latest answer is not a live yes."""

import datetime as dt
import shutil
import tempfile
from collections import defaultdict
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, Phase, given, settings

from directory_app.errors import UserError
from directory_app.model.business import Business, Phone
from directory_app.model.contact import Contact
from directory_app.model.draft import Draft, DraftConsent, FieldChange, Verdict, VerdictKind
from directory_app.model.ledger import Said, fold, meet
from directory_app.model.live import year_after
from directory_app.store import Store
from directory_app.store.restore import restore_into
from directory_app.tasks.packets import (
    PacketOrder,
    apply_packet,
    look_over,
    make_packet,
    open_packet,
)

from .conftest import CHEAP, PASSPHRASE, TODAY

CHANNELS = ("print", "map")
REFUSALS = ("no", "withdrawn")
TALKS = ("dialog", "call", "sheet")
WAYS = (*TALKS, "editor")
SETS = ("yes", "again", "refused")
FIRST = TODAY - dt.timedelta(days=30)
#: Never in anything public, whatever the owner agreed to.
PRIVATE = "Secreto"
SECRET_NUMBER = "+15055550177"
HOUSE = "98761"
Key = tuple[str, str]


@dataclass
class Ledger:
    """What owners said, told apart from what the program made of it: by days alone."""

    yes: dict[Key, set[dt.date]] = field(default_factory=lambda: defaultdict(set))
    again: dict[Key, set[dt.date]] = field(default_factory=lambda: defaultdict(set))
    refused: dict[Key, set[dt.date]] = field(default_factory=lambda: defaultdict(set))
    merged_into: dict[str, str] = field(default_factory=dict)
    withdrawn: set[str] = field(default_factory=set)
    today: dt.date = TODAY

    def say(self, store: Store, key: Key, said: DraftConsent, *, talk: bool) -> None:
        """An answer that was let in; a refusal counts for those merged into this one too."""
        if said.answer == "yes":
            if said.date is not None and said.asked_by and said.date <= self.today:
                self.yes[key].add(said.date)
                if talk and said.asked_again:
                    self.again[key].add(said.date)
        elif said.answer in REFUSALS or (key in answers(store)):
            day = min(said.date or self.today, self.today)
            for one in self.one_business(store, key[0]):
                self.refused[one, key[1]].add(day)

    def one_business(self, store: Store, kept: str) -> set[str]:
        there = {each.business.id for each in store.businesses.search("")}
        same = {kept}
        while more := {d for d, k in self.merged_into.items() if k in same and d not in there}:
            if more <= same:
                break
            same |= more
        return same

    def merge(self, kept: str, dropped: str) -> None:
        """Everything that was said of either was said of the one that is kept."""
        for channel in CHANNELS:
            for told in (self.yes, self.again, self.refused):
                told[kept, channel] |= told[dropped, channel]
        self.merged_into[dropped] = kept

    def may_be_listed(self, key: Key) -> bool:
        """Somebody said yes, and after the newest refusal somebody asked again."""
        newest = max(self.refused[key], default=None)
        if newest is None:
            return bool(self.yes[key])
        return max(self.again[key], default=dt.date.min) > newest


def answers(store: Store) -> dict[Key, str]:
    return {
        (each.business.id, channel): consent.answer
        for each in store.businesses.search("")
        for channel, consent in each.consents.items()
    }


def make(number: int, visibility: str, kind: str) -> tuple[Business, list[Phone], list[Contact]]:
    business = Business(
        code="",
        name=f"Casa {number}",
        address_1=f"{HOUSE}{number % 3} Camino Real",
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
        Phone(business_id="", number=f"+1505555018{number % 3}"),
    ]
    contact = Contact(business_id="", name=PRIVATE, phone=SECRET_NUMBER, email=f"{PRIVATE}@x.test")
    return business, phones, [contact]


def asked(channel: str, answer: str, who: str, day: dt.date | None, *, again: bool) -> DraftConsent:
    return DraftConsent(channel, answer, day, who, asked_again=again)


@dataclass
class World:
    """A laptop with its clock and its backups, and another one that sends packets."""

    folder: Path
    ledger: Ledger = field(default_factory=Ledger)
    says: dt.date = TODAY
    backups: list[Path] = field(default_factory=list)
    sent: int = 0

    def __post_init__(self) -> None:
        self.store = Store.create(self.path, passphrase=None, today=self.clock)

    @property
    def path(self) -> Path:
        return self.folder / "x.puertas"

    def clock(self) -> dt.date:
        return self.says

    def part(self) -> None:
        """Make the other laptop: it has what this one has now."""
        self.store.close()
        shutil.copytree(self.path, self.folder / "other.puertas")
        self.store = Store.open(self.path, write=True, today=self.clock)
        self.other = Store.open(self.folder / "other.puertas", write=True, today=self.clock)
        self.heard = Ledger()

    def close(self) -> None:
        self.store.close()
        self.other.close()

    def move_clock(self, days: int) -> None:
        """The day goes on, but never back behind a deed."""
        self.says = TODAY + dt.timedelta(days=days)
        today = self.store.today()
        assert today >= self.ledger.today
        self.ledger.today = self.heard.today = today

    def bring_packet(self) -> None:
        """What was said on the other laptop comes, a day later than what it is of."""
        self.sent += 1
        path = self.folder / f"{self.sent}.puertas-packet"
        make_packet(self.other, PacketOrder(path, PASSPHRASE, cost=CHEAP))
        for name in SETS:
            for key, days in getattr(self.heard, name).items():
                for one in self.ledger.one_business(self.store, key[0]):
                    getattr(self.ledger, name)[one, key[1]] |= days
        apply_packet(self.store, look_over(self.store, open_packet(path, PASSPHRASE)))

    def restore(self, which: int) -> None:
        if self.backups:
            self.store.close()
            restore_into(self.path, self.backups[which % len(self.backups)], None)
            self.store = Store.open(self.path, write=True, today=self.clock)


def do(world: World, op: tuple[Any, ...]) -> None:
    """One deed of a person, or one that happens to the laptop."""
    what, one, other, channel, answer, *rest = op
    if what == "clock":
        world.move_clock(3 * (rest[1] or 0) * (other + 1))
    elif what == "packet":
        world.bring_packet()
    elif what == "backup":
        world.backups.append(world.store.backups.write(world.folder))
    elif what == "restore":
        world.restore(one)
    elif what == "elsewhere":
        # a packet does not take along yet that a yes was taken out without a no: said as one
        spoken = "no" if answer == "not_asked" else answer
        act(world.other, world.heard, (TALKS[other], one, other, channel, spoken, *rest))
    else:
        act(world.store, world.ledger, op)


def act(store: Store, ledger: Ledger, op: tuple[Any, ...]) -> None:
    """One deed of a person, in a store and in its ledger."""
    what, one, other, channel, answer, who, ago, again = op
    day = None if ago is None else ledger.today + dt.timedelta(days=ago)
    ids = sorted(each.business.id for each in store.businesses.search(""))
    if what == "undo":
        for _ in range(one + 1):
            store.history.undo()
    elif what == "redo":
        for _ in range(one + 1):
            store.history.redo()
    elif not ids:
        return
    elif what == "merge" and ids[one % len(ids)] != ids[other % len(ids)]:
        kept, dropped = ids[one % len(ids)], ids[other % len(ids)]
        ledger.merge(kept, dropped)
        store.duplicates.merge(kept, dropped)
    elif what in WAYS:
        key, said = (ids[one % len(ids)], channel), asked(channel, answer, who, day, again=again)
        known = replace(ledger, **{n: deepcopy(getattr(ledger, n)) for n in SETS})
        known.say(store, key, said, talk=what in TALKS)
        with suppress(UserError):
            store.consents.record(key[0], [said], way=what)
            vars(ledger).update(vars(known))
    elif what == "import":
        key, said = (ids[one % len(ids)], channel), asked(channel, answer, who, day, again=again)
        had = answers(store).get(key)
        if answer != "not_asked" or had == "yes":
            ledger.say(store, key, said, talk=False)
        draft = Draft(2, {"name": "x"}, [], [said])
        change = FieldChange(f"consent.{channel}", None, said)
        store.imports.apply([Verdict(draft, VerdictKind.UPDATE, target=key[0], changes=[change])])
    elif what == "edit":
        store.businesses.update(ids[one % len(ids)], {"description_en": f"Words {other}"})
    elif what == "delete":
        store.businesses.delete([ids[one % len(ids)]])
    elif what == "archive":
        store.businesses.archive([ids[one % len(ids)]])
    elif what == "withdraw":
        ledger.withdrawn |= ledger.one_business(store, ids[one % len(ids)])
        store.consents.withdraw(ids[one % len(ids)])


DEEDS = (
    *("clock", "clock", "elsewhere", "elsewhere", "packet", "packet", "backup", "restore"),
    *("dialog", "dialog", "call", "sheet", "editor", "import", "import"),
    *("merge", "merge", "undo", "undo", "redo"),
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
        st.one_of(st.none(), st.integers(-40, 3)),
        st.booleans(),
    ),
    max_size=16,
)


def check_wall(store: Store, ledger: Ledger) -> None:
    """Nobody is listed who did not say yes last, and nothing private shows."""
    by_code = {each.business.code: each for each in store.businesses.search("")}
    assert not ledger.withdrawn & {each.business.id for each in by_code.values()}
    for channel in CHANNELS:
        for listing in store.listings.public(channel, ledger.today):
            own = by_code[listing.code]
            assert ledger.may_be_listed((own.business.id, channel))
            consent = own.consents[channel]
            assert consent.answer == "yes" and consent.asked_by and consent.date is not None
            assert consent.date <= ledger.today <= year_after(consent.date)
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
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # making it smaller takes minutes
)
def test_no_order_of_deeds_lists_anybody_who_did_not_say_yes_last(
    ops: list[tuple[Any, ...]], places: list[tuple[str, str]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        world = World(Path(folder))
        ledger = world.ledger
        for number, place in enumerate(places):
            business, phones, contacts = make(number, *place)
            yes = DraftConsent("print", "yes", FIRST, "Ana")
            world.store.businesses.add(business, phones=phones, contacts=contacts, consents=[yes])
            ledger.say(world.store, (business.id, "print"), yes, talk=True)
        world.part()
        for op in ops:
            before = answers(world.store)
            do(world, op)
            after = answers(world.store)
            if op[0] in ("undo", "redo"):
                softened = [k for k, v in before.items() if v in REFUSALS and after.get(k) == "yes"]
                assert not softened
            check_wall(world.store, ledger)
        assert world.store.check() == []
        world.close()


def test_the_ledger_itself_can_fail(store: Store) -> None:
    """A yes that is in no ledger is found out."""
    business, phones, contacts = make(1, "exact", "physical")
    yes = DraftConsent("print", "yes", TODAY, "Ana")
    store.businesses.add(business, phones=phones, contacts=contacts, consents=[yes])
    with pytest.raises(AssertionError):
        check_wall(store, Ledger())


SAID = st.builds(
    Said,
    channel=st.just("print"),
    answer=st.sampled_from(["yes", "yes", "no", "withdrawn", "not_asked"]),
    said_on=st.one_of(st.none(), st.integers(0, 9).map(lambda n: FIRST + dt.timedelta(days=n))),
    asked_by=st.sampled_from(["Ana", "Beto", "unknown", ""]),
    recorded_at=st.integers(0, 9).map(lambda n: dt.datetime(2026, 11, 1, n, tzinfo=dt.UTC)),
    recorded_on=st.just(TODAY),
    asked_again_on=st.one_of(
        st.none(), st.integers(0, 9).map(lambda n: FIRST + dt.timedelta(days=n))
    ),
)


@given(said=st.lists(SAID, max_size=6), data=st.data())
def test_the_same_set_in_any_order_opens_the_same_doors(
    said: list[Said], data: st.DataObject
) -> None:
    """Also in two parts that come together: as on two laptops."""
    whole = fold(said)
    other = data.draw(st.permutations(said))
    cut = data.draw(st.integers(0, len(said)))
    parts = meet(fold(other[:cut]), fold(other[cut:]))
    for state in (fold(other), parts):
        assert (state.yes, state.refused_on) == (whole.yes, whole.refused_on)
    assert fold(other) == whole


@given(said=st.lists(SAID, max_size=6))
def test_no_yes_stands_over_a_refusal_of_its_day_or_later(said: list[Said]) -> None:
    state = fold(said)
    refused = [one.refuses_on for one in said if not one.is_yes]
    if state.yes is not None and refused:
        assert state.yes.asked_again_on is not None
        assert state.yes.asked_again_on > max(refused)
