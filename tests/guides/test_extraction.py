"""What people copy and search: pdfium (as in Chrome) and poppler give back what was written."""

import io
import json
import re
import shutil
import subprocess
import unicodedata
from pathlib import Path

import pypdfium2
import pytest

from directory_app import guides
from directory_app.guides.page import Page
from directory_app.guides.pdf import Document
from directory_app.guides.typesetting import Style, set_line

SAMPLES = json.loads(
    (Path(__file__).parents[1] / "data" / "scripts" / "samples.json").read_text("utf-8")
)
RIGHT_TO_LEFT = [
    *("نان قندوز", "سوق الوردة", "مطعم (الشام)", "مخبز النور 505-555-0142 يوميا", "قندوز، چای"),
    *("מאפיית כרמל (כשר) 24", "שָׁלוֹם עֲלֵיכֶם", "مَطْعَمُ السَّلَامِ", "בעקערײַ אױף", "[נהר] (ים) הר"),
]
BOLD, PLAIN = Style("sans", "bold", 12), Style("semi", "regular", 10)


def by_pdfium(data):
    return pypdfium2.PdfDocument(io.BytesIO(data))[0].get_textpage().get_text_range()


def by_poppler(data):
    tool = shutil.which("pdftotext")
    if not tool:
        pytest.skip("poppler's pdftotext is not here")
    return subprocess.run(
        [tool, "-", "-"], input=data, capture_output=True, check=True
    ).stdout.decode()


READERS = {"pdfium": by_pdfium, "poppler": by_poppler}


def flat(text):
    """Composed, single spaces, without marks of direction and break."""
    marks = "[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe]"
    return unicodedata.normalize("NFC", " ".join(re.sub(marks, "", text).split()))


@pytest.fixture
def page(made_at):
    return Page(Document((600, 200), "T", "en", made_at))


def finished(page):
    page.finish()
    return page.document.finish()


@pytest.mark.parametrize("style", [BOLD, PLAIN], ids=["bold", "plain"])
@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("name", SAMPLES)
def test_a_line_is_read_back_as_it_was_written(page, name, reader, style):
    text = SAMPLES[name]
    assert set_line(text, style.family, style.weight).missing == ()
    page.text(10, 50, text, style)
    assert flat(READERS[reader](finished(page))) == flat(text)


def sheet_of(event, listing, place, made_at):
    those = [
        listing(f"C{i}", f"Kunduz Bread {i}", "+15055550101", alternate_name=own,
                at=place(1 + i / 5, 40 * i))
        for i, own in enumerate(RIGHT_TO_LEFT)
    ]  # fmt: skip
    return guides.render_preview(guides.plan(event, those), made_at=made_at)


def test_right_to_left_names_keep_their_words_beside_others(event, listing, place, made_at):
    data = sheet_of(event, listing, place, made_at)
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)]
    entries = flat(pages[0])
    assert [text for text in RIGHT_TO_LEFT if flat(text) not in entries] == []


def test_poppler_keeps_them_too_but_for_numbers(event, listing, place, made_at):
    """Beside Latin text poppler takes numbers and commas in such a name to the wrong side."""
    found = flat(by_poppler(sheet_of(event, listing, place, made_at)))
    lost = [text for text in RIGHT_TO_LEFT if flat(text) not in found]
    assert [text for text in lost if not re.search("[0-9،]", text)] == []


def test_a_line_that_is_drawn_later_is_read_in_its_place(page, tagged):
    with page.tag("H1"):
        page.text(10, 50, "سوق الوردة", BOLD)
    with page.tag("P"):
        page.text(10, 70, "Below", PLAIN)
    data = finished(page)
    assert tagged.faults(data) == []
    assert tagged.outline(data) == ["Document", "H1", "P"]


def test_a_line_that_is_drawn_later_is_drawn_on_a_page_of_its_own(page):
    page.text(10, 50, "سوق الوردة", BOLD)
    assert flat(by_pdfium(finished(page))) == "سوق الوردة"
