"""Where a text says a street line, in any of the spellings that model.streets knows. Pure rules.

"1204 Agua Fría St", "1204-B agua fria", "Agua Fria #1204" and "Agua Fria Street, no. 1204" say
the same; so do "Main & 3rd" and "corner of Third and Main".
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from directory_app.model import street_lines, streets
from directory_app.model.redaction_sieve import Rule
from directory_app.model.street_lines import LineKind, StreetLine
from directory_app.model.street_words import KIND, ORDINAL, SPELT, WORD
from directory_app.model.text import Word, fold, words

#: So many words make a street's name at most, its kind and directions included.
_LONGEST = 7
#: Words between a street and its house number, and between two streets of a corner.
_NUMBER_SIGNS = frozenset({"no", "num", "number", "numero", "n", "nro"})
_AND = frozenset({"and", "y", "e", "at", "con", "with", "esquina", "esq", "corner", "of", "de"})
_AT = frozenset({"on", "at", "in", "off", "en", "sobre", "por", "la", "calle", "along", "down"})

#: "4417 & 4419 Main St": the reader would take it for a corner.
_SEVERAL = re.compile(
    r"\s*((\d{1,6})[a-z]?\s*(?:&|,|/|\band\b|\by\b)\s*)(?=\d{1,6}[a-z]?\s)", re.IGNORECASE
)
#: Words that somebody may have written otherwise ("Mt", "Pkwy", "U.S."), whatever the key says.
_SPELT_SHORT = frozenset((
    *WORD.values(), *KIND.values(), *SPELT.values(), *ORDINAL, "county", "farm", "highway",
    "interstate", "market", "mexico", "national", "ranch", "road", "route", "state", "united",
))  # fmt: skip
#: A slip is told in words of so many letters: "Main" and "Maine" are two streets.
_LONG = 5
_BEGINS, _NUMBER = "begins", "number"
_HOUSE_NUMBER = re.compile(r"(\d{1,6})[a-z]?")
#: The same, its letters run together, before its number.
_BOXES = ("box ", "pob ", "apartado ", "apartado postal ", "apdo ")
_BOX = r"(?:\bp\.?\s*o\.?\s*b(?:ox\b|\.)|\bbox\b|\bapartado\b(?:\s+postal\b)?|\bapdo\.?)"


@dataclass(frozen=True, slots=True)
class Place:
    """``text[start:end]`` says the street; not ``certain`` is a post-office box of two digits."""

    start: int
    end: int
    certain: bool = True


@dataclass(frozen=True, slots=True)
class _Line:
    """A street line to look for; ``numbers`` are those of its house: both of "1204-1206".

    ``begins`` is how a word begins that is in every spelling of the street; "" where none is.
    """

    read: StreetLine
    numbers: frozenset[str]
    flat: tuple[str, ...]
    begins: str
    #: The longest word of its name, where a slip of the pen in it can be told; else "".
    long: str

    @classmethod
    def of(cls, line: str) -> "_Line":
        several = _SEVERAL.match(line)
        read = street_lines.read(line[several.end(1) :].strip(" &,/") if several else line)
        numbers = {several[2]} if several else set()
        if read.number is not None:
            numbers.add(str(read.number))
        if read.suffix.isdigit():
            numbers.add(read.suffix)
        flat = tuple(word.folded for word in words(line))
        longest = max(filter(str.isalpha, read.key.split()), key=len, default="")
        begins = "" if len(longest) < 4 or longest in _SPELT_SHORT else longest[:3]
        long = longest if begins and len(longest) >= _LONG else ""
        return cls(read, frozenset(numbers), flat, begins, long)


class StreetFinder:
    """Finds street lines.

    ``bare``: a street's name alone counts. ``numbers_only``: of a house in its street the number
    alone is told, for the street may be known.
    """

    def __init__(
        self, lines: Iterable[str], *, bare: bool = False, numbers_only: bool = False
    ) -> None:
        """``lines`` are street lines as kept, without a town; empty ones are passed over."""
        read = [_Line.of(line) for line in sorted(set(lines)) if fold(line)]
        self.lines = [one for one in read if one.read.key or one.flat]
        self._bare, self._numbers_only = bare and not numbers_only, numbers_only

    @property
    def needles(self) -> list[str]:
        """Texts of which one is in whatever is found of what no rule is for."""
        found = []
        for line in self.lines:
            if line.read.kind == LineKind.BOX:
                number = re.search(r"\d+", line.read.name)
                found += [f"{box}{number[0]}" for box in _BOXES if number]
            elif line.read.kind not in (LineKind.HOUSE, LineKind.CORNER):
                found.append(" ".join(line.flat))
        return found

    @property
    def rules(self) -> list[Rule]:
        """A text has to have the house number, and a word that begins as the street's longest."""
        found = []
        for place, line in enumerate(self.lines):
            bare = self._bare and bool(line.read.key)
            if bare or line.read.kind in (LineKind.HOUSE, LineKind.CORNER):
                number = not bare and line.read.kind == LineKind.HOUSE
                marks = [_BEGINS] * bool(line.begins) + [_NUMBER] * number
                found.append(Rule(frozenset(f"{mark} {place}" for mark in marks), len(marks)))
        return found

    def marks(self, word: str) -> set[str]:
        """The marks of these rules that a folded word has."""
        found = set()
        for place, line in enumerate(self.lines):
            if line.begins and (word.startswith(line.begins) or is_slip(word, line.long)):
                found.add(f"{_BEGINS} {place}")
            if _digits(word) in line.numbers:
                found.add(f"{_NUMBER} {place}")
        return found

    def find(self, text: str, there: Sequence[Word]) -> Iterator[Place]:
        """The places of a text whose words are ``there``; they may overlap."""
        for line in self.lines:
            if line.read.kind == LineKind.HOUSE:
                yield from self._houses(text, there, line)
            elif line.read.kind == LineKind.CORNER:
                yield from _corners(text, there, line.read)
            elif line.read.kind == LineKind.BOX:
                yield from _boxes(text, line)
            else:
                yield from _as_written(there, line)
            if self._bare and line.read.key:
                yield from _bare_names(text, there, line.read.key)

    def _houses(self, text: str, there: Sequence[Word], line: _Line) -> Iterator[Place]:
        for at, word in enumerate(there):
            if _digits(word.folded) not in line.numbers:
                continue
            name = _name_behind(text, there, at, line.read.key)
            if name is not None:
                first, last = at, name[0] - 1 if self._numbers_only else name[1]
                yield Place(there[first].start, there[max(first, last)].end)
                continue
            name = _name_before(text, there, at, line.read.key)
            if name is not None:
                first = name[1] + 1 if self._numbers_only else name[0]
                yield Place(there[first].start, word.end)
                continue
            if line.long and (end := _misspelt(text, there, at, line)) is not None:
                yield Place(word.start, there[end].end, certain=False)


def _digits(word: str) -> str:
    """The number of a word that is a house number: "1204" and "1204b"."""
    found = _HOUSE_NUMBER.fullmatch(word)
    return found[1] if found else ""


def _name_behind(text: str, there: Sequence[Word], at: int, key: str) -> tuple[int, int] | None:
    """The first and last word of a street right behind a house number, its suffix passed over."""
    for gap in range(1, 4):
        if gap > 1 and not _is_suffix(there[at + gap - 1].folded):
            return None
        if at + gap >= len(there):
            return None
        if (last := _longest(text, there, at + gap, key)) is not None:
            return at + gap, last
    return None


def _misspelt(text: str, there: Sequence[Word], at: int, line: _Line) -> int | None:
    """The last word of what is this street behind a number, but for one slip of the pen."""
    for place in range(at + 1, min(at + 1 + _LONGEST, len(there))):
        if is_slip(there[place].folded, line.long):
            mended = f"{text[there[at].end : there[place].start]}{line.long}"
            rest = range(min(place + 3, len(there)) - 1, place - 1, -1)
            ends = (one for one in rest if _is_one_line(text, there[at], there[one]))
            for last in ends:
                said = f"{mended}{text[there[place].end : there[last].end]}"
                if _same(said.strip(" ,"), line.read.key):
                    return last
    return None


def is_slip(word: str, long: str) -> bool:
    """Whether a word is a long one with one letter more, less, other, or two swapped."""
    near = long and abs(len(word) - len(long)) < 2 and word != long
    return bool(near) and OSA.distance(word, long, score_cutoff=1) == 1


def _name_before(text: str, there: Sequence[Word], at: int, key: str) -> tuple[int, int] | None:
    """The first and last word of a street right before a house number ("Calle Médico 5")."""
    last = at - 1
    while last > 0 and there[last].folded in _NUMBER_SIGNS:
        last -= 1
    for first in range(max(0, last - _LONGEST + 1), last + 1):
        said = _said(text, there, first, last)
        if _is_one_line(text, there[first], there[at]) and _same(said, key):
            return first, last
    return None


def _is_suffix(word: str) -> bool:
    return len(word) == 1 or word.isdigit() or word in _NUMBER_SIGNS


def _longest(text: str, there: Sequence[Word], first: int, key: str) -> int | None:
    """The last word of the longest name of this street that begins with a word."""
    for last in range(min(first + _LONGEST, len(there)) - 1, first - 1, -1):
        said = _said(text, there, first, last)
        if _is_one_line(text, there[first], there[last]) and _same(said, key):
            return last
    return None


def _said(text: str, there: Sequence[Word], first: int, last: int) -> str:
    return text[there[first].start : there[last].end]


def _is_one_line(text: str, first: Word, last: Word) -> bool:
    between = text[first.start : last.end]
    return "\n" not in between and not re.search(r"(?<!\w)\w{4,}+[.;!?]\s", between)


def _same(said: str, key: str) -> bool:
    """Whether a name is that of a street; its kind or a direction may be missing on one side."""
    own = streets.key(said)
    if own == key:
        return True
    mine, theirs = streets.parts(own), streets.parts(key)
    return mine.core == theirs.core != "" and all(
        one == other or not one or not other
        for one, other in (
            (mine.kind, theirs.kind),
            (mine.before + mine.after, theirs.before + theirs.after),
        )
    )


def _corners(text: str, there: Sequence[Word], line: StreetLine) -> Iterator[Place]:
    for first in range(len(there)):
        for key, other in ((line.key, line.cross_key), (line.cross_key, line.key)):
            end = _longest(text, there, first, key)
            if end is None:
                continue
            second = end + 1
            while second < len(there) - 1 and second < end + 4 and there[second].folded in _AND:
                second += 1
            last = _longest(text, there, second, other) if second < len(there) else None
            if last is not None:
                yield Place(there[first].start, there[last].end)


def _boxes(text: str, line: _Line) -> Iterator[Place]:
    number = re.search(r"\d+", line.read.name)
    if number is None:
        return
    pattern = rf"{_BOX}\s*#?\s*{number[0]}(?!\d)"
    for found in re.finditer(pattern, text, re.IGNORECASE):
        yield Place(*found.span(), certain=len(number[0]) > 2)


def _as_written(there: Sequence[Word], line: _Line) -> Iterator[Place]:
    """A line that is none of these, word by word, where it tells enough to be meant."""
    many = len(line.flat)
    if many < 3 or not any(word.isdigit() for word in line.flat):
        return
    for first in range(len(there) - many + 1):
        some = there[first : first + many]
        if tuple(word.folded for word in some) == line.flat:
            yield Place(some[0].start, some[-1].end)


def _bare_names(text: str, there: Sequence[Word], key: str) -> Iterator[Place]:
    """The street's name without a number: with its kind, or written as a name is."""
    wanted = streets.parts(key)
    first = 0
    while first < len(there):
        last = _longest(text, there, first, key)
        if last is None:
            first += 1
            continue
        said = _said(text, there, first, last)
        found = streets.parts(streets.key(said))
        kind = bool(found.kind) or any(w.folded in KIND for w in there[first : last + 1])
        behind = there[first - 1].folded if first else ""
        if kind or len(wanted.core.split()) > 1 or (said[0].isupper() and behind in _AT):
            yield Place(there[first].start, there[last].end)
        first = last + 1
