"""What this laptop keeps outside a directory: not where it lies, nor who works or is in it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
#: Chooses a file in Qt's own dialog, twice; KEEP says whether its settings have a place.
DIALOGS = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QFileDialog
from directory_app.ui import app, file_dialogs
if sys.argv[2] == "as Qt does":
    file_dialogs.keep_no_places = lambda: None
    file_dialogs.forget = lambda: None
running = app.prepare(["puertas"])
folder = Path(sys.argv[1])
for name in ("guide.pdf", "other.pdf"):
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setDirectory(str(folder))
    dialog.setHistory([str(folder)])
    dialog.selectFile(str(folder / name))
    dialog.accept()
    del dialog
    file_dialogs.forget()
running.processEvents()
"""
#: Opens a directory, lets everything load that comes after the first paint, and closes it.
SESSION = """
import sys
from pathlib import Path
from directory_app.ui import app
from directory_app.ui.window.main_window import MainWindow
from tests.ui.waiting import settle
running = app.prepare(["puertas"])
window = MainWindow()
window.open(Path(sys.argv[1]))
window.show()
settle(window.runner)
window.shell.open_page("settings")
settle(window.runner)
page = window.shell.page()
page._choose_person("Zqxperson")
page._prefer("language", "es")
settle(window.runner)
window.close()
"""


def ran(script: str, home: Path, *arguments: str) -> None:
    environment = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    environment |= {"HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "TMPDIR": str(home / "tmp")}
    (home / "tmp").mkdir(parents=True)
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def kept(home: Path, *words: str) -> list[str]:
    """Files below a home that have one of these words in them, or in their names."""
    found = []
    for file in home.rglob("*"):
        if file.is_file():
            data = file.read_bytes() + str(file.relative_to(home)).encode()
            if any(w.encode() in data or w.encode("utf-16-le") in data for w in words):
                found.append(str(file.relative_to(home)))
    return found


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system keeps Qt's settings")
@pytest.mark.parametrize(("how", "expected"), [("as Qt does", True), ("as we do", False)])
def test_no_dialog_of_qt_leaves_the_folders_that_it_showed(
    tmp_path: Path, how: str, expected: bool
) -> None:
    folder = tmp_path / "zqxfolder"
    folder.mkdir()
    ran(DIALOGS, tmp_path / "home", str(folder), how)
    assert bool(kept(tmp_path / "home", "zqxfolder")) == expected


def test_a_session_leaves_no_place_no_name_and_nobody_outside_the_directory(
    tmp_path: Path,
) -> None:
    from directory_app.model.business import Business
    from directory_app.store import Store

    directory = tmp_path / "zqxplace" / "zqxours.puertas"
    directory.parent.mkdir()
    with Store.create(directory, passphrase=None) as store:
        store.people.add("Zqxperson")
        store.people.add("Otilia")
        store.businesses.add(Business(code="", name="Zqxtienda"))
    home = tmp_path / "home"
    old = home / ".config" / "puertas" / "settings.json"
    ran(SESSION, home, str(directory))
    assert old.exists()  # the language, and else it would prove nothing
    assert kept(home, "zqxplace", "zqxours", "Zqxperson", "Zqxtienda") == []
    if os.name == "posix":
        assert old.stat().st_mode & 0o777 == 0o600
    with Store.open(directory) as store:
        assert store.settings.get("works_here") == "Zqxperson"
