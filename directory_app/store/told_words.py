"""Words as they may be told: who is found by them without what the place hides.

A list of who has "Obsidiana" in it that goes out tells a street that nobody may know, as surely as
printing it would. So of whoever hides the place the words have to be in what may leave the laptop.
"""

import json
from collections.abc import Sequence
from typing import Any

from directory_app.model import hidden_texts
from directory_app.model.house_numbers import without_house_number
from directory_app.model.terms import LocationVisibility
from directory_app.store.filters import indexed
from directory_app.store.places import visibility
from directory_app.store.schema import SEARCH_COLUMNS
from directory_app.store.told_area import SHOWN

#: The words of the index that say nothing of where somebody is, and cannot.
_ELSEWHERE = " || ' ' || ".join(
    f"c{at}"
    for at, name in enumerate(SEARCH_COLUMNS)
    if name not in ("name", "alternate_name", "street", "town", "description")
)
_COLUMNS = (
    *("location_visibility", "address_type", "address_1", "postal_code", "city", "name"),
    *("alternate_name", "description_en", "description_es"),
)
_TEXTS = ("name", "alternate_name", "description_en", "description_es")
_REST = (
    f"(SELECT {_ELSEWHERE} FROM search_content AS text"  # noqa: S608 - our own names
    " WHERE text.id = business.row_id)"
)
_TOLD = f"told_words(?, {_REST}, {', '.join(f'business.{name}' for name in _COLUMNS)})"


def terms(connection: Any, groups: Sequence[Sequence[str]]) -> tuple[str, list[Any]]:
    """The condition on business: where the place is hidden, one group of words is told.

    Each word counts as a beginning, as in the index, which finds all others.
    """
    connection.create_function("told_words", len(_COLUMNS) + 2, _has)
    return f"({SHOWN} OR {_TOLD})", [json.dumps([list(words) for words in groups])]


def _has(asked: str, rest: str, *values: Any) -> int:
    row = dict(zip(_COLUMNS, values, strict=True))
    seen = visibility(row)
    what = hidden_texts.street([row["address_1"]], [row["postal_code"]], seen)
    open_row = row | hidden_texts.without(row, what, _TEXTS)
    told = [str(open_row[name]) for name in _TEXTS]
    if seen != LocationVisibility.NONE:
        told.append(row["city"])
    if seen == LocationVisibility.STREET:
        told.append(without_house_number(row["address_1"]))
    words = f"{indexed(' '.join(told))} {rest}".split()
    return int(
        any(
            all(any(word.startswith(one) for word in words) for one in group)
            for group in json.loads(asked)
        )
    )
