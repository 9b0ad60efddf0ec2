"""A guide with its map from a list that allows both, and what may go wrong with the file."""

import datetime as dt
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from directory_app import geocoding, guides
from directory_app.store import Store
from tests.papers import write

MADE_AT = dt.datetime(2026, 11, 24, 19, 30, tzinfo=dt.UTC)


@pytest.fixture
def mapped(puertas, directory, neighbors) -> tuple[Path, str]:
    """A directory whose businesses may be on the map, and the id of an event."""
    puertas("import", directory, neighbors, "--ok-means", "print,map")
    puertas("locate", directory)
    day = (dt.date.today() + dt.timedelta(12)).isoformat()
    event = puertas.json(
        "event", directory, "add", "--name", "Canvass launch", "--date", day, "--from", "10:00",
        "--to", "13:00", "--venue", "Salón Prueba", "--address", "1120 Hickox St, Santa Fe, NM",
    )  # fmt: skip
    return directory, event["id"]


def plan_of(directory: Path, event_id: str) -> guides.Plan:
    with Store.open(directory) as store:
        event = store.events.public(event_id)
        listings = store.listings.public("print", on=event.date, town_point=geocoding.town_point)
        return guides.plan(event, listings, None, store.listings.left_out("print", event.date))


def written(puertas, mapped, path: Path, *more: str):
    directory, event = mapped
    return puertas("guide", directory, "--event", event, "--out", path, *more)


def test_a_yes_to_the_map_puts_numbers_on_it(puertas, mapped, tmp_path):
    from directory_app.guides.layouts import mapping

    path = tmp_path / "guide.pdf"
    assert written(puertas, mapped, path).status == 0
    plan = plan_of(*mapped)
    shown = {str(entry.number) for entry in mapping.shown(plan)}
    assert len(shown) > 5
    maps = mapping.make(plan, (558, 400), None)
    assert {marker.number for marker in maps.main.markers} == shown
    words = " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path))
    of_map = words[words.index("Mapa") :]
    assert shown <= set(re.findall(r"\d+", of_map))
    for section in plan.sections:
        first, last = section.entries[0].number, section.entries[-1].number
        assert (f"{first}–{last}" if first != last else str(first)) in of_map
    rest = sorted({entry.number for entry in plan.entries} - set(map(int, shown)))
    assert ("Not on the map" in of_map) == bool(rest)


def test_the_same_directory_gives_the_same_bytes(mapped, tmp_path):
    made = []
    for name in ("a.pdf", "b.pdf"):
        plan = plan_of(*mapped)
        write(plan, tmp_path / name, run_number=7, made_at=MADE_AT, mistake_contact="x")
        made.append((tmp_path / name).read_bytes())
    assert made[0] == made[1]


def test_the_same_bytes_come_from_another_process(mapped, tmp_path):
    """No order of a set, no id of an object and no hash of a string gets into the file."""
    code = (
        "import sys, datetime as dt\n"
        "from pathlib import Path\n"
        "from directory_app import geocoding, guides\n"
        "from directory_app.store import Store\n"
        "with Store.open(Path(sys.argv[1])) as store:\n"
        "    event = store.events.public(sys.argv[2])\n"
        "    point = geocoding.town_point\n"
        "    those = store.listings.public('print', on=event.date, town_point=point)\n"
        "    plan = guides.plan(event, those, None, store.listings.left_out('print', event.date))\n"
        "made = dt.datetime(2026, 11, 24, 19, 30, tzinfo=dt.UTC)\n"
        "made = guides.make(plan, run_number=7, made_at=made)\n"
        "Path(sys.argv[3]).write_bytes(made.data)\n"
    )
    made = []
    for seed in ("1", "2"):
        path = tmp_path / f"{seed}.pdf"
        environment = {
            **os.environ,
            "PYTHONHASHSEED": seed,
            "TZ": ("UTC", "Asia/Tokyo")[seed == "2"],
        }
        arguments = [sys.executable, "-c", code, str(mapped[0]), mapped[1], str(path)]
        subprocess.run(arguments, check=True, env=environment, cwd=Path(__file__).parents[2])
        made.append(path.read_bytes())
    assert made[0] == made[1]


def fonts(resources: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """The fonts of a page or a form, and of all the forms that it draws."""
    yield from resources.get("/Font", {}).values()
    for form in resources.get("/XObject", {}).values():
        if form.get("/Subtype") == "/Form":
            yield from fonts(form.get("/Resources", {}))


def test_the_real_guide_embeds_its_fonts_and_names_no_author(puertas, mapped, tmp_path):
    path = tmp_path / "guide.pdf"
    written(puertas, mapped, path)
    with pikepdf.open(path) as pdf:
        found = [font for page in pdf.pages for font in fonts(page.Resources)]
        assert len(found) > 5
        for font in found:
            child = font.DescendantFonts[0]
            assert child.FontDescriptor.FontFile2.read_bytes(), font.BaseFont
            assert re.match(r"/[A-Z]{6}\+", str(font.BaseFont))
        assert str(pdf.docinfo["/Author"]) == ""
        assert str(pdf.docinfo["/Producer"]) == "Puertas"
        assert re.fullmatch(r"D:\d{14}[+]00'00'", str(pdf.docinfo["/CreationDate"]))
        assert b"ReportLab" not in path.read_bytes()
        assert b"Helvetica" not in b"".join(
            bytes(o.read_raw_bytes()) if isinstance(o, pikepdf.Stream) else bytes(str(o), "utf-8")
            for o in pdf.objects
        )


def test_a_venue_without_a_place_is_noted_aside(puertas, imported, tmp_path):
    event = puertas.json("event", imported, "add", "--name", "N", "--date", "2027-01-09")["id"]
    ran = puertas("guide", imported, "--event", event, "--out", tmp_path / "g.pdf", "--json")
    assert ran.answer["pages"] > 0
    assert "note: The event has no place on the map, so no distances are printed." in ran.err


def test_a_folder_that_is_not_there_makes_no_run(puertas, mapped, tmp_path):
    ran = written(puertas, mapped, tmp_path / "no" / "g.pdf")
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert not (tmp_path / "no").exists()
    with Store.open(mapped[0]) as store:
        assert store.runs.all() == []


def mount(*arguments: str) -> None:
    """Mount, or skip the test where this account may not."""
    command = shutil.which("mount")
    if (
        not command
        or subprocess.run([command, *arguments], check=False, capture_output=True).returncode
    ):
        pytest.skip("this account may not mount a disk")


@pytest.fixture
def disk(tmp_path) -> Iterator[Path]:
    """A disk of 40 kilobytes with an old guide on it."""
    place = tmp_path / "disk"
    place.mkdir()
    mount("-t", "tmpfs", "-o", "size=40k", "tmpfs", str(place))
    (place / "g.pdf").write_bytes(b"the old guide")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_full_disk_leaves_the_old_guide(puertas, mapped, disk):
    ran = written(puertas, mapped, disk / "g.pdf")
    assert (ran.status, ran.out) == (2, "")
    assert "No space left" in ran.err
    assert (disk / "g.pdf").read_bytes() == b"the old guide"
    assert list(disk.iterdir()) == [disk / "g.pdf"]
    with Store.open(mapped[0]) as store:
        assert store.runs.all() == []


def test_a_disk_that_may_only_be_read_makes_no_run(puertas, mapped, disk):
    mount("-o", "remount,ro", str(disk))
    for name in ("g.pdf", "new.pdf"):
        ran = written(puertas, mapped, disk / name)
        assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert (disk / "g.pdf").read_bytes() == b"the old guide"
    assert list(disk.iterdir()) == [disk / "g.pdf"]
