"""A backup where no directory is: restored in the window, held, and answered there."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from directory_app.store import Store
from directory_app.store.restore import restore_as_new
from directory_app.ui import alerts, file_dialogs
from directory_app.ui.parts.restore_dialog import RefusedSinceDialog, RestoreNewDialog
from directory_app.ui.session import WORKS_HERE
from directory_app.ui.shell.shell import Banner
from directory_app.ui.widgets.buttons import TickBox
from directory_app.ui.window.main_window import MainWindow
from directory_app.ui.window.mend import Mend
from directory_app.ui.window.welcome import Welcome
from tests.ui.accessible import unnamed_controls
from tests.ui.conftest import PASSPHRASE
from tests.ui.waiting import settle

Open = Callable[[Path], MainWindow]


def _saved(path: Path, place: Path, secret: str | None = None) -> Path:
    with Store.open(path, passphrase=secret, write=True) as store:
        return store.backups.write(place)


@pytest.fixture
def held(sample: Path, tmp_path: Path) -> Path:
    path = tmp_path / "held.puertas"
    restore_as_new(path, _saved(sample, tmp_path), None)
    return path


def _dialog(window: MainWindow) -> RefusedSinceDialog:
    (banner,) = window.findChildren(Banner)
    assert "nothing goes out" in banner.accessibleName()
    banner.deed.click()
    settle(window.runner)
    (dialog,) = window.findChildren(RefusedSinceDialog)
    return dialog


def _ticks(dialog: RefusedSinceDialog) -> list[TickBox]:
    return dialog.found.findChildren(TickBox)


def _goes(path: Path) -> int:
    with Store.open(path) as store:
        return len(store.listings.public("print", store.today()))


def test_a_backup_becomes_a_directory_in_the_window(
    make_window: Open, sealed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = _saved(sealed, tmp_path, PASSPHRASE)
    window = make_window(sealed)
    window.show_welcome()
    welcome = window.centralWidget()
    assert isinstance(welcome, Welcome)
    monkeypatch.setattr(file_dialogs, "open_file", lambda *_given: file)
    welcome.restore_choice.click()
    (dialog,) = window.findChildren(RestoreNewDialog)
    assert unnamed_controls(dialog) == []
    dialog.folder = tmp_path
    dialog.name.field.setText("sealed")
    dialog.go.click()
    assert dialog.name.problem.text()
    assert dialog.secret.problem.text()
    dialog.name.field.setText("ours")
    dialog.secret.field.setText(PASSPHRASE)
    dialog.go.click()
    settle(window.runner)
    lock = window.centralWidget()
    lock.field.setText(PASSPHRASE)
    lock.unlock.click()
    settle(window.runner)
    assert window.session is not None
    assert window.session.path == tmp_path / "ours.puertas"
    assert window.findChildren(Banner)


def test_who_is_ticked_refuses_and_the_line_goes(make_window: Open, held: Path) -> None:
    window = make_window(held)
    settle(window.runner)
    dialog = _dialog(window)
    assert unnamed_controls(dialog) == []
    assert not dialog.go.isEnabled()
    with Store.open(held) as store:
        names = [one.business.name for one in store.businesses.search("")][:2]
    dialog.search.field.setText(names[0])
    settle(window.runner)
    _ticks(dialog)[0].click()
    dialog.search.field.setText(names[1])
    settle(window.runner)
    # who is ticked stays in sight, whatever is searched next
    ticked = [tick.text() for tick in _ticks(dialog) if tick.isChecked()]
    assert len(ticked) == 1
    assert ticked[0].startswith(names[0])
    assert not dialog.nobody.isEnabled()
    dialog.go.click()
    assert dialog.name.problem.text()
    assert _goes(held) == 0
    dialog.name.field.setText("Marisol")
    dialog.go.click()
    settle(window.runner)
    assert window.findChildren(Banner) == []
    assert window.shell is not None
    with Store.open(held) as store:
        said = store.businesses.search(names[0])[0].consents
        assert {one.answer for one in said.values()} <= {"no", "withdrawn"}
        assert store.history.steps()[0].by == "Marisol"
    assert _goes(held) > 0


def test_nobody_is_ticked_on_purpose(make_window: Open, held: Path) -> None:
    with Store.open(held, write=True) as store:
        store.settings.set(WORKS_HERE, "Teo")
    window = make_window(held)
    settle(window.runner)
    dialog = _dialog(window)
    assert dialog.name.field.text() == "Teo"
    dialog.nobody.click()
    dialog.go.click()
    settle(window.runner)
    with Store.open(held) as store:
        assert store.history.steps()[0].label.kind == "nobody_refused_since"
    assert _goes(held) > 0


def test_the_guide_page_says_why_nobody_is_in_it(make_window: Open, held: Path) -> None:
    with Store.open(held) as store:
        event = store.events.all()[0].id
    window = make_window(held)
    settle(window.runner)
    assert window.shell is not None
    window.shell.open_page("guide", event)
    settle(window.runner)
    page: Any = window.shell.page()
    codes = {finding.code for finding in page.checks._findings}
    assert "left_out_restored" in codes
    assert "nothing_listed" in codes


def test_the_file_of_refusals_is_kept_in_another_folder_and_read_at_a_restore(
    make_window: Open, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window(sample)
    settle(window.runner)
    assert window.shell is not None
    window.shell.open_page("backups")
    settle(window.runner)
    page: Any = window.shell.page()
    assert not page.only_here.isVisible()
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(file_dialogs, "open_folder", lambda *_given: stick)
    page.never_again.click()
    settle(window.runner)
    assert page.only_here.isVisible()
    assert list(stick.glob("*.puertas-never-again"))
    page._back_up(stick)
    settle(window.runner)
    (file,) = stick.glob("*.puertas-backup")
    told: list[tuple[str, str]] = []
    window.tell = lambda *words: told.append(words)  # type: ignore[method-assign]
    window.ask_restore_new(file)
    (dialog,) = window.findChildren(RestoreNewDialog)
    dialog.folder = tmp_path
    dialog.name.field.setText("ours")
    dialog.go.click()
    settle(window.runner)
    assert "never again" in told[0][1]
    page_of = window.shell
    assert page_of is not None
    page_of.open_page("backups")
    settle(window.runner)
    page = page_of.page()
    page.only_here.click()
    settle(window.runner)
    assert not page.only_here.isVisible()


def test_a_plain_one_in_the_place_of_an_encrypted_one_is_not_opened_by_itself(
    make_window: Open, sealed: Path, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Store.open(sealed, passphrase=PASSPHRASE).close()
    (sealed / "keys.json").unlink()
    (sealed / "directory.db").write_bytes((sample / "directory.db").read_bytes())
    window = make_window(sealed)
    settle(window.runner)
    mend = window.centralWidget()
    assert isinstance(mend, Mend)
    assert "another one in its place" in mend.said.text()
    assert mend.salvage.isHidden()
    assert unnamed_controls(mend) == []
    answers = iter((False, True))
    monkeypatch.setattr(alerts, "ask", lambda *_words, **_more: next(answers))
    mend.meant.click()
    settle(window.runner)
    assert window.session is None
    mend.meant.click()
    settle(window.runner)
    assert window.session is not None
