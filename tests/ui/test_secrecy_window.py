"""What a stranger finds after a morning in the window: nothing private; and nothing is sent.

The twin of tests/cli/test_secrecy.py, which does the same without a window.
"""

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from directory_app.ui.pages import register
from tests.cli.looking import contents, words_of
from tests.cli.test_secrecy import CANARY, CONFIDENTIAL, hits

SCRIPT = Path(__file__).with_name("every_page.py")


@dataclass
class Morning:
    """Where it was, and what was seen, tried and written."""

    place: Path
    seen: list[str]
    failures: list[str]
    attempts: list[str]
    elsewhere: list[str]
    temporary: list[str]


@pytest.fixture(scope="module")
def morning(tmp_path_factory: pytest.TempPathFactory) -> Morning:
    place = tmp_path_factory.mktemp("laptop")
    for name in ("home", "tmp"):
        (place / name).mkdir()
    environment = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    environment |= {
        "HOME": str(place / "home"),
        "TMPDIR": str(place / "tmp"),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PUERTAS_MAP_DATA": str(place / "map-data"),
    }
    ran = subprocess.run(
        [sys.executable, str(SCRIPT), str(place)],
        cwd=place, env=environment, capture_output=True, text=True, check=False, timeout=240,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    assert not CANARY.search(ran.stderr)
    told = json.loads(ran.stdout.splitlines()[-1])
    return Morning(
        place,
        *(told[name] for name in ("seen", "failures", "attempts", "elsewhere", "temporary")),
    )


def test_every_page_was_there_and_nothing_failed(morning: Morning) -> None:
    """Else the tests below would prove nothing."""
    assert {page.key for page in register.PAGES} <= set(morning.seen)
    assert morning.failures == []
    assert len(list((morning.place / "public").glob("*.pdf"))) == 2
    assert len(list((morning.place / "public").glob("export.*"))) == 7
    assert morning.seen[-1] == "zqxcanary61"  # what was typed outlived the lock


def test_nothing_was_sent_anywhere_with_every_socket_refused(morning: Morning) -> None:
    assert morning.attempts == []


def test_nothing_was_written_elsewhere(morning: Morning) -> None:
    assert morning.elsewhere == []


def test_nothing_was_left_for_a_moment_in_the_folder_of_temporary_files(morning: Morning) -> None:
    assert morning.temporary == []


def test_no_canary_is_in_any_file(morning: Morning) -> None:
    """Database, key file, backups, temporary files, settings."""
    looked = 0
    for file in sorted(morning.place.rglob("*")):
        if file.is_file() and file.parent.name != "source" and file.stem != "export":
            assert CANARY.search(str(file)) is None
            assert hits(file.read_bytes()) == [], file
            looked += 1
    assert looked >= 6
    assert [each for each in morning.place.rglob("*") if "partial" in each.name] == []


def test_no_guide_has_a_canary(morning: Morning) -> None:
    for file in (morning.place / "public").glob("*.pdf"):
        text = words_of(file)
        # the owner of this one said yes
        assert {match.group() for match in CANARY.finditer(text)} <= {"zqxcanary22"}
        assert "LuzdelAlba" in re.sub(r"\s", "", text)
        assert not any(number in text for number in CONFIDENTIAL)
        assert str(morning.place) not in text


def test_no_export_has_a_canary(morning: Morning) -> None:
    for file in (morning.place / "public").glob("export.*"):
        text = contents(file).decode()
        # the owner of this one said yes
        assert {match.group() for match in CANARY.finditer(text)} <= {"zqxcanary22"}
        assert "Luz del Alba" in text
        assert not any(number in text for number in CONFIDENTIAL)
        assert str(morning.place) not in text
