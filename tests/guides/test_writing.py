import hashlib
import os
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from directory_app import guides
from directory_app.errors import UserError
from directory_app.progress import Cancelled


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
    first = guides.write(plan, tmp_path / "a.pdf", run_number=7, made_at=made_at)
    again = guides.plan(event, list(listings))
    second = guides.write(again, tmp_path / "b.pdf", run_number=7, made_at=made_at)
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
    guides.write(guides.plan(event, those), path, run_number=1, made_at=made_at)
    with pikepdf.open(path) as pdf:
        found = {str(a.A.URI) for page in pdf.pages for a in page.get("/Annots", [])}
    assert found == {"tel:+15055550101", "https://mesa.example"}


def test_a_failure_leaves_the_old_file_and_nothing_else(
    event, listings, made_at, tmp_path, monkeypatch
):
    path = tmp_path / "g.pdf"
    path.write_bytes(b"the old guide")

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UserError, match="No space left"):
        guides.write(guides.plan(event, listings), path, run_number=1, made_at=made_at)
    assert path.read_bytes() == b"the old guide"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_a_sentence(event, made_at, tmp_path):
    with pytest.raises(UserError, match="could not be written"):
        guides.write(
            guides.plan(event, []), tmp_path / "no" / "g.pdf", run_number=1, made_at=made_at
        )


def test_cancelling_writes_nothing(event, listings, made_at, tmp_path):
    def stop(done, total, text):
        raise Cancelled

    plan, path = guides.plan(event, listings), tmp_path / "g.pdf"
    with pytest.raises(Cancelled):
        guides.write(plan, path, run_number=1, made_at=made_at, progress=stop)
    assert list(tmp_path.iterdir()) == []


def test_a_preview_says_that_it_is_one(event, listings, made_at, page_texts):
    data = guides.render_preview(guides.plan(event, listings), made_at=made_at)
    assert "Preview" in page_texts(data)[0]
    assert "Run 0" not in page_texts(data)[0]


def test_an_unknown_layout_is_a_sentence(event, made_at):
    plan = guides.plan(event, [], guides.GuideOptions(layout="scroll"))
    with pytest.raises(UserError, match="scroll"):
        guides.render_preview(plan, made_at=made_at)


@pytest.fixture
def directory(tmp_path):
    """A folder as a directory keeps it."""
    folder = tmp_path / "Casa.puertas"
    (folder / "backups").mkdir(parents=True)
    for name in ("directory.db", "keys.json", "backups/old.puertas-backup"):
        (folder / name).write_bytes(b"kept")
    return folder


def contents(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    "name",
    [
        *("directory.db", "keys.json", "backups/old.puertas-backup", "guide.pdf", "backups/g.pdf"),
        *("lock", "new/g.pdf", "../Casa.puertas/directory.db", "../other/../Casa.puertas/g.pdf"),
    ],
)
def test_never_inside_a_directory(event, made_at, directory, name):
    before = contents(directory)
    with pytest.raises(UserError, match="inside a directory"):
        guides.write(guides.plan(event, []), directory / name, run_number=1, made_at=made_at)
    assert contents(directory) == before


@pytest.mark.parametrize("folder", ["Casa.puertas", "casa.PUERTAS", "renamed"])
def test_a_directory_is_known_by_its_name_or_by_what_it_holds(event, made_at, tmp_path, folder):
    place = tmp_path / folder
    place.mkdir()
    if folder == "renamed":
        (place / "keys.json").touch()
    with pytest.raises(UserError, match="inside a directory"):
        guides.write(guides.plan(event, []), place / "g.pdf", run_number=1, made_at=made_at)


def test_no_link_leads_into_a_directory(event, made_at, directory, tmp_path, monkeypatch):
    (tmp_path / "door").symlink_to(directory, target_is_directory=True)
    (tmp_path / "g.pdf").symlink_to(directory / "directory.db")
    (directory / "out.pdf").symlink_to(tmp_path / "elsewhere.pdf")
    monkeypatch.chdir(directory)
    before = contents(directory)
    plan = guides.plan(event, [])
    for path in ("../door/directory.db", "../door/backups/g.pdf", "../g.pdf", "out.pdf", "g.pdf"):
        with pytest.raises(UserError, match="inside a directory"):
            guides.write(plan, Path(path), run_number=1, made_at=made_at)
    assert contents(directory) == before
    assert (tmp_path / "g.pdf").is_symlink()


@pytest.mark.parametrize("name", ["copy.puertas-backup", "COPY.Puertas-Backup", "Casa.puertas"])
def test_never_over_a_backup_or_a_directory_itself(event, made_at, tmp_path, name):
    path = tmp_path / name
    path.write_bytes(b"kept")
    with pytest.raises(UserError, match="backup"):
        guides.write(guides.plan(event, []), path, run_number=1, made_at=made_at)
    assert path.read_bytes() == b"kept"


def test_links_in_a_circle_are_a_sentence(event, made_at, tmp_path):
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises(UserError, match="could not be written"):
        guides.write(
            guides.plan(event, []), tmp_path / "a" / "g.pdf", run_number=1, made_at=made_at
        )
