"""Street data brought in by a process of its own, as the window does it."""

import sys
import time
from pathlib import Path

import pytest

from directory_app.errors import UserError
from directory_app.progress import Cancelled
from directory_app.tasks import apart
from directory_app.tasks.map_data import add_map_data_apart, map_data

LINE = "{number},Calle Uno,-104.{number},34.{number}\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "map-data"
    monkeypatch.setenv("PUERTAS_MAP_DATA", str(path))
    return path


def points(path: Path, count: int) -> Path:
    lines = (LINE.format(number=number) for number in range(1, count + 1))
    path.write_text("number,street,lon,lat\n" + "".join(lines) + ",,,\n", "utf-8")
    return path


def program(monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Another program in place of Puertas."""
    monkeypatch.setattr(apart, "_program", lambda: [sys.executable, "-c", script])


def test_it_is_as_if_brought_in_here(tmp_path: Path) -> None:
    steps: list[tuple[int, int, str]] = []
    brought = add_map_data_apart(
        [points(tmp_path / "-odd name.csv", 30)],
        name="Sierra",
        attribution="Condado de la Peña",
        progress=lambda *step: steps.append(step),
    )
    assert brought.about.counts["addr"] == 30
    assert brought.about.attribution == "Condado de la Peña"
    assert brought.left_out == {"address without a position": 1}
    assert any("Reading addresses" in text for _, _, text in steps)
    assert [about.name for about in map_data()[0]] == ["Sierra"]


def test_a_sentence_stays_one(tmp_path: Path) -> None:
    photo = tmp_path / "foto.jpg"
    photo.write_bytes(b"\xff\xd8")
    with pytest.raises(UserError) as caught:
        add_map_data_apart([photo])
    assert caught.value.message == "“foto.jpg” is no street data."
    assert caught.value.hint.startswith("Known are")


def test_cancel_ends_it_and_leaves_the_old_data(tmp_path: Path, folder: Path) -> None:
    add_map_data_apart([points(tmp_path / "a.csv", 3)])

    def stop(done: int, total: int, text: str) -> None:
        if "Reading" in text:
            raise Cancelled

    with pytest.raises(Cancelled):
        add_map_data_apart([points(tmp_path / "a.csv", 30)], progress=stop)
    assert [path.name for path in folder.iterdir()] == ["a.streets"]
    assert map_data()[0][0].counts["addr"] == 3


def test_cancel_is_heard_though_nothing_comes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(monkeypatch, "import time; time.sleep(60)")

    def stop(done: int, total: int, text: str) -> None:
        raise Cancelled

    began = time.monotonic()
    with pytest.raises(Cancelled):
        add_map_data_apart([points(tmp_path / "a.csv", 3)], progress=stop)
    assert time.monotonic() - began < 30  # it would have slept for 60


@pytest.mark.skipif(sys.platform == "win32", reason="no signals there")
def test_a_process_that_dies_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(monkeypatch, "import os; os.kill(os.getpid(), 11)")
    with pytest.raises(UserError, match="damaged, or too large"):
        add_map_data_apart([points(tmp_path / "a.csv", 3)])


def test_a_bug_stays_a_bug(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(monkeypatch, "raise ValueError('what')")
    with pytest.raises(RuntimeError, match="ValueError: what"):
        add_map_data_apart([points(tmp_path / "a.csv", 3)])
