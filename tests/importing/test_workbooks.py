import csv
import datetime as dt
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import openpyxl
import pytest

from directory_app.errors import UserError
from directory_app.importing import ReadOptions, read

OOXML = "http://schemas.openxmlformats.org"
MAIN = f"{OOXML}/spreadsheetml/2006/main"
RELATIONS = f"{OOXML}/officeDocument/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def relations(kind: str, target: str) -> str:
    return (
        f'<Relationships xmlns="{OOXML}/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{RELATIONS}/{kind}" Target="{target}"/></Relationships>'
    )


PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{OOXML}/package/2006/content-types">'
    '<Default Extension="rels" ContentType='
    '"application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{TYPE}.worksheet+xml"/>'
    "</Types>",
    "_rels/.rels": relations("officeDocument", "xl/workbook.xml"),
    "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>'
    '<sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": relations("worksheet", "worksheets/sheet1.xml"),
}
FIRST = "xl/worksheets/sheet1.xml"
SHEET = f'<worksheet xmlns="{MAIN}"><sheetData>%s</sheetData></worksheet>'
TODAY = dt.date(2026, 11, 24)
MEASURE = """
import json, re, sys, time
from pathlib import Path
from directory_app.errors import UserError
from directory_app.importing import read
begun = time.process_time()
try:
    read(sys.argv[1])
    said = ""
except UserError as error:
    said = str(error)
# not ru_maxrss, which starts from what the parent process used
peak = int(re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024
print(json.dumps({"said": said, "seconds": time.process_time() - begun, "mib": peak}))
"""


def book(path: Path, *sheets: list[list[object]], titles: tuple[str, ...] = ()) -> Path:
    made = openpyxl.Workbook()
    made.remove(made.active)
    for number, rows in enumerate(sheets):
        sheet = made.create_sheet(titles[number] if titles else f"Sheet{number}")
        for row in rows:
            sheet.append(row)
    made.save(path)
    return path


def packed(path: Path, name: str, text: str, filling: str = "", times: int = 0) -> Path:
    """A workbook whose part ``name`` is a text with %s filled so many times."""
    before, _, after = text.partition("%s")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for other, content in PARTS.items():
            archive.writestr(other, content)
        if name != FIRST:
            archive.writestr(FIRST, SHEET.replace("%s", ""))
        with archive.open(name, "w") as part:
            part.write(before.encode())
            for _ in range(times // 1000):
                part.write(filling.encode() * 1000)
            part.write(after.encode())
    return path


def bombs(folder: Path) -> dict[str, Path]:
    laughs = "".join(
        f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha" * 50}">' for n in range(10)
    )
    strings = "xl/sharedStrings.xml"
    row = SHEET.replace("%s", "<row>%s</row>")
    entity = SHEET.replace("%s", '<row><c t="str"><v>&l9;</v></c></row>')
    return {
        "padding": packed(folder / "a.xlsx", FIRST, SHEET, " " * 1000, 300_000),
        "one row": packed(folder / "b.xlsx", FIRST, row, "<c/>", 7_000_000),
        "wide": packed(folder / "c.xlsx", FIRST, row, '<c r="A1" s="0" t="n"/>', 200_000),
        "strings": packed(folder / "d.xlsx", strings, "<sst>%s</sst>", "<si/>", 6_000_000),
        "entities": packed(folder / "e.xlsx", FIRST, f"<!DOCTYPE x [{laughs}]>{entity}"),
    }


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc for the peak of memory")
def test_bombs_are_refused_before_they_grow(tmp_path: Path) -> None:
    for name, path in bombs(tmp_path).items():
        done = subprocess.run(
            [sys.executable, "-c", MEASURE, path], capture_output=True, text=True, check=True
        )
        told = json.loads(done.stdout)
        assert "was not opened" in told["said"], name
        assert told["mib"] < 200, (name, told)
        assert told["seconds"] < 2, (name, told)


def test_a_sheet_with_too_many_rows_asks_for_parts(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 102_000))
    path = packed(tmp_path / "rows.xlsx", FIRST, SHEET.replace("%s", rows))
    with pytest.raises(UserError, match="100,000 rows"):
        read(path)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.xlsx", b"", "is empty"),
        ("a.csv", b"", "is empty"),
        ("a.csv", b"\n \n", "is empty"),
        ("a.xlsx", b"name,phone\nPan,1\n", "not a workbook"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old Excel format"),
        (
            "a.xlsx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "password",
        ),
        ("a.xlsx", b"PK\x03\x04" + b"\0" * 90, "damaged"),
        ("a.csv", b"%PDF-1.7\n", "not a list"),
    ],
)
def test_what_is_no_list_gets_a_sentence(
    tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(UserError, match=said) as caught:
        read(path)
    assert caught.value.hint


def test_an_opendocument_sheet_gets_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", "<x/>")
    with pytest.raises(UserError, match="OpenDocument"):
        read(path)


def test_a_missing_file_gets_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="There is no file"):
        read(tmp_path / "nowhere.csv")


def test_numbers_and_dates_read_as_people_see_them(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Name", "Zip", "Phone", "OK to print?", "Who asked", "Date asked"],
        ["Pan", 87505.0, 5055550101, "yes", "Ana", dt.datetime(2026, 10, 3)],
    ]
    draft = read(book(tmp_path / "a.xlsx", rows), today=dt.date(2026, 11, 24)).drafts[0]
    assert draft.values["postal_code"] == "87505"
    assert draft.phones[0].number == "+15055550101"
    assert draft.consents[0].date == dt.date(2026, 10, 3)


def test_the_sheet_with_known_headings_is_read_and_the_others_named(tmp_path: Path) -> None:
    path = book(
        tmp_path / "a.xlsx",
        [["hello"], ["how to use this"]],
        [["Name", "Phone"], ["Pan", "505-555-0101"]],
        titles=("Read me", "Shops"),
    )
    reading = read(path)
    assert (reading.source.sheet, reading.source.other_sheets) == ("Shops", ("Read me",))
    assert [problem.code for problem in reading.problems if problem.line == 0] == ["other_sheets"]
    assert read(path, ReadOptions(sheet="Read me")).source.sheet == "Read me"


def test_a_cell_merged_over_lines_counts_for_each_but_not_for_consent(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    for row in (
        ("Tiendas del valle",),
        ("Name", "City", "Phone", "OK to print", "Asked by", "Date"),
        ("Sol", "Clovis", "575-555-0101", "yes", "Rosa", dt.date(2026, 10, 5)),
        ("Luna", None, "575-555-0102"),
        (None, None, None),
        ("Mar", None, "575-555-0103"),
        ("Río", "Taos", "575-555-0104", "no", "Rosa", dt.date(2026, 10, 5)),
    ):
        sheet.append(row)
    for merged in ("A1:F1", "B3:B6", "D3:D4", "E3:E4", "F3:F4"):
        sheet.merge_cells(merged)
    made.save(tmp_path / "merged.xlsx")
    reading = read(tmp_path / "merged.xlsx", today=TODAY)
    assert [draft.line for draft in reading.drafts] == [3, 4, 6, 7]
    assert [draft.values["city"] for draft in reading.drafts] == ["Clovis"] * 3 + ["Taos"]
    assert [[one.answer for one in draft.consents] for draft in reading.drafts] == [
        ["yes"],
        [],
        [],
        ["no"],
    ]
    told = [(one.line, one.field) for one in reading.problems if one.code.startswith("same_as")]
    assert told == [(4, "city"), *[(4, "ok_to_print")] * 3, (6, "city")]


def test_checkboxes_links_and_hidden_sheets(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    hidden = made.active
    assert hidden is not None
    hidden.title, hidden.sheet_state = "old", "hidden"
    for row in (("Name", "Phone"), ("Gone", "575-555-0199")):
        hidden.append(row)
    sheet = made.create_sheet("2026")
    for line in (
        ("Name", "Phone", "Zip", "Website", "OK to print", "Asked by", "Date", "SNAP?"),
        ("Sol", 5755550101.0, 88101.0, "sol.example", True, "Rosa", dt.datetime(2026, 10, 5), True),
        ("Luna", "575 555 0102\t", "88101-1234", None, False, "Rosa", 46300, False),
    ):
        sheet.append(line)
    sheet["D2"].hyperlink = "https://elsewhere.example"
    made.save(tmp_path / "list.xlsx")
    reading = read(tmp_path / "list.xlsx", today=TODAY)
    sol, luna = reading.drafts
    assert (reading.source.sheet, reading.source.other_sheets) == ("2026", ("old",))
    assert (sol.phones[0].number, sol.values["postal_code"]) == ("+15755550101", "88101")
    assert (sol.values["website"], sol.values["payment_accepted"]) == (
        "https://sol.example",
        ["snap"],
    )
    assert (luna.phones[0].number, luna.values["postal_code"]) == ("+15755550102", "88101-1234")
    answers = [(d.consents[0].answer, d.consents[0].date) for d in reading.drafts]
    assert answers == [("yes", dt.date(2026, 10, 5)), ("no", dt.date(2026, 10, 5))]


def test_a_name_that_became_a_formula_keeps_its_text(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", [["Name", "Phone"], ["=Sharp Fades", "505-555-0101"]])
    reading = read(path)
    assert reading.drafts[0].name == "=Sharp Fades"
    assert "formula_text" in {problem.code for problem in reading.drafts[0].problems}


def test_a_workbook_reads_like_the_same_csv(tmp_path: Path) -> None:
    source = Path(__file__).parent.parent / "data" / "lists" / "vecinos.csv"
    with source.open(encoding="utf-8", newline="") as stream:
        rows: list[list[object]] = [[cell or None for cell in row] for row in csv.reader(stream)]
    made = read(book(tmp_path / "vecinos.xlsx", rows), today=dt.date(2026, 11, 24))
    plain = read(source, today=dt.date(2026, 11, 24))
    for one, other in zip(made.drafts, plain.drafts, strict=True):
        assert (one.values, one.phones, one.consents) == (
            other.values,
            other.phones,
            other.consents,
        )
