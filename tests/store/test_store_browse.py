"""The table in windows and the search box: what is found, in which order, by which index."""

import datetime as dt
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from directory_app.model.business import Phone
from directory_app.model.draft import DraftConsent
from directory_app.store import Dossier, Filter, Store, first
from directory_app.store.filters import SORTS, VIEWS, condition, indexed, order_by, wanted
from directory_app.store.rows import MORE

from .conftest import TODAY, business, phone, yes

Add = Callable[..., Dossier]


def names(store: Store, **wanted_rows: object) -> list[str]:
    return [row.name for row in store.browser.first_rows(Filter(**wanted_rows), 100)]


def test_a_row_shows_its_five_doors(add: Add, store: Store) -> None:
    lacking = DraftConsent("web", "yes", dt.date(2026, 10, 1))
    add(consents=[yes(), lacking, DraftConsent("share", "no")])
    row = store.browser.first_rows(Filter(), 1)[0]
    assert [(door.channel, door.answer, door.until) for door in row.doors] == [
        ("print", "yes", dt.date(2027, 10, 12)),
        ("map", "not_asked", None),
        ("web", "yes", None),
        ("share", "no", None),
        ("geocode_online", "not_asked", None),
    ]


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("descending", [False, True])
def test_every_sort_is_one_index_from_end_to_end(store: Store, sort: str, descending: bool) -> None:
    wanted_rows = Filter(sort=sort, descending=descending)
    clause = condition(wanted_rows, TODAY)
    rows = store.browser._connection.execute(
        f"EXPLAIN QUERY PLAN SELECT row_id FROM business{clause.where}{order_by(wanted_rows)}",
        clause.values,
    )
    plan = " ".join(row[3] for row in rows)
    assert "COVERING INDEX" in plan
    assert "TEMP B-TREE" not in plan


def test_names_sort_as_people_read_them(add: Add, store: Store) -> None:
    for name in ("Zapata", "Ñandú", "nube", "Árbol", "=Fresh", "Nopal"):
        add(name)
    assert names(store) == ["Árbol", "=Fresh", "Ñandú", "Nopal", "nube", "Zapata"]
    assert names(store, descending=True) == list(reversed(names(store)))


def test_what_one_key_finds_alike_the_next_puts_in_order(add: Add, store: Store) -> None:
    for name, city, category in (
        ("B", "Clovis", "bakery"),
        ("A", "Clovis", "grocery"),
        ("D", "Clovis", "bakery"),
        ("C", "Belen", "grocery"),
        ("E", "Belen", "bakery"),
    ):
        add(name, city=city, category=category)
    assert names(store, sort="city", then=(("category", False),)) == ["E", "C", "B", "D", "A"]
    assert names(store, sort="city", then=(("category", True), ("name", True))) == [
        *("C", "E", "A", "D", "B")
    ]
    assert names(store, sort="city", descending=True, then=(("category", False),)) == [
        *("B", "D", "A", "E", "C")
    ]
    # a key named twice counts where it stands first
    assert names(store, sort="city", then=(("city", True),)) == names(store, sort="city")
    wanted_rows = Filter(text="bakery grocery", sort="city", then=(("code", True),))
    assert list(store.browser.row_ids(wanted_rows)) == [
        row.row_id for row in store.browser.first_rows(wanted_rows, 9)
    ]


@pytest.mark.parametrize("sort", SORTS)
def test_further_keys_still_read_the_index_of_the_first(store: Store, sort: str) -> None:
    wanted_rows = Filter(sort=sort, descending=True, then=(("city", False), ("modified", True)))
    clause = condition(wanted_rows, TODAY)
    rows = store.browser._connection.execute(
        f"EXPLAIN QUERY PLAN SELECT row_id FROM business{clause.where}{order_by(wanted_rows)}",
        clause.values,
    )
    plan = " ".join(row[3] for row in rows)
    assert "SCAN business USING INDEX" in plan
    assert "TEMP B-TREE FOR ORDER BY" not in plan  # only the last terms of it


def test_an_unknown_sort_is_refused_wherever_it_stands(store: Store) -> None:
    with pytest.raises(ValueError, match="no such sort: colour"):
        store.browser.first_rows(Filter(sort="colour"), 1)
    with pytest.raises(ValueError, match="no such sort: 1; --"):
        store.browser.first_rows(Filter(then=(("1; --", True),)), 1)


def test_a_row_tells_more_where_it_is_asked_to(add: Add, store: Store) -> None:
    secret = Phone(business_id="", number="+15055550143", confidential=True)
    add("Uno", phones=[secret, phone("44")], website="https://uno.example", languages=["es", "vi"])
    reader = store.browser
    (row,) = reader.first_rows(Filter(), 1, tuple(MORE))
    assert row.more["phone"] == "+15055550144"
    assert row.more["website"] == "https://uno.example"
    assert row.more["languages"] == '["es","vi"]'
    assert row.more["status"] == "active"
    assert reader.rows([row.row_id], ("street",))[0].more.keys() == {"street"}
    assert store.browser.first_rows(Filter(), 1)[0].more == {}


def test_ids_come_in_the_order_of_the_rows(add: Add, store: Store) -> None:
    for number in range(30):
        add(f"N {number % 7}", city=("Clovis", "Roswell")[number % 2])
    for sort in SORTS:
        wanted_rows = Filter(sort=sort)
        ids = store.browser.row_ids(wanted_rows)
        rows = store.browser.rows(ids)
        assert rows == store.browser.first_rows(wanted_rows, 100)
        assert [row.row_id for row in rows] == list(ids)
        assert store.browser.count(wanted_rows) == len(ids) == 30
    assert store.browser.rows([ids[3], 10_000, ids[1]]) == [rows[3], rows[1]]


@pytest.mark.parametrize(
    "text",
    [
        "nopal", "NOPÁL", "tequeri nop", "taq", "cerrillos", "santa fe", "restaurante",
        "spanish", "español", "oaxaquena", "mole negro", "555-0142", "(505) 555-0142",
        "5055550142", "北方", "饺子", "taquería n",
    ],
)  # fmt: skip
def test_what_people_type_finds_it(add: Add, store: Store, text: str) -> None:
    add(
        "Taquería El Nopal",
        alternate_name="北方饺子馆",
        cuisine=["Oaxaqueña"],
        description_es="Mole negro los domingos",
    )
    add("Otro lugar", languages=["vi"], category="laundry", address_1="", city="Clovis", phones=[])
    expected = [] if text == "tequeri nop" else ["Taquería El Nopal"]
    assert names(store, text=text) == expected


def test_the_code_finds_it(add: Add, store: Store) -> None:
    code = add("Uno").business.code
    assert names(store, text=code.lower()) == ["Uno"]


def test_letters_that_have_no_marks_fold_too(add: Add, store: Store) -> None:
    add("Łódź Đà Nẵng")
    assert names(store, text="lodz da nang") == ["Łódź Đà Nẵng"]


def test_one_letter_searches_nothing_and_shows_all(add: Add, store: Store) -> None:
    add("Uno")
    add("Dos")
    assert names(store, text="u") == ["Dos", "Uno"]
    assert names(store, text=" ?! ") == ["Dos", "Uno"]
    assert names(store, text="ee") == []  # no code has a vowel


@pytest.mark.parametrize("text", ['"', "nopal*", "NEAR(", "a AND", "x:y", "'; DROP", "^no", "()"])
def test_the_query_language_of_the_index_is_only_text(add: Add, store: Store, text: str) -> None:
    add("Uno")
    found = [row.id for row in store.browser.first_rows(Filter(text=text), 10)]
    assert len(found) == len(store.browser.row_ids(Filter(text=text)))


def test_search_follows_every_change(add: Add, store: Store) -> None:
    made = add("Uno").business
    store.businesses.update(made.id, {"name": "Dos"})
    assert (names(store, text="uno"), names(store, text="dos")) == ([], ["Dos"])
    store.businesses.update(made.id, {}, phones=[phone("77")])
    assert names(store, text="5550177") == ["Dos"]
    assert names(store, text="5550142") == []
    store.history.undo()
    store.history.undo()
    assert names(store, text="uno") == ["Uno"]
    store.businesses.delete([made.id])
    assert names(store, text="uno") == []


def test_confidential_phones_are_not_searched(add: Add, store: Store) -> None:
    made = add("Uno")
    made.phones[0].confidential = True
    store.businesses.update(made.business.id, {}, phones=made.phones)
    assert names(store, text="5550142") == []


def test_walking_and_sorting_find_the_same(
    add: Add, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(60):
        add(f"{'Zeta' if number % 3 else 'Alfa'} {number:02d}", city=("Clovis", "")[number % 2])
    archived = store.browser.first_rows(Filter(), 1)[0]
    store.businesses.archive([archived.id])
    for wanted_rows in (
        Filter(text="spanish"),
        Filter(text="zeta clov"),
        Filter(text="zeta", sort="city", descending=True),
        Filter(text="alf", city="Clovis"),
        Filter(text="restaurant", view="everything"),
        Filter(text="zeta", descending=True),
        Filter(text="zeta -clovis"),
        Filter(text="alfa or zeta town:clovis", descending=True),
        Filter(text="spanish", view="duplicates"),
        Filter(text="town:clovis"),
    ):
        sorted_ = store.browser.first_rows(wanted_rows, 10)
        found = []
        with monkeypatch.context() as patched:
            patched.setattr(first, "MANY_HITS", 1)
            found.append(store.browser.first_rows(wanted_rows, 10))
            patched.setattr(first, "LONGEST_WALK", 3)
            found.append(store.browser.first_rows(wanted_rows, 10))
            for look_up, slice_ in ((-1, 1), (-1, 8), (1_000_000, 1)):
                patched.setattr(first, "LOOK_UP", look_up)
                patched.setattr(first, "SLICE", slice_)
                patched.setattr(first, "PATIENCE", 1)
                found.append(store.browser.first_rows(wanted_rows, 10))
        assert all(one == sorted_ for one in found)
        assert [row.row_id for row in sorted_] == list(store.browser.row_ids(wanted_rows))[:10]


def test_filters_narrow(add: Add, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    from directory_app.store import browse

    add("Uno", city="Clovis", category="bakery")
    add("Dos", consents=[DraftConsent("print", "no")])
    add("Tres", consents=[])
    assert names(store, city="Clovis") == ["Uno"]
    assert names(store, category="bakery") == ["Uno"]
    for few in (1, 5_000):
        monkeypatch.setattr(browse, "FEW", few)
        assert names(store, channel="print", answer="yes") == ["Uno"]
        assert names(store, channel="print", answer="no") == ["Dos"]
        assert names(store, channel="print", answer="not_asked") == ["Tres"]
    assert store.browser.cities() == [("Clovis", 1), ("Santa Fe", 2)]
    assert store.browser.categories() == [("bakery", 1), ("restaurant", 2)]
    with pytest.raises(ValueError, match="sort"):
        store.browser.first_rows(Filter(sort="birthplace"), 1)
    with pytest.raises(ValueError, match="view"):
        store.browser.count(Filter(view="nonsense"))


def test_possible_duplicates_until_somebody_says_no(add: Add, store: Store) -> None:
    same_phone = add("Uno", phones=[phone("42")]), add("Dos", phones=[phone("42")])
    add("Tres", phones=[phone("43")])
    add("Tres", phones=[phone("44")], city="Clovis")
    add("Cuatro", phones=[phone("45")])
    add("Cuatro", phones=[phone("46")])
    assert names(store, view="duplicates") == ["Cuatro", "Cuatro", "Dos", "Uno"]
    store.duplicates.keep_apart(same_phone[0].business.id, same_phone[1].business.id)
    assert names(store, view="duplicates") == ["Cuatro", "Cuatro"]
    store.businesses.archive([store.browser.first_rows(Filter(text="cuatro"), 1)[0].id])
    assert names(store, view="duplicates") == []


def test_the_sidebar_counts_its_views(add: Add, store: Store) -> None:
    old, fresh = dt.date(2026, 1, 1), dt.date(2026, 11, 1)
    add("Old", assured_date=old)
    add("Fresh", assured_date=fresh)
    add("Never", status="closed")
    counts = store.browser.view_counts()
    assert set(counts) == set(VIEWS)
    assert counts == {
        "all": 3,
        "to_ask": 0,
        "to_verify": 1,
        "no_pin": 2,
        "duplicates": 3,
        "consent_ending": 0,
        "changed_this_week": counts["changed_this_week"],
        "never_asked_6_months": 0,
    }


def test_each_thread_reads_through_its_own_connection(add: Add, store: Store) -> None:
    add()
    seen: dict[str, object] = {}

    def read() -> None:
        seen["browser"] = store.browser
        seen["rows"] = store.browser.first_rows(Filter(), 5)
        seen["whole"] = len(store.businesses.search(""))

    thread = threading.Thread(target=read)
    thread.start()
    thread.join()
    assert seen["browser"] is not store.browser
    assert store.browser is store.browser
    assert (len(seen["rows"]), seen["whole"]) == (1, 1)


def test_readers_see_only_what_is_committed_and_notice_it(add: Add, store: Store) -> None:
    add("Uno")
    before = store.browser.version()
    with store.step("add", "x") as step:
        from directory_app.store import businesses

        businesses.add(step, business("Dos"), [], [], [])
        assert store.browser.count(Filter()) == 1
        assert len(store.businesses.search("")) == 1
    assert store.browser.count(Filter()) == 2
    assert store.browser.version() != before


def test_a_large_directory_made_in_bulk_is_sound(tmp_path: Path) -> None:
    from tests.bench.make import make_directory

    made = make_directory(tmp_path / "many.puertas", 1_000, seed=3)
    with Store.open(made) as store:
        assert store.browser.count(Filter(view="everything")) == 1_000
        assert store.check() == []
        assert 0 < store.browser.count(Filter(text="taqueria")) < 1_000
        assert len(store.listings.public("print", TODAY)) > 100


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", None),
        ("n", None),
        ("饺", ["饺"]),
        ("el n", ["el"]),
        ("El NOPÁL el", ["el", "nopal"]),
        ("505-555-0142", ["5055550142"]),
        ("+1 505 555 0142", ["5055550142"]),
        ("5550", ["5550"]),
        ("87505", ["87505"]),
    ],
)
def test_words_wanted(text: str, words: list[str] | None) -> None:
    assert wanted(text) == words


def test_unspaced_scripts_are_found_from_their_middle() -> None:
    assert indexed("北方饺子馆 Café").split() == [
        "北方饺子馆", "方饺子馆", "饺子馆", "子馆", "馆", "cafe",
    ]  # fmt: skip
