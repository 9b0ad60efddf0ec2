"""Saved lists: named under the search, counted at the left, renamed, moved, deleted, undone."""

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from directory_app.model.business import Business
from directory_app.store import Store
from directory_app.ui.parts import saved_lists as saved
from directory_app.ui.parts.saved_lists import SavedSearch, of_row
from directory_app.ui.widgets.toast import Toast
from directory_app.ui.window.main_window import MainWindow
from tests.ui.waiting import settle

Make = Callable[[Path], MainWindow]


class Place(SimpleNamespace):
    """A window on the sample, with short ways to its lists."""

    def settle(self) -> None:
        settle(self.window.runner)

    def save(self, text: str, name: str = "") -> None:
        """As a person does: search, Ctrl+S, a name, Enter."""
        self.page.box.line.setText(text)
        self.settle()
        if self.page.saved is None:
            self.shell.do("save_list")
        else:
            self.page.bar.save_new.click()
        if name:
            self.page.name_line.field.setText(name)
        QTest.keyClick(self.page.name_line.field, Qt.Key.Key_Return)
        self.settle()

    def rows(self) -> list[tuple[str, int | None]]:
        return [(row.words, row.count) for row in self.side.entries.rows if row.is_own]

    def key(self, name: str) -> str:
        return next(row.key for row in self.side.entries.rows if row.words == name)

    def choose(self, name: str) -> None:
        keys = [row.key for row in self.side.entries.rows]
        self.side.setCurrentIndex(self.side.entries.index(keys.index(self.key(name))))
        self.settle()

    def kept(self) -> list[str]:
        self.settle()
        with Store.open(self.path) as store:
            return [one.name for one in store.saved_lists.all()]


@pytest.fixture
def place(make_window: Make, sample: Path) -> Iterator[Place]:
    made = _place(make_window, sample)
    yield made
    made.settle()


def _place(make_window: Make, path: Path) -> Place:
    window = make_window(path)
    settle(window.runner)
    shell = window.shell
    return Place(window=window, shell=shell, page=shell.page(), side=shell.side.list, path=path)


def test_a_search_becomes_a_list_with_its_count(place: Place) -> None:
    assert place.rows() == []
    assert "Lists" not in [row.words for row in place.side.entries.rows]
    place.page.box.line.setText("town:roswell")
    place.settle()
    assert place.page.bar.save.isVisible()
    place.page.bar.save.click()
    assert place.page.name_line.field.text() == "Roswell"
    assert place.page.name_line.field.hasFocus()
    QTest.keyClick(place.page.name_line.field, Qt.Key.Key_Return)
    place.settle()
    assert place.rows() == [("Roswell", 2)]
    assert place.side.current_key() == place.key("Roswell")
    assert place.page.name_line.isHidden()
    assert place.kept() == ["Roswell"]


def test_a_list_is_shown_and_left_for_all(place: Place) -> None:
    place.save("category:bakery")
    place.page.box.line.clear()
    place.choose("All")
    place.choose("Bakery")
    assert place.page.box.text() == "category:bakery"
    assert {place.page.table.row(n).category for n in range(place.page.table.rowCount())} == {
        "bakery"
    }
    place.choose("All")
    assert place.page.box.text() == ""  # it was the list's, not somebody's
    assert place.page.table.rowCount() == 18


def test_counts_follow_every_change(place: Place, qtbot: Any) -> None:
    place.save("town:roswell")
    with_one_more = Business(code="", name="Otra", city="Roswell")
    place.page.session.write(lambda store: store.businesses.add(with_one_more))
    qtbot.waitUntil(lambda: place.rows() == [("Roswell", 3)])
    place.shell.undo()
    qtbot.waitUntil(lambda: place.rows() == [("Roswell", 2)])


def test_a_count_that_lasts_is_given_up_and_holds_nothing_up(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saved, "_counting", lambda _wanted: _for_ever)
    place.shell.lists.saved._patience.setInterval(30)
    place.save("town:roswell", "Long")
    place.page.session.write(
        lambda store: store.businesses.add(Business(code="", name="Nueva", city="Taos"))
    )
    place.settle()
    row = next(row for row in place.side.entries.rows if row.is_own)
    assert (row.count, row.number) == (None, "…")


def _for_ever(browser: object) -> int:
    endless = (
        "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"
    )
    return browser._connection.execute(endless).fetchone()[0]


def test_a_changed_list_is_saved_into_itself_or_as_another(place: Place) -> None:
    place.save("town:roswell")
    bar = place.page.bar
    assert bar.save.isHidden()  # nothing is changed
    place.page.box.line.setText("town:clovis")
    place.settle()
    assert bar.save.isVisible()
    assert bar.save_new.isVisible()
    place.shell.do("save_list")
    place.settle()
    assert place.rows() == [("Roswell", 1)]
    assert bar.save.isHidden()
    place.page.box.line.setText("town:portales")
    bar.save_new.click()
    QTest.keyClick(place.page.name_line.field, Qt.Key.Key_Return)
    place.settle()
    assert place.rows() == [("Roswell", 1), ("Portales", 1)]
    assert place.side.current_key() == place.key("Portales")


def test_a_list_is_renamed_where_one_is(place: Place) -> None:
    place.save("town:roswell")
    place.choose("Roswell")
    QTest.keyClick(place.side, Qt.Key.Key_F2)
    field = place.page.name_line.field
    assert field.hasFocus()
    field.setText("  South  east ")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert place.rows() == [("South east", 2)]
    assert place.kept() == ["South east"]
    QTest.keyClick(place.side, Qt.Key.Key_F2)
    field.setText("Other")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert place.rows() == [("South east", 2)]
    field.setText("  ")
    assert not place.page.name_line.save.isEnabled()


def test_a_deleted_list_comes_back_where_it_was(place: Place) -> None:
    for town in ("roswell", "clovis", "portales"):
        place.save(f"town:{town}")
    place.choose("Clovis")
    QTest.keyClick(place.side, Qt.Key.Key_Delete)
    place.settle()
    assert [name for name, _count in place.rows()] == ["Roswell", "Portales"]
    assert place.side.current_key() == "all"
    assert place.page.table.rowCount() == 18
    toast = place.page.toast_place.findChild(Toast)
    assert toast.text() == "The list “Clovis” is deleted; its businesses stay"
    assert place.kept() == ["Roswell", "Portales"]
    next(button for button in toast.findChildren(object) if _says(button, "Undo")).click()
    assert [name for name, _count in place.rows()] == ["Roswell", "Clovis", "Portales"]
    assert place.kept() == ["Roswell", "Clovis", "Portales"]


def _says(widget: object, text: str) -> bool:
    return callable(getattr(widget, "click", None)) and widget.text() == text


def test_lists_are_put_in_order_by_keys_mouse_and_menu(place: Place) -> None:
    for town in ("roswell", "clovis", "portales"):
        place.save(f"town:{town}")
    place.choose("Portales")
    QTest.keyClick(place.side, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [name for name, _count in place.rows()] == ["Roswell", "Portales", "Clovis"]
    assert place.side.current_key() == place.key("Portales")
    place.side.own_dropped.emit(place.key("Clovis"), place.key("Roswell"))
    assert [name for name, _count in place.rows()] == ["Clovis", "Roswell", "Portales"]
    menu, lists = QMenu(), place.shell.lists
    lists.fill_menu(menu, lists.saved.lists[0])
    by_text = {action.text().split("\t")[0]: action for action in menu.actions()}
    assert not by_text["Move up"].isEnabled()
    by_text["Move down"].trigger()
    assert place.kept() == ["Roswell", "Clovis", "Portales"]


def test_a_drag_moves_a_list(place: Place) -> None:
    for town in ("roswell", "clovis"):
        place.save(f"town:{town}")
    rows = [row.key for row in place.side.entries.rows]
    first, second = (
        place.side.visualRect(place.side.entries.index(rows.index(place.key(name)))).center()
        for name in ("Roswell", "Clovis")
    )
    viewport = place.side.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=second)
    _drag(viewport, first)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=first)
    assert [name for name, _count in place.rows()] == ["Clovis", "Roswell"]
    place.settle()


def _drag(viewport: object, to: QPoint) -> None:
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    where = QPointF(viewport.mapToGlobal(to))
    moved = QMouseEvent(QEvent.Type.MouseMove, QPointF(to), where, left, left, none)
    QApplication.sendEvent(viewport, moved)


def test_lists_are_there_at_the_next_start_and_nowhere_but_in_the_directory(
    make_window: Make, sample: Path, tmp_path: Path, qtbot: Any
) -> None:
    first = _place(make_window, sample)
    first.save("canario town:clovis", "Nido")
    first.window.close()
    second = _place(make_window, sample)
    qtbot.waitUntil(lambda: second.rows() == [("Nido", 0)])
    told = [file for file in tmp_path.rglob("*") if file.is_file() and _has(file, b"canario")]
    assert told
    assert all(sample in file.parents for file in told)


def _has(file: Path, text: bytes) -> bool:
    return text in file.read_bytes()


def test_what_is_not_of_this_form_is_what_was_typed() -> None:
    assert of_row("1", "A", "town:clovis") == SavedSearch("A", "town:clovis", "all", "1")
    assert of_row("1", "A", '{"text": "x", "view": "colour"}').view == "all"
    assert of_row("1", "A", "[]").text == "[]"
    made = SavedSearch("A", 'near:"1 Calle"<5mi', "to_ask", "1")
    assert of_row("1", "A", made.query) == made


def test_a_list_is_found_from_everywhere_by_a_few_letters(place: Place, qtbot: Any) -> None:
    place.save("town:roswell", "Sureste")
    place.shell.open_page("settings")
    place.settle()
    place.shell.show_palette()
    palette = QApplication.activeModalWidget()
    palette.field.setText("sures")
    qtbot.waitUntil(lambda: palette.list.current() is not None)
    place.settle()
    assert palette.list.current().words == "Sureste"
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: place.side.current_key() == place.key("Sureste"))  # once it answered
    assert place.page.box.text() == "town:roswell"


def test_nothing_is_no_list(place: Place) -> None:
    place.shell.do("save_list")
    assert place.page.name_line is None
    toast = place.page.toast_place.findChild(Toast)
    assert toast.text() == "Search for something first: it becomes the list"
