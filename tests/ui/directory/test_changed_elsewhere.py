"""What was typed is against what was shown: nothing that came meanwhile is written over."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from directory_app.model.business import Phone
from directory_app.store import Store
from directory_app.ui.window.main_window import MainWindow
from tests.ui.waiting import settle

Open = Callable[[Path], MainWindow]
TAQUERIA = "Taquería La Puerta Azul"


@pytest.fixture
def window(make_window: Open, sample: Path) -> MainWindow:
    made = make_window(sample)
    settle(made.runner)
    return made


@pytest.fixture
def own(sample: Path) -> str:
    with Store.open(sample) as store:
        return str(store.businesses.search(TAQUERIA)[0].business.id)


def _open(window: MainWindow, business: str) -> Any:
    window.shell.page().open(business)
    settle(window.runner)
    return window.shell.page().editor


def _done(window: MainWindow, deed: Callable[[Any], Any]) -> Any:
    found: list[Any] = []
    window.session.write(deed, found.append)
    settle(window.runner)
    return found[0] if found else None


def _stored(window: MainWindow, business: str) -> Any:
    return _done(window, lambda store: store.businesses.get(business))


def _elsewhere(window: MainWindow, business: str, **changes: Any) -> None:
    """As an import or a packet does it, while the editor shows something else."""
    _done(window, lambda store: store.businesses.update(business, changes))


def _numbers(dossier: Any) -> list[str]:
    return [one.number for one in dossier.phones]


def test_what_was_saved_leaves_nothing_typed_behind(window: MainWindow, own: str) -> None:
    editor = _open(window, own)
    editor.who.phones.lines[0][0].setText("(505) 555-0188")
    editor.drafts.look()  # the pause
    editor.leave()
    editor.hide()  # another page comes before the next look
    settle(window.runner)
    other = Phone(business_id=own, number="+15055550177")
    _done(window, lambda store: store.businesses.update(own, {}, phones=[other]))
    editor.forget()
    editor = _open(window, own)
    assert editor.who.phones.texts()[0] == "(505) 555-0177"
    editor.leave()
    settle(window.runner)
    assert _numbers(_stored(window, own)) == ["+15055550177"]


def test_typed_and_kept_over_a_change_is_shown_and_not_written(
    window: MainWindow, own: str
) -> None:
    editor = _open(window, own)
    editor.who.website.field.setText("mine.example")
    editor.who.rows["email"].field.setText("hola@mine.example")
    editor.drafts.look()
    settle(window.runner)
    kept = _done(window, lambda store: store.drafts.get(own))
    editor.forget()
    _elsewhere(window, own, website="https://theirs.example")
    _done(window, lambda store: store.drafts.set(own, kept))
    editor = _open(window, own)
    assert editor.who.website.field.text() == "https://theirs.example"
    assert "mine.example" in editor.who.website.problem.text()
    assert editor.who.rows["email"].field.text() == "hola@mine.example"
    editor.leave()
    settle(window.runner)
    now = _stored(window, own).business
    assert (now.website, now.email) == ("https://theirs.example", "hola@mine.example")


def test_a_field_that_changed_while_it_is_edited_is_not_written_over(
    window: MainWindow, own: str
) -> None:
    editor = _open(window, own)
    editor.who.website.field.setText("https://mine.example")
    editor.who.rows["email"].field.setText("hola@mine.example")
    _elsewhere(window, own, website="https://theirs.example")
    editor.leave()
    settle(window.runner)
    now = _stored(window, own).business
    assert (now.website, now.email) == ("https://theirs.example", "hola@mine.example")
    assert editor.who.website.field.text() == "https://mine.example"
    assert "theirs.example" in editor.who.website.problem.text()
    editor.leave()  # who leaves it again means it
    settle(window.runner)
    assert _stored(window, own).business.website == "https://mine.example"


def test_a_telephone_that_came_meanwhile_stays(window: MainWindow, own: str) -> None:
    editor = _open(window, own)
    first = _numbers(_stored(window, own))
    editor.who.phones.lines[0][0].setText("(505) 555-0188")
    phones = _stored(window, own).phones
    phones.append(Phone(business_id=own, number="+15055550177"))
    _done(window, lambda store: store.businesses.update(own, {}, phones=phones))
    editor.leave()
    settle(window.runner)
    assert _numbers(_stored(window, own)) == ["+15055550188", *first[1:], "+15055550177"]
