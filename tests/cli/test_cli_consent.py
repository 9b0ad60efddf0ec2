"""Withdrawing without a window: the list of paper first, then nothing of the business."""

import csv
import datetime as dt
import json
from pathlib import Path

import pypdfium2
import pytest

from directory_app.model.business import Business
from directory_app.model.draft import DraftConsent
from directory_app.model.ids import first_id, new_id
from directory_app.store import Filter, Store
from directory_app.tasks import wordings


@pytest.fixture
def printed(puertas, imported: Path, tmp_path: Path) -> tuple[Path, str]:
    """The imported directory, one guide printed; and the code of one who is on it."""
    day = (dt.date.today() + dt.timedelta(10)).isoformat()
    made = puertas.json("event", imported, "add", "--name", "Fair", "--date", day)
    puertas.json("guide", imported, "--event", made["id"], "--out", tmp_path / "guide.pdf")
    with Store.open(imported) as store:
        code = store.listings.public("print", dt.date.fromisoformat(day))[0].code
    return imported, code


def name_of(directory: Path, code: str) -> str:
    with Store.open(directory) as store:
        return store.businesses.get(code).business.name


def text_of(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return " ".join(page.get_textpage().get_text_range() for page in document)


def test_paper_that_names_them_is_told_before_they_are_forgotten(puertas, printed) -> None:
    directory, code = printed
    said = puertas("withdraw", directory, code)
    assert said.status == 2
    assert "1 print run names" in said.err and "--recall" in said.err
    assert name_of(directory, code)


def test_what_is_only_like_its_name_waits_for_a_word(puertas, printed, tmp_path) -> None:
    directory, code = printed
    with Store.open(directory, write=True) as store:
        other = next(
            one for one in store.businesses.search("") if one.business.code != code
        ).business
        store.businesses.update(code_of(store, code), {"name": "El Zopilote"})
        store.businesses.update(other.id, {"note": "Ask at Zopilote. Closed at noon."})
    file = tmp_path / "recall.csv"
    said = puertas("withdraw", directory, code, "--recall", file, "--yes")
    assert said.status == 2
    assert f"business note, {other.code}" in said.err
    assert "Ask at [Zopilote]." in said.err and "--redact-like" in said.err
    assert not file.exists()
    assert name_of(directory, code)
    both = puertas("withdraw", directory, code, "--redact-like", "--keep-like", "--yes")
    assert (both.status, "opposites" in both.err) == (2, True)
    told = puertas.json("withdraw", directory, code, "--recall", file, "--redact-like")
    assert [(one["certain"], one["kind"]) for one in told["mentions"]] == [(False, "name")]
    with Store.open(directory) as store:
        assert store.businesses.get(other.id).business.note == "Closed at noon."
    assert b"Zopilote" not in (directory / "directory.db").read_bytes()


def code_of(store: Store, code: str) -> str:
    return store.businesses.get(code).business.id


def test_the_recall_list_is_saved_and_then_nothing_is_left(puertas, printed, tmp_path) -> None:
    directory, code = printed
    name = name_of(directory, code)
    file = tmp_path / "recall.csv"
    told = puertas.json("withdraw", directory, code, "--recall", file)
    assert (told["code"], told["name"], len(told["runs"])) == (code, name, 1)
    rows = list(csv.DictReader(file.read_text("utf-8-sig").splitlines()))
    assert [(row["run"], row["event"]) for row in rows] == [("1", "Fair")]
    assert rows[0]["event_date"] == told["runs"][0]["event_date"]
    assert name.encode() not in (directory / "directory.db").read_bytes()
    again = puertas("withdraw", directory, code)
    assert (again.status, "no business" in again.err) == (2, True)


@pytest.mark.parametrize("spanish", [False, True])
def test_the_recall_list_as_paper(puertas, printed, tmp_path, spanish: bool) -> None:
    directory, code = printed
    name = name_of(directory, code)
    file = tmp_path / "recall.pdf"
    options = ["--spanish"] if spanish else []
    puertas.json("withdraw", directory, code, "--recall", file, *options)
    text = " ".join(text_of(file).split())
    assert name in text and code in text and "0001" in text and "Fair" in text
    assert ("PRIVADO" if spanish else "PRIVATE") in text
    assert "immigrant" not in text.lower() and "inmigrante" not in text.lower()


def test_a_list_that_cannot_be_saved_keeps_the_business(puertas, printed, tmp_path) -> None:
    directory, code = printed
    for file in (
        tmp_path / "none" / "recall.csv",
        tmp_path / "recall.txt",
        directory / "keys.json",
    ):
        said = puertas("withdraw", directory, code, "--recall", file)
        assert said.status == 2, file
        assert name_of(directory, code)


def test_recall_looks_and_changes_nothing(puertas, printed, tmp_path) -> None:
    directory, code = printed
    before = (directory / "directory.db").read_bytes()
    told = puertas.json("recall", directory, code, "--to", tmp_path / "recall.pdf")
    assert told["runs"][0]["number"] == 1
    assert "Run 1: Fair" in puertas("recall", directory, code).out
    assert (tmp_path / "recall.pdf").exists()
    assert (directory / "directory.db").read_bytes() == before


def test_who_was_never_printed_needs_no_file(puertas, imported) -> None:
    with Store.open(imported) as store:
        row = store.browser.first_rows(Filter(), 1)[0]
    assert "No print run names" in puertas("recall", imported, row.code).out
    said = puertas("withdraw", imported, row.code)
    assert said.status == 0, said.err
    assert "is forgotten" in said.out and "Delete the lists" in said.out


def test_a_list_does_not_bring_them_back(puertas, imported, neighbors) -> None:
    with Store.open(imported) as store:
        rows = store.browser.first_rows(Filter(), 500)
    code, name = rows[0].code, rows[0].name
    puertas.json("withdraw", imported, code)
    puertas.json("import", imported, neighbors)
    with Store.open(imported) as store:
        assert name not in [
            row.name for row in store.browser.first_rows(Filter(view="everything"), 500)
        ]


def test_the_words_that_are_read_aloud(puertas, directory, tmp_path) -> None:
    told = puertas.json("wording", directory, "--language", "es")
    assert told["stamp"].startswith("es-2-")
    assert "inmigrantes" in told["parts"]["list"]
    own = tmp_path / "own.md"
    own.write_text(wordings.shipped("es").text.replace("version: 2", "version: 3"), "utf-8")
    assert puertas.json("wording", directory, "--set", own)["version"] == 3
    assert puertas.json("wording", directory, "--language", "es")["stamp"].startswith("es-3-")
    own.write_text("nothing", "utf-8")
    said = puertas("wording", directory, "--set", own)
    assert (said.status, said.out) == (2, "")
    assert json.loads(puertas("wording", directory, "--json").out)["language"] == "en"


@pytest.mark.parametrize("spanish", [False, True])
def test_a_whole_run_is_called_back_on_paper(puertas, printed, tmp_path, spanish: bool) -> None:
    directory, code = printed
    name = name_of(directory, code)
    with Store.open(directory, write=True) as store:
        no = DraftConsent("print", "no", store.today(), "Marisol")
        store.consents.record(store.businesses.get(code).business.id, [no])
    file = tmp_path / "run.pdf"
    options = ["--spanish"] if spanish else []
    told = puertas.json("recall", directory, "--run", 1, "--to", file, *options)
    text = " ".join(text_of(file).split())
    assert name in text and code in text and "0001" in text and "Fair" in text
    assert ("dijo que no" if spanish else "said no") in text
    assert ("PRIVADO" if spanish else "PRIVATE") in text
    assert {one["code"]: one["gone"] for one in told["entries"]}[code] == "no"
    assert all(one["name"] in text for one in told["entries"])


def test_a_run_that_has_somebody_who_is_forgotten_keeps_the_place(
    puertas, printed, tmp_path
) -> None:
    directory, code = printed
    name = name_of(directory, code)
    puertas.json("withdraw", directory, code, "--recall", tmp_path / "recall.csv")
    file = tmp_path / "run.csv"
    told = puertas.json("recall", directory, "--run", 1, "--to", file)
    gone = [one for one in told["entries"] if one["gone"] == "withdrawn"]
    assert [(one["code"], one["name"]) for one in gone] == [("", "")]
    assert name not in file.read_text("utf-8-sig")


@pytest.mark.parametrize("more", [(), ("--run", 99), ("--run", 1, "BCDF")])
def test_a_recall_list_is_of_one_business_or_of_one_run(puertas, printed, more) -> None:
    said = puertas("recall", printed[0], *more)
    assert said.status == 2
    assert said.err.strip()


def test_who_was_never_asked_for_half_a_year_is_offered(puertas, tmp_path) -> None:
    path = tmp_path / "waiting.puertas"
    moment = dt.datetime.now(dt.UTC) - dt.timedelta(200)
    with Store.create(path, passphrase=None) as store:
        store.businesses.add(
            Business(code="", name="Tamales Lupe", id=first_id(moment) + new_id()[13:])
        )
        store.businesses.add(Business(code="", name="New Here"))
    (waiting,) = puertas.json("withdraw", path, "--never-asked")
    assert waiting["name"] == "Tamales Lupe"
    assert "New Here" not in puertas("withdraw", path, "--never-asked").out
    assert len(puertas.json("list", path)) == 2  # telling changes nothing
    for wrong in ([], ["--never-asked", waiting["code"]]):
        ran = puertas("withdraw", path, *wrong, "--yes")
        assert ran.status == 2
        assert "--never-asked" in ran.err
    assert puertas("withdraw", path, waiting["code"], "--yes").status == 0
    assert puertas.json("withdraw", path, "--never-asked") == []


def test_deleting_asks_whether_they_wanted_out(puertas, imported) -> None:
    with Store.open(imported) as store:
        code = store.businesses.search("")[0].business.code
    asked = puertas("delete", imported, code)
    assert asked.status == 2
    assert "ask to be taken out" in asked.err and "puertas withdraw" in asked.err
    assert name_of(imported, code)
    assert puertas.json("delete", imported, code.lower(), code, "--yes") == {"deleted": [code]}
    assert "no business" in puertas("delete", imported, code, "--yes").err
    puertas("undo", imported)
    assert name_of(imported, code)
