"""What the palette and the pickers offer for what was typed: blind to case and accents.

Best is a row that is called so, then one that begins with these words, with these letters, one
whose words begin so, one that is found by its other words, and last one with a slip in it
(rapidfuzz's OSA distance: a letter wrong, missing, too many, or two changed round). Among equals
comes first what was chosen lately, then what has a name of its own (a business, an event, a
list). What ends something is found by the beginnings of its words alone: no slip closes the
program.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from rapidfuzz.distance import OSA

from directory_app.model.text import fold

#: A typed word of so many letters may have one slip, or two.
ONE_SLIP, TWO_SLIPS = 4, 8


@dataclass(frozen=True, slots=True)
class Choice:
    """A row of the palette: ``hint`` says what kind it is, ``keys`` how to do it without.

    ``also`` are more words to find it by. ``is_name``: the words are somebody's, not the program's.
    ``is_found``: the directory's search has found it, by whatever. ``ends``: it closes or deletes.
    """

    id: str
    icon: str
    words: str
    hint: str
    act: Callable[[], Any]
    keys: str = ""
    also: str = ""
    is_name: bool = False
    is_found: bool = False
    ends: bool = False


def find(choices: Sequence[Choice], typed: str, recent: Sequence[str]) -> list[Choice]:
    """The choices for what was typed, best first; all of them for nothing."""
    wanted = fold(typed).split()
    ranks = {id_: place for place, id_ in enumerate(recent)}
    found = [
        (
            (rank, ranks.get(choice.id, len(ranks)), bool(wanted) and not choice.is_name, place),
            choice,
        )
        for place, choice in enumerate(choices)
        if (rank := _rank(choice, wanted)) is not None
    ]
    return [choice for _order, choice in sorted(found, key=lambda one: one[0])]


def _rank(choice: Choice, wanted: list[str]) -> float | None:
    """How well a choice fits, from 0; None where it does not."""
    named = fold(choice.words)
    words = named.split()
    if words == wanted or not wanted:
        return 0
    if words[: len(wanted)] == wanted:
        return 1
    if named.startswith(" ".join(wanted)):
        return 2
    if _all(words, wanted, _begins):
        return 3
    words += fold(choice.also).split()
    if choice.is_found or _all(words, wanted, _begins):
        return 4
    if choice.ends or not _all(words, wanted, _slipped):
        return None
    return 5 + _unlike(named, " ".join(wanted))


def _all(words: list[str], wanted: list[str], fits: Callable[[str, str], bool]) -> bool:
    return all(any(fits(word, one) for word in words) for one in wanted)


def _begins(word: str, typed: str) -> bool:
    return word.startswith(typed)


def _unlike(named: str, typed: str) -> float:
    """How far a name is from what was typed, from 0 to 1."""
    return OSA.normalized_distance(named, typed)


def _slipped(word: str, typed: str) -> bool:
    """Whether a word begins as it was typed, but for a slip or two."""
    slips = (len(typed) >= ONE_SLIP) + (len(typed) >= TWO_SLIPS)
    beginnings = {word[: len(typed) + more] for more in range(-slips, slips + 1)}
    return any(OSA.distance(one, typed, score_cutoff=slips) <= slips for one in beginnings)
