"""Entries far too long for any layout: all of it stands on the paper, and preflight names it."""

from dataclasses import replace

import pypdfium2
import pytest

from directory_app import guides
from directory_app.guides.layouts import KINDS, Run
from directory_app.guides.visits import StaffPlan, render_private
from directory_app.model.listing import PublicPhone, StaffListing
from directory_app.tasks import wordings

CONTACT = "505-555-0100"
PUBLIC = [(kind.name, paper) for kind in KINDS if not kind.private for paper in kind.papers]
PRIVATE = [(kind.name, paper) for kind in KINDS if kind.private for paper in kind.papers]
#: Indexes and the map repeat names; how long ones are set there is tried elsewhere.
ALONE = frozenset({"map", "index_name", "index_town", "index_cuisine"})


def words(stem, count):
    """Words that a page can break between but not within, each told from all others."""
    return " ".join(f"{stem}{number:03}" for number in range(count))


def long_fields(words_of):
    return {
        "alternate_name": words_of("Otro", 150),
        "address_2": words_of("Piso", 100),
        "description_en": words_of("Good", 400),
        "description_es": words_of("Cosa", 400),
        "hours_note_en": words_of("Late", 100),
        "hours_note_es": words_of("Tarde", 100),
    }


def one_word(stem, count):
    """One word without a place to break at."""
    return stem[0] + "ЖЩЮФЭЙДЛБ"["OPGCLTNDR".index(stem[0])] * count * 7


@pytest.fixture
def plan_of(event, listing):
    """plan_of(words_of, layout, **options): one entry that is far too long among others."""

    def make(words_of, layout, **options):
        fields = long_fields(words_of)
        long = listing("LONG", words_of("Name", 300), address_1=words_of("Door", 200), **fields)
        phones = tuple(PublicPhone(f"+1505555{1000 + number}") for number in range(60))
        long = replace(long, phones=phones, website="https://tienda.example/" + "z" * 4000)
        near = [listing(f"AAA{i}", f"Vecina {i} de Prueba", f"+150555501{i}0") for i in range(9)]
        chosen = guides.GuideOptions(layout, imposed=False, without=ALONE, **options)
        return guides.plan(event, [*near[:4], long, *near[4:]], chosen)

    return make


def off_the_paper(data):
    """Letters that stand beyond an edge of a page."""
    found = []
    for page in pypdfium2.PdfDocument(data):
        wide, high = page.get_size()
        text = page.get_textpage()
        for index in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(index)
            if right > left and (left < 2 or right > wide - 2 or bottom < 0 or top > high):
                found.append((text.get_text_range(index, 1), left, bottom))
    return found


def lacking(listing, fields, text, flat):
    values = [getattr(listing, field) for field in fields]
    return [word for value in values for word in value.split() if flat(word) not in text]


@pytest.mark.parametrize(("layout", "paper"), PUBLIC)
def test_a_very_long_entry_is_all_there_and_named(
    layout, paper, plan_of, made_at, page_texts, flat
):
    plan = plan_of(words, layout, paper=paper)
    data = guides.render_preview(plan, made_at=made_at, mistake_contact=CONTACT)
    text = flat("".join(page_texts(data)))
    long = next(entry.listing for entry in plan.entries if entry.listing.code == "LONG")
    fields = ["name", "alternate_name", "address_1", "address_2", "description_en"]
    fields += ["description_es", "hours_note_en", "hours_note_es"]
    assert lacking(long, fields, text, flat) == []
    for entry in plan.entries:
        assert flat(entry.listing.name) in text or entry.listing is long
        for phone in entry.listing.phones:
            digits = phone.number.removeprefix("+1")
            assert f"{digits[:3]}-{digits[3:6]}-{digits[6:]}" in text
    assert off_the_paper(data) == []
    over = [f for f in guides.preflight(plan, mistake_contact=CONTACT) if "overflow" in f.code]
    assert [(f.business_code, f.mend) for f in over] == [("LONG", "description")]


@pytest.mark.parametrize(("layout", "paper"), PUBLIC)
def test_so_is_a_word_that_breaks_nowhere(layout, paper, plan_of, made_at, page_texts):
    plan = plan_of(one_word, layout, paper=paper)
    data = guides.render_preview(plan, made_at=made_at, mistake_contact=CONTACT)
    text = "".join(page_texts(data))
    long = next(entry.listing for entry in plan.entries if entry.listing.code == "LONG")
    for field in ("name", "alternate_name", "address_1", "address_2", "description_en"):
        letter = getattr(long, field)[1]
        assert text.count(letter) >= getattr(long, field).count(letter), field
    assert off_the_paper(data) == []
    assert text.count("Vecina") >= 9


@pytest.mark.parametrize("layout", guides.layout_names())
def test_usual_entries_are_not_called_too_long(layout, event, listings):
    plan = guides.plan(event, listings, guides.GuideOptions(layout))
    assert not [f for f in guides.preflight(plan) if "overflow" in f.code]


@pytest.mark.parametrize(("layout", "paper"), PRIVATE)
def test_private_paper_holds_all_of_it_too(layout, paper, made_at, page_texts, flat):
    fields = long_fields(words)
    long = StaffListing(
        "LONG", words("Name", 300), address_1=words("Door", 200),
        phones=(PublicPhone("+15055550101"),), **fields,
    )  # fmt: skip
    read = tuple(wordings.shipped(language) for language in ("en", "es"))
    plan = StaffPlan(layout, (long,), made_at.date(), "Canvass", paper=paper, words=read)
    data = render_private(plan, Run(43, made_at, CONTACT)).data
    text = flat("".join(page_texts(data)))
    told = ["name", "alternate_name", "address_1", "address_2"]
    if layout == "visit-sheets":
        told += list(fields)
    assert lacking(long, told, text, flat) == []
    assert off_the_paper(data) == []
