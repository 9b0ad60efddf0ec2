import datetime as dt

import pytest

from directory_app.guides import wording

DAY = dt.date(2026, 12, 5)


def test_dates_in_both_languages():
    assert wording.long_date(DAY, "en") == "Saturday, December 5, 2026"
    assert wording.long_date(DAY, "es") == "Sábado 5 de diciembre de 2026"
    assert wording.middle_date(dt.date(2027, 1, 31), "es") == "31 de enero de 2027"


@pytest.mark.parametrize(
    ("starts", "ends", "en", "es"),
    [
        (dt.time(10), dt.time(13), "10 am to 1 pm", "10 am a 1 pm"),
        (dt.time(9, 30), None, "from 9:30 am", "desde las 9:30 am"),
        (dt.time(0), dt.time(12), "12 am to 12 pm", "12 am a 12 pm"),
        (None, None, "", ""),
    ],
)
def test_times(starts, ends, en, es):
    assert wording.time_span(starts, ends, "en").replace("\u00a0", " ") == en
    assert wording.time_span(starts, ends, "es").replace("\u00a0", " ") == es


def test_checked_says_the_year_once_where_it_is_the_same():
    def said(first, last, language):
        return wording.checked(first, last, language).replace("\u00a0", " ")

    days = dt.date(2026, 9, 30), dt.date(2026, 11, 1)
    assert said(*days, "en") == "Checked Sep 30 to Nov 1, 2026."
    assert said(*days, "es") == "Revisado del 30 sep al 1 nov 2026."
    assert said(dt.date(2025, 12, 30), DAY, "en") == "Checked Dec 30, 2025 to Dec 5, 2026."
    assert said(DAY, DAY, "es") == "Revisado el 5 dic 2026."


def test_a_time_is_never_broken():
    assert (
        wording.keep_times("Mon–Sat 9:30 am – 7 pm") == "Mon–Sat 9:30\u00a0am\u00a0–\u00a07\u00a0pm"
    )
