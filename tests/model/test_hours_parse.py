import pytest
from hypothesis import given
from hypothesis import strategies as st
from opening_hours import validate

from directory_app.model import hours
from directory_app.model.hours_parse import BY_APPOINTMENT, NO_DAYS, UNREADABLE

#: Cells that say am and pm, or are written on a 24-hour clock.
CERTAIN = [
    ("Tue-Sun 8am-3pm; closed Monday", "Tu-Su 08:00-15:00; Mo off"),
    ("Mon-Fri 11:00-14:30, 17:00-21:00; Sat 11:00-21:00",
     "Mo-Fr 11:00-14:30,17:00-21:00; Sa 11:00-21:00"),
    ("Wed–Mon 11am–9pm", "We-Mo 11:00-21:00"),
    ("7 days 7am to 7pm", "Mo-Su 07:00-19:00"),
    ("24/7", "24/7"),
    ("Open 24 hours", "24/7"),
    ("open 24/7", "24/7"),
    ("Abierto 24/7", "24/7"),
    ("8:00 - 17:00 (Mon to Fri)", "Mo-Fr 08:00-17:00"),
    ("9am-5pm (Mon-Fri); 10am-2pm (Sat)", "Mo-Fr 09:00-17:00; Sa 10:00-14:00"),
    ("11am-9pm (closed Mon)", "Mo-Su 11:00-21:00; Mo off"),
    ("24 horas los 7 días", "24/7"),
    ("Abierto las 24 horas", "24/7"),
    ("24 hours, 7 days a week", "24/7"),
    ("Mon-Fri 24 hours", "Mo-Fr 00:00-24:00"),
    ("11:00 AM - 9:00 PM (closed Tue)", "Mo-Su 11:00-21:00; Tu off"),
    ("Closed Tue. 11am-9pm", "Mo-Su 11:00-21:00; Tu off"),
    ("Closed Mondays; open daily 8am to 2pm", "Mo-Su 08:00-14:00; Mo off"),
    ("Daily 9am-5pm except Sunday", "Mo-Su 09:00-17:00; Su off"),
    ("Every day except Monday 9am-5pm", "Tu-Su 09:00-17:00"),
    ("todos los días menos martes 9am-5pm", "We-Mo 09:00-17:00"),
    ("L-S 8-20, D 9-18", "Mo-Sa 08:00-20:00; Su 09:00-18:00"),
    ("L-V 10:00 a 18:00", "Mo-Fr 10:00-18:00"),
    ("mié-dom 11-19", "We-Su 11:00-19:00"),
    ("todos los días 12:00–21:00", "Mo-Su 12:00-21:00"),
    ("L–S 7–19", "Mo-Sa 07:00-19:00"),
    ("Lunes cerrado; martes a domingo 8:00 a.m. a 3:00 p.m.", "Mo off; Tu-Su 08:00-15:00"),
    ("8 a. m. a 5 p. m. L-V", "Mo-Fr 08:00-17:00"),
    ("8 de la mañana a 5 de la tarde de lunes a sábado", "Mo-Sa 08:00-17:00"),
    ("domingos de 12 del mediodía a 10 de la noche", "Su 12:00-22:00"),
    ("noon to midnight daily", "Mo-Su 12:00-24:00"),
    ("Fri-Sat 6pm-2am", "Fr-Sa 18:00-02:00"),
    ("Thu-Sat 5pm-12am", "Th-Sa 17:00-24:00"),
    ("Fri 11am-2pm, 6pm-2am", "Fr 11:00-14:00,18:00-02:00"),
    ("Sábado y domingo 18:00-02:00", "Sa,Su 18:00-02:00"),
    ("Mon-Fri: 9:00 a.m. - 5:30 p.m.", "Mo-Fr 09:00-17:30"),
    ("MON - FRI 9AM - 5PM, SAT 10AM - 2PM, SUN CLOSED",
     "Mo-Fr 09:00-17:00; Sa 10:00-14:00; Su off"),
    ("Sun closed, Mon-Sat 9am-9pm", "Su off; Mo-Sa 09:00-21:00"),
    ("9a-5p M-F", "Mo-Fr 09:00-17:00"),
    ("0900-1700 Mon-Fri", "Mo-Fr 09:00-17:00"),
    ("Sat.-Sun. 7 a.m. to 1 p.m.", "Sa-Su 07:00-13:00"),
    ("10h-18h L-V", "Mo-Fr 10:00-18:00"),
    ("LMXJV 9-14", "Mo-Fr 09:00-14:00"),
    ("L, M, X 9:00-14:00", "Mo,Tu,We 09:00-14:00"),
    ("Monday–Friday\n8:00 AM – 6:00 PM\nSaturday\n9:00 AM – 1:00 PM",
     "Mo-Fr 08:00-18:00; Sa 09:00-13:00"),
    ("Mon-Sat 8am-8pm; holidays closed", "Mo-Sa 08:00-20:00; PH off"),
    ("entre semana 8am-5pm, fines de semana 9am-2pm", "Mo-Fr 08:00-17:00; Sa-Su 09:00-14:00"),
    ("Mar-dom 8am-3pm", "Tu-Su 08:00-15:00"),
    ("Mar 08:00-15:00", "Tu 08:00-15:00"),
    ("8:00am-9:00pm Monday thru Saturday", "Mo-Sa 08:00-21:00"),
    ("Daily 10am–6pm; Sun 11am–4pm", "Mo-Su 10:00-18:00; Su 11:00-16:00"),
    ("Tu,Th 3pm-7pm / Sa 9am-1pm", "Tu,Th 15:00-19:00; Sa 09:00-13:00"),
    ("ABIERTO DE LUNES A VIERNES 8:30 AM A 5:30 PM", "Mo-Fr 08:30-17:30"),
]  # fmt: skip
#: Cells without am or pm: the rule under Settled in the design.
ASSUMED = [
    ("Daily 6-2", "Mo-Su 06:00-14:00"),
    ("M-Sat 9-8; Sun 10-6", "Mo-Sa 09:00-20:00; Su 10:00-18:00"),
    ("10-9 every day", "Mo-Su 10:00-21:00"),
    ("Mon–Sat 10–5:30", "Mo-Sa 10:00-17:30"),
    ("Fri, Sat, Sun 12-9", "Fr,Sa,Su 12:00-21:00"),
    ("M-F 8-5", "Mo-Fr 08:00-17:00"),
    ("Tu-Sa 10-7", "Tu-Sa 10:00-19:00"),
    ("Sat & Sun 8-12", "Sa,Su 08:00-12:00"),
    ("weekdays 9-5, weekends 10-4", "Mo-Fr 09:00-17:00; Sa-Su 10:00-16:00"),
    ("MWF 9-5", "Mo,We,Fr 09:00-17:00"),
    ("M/W/F 9-5", "Mo,We,Fr 09:00-17:00"),
    ("TTh 9-5", "Tu,Th 09:00-17:00"),
    ("M T W Th F 8-4, S 9-1, Su 10-2",
     "Mo,Tu,We,Th,Fr 08:00-16:00; Sa 09:00-13:00; Su 10:00-14:00"),
    ("M-S 9-5", "Mo-Sa 09:00-17:00"),
    ("M-S 9am-5pm", "Mo-Sa 09:00-17:00"),
    ("L a V de 8 a 5", "Mo-Fr 08:00-17:00"),
    ("L-V 8a5", "Mo-Fr 08:00-17:00"),
    ("de lunes a viernes de 9 a 5 y sábados de 9 a 1", "Mo-Fr 09:00-17:00; Sa 09:00-13:00"),
    ("Mon thru Fri 9 to 5, Sat 10 to 2, closed Sunday",
     "Mo-Fr 09:00-17:00; Sa 10:00-14:00; Su off"),
    ("Mon-Fri 9-5 Sat 10-2 closed Sunday", "Mo-Fr 09:00-17:00; Sa 10:00-14:00; Su off"),
    ("9-5 Mon-Fri, 10-2 Sat", "Mo-Fr 09:00-17:00; Sa 10:00-14:00"),
    ("9-5 Mon-Fri, Sat 10-2", "Mo-Fr 09:00-17:00; Sa 10:00-14:00"),
    ("Monday 9-5 Tuesday 10-6", "Mo 09:00-17:00; Tu 10:00-18:00"),
    ("Mon 9-12; Mon 1-5", "Mo 09:00-12:00,13:00-17:00"),
    ("Mon-Fri 9-12 and 1-5", "Mo-Fr 09:00-12:00,13:00-17:00"),
    ("lunch 11-2 dinner 5-9 Tue-Sat", "Tu-Sa 11:00-14:00,17:00-21:00"),
    ("Lunch Tue-Sat 11-2, Dinner Tue-Sun 5-9", "Tu-Sa 11:00-14:00, Tu-Su 17:00-21:00"),
    ("Mon-Fri 9am-5", "Mo-Fr 09:00-17:00"),
    ("Mon-Fri 11-2pm", "Mo-Fr 11:00-14:00"),
    ("Fri 5pm-2", "Fr 17:00-02:00"),
    ("noon-8 daily", "Mo-Su 12:00-20:00"),
    ("Tue-Sun 12-12", "Tu-Su 12:00-24:00"),
    ("daily 11-11", "Mo-Su 11:00-23:00"),
    ("Sat 1-5", "Sa 13:00-17:00"),
    ("Mo-Fr 9:00-5:00", "Mo-Fr 09:00-17:00"),
    ("Mo-Fr 09:00-05:00", "Mo-Fr 09:00-17:00"),
    ("Mo-Fr 8:00-12:00, 1:00-5:00", "Mo-Fr 08:00-12:00,13:00-17:00"),
    ("Mo-Fr 12-12", "Mo-Fr 12:00-24:00"),
]  # fmt: skip
#: Only the closing says am or pm: an evening where a morning would make too long a day.
HALF_SAID = [
    ("Fri 5-9pm", "Fr 17:00-21:00"),
    ("Tue-Sat 6-10pm", "Tu-Sa 18:00-22:00"),
    ("Tue-Sat 5:30-9:30pm", "Tu-Sa 17:30-21:30"),
    ("vie-sáb de 6 a 11 de la noche", "Fr-Sa 18:00-23:00"),
    ("Fri 6-2am", "Fr 18:00-02:00"),
    ("Fri 9-2am", "Fr 21:00-02:00"),
    ("Fri 6 to midnight", "Fr 18:00-24:00"),
    ("Mon 9-5pm", "Mo 09:00-17:00"),
    ("Daily 11-9pm", "Mo-Su 11:00-21:00"),
    ("Mon 8-3pm", "Mo 08:00-15:00"),
    ("Mon 7-11am", "Mo 07:00-11:00"),
    ("Mon 7-9pm", "Mo 07:00-21:00"),
    ("Mon 8-10pm", "Mo 08:00-22:00"),
    ("Mon 10-2pm", "Mo 10:00-14:00"),
    ("Fri 11-2am", "Fr 11:00-02:00"),
    ("Fri 8-midnight", "Fr 08:00-24:00"),
    ("Mon 3-9pm", "Mo 15:00-21:00"),
    ("Mon 05:00-9pm", "Mo 05:00-21:00"),
]  # fmt: skip
#: OSM syntax stays, but for zeros, spaces and the case of its days.
OSM = [
    ("Mo-Sa 09:00-20:00", "Mo-Sa 09:00-20:00"),
    ("Mo-Th 8:00-15:00; Fr,Sa 8:00-21:00; Su off", "Mo-Th 08:00-15:00; Fr,Sa 08:00-21:00; Su off"),
    ("Mo-Fr 08:00-18:00;PH off", "Mo-Fr 08:00-18:00; PH off"),
    ("mo-fr 08:00-18:00; ph off", "Mo-Fr 08:00-18:00; PH off"),
    ("Apr-Oct: Mo-Su 08:00-20:00", "Apr-Oct: Mo-Su 08:00-20:00"),
    ("Mar-Oct Mo-Fr 08:00-17:00", "Mar-Oct Mo-Fr 08:00-17:00"),
    ("Fr-Sa 18:00-02:00", "Fr-Sa 18:00-02:00"),
    ("Mo-Fr 11:00-14:00,17:00-21:00", "Mo-Fr 11:00-14:00,17:00-21:00"),
    ('Mo-Fr 09:00-17:00; Sa "by appointment"', 'Mo-Fr 09:00-17:00; Sa "by appointment"'),
    ("Th-Sa 11:00+", "Th-Sa 11:00+"),
    ("24/7; PH off", "24/7; PH off"),
    ("Mo-Fr 08:00–17:00", "Mo-Fr 08:00-17:00"),
]
#: Cells that are not read, because a part of them can't be, or could mean two things.
UNREAD = [
    "Thu Fri Sat 11-until sold out",
    "call for hours",
    "varies",
    "Mon-Sat 10am-6pm, Sunday if it does not rain",
    "5 p.m.",
    "closed",
    "cerrado",
    "Mon-Fri",
    "M-D 9-5",
    "L M V 9-5",
    "LMV 9-14",
    "S-Th 9-5",
    "S, S 9-5",
    "M-F 9-5; F-Sa 10-8",
    "Mon-Fri 9-5, 10-6",
    "9-5, 11-7 Mon",
    "Mon 9-5; Mon off",
    "Mon 25-30",
    "Mon 9:75-10",
    "Mon 13pm-15pm",
    "summer: Mon-Fri 9-5",
    "1st Sunday 9-5",
    "Mon-Fri 9-5 & by appointment",
    "Mon-Fri open late",
    "hasta agotar existencias",
    "北方 9-5",
    "Mon - 5pm",
    "Daily 6am-close",
    "closed 2-4",
]


@pytest.mark.parametrize(("cell", "osm"), CERTAIN)
def test_words_become_osm(cell, osm):
    reading = hours.parse(cell)
    assert reading.osm == osm
    assert reading.note == ""
    assert reading.assumed == ("M-S" in cell)


@pytest.mark.parametrize(("cell", "osm"), ASSUMED + HALF_SAID)
def test_what_had_no_am_or_pm_is_assumed(cell, osm):
    reading = hours.parse(cell)
    assert reading.osm == osm
    assert reading.assumed
    assert reading.problem


@pytest.mark.parametrize(("cell", "osm"), OSM)
def test_osm_stays_osm(cell, osm):
    assert hours.parse(cell) == hours.HoursReading(osm)


@pytest.mark.parametrize("cell", UNREAD)
def test_what_is_not_understood_is_never_guessed(cell):
    reading = hours.parse(cell)
    assert reading.osm == ""
    assert reading.note == cell
    assert reading.problem == UNREADABLE
    assert not reading.assumed


@pytest.mark.parametrize(
    "cell",
    ["by appointment", "By Appointment Only", "con cita", "sólo con cita previa", "por cita"],
)
def test_appointments_are_a_note_in_both_languages(cell):
    reading = hours.parse(cell)
    assert (reading.osm, reading.problem) == ("", BY_APPOINTMENT)
    assert (reading.note, reading.note_en, reading.note_es) == (cell, "By appointment", "Con cita")


@pytest.mark.parametrize("cell", ["", " ", "-", "?"])
def test_nothing_is_nothing(cell):
    assert hours.parse(cell) == hours.HoursReading()


@pytest.mark.parametrize("cell", ["9am-5pm", "9-5", "9:00-17:00", "09:00-17:00"])
def test_times_without_days_are_assumed_for_every_day(cell):
    reading = hours.parse(cell)
    assert (reading.osm, reading.assumed, reading.problem) == ("09:00-17:00", True, NO_DAYS)


def test_a_lone_m_is_read_by_the_language_of_the_list():
    assert hours.parse("M 9:00-17:00").osm == "Mo 09:00-17:00"
    assert hours.parse("M 9:00-17:00", language_hint="es").osm == ""


def test_a_note_is_kept_in_its_language():
    assert hours.parse("hasta agotar existencias").note_es
    assert hours.parse("until sold out").note_en


@given(st.text())
def test_no_text_raises(cell):
    reading = hours.parse(cell)
    assert not reading.osm or validate(reading.osm)


PIECES = (
    "Mon Tue-Sun M F S L-V D mié daily weekends closed cerrado 9 9am 5pm 12 - to a , ; ( ) & y "
    "24/7 lunch dinner except noon 14:00 8:30 PH off x until holidays"
)
words = st.sampled_from(PIECES.split())


@given(st.lists(words, max_size=12))
def test_words_in_any_order_give_valid_hours_or_a_note(parts):
    cell = " ".join(parts)
    for hint in (None, "en", "es"):
        reading = hours.parse(cell, hint)
        assert bool(reading.osm) != bool(reading.note) or not any(c.isalnum() for c in cell)
        assert not reading.osm or validate(reading.osm)


spans = st.tuples(st.integers(0, 95), st.integers(1, 60)).map(
    lambda pair: (pair[0] * 15, min(pair[0] * 15 + pair[1] * 15, 1440))
)
weeks = st.lists(st.lists(spans, max_size=1), min_size=7, max_size=7)


@given(weeks)
def test_a_week_comes_back_from_osm_and_from_the_parser(week):
    osm = hours.from_week(week)
    assert hours.week(osm) == week or not any(week)
    if osm:
        assert hours.parse(osm).osm == osm
