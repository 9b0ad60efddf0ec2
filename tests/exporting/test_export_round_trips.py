"""Whatever a listing says, another program's reader finds it again."""

import csv
import datetime as dt
import io
import json
import re
import tempfile
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

from hypothesis import given, settings
from hypothesis import strategies as st

from directory_app import exporting, importing
from directory_app.exporting import About
from directory_app.exporting.columns import columns
from directory_app.exporting.facts import tidied
from directory_app.formats.text import plain
from directory_app.importing import tables
from directory_app.importing.options import ReadOptions
from directory_app.model import categories, languages
from directory_app.model.geo import Position
from directory_app.model.listing import PublicListing, PublicPhone
from directory_app.progress import silent

TODAY = dt.date(2026, 11, 24)
ABOUT = About(7, "share", TODAY, dt.date(2027, 1, 23))
KML = {"k": "http://www.opengis.net/kml/2.2"}

#: Anything at all, and often what breaks formats.
SIGNS = st.sampled_from([*"=+-@'\"<>&;,:\\|\t\r\n\x00/#%", "\u2028", "\u202e", "]]>", "</", "é"])
ANY = st.lists(st.one_of(SIGNS, st.characters()), max_size=40).map("".join)
POSITIONS = st.builds(
    Position,
    st.floats(-89.9, 89.9).filter(lambda x: abs(x) > 1e-3),
    st.floats(-179.9, 179.9).filter(lambda x: abs(x) > 1e-3),
)
PHONES = st.builds(
    PublicPhone,
    st.integers(0, 99).map(lambda n: f"+150555501{n:02}"),
    st.sampled_from(["", "2", "104"]),
    st.sampled_from(["voice", "cell", "text", "fax"]),
)
ANYTHING = st.builds(
    PublicListing,
    code=st.text("BCDFGHJKLMNPQRSTVWXYZ", min_size=4, max_size=4),
    name=ANY.filter(lambda text: plain(text) != ""),
    alternate_name=ANY,
    category=st.sampled_from([each.key for each in categories.CATEGORIES]),
    description_en=ANY,
    description_es=ANY,
    cuisine=st.lists(ANY, max_size=2).map(tuple),
    languages=st.lists(ANY, max_size=2).map(tuple),
    address_1=ANY,
    address_2=ANY,
    city=ANY,
    state_province=ANY,
    postal_code=ANY,
    directions_en=ANY,
    marker=st.none() | POSITIONS,
    phones=st.lists(PHONES, max_size=3).map(tuple),
    email=ANY,
    website=ANY,
    same_as=st.lists(ANY, max_size=2).map(tuple),
    opening_hours=ANY | st.just("Mo-Fr 08:00-18:00"),
    hours_note_es=ANY,
    wheelchair=st.sampled_from(["", "yes", "no", "limited"]),
    takeaway=st.none() | st.booleans(),
    assured_date=st.none() | st.dates(dt.date(2020, 1, 1), TODAY),
)

#: What people write: words that our import has no reason to take for something else.
WORD = st.text("abcdeghilmnoprstuáéíñôü", min_size=3, max_size=8).filter(
    lambda word: word not in {"none", "nada", "ninguno", "total", "totales"}
)
NAMES = st.lists(WORD.map(str.title), min_size=2, max_size=3).map(
    lambda words: "Zq " + " ".join(words)
)
CODES = st.sampled_from([each.code for each in languages.all_languages()])
TYPED = st.builds(
    PublicListing,
    code=st.just("KXQF"),
    name=st.builds(lambda sign, name: sign + name, st.sampled_from(["", "=", "+", "@"]), NAMES),
    category=st.sampled_from([each.key for each in categories.CATEGORIES]),
    languages=st.lists(CODES, unique=True, max_size=3).map(tuple),
    address_1=st.integers(1, 9999).map(lambda number: f"{number} Calle Inventada"),
    address_2=st.sampled_from(["", "Suite B"]),
    city=st.sampled_from(["Santa Fe", "Clovis"]),
    state_province=st.just("NM"),
    postal_code=st.sampled_from(["87505", "88101"]),
    marker=st.none() | POSITIONS,
    phones=st.lists(PHONES, unique_by=lambda each: each.number, max_size=4).map(tuple),
    email=st.sampled_from(["", "hola@nopal.example"]),
    website=st.sampled_from(["", "https://nopal.example"]),
    same_as=st.sampled_from([(), ("https://facebook.com/nopal", "https://instagram.com/nopal")]),
    opening_hours=st.sampled_from(["", "Mo-Fr 08:00-18:00; Sa 09:00-14:00", "Mo-Su 20:00-02:00"]),
    payment_accepted=st.sampled_from([(), ("cash",), ("cash", "cards", "snap", "wic")]),
    takeaway=st.none() | st.booleans(),
    delivery=st.none() | st.booleans(),
    catering=st.none() | st.booleans(),
    wheelchair=st.sampled_from(["", "yes", "no", "limited"]),
    status=st.sampled_from(["active", "temporarily_closed"]),
)


def cells_of(listing: PublicListing) -> list[str]:
    """What a person would read in each column."""
    values = (column.value(tidied(listing), ABOUT) for column in columns(ABOUT))
    return ["" if value is None else str(value) for value in values]


def through(name: str, listings: list[PublicListing], read):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"list.{name}"
        path.write_bytes(exporting.render(name, listings, ABOUT))
        return read(path)


@settings(max_examples=60, deadline=None)
@given(st.lists(ANYTHING, min_size=1, max_size=3))
def test_every_cell_of_a_csv_comes_back_through_our_own_reader(listings):
    body = through("csv", listings, lambda path: tables.load(path, ReadOptions(), silent))
    assert [cells for _, cells in body.rows] == [cells_of(each) for each in listings]
    assert {code for _, code in body.notes} <= {"broken_characters"}  # U+FFFD was typed


@settings(max_examples=25, deadline=None)
@given(st.lists(ANYTHING, min_size=1, max_size=3))
def test_every_cell_of_a_workbook_comes_back_through_our_own_reader(listings):
    body = through("xlsx", listings, lambda path: tables.load(path, ReadOptions(), silent))
    found = [cells + [""] * (len(columns(ABOUT)) - len(cells)) for _, cells in body.rows]
    for row, listing in zip(found, listings, strict=True):
        numbers, expected = slice(14, 16), cells_of(listing)
        assert list(map(number, row[numbers])) == list(map(number, expected[numbers]))
        assert row[:14] + row[16:] == expected[:14] + expected[16:]


def number(text: str) -> float | None:
    return float(text) if text else None


@settings(max_examples=60, deadline=None)
@given(TYPED)
def test_a_csv_is_imported_to_the_same_business(listing):
    reading = through("csv", [listing], lambda path: importing.read(path, today=TODAY))
    (draft,) = reading.drafts
    assert not draft.stopped
    assert not draft.consents, "an export gives nobody a yes"
    found = draft.values
    assert found["name"] == listing.name
    assert found["category"] == listing.category
    assert tuple(found.get("languages", ())) == listing.languages
    for field in ("address_1", "city", "state_province", "postal_code"):
        assert found[field] == getattr(listing, field)
    for field in ("address_2", "email", "website", "wheelchair", "opening_hours"):
        assert found.get(field, "") == getattr(listing, field), field
    for field in ("takeaway", "delivery", "catering"):
        assert found.get(field) == getattr(listing, field), field
    assert tuple(found.get("same_as", ())) == listing.same_as
    assert set(found.get("payment_accepted", ())) == set(listing.payment_accepted)
    assert found.get("status", "active") == listing.status
    assert [(each.number, each.extension, str(each.type)) for each in draft.phones] == [
        (each.number, each.extension, each.type) for each in listing.phones
    ]
    if listing.marker is None:
        assert "latitude" not in found
    else:
        assert abs(found["latitude"] - listing.marker.latitude) < 1e-6
        assert abs(found["longitude"] - listing.marker.longitude) < 1e-6
        assert found["precision"] == "rooftop"
    assert "note" not in found, "nothing of ours ends among the notes"


@settings(max_examples=60, deadline=None)
@given(st.lists(ANYTHING, max_size=3))
def test_geojson_comes_back(listings):
    found = json.loads(exporting.render("geojson", listings, ABOUT))
    assert len(found["features"]) == len(listings)
    for feature, listing in zip(found["features"], map(tidied, listings), strict=True):
        tags = feature["properties"]
        assert tags["name"] == listing.name
        for tag, text in (
            ("alt_name", listing.alternate_name),
            ("description", listing.description_en),
            ("description:es", listing.description_es),
            ("addr:city", listing.city),
            ("website", listing.website),
            ("opening_hours", listing.opening_hours),
        ):
            assert tags.get(tag, "") == text
        parts = (tags.get("addr:housenumber", ""), tags.get("addr:street", ""))
        assert "".join(parts).split() == listing.address_1.replace(" ", "").split() or (
            " ".join(filter(None, parts)).split() == listing.address_1.split()
        )
        assert (feature["geometry"] is None) == (listing.marker is None)
        if listing.marker:
            longitude, latitude = feature["geometry"]["coordinates"]
            assert abs(longitude - listing.marker.longitude) < 1e-6
            assert abs(latitude - listing.marker.latitude) < 1e-6


@settings(max_examples=60, deadline=None)
@given(st.lists(ANYTHING, max_size=3))
def test_kml_comes_back(listings):
    root = ET.fromstring(exporting.render("kml", listings, ABOUT))
    found = {}
    for placemark in root.iterfind(".//k:Placemark", KML):
        data = {
            each.get("name"): each.findtext("k:value", None, KML)
            for each in placemark.iterfind("k:ExtendedData/k:Data", KML)
        }
        name = placemark.findtext("k:name", None, KML)
        found.setdefault(placemark.get("id"), []).append((name, data))
    for listing in listings:
        row = dict(
            zip([column.heading for column in columns(ABOUT)], cells_of(listing), strict=True)
        )
        name = row.pop("Name")
        gone = ("Latitude", "Longitude", "Puertas run", "Use by")
        data = {key: value for key, value in row.items() if value and key not in gone}
        assert (name, data) in found[listing.code]


@settings(max_examples=60, deadline=None)
@given(st.lists(ANYTHING, max_size=3))
def test_vcards_come_back(listings):
    data = exporting.render("vcard", listings, ABOUT)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    lines = data.decode().replace("\r\n ", "").split("\r\n")[:-1]
    assert lines.count("BEGIN:VCARD") == lines.count("END:VCARD") == len(listings)
    names = [unescaped(line[3:]) for line in lines if line.startswith("FN:")]
    assert names == [tidied(each).name for each in listings]
    streets = [split_address(line) for line in lines if line.startswith("ADR:")]
    told = [(each.address_1, each.address_2, each.city, each.state_province, each.postal_code)
            for each in map(tidied, listings)]  # fmt: skip
    assert streets == [(", ".join(filter(None, each[:2])), *each[2:]) for each in told if any(each)]


def unescaped(text: str) -> str:
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] in "nN" else match[1], text)


def split_address(line: str) -> tuple[str, ...]:
    """The components at semicolons that are not escaped: street, town, state, ZIP."""
    parts = re.findall(r"((?:\\.|[^;\\])*)(?:;|$)", line.removeprefix("ADR:"))
    return tuple(unescaped(part) for part in parts[2:6])


@settings(max_examples=40, deadline=None)
@given(st.lists(ANYTHING, max_size=3, unique_by=lambda each: each.code))
def test_an_hsds_package_comes_back(listings):
    data = exporting.render("hsds", listings, ABOUT)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        json.loads(archive.read("datapackage.json"))
        rows = list(
            csv.DictReader(io.StringIO(archive.read("organizations.csv").decode(), newline=""))
        )
    names = [re.sub(r"^'(?='*[=+\-@\t\r\n])", "", row["name"]) for row in rows]
    assert names == [tidied(each).name for each in listings]
