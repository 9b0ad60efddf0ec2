"""What a page says is so: no number over a date, no advice that nobody can follow."""

from dataclasses import replace

import pypdfium2
import pytest

from directory_app import guides
from directory_app.model.listing import PublicPhone

LAYOUTS = guides.layout_names()
URL = "https://guia.example/abc"


@pytest.fixture
def pages(event, made_at, page_texts):
    """pages(listings, layout, event=...) -> the texts of a guide's pages."""

    def make(listings, layout="booklet", event=event, **options):
        chosen = guides.GuideOptions(layout, imposed=False, **options)
        plan = guides.plan(event, listings, chosen)
        data = guides.render_preview(plan, made_at=made_at, mistake_contact="505-555-0100")
        return " ".join(" ".join(page_texts(data)).split())

    return make


def boxes(page) -> list[tuple[float, tuple[float, float, float, float]]]:
    """(size, box) of each character that is drawn."""
    text = page.get_textpage()
    found = []
    for index in range(text.count_chars()):
        left, bottom, right, top = text.get_charbox(index, loose=False)
        if right > left and top > bottom:
            size = pypdfium2.raw.FPDFText_GetFontSize(text, index)
            found.append((size, (left, bottom, right, top)))
    return found


@pytest.mark.parametrize("languages", [("en", "es"), ("es",)])
@pytest.mark.parametrize("url", [URL, ""])
def test_page_numbers_of_two_figures_stand_free(url, languages, event, listing, place, made_at):
    those = [
        listing(f"A{i:03}", f"Tienda {i}", f"+1505555{1000 + i}", at=place(0.2 + i / 99, i * 31))
        for i in range(260)
    ]  # fmt: skip
    plan = guides.plan(event, those, guides.GuideOptions(languages=languages))
    data = guides.render_preview(
        plan, made_at=made_at, mistake_contact="a-long-contact@coalition.example", guide_url=url
    )
    document = pypdfium2.PdfDocument(data)
    assert len(document) >= 10
    for page in document:
        drawn = [each for each in boxes(page) if each[1][3] < 110]
        numbers = [box for size, box in drawn if size == 20]
        assert numbers
        for left, bottom, right, top in numbers:
            for size, box in drawn:
                apart = box[0] >= right or box[2] <= left or box[1] >= top or box[3] <= bottom
                assert size == 20 or apart


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("without", [frozenset(), frozenset({"phone"})])
def test_nobody_is_told_to_call_without_a_number(layout, without, pages, listing):
    fax = (PublicPhone("+15055550107", type="fax"),)
    bare = {"opening_hours": "", "address_1": "", "city": "", "at": None, "phones": ()}
    those = [
        replace(listing("BBBB", "Pan"), **{k: v for k, v in bare.items() if k != "at"}, place=None),
        replace(listing("BBBC", "Té", opening_hours=""), phones=fax),
    ]
    if without:
        those.append(listing("BBBD", "Sal", "+15055550108", opening_hours=""))
    said = pages(those, layout, without=without | {"how_to", "map"})
    for words in ("Call for", "Call before", "Llame para", "Llame antes"):
        known = ["Call before you go", "Llame antes de ir"] if layout in ("sheet", "poster") else []
        told = said
        for each in known:  # what the sign means, in the key
            told = told.replace(each, "", 1)
        assert words not in told
    assert "Hours not known" in said and "Horario sin indicar" in said


def test_with_a_number_one_is_told_to_call(pages, listing):
    said = pages([listing("BBBB", "Pan", "+15055550108", opening_hours="")])
    assert "Call for hours" in said and "Llame para saber el horario" in said


def test_who_takes_snap_takes_not_only_cash(pages, listing):
    said = pages([listing("BBBB", "Pan", payment_accepted=("cash", "snap"))])
    assert "Cash, SNAP" in said and "Efectivo, SNAP" in said and "only" not in said
    said = pages([listing("BBBB", "Pan", payment_accepted=("cards", "wic"))])
    assert "Cards, WIC" in said and "Tarjetas, WIC" in said
    assert "Cash only" in pages([listing("BBBB", "Pan", payment_accepted=("cash",))])


@pytest.mark.parametrize("layout", LAYOUTS)
def test_an_event_without_times_has_a_day(layout, event, pages, listing):
    those = [
        listing("BBBB", "Pan"), listing("BBBC", "Té", opening_hours="Mo 08:00-12:00"),
        listing("BBBD", "Sal", opening_hours=""),
    ]  # fmt: skip
    said = pages(those, layout, replace(event, starts=None, ends=None))
    assert "during the event" not in said and "durante el evento" not in said
    if layout not in ("cards", "pocket", "trifold"):
        assert "Open that day" in said and "Abierto ese día" in said


@pytest.mark.parametrize("layout", LAYOUTS)
def test_nobody_is_missing_from_a_map_that_is_not_there(layout, pages, listing):
    those = [replace(listing(f"BBB{x}", f"Pan {x}"), marker=None) for x in "BCD"]
    said = pages(those, layout)
    assert "Not on the map" not in said and "No están en el mapa" not in said
    some = [listing("BBBF", "Té"), *those]
    off = pages(some, layout, without=frozenset({"map"}))
    assert "Not on the map" not in off and "No están en el mapa" not in off
