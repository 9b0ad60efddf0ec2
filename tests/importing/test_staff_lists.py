"""Lists as staff keep them: nothing in them is lost unsaid, and twice is once."""

import dataclasses
import datetime as dt
import json
from pathlib import Path

import pytest

from directory_app.importing import Reading, match, read
from directory_app.model.draft import Draft, VerdictKind
from directory_app.model.text import fold
from directory_app.store import Store

TODAY = dt.date(2026, 11, 24)
LISTS = Path(__file__).parent.parent / "data" / "lists"
ALL = sorted(path.name for path in LISTS.iterdir())
#: Columns that are kept in their own words.
IN_WORDS = {"name", "address", "address_1", "city", "note", "website_or_social"}


def staff_list(name: str) -> Reading:
    return read(LISTS / name, today=TODAY)


def said(reading: Reading) -> dict[str, list[str]]:
    return {d.name: [f"{c.channel} {c.answer}" for c in d.consents] for d in reading.drafts}


def codes(reading: Reading, line: int) -> set[tuple[str, str]]:
    return {(one.field, one.code) for one in reading.problems if one.line == line}


@pytest.mark.parametrize("name", ALL)
def test_every_row_is_counted_and_the_second_time_changes_nothing(name: str, store: Store) -> None:
    for again in (False, True):
        reading = staff_list(name)
        done = store.imports.apply(match(reading.drafts, store))
        assert done.rows == reading.source.rows == len(reading.drafts)
        assert done.rows == done.created + done.updated + done.duplicates + done.skipped
        if again:
            assert (done.created, done.updated) == (0, 0)


@pytest.mark.parametrize("name", ALL)
def test_no_word_is_lost_unsaid(name: str) -> None:
    reading = staff_list(name)
    for draft in reading.drafts:
        if draft.skip or {one.code for one in draft.problems} & {"never_collect"}:
            continue
        kept = everything(draft) + " new mexico"  # NM
        told = {one.heading for one in reading.left_out}
        for heading, cell in zip(reading.columns, draft.raw, strict=False):
            left = reading.columns[heading] == "other" and cell.strip()
            assert not left or heading in told, (draft.line, heading)
        for field, cell in zip(reading.columns.values(), draft.raw, strict=False):
            lost = [word for word in fold(cell).split() if word not in kept]
            assert field not in IN_WORDS or not lost, (draft.line, field, lost)


def everything(draft: Draft) -> str:
    parts = [draft.values, [dataclasses.asdict(one) for one in draft.phones]]
    parts.append([dataclasses.asdict(one) for one in draft.consents])
    return fold(json.dumps(parts, default=str, ensure_ascii=False))


@pytest.mark.parametrize("name", ALL)
def test_problems_stand_in_order_and_name_a_line(name: str) -> None:
    reading = staff_list(name)
    lines = [one.line for one in reading.problems]
    assert lines == sorted(lines)
    assert all(one.message.endswith(".") and one.code for one in reading.problems)


def test_an_old_mac_writes_in_utf16() -> None:
    reading = staff_list("mac-utf16.tsv")
    assert (reading.source.encoding, reading.source.line_end) == ("utf-16-le", "CR")
    assert said(reading) == {
        "“Mama’s” Kitchen": ["print yes"],
        "Café Luna": [],
        "O’Brien & Núñez; Tailors": ["print no"],
    }
    mama, luna, tailors = reading.drafts
    assert mama.consents[0].date == dt.date(2026, 10, 3)
    assert mama.phones[0].number == "+15755550101"
    assert len(luna.phones) == 2
    assert luna.values["opening_hours"] == "Fr 17:00-21:00"
    assert "Rosa 10/4/26" in luna.values["note"]
    assert (tailors.phones[0].extension, tailors.values["note"]) == ("7", "🙂 friendly")
    assert tailors.values["hours_note_en"] == "M-F 9–5; Sat by appt"


def test_capitals_titles_totals_and_same_as_above(store: Store) -> None:
    reading = staff_list("capitals.csv")
    assert [draft.line for draft in reading.drafts] == [5, 6, 7, 9, 10, 11]
    first, second, bonita, _, tienda, _ = reading.drafts
    assert first.values["postal_code"] == "88101"
    assert second.values["opening_hours"] == "Tu-Su 11:00-21:00"
    assert bonita.values["address_1"] == "102 ELM ST"
    assert tienda.consents[0].asked_by == ""
    assert ("ok_to_print", "same_as_above_asked") in codes(reading, 10)
    verdicts = match(reading.drafts, store)
    assert [verdict.kind for verdict in verdicts] == [
        VerdictKind.CREATE,
        VerdictKind.CREATE,
        VerdictKind.CREATE,
        VerdictKind.DUPLICATE,
        VerdictKind.CREATE,
        VerdictKind.SKIP,
    ]


def test_cells_may_hold_lines_and_stray_commas() -> None:
    reading = staff_list("cells-with-lines.csv")
    bakery, thai, rivera = reading.drafts
    assert [draft.line for draft in reading.drafts] == [2, 3, 4]
    assert bakery.name == "Dos Hermanas Bakery"
    assert bakery.values["opening_hours"] == "Mo-Fr 07:00-14:00; Sa 08:00-12:00; Su off"
    assert bakery.values["note"] == "Extra: red door\nExtra (2): bell"
    assert bakery.values["languages"] == ["es", "en"]
    assert (bakery.consents[0].asked_by, bakery.consents[0].date) == ("Rosa", dt.date(2026, 10, 7))
    assert thai.phones[0].number == "+15755550142"
    assert thai.values["same_as"] == ["https://instagram.com/thaigarden"]
    assert thai.consents == []
    assert rivera.name == "Rivera, Sons & Co."
    assert ("", "cells_joined") in codes(reading, 4)


def test_the_answers_of_a_form() -> None:
    reading = staff_list("form-answers.csv")
    assert said(reading) == {
        "Lonchería Mi Tierra": ["print yes"],
        "Nails by Linh": [],
        "Casa Tres": ["print no"],
    }
    assert "rosa@example.org" not in {str(d.values.get("email")) for d in reading.drafts}
    assert not any(
        "Honduras" in everything(d) or "honduras" in everything(d) for d in reading.drafts
    )
    assert "never_column" in {one.code for one in reading.problems}
    nails = str(reading.drafts[1].values["note"])
    assert "Yes, but not the phone number" in nails
    assert "Rosa" in nails  # who asked, of an answer that does not stand


def test_without_headings_no_answer_is_guessed_and_none_is_lost() -> None:
    reading = staff_list("no-headings.csv")
    assert [draft.name for draft in reading.drafts] == ["Tienda Uno", "Casa Roja", "Ñandú"]
    assert said(reading) == {"Tienda Uno": [], "Casa Roja": [], "Ñandú": []}
    assert ("Column 4", "no") in {(one.heading, one.samples[-1]) for one in reading.left_out}
