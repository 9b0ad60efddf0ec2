"""What holds for every layout: all that is planned stands on the paper, and nothing else."""

import datetime as dt
import itertools
import re
from dataclasses import replace

import pypdfium2
import pytest

from directory_app import guides
from directory_app.errors import UserError
from directory_app.guides.layouts import KINDS, kinds
from directory_app.guides.options import ENTRY_FIELDS, FIELDS
from directory_app.guides.page import Page
from directory_app.model.listing import PublicPhone
from tests.papers import write

LAYOUTS = guides.layout_names()
#: Of all but condensed text, which is for numbers in markers and the map; the sheet's is its foot.
SMALLEST = {"trifold": 9.0, "pocket": 9.0, "cards": 9.0, "large-print": 18.0, "sheet": 9.5}
CONTACT = "505-555-0100"


@pytest.fixture
def rich(event, listings):
    """The sample with all that a business can tell."""
    return [
        replace(
            each,
            website=f"https://tienda{number}.example" if number % 3 else "",
            languages=("es", "en"),
            payment_accepted=("cash", "snap"),
            cuisine=("mexican",) if number % 2 else (),
            takeaway=True,
            wheelchair="yes",
            city="Santa Fe" if number % 4 else "Española",
            description_en=each.description_en if number % 5 else "Long words " * 12,
        )
        for number, each in enumerate(listings)
    ]


@pytest.fixture
def made(event, rich, made_at):
    """made(layout, **options) -> (plan, bytes)"""

    def make(layout, listings=None, contact=CONTACT, **options):
        # readers give text that stands on its head line by line from below
        options = {"imposed": layout != "pocket", **options}
        chosen = guides.GuideOptions(layout, **options)
        plan = guides.plan(event, rich if listings is None else listings, chosen)
        return plan, guides.render_preview(plan, made_at=made_at, mistake_contact=contact)

    return make


def shown(phone):
    digits = phone.number.removeprefix("+1")
    return f"{digits[:3]}-{digits[3:6]}-{digits[6:]}"


def missing_of(plan, text, flat):
    """What the plan holds and the pages do not say."""
    gone = []
    for entry in plan.entries:
        listing = entry.listing
        said = [listing.name, listing.alternate_name, listing.address_1, str(entry.number)]
        gone += [each for each in said if flat(each) not in text]
        gone += [shown(phone) for phone in listing.phones if shown(phone) not in text]
    return gone


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("languages", [("en",), ("es",), ("en", "es"), ("es", "en")])
def test_everything_planned_is_on_the_pages(layout, languages, made, page_texts, flat):
    plan, data = made(layout, languages=languages)
    assert len(plan.entries) == 23
    assert missing_of(plan, flat("".join(page_texts(data))), flat) == []


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("group_by", ["town", "distance"])
def test_so_it_is_by_town_and_by_distance(layout, group_by, made, page_texts, flat):
    plan, data = made(layout, group_by=group_by)
    assert missing_of(plan, flat("".join(page_texts(data))), flat) == []


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("count", [0, 1, 2, 100])
def test_any_number_of_businesses(layout, count, made, listing, place, page_texts, flat):
    those = [
        listing(f"C{i}", f"Tienda Número {i} de Prueba", f"+1505{5550100 + i}",
                at=place(0.1 + i / 50, i * 7), city=f"Pueblo {i % 9}")
        for i in range(count)
    ]  # fmt: skip
    plan, data = made(layout, those)
    pages = page_texts(data)
    assert missing_of(plan, flat("".join(pages)), flat) == []
    assert pages


@pytest.mark.parametrize("layout", [name for name in LAYOUTS if name != "sheet"])
def test_a_name_of_thousands_of_letters_is_all_there(layout, made, listing, page_texts):
    name = "Ж" * 3000
    off = frozenset({"index_name", "index_town", "index_cuisine", "map"})
    _, data = made(layout, [listing("AAAA", name, "+15055550101")], without=off)
    assert "".join(page_texts(data)).count("Ж") >= len(name)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_nothing_leaves_the_paper(layout, made, listing):
    long = "Restaurante Familiar de las Tres Hermanas Inventadas " * 5
    those = [
        listing(f"AAA{i}", long, "+15055550101", address_1=long, description_en=long,
                description_es=long, website="https://mesa.example/" + "x" * 90, city=long[:60])
        for i in range(3)
    ]  # fmt: skip
    # the map alone may run over a fold
    _, data = made(layout, those, imposed=False, without=frozenset({"map"}))
    for page in pypdfium2.PdfDocument(data):
        wide, high = page.get_size()
        text = page.get_textpage()
        for index in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(index)
            if right > left:
                said = text.get_text_range(index, 1)
                assert left >= 4 and right <= wide - 4, (said, left, right, wide)
                assert bottom >= 2 and top <= high - 1, (said, bottom, top, high)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_text_is_smaller_than_the_floor(layout, made, monkeypatch):
    sizes = []
    line = Page._line

    def noted(self, x, baseline, text, style, colour):
        if style.weight in ("regular", "semibold", "bold") and style.family != "cond":
            sizes.append(style.size)
        return line(self, x, baseline, text, style, colour)

    monkeypatch.setattr(Page, "_line", noted)
    made(layout)
    assert min(sizes) >= SMALLEST.get(layout, 10.0)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_same_input_gives_the_same_bytes(layout, made):
    assert made(layout)[1] == made(layout)[1]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_loose_paper_says_run_use_by_and_whom_to_tell(
    layout, event, rich, made_at, tmp_path, page_texts, flat
):
    plan = guides.plan(event, rich, guides.GuideOptions(layout))
    path = tmp_path / "guide.pdf"
    done = write(plan, path, run_number=42, made_at=made_at, mistake_contact=CONTACT)
    text = flat("".join(page_texts(path)))
    for said in ("0042", CONTACT, "Mistake?", "¿Un error?"):
        assert flat(said) in text
    assert re.search("Useby(February3|Feb3),2027", text)
    assert re.search("Úsesehastael3(defebrerode|feb)2027", text)
    assert [code for code, _ in done.entries] == [e.listing.code for e in plan.entries]
    assert done.sheets >= 1 and done.pages == len(pypdfium2.PdfDocument(path))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_without_a_contact_nobody_is_named(layout, made, page_texts, flat):
    _, data = made(layout, contact="")
    text = flat("".join(page_texts(data)))
    assert "Mistake" not in text and "¿Hayunerror" not in text


def cases():
    return [(kind.name, paper) for kind in KINDS if not kind.private for paper in kind.papers]


@pytest.mark.parametrize(("layout", "paper"), cases())
def test_each_paper_of_a_layout_is_of_its_size(layout, paper, made, page_texts, flat):
    plan, data = made(layout, paper=paper)
    sheet = made(layout, paper=paper, imposed=True)[1]
    size = sorted(pypdfium2.PdfDocument(sheet)[0].get_size())
    assert size == pytest.approx(sorted(kinds.PAPERS[paper]), abs=0.1)
    assert missing_of(plan, flat("".join(page_texts(data))), flat) == []


@pytest.mark.parametrize(("paper", "size"), [("a4", (595.28, 841.89)), ("a5", (595.28, 419.53))])
def test_a_sheet_stands_in_the_middle_of_narrower_paper(paper, size, made):
    page = pypdfium2.PdfDocument(made("sheet", paper=paper)[1])[0]
    assert page.get_size() == pytest.approx(size, abs=0.1)
    left, _, right, _ = page.get_mediabox()
    text = page.get_textpage()
    boxes = [text.get_charbox(index) for index in range(text.count_chars())]
    inner = min(box[0] for box in boxes if box[2] > box[0]) - left
    outer = right - max(box[2] for box in boxes if box[2] > box[0])
    assert inner == pytest.approx(outer, abs=4) and inner > 15


def test_a_paper_that_does_not_suit_is_refused(made):
    with pytest.raises(UserError, match="a5"):
        made("trifold", paper="a5")


@pytest.mark.parametrize("layout", [name for name in LAYOUTS if name != "large-print"])
def test_only_a_yes_to_the_map_puts_a_business_on_it(layout, made, rich, page_texts):
    def has_map(data):
        return any("US Census" in page for page in page_texts(data))

    assert has_map(made(layout)[1]) == (layout != "cards")
    assert not has_map(made(layout, [replace(each, marker=None) for each in rich])[1])
    assert not has_map(made(layout, without=frozenset({"map"}))[1])
    two = [replace(each, marker=None) if i > 1 else each for i, each in enumerate(rich)]
    assert has_map(made(layout, two)[1]) == (layout != "cards")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_markup_and_formulas_stay_text(layout, made, listing, page_texts, flat):
    names = ["<El Rincon> Tacos", '<img src="/etc/passwd">', "=1+1", "x<y & z"]
    _, data = made(layout, [listing(f"AAA{i}", name) for i, name in enumerate(names)])
    text = flat("".join(page_texts(data)))
    assert all(flat(name) in text for name in names)


def test_the_name_on_each_card_is_a_heading(made, tagged):
    plan, data = made("cards")
    assert tagged.faults(data) == []
    kinds = tagged.outline(data)
    assert kinds.count("H1") == len(plan.entries) and "H2" not in kinds


SAID = {
    "own_script": "翠玉饺子馆",
    "address": "105 Calle Inventada",
    "phone": "505-555-0105",
    "sells": "Goods of kind 7",
    "distance": "0.3",
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("field", SAID)
def test_each_fact_can_be_switched_off(layout, field, made, page_texts, flat):
    off = frozenset({"index_name", "map"})
    text = flat("".join(page_texts(made(layout, without=off)[1])))
    assert flat(SAID[field]) in text
    text = flat("".join(page_texts(made(layout, without=off | {field})[1])))
    assert flat(SAID[field]) not in text


FULL = {
    "languages": "Spanish, English",
    "payment": "SNAP",
    "access": "Take-away",
    "open": "Open during the event",
    "hours": "8 am to 6 pm",
    "note": "Long words Long words",
}


@pytest.mark.parametrize("field", FULL)
def test_each_fact_of_a_full_entry_can_be_switched_off(field, made, page_texts, flat):
    off = frozenset({"how_to", "map"})
    text = flat("".join(page_texts(made("booklet", without=off)[1])))
    assert flat(FULL[field]) in text
    text = flat("".join(page_texts(made("booklet", without=off | {field})[1])))
    assert flat(FULL[field]) not in text


PARTS = {
    "cover": "Immigrant-owned restaurants",
    "intro": "Every place here said yes",
    "how_to": "How to use this guide",
    "contents": "Contents",
    "index_name": "Index by name",
    "index_town": "Index by town",
    "index_cuisine": "Index by what they sell",
}


@pytest.mark.parametrize("part", PARTS)
def test_each_part_of_a_booklet_can_be_switched_off(part, made, page_texts, flat):
    assert flat(PARTS[part]) in flat("".join(page_texts(made("booklet")[1])))
    data = made("booklet", without=frozenset({part}))[1]
    assert flat(PARTS[part]) not in flat("".join(page_texts(data)))


def test_the_words_on_the_cover_are_a_choice(made, page_texts, flat):
    text = flat("".join(page_texts(made("booklet", say_immigrant=False)[1])))
    assert "mmigrant" not in text and "nmigrante" not in text


def test_the_fields_are_named_once():
    assert len(FIELDS) == len(set(FIELDS))
    assert set(ENTRY_FIELDS) < set(FIELDS)
    with pytest.raises(ValueError, match="without"):
        guides.GuideOptions(without=frozenset({"nothing"}))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_grey_has_no_colour_left(layout, made):
    def colours(data):
        found = set()
        for page in pypdfium2.PdfDocument(data):
            image = page.render(scale=0.5).to_pil().convert("RGB")
            found |= {c for _, c in image.getcolors(1 << 20) if max(c) - min(c) > 8}
        return found

    assert layout in ("cards",) or colours(made(layout)[1])
    assert colours(made(layout, grey=True)[1]) == set()


def test_extensions_and_two_telephones_are_printed(made, listing, page_texts, flat):
    phones = (PublicPhone("+15055550101"), PublicPhone("+15055550102", "7"))
    for layout in LAYOUTS:
        _, data = made(layout, [replace(listing("AAAA", "A"), phones=phones)])
        text = flat("".join(page_texts(data)))
        assert "505-555-0101" in text and "505-555-0102x7" in text


def test_every_layout_says_what_it_is_for_in_both_languages():
    for kind in KINDS:
        texts = (kind.title_en, kind.title_es, kind.purpose_en, kind.purpose_es)
        assert all(texts) and len(set(texts)) == 4
        assert bool(kind.fold_en) == bool(kind.fold_es)
        assert kind.duplex in ("", "long", "short")
    names = [kind.name for kind in KINDS]
    assert len(names) == len(set(names))
    assert not any(a == b for a, b in itertools.pairwise(names))


def test_a_day_of_printing_is_that_of_the_event_s_zone(event, rich, page_texts, flat):
    late = dt.datetime(2026, 11, 25, 2, tzinfo=dt.UTC)
    for layout in ("booklet", "trifold", "pocket", "poster"):
        plan = guides.plan(event, rich[:3], guides.GuideOptions(layout))
        text = flat("".join(page_texts(guides.render_preview(plan, made_at=late))))
        assert flat("Printed Nov 24, 2026") in text
