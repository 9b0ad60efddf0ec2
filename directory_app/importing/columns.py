"""Which column of a list feeds which field: by its heading, then by what is in it."""

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from directory_app.importing.consents import is_kept
from directory_app.importing.heading_rules import word_set
from directory_app.importing.headings import DAY_FIELDS, MANY, OTHER, VIRTUAL, Known, lookup
from directory_app.importing.rows import Cell, is_nothing, stopped
from directory_app.model import fields, never_collect
from directory_app.model.text import clean, fold

#: A column that we do not keep at all: its heading asks for what could hurt somebody.
NEVER = "never"
#: Columns of Business that a list may fill.
DIRECT = tuple(field.name for field in fields.BUSINESS if field.headings is not None)
#: Everything that a column can be set to, for the choice in its heading.
FIELDS = (*DIRECT, *VIRTUAL, *DAY_FIELDS, OTHER, NEVER)

_CONSENT = frozenset({"ok_to_print", "ok_map", "ok_web", "ok_share"})
_ASKING = frozenset({"asked_by_when", "asked_by", "asked_on", "asked_how"})
_SAMPLE = 200
_OPEN_WORDS = word_set(
    "open|closed|active|inactive|abierto|cerrado|activo|inactivo|temporarily|permanently|closing|"
    "temporalmente|permanentemente|yes|no|si|y|n|for|good|business|operating"
)


@dataclass(slots=True)
class ColumnPlan:
    """Headings made unique, their fields, and in which language the list speaks.

    ``languages`` says of each column which language its heading is in ("" if either).
    """

    headings: list[str] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)
    spanish: bool = False

    def by_heading(self) -> dict[str, str]:
        """Heading to field, as shown and remembered."""
        return dict(zip(self.headings, self.fields, strict=True))


@dataclass(frozen=True, slots=True)
class ColumnLeftOut:
    """A column that has no place in the directory, so that nothing of it is taken.

    ``samples`` are its first different cells, at most SAMPLES, without those that say what is
    never kept; ``filled`` counts the cells that say anything, ``hidden`` those never shown.
    ``kept`` are those that refuse something, or limit it: they go to the private note all the same.
    """

    heading: str
    samples: tuple[str, ...]
    filled: int
    hidden: int
    kept: int = 0


#: So many cells of a column are shown, each so long at most.
SAMPLES, SAMPLE_LENGTH = 3, 60


def left_out(plan: ColumnPlan, rows: Sequence[Sequence[str]]) -> list[ColumnLeftOut]:
    """The columns without a place that hold anything, in the order of the list."""
    found = []
    for position, (heading, name) in enumerate(zip(plan.headings, plan.fields, strict=True)):
        if name != OTHER:
            continue
        cells = [clean(row[position]) for row in rows if position < len(row)]
        cells = [cell for cell in cells if cell and not is_nothing(cell)]
        open_cells = [cell for cell in cells if not stopped(cell)]
        samples = [_shortened(cell) for cell in dict.fromkeys(open_cells)]
        if cells:
            hidden = len(cells) - len(open_cells)
            kept = sum(is_kept(Cell(position, heading, cell, "")) for cell in cells)
            shown = tuple(samples[:SAMPLES])
            found.append(ColumnLeftOut(heading, shown, len(cells), hidden, kept))
    return found


def _shortened(cell: str) -> str:
    text = " ".join(cell.split())
    return text if len(text) <= SAMPLE_LENGTH else f"{text[: SAMPLE_LENGTH - 1]}…"


def fingerprint(headings: Sequence[str]) -> str:
    """The key under which a list's columns are remembered: its folded headings, hashed."""
    text = "\x1f".join(fold(heading) for heading in headings)
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def unique(headings: Sequence[str], width: int, spanish: bool = False) -> list[str]:
    """Headings that differ from each other: blank ones get a name, repeated ones a number."""
    word = "Columna" if spanish else "Column"
    seen: dict[str, int] = {}
    result = []
    for position in range(width):
        given = " ".join(headings[position].split()) if position < len(headings) else ""
        heading = given or f"{word} {position + 1}"
        seen[heading] = seen.get(heading, 0) + 1
        result.append(heading if seen[heading] == 1 else f"{heading} ({seen[heading]})")
    return result


def assign(
    given: Sequence[str],
    rows: Sequence[Sequence[str]],
    chosen: Mapping[str, str] | None = None,
    spanish: bool | None = None,
    *,
    of_text: bool = True,
) -> ColumnPlan:
    """Give every column its field; ``chosen`` (heading to field) is a person's and wins.

    ``of_text`` says that the rows come from a text file and not from a workbook.
    """
    width = _width(given, rows, of_text=of_text)
    headings = unique(given, width)
    known = [lookup(given[i]) if i < len(given) else None for i in range(width)]
    columns = [_column(rows, i) for i in range(width)]
    fields = _by_heading(given, known, columns)
    _by_content(fields, columns)
    _settle(fields)
    _set_aside_senders(given, fields)
    for position, heading in enumerate(headings):
        if chosen and heading in chosen:
            fields[position] = _checked(chosen[heading])
    _final_name(fields, columns)
    votes = [entry.language for entry in known if entry]
    is_spanish = votes.count("es") > votes.count("en") if spanish is None else spanish
    speech = [entry.language if entry else "" for entry in known]
    return ColumnPlan(headings, [f or OTHER for f in fields], speech, is_spanish)


def _width(given: Sequence[str], rows: Sequence[Sequence[str]], *, of_text: bool) -> int:
    """How many columns there are: as many as headings, where there are any.

    A workbook may hold more, without a heading. In a text file cells beyond the headings
    mostly come from a stray delimiter, unless all rows have equally many of them.
    """
    filled = [_filled(row) for row in rows[:_SAMPLE]]
    most = max(filled, default=0)
    if not given or not of_text:
        return max(_filled(given), most)
    lengths = [len(row) for row in rows[:_SAMPLE]]
    even = len(lengths) > 2 and set(lengths) == {max(lengths)}
    return max(lengths) if even and max(lengths) > len(given) else len(given)


def _filled(row: Sequence[str]) -> int:
    """The number of the last cell that holds anything."""
    return max((at for at, cell in enumerate(row, start=1) if cell.strip()), default=0)


def _checked(name: str) -> str:
    if name not in FIELDS:
        raise ValueError(f"{name!r} is no field of a list")
    return name


def _column(rows: Sequence[Sequence[str]], position: int) -> list[str]:
    """The first filled cells of a column."""
    cells = (row[position].strip() for row in rows if position < len(row))
    found = []
    for cell in cells:
        if cell:
            found.append(cell[:200])
        if len(found) >= _SAMPLE:
            break
    return found


def _by_heading(
    given: Sequence[str], known: Sequence[Known | None], columns: Sequence[list[str]]
) -> list[str]:
    """Fields that headings name, the surest heading winning a field that only one may feed."""
    fields = [""] * len(columns)
    order = sorted(range(len(columns)), key=lambda i: -(known[i].score if known[i] else 0.0))  # type: ignore[union-attr]
    taken: set[str] = set()
    for position in order:
        entry = known[position]
        heading = given[position] if position < len(given) else ""
        if never_collect.check_heading(heading):
            fields[position] = NEVER
        elif entry is not None:
            fits = _fits(entry.field, columns[position])
            free = entry.field in MANY or entry.field not in taken
            fields[position] = entry.field if fits and free else OTHER if fits else ""
            taken.add(fields[position])
    return fields


def _fits(name: str, cells: list[str]) -> bool:
    """Whether a column's cells can be what its heading says; an empty column always fits."""
    test = _VETO.get(name)
    return test is None or not cells or any(test(cell) for cell in cells)


def _by_content(fields: list[str], columns: Sequence[list[str]]) -> None:
    """Give a column without a telling heading the field that its cells look like."""
    for position, cells in enumerate(columns):
        if fields[position] or not cells:
            continue
        for name, test in _LOOKS.items():
            alone = name in MANY or name not in fields
            if alone and sum(map(test, cells)) >= 0.7 * len(cells):
                fields[position] = name
                break


def _settle(fields: list[str]) -> None:
    """Resolve what depends on the other columns."""
    has = set(fields)
    consent = bool(has & _CONSENT)
    for position, name in enumerate(fields):
        lost = (
            (name in _ASKING and not consent)
            or (name == "address" and "address_1" in has)
            or (name == "latitude" and "longitude" not in has)
            or (name == "longitude" and "latitude" not in has)
        )
        if lost:
            fields[position] = OTHER
        elif name == "hours_days" and "hours" not in has:
            fields[position] = "hours"


def _set_aside_senders(given: Sequence[str], fields: list[str]) -> None:
    """Beside its time stamp a form writes who sent it: that e-mail is no business's."""
    for position, heading in enumerate(given[:-1]):
        stamp = fold(heading) in {"timestamp", "marca temporal"}
        if stamp and position + 1 < len(fields) and fields[position + 1] == "email":
            fields[position + 1] = OTHER


def _final_name(fields: list[str], columns: Sequence[list[str]]) -> None:
    """Without a name column, the first undecided column of differing words is the name."""
    if "name" in fields:
        return
    for position, cells in enumerate(columns):
        words = sum(any(char.isalpha() for char in cell) for cell in cells)
        if not fields[position] and cells and words >= 0.8 * len(cells):
            fields[position] = "name"
            return


def _pattern(expression: str) -> Callable[[str], bool]:
    compiled = re.compile(expression, re.IGNORECASE)
    return lambda cell: compiled.search(cell) is not None


def _is_phone(cell: str) -> bool:
    digits = re.sub(r"\D", "", re.sub(r"(?:x|ext).*", "", cell, flags=re.IGNORECASE))
    return 10 <= len(digits) <= 22 and not re.search(r"\d{4}-\d\d-\d\d|\d/\d|\d\.\d{5}", cell)


def _is_coordinate(cell: str) -> bool:
    return re.fullmatch(r"[-+]?\d{1,3}([.,]\d+)?\s*+°?\s*+[NSEWO]?", cell.strip(), re.I) is not None


def _is_open_word(cell: str) -> bool:
    return set(fold(cell).split()) <= _OPEN_WORDS


#: A heading alone is not believed where no cell at all looks right.
_VETO: dict[str, Callable[[str], bool]] = {
    "phone": lambda cell: len(re.sub(r"\D", "", cell)) >= 7 or not re.search(r"\d", cell),
    "postal_code": _pattern(r"\d{4,5}|[a-z]\d[a-z]"),
    "latitude": _is_coordinate,
    "longitude": _is_coordinate,
    "status": _is_open_word,
    "email": _pattern("@"),
    "name": _pattern(r"[^\W\d_]"),
    "asked_on": _pattern(r"\d"),
    "ignore": lambda cell: re.fullmatch(r"[\w.:/ -]{0,40}", cell) is not None,
    "hours_days": _pattern(r"[a-z]"),
}
#: What cells look like, the most telling first. Consent is never read from looks.
_LOOKS: dict[str, Callable[[str], bool]] = {
    "email": _pattern(r"^[^@\s]+@[^@\s]+\.\w+$"),
    "website_or_social": _pattern(r"^https?://|^www\.|facebook\.com|instagram|^@\w|\.com(/|$)"),
    "phone": _is_phone,
    "postal_code": _pattern(r"^\d{5}(-\d{4})?(\.0)?$"),
    "state_province": _pattern(r"^(nm|tx|az|co|ok|new mexico|nuevo m[eé]xico)\.?$"),
    "hours": _pattern(
        r"\d{1,2}(:\d\d)?\s*([ap]\.?m\.?)?\s*(-|–|—|to|a)\s*\d{1,2}(:\d\d)?\s*([ap]\.?m|$|[;,)])|24/7"
    ),
    "address_1": _pattern(
        r"^\d+\s+\S.*\b(st|street|rd|road|ave|avenue|dr|drive|blvd|ln|lane|hwy|calle|way|cir|pl|ct)\b"
    ),
    "languages": _pattern(r"^(english|spanish|espa[nñ]ol|ingl[eé]s|arabic|chinese|vietnamese)\b"),
}
