"""How long work still takes: right at a steady pace, never told too early, calm otherwise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.progress import LEAST_SECONDS, TimeLeft, rounded


def _fed(steps: list[tuple[int, float]], total: int) -> TimeLeft:
    left = TimeLeft()
    for done, at in steps:
        left.heard(done, total, at)
    return left


def test_nothing_is_said_before_it_is_known() -> None:
    left = TimeLeft()
    assert left.seconds(0.0) is None
    for number in range(20):
        left.heard(number, 1000, number * LEAST_SECONDS / 20)
        assert left.seconds(number * LEAST_SECONDS / 20) is None


def test_of_a_few_large_pieces_nothing_is_known() -> None:
    assert _fed([(number, 3.0 * number) for number in range(4)], 5).seconds(9.0) is None


def test_an_unknown_total_has_no_end() -> None:
    assert _fed([(number, float(number)) for number in range(10)], 0).seconds(10.0) is None


@given(
    rate=st.floats(0.5, 10_000),
    total=st.integers(100, 1_000_000),
    beat=st.floats(0.05, 3),
    part=st.floats(0.05, 0.95),
)
def test_at_a_steady_pace_it_is_right(rate: float, total: int, beat: float, part: float) -> None:
    end = total / rate * part
    count = min(int(end / beat), 2000)
    left = _fed([(int(rate * beat * n), n * beat) for n in range(count + 1)], total)
    at = count * beat
    said = left.seconds(at)
    if said is not None:
        true = (total - rate * at) / rate
        # a report counts whole steps: one step more or less over the time that counts
        assert said == pytest.approx(true, rel=2 / max(rate * min(at, 6.0), 1), abs=2 / rate + 0.1)


@given(
    st.lists(st.tuples(st.integers(0, 50), st.floats(0.0, 500.0)), max_size=60),
    st.integers(1, 1000),
    st.floats(0, 1e6),
)
def test_whatever_is_reported_it_is_never_below_nothing(
    moves: list[tuple[int, float]], total: int, later: float
) -> None:
    left, done, at = TimeLeft(), 0, 0.0
    for more, gone in moves:
        done, at = min(done + more, total), at + gone
        left.heard(done, total, at)
        said = left.seconds(at + later)
        assert said is None or said >= 0


def test_between_two_reports_it_counts_down() -> None:
    left = _fed([(number, float(number)) for number in range(11)], 100)
    assert left.seconds(10.0) == pytest.approx(90, rel=0.01)
    assert left.seconds(25.0) == pytest.approx(75, rel=0.01)


def test_it_follows_a_pace_that_changes_and_one_odd_step_moves_it_little() -> None:
    left = _fed([(number, float(number)) for number in range(31)], 1000)
    for number in range(1, 31):  # four times as fast from here on
        left.heard(30 + 4 * number, 1000, 30.0 + number)
    said = left.seconds(60.0)
    assert said is not None
    assert said == pytest.approx((1000 - 150) / 4, rel=0.1)
    left.heard(154, 1000, 63.0)  # once three seconds for one second's worth
    after = left.seconds(63.0)
    assert after is not None
    assert after < said * 1.5


def test_a_next_step_is_measured_anew() -> None:
    left = _fed([(number, float(number)) for number in range(10)], 10)
    left.heard(0, 500, 11.0)
    assert left.seconds(11.0) is None
    left.heard(499, 500, 11.1)
    assert left.seconds(11.1) is None  # what the first step took is forgotten


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, (0, "moment")),
        (7.9, (0, "moment")),
        (8, (10, "second")),
        (34, (30, "second")),
        (54, (50, "second")),
        (55, (1, "minute")),
        (89, (1, "minute")),
        (100, (2, "minute")),
        (13 * 60, (15, "minute")),
        (58 * 60, (1, "hour")),
        (3 * 3600 + 60, (3, "hour")),
    ],
)
def test_it_is_said_as_a_person_would(seconds: float, said: tuple[int, str]) -> None:
    assert rounded(seconds) == said


@given(st.floats(0, 1e5))
def test_no_jump_back_in_words(seconds: float) -> None:
    order = {"moment": 1, "second": 1, "minute": 60, "hour": 3600}
    (many, unit), (fewer, smaller) = rounded(seconds), rounded(seconds * 0.5)
    assert many * order[unit] >= fewer * order[smaller]
