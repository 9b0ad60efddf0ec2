"""A field directory in the real window: made at home, opened, printed from, brought back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from directory_app.model.recall import PlannedRun
from directory_app.store import Store
from directory_app.store.field import FieldDirectories
from directory_app.store.keys import Cost
from directory_app.tasks import field as fields
from directory_app.ui import language
from directory_app.ui.pages.field.field_page import FieldPage
from directory_app.ui.shell.shell import Banner
from directory_app.ui.window.main_window import MainWindow
from tests.ui.accessible import cut_buttons, unnamed_controls
from tests.ui.waiting import settle

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    make = FieldDirectories.make
    monkeypatch.setattr(
        FieldDirectories, "make", lambda *args, **kw: make(*args, **(kw | {"cost": CHEAP}))
    )


@pytest.fixture
def home(make_window: Callable[[Path], MainWindow], sample: Path) -> MainWindow:
    made = make_window(sample)
    settle(made.runner)
    return made


@pytest.fixture
def page(home: MainWindow) -> FieldPage:
    home.shell.open_page("field")
    settle(home.runner)
    shown = home.shell.page()
    assert isinstance(shown, FieldPage)
    return shown


def test_the_page_says_what_would_go_along(home: MainWindow, page: FieldPage) -> None:
    assert "businesses" in page.contents.label.text()
    assert page.make.isEnabled()
    assert len(page.words.text().split()) == 6
    assert unnamed_controls(page) == []
    assert cut_buttons(page) == []
    page.search_field.setText("zzzzzz")
    page.look()
    settle(home.runner)
    assert not page.make.isEnabled()
    assert page.contents.label.text() == "Nobody of these may be printed now."


def test_it_is_made_opened_printed_from_and_brought_home(
    make_window: Callable[[Path], MainWindow],
    home: MainWindow,
    page: FieldPage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "saturday.puertas"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    page.make.click()
    settle(home.runner)
    assert "saturday.puertas" in page.result.label.text()
    words = page.words.text()
    with Store.open(path, passphrase=words, write=True) as store:
        code = store.listings.public("print", store.today())[0].code
        run = PlannedRun(layout="sheet", entries=[(code, {"name": "x"})])
        store.runs.complete(store.runs.reserve(run).number, "a" * 64)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(path))
    page.bring.click()
    settle(home.runner)
    assert page.came.label.text().startswith("1 print run came home")
    page.bring.click()
    settle(home.runner)
    assert page.came.label.text() == "Nothing was printed from it that is not known here."
    assert page.listed.text().startswith("Run ")


def test_a_field_directory_shows_only_what_one_prints_from(
    make_window: Callable[[Path], MainWindow], home: MainWindow, tmp_path: Path
) -> None:
    path, words = tmp_path / "saturday.puertas", "acequia piñón adobe maíz horno lavanda"
    session = home.shell.session
    with Store.open(session.path) as reader:
        until = reader.today()
    made = []
    session.write(
        lambda store, progress: made.append(
            fields.make_field(store, fields.FieldOrder(path, words, until, cost=CHEAP), progress)
        )
    )
    settle(home.runner)
    window = make_window(path)
    window.centralWidget().unlock_wanted.emit(words)
    settle(window.runner)
    shell = window.shell
    keys = {row.key for row in shell.side.list.entries.rows}
    assert {"all", "map", "events", "runs"} <= keys
    assert keys.isdisjoint({"consent", "verify", "import", "packets", "export", "backups", "field"})
    banners = window.findChildren(Banner)
    assert any("Field directory" in one.label.text() for one in banners)
    language.apply("es")
    settle(window.runner)
    assert any("Directorio de campo" in one.label.text() for one in banners)
    assert not shell.session.writable
    for key in ("map", "events", "runs"):
        shell.open_page(key)
        settle(window.runner)
