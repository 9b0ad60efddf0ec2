"""A full disk and a folder that may only be read, met by somebody who prints a guide."""

import datetime as dt
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import Puertas

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="mounts are POSIX's")


def fill_up(disk: Path, room: int) -> Path:
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            pass
        file.truncate(max(0, file.tell() - room))
    return ballast


def an_event(puertas: Puertas, directory: Path) -> str:
    day = (dt.date.today() + dt.timedelta(12)).isoformat()
    return puertas.json(
        "event", directory, "add", "--name", "Fair", "--date", day, "--address", "Santa Fe, NM"
    )["id"]


@pytest.mark.parametrize("room", [0, 20_000])
def test_on_a_full_disk_the_previous_guide_stays_as_it_was(
    puertas: Puertas, imported: Path, small_disk: Path, room: int
) -> None:
    directory = small_disk / "ours.puertas"
    shutil.copytree(imported, directory)
    event = an_event(puertas, directory)
    out = small_disk / "guide.pdf"
    assert puertas("guide", directory, "--event", event, "--out", out).status == 0
    before, listed = out.read_bytes(), puertas.json("list", directory)
    ballast = fill_up(small_disk, room)
    said = puertas("guide", directory, "--event", event, "--out", out)
    assert said.status == 2
    assert said.err.count("\n") == 1
    assert "space" in said.err or "full" in said.err
    assert out.read_bytes() == before
    assert puertas.json("list", directory) == listed
    assert puertas("undo", directory).status in (0, 2)
    ballast.unlink()
    assert puertas("check", directory).status == 0
    assert puertas("guide", directory, "--event", event, "--out", out).status == 0
    assert sorted(each.name for each in small_disk.iterdir()) == ["guide.pdf", "ours.puertas"]


def test_a_change_is_saved_although_its_backup_found_no_room(
    puertas: Puertas, imported: Path, small_disk: Path
) -> None:
    directory = small_disk / "ours.puertas"
    shutil.copytree(imported, directory)
    shutil.rmtree(directory / "backups")
    (directory / "backups").mkdir(mode=0o700)
    fill_up(small_disk, 100_000)
    said = puertas("event", directory, "add", "--name", "Fair", "--date", "2030-01-01")
    assert said.status == 0, said.err
    assert "saved, but not backed up" in said.err
    assert len(puertas.json("event", directory, "list")) == 1


#: As an account that may read the directory and not write to it; it may not reach the program
#: either, so that everything is done once before.
LOOKS = """
import os, sys
sys.path.insert(0, sys.argv[1])
from directory_app import cli
LOOKS = ("list", "check", "backups")
for verb in LOOKS:
    cli.run([verb, sys.argv[2], "--json"])
if os.geteuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
for verb in (*LOOKS, "undo"):
    print(verb, cli.run([verb, sys.argv[2], "--json"]), file=sys.stderr)
"""


@pytest.mark.skipif(os.name == "nt", reason="accounts are POSIX's")
def test_what_may_only_be_read_is_read_and_a_change_is_refused(imported: Path) -> None:
    import tempfile

    place = Path(tempfile.mkdtemp(prefix="puertas-test-"))
    try:
        place.chmod(0o755)
        directory = place / "ours.puertas"
        shutil.copytree(imported, directory)
        for each in [*directory.rglob("*"), directory]:
            each.chmod(0o500 if each.is_dir() else 0o400)
            if os.geteuid() == 0:
                os.chown(each, 65534, 65534)
        root = str(Path(__file__).resolve().parents[2])
        said = subprocess.run(
            [sys.executable, "-c", LOOKS, root, str(directory)],
            capture_output=True,
            text=True,
            check=False,
            cwd="/",
        ).stderr
        assert "list 0\ncheck 0\nbackups 0\n" in said
        assert said.endswith("undo 2\n")
        assert "its folder is read-only" in said
    finally:
        for each in place.rglob("*"):
            each.chmod(0o700)
        shutil.rmtree(place)
