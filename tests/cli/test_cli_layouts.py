"""Layouts, papers, fields, sheets, preflight and the private sheets as verbs."""

import datetime as dt
from pathlib import Path

import pypdfium2
import pytest

from directory_app.store import Filter, Store


@pytest.fixture
def sample(puertas, tmp_path) -> tuple[Path, str]:
    """The sample directory and the id of its first event."""
    directory = tmp_path / "sample.puertas"
    puertas("sample", directory, "--plain")
    return directory, puertas.json("event", directory, "list")[0]["id"]


def text_of(path: Path) -> str:
    return "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path))


PUBLIC = ["sheet", "trifold", "booklet", "pocket", "large-print", "poster", "cards"]


@pytest.mark.parametrize("layout", PUBLIC)
def test_every_layout_is_a_guide_and_a_run(puertas, sample, tmp_path, layout):
    directory, event = sample
    path = tmp_path / "guide.pdf"
    made = puertas.json(
        "guide", directory, "--event", event, "--out", path, "--layout", layout, "--copies", "40"
    )
    assert made["pages"] == len(pypdfium2.PdfDocument(path))
    assert made["sheets"] >= 1 and made["listed"] > 5 and made["copies"] == 40
    with Store.open(directory) as store:
        (run,) = store.runs.all()
    assert (run.number, run.layout, run.copies) == (made["run"], layout, 40)


def test_layouts_tells_every_layout_and_its_papers(puertas):
    known = puertas.json("layouts")
    assert [each["name"] for each in known] == [*PUBLIC, "visit-sheets", "call-list"]
    assert all(each["paper"] and each["purpose"] for each in known)
    assert [each["name"] for each in known if each["private"]] == ["visit-sheets", "call-list"]
    assert "booklet" in puertas("layouts").out


def test_preflight_changes_nothing_and_counts_no_run(puertas, sample):
    directory, event = sample
    before = (directory / "directory.db").read_bytes()
    told = puertas.json(
        "preflight", directory, "--event", event, "--layout", "trifold", "--copies", "30"
    )
    assert (directory / "directory.db").read_bytes() == before
    assert told["listed"] > 5 and told["paper"] == 30 * told["sheets"] and told["fits"]
    assert {"severity", "code", "message", "mend"} <= set(told["findings"][0])
    said = puertas("preflight", directory, "--event", event).out
    assert "sheet" in said.splitlines()[0]


def test_too_few_sheets_are_refused_with_what_would_have_to_go(puertas, sample, tmp_path):
    directory, event = sample
    path = tmp_path / "guide.pdf"
    arguments = ("--event", event, "--layout", "booklet", "--fit", "2")
    ran = puertas("guide", directory, *arguments, "--out", path)
    assert ran.status == 2 and not path.exists()
    assert "sheets, not 2" in ran.err and "--fields=-" in ran.err
    told = puertas.json("preflight", directory, *arguments)
    assert not told["fits"] and told["choices"]
    gone = ",".join(f"-{name}" for name in told["choices"][0]["gone"])
    made = puertas.json("guide", directory, *arguments, "--out", path, f"--fields={gone}")
    assert made["sheets"] <= 2
    with Store.open(directory) as store:
        assert len(store.runs.all()) == 1


def test_fields_are_named_or_taken_away(puertas, sample, tmp_path):
    directory, event = sample
    path = tmp_path / "guide.pdf"
    base = ("guide", directory, "--event", event, "--out", path, "--layout", "booklet")
    puertas.json(*base, "--no-map")
    assert "505-555-0104" in text_of(path) and "Cash only" in text_of(path)
    puertas.json(*base, "--no-map", "--fields", "name,phone,sells")
    assert "505-555-0104" in text_of(path) and "Cash only" not in text_of(path)
    puertas.json(*base, "--no-map", "--fields=-phone,-payment")
    assert "505-555-0104" not in text_of(path) and "Cash only" not in text_of(path)
    for wrong in ("foo", "phone,-note"):
        assert puertas(*base, f"--fields={wrong}").status == 2


@pytest.mark.parametrize(
    "wrong",
    [
        ("--layout", "scroll"),
        ("--paper", "tabloid"),
        ("--group-by", "colour"),
        ("--copies", "0"),
        ("--fit", "-1"),
    ],
)
def test_what_no_guide_can_be_is_refused(puertas, sample, tmp_path, wrong):
    directory, event = sample
    ran = puertas("guide", directory, "--event", event, "--out", tmp_path / "x.pdf", *wrong)
    assert ran.status == 2 and ran.err.strip() and not (tmp_path / "x.pdf").exists()


def test_papers_grey_sections_and_reading_order(puertas, sample, tmp_path):
    directory, event = sample
    path = tmp_path / "guide.pdf"
    puertas.json(
        "guide", directory, "--event", event, "--out", path, "--layout", "booklet",
        "--paper", "a4", "--group-by", "town", "--grey", "--reading", "--languages", "es",
    )  # fmt: skip
    document = pypdfium2.PdfDocument(path)
    assert document[0].get_size() == pytest.approx((420.9, 595.3), abs=0.1)
    image = document[0].render().to_pil().convert("RGB")
    assert all(max(c) - min(c) < 8 for _, c in image.getcolors(1 << 20))


@pytest.mark.parametrize("layout", ["visit-sheets", "call-list"])
def test_private_sheets_are_runs_too(puertas, sample, tmp_path, layout):
    directory, event = sample
    path = tmp_path / "visits.pdf"
    made = puertas.json(
        "guide", directory, "--event", event, "--layout", layout, "--view", "all", "--out", path
    )
    with Store.open(directory) as store:
        names = [each.name for each in store.listings.staff(Filter())]
        (run,) = store.runs.all()
    assert made["listed"] == len(names) and run.layout == layout
    text = text_of(path)
    assert all(name.split()[0] in text for name in names)
    assert "Estética Xóchitl" not in text  # took her yes back


def test_visits_follow_the_way_and_codes_choose(puertas, sample, tmp_path):
    directory, event = sample
    path = tmp_path / "visits.pdf"
    with Store.open(directory) as store:
        codes = [each.code for each in store.listings.staff(Filter())][:3]
    made = puertas.json(
        "guide", directory, "--event", event, "--layout", "visit-sheets", "--out", path,
        "--codes", ",".join(codes),
    )  # fmt: skip
    assert made["listed"] == 3
    assert "Stop 3 of 3" in text_of(path)
    assert puertas(
        "guide", directory, "--event", event, "--layout", "visit-sheets", "--out", path,
        "--view", "no_such_view",
    ).status == 2  # fmt: skip


def test_nobody_to_visit_is_said(puertas, tmp_path):
    directory = tmp_path / "empty.puertas"
    puertas("new", directory, "--plain")
    day = (dt.date.today() + dt.timedelta(9)).isoformat()
    event = puertas.json("event", directory, "add", "--name", "Canvass", "--date", day)["id"]
    ran = puertas(
        "guide", directory, "--event", event, "--layout", "call-list",
        "--out", tmp_path / "x.pdf",
    )  # fmt: skip
    assert ran.status == 2 and "Nobody" in ran.err


def test_preflight_tells_that_an_event_is_over(puertas, sample):
    directory, event = sample
    last_week = dt.date.today() - dt.timedelta(days=7)
    with Store.open(directory, write=True) as store:
        store.events.update(event, {"date": last_week})
    told = {each["code"]: each for each in _preflight(puertas, directory, event)}
    assert told["event_over"]["severity"] == "look"
    assert last_week.isoformat() in told["event_over"]["message"]
    with Store.open(directory, write=True) as store:
        store.events.update(event, {"date": store.today()})
    assert "event_over" not in {each["code"] for each in _preflight(puertas, directory, event)}


def _preflight(puertas, directory, event):
    return puertas.json("preflight", directory, "--event", event)["findings"]


def test_an_unknown_layout_is_answered_with_all_of_them_and_a_private_one_is_no_guide(
    puertas, sample, tmp_path
):
    directory, event = sample
    wanted = ("--event", event, "--layout", "leaflet")
    for ran in (
        puertas("guide", directory, *wanted, "--out", tmp_path / "x.pdf"),
        puertas("preflight", directory, *wanted),
    ):
        assert ran.status == 2
        assert all(name in ran.err for name in (*PUBLIC, "visit-sheets", "call-list"))
    ran = puertas("preflight", directory, "--event", event, "--layout", "call-list")
    assert (ran.status, "private" in ran.err) == (2, True)


def test_the_help_of_list_tells_that_one_letter_finds_everything(puertas):
    assert "single one" in " ".join(puertas("list", "--help").out.replace("│", " ").split())


def test_preflight_counts_pages_one_by_one_as_the_guide_does(puertas, sample, tmp_path):
    directory, event = sample
    base = ("--event", event, "--layout", "booklet", "--reading")
    told = puertas.json("preflight", directory, *base)
    made = puertas.json("guide", directory, *base, "--out", tmp_path / "x.pdf")
    assert told["sheets"] == made["sheets"]
