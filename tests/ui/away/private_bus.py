"""A D-Bus of our own in a folder, and a logind that sleeps, locks and hands out inhibitors.

Real messages of a real bus: only who sends them is invented. The logind is this file, run as a
process of its own; it does what lines on its standard input say, and answers each with one.
"""

import json
import os
import select
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[3]
needs_bus = pytest.mark.skipif(
    shutil.which("dbus-daemon") is None, reason="no dbus-daemon on this computer"
)
_CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
 <type>custom</type><listen>unix:path={socket}</listen><auth>EXTERNAL</auth>
 <policy context="default"><allow send_destination="*" eavesdrop="true"/>
 <allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>
"""
SESSION = "/org/freedesktop/login1/session/_37"


@contextmanager
def private_bus(folder: Path) -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
    """A bus that nobody else knows: its address, and its process."""
    socket, config = folder / "bus", folder / "bus.conf"
    config.write_text(_CONFIG.format(socket=socket))
    with subprocess.Popen(
        ["dbus-daemon", f"--config-file={config}", "--nofork", "--print-address=1"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    ) as daemon:  # fmt: skip
        assert daemon.stdout is not None
        try:
            yield daemon.stdout.readline().strip(), daemon
        finally:
            daemon.kill()


class Logind:
    """The invented one. ``say`` has it do something and gives what it told."""

    def __init__(self, address: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, __file__, address], cwd=ROOT, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
        )  # fmt: skip
        assert self._line() == "ready"

    def say(self, words: str) -> Any:
        """``held``: whether somebody holds sleep up; ``sleep``, ``wake``, ``lock``, ``screen``."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{words}\n")
        self.process.stdin.flush()
        return json.loads(self._line())

    def end(self) -> None:
        self.process.kill()
        self.process.communicate()

    def _line(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()


def _serve(address: str) -> None:
    from PySide6.QtCore import QCoreApplication, QTimer
    from PySide6.QtDBus import (
        QDBusConnection,
        QDBusMessage,
        QDBusObjectPath,
        QDBusUnixFileDescriptor,
        QDBusVirtualObject,
    )

    app = QCoreApplication(sys.argv)
    bus = QDBusConnection.connectToBus(address, "logind")
    readers: list[int] = []
    asked: list[Any] = []

    class Service(QDBusVirtualObject):
        def introspect(self, path: str) -> str:
            return ""

        def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:
            reply = message.createReply()
            asked.append([message.member(), message.arguments()])
            if message.member() == "Inhibit":
                reading, writing = os.pipe()
                readers.append(reading)
                reply.setArguments([QDBusUnixFileDescriptor(writing)])
                connection.send(reply)
                os.close(writing)  # the one that was sent is a copy
                return True
            if message.member() == "GetSession":
                reply.setArguments([QDBusObjectPath(SESSION)])
            elif message.member() == "Read":
                reply.setArguments(["1"])
            connection.send(reply)
            return True

    service = Service()
    for path in ("/org/freedesktop/login1", "/org/freedesktop/portal/desktop"):
        bus.registerVirtualObject(
            path, service, QDBusConnection.VirtualObjectRegisterOption.SubPath
        )
    for name in ("org.freedesktop.login1", "org.freedesktop.portal.Desktop"):
        bus.registerService(name)

    def emit(path: str, interface: str, name: str, *arguments: Any) -> None:
        signal = QDBusMessage.createSignal(path, interface, name)
        signal.setArguments(list(arguments))
        bus.send(signal)

    def held() -> int:
        """How many hold sleep up: the other end of their pipe is open."""
        return sum(not select.select([each], [], [], 0)[0] for each in readers)

    manager = ("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep")
    lock = ("org.freedesktop.login1.Session", "Lock")
    acts: dict[str, Any] = {
        "held": held,
        "asked": lambda: asked,
        "sleep": lambda: emit(*manager, True),
        "wake": lambda: emit(*manager, False),
        "lock": lambda: emit(SESSION, *lock),
        "lock of another": lambda: emit("/org/freedesktop/login1/session/c9", *lock),
        "screen": lambda: emit(
            "/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", True
        ),
        "gnome": lambda: emit(
            "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", True
        ),
        "screen back": lambda: emit(
            "/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", False
        ),
    }
    lines: list[str] = []

    def tell(words: str) -> None:
        sys.stdout.write(f"{words}\n")
        sys.stdout.flush()

    def read() -> None:
        for line in sys.stdin:
            lines.append(line.strip())

    def work() -> None:
        while lines:
            tell(json.dumps(acts[lines.pop(0)]()))

    threading.Thread(target=read, daemon=True).start()
    beat = QTimer(interval=2)
    beat.timeout.connect(work)
    beat.start()
    tell("ready")
    app.exec()


if __name__ == "__main__":
    _serve(sys.argv[1])
