"""Whatever lists fields has all of them: each output and input is walked with the whole table.

The last test runs these, and those of the editor, once more with fields that are only in this
test: none of what comes in and goes out may forget one that somebody adds.
"""

import csv
import datetime as dt
import io
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import fields as attributes
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import SQLModel

from directory_app import exporting
from directory_app.exporting import private
from directory_app.importing import headings, read
from directory_app.model import fields, packet_json
from directory_app.model.business import Business, Phone
from directory_app.model.consent import Consent
from directory_app.model.contact import Contact
from directory_app.model.draft import DraftConsent, DraftPhone
from directory_app.model.event import Event
from directory_app.model.fields import Field, Hiding, Kind, Seen
from directory_app.model.geo import Position
from directory_app.model.listing import PublicListing, PublicPhone, StaffListing
from directory_app.model.packet import Entry, Packet
from directory_app.records import business_record
from directory_app.store import Store
from directory_app.tasks.comparing import FACTS, compare
from directory_app.ui.parts import field_words
from tests.field_samples import sample

TODAY = dt.date(2026, 11, 24)
#: The plugin that adds fields.
ADDED = "tests.added_fields"
ONE = "01a20ded-8bda-74a1-8c04-e3b208a669da"
#: The row's place in one file, the folded name, whose row it is: kept by the store, seen by nobody.
OF_THE_STORE = {"row_id", "name_folded", "business_id"}
#: What decides of a listing, or is found by a rule of its own, and is in no file as it is.
NOT_IN_FILES = {"address_type", "opening_hours_assumed", "precision"}
ABOUT = exporting.About(
    run=3, channel="web", made_on=TODAY, use_by=dt.date(2027, 1, 23), languages=("en", "es")
)


def _told(kind: type, **more: Any) -> Any:
    """A listing in which each public field has a value of its own."""
    values = {
        field.name: sample(field)
        for field in fields.BUSINESS
        if field.seen is Seen.PUBLIC and field.hiding is not Hiding.PIN
    }
    values = {name: tuple(v) if isinstance(v, list) else v for name, v in values.items()}
    phones = (PublicPhone("+15055550142"),)
    return kind(**values | {"phones": phones} | more)


@pytest.fixture
def public() -> PublicListing:
    spot = Position(35.68712, -105.93781)
    return _told(PublicListing, place=spot, place_is_pin=True, precision="rooftop", marker=spot)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "a.puertas", passphrase=None, today=lambda: TODAY) as made:
        yield made


def _business(**more: Any) -> Business:
    kept = {
        f.name: sample(f) for f in fields.BUSINESS if f.travels and f.name in Business.model_fields
    }
    return Business(code="", **kept | more)


# -- the table itself


@pytest.mark.parametrize(
    ("table", "model"),
    [("business", Business), ("phone", Phone), ("contact", Contact), ("consent", Consent),
     ("event", Event)],
)  # fmt: skip
def test_the_table_has_each_column_of_the_models(table: str, model: type[SQLModel]) -> None:
    named = [field.name for field in fields.TABLES[table]]
    assert len(named) == len(set(named))
    kept = set(model.model_fields) - OF_THE_STORE
    assert kept - ({"id"} if table in ("phone", "consent") else set()) == set(named)


def test_what_is_blank_is_what_the_models_begin_with() -> None:
    begun = Business(code="", name="")
    for field in fields.BUSINESS:
        if field.travels:
            assert getattr(begun, field.name) == field.nothing, field.name


def test_each_listing_says_what_the_table_calls_public() -> None:
    public = {
        field.name
        for field in fields.BUSINESS
        if field.seen is Seen.PUBLIC and field.hiding is not Hiding.PIN
    }
    assert {each.name for each in attributes(fields.Told)} == public
    staff = {field.name for field in fields.BUSINESS if field.seen is Seen.STAFF}
    assert staff <= {each.name for each in attributes(StaffListing)}
    never = {field.name for field in fields.BUSINESS if field.seen is Seen.NEVER}
    for kind in (PublicListing, StaffListing):
        assert not never & {each.name for each in attributes(kind)}


def test_nothing_that_stays_inside_has_a_column_or_a_tag() -> None:
    for field in fields.BUSINESS:
        if field.seen is not Seen.PUBLIC:
            assert field.column is None or not field.column.public, field.name
            assert not field.tag and not field.in_line, field.name
        if field.seen is Seen.NEVER:
            assert field.column is None, field.name


# -- out


def _file(name: str, public: PublicListing) -> str:
    data = exporting.render(name, [public], ABOUT)
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            data = b"".join(map(archive.read, archive.namelist()))
    return data.decode("utf-8", "replace")


@pytest.mark.parametrize("name", exporting.NAMES)
def test_each_format_tells_a_field_or_says_that_it_does_not(
    name: str, public: PublicListing
) -> None:
    """A file changes with a field, but for those that the format says it leaves out."""
    whole = _file(name, public)
    said = " ".join(exporting.cannot_hold(name)).lower()
    for field in fields.BUSINESS:
        if field.seen is not Seen.PUBLIC or field.name in NOT_IN_FILES:
            continue
        if field.hiding is Hiding.PIN:
            without = _told(PublicListing)
        else:
            other = "Qxanother" if field.name in ("name", "category") else field.nothing
            other = "restaurant" if field.name == "category" else other
            other = tuple(other) if isinstance(other, list) else other
            kept = {each.name: getattr(public, each.name) for each in attributes(PublicListing)}
            without = PublicListing(**kept | {field.name: other})
        tells = _file(name, without) != whole
        assert tells is (name not in field.left_out), field.name
        if not tells and field.name not in ("status", "assured_date"):
            assert field.label[0].lower() in said, field.name


def test_the_private_table_has_a_column_of_each_field_that_staff_sees() -> None:
    row = next(csv.DictReader(io.StringIO(_private())))
    for field in fields.BUSINESS:
        if field.column is not None and field.hiding is not Hiding.PIN:
            assert row[field.column.heading], field.name
        elif field.seen is not Seen.NEVER and field.hiding is not Hiding.PIN:
            assert field.name in NOT_IN_FILES, field.name


def _private() -> str:
    staff = _told(StaffListing, location_visibility="street", review_state="approved")
    text = private.render("csv", [staff], ABOUT).decode("utf-8-sig")
    return text.partition("\n")[2]  # below the mark


def test_list_json_has_each_field_of_a_business(store: Store) -> None:
    made = store.businesses.add(_business(), phones=[DraftPhone("+15055550142")])
    record = business_record(made, TODAY)
    assert {field.name for field in fields.BUSINESS} <= record.keys()
    for field in fields.BUSINESS:
        if field.kind in (Kind.LINE, Kind.TEXT, Kind.LIST, Kind.FLAG) and field.travels:
            assert record[field.name] == sample(field), field.name


def test_a_listing_and_a_field_directory_take_what_is_kept(store: Store) -> None:
    yes = [DraftConsent(each, "yes", dt.date(2026, 10, 12), "Ana") for each in ("print", "map")]
    store.businesses.add(_business(status="active"), consents=yes)
    (listing,) = store.listings.public("print", TODAY)
    for field in fields.BUSINESS:
        if field.seen is Seen.PUBLIC and field.hiding is not Hiding.PIN:
            kept = sample(field)
            kept = tuple(kept) if isinstance(kept, list) else kept
            if field.name not in ("code", "status"):
                assert getattr(listing, field.name) == kept, field.name


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_history_has_words_for_each_field(language: str) -> None:
    for name, table in fields.TABLES.items():
        for field in table:
            assert fields.label(field.name, language, name) != field.name
    for field in fields.BUSINESS:
        if field.kind not in (Kind.NUMBER, Kind.MOMENT) and field.travels:
            value = sample(field)
            plain = value.isoformat() if isinstance(value, dt.date) else value
            told = field_words.value(field.name, plain)
            assert told, field.name
            if field.kind is Kind.CHOICE and field.choices:
                assert told != value, field.name


# -- between two laptops, and between two entries


def test_a_packet_carries_each_field_that_travels() -> None:
    values = {field.name: sample(field) for field in fields.BUSINESS if field.travels}
    entry = Entry(id=ONE, code="QXRT", values=values)
    sent = Packet("a" * 32, "b" * 32, dt.datetime(2024, 11, 20, tzinfo=dt.UTC), entries=[entry])
    (came,) = packet_json.read(packet_json.write(sent)).entries
    assert came.values == values
    assert {name for columns in fields.UNITS.values() for name in columns} == values.keys()


def test_two_entries_are_compared_in_each_field_and_merged(store: Store) -> None:
    blank = store.businesses.add(Business(code="", name="Qx other"))
    full = store.businesses.add(_business())
    merge = compare(store, blank.business.id, full.business.id)
    shown = {*merge.to_choose(), *(key for key in FACTS if merge.is_ruled(key))}
    assert {key for key in FACTS if merge.differs(key)} <= shown
    assert {n for names in FACTS.values() for n in names} >= {
        field.name for field in fields.BUSINESS if field.travels and field.unit != "assured"
    }
    take = {name for names in FACTS.values() for name in names}
    kept = store.duplicates.merge(blank.business.id, full.business.id, take, set()).business
    for field in fields.BUSINESS:
        if field.travels and field.merge in (fields.Merge.CHOOSE, fields.Merge.JOIN):
            assert getattr(kept, field.name) == sample(field), field.name


# -- in


@pytest.mark.parametrize("language", ["en", "es"])
def test_an_import_reads_each_field_under_its_own_heading(language: str, tmp_path: Path) -> None:
    spanish = language == "es"
    columns: dict[str, str] = {}
    for field in fields.BUSINESS:
        if field.headings and field.headings[0] and field.name not in ("latitude", "longitude"):
            columns[field.name] = fields.say(field.headings, language).split("|")[0]
    row = {name: _typed(fields.BY_NAME[name], spanish=spanish) for name in columns}
    path = tmp_path / "list.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([columns.values(), row.values()])
    (draft,) = read(path, today=TODAY).drafts
    for name in columns:
        expected = "US" if name == "country" else sample(fields.BY_NAME[name])
        got = draft.values.get(name)
        assert set(got) >= set(expected) if isinstance(expected, list) else got == expected, name


def _typed(field: Field, *, spanish: bool) -> str:
    """As somebody would write it into a list."""
    if field.name == "country":
        return "USA"
    if field.name == "category":
        return "Panadería" if spanish else "Bakery"
    value = sample(field)
    if field.kind is Kind.LIST:
        return "; ".join(value)
    if field.kind is Kind.FLAG:
        return "sí" if spanish else "yes"
    if field.kind is Kind.CHOICE and field.name != "status":
        return fields.say(field.choices[value], "es" if spanish else "en")
    return str(value).replace("_", " ") if field.name == "status" else str(value)


def test_the_heading_of_each_column_is_known_to_an_import() -> None:
    for field in fields.BUSINESS:
        if field.column is not None:
            known = headings.lookup(field.column.heading)
            assert known is not None, field.name
            assert known.field != headings.OTHER, field.name


def test_what_is_exported_comes_back(public: PublicListing, tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_bytes(exporting.render("csv", [public], ABOUT))
    (draft,) = read(path, today=TODAY).drafts
    for field in fields.BUSINESS:
        if field.headings and field.column and field.hiding is not Hiding.PIN:
            expected, got = sample(field), draft.values.get(field.name)
            assert set(got) >= set(expected) if isinstance(expected, list) else got == expected, (
                field.name
            )


def test_each_heading_means_one_field() -> None:
    seen: dict[str, str] = {}
    for field in fields.BUSINESS:
        for phrases in field.headings or ():
            for phrase in filter(None, phrases.split("|")):
                known = headings.lookup(phrase)
                assert known is not None
                assert seen.setdefault(phrase, field.name) == field.name
                assert known.field in (field.name, "directions", "phone", "what_they_sell"), phrase


# -- and with some that nobody thought of


def test_those_that_are_added_are_in_the_table() -> None:
    added = sys.modules.get(ADDED)
    assert added is None or set(added.NAMES) <= fields.BY_NAME.keys()


def test_a_field_touches_the_files_that_the_guide_for_makers_names() -> None:
    root = Path(__file__).parents[1]
    text = (root / "CONTRIBUTING.md").read_text("utf-8")
    part = text.partition("**A field**")[2].partition("\n**A ")[0]
    named = re.findall(r"^\d\. `([^`]+)`", part, re.MULTILINE)
    assert all((root / each).exists() for each in named)
    source = (root / "tests" / "added_fields.py").read_text("utf-8")
    changed = set(re.findall(r'"directory_app\.([a-z.]+)"', source))
    changed = {f"directory_app/{each.replace('.', '/')}.py" for each in changed}
    # the schema is made of the models at once in a new directory; the migration is beside it
    assert set(named) - changed == {"db/migrations/versions/", "directory_app/store/schema.py"}
    assert changed < set(named)


@pytest.mark.skipif(ADDED in sys.modules, reason="these are the tests that it runs")
def test_fields_that_are_added_are_in_all_of_it() -> None:
    """Table and model alone are changed (tests/added_fields.py); everything else derives."""
    here = Path(__file__).parent
    walked = [Path(__file__), here / "ui" / "directory" / "test_every_field.py"]
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-n0", "-p", ADDED, "-p", "no:cacheprovider",
         *map(str, walked)],
        check=False, capture_output=True, text=True, cwd=here.parent,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert ran.returncode == 0, ran.stdout[-4000:] + ran.stderr[-2000:]
    assert "s" in ran.stdout  # this one is skipped: the plugin was there
