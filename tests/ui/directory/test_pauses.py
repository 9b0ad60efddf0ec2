"""Nothing that is typed is lost: not by a pause and kill -9, not by another row."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from directory_app.store import Store
from directory_app.ui.window.main_window import MainWindow
from tests.ui.waiting import settle

Open = Callable[[Path], MainWindow]
TAQUERIA = "Taquería La Puerta Azul"

SCRIPT = """
import sys
from pathlib import Path
from directory_app.ui.app import prepare
from directory_app.ui.window.main_window import MainWindow
from tests.ui.waiting import settle

app = prepare(["puertas"])
window = MainWindow()
window.open(Path(sys.argv[1]))
window.show()
settle(window.runner)
page = window.shell.page()
page.open(sys.argv[2])
settle(window.runner)
page.editor.notes.note.field.setPlainText("half a sentence, and the")
exec(sys.argv[3])
page.editor.drafts.look()
settle(window.runner)
print("kept", flush=True)
app.exec()
"""


def _id(path: Path) -> str:
    with Store.open(path) as store:
        return str(store.businesses.search(TAQUERIA)[0].business.id)


def _editor(make_window: Open, path: Path, business: str) -> Any:
    window = make_window(path)
    settle(window.runner)
    window.shell.page().open(business)
    settle(window.runner)
    return window.shell.page().editor


HALF = """
editor = page.editor
editor.who.cuisines.line.setText("vietn")
editor.who.languages.line.setText("Q'anj")
editor.who.category.field.setText("tortill")
editor.when.edit_hours()
form = editor.when.popover.form
form.week.days[5].row.put("9-1")
form.week.days[6].row.line.setText("from ni")
form.week.days[6].row.line.textEdited.emit("from ni")
form.seasons.add().months.put("May-")
"""


def _kill_after(path: Path, business: str, deeds: str) -> None:
    """A window of its own, in which something is done, and then it is gone."""
    child = subprocess.Popen(
        [sys.executable, "-c", SCRIPT, str(path), business, deeds],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "kept\n"
    child.send_signal(signal.SIGKILL)
    child.wait()


def test_what_was_typed_before_a_kill_is_there_again(make_window: Open, sample: Path) -> None:
    business = _id(sample)
    _kill_after(sample, business, "")
    with Store.open(sample) as store:
        assert store.businesses.get(business).business.note != "half a sentence, and the"
    editor = _editor(make_window, sample, business)
    assert editor.notes.note.field.toPlainText() == "half a sentence, and the"
    assert editor.notes.is_edited()


def test_half_typed_hours_and_chips_are_there_again_after_a_kill(
    make_window: Open, sample: Path
) -> None:
    business = _id(sample)
    _kill_after(sample, business, HALF)
    editor = _editor(make_window, sample, business)
    who, when = editor.who, editor.when
    assert (who.cuisines.typed(), who.languages.typed()) == ("vietn", "Q'anj")
    assert who.category.field.typed() == "tortill"
    assert who.category.problem.text()
    assert when._osm == "Mo off; Tu-Fr,Su 08:00-15:00; Sa 09:00-13:00"
    assert when.half.text() == "Not understood: “from ni”"
    when.edit_hours()
    form = when.popover.form
    assert form.week.days[6].row.line.text() == "from ni"
    assert form.week.days[5].row.line.text() == "9\N{NO-BREAK SPACE}am–1\N{NO-BREAK SPACE}pm"
    assert form.seasons.rows[0].months.line.text() == "May-"


def test_half_typed_hours_wait_while_another_row_is_shown(make_window: Open, sample: Path) -> None:
    business = _id(sample)
    editor = _editor(make_window, sample, business)
    page = editor.window().shell.page()
    editor.when.edit_hours()
    editor.when.popover.form.week.days[5].row.put("9-1")
    editor.when.popover.form.osm.put("Mo 08:00-")
    editor.who.cuisines.line.setText("vietn")
    other = next(row.id for row in editor.session.browser.first_rows(page.table.filter, 3)
                 if row.id != business)  # fmt: skip
    page.open(other)
    settle(editor.session.runner)
    assert editor.when.popover is None
    assert not editor.when.half.text()
    assert editor.who.cuisines.typed() == ""
    page.open(business)
    settle(editor.session.runner)
    assert editor.when.half.text() == "Not understood: “Mo 08:00-”"
    assert editor.who.cuisines.typed() == "vietn"
    store = editor.session._opened_store()
    assert "Sa 09:00-13:00" in store.businesses.get(business).business.opening_hours
    editor.when.edit_hours()
    form = editor.when.popover.form
    form.osm.line.setFocus()
    QTest.keyClick(form.osm.line, Qt.Key.Key_Escape)
    editor.when.popover.accept()
    assert not editor.when.half.text()
    editor.who.cuisines._give_up()
    editor.drafts.look()
    settle(editor.session.runner)
    assert store.drafts.get(business) is None


def test_what_is_half_typed_stays_when_the_rest_is_saved(make_window: Open, sample: Path) -> None:
    business = _id(sample)
    editor = _editor(make_window, sample, business)
    who, when = editor.who, editor.when
    who.cuisines._append(["tacos", "korean"])
    who.cuisines.take_up("Tex-Mex fus")
    who.category.field.setText("zzzz")
    who.phones.more.click()
    who.phones.lines[1][0].setText("(505) 55")
    when.edit_hours()
    when.popover.form.osm.put("Mo 08:00-")
    when.popover.accept()
    when.rows["hours_note_en"].field.set_text("until sold out")
    editor.where.unit.field.setText("Suite 9")
    editor.save(editor.where)
    editor.save(who)
    settle(editor.session.runner)
    editor.reload()
    settle(editor.session.runner)
    kept = editor.session._opened_store().businesses.get(business).business
    assert (kept.address_2, kept.cuisine[-1]) == ("Suite 9", "korean")
    assert who.cuisines.typed() == "Tex-Mex fus"
    assert who.category.field.typed() == "zzzz"
    assert who.phones.texts()[1] == "(505) 55"
    assert when.half.text() == "Not understood: “Mo 08:00-”"


def test_words_that_are_never_kept_are_in_no_half_typed_line(
    make_window: Open, sample: Path
) -> None:
    business = _id(sample)
    editor = _editor(make_window, sample, business)
    editor.who.cuisines.line.setText("undocumented owner")
    editor.when.edit_hours()
    editor.when.popover.form.words.put("when the undocumented cook is in")
    editor.when.popover.form.osm.put("Mo 08:00-")
    editor.drafts.look()
    settle(editor.session.runner)
    kept = str(editor.session._opened_store().drafts.get(business))
    assert "undocumented" not in kept
    assert "Mo 08:00-" in kept


def test_a_pause_keeps_it_by_itself(make_window: Open, sample: Path, qtbot: Any) -> None:
    business = _id(sample)
    editor = _editor(make_window, sample, business)
    editor.who.name.field.setText("Taquería La Pu")
    qtbot.waitUntil(lambda: bool(editor.session._opened_store().drafts.get(business)), timeout=5000)


def test_what_is_applied_is_no_draft_any_more(make_window: Open, sample: Path) -> None:
    business = _id(sample)
    editor = _editor(make_window, sample, business)
    editor.who.name.field.setText("Taquería Nueva")
    editor.drafts.look()
    editor.save(editor.who)
    settle(editor.session.runner)
    editor.drafts.look()
    settle(editor.session.runner)
    store = editor.session._opened_store()
    assert store.drafts.get(business) is None
    assert store.businesses.get(business).business.name == "Taquería Nueva"


def test_half_a_telephone_waits_while_another_row_is_shown(make_window: Open, sample: Path) -> None:
    business = _id(sample)
    editor = _editor(make_window, sample, business)
    page = editor.window().shell.page()
    editor.who.name.field.setText("Taquería Nueva")
    field, problem = editor.who.phones.lines[0]
    field.setText("(505) 555-01")
    editor.who.phones._left(field, problem)
    other = next(row.id for row in editor.session.browser.first_rows(page.table.filter, 3)
                 if row.id != business)  # fmt: skip
    page.open(other)
    settle(editor.session.runner)
    page.open(business)
    settle(editor.session.runner)
    assert editor.who.phones.texts()[0] == "(505) 555-01"
    assert editor.who.name.field.text() == "Taquería Nueva"
    kept = editor.session._opened_store().drafts.get(business)["typed"]
    assert "name" not in str(kept)  # it was applied: undoing it must not be undone by a draft


def test_words_that_are_never_kept_are_in_no_draft(make_window: Open, sample: Path) -> None:
    business = _id(sample)
    editor = _editor(make_window, sample, business)
    editor.notes.note.field.setPlainText("the owner is undocumented")
    editor.drafts.look()
    settle(editor.session.runner)
    assert "undocumented" not in str(editor.session._opened_store().drafts.get(business))


@pytest.mark.parametrize("moves", ["leave", "look"])
def test_nothing_is_written_where_nothing_is_typed(
    make_window: Open, sample: Path, moves: str
) -> None:
    business = _id(sample)
    editor = _editor(make_window, sample, business)
    before = (sample / "directory.db").read_bytes()
    getattr(editor.drafts, moves)()
    settle(editor.session.runner)
    assert (sample / "directory.db").read_bytes() == before
