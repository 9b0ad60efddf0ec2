"""The booklet: where its parts begin, and that the numbers in contents and indexes are true."""

import re

import pypdfium2
import pytest

from directory_app import guides
from directory_app.guides.layouts import Run, arrange, mapping

CUISINES = ("mexican", "thai", "", "korean")


@pytest.fixture
def book(event, listing, place, made_at):
    """book(count, **options) -> (plan, the arranged booklet)."""

    def make(count, **options):
        kinds = ("restaurant", "grocery", "gifts", "tailor")
        those = [
            listing(f"C{i:03}", f"Negocio {i:03}", f"+1505{5550100 + i}",
                    category=kinds[i * 4 // count], at=place(0.2 + i / 99, i * 31),
                    city=f"Pueblo {i % 3}", cuisine=tuple(filter(None, (CUISINES[i % 4],))))
            for i in range(count)
        ]  # fmt: skip
        plan = guides.plan(event, those, guides.GuideOptions("booklet", **options))
        return plan, arrange(plan, Run(7, made_at, "505-555-0100"))

    return make


@pytest.mark.parametrize("count", [1, 4, 15, 60, 200])
def test_pages_make_whole_sheets_and_the_map_lies_in_the_middle(book, count):
    plan, made = book(count)
    assert made.pages % 4 == 0
    assert made.arranged.map_page == (made.pages // 2 if mapping.shown(plan) else 0)
    assert max(made.arranged.page_of.values()) < made.pages


def test_sections_begin_on_a_left_page_where_it_costs_no_sheet(book):
    _, made = book(60)
    starts = made.arranged.section_pages
    assert starts == sorted(starts)
    if all(page % 2 == 0 for page in starts):
        assert len(set(starts)) == len(starts)


def test_contents_stand_on_a_right_page(book):
    _, made = book(15)
    assert made.arranged.contents == [3]


def test_the_page_numbers_of_contents_and_indexes_are_true(book, made_at):
    plan, made = book(40, imposed=False, languages=("en",))
    data = guides.render_preview(plan, made_at=made_at)
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)]
    assert len(pages) == made.pages
    for entry in plan.entries:
        page = made.arranged.page_of[entry.listing.code]
        assert entry.listing.name in pages[page - 1]
        assert f"505-555-{100 + int(entry.listing.code[1:]):04}" in pages[page - 1]
    contents = pages[2].replace("\r\n", "\n")
    for section, page in zip(plan.sections, made.arranged.section_pages, strict=True):
        assert section.titles[0] in pages[page - 1]
        assert re.search(rf"{re.escape(section.titles[0])}\s+{page}\b", contents), contents
    for key, page in made.arranged.indexes:
        assert {"index_name": "Index by name", "index_town": "Index by town",
                "index_cuisine": "Index by what they sell"}[key] in pages[page - 1]  # fmt: skip


def test_every_name_is_in_each_index_with_its_page(book):
    plan, made = book(40)
    for index in made.indexes:
        rows = [row for row in index.rows if row.entry is not None]
        assert {row.entry.listing.code for row in rows} == {e.listing.code for e in plan.entries}
        assert all(row.entry.listing.code in made.arranged.page_of for row in rows)


def test_an_index_keeps_a_head_with_the_first_name_below_it(book):
    _, made = book(200)
    for index in made.indexes:
        for page in index.pour(lambda _: made.index_room):
            for column in page:
                assert column[-1].entry is not None
                height = sum(row.height for row in column)
                assert height <= made.index_room + 0.01 + 2 * len(column)


def test_the_largest_type_that_costs_no_sheet_is_taken(book):
    _, few = book(4)
    _, many = book(200)
    assert few.m.size > many.m.size >= 10
    _, fitted = book(60, fit=6)
    assert fitted.sheets <= 6


def test_an_entry_stands_whole_on_one_page(book, made_at):
    plan, _ = book(30, imposed=False, languages=("en", "es"))
    data = guides.render_preview(plan, made_at=made_at)
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)]
    for entry in plan.entries:
        phone = f"505-555-{100 + int(entry.listing.code[1:]):04}"
        (page,) = [text for text in pages if phone in text]
        assert entry.listing.name in page


def test_imposed_sides_are_half_as_many(book, made_at):
    plan, made = book(15)
    data = guides.render_preview(plan, made_at=made_at)
    assert len(pypdfium2.PdfDocument(data)) == made.pages // 2
    assert pypdfium2.PdfDocument(data)[0].get_size() == (792, 612)


def test_the_cover_shows_nobody(book, made_at):
    plan, _ = book(15, imposed=False)
    data = guides.render_preview(plan, made_at=made_at)
    cover = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()
    assert "Negocio" not in cover and "555" not in cover
    assert "Canvass launch" in cover and "Salón La Acequia" in cover
