"""What the editor stops, asks about and proposes: words about people, homes, who wants out."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from directory_app.store import Store
from directory_app.ui.parts import stopped
from directory_app.ui.parts.consent.withdraw_dialog import WithdrawDialog
from directory_app.ui.window.main_window import MainWindow
from tests.ui.waiting import settle

Open = Callable[[Path], MainWindow]
TAQUERIA = "Taquería La Puerta Azul"


@pytest.fixture
def editor(make_window: Open, sample: Path) -> Any:
    window = make_window(sample)
    settle(window.runner)
    page = window.shell.page()
    names = [page.table.row(at).name for at in range(page.table.rowCount())]
    page.rows.select_place(names.index(TAQUERIA))
    settle(window.runner)
    return page.editor


def _kept(editor: Any) -> Any:
    settle(editor.session.runner)
    with Store.open(editor.session.path) as store:
        return store.businesses.get(editor.id).business


def _note(editor: Any, text: str) -> None:
    editor.notes.note.field.setPlainText(text)
    editor.notes.check("note")
    editor.save(editor.notes)


def test_hurtful_words_are_stopped_explained_and_dropped(editor: Any) -> None:
    _note(editor, "Good tamales. The owner is undocumented. Closed on Monday")
    assert "undocumented" not in _kept(editor).note
    bar = editor.notes._bars["note"]
    assert not bar.isHidden()
    assert "could hurt somebody" in editor.notes.note.problem.text()
    bar.drop.click()
    note = _kept(editor).note
    assert "undocumented" not in note
    assert "Good tamales" in note
    assert "Closed on Monday" in note
    assert bar.isHidden()


def test_what_is_about_something_else_is_kept(editor: Any) -> None:
    text = "Her social security number is on the wall"
    assert stopped.explanation("note", text)
    _note(editor, text)
    assert text not in _kept(editor).note
    editor.notes._bars["note"].keep.click()
    assert _kept(editor).note == text


def test_stopped_words_are_not_kept_over_a_lock(editor: Any) -> None:
    editor.notes.note.field.setPlainText("The owner is undocumented")
    editor.who.website.field.setText("half an addr")
    found = str(editor.unfinished())
    assert "undocumented" not in found
    assert "half an addr" in found


#: Every field of the editor where somebody types words of their own.
FREE = ("name", "alternate_name", "description_en", "description_es", "hours_note_en",
        "hours_note_es", "directions_en", "directions_es", "note", "address_1", "address_2",
        "website", "email")  # fmt: skip


@pytest.mark.parametrize("field", FREE)
def test_every_free_text_of_the_editor_is_looked_at(editor: Any, field: str) -> None:
    sections = [editor.who, editor.where, editor.when, editor.notes]
    section = next(one for one in sections if field in one.rows)
    row = section.rows[field].field
    (row.setPlainText if hasattr(row, "setPlainText") else row.setText)("She is undocumented")
    section.rows[field].field.committed.emit(section.rows[field].field.text())
    assert "could hurt somebody" in section.rows[field].problem.text()
    editor.save(section)
    assert "undocumented" not in getattr(_kept(editor), field)


def test_whom_to_ask_for_is_looked_at_too(editor: Any) -> None:
    notes = editor.notes
    notes.person.field.setText("Rosa, who is undocumented")
    editor.save(notes)
    with Store.open(editor.session.path) as store:
        told = [each.name for each in store.businesses.get(editor.id).contacts]
    assert "undocumented" not in str(told)
    assert "could hurt somebody" in notes.person.problem.text()
    assert notes.is_edited()
    assert "undocumented" not in str(editor.unfinished())
    notes._bars["person"].drop.click()
    _kept(editor)
    with Store.open(editor.session.path) as store:
        (first, *_) = store.businesses.get(editor.id).contacts
    assert first.name.startswith("Rosa")
    assert "undocumented" not in first.name
    assert notes._bars["person"].isHidden()


def test_their_number_is_looked_at_as_it_is_left(editor: Any) -> None:
    notes = editor.notes
    notes.phone.field.setText("call at night, she is undocumented")
    notes.phone.field.editingFinished.emit()
    assert "could hurt somebody" in notes.phone.problem.text()
    editor.save(notes)
    with Store.open(editor.session.path) as store:
        told = [each.phone for each in store.businesses.get(editor.id).contacts]
    assert "undocumented" not in str(told)
    notes._bars["phone"].drop.click()
    _kept(editor)
    assert notes.phone.problem.text() == ""


def test_another_business_is_looked_at_anew(editor: Any) -> None:
    text = "Her social security number is on the wall"
    _note(editor, text)
    editor.notes._bars["note"].keep.click()
    settle(editor.session.runner)
    editor.session.browser  # noqa: B018
    with Store.open(editor.session.path) as store:
        other = next(one for one in store.businesses.search("") if one.business.id != editor.id)
    editor.notes.load(other)
    editor.notes.note.field.setPlainText(text)
    assert not editor.notes.check("note")


@pytest.mark.parametrize(
    "text", ["They do not want to be listed", "No quieren salir en la guía", "opted out"]
)
def test_who_wants_out_is_offered_to_be_forgotten(editor: Any, text: str) -> None:
    _note(editor, text)
    assert not editor.notes.forget.isHidden()
    editor.notes.forget.click()
    settle(editor.session.runner)
    dialog = editor.window().findChild(WithdrawDialog)
    assert TAQUERIA in dialog.title.whole_text()
    dialog.reject()
    _note(editor, "Good tamales")
    assert editor.notes.forget.isHidden()


def test_an_address_that_looks_like_a_home_is_asked_about(editor: Any) -> None:
    where = editor.where
    assert where.lives.isHidden()
    where.unit.field.setText("Apt 4")
    where.check("address_2")
    assert not where.lives.isHidden()
    where.lives.no.click()
    assert where.lives.isHidden()
    where.check("address_2")
    assert where.lives.isHidden()
    settle(editor.session.runner)
    store = editor.session._opened_store()
    assert set(store.businesses.not_homes()) == {
        editor.id
    }  # and the next window does not ask again


def test_a_home_keeps_its_town_only(editor: Any) -> None:
    where = editor.where
    city = _kept(editor).city
    where.unit.field.setText("Apt 4")
    where.check("address_2")
    where.lives.yes.click()
    kept = _kept(editor)
    assert (kept.address_type, kept.address_1, kept.address_2, kept.city) == ("home", "", "", city)
    assert kept.precision in (None, "city")
    settle(editor.session.runner)
    assert where.address.field.text() == ""
    assert not where.is_edited()


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("The owner is undocumented", "The owner is"),
        ("nice people", "nice people"),
    ],
)
def test_words_are_dropped_without_gaps(text: str, left: str) -> None:
    assert stopped.without("note", text) == left
