"""The line over the pages that tells of a clock which can't be right, in the real window."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from directory_app.store import Store, clock
from directory_app.ui import language
from directory_app.ui.shell.shell import Banner
from directory_app.ui.widgets import dates
from directory_app.ui.window.main_window import MainWindow
from tests.ui.waiting import settle

Open = Callable[[Path], MainWindow]


def _set_clock(monkeypatch: pytest.MonkeyPatch, days: int) -> None:
    now = dt.datetime.now(dt.UTC) + dt.timedelta(days)
    monkeypatch.setattr(clock, "_utc_now", lambda: now)


def _line(window: MainWindow) -> Banner:
    settle(window.runner)
    (line,) = window.findChildren(Banner)
    return line


def test_a_clock_that_is_behind_is_told_and_the_later_day_counts(
    make_window: Open, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(sample) as store:
        today = store.today()
    _set_clock(monkeypatch, -180)
    window = make_window(sample)
    line = _line(window)
    assert window.session.today() == today
    assert dates.long(today) in line.label.whole_text()
    assert "Set the clock" in line.label.whole_text()
    language.apply("es")
    settle(window.runner)
    assert dates.long(today) in line.label.whole_text()
    assert "Ajuste el reloj" in line.label.whole_text()
    line.pressed.emit()
    assert line.isHidden()


def test_a_clock_that_leapt_waits_for_a_word_and_then_counts(
    make_window: Open, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(sample) as store:
        today = store.today()
    _set_clock(monkeypatch, 40)
    window = make_window(sample)
    line = _line(window)
    assert window.session.today() == today
    assert dates.long(today + dt.timedelta(40)) in line.label.whole_text()
    line.pressed.emit()
    settle(window.runner)
    assert line.isHidden()
    assert window.session.today() == today + dt.timedelta(40)
    with Store.open(sample) as store:
        assert store.today() == today + dt.timedelta(40)
        assert store.clock.trouble() is None
