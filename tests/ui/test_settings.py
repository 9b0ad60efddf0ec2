"""Preferences: kept whole, and never a reason not to start."""

import json
import os
from pathlib import Path

import pytest

from directory_app import settings
from directory_app.errors import UserError
from directory_app.settings import Settings


def test_what_is_saved_is_read_back(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "settings.json"
    kept = Settings(language="es", appearance="dark", columns=["NAME", "DOORS"])
    settings.save(kept, file)
    assert settings.load(file) == kept
    assert [one.name for one in file.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"language": 3}', '{"language": "klingon"}'])
def test_a_damaged_file_is_the_defaults(tmp_path: Path, text: str) -> None:
    file = tmp_path / "settings.json"
    file.write_text(text, "utf-8")
    assert settings.load(file) == Settings()


def test_no_place_and_no_name_stays_of_what_was_kept_before(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    earlier = {"language": "es", "recent": ["/home/zq/x.puertas"], "person": "Zqx"}
    file.write_text(json.dumps(earlier), "utf-8")
    file.chmod(0o644)
    settings.tidy(file)
    text = file.read_text("utf-8")
    assert ("zq" in text.casefold(), settings.load(file).language) == (False, "es")
    assert os.name == "nt" or file.stat().st_mode & 0o777 == 0o600
    before = file.stat().st_mtime_ns
    settings.tidy(file)
    assert file.stat().st_mtime_ns == before


def test_preferences_are_for_their_owner_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        settings.save(Settings(), tmp_path / "deep" / "settings.json")
    finally:
        os.umask(before)
    if os.name == "posix":
        assert (tmp_path / "deep" / "settings.json").stat().st_mode & 0o777 == 0o600
        assert (tmp_path / "deep").stat().st_mode & 0o777 == 0o700


def test_settings_that_cannot_be_written_say_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UserError):
        settings.save(settings.Settings(), tmp_path / "file" / "folder" / "settings.json")
