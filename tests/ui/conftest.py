"""A real directory, its window, and a helper that waits until nothing is under way."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from directory_app.sample import make_sample
from directory_app.store.keys import Cost
from directory_app.store.rekey import encrypt
from directory_app.ui import garbage, language, style, theme
from directory_app.ui.widgets import focus
from directory_app.ui.window.main_window import MainWindow
from tests.ui.keeping.rings import wants_system

PASSPHRASE = "four random paper words"
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The style that the program begins with, on every system."""
    return ["pytest", "-style", "Fusion"]


@pytest.fixture(scope="session", autouse=True)
def _empty_clipboard(qapp: QApplication) -> Iterator[None]:
    """What Python made may not lie in it at the end: the offscreen one frees it after Python."""
    yield
    qapp.clipboard().clear()


@pytest.fixture(autouse=True)
def _plain_preferences(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    monkeypatch.setenv("PUERTAS_SETTINGS", str(tmp_path / "settings.json"))
    # no window of a test holds up the sleep of the computer that runs it
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={tmp_path}/no-bus")
    if not wants_system():  # a real keyring is on the session's
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/no-bus")
    style.install(qapp)
    focus.install(qapp)
    garbage.install(qapp)
    theme.apply(qapp, "light")
    language.apply("en")
    yield
    language.apply("en")


@pytest.fixture(scope="session")
def sample_master(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_sample(tmp_path_factory.mktemp("sample") / "sample.puertas")


@pytest.fixture
def sample(sample_master: Path, tmp_path: Path) -> Path:
    """The sample directory, a copy of its own."""
    return Path(shutil.copytree(sample_master, tmp_path / "sample.puertas"))


@pytest.fixture(scope="session")
def sealed_master(sample_master: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = Path(
        shutil.copytree(sample_master, tmp_path_factory.mktemp("sealed") / "sealed.puertas")
    )
    encrypt(path, PASSPHRASE, cost=CHEAP)
    return path


@pytest.fixture
def sealed(sealed_master: Path, tmp_path: Path) -> Path:
    """The sample, encrypted with PASSPHRASE at a low cost, a copy of its own."""
    return Path(shutil.copytree(sealed_master, tmp_path / "sealed.puertas"))


@pytest.fixture
def make_window(qapp: QApplication) -> Iterator[Callable[[Path], MainWindow]]:
    """Open the whole window on a directory; whatever goes wrong in it fails the test."""
    windows: list[MainWindow] = []
    failures: list[object] = []

    def make(path: Path) -> MainWindow:
        window = MainWindow()
        window.resize(1280, 820)  # the offscreen screen is smaller
        windows.append(window)
        window.start_again = lambda path: window.setProperty("started again", str(path))
        window.end = lambda: window.setProperty("ended", True)
        window.show_error = failures.append  # type: ignore[method-assign]
        window.runner.unhandled.disconnect()
        window.runner.unhandled.connect(failures.append)
        window.open(path)
        window.show()
        return window

    yield make
    for window in windows:
        window.close()
        window.runner.close()  # a window that refuses to close has threads still at work
        window.deleteLater()
    assert not failures, failures
