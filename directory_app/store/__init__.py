"""The one door to the database: no SQL anywhere else.

The names below load when they are first asked for, so that reading the first page of a table
does not wait for SQLAlchemy.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from directory_app.store.browse import Browser
    from directory_app.store.dossier import Dossier
    from directory_app.store.filters import Filter
    from directory_app.store.history import HistoryChange, HistoryStep
    from directory_app.store.labels import StepLabel
    from directory_app.store.rows import BusinessRow, Door
    from directory_app.store.store import Store

__all__ = [
    "Browser",
    "BusinessRow",
    "Door",
    "Dossier",
    "Filter",
    "HistoryChange",
    "HistoryStep",
    "StepLabel",
    "Store",
]

_HOMES = {
    "Browser": "browse",
    "BusinessRow": "rows",
    "Door": "rows",
    "Dossier": "dossier",
    "Filter": "filters",
    "HistoryChange": "history",
    "HistoryStep": "history",
    "StepLabel": "labels",
    "Store": "store",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"directory_app.store.{_HOMES[name]}"), name)
