import datetime as dt
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest

from directory_app import guides
from directory_app.model.listing import PublicPhone

RIGHT_TO_LEFT = ("نان قندوز", "سوق الوردة", "מאפיית כרמל")


def text_of(plan, made_at, page_texts, flat, **settings):
    data = guides.render_preview(plan, made_at=made_at, **settings)
    return flat("".join(page_texts(data)))


def assert_all_there(plan, text, flat):
    for entry in plan.entries:
        listing = entry.listing
        for said in (listing.name, listing.address_1, listing.description_en):
            assert flat(said) in text, said
        for phone in listing.phones:
            digits = phone.number.removeprefix("+1")
            assert f"{digits[:3]}-{digits[3:6]}-{digits[6:]}" in text


def test_everything_planned_is_on_the_pages(written, page_texts, flat):
    plan, done = written
    text = flat("".join(page_texts(done.path)))
    assert_all_there(plan, text, flat)
    for entry in plan.entries:
        assert flat(entry.listing.alternate_name) in text, entry.listing.alternate_name


def test_right_to_left_names_are_found_by_searching(written, page_texts, flat):
    _, done = written
    text = flat(page_texts(done.path)[0]) + flat("".join(page_texts(done.path)))
    for name in RIGHT_TO_LEFT:
        assert flat(name) in text


def test_markup_and_formulas_stay_text(event, listing, made_at, page_texts, flat):
    names = ["<El Rincon> Tacos", '<img src="/etc/passwd">', "=1+1", "x<y & z", "<b>bold</b>"]
    those = [listing(f"AAA{i}", name) for i, name in enumerate(names)]
    text = text_of(guides.plan(event, those), made_at, page_texts, flat)
    assert all(flat(name) in text for name in names)


@pytest.mark.parametrize("languages", [("en",), ("es",), ("en", "es"), ("es", "en")])
@pytest.mark.parametrize("group_by", ["category", "town", "distance"])
def test_every_choice_lists_everybody(
    event, listings, made_at, page_texts, flat, languages, group_by
):
    options = guides.GuideOptions(languages=languages, group_by=group_by)
    plan = guides.plan(event, listings, options)
    text = text_of(plan, made_at, page_texts, flat)
    for entry in plan.entries:
        assert flat(entry.listing.name) in text


@pytest.mark.parametrize("count", [0, 1, 2, 18, 300])
def test_any_number_of_businesses(event, listing, place, made_at, page_texts, flat, count):
    those = [
        listing(f"C{i}", f"Tienda Número {i} de Prueba", f"+1505{5550100 + i}",
                at=place(0.1 + i / 50, i * 7))
        for i in range(count)
    ]  # fmt: skip
    plan = guides.plan(event, those)
    text = text_of(plan, made_at, page_texts, flat)
    assert_all_there(plan, text, flat)
    if not count:
        assert flat("No business is listed for this event yet.") in text


def test_a_name_of_ten_thousand_letters_is_all_there(event, listing, made_at, page_texts):
    name = "Ж" * 10_000
    options = guides.GuideOptions(show_map=False, show_index=False)
    plan = guides.plan(event, [listing("AAAA", name, "+15055550101")], options)
    pages = page_texts(guides.render_preview(plan, made_at=made_at))
    assert len(pages) > 2
    assert "".join(pages).count("Ж") == len(name)


def test_nothing_leaves_the_paper(event, listing, made_at):
    long = "Restaurante Familiar de las Tres Hermanas Inventadas " * 8
    those = [listing(f"AAA{i}", long, "+15055550101", address_1=long, description_en=long,
                     description_es=long, website="https://mesa.example/" + "x" * 200)
             for i in range(4)]  # fmt: skip
    data = guides.render_preview(guides.plan(event, those), made_at=made_at)
    for page in pypdfium2.PdfDocument(data):
        text = page.get_textpage()
        for index in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(index)
            if right > left:
                assert left >= 20 and right <= 592 and bottom >= 10 and top <= 792


def test_the_footer_stands_on_every_page(event, listings, made_at, page_texts, flat):
    plan = guides.plan(event, listings)
    data = guides.render_preview(plan, made_at=made_at, mistake_contact="505-555-0100")
    for page in page_texts(data):
        text = page.replace("\u00a0", " ")
        assert "Mistake? Call 505-555-0100." in text
        assert "¿Un error? Llame al 505-555-0100." in text
        said = "Checked Oct 1, 2026. Printed Nov 24, 2026. Use by February 3, 2027"
        assert flat(said) in flat(text)


def test_what_nobody_checked_says_so_and_no_contact_no_line(
    event, listing, made_at, page_texts, flat
):
    plan = guides.plan(event, [listing("AAAA", "A", assured_date=None)])
    text = text_of(plan, made_at, page_texts, flat)
    assert flat("Not yet checked.") in text
    assert flat("Aún sin revisar.") in text
    assert "Mistake" not in text


def test_the_day_of_printing_is_that_of_the_event_s_zone(event, listing, page_texts, flat):
    late = dt.datetime(2026, 11, 25, 2, tzinfo=dt.UTC)
    text = text_of(guides.plan(event, [listing("AAAA", "A")]), late, page_texts, flat)
    assert flat("Printed Nov 24, 2026.") in text


def test_only_a_yes_to_the_map_puts_a_business_on_it(event, listings, made_at, page_texts):
    with_map = guides.render_preview(guides.plan(event, listings), made_at=made_at)
    assert any("Mapa" in page for page in page_texts(with_map))
    none = [replace(each, marker=None) for each in listings]
    without = guides.render_preview(guides.plan(event, none), made_at=made_at)
    assert not any("Mapa" in page for page in page_texts(without))
    two = [*none[2:], *listings[:2]]
    mixed = "".join(page_texts(guides.render_preview(guides.plan(event, two), made_at=made_at)))
    assert "Not on the map: " in mixed.replace("\u00a0", " ")


def test_an_event_in_one_language_spans_both(event, listing, made_at, page_texts):
    plan = guides.plan(replace(event, name_es=""), [listing("AAAA", "A")])
    page = page_texts(guides.render_preview(plan, made_at=made_at))[0]
    assert page.count("Canvass launch") == 1


def test_all_telephones_are_printed(event, listing, made_at, page_texts, flat):
    phones = (PublicPhone("+15055550101"), PublicPhone("+15055550102", "7"))
    plan = guides.plan(event, [replace(listing("AAAA", "A"), phones=phones)])
    text = text_of(plan, made_at, page_texts, flat)
    assert "505-555-0101" in text
    assert "505-555-0102x7" in text


def test_the_guide_s_code_is_drawn_only_for_an_address(event, listing, made_at):
    plan = guides.plan(event, [listing("AAAA", "A")])

    def drawn(url):
        data = guides.render_preview(plan, made_at=made_at, guide_url=url)
        return len(data)

    plain = drawn("")
    assert drawn("https://guia.example") > plain + 200
    assert drawn("https://guia.example/" + "x" * 200) == plain
    assert drawn("http://guia.example") == plain


def test_the_file_of_a_thousand_stays_small(event, listing, place, made_at):
    those = [listing(f"C{i}", f"Tienda {i}", f"+1505{5550000 + i}", at=place(1 + i / 99, i))
             for i in range(1000)]  # fmt: skip
    data = guides.render_preview(guides.plan(event, those), made_at=made_at)
    assert len(data) < 1_000_000
    assert len(pikepdf.open(__import__("io").BytesIO(data)).pages) > 40


def of_many(listing, place, count, **fields):
    """So many businesses, none of which said yes to the map."""
    return [
        listing(f"C{i:03}", f"Tienda Número {i}", f"+1505555{i:04}", marker=None,
                at=place(0.1 + i / 50, i * 7), category=("restaurant", "grocery")[i % 2], **fields)
        for i in range(count)
    ]  # fmt: skip


def filled(data):
    """Of each page, how far down its texts reach: the share of the room above the footer."""
    shares = []
    for page in pypdfium2.PdfDocument(data):
        text = page.get_textpage()
        bottoms = [text.get_charbox(index)[1] for index in range(text.count_chars())]
        lowest = min(bottom for bottom in bottoms if bottom > 64)
        shares.append((767 - lowest) / (767 - 64))
    return shares


@pytest.mark.parametrize("count", [3, 8, 12, 15, 18, 25, 40, 62, 100])
@pytest.mark.parametrize("languages", [("en", "es"), ("en",)])
def test_no_page_is_almost_empty(event, listing, place, made_at, count, languages):
    those = of_many(listing, place, count)
    plan = guides.plan(event, those, guides.GuideOptions(languages=languages))
    assert min(filled(guides.render_preview(plan, made_at=made_at))) > 0.4


@pytest.mark.parametrize("count", [1, 3, 8, 12, 15, 18])
def test_few_businesses_are_one_full_page_without_an_index(
    event, listing, place, made_at, page_texts, count
):
    plan = guides.plan(event, of_many(listing, place, count), guides.GuideOptions(show_map=False))
    (text,) = page_texts(guides.render_preview(plan, made_at=made_at))
    assert "Index by name" not in text and text.count("Tienda") == count


@pytest.mark.parametrize(("count", "pages"), [(24, 2), (30, 2)])
def test_a_short_list_has_its_index_under_it(
    event, listing, place, made_at, page_texts, count, pages
):
    plan = guides.plan(event, of_many(listing, place, count))
    texts = page_texts(guides.render_preview(plan, made_at=made_at))
    assert len(texts) == pages
    assert "Index by name" in texts[-1]
    assert "Tienda" in texts[-1].split("Index by name")[0]


def test_few_businesses_are_set_larger(event, listing, place, made_at):
    def size(count):
        plan = guides.plan(event, of_many(listing, place, count))
        text = pypdfium2.PdfDocument(guides.render_preview(plan, made_at=made_at))[0].get_textpage()
        at, _ = text.search("Calle Inventada").get_next()
        _, bottom, _, top = text.get_charbox(at)
        return top - bottom

    assert size(3) > size(16) > size(100)
