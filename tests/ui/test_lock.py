"""Locking: when it is time, that nothing typed is lost or applied, and that it is a new process."""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from directory_app import settings
from directory_app.model.draft import VerdictKind
from directory_app.store import Store
from directory_app.ui.parts.consent.ask_dialog import AskDialog
from directory_app.ui.session import Session
from directory_app.ui.widgets.base import Label
from directory_app.ui.widgets.toast import Toast
from directory_app.ui.window import again
from directory_app.ui.window.idle import SLEPT, IdleWatch
from directory_app.ui.window.main_window import MainWindow
from directory_app.ui.window.welcome import Lock
from tests.ui.conftest import PASSPHRASE
from tests.ui.waiting import settle

Open = Callable[[Path], MainWindow]
TAQUERIA = "Taquería La Puerta Azul"


class Clocks:
    """A wall clock and a steady one, moved by hand; ``due`` counts the watch's word."""

    def __init__(self) -> None:
        self.wall, self.steady, self.due = 1000.0, 50.0, 0
        self.watch = IdleWatch(wall=lambda: self.wall, steady=lambda: self.steady)
        self.watch.due.connect(self._count)

    def _count(self) -> None:
        self.due += 1

    def go(self, seconds: float) -> None:
        """So long in beats of five seconds."""
        for _ in range(int(seconds // 5)):
            self.wall += 5
            self.steady += 5
            self.watch.look()


@pytest.fixture
def clocks(qapp: QApplication) -> Clocks:
    made = Clocks()
    made.watch.start(5)
    return made


def test_it_is_time_after_the_minutes_and_only_once(clocks: Clocks) -> None:
    clocks.go(295)
    assert clocks.due == 0
    clocks.go(600)
    assert clocks.due == 1


def test_somebody_who_works_is_left_alone(clocks: Clocks) -> None:
    for _ in range(10):
        clocks.go(200)
        clocks.watch.touched()
    assert clocks.due == 0


def test_a_laptop_that_slept_is_locked_at_once(clocks: Clocks) -> None:
    clocks.go(10)
    clocks.wall += SLEPT + 6  # the steady clock may stand still while it sleeps
    clocks.watch.look()
    assert clocks.due == 1


def test_the_hand_that_wakes_it_does_not_count(clocks: Clocks) -> None:
    clocks.wall += 3600
    clocks.watch.touched()
    assert clocks.due == 1


def test_a_clock_set_back_does_not_keep_it_open(clocks: Clocks) -> None:
    clocks.wall -= 86_400
    clocks.go(301)
    assert clocks.due == 1


def test_input_at_the_window_is_heard(make_window: Open, sealed: Path) -> None:
    window = _unlocked(make_window, sealed)
    heard: list[int] = []
    window.idle.touched = lambda: heard.append(1)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
    assert heard


def test_the_minutes_are_settled_and_off_is_not_offered(make_window: Open, sealed: Path) -> None:
    kept = settings.load()
    kept.lock_minutes = 17
    settings.save(kept)
    window = _unlocked(make_window, sealed)
    assert window.idle._limit == 17 * 60
    kept.lock_minutes = 0
    settings.save(kept)
    assert settings.load().lock_minutes == 5


# -- what is being edited


def _unlocked(make_window: Open, path: Path) -> MainWindow:
    window = make_window(path)
    lock = window.centralWidget()
    assert isinstance(lock, Lock)
    lock.field.setText(PASSPHRASE)
    lock.unlock.click()
    settle(window.runner)
    assert window.shell is not None
    return window


def _choose(window: MainWindow, name: str) -> None:
    page = window.shell.page()
    names = [page.table.row(at).name for at in range(page.table.rowCount())]
    page.rows.select_place(names.index(name))
    settle(window.runner)


def _kept(path: Path, name: str = TAQUERIA):
    with Store.open(path, passphrase=PASSPHRASE) as store:
        return next(one for one in store.businesses.search("") if one.business.name == name)


def test_an_unfinished_edit_is_there_again_and_not_applied(make_window: Open, sealed: Path) -> None:
    window = _unlocked(make_window, sealed)
    _choose(window, TAQUERIA)
    before = _kept(sealed)
    editor = window.shell.page().editor
    editor.who.name.field.setText("")  # half of a correction: no name is kept like that
    editor.who.phones.lines[0][0].setText("505 55")
    editor.where.town.zip.setText("87")
    editor.notes.person.field.setText("Ana")
    window.lock()
    assert window.property("started again") == str(sealed)
    after = _kept(sealed)
    assert (after.business.name, after.phones) == (before.business.name, before.phones)
    again_ = _unlocked(make_window, sealed)
    editor = again_.shell.page().editor
    assert editor.isVisible()
    assert editor.who.name.field.text() == ""
    assert editor.who.phones.lines[0][0].text() == "505 55"
    assert editor.who.phones.lines[0][1].text()
    assert editor.where.town.zip.text() == "87"
    assert editor.notes.person.field.text() == "Ana"
    with Store.open(sealed, passphrase=PASSPHRASE) as store:
        assert store.drafts.get(before.business.id) is None  # it is on the screen now
        assert store.drafts.get("window") is None


def test_half_typed_hours_and_chips_are_there_again(make_window: Open, sealed: Path) -> None:
    window = _unlocked(make_window, sealed)
    _choose(window, TAQUERIA)
    before = _kept(sealed)
    editor = window.shell.page().editor
    editor.who.cuisines.line.setText("vietn")
    editor.when.edit_hours()
    editor.when.popover.form.week.days[5].row.put("9-1")
    editor.when.popover.form.words.put("whenev")
    window.lock()
    assert _kept(sealed).business.opening_hours == before.business.opening_hours
    editor = _unlocked(make_window, sealed).shell.page().editor
    assert editor.who.cuisines.typed() == "vietn"
    assert "Sa 09:00-13:00" in editor.when._osm
    assert editor.when.half.text() == "Not understood: “whenev”"
    editor.when.edit_hours()
    assert editor.when.popover.form.words.line.text() == "whenev"


def test_answers_that_were_chosen_are_there_again(make_window: Open, sealed: Path) -> None:
    window = _unlocked(make_window, sealed)
    _choose(window, TAQUERIA)
    window.shell.page().editor.ask()
    settle(window.runner)
    dialog = window.findChild(AskDialog)
    before = _kept(sealed)
    dialog.answers["web"].set_value("withdrawn")
    dialog.method.set_value("phone")
    dialog.asked_by.setEditText("Marisol")
    dialog.questions.visibility.set_value("street")
    window.lock()
    assert not dialog.isVisible()
    assert _kept(sealed).consents == before.consents
    again_ = _unlocked(make_window, sealed)
    dialog = again_.findChild(AskDialog)
    assert dialog.isVisible()
    assert dialog.answers["web"].value() == "withdrawn"
    assert (dialog.method.value(), dialog.asked_by.currentText()) == ("phone", "Marisol")
    assert dialog.questions.visibility.value() == "street"
    dialog.reject()


def test_a_new_business_and_the_page_are_there_again(make_window: Open, sealed: Path) -> None:
    window = _unlocked(make_window, sealed)
    window.shell.page().add()
    settle(window.runner)
    window.shell.page().editor.who.name.field.setText("Qwertz Halb")
    window.lock()
    with Store.open(sealed, passphrase=PASSPHRASE) as store:
        assert not store.businesses.search("Qwertz Halb")
    again_ = _unlocked(make_window, sealed)
    assert again_.shell.page().editor.is_new
    assert again_.shell.page().editor.who.name.field.text() == "Qwertz Halb"


def test_pages_that_are_loaded_late_are_there_again(
    make_window: Open, sealed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page is loaded beside the window, and the next one is asked for meanwhile."""
    window = _unlocked(make_window, sealed)
    _choose(window, TAQUERIA)
    window.shell.page().editor.who.rows["email"].field.setText("no address")
    window.shell.open_page("events")
    settle(window.runner)
    window.shell.page().add()
    settle(window.runner)
    window.shell.page().form.fields["name_en"].setText("Church fa")
    window.shell.open_page("map")
    settle(window.runner)
    window.lock()
    late: list[Callable[[], None]] = []
    monkeypatch.setattr(Session, "prepare", lambda _self, done, *_modules: late.append(done))
    again_ = _unlocked(make_window, sealed)
    while late:
        late.pop(0)()
        settle(again_.runner)
    assert again_.shell._page_key() == "map"
    assert again_.shell.pages["directory"].editor.who.rows["email"].field.text() == "no address"
    assert again_.shell.pages["events"].form.fields["name_en"].text() == "Church fa"


def test_a_new_event_is_there_again(make_window: Open, sealed: Path) -> None:
    window = _unlocked(make_window, sealed)
    window.shell.open_page("events")
    settle(window.runner)
    window.shell.page().add()
    window.shell.page().form.fields["name_en"].setText("Church fa")
    window.lock()
    again_ = _unlocked(make_window, sealed)
    page = again_.shell.page()
    assert page.form.fields["name_en"].text() == "Church fa"
    assert page.form._event is None


def test_what_was_typed_goes_with_a_business_that_withdraws(
    make_window: Open, sealed: Path
) -> None:
    window = _unlocked(make_window, sealed)
    _choose(window, TAQUERIA)
    window.shell.page().editor.notes.note.field.setPlainText("the yellow umbrella")
    window.lock()
    with Store.open(sealed, passphrase=PASSPHRASE, write=True) as store:
        store.consents.withdraw(_kept(sealed).business.id)
    again_ = _unlocked(make_window, sealed)
    assert "umbrella" not in json.dumps(
        [section.unfinished() for section in again_.shell.page().editor.sections]
        if again_.shell.page().editor
        else []
    )


def test_a_plain_directory_does_not_lock(make_window: Open, sample: Path) -> None:
    window = make_window(sample)
    settle(window.runner)
    window.lock()
    assert window.isVisible()
    assert window.property("started again") is None
    assert not window.idle._beat.isActive()


def test_locking_backs_up_what_changed(make_window: Open, sealed: Path) -> None:
    window = _unlocked(make_window, sealed)
    _choose(window, TAQUERIA)
    editor = window.shell.page().editor
    editor.who.name.field.setText("Taquería Nueva")
    editor.save(editor.who)
    settle(window.runner)
    window.lock()
    assert [one.name for one in (sealed / "backups").iterdir() if "-auto-" in one.name]


# -- the process


def test_no_secret_is_an_argument(tmp_path: Path) -> None:
    path = tmp_path / "ours.puertas"
    assert again.command(path) == [sys.executable, "-m", "directory_app", str(path)]


SCRIPT = """
import sys
from pathlib import Path
from directory_app.ui.app import prepare
from directory_app.ui.window.main_window import MainWindow
from directory_app.ui.window.welcome import Lock
from directory_app.ui import alerts
from tests.ui.waiting import settle
from PySide6.QtCore import QTimer

app = prepare(["puertas"])
window = MainWindow()
window.open(Path(sys.argv[1]))
window.show()
window.centralWidget().field.setText(sys.argv[3])
window.centralWidget().unlock.click()
settle(window.runner)
sys.executable = sys.argv[2]
QTimer.singleShot(50, window.lock)
alerts.ask("?", "", "Yes", parent=window)  # a loop of its own, in which nobody answers
raise SystemExit("went on after the lock")
"""


def test_the_process_ends_even_inside_a_question_and_a_new_one_starts(
    sealed: Path, tmp_path: Path
) -> None:
    told = tmp_path / "told"
    program = tmp_path / "program"
    program.write_text(
        f'#!/bin/sh\nprintf "%s\\n" "$@" > "{told}.partial"\nmv "{told}.partial" "{told}"\n'
    )
    program.chmod(0o700)
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(sealed), str(program), PASSPHRASE],
        timeout=60, check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0
    assert "Traceback" not in done.stderr
    until = time.monotonic() + 20
    while not told.exists() and time.monotonic() < until:
        time.sleep(0.02)
    assert told.read_text().split("\n") == ["-m", "directory_app", str(sealed), ""]
    with Store.open(sealed, passphrase=PASSPHRASE, write=True):
        pass  # nobody holds it any more


# -- a list that is being looked over


def _list(folder: Path) -> Path:
    file = folder / "list.csv"
    file.write_text(
        "Name,City,State,Phone,Notes\nFonda Uno,Santa Fe,NM,505-555-0171,he is undocumented\n"
        "Fonda Dos,Santa Fe,NM,505-555-0172,\n",
        "utf-8",
    )
    return file


def _looked_over(make_window: Open, sealed: Path, file: Path) -> MainWindow:
    window = _unlocked(make_window, sealed)
    window.shell.open_page("import", file)
    settle(window.runner)
    page = window.shell.page()
    page.set_kind(0, VerdictKind.SKIP)
    page.model.review.decide_words(0, "note", keep=False)
    window.lock()
    return window


def test_what_was_decided_of_a_list_is_there_again(
    make_window: Open, sealed: Path, tmp_path: Path
) -> None:
    _looked_over(make_window, sealed, _list(tmp_path))
    with Store.open(sealed, passphrase=PASSPHRASE) as store:
        assert "undocumented" not in json.dumps(store.drafts.get("import"))
        assert not store.businesses.search("fonda")
    page = _unlocked(make_window, sealed).shell.page()
    settle(page.session.runner)
    verdicts = page.model.review.verdicts
    assert [each.kind for each in verdicts] == [VerdictKind.SKIP, VerdictKind.CREATE]
    assert not verdicts[0].draft.stopped


@pytest.mark.parametrize(("gone", "said"), [(True, "not there any more"), (False, "was changed")])
def test_a_list_that_is_gone_or_another_since_is_told(
    make_window: Open, sealed: Path, tmp_path: Path, gone: bool, said: str
) -> None:
    file = _list(tmp_path)
    _looked_over(make_window, sealed, file)
    if gone:
        file.unlink()
    else:
        file.write_text(file.read_text("utf-8") + "Fonda Tres,Clovis,NM,,\n", "utf-8")
    window = _unlocked(make_window, sealed)
    settle(window.runner)
    page = window.shell.page()
    words = [label.whole_text() for label in page.findChild(Toast).findChildren(Label)]
    assert any(said in each for each in words)
    assert (page.loaded is None) == gone
