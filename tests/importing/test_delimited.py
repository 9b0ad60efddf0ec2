import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory_app.formats.csv import line_end, parse, sniff
from directory_app.formats.encodings import decode
from directory_app.importing.headings import recognised

HEAD = ["Business Name", "Phone", "City", "Notes"]
CELL = st.text(
    st.characters(
        codec="utf-8", exclude_characters="\x00\ufeff\ufffd\r", exclude_categories=("Cs",)
    ),
    max_size=12,
)
ROW = st.lists(CELL, min_size=4, max_size=4).filter(lambda row: any(cell.strip() for cell in row))


def written(rows: list[list[str]], delimiter: str, quote: str, end: str, every: bool) -> str:
    stream = io.StringIO()
    quoting = csv.QUOTE_ALL if every else csv.QUOTE_MINIMAL
    maker = csv.writer(
        stream, delimiter=delimiter, quotechar=quote, lineterminator=end, quoting=quoting
    )
    maker.writerows(rows)
    return stream.getvalue()


@settings(deadline=None, max_examples=150)
@given(
    rows=st.lists(ROW, min_size=1, max_size=8),
    delimiter=st.sampled_from(",;\t|"),
    quote=st.sampled_from("\"'"),
    end=st.sampled_from(["\n", "\r\n"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    every=st.booleans(),
)
def test_a_written_table_is_read_back_to_the_same_cells(
    rows: list[list[str]], delimiter: str, quote: str, end: str, encoding: str, every: bool
) -> None:
    text = written([HEAD, *rows], delimiter, quote, end, every)
    found = decode(text.encode(encoding))
    assert found.text == text
    assert parse(found.text, delimiter, quote).rows == [HEAD, *rows]


@settings(deadline=None, max_examples=60)
@given(
    names=st.lists(st.from_regex(r"[A-Za-zñáé][A-Za-zñáé ,;'-]{0,20}", fullmatch=True), min_size=1),
    delimiter=st.sampled_from(",;\t|"),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_the_delimiter_is_found_whatever_the_cells_hold(
    names: list[str], delimiter: str, end: str
) -> None:
    rows = [HEAD, *([name, "505-555-0101", "Clovis", "a, b; c"] for name in names)]
    text = written(rows, delimiter, '"', end, every=False)
    assert sniff(text, recognised) == (delimiter, '"')
    assert parse(text, delimiter, '"').rows == rows


def test_a_stray_quote_does_not_swallow_the_lines_below() -> None:
    table = parse('name,note\n"Tacos,one\nPan,two\nMole,three\n', ",", '"')
    assert table.rows == [["name", "note"], ['"Tacos', "one"], ["Pan", "two"], ["Mole", "three"]]
    assert table.notes == [(2, "stray_quote")]


def test_quotes_inside_a_quoted_cell_survive() -> None:
    table = parse('name,note\n"Tacos "El" Cuatro",x\nPan,y\n', ",", '"')
    assert table.rows[1:] == [['Tacos "El" Cuatro', "x"], ["Pan", "y"]]


def test_a_cell_of_a_megabyte_is_read() -> None:
    assert len(parse(f'name,note\nPan,"{"x" * 1_000_000}"\n', ",", '"').rows[1][1]) == 1_000_000


@pytest.mark.parametrize(("end", "name"), [("\n", "LF"), ("\r\n", "CRLF"), ("\r", "CR")])
def test_line_ends_are_told(end: str, name: str) -> None:
    text = f"name,phone{end}Pan,1{end}Mole,2{end}"
    assert line_end(text) == name
    assert parse(text, ",", '"').rows == [["name", "phone"], ["Pan", "1"], ["Mole", "2"]]


def test_excel_says_its_delimiter() -> None:
    text = "sep=;\r\nname;phone\r\nPan;1\r\n"
    assert sniff(text, recognised)[0] == ";"
    assert parse(text, ";", '"').rows[1:] == [["name", "phone"], ["Pan", "1"]]
