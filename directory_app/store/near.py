"""Where ``near:"1420 Cerrillos Rd"`` is: asked of whoever was handed in.

The store itself looks up nothing. Standard library only. Answers are kept as long as the
program runs, by the words typed.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from directory_app.model.geo import Position

_finders: "list[Callable[[str], Position | None]]" = []
_towns: "list[Callable[[str, str], Position | None]]" = []
_kept: "dict[str, Position | None]" = {}
MOST_KEPT = 200


def find_places_by(
    finder: "Callable[[str], Position | None]",
    towns: "Callable[[str, str], Position | None] | None" = None,
) -> None:
    """Hand in what knows places and towns (geocoding's own data, never a service)."""
    _finders[:] = [finder]
    _towns[:] = [towns] if towns else []
    _kept.clear()


def place_of(text: str) -> "Position | None":
    """Where a place is; None if nobody knows."""
    if text not in _kept:
        if len(_kept) >= MOST_KEPT:
            _kept.clear()
        _kept[text] = _finders[0](text) if _finders else None
    return _kept[text]


def town_of(city: str, state: str) -> "Position | None":
    """The point that a town is measured from; None if nobody knows."""
    return _towns[0](city, state) if _towns else None
