"""The Directory page and its editor, on the real sample, through the real store."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from directory_app.model.draft import DraftConsent
from directory_app.model.geo import Position
from directory_app.store import Store
from directory_app.store.area import Area
from directory_app.store.filters import Filter
from directory_app.ui.pages.directory.delete_dialog import DeleteDialog
from directory_app.ui.pages.directory.table_model import Column
from directory_app.ui.pages.directory.table_view import INSET
from directory_app.ui.parts.consent.ask_dialog import AskDialog
from directory_app.ui.parts.consent.withdraw_dialog import WithdrawDialog
from directory_app.ui.widgets.base import Label
from directory_app.ui.widgets.doors import STEP
from directory_app.ui.widgets.toast import Toast
from directory_app.ui.window.main_window import MainWindow
from tests.ui.accessible import unnamed_controls
from tests.ui.waiting import settle

TAQUERIA = "Taquería La Puerta Azul"


class Place(SimpleNamespace):
    """A window on the sample, with short ways to its parts."""

    def settle(self) -> None:
        settle(self.window.runner)

    def choose(self, name: str) -> None:
        names = [self.page.table.row(n).name for n in range(self.page.table.rowCount())]
        self.page.rows.select_place(names.index(name))
        self.settle()

    def names(self) -> list[str]:
        return [self.page.table.row(n).name for n in range(self.page.table.rowCount())]

    def kept(self, name: str = TAQUERIA):
        with Store.open(self.path) as store:
            return next(one for one in store.businesses.search("") if one.business.name == name)

    def toast(self) -> str:
        return self.page.toast_place.findChild(Toast).text()

    def leave(self) -> None:
        """The keyboard goes to the table: what was typed is saved."""
        self.page.rows.setFocus()
        self.settle()


@pytest.fixture
def place(make_window: Callable[[Path], MainWindow], sample: Path) -> Iterator[Place]:
    made = _place(make_window, sample)
    yield made
    made.settle()


def _place(make_window: Callable[[Path], MainWindow], path: Path) -> Place:
    window = make_window(path)
    settle(window.runner)
    return Place(window=window, shell=window.shell, page=window.shell.page(), path=path)


def _type_into(field, text: str) -> None:
    field.setFocus()
    field.selectAll()
    if text.isascii():
        QTest.keyClicks(field, text)
    else:
        field.insert(text)  # QTest knows ASCII keys alone


# -- the table


def test_search_narrows_as_one_types_and_says_how_many(place: Place) -> None:
    QTest.keyClicks(place.page.box.line, "momo")
    place.settle()
    assert place.names() == ["Patan Momo"]
    assert place.page.bar.count.text() == "1 of 18"
    place.page.box.line.clear()
    place.settle()
    assert len(place.names()) == 18


def test_a_header_sorts_and_sorts_back(place: Place) -> None:
    header = place.page.rows.horizontalHeader()
    header.sectionClicked.emit(Column.TOWN)
    place.settle()
    towns = [place.page.table.row(n).city for n in range(18)]
    assert towns == sorted(towns)
    header.sectionClicked.emit(Column.TOWN)
    place.settle()
    assert [place.page.table.row(n).city for n in range(18)] == sorted(towns, reverse=True)


def test_a_filter_of_another_page_is_typed_and_a_chip_too(place: Place) -> None:
    place.page.open(Filter(city="Roswell", channel="share", answer="not_asked"))
    place.settle()
    assert place.page.box.text() == "town:Roswell consent.share:none"
    assert {place.page.table.row(n).city for n in range(place.page.table.rowCount())} == {"Roswell"}
    chips = place.page.asked.chips
    assert [chip.text() for chip in chips] == ["town: Roswell", "share: not asked"]
    chips[0].setFocus()
    QTest.keyClick(chips[0], Qt.Key.Key_Right)
    assert chips[1].hasFocus()
    QTest.keyClick(chips[1], Qt.Key.Key_Delete)
    assert place.page.asked.chips[0].hasFocus()
    QTest.keyClick(place.page.asked.chips[0], Qt.Key.Key_Delete)
    place.settle()
    assert place.page.box.line.hasFocus()
    assert len(place.names()) == 18


def test_backspace_leaves_a_part_of_the_map(place: Place) -> None:
    place.page.open(Filter(area=Area.box(Position(35.4, -106.3), Position(35.9, -105.7))))
    place.settle()
    assert [chip.text() for chip in place.page.asked.chips] == ["in a part of the map"]
    assert 0 < len(place.names()) < 18
    assert not place.page.bar.save.isVisible()  # a part of the map is no list
    place.page.box.line.setFocus()
    QTest.keyClick(place.page.box.line, Qt.Key.Key_Backspace)
    place.settle()
    assert len(place.names()) == 18
    assert place.page.asked.isHidden()


def test_menus_offer_what_the_directory_has(place: Place) -> None:
    menu = place.page.bar._menus[1].menu()
    menu.aboutToShow.emit()
    towns = [action.text().split("\t")[0] for action in menu.actions()]
    assert "Santa Fe" in towns
    assert "Gallup" not in towns
    next(one for one in menu.actions() if one.text().startswith("Portales")).trigger()
    place.settle()
    assert place.names() == ['Tortas "El Camión Rojo"']
    assert place.page.box.text() == "town:Portales"


def test_an_empty_table_says_what_to_do(place: Place) -> None:
    QTest.keyClicks(place.page.box.line, "zzzz")
    place.settle()
    assert place.page.empty.state.title.text() == "Nothing matches"
    place.page.empty.state.button.click()
    place.settle()
    assert len(place.names()) == 18


def test_a_door_tells_its_own_sentence(place: Place) -> None:
    view = place.page.rows
    number = place.names().index("Estética Xóchitl")
    y = view.rowViewportPosition(number) + 5
    x = view.columnViewportPosition(Column.DOORS) + INSET
    assert view.tip(_point(x + 3, y)).startswith("Print: withdrawn")
    assert view.tip(_point(x + STEP + 3, y)).startswith("Map: withdrawn")
    spoken = place.page.table.data(
        place.page.table.index(number, Column.DOORS), Qt.ItemDataRole.AccessibleTextRole
    )
    assert spoken.count(";") == 4


def _point(x: int, y: int):
    from PySide6.QtCore import QPoint

    return QPoint(x, y)


def test_names_in_their_own_script_are_told_too(place: Place) -> None:
    number = place.names().index("Bamyan Bread")
    index = place.page.table.index(number, Column.NAME)
    assert place.page.table.data(index, Qt.ItemDataRole.AccessibleTextRole) == (
        "Bamyan Bread\nنان بامیان"
    )


# -- the editor


def test_leaving_a_section_is_one_undo_step(place: Place) -> None:
    place.choose(TAQUERIA)
    who = place.page.editor.who
    _type_into(who.name.field, "Taquería La Puerta Verde")
    who.website.field.setFocus()
    _type_into(who.website.field, "https://verde.example")
    place.leave()
    kept = place.kept("Taquería La Puerta Verde").business
    assert kept.website == "https://verde.example"
    assert place.page.editor.head.title.text() == "Taquería La Puerta Verde"
    assert "Taquería La Puerta Verde" in place.names()
    place.shell.undo()
    place.settle()
    back = place.kept(TAQUERIA).business
    assert back.website == "https://puertaazul.example"
    assert place.page.editor.who.name.field.text() == TAQUERIA
    place.shell.redo()
    place.settle()
    assert place.kept("Taquería La Puerta Verde").business.website == "https://verde.example"


def test_closing_the_window_saves_what_was_typed(place: Place) -> None:
    place.choose(TAQUERIA)
    _type_into(place.page.editor.who.website.field, "https://later.example")
    place.window.close()
    assert place.kept().business.website == "https://later.example"


def test_nothing_typed_is_nothing_saved(place: Place) -> None:
    place.choose(TAQUERIA)
    before = place.kept().business.version
    place.page.editor.who.name.field.setFocus()
    place.leave()
    assert place.kept().business.version == before


def test_a_phone_says_what_is_wrong_and_is_not_saved(place: Place) -> None:
    place.choose(TAQUERIA)
    field, problem = place.page.editor.who.phones.lines[0]
    _type_into(field, "(505) 555-01")
    place.leave()
    assert problem.text() == "2 digits are missing"
    assert [one.number for one in place.kept().phones] == ["+15055550103"]
    _type_into(field, "505 555 0177 ext 4")
    assert problem.text() == ""
    place.leave()
    assert field.text() == "(505) 555-0177 x4"
    assert [(p.number, p.extension) for p in place.kept().phones] == [("+15055550177", "4")]


def test_words_that_are_never_kept_stop_a_note(place: Place) -> None:
    place.choose(TAQUERIA)
    note = place.page.editor.notes.note
    note.field.setFocus()
    note.field.setPlainText("Her visa expires in May")
    place.leave()
    assert "never keep that" in note.problem.text()
    assert place.kept().business.note == "Ask for Lucía in the morning."
    note.field.setFocus()
    note.field.setPlainText("Ask in the morning")
    place.leave()
    assert note.problem.text() == ""
    assert place.kept().business.note == "Ask in the morning"


def test_a_name_is_needed(place: Place) -> None:
    place.choose(TAQUERIA)
    name = place.page.editor.who.name
    _type_into(name.field, " ")
    place.leave()
    assert name.problem.text() == "A business needs a name"
    assert place.kept(TAQUERIA)


def test_hours_are_typed_as_words(place: Place) -> None:
    place.choose(TAQUERIA)
    when = place.page.editor.when
    when.edit.click()
    _type_into(when.popover.form.words.line, "Mon-Fri 9am-5pm")
    when.popover.accept()
    assert when.grid.week()[0] == [(540, 1020)]
    place.leave()
    assert place.kept().business.opening_hours == "Mo-Fr 09:00-17:00"


def test_hours_that_nobody_understands_are_not_saved(place: Place) -> None:
    place.choose(TAQUERIA)
    when = place.page.editor.when
    when.edit.click()
    _type_into(when.popover.form.words.line, "whenever")
    place.leave()
    assert when.half.text() == "Not understood: “whenever”"
    assert place.kept().business.opening_hours == "Mo off; Tu-Su 08:00-15:00"


def test_the_week_is_worked_by_keys(place: Place) -> None:
    place.choose(TAQUERIA)
    grid = place.page.editor.when.grid
    grid.setFocus()
    QTest.keyClick(grid, Qt.Key.Key_Space)  # Monday opens like its neighbours
    assert grid.week()[0] == [(480, 900)]
    QTest.keyClick(grid, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert grid.week()[0] == [(480, 930)]
    QTest.keyClick(grid, Qt.Key.Key_Up)
    assert grid.week()[0] == [(450, 900)]
    QTest.keyClick(grid, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert grid.week()[1] == [(450, 900)]
    place.leave()
    assert place.kept().business.opening_hours.startswith("Mo-Tu 07:30-15:00")


def test_a_new_address_moves_the_pin_in_the_same_step(place: Place) -> None:
    place.choose(TAQUERIA)
    where = place.page.editor.where
    _type_into(where.town.city, "Roswell")
    _type_into(where.town.zip, "88201")
    place.leave()
    kept = place.kept().business
    assert kept.precision == "city"
    assert 33 < kept.latitude < 34
    place.shell.undo()
    place.settle()
    assert place.kept().business.precision == "rooftop"
    assert place.kept().business.city == "Santa Fe"


def test_a_new_business_is_kept_once_it_has_a_name(place: Place) -> None:
    place.page.add()
    place.settle()
    editor = place.page.editor
    _type_into(editor.who.rows["alternate_name"].field, "新店")
    place.leave()
    assert len(place.names()) == 18
    place.page.rows.select_place(3)  # nothing typed is lost by a click
    place.settle()
    assert editor.is_new
    assert editor.who.name.problem.text() == "A business needs a name"
    _type_into(editor.who.name.field, "Aa New Store")
    place.leave()
    assert place.names()[0] == "Aa New Store"
    assert place.kept("Aa New Store").business.alternate_name == "新店"
    assert place.page.rows.current_row().name == "Aa New Store"
    place.shell.undo()
    place.settle()
    assert "Aa New Store" not in place.names()
    assert not editor.isVisible()


def test_a_new_business_without_a_name_is_there_again_after_a_close(
    place: Place, make_window: Callable[[Path], MainWindow]
) -> None:
    place.page.add()
    place.settle()
    editor = place.page.editor
    _type_into(editor.who.rows["alternate_name"].field, "新店")
    _type_into(editor.who.phones.lines[0][0], "(505) 555-0188")
    _type_into(editor.notes.person.field, "Li")
    place.window.close()
    again = _place(make_window, place.path)
    again.page.add()
    again.settle()
    editor = again.page.editor
    assert editor.is_new
    assert editor.who.rows["alternate_name"].field.text() == "新店"
    assert editor.who.phones.lines[0][0].text() == "(505) 555-0188"
    _type_into(editor.who.name.field, "Aa New Store")
    again.leave()
    kept = again.kept("Aa New Store")
    assert kept.business.alternate_name == "新店"
    assert [one.number for one in kept.phones] == ["+15055550188"]
    assert [one.name for one in kept.contacts] == ["Li"]
    again.page.add()
    again.settle()
    assert not again.page.editor.who.rows[
        "alternate_name"
    ].field.text()  # it is saved: nothing waits any more


def test_escape_throws_a_new_business_without_a_name_away_for_good(place: Place) -> None:
    place.page.add()
    place.settle()
    _type_into(place.page.editor.who.rows["alternate_name"].field, "新店")
    place.leave()
    place.page.can_leave()
    place.settle()
    with Store.open(place.path) as store:
        assert store.drafts.get("new")["changes"] == {"alternate_name": "新店"}
    place.page.beside.close()
    place.settle()
    with Store.open(place.path) as store:
        assert store.drafts.get("new") is None


def test_tab_goes_from_phone_to_phone_and_then_to_another(place: Place) -> None:
    place.choose(TAQUERIA)
    phones = place.page.editor.who.phones
    phones.more.click()
    (first, _), (second, _) = phones.lines
    assert first.nextInFocusChain() is phones.locks[0]
    assert phones.locks[0].nextInFocusChain() is second
    assert second.nextInFocusChain() is phones.locks[1]
    assert phones.locks[1].nextInFocusChain() is phones.more


def test_delete_offers_undo(place: Place) -> None:
    place.choose(TAQUERIA)
    place.page.rows.setFocus()
    QTest.keyClick(place.page.rows, Qt.Key.Key_Delete)
    place.settle()
    dialog = place.page.window().findChild(DeleteDialog)
    assert unnamed_controls(dialog) == []
    assert TAQUERIA in place.names()  # it asks first
    dialog.delete.click()
    place.settle()
    assert TAQUERIA not in place.names()
    assert place.toast() == "One business deleted"
    place.shell.undo()
    place.settle()
    assert TAQUERIA in place.names()
    assert place.toast() == f"Undone: Delete {TAQUERIA}"


def test_who_asked_to_be_taken_out_is_forgotten_and_not_deleted(place: Place) -> None:
    place.choose(TAQUERIA)
    place.page.rows.setFocus()
    QTest.keyClick(place.page.rows, Qt.Key.Key_Delete)
    dialog = place.page.window().findChild(DeleteDialog)
    dialog.forget.click()
    place.settle()
    leaving = place.page.window().findChild(WithdrawDialog)
    assert TAQUERIA in leaving.title.whole_text()
    leaving.reject()
    place.settle()
    assert TAQUERIA in place.names()


def test_several_are_deleted_at_once_and_it_says_who_must_not_be(place: Place) -> None:
    place.page.rows.selectAll()
    place.page.remove([row.id for row in place.page.rows.selected_rows()])
    dialog = place.page.window().findChild(DeleteDialog)
    assert dialog.forget.isHidden()
    assert any("They withdrew" in label.whole_text() for label in dialog.findChildren(Label))
    dialog.reject()


def test_another_with_the_same_phone_is_told(place: Place) -> None:
    place.choose("Patan Momo")
    number = place.kept("Patan Momo").phones[0].number
    place.choose(TAQUERIA)
    assert not place.page.editor.banner.isVisible()
    field, _problem = place.page.editor.who.phones.lines[0]
    _type_into(field, number.removeprefix("+1"))
    place.leave()
    assert place.page.editor.banner.isVisible()
    assert place.page.editor.banner.name.whole_text() == "Patan Momo"
    place.page.editor.banner.look.click()
    place.settle()
    assert place.page.editor.head.title.whole_text() == "Patan Momo"


def test_three_ticks_say_that_the_entry_is_checked(place: Place) -> None:
    place.choose(TAQUERIA)
    editor = place.page.editor
    editor.who.checked.click()
    editor.where.checked.click()
    place.settle()
    today = place.window.session.today()
    assert place.kept().business.assured_date != today
    editor.when.checked.click()
    place.settle()
    assert place.kept().business.assured_date == today
    assert editor.who.checked.isChecked()
    place.choose("Patan Momo")
    assert not editor.who.checked.isChecked()


def test_ctrl_enter_goes_to_the_next_row(place: Place) -> None:
    place.page.rows.select_place(0)
    place.settle()
    place.page.editor.focus_first()
    QTest.keyClick(
        QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )
    place.settle()
    assert place.page.rows.currentIndex().row() == 1


# -- consent


def _ask(place: Place, name: str) -> AskDialog:
    place.choose(name)
    place.page.editor.ask()
    place.settle()
    return place.window.findChild(AskDialog)


def test_answers_are_recorded_with_who_and_when(place: Place) -> None:
    dialog = _ask(place, "Damask Rose Sweets")
    dialog.answers["print"].set_value("yes")
    dialog.answers["web"].set_value("no")
    dialog.asked_by.setEditText("Marisol")
    dialog.months.set_value("6")
    dialog.record.click()
    place.settle()
    kept = place.kept("Damask Rose Sweets").consents
    today = place.window.session.today()
    assert (kept["print"].answer, kept["print"].asked_by) == ("yes", "Marisol")
    assert kept["print"].date == today
    assert today + dt.timedelta(180) < kept["print"].review_by < today + dt.timedelta(186)
    assert (kept["web"].answer, kept["web"].review_by) == ("no", None)
    assert "map" not in kept
    number = place.names().index("Damask Rose Sweets")
    assert place.page.table.row(number).doors[0].answer == "yes"


def test_an_answer_needs_who_asked(place: Place) -> None:
    dialog = _ask(place, "Damask Rose Sweets")
    dialog.answers["print"].set_value("yes")
    dialog.asked_by.setEditText("")
    dialog.record.click()
    assert dialog.by_row.problem.text() == "Who asked?"
    assert dialog.isVisible()
    dialog.reject()
    assert place.kept("Damask Rose Sweets").consents == {}


@pytest.mark.parametrize("nobody", ["staff", "Unknown", "?", "un voluntario"])
def test_who_is_nobody_is_said_at_once_and_opens_no_door(place: Place, nobody: str) -> None:
    dialog = _ask(place, "Damask Rose Sweets")
    line = dialog.asked_by.lineEdit()
    line.selectAll()
    QTest.keyClicks(line, nobody)
    QTest.qWait(600)
    assert "names nobody" in dialog.by_row.problem.text()
    dialog.answers["print"].set_value("yes")
    dialog.record.click()
    assert dialog.isVisible()
    assert line.hasFocus()
    line.selectAll()
    QTest.keyClicks(line, "Sergio")
    assert dialog.by_row.problem.text() == ""
    dialog.record.click()
    place.settle()
    assert place.kept("Damask Rose Sweets").consents["print"].asked_by == "Sergio"


def test_what_stops_a_recording_is_scrolled_to(place: Place) -> None:
    """On a small laptop the tick and the problems stand below what is seen of the dialog."""
    name = "Damask Rose Sweets"
    one, day = place.kept(name).business.id, place.window.session.today() - dt.timedelta(30)
    no = DraftConsent("web", "no", day, "Ana")
    place.window.session.write(lambda store: store.consents.record(one, [no]))
    place.settle()
    dialog = _ask(place, name)
    dialog.resize(1000, 600)
    dialog.answers["web"].set_value("yes")
    dialog.questions.answered.emit()
    for asker, row in (("staff", dialog.by_row), ("Marisol", dialog.how.again_row)):
        dialog.asked_by.setEditText(asker)
        dialog.view.verticalScrollBar().setValue(0)
        dialog.record.click()
        place.settle()
        problem, seen = row.problem, dialog.view.viewport()
        assert problem.text()
        assert seen.rect().contains(problem.mapTo(seen, problem.rect().bottomLeft()))
    dialog.reject()


def test_a_no_counts_whoever_asked(place: Place) -> None:
    dialog = _ask(place, "Damask Rose Sweets")
    dialog.answers["print"].set_value("no")
    dialog.asked_by.setEditText("staff")
    dialog.record.click()
    place.settle()
    assert place.kept("Damask Rose Sweets").consents["print"].answer == "no"


def test_words_that_are_never_kept_are_stopped_where_who_asked_stands(place: Place) -> None:
    dialog = _ask(place, "Damask Rose Sweets")
    dialog.answers["print"].set_value("no")
    dialog.asked_by.setEditText("Ana, who is undocumented")
    dialog.asked_by.lineEdit().editingFinished.emit()
    assert "could hurt somebody" in dialog.by_row.problem.text()
    dialog.record.click()
    assert dialog.isVisible()
    dialog.reject()
    assert place.kept("Damask Rose Sweets").consents == {}


def test_undo_never_turns_a_no_into_a_yes(place: Place) -> None:
    dialog = _ask(place, TAQUERIA)
    dialog.answers["print"].set_value("no")
    dialog.asked_by.setEditText("Marisol")
    dialog.record.click()
    place.settle()
    assert place.kept().consents["print"].answer == "no"
    place.shell.undo()
    place.settle()
    assert place.kept().consents["print"].answer != "yes"


def test_a_row_alone_is_selected_while_ctrl_is_still_held(place: Place) -> None:
    rows = place.page.rows
    QTest.keyClick(rows, Qt.Key.Key_F9, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.keyboardModifiers() == Qt.KeyboardModifier.ControlModifier
    rows.select_place(2)
    rows.select_place(4)
    QTest.keyClick(rows, Qt.Key.Key_F9)
    assert [index.row() for index in rows.selectionModel().selectedRows()] == [4]
