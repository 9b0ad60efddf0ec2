"""A list is read: opened, its columns given to fields, its rows made into drafts."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from directory_app.bulk import no_cycle_search
from directory_app.errors import UserError
from directory_app.formats.table import Source
from directory_app.importing import ditto
from directory_app.importing.columns import (
    NEVER,
    ColumnLeftOut,
    ColumnPlan,
    assign,
    fingerprint,
    left_out,
)
from directory_app.importing.drafting import Drafter
from directory_app.importing.options import ReadOptions
from directory_app.importing.pasted import Pasted
from directory_app.importing.tables import Body, load
from directory_app.importing.words import problem
from directory_app.model.draft import Draft, Problem, Severity
from directory_app.progress import Progress, silent

#: What a column's field is called in Problem.field, where that is another name.
_TARGETS = {"address": "address_1", "hours": "opening_hours", "hours_days": "opening_hours"}
_TARGETS |= {"website_or_social": "website", "cell": "phone", "coordinates": "latitude"}
_TARGETS |= {"what_they_sell": "category", "asked_by_when": "ok_to_print"}
_TARGETS |= {"asked_by": "ok_to_print", "asked_on": "ok_to_print", "asked_how": "ok_to_print"}
_NOTES = {"above_headings", "other_sheets", "nul_characters", "file_left_out", "osm_data"}


@dataclass(slots=True)
class Reading:
    """What was found in a file.

    ``headings`` are as written, made unique; ``columns`` maps each to its field (columns.FIELDS)
    and can be given back to read() to correct it; ``fingerprint`` is what to remember it by.
    ``problems`` are all of them, the file's (line 0), the columns' (the heading line) and the
    rows', in the order of lines. ``left_out`` are the columns that have no place: nothing of
    them is taken, unless a person gives one the field "note".
    """

    source: Source
    headings: list[str] = field(default_factory=list)
    columns: dict[str, str] = field(default_factory=dict)
    drafts: list[Draft] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    fingerprint: str = ""
    left_out: list[ColumnLeftOut] = field(default_factory=list)

    def into_note(self, headings: Sequence[str]) -> dict[str, str]:
        """The columns with these put into the private note; UserError for one that isn't there."""
        for heading in headings:
            if heading not in self.columns:
                raise UserError(
                    f"The list has no column “{heading}”.",
                    f"Its columns: {', '.join(self.columns)}.",
                )
            if self.columns[heading] == NEVER:
                raise UserError(
                    f"The column “{heading}” asks for what is never kept.",
                    "It stays out. Ask for help if it is about something else.",
                )
        return self.columns | dict.fromkeys(headings, "note")


def read(
    path: Path | str | Pasted,
    options: ReadOptions | None = None,
    columns: Mapping[str, str] | None = None,
    today: dt.date | None = None,
    progress: Progress = silent,
) -> Reading:
    """Read a list, or another file of businesses (exchange.py), into drafts.

    Writes nothing, decides nothing. ``path`` may be rows that were pasted, and no file.

    ``columns`` (heading to field) corrects the guess where it names a heading of the file.
    ``today`` bounds the dates of answers, which never lie in the future. Raises UserError
    with what to do for a file that is not readable as a list.
    """
    options = options or ReadOptions()
    body = load(path if isinstance(path, Pasted) else Path(path), options, progress)
    rows = [cells for _, cells in body.rows]
    text = body.source.kind != "xlsx"
    plan = assign(body.headings, rows, columns, options.spanish, of_text=text)
    dittos = ditto.resolve(body, plan.fields)
    source = replace(body.source, columns=len(plan.headings), spanish=plan.spanish)
    drafter = Drafter(body, plan, options.ok_means, today or dt.date.today())
    with no_cycle_search():
        drafts = drafter.drafts(progress)
    _add_notes(body, drafts)
    _add_dittos(dittos, drafts)
    found = _file_problems(body, plan, source)
    for draft in drafts:
        found += draft.problems
    found.sort(key=lambda one: one.line)
    key = fingerprint(plan.headings)
    skipped = left_out(plan, rows)
    return Reading(source, plan.headings, plan.by_heading(), drafts, found, key, skipped)


def _add_notes(body: Body, drafts: list[Draft]) -> None:
    """What the file's own structure said about a row belongs to its draft."""
    by_line = {draft.line: draft for draft in drafts}
    for line, code in body.notes:
        if line in by_line:
            by_line[line].problems.append(problem(line, "", code))


def _add_dittos(dittos: list[tuple[int, str, str]], drafts: list[Draft]) -> None:
    """Say of every cell that pointed to the one above what it was taken for."""
    by_line = {draft.line: draft for draft in drafts}
    for line, name, code in dittos:
        field_of = _TARGETS.get(name, name)
        by_line[line].problems.append(problem(line, field_of, code))


def _file_problems(body: Body, plan: ColumnPlan, source: Source) -> list[Problem]:
    lines = {line for line, _ in body.rows}
    notes = list(dict.fromkeys(body.notes))
    if not body.headings:
        notes.append((0, "no_headings"))
    if source.other_sheets:
        notes.append((0, "other_sheets"))
    found = [
        problem(line, "", code, Severity.NOTE if code in _NOTES else Severity.LOOK)
        for line, code in notes
        if line not in lines
    ]
    at = max(source.heading_line, 0)
    names = enumerate(plan.fields, start=1)
    found += [problem(at, f"column {n}", "never_column") for n, name in names if name == NEVER]
    return found
