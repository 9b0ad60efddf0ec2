import csv
import datetime as dt
import io
import json
import re
import zipfile
from dataclasses import replace
from xml.etree import ElementTree as ET

import openpyxl
import pytest

from directory_app import exporting
from directory_app.errors import UserError
from directory_app.formats.hsds import TABLES
from directory_app.formats.text import plain, protected
from directory_app.model.listing import PublicPhone

KML = {"k": "http://www.opengis.net/kml/2.2"}


def rows_of(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def cards_of(data: bytes) -> list[list[tuple[str, str]]]:
    """Each card as (name with parameters, value) with folds and escapes undone (RFC 6350)."""
    lines = data.decode().replace("\r\n ", "").split("\r\n")
    assert lines.pop() == ""
    cards = []
    for line in lines:
        if line == "BEGIN:VCARD":
            cards.append([])
        name, _, value = line.partition(":")
        cards[-1].append((name, re.sub(r"\\(.)", lambda m: "\n" if m[1] == "n" else m[1], value)))
    return cards


def tables_of(data: bytes) -> dict[str, list[dict[str, str]]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {
            name.removesuffix(".csv"): rows_of(archive.read(name))
            for name in archive.namelist()
            if name.endswith(".csv")
        }


@pytest.mark.parametrize("name", exporting.NAMES)
def test_same_input_same_bytes(name, listing, about):
    those = [listing(), listing("BBBC", "Otra", marker=None)]
    assert exporting.render(name, those, about) == exporting.render(name, list(those), about)


@pytest.mark.parametrize("name", exporting.NAMES)
def test_nobody_makes_a_whole_file_too(name, about):
    assert exporting.render(name, [], about) or name == "vcard"


@pytest.mark.parametrize("name", exporting.NAMES)
def test_only_the_marker_is_a_coordinate(name, listing, about):
    hidden = listing(marker=None)
    data = exporting.render(name, [hidden], about)
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            data = b"".join(map(archive.read, archive.namelist()))
    for digits in (b"35.11", b"105.22", b"35.67", b"105.96"):
        assert digits not in data


@pytest.mark.parametrize("name", exporting.NAMES)
@pytest.mark.parametrize("precision", ["city", "zip"])
def test_a_pin_that_stands_for_the_town_is_no_pin(name, precision, listing, about):
    without = listing(marker=None, precision=precision)
    assert exporting.render(name, [listing(precision=precision)], about) == exporting.render(
        name, [without], about
    )


def test_a_pin_is_no_finer_than_what_is_known(listing, about):
    (row,) = rows_of(exporting.render("csv", [listing(precision="street")], about))
    assert (row["Latitude"], row["Longitude"]) == ("35.671", "-105.965")


@pytest.mark.parametrize("name", exporting.NAMES)
def test_what_is_lost_is_told_in_both_languages(name):
    english, spanish = exporting.cannot_hold(name), exporting.cannot_hold(name, "es")
    assert len(english) == len(spanish) > 0
    assert not set(english) & set(spanish)


@pytest.mark.parametrize("name", exporting.NAMES)
def test_the_other_language_stays_out(name, listing, about):
    data = exporting.render(name, [listing()], replace(about, languages=("es",)))
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            data = b"".join(map(archive.read, archive.namelist()))
    assert b"Tacos y sopas" in data
    assert b"Tacos and soups" not in data


def test_use_by_is_sixty_days_or_the_first_consent_that_ends(listing):
    day = dt.date(2026, 11, 24)
    late, soon = listing(), listing(consent_until=dt.date(2026, 12, 1))
    assert exporting.use_by([], day) == dt.date(2027, 1, 23)
    assert exporting.use_by([late], day) == dt.date(2027, 1, 23)
    assert exporting.use_by([late, soon], day) == dt.date(2026, 12, 1)


def test_a_csv_for_excel(listing, about):
    data = exporting.render("csv", [listing()], about)
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == data.count(b"\n") == 2
    (row,) = rows_of(data)
    assert row["Phone"] == "505-555-0142 x2; cell 505-555-0143"
    assert (row["Latitude"], row["Longitude"]) == ("35.671235", "-105.965123")
    assert (row["Takeaway"], row["Delivery"], row["Catering"]) == ("yes", "no", "")
    assert (row["Puertas run"], row["Use by"]) == ("12", "2027-01-23")


def test_no_cell_of_a_csv_begins_a_formula(hostile, about):
    for row in csv.reader(io.StringIO(exporting.render("csv", hostile, about).decode("utf-8-sig"))):
        for cell in row:
            assert not re.match("[=+@\t\r\n]|-(?!\\d)", cell), cell
    minus = exporting.render("csv", [hostile[8]], about).decode()
    assert '"\'-2+3"' in minus


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "'=1", "''@"])
def test_protection_is_one_apostrophe(text):
    assert protected(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "'", "O'Hara", "a=b", "'tis", "5-6"])
def test_what_is_no_formula_stays(text):
    assert protected(text) == text


def test_a_workbook_holds_texts_and_two_numbers(hostile, listing, about, markup):
    data = exporting.render("xlsx", [listing(), *hostile], about)
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = book["Businesses"]
    kinds = {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert kinds == {"s", "n"}
    names = [row[0].value for row in sheet.iter_rows(min_row=3)]
    assert names == [plain(text) for text in markup.values()]
    assert sheet["O2"].value == 35.671235
    assert [row[1].value for row in book["About"].iter_rows()][:4] == [
        "12", "share", "2026-11-24", "2027-01-23",
    ]  # fmt: skip
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2026-11-24T00:00:00" in archive.read("docProps/core.xml")


def test_a_text_too_long_for_a_workbook_is_not_cut(listing, about):
    with pytest.raises(UserError, match="KXQF is too long"):
        exporting.render("xlsx", [listing(description_en="a" * 32_768)], about)


def test_geojson_as_the_standard_and_osm_have_it(listing, about):
    found = json.loads(
        exporting.render("geojson", [listing(), listing("BBBC", marker=None)], about)
    )
    assert found["puertas"] == {
        "run": 12, "channel": "share", "made_on": "2026-11-24", "use_by": "2027-01-23",
    }  # fmt: skip
    first, second = found["features"]
    assert first["geometry"] == {"type": "Point", "coordinates": [-105.965123, 35.671235]}
    assert second["geometry"] is None
    tags = first["properties"]
    expected = {
        "name": "Taquería El Nopal", "amenity": "restaurant", "cuisine": "mexican",
        "addr:housenumber": "1420", "addr:street": "Cerrillos Rd", "addr:unit": "Suite B",
        "phone": "+15055550142 x2", "mobile": "+15055550143", "payment:snap": "yes",
        "contact:facebook": "https://facebook.com/nopal", "takeaway": "yes", "delivery": "no",
        "description:es": "Tacos y sopas", "check_date": "2026-10-01", "language:es": "yes",
        "opening_hours": "Mo-Fr 08:00-18:00; Sa 20:00-02:00", "wheelchair": "limited",
    }  # fmt: skip
    assert {key: tags.get(key) for key in expected} == expected
    assert all(isinstance(value, str) and value for value in tags.values())


def test_kml_gives_google_nothing_to_place_or_to_render(listing, about):
    root = ET.fromstring(exporting.render("kml", [listing(), listing("BBBC", marker=None)], about))
    assert root.findall(".//k:address", KML) == root.findall(".//k:description", KML) == []
    points = [each.findtext("k:Point/k:coordinates", None, KML)
              for each in root.iterfind(".//k:Placemark", KML)]  # fmt: skip
    assert points == ["-105.965123,35.671235", None]
    assert root.findtext("k:Document/k:name", None, KML) == "Puertas run 12, use by 2027-01-23"


def test_a_vcard_as_rfc_6350_has_it(listing, about):
    data = exporting.render("vcard", [listing()], about)
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    assert b"\n" not in data.replace(b"\r\n", b"")
    (card,) = cards_of(data)
    values = dict(card)
    assert [name for name, _ in card][:2] == ["BEGIN", "VERSION"]
    assert values["VERSION"] == "4.0"
    assert values["ORG"] == values["FN"] == "Taquería El Nopal"
    assert values["ADR"] == ";;1420 Cerrillos Rd, Suite B;Santa Fe;NM;87505;"
    assert values["TEL;VALUE=uri;TYPE=voice"] == "tel:+15055550142;ext=2"
    assert values["TEL;VALUE=uri;TYPE=cell"] == "tel:+15055550143"
    assert b"URL:https://nopal.example/menu?a=1,2;b\r\n" in data
    assert values["GEO"] == "geo:35.671235,-105.965123"
    assert "Behind the market" in values["NOTE;LANGUAGE=en"]
    assert "Detrás del mercado" in values["NOTE;LANGUAGE=es"]
    assert [value for name, value in card if name == "LANG"] == ["es", "en"]
    assert (values["X-PUERTAS-RUN"], values["X-PUERTAS-USE-BY"]) == ("12", "2027-01-23")


def test_no_text_gets_out_of_its_card(hostile, about):
    data = exporting.render("vcard", hostile, about)
    assert data.count(b"\r\nEND:VCARD\r\n") == data.count(b"BEGIN:VCARD\r\n") == len(hostile)
    for line in data.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()  # no letter is torn


def test_an_hsds_package_whose_links_hold(listing, about):
    data = exporting.render("hsds", [listing(), listing("BBBC", address_1="", marker=None)], about)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        package = json.loads(archive.read("datapackage.json"))
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert package["puertas"]["run"] == 12
    tables = tables_of(data)
    assert list(tables) == [table.name for table in TABLES]
    for resource in package["resources"]:
        rows, schema = tables[resource["name"]], resource["schema"]
        for field in schema["fields"]:
            if field.get("constraints", {}).get("required"):
                assert all(row[field["name"]] for row in rows), (resource["name"], field)
        ids = [row["id"] for row in rows]
        assert len(ids) == len(set(ids))
        for key in schema.get("foreignKeys", ()):
            known = {row["id"] for row in tables[key["reference"]["resource"]]}
            assert {row[key["fields"]] for row in rows} <= known | {""}
    assert len(tables["organizations"]) == 2
    assert [row["address_1"] for row in tables["addresses"]] == ["1420 Cerrillos Rd"]
    assert [row["description"] for row in tables["locations"]] == ["", "Santa Fe, NM 87505"]
    week = [(row["byday"], row["opens_at"], row["closes_at"]) for row in tables["schedules"]]
    assert week[:2] == [("MO,TU,WE,TH,FR", "08:00", "18:00"), ("SA", "20:00", "02:00")]


def test_hours_that_are_no_plain_week_stand_in_words(listing, about):
    odd = listing(opening_hours="Mo-Fr 08:00-18:00; PH off")
    (row,) = tables_of(exporting.render("hsds", [odd], about))["schedules"]
    assert row["freq"] == row["opens_at"] == ""
    assert "8 am" in row["description"]


def test_two_lists_that_share_a_code_share_no_id(listing, about):
    ours, theirs = listing(), listing(name="Otra tienda")
    packages = (tables_of(exporting.render("hsds", [each], about)) for each in (ours, theirs))
    ids = {row["id"] for package in packages for row in package["organizations"]}
    assert len(ids) == 2


def test_a_telephone_cannot_smuggle_a_line_into_a_card(listing, about):
    odd = listing(phones=(PublicPhone("+1505\r\nX:1", "1;x", "voice\r\nEND:VCARD"),))
    data = exporting.render("vcard", [odd], about)
    assert b"TEL;VALUE=uri;TYPE=voice:tel:+15051;ext=1\r\n" in data


def test_the_markup_corpus_comes_back_from_json_and_xml(hostile, about, markup):
    features = json.loads(exporting.render("geojson", hostile, about))["features"]
    assert [each["properties"]["name"] for each in features] == list(map(plain, markup.values()))
    root = ET.fromstring(exporting.render("kml", hostile, about))
    names = [each.text for each in root.iterfind(".//k:Placemark/k:name", KML)]
    assert names == list(map(plain, markup.values()))


def test_an_unknown_format_is_a_bug(about):
    with pytest.raises(ValueError, match="no format"):
        exporting.render("pdf", [], about)
