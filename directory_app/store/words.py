"""Texts as the search index and the search box see them. Standard library and fold only.

The patterns are compiled when they are first wanted: a start needs none of them (2 ms).
"""

import re
from collections.abc import Iterable
from functools import cache

from directory_app.model.text import fold, typed_number

LONGEST_UNSPACED = 40


@cache
def _unspaced() -> re.Pattern[str]:
    """Scripts written without spaces: every beginning inside such a word can be searched."""
    return re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


@cache
def _grammar() -> re.Pattern[str]:
    return re.compile(r"""[:"]|(?:^|\s)(?:-|or?\s)""", re.IGNORECASE)


def indexed(text: str) -> str:
    """The folded words of a text, with the inner beginnings of unspaced scripts added."""
    folded = fold(text)
    if folded.isascii() or not _unspaced().search(folded):
        return folded
    found = []
    for word in folded.split():
        found.append(word)
        if _unspaced().search(word):
            found += [word[start:] for start in range(1, min(len(word), LONGEST_UNSPACED))]
    return " ".join(found)


def indexed_phone(number: str) -> str:
    """A telephone as its ten digits and its last seven ("+15055550142": both are typed)."""
    digits = "".join(letter for letter in number if letter.isdigit())
    return " ".join(dict.fromkeys((digits[-10:], digits[-7:])))


def wanted(text: str) -> list[str] | None:
    """The words to look for, each as a beginning; None if there is too little to search for.

    Two letters are the least (one finds everything), but one is enough in a script without
    spaces. Lone letters beside longer words are passed over.
    """
    if digits := typed_number(text):
        return [digits[-10:]]
    found = [word for word in fold(text).split() if len(word) > 1 or _unspaced().match(word)]
    return list(dict.fromkeys(found)) or None


def has_grammar(text: str) -> bool:
    """Whether more than words may be in a text: a key, a phrase, a minus, an "or"."""
    return bool(text) and _grammar().search(text) is not None


def match_expression(words: Iterable[str]) -> str:
    """The FTS5 expression: all of the words, each as a beginning."""
    return " ".join('"' + word.replace('"', "") + '"*' for word in words)
