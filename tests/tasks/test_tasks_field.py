"""A field directory: what a canvass needs, read-only, with an end, and its runs come home."""

import datetime as dt
import inspect
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from directory_app import geocoding
from directory_app.errors import UserError
from directory_app.model.business import Business
from directory_app.model.contact import Contact
from directory_app.model.draft import DraftConsent, DraftPhone
from directory_app.model.event import Event
from directory_app.model.field_terms import FIRST
from directory_app.model.geo import Position
from directory_app.model.recall import PlannedRun
from directory_app.store import Store
from directory_app.store.field import JOURNAL
from directory_app.store.keys import Cost
from directory_app.tasks import leaving
from directory_app.tasks.field import FieldMade, FieldOrder, fields_out, make_field, return_field
from tests.store.parts import methods

TODAY = dt.date(2026, 11, 24)
UNTIL = dt.date(2026, 12, 6)
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
WORDS = "acequia piñón adobe maíz horno lavanda"
SECRETS = (
    "5055550199", "555-0199", "ask at the side door", "Marisol", "Ana Prueba", "ana@example.org",
    "Said No Café", "Never Asked", "1812 Llano", "4417",
)  # fmt: skip


def yes(channel: str = "print") -> DraftConsent:
    return DraftConsent(channel, "yes", dt.date(2026, 10, 12), "Marisol")


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Store]:
    """Two that may be printed, one with a hidden number; one no; one not asked; an event."""
    town = {"city": "Santa Fe", "state_province": "NM", "postal_code": "87505"}
    with Store.create(tmp_path / "home.puertas", passphrase=None, today=lambda: TODAY) as made:
        made.people.add("Rosa")
        nopal = made.businesses.add(
            Business(code="", name="El Nopal", address_1="1420 Cerrillos Rd", category="restaurant",
                     opening_hours="Mo-Su 08:00-20:00", note="ask at the side door", **town),
            phones=[DraftPhone("+15055550142"), DraftPhone("+15055550199")],
            consents=[yes(), yes("map"), yes("web")],
            contacts=[Contact(business_id="", name="Ana Prueba", email="ana@example.org")],
        )  # fmt: skip
        phones = list(nopal.phones)
        phones[1] = phones[1].model_copy(update={"confidential": True})
        made.businesses.update(nopal.business.id, {}, phones=phones)
        made.businesses.place(nopal.business.id, Position(35.6650, -105.9630), "rooftop", "manual")
        hidden = made.businesses.add(
            Business(code="", name="Street Only", address_1="1812 Llano St",
                     location_visibility="street", category="bakery", **town),
            consents=[yes()],
        )  # fmt: skip
        made.businesses.place(hidden.business.id, Position(35.6471, -105.9755), "rooftop", "manual")
        made.businesses.add(
            Business(code="", name="Said No Café", address_1="4417 Zia Rd", **town),
            consents=[DraftConsent("print", "no", dt.date(2026, 11, 2), "Marisol")],
        )
        made.businesses.add(Business(code="", name="Never Asked", **town))
        starts = dt.datetime(2026, 12, 5, 17, tzinfo=dt.UTC)
        made.events.add(
            Event(name_en="Canvass", date=dt.date(2026, 12, 5), starts_at=starts, venue="Salón",
                  latitude=35.66, longitude=-105.96)
        )  # fmt: skip
        yield made


@pytest.fixture
def order(tmp_path: Path) -> FieldOrder:
    return FieldOrder(tmp_path / "saturday.puertas", WORDS, UNTIL, cost=CHEAP)


@pytest.fixture
def made(home: Store, order: FieldOrder) -> FieldMade:
    return make_field(home, order)


def opened(made: FieldMade, day: dt.date = TODAY, *, write: bool = True) -> Store:
    return Store.open(made.path, passphrase=WORDS, write=write, today=lambda: day)


def listed(store: Store, channel: str) -> list[object]:
    found = store.listings.public(channel, dt.date(2026, 12, 5), geocoding.town_point)
    return [replace(one, consent_until=None, reviewed_by_second_person=False) for one in found]


def printed(store: Store, code: str) -> int:
    run = PlannedRun(layout="sheet", entries=[(code, {"name": "El Nopal"})], copies=20)
    number = store.runs.reserve(run).number
    store.runs.complete(number, "a" * 64)
    return number


def test_it_prints_what_home_would_print(home: Store, made: FieldMade) -> None:
    assert (made.businesses, made.events) == (2, 1)
    with opened(made) as field:
        for channel in ("print", "map"):
            assert listed(field, channel) == listed(home, channel)
        assert listed(field, "web") == []
        assert all(
            one.consent_until <= UNTIL
            for one in field.listings.public("print", dt.date(2026, 12, 5))
        )
        assert [one.name_en for one in field.events.all()] == ["Canvass"]


def test_nothing_else_is_in_it(home: Store, order: FieldOrder, made: FieldMade) -> None:
    from directory_app.store.engine import connect
    from directory_app.store.folder import Folder
    from directory_app.store.keys import unlock

    folder, key = unlock(Folder(made.path), WORDS)
    connection = connect(folder.database, key, write=False)
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    text = "\n".join(
        str(row)
        for (name,) in names
        for row in connection.execute(f'SELECT * FROM "{name}"').fetchall()
    )
    connection.close()
    assert "El Nopal" in text
    assert [secret for secret in SECRETS if secret in text] == []
    raw = b"".join(one.read_bytes() for one in made.path.rglob("*") if one.is_file())
    assert b"El Nopal" not in raw
    assert not list((made.path / "backups").iterdir())


def test_what_home_would_not_print_is_not_carried_out(home: Store, order: FieldOrder) -> None:
    """It knows nobody who refused, so nothing in it would stop a guide that names them."""
    nopal = home.businesses.search("Nopal")[0].business
    for text in ("Next door to Said No Café", "Call 505-555-0199", "By 1812 Llano St"):
        home.businesses.update(nopal.id, {"description_en": text})
        with pytest.raises(UserError, match="El Nopal"):
            make_field(home, order)
        assert not order.path.exists()
    assert home.runs.next_number() == 1
    home.businesses.update(nopal.id, {"description_en": "Tacos"})
    assert make_field(home, order).businesses == 2


def test_nothing_can_be_changed_in_it(made: FieldMade) -> None:
    """Every method of Store that writes, found from its source, refuses; but for print runs."""
    of_run = {f"runs.{name}" for name in ("reserve", "tell_printed", "complete", "fail")}
    of_run |= {"runs.add_copies", "confirm_clock"}  # the last: a day, and nothing else
    sources = {name: inspect.getsource(method) for name, method in methods().items()}
    writers = {
        name
        for name, source in sources.items()
        if re.search(r"self\.(_db\.)?(write|step)\(", source)
    }
    assert of_run < writers
    assert len(writers) > 30
    with opened(made) as field:
        assert not field.writable
        for name in sorted(writers - of_run):
            assert "of_run=True" not in sources[name], name
        for write in (
            lambda: field.businesses.update(
                field.businesses.search("Nopal")[0].business.id, {"name": "X"}
            ),
            lambda: field.settings.set("mistake_contact", "x"),
            lambda: field.consents.withdraw(field.businesses.search("Nopal")[0].business.id),
            lambda: field.drafts.set("x", {"a": 1}),
            lambda: field.people.add("Eve"),
            field.history.undo,
            field.backups.write,
        ):
            with pytest.raises(UserError):
                write()
        assert field.backups.automatic() is None


@pytest.mark.parametrize("layout", ["visit-sheets", "call-list", "packet", "export-csv", "field"])
def test_only_guides_and_maps_leave_it(made: FieldMade, layout: str, tmp_path: Path) -> None:
    with opened(made) as field, pytest.raises(UserError, match="field directory"):
        leaving.begin(field, PlannedRun(layout=layout, entries=[]), lambda _run: 1 / 0)


def test_one_from_which_nothing_was_printed_comes_home_too(home: Store, made: FieldMade) -> None:
    assert return_field(home, made.path).fresh == ()


def test_what_was_printed_comes_home(home: Store, made: FieldMade) -> None:
    code = home.businesses.search("Nopal")[0].business.code
    with opened(made) as field:
        numbers = [printed(field, code), printed(field, code)]
    assert numbers == [made.number * FIRST + 1, made.number * FIRST + 2]
    came = return_field(home, made.path)
    assert (came.number, list(came.fresh), came.known) == (made.number, numbers, 0)
    assert (return_field(home, made.path).fresh, home.runs.next_number()) == ((), made.number + 1)
    recall = home.consents.recall_list(code)
    assert sorted(run.number for run in recall.runs) == [made.number, *numbers]
    assert {run.copies for run in recall.runs if run.number in numbers} == {20}


def test_two_copies_of_one_field_directory_lose_no_run(
    home: Store, made: FieldMade, tmp_path: Path
) -> None:
    code = home.businesses.search("Nopal")[0].business.code
    copy = replace(made, path=Path(shutil.copytree(made.path, tmp_path / "copy.puertas")))
    before = (made.path / JOURNAL).read_bytes()
    with opened(made) as field:
        first = printed(field, code)
    with opened(copy) as field:
        assert printed(field, code) == first
    return_field(home, made.path)
    came = return_field(home, copy.path)
    assert came.copied == (first,)
    (made.path / JOURNAL).write_bytes(before)  # an older journal takes nothing back
    return_field(home, made.path)
    runs = [run for run in home.consents.recall_list(code).runs if run.number != made.number]
    assert sum(run.copies for run in runs) == 40
    assert (return_field(home, copy.path).fresh, len(home.runs.all())) == ((), 3)


def test_who_was_forgotten_meanwhile_comes_home_without_a_name(
    home: Store, made: FieldMade
) -> None:
    nopal = home.businesses.search("Nopal")[0].business
    with opened(made) as field:
        number = printed(field, nopal.code)
    home.consents.withdraw(nopal.id)
    return_field(home, made.path)
    assert [entry.printed for entry in home.runs.entries(number)] == [{}]
    assert b"El Nopal" not in (home.path / "directory.db").read_bytes()


def test_after_its_last_day_only_the_sealed_journal_is_left(home: Store, made: FieldMade) -> None:
    code = home.businesses.search("Nopal")[0].business.code
    with opened(made, UNTIL) as field:
        number = printed(field, code)
    for _again in range(2):
        with pytest.raises(UserError):
            opened(made, UNTIL + dt.timedelta(1), write=False)
    left = {one.name: one.read_bytes() for one in made.path.rglob("*") if one.is_file()}
    assert {name for name, data in left.items() if data} == {JOURNAL}
    assert list(return_field(home, made.path).fresh) == [number]


def test_a_journal_that_was_changed_or_is_of_another_is_refused(
    home: Store, made: FieldMade, tmp_path: Path
) -> None:
    with opened(made) as field:
        printed(field, home.businesses.search("Nopal")[0].business.code)
    whole = (made.path / JOURNAL).read_bytes()
    file = tmp_path / "journal"
    for at in range(len(whole)):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        with pytest.raises(UserError):
            return_field(home, file)
    file.write_bytes(whole[:-1])
    with pytest.raises(UserError):
        return_field(home, file)
    with (
        Store.create(tmp_path / "other.puertas", passphrase=None) as other,
        pytest.raises(UserError, match="was made here"),
    ):
        return_field(other, made.path)


@pytest.mark.parametrize("until", [TODAY - dt.timedelta(1), TODAY + dt.timedelta(61)])
def test_it_needs_an_end_that_is_near(home: Store, order: FieldOrder, until: dt.date) -> None:
    with pytest.raises(UserError, match="cannot end"):
        make_field(home, replace(order, until=until))
    assert home.runs.next_number() == 1


def test_what_fails_leaves_nothing_and_takes_its_number_along(
    home: Store, order: FieldOrder, monkeypatch: pytest.MonkeyPatch
) -> None:
    from directory_app.store import field as of_store

    def broken(*_: object) -> None:
        raise UserError("The disk is full.", "")

    monkeypatch.setattr(of_store, "fill", broken)
    with pytest.raises(UserError, match="full"):
        make_field(home, order)
    assert not order.path.exists()
    assert [one.name for one in order.path.parent.iterdir()] == ["home.puertas"]
    assert home.runs.all() == []


def test_it_is_told_at_home(home: Store, made: FieldMade) -> None:
    assert [(one.number, one.until) for one in fields_out(home)] == [(made.number, UNTIL)]
    assert [run.layout for run in home.runs.all()] == ["field"]
