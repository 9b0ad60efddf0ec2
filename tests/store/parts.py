"""The parts of a store and their methods, as a test counts them."""

import inspect
from collections.abc import Callable
from typing import Any

from directory_app.store import Store

#: How the parts reach the database: not for callers of a store.
INSIDE = {"read", "write", "step", "trial", "backup_source"}


def parts() -> dict[str, type]:
    """Each part by its name in the store."""
    return {
        name: type(Store.__getattr__(Store.__new__(Store), name)) for name in Store.__annotations__
    }


def methods() -> dict[str, Callable[..., Any]]:
    """Each public method of the store (by its name) and of its parts (by "part.name")."""
    found = {
        name: method
        for name, method in inspect.getmembers(Store, callable)
        if not name.startswith("_") and name not in INSIDE
    }
    for part, kind in parts().items():
        for name, method in inspect.getmembers(kind, inspect.isfunction):
            if not name.startswith("_"):
                found[f"{part}.{name}"] = method
    return found


def calls_of_store() -> set[str]:
    return set(methods())
