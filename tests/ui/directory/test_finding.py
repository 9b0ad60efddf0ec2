"""The menu of filters, the examples, the chips in words, and what leaves nothing."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from directory_app.model.business import Business
from directory_app.model.geo import Position
from directory_app.model.query import parse
from directory_app.model.query_edit import term_of
from directory_app.store import Store, area
from directory_app.store.area import Area
from directory_app.store.browse import Browser
from directory_app.store.filters import Filter
from directory_app.ui import language
from directory_app.ui.pages.directory import asked_words, search_help
from directory_app.ui.pages.directory.directory_page import DirectoryPage
from directory_app.ui.pages.directory.search_help import SearchHelp
from directory_app.ui.window.main_window import MainWindow
from tests.ui.waiting import settle

Make = Callable[[Path], MainWindow]


@pytest.fixture
def window(make_window: Make, sample: Path) -> Iterator[MainWindow]:
    made = make_window(sample)
    settle(made.runner)
    yield made
    settle(made.runner)


@pytest.fixture
def page(window: MainWindow) -> DirectoryPage:
    found = window.findChild(DirectoryPage)
    found.settle = lambda: settle(window.runner)
    return found


def choose(page: DirectoryPage, *texts: str) -> None:
    """Through the menu "Filter", part by part."""
    page.bar.filters.menu().aboutToShow.emit()
    menu = page.bar.filters.menu()
    for text in texts[:-1]:
        menu = part(menu, text).menu()
        menu.aboutToShow.emit()
    part(menu, texts[-1]).trigger()
    page.settle()


def part(menu: QMenu, text: str) -> QAction:
    return next(one for one in menu.actions() if one.text().split("\t")[0] == text)


def leaves(menu: QMenu) -> Iterator[QAction]:
    for one in menu.actions():
        if one.menu():
            one.menu().aboutToShow.emit()
            yield from leaves(one.menu())
        elif not one.isSeparator():
            yield one


# -- the menu


def test_each_choice_is_typed_into_the_box(page: DirectoryPage) -> None:
    choose(page, "Town", "Santa Fe")
    choose(page, "Category", "Bakery")
    choose(page, "Town", "Clovis")
    assert page.box.text() == 'town:"Santa Fe" or town:Clovis category:bakery'
    assert [chip.text() for chip in page.asked.chips] == [
        "town: Santa Fe or town: Clovis",
        "category: bakery",
    ]
    assert page.table.rowCount() == 3
    choose(page, "Lacks", "Website")
    assert page.box.text().endswith("-has:website")
    choose(page, "Town", "Clovis")  # once more takes it away
    assert page.box.text() == 'town:"Santa Fe" category:bakery -has:website'


def test_the_menu_ticks_what_is_asked_for(page: DirectoryPage) -> None:
    page.box.line.setText("pueblo:clovis revisión:borrador consent.map:yes")
    ticked = {one.text().split("\t")[0] for one in _ticked(page)}
    assert ticked == {"Draft", "Yes"} | ({"Clovis"} & ticked)


def _ticked(page: DirectoryPage) -> list[QAction]:
    page.bar.filters.menu().aboutToShow.emit()
    return [one for one in leaves(page.bar.filters.menu()) if one.isChecked()]


@pytest.mark.parametrize("spoken", ["en", "es"])
def test_every_row_of_the_menu_can_be_read(
    page: DirectoryPage, spoken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    language.apply(spoken)
    asked: list[str] = []
    monkeypatch.setattr(page, "table", _Silent(page.table))
    page.bar.asked.disconnect()
    page.bar.begun.disconnect()
    page.bar.asked.connect(asked.append)
    begun: list[str] = []
    page.bar.begun.connect(lambda text, _back: begun.append(text))
    page.bar.filters.menu().aboutToShow.emit()
    rows = list(leaves(page.bar.filters.menu()))
    for row in rows:
        assert row.text()
        row.trigger()
    assert len(asked) + len(begun) == len(rows)
    for text in asked:
        assert parse(text).problems == ()
        assert asked_words.said(term_of(text))
    by_hand = {"en": {"code:", "language:", 'near:""<5mi'}}
    by_hand["es"] = {"código:", "idioma:", 'cerca:""<5mi'}
    assert by_hand[spoken] <= set(begun)
    if spoken == "es":
        assert {"categoría:panadería", "pueblo:Clovis", "permiso.imprimir:ninguno"} <= set(asked)


class _Silent:
    def __init__(self, table: object) -> None:
        self.__dict__.update(rowCount=lambda: 0, filter=table.filter, refresh=lambda _done: None)


def test_near_is_begun_with_the_cursor_where_the_place_goes(page: DirectoryPage) -> None:
    page.box.line.setText("pan")
    choose(page, "Near…", "Within 10 mi of…")
    assert page.box.text() == 'pan near:""<10mi'
    QTest.keyClicks(page.box.line, "Clovis, NM")
    assert page.box.text() == 'pan near:"Clovis, NM"<10mi'
    page.settle()


def test_keys_open_the_menus_from_everywhere(window: MainWindow, page: DirectoryPage) -> None:
    window.shell.open_page("settings")
    settle(window.runner)
    window.shell.do("filter")
    assert window.shell.page() is page
    assert page.bar.filters.menu().isVisible()
    page.bar.filters.menu().close()
    window.shell.do("columns")
    assert page.bar.columns_menu.isVisible()
    page.bar.columns_menu.close()


def test_menus_wait_for_no_counting(
    page: DirectoryPage, monkeypatch: pytest.MonkeyPatch, qtbot: object
) -> None:
    qtbot.waitUntil(lambda: page.bar.tallies._kept is not None)
    monkeypatch.setattr(Browser, "cities", lambda _browser: pytest.fail("in the window's thread"))
    menu = page.bar._menus[1].menu()
    menu.aboutToShow.emit()
    assert [one.text() for one in menu.actions()][-1].startswith("Santa Fe")
    monkeypatch.undo()
    page.session.write(
        lambda store: store.businesses.add(Business(code="", name="Otra", city="Taos"))
    )
    qtbot.waitUntil(lambda: ("Taos", 1) in page.bar.tallies.cities())


# -- how to search


@pytest.mark.parametrize("spoken", ["en", "es"])
def test_every_example_can_be_read_and_said(page: DirectoryPage, spoken: str) -> None:
    language.apply(spoken)
    rows = [row for _section, rows in search_help.examples() for row in rows]
    assert len(rows) > 15
    for row in rows:
        query = parse(row.typed())
        assert query.clauses
        assert query.problems == ()
        assert all(asked_words.clause(clause) for clause in query.clauses)
    english, spanish = ([parse(getattr(row, tongue)) for row in rows] for tongue in ("en", "es"))
    for one, other, row in zip(english, spanish, rows, strict=True):
        assert _meaning(one) == _meaning(other), row


def _meaning(query: object) -> list[object]:
    return [(term.key, term.value, term.excluded) for each in query.clauses for term in each]


def test_an_example_is_taken_by_keyboard(
    window: MainWindow, page: DirectoryPage, qtbot: object
) -> None:
    window.shell.do("how_to_search")
    sheet = page.box.findChild(SearchHelp)
    assert sheet.isVisible()
    for _press in range(4):
        QTest.keyClick(sheet.focusWidget(), Qt.Key.Key_Down)
    QTest.keyClick(sheet.focusWidget(), Qt.Key.Key_Return)
    page.settle()
    assert page.box.text() == "town:clovis"
    qtbot.waitUntil(page.box.line.hasFocus)
    assert {page.table.row(n).city for n in range(page.table.rowCount())} == {"Clovis"}


# -- chips


@pytest.mark.parametrize(
    ("text", "english", "spanish"),
    [
        ('town:"santa fe"', "town: Santa Fe", "pueblo: Santa Fe"),
        ("stale:>6m", "not checked for 6 months", "sin revisar desde hace 6 meses"),
        ("stale:<1y", "checked within one year", "revisado en un año"),
        ("changed:<7d", "changed within 7 days", "cambiado en 7 días"),
        ("changed:<2w", "changed within 2 weeks", "cambiado en 2 semanas"),
        ("-consent.web:yes", "except web: yes", "excepto web: sí"),
        ("consent.share:ends<60d", "share: ends within 2 months", "compartir: vence en 2 meses"),
        ("open:sun", "open on Sunday", "abierto el domingo"),
        ("precision:none", "no pin", "sin punto"),
        ("payment:snap", "takes SNAP", "acepta SNAP"),
        ("category:bakery or category:cafe", "category: bakery or category: café", ""),
    ],
)
def test_a_chip_says_it_in_words(qapp: object, text: str, english: str, spanish: str) -> None:
    (clause,) = parse(text).clauses
    assert asked_words.clause(clause) == english
    if spanish:
        language.apply("es")
        assert asked_words.clause(clause) == spanish


# -- what leaves nothing


def blamed(page: DirectoryPage, qtbot: object) -> tuple[str, str]:
    qtbot.waitUntil(lambda: page.empty is not None and page.empty._culprit is not None)
    return page.empty.state.text.whole_text(), page.empty.state.button.text()


def test_the_filter_that_leaves_nothing_is_named_and_taken_away(
    page: DirectoryPage, qtbot: object
) -> None:
    page.box.line.setText("category:bakery town:gallup")
    page.settle()
    assert blamed(page, qtbot) == (
        "No business in this directory has “town: Gallup”. Without it there are 3.",
        "Remove “town: Gallup”",
    )
    page.empty.state.button.click()
    page.settle()
    assert page.box.text() == "category:bakery"
    assert page.table.rowCount() == 3


def test_of_two_that_do_not_meet_the_one_is_named_without_which_more_are_left(
    page: DirectoryPage, qtbot: object
) -> None:
    page.box.line.setText("town:portales category:bakery")
    page.settle()
    text, button = blamed(page, qtbot)
    assert text == "No business here has “town: Portales” too. Without it there are 3."
    assert button == "Remove “town: Portales”"


def test_a_word_a_view_and_a_part_of_the_map_can_be_it_too(
    page: DirectoryPage, qtbot: object
) -> None:
    page.box.line.setText("zzzz")
    page.settle()
    assert blamed(page, qtbot)[1] == "Remove “zzzz”"
    page.open("no_pin")
    page.ask_for("patan")
    page.settle()
    assert blamed(page, qtbot) == (
        "There is nothing of it in this list. Without it there is one.",
        "Look in all",
    ) or blamed(page, qtbot)[1].startswith("Remove")
    nowhere = Area.box(Position(40.0, -100.0), Position(41.0, -99.0))
    page.open(Filter(area=nowhere))
    page.settle()
    assert blamed(page, qtbot)[1] == "Look everywhere"
    page.empty.state.button.click()
    page.settle()
    assert page.table.rowCount() == 18


# -- places


def test_a_town_without_a_state_is_looked_for_at_home(make_window: Make, sample: Path) -> None:
    with Store.open(sample, write=True) as store:
        store.settings.set("home_state", "TX")
    window = make_window(sample)
    settle(window.runner)
    page = window.findChild(DirectoryPage)
    page.box.line.setText('near:"Littlefield"<5mi')
    settle(window.runner)
    found = area.place_of("Littlefield")
    assert found is not None
    assert found.longitude > -103.1  # in Texas
    assert page.asked.problem.isHidden()
