"""Cancelled, killed or out of room: the old region stays, and the next import clears up."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from directory_app.errors import UserError
from directory_app.maps.streets import Region, bring, files, open_regions, remove, troubles
from directory_app.progress import Cancelled
from tests.data import town_files
from tests.data.town import TownData

from .conftest import EVERYWHERE, ROOT, rows

#: Tells each step of an import and waits to be let on, so that it can be killed at any of them.
BRING = """
import sys
from pathlib import Path
from directory_app.maps.streets import bring, files
def stop(*given):
    print("step", flush=True)
    sys.stdin.readline()
rename = files._rename
def renamed(*given):
    stop()
    rename(*given)
    stop()
files._rename = renamed
bring([Path(sys.argv[1])], name="Springs", progress=stop)
print("done", flush=True)
"""


def start(extract: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", BRING, str(extract)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.fixture
def small(made: TownData, tmp_path: Path) -> Path:
    """An older extract of the same town, with fewer doors."""
    return town_files.write_pbf(made, tmp_path / "old.osm.pbf", doors=made.doors[:100])


def doors(map_data: Path) -> int:
    (row,) = rows(map_data / "Springs.streets", "SELECT count(*) FROM addr")
    return int(str(row[0]))


class Stop:
    """A Progress that cancels at the step it is told."""

    def __init__(self, at: int) -> None:
        self.left = at

    def __call__(self, done: int, total: int, text: str) -> None:
        self.left -= 1
        if self.left < 0:
            raise Cancelled


def test_cancelled_at_any_step_all_stays(small: Path, extract: Path, map_data: Path) -> None:
    bring([small], name="Springs")
    before = (map_data / "Springs.streets").read_bytes()
    steps = 0
    while True:
        try:
            bring([extract], name="Springs", progress=Stop(steps))
            break
        except Cancelled:
            assert [path.name for path in map_data.iterdir()] == ["Springs.streets"]
            assert (map_data / "Springs.streets").read_bytes() == before
            steps += 1
    assert steps > 3
    assert doors(map_data) > 2_000


def test_killed_at_any_step_all_stays(small: Path, extract: Path, map_data: Path) -> None:
    bring([small], name="Springs")
    before = doors(map_data)
    for steps in range(1, 50):
        process = start(extract)
        for _ in range(steps - 1):
            process.stdout.readline()
            process.stdin.write("\n")
            process.stdin.flush()
        said = process.stdout.readline()
        if said == "done\n":
            break
        process.kill()
        process.communicate()
        now = doors(map_data)
        assert now == before or now > 2_000
        region = Region(map_data / "Springs.streets")
        assert len(list(region.streets(EVERYWHERE))) > 280
        region.close()
    process.communicate()
    assert steps > 4
    assert doors(map_data) > 2_000


def test_what_a_killed_import_left_is_cleared(small: Path, extract: Path, map_data: Path) -> None:
    process = start(extract)
    process.stdout.readline()
    process.kill()
    process.communicate()
    assert list(map_data.glob("*.partial.*"))
    assert open_regions() == []
    assert troubles() == []
    bring([small], name="Springs")
    assert [path.name for path in map_data.iterdir()] == ["Springs.streets"]


def test_an_import_that_goes_on_elsewhere_is_left_alone(
    small: Path, extract: Path, map_data: Path
) -> None:
    process = start(extract)
    process.stdout.readline()
    bring([small], name="Other")
    assert list(map_data.glob("*.partial.*"))
    process.communicate("\n" * 100)
    assert process.returncode == 0
    assert doors(map_data) > 2_000


@pytest.mark.skipif(os.name == "nt", reason="no such limits there")
def test_a_full_disk_is_said_and_the_old_region_stays(
    small: Path, extract: Path, map_data: Path
) -> None:
    bring([small], name="Springs")
    script = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from directory_app.maps.streets import bring\n"
        "from directory_app.errors import UserError\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, 150_000))\n"
        "try: bring([Path(sys.argv[1])], name='Springs')\n"
        "except UserError as error: print(error)\n"
    )
    said = subprocess.run(
        [sys.executable, "-c", script, str(extract)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.stdout.startswith("There is no room left on the disk"), said.stderr
    assert [path.name for path in map_data.iterdir()] == ["Springs.streets"]
    assert doors(map_data) == 102


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_is_said(extract: Path, map_data: Path) -> None:
    map_data.mkdir(mode=0o500)
    with pytest.raises(UserError, match="cannot be written"):
        bring([extract])


def test_a_map_that_is_open_goes_on_with_the_old_data(
    small: Path, extract: Path, map_data: Path
) -> None:
    bring([small], name="Springs")
    region = Region(map_data / "Springs.streets")
    bring([extract], name="Springs")
    assert len(list(region.streets(EVERYWHERE))) > 280
    assert region.about.counts["addr"] == 102
    region.close()


def test_two_extracts_in_one_region_are_both_there(
    small: Path, extract: Path, made: TownData, tmp_path: Path
) -> None:
    other = tmp_path / "zips" / "old.osm.pbf"  # of the same name, and yet another file
    other.parent.mkdir()
    town_files.write_pbf(made, other, doors=made.doors[100:150], interpolations=False)
    assert bring([small, other], name="Both").about.counts["addr"] == 152
    assert bring([extract], name="Both").about.counts["addr"] > 2_000
    assert len(bring([extract], name="Both").about.layers) == 3


def test_where_an_open_file_cannot_be_replaced_the_new_one_waits(
    small: Path, extract: Path, map_data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows. It takes its place once nobody has the old one open."""
    bring([small], name="Springs")
    replace = Path.replace

    def held(path: Path, target: Path) -> Path:
        if target.name == "Springs.streets":
            raise PermissionError(13, "in use", str(target))
        return replace(path, target)

    with monkeypatch.context() as windows:
        windows.setattr(Path, "replace", held)
        brought = bring([extract], name="Springs")
        assert brought.waits
        assert brought.about.name == "Springs"
        assert brought.about.counts["addr"] > 2_000
        assert [region.about.counts["addr"] for region in open_regions()] == [102]
    assert [region.about.counts["addr"] for region in open_regions()] == [2_321]
    assert [path.name for path in map_data.iterdir()] == ["Springs.streets"]


def test_several_regions_lie_side_by_side(
    extract: Path, county: list[Path], map_data: Path
) -> None:
    bring([extract])
    bring(county)
    assert [region.name for region in open_regions()] == ["springs", "tiger-35998"]
    remove("springs")
    assert [region.name for region in open_regions()] == ["tiger-35998"]
    with pytest.raises(UserError, match="no street data called"):
        remove("springs")


@pytest.mark.parametrize(
    "content", [b"", b"nothing of the kind", b"SQLite format 3\0" + b"\0" * 200]
)
def test_a_damaged_region_is_told_of_and_hides_no_other(
    extract: Path, map_data: Path, content: bytes
) -> None:
    bring([extract])
    (map_data / "Bad.streets").write_bytes(content)
    assert [region.name for region in open_regions()] == ["springs"]
    (trouble,) = troubles()
    assert "“Bad” is damaged" in str(trouble)
    bring([extract], name="Bad")
    assert troubles() == []


def test_a_region_of_a_newer_program_is_told_of(extract: Path, map_data: Path) -> None:
    bring([extract])
    import sqlite3

    connection = sqlite3.connect(map_data / "springs.streets")
    connection.execute("PRAGMA user_version=99")
    connection.close()
    (trouble,) = troubles()
    assert "newer Puertas" in str(trouble)


def test_the_folder_can_be_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PUERTAS_MAP_DATA", str(tmp_path / "elsewhere"))
    assert files.path_of("A").parent == tmp_path / "elsewhere"
    monkeypatch.delenv("PUERTAS_MAP_DATA")
    assert files.path_of("A").parent.name == "map-data"
