"""A yes with a limit is no plain yes, and what is never kept hides in no other cell."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from directory_app.errors import UserError
from directory_app.importing import Reading, match, read
from directory_app.importing.consents import limits
from directory_app.store import Store

ROW = "Name,Phone,OK to print,Asked by,Asked on,Notes\n"


def said(reading: Reading) -> list[str]:
    return [one.answer for one in reading.drafts[0].consents]


@pytest.mark.parametrize(
    "cells",
    [
        "yes 10/2/2026 Rosa but not phone,,,",
        "yes,Rosa but not the phone number,10/2/2026,",
        "yes,Rosa,10/2/2026,yes but not the phone number",
        "yes,Rosa,10/2/2026,Do not give out phone number",
        "yes,Rosa,10/2/2026,que no salga el teléfono",
        "yes,Rosa,10/2/2026,not in the printed guide",
        "yes,Rosa,10/2/2026,call before printing",
        "yes,Rosa,10/2/2026,tiene miedo de aparecer",
        "sí,Rosa,10/2/2026,mejor no",
        "yes,Rosa,10/2/2026,only by name - no address",
    ],
)
def test_a_yes_with_a_limit_does_not_count(read_text: Callable[..., Reading], cells: str) -> None:
    reading = read_text(f"{ROW}Sol,575-555-0101,{cells}\n")
    assert "yes" not in said(reading)
    assert {one.field for one in reading.problems} == {"ok_to_print"}
    words = str(reading.drafts[0].values["note"])
    assert all(cell in words for cell in cells.split(",") if cell)


@pytest.mark.parametrize(
    "note",
    ["cash only", "no parking", "ask for Sandra", "no phone yet", "not open Mondays", "sin estufa"],
)
def test_an_everyday_note_is_no_limit(note: str) -> None:
    assert not limits(note)


@pytest.mark.parametrize(
    ("row", "field", "name"),
    [
        ("Ópalo,575-555-0101 (DACA),,,,", "note", "Ópalo"),
        ("Ñandú (dueña indocumentada),575-555-0101,,,,", "name", "Ñandú"),
        ("Ñandú - no tiene papeles,575-555-0101,,,,", "name", "Ñandú"),
        ("Sol (García e Hijos),575-555-0101,,,,", "", "Sol (García e Hijos)"),
    ],
)
def test_words_beside_a_phone_or_a_name_are_stopped(
    read_text: Callable[..., Reading], row: str, field: str, name: str
) -> None:
    draft = read_text(ROW + row + "\n").drafts[0]
    assert draft.name == name
    stopped = {one.field for one in draft.problems if one.code == "never_collect"}
    assert stopped == ({field} if field else set())
    assert not any(word in str(draft.values) for word in ("DACA", "indocumentada", "papeles"))


def test_a_stored_no_that_stays_is_told(store: Store, write: Callable[..., Path]) -> None:
    first = write(ROW + "Hilos,575-555-0101,no,Ana,10/1/2026,\n", name="first.csv")
    later = write(ROW + "Hilos,575-555-0101,yes,Ana,10/20/2026,\n", name="later.csv")
    today = dt.date(2026, 11, 24)
    store.imports.apply(match(read(first, today=today).drafts, store))
    verdict = match(read(later, today=today).drafts, store)[0]
    assert [one.code for one in verdict.draft.problems] == ["no_stands"]


def test_a_program_is_no_list(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_bytes(bytes(range(256)) * 40)
    with pytest.raises(UserError):
        read(file)
