import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.model import hours
from directory_app.model.terms import OpenState

#: Saturday 5 and Sunday 6 December 2026.
SATURDAY, SUNDAY = dt.date(2026, 12, 5), dt.date(2026, 12, 6)
OPEN, CLOSED, UNKNOWN = OpenState.OPEN, OpenState.CLOSED, OpenState.UNKNOWN


def at(hour, minute=0):
    return dt.time(hour, minute)


@pytest.mark.parametrize(
    ("osm", "date", "starts", "ends", "state"),
    [
        ("Tu-Su 08:00-15:00; Mo off", SUNDAY, at(10), at(13), OPEN),
        ("Tu-Su 08:00-15:00; Mo off", SUNDAY + dt.timedelta(1), at(10), at(13), CLOSED),
        ("Mo-Fr 08:00-17:00", SUNDAY, at(10), at(13), CLOSED),
        ("Mo-Fr 08:00-17:00", SUNDAY, None, None, CLOSED),
        ("Su 12:00-21:00", SUNDAY, at(10), at(13), OPEN),
        ("Su 13:00-21:00", SUNDAY, at(10), at(13), CLOSED),
        ("Su 13:00-21:00", SUNDAY, None, None, OPEN),
        ("Su 08:00-10:00", SUNDAY, at(10), at(13), CLOSED),
        ("Su 08:00-10:01", SUNDAY, at(10), at(13), OPEN),
        ("Sa 18:00-02:00", SUNDAY, at(1), at(3), OPEN),
        ("Sa 18:00-02:00", SUNDAY, at(2), at(3), CLOSED),
        ("Sa 18:00-02:00", SUNDAY, None, None, OPEN),
        ("Sa 18:00-02:00", SATURDAY, at(22), at(1), OPEN),
        ("Su 00:00-02:00", SATURDAY, at(22), at(1), CLOSED),
        ("Sa 20:00-21:00", SATURDAY, at(18), None, OPEN),
        ("Sa 08:00-09:00", SATURDAY, at(18), None, CLOSED),
        ("Sa 08:00-09:00", SATURDAY, None, at(10), OPEN),
        ("24/7", SUNDAY, at(3), at(4), OPEN),
        ("10:00-18:00", SUNDAY, at(10), at(13), OPEN),
        ("24/7; PH off", dt.date(2026, 12, 25), at(10), at(13), CLOSED),
        ("Mo-Su 08:00-20:00; Su off", SUNDAY, None, None, CLOSED),
        ("Apr-Oct Mo-Su 08:00-20:00", SUNDAY, None, None, CLOSED),
        ('Su "by appointment"', SUNDAY, None, None, UNKNOWN),
        ('Mo-Sa 09:00-17:00; Su "by appointment"', SUNDAY, None, None, UNKNOWN),
        ('Mo-Sa 09:00-17:00; Su "by appointment"', SATURDAY, None, None, OPEN),
        ('Sa 09:00-17:00 "kitchen until 15:00"', SATURDAY, None, None, OPEN),
        ("Su unknown", SUNDAY, None, None, UNKNOWN),
        ("", SUNDAY, at(10), at(13), UNKNOWN),
        ("by appointment", SUNDAY, None, None, UNKNOWN),
    ],
)  # fmt: skip
def test_open_during_an_event(osm, date, starts, ends, state):
    assert hours.open_during(osm, date, starts, ends, "America/Denver") == state


@given(st.text(), st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1)))
def test_no_hours_raise(osm, date):
    assert hours.open_during(osm, date) in OpenState


@pytest.mark.parametrize(
    ("osm", "week"),
    [
        ("Mo-Fr 09:00-17:00", [[(540, 1020)]] * 5 + [[], []]),
        ("Mo-Su 09:00-17:00; We off", [[(540, 1020)]] * 2 + [[]] + [[(540, 1020)]] * 4),
        ("Sa,Su 18:00-02:00", [[]] * 5 + [[(1080, 1560)]] * 2),
        ("Sa-Mo 09:00-12:00,13:00-17:00",
         [[(540, 720), (780, 1020)]] + [[]] * 4 + [[(540, 720), (780, 1020)]] * 2),
        ("Mo 09:00-12:00, Mo 13:00-17:00", [[(540, 720), (780, 1020)]] + [[]] * 6),
        ("24/7", [[(0, 1440)]] * 7),
        ("", [[]] * 7),
        ("Mo-Fr 09:00-17:00; PH off", None),
        ("Apr-Oct Mo-Fr 09:00-17:00", None),
        ("Mo-Fr 09:00+", None),
        ('Mo-Fr "by appointment"', None),
        ("no hours at all", None),
    ],
)  # fmt: skip
def test_a_week_for_the_grid(osm, week):
    assert hours.week(osm) == week


@pytest.mark.parametrize(
    ("week", "osm"),
    [
        ([[(540, 1020)]] * 5 + [[], []], "Mo-Fr 09:00-17:00; Sa-Su off"),
        ([[], *[[(480, 900)]] * 6], "Tu-Su 08:00-15:00; Mo off"),
        ([[(660, 1260)], [], *[[(660, 1260)]] * 5], "We-Mo 11:00-21:00; Tu off"),
        ([[(1080, 1560)]] * 7, "Mo-Su 18:00-02:00"),
        ([[(0, 1440)]] * 7, "24/7"),
        ([[]] * 7, ""),
    ],
)
def test_a_week_from_the_grid(week, osm):
    assert hours.from_week(week) == osm
    assert hours.is_valid(osm) == bool(osm)
