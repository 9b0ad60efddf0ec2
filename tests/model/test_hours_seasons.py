"""Parts of the year and the hours of one day, in people's words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.model import hours, hours_seasons
from directory_app.model.hours_day import DayReading, day_words, read_day
from tests.model.test_hours_plan import spans_of_a_day

MONTHS = st.sampled_from(hours_seasons.OSM_MONTHS)


@pytest.mark.parametrize(
    ("text", "osm"),
    [
        ("May-Sep", "May-Sep"),
        ("May–September", "May-Sep"),
        ("mayo a septiembre", "May-Sep"),
        ("de mayo a sept.", "May-Sep"),
        ("Dec 24", "Dec 24"),
        ("24 de diciembre", "Dec 24"),
        ("Dec 24-26", "Dec 24-26"),
        ("15 jun–20 ago", "Jun 15-Aug 20"),
        ("June 15th to August 20th", "Jun 15-Aug 20"),
        ("Jan, Mar and Nov", "Jan,Mar,Nov"),
        ("marzo", "Mar"),
        ("summer", ""),
        ("May 40", ""),
        ("May-", ""),
        ("", ""),
    ],
)
def test_a_part_of_the_year_is_read(text, osm):
    assert hours_seasons.months(text) == osm


@given(MONTHS, MONTHS, st.sampled_from(["en", "es"]))
def test_its_words_read_the_same_again(first, last, language):
    osm = first if first == last else f"{first}-{last}"
    assert hours_seasons.months(hours_seasons.words(osm, language)) == osm


@pytest.mark.parametrize(
    ("text", "hint", "osm"),
    [
        ("Mon-Fri 8am-5pm; May-Sep: Mon-Fri 8am-8pm", "en",
         "Mo-Fr 08:00-17:00; May-Sep Mo-Fr 08:00-20:00"),
        ("lun–vie 8 am–5 pm; mayo a septiembre: lun-vie 8 am a 8 pm", "es",
         "Mo-Fr 08:00-17:00; May-Sep Mo-Fr 08:00-20:00"),
        ("Mon-Fri 8am-5pm, closed holidays\nDec 24-26 closed", "en",
         "Mo-Fr 08:00-17:00; Dec 24-26 off; PH off"),
        ("May-Sep: 9am-6pm", "en", "May-Sep Mo-Su 09:00-18:00"),
        ("Mar 9am-5pm", "es", "Tu 09:00-17:00"),
    ],
)  # fmt: skip
def test_seasons_in_words(text, hint, osm):
    assert hours.parse(text, hint).osm == osm


@pytest.mark.parametrize("text", ["May 9-5", "in summer Mon-Fri 9-5", "May-Sep: whenever"])
def test_what_is_no_season_is_kept_as_a_note(text):
    reading = hours.parse(text, "en")
    assert (reading.osm, reading.note) == ("", text)


SEASONAL = [
    "Mo-Fr 08:00-17:00; May-Sep Mo-Fr 08:00-20:00",
    "Mo-Sa 08:00-17:00; Jun 15-Aug 20 Mo-Sa 07:00-14:00; PH off",
    "Tu-Su 11:00-14:30,17:00-21:00; Dec 24-26 off",
    "May-Oct Sa 07:00-13:00",
]


@pytest.mark.parametrize("osm", SEASONAL)
@pytest.mark.parametrize("language", ["en", "es"])
def test_what_is_shown_for_seasons_can_be_typed_again(osm, language):
    text = "; ".join(hours.words(osm, language))
    again = hours.parse(text, language).osm
    assert hours.words(again, language) == hours.words(osm, language), again


@pytest.mark.parametrize(
    ("text", "spans", "assumed"),
    [
        ("8-3", [(480, 900)], True),
        ("8 am–3 pm", [(480, 900)], False),
        ("11-2:30, 5-9 pm", [(660, 870), (1020, 1260)], True),
        ("11:00-14:30,17:00-21:00", [(660, 870), (1020, 1260)], False),
        ("6pm-2am", [(1080, 1560)], False),
        ("24 hours", [(0, 1440)], False),
        ("closed", [], False),
        ("cerrado", [], False),
        ("", [], False),
    ],
)
def test_the_hours_of_a_day(text, spans, assumed):
    assert read_day(text, "en") == DayReading(spans, assumed)


@pytest.mark.parametrize("text", ["whenever", "8", "Mon 8-3", "8-3; PH off"])
def test_what_is_no_hours_of_a_day(text):
    assert read_day(text, "en") is None


@given(spans_of_a_day | st.just([(1080, 1560)]), st.sampled_from(["en", "es"]))
def test_a_day_in_words_reads_the_same_again(spans, language):
    again = read_day(day_words(spans, language), language)
    assert again is not None
    assert again.spans == spans


WORDS = st.lists(
    st.sampled_from(
        ["may", "Mar", "sep", "-", "–", " a ", "to", "15", "9", ":", ";", ",", " de ", "mon", "lun",
         "Fri", "8am", "5 pm", "closed", "cerrado", "Dec 24", "\n", "24/7", "PH off", "daily", "x"]
    ),
    max_size=9,
).map(" ".join)  # fmt: skip


@given(WORDS | st.text(max_size=40), st.sampled_from(["en", "es"]))
def test_nothing_typed_raises_and_all_that_is_read_is_valid(text, language):
    months = hours_seasons.months(text)
    assert not months or hours.is_valid(f"{months} off")
    osm = hours.parse(text, language).osm
    assert not osm or hours.is_valid(osm)
    assert not osm or hours.plan(osm).osm == osm
    read_day(text, language)
