"""The export page in the real window: who goes out, what is lost, the file, and the warning."""

import csv
import io
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from directory_app import exporting
from directory_app.store import Filter, Store
from directory_app.tasks import leaving
from directory_app.ui import language
from directory_app.ui.pages.export import words
from tests.ui.waiting import settle


@pytest.fixture
def window(make_window, sample):
    window = make_window(sample)
    settle(window.runner)
    return window


@pytest.fixture
def page(window):
    return come(window)


def come(window, argument=None):
    window.shell.open_page("export", argument)
    settle(window.runner)
    return window.shell.page()


def choose(window, page, kind):
    page.options.kinds.set_value(kind)
    page.options.kinds.chosen.emit(kind)
    settle(window.runner)


def test_it_says_before_who_goes_out_and_who_does_not_and_why(window, page):
    with Store.open(window.shell.session.path) as store:
        goes = len(store.listings.public("print", on=store.today()))
        out = store.listings.left_out("print", on=store.today())
    assert page.outlook.goes.whole_text() == f"{goes} of {goes + len(out)} go out"
    assert "1 was not asked" in page.outlook.why.whole_text()
    table = page.outlook.table.rows
    shown = [table.row(at).cells for at in range(table.rowCount())]
    assert [(row[0], row[2]) for row in shown] == [(each.name, each.code) for each in out]
    assert page.foot.save.isEnabled()


def test_what_a_file_cannot_hold_is_said_for_each(window, page):
    for name in exporting.NAMES:
        choose(window, page, name)
        lost = page.outlook._lost
        said = [lost.itemAt(at).widget().text() for at in range(lost.count())]
        assert said == list(exporting.cannot_hold(name))


def test_a_kind_of_file_has_its_usual_use_until_a_person_chose_one(window, page):
    choose(window, page, "html")
    assert page.options.choice.channel == "web"
    choose(window, page, "csv")
    assert page.options.choice.channel == "print"
    page.options.channel.setCurrentIndex(2)
    settle(window.runner)
    choose(window, page, "html")
    assert page.options.choice.channel == page.options.channel.value() == "share"


@pytest.mark.parametrize("name", exporting.NAMES)
def test_each_format_is_saved_recorded_and_told(window, page, tmp_path, name):
    choose(window, page, name)
    path = tmp_path / f"o{exporting.known(name).ending}"
    page.save_to(path)
    settle(window.runner)
    assert path.stat().st_size > 100
    (run,) = window.shell.session._store.runs.all()
    assert run.layout == f"export-{name}"
    assert page.foot.head.whole_text() == f"Saved {path.name}"
    assert "run 0001" in page.foot.told.whole_text()
    assert page.foot.folder.isVisible()
    assert page.foot.look.isVisible() is (name == "html")
    page.options.kinds.chosen.emit(name)  # another choice: what was saved is over
    assert not page.foot.folder.isVisible()


def test_only_what_the_directory_shows_goes(window, tmp_path):
    window.shell.open_page("directory", Filter(city="Santa Fe"))
    settle(window.runner)
    window.shell.export_shown()
    settle(window.runner)
    page = window.shell.page()
    assert page.options.which.currentText() == "What the directory shows"
    path = tmp_path / "o.csv"
    choose(window, page, "csv")
    page.save_to(path)
    settle(window.runner)
    rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"))))
    assert rows
    assert {row["City"] for row in rows} == {"Santa Fe"}


def test_only_the_selected_ones_go(window):
    page = window.shell.page()
    page.rows.select_place(0)
    page.rows.selectionModel().select(
        page.table.index(3, 1),
        page.rows.selectionModel().SelectionFlag.Select
        | page.rows.selectionModel().SelectionFlag.Rows,
    )
    window.shell.export_shown()
    settle(window.runner)
    found = window.shell.page()
    assert found.options.which.currentText() == "The selected ones"
    assert found.outlook.outlook.wanted == 2


def test_a_saved_list_can_be_chosen(window):
    window.shell.session.keep(
        lambda store: store.saved_lists.add("Clovis alone", "town:clovis") and None
    )
    settle(window.runner)
    page = come(window)
    which = page.options.which
    assert which.itemText(which.count() - 1) == "Clovis alone"
    page.options.choose_part("list 0")
    settle(window.runner)
    assert 0 < page.outlook.outlook.wanted < 18


def test_a_private_file_comes_after_its_warning_alone(window, page, tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(page.saving, "_ask_where", asked.append)
    choose(window, page, words.PRIVATE)
    assert not page.options.channel.isVisible()
    page.foot.save.click()
    dialog = page.saving.dialog
    assert not dialog.save.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert asked == []
    assert dialog.isVisible()
    dialog.promise.click()
    dialog.save.click()
    assert asked == [page.options.choice]
    page.save_to(tmp_path / "list.xlsx")
    settle(window.runner)
    assert (tmp_path / "PRIVATE list.xlsx").exists()
    assert page.foot.head.whole_text() == "Saved PRIVATE list.xlsx"
    assert window.shell.session._store.runs.all()[0].layout == "private-xlsx"


def test_the_warning_taken_back_writes_nothing(window, page, monkeypatch):
    asked = []
    monkeypatch.setattr(page.saving, "_ask_where", asked.append)
    choose(window, page, words.PRIVATE)
    page.foot.save.click()
    page.saving.dialog.promise.click()
    page.saving.dialog.cancel.click()
    assert asked == []


def test_names_of_files_say_what_they_are_and_of_no_directory(window, page, monkeypatch, tmp_path):
    offered = []

    def answer(_parent, _title, where, _filters):
        offered.append(Path(where))
        return str(tmp_path / Path(where).name), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    monkeypatch.setattr(leaving, "default_folder", lambda: tmp_path)
    saved = []
    monkeypatch.setattr(page.saving, "save_to", lambda _choice, path: saved.append(path.name))
    for kind in ("xlsx", words.PRIVATE):
        choose(window, page, kind)
        page.saving._ask_where(page.options.choice)
        settle(window.runner)
    assert [one.name for one in offered] == ["list-run-0001.xlsx", "PRIVATE list-run-0001.xlsx"]
    assert saved == [one.name for one in offered]


def test_nobody_to_go_out_is_said_and_not_saved(window):
    page = come(window, Filter(text="zzzz"))
    assert page.outlook.goes.whole_text() == "Nobody goes out"
    assert not page.foot.save.isEnabled()


def test_enter_on_who_is_left_out_opens_it(window, page):
    page.outlook.table.selectRow(0)
    code = page.outlook.table.current()
    QTest.keyClick(page.outlook.table, Qt.Key.Key_Return)
    settle(window.runner)
    directory = window.shell.page()
    assert directory.rows.current_row().code == code


def test_arrows_choose_and_the_choice_is_spoken(window, page):
    cards = page.options.kinds
    cards.setFocus()
    QTest.keyClick(cards, Qt.Key.Key_Down)
    settle(window.runner)
    assert page.options.choice.kind == cards.value() == "csv"
    interface = QAccessible.queryAccessibleInterface(cards)
    assert interface.text(QAccessible.Text.Name) == "Which file: Plain table (CSV)"
    QTest.keyClick(cards, Qt.Key.Key_End)
    assert cards.value() == words.PRIVATE


def test_it_speaks_spanish_at_once(window, page):
    language.apply("es")
    QApplication.processEvents()
    settle(window.runner)
    page = window.shell.page()
    assert page.title.whole_text() == "Exportar"
    assert page.outlook.goes.whole_text().startswith("Salen ")
    assert "No lleva permisos" in page.outlook._lost.itemAt(0).widget().text()


def test_a_directory_that_changed_is_looked_at_again(window, page):
    before = page.outlook.outlook.goes
    window.shell.session.write(
        lambda store: store.businesses.archive(
            [store.businesses.search("Patan Momo")[0].business.id]
        )
    )
    settle(window.runner)
    assert page.outlook.outlook.goes == before - 1


def test_where_somebody_else_writes_it_says_so_and_saves_nothing(make_window, sample):
    with Store.open(sample, write=True):
        window = make_window(sample)
        settle(window.runner)
        page = come(window)
        assert page.outlook.outlook.goes > 0
        assert not page.foot.save.isEnabled()
        assert "could not be recorded" in page.foot.told.whole_text()


def test_the_runs_name_it(window, page, tmp_path):
    from directory_app.ui.parts.consent.run_words import made_as

    assert made_as("private-xlsx") == "Private table (xlsx)"
    assert made_as("export-csv") == "Export (csv)"
