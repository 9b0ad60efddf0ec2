"""puertas map-data add, list, remove."""

from pathlib import Path

import pytest

HEADER = "number,street,lon,lat\n"


@pytest.fixture(autouse=True)
def map_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "map-data"
    monkeypatch.setenv("PUERTAS_MAP_DATA", str(folder))
    return folder


@pytest.fixture
def points(tmp_path: Path) -> Path:
    path = tmp_path / "sierra.csv"
    path.write_text(HEADER + "12,Calle Uno,-104.1,34.2\n14,Calle Uno,-104.2,34.3\n,,1,1\n", "utf-8")
    return path


def test_add_list_remove(puertas, points: Path, map_data: Path) -> None:
    added = puertas.json("map-data", "add", points, "--attribution", "Sierra County")
    assert added["name"] == "sierra"
    assert added["counts"]["addr"] == 2
    assert added["left_out"] == {"address without a number or a street": 1}
    listed = puertas.json("map-data", "list")
    assert listed["problems"] == []
    (region,) = listed["regions"]
    assert region == {
        key: value for key, value in added.items() if key not in ("left_out", "waits")
    }
    assert added["waits"] is False
    assert region["attribution"] == "Sierra County"
    assert region["bounds"] == [-104.2, 34.2, -104.1, 34.3]
    assert puertas.json("map-data", "remove", "sierra") == {"removed": "sierra"}
    assert puertas.json("map-data", "list")["regions"] == []


def test_people_get_sentences(puertas, points: Path) -> None:
    said = puertas("map-data", "add", points, "--name", "East side")
    assert said.status == 0
    assert said.out.startswith("Added East side: 0 streets, 2 addresses")
    assert "Left out: 1 × address without a number or a street." in said.out
    assert "East side" in puertas("map-data", "list").out
    puertas("map-data", "remove", "East side")
    assert puertas("map-data", "list").out == "There is no street data yet.\n"


def test_columns_are_said_where_headings_do_not(puertas, tmp_path: Path) -> None:
    odd = tmp_path / "odd.csv"
    odd.write_text("n,s,o,a\n12,Calle Uno,-104.1,34.2\n", "utf-8")
    refused = puertas("map-data", "add", odd)
    assert refused.status == 2
    assert refused.out == ""
    assert "--map-columns" in refused.err
    columns = "number=n,street=s,longitude=o,latitude=a"
    assert puertas.json("map-data", "add", odd, "--map-columns", columns)["counts"]["addr"] == 1


def test_what_goes_wrong_is_one_sentence(puertas, tmp_path: Path, map_data: Path) -> None:
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(b"\xff\xd8\xff")
    for arguments in (("add", photo), ("remove", "nowhere"), ("add", tmp_path / "gone.zip")):
        said = puertas("map-data", *arguments)
        assert said.status == 2
        assert said.out == ""
        assert len(said.err.strip().splitlines()) == 1


def test_a_damaged_region_is_listed_as_a_problem(puertas, points: Path, map_data: Path) -> None:
    puertas("map-data", "add", points)
    (map_data / "Bad.streets").write_bytes(b"nothing")
    listed = puertas.json("map-data", "list")
    assert [region["name"] for region in listed["regions"]] == ["sierra"]
    assert "Bad" in listed["problems"][0]
