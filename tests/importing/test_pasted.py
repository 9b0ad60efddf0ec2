"""Rows that were pasted are read as a list of a file is, without a file."""

import pytest

from directory_app import importing
from directory_app.errors import UserError
from directory_app.importing import Pasted, looks_like_rows, pasted

COPIED = (
    "Name\tStreet address\tCity\tPhone\n"
    'Panadería Luz\t"12 Calle\nInventada"\tClovis\t505-555-0141\n'
    "Corte Fino\t7 Calle Inventada\tSanta Fe\t505-555-0142\n"
)


def test_cells_between_tabs_are_read_with_their_headings():
    reading = importing.read(Pasted(COPIED, name="what was pasted"))
    assert reading.source.name == "what was pasted"
    assert reading.source.delimiter == "\t"
    assert [draft.name for draft in reading.drafts] == ["Panadería Luz", "Corte Fino"]
    assert [phone.number for phone in reading.drafts[1].phones] == ["+15055550142"]


def test_cells_without_headings_are_read_too():
    rows = "".join(
        f"Tienda Número {n}\t{n} Calle Inventada\tClovis\t505-555-01{n}\n" for n in range(41, 46)
    )
    reading = importing.read(Pasted(rows))
    assert len(reading.drafts) == 5
    assert reading.drafts[0].name == "Tienda Número 41"


@pytest.mark.parametrize(
    ("text", "rows"),
    [("a\tb", True), ("a\nb", True), ("a", False), ("", False), (" \t \n", False), ("a, b", False)],
)
def test_a_word_is_no_list(text, rows):
    assert looks_like_rows(text) is rows


def test_too_much_is_refused(monkeypatch):
    monkeypatch.setattr(pasted, "MAX_BYTES", 10)
    with pytest.raises(UserError, match="too much to paste"):
        importing.read(Pasted("x" * 11))


def test_nothing_is_put_on_the_disk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    importing.read(Pasted(COPIED))
    assert list(tmp_path.iterdir()) == []
