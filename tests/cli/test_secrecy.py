"""What a stranger finds who has the laptop, a backup, a temporary file or a PDF: nothing private.

And what is sent anywhere while everything is done that can be done without a window: nothing.
"""

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from directory_app import guides
from directory_app.verbs import VERBS
from tests.cli.looking import contents, words_of

SCRIPT = Path(__file__).with_name("every_verb.py")
CANARY = re.compile("zqx(canary[0-9]{2}|pass[a-z]+)", re.IGNORECASE)
#: The number of the second phone, which nobody may print, in the ways that it is written.
CONFIDENTIAL = ("5550199", "555-0199", "555 0199")


@dataclass
class Done:
    """Where everything was done, and what was said."""

    place: Path
    said: list[dict[str, Any]]
    attempts: list[str]
    elsewhere: list[str]
    temporary: list[str]

    def verbs(self, status: int) -> list[str]:
        return [each["verb"][0] for each in self.said if each["status"] == status]


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Done:
    place = tmp_path_factory.mktemp("laptop")
    for name in ("home", "tmp"):
        (place / name).mkdir()
    environment = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    environment |= {
        "HOME": str(place / "home"),
        "TMPDIR": str(place / "tmp"),
        "PYTHONDONTWRITEBYTECODE": "1",
        # as if somebody read everything that passes by
        "http_proxy": "http://127.0.0.1:9",
        "https_proxy": "http://127.0.0.1:9",
    }
    ran = subprocess.run(
        [sys.executable, str(SCRIPT), str(place)],
        cwd=place,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )
    assert ran.returncode == 0, ran.stderr
    assert not CANARY.search(ran.stderr)
    report = json.loads(ran.stdout)
    return Done(place, report["said"], report["attempts"], report["elsewhere"], report["temporary"])


def test_everything_was_done(done: Done) -> None:
    """Else the tests below would prove nothing."""
    failed = [each for each in done.said if each["status"] != 0]
    assert [each["verb"][0] for each in failed] == ["guide", "list"], failed
    # there is no keyring in a test: tests/ui/keeping/test_keyring.py
    assert set(VERBS) - {each["verb"][0] for each in done.said} == {"keyring"}
    assert len(list((done.place / "public").glob("*.pdf"))) == len(guides.layout_names()) + 2
    assert len(list((done.place / "ours.puertas" / "backups").iterdir())) >= 3


def test_nothing_was_sent_anywhere(done: Done) -> None:
    assert done.attempts == []


def test_nothing_was_written_elsewhere(done: Done) -> None:
    assert done.elsewhere == []


def test_nothing_was_left_for_a_moment_in_the_folder_of_temporary_files(done: Done) -> None:
    """A workbook on its way to a file was: openpyxl writes each sheet there in the open."""
    assert done.temporary == []


def hits(data: bytes) -> list[str]:
    """Canaries in raw bytes, as UTF-8 and as UTF-16."""
    found = [match.group() for match in CANARY.finditer(data.decode("latin-1"))]
    for order in ("utf-16-le", "utf-16-be"):
        for start in (0, 1):
            text = data[start:].decode(order, "ignore")
            found += [match.group() for match in CANARY.finditer(text)]
    return found


def test_the_way_of_looking_finds_what_there_is() -> None:
    for text in ("xx zqxcanary07 yy", "ZQXCANARY07", "zqxpassone"):
        assert hits(text.encode())
        assert hits(b"\0" + text.encode("utf-16-le"))
        assert hits(text.encode("utf-16-be"))


def test_no_canary_is_in_any_file(done: Done) -> None:
    """Database, key file, backups, the restored, the salvaged, temporary files, settings."""
    looked = 0
    for file in sorted(done.place.rglob("*")):
        if file.is_file() and file.parent.name not in ("source", "private"):
            assert CANARY.search(str(file)) is None
            assert hits(file.read_bytes()) == [], file
            looked += 1
    assert looked > 10
    left = [each for each in done.place.rglob("*") if "partial" in each.name]
    assert left == []


def test_only_this_account_may_look(done: Done) -> None:
    if os.name == "nt":
        pytest.skip("rights are POSIX's")
    for path in done.place.glob("*.puertas"):
        for each in (path, *path.rglob("*")):
            assert each.stat().st_mode & 0o077 == 0, each


def test_no_verb_says_a_passphrase(done: Done) -> None:
    for each in done.said:
        assert "zqxpass" not in each["out"] + each["err"], each["verb"]
        assert "zqxpass" not in " ".join(each["verb"])


def test_what_goes_wrong_names_nobody(done: Done) -> None:
    for each in done.said:
        if each["status"] != 0:
            assert not CANARY.search(each["err"]), each


def test_no_public_pdf_has_a_canary(done: Done) -> None:
    files = list((done.place / "public").glob("*.pdf"))
    named = withdrew = 0
    for file in files:
        text = words_of(file)
        found = [match.group() for match in CANARY.finditer(text)]
        # the owner of this one said yes until he withdrew, after it was printed
        assert set(found) <= {"zqxcanary22"}, file
        withdrew += bool(found)
        assert not any(number in text for number in CONFIDENTIAL), file
        plain = re.sub(r"\s", "", text)
        named += "LuzdelAlba" in plain
        assert str(done.place) not in text
        assert "zqx" not in file.name
    assert named >= 3
    assert withdrew >= 3  # so the way of looking sees names in PDFs


def test_no_export_has_a_canary(done: Done) -> None:
    files = [each for each in (done.place / "public").iterdir() if each.stem == "export"]
    assert len(files) == 7
    for file in files:
        text = contents(file).decode("latin-1")
        assert not CANARY.search(text), file
        assert not any(number in text for number in CONFIDENTIAL), file
        assert str(done.place) not in text
        assert "Luz del Alba" in text
