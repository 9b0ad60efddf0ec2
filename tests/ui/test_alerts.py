"""What an alert says and what it copies: a sentence, a hint, and details without any data."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from directory_app import importing
from directory_app.errors import UserError
from directory_app.store import Store
from directory_app.ui import alerts, language, spoken
from directory_app.ui.alerts import Alert
from directory_app.ui.jobs import JobRunner
from directory_app.ui.widgets.base import Label
from directory_app.ui.widgets.buttons import Button
from tests.ui import translations
from tests.ui.waiting import settle

CANARY = "zqxcanary"
DATA = (f"{CANARY} Panadería", "(505) 555-0177", f"12 {CANARY} St", f"/home/x/{CANARY}.csv")


def _bug() -> None:
    name = DATA[0]
    try:
        {}[name]
    except KeyError:
        raise ValueError(f"no row for {name}, {DATA[1]}") from None


def _bug_of_a_bug() -> None:
    try:
        raise ValueError(f"bad value {DATA[0]}")
    except ValueError as error:
        raise RuntimeError(f"while saving {DATA[2]}") from error


def _own() -> None:
    try:
        raise OSError(2, "No such file", DATA[3])
    except OSError as error:
        raise UserError(f"There is no business “{DATA[0]}” in this directory.") from error


def _own_unknown() -> None:
    raise UserError(f"{DATA[0]}: quite another sentence", DATA[2])


def _real_import() -> None:
    importing.read(Path(DATA[3]))


def _real_store() -> None:
    Store.open(Path(f"/nowhere/{CANARY}.puertas"))


RAISERS = [_bug, _bug_of_a_bug, _own, _own_unknown, _real_import, _real_store]


@pytest.fixture
def over(qapp: QApplication) -> Iterator[QWidget]:
    """What an alert is over."""
    window = QWidget()
    window.resize(800, 600)
    window.show()
    yield window
    window.close()
    window.deleteLater()


@pytest.fixture(params=["en", "es"])
def spoken_in(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    language.apply(request.param)
    yield request.param
    language.apply("en")


def _shown(over: QWidget, error: BaseException) -> Alert:
    alerts.show_error(error, over)
    alert = QApplication.activeModalWidget()
    assert isinstance(alert, Alert)
    return alert


def _copy(alert: Alert) -> str:
    """Press what stands left of the last button; what is then in the clipboard."""
    QApplication.clipboard().clear()
    buttons = alert.findChildren(Button)
    assert len(buttons) == 2
    buttons[0].click()
    return QApplication.clipboard().text()


@pytest.mark.parametrize("fail", RAISERS)
def test_copied_details_have_no_data_and_say_where_it_was(
    over: QWidget, fail: Callable[[], None], spoken_in: str
) -> None:
    with pytest.raises(Exception) as caught:  # of every kind
        fail()
    alert = _shown(over, caught.value)
    copied = _copy(alert)
    alert.reject()
    assert "Puertas " in copied
    assert "test_alerts.py:" in copied
    assert fail.__name__ in copied
    for said in (CANARY, *DATA, "555", "home"):
        assert said not in copied


def test_a_sentence_of_ours_is_copied_as_it_stands_in_the_program() -> None:
    with pytest.raises(UserError) as caught:
        _own()
    copied = alerts.report_of(caught.value)
    assert "UserError: There is no business “{0}” in this directory." in copied
    assert "\nfrom\nFileNotFoundError" in copied


def test_every_sentence_is_known_by_its_template_and_leaves_out_what_was_put_in() -> None:
    for english in translations.errors():
        filled = english.format(*DATA[:3])
        known = spoken.template(filled)
        assert known
        assert CANARY not in known


def test_an_alert_says_what_to_do_and_tells_that_it_copied(over: QWidget) -> None:
    alert = _shown(over, UserError("The disk is full.", "Make room and try again."))
    words = [label.whole_text() for label in alert.findChildren(Label)]
    assert words == ["The disk is full.", "Make room and try again."]
    _copy(alert)
    assert "Copied" in [button.text() for button in alert.findChildren(Button)]
    alert.reject()


def test_a_failure_in_a_worker_comes_to_the_window_without_data(qapp: QApplication) -> None:
    told: list[BaseException] = []
    runner = JobRunner()
    runner.start(lambda _progress: _bug_of_a_bug(), failed=told.append)
    settle(runner)
    runner.shutdown()
    copied = alerts.report_of(told[0])
    assert "RuntimeError" in copied
    assert CANARY not in copied
