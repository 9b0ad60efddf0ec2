"""What is on its way to the disk: a new business or an edit, typed on, left, or refused."""

from pathlib import Path
from typing import Any

import pytest

from directory_app.errors import UserError
from directory_app.tasks import editing
from tests.ui.waiting import settle


@pytest.fixture
def page(make_window: Any, sample: Path) -> Any:
    window = make_window(sample)
    settle(window.runner)
    page = window.shell.page()
    page.add()
    settle(window.runner)
    return page


def _named(page: Any, name: str) -> list[Any]:
    settle(page.session.runner)
    store = page.session._opened_store()
    return [one for one in store.businesses.search("") if one.business.name == name]


def test_what_is_typed_while_it_is_being_made_is_kept_too(page: Any) -> None:
    editor = page.editor
    editor.who.name.field.setText("Panadería Nueva")
    editor.save(editor.who)
    editor.who.website.field.setText("https://nueva.example")
    editor.leave()
    (kept,) = _named(page, "Panadería Nueva")
    assert kept.business.website == "https://nueva.example"
    assert editor.id == kept.business.id


def test_another_row_at_once_is_no_new_business(page: Any) -> None:
    editor = page.editor
    editor.who.name.field.setText("Panadería Nueva")
    editor.who.phones.lines[0][0].setText("505-555-0199")
    editor.who.phones.locks[0].setChecked(True)
    other = page.table.row(2)
    editor.show_row(other)
    settle(page.session.runner)
    assert (editor.id, editor.who.name.field.text()) == (other.id, other.name)
    assert not any(section.is_edited() for section in editor.sections)
    (kept,) = _named(page, "Panadería Nueva")
    assert [(one.number, one.confidential) for one in kept.phones] == [("+15055550199", True)]
    assert page.session._opened_store().browser.undo_label().kind  # one step made it
    steps = page.session._opened_store().history.steps(kept.business.id)
    assert len({step.action_id for step in steps}) == 1


@pytest.mark.parametrize("moves_on", [False, True])
def test_a_new_one_that_is_refused_is_not_lost(
    page: Any, monkeypatch: pytest.MonkeyPatch, moves_on: bool
) -> None:
    editor = page.editor
    told: list[Exception] = []
    editor.went_wrong.connect(told.append)
    page.went_wrong.disconnect()
    with monkeypatch.context() as patch:
        patch.setattr(editing, "add", lambda *_: _refuse())
        editor.who.name.field.setText("Panadería Nueva")
        editor.save(editor.who)
        if moves_on:
            editor.show_row(page.table.row(2))
        settle(page.session.runner)
    assert [str(error) for error in told] == ["Not now. Later."]
    assert _named(page, "Panadería Nueva") == []
    if moves_on:
        page.add()
        settle(page.session.runner)
    assert editor.is_new
    assert editor.who.name.field.text() == "Panadería Nueva"
    editor.leave()
    assert len(_named(page, "Panadería Nueva")) == 1


def test_an_edit_that_is_refused_behind_another_row_waits_there(
    page: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = page.editor
    page.went_wrong.disconnect()
    first, other = page.table.row(1), page.table.row(2)
    editor.show_row(first)
    settle(page.session.runner)
    editor.who.phones.more.click()
    editor.who.phones.lines[1][0].setText("505-55")
    editor.who.website.field.setText("https://later.example")
    editor.where.unit.field.setText("Suite 9")
    with monkeypatch.context() as patch:
        patch.setattr(editing, "apply", lambda *_: _refuse())
        editor.show_row(other)
        settle(page.session.runner)
    assert editor.who.name.field.text() == other.name
    editor.show_row(first)
    settle(page.session.runner)
    assert editor.who.website.field.text() == "https://later.example"
    assert editor.who.phones.texts()[1] == "505-55"
    assert editor.where.unit.field.text() == "Suite 9"


def _refuse() -> None:
    raise UserError("Not now.", "Later.")
