import hashlib
from dataclasses import replace

import pikepdf
import pytest

from directory_app import guides
from directory_app.errors import UserError
from directory_app.progress import Cancelled
from tests.papers import write


def test_the_file_is_whole_and_told_truly(written, tmp_path):
    plan, done = written
    data = done.path.read_bytes()
    assert done.sha256 == hashlib.sha256(data).hexdigest()
    assert done.pages == len(pikepdf.open(done.path).pages)
    assert done.use_by == plan.use_by
    assert [code for code, _ in done.entries] == [e.listing.code for e in plan.entries]
    assert list(tmp_path.iterdir()) == [done.path]


def test_what_was_printed_is_kept_as_plain_values(written):
    import json

    _, done = written
    _, printed = done.entries[0]
    assert json.loads(json.dumps(printed))["name"] == printed["name"]
    assert printed["page"] == 1


def test_same_input_same_bytes(event, listings, made_at, tmp_path):
    plan = guides.plan(event, listings)
    first = write(plan, tmp_path / "a.pdf", run_number=7, made_at=made_at)
    again = guides.plan(event, list(listings))
    second = write(again, tmp_path / "b.pdf", run_number=7, made_at=made_at)
    assert first.sha256 == second.sha256


def test_what_the_pdf_says_of_itself(written):
    _, done = written
    with pikepdf.open(done.path) as pdf:
        info = pdf.docinfo
        assert info["/Title"] == "Canvass launch"
        assert str(info["/Author"]) == ""
        assert info["/Producer"] == "Puertas"
        assert str(info["/CreationDate"]).startswith("D:20261124193000+00")
        assert pdf.Root.Lang == "en"


def test_the_outline_leads_to_each_section_map_and_index(written):
    plan, done = written
    with pikepdf.open(done.path) as pdf, pdf.open_outline() as outline:
        found = [item.title for item in outline.root]
    assert found == [*(section.titles[0] for section in plan.sections), "Map", "Index by name"]


def test_every_font_is_embedded_and_cut_down(written):
    _, done = written
    fonts = []
    with pikepdf.open(done.path) as pdf:
        for page in pdf.pages:
            fonts += page.Resources.Font.values()
        assert fonts
        for font in fonts:
            child = font.DescendantFonts[0]
            assert child.FontDescriptor.FontFile2.Length > 0, font.BaseFont
            assert str(child.BaseFont)[7] == "+"
    assert done.path.stat().st_size < 400_000


def test_links_lead_to_telephones_and_the_web_only(event, listing, made_at, tmp_path):
    those = [
        listing("AAAA", "A", "+15055550101"),
        replace(listing("BBBB", "B"), website="https://mesa.example"),
        replace(listing("CCCC", "C"), website="javascript:alert(1)"),
        replace(listing("DDDD", "D"), website="file:///etc/passwd"),
    ]
    path = tmp_path / "g.pdf"
    write(guides.plan(event, those), path, run_number=1, made_at=made_at)
    with pikepdf.open(path) as pdf:
        found = {str(a.A.URI) for page in pdf.pages for a in page.get("/Annots", [])}
    assert found == {"tel:+15055550101", "https://mesa.example"}


def test_cancelling_stops(event, listings, made_at):
    def stop(done, total, text):
        raise Cancelled

    with pytest.raises(Cancelled):
        guides.make(guides.plan(event, listings), run_number=1, made_at=made_at, progress=stop)


def test_a_preview_says_that_it_is_one(event, listings, made_at, page_texts):
    data = guides.render_preview(guides.plan(event, listings), made_at=made_at)
    assert "Preview" in page_texts(data)[0]
    assert "Run 0" not in page_texts(data)[0]


def test_an_unknown_layout_is_a_sentence(event, made_at):
    plan = guides.plan(event, [], guides.GuideOptions(layout="scroll"))
    with pytest.raises(UserError, match="scroll"):
        guides.render_preview(plan, made_at=made_at)
