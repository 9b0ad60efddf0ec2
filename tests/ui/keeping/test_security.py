"""Security: passphrase, recovery code, new key, encrypting, and what may leave."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from directory_app.errors import UserError
from directory_app.store import Store, keys, recovery
from directory_app.store.folder import Folder
from directory_app.tasks import asking
from directory_app.ui import alerts, clipboard
from directory_app.ui.pages.security import security_dialogs
from directory_app.ui.parts.new_passphrase import NewPassphrase
from directory_app.ui.window.main_window import MainWindow
from directory_app.ui.window.welcome import Lock
from tests.ui.accessible import unnamed_controls
from tests.ui.conftest import CHEAP, PASSPHRASE
from tests.ui.waiting import settle

Open = Callable[[Path], MainWindow]
NEW = "quiet umbrella fourteen lemons"


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    real = keys.passphrase_slot
    monkeypatch.setattr(
        keys, "passphrase_slot", lambda key, secret, _cost: real(key, secret, CHEAP)
    )


def _unlocked(make_window: Open, path: Path, secret: str = PASSPHRASE) -> MainWindow:
    window = make_window(path)
    _unlock(window, secret)
    assert window.shell is not None
    return window


def _unlock(window: MainWindow, secret: str) -> None:
    lock = window.centralWidget()
    assert isinstance(lock, Lock)
    lock.field.setText(secret)
    lock.unlock.click()
    settle(window.runner)


def _page(window: MainWindow) -> Any:
    window.shell.open_page("security")
    settle(window.runner)
    return window.shell.page()


def _opens(path: Path, secret: str) -> bool:
    try:
        Store.open(path, passphrase=secret).close()
    except keys.WrongSecretError:
        return False
    return True


def _type_new(new: NewPassphrase, text: str, again: str | None = None) -> None:
    new.field(new.first).setText(text)
    new.field(new.second).setText(text if again is None else again)


def test_a_passphrase_is_changed(make_window: Open, sealed: Path) -> None:
    page = _page(_unlocked(make_window, sealed))
    page.change.click()
    dialog = page.dialog
    assert unnamed_controls(dialog) == []
    dialog.secret.field.setText("not this one")
    _type_new(dialog.new, NEW)
    dialog.go.click()
    settle(page.session.runner)
    assert dialog.isVisible()
    assert "not right" in dialog.secret.problem.text()
    dialog.secret.field.setText(PASSPHRASE)
    dialog.go.click()
    settle(page.session.runner)
    assert _opens(sealed, NEW)
    assert not _opens(sealed, PASSPHRASE)


@pytest.mark.parametrize(
    ("text", "again", "told"),
    [
        ("short", "short", "Too short"),
        ("passwordpassword", "passwordpassword", "Too easily guessed"),
        (NEW, NEW + "x", "not the same"),
    ],
)
def test_a_bad_passphrase_is_not_taken(qapp: object, text: str, again: str, told: str) -> None:
    new = NewPassphrase()
    _type_new(new, text, again)
    assert not new.is_sound()
    assert told in new.first.problem.text() + new.second.problem.text()
    _type_new(new, NEW)
    assert new.is_sound()


def test_the_meter_tells_good_from_bad(qapp: object, qtbot: Any) -> None:
    new = NewPassphrase()
    qtbot.addWidget(new)
    _type_new(new, "password1234")
    qtbot.waitUntil(lambda: bool(new.meter.words.whole_text()), timeout=20_000)
    assert "Guessed" in new.meter.words.whole_text()
    _type_new(new, NEW)
    qtbot.waitUntil(lambda: "Guessed" not in new.meter.words.whole_text())


def test_a_recovery_code_is_shown_once_and_opens_the_lock(make_window: Open, sealed: Path) -> None:
    window = _unlocked(make_window, sealed)
    page = _page(window)
    assert "none" in page.recovery_told.text()
    page.recover.click()
    dialog = page.dialog
    code = dialog.face.code
    # printing comes after copying by hand, and says what stays of it
    assert dialog.face.print.y() > dialog.face.proof.y()
    assert "keep what they printed" in dialog.face.kept.whole_text()
    dialog.secret.field.setText(PASSPHRASE)
    dialog.face._field().setText("WRONG")
    dialog.go.click()
    settle(window.runner)
    assert dialog.isVisible()
    assert dialog.face.proof.problem.text()
    assert not _opens(sealed, code)
    dialog.face._field().setText(code.split("-")[dialog.face._group])
    dialog.go.click()
    settle(window.runner)
    assert "from" in page.recovery_told.text()
    window.close()
    again = make_window(sealed)
    _unlock(again, code.lower().replace("-", " "))
    assert again.shell is not None
    assert again.shell.page().table.rowCount() == 18


def test_a_slip_in_the_recovery_code_is_pointed_at(make_window: Open, sealed: Path) -> None:
    code = recovery.new_code()
    with Store.open(sealed, passphrase=PASSPHRASE, write=True) as store:
        store.keys.set_recovery_code(PASSPHRASE, code)
    groups = code.split("-")
    groups[2] = ("0" if groups[2][0] != "0" else "1") + groups[2][1:]
    window = make_window(sealed)
    _unlock(window, "-".join(groups))
    assert "3" in window.centralWidget().problem.text()


def test_a_new_key_is_made_and_it_locks(make_window: Open, sealed: Path) -> None:
    window = _unlocked(make_window, sealed)
    told: list[tuple[str, str]] = []
    window.tell = lambda message, hint: told.append((message, hint))
    before = Folder(sealed).keys.read_bytes()
    page = _page(window)
    page.rekey.click()
    dialog = page.dialog
    dialog.secret.field.setText(PASSPHRASE)
    _type_new(dialog.new, NEW)
    dialog.go.click()
    settle(window.runner)
    assert isinstance(window.centralWidget(), Lock)
    assert told[0][0] == "The directory has a new key"
    assert Folder(sealed).keys.read_bytes() != before
    assert not _opens(sealed, PASSPHRASE)
    _unlock(window, NEW)
    assert window.shell.page().table.rowCount() == 18


def test_a_plain_directory_is_encrypted(make_window: Open, sample: Path) -> None:
    window = make_window(sample)
    settle(window.runner)
    told: list[str] = []
    window.tell = lambda message, hint: told.append(message)
    page = _page(window)
    assert unnamed_controls(page) == []
    page.encrypt.click()
    dialog = page.dialog
    _type_new(dialog.new, NEW)
    dialog.with_code.setChecked(True)
    dialog.go.click()
    assert dialog.face.proof.problem.text()  # a code that nobody has is put in no place
    dialog.face._field().setText(dialog.face.code.split("-")[dialog.face._group])
    code = dialog.face.code
    dialog.go.click()
    settle(window.runner)
    assert told == ["The directory is encrypted"]
    assert isinstance(window.centralWidget(), Lock)
    assert _opens(sample, NEW)
    assert _opens(sample, code)
    _unlock(window, NEW)
    assert window.shell.page().table.rowCount() == 18
    assert window.idle._beat.isActive()


def test_a_failure_leaves_the_directory_and_says_why(
    make_window: Open, sealed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = _unlocked(make_window, sealed)
    told: list[object] = []
    window.show_error = told.append
    order = security_dialogs.KeyOrder("a wrong passphrase", NEW, None, False)
    _page(window)._rekey(order)
    settle(window.runner)
    assert "not right" in str(told[0])
    assert _opens(sealed, PASSPHRASE)
    assert isinstance(window.centralWidget(), Lock)


def test_the_page_names_every_control(make_window: Open, sealed: Path) -> None:
    assert unnamed_controls(_page(_unlocked(make_window, sealed))) == []


# -- private places


def test_look_ups_are_off_until_somebody_switches_them_on(make_window: Open, sample: Path) -> None:
    window = make_window(sample)
    settle(window.runner)
    page = _page(window)
    places = page.places
    assert not places.on.isChecked()
    assert places.service_row.isHidden()
    places.on.click()
    settle(window.runner)
    assert "whom to write to" in places.contact_row.problem.text()
    with Store.open(sample) as store, pytest.raises(UserError, match="whom to write to"):
        asking.online_service(store)
    places.contact_row.field.setText("maps@example.org")
    places._keep()
    settle(window.runner)
    assert places.contact_row.problem.text() == ""
    with Store.open(sample) as store:
        assert asking.online_service(store).kind == "nominatim"
        assert store.settings.get(asking.PROXIES) == ""
    places.on.click()
    settle(window.runner)
    with Store.open(sample) as store:
        assert store.settings.get(asking.SERVICE) == ""


def test_the_census_is_asked_only_after_a_question(
    make_window: Open, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window(sample)
    settle(window.runner)
    places = _page(window).places
    places.on.click()
    settle(window.runner)
    answers = [False, True]
    monkeypatch.setattr(alerts, "ask", lambda *_a, **_k: answers.pop(0))
    for kind in ("nominatim", "census"):
        places.kind.set_value("census")
        places.kind.picked.emit("census")
        settle(window.runner)
        with Store.open(sample) as store:
            assert store.settings.get(asking.SERVICE).partition("=")[0] == kind
    assert "federal agency" in places.census.text()


def test_an_address_in_the_clear_is_refused_under_its_field(
    make_window: Open, sample: Path
) -> None:
    window = make_window(sample)
    settle(window.runner)
    places = _page(window).places
    places.on.click()
    settle(window.runner)
    places.address_row.field.setText("http://example.org")
    places._keep()
    settle(window.runner)
    assert "https" in places.address_row.problem.text()


def test_an_address_that_tells_what_the_list_is_is_refused_under_its_field(
    make_window: Open, sample: Path
) -> None:
    window = make_window(sample)
    settle(window.runner)
    places = _page(window).places
    places.on.click()
    settle(window.runner)
    places.contact_row.field.setText("list@inmigrantes-nm.example.org")
    places._keep()
    settle(window.runner)
    assert "what your list is" in places.contact_row.problem.text()
    with Store.open(sample) as store:
        assert store.settings.get(asking.CONTACT) == ""


def test_what_left_is_listed(make_window: Open, sample: Path) -> None:
    with Store.open(sample, write=True) as store:
        one = store.businesses.search("")[0].business
        request = store.requests.begin(one.id, "nominatim test", "12 Fake St, Clovis <b>")
        store.requests.end(request, "found")
    window = make_window(sample)
    settle(window.runner)
    left = _page(window).left
    assert left.table.rows.row(0).cells[1:] == ("nominatim test", "12 Fake St, Clovis <b>", "found")
    assert "One request" in left.told.whole_text()


def test_what_the_window_copies_is_kept_by_no_history(qapp: Any) -> None:
    clipboard.put("place 12")
    data = qapp.clipboard().mimeData()
    assert data.text() == "place 12"
    for name, value in clipboard.MARKS.items():
        assert bytes(data.data(name)) == value
