"""Days and times as people type them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.model.typed_days import read_day, read_time
from directory_app.ui.parts.events.words import clock, span

TODAY = dt.date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Dec 5", dt.date(2026, 12, 5)),
        ("5 dic", dt.date(2026, 12, 5)),
        ("Saturday, December 5, 2026", dt.date(2026, 12, 5)),
        ("mar 3 nov 2026", dt.date(2026, 11, 3)),
        ("March 2", dt.date(2027, 3, 2)),
        ("2026-12-05", dt.date(2026, 12, 5)),
        ("12/5/2026", dt.date(2026, 12, 5)),
        ("12/25", dt.date(2026, 12, 25)),
        ("25/12/26", dt.date(2026, 12, 25)),
    ],
)
def test_days_are_read(text: str, day: dt.date) -> None:
    assert read_day(text, TODAY) == day


def test_a_spanish_window_reads_the_day_first() -> None:
    assert read_day("5/12/2026", TODAY, day_first=True) == dt.date(2026, 12, 5)


@pytest.mark.parametrize("text", ["", "soon", "Dec", "Feb 30", "13/13/2026", "1 2 3 4"])
def test_what_is_no_day_is_not_guessed(text: str) -> None:
    assert read_day(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("10 am", dt.time(10)),
        ("10", dt.time(10)),
        ("1", dt.time(13)),
        ("1:30 p.m.", dt.time(13, 30)),
        ("12 am", dt.time(0)),
        ("14:30", dt.time(14, 30)),
        ("09.15", dt.time(9, 15)),
    ],
)
def test_times_are_read(text: str, time: dt.time) -> None:
    assert read_time(text) == time


def test_an_end_lies_after_its_start_where_it_can() -> None:
    assert read_time("9", dt.time(18)) == dt.time(21)


@pytest.mark.parametrize("text", ["", "soon", "25", "13 pm", "10:75"])
def test_what_is_no_time_is_not_guessed(text: str) -> None:
    assert read_time(text) is None


@given(st.times().map(lambda time: time.replace(minute=time.minute, second=0, microsecond=0)))
def test_a_time_reads_back_as_it_is_shown(time: dt.time) -> None:
    assert read_time(clock(time)) == time


def test_a_span_says_am_or_pm_once() -> None:
    assert span(dt.time(13), dt.time(15)) == "1–3 pm"
    assert span(dt.time(10), dt.time(13)) == "10 am–1 pm"
    assert span(None, None) == ""


@given(st.text(max_size=40))
def test_anything_that_is_typed_is_a_day_and_an_hour_or_neither(text: str) -> None:
    assert isinstance(read_day(text, TODAY), dt.date | None)
    assert isinstance(read_time(text), dt.time | None)
