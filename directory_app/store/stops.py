"""The one check of what is never kept: every text of an entry and its answers passes it.

It stands where rows are written (``step.py``), so a way in that is added has it by itself. What
was stored before passes, and so does what a person read and let in (``Step.let_in``).
"""

import re
from collections.abc import Collection, Iterable, Mapping
from functools import cache, lru_cache
from typing import Any

from sqlmodel import AutoString

from directory_app.errors import UserError
from directory_app.model import never_collect
from directory_app.model.columns import TextList
from directory_app.model.packet import FREE_TEXTS
from directory_app.store.tables import BUSINESS, CONSENT, CONTACT, PHONE

#: Our own keys and what is made of another column.
_OURS = frozenset(("id", "business_id", "code", "name_folded"))
#: Read as sentences; all others as the name of a shop, where most words are harmless.
_SENTENCES = frozenset((*FREE_TEXTS, "role", "method", "given_by_role", "intro_en", "intro_es", ""))
#: What is sold: there one word alone is a kitchen.
_SOLD = frozenset(("description_en", "description_es"))


@cache
def fields(table: str) -> tuple[str, ...]:
    """The columns of a table that may hold words, found in it, so that a new one is checked."""
    for one in (BUSINESS, PHONE, CONTACT, CONSENT):
        if one.name == table:
            return tuple(
                column.name
                for column in one.columns
                if isinstance(column.type, AutoString | TextList) and column.name not in _OURS
            )
    return ()


def stopped(
    table: str, values: Mapping[str, Any], before: Mapping[str, Any], let_in: Collection[str]
) -> bool:
    """Whether ``check`` would stop these values."""
    return _found(table, values, before, let_in) is not None


def check(
    table: str, values: Mapping[str, Any], before: Mapping[str, Any], let_in: Collection[str]
) -> None:
    """UserError, naming field and kind but no words, if ``values`` bring what is never kept."""
    found = _found(table, values, before, let_in)
    if found is not None:
        name, kind = found
        field = name.replace("_", " ")
        raise UserError(never_collect.explanation(kind), f"Leave those words out of “{field}”.")


def _found(
    table: str, values: Mapping[str, Any], before: Mapping[str, Any], let_in: Collection[str]
) -> tuple[str, never_collect.Kind] | None:
    """The first column that brings what is never kept, and what that is."""
    for name in fields(table):
        value = values.get(name)
        if not value:
            continue
        for text in (value,) if isinstance(value, str) else value:
            if (kind := _kind(name, text)) is None:
                continue
            had = before.get(name) or ""
            known = had.splitlines() if isinstance(had, str) else had
            if (kind := _kind(name, _without(text, (*let_in, had, *known)))) is not None:
                return name, kind
    return None


def hits(name: str, text: str) -> list[never_collect.Hit]:
    """What is never kept in the text of a column; "" for one that is not known, strictly."""
    if name in _SOLD:
        return never_collect.find_in_description(text)
    find = never_collect.find if name in _SENTENCES else never_collect.find_in_name
    return find(text)


@lru_cache(4096)
def _kind(name: str, text: str) -> never_collect.Kind | None:
    found = hits(name, text)
    return found[0].kind if found else None


def _without(text: str, parts: Iterable[Any]) -> str:
    """A text without what was there or was let in, as whole words: "en" is no part of "ten"."""
    for part in sorted((one for one in parts if isinstance(one, str) and one), key=len)[::-1]:
        if part in text:
            text = re.sub(rf"(?<!\w){re.escape(part)}(?!\w)", "\n", text)
    return text
