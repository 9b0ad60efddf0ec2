"""Tagged PDFs: all content in the tree of structure, in the order in which people read."""

import io

import pikepdf
import pytest

from directory_app import guides
from directory_app.guides.page import Page
from directory_app.guides.pdf import Document
from directory_app.guides.typesetting import Style

STYLE = Style("sans", "regular", 12)


@pytest.fixture
def document(made_at):
    return Document((300, 300), "Title", "en", made_at)


def test_what_nobody_tagged_is_in_the_tree_or_decoration(document, tagged):
    page = Page(document)
    page.text(20, 20, "Loose words", STYLE)
    page.rule(20, 30, 100, 1)
    page.text(20, 50, "more of them", STYLE)
    page.finish()
    data = document.finish()
    assert tagged.faults(data) == []
    assert tagged.outline(data) == ["Document", "P"]


def test_headings_lists_links_and_figures(document, tagged):
    page = Page(document)
    with page.artifact():
        page.text(20, 10, "Running head", STYLE)
    with page.tag("H1"):
        page.text(20, 30, "Shops", STYLE)
    with page.tag("L"), page.tag("LI"):
        with page.tag("Lbl"):
            page.circle(10, 50, 5)
            page.text(8, 50, "1", STYLE)
        with page.tag("LBody"):
            page.text(20, 50, "Jade", STYLE)
            with page.linked("tel:+15055550101", 20, 60, 80, 12, says="Call"):
                page.text(20, 70, "505-555-0101", STYLE)
            with page.tag("Figure", alt="Open", box=(20, 80, 10, 10)):
                page.line([(20, 80), (30, 90)], 1)
    page.finish()
    data = document.finish()
    assert tagged.faults(data) == []
    kinds = ["Document", "H1", "L", "LI", "Lbl", "LBody", "P", "Link", "Figure"]
    assert [kind for kind in tagged.outline(data) if kind != "P"] == [k for k in kinds if k != "P"]


def test_an_element_goes_on_where_it_is_continued(document, tagged):
    list_of = document.tree.add("L")
    document.tree.add("H1")
    for _ in range(2):
        page = Page(document)
        with page.within(list_of), page.tag("LI"), page.tag("LBody"):
            page.text(20, 20, "Entry", STYLE)
        page.finish()
    data = document.finish()
    assert tagged.faults(data) == []
    assert tagged.outline(data) == ["Document", "L", "LI", "LBody", "LI", "LBody"]


def test_one_element_may_stand_on_two_pages(document, tagged):
    with open_paragraph(document) as paragraph:
        for text in ("begins here", "ends here"):
            page = Page(document)
            with page.within(paragraph):
                page.text(20, 20, text, STYLE)
            page.finish()
    data = document.finish()
    assert tagged.faults(data) == []
    assert tagged.outline(data) == ["Document", "P"]


def open_paragraph(document):
    return document.tree.within(document.tree.add("P"))


def test_texts_in_other_scripts_say_their_language(document):
    page = Page(document)
    page.text(20, 20, "Souk سوق", STYLE)
    page.text(20, 40, "Jade 翠玉", STYLE)
    page.finish()
    with pikepdf.open(io.BytesIO(document.finish())) as pdf:
        content = pdf.pages[0].Contents.read_bytes()
    assert b"/Lang(ar)" in content
    assert b"/Lang(zh)" in content
    assert b"/Lang(en)" not in content


def test_a_fault_is_seen(document, tagged):
    page = Page(document)
    page.text(20, 20, "Words", STYLE)
    document.write("0 0 10 10 re f")
    with page.tag("Figure"):
        page.line([(20, 80), (30, 90)], 1)
    with page.tag("LI"):
        page.text(20, 60, "Lost", STYLE)
    page.finish()
    found = tagged.faults(document.finish())
    assert "page 1: f is painted outside of any tag" in found
    assert "a Figure without a text" in found
    assert "LI in Document" in found


@pytest.mark.parametrize("languages", [("en",), ("en", "es"), ("es", "en")])
def test_the_sheet_is_tagged(event, listings, made_at, tagged, languages):
    plan = guides.plan(event, listings, guides.GuideOptions(languages=languages))
    data = guides.render_preview(
        plan, made_at=made_at, mistake_contact="505-555-0100", guide_url="https://guia.example"
    )
    assert tagged.faults(data) == []


def test_the_sheet_is_read_as_people_read_it(event, listings, made_at, tagged):
    plan = guides.plan(event, listings)
    data = guides.render_preview(plan, made_at=made_at, mistake_contact="505-555-0100")
    kinds = tagged.outline(data)
    heads = [kind for kind in kinds if kind.startswith("H")]
    assert heads == ["H1", *["H2"] * (len(plan.sections) + 2)]  # sections, map, index
    entries = kinds[: [at for at, kind in enumerate(kinds) if kind == "H2"][len(plan.sections)]]
    assert entries.count("LI") == entries.count("Lbl") == len(plan.entries)
    assert entries.count("L") == len(plan.sections)
    assert kinds.count("Link") == len(plan.entries)


def test_every_picture_says_what_it_shows(event, listings, made_at, tagged):
    plan = guides.plan(event, listings, guides.GuideOptions(languages=("es", "en")))
    data = guides.render_preview(plan, made_at=made_at, guide_url="https://guia.example")
    with pikepdf.open(io.BytesIO(data)) as pdf:
        said = {
            str(each.Alt) for each, _ in tagged.walk(pdf.Root.StructTreeRoot) if each.S == "/Figure"
        }
        content = b"".join(page.Contents.read_bytes() for page in pdf.pages)
    assert any("Mapa de los lugares" in each for each in said)
    assert "Código QR que lleva a https://guia.example" in said
    assert b"/Span<</Alt(Abierto durante el evento)>>BDC" in content
    assert b"/Alt(Open during the event)>>BDC" in content
    assert b"/Span<</Alt(noreste)>>BDC" in content


def test_a_text_of_many_pages_is_one_item(event, listing, made_at, tagged):
    options = guides.GuideOptions(show_map=False, show_index=False)
    plan = guides.plan(event, [listing("AAAA", "Ж" * 10_000)], options)
    data = guides.render_preview(plan, made_at=made_at)
    assert tagged.faults(data) == []
    assert tagged.outline(data).count("LI") == 1


@pytest.mark.parametrize("layout", guides.layout_names())
def test_every_layout_is_tagged(event, listings, made_at, tagged, layout):
    plan = guides.plan(event, listings, guides.GuideOptions(layout=layout))
    data = guides.render_preview(
        plan, made_at=made_at, mistake_contact="505-555-0100", guide_url="https://guia.example"
    )
    assert tagged.faults(data) == []
    assert tagged.outline(data).count("LI") >= len(plan.entries)


def test_a_trifold_is_read_in_the_order_of_its_panels(event, listings, made_at, tagged):
    """The flap is drawn before the inside, yet read after it; the back comes last."""
    plan = guides.plan(event, listings, guides.GuideOptions(layout="trifold"))
    data = guides.render_preview(plan, made_at=made_at)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        sides = [page.obj.objgen for page in pdf.pages]
        tree = [each for each, _ in tagged.walk(pdf.Root.StructTreeRoot)]
        labels = [sides.index(each.Pg.objgen) for each in tree if each.S == "/Lbl"]
    assert labels.index(0) == labels.count(1) > 0
    assert set(labels[labels.index(0) : len(plan.entries)]) <= {0, 2, 3}


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("https://mesa.example/a(b)?x=1&y=%20", "https://mesa.example/a(b)?x=1&y=%20"),
        ("https://mesa.example/menú y más", "https://mesa.example/men%C3%BA%20y%20m%C3%A1s"),
        ("https://mesa.example/\n>>", "https://mesa.example/%0A%3E%3E"),
        ("tel:+15055550101;ext=7", "tel:+15055550101;ext=7"),
    ],
)
def test_any_address_is_one_string(document, tagged, address, written):
    page = Page(document)
    with page.linked(address, 20, 20, 80, 12, says="Menú (hoy)"):
        page.text(20, 30, "Menú", STYLE)
    page.finish()
    data = document.finish()
    assert tagged.faults(data) == []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        note = pdf.pages[0].Annots[0]
        assert str(note.A.URI) == written
        assert str(note.Contents) == "Menú (hoy)"


def test_a_link_to_elsewhere_is_none(document):
    page = Page(document)
    with page.linked("javascript:alert(1)", 20, 20, 80, 12):
        page.text(20, 30, "Menu", STYLE)
    page.finish()
    with pikepdf.open(io.BytesIO(document.finish())) as pdf:
        assert "/Annots" not in pdf.pages[0]
