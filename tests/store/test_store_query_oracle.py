"""What the search box's grammar finds, held against reading every business in plain Python.

The oracle knows nothing of SQL, of indexes or of the order in which rows are met: only the rules
as the guide for staff tells them.
"""

import datetime as dt
import random
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from directory_app.model import categories, languages
from directory_app.model.draft import DraftConsent
from directory_app.model.geo import Position, distance_miles
from directory_app.model.live import is_live
from directory_app.model.query import Term, parse
from directory_app.model.text import fold
from directory_app.store import Dossier, Filter, Store, first
from directory_app.store.area import find_places_by
from directory_app.store.filters import VIEWS
from directory_app.store.querying import MONDAY
from tests.store.conftest import TODAY, business, phone, the_day

CLOVIS = Position(34.4, -103.2)
NAMES = (
    "Una Mesa",
    "Tacos Luna",
    "Taller Luna",
    "La Luna",
    "Panadería Sol",
    "Pho Sol",
    "Mercado del Sol",
)
TOWNS = ("Clovis", "Santa Fe", "Portales")
HOURS = ("", "Mo-Sa 09:00-17:00", "Su 10:00-14:00")
DAYS_AGO = (None, 3, 40, 300)
COUNT = 60


class Full:
    """A directory, and each business in it; told in a word where a test fails."""

    def __init__(self, store: Store, everything: list[Dossier]) -> None:
        self.store, self.everything = store, everything

    def __repr__(self) -> str:
        return "full"


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Full]:
    """Sixty businesses that differ in all that can be asked for, and what they are."""
    chance = random.Random(5)
    path = tmp_path_factory.mktemp("oracle") / "oracle.puertas"
    find_places_by(lambda text: CLOVIS if text == "Clovis" else None)
    with Store.create(path, passphrase=None, today=the_day) as store:
        made = [
            store.businesses.add(*_one(chance), consents=_answers(chance)) for _ in range(COUNT)
        ]
        store.businesses.approve([one.business.id for one in made[::2]])
        store.businesses.archive([one.business.id for one in made[::11]])
        yield Full(store, [store.businesses.get(one.business.id) for one in made])
    find_places_by(lambda _text: None)


def _one(chance: random.Random) -> tuple[Any, list[Any]]:
    ago = chance.choice(DAYS_AGO)
    placed = chance.random() < 0.7
    values: dict[str, Any] = {
        "city": chance.choice(TOWNS),
        "category": chance.choice(("bakery", "restaurant", "auto_repair")),
        "languages": chance.choice((["es"], ["es", "en"], ["vi"], [])),
        "cuisine": chance.choice(([], ["vietnamese"], ["mexican"])),
        "opening_hours": chance.choice(HOURS),
        "assured_date": None if ago is None else TODAY - dt.timedelta(days=ago),
        "latitude": 34.4 + chance.random() / 4 if placed else None,
        "longitude": -103.2 + chance.random() / 4 if placed else None,
        "precision": chance.choice(("city", "rooftop")) if placed else None,
        "payment_accepted": chance.choice(([], ["cash"], ["cash", "snap"])),
        "status": chance.choice(("active", "active", "closed")),
        "website": chance.choice(("", "sol.example")),
        "email": chance.choice(("", "sol@sol.example")),
    }
    return business(chance.choice(NAMES), **values), [phone()] if chance.random() < 0.5 else []


def _answers(chance: random.Random) -> list[DraftConsent]:
    if chance.random() < 0.4:
        return []
    day = TODAY - dt.timedelta(days=chance.choice((2, 340, 400)))
    return [DraftConsent("print", chance.choice(("yes", "yes", "no")), day, "Marisol")]


# -- the oracle


def _words_in(one: Dossier) -> list[str]:
    """Every word that a business can be found by."""
    own = one.business
    category = categories.get(own.category)
    said = [
        own.name, own.alternate_name, own.address_1, own.address_2, own.city,
        category.en, category.es, *own.cuisine, own.description_en, own.description_es, own.code,
        *(languages.name(code, tongue) for code in own.languages for tongue in ("en", "es")),
        *(number[-digits:] for number in (p.number for p in one.phones) for digits in (7, 10)),
    ]  # fmt: skip
    return [word for text in said for word in fold(text).split()]


def _has_words(one: Dossier, text: str) -> bool:
    there = _words_in(one)
    asked = [word for word in fold(text).split() if len(word) > 1]
    return all(any(word.startswith(part) for word in there) for part in asked)


def _has_phrase(one: Dossier, text: str) -> bool:
    own = one.business
    fields = (own.name, own.address_1, own.city)
    return any(f" {fold(text)}" in f" {fold(field)}" for field in fields)


def _consent(one: Dossier, term: Term) -> bool:
    answer = one.consents.get(term.key.partition(".")[2])
    if answer is None or answer.answer == "not_asked":
        return term.value == "none"
    live = is_live(answer.answer, answer.date, answer.asked_by, answer.review_by, TODAY, TODAY)
    if term.value == "yes":
        return live
    if term.value == "ended":
        return answer.answer == "yes" and not live
    return bool(answer.answer == term.value)


def _age(day: dt.date | None, term: Term) -> bool:
    """Younger for ``<``; what has no day is as old as can be."""
    since = TODAY - dt.timedelta(days=term.number)
    young = day is not None and day >= since
    return young if term.sign == "<" else not young


def _is_open(one: Dossier, term: Term) -> bool:
    day = MONDAY + dt.timedelta(days=int(term.value))
    spans = {"Mo-Sa 09:00-17:00": (range(6), 540, 1020), "Su 10:00-14:00": ((6,), 600, 840)}
    if one.business.opening_hours not in spans:
        return False
    days, begins, ends = spans[one.business.opening_hours]
    return day.weekday() in days and (term.number < 0 or begins <= term.number < ends)


def _is_near(one: Dossier, term: Term) -> bool:
    own = one.business
    if own.latitude is None or own.longitude is None or term.value != "Clovis":
        return False
    return distance_miles(CLOVIS, Position(own.latitude, own.longitude)) <= term.number


_HAS: dict[str, Callable[[Dossier], bool]] = {
    "phone": lambda one: bool(one.phones),
    "website": lambda one: bool(one.business.website),
    "email": lambda one: bool(one.business.email),
    "pin": lambda one: one.business.latitude is not None,
}
_RULES: dict[str, Callable[[Dossier, Term], bool]] = {
    "": lambda one, term: _has_words(one, term.value),
    "phrase": lambda one, term: _has_phrase(one, term.value),
    "town": lambda one, term: fold(one.business.city).startswith(fold(term.value)),
    "category": lambda one, term: one.business.category == term.value,
    "cuisine": lambda one, term: term.value in one.business.cuisine,
    "language": lambda one, term: term.value in one.business.languages,
    "consent": _consent,
    "stale": lambda one, term: _age(one.business.assured_date, term),
    "precision": lambda one, term: (one.business.precision or "none") == term.value,
    "open": _is_open,
    "near": _is_near,
    "status": lambda one, term: one.business.status == term.value,
    "review": lambda one, term: one.business.review_state == term.value,
    "payment": lambda one, term: term.value in one.business.payment_accepted,
    "has": lambda one, term: _HAS[term.value](one),
}


def _holds(one: Dossier, term: Term) -> bool:
    return _RULES[term.key.partition(".")[0]](one, term) != term.excluded


def expected(everything: list[Dossier], text: str, *, descending: bool = False) -> list[str]:
    """The ids that a text finds, by name; of equal names the older one first."""
    clauses = parse(text).clauses
    found = [
        one.business
        for one in everything
        if one.business.review_state != "archived"
        and all(any(_holds(one, term) for term in clause) for clause in clauses)
    ]
    ordered = sorted(found, key=lambda own: (own.name_folded, own.row_id), reverse=descending)
    return [own.id for own in ordered]


# -- what is asked

PARTS = (
    "luna", "sol", "tac", "taller", "spanish", "restaurant", "clovis", "5550142", "nowhere", "una",
    '"la luna"', '"del sol"', '"sol panaderia"', "town:clovis", "town:santa", "town:nowhere",
    "category:bakery", "category:taller", "cuisine:vietnamese", "language:vi", "language:es",
    "consent.print:yes", "consent.print:no", "consent.print:none", "consent.print:ended",
    "consent.map:none", "stale:>6m", "stale:<2m", "precision:city", "precision:none",
    'open:"sun 10:00"', "open:mon", "near:Clovis<5mi", "near:Clovis<12mi", "near:Nowhere<5mi",
    "status:closed", "review:approved", "payment:snap", "payment:cash", "has:phone", "has:website",
    "has:email", "has:pin",
)  # fmt: skip
_TERM = st.tuples(st.sampled_from(("", "", "", "-")), st.sampled_from(PARTS)).map("".join)
_CLAUSE = st.lists(_TERM, min_size=1, max_size=3).map(" or ".join)
QUERY = (_TERM | st.lists(_CLAUSE, min_size=1, max_size=3).map(" ".join)).filter(
    lambda text: text.count("5550142") < 2  # two in a row are one longer number
)
#: What each way to the first rows hangs on, set so that small directories go all of them.
WAYS = st.fixed_dictionaries(
    {
        "MANY_HITS": st.sampled_from((1, 4_000)),
        "LONGEST_WALK": st.sampled_from((3, 600)),
        "LOOK_UP": st.sampled_from((-1, 2, 1_000_000)),
        "SLICE": st.sampled_from((1, 8)),
        "PATIENCE": st.sampled_from((1, 500_000)),
    }
)


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@example(text="una", ways={"MANY_HITS": 1}, limit=1, down=False)
@given(text=QUERY, ways=WAYS, limit=st.sampled_from((1, 5, COUNT)), down=st.booleans())
def test_a_query_finds_what_reading_everything_finds(
    full: Full,
    monkeypatch: pytest.MonkeyPatch,
    text: str,
    ways: dict[str, int],
    limit: int,
    down: bool,
) -> None:
    store, everything = full.store, full.everything
    asked = Filter(text=text, descending=down)
    right = expected(everything, text, descending=down)
    with monkeypatch.context() as patched:
        for name, value in ways.items():
            patched.setattr(first, name, value)
        assert [row.id for row in store.browser.first_rows(asked, limit)] == right[:limit]
    assert [row.id for row in store.browser.rows(store.browser.row_ids(asked))] == right
    assert store.browser.count(asked) == len(right)


@pytest.mark.parametrize("view", VIEWS)
def test_every_way_shows_the_same_of_a_view(
    full: Full, monkeypatch: pytest.MonkeyPatch, view: str
) -> None:
    store, wanted = full.store, Filter(view=view)
    ids = list(store.browser.row_ids(wanted))
    for patience in (500_000, 1):
        monkeypatch.setattr(first, "PATIENCE", patience)
        assert [row.row_id for row in store.browser.first_rows(wanted, 7)] == ids[:7]
    assert store.browser.count(wanted) == len(ids)
    assert bool(ids) == (view != "never_asked_6_months")  # all of them are new


def test_every_part_finds_some_and_leaves_some(full: Full) -> None:
    """Else the property would hold of a directory in which there is nothing to find."""
    sizes = {part: len(expected(full.everything, part)) for part in PARTS}
    none = {part for part, size in sizes.items() if not size}
    assert none == {"nowhere", "town:nowhere", '"sol panaderia"', "near:Nowhere<5mi"}
    assert {part for part, size in sizes.items() if size == COUNT} == set()
