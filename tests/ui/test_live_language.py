"""A page that is open when the language changes says all that a page opened in it says."""

import shutil
from collections.abc import Callable
from difflib import unified_diff
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from directory_app.errors import UserError
from directory_app.store import Store
from directory_app.ui import language
from directory_app.ui.pages import register
from directory_app.ui.window.main_window import MainWindow
from directory_app.ui.window.mend import Elsewhere, Mend
from directory_app.ui.window.welcome import Lock, Welcome
from tests.ui.said import said
from tests.ui.visiting import visit
from tests.ui.waiting import settle

Open = Callable[[Path], MainWindow]
LIST = Path(__file__).parents[1] / "data" / "ui" / "plaza-list.csv"
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


def test_what_is_typed_is_there_in_the_other_language_and_not_saved(
    make_window: Open, sample: Path
) -> None:
    window = make_window(sample)
    settle(window.runner)
    page = window.shell.page()
    page.box.line.setText("restaurant")
    page.box.searched.emit("restaurant")
    settle(window.runner, 10)
    page.rows.select_place(1)
    settle(window.runner, 10)
    editor = page.editor
    before, business = editor.who.name.field.text(), editor.id
    editor.who.name.field.setFocus()
    editor.who.name.field.setText("Taquería La Nue")
    language.apply("es")
    settle(window.runner, 10)
    now = window.shell.page()
    assert now is not page
    assert now.box.text() == "restaurant"
    assert (now.editor.id, now.editor.who.name.field.text()) == (business, "Taquería La Nue")
    with Store.open(sample) as store:
        assert store.businesses.get(business).business.name == before
    now.can_leave()  # and it is saved like any other
    settle(window.runner, 10)
    with Store.open(sample) as store:
        assert store.businesses.get(business).business.name == "Taquería La Nue"


def test_a_page_that_is_not_shown_keeps_what_was_typed_until_it_is(
    make_window: Open, sample: Path
) -> None:
    window = make_window(sample)
    settle(window.runner)
    window.shell.open_page("events")
    settle(window.runner, 10)
    page = window.shell.page()
    page.add()
    page.form.fields["name_en"].setText("Feria de sal")
    window.shell.open_page("help")
    settle(window.runner, 10)
    language.apply("es")
    settle(window.runner, 10)
    (typed,) = window.shell.unfinished()["events"].values()  # a lock would keep it, too
    assert typed["name_en"] == "Feria de sal"
    window.shell.open_page("events")
    settle(window.runner, 10)
    now = window.shell.page()
    assert now.add_button.text() == "Agregar evento"
    assert now.form.fields["name_en"].text() == "Feria de sal"


def test_a_setting_that_leaves_the_language_leaves_the_page(
    make_window: Open, sample: Path
) -> None:
    window = make_window(sample)
    settle(window.runner)
    language.apply("es")
    settle(window.runner, 10)
    page = window.shell.page()
    language.apply("es")
    settle(window.runner, 10)
    assert window.shell.page() is page


def test_what_was_decided_of_a_list_stays(make_window: Open, sample: Path) -> None:
    window = make_window(sample)
    settle(window.runner)
    window.shell.open_page("import", LIST)
    settle(window.runner, 10)
    page = window.shell.page()
    kind = page.model.review.verdicts[0].offered[-1]
    page.set_kind(0, kind)
    counts = page.model.review.counts()
    language.apply("es")
    settle(window.runner, 10)
    now = window.shell.page()
    assert now is not page
    assert now.model.review.verdicts[0].kind == kind
    assert now.model.review.counts() == counts


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
