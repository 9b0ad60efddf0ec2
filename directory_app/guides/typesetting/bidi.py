"""Which way each character runs (Unicode TR 9), with telephones kept whole.

python-bidi resolves levels; it knows no paired brackets (rule N0), which are added here.
A telephone in Arabic text would come out with its groups in reverse, because a hyphen
between Arabic numbers separates them: TR 9 leaves that to a higher protocol, so a telephone
is set left to right as a whole.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Any

from bidi import algorithm

_RIGHT = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI"})
_ISOLATES = re.compile("[\u2066-\u2069]")
_BRACKETS: dict[str, str] = {
    pair[0]: pair[1]
    for pair in ("()", "[]", "{}", "〈〉", "《》", "「」", "『』", "【】", "〔〕", "⟨⟩")
}
_CLOSING = {close: opening for opening, close in _BRACKETS.items()}


def has_right_to_left(text: str) -> bool:
    """Whether any character runs right to left, so that levels are needed at all."""
    return any(unicodedata.bidirectional(letter) in _RIGHT for letter in text)


def base_level(text: str) -> int:
    """0 or 1 by the first strong character (rules P2 and P3)."""
    return int(algorithm.get_base_level(text))


@lru_cache(maxsize=4096)
def levels(text: str, base: int) -> tuple[int, ...]:
    """The embedding level of each character; odd runs right to left.

    Characters that TR 9 removes (embedding controls) keep the level of the one before them.
    """
    storage: dict[str, Any] = {
        "base_level": base,
        "base_dir": ("L", "R")[base],
        "chars": [],
        "runs": [],
    }
    algorithm.get_embedding_levels(_ISOLATES.sub("\u200b", text), storage)
    for index, char in enumerate(storage["chars"]):
        char["index"] = index
        char["type"] = char["type"] or "L"  # unassigned
    _keep_telephones(text, storage["chars"])
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage, False)
    for run in storage["runs"]:
        _pair_brackets(storage["chars"][run["start"] : run["start"] + run["length"]], run["sor"])
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    out = [-1] * len(text)
    for char in storage["chars"]:
        out[char["index"]] = char["level"]
    return tuple(_trailing_space(text, _fill(out, base), base))


def visual_runs(level_of: tuple[int, ...]) -> list[tuple[int, int, int]]:
    """(start, end, level) of equal-level runs in the order that the eye meets them (rule L2)."""
    runs: list[tuple[int, int, int]] = []
    for index, level in enumerate(level_of):
        if runs and runs[-1][2] == level:
            runs[-1] = (runs[-1][0], index + 1, level)
        else:
            runs.append((index, index + 1, level))
    if not runs:
        return runs
    for threshold in range(max(run[2] for run in runs), 0, -1):
        _reverse_at(runs, threshold)
    return runs


def _reverse_at(runs: list[tuple[int, int, int]], threshold: int) -> None:
    """Reverse each stretch of runs at the threshold or above, in place."""
    start = 0
    while start < len(runs):
        end = start
        while end < len(runs) and runs[end][2] >= threshold:
            end += 1
        runs[start:end] = runs[start:end][::-1]
        start = max(end, start) + 1


def _keep_telephones(text: str, chars: list[dict[str, Any]]) -> None:
    """Make every telephone one left-to-right word."""
    for start, end in phone_spans(text):
        for char in chars[start:end]:
            char["type"] = "L"


def _pair_brackets(chars: list[dict[str, Any]], before_all: str) -> None:
    """Rule N0: a pair takes the direction of what it holds, else of what is before it."""
    for opening, closing in _pairs(chars):
        embedding = ("L", "R")[chars[opening]["level"] % 2]
        inside = {_strong(char["type"]) for char in chars[opening + 1 : closing]} - {""}
        if not inside:
            continue
        direction = embedding
        if embedding not in inside:
            before = next(
                (kind for c in reversed(chars[:opening]) if (kind := _strong(c["type"]))),
                before_all,
            )
            direction = before if before != embedding else embedding
        for index in (opening, closing):
            chars[index]["type"] = direction
            for mark in chars[index + 1 :]:  # a mark on a bracket goes with it
                if mark["orig"] != "NSM":
                    break
                mark["type"] = direction


def _pairs(chars: list[dict[str, Any]]) -> list[tuple[int, int]]:
    """Matching brackets (rule BD16), by where they open."""
    stack: list[tuple[str, int]] = []
    found: list[tuple[int, int]] = []
    for index, char in enumerate(chars):
        letter = char["ch"]
        if char["type"] != "ON":
            continue
        if letter in _BRACKETS:
            stack.append((letter, index))
        elif letter in _CLOSING:
            for depth in range(len(stack) - 1, -1, -1):
                if stack[depth][0] == _CLOSING[letter]:
                    found.append((stack[depth][1], index))
                    del stack[depth:]
                    break
    return sorted(found)


def _strong(kind: str) -> str:
    """L, R (numbers count as R) or nothing."""
    if kind == "L":
        return "L"
    return "R" if kind in ("R", "AL", "EN", "AN") else ""


def _fill(level_of: list[int], base: int) -> list[int]:
    """Give removed characters the level of their neighbour."""
    last = base
    for index, level in enumerate(level_of):
        last = level_of[index] = last if level < 0 else level
    return level_of


def _trailing_space(text: str, level_of: list[int], base: int) -> list[int]:
    """Rule L1: space at the end of a line goes with the paragraph."""
    for index in range(len(text) - 1, -1, -1):
        if not text[index].isspace():
            break
        level_of[index] = base
    return level_of


_PHONE = re.compile(r"\+?\(?[0-9][0-9()\-./ \u00a0\u2011]{5,}[0-9](?: ?x ?[0-9]+)?")
#: Fewer figures are a house number, a price or a year.
_LEAST = 7


def phone_spans(text: str) -> list[tuple[int, int]]:
    """Where each begins and ends, extension and all."""
    if _figures(text) < _LEAST:
        return []
    return [each.span() for each in _PHONE.finditer(text) if _figures(each.group()) >= _LEAST]


def _figures(text: str) -> int:
    return sum(letter.isdigit() for letter in text)
