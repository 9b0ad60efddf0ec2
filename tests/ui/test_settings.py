"""Preferences: kept whole, and never a reason not to start."""

from pathlib import Path

import pytest

from directory_app import settings
from directory_app.settings import Settings


def test_what_is_saved_is_read_back(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "settings.json"
    kept = Settings(language="es", appearance="dark", person="Marisol", columns=["NAME", "DOORS"])
    settings.save(kept, file)
    assert settings.load(file) == kept
    assert [one.name for one in file.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"language": 3}', '{"language": "klingon", "recent": [1, null]}']
)
def test_a_damaged_file_is_the_defaults(tmp_path: Path, text: str) -> None:
    file = tmp_path / "settings.json"
    file.write_text(text, "utf-8")
    assert settings.load(file) == Settings()


def test_recent_directories_are_few_and_the_newest_first() -> None:
    kept = Settings()
    for number in range(12):
        kept.remember(Path(f"/d/{number}.puertas"))
    kept.remember(Path("/d/7.puertas"))
    assert kept.recent[0] == "/d/7.puertas"
    assert len(kept.recent) == settings.RECENT_AT_MOST
    assert len(set(kept.recent)) == len(kept.recent)
