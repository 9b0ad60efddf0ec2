import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.model import hours


def said(osm, language, style="compact"):
    joiner = " " if style == "full" else "; "
    return joiner.join(hours.words(osm, language, style)).replace("\xa0", " ")


#: osm, English and Spanish as on a sheet.
COMPACT = [
    ("Tu-Su 08:00-15:00; Mo off", "Tue–Sun 8 am–3 pm", "Mar–dom 8 am–3 pm"),
    ("Mo-Su 07:00-19:00", "Daily 7 am–7 pm", "Diario 7 am–7 pm"),
    ("Mo-Sa 08:00-20:00; Su 09:00-18:00",
     "Mon–Sat 8 am–8 pm; Sun 9 am–6 pm", "Lun–sáb 8 am–8 pm; dom 9 am–6 pm"),
    ("Mo-Th 08:00-15:00; Fr,Sa 08:00-21:00; Su off",
     "Mon–Thu 8 am–3 pm; Fri–Sat 8 am–9 pm", "Lun–jue 8 am–3 pm; vie–sáb 8 am–9 pm"),
    ("Mo-Fr 11:00-14:30,17:00-21:00; Sa 11:00-21:00",
     "Mon–Fri 11 am–2:30, 5–9 pm; Sat 11 am–9 pm", "Lun–vie 11 am–2:30, 5–9 pm; sáb 11 am–9 pm"),
    ("Tu-Sa 12:00-20:00", "Tue–Sat 12–8 pm", "Mar–sáb 12–8 pm"),
    ("We-Mo 11:00-21:00", "Wed–Mon 11 am–9 pm", "Mié–lun 11 am–9 pm"),
    ("Mo-Su 11:00-21:00; Tu off", "Wed–Mon 11 am–9 pm", "Mié–lun 11 am–9 pm"),
    ("Mo-Sa 09:30-19:00", "Mon–Sat 9:30 am–7 pm", "Lun–sáb 9:30 am–7 pm"),
    ("24/7", "Open 24 hours", "Abierto 24 horas"),
    ("Mo-Fr 00:00-24:00", "Mon–Fri 24 hours", "Lun–vie 24 horas"),
    ("Fr,Sa 18:00-02:00", "Fri–Sat 6 pm–2 am", "Vie–sáb 6 pm–2 am"),
    ("Mo-Su 12:00-24:00", "Daily noon–midnight", "Diario mediodía–medianoche"),
    ("Mo-Fr 08:00-12:00,13:00-17:00",
     "Mon–Fri 8 am–noon, 1–5 pm", "Lun–vie 8 am–mediodía, 1–5 pm"),
    ("Mo-Fr 08:00-10:00,14:00-16:00", "Mon–Fri 8–10 am, 2–4 pm", "Lun–vie 8–10 am, 2–4 pm"),
    ("Mo,We,Fr 09:00-17:00", "Mon, Wed, Fri 9 am–5 pm", "Lun, mié, vie 9 am–5 pm"),
    ("10:00-18:00", "10 am–6 pm", "10 am–6 pm"),
    ("Mo off", "Closed Monday", "Cerrado lunes"),
    ("Mo-Fr 08:00-17:00; PH off",
     "Mon–Fri 8 am–5 pm; closed holidays", "Lun–vie 8 am–5 pm; cerrado días festivos"),
    ("Th-Sa 11:00+", "Thu–Sat from 11 am", "Jue–sáb desde 11 am"),
    ('Mo-Fr 09:00-17:00; Sa "by appointment"',
     "Mon–Fri 9 am–5 pm; Sat by appointment", "Lun–vie 9 am–5 pm; sáb con cita"),
    ("Apr-Oct: Mo-Fr 08:00-17:00; Nov-Mar off",
     "Apr–Oct: Mon–Fri 8 am–5 pm; Nov–Mar closed", "Abr–oct: lun–vie 8 am–5 pm; nov–mar cerrado"),
    ("sunrise-sunset", "Sunrise–sunset", "Amanecer–atardecer"),
    ("Tu-Sa 11:00-14:00, Tu-Su 17:00-21:00",
     "Tue–Sat 11 am–2 pm; Tue–Sun 5–9 pm", "Mar–sáb 11 am–2 pm; mar–dom 5–9 pm"),
    ("", "", ""),
]  # fmt: skip
#: osm, English and Spanish as in a booklet.
FULL = [
    ("Mo-Th 08:00-15:00; Fr,Sa 08:00-21:00; Su off",
     "Monday to Thursday, 8 am to 3 pm. Friday and Saturday, 8 am to 9 pm. Closed Sunday.",
     "Lunes a jueves, de 8 am a 3 pm. Viernes y sábado, de 8 am a 9 pm. Cerrado los domingos."),
    ("Mo-Su 07:00-19:00", "Every day, 7 am to 7 pm.", "Todos los días, de 7 am a 7 pm."),
    ("Mo-Fr 11:00-14:30,17:00-21:00",
     "Monday to Friday, 11 am to 2:30 pm and 5 to 9 pm.",
     "Lunes a viernes, de 11 am a 2:30 pm y de 5 a 9 pm."),
    ("Mo-We,Fr 09:00-17:00",
     "Monday to Wednesday and Friday, 9 am to 5 pm.",
     "Lunes a miércoles y viernes, de 9 am a 5 pm."),
    ("Tu-Su 08:00-15:00; Mo off",
     "Tuesday to Sunday, 8 am to 3 pm. Closed Monday.",
     "Martes a domingo, de 8 am a 3 pm. Cerrado los lunes."),
    ("24/7", "Open 24 hours.", "Abierto 24 horas."),
]  # fmt: skip


@pytest.mark.parametrize(("osm", "english", "spanish"), COMPACT)
def test_hours_on_a_sheet(osm, english, spanish):
    assert said(osm, "en") == english
    assert said(osm, "es") == spanish


@pytest.mark.parametrize(("osm", "english", "spanish"), FULL)
def test_hours_in_a_booklet(osm, english, spanish):
    assert said(osm, "en", "full") == english
    assert said(osm, "es", "full") == spanish


def test_a_number_and_its_half_of_the_day_are_one_piece():
    assert hours.words("Mo-Sa 09:30-19:00", "en") == ["Mon–Sat 9:30\xa0am–7\xa0pm"]


def test_each_rule_is_a_phrase_of_its_own():
    assert len(hours.words("Mo-Th 08:00-15:00; Fr,Sa 08:00-21:00", "en")) == 2


osm_pieces = (
    "Mo Tu-Su Fr,Sa PH SH Apr-Oct Mar week easter 08:00-15:00 18:00-02:00 11:00+ sunrise-sunset "
    'off closed 24/7 "by_appointment" ; , || : unknown Su[1] 2026 Dec_25'
)


@given(st.lists(st.sampled_from(osm_pieces.split()), max_size=8).map(" ".join))
def test_no_hours_raise_and_nothing_becomes_nothing(osm):
    for language in ("en", "es"):
        for style in ("compact", "full"):
            phrases = hours.words(osm, language, style)
            assert bool(phrases) == any(letter.isalnum() for letter in osm) or not osm.strip(
                " ;,|:"
            )


@given(st.text())
def test_any_text_gives_phrases(osm):
    for phrases in (hours.words(osm, "en"), hours.words(osm, "es", "full")):
        assert all(phrase.strip() for phrase in phrases)


clocks = st.integers(0, 95).map(lambda quarter: quarter * 15)
#: "5–9 pm" is plain to a reader; the parser takes a bare 5 to 11 for morning, and says so
spans = st.tuples(clocks, clocks).filter(lambda s: s[0] < s[1] and s[0] < 1020).map(lambda s: [s])
groups = st.lists(st.one_of(st.just([]), spans), min_size=7, max_size=7).filter(any)


@given(groups)
def test_words_read_back_as_the_same_week(week):
    osm = hours.from_week(week)
    for language in ("en", "es"):
        for style in ("compact", "full"):
            text = ("; " if style == "compact" else " ").join(hours.words(osm, language, style))
            reading = hours.parse(text, language)
            assert hours.week(reading.osm) == week, text
