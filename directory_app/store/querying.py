"""The search box's grammar as SQL over ``business``: parameters only, over the indexes there are.

Loaded when something is typed, not at the start.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from directory_app.model import categories, hours, languages
from directory_app.model.live import Days, earliest_live
from directory_app.model.query import Term, parse
from directory_app.model.query_words import ENDED, NONE
from directory_app.model.terms import Answer, OpenState
from directory_app.model.text import fold
from directory_app.store import told_area
from directory_app.store.area import Area, place_of
from directory_app.store.filters import match_expression, wanted
from directory_app.store.first import AnyOf
from directory_app.store.hold import in_force_terms, live_terms
from directory_app.store.schema import SEARCH_COLUMNS

Sql = tuple[str, list[Any]]
NOTHING: Sql = ("0", [])
#: Each town once, by leaps through the index rather than along it.
_TOWNS = (
    "WITH RECURSIVE t(c) AS (SELECT min(city) FROM business UNION ALL SELECT (SELECT min(city)"
    " FROM business WHERE city > c) FROM t WHERE c IS NOT NULL)"
    " SELECT c FROM t WHERE c IS NOT NULL"
)
_HIT = "business.row_id IN (SELECT rowid FROM search WHERE search MATCH ?)"
_TEXT = " || ".join(f"' ' || text.c{n}" for n in range(len(SEARCH_COLUMNS)))
_HITS = "SELECT 1 FROM search WHERE search MATCH ?"
#: From so many hits on the order is walked.
MANY = 20_000
#: The index knows no places of words (schema.SEARCH_DDL says why): the text itself is read.
_PHRASE = (
    "business.row_id IN (SELECT search.rowid FROM search JOIN search_content AS text"  # noqa: S608
    f" ON text.id = search.rowid WHERE search MATCH ? AND instr({_TEXT}, ?) > 0)"
)
#: The same of a business that has its words.
_IN_TEXT = (
    f"instr((SELECT {_TEXT} FROM search_content AS text WHERE text.id = business.row_id), ?) > 0"  # noqa: S608
)
#: Monday the first of the weeks that hours are tried in: one without holidays.
MONDAY = dt.date(2026, 3, 2)


class Compiled(NamedTuple):
    """A text: the groups of words that the index knows, and the rest as conditions."""

    hits: tuple[AnyOf, ...]
    terms: list[Sql]


def compile_text(
    connection: Any, today: dt.date, text: str, *, first: bool = False, as_told: bool = False
) -> Compiled:
    """What is typed, for one connection and day; ``first`` and ``as_told`` as of a Compiler."""
    query = parse(text)
    compiler = Compiler(connection, today, first=first, as_told=as_told)
    plain = wanted(query.plain)
    hits: list[AnyOf] = [(tuple(plain),)] if plain else []
    terms: list[Sql] = [_told_words(connection, [plain])] if plain and as_told else []
    for part in query.rest:
        groups = _groups(part)
        if groups is None:
            terms.append(compiler.clause(part))
            continue
        hits.append(groups)
        if as_told:
            terms.append(_told_words(connection, groups))
        if part[0].key == "phrase":
            terms.append((_IN_TEXT, [f" {fold(part[0].value)}"]))
    return Compiled(tuple(hits), terms)


def _groups(any_of: tuple[Term, ...]) -> AnyOf | None:
    """The words of a clause that is of words only, or one phrase; None for any other."""
    keys = {term.key for term in any_of}
    if any(term.excluded for term in any_of) or not (keys == {""} or len(any_of) == 1):
        return None
    if not keys <= {"", "phrase"}:
        return None
    groups = [wanted(term.value) for term in any_of]
    return tuple(tuple(words) for words in groups if words) if all(groups) else None


class Compiler:
    """Terms to SQL for one connection and day.

    ``first``: only the first rows in order are wanted. What many businesses have is then met
    soonest by walking that order, for a set of all hits is large and has to be made first.
    ``as_told``: what is near, and what has a word, is so by what may leave the laptop.
    """

    def __init__(
        self, connection: Any, today: dt.date, *, first: bool = False, as_told: bool = False
    ) -> None:
        self._connection, self._today, self._first = connection, today, first
        self._as_told = as_told

    def clause(self, any_of: tuple[Term, ...]) -> Sql:
        """One clause: at least one of its terms holds."""
        made = [self._term(term) for term in any_of]
        text = " OR ".join(f"({sql})" for sql, _ in made)
        return f"({text})", [value for _, values in made for value in values]

    def _term(self, term: Term) -> Sql:
        by = _BY_KEY.get(term.key.partition(".")[0], Compiler._words)
        sql, values = by(self, term)
        # a term about what is not there (NULL) is false, so that excluding it is true
        return (f"NOT coalesce(({sql}), 0)", values) if term.excluded else (sql, values)

    def _words(self, term: Term) -> Sql:
        found = wanted(term.value)
        if not found:
            return "NOT ?", [int(term.excluded)]
        sql, values = _HIT, [match_expression(found)]
        if term.key == "phrase":
            sql, values = _PHRASE, [match_expression(found), f" {fold(term.value)}"]
        if self._as_told:
            told, asked = _told_words(self._connection, [found])
            sql, values = f"{sql} AND {told}", [*values, *asked]
        return sql, values

    def _town(self, term: Term) -> Sql:
        asked = fold(term.value)
        towns = {row[0]: fold(row[0]) for row in self._connection.execute(_TOWNS) if row[0]}
        found = [town for town, folded in towns.items() if folded == asked]
        found = found or [town for town, folded in towns.items() if folded.startswith(asked)]
        return _one_of("city", found)

    def _category(self, term: Term) -> Sql:
        return "business.category = ?", [term.value]

    def _cuisine(self, term: Term) -> Sql:
        keys = categories.cuisines(term.value) or [term.value]
        asked = [f'"{fold(key)}"*' for key in keys if fold(key)]
        return (_HIT, [f"cuisine : ({' AND '.join(asked)})"]) if asked else NOTHING

    def _language(self, term: Term) -> Sql:
        names = {fold(languages.name(term.value, tongue)) for tongue in ("en", "es")}
        asked = " OR ".join(f"({_all_of(name)})" for name in sorted(names))
        match, code = f"languages : ({asked})", f'"{term.value}"'
        exact = "instr(business.languages, ?) > 0"
        if self._are_many(_HITS, [match]):
            return exact, [code]
        return f"{_HIT} AND {exact}", [match, code]

    def _consent(self, term: Term) -> Sql:
        channel = term.key.partition(".")[2]
        own = "consent.business_id = business.id AND consent.channel = ?"
        if term.value == NONE:
            return (
                f"NOT EXISTS (SELECT 1 FROM consent WHERE {own}"  # noqa: S608 - our own words
                " AND consent.answer <> 'not_asked')",
                [channel],
            )
        more, values = self._answer(term)
        found = f"EXISTS (SELECT 1 FROM consent WHERE {own} AND {more})"  # noqa: S608 - as above
        return found, [channel, *values]

    def _answer(self, term: Term) -> Sql:
        days = Days(self._today, self._today)
        if term.value == Answer.YES:
            return live_terms(days)
        live, values = in_force_terms(days)
        if term.value == ENDED:
            return f"consent.answer = 'yes' AND NOT coalesce(({live}), 0)", values
        if term.value == "ends":
            soon = self._back(-term.number)
            after = earliest_live(soon + dt.timedelta(days=1)).isoformat()
            more = "(consent.review_by <= ? OR consent.date < ?)"
            return f"{live} AND {more}", [*values, soon.isoformat(), after]
        return "consent.answer = ?", [term.value]

    def _back(self, days: float) -> dt.date:
        return self._today - dt.timedelta(days=days)

    def _stale(self, term: Term) -> Sql:
        day = self._back(term.number).isoformat()
        if term.sign == "<":
            return "business.assured_date >= ?", [day]
        return "(business.assured_date IS NULL OR business.assured_date < ?)", [day]

    def _changed(self, term: Term) -> Sql:
        sign = "<" if term.sign == ">" else ">="
        return f"business.last_modified {sign} ?", [self._back(term.number).isoformat()]

    def _precision(self, term: Term) -> Sql:
        if term.value == NONE:
            many = self._are_many("SELECT 1 FROM business WHERE latitude IS NULL", [])
            return f"{'+' if many else ''}business.latitude IS NULL", []
        return "business.precision = ?", [term.value]

    def _open(self, term: Term) -> Sql:
        self._connection.create_function("hours_open", 3, is_open, deterministic=True)
        return "hours_open(business.opening_hours, ?, ?)", [int(term.value), int(term.number)]

    def _near(self, term: Term) -> Sql:
        position = place_of(term.value)
        if position is None:
            return NOTHING
        area = Area.circle(position, term.number)
        if self._as_told:
            return told_area.terms(self._connection, area)
        sql, values = area.terms()
        if self._are_many(f"SELECT 1 FROM business WHERE {sql}", values):  # noqa: S608 - Area's
            # the plus keeps SQLite from the index of places: the order is walked instead
            sql = sql.replace("business.latitude BETWEEN", "+business.latitude BETWEEN")
        return sql, values

    def _are_many(self, hits: str, values: list[Any]) -> bool:
        counted = f"SELECT count(*) FROM ({hits} LIMIT ?)"  # noqa: S608 - our own words
        if not self._first:
            return False
        return bool(self._connection.execute(counted, [*values, MANY]).fetchone()[0] >= MANY)

    def _code(self, term: Term) -> Sql:
        if len(term.value) == 4:
            return "business.code = ?", [term.value]
        return "business.code BETWEEN ? AND ?", [term.value, term.value + "~"]

    def _status(self, term: Term) -> Sql:
        return "business.status = ?", [term.value]

    def _review(self, term: Term) -> Sql:
        return "business.review_state = ?", [term.value]

    def _payment(self, term: Term) -> Sql:
        return "instr(business.payment_accepted, ?) > 0", [f'"{term.value}"']

    def _has(self, term: Term) -> Sql:
        if term.value == "phone":
            return "EXISTS (SELECT 1 FROM phone WHERE phone.business_id = business.id)", []
        if term.value == "pin":
            return "business.latitude IS NOT NULL", []
        return ("business.email <> ''" if term.value == "email" else "business.website <> ''"), []


def _told_words(connection: Any, groups: Sequence[Sequence[str]]) -> Sql:
    from directory_app.store import told_words  # late: it reads streets in texts

    return told_words.terms(connection, groups)


def _all_of(name: str) -> str:
    return " AND ".join(f'"{word}"' for word in name.split())


def _one_of(column: str, values: list[Any]) -> Sql:
    if len(values) == 1:
        return f"business.{column} = ?", values
    return f"business.{column} IN ({','.join('?' * len(values))})", values


@lru_cache(maxsize=65_536)
def is_open(osm: str | None, day: int, minute: int) -> int:
    """1 if these hours are open on a weekday (0 is Monday) at a minute of it, -1 for any."""
    date = MONDAY + dt.timedelta(days=day)
    if minute < 0:
        return int(hours.open_during(osm or "", date) == OpenState.OPEN)
    at = dt.datetime.combine(date, dt.time(minute // 60, minute % 60))
    ends = (at + dt.timedelta(minutes=1)).time()
    return int(hours.open_during(osm or "", date, at.time(), ends) == OpenState.OPEN)


_BY_KEY: dict[str, Callable[[Compiler, Term], Sql]] = {
    "town": Compiler._town,
    "category": Compiler._category,
    "cuisine": Compiler._cuisine,
    "language": Compiler._language,
    "consent": Compiler._consent,
    "stale": Compiler._stale,
    "changed": Compiler._changed,
    "precision": Compiler._precision,
    "open": Compiler._open,
    "near": Compiler._near,
    "code": Compiler._code,
    "status": Compiler._status,
    "review": Compiler._review,
    "payment": Compiler._payment,
    "has": Compiler._has,
}
