"""The keyring, through the store, the verbs and the window: one in a file, and a real one."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import keyring
import pytest

from directory_app import cli
from directory_app.errors import UserError
from directory_app.store import Filter, Store, keys, os_keyring, rekey
from directory_app.ui.window.main_window import MainWindow
from directory_app.ui.window.welcome import Lock
from tests.ui.conftest import CHEAP, PASSPHRASE
from tests.ui.keeping.rings import WHICH, FileRing, SystemRing, wants_system
from tests.ui.waiting import settle

Open = Callable[[Path], MainWindow]
ROOT = Path(__file__).resolve().parents[3]
only_file = pytest.mark.skipif(wants_system(), reason="a real keyring does not break on demand")
#: What a keyring raises that is no KeyringError: D-Bus and Windows have errors of their own.
ANY_ERROR = [RuntimeError("the bus is gone"), OSError(1312, "no such logon session")]


@pytest.fixture
def ring(tmp_path: Path) -> Iterator[FileRing | SystemRing]:
    if wants_system():
        yield SystemRing()
        return
    before, made = keyring.get_keyring(), FileRing(tmp_path / "ring.json")
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    real = keys.passphrase_slot
    monkeypatch.setattr(
        keys, "passphrase_slot", lambda key, secret, _cost: real(key, secret, CHEAP)
    )


def opens(path: Path) -> bool:
    try:
        with Store.open(path, keyring=True) as store:
            return store.browser.count(Filter()) > 0
    except keys.WrongSecretError:
        return False


def use(path: Path) -> None:
    with Store.open(path, passphrase=PASSPHRASE, write=True) as store:
        store.keys.use_keyring(PASSPHRASE)


def test_there_is_one(ring: Any) -> None:
    assert os_keyring.available()


def test_what_is_put_in_comes_out_and_goes(ring: Any) -> None:
    entry, secret = os_keyring.keep_new_secret()
    assert os_keyring.secret(entry) == secret
    assert ring.entries() == [entry]
    assert os_keyring.forget(entry)
    assert os_keyring.forget(entry)  # gone is gone
    assert os_keyring.secret(entry) is None
    assert ring.entries() == []


def test_another_key_is_another_entry_and_the_old_one_goes(ring: Any, sealed: Path) -> None:
    use(sealed)
    first = ring.entries()
    done = rekey.rekey(sealed, PASSPHRASE, new_passphrase=None, code=None)
    assert not done.keyring_lost
    assert len(ring.entries()) == 1
    assert ring.entries() != first
    assert opens(sealed)
    with Store.open(sealed, keyring=True, write=True) as store:
        assert store.keys.forget_keyring()
    assert ring.entries() == []
    assert not opens(sealed)


def test_the_verbs(ring: Any, sealed: Path, monkeypatch: Any, capsys: Any) -> None:
    monkeypatch.setenv("PUERTAS_PASSPHRASE", PASSPHRASE)
    assert cli.run(["keyring", str(sealed)]) == 0
    assert "whoever has your unlocked laptop has the list" in capsys.readouterr().out
    monkeypatch.delenv("PUERTAS_PASSPHRASE")
    assert cli.run(["list", str(sealed)]) == 0
    assert cli.run(["keyring", str(sealed), "--off"]) == 0
    assert ring.entries() == []
    assert cli.run(["list", str(sealed)]) == 2


def page_of(window: MainWindow) -> Any:
    window.shell.open_page("security")
    settle(window.runner)
    return window.shell.page()


def unlocked(make_window: Open, path: Path) -> MainWindow:
    window = make_window(path)
    window.centralWidget().field.setText(PASSPHRASE)
    window.centralWidget().unlock.click()
    settle(window.runner)
    return window


def test_the_window_lets_it_open_and_takes_it_out(
    ring: Any, sealed: Path, make_window: Open
) -> None:
    window = unlocked(make_window, sealed)
    page = page_of(window)
    assert page.use_keyring.isEnabled()
    page.use_keyring.click()
    page.dialog.secret.field.setText(PASSPHRASE)
    page.dialog.go.click()
    settle(window.runner)
    assert len(ring.entries()) == 1
    assert not page.use_keyring.isVisible()
    assert window.close()
    window = make_window(sealed)
    lock = window.centralWidget()
    assert lock.keyring.isVisible()
    lock.keyring.click()
    settle(window.runner)
    assert window.shell is not None
    page = page_of(window)
    page.forget_keyring.click()
    settle(window.runner)
    assert ring.entries() == []
    assert page.use_keyring.isVisible()


def test_a_locked_one_is_told_at_the_lock_and_the_passphrase_opens(
    ring: Any, sealed: Path, make_window: Open
) -> None:
    use(sealed)
    ring.lock()
    window = make_window(sealed)
    lock = window.centralWidget()
    lock.keyring.click()
    settle(window.runner)
    assert isinstance(window.centralWidget(), Lock)
    assert "keyring did not open" in lock.problem.text()
    lock.field.setText(PASSPHRASE)
    lock.unlock.click()
    settle(window.runner)
    page = page_of(window)
    said: list[str] = []
    page.said.connect(lambda text, *_: said.append(text))
    page.forget_keyring.click()
    settle(window.runner)
    assert "yourself" in said[0]  # it could not be asked, and the person is told
    assert not opens(sealed)


@only_file
def test_one_that_is_locked_gets_nothing_new(ring: FileRing, sealed: Path) -> None:
    ring.lock()
    before = (sealed / "keys.json").read_bytes()
    with pytest.raises(UserError, match="is locked"):
        use(sealed)
    assert (sealed / "keys.json").read_bytes() == before


@only_file
@pytest.mark.parametrize("error", ANY_ERROR)
def test_one_that_breaks_is_a_sentence(ring: FileRing, sealed: Path, error: Exception) -> None:
    use(sealed)
    ring.failing = error
    assert not opens(sealed)
    with pytest.raises(UserError, match="no keyring"):
        use(sealed)
    with Store.open(sealed, passphrase=PASSPHRASE, write=True) as store:
        assert not store.keys.forget_keyring()
    ring.failing = None
    assert not opens(sealed)


@only_file
def test_slots_that_could_not_be_written_leave_nothing_in_it(
    ring: FileRing, sealed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from directory_app.store import swap

    def full(*_: object) -> None:
        raise UserError("The disk is full.")

    monkeypatch.setattr(swap, "put_slots", full)
    with pytest.raises(UserError, match="full"):
        use(sealed)
    assert ring.entries() == []


def gnome_keyring() -> bool:
    """Whether there is one, and a bus can be started for it."""
    if not shutil.which("dbus-run-session") or not shutil.which("gnome-keyring-daemon"):
        return False
    ran = subprocess.run(["dbus-run-session", "--", "true"], check=False, capture_output=True)
    return ran.returncode == 0


SESSION = """
printf x | gnome-keyring-daemon --unlock --components=secrets > /dev/null
exec "$@"
"""


@only_file
@pytest.mark.skipif(
    not gnome_keyring(),
    reason="no GNOME Keyring in a D-Bus session here: apt-get install gnome-keyring dbus-daemon",
)
def test_all_of_this_with_gnome_keyring(tmp_path: Path) -> None:
    """In a session and a home of its own, so that nobody's keyring is touched."""
    home = tmp_path / "home"
    (home / "run").mkdir(parents=True, mode=0o700)
    places = {"HOME": home, "XDG_DATA_HOME": home / "share", "XDG_RUNTIME_DIR": home / "run"}
    ran = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", SESSION, "sh", sys.executable, "-m", "pytest",
         "-p", "no:cacheprovider", "-p", "no:xdist", str(Path(__file__))],
        cwd=ROOT,
        env=os.environ | {name: str(place) for name, place in places.items()} | {WHICH: "system"},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "6 passed" in ran.stdout
