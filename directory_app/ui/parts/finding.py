"""What the palette offers for what was typed: pure, and blind to case and accents.

A row is found when each typed word begins one of its words, or, failing that, when its words
are like what was typed (rapidfuzz). What was chosen lately comes first among equals.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from directory_app.model.text import fold

#: So much alike (0 to 100) is a typing error and not another word.
LEAST_LIKE = 78


@dataclass(frozen=True, slots=True)
class Choice:
    """A row of the palette: ``hint`` says what kind it is, ``keys`` how to do it without."""

    id: str
    icon: str
    words: str
    hint: str
    act: Callable[[], Any]
    keys: str = ""
    also: str = ""


def find(choices: Sequence[Choice], typed: str, recent: Sequence[str]) -> list[Choice]:
    """The choices for what was typed, best first; all of them for nothing."""
    wanted = fold(typed).split()
    ranks = {id_: place for place, id_ in enumerate(recent)}
    found = [
        (rank, ranks.get(choice.id, len(ranks)), place, choice)
        for place, choice in enumerate(choices)
        if (rank := _rank(choice, wanted)) is not None
    ]
    return [choice for *_order, choice in sorted(found, key=lambda one: one[:3])]


def _rank(choice: Choice, wanted: list[str]) -> int | None:
    """0: begins so; 1: its words begin so; 2: its other words do; 3: a typing error; None: no."""
    if not wanted:
        return 0
    named = fold(choice.words)
    if named.startswith(" ".join(wanted)):
        return 0
    words = named.split()
    if _begin(words, wanted):
        return 1
    if _begin([*words, *fold(choice.also).split()], wanted):
        return 2
    return 3 if _alike(named, " ".join(wanted)) else None


def _begin(words: list[str], wanted: list[str]) -> bool:
    return all(any(word.startswith(one) for word in words) for one in wanted)


def _alike(named: str, typed: str) -> bool:
    from rapidfuzz import fuzz

    return len(typed) > 3 and fuzz.partial_ratio(named, typed) >= LEAST_LIKE
