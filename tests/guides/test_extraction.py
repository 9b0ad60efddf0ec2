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
#: Names as people type them: alone, and with figures, telephones, commas, brackets and Latin.
RIGHT_TO_LEFT = [
    *("نانوایی قندوز", "سوق الوردة", "מאפיית כרמל", "שָׁלוֹם עֲלֵיכֶם", "مَطْعَمُ السَّلَامِ", "בעקערײַ אױף"),
    *("مطعم (الشام) للعائلات", "سوق (النور)", "מאפיית (כשר) הגליל", "[נהר] (ים) הר"),
    *("قندوز، چای وخبز", "چلوکباب، چای و نان", "פיתה, חומוס ועוד", "בע״מ: הגליל"),
    *(
        "مطعم النجمة 24",
        "מאפיית הרצל 24 בעם",
        "24 מאפיית",
        "سوق النور ٢٤٧ الكبير",
        "نانوایی ۱۲۳ کابل",
    ),
    *("مخبز الهدى 505-555-0142 يوميا", "קפה נמרוד 505-555-0143 תמיד"),
    *("مقهى Lucy الجديد", "קפה Carmel החדש", "Souk سوق الزهرة Market", "Tahini طحينة, est. 1999"),
    *("Zitoun سوق الزيتون (halal) 12", "Layali ليالي، (مطعم) 505-555-0144, NM 87505"),
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


#: poppler reads a page by its most letters: those of a guide run left to right.
OTHERS = "Ask whoever gave you this guide about the hall and the day."


@pytest.mark.parametrize("style", [BOLD, PLAIN], ids=["bold", "plain"])
@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("name", SAMPLES)
def test_a_line_is_read_back_as_it_was_written(page, name, reader, style):
    text = SAMPLES[name]
    assert set_line(text, style.family, style.weight).missing == ()
    page.text(10, 50, text, style)
    page.text(10, 150, OTHERS, PLAIN)
    assert flat(READERS[reader](finished(page))) == f"{flat(text)} {OTHERS}"


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("text", RIGHT_TO_LEFT)
def test_a_line_beside_others_is_read_back_in_its_place(page, text, reader):
    page.text(30, 50, "7", BOLD)
    end = page.text(40, 50, text, BOLD)
    page.text(end + 4, 50, "1.2 mi", PLAIN)
    page.text(40, 65, OTHERS, PLAIN)
    assert f"7 {flat(text)} 1.2 mi" in flat(READERS[reader](finished(page)))


def whole(data, reader):
    """What a reader finds on all pages."""
    if reader == "poppler":
        return flat(by_poppler(data))
    return flat(" ".join(p.get_textpage().get_text_range() for p in pypdfium2.PdfDocument(data)))


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("imposed", [True, False], ids=["sheets", "pages"])
@pytest.mark.parametrize("layout", guides.layout_names())
def test_right_to_left_names_are_whole(layout, imposed, reader, event, listing, place, made_at):
    if not imposed and layout not in {"booklet", "pocket"}:
        pytest.skip("its pages are its sheets")
    those = [
        listing(f"C{i:03}", f"Tienda {i}", f"+150555502{i:02}", alternate_name=own,
                at=place(0.4 + i / 10, 37 * i))
        for i, own in enumerate(RIGHT_TO_LEFT)
    ]  # fmt: skip
    options = guides.GuideOptions(layout, imposed=imposed)
    data = guides.render_preview(guides.plan(event, those, options), made_at=made_at)
    found = whole(data, reader)
    assert [text for text in RIGHT_TO_LEFT if flat(text) not in found] == []


def test_each_letter_of_a_told_line_is_where_the_line_is(page):
    """So a find bar paints about the right place."""
    end = page.text(100, 50, "مطعم النجمة 24", BOLD)
    text = pypdfium2.PdfDocument(io.BytesIO(finished(page)))[0].get_textpage()
    boxes = [text.get_charbox(index) for index in range(text.count_chars())]
    assert min(box[0] for box in boxes) >= 98
    assert max(box[2] for box in boxes) <= end + 8


def test_nothing_of_a_told_line_is_painted_beside_it(made_at):
    """What stands at its ends for readers cannot be seen."""
    pictures = []
    for text in ("سوق", ""):
        page = Page(Document((200, 60), "T", "en", made_at))
        page.text(100, 30, text, BOLD)
        page.text(10, 50, "Below", PLAIN)
        image = pypdfium2.PdfDocument(io.BytesIO(finished(page)))[0].render(scale=4).to_pil()
        pictures.append(image.crop((0, 0, 396, 240)).tobytes())
    assert pictures[0] == pictures[1]


def test_a_told_line_is_read_where_it_was_drawn(page, tagged):
    with page.tag("H1"):
        page.text(10, 50, "سوق الوردة", BOLD)
    with page.tag("P"):
        page.text(10, 70, "Below", PLAIN)
    data = finished(page)
    assert tagged.faults(data) == []
    assert tagged.outline(data) == ["Document", "H1", "P"]
    assert flat(by_pdfium(data)) == "سوق الوردة Below"
