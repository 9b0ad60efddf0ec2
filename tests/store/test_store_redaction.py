"""Nothing that names who withdrew stays in the texts of others, wherever those stand."""

import datetime as dt
import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import JSON, Column, Text
from sqlmodel import Field, SQLModel

from directory_app.model.business import Phone
from directory_app.model.columns import TextList
from directory_app.model.contact import Contact
from directory_app.model.draft import Draft, DraftPhone, Verdict, VerdictKind
from directory_app.model.event import Event
from directory_app.model.mentions import Settled, UnsettledError
from directory_app.store import Dossier, Filter, Store
from directory_app.store.schema import SEARCH_DDL
from directory_app.store.tables import EVENT
from tests.runs import record

from .conftest import business, phone, the_day, yes

Add = Callable[..., Dossier]
NAME = "Panadería Zopilote Azul"
STREET = "3579 Obsidiana Rd"
LUNA = DraftPhone("+15055550142")
SAYINGS = (
    "next to Panaderia Zopilote Azul",
    "call (505) 555 0142, or 505.555.0142, or 555-0142",
    "behind 3579 Obsidiana Road",
    "zopilote@example.com, @zopilote_azul_nm",
)
#: What no byte of the file may have afterwards.
TRACES = (
    *("zopilote", "Zopilote", "ZOPILOTE", "5550142", "555-0142", "555 0142", "555.0142"),
    *("Obsidiana", "obsidiana", "zopilote@example.com"),
)


@pytest.fixture
def gone(store: Store) -> Dossier:
    """The one who withdraws."""
    return store.businesses.add(
        business(
            NAME,
            address_1=STREET,
            email="zopilote@example.com",
            same_as=["https://instagram.com/zopilote_azul_nm"],
        ),
        phones=[LUNA],
        consents=[yes()],
    )


@pytest.fixture
def other(store: Store) -> Dossier:
    return store.businesses.add(
        business("Llantera Dorada", address_1="12 Otra Ave"), phones=[phone("77")]
    )


def left(path: Path, words: tuple[str, ...] = TRACES) -> list[str]:
    """Which words are anywhere in the folder but in older backups, by file."""
    return [
        f"{word} in {file.name}"
        for file in path.rglob("*")
        if file.is_file()
        for data in (file.read_bytes(),)
        for word in words
        if word.encode() in data
    ]


def said(text: str) -> str:
    return f"Ring twice. {text}. Closed at noon."


@pytest.mark.parametrize("saying", SAYINGS)
def test_it_goes_from_every_text_of_others(
    store: Store, path: Path, gone: Dossier, other: Dossier, saying: str
) -> None:
    id = other.business.id
    texts = ("note", "directions_en", "directions_es", "description_en", "description_es",
             "hours_note_en", "hours_note_es", "alternate_name", "address_2")  # fmt: skip
    store.businesses.update(id, {name: said(saying) for name in texts})
    store.businesses.update(id, {"note": f"once {saying}", "description_en": ""})
    store.businesses.update(
        id,
        {},
        contacts=[Contact(business_id=id, name="Ana", note=said(saying), role=saying)],
    )
    event = store.events.add(
        Event(name_en=f"Fair {saying}", name_es=saying, date=dt.date(2026, 12, 6), venue=saying,
              intro_en=said(saying), contact=saying, host=saying)
    )  # fmt: skip
    store.events.update(event.id, {"name_en": f"Party {saying}"})
    record(
        store,
        event_id=event.id, layout="sheet", languages="es", use_by=None, copies=6, sha256="",
        entries=[(other.business.code, {"number": 1, "name": "Llantera", "note": said(saying)})],
    )  # fmt: skip
    store.saved_lists.add(f"list {saying}", f'town:clovis "{saying}"')
    store.drafts.set("new", {"name": "Nueva", "note": said(saying), "deep": [{"x": saying}]})
    store.drafts.set(id, {"note": said(saying)})
    store.settings.set("mistake_contact", f"Marisol, {saying}")
    store.requests.keep_answer(f"plaza {saying}", "census", "{}")
    store.requests.keep_answer("plaza", "census", f'{{"found": "{saying}"}}')
    store.requests.begin(id, "census", f"12 Otra Ave {saying}")
    store.imports.remember_columns("fingerprint", {saying: "note"})
    store.history.undo()
    assert left(path)
    found = store.consents.mentions(gone.business.id)
    assert found.certain and not found.likely
    store.consents.withdraw(gone.business.id)
    assert left(path) == []
    assert store.check() == []
    kept = store.businesses.get(id).business
    assert kept.directions_en == "Ring twice. Closed at noon."
    assert store.drafts.get("new")["name"] == "Nueva"
    assert store.settings.get("mistake_contact").startswith("Marisol")
    assert [one.query for one in store.saved_lists.all()] in ([], ["town:clovis"])
    for _ in range(30):
        store.history.undo()
    assert left(path) == []


def test_the_search_finds_it_no_more(store: Store, gone: Dossier, other: Dossier) -> None:
    store.businesses.update(other.business.id, {"description_en": said(SAYINGS[0])})
    assert store.browser.count(Filter(text="zopilote")) == 2
    store.consents.withdraw(gone.business.id)
    assert store.browser.count(Filter(text="zopilote")) == 0
    assert store.browser.count(Filter(text="noon")) == 1


def test_the_search_index_is_the_only_table_beside_the_models() -> None:
    """Whoever adds a table that the metadata does not know has to think of the sweep."""
    assert [ddl.split()[3] for ddl in SEARCH_DDL if ddl.startswith("CREATE")] == ["search"]


# -- whatever is added later


@pytest.fixture
def sponsor(store: Store) -> Iterator[Callable[..., Any]]:
    """A table and a column that nobody told the sweep about."""

    class Sponsor(SQLModel, table=True):
        id: int | None = Field(default=None, primary_key=True)
        words: str = ""
        pages: list[str] = Field(default_factory=list, sa_type=TextList)
        told: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)

    table = Sponsor.__table__  # type: ignore[attr-defined]
    column = Column("sponsor", Text)
    EVENT.append_column(column)
    with store.write() as connection:
        table.create(connection)
        connection.exec_driver_sql("ALTER TABLE event ADD COLUMN sponsor TEXT")

    def run(sql: str, *values: Any) -> Any:
        with store.write() as connection:
            return connection.exec_driver_sql(sql, values)

    yield run
    SQLModel.metadata.remove(table)
    EVENT._columns.remove(column)


def test_a_new_table_and_a_new_column_are_covered_by_themselves(
    store: Store, path: Path, gone: Dossier, sponsor: Callable[..., Any]
) -> None:
    text = said(SAYINGS[0])
    sponsor(
        "INSERT INTO sponsor (words, pages, told) VALUES (?, ?, ?)",
        text, f'["x", "{SAYINGS[3]}"]', f'{{"a": [{{"b": "{text}"}}, 5]}}',
    )  # fmt: skip
    sponsor("INSERT INTO event (id, name_en, name_es, date, venue, address_1, address_2, city,"
            " state_province, postal_code, host, intro_en, intro_es, contact, sponsor)"
            " VALUES ('e', '', '', '2026-12-06', '', '', '', '', '', '', '', '', '', '', ?)",
            text)  # fmt: skip
    store.consents.withdraw(gone.business.id)
    assert left(path) == []
    with store.read() as connection:
        (row,) = connection.exec_driver_sql("SELECT words, pages, told FROM sponsor").all()
        (event,) = connection.exec_driver_sql("SELECT sponsor FROM event").all()
    clean = "Ring twice. Closed at noon."
    assert tuple(row) == (clean, '["x"]', f'{{"a":[{{"b":"{clean}"}},5]}}')
    assert event[0] == clean


# -- what is only like it


@pytest.fixture
def nopal(store: Store) -> Dossier:
    return store.businesses.add(business("El Nopal", address_1="9 Nopal Ct"), phones=[LUNA])


def test_what_is_only_like_it_waits_for_a_person(
    store: Store, path: Path, nopal: Dossier, other: Dossier
) -> None:
    store.businesses.update(
        other.business.id, {"note": "Ask the cook of Nopal. Nopales on Friday."}
    )
    for settled in (None, Settled({"another": True})):
        with pytest.raises(UnsettledError, match="2 texts may name it") as caught:
            store.consents.withdraw(nopal.business.id, settled)
        assert len(caught.value.likely) == 2
    assert store.businesses.get(nopal.business.id).phones  # nothing happened
    found = store.consents.mentions(nopal.business.id).likely
    assert {(one.before, one.said, one.after) for one in found} == {
        ("Ask the cook of ", "Nopal", "."),
        ("", "Nopales", " on Friday."),
    }
    assert [one.places[0].code for one in found] == [other.business.code] * 2
    assert all(one.count > 1 for one in found)  # as it stands, and in the history
    answers = {one.key: one.said == "Nopal" for one in found}
    done = store.consents.withdraw(nopal.business.id, Settled(answers))
    assert done.kept == 1
    note = store.businesses.get(other.business.id).business.note
    assert note == "Ask the cook of […]. Nopales on Friday."
    assert left(path, ("cook of Nopal",)) == []
    assert left(path, ("Nopales",))


def test_looking_changes_nothing(store: Store, nopal: Dossier, other: Dossier) -> None:
    store.businesses.update(other.business.id, {"note": said("next to El Nopal")})
    before = store.businesses.get(other.business.id)
    label = store.browser.undo_label()
    store.consents.mentions(nopal.business.id)
    assert store.businesses.get(other.business.id) == before
    assert store.businesses.get(nopal.business.id).business.name == "El Nopal"
    assert store.browser.undo_label() == label
    assert store.imports.known_again("El Nopal", [], "", "Santa Fe") == ""


def test_a_business_of_common_words_shreds_nobody(store: Store, add: Add) -> None:
    market = add("The Market", address_1="1 Plaza", phones=[LUNA]).business
    for number in range(5):
        one = add(f"Tienda {number}", phones=[phone(f"6{number}")], address_1="").business
        store.businesses.update(
            one.id, {"note": f"Behind the market, door {number}. The best market."}
        )
    again = add("The Market", address_1="88 Lejos Ave", phones=[phone("69")]).business
    found = store.consents.mentions(market.id)
    assert (found.certain, found.likely) == ((), ())
    assert [(one.code, one.shares) for one in found.twins] == [(again.code, ("name",))]
    store.consents.withdraw(market.id)
    assert store.businesses.get(again.id).business.name == "The Market"
    assert store.browser.count(Filter(text="market")) == 1


def test_others_keep_what_is_theirs(store: Store, add: Add) -> None:
    """A branch, a neighbour in the same house, a sister business with the same telephone."""
    gone = add("Panadería Luna Azul", address_1="5 Plaza Rd", phones=[LUNA]).business
    branch = add("Panadería Luna Azul Dos", address_1="9 Lejos Rd", phones=[LUNA]).business
    house = add("Zapatería Sol", address_1="5 Plaza Rd", phones=[phone("71")]).business
    store.businesses.update(
        branch.id, {"description_en": "Panadería Luna Azul Dos bakes. 505-555-0142"}
    )
    store.businesses.update(
        house.id, {"description_en": "At 5 Plaza Rd, beside Panadería Luna Azul."}
    )
    found = store.consents.mentions(gone.id)
    assert [(one.code, one.shares) for one in found.twins] == [(branch.code, ("phone",))]
    assert found.likely == ()
    label = "Edit Panadería Luna Azul Dos"
    store.businesses.update(branch.id, {"city": "Clovis"})
    store.consents.withdraw(gone.id)
    kept = store.businesses.get(branch.id)
    assert kept.business.name == "Panadería Luna Azul Dos"
    assert kept.business.description_en == "Panadería Luna Azul Dos bakes. 505-555-0142"
    assert [one.number for one in kept.phones] == [LUNA.number]
    assert store.browser.undo_label() == label
    neighbour = store.businesses.get(house.id).business
    assert (neighbour.address_1, neighbour.description_en) == (
        "5 Plaza Rd",
        "At 5 Plaza Rd, beside […].",
    )


def test_a_name_that_is_a_town_leaves_the_town(store: Store, add: Add) -> None:
    gone = add("Santa Rosa", phones=[LUNA], address_1="1 A St").business
    ids = [add(f"Otra {n}", phones=[phone(f"8{n % 10}")], city="Santa Rosa",
               description_en=f"The {n}th in Santa Rosa").business.id
           for n in range(30)]  # fmt: skip
    found = store.consents.mentions(gone.id)
    assert found.certain == ()
    assert found.likely
    store.consents.withdraw(gone.id, Settled(rest=False))
    assert store.businesses.get(ids[3]).business.city == "Santa Rosa"
    assert store.businesses.get(ids[3]).business.description_en == "The 3th in Santa Rosa"


def test_who_answers_for_it_is_for_a_person_to_say(store: Store, add: Add) -> None:
    gone = add("Panadería Luna Azul", phones=[LUNA], address_1="").business
    store.businesses.update(
        gone.id, {}, contacts=[Contact(business_id=gone.id, name="Rosa Candelaria")]
    )
    other = add("Otra", phones=[phone("61")], address_1="").business
    store.businesses.update(
        other.id, {"note": "Rosa Candelaria's sister"}, let_in=["Rosa Candelaria's sister"]
    )
    ((mention,), twins) = (
        store.consents.mentions(gone.id).likely,
        store.consents.mentions(gone.id).twins,
    )
    assert (mention.kind, mention.said, twins) == ("person", "Rosa Candelaria's", ())


def test_a_home_sheet_of_common_digits_stays(store: Store, gone: Dossier, other: Dossier) -> None:
    """Numbers of JSON, times and ids are no telephones."""
    store.businesses.update(other.business.id, {"latitude": 35.5550142, "longitude": -105.5550142})
    store.consents.withdraw(gone.business.id)
    assert store.businesses.get(other.business.id).business.latitude == 35.5550142


# -- the raw bytes, whatever was done before

WORDS = ["Quetzalli", "Xochimilca", "Tezontle", "Huarachito", "Zarzamora", "Ocotillo", "Yerbabuena"]
FORMS = ["505.555.0142", "(505) 555 0142", "+15055550142", "555-0142", "5055550142"]


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 10_000))
def test_no_byte_that_names_it_is_left(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    """Random directories that name the business in random places, with edits, merges and undo."""
    chance = random.Random(seed)
    path = tmp_path_factory.mktemp("swept") / "d.puertas"
    first, second = chance.sample(WORDS, 2)
    name, street = f"Taquería {first} {second}", "4417 Zyxomma Rd"
    email = f"{first.lower()}@example.org"
    forms = [name, name.lower(), "4417 Zyxomma Road", email, *FORMS]
    with Store.create(path, passphrase=None, today=the_day) as store:
        gone = store.businesses.add(
            business(name, address_1=street, email=email), phones=[LUNA]
        ).business
        code = gone.code
        forms += [code, gone.id]
        others = [
            store.businesses.add(business(f"Tienda {n}", address_1="")).business.id
            for n in range(6)
        ]

        def sentence() -> str:
            return " ".join(chance.choice(["abre", "ring", "ask at", *forms]) for _ in range(6))

        for _ in range(25):
            others = [one for one in others if _there(store, one)] or [
                store.businesses.add(business("Tienda de más", address_1="")).business.id
            ]
            one = chance.choice(others)
            chance.choice((
                lambda one=one: store.businesses.update(one, {chance.choice(
                    ["note", "description_es", "directions_en", "hours_note_en", "alternate_name"]
                ): sentence()}),
                lambda one=one: store.businesses.update(one, {}, contacts=[
                    Contact(business_id=one, name="A", note=sentence())]),
                lambda: store.events.add(Event(name_en=sentence(), date=dt.date(2026, 12, 6))),
                lambda: store.saved_lists.add(sentence(), sentence()),
                lambda one=one: store.drafts.set(one, {"note": sentence()}),
                lambda: store.drafts.set("new", {"name": sentence()}),
                lambda: store.settings.set("mistake_contact", sentence()),
                lambda: store.requests.keep_answer(sentence(), "x", json.dumps({"a": sentence()})),
                lambda one=one: store.requests.begin(one, "x", sentence()),
                lambda: store.businesses.update(gone.id, {"name": f"{name} {chance.choice(WORDS)}"},
                                     phones=[Phone(business_id="", number=LUNA.number)]),
                store.history.undo,
                store.history.redo,
                lambda: store.duplicates.merge(
                    gone.id, store.businesses.add(business(name)).business.id),
                lambda: store.imports.apply([Verdict(Draft(
                    2, {"name": f"Lista {chance.random()}", "note": sentence()}),
                    VerdictKind.CREATE)]),
            ))()  # fmt: skip
        if not _there(store, gone.id):
            return
        for twin in store.consents.mentions(gone.id).twins:  # a merge that was taken back
            store.consents.withdraw(twin.code, Settled(rest=True))
        store.consents.withdraw(gone.id, Settled(rest=True))
        backup = store.backups.write()
        assert store.check() == []
        words = (name, name.lower(), f"taqueria {first.lower()} {second.lower()}", first, second,
                 first.lower(), "Zyxomma", "zyxomma", email, code, gone.id, *FORMS,
                 "5550142")  # fmt: skip
        assert left(path, words) == []
    assert backup.exists()


def _there(store: Store, id: str) -> bool:
    from directory_app.errors import UserError

    try:
        store.businesses.get(id)
    except UserError:
        return False
    return True
