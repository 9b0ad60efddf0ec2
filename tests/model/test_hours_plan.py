"""Hours edited a day, a season or the holidays at a time: all else stays letter by letter."""

import datetime as dt

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from directory_app.model import hours
from directory_app.model.hours_plan import AS_SUNDAY, CLOSED, OWN, UNSAID

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
SPANS = ["08:00-17:00", "09:00-12:00,13:00-18:00", "00:00-24:00", "10:00-14:00"]
SPECIALS = [
    "PH off", "PH 10:00-14:00", "May-Sep Mo-Fr 08:00-20:00", "Dec 24-26 off", "SH Mo 10:00-12:00",
    "May-Sep Sa 10:00-14:00", "Jun 15-Aug 20: Mo-Su 07:00-21:00", "week 1-10 Mo-Fr 10:00-12:00",
    "easter off", 'Dec 25 "private party"', 'PH "ask"', "Jan-Mar Su off",
]  # fmt: skip
LAST = ['|| "call first"', "|| Su 12:00-13:00"]
#: A year that has a holiday on most weekdays.
YEAR = [dt.date(2026, 1, 1) + dt.timedelta(days) for days in range(365)]


@st.composite
def day_lists(draw):
    first = draw(st.integers(0, 6))
    days = f"{DAYS[first]}-{DAYS[(first + draw(st.integers(1, 5))) % 7]}"
    return draw(st.sampled_from([days, DAYS[first], f"{DAYS[first]},PH", "Mo-Su"]))


@st.composite
def all_hours(draw):
    """OSM hours of weekdays, seasons, holidays and more, in any order."""
    usual = st.builds(
        "{} {}".format, day_lists(), st.sampled_from([*SPANS, *SPANS, "off"])
    ) | st.sampled_from(["24/7", "08:00-17:00"])
    rules = draw(st.lists(usual | st.sampled_from(SPECIALS), min_size=1, max_size=5))
    osm = "; ".join(rules) + "".join(f" {one}" for one in draw(st.sets(st.sampled_from(LAST))))
    assume(hours.is_valid(osm))
    return osm


spans_of_a_day = st.sampled_from(
    [[], [(540, 1020)], [(660, 870), (1020, 1260)], [(0, 1440)], [(480, 1020)]]
)


def states(osm, date):
    """What is so at each half hour of a day."""
    times = [(dt.time(n // 2, n % 2 * 30), dt.time(n // 2, n % 2 * 30 + 15)) for n in range(48)]
    return [hours.open_during(osm, date, *time) for time in times]


@given(all_hours(), st.integers(0, 6), spans_of_a_day)
@example("PH off; Mo-Fr,PH 08:00-17:00; May-Sep Mo-Fr 08:00-20:00", 0, [])
@example('Mo-Su 08:00-17:00; We off || "call first"', 2, [(480, 1020)])
@example("May-Sep Mo-Su 08:00-20:00; Mo-Fr 09:00-17:00", 5, [(540, 720)])
def test_a_day_of_the_grid_changes_nothing_but_itself(osm, day, spans):
    before = hours.plan(osm)
    after = before.with_day(day, spans)
    assert hours.is_valid(after.osm) or not after.osm
    assert after.week == [spans if n == day else old for n, old in enumerate(before.week)]
    special = [piece.text for piece in before.pieces if piece.kind in ("season", "kept")]
    assert [p.text for p in after.pieces if p.kind in ("season", "kept")] == special
    assert after.holiday_osm == before.holiday_osm
    untouched = {p.text for p in before.pieces if p.kind == "week" and day not in p.usual_days}
    days_only = {text for text in untouched if text in after.osm}
    # one neighbour with the same hours may have taken the day in
    assert len(untouched - days_only) <= 1


@given(all_hours(), st.integers(0, 6), spans_of_a_day)
@example("Mo-Fr,PH 08:00-17:00", 0, [(540, 720)])
@example("PH off; 24/7", 3, [])
def test_all_other_days_of_a_year_stay_as_they_were(osm, day, spans):
    after = hours.plan(osm).with_day(day, spans).osm
    assume(after)
    for date in YEAR[::5]:
        if date.weekday() != day:
            assert states(after, date) == states(osm, date), (date, after)


@given(all_hours(), st.lists(spans_of_a_day, min_size=7, max_size=7))
def test_a_whole_week_is_what_was_drawn(osm, week):
    after = hours.plan(osm).with_week(week)
    assert after.week == week
    assert hours.plan(after.osm) == after
    assert hours.plan(osm).with_week(hours.plan(osm).week).osm == hours.plan(osm).osm


@given(st.text())
def test_no_text_raises(text):
    found = hours.plan(text)
    assert found is None or found.osm == text.strip() or hours.is_valid(found.osm)


@pytest.mark.parametrize(
    ("osm", "day", "spans", "then"),
    [
        ("Mo-Fr 08:00-17:00; PH off", 5, [(540, 720)],
         "Mo-Fr 08:00-17:00; Sa 09:00-12:00; PH off"),
        ("Mo-Fr 08:00-17:00; PH off", 5, [(480, 1020)], "Mo-Sa 08:00-17:00; PH off"),
        ("Mo-Fr 08:00-17:00; May-Sep Mo-Fr 08:00-20:00; Su off", 2, [],
         "Mo-Tu,Th-Fr 08:00-17:00; We off; May-Sep Mo-Fr 08:00-20:00; Su off"),
        ("Mo-Sa 08:00-17:00; Su off", 5, [], "Mo-Fr 08:00-17:00; Sa-Su off"),
        ("24/7", 6, [], "Mo-Sa 00:00-24:00; Su off"),
        ("Mo-Sa 00:00-24:00; PH off", 6, [(0, 1440)], "Mo-Su 00:00-24:00; PH off"),
        ("Mo-Sa 00:00-24:00", 6, [(0, 1440)], "24/7"),
        ("Fr 18:00-02:00", 4, [], ""),
        ("Mo 09:00-12:00, Mo 13:00-17:00; PH off", 0, [(540, 720)], "Mo 09:00-12:00; PH off"),
        ("May-Sep Mo-Su 08:00-20:00", 5, [(540, 720)],
         "Sa 09:00-12:00; May-Sep Mo-Su 08:00-20:00"),
        ("Mo, We 08:00-12:00", 1, [(480, 720)], "Mo-We 08:00-12:00"),
    ],
)  # fmt: skip
def test_a_day_is_written_where_it_belongs(osm, day, spans, then):
    assert hours.plan(osm).with_day(day, spans).osm == then


@pytest.mark.parametrize(
    "osm", ["Mo-Fr 09:00+", 'Mo-Fr "by appointment"', "Mo[1] 09:00-12:00", "sunrise-sunset"]
)
def test_what_a_grid_cannot_show_is_not_drawn_and_not_touched(osm):
    told = hours.plan(osm)
    assert told.week is None
    assert told.with_day(0, [(540, 600)]).osm == osm
    assert told.kept == (osm,)
    assert hours.words(osm, "en")


def test_a_list_of_days_with_spaces_is_one_rule():
    assert hours.week("Mo, We 08:00-12:00") == [[(480, 720)], [], [(480, 720)], [], [], [], []]


def test_seasons_are_rows_of_their_own():
    osm = "Mo-Fr 08:00-17:00; May-Sep Mo-Fr 08:00-20:00; May-Sep Sa 10:00-14:00; PH off"
    told = hours.plan(osm)
    (season,) = told.seasons
    assert (season.months, season.osm) == ("May-Sep", "Mo-Fr 08:00-20:00; Sa 10:00-14:00")
    assert told.with_season("May-Sep", season.osm, "May-Sep") is told
    longer = told.with_season("Apr-Oct", season.osm, "May-Sep")
    assert longer.osm == osm.replace("May-Sep", "Apr-Oct")
    assert told.without_season("May-Sep").osm == "Mo-Fr 08:00-17:00; PH off"
    more = told.with_season("Dec 24", "off")
    assert more.osm == osm.replace("; PH off", "; Dec 24 off; PH off")
    assert told.with_season("Jan", "24/7").osm.count("Jan Mo-Su 00:00-24:00") == 1


@pytest.mark.parametrize(
    ("osm", "holidays"),
    [
        ("Mo-Fr 08:00-17:00", UNSAID),
        ("Mo-Fr 08:00-17:00; PH off", CLOSED),
        ("Mo-Fr,PH 08:00-17:00", OWN),
        ("Mo-Fr 08:00-17:00; Su,PH 10:00-14:00", AS_SUNDAY),
        ("Su 10:00-14:00; PH 10:00-14:00", AS_SUNDAY),
        ('Su 10:00-14:00; PH "ask"', OWN),
    ],
)
def test_what_is_said_about_holidays(osm, holidays):
    assert hours.plan(osm).holidays == holidays


@given(all_hours(), st.none() | spans_of_a_day)
def test_holidays_change_nothing_but_themselves(osm, spans):
    before = hours.plan(osm)
    after = before.with_holidays(spans)
    assert after.week == before.week
    assert after.seasons == before.seasons
    assert after.kept == before.kept
    if spans is None:
        assert after.holidays == UNSAID
    elif not spans:
        assert after.holidays == CLOSED
