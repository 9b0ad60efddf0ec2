"""Folders that copy themselves elsewhere."""

from pathlib import Path

import pytest

from directory_app.errors import UserError
from directory_app.settings import Settings, save
from directory_app.store import Store, synced
from directory_app.store.synced import OVERRIDE, elsewhere

from .conftest import CHEAP, PASSPHRASE


@pytest.fixture(autouse=True)
def own_settings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path_factory.mktemp("settings") / "settings.json"
    monkeypatch.setenv("PUERTAS_SETTINGS", str(file))
    monkeypatch.delenv(OVERRIDE, raising=False)
    return file


@pytest.mark.parametrize(
    ("name", "program"),
    [
        ("Dropbox", "Dropbox"),
        ("Dropbox (Coalition)", "Dropbox"),
        ("OneDrive - Coalition", "OneDrive"),
        ("iCloudDrive", "iCloud Drive"),
        ("Mobile Documents", "iCloud Drive"),
        ("Google Drive", "Google Drive"),
        ("GoogleDrive-someone@example.org", "Google Drive"),
        ("Nextcloud", "Nextcloud"),
        ("pCloudDrive", "pCloud"),
        ("MEGAsync", "MEGA"),
        ("Box Sync", "Box"),
        ("Box", "Box"),
        ("Tresorit Drive", "Tresorit"),
        ("Proton Drive", "Proton Drive"),
    ],
)
def test_known_by_its_name(tmp_path: Path, name: str, program: str) -> None:
    place = tmp_path / name / "lists" / "ours.puertas"
    assert elsewhere(place).name == program
    assert elsewhere(tmp_path / f"not {name}" / "ours.puertas") is None


@pytest.mark.parametrize(
    ("mark", "program"),
    [(".stfolder", "Syncthing"), (".dropbox", "Dropbox"), ("._sync_folder.db", "Nextcloud")],
)
def test_known_by_what_its_program_leaves(tmp_path: Path, mark: str, program: str) -> None:
    (tmp_path / "lists" / "deep").mkdir(parents=True)
    assert elsewhere(tmp_path / "lists" / "deep" / "ours.puertas") is None
    (tmp_path / "lists" / mark).mkdir()
    assert elsewhere(tmp_path / "lists" / "deep" / "ours.puertas").name == program


def test_a_link_does_not_hide_it(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "lists").symlink_to(tmp_path / "Dropbox")
    assert elsewhere(tmp_path / "lists" / "ours.puertas").name == "Dropbox"


MOUNTS = """/dev/sda1 / ext4 rw 0 0
tmpfs /tmp tmpfs rw 0 0
server:/export /srv/share nfs4 rw 0 0
//nas/lists /srv/share/local\\040disk cifs rw 0 0
/dev/sdb1 /srv/share/usb ext4 rw 0 0
"""


@pytest.mark.parametrize(
    ("place", "network"),
    [
        ("/home/someone/ours.puertas", False),
        ("/srv/share/ours.puertas", True),
        ("/srv/share/local disk/ours.puertas", True),
        ("/srv/share/usb/ours.puertas", False),
        ("/srv/shared/ours.puertas", False),
    ],
)
def test_known_by_its_file_system(place: str, network: bool) -> None:
    found = elsewhere(Path(place), MOUNTS)
    assert (found is not None and found.network) is network


def test_neither_made_nor_opened_there(tmp_path: Path) -> None:
    place = tmp_path / "Dropbox"
    place.mkdir()
    with pytest.raises(UserError, match="Dropbox copies"):
        Store.create(place / "ours.puertas", passphrase=PASSPHRASE, cost=CHEAP)
    assert list(place.iterdir()) == []
    Store.create(tmp_path / "ours.puertas", passphrase=PASSPHRASE, cost=CHEAP).close()
    (tmp_path / "ours.puertas").rename(place / "ours.puertas")
    for write in (False, True):
        with pytest.raises(UserError, match="leave this laptop by itself"):
            Store.open(place / "ours.puertas", passphrase=PASSPHRASE, write=write)


def test_one_setting_overrides(
    tmp_path: Path, own_settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "Dropbox"
    place.mkdir()
    monkeypatch.setenv(OVERRIDE, "1")
    Store.create(place / "ours.puertas", passphrase=PASSPHRASE, cost=CHEAP).close()
    monkeypatch.delenv(OVERRIDE)
    with pytest.raises(UserError):
        Store.open(place / "ours.puertas", passphrase=PASSPHRASE)
    save(Settings(allow_synced_folders=True), own_settings)
    Store.open(place / "ours.puertas", passphrase=PASSPHRASE).close()


def test_a_backup_may_lie_there_if_it_is_encrypted(tmp_path: Path) -> None:
    place = tmp_path / "Nextcloud"
    place.mkdir()
    with Store.create(tmp_path / "sealed.puertas", passphrase=PASSPHRASE, cost=CHEAP) as store:
        assert store.backups.write(place).is_file()
    with (
        Store.create(tmp_path / "plain.puertas", passphrase=None) as store,
        pytest.raises(UserError, match="Nextcloud copies"),
    ):
        store.backups.write(place)
    assert len(list(place.iterdir())) == 1


def test_documents_that_windows_moved_into_onedrive_are_known_by_its_variable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved = tmp_path / "Cloud of mine"
    (moved / "Documentos").mkdir(parents=True)
    assert synced.elsewhere(moved / "Documentos" / "x.puertas") is None
    monkeypatch.setenv("OneDriveCommercial", str(moved))
    assert synced.elsewhere(moved / "Documentos" / "x.puertas") == synced.Elsewhere("OneDrive")
    assert synced.elsewhere(tmp_path / "x.puertas") is None


def test_folders_that_a_mac_hands_to_its_clouds_are_known(tmp_path: Path) -> None:
    for name in ("Documents", "Library/Mobile Documents", "Library/CloudStorage/Box-Box"):
        (tmp_path / name).mkdir(parents=True)
    documents = tmp_path / "Documents" / "x.puertas"
    assert synced.elsewhere(documents) is None
    cloud = tmp_path / "Library" / "Mobile Documents" / "com~apple~CloudDocs"
    cloud.mkdir()
    (cloud / "Documents").symlink_to(tmp_path / "Documents")
    assert synced.elsewhere(documents) == synced.Elsewhere("iCloud Drive")
    box = tmp_path / "Library" / "CloudStorage" / "Box-Box" / "x.puertas"
    assert synced.elsewhere(box) == synced.Elsewhere("Box")
