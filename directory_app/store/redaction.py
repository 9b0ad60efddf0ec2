"""The sweep: what names a business is looked for in every text of every table, and taken out.

Tables and columns are those of the models' metadata, so one that is added later is swept without
anybody thinking of it. What is found is told by model.redaction; what is only like it waits for
a person (model.mentions.Settled).
"""

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from sqlalchemy import JSON, Connection, String, Table, TypeDecorator, UniqueConstraint, select
from sqlmodel import SQLModel

from directory_app.model import fields, query
from directory_app.model.columns import UtcDateTime, utc_now
from directory_app.model.mentions import Mention, MentionPlace, Settled
from directory_app.model.query_pieces import cut
from directory_app.model.redaction import Finder, Hit, Identity, Kind, around, find, redact
from directory_app.model.redaction_sieve import Sieve
from directory_app.model.text import fold
from directory_app.progress import Progress, silent
from directory_app.store import search
from directory_app.store.dossier import rows_by
from directory_app.store.tables import (
    ACTION,
    BUSINESS,
    CHANGE,
    CONSENT,
    CONTACT,
    EDIT_DRAFT,
    EVENT,
    GEOCODE_CACHE,
    PHONE,
    SAVED_LIST,
    encode,
)
from directory_app.store.traces import Traces

#: Where nobody is there to ask, as in a restore: what is only like it stays.
CERTAIN_ALONE = Settled(rest=False)
#: What can be asked for again: rows that go whole, rather than lose words.
_DISPOSABLE = frozenset((GEOCODE_CACHE.name,))
#: Whose words are nobody's: towns and vocabularies. A name that is a town's is not meant there.
_VOCABULARY = frozenset(("city", "county", "state_province", "country", "cuisine", "languages"))
_VOCABULARY |= set(fields.names(fields.Kind.CHOICE))
#: A name that stands in the texts of more others than this is a word of the language.
_COMMON = 25
#: So many places of one sentence are told.
_TOLD = 5
_OF_BUSINESS = (BUSINESS.name, PHONE.name, CONSENT.name, CONTACT.name)
_EVERY = 2_000


@dataclass(frozen=True, slots=True)
class Swept:
    """What a sweep found, the certain and the likely apart, and how many texts it changed."""

    certain: tuple[Mention, ...] = ()
    likely: tuple[Mention, ...] = ()
    changed: int = 0


@dataclass(frozen=True, slots=True)
class _Text:
    """One column of one row that has something in it, and whose it is ("": nobody's)."""

    table: Table
    row: int
    column: str
    value: str
    owner: str


@dataclass(slots=True)
class _Said:
    """One sentence, and where it stands."""

    mention: Mention
    places: list[MentionPlace] = field(default_factory=list)
    count: int = 0


def text_columns(table: Table) -> list[str]:
    """The columns of a table in which words can stand."""
    return [column.name for column in table.columns if _holds_words(column.type)]


def _holds_words(kind: Any) -> bool:
    if isinstance(kind, UtcDateTime):
        return False
    inner = kind.impl_instance if isinstance(kind, TypeDecorator) else kind
    return isinstance(inner, String | JSON)


class Sweep:
    """One look through the whole directory for one identity.

    ``own`` are identities by which the texts of certain businesses are read instead (a street
    without its number, in the texts of the home itself); ``skip`` are tables to leave out.
    """

    def __init__(
        self,
        connection: Connection,
        what: Identity,
        *,
        own: Mapping[str, Identity] | None = None,
        skip: Collection[Table] = (),
        progress: Progress = silent,
    ) -> None:
        """Nothing is read yet."""
        self._connection, self._what, self._progress = connection, what, progress
        self._own = {one: Finder(identity) for one, identity in (own or {}).items()}
        self._finder = Finder(what)
        self._sieve = Sieve([self._finder, *self._own.values()])
        self._skip = {table.name for table in skip}
        self._mine: dict[str, Identity] = {}
        self._hits: dict[tuple[str, bool, str], list[Hit]] = {}

    def run(self, settled: Settled) -> Swept:
        """Find, and take out what is certain and what a person settled so."""
        said = self._sentences()
        mentions = {key: one.mention for key, one in said.items()}
        touched: set[str] = set()
        changed = 0
        for text in self._texts:
            changed += self._clear(text, mentions, settled, touched)
        self._after(touched)
        told = [self._told(one) for one in said.values()]
        return Swept(
            tuple(one for one in told if one.certain),
            tuple(one for one in told if not one.certain),
            changed,
        )

    # -- finding

    @cached_property
    def _texts(self) -> list[_Text]:
        """Every text in which something is found."""
        tables = [one for one in SQLModel.metadata.sorted_tables if one.name not in self._skip]
        counts = {one.name: self._count(one) for one in tables}
        total, done = sum(counts.values()), 0
        found: list[_Text] = []
        for table in tables:
            for row in self._candidates(table, done, total):
                found += self._in_row(table, row)
            done += counts[table.name]
        return found

    def _count(self, table: Table) -> int:
        query = f'SELECT count(*) FROM "{table.name}"'  # noqa: S608 - our own names
        return int(self._connection.exec_driver_sql(query).scalar_one())

    def _candidates(self, table: Table, done: int, total: int) -> list[int]:
        """The rows of a table that may have something, by a quick look at all their words."""
        columns = text_columns(table)
        if not columns:
            return []
        joined = " || char(10) || ".join(f"coalesce(\"{name}\", '')" for name in columns)
        # as bytes: the sieve reads no letter of what it passes over
        query = f'SELECT rowid, CAST({joined} AS BLOB) FROM "{table.name}"'  # noqa: S608
        found = []
        for number, (row, words) in enumerate(self._connection.exec_driver_sql(query)):
            if number % _EVERY == 0:
                self._progress(done + number, total, "")
            if self._sieve.may(words):
                found.append(row)
        return found

    def _in_row(self, table: Table, row: int) -> Iterator[_Text]:
        columns = text_columns(table)
        owner = _owner_column(table)
        names = ", ".join(f'"{name}"' for name in (*columns, *((owner,) if owner else ())))
        query = f'SELECT {names} FROM "{table.name}" WHERE rowid = ?'  # noqa: S608 - our own names
        values = self._connection.exec_driver_sql(query, (row,)).one()
        whose = str(values[-1] or "").partition("/")[0] if owner else ""
        for column, value in zip(columns, values, strict=False):
            if isinstance(value, str) and value and self._may(value):
                text = _Text(table, row, column, value, whose)
                if any(hits for _, _, hits in self._strings(text)):
                    yield text

    def _may(self, value: str) -> bool:
        """Whether one text may; the ids of others name nobody, whatever letters they have."""
        named = any(one in value for one in self._what.ids)
        return named or self._sieve.may(_AN_ID.sub(" ", value))

    def _strings(self, text: _Text) -> list[tuple[str, str, list[Hit]]]:
        """Each string of a text, with the field it is of and what is found in it."""
        found: list[tuple[str, str, list[Hit]]] = []

        def look(name: str, string: str) -> str:
            found.append((name, string, self._found(text, name, string)))
            return string

        _walked(text.value, self._field(text), look)
        return found

    def _field(self, text: _Text) -> str:
        """The field that a text is of: that of a change is the one that it changed."""
        if text.table is CHANGE and text.column in ("previous_value", "replacement_value"):
            column = select(CHANGE.c.field).where(CHANGE.c.id == text.row)
            return str(self._connection.execute(column).scalar() or "")
        return text.column

    def _found(self, text: _Text, name: str, string: str) -> list[Hit]:
        key = (text.owner, name in _VOCABULARY, string)
        if text.table is ACTION:
            key = (f"step {text.row}", *key[1:])
        if key not in self._hits:
            finder = self._own.get(text.owner, self._finder)
            hits = finder.find(string) if self._sieve.may(string) else []
            if name in _VOCABULARY:
                hits = [hit for hit in hits if hit.kind not in (Kind.NAME, Kind.PERSON)]
            if hits and text.owner not in self._own:
                hits = _without_own(string, hits, self._owners(text))
            self._hits[key] = hits
        return self._hits[key]

    def _owners(self, text: _Text) -> list[Identity]:
        """What the businesses whose text it is are known by themselves."""
        if text.table is ACTION:
            rows = select(CHANGE.c.row).where(CHANGE.c.action_id == text.row, _of_business())
            some = self._connection.execute(rows.distinct().limit(50)).scalars()
            owners = {row.partition("/")[0] for row in some}
        else:
            owners = {text.owner} if text.owner else set()
        for one in owners - self._mine.keys():
            own = Traces(self._connection, one)
            self._mine[one] = replace(own.identity(), names=frozenset(own.names))
        return [self._mine[one] for one in sorted(owners)]

    # -- telling

    def _sentences(self) -> dict[str, _Said]:
        """What is found, each sentence once, with where it stands."""
        found: dict[str, _Said] = {}
        spread: dict[str, set[str]] = defaultdict(set)
        for text in self._texts:
            for name, string, hits in self._strings(text):
                for hit in hits:
                    mention = _mention(string, hit)
                    said = found.setdefault(mention.key, _Said(mention))
                    said.count += 1
                    spread[fold(mention.said)].add(text.owner or f"{text.table.name} {text.row}")
                    if len(said.places) < _TOLD:
                        said.places.append(self._place(text, name))
        common = {said for said, owners in spread.items() if len(owners) > _COMMON}
        return {key: one for key, one in found.items() if self._is_meant(one, common)}

    def _is_meant(self, one: _Said, common: Collection[str]) -> bool:
        """Whether a person is asked at all; a name that many texts have is no longer certain."""
        mention = one.mention
        if mention.kind not in (Kind.NAME, Kind.PERSON) or fold(mention.said) not in common:
            return True
        one.mention = replace(mention, certain=False)
        return self._is_whole(mention)

    def _is_whole(self, mention: Mention) -> bool:
        said = fold(mention.said)
        return any(said == fold(name) for name in self._what.names | self._what.people)

    def _place(self, text: _Text, name: str) -> MentionPlace:
        table, history = text.table.name, text.table is CHANGE
        if history:
            column = select(CHANGE.c.table).where(CHANGE.c.id == text.row)
            table = str(self._connection.execute(column).scalar() or table)
        code, called = self._whose(text.owner)
        return MentionPlace(table, name or text.column, code, called, history)

    def _whose(self, owner: str) -> tuple[str, str]:
        for row in rows_by(self._connection, BUSINESS, "id", [owner]) if owner else ():
            return str(row["code"]), str(row["name"])
        for row in rows_by(self._connection, EVENT, "id", [owner]) if owner else ():
            return "", str(row["name_en"] or row["name_es"])
        return "", ""

    def _told(self, one: _Said) -> Mention:
        places = tuple(dict.fromkeys(one.places))
        return replace(one.mention, places=places, count=one.count)

    # -- taking out

    def _clear(
        self, text: _Text, mentions: Mapping[str, Mention], settled: Settled, touched: set[str]
    ) -> bool:
        """Take out of one text what goes; whether anything did."""

        def chosen(name: str, string: str) -> list[Hit]:
            hits = self._found(text, name, string)
            keyed = ((hit, mentions.get(_mention(string, hit).key)) for hit in hits)
            return [hit for hit, one in keyed if one is not None and settled.says(one)]

        going = [hit for name, string, _ in self._strings(text) for hit in chosen(name, string)]
        if not going:
            return False
        by_id = text.table is CHANGE and any(hit.kind == Kind.ID for hit in going)
        if by_id or text.column in _keys(text.table) or text.table.name in _DISPOSABLE:
            self._put(text, None)
        elif text.table is SAVED_LIST and text.column == "query":
            self._put(text, _query_without(text.value, chosen("query", text.value)) or None)
        else:
            value = _walked(
                text.value, self._field(text), lambda name, said: redact(said, chosen(name, said))
            )
            self._put(text, None if text.table is SAVED_LIST and not value else value)
        if text.table is BUSINESS:
            touched.add(text.owner)
        return True

    def _put(self, text: _Text, value: str | None) -> None:
        """Write a text anew; None takes its whole row out."""
        name = text.table.name
        if value is None:
            gone = f'DELETE FROM "{name}" WHERE rowid = ?'  # noqa: S608 - our own names
            self._connection.exec_driver_sql(gone, (text.row,))
        else:
            put = f'UPDATE "{name}" SET "{text.column}" = ? WHERE rowid = ?'  # noqa: S608
            self._connection.exec_driver_sql(put, (value, text.row))

    def _after(self, touched: Collection[str]) -> None:
        """Businesses whose words changed are newer than who has them open, and found by less."""
        for one in sorted(touched):
            self._connection.exec_driver_sql(
                "UPDATE business SET version = version + 1, last_modified = ? WHERE id = ?",
                (encode(utc_now()), one),
            )
        search.reindex(self._connection, touched)


#: Ids of others have no words in them, and each row has its own.
_AN_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def _of_business() -> Any:
    return CHANGE.c.table.in_(_OF_BUSINESS)


def _owner_column(table: Table) -> str:
    """The column that says whose a row is; of a change and a draft its path begins with that."""
    if table is BUSINESS or table is EVENT:
        return "id"
    if table is CHANGE or table is EDIT_DRAFT:
        return "row"
    return next((one for one in ("business_id", "event_id") if one in table.c), "")


def _keys(table: Table) -> set[str]:
    """The columns that no other row may say alike: a row is taken out rather than renamed."""
    unique = {column.name for column in table.columns if column.primary_key or column.unique}
    for constraint in table.constraints:
        if isinstance(constraint, UniqueConstraint):
            unique |= {column.name for column in constraint.columns}
    return unique


def _without_own(text: str, hits: list[Hit], owners: Iterable[Identity]) -> list[Hit]:
    """Hits without those that are what its owners are called, or where they are, themselves."""
    own = [one for identity in owners for one in find(text, identity) if one.whole]
    return [
        hit for hit in hits if not any(one.start <= hit.start and hit.end <= one.end for one in own)
    ]


def _mention(text: str, hit: Hit) -> Mention:
    before, said, after = around(text, hit)
    folded = f"{hit.kind}|{fold(before)}|{fold(said)}|{fold(after)}"
    key = hashlib.sha256(folded.encode()).hexdigest()[:16]
    return Mention(key, str(hit.kind), hit.certain, before, said, after, (), 0)


def _query_without(text: str, hits: Collection[Hit]) -> str:
    """A search without the parts that name somebody."""
    pieces = cut(text)
    gone = [p for p in pieces if any(hit.start < p.end and p.start < hit.end for hit in hits)]
    for one in map(str, gone):
        there = next((piece for piece in cut(text) if str(piece) == one), None)
        text = text if there is None else query.without(text, there)
    return text


def _walked(value: str, name: str, each: Callable[[str, str], str]) -> str:
    """A stored text with each of its strings put through ``each(field, string)``.

    A text that is JSON is taken apart, and what it consists of keeps its shape; an item of a list
    and a key that come back empty go.
    """
    plain = _json(value)
    if plain is None:
        return each(name, value)
    made = _each(plain, name, each)
    return value if made == plain else json.dumps(made, ensure_ascii=False, separators=(",", ":"))


def _json(value: str) -> Any:
    """A JSON object, list or string; None for any other text."""
    if value[:1] not in ("{", "[", '"'):
        return None
    try:
        return json.loads(value)
    except ValueError:
        return None


def _each(value: Any, name: str, each: Callable[[str, str], str]) -> Any:
    if isinstance(value, str):
        return each(name, value) if value else value
    if isinstance(value, list):
        made = [(one, _each(one, name, each)) for one in value]
        return [new for old, new in made if new != "" or old == ""]
    if isinstance(value, dict):
        found = {}
        for key, one in value.items():
            if each("", key) == key or not key:
                found[key] = _each(one, key, each)
        return found
    return value
