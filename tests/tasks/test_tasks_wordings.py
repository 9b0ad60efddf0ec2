"""A coalition's own words take the place of ours, and what was read can be read again."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from directory_app.errors import UserError
from directory_app.store import Store
from directory_app.tasks import wordings


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "x.puertas", passphrase=None) as made:
        yield made


def own(tmp_path: Path, language: str = "es", version: int = 3, **changed: str) -> Path:
    text = wordings.shipped("es").text
    text = text.replace("language: es", f"language: {language}")
    text = text.replace("version: 2", f"version: {version}")
    for old, new in changed.items():
        text = text.replace(old, new)
    file = tmp_path / f"words-{language}-{version}.md"
    file.write_text(text, encoding="utf-8")
    return file


def test_without_their_own_the_shipped_words_are_read(store: Store) -> None:
    assert wordings.wording(store, "es").language == "es"
    assert wordings.wording(store, "vi").language == "en"
    assert wordings.languages(store) == ("en", "es")


def test_a_coalition_replaces_them(store: Store, tmp_path: Path) -> None:
    new = wordings.set_wording(store, own(tmp_path, Hola="Buenas"))
    assert wordings.wording(store, "es").stamp == new.stamp
    assert wordings.wording(store, "es").before[0].startswith("Buenas")
    assert wordings.wording(store, "en").version == 2
    with Store.open(store.path) as reader:
        assert wordings.wording(reader, "es").version == 3


def test_another_language_can_be_added(store: Store, tmp_path: Path) -> None:
    wordings.set_wording(store, own(tmp_path, "vi", 1))
    assert wordings.languages(store) == ("en", "es", "vi")
    assert wordings.wording(store, "vi").language == "vi"


def test_other_words_need_a_higher_version(store: Store, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="version 2 already"):
        wordings.set_wording(store, own(tmp_path, version=2, Hola="Buenas"))
    assert wordings.set_wording(store, own(tmp_path, version=2)).version == 2


def test_what_was_read_can_be_read_again(store: Store, tmp_path: Path) -> None:
    old = wordings.wording(store, "es")
    new = wordings.set_wording(store, own(tmp_path, Hola="Buenas"))
    newest = wordings.set_wording(store, own(tmp_path, version=4, Hola="Hey"))
    for one in (old, new, newest):
        found = wordings.wording_of(store, one.stamp)
        assert found is not None
        assert found.parts == one.parts
    assert wordings.wording_of(store, "es-9-00000000") is None


def test_a_file_that_cannot_be_read_says_so(store: Store, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be read"):
        wordings.set_wording(store, tmp_path / "none.md")
    bad = tmp_path / "bad.md"
    bad.write_bytes(b"---\nlanguage: \xff\n")
    with pytest.raises(UserError, match="no plain text"):
        wordings.set_wording(store, bad)
    big = tmp_path / "big.md"
    big.write_bytes(b"x" * 70_000)
    with pytest.raises(UserError, match="too long"):
        wordings.set_wording(store, big)
    assert wordings.wording(store, "es").version == 2


def test_what_came_with_an_earlier_version_can_be_read_again(store: Store) -> None:
    """Answers keep the stamp of what was read aloud, whichever version of Puertas read it."""
    for stamp in ("en-1-0a63d046", "es-1-95d85f1c"):
        found = wordings.wording_of(store, stamp)
        assert found is not None
        assert found.version == 1
