"""Taking the street of a home out of the history, where an edit has only just hidden it."""

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, delete, select, update

from directory_app.model.homes import NOWHERE
from directory_app.store.tables import BUSINESS, CHANGE, to_json


def scrub(connection: Connection, ids: Iterable[str]) -> None:
    """Blank address and pin of these businesses wherever the history has them.

    An undo step still gives everything else back: where somebody lives is gone for good.
    """
    own = (CHANGE.c.table == BUSINESS.name, CHANGE.c.row.in_(sorted(ids)))
    connection.execute(delete(CHANGE).where(*own, CHANGE.c.field.in_(NOWHERE)))
    whole = select(CHANGE.c.id, CHANGE.c.previous_value, CHANGE.c.replacement_value)
    for number, before, after in connection.execute(whole.where(*own, CHANGE.c.field == "")).all():
        here = update(CHANGE).where(CHANGE.c.id == number)
        blanked = {"previous_value": _blanked(before), "replacement_value": _blanked(after)}
        connection.execute(here.values(blanked))


def _blanked(text: str | None) -> str | None:
    if text is None:
        return None
    row: dict[str, Any] = json.loads(text)
    return to_json(row | {name: blank for name, blank in NOWHERE.items() if name in row})
