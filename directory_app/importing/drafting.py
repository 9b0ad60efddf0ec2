"""A table's rows become drafts: each cell read into its field, what is odd reported."""

import datetime as dt
import re
from collections.abc import Sequence

from directory_app.formats.table import MAX_CELL
from directory_app.importing import (
    consents,
    hours_cells,
    links,
    phone_cells,
    places,
    ragged,
    small_cells,
)
from directory_app.importing.columns import NEVER, ColumnPlan
from directory_app.importing.heading_rules import word_set
from directory_app.importing.headings import OTHER
from directory_app.importing.rows import Cell, Row, stopped
from directory_app.importing.tables import Body
from directory_app.importing.when import Dates
from directory_app.model import never_collect
from directory_app.model.draft import Draft, Severity
from directory_app.model.text import clean, fold
from directory_app.progress import Progress

_TELL_EVERY = 200
#: Fields whose cells are read by strict rules, so that no stray words of theirs are kept.
_STRICT = frozenset(
    {"name", "phone", "cell", "fax", "whatsapp", "postal_code", "email"}
    | {"latitude", "longitude", "coordinates", "asked_on"}
)
#: What the field of a stopped or reported cell is called in Problem.field.
_TARGETS = {"address": "address_1", "hours": "opening_hours", "hours_days": "opening_hours"}
_TARGETS |= {"website_or_social": "website", "asked_by_when": "ok_to_print"}
_TARGETS |= {"cell": "phone", "fax": "phone", "whatsapp": "phone", "coordinates": "latitude"}
#: Fields of words for what is spoken and sold; those of peoples are harmless there.
_KINDS = frozenset({"languages", "cuisine", "category"})
#: What may stand behind a name: in brackets, or after a dash, a comma or a semicolon.
_REMARKS = re.compile(
    r"(?:(?<!\s)\s++)?[(\[][^()\[\]]*[)\]]?|(?<!\s)\s++[-–—]\s+[^-–—]*+$|[,;]\s+[^,;]*+$"
)
#: A name may speak of a family or a saint; never of these.
_ABOUT_A_PERSON = frozenset(never_collect.Kind) - {
    never_collect.Kind.FAMILY,
    never_collect.Kind.RELIGION,
}
#: Shops of such a list are all in one country; any other is where an owner comes from.
_NOTES = re.compile(r"\b(notes?|notas?|comment|coment|remark|observ)")
_HERE = word_set(
    "us|u s|usa|u s a|united states|united states of america|america|eeuu|ee uu|e e u u|eua|"
    "e u a|estados unidos|estados unidos de america|the us|the usa|the united states"
)
#: What under "Status" is not said of a shop.
_STATUSES = word_set(
    "resident|residente|citizen|ciudadano|ciudadana|visa|asylum|asilo|asilado|refugee|tps|daca|"
    "refugiado|undocumented|indocumentado|documented|green card|work permit|permiso de trabajo|"
    "no papers|sin papeles|legal|ilegal|illegal|lpr|naturalized|student visa|u visa|t visa"
)
_OF_LINES = (
    r"(rows?|businesses|business|negocios?|entries|filas|registros|listings?|records?|stores?|"
    r"tiendas|restaurants|restaurantes|comercios|shops|lines|líneas|lineas)"
)
_TOTAL = re.compile(
    rf"(grand |sub ?)?(totals?|totales|suma|count|sum|cuenta)\b( (of|de|number of|general)\b)?"
    rf"( {_OF_LINES})?[\s:=#]*[\d.,]*\s*{_OF_LINES}?\W*"
    rf"|\d+ {_OF_LINES}( in| en)? total(es)?\W*",
    re.IGNORECASE,
)
_REMARK = re.compile(
    r"(last )?(updated|source|prepared by|compiled by|as of|page \d+|printed on|actualizad[oa]|"
    r"fuente|elaborad[oa] por|p[aá]gina \d+|end of list|fin de (la )?lista|\*|note:|nota:).*",
    re.IGNORECASE | re.DOTALL,
)


class Drafter:
    """Makes the drafts of one table: knows its columns, its language and its dates."""

    def __init__(
        self,
        body: Body,
        plan: ColumnPlan,
        ok_means: Sequence[str],
        today: dt.date,
    ) -> None:
        self.body = body
        self.plan = plan
        self.ok_means = tuple(ok_means)
        self.language = "es" if plan.spanish else "en"
        columns = zip(plan.fields, plan.headings, plan.languages, strict=True)
        self._columns = [
            (position, field, heading, language)
            for position, (field, heading, language) in enumerate(columns)
        ]
        self._notes_column = self._find_notes()
        self._folded_headings = [fold(heading) for heading in body.headings]
        self._rows = [(line, *self._whole(cells)) for line, cells in body.rows]
        self._dates = Dates(self._date_texts(), spanish=plan.spanish, today=today)

    def drafts(self, progress: Progress) -> list[Draft]:
        """One draft a row, in order."""
        total = len(self._rows)
        made = []
        for done, (line, cells, surplus, code) in enumerate(self._rows):
            if done % _TELL_EVERY == 0:
                progress(done, total, "reading")
            made.append(self._draft(line, cells, surplus, code))
        progress(total, total, "reading")
        return made

    def _find_notes(self) -> int:
        """The column of plain notes, the first of several; -1 if "Extra" or "Other" is all."""
        for position, field, heading, _ in self._columns:
            if field == "note" and _NOTES.search(fold(heading)):
                return position
        return -1

    def _whole(self, cells: list[str]) -> tuple[list[str], list[str], str]:
        return ragged.whole(cells, self.plan.fields, self.body.source.delimiter)

    def _date_texts(self) -> list[str]:
        """Every cell that may hold the date of an answer; together they tell the order."""
        wanted = [
            position
            for position, field, _, _ in self._columns
            if field.startswith(("asked_", "ok_"))
        ]
        return [cells[p] for _, cells, _, _ in self._rows for p in wanted if len(cells[p]) > 5]

    def _draft(self, line: int, cells: list[str], surplus: list[str], code: str) -> Draft:
        row = Row(Draft(line))
        if code:
            row.problem("", code)
        raw = self._sort_cells(row, cells, surplus)
        row.draft.raw = tuple(raw)
        if reason := self._no_business(cells):
            row.draft.skip = reason
            row.draft.raw = tuple("" if stopped(text) else text for text in raw)
            row.draft.values["name"] = next(filter(None, row.draft.raw), "")
            return row.draft
        self._read(row)
        if row.draft.stopped:
            row.draft.raw = tuple(self._shown(row, raw))
        return row.draft

    def _shown(self, row: Row, raw: list[str]) -> list[str]:
        """The cells for the review table, without what was stopped inside of them."""
        shown = list(raw)
        for position, field, _, _ in self._columns:
            if field == "name" and shown[position]:
                shown[position] = row.draft.name
            elif field in _STRICT and stopped(shown[position]):
                shown[position] = ""
        return shown

    def _sort_cells(self, row: Row, cells: list[str], surplus: list[str]) -> list[str]:
        """Clean the cells and lay them out by field, stopping what is never kept."""
        raw = list(cells)
        for position, field, heading, language in self._columns:
            text = raw[position]
            if not text or not (text := clean(text)):
                raw[position] = ""
                continue
            raw[position] = text
            cell = Cell(position, heading, text, language)
            if field == OTHER:
                raw[position] = "" if stopped(text) else text
                row.left_out.append(cell)
            elif field == NEVER or not self._may_keep(row, field, cell):
                raw[position] = ""
            elif field != "ignore":
                row.cells.setdefault(field, []).append(cell)
        row.left_out += [Cell(len(raw), "", text, "") for text in map(clean, surplus)]
        return raw

    def _may_keep(self, row: Row, field: str, cell: Cell) -> bool:
        """Whether a cell is kept; if not, it is reported by line and field alone."""
        target = _TARGETS.get(field, field)
        if field == "what_they_sell":
            target = f"description_{cell.language or self.language}"
        if len(cell.text) > MAX_CELL:
            row.problem(target, "cell_too_long")
            return False
        if field in _STRICT or not (_stops(field, cell.text) or _of_a_person(field, cell.text)):
            return True
        own = field == "note" and cell.column != self._notes_column
        row.stop(target, cell.labelled if own else cell.text)
        return False

    def _no_business(self, cells: list[str]) -> str:
        """Why a row is none: the headings again, a total, a remark, no name; or empty."""
        filled = [cell for cell in map(str.strip, cells) if cell]
        if ragged.repeats(cells, self._folded_headings):
            return "headings_again"
        if len(filled) <= 3 and any(_TOTAL.fullmatch(cell) for cell in filled):
            rest = [cell for cell in filled if not _TOTAL.fullmatch(cell)]
            if not any(any(map(str.isalpha, cell)) for cell in rest):
                return "total"
        if len(filled) == 1 and _REMARK.match(filled[0]):
            return "remark"
        return ""

    def _read(self, row: Row) -> None:
        """Let every reader take its fields; the note comes last, with what they left."""
        draft = row.draft
        name = self._name(row)
        row.set("name", name)
        if not name and not draft.skip:
            draft.skip = "no_name"
            row.problem("name", "no_name")
        if name[:1] in {"=", "+", "@"}:
            row.problem("name", "formula_kept", Severity.NOTE)
        places.read(row, self.language)
        phone_cells.read(row)
        links.read(row)
        small_cells.read(row, self.language)
        hours_cells.read(row, self.language)
        self._read_notes(row)
        consents.read(row, self.ok_means, self._dates)
        row.stop_notes()
        row.set("note", "\n".join(dict.fromkeys(row.notes)))
        bare = set(draft.values) <= {"name", "category"} and not draft.phones
        if bare and not (draft.skip or draft.stopped or draft.consents):
            row.problem("name", "only_name")

    def _name(self, row: Row) -> str:
        """The whole name, without a remark behind it that says what we never keep."""
        name = " ".join(row.text("name").split())
        for remark in _REMARKS.findall(name) if stopped(name) else ():
            if any(hit.kind in _ABOUT_A_PERSON for hit in never_collect.find(remark)):
                name = " ".join(name.replace(remark, " ").split())
                row.stop("name", remark.strip())
        for hit in reversed(never_collect.find_in_name(name)):
            row.stop("name", name[hit.start : hit.end].strip())
            name = " ".join((name[: hit.start] + " " + name[hit.end :]).split())
        return name

    def _read_notes(self, row: Row) -> None:
        """The notes column as it is, every other column under its heading."""
        for cell in row.take("note"):
            if cell.column == self._notes_column:
                row.notes.append(cell.text)
            else:
                row.keep(cell)


def _stops(field: str, text: str) -> bool:
    """Whether a cell says what is never kept. "Chinese" alone is a language, and a kitchen."""
    if field in _KINDS:
        return bool(never_collect.find_in_name(text))
    if field == "what_they_sell":
        return bool(never_collect.find_in_description(text))
    return stopped(text)


def _of_a_person(field: str, text: str) -> bool:
    """Whether a country or a status is not the shop's but somebody's."""
    if field == "country":
        return fold(text) not in _HERE
    return field == "status" and fold(text) in _STATUSES
