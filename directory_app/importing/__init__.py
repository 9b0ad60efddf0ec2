"""A file becomes drafts, drafts get verdicts, and the store applies them.

The names below load when they are first asked for, so that a window that only shows its
import page does not wait for the readers.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from directory_app.importing.matching import match
    from directory_app.importing.names import suggest_alternate
    from directory_app.importing.options import ReadOptions
    from directory_app.importing.pasted import Pasted, looks_like_rows
    from directory_app.importing.reading import Reading, read

__all__ = ["Pasted", "ReadOptions", "Reading", "looks_like_rows", "match", "read",
           "suggest_alternate"]  # fmt: skip

_HOMES = {
    "Pasted": "pasted",
    "ReadOptions": "options",
    "Reading": "reading",
    "looks_like_rows": "pasted",
    "match": "matching",
    "read": "reading",
    "suggest_alternate": "names",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"directory_app.importing.{_HOMES[name]}"), name)
