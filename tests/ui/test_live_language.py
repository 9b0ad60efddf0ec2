"""A page that is open when the language changes says all that a page opened in it says."""

import shutil
from collections.abc import Callable
from difflib import unified_diff
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from directory_app.errors import UserError
from directory_app.ui import language
from directory_app.ui.pages import register
from directory_app.ui.window.main_window import MainWindow
from directory_app.ui.window.mend import Elsewhere, Mend
from directory_app.ui.window.welcome import Lock, Welcome
from tests.ui.said import said
from tests.ui.visiting import visit
from tests.ui.waiting import settle

Open = Callable[[Path], MainWindow]
KEYS = [entry.key for entry in register.PAGES]


def _texts(window: MainWindow) -> list[str]:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    settle(window.runner, 10)
    # words offered for a packet may be on paper already: they stay, and are others each time
    return [
        line
        for line in said(window.shell.page())
        if not line.startswith(("WordCard text", "_Words "))
    ]


@pytest.mark.parametrize("key", KEYS)
def test_a_page_changes_all_its_words_where_it_stands(
    make_window: Open, sample: Path, key: str
) -> None:
    twin = Path(shutil.copytree(sample, sample.with_name("twin.puertas")))
    window = make_window(sample)
    settle(window.runner)
    visit(window, key)
    before = _texts(window)
    language.apply("es")
    live = _texts(window)
    language.apply("en")
    assert _changes(before, _texts(window)) == []  # and back
    language.apply("es")
    fresh = make_window(twin)
    settle(fresh.runner)
    visit(fresh, key)
    assert _changes(_texts(fresh), live) == []


def _changes(one: list[str], other: list[str]) -> list[str]:
    return [
        line
        for line in unified_diff(sorted(one), sorted(other), "opened", "switched", "", n=0)
        if not line.startswith(("---", "+++", "@@"))
    ]


def _refusing(path: Path) -> QWidget:
    lock = Lock(path)
    lock.refuse(UserError("The passphrase is not right."))
    return lock


STAGES: dict[str, Callable[[Path], QWidget]] = {
    "welcome": lambda _path: Welcome(),
    "lock": _refusing,
    "elsewhere": lambda path: Elsewhere(path, UserError("The disk is full.", "")),
    "mend": lambda path: Mend(path, UserError("The directory file is damaged.", "")),
}


@pytest.mark.parametrize("name", STAGES)
def test_what_stands_before_a_directory_changes_all_its_words(
    qapp: QApplication, sample: Path, name: str
) -> None:
    stage = STAGES[name](sample)
    stage.show()
    language.apply("es")
    qapp.processEvents()
    fresh = STAGES[name](sample)
    fresh.show()
    told, anew = (
        [line for line in said(one) if not line.startswith("ScrollBar")]  # shown or not by room
        for one in (stage, fresh)
    )
    assert _changes(anew, told) == []
    for one in (stage, fresh):
        one.close()
        one.deleteLater()
