"""puertas map: only who said yes to a map is on it, and names need a yes to print as well."""

import datetime as dt
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from directory_app.model.business import Business
from directory_app.model.draft import DraftConsent
from directory_app.model.event import Event
from directory_app.model.geo import Position
from directory_app.store import Store
from tests.guides import tagged

#: name -> channels that its owner said yes to.
OWNERS = {
    "Taquería El Farol": ("print", "map"),
    "Mercado La Loma": ("print", "map"),
    "Only Printed": ("print",),
    "Only Mapped": ("map",),
    "Said Nothing": (),
}


@pytest.fixture(autouse=True)
def no_map_data(tmp_path, monkeypatch):
    monkeypatch.setenv("PUERTAS_MAP_DATA", str(tmp_path / "map-data"))


def fill(path: Path, owners: dict[str, tuple[str, ...]]) -> Path:
    day = dt.date.today() - dt.timedelta(30)
    with Store.create(path, passphrase=None) as store:
        for number, (name, channels) in enumerate(owners.items()):
            made = store.businesses.add(
                Business(code="", name=name, category="restaurant", city="Santa Fe",
                         state_province="NM", address_1=f"{number}11 Agua Fria St"),
                consents=[DraftConsent(channel, "yes", day, "Marisol") for channel in channels],
            )  # fmt: skip
            at = Position(35.68 + number * 0.004, -105.95 - number * 0.003)
            store.businesses.place(made.business.id, at, "rooftop", "test")
    return path


@pytest.fixture
def ours(tmp_path):
    return fill(tmp_path / "ours.puertas", OWNERS)


def text_of(file: Path) -> str:
    pdf = pypdfium2.PdfDocument(file)
    return "\n".join(pdf[number].get_textpage().get_text_range() for number in range(len(pdf)))


def test_it_names_who_said_yes_to_both_and_nobody_else(puertas, ours, tmp_path):
    out = tmp_path / "map.pdf"
    answer = puertas.json("map", ours, "--out", out)
    said = text_of(out)
    assert (answer["shown"], answer["unnamed"], answer["pages"]) == (2, 1, 1)
    assert "Taquería El Farol" in said
    assert "Mercado La Loma" in said
    for name in ("Only Printed", "Only Mapped", "Said Nothing", "211", "311", "411"):
        assert name not in said


def test_without_a_list_nobody_is_named_and_all_who_said_yes_to_a_map_are_on_it(
    puertas, ours, tmp_path
):
    out = tmp_path / "map.pdf"
    assert puertas.json("map", ours, "--out", out, "--no-list")["shown"] == 3
    said = text_of(out)
    for name in OWNERS:
        assert name not in said
    assert "Agua Fria" not in said


def test_it_counts_as_a_print_run_that_can_be_recalled(puertas, ours, tmp_path):
    first = puertas.json("map", ours, "--out", tmp_path / "one.pdf")["run"]
    second = puertas.json("map", ours, "--out", tmp_path / "two.pdf")["run"]
    assert second == first + 1
    assert "use by" in text_of(tmp_path / "one.pdf").lower()
    with Store.open(ours) as store:
        runs = {run.number: run for run in store.runs.all()}
    assert runs[first].layout == "map"
    assert runs[first].sha256


def test_a_picture_needs_no_window(puertas, ours, tmp_path):
    import subprocess
    import sys

    out = tmp_path / "map.png"
    code = (
        "import sys; from directory_app import cli; "
        "status = cli.run(sys.argv[1:]); assert 'PySide6' not in sys.modules; sys.exit(status)"
    )
    subprocess.run([sys.executable, "-c", code, "map", ours, "--out", out], check=True)
    with Image.open(out) as picture:
        assert picture.size == (1700, 2200)
        assert len(picture.convert("L").getcolors(256)) > 5


def test_an_event_has_its_own_place_and_radius(puertas, ours, tmp_path):
    with Store.open(ours, write=True) as store:
        event = store.events.add(
            Event(name_en="Canvass", date=dt.date.today() + dt.timedelta(12), latitude=35.68,
                  longitude=-105.95, precision="rooftop", radius_miles=0.2)
        )  # fmt: skip
    answer = puertas.json("map", ours, "--event", event.id, "--out", tmp_path / "near.pdf")
    said = text_of(tmp_path / "near.pdf")
    assert answer["shown"] == 1
    assert "Canvass" in said
    assert "Taquería El Farol" in said
    assert "Mercado La Loma" not in said


def test_its_pages_are_tagged_for_readers(puertas, ours, tmp_path):
    puertas.json("map", ours, "--out", tmp_path / "map.pdf")
    assert tagged.faults((tmp_path / "map.pdf").read_bytes()) == []


@pytest.mark.parametrize("name", ["map.jpg", "map", "map.puertas"])
def test_other_names_are_refused(puertas, ours, tmp_path, name):
    ran = puertas("map", ours, "--out", tmp_path / name)
    assert ran.status == 2
    assert ".pdf or .png" in ran.err


@pytest.mark.parametrize("name", ["map.pdf", "backups/map.png"])
def test_nothing_is_written_into_a_directory(puertas, ours, name):
    before = sorted(ours.rglob("*"))
    ran = puertas("map", ours, "--out", ours / name)
    assert ran.status == 2
    assert "inside a directory" in ran.err
    assert sorted(ours.rglob("*")) == before


def test_nobody_to_show_is_told_and_counts_as_no_run(puertas, tmp_path):
    path = fill(tmp_path / "quiet.puertas", {"Only Printed": ("print",)})
    ran = puertas("map", path, "--out", tmp_path / "map.pdf")
    assert ran.status == 2
    assert "said yes" in ran.err
    assert not (tmp_path / "map.pdf").exists()
    with Store.open(path) as store:
        assert store.runs.all() == []


def test_a_long_list_goes_on_over_pages_and_everybody_is_in_it(puertas, tmp_path):
    names = {f"Tienda Número {number}": ("print", "map") for number in range(70)}
    path = fill(tmp_path / "many.puertas", names)
    answer = puertas.json("map", path, "--out", tmp_path / "map.pdf")
    said = text_of(tmp_path / "map.pdf")
    assert answer["pages"] > 1
    assert [name for name in names if name not in said] == []
    pictures = puertas.json("map", path, "--out", tmp_path / "map.png")["paths"]
    assert len(pictures) == answer["pages"]
    assert all(Path(each).exists() for each in pictures)


def test_a_hidden_home_is_on_no_map(puertas, tmp_path):
    path = fill(tmp_path / "home.puertas", {"Shop": ("print", "map"), "Home": ("print", "map")})
    with Store.open(path, write=True) as store:
        home = store.businesses.search("Home")[0].business
        store.businesses.update(home.id, {"address_type": "home"})
    answer = puertas.json("map", path, "--out", tmp_path / "map.pdf")
    assert answer["shown"] == 1
    assert "Home" not in text_of(tmp_path / "map.pdf")
