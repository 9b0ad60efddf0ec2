"""The spreadsheet for staff alone: marked, and without what lost paper could hurt with."""

import csv
import datetime as dt
import io

import pytest
from openpyxl import load_workbook

from directory_app.exporting import About, private
from directory_app.model.listing import PublicPhone, StaffAnswer, StaffListing

TODAY = dt.date(2026, 11, 24)
ABOUT = About(7, "staff", TODAY, TODAY)


def one(**fields) -> StaffListing:
    usual = {
        "alternate_name": "El Nopalito", "category": "restaurant",
        "address_1": "12 Calle Inventada",
        "city": "Santa Fe", "state_province": "NM", "postal_code": "87505",
        "phones": (PublicPhone("+15055550142", "2"),), "email": "hola@nopal.example",
        "takeaway": True, "review_state": "approved", "assured_date": TODAY,
        "answers": (StaffAnswer("print", "yes", dt.date(2027, 1, 2)), StaffAnswer("web", "no"),
                    StaffAnswer("share", "yes")),
    }  # fmt: skip
    return StaffListing("KXQF", "Taquería El Nopal", **{**usual, **fields})


def rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))


def test_the_first_row_is_the_mark_and_the_second_the_headings():
    mark, headings, row = rows(private.render("csv", [one()], ABOUT))
    assert mark == [private.marks(ABOUT)]
    assert mark[0].startswith("PRIVATE · Puertas 0007 · 2026-11-24")
    said = dict(zip(headings, row, strict=True))
    assert said["Puertas code"] == "KXQF"
    assert said["Puertas print"] == "yes, until 2027-01-02"
    assert said["Puertas web"] == "no"
    assert said["Puertas share"] == "yes, not in force"
    assert said["Puertas map"] == said["Puertas look-up"] == "not asked"
    assert (said["Phone"], said["Takeaway"]) == ("505-555-0142 x2", "yes")


def test_a_workbook_says_it_in_its_sheet_its_row_and_on_paper(tmp_path):
    path = tmp_path / "o.xlsx"
    path.write_bytes(private.render("xlsx", [one()], ABOUT))
    book = load_workbook(path)
    sheet = book["PRIVATE"]
    assert book.sheetnames == ["PRIVATE"]
    assert sheet["A1"].value == private.marks(ABOUT)
    assert sheet["B3"].value == "Taquería El Nopal"
    assert "PRIVATE" in sheet.oddHeader.center.text
    assert "PRIVATE" in sheet.oddFooter.center.text
    assert book.properties.title == "PRIVATE 0007"


@pytest.mark.parametrize("name", private.FORMATS)
def test_same_input_same_bytes(name):
    assert private.render(name, [one()], ABOUT) == private.render(name, [one()], ABOUT)


@pytest.mark.parametrize("name", private.FORMATS)
def test_its_own_words_say_nowhere_whose_businesses_these_are(name, tmp_path):
    data = private.render(name, [one()], ABOUT)
    if name == "xlsx":
        path = tmp_path / "o.xlsx"
        path.write_bytes(data)
        sheet = load_workbook(path).active
        data = repr([[cell.value for cell in row] for row in sheet.rows]).encode()
    said = data.decode("utf-8-sig").casefold()
    for word in ("immigra", "inmigra", "migrant", "migrante", "refug"):
        assert word not in said


def test_no_cell_is_a_formula(tmp_path, markup):
    each = [one(alternate_name=text, email=text, description_en=text) for text in markup.values()]
    for row in rows(private.render("csv", each, ABOUT))[2:]:
        assert not any(cell[:1] in tuple("=+-@\t\r\n") for cell in row if cell)
    path = tmp_path / "o.xlsx"
    path.write_bytes(private.render("xlsx", each, ABOUT))
    for row in load_workbook(path)["PRIVATE"].rows:
        assert all(cell.data_type in ("s", "n") for cell in row)


@pytest.mark.parametrize(
    ("stem", "named"), [("list", "PRIVATE list"), ("my PRIVATE list", "my PRIVATE list")]
)
def test_the_name_bears_the_mark_once(stem, named):
    assert private.name_marked(stem) == named
