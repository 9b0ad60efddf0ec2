"""Files that leave: whole or not at all, never inside a directory, and whose eyes they are for."""

import os
from pathlib import Path

import pytest

from directory_app.errors import UserError
from directory_app.files import write_whole


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    path = tmp_path / "g.pdf"
    path.write_bytes(b"the old guide")

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UserError, match="No space left"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"the old guide"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_a_sentence(tmp_path):
    with pytest.raises(UserError, match="could not be written"):
        write_whole(tmp_path / "no" / "g.pdf", b"new")


@pytest.fixture
def directory(tmp_path):
    """A folder as a directory keeps it."""
    folder = tmp_path / "Casa.puertas"
    (folder / "backups").mkdir(parents=True)
    for name in ("directory.db", "keys.json", "backups/old.puertas-backup"):
        (folder / name).write_bytes(b"kept")
    return folder


def contents(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    "name",
    [
        *("directory.db", "keys.json", "backups/old.puertas-backup", "guide.pdf", "backups/g.pdf"),
        *("lock", "new/g.pdf", "../Casa.puertas/directory.db", "../other/../Casa.puertas/g.pdf"),
    ],
)
def test_never_inside_a_directory(directory, name):
    before = contents(directory)
    with pytest.raises(UserError, match="inside a directory"):
        write_whole(directory / name, b"new")
    assert contents(directory) == before


@pytest.mark.parametrize("folder", ["Casa.puertas", "casa.PUERTAS", "renamed"])
def test_a_directory_is_known_by_its_name_or_by_what_it_holds(tmp_path, folder):
    place = tmp_path / folder
    place.mkdir()
    if folder == "renamed":
        (place / "keys.json").touch()
    with pytest.raises(UserError, match="inside a directory"):
        write_whole(place / "g.pdf", b"new")


def test_no_link_leads_into_a_directory(directory, tmp_path, monkeypatch):
    (tmp_path / "door").symlink_to(directory, target_is_directory=True)
    (tmp_path / "g.pdf").symlink_to(directory / "directory.db")
    (directory / "out.pdf").symlink_to(tmp_path / "elsewhere.pdf")
    monkeypatch.chdir(directory)
    before = contents(directory)
    for path in ("../door/directory.db", "../door/backups/g.pdf", "../g.pdf", "out.pdf", "g.pdf"):
        with pytest.raises(UserError, match="inside a directory"):
            write_whole(Path(path), b"new")
    assert contents(directory) == before
    assert (tmp_path / "g.pdf").is_symlink()


@pytest.mark.parametrize("name", ["copy.puertas-backup", "COPY.Puertas-Backup", "Casa.puertas"])
def test_never_over_a_backup_or_a_directory_itself(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(b"kept")
    with pytest.raises(UserError, match="backup"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"kept"


def test_links_in_a_circle_are_a_sentence(tmp_path):
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises(UserError, match="could not be written"):
        write_whole(tmp_path / "a" / "g.pdf", b"new")
