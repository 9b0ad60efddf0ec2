"""Visit sheets and call lists: all there, private, and silent about what could hurt."""

import datetime as dt
import re

import pypdfium2
import pytest

from directory_app.errors import UserError
from directory_app.guides.layouts import KINDS, Run
from directory_app.guides.visits import StaffPlan, make_private, render_private
from directory_app.model.geo import Position
from directory_app.model.listing import PublicPhone, StaffAnswer, StaffListing
from directory_app.model.terms import Channel
from directory_app.model.wordings import AFTER, BEFORE, parse
from directory_app.tasks import wordings

LAYOUTS = ("visit-sheets", "call-list")
DAY = dt.date(2026, 12, 5)
WORDS = tuple(wordings.shipped(language) for language in ("en", "es"))


def staff(code, name, **fields):
    answers = (
        StaffAnswer("print", "yes", dt.date(2027, 5, 1)),
        StaffAnswer("map", "no"),
        StaffAnswer("web", "yes"),
    )
    defaults = {
        "description_en": "Bread", "description_es": "Pan", "address_1": "12 Calle Inventada",
        "city": "Santa Fe", "phones": (PublicPhone("+15055550101", "3"),), "answers": answers,
        "opening_hours": "Mo-Sa 09:00-17:00", "languages": ("es", "am"),
        "payment_accepted": ("cash", "snap"), "assured_date": dt.date(2026, 9, 30),
        "website": "https://pan.example", "place": Position(35.68, -105.95),
    }  # fmt: skip
    return StaffListing(code, name, **{**defaults, **fields})


@pytest.fixture
def sheets(names, made_at):
    """sheets(layout, listings) -> (plan, bytes)."""

    def make(layout, found=None, **more):
        if found is None:
            found = [
                staff(f"BB{chr(66 + i // 20)}{chr(66 + i % 20)}", name, alternate_name=own,
                      address_1=f"{100 + i} Calle Inventada",
                      phones=(PublicPhone(f"+1505555{1000 + i}"),))
                for i, (name, own, _) in enumerate(names)
            ]  # fmt: skip
        plan = StaffPlan(layout, tuple(found), DAY, "Canvass", **{"words": WORDS, **more})
        return plan, render_private(plan, Run(43, made_at, "505-555-0100"))

    return make


@pytest.mark.parametrize("layout", LAYOUTS)
def test_everybody_is_on_the_paper_with_the_code(layout, sheets, page_texts, flat):
    plan, done = sheets(layout)
    text = flat("".join(page_texts(done.data)))
    for each in plan.listings:
        assert flat(each.name) in text and flat(each.alternate_name) in text
        assert each.code in text and flat(each.address_1) in text
        number = each.phones[0].number
        assert f"505-555-{number[-4:]}" in text
    assert set(done.page_of) == {each.code for each in plan.listings}
    assert done.pages == len(pypdfium2.PdfDocument(done.data))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_page_is_marked_private_and_numbered(layout, sheets, page_texts):
    _, done = sheets(layout)
    for text in page_texts(done.data):
        assert "PRIVATE" in text and "PRIVADO" in text and "0043" in text


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_paper_that_names_somebody_says_the_word(layout, sheets, page_texts, flat):
    plan, done = sheets(layout)
    named = [
        flat(text)
        for text in page_texts(done.data)
        if any(flat(each.name) in flat(text) for each in plan.listings)
    ]
    assert len(named) >= (len(plan.listings) if layout == "visit-sheets" else 1)
    assert not any(re.search("migra", text, re.I) for text in named)


def test_a_sheet_of_words_goes_before_the_visits(sheets, page_texts, flat):
    _, done = sheets("visit-sheets", [staff("PANE", "Panadería")])
    words, visit = (flat(page) for page in page_texts(done.data))
    for wording in WORDS:
        for key in (*BEFORE, *AFTER):
            assert flat(wording.parts[key]) in words
        assert wording.stamp in words and wording.stamp in visit
        for channel in Channel:
            assert flat(wording.question(channel)) in visit
    assert "Panadería" not in words and "PANE" not in words
    assert "505-555-0100" in words and "0043" in words
    assert done.page_of == {"PANE": 2}


def test_the_coalition_s_own_words_are_printed_however_long(sheets, page_texts, flat):
    text = WORDS[0].text.replace("version: 2", "version: 7")
    text = text.replace("## anyone\n", "## anyone\n\n" + "Ours alone. " * 400)
    own = parse(text.replace("## map\n", "## map\n\n" + "How near? " * 400))
    _, done = sheets("visit-sheets", [staff("PANE", "Panadería")], words=(own, WORDS[1]))
    pages = page_texts(done.data)
    text = flat("".join(pages))
    assert text.count("Oursalone.") == 400 and text.count("Hownear?") == 400
    assert f"Wording{own.stamp}" in text
    assert "Oursalone." not in flat("".join(pages[done.page_of["PANE"] - 1 :]))


def test_nobody_is_asked_without_the_words():
    with pytest.raises(ValueError, match="words"):
        StaffPlan("visit-sheets", (), DAY)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_all_of_a_private_layout_is_in_the_tree_of_structure(layout, sheets, tagged):
    _, done = sheets(layout)
    assert tagged.faults(done.data) == []
    assert "H1" in tagged.outline(done.data)


def test_the_next_stop_is_told(sheets, page_texts, flat):
    near = staff("AAAA", "Uno", place=Position(35.68, -105.95))
    far = staff("BBBB", "Dos", place=Position(35.70, -105.95))
    _, done = sheets("visit-sheets", [near, far])
    _, first, second = (flat(page) for page in page_texts(done.data))
    assert "Stop1of2." in first and "Next:1.4mi" in first and "Sigue:1.4mi" in first
    assert "Stop2of2." in second and "Next" not in second


def test_very_long_texts_go_on_another_sheet(sheets, page_texts):
    long = "Ж" * 4000
    _, done = sheets("visit-sheets", [staff("PANE", long)])
    pages = page_texts(done.data)
    assert len(pages) > 1 and "".join(pages).count("Ж") >= 4000
    _, done = sheets("call-list", [staff("PANE", long)])
    assert "".join(page_texts(done.data)).count("Ж") == 4000


@pytest.mark.parametrize("layout", LAYOUTS)
def test_nothing_leaves_the_paper(layout, sheets):
    _, done = sheets(layout)
    for page in pypdfium2.PdfDocument(done.data):
        wide, high = page.get_size()
        text = page.get_textpage()
        for index in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(index)
            if right > left:
                assert left >= 15 and right <= wide - 15 and bottom >= 10 and top <= high


@pytest.mark.parametrize("layout", LAYOUTS)
def test_nobody_is_a_page_that_says_so(layout, sheets, page_texts):
    _, done = sheets(layout, [])
    (text,) = page_texts(done.data)
    assert "Nobody is waiting here." in text


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_same_bytes_and_who_is_on_them(layout, sheets, made_at):
    plan, done = sheets(layout)
    again = make_private(plan, run_number=43, made_at=made_at, mistake_contact="505-555-0100")
    assert again.data == done.data
    assert [code for code, _ in again.entries] == [each.code for each in plan.listings]


def test_a_public_layout_takes_no_staff_listing(made_at):
    plan = StaffPlan("booklet", (), DAY)
    with pytest.raises(UserError, match="handed out"):
        render_private(plan, Run(1, made_at))


def cases():
    return [(kind.name, paper) for kind in KINDS if kind.private for paper in kind.papers]


@pytest.mark.parametrize(("layout", "paper"), cases())
def test_each_paper(layout, paper, sheets, page_texts, flat):
    plan, done = sheets(layout, paper=paper)
    text = flat("".join(page_texts(done.data)))
    assert all(flat(each.name) in text for each in plan.listings)
