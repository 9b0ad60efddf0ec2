"""Rows go to a spreadsheet and come from one; what comes is looked over first."""

import csv
import io
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from directory_app.exporting import copied
from directory_app.model.draft import VerdictKind
from directory_app.store import Filter, Store
from directory_app.store.listings import Listings
from directory_app.ui import clipboard
from directory_app.ui.pages.directory import copying, table_deeds
from directory_app.ui.pages.directory.table_model import Column
from tests.ui.conftest import PASSPHRASE
from tests.ui.waiting import settle

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(make_window, sample):
    window = make_window(sample)
    settle(window.runner)
    yield window
    QApplication.clipboard().clear()


@pytest.fixture
def page(window):
    page = window.shell.page()
    page.rows.setFocus()
    return page


def select(page, *numbers):
    page.rows.select_place(numbers[0])
    flags = page.rows.selectionModel().SelectionFlag
    for number in numbers[1:]:
        page.rows.selectionModel().select(page.table.index(number, 1), flags.Select | flags.Rows)


def cells(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text), dialect="excel-tab"))


def copied_rows(window, page) -> list[list[str]]:
    settle(window.runner)
    return cells(QApplication.clipboard().text())


class Table(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag == "td":
            self.rows[-1].append("")

    def handle_data(self, data: str) -> None:
        if self.rows and self.rows[-1]:
            self.rows[-1][-1] += data


def test_copied_rows_are_the_cells_that_the_columns_show(window, page):
    select(page, 1, 2)
    QTest.keyClick(page.rows, Qt.Key.Key_C, CONTROL)
    rows = copied_rows(window, page)
    assert [row[0] for row in rows] == [page.table.row(n).code for n in (1, 2)]
    assert [row[1] for row in rows] == [page.table.row(n).name for n in (1, 2)]
    assert Table(QApplication.clipboard().mimeData().html()).rows == rows
    for name in clipboard.MARKS:
        assert QApplication.clipboard().mimeData().hasFormat(name), name


def test_headings_are_copied_when_they_are_wanted(window, page):
    select(page, 1)
    QTest.keyClick(page.rows, Qt.Key.Key_C, CONTROL | SHIFT)
    headings, row = copied_rows(window, page)
    assert headings[:2] == ["Code", "Name"]
    assert len(headings) == len(row)


def test_hidden_columns_and_private_things_are_not_copied(window, page):
    with Store.open(window.shell.session.path) as store:
        secret = [
            phone.number
            for dossier in store.businesses.search("")
            for phone in dossier.phones
            if phone.confidential
        ]
        staff = len(store.listings.staff(Filter()))
    page.rows.selectAll()
    page.rows.setColumnHidden(Column.DOORS, True)
    page.deeds.copy()
    text = "\n".join("\t".join(row) for row in copied_rows(window, page))
    assert len(text.splitlines()) == staff < page.table.rowCount()  # somebody withdrew
    assert "not asked" not in text.casefold()
    assert not any(number[-4:] in text for number in secret)


def test_a_street_that_its_owner_hides_is_not_copied(window, page):
    with Store.open(window.shell.session.path) as store:
        streets = {
            at: store.businesses.get(page.table.row(at).code).business.address_1 for at in range(8)
        }
    at, street = next((at, street) for at, street in streets.items() if street)
    hidden = page.table.row(at)

    def hide(store):
        store.businesses.update(hidden.id, {"location_visibility": "town"})

    window.shell.session.write(hide)
    settle(window.runner)
    page.table.tell([Column.STREET, Column.ZIP])
    for column in (Column.STREET, Column.ZIP):
        page.rows.setColumnHidden(column, False)
    settle(window.runner)
    assert page.table.index(at, Column.STREET).data() == street  # here staff see it
    select(page, at)
    page.deeds.copy()
    (row,) = copied_rows(window, page)
    assert row[0] == hidden.code
    assert street not in QApplication.clipboard().text()
    assert street not in QApplication.clipboard().mimeData().html()
    assert street not in clipboard.rows()


def test_pasted_rows_are_looked_over_and_nothing_is_written(window, page):
    text = "Name\tCity\tPhone\r\nPanadería Zqx\tClovis\t505-555-0177\r\nTienda Zqx\tClovis\t\r\n"
    QApplication.clipboard().setText(text)
    QTest.keyClick(page.rows, Qt.Key.Key_V, CONTROL)
    settle(window.runner)
    review = window.shell.page()
    assert review is window.shell.pages["import"]
    assert [v.draft.name for v in review.model.review.verdicts] == ["Panadería Zqx", "Tienda Zqx"]
    with Store.open(window.shell.session.path) as store:
        assert store.businesses.search("Zqx") == []
    review.apply()
    settle(window.runner)
    with Store.open(window.shell.session.path) as store:
        assert len(store.businesses.search("Zqx")) == 2


def test_our_own_rows_come_back_as_no_change_and_nobodys_yes(window, page):
    page.rows.selectAll()
    QTest.keyClick(page.rows, Qt.Key.Key_C, CONTROL)
    settle(window.runner)
    QTest.keyClick(page.rows, Qt.Key.Key_V, CONTROL)
    settle(window.runner)
    verdicts = window.shell.page().model.review.verdicts
    with Store.open(window.shell.session.path) as store:
        assert len(verdicts) == len(store.listings.staff(Filter()))
    assert not any(verdict.draft.consents for verdict in verdicts)
    changed = [
        (v.draft.name, [(c.field, c.before, c.after) for c in v.changes if c.accepted])
        for v in verdicts
        if v.kind in (VerdictKind.UPDATE, VerdictKind.CREATE)
    ]
    assert changed == []


@pytest.mark.parametrize("text", ["", "one word", "one, two"])
def test_a_word_is_not_pasted(window, page, text):
    said = []
    page.said.connect(lambda words, *_more: said.append(words))
    QApplication.clipboard().setText(text)
    page.deeds.paste()
    settle(window.runner)
    assert window.shell.page() is page
    assert said == ["There are no rows to paste: copy some in a spreadsheet first"]


def test_a_word_pasted_into_the_search_is_typed_there(window, page):
    page.search()
    QApplication.clipboard().setText("a\tb\nc\td")
    QTest.keyClick(page.box.line, Qt.Key.Key_V, CONTROL)
    settle(window.runner)
    assert window.shell.page() is page
    assert page.box.line.text() == "a\tb c\td" or "b" in page.box.line.text()


def test_what_was_pasted_stays_over_a_lock(window, page):
    from tests.ui.waiting import settle as wait

    QApplication.clipboard().setText("Name\tCity\nPanadería Zqx\tClovis\nTienda Zqx\tClovis\n")
    page.deeds.paste()
    wait(window.runner)
    review = window.shell.page()
    kept = review.unfinished()
    review.cancel()
    review.take_up(kept)
    wait(window.runner)
    assert [v.draft.name for v in review.model.review.verdicts] == ["Panadería Zqx", "Tienda Zqx"]


def test_too_many_are_for_an_export(window, page, monkeypatch):
    monkeypatch.setattr(table_deeds, "MOST", 2)
    said = []
    page.said.connect(lambda words, *_more: said.append(words))
    page.rows.selectAll()
    page.deeds.copy()
    assert said == ["That is a lot to copy: export it instead"]


def test_rows_are_taken_back_and_what_others_copied_is_not(window, page):
    select(page, 1)
    page.deeds.copy()
    settle(window.runner)
    clipboard.forget()
    assert QApplication.clipboard().text() == ""
    QApplication.clipboard().setText("somebody else's")
    clipboard.forget()
    assert QApplication.clipboard().text() == "somebody else's"


def test_rows_are_taken_back_after_a_while(window, page, monkeypatch, qtbot):
    monkeypatch.setattr(clipboard, "ROWS_MS", 1)
    clipboard.put_rows("a", "<table></table>", "a")
    qtbot.waitUntil(lambda: not QApplication.clipboard().text())


def test_no_copied_cell_is_a_formula():
    rows = [["=1+1", "@x", "plain", "two\nlines"]]
    assert cells(copied.as_tabs(rows)) == [["'=1+1", "'@x", "plain", "two\nlines"]]
    assert "<br>" in copied.as_table(rows)
    assert "&lt;b&gt;" in copied.as_table([["<b>"]])


def test_every_column_has_a_heading_for_the_import():
    assert set(copying.HEADINGS) == set(Column)


def test_the_menu_of_the_rows(window, page):
    select(page, 1, 2)
    menu = page.deeds.menu()
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts == ["Open", "Copy", "Copy with headings", "Paste rows…", "Export these…", "Delete"]
    next(a for a in menu.actions() if a.text() == "Export these…").trigger()
    settle(window.runner)
    assert window.shell.page().outlook.outlook.wanted == 2


def test_what_is_no_text_is_no_list(window, page):
    QApplication.clipboard().setMimeData(QMimeData())
    assert clipboard.rows() == ""


def test_rows_are_pasted_on_the_page_of_imports_too(window):
    window.shell.open_page("import")
    settle(window.runner)
    page = window.shell.page()
    QApplication.clipboard().setText("Name\tCity\nPanadería Zqx\tClovis\n")
    QTest.keyClick(page.empty.button, Qt.Key.Key_V, CONTROL)
    settle(window.runner)
    assert [v.draft.name for v in page.model.review.verdicts] == ["Panadería Zqx"]
    QApplication.clipboard().setText("Name\tCity\nTienda Zqx\tClovis\n")
    QTest.keyClick(page.table, Qt.Key.Key_V, CONTROL)
    settle(window.runner)
    assert [v.draft.name for v in page.model.review.verdicts] == ["Tienda Zqx"]


def test_rows_are_taken_back_when_it_locks(make_window, sealed):
    window = make_window(sealed)
    window.centralWidget().field.setText(PASSPHRASE)
    window.centralWidget().unlock.click()
    settle(window.runner)
    page = window.shell.page()
    page.rows.selectAll()
    page.deeds.copy()
    settle(window.runner)
    assert QApplication.clipboard().text()
    window.lock()
    settle(window.runner)
    assert QApplication.clipboard().text() == ""


def test_a_broken_wall_copies_nothing(sample, make_window, monkeypatch):
    real = Listings.staff
    with Store.open(sample, write=True) as store:
        hidden = store.businesses.search("Jade Mountain")[0].business
        store.businesses.update(hidden.id, {"location_visibility": "town"})

    def broken(self, *said, **more):
        return [replace(each, address_1=hidden.address_1) for each in real(self, *said, **more)]

    failed: list[Exception] = []
    window = make_window(sample)
    settle(window.runner)
    window.runner.unhandled.disconnect()
    window.runner.unhandled.connect(failed.append)
    monkeypatch.setattr(Listings, "staff", broken)
    page = window.shell.page()
    page.rows.setColumnHidden(Column.STREET, False)
    select(page, 1)
    page.deeds.copy()
    settle(window.runner)
    assert QApplication.clipboard().text() == ""
    assert "Nothing was made" in str(failed[0])
