"""Going through pairs by the keyboard: merging, keeping apart, putting off, stopping."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from directory_app.store import Store, pairs
from directory_app.store.filters import Filter
from directory_app.ui import language
from directory_app.ui.widgets.toast import Toast
from tests.ui.accessible import cut_buttons, unnamed_controls
from tests.ui.waiting import settle

NOPAL = ("Taquería El Nopal", "Taqueria el Nopal Restaurant")


def names(page):
    return [(item.pair.one.name, item.pair.other.name) for item in page.items]


def press(page, *keys):
    for key in keys:
        widget = page.window().focusWidget() or page
        QTest.keyClick(widget, key)
    settle(page.session.runner)


def line(page, key):
    return page.pane.lines[key]


def into(page):
    page.list.setFocus()
    press(page, Qt.Key.Key_Return)


def kept(page):
    with Store.open(page.session.path) as store:
        return {one.business.name: one for one in store.businesses.search("")}


def toast(page):
    return page.toast_place.findChild(Toast)


def test_its_row_in_the_sidebar_opens_the_likeliest_pair(page, window):
    assert window.shell.side.list.current_key() == "duplicates"
    assert len(page.items) == 3
    assert set(names(page)[0]) == set(NOPAL)
    assert page.count.text() == "3 pairs, the likeliest first"
    assert page.pane.why.text() == "Same phone, same address, same name"
    told = page.list.items.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == f"{NOPAL[0]} and {NOPAL[1]}: same phone, same address, same name"


def test_what_differs_is_to_choose_and_what_is_settled_says_why(page):
    keys = [one.key for one in page.pane.choices]
    assert keys == [
        *("code", "name", "languages", "address", "website", "hours", "note"),
    ]
    assert "checked" in page.pane.lines
    assert [cell.on for cell in line(page, "note").cells] == [True, True]
    assert line(page, "website").what == "1"
    assert line(page, "name").what == "0"  # the one that somebody checked
    hand, other = line(page, "pin").cells
    assert hand.on
    assert not other.on
    assert "by hand stays" in line(page, "pin").note.text()
    assert "stricter" in line(page, "consent.map").note.text()
    assert line(page, "consent.map").cells[1].on
    assert line(page, "location_visibility").cells[1].on
    assert "Confidential" in line(page, "phones").cells[1].words.text()


def test_the_printed_one_stays_and_the_page_says_so(page):
    codes = [one.dossier.business.code for one in page.pane.merge.sides]
    assert page.pane.merge.keep == 1
    assert page.pane.stays.text() == f"{codes[1]} stays. No printed guide names {codes[0]}."
    into(page)
    press(page, Qt.Key.Key_Up, Qt.Key.Key_Left)
    assert page.pane.merge.keep == 0
    assert page.pane.stays.text().startswith(f"{codes[0]} stays. One print run goes on naming")


def test_merging_by_keys_is_one_step_that_can_be_undone(page, window):
    into(page)
    press(page, Qt.Key.Key_Right)  # the name of the other
    press(page, Qt.Key.Key_Down, Qt.Key.Key_Left)
    assert line(page, "languages").what == "0"
    codes = [one.dossier.business.code for one in page.pane.merge.sides]
    press(page, Qt.Key.Key_Return)
    found = kept(page)
    assert NOPAL[0] not in found
    one = found[NOPAL[1]]
    assert one.business.code == codes[1]
    assert one.business.languages == ["es", "en"]
    assert one.business.note.splitlines() == [
        *("Cash only until summer.", "Ask for doña Rosa after three."),
    ]
    assert (one.business.pin_locked, one.business.location_visibility) == (True, "street")
    answers = {channel: answer.answer for channel, answer in one.consents.items()}
    assert answers == {"print": "yes", "map": "no", "web": "yes"}
    assert [phone.confidential for phone in one.phones] == [False, True]
    assert len(page.items) == 2
    assert "Merged Taquería El Nopal" in toast(page).accessibleName()
    window.shell.undo()
    settle(window.runner)
    assert set(kept(page)) >= set(NOPAL)
    page._soon.timeout.emit()
    settle(window.runner)
    assert len(page.items) == 3


def test_keys_mean_the_chosen_pair_and_never_the_one_that_was_shown_before(page):
    page.list.selectRow(1)
    QTest.keyClick(page, Qt.Key.Key_N)  # before its two are read
    settle(page.session.runner)
    assert len(page.items) == 3
    QTest.keyClick(page, Qt.Key.Key_N)
    settle(page.session.runner)
    assert set(NOPAL) in [set(pair) for pair in names(page)]
    assert len(page.items) == 2


def test_what_is_no_duplicate_never_comes_up_again_unless_that_is_undone(page, window):
    into(page)
    press(page, Qt.Key.Key_N)
    assert len(page.items) == 2
    assert set(NOPAL) not in [set(pair) for pair in names(page)]
    page.look()
    settle(window.runner)
    assert len(page.items) == 2
    window.shell.undo()
    settle(window.runner)
    page.look()
    settle(window.runner)
    assert len(page.items) == 3


def test_later_comes_again_at_the_end(page):
    first, second, third = names(page)
    into(page)
    press(page, Qt.Key.Key_S)
    assert names(page) == [second, third, first]
    assert page.items[-1].later
    assert page._shown == page.items[0].key
    page.look()
    settle(page.session.runner)
    assert names(page) == [second, third, first]


def test_it_follows_the_directory(page, window):
    page.session.write(
        lambda store: store.businesses.delete([store.businesses.search("song")[0].business.id])
    )
    settle(window.runner)
    page._soon.timeout.emit()
    settle(window.runner)
    assert len(page.items) == 2


def test_what_changes_meanwhile_is_shown_and_what_was_chosen_stays(page, window):
    into(page)
    press(page, Qt.Key.Key_Right)
    changed = page.pane.merge.sides[0].dossier.business.id
    page.session.write(
        lambda store: store.businesses.update(changed, {"website": "https://new.example"})
    )
    settle(window.runner)
    page._soon.timeout.emit()
    settle(window.runner)
    assert line(page, "website").cells[0].words.text() == "https://new.example"
    assert line(page, "name").what == "1"
    assert page.focusWidget() in page.pane.choices


def test_looking_can_be_stopped_and_begun_again(window, qtbot, monkeypatch):
    begun, go_on = threading.Event(), threading.Event()
    real = pairs._entries

    def slow(connection):
        begun.set()
        go_on.wait(20)
        return real(connection)

    monkeypatch.setattr(pairs, "_entries", slow)
    window.shell.open_page("duplicates")
    qtbot.waitUntil(begun.is_set)
    page = window.shell.page()
    assert page.empty.title.text() == "Comparing all businesses…"
    window.runner.hurry()
    # a save does not wait for it
    page.session.write(lambda store: store.people.add("Beto"))
    qtbot.waitUntil(lambda: not window.runner.is_saving())
    go_on.set()
    settle(window.runner)
    assert page.empty.title.text() == "Stopped"
    page.empty.button.click()
    settle(window.runner)
    assert len(page.items) == 3


def test_nothing_twice_says_what_to_do(make_window, sample):
    window = make_window(sample)
    window.shell.open_page("duplicates")
    settle(window.runner)
    page = window.shell.page()
    assert page.empty.title.text() == "Nobody is here twice"
    assert "Ctrl+M" in page.empty.text.text()


def test_two_that_are_selected_come_here_to_be_merged(window):
    ids = [row.id for row in window.session.browser.first_rows(Filter(), 5)]
    window.shell.open_page("duplicates", (ids[0], ids[3]))
    settle(window.runner)
    page = window.shell.page()
    shown = [one.dossier.business.id for one in page.pane.merge.sides]
    assert shown == [ids[0], ids[3]]
    assert page.pane.why.text() == "You chose these two"
    page.merge()
    settle(window.runner)
    with Store.open(window.session.path) as store:
        assert store.browser.count(Filter()) == 7


def test_ctrl_m_takes_the_two_that_are_selected_and_says_so_where_they_are_not(window):
    directory = window.shell.page()
    QTest.keyClick(directory.rows, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    settle(window.runner)
    assert window.shell.page() is directory
    assert "Select two businesses" in toast(directory).accessibleName()
    directory.rows.setFocus()
    directory.rows.select_place(0)
    QTest.keyClick(directory.rows, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    chosen = [row.id for row in directory.rows.selected_rows()]
    assert len(chosen) == 2
    QTest.keyClick(directory.rows, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    settle(window.runner)
    page = window.shell.page()
    assert [one.dossier.business.id for one in page.pane.merge.sides] == chosen


def test_the_sidebar_counts_the_pairs(page, window):
    settle(window.runner, 60)
    counts = {row.key: row.count for row in window.shell.side.list.entries.rows}
    assert counts["duplicates"] == 3


def test_one_that_is_gone_meanwhile_is_told(page, window):
    told = []
    page.went_wrong.disconnect()
    page.went_wrong.connect(told.append)
    page.open(("01890000-0000-7000-8000-000000000000", page.items[0].pair.one.id))
    settle(window.runner)
    assert "There is no business" in str(told[0])
    assert len(page.items) == 3


@pytest.mark.parametrize("code", ["en", "es"])
def test_every_control_is_named_and_no_button_is_cut(page, code):
    language.apply(code)
    settle(page.session.runner)
    into(page)
    assert unnamed_controls(page) == []
    assert cut_buttons(page) == []
    chosen = line(page, "name")
    assert chosen.accessibleName().endswith(NOPAL[0])
    assert NOPAL[1] in chosen.accessibleDescription()
