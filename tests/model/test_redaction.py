"""Where a text names a business: every spelling is found, and common words are not shredded."""

import json
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.model.redaction import CUT, Finder, Identity, Kind, find, redact
from directory_app.model.redaction_sieve import Sieve
from directory_app.model.text import fold, words

LUNA = Identity(
    names=frozenset({"Panadería La Luna Azul", "月亮面包店"}),
    phones=frozenset({"+15055550142", "+526141234567"}),
    emails=frozenset({"luna.azul@example.com"}),
    sites=frozenset({"https://www.lunaazul.example/menu", "https://instagram.com/luna_azul_nm"}),
    streets=frozenset({"1204 Agua Fría St, Ste B"}),
    zips=frozenset({"87501-1234", "88101"}),
    codes=frozenset({"KXWZ"}),
    ids=frozenset({"0192f0aa-0000-7000-8000-00000000abcd"}),
)


def found(text: str, what: Identity = LUNA) -> list[tuple[str, str, bool]]:
    return [(text[hit.start : hit.end], str(hit.kind), hit.certain) for hit in find(text, what)]


@pytest.mark.parametrize(
    ("text", "part", "kind"),
    [
        ("junto a Panaderia la luna azul, toque", "Panaderia la luna azul", Kind.NAME),
        ("PANADERÍA LA LUNA AZUL", "PANADERÍA LA LUNA AZUL", Kind.NAME),
        ("see #PanaderiaLaLunaAzul!", "PanaderiaLaLunaAzul", Kind.NAME),
        ("Panadería  La\nLuna\u00ad Azul's", "Panadería  La\nLuna\u00ad Azul's", Kind.NAME),
        ("他在月亮面包店旁边", "月亮面包店", Kind.NAME),
        ("call 505.555.0142 now", "505.555.0142", Kind.PHONE),
        ("(505) 555 0142", "(505) 555 0142", Kind.PHONE),
        ("+15055550142", "+15055550142", Kind.PHONE),
        ("1-505-555-0142", "1-505-555-0142", Kind.PHONE),
        ("505•555•0142", "505•555•0142", Kind.PHONE),
        ("505_555_0142", "505_555_0142", Kind.PHONE),
        ("505,555,0142", "505,555,0142", Kind.PHONE),
        ("505−555−0142", "505−555−0142", Kind.PHONE),
        ("505\u200b555\u200b0142", "505\u200b555\u200b0142", Kind.PHONE),
        ("tel 555-0142.", "555-0142", Kind.PHONE),
        ("tel 5550142", "5550142", Kind.PHONE),
        ("５０５ ５５５ ０１４２", "５０５ ５５５ ０１４２", Kind.PHONE),
        ("wa.me/15055550142", "15055550142", Kind.PHONE),
        ("+52 614 123 4567", "+52 614 123 4567", Kind.PHONE),
        ("614 123 4567", "614 123 4567", Kind.PHONE),
        ("Luna.Azul@Example.com,", "Luna.Azul@Example.com", Kind.EMAIL),
        ("luna.azul (at) example.com", "luna.azul (at) example.com", Kind.EMAIL),
        ("Luna.Azul[at]example[dot]com!", "Luna.Azul[at]example[dot]com", Kind.EMAIL),
        ("luna.azul arroba example.com", "luna.azul arroba example.com", Kind.EMAIL),
        ("luna.azul arroba example punto com", "luna.azul arroba example punto com", Kind.EMAIL),
        ("luna.azul at example dot com", "luna.azul at example dot com", Kind.EMAIL),
        ("http://lunaazul.example/", "lunaazul.example", Kind.SITE),
        ("follow @luna_azul_nm", "@luna_azul_nm", Kind.SITE),
        ("at 1204 Agua Fria Street.", "1204 Agua Fria Street", Kind.STREET),
        ("1204-B agua fría, back door", "1204-B agua fría", Kind.STREET),
        ("Agua Fria #1204", "Agua Fria #1204", Kind.STREET),
        ("Santa Fe 87501-1234", "87501-1234", Kind.ZIP),
        ("see KXWZ", "KXWZ", Kind.CODE),
        ("0192F0AA-0000-7000-8000-00000000ABCD", "0192F0AA-0000-7000-8000-00000000ABCD", Kind.ID),
    ],
)
def test_what_nobody_else_could_be_meant_by_is_certain(text: str, part: str, kind: str) -> None:
    assert (part, kind, True) in found(text)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("la Luna Azul abre", "la Luna Azul"),
        ("Luna Asul bakery", "Luna Asul bakery"),
        ("Azul Luna", "Azul Luna"),
        ("the kxwz", "kxwz"),
    ],
)
def test_what_is_like_it_is_for_a_person_to_say(text: str, part: str) -> None:
    ((said, _, certain),) = found(text)
    assert part in said or said in part
    assert not certain


@pytest.mark.parametrize(
    ("line", "text", "part"),
    [
        ("3579 Obsidiana Rd", "at 3579 Obsidana Road, ring", "3579 Obsidana Road"),
        ("3579 Obsidiana Rd", "3579 Obsidiaan", "3579 Obsidiaan"),
        ("12 Old Cerrillos Rd", "12 Old Cerillos Rd", "12 Old Cerillos Rd"),
    ],
)
def test_a_slip_in_the_name_of_a_street_is_for_a_person_to_say(
    line: str, text: str, part: str
) -> None:
    what = Identity(streets=frozenset({line}))
    assert found(text, what) == [(part, Kind.STREET, False)]
    assert redact(text, [hit for hit in find(text, what) if hit.certain]) == text
    assert found(text.replace("3579", "3580").replace("12", "13"), what) == []


@pytest.mark.parametrize(
    "text",
    [
        "Open Tue-Sun, moon cakes, blue corn",
        "azul (at) example.com",
        "575-555-0142",
        "(575) 555 0142",
        "505-555-0143",
        "35.5055550142",
        "1204 Cerrillos Rd",
        "1240 Agua Fria St",
        "Agua Fria",
        "12041 Agua Fria",
        "87501",
        "88101",
        "KXWZZ",
        "Media luna y cuernitos",
        "",
    ],
)
def test_what_is_something_else_is_left(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text", ["luna.azul@example.community", "other.luna.azul@example.com", "azul@example.com"]
)
def test_another_address_that_ends_or_begins_alike_is_another(text: str) -> None:
    assert found(text, Identity(emails=LUNA.emails)) == []


@pytest.mark.parametrize(
    ("name", "text", "certain"),
    [
        ("The Market", "next to the market", None),
        ("The Market", "next to The Market", False),
        ("La Tienda", "de la tienda", None),
        ("El Nopal", "junto a el nopal", False),
        ("Taquería El Nopal", "Taqueria El Nopal", True),
        ("Taquería El Nopal", "los tacos de El Nopal", False),
        ("Sol", "Consolidated Freight", None),
        ("Sol", "cerca de Sol", False),
        ("X", "X marks", None),
    ],
)
def test_a_name_of_common_words_is_never_certain(
    name: str, text: str, certain: bool | None
) -> None:
    got = [one[2] for one in found(text, Identity(names=frozenset({name})))]
    assert got == ([] if certain is None else [certain])


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("1204 W First St", "on 1204 West 1st Street"),
        ("1204 W First St", "1204 1st St"),
        ("4417-C Zyxo Rd", "4417 Zyxo Road, unit C"),
        ("4417 & 4419 Main St", "4417 Main"),
        ("Calle Médico 5", "Calle Medico #5"),
        ("5 Calle Medico", "en Calle Médico, núm. 5"),
        ("Main St & 3rd St", "corner of Third and Main"),
        ("PO Box 417", "P.O. Box 417"),
        ("US-70 Mile 14", "us 70 mile 14"),
        ("2301 NM-68", "2301 State Road 68"),
    ],
)
def test_a_street_is_found_in_any_spelling(line: str, text: str) -> None:
    assert [one[1:] for one in found(text, Identity(streets=frozenset({line})))] == [
        ("street", True)
    ]


def test_in_the_texts_of_a_hidden_place_its_street_alone_tells_it() -> None:
    own = Identity(streets=frozenset({"1204 Agua Fria St"}), bare_streets=True)
    assert found("On Agua Fría, ring twice", own) == [("Agua Fría", "street", True)]
    main = Identity(streets=frozenset({"9 Main St"}), bare_streets=True)
    assert found("our main dish", main) == []
    assert found("on Main, upstairs", main) == [("Main", "street", True)]
    assert found("Main St entrance", main) == [("Main St", "street", True)]


def test_where_the_street_may_be_known_only_the_number_goes() -> None:
    own = Identity(streets=frozenset({"1204 Agua Fria St"}), house_numbers=True)
    text = "1204 Agua Fria St, behind; or Agua Fria #1204; Agua Fria is long"
    assert [one[0] for one in found(text, own)] == ["1204", "1204"]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Junto a Panadería La Luna Azul. Toque dos veces.", "Toque dos veces."),
        ("The cook of Panadería La Luna Azul helps us", f"The cook of {CUT} helps us"),
        ("Panadería La Luna Azul", ""),
        ("Panadería La Luna Azul, 505-555-0142, 1204 Agua Fria St", ""),
        ("Ring twice; call 505-555-0142\nParking behind", "Ring twice;\nParking behind"),
        ("nothing here", "nothing here"),
    ],
)  # fmt: skip
def test_what_stays_makes_sense(text: str, left: str) -> None:
    assert redact(text, find(text, LUNA)) == left


FREE = st.text(st.sampled_from("ab áñ.,'\u00ad中文½KXWZ0123456789-()&"), max_size=40)


@given(FREE)
def test_words_are_those_of_fold(text: str) -> None:
    there = words(text)
    assert "".join(word.folded for word in there) == fold(text).replace(" ", "")
    assert all(0 <= w.start < w.end <= len(text) for w in there)
    assert [w.start for w in there] == sorted(w.start for w in there)


@given(FREE, FREE, st.sampled_from(["Panaderia La Luna Azul", "505.555.0142", "1204 Agua Fria"]))
def test_wherever_it_stands_it_is_found_and_gone(before: str, after: str, said: str) -> None:
    text = f"{before} | {said} | {after}"
    hits = find(text, LUNA)
    assert all(one.end <= other.start for one, other in pairwise(hits))
    left = redact(text, hits)
    assert said not in left
    assert not any(one.certain for one in find(left, LUNA))


SAID = [
    "Panaderia La Luna Azul", "#PanaderiaLaLunaAzul", "la luna", "Luna Asul", "azul", "Luna",
    "月亮", "月亮面包店", "505.555.0142", "555 0142", "(575) 555-0142", "1204 Agua Fria",
    "Agua Fria St", "KXWZ", "kxwz", "luna.azul@example.com", "@luna_azul_nm", "87501-1234",
    "hnos", "2", "pan", "５０５ ５５５ ０１４２", "Luna\u00adAzul", "luna月azul", "Ma", "Mb",
    "がんこ", "Bernalillo", "Guadalupe x", "Bernalillo Guadalupe", "N1", "PO Box 481", "P.O.B.481",
    "Apdo481",
    "Main & 3rd", "corner of Third and Main", "Mt Vernon 88", "88 Mount Vernon", "9 Mount St",
    "9 Mt. St", "4417-B Hwy 60", "4417 US Highway 60", "Calle Médico 5", "HC 61 Box 12",
    "LUNAAZUL.example", "0192F0AA-0000-7000-8000-00000000ABCD", "Panader\\u00eda La Luna Azul",
]  # fmt: skip
#: Names and streets of every sort that the rules tell apart.
SORTS = LUNA | Identity(
    names=frozenset({"Bernalillo Ma Mb Guadalupe", "がんこラーメン", "X"}),
    people=frozenset({"Rosa Candelaria"}),
    streets=frozenset((
        *("PO Box 481", "Main St & 3rd St", "88 Mount Vernon Ave", "9 Mount St", "5 Calle Médico"),
        *("4417-B US Hwy 60", "HC 61 Box 12", "4417 & 4419 Lejos Rd"),
    )),
)  # fmt: skip
ALONE = [LUNA, SORTS, replace(SORTS, bare_streets=True), replace(SORTS, house_numbers=True)]
JOINTS = st.sampled_from([" ", "", ", ", "\n", "'", "·", "\u00ad", '"', "/", "\u0301"])


@given(
    st.lists(st.tuples(st.one_of(st.sampled_from(SAID), FREE), JOINTS), max_size=5),
    st.booleans(),
    st.booleans(),
)
def test_the_quick_look_misses_nothing(
    said: list[tuple[str, str]], packed: bool, escaped: bool
) -> None:
    """Whatever the exact look finds in a text, the sieve lets through; as JSON, too."""
    text = "".join(part for pair in said for part in pair)
    stored = json.dumps({"a": [text]}, ensure_ascii=escaped) if packed else text
    for what in ALONE:
        assert Sieve([Finder(what)]).may(stored) or find(text, what) == []


@given(st.lists(st.one_of(st.sampled_from(SAID), FREE), max_size=5).map("".join))
def test_each_single_trait_is_let_through(text: str) -> None:
    """One by one, so that no other needle covers for it."""
    for field in ("names", "people", "phones", "emails", "sites", "streets", "zips", "codes"):
        for one in getattr(SORTS, field):
            what = Identity(**{field: frozenset({one})})
            assert Sieve([Finder(what)]).may(text) or find(text, what) == []


def test_the_quick_look_passes_over_what_says_nothing_of_it() -> None:
    sieve = Sieve([Finder(SORTS)])
    for text in ("abre los domingos", "1204", "Agua Fria", "505-555", "Vernon 12", "pan"):
        assert not sieve.may(text), text
