"""The history page on the real window: looked through, and one step taken back."""

import pytest

from directory_app.store import Filter, Store
from tests.ui.accessible import unnamed_controls
from tests.ui.waiting import settle


@pytest.fixture
def directory(sample):
    with Store.open(sample, write=True, person="Beto") as store:
        row = store.browser.rows(store.browser.row_ids(Filter()))[0]
        store.businesses.update(row.id, {"note": "first"})
        store.businesses.update(row.id, {"city": "Taos", "assured_date": store.today()})
    return sample, row


@pytest.fixture
def page(make_window, directory):
    window = make_window(directory[0])
    settle(window.runner)
    window.shell.open_page("history")
    settle(window.runner, 20)
    return window.shell.page()


def shown(page):
    return [page.model.index(at, 2).data() for at in range(page.model.rowCount())]


def test_steps_are_told_newest_first_with_what_changed(page, directory):
    _path, row = directory
    assert shown(page)[:2] == [f"Edit {row.name}"] * 2
    rows = [page.changes.rows.row(at).cells for at in range(page.changes.rows.rowCount())]
    assert ("Town", row.city, "Taos", "") in rows
    assert unnamed_controls(page.window()) == []


def test_one_step_is_taken_back_and_what_stays_is_said(page, directory):
    path, row = directory
    page.take_back()
    settle(page.session.runner, 20)
    with Store.open(path) as store:
        now = store.businesses.get(row.id).business
    assert (now.city, now.note) == (row.city, "first")
    assert shown(page)[0] == f"Undo of “Edit {row.name}”"
    page.table.selectRow(1)
    settle(page.session.runner, 20)
    page.take_back()
    settle(page.session.runner, 20)
    assert "Town was changed since and stays." in page.told.text()


def test_a_step_about_several_says_of_whom_each_change_is(page, directory):
    path, _row = directory
    with Store.open(path) as store:
        ids = [each.id for each in store.browser.rows(store.browser.row_ids(Filter()))[:3]]
        names = [store.businesses.get(one).business.name for one in ids]
    both = {one: {"takeaway": True} for one in ids[:2]}
    page.session.write(lambda store: store.businesses.update_many(both))
    page.session.write(lambda store: store.businesses.delete([ids[2]]))
    settle(page.session.runner, 20)

    def of(at):
        page.table.selectRow(at)
        settle(page.session.runner, 20)
        changes = page.changes.rows
        return [changes.row(n).cells for n in range(changes.rowCount())], page.changes

    cells, table = of(1)
    assert {each[3] for each in cells if each[0] == "Takeaway"} == set(names[:2])
    assert not table.isColumnHidden(3)
    cells, table = of(0)
    assert {each[3] for each in cells} == {""}  # all of one
    assert table.isColumnHidden(3)


def test_it_is_narrowed_by_person_and_business(page, directory):
    _path, row = directory
    everything = page.model.rowCount()
    page.who.set_value("Beto")
    page.reload()
    settle(page.session.runner, 20)
    assert page.model.rowCount() == 2 < everything
    page.who.set_value("")
    page.open(row.id)
    settle(page.session.runner, 20)
    assert page.title.whole_text() == f"History of {row.name}"
    assert page.model.rowCount() >= 2


def test_the_editor_leads_to_the_history_and_to_a_call(make_window, directory):
    path, row = directory
    window = make_window(path)
    settle(window.runner)
    window.shell.open_page("directory", row.id)
    settle(window.runner, 20)
    editor = window.shell.page().editor
    editor._to_page("history")
    settle(window.runner, 20)
    assert window.shell.page().owner == row.id
    editor._to_page("verify")
    settle(window.runner, 20)
    assert [item.row.id for item in window.shell.page().read.items] == [row.id]


def test_only_what_is_on_screen_is_loaded(page, monkeypatch):
    asked = []
    real = page.model._load
    monkeypatch.setattr(page.model, "_load", lambda at: (asked.append(at), real(at)))
    from array import array

    page.model.set_ids(array("q", range(100_000, 0, -1)))
    page.table.scrollToBottom()
    page.table.viewport().grab()
    settle(page.session.runner)
    assert asked and len(set(asked)) <= 4
