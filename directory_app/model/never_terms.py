"""The terms of ``resources/never_collect.tsv``, and where they stand among the words of a text.

A term is a row of words, not a pattern, so looking takes a time that grows with the text alone:
each word is looked up, and only the terms that it tells of are tried, over a few words each, and
only where the text has each word that they need.
"""

from collections.abc import Callable, Iterable, Iterator, KeysView, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from directory_app.model.never_text import Token, tokens
from directory_app.paths import resource

#: Beside the kinds: a set of words with a name, and what is harmless.
SET, HARMLESS = "set", "harmless"
#: How many words "..." stands for at the most.
GAP = 3
#: Shorter words have no slips: one letter off they are another word.
_LEAST_SLIP = 7
_SIZES = (4, 3, 2, 1)
#: Words of which it is remembered whether they tell anything.
_MOST_KNOWN = 50_000
#: In every second note: a term is not looked for on account of these, if it has others.
_COMMON = frozenset(
    ("the", "a", "an", "is", "are", "was", "were", "has", "have", "had", "he", "she", "they", "we",
     "i", "in", "on", "at", "of", "to", "from", "for", "with", "by", "and", "no", "not", "also",
     "now", "here", "there", "el", "la", "los", "las", "un", "una", "es", "son", "de", "del", "en",
     "con", "y", "su", "sus", "mi", "tiene", "tienen", "owner", "owners", "family", "who", "people")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a term: words that may stand there.

    ``words`` has each first word with what must follow it; ``endless`` are beginnings of words,
    ``classes`` what a word may be otherwise ("num"). ``gap`` is for any few words.
    """

    words: dict[str, list[tuple[str, ...]]]
    endless: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    optional: bool = False
    gap: bool = False
    capitals: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Term:
    """A row of the table.

    ``whole`` says that nothing else may stand beside it, ``opens`` that a clause begins with it.
    ``needs`` are the choices of words of which a text with the term has one each.
    """

    kind: str
    elements: tuple[Element, ...]
    whole: bool = False
    opens: bool = False
    needs: tuple[KeysView[str], ...] = ()


class Terms:
    """The terms for one place: headings, texts, or names.

    They are found by the place of theirs that tells most, which most texts have no word for.
    """

    def __init__(self, terms: Sequence[Term], slips: dict[str, str]) -> None:
        self._slips = slips
        self._by_word: dict[str, list[Term]] = {}
        self._by_start: dict[str, list[Term]] = {}
        self._known: dict[str, bool] = {}
        self._meanings: dict[str, str] = {}
        for term in terms:
            telling = min(filter(_may_tell, term.elements), key=_commonness)
            for word in telling.words:
                self._by_word.setdefault(word, []).append(term)
            for start in telling.endless:
                self._by_start.setdefault(start[: _SIZES[0]], []).append(term)

    def tells(self, word: str) -> bool:
        """Whether a word is a reason to look closer. Asked of each word once."""
        if (known := self._known.get(word)) is None:
            known = any(True for _ in self._of(word))
            if len(self._known) < _MOST_KNOWN:
                self._known[word] = known
        return known

    def find(self, words: Sequence[Token]) -> list[tuple[int, int, str]]:
        """(first word, behind the last word, kind) of each term that stands there."""
        begins = [at for at, token in enumerate(words) if token.breaks and at]
        found = []
        for start, stop in pairwise([0, *begins, len(words)]):
            found += [
                (start + at, start + end, term.kind)
                for at, end, term in self._in_sentence(words[start:stop])
                if not term.whole or (at == 0 and end == len(words))
            ]
        return found

    def _in_sentence(self, words: Sequence[Token]) -> Iterator[tuple[int, int, Term]]:
        """The terms in one sentence: none goes on behind its end."""
        places: dict[str, list[int]] = {}
        for at, token in enumerate(words):
            places.setdefault(token.word, []).append(at)
        telling = [word for word in places if self.tells(word)]
        if not telling:
            return
        for word in list(places):
            if (meant := self._meant(word)) and meant != word:
                places.setdefault(meant, []).extend(places[word])
        for term in dict.fromkeys(term for word in telling for term in self._of(word)):
            if any(choice.isdisjoint(places) for choice in term.needs):
                continue
            for at in self._starts(term.elements[0], words, places):
                if (words[at].opens or not term.opens) and (end := self._end(term, words, at)):
                    yield at, end, term

    def _of(self, word: str) -> Iterator[Term]:
        """The terms that a word tells of."""
        yield from self._by_word.get(word, ())
        for size in _SIZES:
            if len(word) >= size:
                yield from self._by_start.get(word[:size], ())
        if (meant := self._meant(word)) and meant != word:
            yield from self._by_word.get(meant, ())

    @staticmethod
    def _starts(
        first: Element, words: Sequence[Token], places: dict[str, list[int]]
    ) -> Iterable[int]:
        """Where a term may begin."""
        if first.classes or first.endless or first.optional:
            return range(len(words))
        return [at for word in first.words.keys() & places.keys() for at in places[word]]

    def _end(self, term: Term, words: Sequence[Token], at: int) -> int:
        """Behind the last word of the longest reading of a term that begins there; 0 for none."""
        places, last = {at}, len(words)
        for element in term.elements:
            after = places.copy() if element.optional else set()
            for place in places:
                if element.gap:
                    after.update(_gap(words, place))
                elif place < last:
                    self._go_on(element, words, place, after)
            if not after:
                return 0
            places = after
        end = max(places)
        return end if end > at else 0

    def _go_on(self, element: Element, words: Sequence[Token], place: int, after: set[int]) -> None:
        """Add to ``after`` where a text goes on behind an element that stands at ``place``."""
        token = words[place]
        for word in (token.word, self._meanings.get(token.word, "")):
            for rest in element.words.get(word, ()):
                behind = place + 1 + len(rest)
                if element.capitals and not token.upper and word in element.capitals:
                    continue
                if not rest or (
                    behind <= len(words) and all(map(_fits, rest, words[place + 1 : behind]))
                ):
                    after.add(behind)
        if element.endless and token.word.startswith(element.endless):
            after.add(place + 1)
        for name in element.classes:
            if _CLASSES[name](token):
                after.add(place + 1)

    def _meant(self, word: str) -> str:
        """Which term's word a slip of one letter was meant to be; "" if none."""
        if len(word) < _LEAST_SLIP:
            return ""
        if (known := self._meanings.get(word)) is None:
            known = self._slips.get(word, "")
            for at in range(0 if known else min(len(word), 24)):
                if known := self._slips.get(word[:at] + word[at + 1 :], ""):
                    break
            if len(self._meanings) < _MOST_KNOWN:
                self._meanings[word] = known
        return known


_CLASSES: dict[str, Callable[[Token], bool]] = {
    "num": lambda token: token.word.isdigit(),
    "year": lambda token: (
        len(token.word) == 4 and token.word[:2] in ("19", "20") and token.word.isdigit()
    ),
    "cap": lambda token: token.capital and len(token.word) > 1,
}


@cache
def headings() -> Terms:
    """What is looked for in the heading of a column."""
    return _terms("heading", "both")


@cache
def texts() -> Terms:
    """What is looked for in notes, descriptions and other free text."""
    return _terms("text", "both")


@cache
def names() -> Terms:
    """What is looked for in the name of a shop or a street, where most words are harmless."""
    return _terms("name")


@cache
def harmless() -> Terms:
    """What explains words otherwise in a text: goods, services, landmarks."""
    return Terms([one for where, one in _table() if one.kind == HARMLESS and "both" in where], {})


@cache
def harmless_headings() -> Terms:
    """What explains the words of a heading otherwise."""
    return Terms([one for _, one in _table() if one.kind == HARMLESS], {})


def word_set(name: str) -> frozenset[str]:
    """The single words of a set of the table, and of the sets in it."""
    return frozenset(_element(f"${name}", _sets()).words)


def rows() -> Iterator[tuple[str, str, frozenset[str], str]]:
    """(kind, language, where, term) of each row of the table."""
    for line in resource("never_collect.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, language, where, term = line.split("\t")
            yield kind, language, frozenset(where.split("+")), term


def _terms(*places: str) -> Terms:
    chosen = [
        one for where, one in _table() if one.kind != HARMLESS and not where.isdisjoint(places)
    ]
    return Terms(chosen, _slips())


@cache
def _sets() -> dict[str, list[str]]:
    sets: dict[str, list[str]] = {}
    for kind, _, where, written in rows():
        if kind == SET:
            sets.setdefault(next(iter(where)), []).extend(written.split("/"))
    return sets


@cache
def _table() -> list[tuple[frozenset[str], Term]]:
    return [(where, _term(kind, written)) for kind, _, where, written in rows() if kind != SET]


def _term(kind: str, written: str) -> Term:
    elements = tuple(_element(part, _sets()) for part in written.lstrip("=|").split())
    needed = (one for one in elements if _may_tell(one) and not one.endless)
    needs = tuple(one.words.keys() for one in needed)
    return Term(kind, elements, written.startswith("="), written.startswith("|"), needs)


@cache
def _slips() -> dict[str, str]:
    """Words with one letter left out, and the words themselves, to the word that was meant."""
    marked = {
        tokens(part.removeprefix("~"))[0].word
        for _, _, _, term in rows()
        for piece in term.lstrip("=|").split()
        for part in piece.rstrip("?").split("/")
        if part.startswith("~")
    }
    found = {word[:at] + word[at + 1 :]: word for word in marked for at in range(len(word))}
    return found | {word: word for word in marked}


def _element(written: str, sets: dict[str, list[str]]) -> Element:
    """One place of a term as it is written in the table."""
    if written == "...":
        return Element({}, gap=True)
    words: dict[str, list[tuple[str, ...]]] = {}
    endless, classes, capitals = [], [], set()
    parts = written.removesuffix("?").split("/")
    while parts:
        part = parts.pop()
        if part.startswith("$"):
            name = part[1:]
            if name in _CLASSES:
                classes.append(name)
            else:
                parts += sets[name]
            continue
        upper = part.startswith("^")
        said = [one.word for one in tokens(part.lstrip("~^").removesuffix("*").replace("_", " "))]
        if part.endswith("*") and len(said) == 1:
            endless.append(said[0])
        elif said:
            if part.endswith("*"):
                said[-1] += "*"
            words.setdefault(said[0], []).append(tuple(said[1:]))
            if upper:
                capitals.add(said[0])
    optional = written.endswith("?")
    return Element(words, tuple(endless), tuple(classes), optional, False, frozenset(capitals))


def _may_tell(element: Element) -> bool:
    return not (element.optional or element.gap or element.classes)


def _commonness(element: Element) -> tuple[int, int]:
    return len(_COMMON & element.words.keys()), len(element.words)


def _gap(words: Sequence[Token], place: int) -> range:
    return range(place, min(place + GAP, len(words)) + 1)


def _fits(written: str, token: Token) -> bool:
    if written.endswith("*"):
        return token.word.startswith(written[:-1])
    return token.word == written
