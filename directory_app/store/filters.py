"""Which businesses a view shows and in what order, as SQL over indexes. Standard library only.

Texts as the search index and the search box see them. Standard library and fold only.

The patterns are compiled when they are first wanted: a start needs none of them (2 ms).
"""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from directory_app.model.ids import first_id
from directory_app.model.live import Days, earliest_live
from directory_app.model.terms import Answer
from directory_app.model.text import fold, typed_number
from directory_app.store.hold import in_force_terms

if TYPE_CHECKING:
    from directory_app.store.area import Area


#: The views of the sidebar. ``all`` leaves out the archived, ``everything`` nothing.
VIEWS = (
    "all",
    "to_ask",
    "to_verify",
    "no_pin",
    "duplicates",
    "consent_ending",
    "changed_this_week",
    "never_asked_6_months",
)
#: What was assured longer ago than this waits under "To verify".
VERIFY_AFTER = dt.timedelta(days=182)
#: The setting that says another number of days.
DUE_DAYS = "verify_due_days"
#: A yes that ends within this time waits under "Consent ending".
ENDING_WITHIN = dt.timedelta(days=60)
WEEK = dt.timedelta(days=7)
#: Who was never asked for so long is offered for purge: nothing is kept that nobody needs.
NEVER_ASKED_AFTER = dt.timedelta(days=182)
#: More consents than this with one answer, and walking the sorted index finds them sooner.
FEW = 5_000

SORTS = {
    "name": ("name_folded", "row_id"),
    "code": ("code", "row_id"),
    "category": ("category", "name_folded", "row_id"),
    "city": ("city", "name_folded", "row_id"),
    "assured": ("assured_date", "name_folded", "row_id"),
    "precision": ("precision", "name_folded", "row_id"),
    "review": ("review_state", "name_folded", "row_id"),
    "modified": ("last_modified", "row_id"),
}


@dataclass(frozen=True, slots=True)
class Filter:
    """What the table shows. ``text`` is as typed; ``answer`` goes with ``channel``.

    ``view`` is one of VIEWS or "everything" (the archived too), ``sort`` a key of SORTS,
    ``area`` a part of the map. ``then`` puts those in order that ``sort`` finds alike: (a key
    of SORTS, whether descending), the first one first. ``as_told``: areas, ``near:`` and words
    go by what may leave the laptop (store/told_area.py, told_words.py), as for all that goes out.
    """

    text: str = ""
    category: str | None = None
    city: str | None = None
    channel: str | None = None
    answer: str | None = None
    review_state: str | None = None
    view: str = "all"
    sort: str = "name"
    descending: bool = False
    area: "Area | None" = None
    as_told: bool = False
    then: tuple[tuple[str, bool], ...] = ()

    @property
    def sorts(self) -> tuple[tuple[str, bool], ...]:
        """Every key of the order with its way, the main one first."""
        return ((self.sort, self.descending), *self.then)

    def told(self) -> "Filter":
        """The same for what goes out: ``as_told``."""
        return replace(self, as_told=True)


@dataclass(slots=True)
class Condition:
    """A WHERE clause over ``business`` and its values."""

    terms: list[str]
    values: list[Any]

    def add(self, term: str, *values: Any) -> None:
        """Narrow it by one more term."""
        self.terms.append(term)
        self.values += values

    @property
    def where(self) -> str:
        """The clause, with its WHERE, or nothing."""
        return f" WHERE {' AND '.join(self.terms)}" if self.terms else ""


def order_by(wanted: Filter) -> str:
    """The ORDER BY clause; that of one key is the order of one index.

    With ``then`` the index of the main key still gives the order, and SQLite sorts only what
    that one finds alike: the first rows of a million need the first towns, not all.
    """
    way = " DESC" if wanted.descending else ""
    keys: dict[str, bool] = {}
    for key, down in wanted.sorts:
        keys.setdefault(key, down)
    if len(keys) == 1:
        return _ordered((column, way) for column in _columns(wanted.sort))
    named = {_columns(key)[0]: " DESC" if down else "" for key, down in keys.items()}
    # what all keys find alike goes as the last one goes by itself: its index has that order
    last, down = list(keys.items())[-1]
    for column in _columns(last)[1:]:
        named.setdefault(column, " DESC" if down else "")
    return _ordered(named.items())


def _columns(sort: str) -> tuple[str, ...]:
    if sort not in SORTS:
        raise ValueError(f"no such sort: {sort}")
    return SORTS[sort]


def _ordered(columns: Iterable[tuple[str, str]]) -> str:
    return " ORDER BY " + ", ".join(f"business.{column}{way}" for column, way in columns)


def condition(
    wanted: Filter, today: dt.date, *, few: bool = False, first: bool = False
) -> Condition:
    """The WHERE clause of a filter without its text.

    ``few``: the asked answer is rare. ``first``: only the first rows in order are wanted, so that
    answers had better be looked up one business at a time.
    """
    made = Condition([], [])
    _states(made, wanted)
    for column, value in (("category", wanted.category), ("city", wanted.city)):
        if value is not None:
            made.add(f"business.{column} = ?", value)
    if wanted.channel is not None and wanted.answer is not None:
        _answered(made, wanted.channel, wanted.answer, few=few)
    if wanted.area is not None and not wanted.as_told:  # else Browser adds it
        where, values = wanted.area.terms()
        made.add(where, *values)
    view = _VIEW_TERMS.get(wanted.view)
    if wanted.view == "consent_ending":
        _consent_ending(made, today, first=first)
    elif view is not None:
        view(made, today)
    elif wanted.view not in ("all", "everything"):
        raise ValueError(f"no such view: {wanted.view}")
    return made


def _states(made: Condition, wanted: Filter) -> None:
    if wanted.review_state is not None:
        made.add("business.review_state = ?", wanted.review_state)
    elif wanted.view != "everything":
        made.add("business.review_state <> 'archived'")


def _answered(made: Condition, channel: str, answer: str, *, few: bool) -> None:
    if answer == Answer.NOT_ASKED:
        made.add(
            "NOT EXISTS (SELECT 1 FROM consent WHERE consent.business_id = business.id"
            " AND consent.channel = ? AND consent.answer <> 'not_asked')",
            channel,
        )
    elif few:
        made.add(
            "business.id IN (SELECT business_id FROM consent WHERE channel = ? AND answer = ?)",
            channel,
            answer,
        )
    else:
        made.add(
            "EXISTS (SELECT 1 FROM consent WHERE consent.business_id = business.id"
            " AND consent.channel = ? AND consent.answer = ?)",
            channel,
            answer,
        )


def _to_ask(made: Condition, today: dt.date) -> None:
    """No answer to print, a yes that lacks who or when, or one that has ended."""
    live, values = in_force_terms(Days(today, today))
    made.add("business.status <> 'closed'")
    made.add(
        "NOT EXISTS (SELECT 1 FROM consent WHERE consent.business_id = business.id"  # noqa: S608
        f" AND consent.channel = 'print' AND (consent.answer IN ('no', 'withdrawn') OR ({live})))",
        *values,
    )


def _to_verify(made: Condition, today: dt.date) -> None:
    made.add("business.status <> 'closed'")
    made.add(
        "(business.assured_date IS NULL OR business.assured_date < date(?, '-' || coalesce("
        "(SELECT nullif(value, '') FROM setting WHERE key = ?), ?) || ' days'))",
        today.isoformat(),
        DUE_DAYS,
        VERIFY_AFTER.days,
    )


def _no_pin(made: Condition, today: dt.date) -> None:
    made.add("business.status <> 'closed'")
    made.add("business.latitude IS NULL")


def _duplicates(made: Condition, today: dt.date) -> None:
    """Another one has the same phone, or the same name in the same town; nobody said no.

    EXISTS stops at the first such one: a number that hundreds share costs no more than two.
    """
    other = (
        "other.review_state <> 'archived' AND NOT EXISTS (SELECT 1 FROM notduplicate AS n"
        " WHERE n.first = min({id}, other.id) AND n.second = max({id}, other.id))"
    )
    made.add(
        "(business.id IN (SELECT p.business_id FROM phone AS p WHERE EXISTS (SELECT 1"  # noqa: S608
        " FROM phone AS q JOIN business AS other ON other.id = q.business_id"
        " WHERE q.number = p.number AND q.extension = p.extension"
        f" AND q.business_id <> p.business_id AND {other.format(id='p.business_id')}))"
        " OR EXISTS (SELECT 1 FROM business AS other WHERE"
        " other.name_folded = business.name_folded AND other.id <> business.id"
        f" AND other.city = business.city AND {other.format(id='business.id')}))"
    )


def _consent_ending(made: Condition, today: dt.date, *, first: bool) -> None:
    """A yes that is live today ends within ENDING_WITHIN."""
    live, values = in_force_terms(Days(today, today))
    soon = today + ENDING_WITHIN
    found = (
        "EXISTS (SELECT 1 FROM consent WHERE consent.business_id = business.id AND "
        if first
        else "business.id IN (SELECT consent.business_id FROM consent WHERE "
    )
    made.add(
        f"{found}{live} AND (consent.review_by <= ? OR consent.date < ?))",
        *values,
        soon.isoformat(),
        earliest_live(soon + dt.timedelta(days=1)).isoformat(),
    )


def _changed_this_week(made: Condition, today: dt.date) -> None:
    made.add("business.last_modified >= ?", (today - WEEK).isoformat())


def _never_asked(made: Condition, today: dt.date) -> None:
    """There for half a year, and no answer of any kind for any channel."""
    since = dt.datetime.combine(today - NEVER_ASKED_AFTER, dt.time(), dt.UTC)
    made.add("business.id < ?", first_id(since))
    made.add(
        "NOT EXISTS (SELECT 1 FROM consent WHERE consent.business_id = business.id"
        " AND consent.answer <> 'not_asked')"
    )


_VIEW_TERMS = {
    "to_ask": _to_ask,
    "to_verify": _to_verify,
    "no_pin": _no_pin,
    "duplicates": _duplicates,
    "changed_this_week": _changed_this_week,
    "never_asked_6_months": _never_asked,
}


LONGEST_UNSPACED = 40


@cache
def _unspaced() -> re.Pattern[str]:
    """Scripts written without spaces: every beginning inside such a word can be searched."""
    return re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


@cache
def _grammar() -> re.Pattern[str]:
    return re.compile(r"""[:"]|(?:^|\s)(?:-|or?\s)""", re.IGNORECASE)


def indexed(text: str) -> str:
    """The folded words of a text, with the inner beginnings of unspaced scripts added."""
    folded = fold(text)
    if folded.isascii() or not _unspaced().search(folded):
        return folded
    found = []
    for word in folded.split():
        found.append(word)
        if _unspaced().search(word):
            found += [word[start:] for start in range(1, min(len(word), LONGEST_UNSPACED))]
    return " ".join(found)


def indexed_phone(number: str) -> str:
    """A telephone as its ten digits and its last seven ("+15055550142": both are typed)."""
    digits = "".join(letter for letter in number if letter.isdigit())
    return " ".join(dict.fromkeys((digits[-10:], digits[-7:])))


def wanted(text: str) -> list[str] | None:
    """The words to look for, each as a beginning; None if there is too little to search for.

    Two letters are the least (one finds everything), but one is enough in a script without
    spaces. Lone letters beside longer words are passed over.
    """
    if digits := typed_number(text):
        return [digits[-10:]]
    found = [word for word in fold(text).split() if len(word) > 1 or _unspaced().match(word)]
    return list(dict.fromkeys(found)) or None


def has_grammar(text: str) -> bool:
    """Whether more than words may be in a text: a key, a phrase, a minus, an "or"."""
    return bool(text) and _grammar().search(text) is not None


def match_expression(words: Iterable[str]) -> str:
    """The FTS5 expression: all of the words, each as a beginning."""
    return " ".join('"' + word.replace('"', "") + '"*' for word in words)
