"""Changing the search box's text by one clause: what menus and chips do. Pure."""

import re

from directory_app.model import categories
from directory_app.model import query_words as words
from directory_app.model.query import Query, Term, parse, terms, without
from directory_app.model.query_pieces import cut
from directory_app.model.query_words import OR

#: What needs no quotation marks: one word, an age, "ends<60d".
_BARE = re.compile(r"[<>]?\w+(?:<\w+)?")
#: Keys of which a business has one value, so that two of them are alternatives.
ONE_OF = ("town", "category", "precision", "status", "review", "code", "language", "cuisine")


def term_of(clause: str) -> Term:
    """The one term of a clause as it is typed: ``town:clovis``. ValueError if it has none."""
    found = list(terms(parse(clause)))
    if len(found) != 1:
        raise ValueError(f"not one term: {clause}")
    return found[0]


def has(text: str, clause: str) -> bool:
    """Whether a text asks for this already."""
    return term_of(clause) in terms(parse(text))


def added(text: str, clause: str) -> str:
    """The text that asks for this too.

    Another town or answer is an alternative to the one there is (``or``), another age, place or
    time of opening takes its place, and all else has to hold besides.
    """
    term = term_of(clause)
    if has(text, clause):
        return text
    text = _open_ended(text)
    if term.key.partition(".")[0] in ("stale", "changed", "near", "open"):
        for other in _alike(parse(text), term):
            text = without(text, other.piece)
    elif term.key in ONE_OF or term.key.startswith("consent."):
        beside = _alike(parse(text), term)
        if beside and not term.excluded:
            end = beside[-1].piece.end
            return f"{text[:end]} or {clause}{text[end:]}".strip()
    return f"{text.strip()} {clause}".strip()


def removed(text: str, clause: tuple[Term, ...]) -> str:
    """The text without a clause: all of its alternatives."""
    for term in clause:
        found = next((one for one in terms(parse(text)) if one == term), None)
        if found is not None:
            text = without(text, found.piece)
    return text


def toggled(text: str, clause: str) -> str:
    """The text with this clause, or without it if it has it."""
    return removed(text, (term_of(clause),)) if has(text, clause) else added(text, clause)


def spelt(clause: str, language: str) -> str:
    """A clause as it is typed in English, spelt as one would in ``language``; it means the same."""
    term, piece = term_of(clause), cut(clause)[0]
    stem, _, rest = term.key.partition(".")
    if language == "es" and stem == "consent":
        key = f"permiso.{next(one for one in words.CHANNELS[rest] if one in _CHANNELS_ES)}"
    elif language == "es":
        names = words.KEYS[stem]
        key = names[2] if len(names) > 3 else names[-1]
    else:
        key = piece.key
    value = _spelt_value(term, piece.text + piece.tail, language)
    quoted = value if _BARE.fullmatch(value) else f'"{value}"'
    made = f"{'-' if term.excluded else ''}{key}:{quoted}"
    try:
        return made if term_of(made) == term else clause
    except ValueError:
        return clause


_CHANNELS_ES = frozenset(("imprimir", "mapa", "web", "compartir", "buscar"))


def _spelt_value(term: Term, typed: str, language: str) -> str:
    if term.key == "category":
        return categories.name(term.value, language).lower()
    if language != "es":
        return typed
    if term.key.startswith("consent."):
        names = words.CONSENTS.get(term.value)
        if names is None:
            return typed.replace("ends", "vence")
        return names[2] if term.value == words.NONE else names[-1]
    if term.key in words.VALUES:
        return words.VALUES[term.key][term.value][-1]
    if term.key == "open":
        _day, space, clock = typed.partition(" ")
        return f"{words.day_name(int(term.value), language)[:3]}{space}{clock}"
    return typed


def _alike(query: Query, term: Term) -> list[Term]:
    """The terms of the last clause that is only about the same key, and excludes nothing."""
    for clause in reversed(query.clauses):
        if all(one.key == term.key and not one.excluded for one in clause):
            return list(clause)
    return []


def _open_ended(text: str) -> str:
    """The text so that something can be put after it: quotes are closed, no "or" is left over."""
    pieces = cut(text)
    if pieces and not pieces[-1].closed:
        text += '"'
    if pieces and pieces[-1].text.casefold() in OR and not pieces[-1].key:
        text = text[: pieces[-1].start]
    return text.strip()
