"""A guide in grey: no colour is left, every text can be read, and no letter is another."""

import io

import pikepdf
import pytest

from directory_app import guides
from directory_app.guides.greying import grey
from directory_app.guides.page import Page
from directory_app.guides.pdf import Document
from directory_app.guides.typesetting import Style

#: Contrast of text of any size with paper (WCAG 2.1, 1.4.3).
LEAST = 4.5


def luminance(level):
    return level / 12.92 if level <= 0.04045 else ((level + 0.055) / 1.055) ** 2.4


def test_a_string_that_looks_like_a_colour_stays(made_at):
    document = Document((200, 100), "T", "en", made_at)
    page = Page(document)
    page.text(10, 20, "x", Style("sans", "bold", 12))
    document.write("/Artifact BMC 1 0 0 rg BT /N0 12 Tf [(0 0 1 rg)(\\) 0 1 0 rg)]TJ ET EMC")
    page.finish()
    with pikepdf.open(io.BytesIO(grey(document.finish()))) as pdf:
        code = pdf.pages[0].Contents.read_bytes()
    assert b"(0 0 1 rg)(\\) 0 1 0 rg)" in code
    assert b"1 0 0 rg" not in code


@pytest.mark.parametrize("layout", guides.layout_names())
def test_text_in_grey_is_dark_enough_or_on_dark(layout, event, listings, made_at):
    """Each text is ink or paper, or as dark on paper as people with weak eyes need."""
    plan = guides.plan(event, listings, guides.GuideOptions(layout=layout, grey=True))
    data = guides.render_preview(plan, made_at=made_at)
    found = set()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            found |= fills(page)
            for form in page.get("/Resources", {}).get("/XObject", {}).values():
                found |= fills(form)
    light = [level for level in found if 1.05 / (luminance(level) + 0.05) < LEAST]
    assert set(light) <= {1.0}


def fills(holder):
    """The greys that text is filled with."""
    level, mode, kept, found = 0.0, 0, [], set()
    for operands, operator in pikepdf.parse_content_stream(holder):
        name = str(operator)
        if name == "g":
            level = float(operands[0])
        elif name == "Tr":
            mode = int(operands[0])
        elif name == "q":
            kept.append((level, mode))
        elif name == "Q":
            level, mode = kept.pop()
        elif name == "TJ" and mode == 0:  # neither halos nor what is there for readers alone
            found.add(level)
    return found
