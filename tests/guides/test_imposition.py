"""Pages on sheets: the order for stapling, links and the outline, the same bytes."""

import io

import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.guides.imposition import Placed, Sheet, booklet_sheets, impose, saddle_order
from directory_app.guides.page import Page
from directory_app.guides.pdf import Document
from directory_app.guides.typesetting import Style

STYLE = Style("sans", "regular", 12)


@pytest.fixture
def pages(made_at):
    """pages(count): pages that say their number, each with a link and a place in the outline."""

    def make(count):
        document = Document((200, 300), "T", "en", made_at)
        for number in range(1, count + 1):
            page = Page(document)
            page.text(20, 30, f"page {number}", STYLE)
            page.link(f"https://seite{number}.example", 20, 40, 50, 10)
            page.outline(f"p{number}", f"k{number}", 100)
            page.finish()
        return document.finish()

    return make


def test_eight_pages_fold_into_two_sheets():
    assert saddle_order(8) == [(8, 1), (2, 7), (6, 3), (4, 5)]


@given(st.integers(1, 80))
def test_every_page_comes_once_and_folding_brings_them_in_order(sheets):
    pages = 4 * sheets
    order = saddle_order(pages)
    assert sorted(page for side in order for page in side) == list(range(1, pages + 1))
    assert all(left + right == pages + 1 for left, right in order)
    # odd pages lie at the right of a fold, and each leaf has consecutive pages on its two sides
    fronts, backs = order[::2], order[1::2]
    for front, back in zip(fronts, backs, strict=True):
        assert back[0] == front[1] + 1 and back[1] == front[0] - 1
    assert all(right % 2 == 1 for _, right in order)


@pytest.mark.parametrize("pages", [1, 2, 3, 5, 6])
def test_what_makes_no_whole_sheet_is_refused(pages):
    with pytest.raises(ValueError, match="whole sheets"):
        saddle_order(pages)


def test_the_two_pages_of_each_side_stand_side_by_side(pages, page_texts):
    data = booklet_sheets(pages(8))
    sides = [sorted(int(word) for word in text.replace("page", "").split())
             for text in page_texts(data)]  # fmt: skip
    assert sides == [[1, 8], [2, 7], [3, 6], [4, 5]]
    assert pypdfium2.PdfDocument(data)[0].get_size() == (400, 300)


def test_links_and_outline_lead_to_where_the_page_went(pages):
    with pikepdf.open(io.BytesIO(booklet_sheets(pages(8)))) as pdf:
        at = {
            str(note.A.URI): (index, [float(x) for x in note.Rect])
            for index, page in enumerate(pdf.pages)
            for note in page.Annots
        }
        assert len(at) == 8
        assert at["https://seite1.example"] == (0, pytest.approx([220, 250, 270, 260]))
        assert at["https://seite8.example"] == (0, pytest.approx([20, 250, 70, 260]))
        sheets = [page.obj.objgen for page in pdf.pages]
        with pdf.open_outline() as outline:
            places = {item.title: sheets.index(item.destination[0].objgen) for item in outline.root}
    assert places == {"p1": 0, "p8": 0, "p2": 1, "p7": 1, "p3": 2, "p6": 2, "p4": 3, "p5": 3}


def test_a_page_upside_down_keeps_its_links(pages):
    with pikepdf.open(io.BytesIO(pages(1))) as source:
        data = impose(source, [Sheet(200, 300, (Placed(0, 0, 0, turned=True),))])
    with pikepdf.open(io.BytesIO(data)) as pdf:
        box = [float(x) for x in pdf.pages[0].Annots[0].Rect]
    assert box == pytest.approx([130, 40, 180, 50])


def test_the_same_pages_give_the_same_bytes(pages):
    assert booklet_sheets(pages(12)) == booklet_sheets(pages(12))


def test_no_page_is_lost_and_nothing_is_left_over(pages):
    with pikepdf.open(io.BytesIO(booklet_sheets(pages(12)))) as pdf:
        assert len(pdf.pages) == 6
        forms = {form.objgen for page in pdf.pages for form in page.Resources.XObject.values()}
    assert len(forms) == 12
