"""Before sleep and with the screen, the real window locks: real signals of a private bus."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest

from directory_app import settings
from directory_app.store import Store
from directory_app.ui.away import buses
from directory_app.ui.away.linux import LinuxAway
from directory_app.ui.window.held import HeldLock
from directory_app.ui.window.main_window import MainWindow
from tests.ui.away.private_bus import Logind, needs_bus, private_bus
from tests.ui.conftest import PASSPHRASE
from tests.ui.waiting import settle

pytestmark = [
    needs_bus,
    pytest.mark.skipif(sys.platform != "linux", reason="logind is Linux's"),
]
Open = Callable[[Path], MainWindow]
TYPED = "the yellow umbrella"
ROOT = Path(__file__).parents[3]


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    with private_bus(tmp_path) as (address, daemon):
        for name in ("DBUS_SYSTEM_BUS_ADDRESS", "DBUS_SESSION_BUS_ADDRESS"):
            monkeypatch.setenv(name, address)
        yield address, daemon


@pytest.fixture
def logind(bus: Any) -> Iterator[Logind]:
    made = Logind(bus[0])
    yield made
    made.end()


@pytest.fixture
def typing(make_window: Open, sealed: Path, logind: Logind) -> Iterator[MainWindow]:
    """A window in which something is half typed, and which holds sleep up."""
    window = make_window(sealed)
    window.centralWidget().field.setText(PASSPHRASE)
    window.centralWidget().unlock.click()
    settle(window.runner)
    window.shell.page().rows.select_place(0)
    settle(window.runner)
    window.shell.page().editor.notes.note.field.setPlainText(TYPED)
    until(lambda: logind.say("held") == 1)
    yield window
    if window._away is not None:
        window._away.stop()


def until(found: Callable[[], bool], seconds: float = 10) -> None:
    ends = time.monotonic() + seconds
    while not found():
        assert time.monotonic() < ends, "it did not come"
        QTest.qWait(5)


def locked(window: MainWindow) -> bool:
    return window.property("started again") is not None


def test_it_locks_before_sleep_which_waits_for_it(
    typing: MainWindow, logind: Logind, make_window: Open, sealed: Path
) -> None:
    """The order is what counts: sleep is held up until the directory is closed."""
    seen: list[tuple[int, bool]] = []
    typing.start_again = lambda path: (
        seen.append((logind.say("held"), typing.session is None)),
        typing.setProperty("started again", str(path)),
    )
    logind.say("sleep")
    until(lambda: locked(typing))
    assert seen == [(1, True)]
    until(lambda: logind.say("held") == 0)
    assert ["Inhibit", ["sleep", "Puertas", "Locks the list", "delay"]] in logind.say("asked")
    again = make_window(sealed)
    again.centralWidget().field.setText(PASSPHRASE)
    again.centralWidget().unlock.click()
    settle(again.runner)
    assert again.shell.page().editor.notes.note.field.toPlainText() == TYPED
    again._away.stop()


def test_it_makes_no_backup_while_sleep_waits(typing: MainWindow, logind: Logind) -> None:
    made: list[str] = []
    typing.session.keep_safe = lambda: made.append("a backup")
    logind.say("sleep")
    until(lambda: locked(typing))
    assert made == []


def test_sleep_goes_on_where_a_lock_cannot_keep_what_was_typed(
    typing: MainWindow, logind: Logind
) -> None:
    def bound(store: Store) -> None:
        connection = store.opened.connection
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count={pages}").fetchone()

    typing.session.ask(bound)
    settle(typing.runner)
    typing.shell.page().editor.notes.note.field.setPlainText(TYPED * 20_000)
    typing.runner.unhandled.disconnect()
    typing.shell.went_wrong.disconnect()  # that the disk is full is no surprise here
    logind.say("sleep")
    until(lambda: logind.say("held") == 0)
    assert isinstance(typing._held, HeldLock)
    assert not typing.isVisible()
    logind.say("wake")
    until(lambda: logind.say("held") == 1)  # the next sleep waits again
    typing._held._end(lambda: None)


@pytest.mark.parametrize("how", ["lock", "screen", "gnome"])
def test_it_locks_with_the_screen(typing: MainWindow, logind: Logind, how: str) -> None:
    until(lambda: any(member == "GetSession" for member, _ in logind.say("asked")))
    QTest.qWait(50)
    logind.say("lock of another")
    logind.say("screen back")
    QTest.qWait(100)
    assert not locked(typing)
    logind.say(how)
    until(lambda: locked(typing))


def test_with_the_screen_only_where_it_is_wanted(typing: MainWindow, logind: Logind) -> None:
    kept = settings.load()
    kept.lock_with_screen = False
    settings.save(kept)
    logind.say("screen")
    logind.say("gnome")
    QTest.qWait(200)
    assert not locked(typing)
    logind.say("sleep")  # of this nobody can be spared
    until(lambda: locked(typing))


def test_a_process_that_ends_lets_sleep_go_on(logind: Logind, bus: Any) -> None:
    """A lock ends the process, and nothing that it started holds sleep up instead of it."""
    script = (
        "import sys\n"
        "from PySide6.QtCore import QCoreApplication, QTimer, QProcess\n"
        "from directory_app.ui.away.linux import LinuxAway\n"
        "from directory_app.ui.window import again\n"
        "app = QCoreApplication([])\n"
        "away = LinuxAway(app)\n"
        "again.command = lambda path: [sys.executable, '-c', 'import time; time.sleep(20)']\n"
        "away.about_to_sleep.connect(lambda: again.start_again('x'))\n"
        "away.start()\n"
        "app.exec()\n"
    )
    with subprocess.Popen([sys.executable, "-c", script], cwd=ROOT) as child:
        until(lambda: logind.say("held") == 1)
        logind.say("sleep")
        until(lambda: logind.say("held") == 0, 5)
    assert child.returncode == 0


def test_no_bus_is_no_mistake(qapp: Any, tmp_path: Path) -> None:
    away = LinuxAway(qapp)  # the addresses of a test lead nowhere
    away.start()
    QTest.qWait(100)
    assert not away.holds_sleep
    away.stop()


def test_a_bus_that_hangs_is_left_alone_and_the_window_never_waits(bus: Any, qapp: Any) -> None:
    _address, daemon = bus
    os.kill(daemon.pid, signal.SIGSTOP)
    away = LinuxAway(qapp)
    longest = last = 0.0
    began = last = time.perf_counter()
    away.start()
    while last - began < 2.6:  # longer than a bus is given
        QTest.qWait(1)
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    os.kill(daemon.pid, signal.SIGCONT)
    assert away._system is None
    assert longest < 0.5, longest  # connecting would hold it for 25 seconds
    away.stop()


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("unix:path=/run/x", "/run/x"),
        ("unix:path=/run/a%20b,guid=12", "/run/a b"),
        ("unix:abstract=/tmp/x,guid=12", "\0/tmp/x"),
        ("tcp:host=localhost,port=1", None),
        ("nonsense", None),
        ("", None),
    ],
)
def test_addresses_are_read(address: str, path: str | None) -> None:
    assert buses._socket_of(address) == path


# -- the desktop's portal

_WINDOW = """
import ctypes, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from directory_app.ui import portal

def dumpable():
    return ctypes.CDLL(None).prctl(3, 0, 0, 0, 0)

app = QApplication(["x"])
window = QWidget()
print(dumpable(), flush=True)
QTimer.singleShot(0, window, lambda: portal.shut_memory_once_known(window))
beat = QTimer(interval=5)
def look():
    if not dumpable():
        print(dumpable(), flush=True)
        app.quit()
beat.timeout.connect(look)
beat.start()
app.exec()
"""


@pytest.mark.parametrize("there", [True, False])
def test_memory_is_shut_once_the_portal_knows_us(
    logind: Logind, there: bool, tmp_path: Path
) -> None:
    """With a portal after it was asked, without one at once; either way it is shut."""
    environment = dict(os.environ)
    if not there:
        environment["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={tmp_path}/none"
    done = subprocess.run(
        [sys.executable, "-c", _WINDOW], cwd=ROOT, env=environment, timeout=20,
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    assert done.stdout.split() == ["1", "0"]
    asked = [member for member, _ in logind.say("asked")]
    assert ("Read" in asked) is there
