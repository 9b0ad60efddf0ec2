"""Address points, with whatever headings they come."""

import csv
import gzip
import json
from pathlib import Path

import pytest

from directory_app.errors import UserError
from directory_app.maps.streets import bring, look, parse_columns
from directory_app.maps.streets.point_columns import guess
from tests.data import town_files
from tests.data.town import Door, TownData

from .conftest import rows

FOUND = "SELECT number, unit, name, city, postal_code, longitude, latitude FROM addr"


def as_rows(doors: list[Door]) -> set[tuple[object, ...]]:
    return {
        (d.number, d.unit, d.street, d.city, d.postal_code, round(d.longitude * 1e7),
         round(d.latitude * 1e7))
        for d in doors
    }  # fmt: skip


def write(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize("headings", [town_files.OPEN_ADDRESSES, town_files.NM911])
def test_a_csv_comes_back_whole(
    made: TownData, tmp_path: Path, map_data: Path, headings: tuple[str, ...]
) -> None:
    bring([write(tmp_path / "pts.csv", town_files.points_csv(made.doors, headings))])
    assert set(rows(map_data / "pts.streets", FOUND)) == as_rows(made.doors)


def test_lists_may_still_have_long_cells_afterwards(
    made: TownData, tmp_path: Path, map_data: Path
) -> None:
    longest = csv.field_size_limit(7_000_000)
    try:
        points = town_files.points_csv(made.doors, town_files.NM911)
        bring([write(tmp_path / "pts.csv", points)])
        assert csv.field_size_limit() == 7_000_000
    finally:
        csv.field_size_limit(longest)


def test_a_shapefile_of_points_comes_back_whole(
    made: TownData, tmp_path: Path, map_data: Path
) -> None:
    bring([town_files.write_points_shapefile(made.doors, tmp_path / "pts.zip")])
    assert set(rows(map_data / "pts.streets", FOUND)) == as_rows(made.doors)


@pytest.mark.parametrize("packed", [False, True])
def test_open_addresses_geojson(
    made: TownData, tmp_path: Path, map_data: Path, packed: bool
) -> None:
    doors = made.doors[:50]
    lines = [
        json.dumps(
            {
                "type": "Feature",
                "properties": {
                    "number": d.number,
                    "street": d.street,
                    "unit": d.unit,
                    "city": d.city,
                    "postcode": d.postal_code,
                    "hash": "x",
                },
                "geometry": {"type": "Point", "coordinates": [d.longitude, d.latitude]},
            }
        )
        for d in doors
    ]
    text = "\n".join(lines)
    path = tmp_path / ("pts.geojson.gz" if packed else "pts.geojson")
    path.write_bytes(gzip.compress(text.encode()) if packed else text.encode())
    bring([path])
    assert set(rows(map_data / "pts.streets", FOUND)) == as_rows(doors)


def test_whole_geojson_documents_are_refused_with_a_sentence(tmp_path: Path) -> None:
    path = write(tmp_path / "a.geojson", '{"type": "FeatureCollection",\n"features": []}')
    with pytest.raises(UserError, match="one address a line"):
        bring([path])


@pytest.mark.parametrize(
    ("headings", "columns"),
    [
        (
            ("Add_Number", "AddNum_Suf", "St_PreDir", "St_PreTyp", "St_Name", "St_PosTyp",
             "St_PosDir", "Unit", "Post_Comm", "Post_Code", "Longitude", "Latitude"),
            {
                "number": ("Add_Number", "AddNum_Suf"),
                "street": ("St_PreDir", "St_PreTyp", "St_Name", "St_PosTyp", "St_PosDir"),
                "unit": ("Unit",),
                "city": ("Post_Comm",),
                "postal_code": ("Post_Code",),
                "longitude": ("Longitude",),
                "latitude": ("Latitude",),
            },
        ),
        (("HouseNum", "FullName", "PreDir", "StName"),
         {"number": ("HouseNum",), "street": ("FullName",)}),
        (("Número", "Calle", "X", "Y"),
         {"number": ("Número",), "street": ("Calle",), "longitude": ("X",), "latitude": ("Y",)}),
    ],
)  # fmt: skip
def test_headings_are_guessed(
    headings: tuple[str, ...], columns: dict[str, tuple[str, ...]]
) -> None:
    assert guess(headings) == columns


def test_a_person_says_which_column_is_what(tmp_path: Path, map_data: Path) -> None:
    path = write(tmp_path / "odd.csv", "a;b;c;d;e\nW;12;Ocotillo;-104.5;34.5\n")
    with pytest.raises(UserError, match="number, street, longitude, latitude"):
        bring([path])
    chosen = parse_columns("number=b, street=A+C, longitude=d, latitude=e")
    (found,) = look([path], chosen)
    assert found.headings == ("a", "b", "c", "d", "e")
    assert found.columns["street"] == ("a", "c")
    bring([path], columns=chosen)
    assert rows(map_data / "odd.streets", "SELECT number, name FROM addr") == [("12", "W Ocotillo")]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("number", "does not say"), ("number=", "does not say")],
)
def test_what_is_no_mapping_is_said(text: str, sentence: str) -> None:
    with pytest.raises(UserError, match=sentence):
        parse_columns(text)


@pytest.mark.parametrize("given", [{"colour": "a"}, {"number": "z"}])
def test_unknown_columns_are_said(tmp_path: Path, given: dict[str, str]) -> None:
    path = write(tmp_path / "a.csv", "number,street,lon,lat\n1,A,0,1\n")
    with pytest.raises(UserError, match="no column"):
        bring([path], columns=given)


def test_rows_without_a_place_or_a_number_are_told_of(tmp_path: Path) -> None:
    text = "number,street,lon,lat\n1,Calle A,-104,34\n2,Calle A,,\n,Calle A,-104,34\n3,,-104,34\n"
    brought = bring([write(tmp_path / "a.csv", text)])
    assert brought.about.counts["addr"] == 1
    assert brought.left_out == {
        "address without a position": 1,
        "address without a number or a street": 2,
    }


def test_feet_are_no_degrees(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "number,street,x,y\n1,Calle A,1700000.5,1500000.25\n")
    with pytest.raises(UserError, match="no longitude and latitude"):
        bring([path])


def test_one_place_that_is_none_is_told_of(tmp_path: Path) -> None:
    text = "number,street,lon,lat\n1,Calle A,-1040000,34\n2,Calle A,-104,34\n"
    brought = bring([write(tmp_path / "a.csv", text)])
    assert brought.about.counts["addr"] == 1
    assert brought.left_out == {"address whose position is no longitude and latitude": 1}


@pytest.mark.parametrize("nonsense", ["nan", "inf", "1e400", "-"])
def test_numbers_that_are_none_place_nothing(tmp_path: Path, nonsense: str) -> None:
    text = f"number,street,lon,lat\n1,Calle A,{nonsense},34\n2,Calle A,-104,34\n"
    brought = bring([write(tmp_path / "a.csv", text)])
    assert brought.about.counts["addr"] == 1
    assert brought.left_out == {"address without a position": 1}


@pytest.mark.parametrize(
    ("unit", "kept"), [("UNIT 5", "5"), ("Ste B", "B"), ("# 4", "4"), ("APT #3", "3"), ("A", "A"),
                       ("Space 12", "12"), ("Unit", "Unit")],
)  # fmt: skip
def test_units_lose_the_word(tmp_path: Path, map_data: Path, unit: str, kept: str) -> None:
    bring([write(tmp_path / "a.csv", f"number,street,unit,lon,lat\n1,Calle A,{unit},-104,34\n")])
    assert rows(map_data / "a.streets", "SELECT unit FROM addr") == [(kept,)]


def test_windows_letters_are_read(tmp_path: Path, map_data: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("number,street,lon,lat\n1,Camino Peñasco,-104,34\n".encode("cp1252"))
    bring([path])
    assert rows(map_data / "a.streets", "SELECT name FROM addr") == [("Camino Peñasco",)]


def test_who_made_them_is_on_the_map(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "number,street,lon,lat\n1,Calle A,-104,34\n")
    assert bring([path]).about.attribution == "Addresses: a"
    assert bring([path], attribution=" Sierra  County ").about.attribution == "Sierra County"
    assert bring([path]).about.attribution == "Sierra County"
