import datetime as dt
from collections.abc import Callable

import pytest

from directory_app.importing import Reading
from directory_app.importing.consents import answer, refuses
from directory_app.importing.headings import lookup
from directory_app.importing.links import address
from directory_app.importing.names import suggest_alternate
from directory_app.importing.when import Dates
from directory_app.model.addresses import split, state, street

TODAY = dt.date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        *[(text, "yes") for text in ("yes", "YES", "Sí", "si", "x", "✓", "✔️", "ok", "1", "Y")],
        *[(text, "no") for text in ("no", "No gracias", "said no", "✗", "0", "N")],
        *[(text, "yes") for text in ("O.K.", "Yes (verbal)", "sí, con gusto", "yes to print")],
        *[(text, "no") for text in ("No quiso", "rather not", "not interested", "prefiere que no")],
        *[(text, "no") for text in ("dijo no", "no le interesa", "No - refused", "leave them out")],
        *[(text, "not_asked") for text in ("left msg", "asked, waiting", "print only", "fine?")],
        *[(text, "not_asked") for text in ("", "?", "-", "not yet", "todavía no", "maybe", "☐")],
        ("withdrawn", "withdrawn"),
        ("yes but not the phone?", "not_asked"),
    ],
)
def test_only_a_plain_yes_is_a_yes(text: str, said: str) -> None:
    assert answer(text).answer == said


@pytest.mark.parametrize(
    ("cell", "said", "by", "on"),
    [
        ("Yes - Marisol 10/12/2026", "yes", "Marisol", dt.date(2026, 10, 12)),
        ("sí (Beto 12 oct 2026)", "yes", "Beto", dt.date(2026, 10, 12)),
        ("yes, if they do not print the street", None, "", None),
        ("no, does not want to be listed", "no", "", None),
    ],
)
def test_who_and_when_may_stand_behind_the_answer(
    read_text: Callable[..., Reading], cell: str, said: str | None, by: str, on: dt.date | None
) -> None:
    reading = read_text(f'Name,OK to print?\nPan Azul,"{cell}"\n')
    found = [(one.answer, one.asked_by, one.date) for one in reading.drafts[0].consents]
    assert found == ([(said, by, on)] if said else [])


def test_a_note_that_says_no_holds_a_yes_back(read_text: Callable[..., Reading]) -> None:
    draft = read_text(
        "Name,OK to print?,Who asked / when,Notes\n"
        "Pan Azul,yes,Ana 10/1/2026,called back: does not want to be listed\n"
    ).drafts[0]
    assert draft.consents == []
    assert "refusal_in_note" in {problem.code for problem in draft.problems}


@pytest.mark.parametrize("text", ["have not asked yet", "serves catering for 50", "no parking"])
def test_other_notes_are_no_refusal(text: str) -> None:
    assert not refuses(text)


@pytest.mark.parametrize(
    ("text", "spanish", "day"),
    [
        ("10/3/2026", False, dt.date(2026, 10, 3)),
        ("3/10/2026", True, dt.date(2026, 10, 3)),
        ("25/10/26", False, dt.date(2026, 10, 25)),
        ("2026-10-03", True, dt.date(2026, 10, 3)),
        ("3 de octubre de 2026", False, dt.date(2026, 10, 3)),
        ("Oct. 3rd, 2026", True, dt.date(2026, 10, 3)),
        ("10/3", False, None),
        ("25/10/26", True, dt.date(2026, 10, 25)),
        ("1/2/2027", False, None),
        ("Ana", False, None),
    ],
)
def test_days(text: str, spanish: bool, day: dt.date | None) -> None:
    assert Dates([], spanish=spanish, today=TODAY).find(f"Ana {text}").on == day


def test_the_column_decides_the_order() -> None:
    dates = Dates(["Ana 25/10/2026"], spanish=False, today=TODAY)
    assert dates.find("3/10/2026").on == dt.date(2026, 10, 3)


@pytest.mark.parametrize(
    ("column", "text", "day", "code"),
    [
        ("25/10/2026", "3/10/2026", dt.date(2026, 10, 3), ""),
        ("25/10/2026", "10/12/2026", dt.date(2026, 10, 12), "date_turned"),
        ("10/25/2026", "11/12/2026", dt.date(2026, 11, 12), ""),
        ("10/25/2026", "12/11/2026", dt.date(2026, 11, 12), "date_turned"),
        ("10/25/2026", "12/12/2026", None, "asked_future"),
        ("10/25/2026", "12/25/2026", None, "asked_future"),
        ("10/25/2026", "2027-01-02", None, "asked_future"),
        ("10/25/2026", "Dec 1, 2026", None, "asked_future"),
    ],
)
def test_a_day_in_the_future_is_turned_round_and_said_or_not_kept(
    column: str, text: str, day: dt.date | None, code: str
) -> None:
    dates = Dates([column, column, column], spanish=False, today=TODAY)
    assert (dates.find(text).on, dates.find(text).code) == (day, code)


def test_what_was_assumed_about_hours_is_told(read_text: Callable[..., Reading]) -> None:
    reading = read_text("Name,Hours\nSol,Mon 9-5\nLuna,9am-5pm\nMar,Mon 9am-5pm\n")
    told = [(one.line, one.field, one.code) for one in reading.problems if "hours" in one.field]
    assert told == [(2, "opening_hours", "hours_assumed"), (3, "opening_hours", "hours_every_day")]
    assumed = [draft.values["opening_hours_assumed"] for draft in reading.drafts]
    assert assumed == [True, True, False]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("10 Cerrillos Rd, Santa Fe, NM 87505", ("10 Cerrillos Rd", "", "Santa Fe", "NM", "87505")),
        ("28 Rd Ste C, Santa Fe NM 87507", ("28 Rd", "Ste C", "Santa Fe", "NM", "87507")),
        ("1 W 1st St, Portales, New Mexico", ("1 W 1st St", "", "Portales", "NM", "")),
        ("32 N. Connelly, Clovis 88101", ("32 N. Connelly", "", "Clovis", "", "88101")),
        ("22 W 7th St Clovis NM", ("22 W 7th St", "", "Clovis", "NM", "")),
        ("5 Calle Medico, Santa Fe", ("5 Calle Medico", "", "Santa Fe", "", "")),
        ("9 Main St, Suite 4, Clovis, NM", ("9 Main St", "Suite 4", "Clovis", "NM", "")),
        ("PO Box 87505", ("PO Box 87505", "", "", "", "")),
    ],
)
def test_addresses_split(text: str, parts: tuple[str, ...]) -> None:
    found = split(text)
    assert parts == (
        found.address_1,
        found.address_2,
        found.city,
        found.state_province,
        found.postal_code,
    )


def test_a_corner_shows_the_way() -> None:
    assert street("esquina de 1a y Main").directions_language == "es"
    assert street("corner of W 1st St & Ave C").directions == "corner of W 1st St & Ave C"
    assert street("PO Box 7").postal
    assert (state("Nuevo México"), state("nm"), state("Chihuahua")) == ("NM", "NM", "Chihuahua")


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("facebook.com/elnopal", "https://facebook.com/elnopal"),
        ("HTTP://Momo.Example/", "https://momo.example"),
        ("https://a.example/m?l=es&s=c", "https://a.example/m?l=es&s=c"),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("https://user@evil.example", None),
        ("our page", None),
    ],
)
def test_only_https_addresses_are_kept(text: str, link: str | None) -> None:
    assert address(text) == link


def test_an_odd_link_stays_in_the_note(read_text: Callable[..., Reading]) -> None:
    draft = read_text("Name,Website\nPan Azul,javascript:alert(1)\n").drafts[0]
    assert "website" not in draft.values
    assert draft.values["note"] == "Website: javascript:alert(1)"


@pytest.mark.parametrize(
    ("name", "pair"),
    [
        ("Al-Noor Market (النور)", ("Al-Noor Market", "النور")),
        ("北方饺子馆 Northern Dumpling", ("Northern Dumpling", "北方饺子馆")),
        ("Taquería El Nopal", None),
        ("Pho & Bánh Mì", None),
        ("Habesha / ሀበሻ", ("Habesha", "ሀበሻ")),
    ],
)
def test_splitting_a_name_is_offered(name: str, pair: tuple[str, str] | None) -> None:
    assert suggest_alternate(name) == pair


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Business Name*", "name"),
        ("BUISNESS NAME", "name"),
        ("First name", "other"),
        ("Home phone", "other"),
        ("Teléfono del dueño", "other"),
        ("Nombre", "name"),
        ("¿Permiso para imprimir?", "ok_to_print"),
        ("Zip Code", "postal_code"),
        ("Teléfono 2", "phone"),
        ("Quién preguntó / cuándo", "asked_by_when"),
        ("Dirección", "address"),
    ],
)
def test_headings(heading: str, field: str) -> None:
    known = lookup(heading)
    assert known is not None
    assert known.field == field


@pytest.mark.parametrize(
    ("text", "day", "code"),
    [
        ("46302", dt.date(2026, 10, 7), ""),
        ("46302.58", dt.date(2026, 10, 7), ""),
        ("46500", None, "asked_future"),
        ("87505", None, ""),
    ],
)
def test_a_day_as_spreadsheets_count(text: str, day: dt.date | None, code: str) -> None:
    found = Dates([], spanish=False, today=TODAY).find(text)
    assert (found.on, found.code) == (day, code)


@pytest.mark.parametrize(
    ("cell", "number", "code"),
    [
        ("5.755550142E+09", "+15755550142", ""),
        ("5755550142.0", "+15755550142", ""),
        ("5.75555E+09", "", "phone_unread"),
        ("5.755550142E+12", "", "phone_unread"),
    ],
)
def test_a_phone_that_became_a_number(
    read_text: Callable[..., Reading], cell: str, number: str, code: str
) -> None:
    reading = read_text(f"Name,Phone\nSol,{cell}\n")
    assert [phone.number for phone in reading.drafts[0].phones] == ([number] if number else [])
    assert [one.code for one in reading.problems if one.field == "phone"] == (
        [code] if code else []
    )
    assert bool(reading.drafts[0].values.get("note")) == (not number)


def test_what_is_the_same_as_above_is_read_and_told(read_text: Callable[..., Reading]) -> None:
    reading = read_text(
        "Name,Address,City,Hours,OK to print,Asked by,Asked on\n"
        "Sol,Same as above,Clovis,Mon 9am-5pm,yes,Rosa,10/5/2026\n"
        "Luna,10 Main St,same,ídem,yes,Rosa,10/5/2026\n"
        "Mar,Igual que arriba,〃,closed Mon; Tue 9am-5pm,same,ditto,10/6/2026\n"
    )
    sol, luna, mar = reading.drafts
    assert "address_1" not in sol.values
    assert "directions_en" not in sol.values
    assert (luna.values["city"], luna.values["opening_hours"]) == ("Clovis", "Mo 09:00-17:00")
    assert (mar.values["address_1"], mar.values["city"]) == ("10 Main St", "Clovis")
    assert mar.consents == []
    told = [(one.line, one.field, one.code) for one in reading.problems]
    assert told == [
        (2, "address_1", "nothing_above"),
        (3, "city", "same_as_above"),
        (3, "opening_hours", "same_as_above"),
        (4, "address_1", "same_as_above"),
        (4, "city", "same_as_above"),
        (4, "ok_to_print", "same_as_above_asked"),
        (4, "ok_to_print", "same_as_above_asked"),
    ]


def test_a_list_without_headings_may_say_no(read_text: Callable[..., Reading]) -> None:
    reading = read_text("El Patio;Santa Fe;505-555-0160;sí\nCasa Roja;Clovis;575-555-0161;no\n")
    assert [draft.name for draft in reading.drafts] == ["El Patio", "Casa Roja"]


def test_who_sent_a_form_is_no_business(read_text: Callable[..., Reading]) -> None:
    reading = read_text(
        "Timestamp,Email Address,Business name,May we print this business in our community guide?\n"
        "10/12/2026 14:03:22,rosa@example.org,Sol,Yes\n"
    )
    draft = reading.drafts[0]
    assert "email" not in draft.values
    assert [(one.channel, one.answer) for one in draft.consents] == [("print", "yes")]
    assert {one.code for one in reading.problems} >= {"asked_incomplete"}


def test_who_was_asked_stays_in_the_note_where_no_answer_holds_it(
    read_text: Callable[..., Reading],
) -> None:
    reading = read_text(
        "Name,OK to print,Asked by,Asked on\nSol,not yet,Rosa,10/5/2026\nMar,yes,Rosa,10/5/2026\n"
    )
    sol, mar = reading.drafts
    assert sol.values["note"] == "Asked by: Rosa\nAsked on: 10/5/2026"
    assert "note" not in mar.values


def test_a_unit_in_the_line_stays_beside_another_in_its_own_column(
    read_text: Callable[..., Reading],
) -> None:
    both, once = read_text(
        'Name,Address,Suite\nSol,"5 Calle Medico, Bldg 2",Ste 7\nLuna,9 Main St #4,Unit 4\n'
    ).drafts
    assert (both.values["address_1"], both.values["address_2"]) == (
        "5 Calle Medico, Bldg 2", "Ste 7")  # fmt: skip
    assert (once.values["address_1"], once.values["address_2"]) == ("9 Main St", "Unit 4")
