"""The keys that streets and towns are looked up by, in the one place that makes them."""

from functools import lru_cache

from directory_app.model import streets
from directory_app.model.text import fold


@lru_cache(maxsize=65_536)
def street_key(name: str) -> str:
    """The key of a street's name; empty without one."""
    return streets.key(name) if name else ""


@lru_cache(maxsize=4_096)
def town_key(name: str) -> str:
    """The key of a town's name; empty without one."""
    return fold(name)
