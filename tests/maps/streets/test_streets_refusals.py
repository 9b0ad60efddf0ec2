"""What is dropped and is no street data, or would do harm, gets a sentence and does nothing."""

import contextlib
import gzip
import os
import random
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from directory_app.errors import UserError
from directory_app.maps.streets import bring, files, unpacking
from tests.data import town_files
from tests.data.town import TownData


def nothing_is_there(map_data: Path) -> bool:
    return not map_data.exists() or not list(map_data.iterdir())


def zipped(path: Path, **parts: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "."), content)
    return path


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("empty.osm.pbf", b"", "is empty"),
        ("letter.txt", b"Dear neighbours,\nthe market is on Sunday.\n", "No column is known"),
        ("photo.jpg", b"\xff\xd8\xff\xe0 a picture", "is no street data"),
        ("program.exe", b"MZ\x90\0", "is no street data"),
        ("false.osm.pbf", b"\0\0\0\x0d nothing of the kind", "is no street data"),
        ("old.osm", b"<?xml version='1.0'?>\n<osm version='0.6'>", "in another format"),
        ("old.osm.bz2", b"BZh91AY", "in another format"),
        ("binary.csv", b"number,street\0\0\0", "is no text"),
        ("false.zip", b"PK\x03\x04 and then nothing", "damaged or cut short"),
        ("false.geojson.gz", b"\x1f\x8b and then nothing", "damaged or cut short"),
        ("false.shp", b"\0\0\x27\x0a and then nothing", "lacks its .dbf"),
        ("lonely.dbf", b"\x03 a table", "is no street data"),
    ],
)
def test_foreign_files_get_a_sentence(
    tmp_path: Path, map_data: Path, name: str, content: bytes, sentence: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(UserError, match=sentence):
        bring([tmp_path / name])
    assert nothing_is_there(map_data)


def test_what_is_not_there_and_folders_get_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no file"):
        bring([tmp_path / "gone.zip"])
    with pytest.raises(UserError, match="is a folder"):
        bring([tmp_path])


def test_a_file_without_a_name_in_a_zip_stays_in(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", x__csv=b"number,street,lon,lat\n1,Calle A,-104,34\n")
    data = path.read_bytes().replace(b"x.csv", b"\0.csv")
    path.write_bytes(data)  # names end at the first NUL
    with pytest.raises(UserError, match="no street data in"):
        bring([path])


def test_a_zip_without_street_data_gets_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no street data in"):
        bring([zipped(tmp_path / "a.zip", readme__txt=b"hello", image__png=b"x")])


def test_a_spreadsheet_is_no_street_data(tmp_path: Path) -> None:
    from openpyxl import Workbook

    Workbook().save(tmp_path / "list.xlsx")
    with pytest.raises(UserError, match="no street data in"):
        bring([tmp_path / "list.xlsx"])


def test_a_zip_bomb_is_stopped_while_it_grows(
    tmp_path: Path, map_data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unpacking, "_FREE_BYTES", 100_000)
    bomb = zipped(tmp_path / "a.zip", a__csv=b"0" * 5_000_000)
    assert bomb.stat().st_size < 10_000
    with pytest.raises(UserError, match="far more"):
        bring([bomb])
    (tmp_path / "a.geojson.gz").write_bytes(gzip.compress(b"0" * 5_000_000))
    with pytest.raises(UserError, match="far more"):
        bring([tmp_path / "a.geojson.gz"])
    assert nothing_is_there(map_data)


def test_a_zip_of_very_many_files_is_stopped(tmp_path: Path) -> None:
    parts = {f"a{number}__csv": b"x" for number in range(unpacking.MOST_FILES + 1)}
    with pytest.raises(UserError, match="too many files"):
        bring([zipped(tmp_path / "a.zip", **parts)])


@pytest.mark.parametrize(
    "name", ["../../escaped.csv", "/tmp/escaped.csv", "..\\..\\escaped.csv", "C:\\escaped.csv"]
)
def test_no_name_in_a_zip_leads_out_of_the_folder(
    tmp_path: Path, map_data: Path, name: str
) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(name, "number,street,lon,lat\n1,Calle A,-104,34\n")
    bring([tmp_path / "a.zip"])
    assert [path.name for path in map_data.iterdir()] == ["a.streets"]
    assert not list(tmp_path.rglob("*escaped.csv"))


def test_a_zip_with_a_password_gets_a_sentence(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", a__csv=b"number,street\n")
    data = bytearray(path.read_bytes())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + at] |= 1  # the flag that says so
    path.write_bytes(data)
    with pytest.raises(UserError, match="password"):
        bring([path])


def test_another_coordinate_system_is_named(made: TownData, tmp_path: Path) -> None:
    path = town_files.write_points_shapefile(
        made.doors[:3], tmp_path / "pts.zip", town_files.STATE_PLANE
    )
    with pytest.raises(UserError, match="NAD_1983_StatePlane_New_Mexico_Central") as caught:
        bring([path])
    assert "WGS84" in caught.value.hint


@pytest.mark.parametrize(
    "projection",
    [
        'GEOGCS["WGS 84",DATUM["WGS_1984"]]',
        'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984"]]',
        town_files.NAD83,
    ],
)
def test_degrees_are_taken(made: TownData, tmp_path: Path, projection: str) -> None:
    path = town_files.write_points_shapefile(made.doors[:3], tmp_path / "pts.zip", projection)
    assert bring([path]).about.counts["addr"] == 3


def test_a_layer_of_something_else_is_named(tmp_path: Path) -> None:
    import shapefile

    with shapefile.Writer(str(tmp_path / "lots"), shapeType=5) as writer:
        writer.field("OWNER", "C", size=20)
        writer.poly([[(0, 0), (0, 1), (1, 1), (0, 0)]])
        writer.record("Nobody")
    with pytest.raises(UserError, match="neither address points"):
        bring([tmp_path / "lots.shp"])


def test_files_of_two_sources_are_not_mixed(extract: Path, county: list[Path]) -> None:
    with pytest.raises(UserError, match="different sources"):
        bring([extract, county[0]])
    bring([extract], name="Ours")
    with pytest.raises(UserError, match="already there"):
        bring(county, name="Ours")


def test_files_without_streets_make_no_region(tmp_path: Path, map_data: Path) -> None:
    (tmp_path / "a.csv").write_text("number,street,lon,lat\n", "utf-8")
    with pytest.raises(UserError, match="no streets and no addresses"):
        bring([tmp_path / "a.csv"])
    assert nothing_is_there(map_data)


@pytest.mark.parametrize("name", ["..", "...", "///", " ", "CON", "nul.x"])
def test_names_that_are_none(extract: Path, name: str) -> None:
    with pytest.raises(UserError, match="no name"):
        files.region_name(name)


@given(st.text(max_size=100))
def test_a_region_never_lies_outside_its_folder(name: str) -> None:
    try:
        safe = files.region_name(name)
    except UserError:
        return
    assert Path(safe).name == safe
    assert not safe.startswith(".")
    assert files.path_of(name).parent == files.map_data_folder()


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.95])
def test_what_is_cut_short_gets_a_sentence(
    extract: Path, county: list[Path], map_data: Path, tmp_path: Path, share: float
) -> None:
    for path in (extract, *county):
        whole = path.read_bytes()
        cut = tmp_path / path.name
        cut.write_bytes(whole[: int(share * len(whole))])
        with pytest.raises(UserError):
            bring([cut])
    assert nothing_is_there(map_data)


def test_a_cut_shapefile_gets_a_sentence(county: list[Path], tmp_path: Path) -> None:
    with zipfile.ZipFile(county[1]) as archive:
        archive.extractall(tmp_path)
    for suffix in (".shp", ".dbf"):
        path = next(tmp_path.glob(f"*{suffix}"))
        whole = path.read_bytes()
        path.write_bytes(whole[: len(whole) // 2])
        with pytest.raises(UserError, match="damaged or cut short"):
            bring([path])
        path.write_bytes(whole)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_damage_anywhere_is_a_sentence_or_a_region(
    data: st.DataObject, extract: Path, county: list[Path], tmp_path: Path
) -> None:
    """Bytes changed at random: a UserError or a region, never anything else."""
    path = data.draw(st.sampled_from([extract, *county]))
    chance = random.Random(data.draw(st.integers()))
    damaged = bytearray(path.read_bytes())
    for _ in range(chance.randint(1, 30)):
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
    target = tmp_path / path.name
    target.write_bytes(damaged)
    try:
        bring([target])
    except UserError:
        pass
    finally:
        target.unlink()


@pytest.mark.filterwarnings("ignore:Declared file size")
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_damaged_shapefiles_are_a_sentence_or_a_region(
    data: st.DataObject, county: list[Path], tmp_path: Path
) -> None:
    """The same inside the ZIP, where no checksum stops it."""
    with zipfile.ZipFile(data.draw(st.sampled_from(county))) as archive:
        parts = {Path(name).suffix: archive.read(name) for name in archive.namelist()}
    suffix = data.draw(st.sampled_from([".shp", ".dbf"]))
    chance = random.Random(data.draw(st.integers()))
    damaged = bytearray(parts[suffix])
    for _ in range(chance.randint(1, 30)):
        at = chance.randrange(min(len(damaged), chance.choice((150, 100_000))))
        damaged[at] = chance.randrange(256)
    for ending, content in (parts | {suffix: bytes(damaged)}).items():
        (tmp_path / f"tl_2025_35998_roads{ending}").write_bytes(content)
    with contextlib.suppress(UserError):
        bring([tmp_path / "tl_2025_35998_roads.shp"])


def test_only_the_person_may_read_it(extract: Path, map_data: Path) -> None:
    bring([extract])
    if os.name != "nt":
        assert (map_data / "springs.streets").stat().st_mode & 0o777 == 0o600
        assert map_data.stat().st_mode & 0o777 == 0o700
