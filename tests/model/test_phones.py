import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.model import phones


def numbers(cell, region="US"):
    return [
        phone.number + (f" x{phone.extension}" if phone.extension else "")
        for phone in phones.parse(cell, region).phones
    ]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("505-555-0142", ["+15055550142"]),
        ("(505) 555-0117", ["+15055550117"]),
        ("5055550188", ["+15055550188"]),
        ("5055550188.0", ["+15055550188"]),
        ("+1 505 555 0163", ["+15055550163"]),
        ("1-505-555-0163", ["+15055550163"]),
        ("1 (505) 555-0163", ["+15055550163"]),
        ("505.555.0129", ["+15055550129"]),
        ("575 555 0108", ["+15755550108"]),
        ("(575)555-0190", ["+15755550190"]),
        ("505/555-0142", ["+15055550142"]),
        ("505–555–0142", ["+15055550142"]),
        ("505\xa0555\xa00142", ["+15055550142"]),
        ("\u202a505-555-0142\u202c", ["+15055550142"]),
        ("٥٠٥٥٥٥٠١٤٢", ["+15055550142"]),
        ("505-555-0171 x2", ["+15055550171 x2"]),
        ("505-555-0171x2", ["+15055550171 x2"]),
        ("505-555-0171 ext. 3", ["+15055550171 x3"]),
        ("505-555-0171 ext 3", ["+15055550171 x3"]),
        ("505-555-0171, ext. 12", ["+15055550171 x12"]),
        ("505-555-0171 (ext 12)", ["+15055550171 x12"]),
        ("505-555-0171 #4", ["+15055550171 x4"]),
        ("505-555-0171 extensión 45", ["+15055550171 x45"]),
        ("505-555-0171 Extension: 45", ["+15055550171 x45"]),
        ("575-555-0148 ó 575-555-0149", ["+15755550148", "+15755550149"]),
        ("575-555-0148 o 575-555-0149", ["+15755550148", "+15755550149"]),
        ("575-555-0148 or 575-555-0149", ["+15755550148", "+15755550149"]),
        ("575-555-0148/575-555-0149", ["+15755550148", "+15755550149"]),
        ("575-555-0148; 575-555-0149 x7", ["+15755550148", "+15755550149 x7"]),
        ("575-555-0148, 575-555-0149", ["+15755550148", "+15755550149"]),
        ("575-555-0148 y 575-555-0149", ["+15755550148", "+15755550149"]),
        ("575-555-0148 & 575-555-0149", ["+15755550148", "+15755550149"]),
        ("575-555-0148\n575-555-0149", ["+15755550148", "+15755550149"]),
        ("575-555-0148 575-555-0149", ["+15755550148", "+15755550149"]),
        ("575-555-0148 / (575) 555-0148", ["+15755550148"]),
        ("Tel. 505-555-0142", ["+15055550142"]),
        ("+52 656 555 0123", ["+526565550123"]),
        ("011 52 656 555 0123", ["+526565550123"]),
        ("505-555-0142 / +52 (656) 555-0123", ["+15055550142", "+526565550123"]),
        ("+84 24 3825 1234", ["+842438251234"]),
    ],
)
def test_cells_that_are_read_whole(cell, expected):
    reading = phones.parse(cell)
    assert numbers(cell) == expected
    assert reading.problems == []
    assert reading.rest == ""


@pytest.mark.parametrize(
    "cell", ["", "  ", "-", "n/a", "N/A", "none", "no tiene", "sin teléfono", "—", "?"]
)
def test_nothing_is_no_problem(cell):
    assert phones.parse(cell) == phones.PhoneReading()


@pytest.mark.parametrize(
    ("cell", "expected", "problem", "rest"),
    [
        ("555-0142", [], phones.NO_AREA_CODE, "555-0142"),
        ("505-555-0148/49", ["+15055550148"], phones.UNREADABLE, "49"),
        ("505-555-014", [], phones.UNREADABLE, "505-555-014"),
        ("505-155-0142", [], phones.UNREADABLE, "505-155-0142"),
        ("5.05555E+09", [], phones.UNREADABLE, "5.05555E+09"),
        ("505-TACOS-00", ["+15058226700"], phones.LETTERS, ""),
        ("ask at the counter", [], phones.WORDS_LEFT, "ask at the counter"),
        ("505-555-0142 Beto", ["+15055550142"], phones.WORDS_LEFT, "Beto"),
        ("505-555-0142 after 5pm", ["+15055550142"], phones.WORDS_LEFT, "after 5pm"),
        ("52 656 555 0123", [], phones.UNREADABLE, "52 656 555 0123"),
        ("+999 123", [], phones.UNREADABLE, "+999 123"),
    ],
)
def test_what_cannot_be_read_is_reported_and_kept(cell, expected, problem, rest):
    reading = phones.parse(cell)
    assert numbers(cell) == expected
    assert reading.problems == [problem]
    assert reading.rest == rest


@pytest.mark.parametrize(
    ("cell", "kinds"),
    [
        ("505-555-0142 (cell)", ["cell"]),
        ("cel 505-555-0142", ["cell"]),
        ("Cell: 505-555-0142, office: 505-555-0143", ["cell", "voice"]),
        ("505-555-0142 (cell) / 505-555-0143 (fax)", ["cell", "fax"]),
        ("office 505-555-0142 fax 505-555-0143", ["voice", "fax"]),
        ("505-555-0142 (WhatsApp) 505-555-0143", ["text", "voice"]),
        ("WhatsApp +52 656 555 0123", ["text"]),
        ("505-555-0142 text only", ["text"]),
    ],
)
def test_labels_say_what_kind_of_telephone_it_is(cell, kinds):
    reading = phones.parse(cell)
    assert [phone.type for phone in reading.phones] == kinds
    assert reading.problems == []


def test_another_country_is_read_by_its_own_rules():
    assert numbers("656 555 0123", "MX") == ["+526565550123"]


clear_numbers = st.builds(
    lambda form, area, exchange, line, extension: form.format(area, exchange, f"{line:04d}")
    + extension,
    st.sampled_from(
        ["{}-{}-{}", "({}) {}-{}", "({}){}-{}", "{}{}{}", "+1 {} {} {}", "1-{}-{}-{}", "{}.{}.{}",
         "{} {} {}", "1{}{}{}", "+1{}{}{}", "+1 ({}) {}-{}", "{}/{}-{}", "1 {} {} {}"]
    ),
    st.integers(200, 999), st.integers(200, 999), st.integers(0, 9999),
    st.sampled_from(["", " x2", "x34", " ext. 3", " ext 123", ", ext. 4", " extension 5", " #6"]),
)  # fmt: skip


@given(clear_numbers)
def test_the_fast_path_reads_what_phonenumbers_reads(cell):
    number = phonenumbers.parse(cell, "US")
    e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    phone = phones.parse(cell).phones[0]
    assert (phone.number, phone.extension) == (e164, number.extension or "")


def test_the_fast_path_does_not_wake_the_library(monkeypatch):
    monkeypatch.setattr(phones, "_library_phone", None)
    assert numbers("(505) 555-0142 x2") == ["+15055550142 x2"]


@given(st.text())
def test_any_text_is_read_as_whole_numbers(cell):
    for phone in phones.parse(cell).phones:
        assert phone.number[0] == "+" and phone.number[1:].isdigit()


@given(st.text(alphabet="0123456789+-() .x/,;extóoy\n"))
def test_no_digits_are_lost(cell):
    reading = phones.parse(cell)
    if sum(letter.isdigit() for letter in cell) > 1:
        assert reading.phones or reading.problems


@pytest.mark.parametrize(
    ("number", "extension", "paper", "window"),
    [
        ("+15055550171", "2", "505-555-0171 x2", "(505) 555-0171 x2"),
        ("+15055550142", "", "505-555-0142", "(505) 555-0142"),
        ("+526565550123", "", "+52 656 555 0123", "+52 656 555 0123"),
        ("not a number", "", "not a number", "not a number"),
    ],
)
def test_numbers_as_people_read_them(number, extension, paper, window):
    assert phones.display(number, extension) == paper
    assert phones.display(number, extension, style="window") == window


@given(clear_numbers)
def test_what_is_shown_reads_back(cell):
    phone = phones.parse(cell).phones[0]
    for style in ("print", "window"):
        assert phones.parse(phones.display(phone.number, phone.extension, style)).phones == [phone]
