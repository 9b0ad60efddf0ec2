"""What holds for every test: no screen, and nothing of the person who runs them."""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from tests.ui import translations

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
#: Street data that happens to be on this computer would change every map.
os.environ["PUERTAS_MAP_DATA"] = str(Path(tempfile.gettempdir()) / "puertas-tests-no-map-data")
#: What a machine keeps is each run's own; what opens an encrypted directory writes there.
_SETTINGS = tempfile.TemporaryDirectory(prefix="puertas-tests-")
os.environ["PUERTAS_SETTINGS"] = str(Path(_SETTINGS.name) / "settings.json")


# A laptop stands where its directory is: in the evening of one the other has begun the next day.
os.environ["TZ"] = "America/Denver"
if hasattr(time, "tzset"):
    time.tzset()
# How long an example takes is the machine's affair; ./dev bench measures.
hypothesis.settings.register_profile("puertas", deadline=None)
hypothesis.settings.load_profile("puertas")


def pytest_configure(config: pytest.Config) -> None:
    """The Spanish words, once, before any of the workers asks for one."""
    if not hasattr(config, "workerinput"):
        translations.compile_if_older()


def _fails(command: list[str]) -> bool:
    return subprocess.run(command, check=False, capture_output=True).returncode != 0


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of three megabytes, where this account may mount one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(disk)]
    if not shutil.which("mount") or _fails(command):
        pytest.skip("this account may not mount a small disk")
    try:
        yield disk
    finally:
        subprocess.run(["umount", str(disk)], check=True)
