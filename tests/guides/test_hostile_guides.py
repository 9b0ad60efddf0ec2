"""Hostile texts through every layout: read back as they went in, and nothing else happens.

A direction override turns nobody's letters round, a character that cannot be printed is shown
and named, no file or socket is opened, and the pages stay whole.
"""

import io
import re
import sys
import unicodedata
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from directory_app import guides
from directory_app.guides.layouts import Run
from directory_app.guides.typesetting import set_line
from directory_app.guides.visits import StaffPlan, render_private
from directory_app.model.listing import PublicPhone, StaffListing
from directory_app.paths import resource
from directory_app.tasks import wordings

#: A file that anything that reads markup would open.
BAIT = "/puertas-bait.png"
NAMES = {
    "angle": "<El Rincon> Tacos",
    "less": "x<y & z>w",
    "image": f"<img src={BAIT}>",
    "quoted": f'<img src="file://{BAIT}">',
    "link": f'<a href="file://{BAIT}">Ven</a>',
    "entity": "&lt;&amp;&#60; Pan",
    "operators": ") Tj ET Q (\\) endstream >> /JS",
    "percent": "%1 {n} {name} %s",
    "override": "abc\u202edcba\u2066x",
    "embedding": "\u202bToro\u2067 12 \u202dQqq",
    "closing": "Uno\u202c\u202c\u2069 Dos",
    "nul": "before\x00after",
    "controls": "tab\tbell\x07del\x7fnext\x85csi\x9bend",
    "zero width": "Pa\u200bna\u200dde\u2060ría\ufeff",
    "lone mark": "\u0301Acento \u0930",
    "marks": "Z" + "\u0301\u0323" * 40 + "algo",
    "private": "Mi \ue000 Tienda",
    "unassigned": "Mi \u0378 Casa \U000e0fff",
    "no font": "Ur \U00012000 Bread",
    "surrogate": "half \ud83d pair",
}
#: What no font can show: each stands on the page as this.
SHOWN = "\ufffd"
CODE = str(Path(guides.__file__).parents[1])
LAYOUTS = guides.layout_names()
PRIVATE = ("visit-sheets", "call-list")
UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\x00-\x20]+")


def as_shown(text):
    """What the page says of a text: no hidden marks, and a mark for what cannot be printed."""
    out = []
    for letter in text.replace(NAMES["marks"][1:81], "\u0301\u0323" * 3 + SHOWN):
        kind = unicodedata.category(letter)
        if kind in ("Co", "Cn", "Cs") or letter == "\U00012000":
            out.append(SHOWN)
        elif kind == "Cc":
            out.append(" " if letter.isspace() else SHOWN)
        else:
            out.append(letter)
    return bare("".join(out))


def bare(text):
    text = text.replace("\ufffe", "-")  # pdfium's sign for one at the end of a line
    return unicodedata.normalize("NFC", UNSEEN.sub("", text))


@pytest.fixture
def listings(listing, place):
    """Each hostile text in every field of a business, with a plain one before and after."""
    found = []
    for index, text in enumerate(NAMES.values()):
        found.append(plain(listing, place, 2 * index))
        found.append(
            listing(
                f"HH{index:02}", text, f"+1505555{1000 + index}", alternate_name=text[::-1][:40],
                address_1=f"{text} 7", city=text, at=place(0.5 + index / 20, 17 * index),
                description_en=text, description_es=text, hours_note_en=text, hours_note_es=text,
                directions_en=text, directions_es=text, website=f"https://x.example/{text}",
            )
        )  # fmt: skip
    return [*found, plain(listing, place, 99)]


def plain(listing, place, index):
    return listing(f"PP{index:02}", f"Tienda Número {index}", f"+1505555{2000 + index}",
                   at=place(0.4 + index / 40, 9 * index),
                   address_1=f"{index} Calle Llana")  # fmt: skip


@pytest.fixture
def opened():
    """Files outside of the program and sockets that anybody opened meanwhile."""
    seen, watching = [], [True]
    ours = str(resource("fonts").parent)

    def hook(event, arguments):
        if watching[0] and (event.startswith("socket.") or event == "open"):
            path = str(arguments[0])
            if not path.startswith(
                (ours, sys.prefix, sys.base_prefix, "/usr/share/zoneinfo", CODE)
            ):
                seen.append(f"{event} {path}")

    sys.addaudithook(hook)
    yield seen
    watching[0] = False


@pytest.fixture
def made(event, listings, made_at):
    """made(layout) -> (plan, bytes), of the hostile names."""

    def make(layout, those=None, **more):
        those = listings if those is None else those
        options = guides.GuideOptions(layout, imposed=layout != "pocket", **more)
        plan = guides.plan(event, those, options)
        return plan, guides.render_preview(
            plan, made_at=made_at, mistake_contact="505-555-0100", guide_url="https://guia.example"
        )

    return make


@pytest.mark.parametrize("layout", LAYOUTS)
def test_hostile_texts_come_out_as_they_went_in(layout, made, opened, tagged, page_texts):
    plan, data = made(layout)
    assert opened == []
    assert tagged.faults(data) == []
    text = bare("".join(page_texts(data)))
    assert [key for key, name in NAMES.items() if as_shown(name) not in text] == []
    for entry in plan.entries:
        if entry.listing.code.startswith("PP"):
            for said in (entry.listing.name, entry.listing.address_1):
                assert bare(said) in text
    digits = re.sub(r"\D", "", text)
    assert all(
        p.number.removeprefix("+1") in digits for e in plan.entries for p in e.listing.phones
    )


@pytest.mark.parametrize("layout", PRIVATE)
def test_they_do_on_private_papers_too(layout, made_at, opened, tagged, page_texts):
    those = tuple(
        StaffListing(
            f"HH{index:02}", text, alternate_name=text[:40], address_1=f"{text} 7", city="Santa Fe",
            description_en=text, description_es=text, phones=(PublicPhone("+15055550101"),),
        )
        for index, text in enumerate(NAMES.values())
    )  # fmt: skip
    words = tuple(wordings.shipped(language) for language in ("en", "es"))
    plan = StaffPlan(layout, those, made_at.date(), "Canvass", words=words)
    data = render_private(plan, Run(43, made_at, "505-555-0100")).data
    assert opened == []
    assert tagged.faults(data) == []
    text = bare("".join(page_texts(data)))
    assert [key for key, name in NAMES.items() if as_shown(name) not in text] == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_name_of_ten_thousand_letters_breaks_no_page(layout, made, listing, page_texts, tagged):
    off = frozenset({"index_name", "index_town", "index_cuisine", "map"})
    those = [listing("AAAA", "Ж" * 10_000, "+15055550101"), listing("BBBB", "Vecina")]
    _, data = made(layout, those, without=off)
    text = "".join(page_texts(data))
    assert text.count("Ж") >= 10_000 and "Vecina" in text
    assert tagged.faults(data) == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_file_is_sound_and_leads_nowhere_else(layout, made):
    _, data = made(layout)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert "/Names" not in pdf.Root or "/JavaScript" not in pdf.Root.Names
        assert "/OpenAction" not in pdf.Root and "/AA" not in pdf.Root
        for page in pdf.pages:
            for note in page.get("/Annots", []):
                assert note.A.S == "/URI"
                assert str(note.A.URI).startswith(("https://", "tel:", "mailto:"))
                assert not set(str(note.A.URI)) & set("<>\u202e\x00\x1f \n")


def test_the_event_is_as_harmless(event, listings, made_at, opened, tagged, page_texts):
    for text in NAMES.values():
        bad = replace(event, name_en=text, name_es=text, venue=text, address=text, city=text,
                      intro_en=text, intro_es=text, contact=text)  # fmt: skip
        for layout in ("sheet", "booklet"):
            plan = guides.plan(bad, listings[:1], guides.GuideOptions(layout))
            data = guides.render_preview(plan, made_at=made_at, mistake_contact="505-555-0100")
            assert tagged.faults(data) == []
            assert as_shown(text) in bare("".join(page_texts(data))), text
    assert opened == []


def glyphs(text):
    """What is drawn, from left to right."""
    line = set_line(text, "sans", "bold")
    return [pair[1] for piece in line.pieces for word in piece.words for pair in word.glyphs]


@pytest.mark.parametrize("mark", "\u202a\u202b\u202d\u202e\u2066\u2067\u2068")
def test_a_direction_override_turns_nothing_round(mark):
    assert glyphs(f"Pan{mark}, 12 Calle Uno 505") == glyphs("Pan, 12 Calle Uno 505")


def test_a_right_to_left_name_is_right_with_such_marks_too():
    assert glyphs("\u202bسوق الوردة\u202c (12)") == glyphs("سوق الوردة (12)")


@pytest.mark.parametrize(
    "key", ["nul", "controls", "private", "unassigned", "no font", "surrogate"]
)
def test_what_cannot_be_printed_is_named_with_the_business(key, event, listing):
    plan = guides.plan(event, [listing("AAAA", NAMES[key]), listing("BBBB", "Pan")])
    found = [each for each in guides.preflight(plan) if each.code == "missing_glyph"]
    assert [each.business_code for each in found] == ["AAAA"]
    lost = [x for x in NAMES[key] if as_shown(x) == SHOWN]
    assert all(f"U+{ord(letter):04X}" in found[0].message_en for letter in lost)


@pytest.mark.parametrize("field", ["city", "address_2", "website", "hours_note_es"])
def test_it_is_named_in_every_field_that_is_printed(field, event, listing):
    plan = guides.plan(event, [listing("AAAA", "Pan", **{field: "a\ue000"})])
    assert [e for e in guides.preflight(plan) if e.code == "missing_glyph"]


@pytest.mark.parametrize("key", ["override", "embedding"])
def test_marks_that_would_turn_text_round_are_named(key, event, listing):
    plan = guides.plan(event, [listing("AAAA", NAMES[key]), listing("BBBB", "سوق\u200f")])
    found = [each for each in guides.preflight(plan) if each.code == "turning_marks"]
    assert [each.business_code for each in found] == ["AAAA"]
    assert "U+202" in found[0].message_en and "U+202" in found[0].message_es
