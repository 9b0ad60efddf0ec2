"""Whole lists, as offices keep them, from the file to the directory."""

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from directory_app.errors import UserError
from directory_app.importing import Reading, ReadOptions, match, read, stopped, words
from directory_app.importing.columns import ColumnLeftOut
from directory_app.model.draft import Draft, VerdictKind
from directory_app.store import Store

TODAY = dt.date(2026, 11, 24)
LISTS = Path(__file__).parent.parent / "data" / "lists"
ReadText = Callable[..., Reading]


def by_line(reading: Reading) -> dict[int, Draft]:
    return {draft.line: draft for draft in reading.drafts}


@pytest.fixture
def vecinos() -> Reading:
    return read(LISTS / "vecinos.csv", today=TODAY)


def test_a_coalition_list_becomes_what_it_says(vecinos: Reading) -> None:
    rows = by_line(vecinos)
    assert (vecinos.source.encoding, vecinos.source.delimiter) == ("utf-8", ",")
    assert list(rows) == list(range(2, 12))
    assert rows[2].values["opening_hours"] == "Tu-Su 08:00-15:00; Mo off"
    assert rows[2].values["same_as"] == ["https://facebook.com/lamilpasf"]
    assert rows[3].phones[0].extension == "4"
    assert (rows[3].values["address_1"], rows[3].values["address_2"]) == (
        "88 Agua Fria St",
        "Suite 3",
    )
    assert rows[3].values["opening_hours_assumed"] is True
    assert rows[3].values["note"] == "takes WIC"
    assert rows[4].name == 'Quán "Hoa Sen" & Phở'
    assert rows[4].values["website"] == "https://hoasen.example"
    assert rows[4].consents[0].method == "in_person"
    assert rows[5].consents == []
    assert rows[6].values["directions_en"] == "corner of W 2nd St & Ave B"
    assert "address_1" not in rows[6].values
    assert rows[6].values["city"] == "Portales"
    assert "opening_hours" not in rows[6].values
    assert rows[6].values["hours_note_en"] == "Thu Fri Sat 4-until sold out"
    assert (rows[7].consents[0].answer, rows[7].consents[0].asked_by) == ("no", "Tomás")
    assert rows[8].name == "=Sharp Fades"
    assert rows[8].values["postal_code"] == "87501-1200"
    assert rows[8].values["same_as"] == ["https://instagram.com/sharpfades"]
    assert rows[10].name == "Ropa <Luz>"
    assert rows[10].values["address_type"] == "postal"
    assert rows[10].values["languages"] == ["es", "quc"]
    assert rows[11].skip == "total"


def test_its_rows_end_as_they_should_and_twice_changes_nothing(
    vecinos: Reading, store: Store
) -> None:
    verdicts = match(vecinos.drafts, store)
    kinds = {verdict.draft.line: verdict.kind for verdict in verdicts}
    assert [line for line, kind in kinds.items() if kind is VerdictKind.CREATE] == [
        *range(2, 9),
        10,
    ]
    assert kinds[9] is VerdictKind.DUPLICATE
    assert kinds[11] is VerdictKind.SKIP
    assert next(v for v in verdicts if v.draft.line == 9).target_line == 2
    first = store.imports.apply(verdicts)
    assert (first.rows, first.created, first.duplicates, first.skipped) == (10, 8, 1, 1)
    again = store.imports.apply(match(read(LISTS / "vecinos.csv", today=TODAY).drafts, store))
    assert (again.created, again.updated, again.duplicates, again.skipped) == (0, 0, 1, 9)
    assert again.action_id is None


def test_only_live_yes_is_listed_afterwards(vecinos: Reading, store: Store) -> None:
    store.imports.apply(match(vecinos.drafts, store))
    names = {listing.name for listing in store.listings.public("print", on=TODAY)}
    assert "Estética Maribel" not in names
    assert "Bakery Salam (سلام)" not in names
    assert {"=Sharp Fades", "Ropa <Luz>"} < names
    assert len(names) == 6


def test_a_spanish_list_in_windows_1252() -> None:
    reading = read(LISTS / "comercios-cp1252.csv", today=TODAY)
    rows = by_line(reading)
    assert (reading.source.encoding, reading.source.delimiter) == ("cp1252", ";")
    assert reading.source.spanish
    assert rows[2].values["description_es"] == "carnicería y abarrotes"
    assert rows[2].values["opening_hours"] == "Mo-Sa 08:00-20:00; Su 09:00-18:00"
    assert rows[2].values["address_1"] == "10 Cerrillos Rd"
    assert (rows[2].values["city"], rows[2].values["postal_code"]) == ("Santa Fe", "87505")
    # 25/10 in the next line says that the day comes first in this one too
    assert rows[2].consents[0].date == dt.date(2026, 10, 3)
    assert rows[3].values["address_2"] == "Ste C"
    assert rows[4].consents[0].answer == "no"
    assert rows[4].values["state_province"] == "NM"
    assert rows[5].name == "Nevería Azul – Clovis"
    assert [phone.number for phone in rows[5].phones] == ["+15755550154", "+15755550155"]
    assert rows[5].consents[0].date is None
    assert {p.code for p in rows[5].problems} == {"asked_incomplete"}


def test_a_tab_separated_utf16_list_with_a_title() -> None:
    reading = read(LISTS / "shops-utf16.tsv", today=TODAY)
    rows = by_line(reading)
    assert (reading.source.encoding, reading.source.delimiter) == ("utf-16-le", "\t")
    assert reading.source.heading_line == 3
    assert list(rows) == [4, 6]
    assert rows[4].values["city"] == "Clovis"
    assert [phone.type for phone in rows[4].phones] == ["voice", "cell"]
    assert "note" not in rows[4].values
    assert [(one.heading, one.samples) for one in reading.left_out] == [("Owner", ("Rosa",))]
    assert rows[6].name == 'LLANTAS "CHUY"'
    assert rows[6].consents[0].answer == "no"
    assert [problem.code for problem in reading.problems][:1] == ["above_headings"]


def test_never_collect_words_are_neither_kept_nor_said(read_text: ReadText) -> None:
    reading = read_text(
        "Name,Phone,Notes\n"
        "Pan,505-555-0101,the owner is undocumented and afraid\n"
        "Mole,505-555-0102,mole negro on Fridays\n"
    )
    draft = reading.drafts[0]
    assert draft.name == "Pan"
    assert "note" not in draft.values
    assert [(p.line, p.field, p.code) for p in draft.problems] == [(2, "note", "never_collect")]
    assert "undocumented" not in repr(reading)
    assert draft.stopped == {"note": "the owner is undocumented and afraid"}
    assert reading.drafts[1].values["note"] == "mole negro on Fridays"


def test_a_person_decides_about_a_stopped_cell(read_text: ReadText) -> None:
    text = "Name,Notes\nPan,they are undocumented\nMole,they are undocumented\n"
    kept, dropped = read_text(text).drafts
    stopped.keep(kept, "note")
    stopped.drop(dropped, "note")
    assert kept.values["note"] == "they are undocumented"
    assert "note" not in dropped.values
    assert dropped.stopped == kept.stopped == {}
    assert kept.problems == []


def test_a_column_that_asks_for_status_is_not_kept(read_text: ReadText) -> None:
    reading = read_text("Nombre,Teléfono,Estatus migratorio\nPan,505-555-0101,pendiente\n")
    assert reading.columns["Estatus migratorio"] == "never"
    assert "pendiente" not in repr(reading)
    assert [(p.line, p.field, p.code) for p in reading.problems] == [
        (1, "column 3", "never_column")
    ]


def test_an_unquoted_comma_is_put_back(read_text: ReadText) -> None:
    reading = read_text(
        "name,address,city,state,zip,phone,hours,notes\n"
        "Uno,12 Main St, Suite 4,Clovis,NM,88101,575-555-0121,24/7,good\n"
        "Dos,13 Main St,Clovis,NM,88101,575-555-0122,24/7,good, cheap, fast\n"
    )
    one, two = reading.drafts
    assert (one.values["address_2"], one.values["city"]) == ("Suite 4", "Clovis")
    assert one.phones[0].number == "+15755550121"
    assert two.values["note"] == "good, cheap, fast"
    assert {p.code for p in reading.problems} == {"cells_joined"}


def test_headings_again_totals_and_nameless_rows_are_skipped(read_text: ReadText) -> None:
    reading = read_text("Name,Phone\nPan,505-555-0101\nName,Phone\n,505-555-0102\n\nTotal: 2,\n")
    assert [(d.line, d.skip) for d in reading.drafts] == [
        (2, ""),
        (3, "headings_again"),
        (4, "no_name"),
        (6, "total"),
    ]


@pytest.mark.parametrize(
    "words",
    ["TOTAL", "Total 9", "Total de negocios: 5", "Grand total", "6 stores total", "Total: 6 rows"],
)
def test_a_total_is_no_business(read_text: ReadText, words: str) -> None:
    drafts = read_text(f"#,Name,Phone\n1,Total Beauty,575-555-0101\n,{words},\n").drafts
    assert [draft.skip for draft in drafts] == ["", "total"]
    assert "note" not in drafts[0].values


def test_without_headings_the_cells_tell(read_text: ReadText) -> None:
    reading = read_text("Tacos Uno|12 Main St|575-555-0121\nPan Dos|14 Main St|575-555-0122\n")
    assert list(reading.columns.values()) == ["name", "address_1", "phone"]
    assert [draft.name for draft in reading.drafts] == ["Tacos Uno", "Pan Dos"]


def test_beside_a_business_a_name_is_a_persons(read_text: ReadText) -> None:
    reading = read_text("Nombre,Negocio,Teléfono\nMaría,Pan de Vida,505-555-0101\n")
    assert (reading.drafts[0].name, "note" in reading.drafts[0].values) == ("Pan de Vida", False)
    assert [one.heading for one in reading.left_out] == ["Nombre"]


def test_a_column_without_a_place_is_left_out_and_told_with_its_first_cells(
    read_text: ReadText,
) -> None:
    reading = read_text(
        "Name,Booth,Phone\nPan,A-1,505-555-0101\nMole,,505-555-0102\nSol,B-2,505-555-0103\n"
        "Luna,B-2,505-555-0104\nMar,C-3,505-555-0105\nRío,D-4,505-555-0106\n"
    )
    assert all("note" not in draft.values for draft in reading.drafts)
    assert reading.left_out == [ColumnLeftOut("Booth", ("A-1", "B-2", "C-3"), 5, 0)]


def test_a_tick_keeps_a_column_under_its_heading_and_reads_each_cell(read_text: ReadText) -> None:
    text = (
        "Name,Booth,Phone\nPan,A-1,505-555-0101\n"
        "Mole,her visa expired last year and she is undocumented,505-555-0102\n"
    )
    left = read_text(text)
    assert left.left_out == [ColumnLeftOut("Booth", ("A-1",), 2, 1)]
    assert "visa" not in repr(left)
    assert not left.drafts[1].stopped
    kept = read_text(text, columns=left.into_note(["Booth"]))
    assert kept.drafts[0].values["note"] == "Booth: A-1"
    assert "note" not in kept.drafts[1].values
    assert list(kept.drafts[1].stopped) == ["note"]
    assert kept.left_out == []


@pytest.mark.parametrize("heading", ["Stall", "Immigration status"])
def test_no_other_column_can_be_put_into_the_note(read_text: ReadText, heading: str) -> None:
    reading = read_text("Name,Immigration status,Phone\nPan,x,505-555-0101\n")
    with pytest.raises(UserError):
        reading.into_note([heading])


def test_a_refusal_counts_in_a_column_that_is_left_out(read_text: ReadText) -> None:
    reading = read_text(
        "Name,Booth,OK to print?,Who asked,When\n"
        "Pan,please do not print us,yes,Ana,5/4/2026\n"
        "Sol,A-1,yes,Ana,5/4/2026\n"
        "Mar,name only,yes,Ana,5/4/2026\n"
    )
    pan, sol, mar = reading.drafts
    assert "refusal_in_note" in {one.code for one in pan.problems}
    assert "limit_in_note" in {one.code for one in mar.problems}
    assert (pan.consents, mar.consents) == ([], [])
    assert [one.answer for one in sol.consents] == ["yes"]
    assert "Booth: please do not print us" in str(pan.values["note"])
    assert "note" not in sol.values


def test_cells_beyond_the_headings_are_left_out_and_told(read_text: ReadText) -> None:
    reading = read_text("Name,Phone\nPan,505-555-0101,x7,blue door,y\n")
    draft = reading.drafts[0]
    assert "note" not in draft.values
    assert "cells_beyond" in {one.code for one in draft.problems}


def test_columns_can_be_corrected_and_are_known_again(read_text: ReadText) -> None:
    text = "Name,Remarks about it\nPan,505-555-0101\n"
    first = read_text(text)
    second = read_text(text, columns={"Remarks about it": "note"})
    assert first.columns["Remarks about it"] == "phone"
    assert second.drafts[0].values["note"] == "505-555-0101"
    assert first.fingerprint == second.fingerprint
    assert read_text("Name,Other words\nPan,1\n").fingerprint != first.fingerprint


def test_the_reading_can_be_corrected(read_text: ReadText) -> None:
    reading = read_text(
        "Name;Phone\nPan, Dulce;505-555-0101\n", options=ReadOptions(delimiter=",", quote="")
    )
    assert reading.source.delimiter == ","
    assert reading.headings[0] == "Name;Phone"


def test_ok_to_print_may_mean_more_channels(read_text: ReadText) -> None:
    text = "Name,OK to print?,Who asked / when\nPan,no,Ana 10/1/2026\n"
    reading = read_text(text, options=ReadOptions(ok_means=("print", "map")))
    assert [(c.channel, c.answer) for c in reading.drafts[0].consents] == [
        ("print", "no"),
        ("map", "no"),
    ]


def test_what_protects_a_csv_from_formulas_is_taken_back(read_text: ReadText) -> None:
    drafts = read_text('Name,Zip\n\'=Sharp Fades,"=""87505"""\n\'Ōhi,1\n').drafts
    assert (drafts[0].name, drafts[0].values["postal_code"]) == ("=Sharp Fades", "87505")
    assert drafts[1].name == "'Ōhi"


def test_a_megabyte_in_a_cell_is_reported_not_kept(read_text: ReadText) -> None:
    reading = read_text(f"Name,Notes\nPan,{'x' * 1_000_000}\n")
    assert [p.code for p in reading.problems] == ["cell_too_long", "only_name"]
    assert "note" not in reading.drafts[0].values


def test_every_code_has_two_sentences() -> None:
    for table in (words.PROBLEMS, words.REASONS, words.KEPT, words.FIELDS):
        for code, (english, spanish) in table.items():
            assert bool(english) == bool(spanish), code


def test_every_problem_in_the_code_is_worded() -> None:
    folder = Path(words.__file__).parent
    pattern = re.compile(r'row\.problem\([^,()]+, "([a-z_]+)"')
    found = {
        (path.name, code)
        for path in folder.glob("*.py")
        for code in pattern.findall(path.read_text(encoding="utf-8"))
    }
    assert len(found) > 20
    assert [(name, code) for name, code in found if code not in words.PROBLEMS] == []
