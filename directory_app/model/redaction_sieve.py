"""Which of many texts may name a business at all: a quick look that lets none slip. Pure.

A directory has a hundred thousand texts, and those that name one business are a handful. So a
text is first broken into tokens as its bytes stand; a token is read once and then known. What
the exact look (model.redaction) finds always leaves one of two things behind: a *needle*, which
stands in the letters and figures of the text run together ("5550142", "lunaazulexamplecom"), or
enough *marks* of a rule: words that tell the name, the number of a house and how its street
begins. Where neither is, nothing is found; tests hold the one against the other.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from directory_app.model.text import words

_APOSTROPHES = b"'`"
#: Small letters, a space for every sign; bytes beyond ASCII stay as they are.
_PLAIN = bytes(
    byte if byte > 127 else ord(chr(byte).lower()) if chr(byte).isalnum() else 32
    for byte in range(256)
)
#: What JSON writes for a letter.
_ESCAPED = re.compile(r"\\(?:u([0-9a-fA-F]{4})|.)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Rule:
    """``least`` of these marks have to be in a text; none of none is in every text."""

    marks: frozenset[str]
    least: int


class Telltale(Protocol):
    """What a finder says of itself, so that texts can be passed over for it."""

    @property
    def needles(self) -> Iterable[str]:
        """Texts of which one, its words run together, is in whatever is found by it."""

    @property
    def rules(self) -> Iterable[Rule]:
        """Rules of which one holds in whatever is found without a needle."""

    def marks(self, word: str) -> Iterable[str]:
        """The marks of the rules that a folded word has."""


def run_together(text: str) -> str:
    """The letters and figures of a text, folded, with nothing in between."""
    return "".join(word.folded for word in words(text))


class Sieve:
    """Looks for several finders at once."""

    def __init__(self, tellers: Sequence[Telltale]) -> None:
        """Nothing is read yet; tokens are remembered, so keep it for one sweep only."""
        self._tellers = tellers
        needles = {run_together(one) for teller in tellers for one in teller.needles}
        self._needles = sorted(needles, key=len, reverse=True)
        self._rules = [
            (number, rule) for number, teller in enumerate(tellers) for rule in teller.rules
        ]
        self._always = "" in needles or any(not rule.least for _, rule in self._rules)
        self._tokens = _Tokens(tellers)

    def may(self, text: str | bytes) -> bool:
        """Whether a text (bytes: UTF-8), JSON or not, may name any of them."""
        raw = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
        return self._always or self._may(raw) or (b"\\" in raw and self._may(_unescaped(raw)))

    def _may(self, raw: bytes) -> bool:
        tokens = raw.translate(_PLAIN, _APOSTROPHES).split()
        together = "".join(map(self._tokens.__getitem__, tokens))
        for needle in self._needles:
            if needle in together:
                return True
        marked = self._tokens.marked
        if marked.keys().isdisjoint(tokens):
            return False
        there: dict[int, set[str]] = defaultdict(set)
        for token in tokens:
            for number, marks in marked.get(token, ()):
                there[number] |= marks
        return any(len(rule.marks & there[number]) >= rule.least for number, rule in self._rules)


class _Tokens(dict[bytes, str]):
    """By token the folded words of it run together, worked out when it is first met."""

    def __init__(self, tellers: Sequence[Telltale]) -> None:
        super().__init__()
        #: By token that has any: the number of each teller and the marks that it found.
        self.marked: dict[bytes, list[tuple[int, set[str]]]] = {}
        self._tellers = tellers

    def __missing__(self, token: bytes) -> str:
        if token.isascii():
            found = [token.decode("ascii")]
        else:
            found = [word.folded for word in words(token.decode("utf-8", "replace"))]
        for number, teller in enumerate(self._tellers):
            if marks := {mark for word in found for mark in teller.marks(word)}:
                self.marked.setdefault(token, []).append((number, marks))
        self[token] = together = "".join(found)
        return together


def _unescaped(raw: bytes) -> bytes:
    text = _ESCAPED.sub(_letter, raw.decode("utf-8", "replace"))
    # what JSON writes as two halves is one letter
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return whole.encode()


def _letter(found: re.Match[str]) -> str:
    return chr(int(found[1], 16)) if found[1] else " "
