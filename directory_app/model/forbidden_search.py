"""Looking through texts for what must not be in them: many thousand things in one pass. Pure rules.

Words are looked up, not searched for one by one: each text is folded once, and each of its words
asks what begins with it. What is found that way is then held against ``model.redaction``, whose
rules say what names a business. A wrong find stops a guide, so each is looked at once more: a name
that is also that of somebody who may be there, or a word of ours, or of everyday speech, is none.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import pairwise

from directory_app.model import name_words, redaction
from directory_app.model.forbidden import Forbidden, Hidden, HiddenPlace, Leak, Owner, Secret, Shown
from directory_app.model.geo import Position
from directory_app.model.redaction import Identity
from directory_app.model.street_words import DIRECTION, KIND
from directory_app.model.text import fold, is_spaceless, words

#: So many words of a note in a row are no accident.
SHINGLE = 5
#: Of these so many have to tell something.
_TELLING = 2
#: A note as short as this is looked for whole.
_SHORTEST_NOTE = 3
#: How near a coordinate is to a hidden pin that it tells it: the cell of store.places, and a bit.
NEAR = 0.0025
#: Words between a house number and a word of its street, at most.
_REACH = 8
_BORDER = "zqxborderxqz"
#: What a layout puts where a name has no more room, and how many words of it tell it all the same.
_CUT = "…"
_LEAST_WORDS, _LEAST_LETTERS, _MOST_WORDS = 2, 8, 8
_SPACELESS = re.compile("([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3040-\u30ff"
                        "\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff])")  # fmt: skip
_GROUP = re.compile(r"\d+")
_DEGREES = re.compile(r"(?<![\d.])([-−]?\d{1,3}[.,]\d{3,15})(?![\d])(?:\s*+°?\s*+([NSEWO])\b)?")
_MINUTES = re.compile(
    r"(\d{1,3})\s*+°\s*+(\d{1,2})\s*+['′]\s*+(?:(\d{1,2}(?:\.\d+)?)\s*+(?:[\"″]|'')?)?\s*+([NSEWO])"
)
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)++")
#: Words of hours and of towns' names tell nothing of a note.
_HOUR_WORDS = (
    "mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday lun mar"
    " mie jue vie sab dom lunes martes miercoles jueves viernes sabado domingo open closed abierto"
    " cerrado from to until a al de hasta am pm and y the el la los las one two three four five six"
    " seven eight nine ten eleven twelve noon una dos tres cuatro cinco seis siete ocho nueve diez"
    " once doce mediodia"
)
_HOURS = frozenset(_HOUR_WORDS.split())
#: Names of businesses that are also places people write of: alone they name nobody.
_LAND_WORDS = (
    "mexico chihuahua sonora durango sinaloa zacatecas jalisco michoacan guanajuato puebla oaxaca"
    " veracruz tabasco chiapas yucatan campeche guerrero hidalgo morelos nayarit colima queretaro"
    " tlaxcala coahuila tamaulipas baja california sur juarez guadalajara monterrey acapulco merida"
    " guatemala honduras salvador nicaragua panama colombia venezuela ecuador peru bolivia chile"
    " argentina uruguay paraguay brasil brazil cuba habana havana dominicana puerto rico haiti"
    " espana spain italia italy francia france alemania germany grecia greece turquia turkey irak"
    " iraq iran siria syria libano lebanon jordania jordan palestina palestine israel egipto egypt"
    " marruecos morocco etiopia ethiopia eritrea somalia kenia kenya nigeria ghana senegal congo"
    " india nepal pakistan bangladesh tibet china beijing shanghai sichuan canton hunan taiwan"
    " japon japan tokyo osaka corea korea seoul vietnam saigon hanoi tailandia thailand bangkok"
    " laos camboya cambodia birmania burma filipinas philippines manila indonesia kabul afganistan"
    " afghanistan kathmandu addis ababa damascus damasco beirut america americas norte centro oeste"
    " este santa fe albuquerque clovis portales roswell texas arizona colorado"
)
_LANDS = frozenset(_LAND_WORDS.split())


@dataclass(frozen=True, slots=True)
class Piece:
    """A text of a thing that was made, and where it stands in it.

    ``names_only``: it is one that was read already, put together in another way.
    """

    where: str
    text: str
    names_only: bool = False


class Search:
    """Looks for all of a Forbidden; made once, asked once a file.

    ``common`` says whether a folded word is one of everyday speech, ``own_words`` gives the folded
    words that our own pages say, whoever is on them: both are asked of what was found alone.
    """

    def __init__(
        self,
        forbidden: Forbidden,
        common: Callable[[str], bool] = lambda word: False,
        own_words: Callable[[], str] = lambda: "",
    ) -> None:
        self._forbidden = forbidden
        self._common, self._own_words = common, own_words
        self._phrases = _Phrases(forbidden)
        self._phones = _by_digits(forbidden.phones)
        self._emails = {each.text.strip().casefold(): each for each in forbidden.emails}
        self._streets = _by_number(forbidden.streets)
        self._pins = _by_cell(forbidden.places)
        self._allowed: dict[tuple[str, bool], bool] = {}

    def find(self, pieces: Iterable[Piece]) -> list[Leak]:
        """What is in these texts and must not be; each once, in their order."""
        found: dict[tuple[Secret, Owner], Leak] = {}
        for piece in pieces:
            for secret, hidden, said in self._in(piece):
                if (secret, hidden) not in found:
                    source = self._source(said)
                    found[secret, hidden] = Leak(secret, hidden, piece.where, said, source)
        return list(found.values())

    def _in(self, piece: Piece) -> Iterator[tuple[Secret, Owner, str]]:
        folded = _words(piece.text)
        yield from self._phrases_in(piece, folded)
        if piece.names_only:
            return
        yield from self._streets_in(piece, folded)
        yield from self._phones_in(piece.text)
        yield from self._places_in(piece.text)
        if "@" in piece.text:
            for match in _EMAIL.finditer(piece.text):
                if hidden := self._emails.get(match[0].casefold().strip(".-+")):
                    yield Secret.EMAIL, hidden.owner, match[0]

    # -- names, contacts and notes

    def _phrases_in(
        self, piece: Piece, folded: Sequence[str]
    ) -> Iterator[tuple[Secret, Owner, str]]:
        for secret, hidden, phrase in self._phrases.find(folded):
            if secret is Secret.STREET:
                yield secret, hidden.owner, hidden.text
            elif secret is Secret.NOTE:
                if self._is_of_a_note(phrase, hidden):
                    yield secret, hidden.owner, phrase
            elif not self._is_allowed(phrase, texts=secret is Secret.PERSON) and self._is_meant(
                piece.text, phrase, person=secret is Secret.PERSON
            ):
                yield secret, hidden.owner, hidden.text

    def _is_of_a_note(self, phrase: str, hidden: Hidden) -> bool:
        telling = [
            word
            for word in phrase.split()
            if word not in _HOURS and not word.isdigit() and (len(word) > 2 or not word.isascii())
        ]
        own = set(_words(hidden.owner.name))
        said = sum(word not in own for word in telling)
        return said >= _TELLING and not self._is_allowed(phrase, texts=True)

    def _is_allowed(self, phrase: str, *, texts: bool) -> bool:
        """Whether it may be there all the same: it is said of who may be there, or by us."""
        known = self._allowed.get((phrase, texts))
        if known is None:
            known = self._allowed[phrase, texts] = self._is_said(phrase, texts=texts)
        return known

    def _is_said(self, phrase: str, *, texts: bool) -> bool:
        bordered = f" {phrase.removesuffix(_CUT).rstrip()}{'' if phrase.endswith(_CUT) else ' '}"
        return (
            bordered in self._facts or (texts and bordered in self._texts) or bordered in self._own
        )

    @cached_property
    def _facts(self) -> str:
        return _joined(dict.fromkeys(self._forbidden.facts))

    @cached_property
    def _texts(self) -> str:
        return _joined(each.text for each in self._forbidden.shown)

    @cached_property
    def _own(self) -> str:
        return self._own_words()

    @cached_property
    def _small(self) -> frozenset[str]:
        """Words that somebody wrote small in a text: no names."""
        found: set[str] = set()
        for each in self._forbidden.shown:
            found.update(fold(word) for word in each.text.split() if word[:1].islower())
        return frozenset(found)

    def _is_meant(self, text: str, phrase: str, *, person: bool) -> bool:
        """Whether a name in a text is meant: certain, alone, or written as a name is."""
        if phrase.endswith(_CUT):
            return _tells(name_words.read(phrase.removesuffix(_CUT).rstrip()), 0)
        called = name_words.read(phrase)
        spaceless = sum(len(word) == 1 and is_spaceless(word) for word in phrase.split())
        if not name_words.is_called(phrase) and not spaceless:
            return False
        if not person and _tells(called, spaceless):
            return not all(self._is_everyday(word) for word in called.called) or _is_capital(
                text, phrase
            )
        if any(_words(line) == phrase.split() for line in text.splitlines()):
            return True
        if person:
            telling = [word for word in called.called if not self._common(word)]
        else:
            telling = [word for word in called.called if not self._is_everyday(word)]
        return any(len(word) > 3 for word in telling) and _is_capital(text, phrase)

    def _is_everyday(self, word: str) -> bool:
        return (
            word in _LANDS or word in self._small or self._common(word) or f" {word} " in self._own
            or f" {word} " in self._facts
        )  # fmt: skip

    # -- streets

    def _streets_in(
        self, piece: Piece, folded: Sequence[str]
    ) -> Iterator[tuple[Secret, Owner, str]]:
        if not self._streets:
            return
        for at, word in enumerate(folded):
            if not word[:1].isdigit() or not (lines := self._streets.get(_leading(word))):
                continue
            around = set(folded[max(0, at - _REACH) : at + _REACH + 1])
            for line in lines:
                if line.telling & around and self._is_told(piece, line.hidden.text):
                    yield Secret.STREET, line.hidden.owner, line.hidden.text

    def _is_told(self, piece: Piece, line: str) -> bool:
        looked_for = Identity(streets=frozenset((line,)))
        if any(redaction.find(each, looked_for) for each in self._streets_that_may_be):
            return False
        text = _without_phones(piece.text)
        # a line that is broken on paper is one
        return any(
            hit.certain and hit.kind is redaction.Kind.STREET
            for whole in (text, " ".join(text.split()))
            for hit in redaction.find(whole, looked_for)
        )

    @cached_property
    def _streets_that_may_be(self) -> tuple[str, ...]:
        return ("\n".join(self._forbidden.facts),)

    # -- telephones and places

    def _phones_in(self, text: str) -> Iterator[tuple[Secret, Owner, str]]:
        if not self._phones:
            return
        for digits, said in numbers_in(text):
            if hidden := self._phones.get(digits):
                yield Secret.PHONE, hidden.owner, said

    def _places_in(self, text: str) -> Iterator[tuple[Secret, Owner, str]]:
        if not self._pins:
            return
        for told, latitude, longitude, fineness in coordinates_in(text):
            near = self._pins_near(latitude, longitude)
            if near and not self._may_be_told(latitude, longitude, fineness):
                for pin in near:
                    yield Secret.PLACE, pin.owner, told

    def _may_be_told(self, latitude: float, longitude: float, fineness: float) -> bool:
        return any(
            abs(one.latitude - latitude) <= fineness and abs(one.longitude - longitude) <= fineness
            for down in (-1, 0, 1)
            for along in (-1, 0, 1)
            for one in self._markers.get((_cell(latitude) + down, _cell(longitude) + along), ())
        )

    @cached_property
    def _markers(self) -> dict[tuple[int, int], list[Position]]:
        found: dict[tuple[int, int], list[Position]] = defaultdict(list)
        for one in self._forbidden.markers:
            found[_cell(one.latitude), _cell(one.longitude)].append(one)
        return dict(found)

    def _pins_near(self, latitude: float, longitude: float) -> list[HiddenPlace]:
        near = [
            pin
            for down in (-1, 0, 1)
            for along in (-1, 0, 1)
            for pin in self._pins.get((_cell(latitude) + down, _cell(longitude) + along), ())
            if abs(pin.position.latitude - latitude) <= NEAR
            and abs(pin.position.longitude - longitude) <= NEAR
        ]
        return sorted(
            near,
            key=lambda pin: (
                abs(pin.position.latitude - latitude) + abs(pin.position.longitude - longitude)
            ),
        )[:1]

    def _source(self, said: str) -> Shown | None:
        """The text of a business that something came from."""
        looked_for = f" {' '.join(_words(said))} "
        for each in self._forbidden.shown:
            if looked_for in f" {' '.join(_words(each.text))} ":
                return each
        return None


# -- what is looked for, by the word that it begins with


class _Phrases:
    """Names, contacts and stretches of notes, found by their first two words."""

    def __init__(self, forbidden: Forbidden) -> None:
        self._by_first: dict[str, dict[tuple[str, ...], tuple[Secret, Hidden]]] = defaultdict(dict)
        self._lengths: dict[str, tuple[int, ...]] = {}
        self._shingles: dict[str, Hidden] = {}
        for secret, those in ((Secret.NAME, forbidden.names), (Secret.PERSON, forbidden.people)):
            for hidden in those:
                said = tuple(_words(hidden.text))
                if len("".join(said)) > 1 and (secret is Secret.NAME or len(said) > 1):
                    self._by_first[said[0]].setdefault(said, (secret, hidden))
                    owned = (*said[:-1], f"{said[-1]}s")  # "the Nopal's chairs"
                    self._by_first[owned[0]].setdefault(owned, (secret, hidden))
        for hidden in _own_streets(forbidden):
            said = tuple(_words(hidden.text))
            self._by_first[said[0]].setdefault(said, (Secret.STREET, hidden))
        for first, those_of in self._by_first.items():
            self._lengths[first] = tuple({len(said) for said in those_of})
        for hidden in forbidden.notes:
            for shingle in _shingles(_words(hidden.text)):
                self._shingles.setdefault(shingle, hidden)
        self._note_lengths = sorted({shingle.count(" ") + 1 for shingle in self._shingles})

    def find(self, folded: Sequence[str]) -> Iterator[tuple[Secret, Hidden, str]]:
        """What is there, and the folded words of it."""
        for at, word in enumerate(folded):
            if word == _CUT:
                yield from self._cut_short(folded, at)
            for many in self._lengths.get(word, ()):
                said = tuple(folded[at : at + many])
                if found := self._by_first[word].get(said):
                    yield *found, " ".join(said)
        if self._shingles:
            for many in self._note_lengths:
                for at in range(len(folded) - many + 1):
                    said_so = " ".join(folded[at : at + many])
                    if note := self._shingles.get(said_so):
                        yield Secret.NOTE, note, said_so

    def _cut_short(self, folded: Sequence[str], end: int) -> Iterator[tuple[Secret, Hidden, str]]:
        """Names of which the beginning stands before an ellipsis."""
        for first in range(max(0, end - _MOST_WORDS), end - _LEAST_WORDS + 1):
            cut = tuple(folded[first:end])
            if len("".join(cut)) < _LEAST_LETTERS:
                continue
            for said, found in self._by_first.get(cut[0], {}).items():
                rest = said[len(cut) - 1 :]
                if rest and said[: len(cut) - 1] == cut[:-1] and rest[0].startswith(cut[-1]):
                    yield *found, f"{' '.join(cut)} {_CUT}"


def _own_streets(forbidden: Forbidden) -> Iterator[Hidden]:
    """Where owners who hide their street name it in their own texts, with a word on each side."""
    hiding = {each.owner.code: each for each in forbidden.own_streets}
    for shown in forbidden.shown:
        if (line := hiding.get(shown.owner.code)) is None:
            continue
        there = words(shown.text)
        looked_for = Identity(streets=frozenset((line.text,)), bare_streets=True)
        for hit in redaction.find(shown.text, looked_for):
            inside = [at for at, word in enumerate(there) if hit.start <= word.start < hit.end]
            if hit.certain and hit.kind is redaction.Kind.STREET and inside:
                some = there[max(0, inside[0] - 1) : inside[-1] + 2]
                yield Hidden(line.owner, shown.text[some[0].start : some[-1].end])


def _shingles(said: Sequence[str]) -> Iterator[str]:
    """Each five words in a row; a note of three or four whole."""
    if _SHORTEST_NOTE <= len(said) < SHINGLE:
        yield " ".join(said)
    for at in range(len(said) - SHINGLE + 1):
        yield " ".join(said[at : at + SHINGLE])


@lru_cache(8_192)
def _short_words(text: str) -> list[str]:
    return _split(text)


def _words(text: str) -> list[str]:
    """The folded words; of scripts without spaces each letter is one."""
    return _short_words(text) if len(text) < 200 else _split(text)


def _split(text: str) -> list[str]:
    if _CUT in text:
        parts = text.split(_CUT)
        return [word for part in parts[:-1] for word in (*_split(part), _CUT)] + _split(parts[-1])
    folded = fold(text)
    return (folded if folded.isascii() else _SPACELESS.sub(r" \1 ", folded)).split()


def _joined(texts: Iterable[str]) -> str:
    """All of them folded at once, with a word between two that nobody writes."""
    return f" {' '.join(_split(f' {_BORDER} '.join(text.replace(_CUT, ' ') for text in texts)))} "


def _tells(read: name_words.NameWords, spaceless: int) -> bool:
    """As model.redaction: two words that tell something, or three letters without spaces."""
    return len(read.called) + bool(read.kinds) > 1 or spaceless > 2


def _is_capital(text: str, phrase: str) -> bool:
    """Whether it is written somewhere as names are: each word of weight with a capital."""
    there, wanted = words(text), phrase.split()
    weighty = [at for at, word in enumerate(wanted) if len(word) > 3] or [len(wanted) - 1]
    for first in range(len(there) - len(wanted) + 1):
        some = there[first : first + len(wanted)]
        if [word.folded for word in some] == wanted:
            written = [text[some[at].start] for at in weighty]
            if all(not letter.islower() for letter in written):
                return True
    return False


@dataclass(frozen=True, slots=True)
class _Line:
    hidden: Hidden
    telling: frozenset[str]


def _by_number(streets: Iterable[Hidden]) -> dict[str, list[_Line]]:
    """Street lines by each number in them, with the words that have to stand near it."""
    found: dict[str, list[_Line]] = defaultdict(list)
    for hidden in streets:
        said = _words(hidden.text)
        names = {word for word in said if not word[0].isdigit()}
        telling = {word for word in names if word not in KIND and word not in DIRECTION}
        numbers = {_leading(word) for word in said if word[0].isdigit()}
        # "5th" and "US 285" are names, and stand near it too
        line = _Line(hidden, frozenset(telling or names or set(said)))
        for number in numbers:
            found[number].append(line)
    return dict(found)


def _leading(word: str) -> str:
    found = re.match(r"0*(\d+)", word)
    return found[1] if found else ""


def _by_digits(phones: Iterable[Hidden]) -> dict[str, Hidden]:
    """Numbers as people write them: with and without the country's code."""
    found: dict[str, Hidden] = {}
    for hidden in phones:
        digits = "".join(_GROUP.findall(hidden.text))
        if len(digits) < 7:
            continue
        found.setdefault(digits, hidden)
        if len(digits) == 11 and digits[0] == "1":
            found.setdefault(digits[1:], hidden)
        elif len(digits) == 10 and not hidden.text.strip().startswith("+"):
            found.setdefault(f"1{digits}", hidden)
        elif len(digits) > 10:
            found.setdefault(digits[-10:], hidden)
            found.setdefault(digits[-8:], hidden)
    for local, hidden in [(key[-7:], each) for key, each in found.items() if len(key) == 10]:
        found.setdefault(local, hidden)
    return found


@cache
def _digits() -> dict[int, str]:
    """Every digit of every script as 0-9."""
    every = (code for code in range(128, sys.maxunicode + 1) if chr(code).isdecimal())
    return {code: str(int(chr(code))) for code in every}


def numbers_in(text: str) -> Iterator[tuple[str, str]]:
    """The digits of what may be a telephone, and it as written: "(505) 555-0142" is 5055550142.

    Groups of digits that at most three signs part, from the border of a group to that of
    another. Seven digits count alone, not behind an area code.
    """
    plain = text if text.isascii() else text.translate(_digits())
    groups = list(_GROUP.finditer(plain))
    for first, group in enumerate(groups):
        digits, end = "", group.start()
        for place in range(first, min(first + 7, len(groups))):
            other = groups[place]
            between = plain[end : other.start()]
            if place > first and (len(between) > 4 or any(map(str.isalnum, between))):
                break
            digits, end = digits + other[0], other.end()
            if len(digits) > 15:
                break
            if len(digits) > 7 or (len(digits) == 7 and _is_local(plain, groups, first, place)):
                yield digits, text[group.start() : end]


def _is_local(text: str, groups: Sequence[re.Match[str]], first: int, last: int) -> bool:
    """Whether seven digits stand alone: no area code before them, and none behind."""
    start, end = groups[first].start(), groups[last].end()
    before = text[max(0, groups[first - 1].end()) : start] if first else "x" * 9
    joined = len(before) < 4 and not any(map(str.isalnum, before)) and "\n" not in before
    shaped = last == first or (last == first + 1 and len(groups[first][0]) == 3)
    return shaped and not joined and not text[end : end + 2].strip(".-").isdigit()


def _without_phones(text: str) -> str:
    """A text in which no number of a telephone can be taken for that of a house."""
    return re.sub(r"\(?\d{3}\)?[ .\-–]\d{3}[ .\-–]\d{4}(?!\d)", " ; ", text)


def _cell(degrees: float) -> int:
    return int(degrees // NEAR)


def _by_cell(places: Iterable[HiddenPlace]) -> dict[tuple[int, int], list[HiddenPlace]]:
    found: dict[tuple[int, int], list[HiddenPlace]] = defaultdict(list)
    for place in places:
        at = place.position
        found[_cell(at.latitude), _cell(at.longitude)].append(place)
    return dict(found)


def coordinates_in(text: str) -> Iterator[tuple[str, float, float, float]]:
    """Pairs of degrees with three decimals or more: as written, latitude, longitude, fineness.

    ``fineness`` is half a unit of the last decimal. Which of a pair is the latitude is not known,
    so both orders are given.
    """
    found = sorted(
        [*map(_in_decimals, _DEGREES.finditer(text)), *map(_in_minutes, _MINUTES.finditer(text))],
        key=lambda one: one[0],
    )
    for (start, end, one, fine), (other_start, other_end, other, also) in pairwise(found):
        if other_start - end <= 60:
            said, fineness = text[start:other_end], max(fine, also)
            for latitude, longitude in ((one, other), (other, one)):
                if abs(latitude) <= 90 and abs(longitude) <= 180:
                    yield said, latitude, longitude, fineness


def _in_decimals(found: re.Match[str]) -> tuple[int, int, float, float]:
    said = found[1].replace("−", "-").replace(",", ".")
    value = float(said)
    if found[2] in ("S", "W", "O") and value > 0:
        value = -value
    return found.start(), found.end(), value, 0.5 * 10 ** -len(said.partition(".")[2]) + 1e-9


def _in_minutes(found: re.Match[str]) -> tuple[int, int, float, float]:
    value = int(found[1]) + int(found[2]) / 60 + float(found[3] or 0) / 3600
    sign = -1 if found[4] in ("S", "W", "O") else 1
    return found.start(), found.end(), sign * value, 1e-9
