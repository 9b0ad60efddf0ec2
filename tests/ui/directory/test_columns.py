"""Columns of the table and its order: by mouse, by menu, kept for the next start."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from directory_app import settings
from directory_app.model.business import Business
from directory_app.store.browse import Browser
from directory_app.store.filters import Filter
from directory_app.ui.pages.directory import column_menu, table_model
from directory_app.ui.pages.directory.columns import (
    NARROWEST,
    Layout,
    keep_sorts,
    kept_layout,
    kept_sorts,
    sorts_after,
)
from directory_app.ui.pages.directory.directory_page import DirectoryPage
from directory_app.ui.pages.directory.table_model import USUAL, Column
from directory_app.ui.window.main_window import MainWindow
from tests.ui.waiting import settle

Make = Callable[[Path], MainWindow]


@pytest.fixture
def page(make_window: Make, sample: Path) -> DirectoryPage:
    window = make_window(sample)
    settle(window.runner)
    found = window.findChild(DirectoryPage)
    found.settle = lambda: settle(window.runner)
    return found


def told(page: DirectoryPage, *columns_told: Column) -> list[tuple[str, ...]]:
    table = page.table
    return [
        tuple(table.data(table.index(row, column)) for column in columns_told)
        for row in range(table.rowCount())
    ]


def head(page: DirectoryPage, column: Column) -> QPoint:
    header = page.rows.header
    return QPoint(header.sectionViewportPosition(column) + 20, header.height() // 2)


def press(page: DirectoryPage, column: Column, *, shift: bool = False) -> None:
    held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    viewport = page.rows.header.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, held, head(page, column))
    page.settle()


def action(menu: QMenu, *texts: str):
    found = next(one for one in menu.actions() if one.text().startswith(texts[0]))
    return action(found.menu(), *texts[1:]) if len(texts) > 1 else found


# -- the order


def test_clicks_turn_around_and_further_ones_go_up_down_and_away() -> None:
    by_name = (("name", False),)
    assert sorts_after(by_name, "name") == (("name", True),)
    assert sorts_after((("name", True),), "name") == by_name
    two = sorts_after((("city", False),), "category", further=True)
    assert two == (("city", False), ("category", False))
    assert sorts_after(two, "city") == (("city", True),)
    down = sorts_after(two, "category", further=True)
    assert down == (("city", False), ("category", True))
    assert sorts_after(down, "category", further=True) == (("city", False),)
    assert sorts_after((("city", True),), "city", further=True) == (("city", False),)


def test_shift_sorts_those_of_one_town_too(page: DirectoryPage) -> None:
    press(page, Column.TOWN)
    press(page, Column.CATEGORY, shift=True)
    press(page, Column.NAME, shift=True)
    press(page, Column.NAME, shift=True)
    assert page.bar.filter.sorts == (("city", False), ("category", False), ("name", True))
    rows = [page.table.row(n) for n in range(page.table.rowCount())]
    key = [(row.city, row.category) for row in rows]
    assert key == sorted(key)
    alike = [row.name for row in rows if (row.city, row.category) == ("Santa Fe", "restaurant")]
    assert len(alike) > 1
    assert alike == sorted(alike, reverse=True)
    assert page.rows.header.sorts == (
        (Column.TOWN, False),
        (Column.CATEGORY, False),
        (Column.NAME, True),
    )
    say = Qt.ItemDataRole.AccessibleTextRole
    way = Qt.Orientation.Horizontal
    assert page.table.headerData(Column.NAME, way, say) == "Name, sorted downwards (3)"
    assert page.table.headerData(Column.CODE, way, say) == "Code"


def test_the_menu_sorts_without_a_mouse(page: DirectoryPage) -> None:
    menu = page.bar.columns_menu
    menu.aboutToShow.emit()
    action(menu, "Sort by", "Town").trigger()
    page.settle()
    menu.aboutToShow.emit()
    action(menu, "Then by", "Changed").trigger()
    page.settle()
    assert page.bar.filter.sorts == (("city", False), ("modified", False))
    menu.aboutToShow.emit()
    action(menu, "Sort by one column only").trigger()
    page.settle()
    assert page.bar.filter.sorts == (("city", False),)
    column_menu.of_column(menu, page.rows, Column.CODE)
    action(menu, "Then downwards by this").trigger()
    page.settle()
    assert page.bar.filter.sorts == (("city", False), ("code", True))
    column_menu.of_column(menu, page.rows, Column.CODE)
    action(menu, "Do not sort by this").trigger()
    page.settle()
    assert page.bar.filter.sorts == (("city", False),)


def test_the_order_is_kept_for_the_next_start(make_window: Make, sample: Path) -> None:
    keep_sorts((("city", True), ("code", False)))
    window = make_window(sample)
    settle(window.runner)
    page = window.findChild(DirectoryPage)
    assert page.table.filter.sorts == (("city", True), ("code", False))
    towns = [page.table.row(n).city for n in range(page.table.rowCount())]
    assert towns == sorted(towns, reverse=True)
    kept = settings.load()
    kept.sort = ["-colour", "name", "-name", "precision"]
    settings.save(kept)
    assert kept_sorts() == (("name", False), ("precision", False))


def test_a_save_does_not_wait_for_a_long_order(
    page: DirectoryPage, monkeypatch: pytest.MonkeyPatch, qtbot: Any
) -> None:
    monkeypatch.setattr(table_model, "AGAIN_MS", 50)
    real = Browser.row_ids
    monkeypatch.setattr(Browser, "row_ids", _for_ever)
    page.table.refresh()
    qtbot.waitUntil(lambda: page.session._looked.get("look") is page.table._learning)
    monkeypatch.setattr(Browser, "row_ids", real)
    page.session.write(
        lambda store: store.businesses.add(Business(code="", name="Nueva", city="Taos"))
    )
    qtbot.waitUntil(lambda: page.table.rowCount() == 19)

    monkeypatch.setattr(Browser, "row_ids", _for_ever)
    page.table.refresh()
    qtbot.waitUntil(lambda: page.session._looked.get("look") is page.table._learning)
    monkeypatch.setattr(Browser, "row_ids", real)
    page.session.write(_fails, failed=lambda _error: None)
    told: list[int] = []
    page.table.counted.connect(told.append)
    qtbot.waitUntil(lambda: told == [19])


def _for_ever(browser: Browser, _wanted: Filter) -> object:
    numbers = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)"
    return browser._connection.execute(f"{numbers} SELECT count(*) FROM n").fetchone()


def _fails(_store: object) -> None:
    raise OSError("no room")


# -- the columns


def test_what_is_chosen_is_told_and_kept(page: DirectoryPage) -> None:
    menu = page.bar.columns_menu
    for name in ("Phone", "Website", "Review", "Payment", "Yes until"):
        menu.aboutToShow.emit()
        action(menu, name).trigger()
    menu.aboutToShow.emit()
    action(menu, "Pin").trigger()
    assert page.rows.columns.shown == [
        *USUAL[:-1],
        *(Column.PHONE, Column.WEBSITE, Column.PAYMENT, Column.REVIEW, Column.UNTIL),
    ]
    assert kept_layout() == page.rows.columns
    page.rows.resize(1400, 600)
    assert not page.rows.isColumnHidden(Column.PHONE)
    assert page.rows.isColumnHidden(Column.PIN)
    found = told(page, Column.PHONE, Column.WEBSITE, Column.REVIEW)
    assert any(phone.startswith("(505) 555-01") for phone, _site, _review in found)
    assert {review for _phone, _site, review in found} <= {"Draft", "Submitted", "Approved"}
    assert any(until for (until,) in told(page, Column.UNTIL))
    page.rows.grab()  # paints them all
    menu.aboutToShow.emit()
    assert not action(menu, "Name").isEnabled()
    assert not action(menu, "Consent").isEnabled()
    action(menu, "Columns as usual").trigger()
    assert page.rows.columns == Layout()
    assert settings.load().columns == []


def test_several_columns_are_ticked_without_opening_the_menu_again(page: DirectoryPage) -> None:
    page.open_columns()
    menu = page.bar.columns_menu
    phone, zip_code = action(menu, "Phone"), action(menu, "ZIP")
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(menu, left, pos=menu.actionGeometry(phone).center())
    menu.setActiveAction(zip_code)
    QTest.keyClick(menu, Qt.Key.Key_Space)
    assert menu.isVisible()
    assert {Column.PHONE, Column.ZIP} < set(page.rows.columns.shown)
    QTest.mouseClick(menu, left, pos=menu.actionGeometry(phone).center())
    assert Column.PHONE not in page.rows.columns.shown
    menu.setActiveAction(zip_code)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert not menu.isVisible()
    assert page.rows.columns == Layout()


def test_every_column_can_be_told_of_every_row(page: DirectoryPage) -> None:
    page.rows.rearranged(Layout(list(Column)))
    page.rows.resize(2600, 600)
    page.rows.grab()
    for row in told(page, *Column):
        assert all(isinstance(cell, str) for cell in row)
    assert page.table.columnCount() == len(Column)


def test_a_name_is_dragged_and_an_edge_is_drawn(page: DirectoryPage, qtbot) -> None:
    page.rows.resize(1200, 600)
    page.rows.header.moveSection(3, 1)  # as a drag of Town before Name does
    assert page.rows.columns.shown[:3] == [Column.CODE, Column.TOWN, Column.NAME]
    page.rows.header.resizeSection(Column.TOWN, 180)
    qtbot.waitUntil(lambda: settings.load().column_widths.get("TOWN") == 180)
    assert settings.load().columns[:3] == ["CODE", "TOWN", "NAME"]
    assert page.rows.columnWidth(Column.TOWN) == 180


def test_what_does_not_fit_is_scrolled_and_the_usual_columns_are_left_out(
    page: DirectoryPage,
) -> None:
    page.rows.resize(620, 400)
    assert page.rows.isColumnHidden(Column.PIN)
    assert page.rows.horizontalScrollBar().maximum() == 0
    page.rows.arrange(Layout(list(Column)))
    assert not page.rows.isColumnHidden(Column.PIN)
    assert page.rows.horizontalScrollBar().maximum() > 0
    page.rows.resize(400, 400)  # at 200 %: name and doors stay, the rest goes
    assert page.rows.isColumnHidden(Column.WEBSITE)
    assert not page.rows.isColumnHidden(Column.NAME)
    assert not page.rows.isColumnHidden(Column.DOORS)


def test_a_column_moves_by_menu(page: DirectoryPage) -> None:
    menu = page.bar.columns_menu
    menu.aboutToShow.emit()
    action(menu, "Move a column", "Town", "Move left").trigger()
    assert page.rows.columns.shown[1:4] == [Column.NAME, Column.TOWN, Column.CATEGORY]
    assert page.rows.header.visualIndex(Column.TOWN) == 2
    column_menu.of_column(menu, page.rows, Column.CODE)
    assert not action(menu, "Move left").isEnabled()
    action(menu, "Hide this column").trigger()
    assert Column.CODE not in page.rows.columns.shown


def test_what_makes_no_sense_in_the_settings_is_as_usual() -> None:
    kept = settings.load()
    kept.columns, kept.column_widths = ["TOWN", "COLOUR", "TOWN"], {"TOWN": 3, "COLOUR": 90}
    settings.save(kept)
    assert kept_layout() == Layout(
        [Column.NAME, Column.DOORS, Column.TOWN], {Column.TOWN: NARROWEST}
    )
