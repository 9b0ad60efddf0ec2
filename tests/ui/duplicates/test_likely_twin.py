"""While typing: who is there already, quietly, and at a pause."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from directory_app.store import Store
from tests.ui.accessible import unnamed_controls
from tests.ui.waiting import settle

NOPAL = "Taquería El Nopal"


@pytest.fixture
def editor(window):
    """A new business in the editor."""
    window.shell.page().add()
    settle(window.runner)
    return window.shell.page().editor


def write(field, text):
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


def pause(editor):
    """Two looks at the same: somebody stopped typing."""
    editor.banner.watch()
    editor.banner.watch()
    settle(editor.session.runner)


def test_a_name_and_a_phone_that_are_known_are_remarked_at_a_pause(editor):
    write(editor.who.name.field, "Taqueria Nopal")
    write(editor.who.phones.lines[0][0], "5055550142")
    editor.banner._beat.stop()
    editor.banner.watch()
    assert not editor.banner.isVisible()
    pause(editor)
    assert editor.banner.isVisible()
    assert editor.banner.accessibleName().startswith("Looks like Taquer")
    assert "same phone" in editor.banner.accessibleName()
    assert unnamed_controls(editor.banner) == []
    write(editor.who.phones.lines[0][0], "5055550199")
    write(editor.who.name.field, "Zapateria Luna")
    pause(editor)
    assert not editor.banner.isVisible()


def test_it_comes_by_itself_and_nothing_is_saved_for_it(editor, qtbot):
    write(editor.who.name.field, "La Luz Panaderia")
    qtbot.waitUntil(editor.banner.isVisible)
    assert "La Luz" in editor.banner.name.whole_text()
    with Store.open(editor.session.path) as store:
        assert len(store.businesses.search("luz")) == 2


def test_comparing_keeps_the_new_one_and_shows_both(editor, window):
    write(editor.who.name.field, "Flor de Oaxaca")
    write(editor.where.address.field, "1607 Paseo de Peralta")
    pause(editor)
    assert editor.banner.words.whole_text() == "same address, same name"
    editor.banner.look.click()
    settle(window.runner)
    page = window.shell.page()
    names = [side.dossier.business.name for side in page.pane.merge.sides]
    assert names == ["Flor de Oaxaca"] * 2
    assert window.shell.side.list.current_key() == "duplicates"


def test_not_the_same_is_remembered_once_the_new_one_is_kept(editor, window):
    write(editor.who.name.field, "Flor de Oaxaca")
    write(editor.where.address.field, "1607 Paseo de Peralta")
    pause(editor)
    editor.banner.apart.click()
    pause(editor)
    assert not editor.banner.isVisible()
    editor.leave()
    settle(window.runner)
    pause(editor)
    assert not editor.banner.isVisible()
    with Store.open(window.session.path) as store:
        assert len(store.duplicates.kept_apart()) == 1


def test_of_one_that_is_kept_it_says_so_and_forgets_it_when_told(window):
    page = window.shell.page()
    row = next(
        row for row in window.session.browser.first_rows(page.bar.filter, 9) if row.name == NOPAL
    )
    page.rows.select_place(page.table.find(row.row_id))
    settle(window.runner)
    editor = page.editor
    pause(editor)
    assert editor.banner.name.whole_text() == "Taqueria el Nopal Restaurant"
    QTest.keyClick(editor.banner.apart, Qt.Key.Key_Return)
    settle(window.runner)
    pause(editor)
    assert not editor.banner.isVisible()
    window.shell.undo()
    settle(window.runner)
    pause(editor)
    assert editor.banner.isVisible()
