"""The words of the window are in memory: their file may be replaced while it is open."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from directory_app.ui import language


def _undo() -> str:
    return QApplication.translate("Shell", "Undo")


def test_an_update_may_write_over_the_words(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = Path(shutil.copytree(language._own_folder(), tmp_path / "translations"))
    monkeypatch.setattr(language, "_own_folder", lambda: str(own))
    language.apply("es")
    assert _undo() == "Deshacer"
    file = own / "puertas_es.qm"
    with file.open("r+b") as over:  # in place, as lrelease and installers write
        over.write(bytes(file.stat().st_size))
    assert _undo() == "Deshacer"


def test_without_its_words_the_window_speaks_english(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(language, "_own_folder", lambda: str(tmp_path / "none"))
    language.apply("es")
    assert _undo() == "Undo"
