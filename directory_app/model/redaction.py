"""Where a text names a business: by name, number, street, e-mail, page, code or id. Pure rules.

One matcher for all who ask: the sweep that forgets who withdrew, the wall that cuts a hidden
street, the check that reads a file back. It looks at what a text says, not at the field it
stands in. ``certain`` is what nobody else could be meant by: a telephone, an e-mail, a house in
its street, or the whole name where two of its words tell something ("Panadería La Luz"). What
is only like it ("El Nopal", "The Market", a name with a slip of the pen) is for a person to say.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from functools import lru_cache

from directory_app.model import name_words, redaction_streets
from directory_app.model.redaction_sieve import Rule
from directory_app.model.text import Word, fold, is_spaceless, typed_number, words

#: What stands in a text where something was taken out.
CUT = "[…]"
_MARK = "\ue000"
#: How alike a name has to be (name_words.likeness), the same as among likely duplicates.
_ALIKE = 82.0
#: So many letters of a script without spaces tell as much as two words.
_LETTERS = 3
_HANDLE, _LONG_HANDLE = 5, 9
#: A word of more letters than this says several.
_RUN_TOGETHER = 24


class Kind(StrEnum):
    """By what a text names a business."""

    NAME = "name"
    PERSON = "person"
    PHONE = "phone"
    EMAIL = "email"
    SITE = "site"
    STREET = "street"
    ZIP = "zip"
    CODE = "code"
    ID = "id"


@dataclass(frozen=True, slots=True)
class Identity:
    """What a business is known by, each as it is kept: phones in E.164, a street line alone.

    ``people`` answer for it: many bear one name, so that is never certain. ``sites`` are web and
    social pages; of ``zips`` only those with four more digits tell a
    street. With ``bare_streets`` the name of a street counts without its house number, as it
    does in the texts of the very place that is hidden; with ``house_numbers`` only the number
    is found there, for a place that shows its street.
    """

    names: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()
    sites: frozenset[str] = frozenset()
    streets: frozenset[str] = frozenset()
    zips: frozenset[str] = frozenset()
    codes: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()
    bare_streets: bool = False
    house_numbers: bool = False

    def __or__(self, other: "Identity") -> "Identity":
        """Both together."""
        names = (one.name for one in fields(self))
        return Identity(*(getattr(self, name) | getattr(other, name) for name in names))


@dataclass(frozen=True, slots=True)
class Hit:
    """``text[start:end]`` names the business; ``whole``: letter by letter, not only alike."""

    start: int
    end: int
    kind: Kind
    certain: bool
    whole: bool = True


def find(text: str, what: Identity) -> list[Hit]:
    """Where a text names a business, in order and without overlaps; what is certain goes first."""
    return finder(what).find(text) if text else []


def redact(text: str, hits: Iterable[Hit]) -> str:
    """The text without these places. Of a sentence that says nothing else nothing stays.

    Elsewhere "[…]" stands for what was there, so that a reader sees that something is missing:
    "Junto a Taquería El Nopal. Toque dos veces." becomes "Toque dos veces.", and "The cook of
    Taquería El Nopal helps here on Mondays" becomes "The cook of […] helps here on Mondays".
    """
    made, last = [], 0
    found = sorted(hits, key=lambda one: one.start)
    if not found:
        return text
    for hit in found:
        if hit.start >= last:
            made += [text[last : hit.start], _MARK]
        last = max(last, hit.end)
    marked = re.sub(rf"{_MARK}(?:[\s,/()#-]*{_MARK})+", _MARK, "".join(made) + text[last:])
    parts = ["", *_SENTENCE.split(marked)]
    pairs = zip(parts[::2], parts[1::2], strict=True)
    kept = [(gap, part) for gap, part in pairs if _MARK not in part or _says_more(part)]
    whole = "".join((gap if place else "") + part for place, (gap, part) in enumerate(kept))
    return whole.replace(_MARK, CUT).strip()


def around(text: str, hit: Hit, most: int = 90) -> tuple[str, str, str]:
    """The sentence that a hit stands in: what is before it, itself, and what is behind it.

    Of a long one ``most`` letters on each side.
    """
    start, end = 0, len(text)
    for gap in _SENTENCE.finditer(text):
        if gap.end() <= hit.start:
            start = gap.end()
        elif gap.start() >= hit.end:
            end = gap.start()
            break
    before, after = text[start : hit.start], text[hit.end : end]
    if len(before) > most:
        before = f"…{before[-most:]}"
    if len(after) > most:
        after = f"{after[:most]}…"
    return before, text[hit.start : hit.end], after


@lru_cache(64)
def finder(what: Identity) -> "Finder":
    """The finder of one identity, made once."""
    return Finder(what)


class Finder:
    """Finds one business in many texts, exactly; redaction_sieve tells quickly in which not."""

    def __init__(self, what: Identity) -> None:
        """Work out patterns and words once."""
        self._names = [name for name in map(_Name.of, sorted(what.names)) if name.flat]
        people = map(_Name.of, sorted(what.people - what.names))
        self._names += [replace(one, person=True) for one in people if len(one.words) > 1]
        self._codes = {code.upper() for code in what.codes if code}
        self._patterns = list(_patterns(what))
        self._streets = redaction_streets.StreetFinder(
            what.streets, bare=what.bare_streets, numbers_only=what.house_numbers
        )

    def find(self, text: str) -> list[Hit]:
        """See ``find`` of this module."""
        found = list(self._literal(text))
        if self._names or self._codes or self._streets.lines:
            there = words(text)
            for name in self._names:
                found += name.whole_in(text, there)
                found += name.alike_in(there)
            found += self._coded(text, there)
            found += (
                Hit(one.start, one.end, Kind.STREET, one.certain)
                for one in self._streets.find(text, there)
            )
        return _apart(found)

    @property
    def needles(self) -> list[str]:
        """Texts of which one is in whatever is found but by a rule (model.redaction_sieve)."""
        names = [name.flat for name in self._names if len(name.flat) > 1]
        return [*names, *(one.needle for one in self._patterns), *self._streets.needles]

    @property
    def rules(self) -> list[Rule]:
        """What has to be in a text for what is found by its words (model.redaction_sieve)."""
        alike = [rule for name in self._names if (rule := name.rule) is not None]
        codes = [Rule(frozenset({code}), 1) for code in sorted(self._codes)]
        return [*alike, *codes, *self._streets.rules]

    def marks(self, word: str) -> set[str]:
        """The marks of these rules that a folded word has."""
        found = {word.upper()} & self._codes
        for name in self._names:
            found |= name.marks(word)
        return found | self._streets.marks(word)

    @staticmethod
    def _plain(text: str) -> str:
        return text if text.isascii() else _OTHER_DIGIT.sub(_plain_digit, text)

    def _literal(self, text: str) -> Iterator[Hit]:
        plain = self._plain(text)
        for one in self._patterns:
            for found in one.pattern.finditer(plain):
                yield Hit(*found.span(), one.kind, one.certain)

    def _coded(self, text: str, there: Sequence[Word]) -> Iterator[Hit]:
        """Codes, which people write in capitals; in small letters they may be anything."""
        for word in there if self._codes else ():
            if word.folded.upper() in self._codes:
                written = text[word.start : word.end]
                yield Hit(word.start, word.end, Kind.CODE, written == word.folded.upper())


@dataclass(frozen=True, slots=True)
class _Name:
    """A name to look for: its words, and those run together, for "#ElNopal"."""

    words: tuple[str, ...]
    flat: str
    read: name_words.NameWords
    called: bool
    telling: bool
    person: bool = False

    @classmethod
    def of(cls, name: str) -> "_Name":
        own = tuple(word.folded for word in words(name))
        read = name_words.read(fold(name))
        called = name_words.is_called(fold(name))
        spaceless = sum(len(word) == 1 and is_spaceless(word) for word in own)
        many = called and len(read.called) + bool(read.kinds) > 1
        return cls(own, "".join(own), read, called, many or spaceless >= _LETTERS)

    def whole_in(self, text: str, there: Sequence[Word]) -> Iterator[Hit]:
        """Where the whole name stands at the borders of words, run together or in parts."""
        if len(self.flat) < 2:
            return
        starts, ends, flat = {}, {}, ""
        for place, word in enumerate(there):
            starts[len(flat)] = place
            flat += word.folded
            ends[len(flat)] = place
        at = flat.find(self.flat)
        while at >= 0:
            first = starts.get(at)
            # "the Nopal's chairs", "los Nopales"
            tails = (len(self.flat) + more for more in (0, *_tail(flat, at + len(self.flat))))
            last = next((ends[at + end] for end in tails if at + end in ends), None)
            if first is not None and last is not None and self._meant(text, there, first, last):
                certain = self.telling and not self.person
                yield Hit(there[first].start, there[last].end, self._kind, certain)
            at = flat.find(self.flat, at + 1)

    def _meant(self, text: str, there: Sequence[Word], first: int, last: int) -> bool:
        """A name of common words alone ("The Market") is meant only where it has a capital."""
        written = text[there[first].start : there[last].end]
        return self.called or self.telling or written != written.lower() or not written.isascii()

    def alike_in(self, there: Sequence[Word]) -> Iterator[Hit]:
        """Where something like it stands: the telling words alone, or with a slip of the pen."""
        if not self.called or len(self.flat) < 2:
            return
        many = len(self.read.called)
        anchors = [self.is_near(word.folded) for word in there]
        for first, near in enumerate(anchors):
            if not near or (first and anchors[first - 1] and many > 1):
                continue
            best = max(
                (
                    (self._likeness(there[first:last]), -last)
                    for last in range(first + max(1, many - 1), first + many + 3)
                    if last <= len(there) and anchors[last - 1]
                ),
                default=(0.0, 0),
            )
            if best[0] >= _ALIKE:
                begin, end = self._with_neighbours(there, first, -best[1], anchors)
                yield Hit(there[begin].start, there[end - 1].end, self._kind, False, False)

    @property
    def _kind(self) -> Kind:
        return Kind.PERSON if self.person else Kind.NAME

    @property
    def rule(self) -> Rule | None:
        """What has to be in a text for ``alike_in``: of three telling words and more any two.

        ``likeness`` of less than those is too small, but for a word that is far longer.
        """
        if not self.called or len(self.flat) < 2:
            return None
        many = len(self.read.called)
        return Rule(frozenset(map(self._mark, range(many))), 2 if many > 2 else 1)

    def marks(self, word: str) -> set[str]:
        """Which of the telling words a folded word may be; a very long one may be any."""
        if not self.called or (word.isdigit() and word not in self.read.called):
            return set()
        near = {place for place, one in enumerate(self.read.called) if _is_near(one, word)}
        if near and len(word) > _RUN_TOGETHER:
            near = set(range(len(self.read.called)))
        return set(map(self._mark, near))

    def _mark(self, place: int) -> str:
        return f"{self.flat} {place}"

    def is_near(self, word: str) -> bool:
        """Whether a folded word is one that tells the name, or one with a slip of the pen."""
        return self.called and any(_is_near(one, word) for one in self.read.called)

    def _likeness(self, some: Sequence[Word]) -> float:
        return name_words.likeness(name_words.read(" ".join(w.folded for w in some)), self.read)

    def _with_neighbours(
        self, there: Sequence[Word], first: int, last: int, anchors: Sequence[bool]
    ) -> tuple[int, int]:
        """Take in the words of the name that stand beside: the "Taquería El" of "… Nopal"."""
        while first and not anchors[first - 1] and there[first - 1].folded in self.words:
            first -= 1
        while last < len(there) and not anchors[last] and there[last].folded in self.words:
            last += 1
        return first, last


def _is_near(one: str, word: str) -> bool:
    return one == name_words.spelt(word) or name_words.is_slip(one, word)


def _tail(flat: str, end: int) -> Iterator[int]:
    """How many letters of a plural or a possessive stand behind a name."""
    yield from (len(more) for more in ("s", "es") if flat.startswith(more, end))


def _apart(found: list[Hit]) -> list[Hit]:
    """Hits without overlaps: two that are certain as one, else the better: certain, whole, long."""
    kept: list[Hit] = []
    for hit in sorted((one for one in found if one.certain), key=lambda one: one.start):
        if kept and hit.start < kept[-1].end:
            kept[-1] = replace(kept[-1], end=max(kept[-1].end, hit.end))
        else:
            kept.append(hit)
    likely = [one for one in found if not one.certain]
    for hit in sorted(likely, key=lambda one: (not one.whole, one.start - one.end, one.start)):
        if all(hit.end <= other.start or hit.start >= other.end for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda one: one.start)


# -- what is found letter by letter

_SEPARATOR = r"[\s().,_\-–‐‑−/·•\u200b]{0,3}"
_BORDER = r"(?<!\d)(?<!\d[.,])"
_NO_AREA_CODE = "".join(r"(?<!(?<!\w)[2-9]\d\d" + r"[\s.\-–/)]" * signs + ")" for signs in range(4))
#: Pages that many share: what tells is behind the stroke, not the host.
_SHARED = re.compile(
    r"(?:^|\.)(?:facebook|fb|instagram|tiktok|twitter|x|youtube|yelp|google|goo|wa|whatsapp|linktr|"
    r"linkedin|tripadvisor|doordash|ubereats|grubhub|threads|pinterest|bit|t|tinyurl|foursquare)"
    r"\.(?:com|me|gl|ee|be|ly|co|net)$"
)
_PAGE = re.compile(r"^(?:[a-z]+://)?(?:www\.)?([^/?#\s]+)(?:[/?#](.*))?$", re.IGNORECASE)
_GENERAL = frozenset({
    "pages", "profile", "people", "biz", "store", "stores", "reel", "channel", "groups", "maps",
    "place", "user", "watch", "posts", "about", "photos", "menu", "home", "index",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Pattern:
    """What is found letter by letter, and what is in each that is: its letters and figures."""

    kind: Kind
    pattern: re.Pattern[str]
    needle: str
    certain: bool = True


def _patterns(what: Identity) -> Iterator[_Pattern]:
    for number in sorted(what.phones):
        if digits := re.sub(r"\D", "", number):
            local = digits[-7:] if _is_american(digits) else digits[-8:]
            yield _Pattern(Kind.PHONE, re.compile(_phone(digits)), local)
    for email in sorted(filter(None, what.emails)):
        yield _bordered(Kind.EMAIL, email)
        yield from _said_aloud(email)
    for site in sorted(filter(None, what.sites)):
        for text, certain in _pages(site):
            yield _bordered(Kind.SITE, text, certain=certain)
    for one in sorted(what.zips):
        if found := re.fullmatch(r"\s*(\d{5})[\s-]*(\d{4})\s*", one):
            pattern = rf"{_BORDER}{found[1]}[\s\-–]{{0,2}}{found[2]}(?!\d)"
            yield _Pattern(Kind.ZIP, re.compile(pattern), found[1] + found[2])
    for one in sorted(filter(None, what.ids)):
        yield _Pattern(Kind.ID, re.compile(re.escape(one), re.IGNORECASE), one)


_AROUND_DOT = r"(?:\s*[(\[]\s*dot\s*[)\]]\s*|\s+dot\s+)"
_AROUND_PUNTO = _AROUND_DOT.replace("dot", "punto")


def _is_american(digits: str) -> bool:
    return len(digits) == 11 and digits[0] == "1"


def _phone(digits: str) -> str:
    """The digits with anything between them, and fewer in front: "555-0142" is "505-555-0142".

    Of a North American number the area code and the 1 may be missing, of another all but the
    last eight digits. Another area code in front makes it another number.
    """
    if _is_american(digits):
        area, local = _SEPARATOR.join(digits[1:4]), _SEPARATOR.join(digits[4:])
        whole = rf"\+?(?:(?<!\w)1{_SEPARATOR})?\(?{area}{_SEPARATOR}{local}"
        return rf"{_BORDER}{whole}(?!\d)|{_BORDER}{_NO_AREA_CODE}{local}(?!\d)"
    before = ""
    for digit in digits[:-8]:
        before = rf"(?:{before}{digit}{_SEPARATOR})?"
    return rf"{_BORDER}\+?(?:00|011)?{_SEPARATOR}{before}{_SEPARATOR.join(digits[-8:])}(?!\d)"


def _bordered(kind: Kind, text: str, *, certain: bool = True) -> _Pattern:
    """A text with neither letter nor digit before and behind it."""
    pattern = re.compile(rf"(?<![\w.-]){re.escape(text.strip())}(?![\w])", re.IGNORECASE)
    return _Pattern(kind, pattern, text.strip(), certain)


def _said_aloud(email: str) -> Iterator[_Pattern]:
    """An address as people write it for no machine to read: "hola (at) sol.mx", "arroba"."""
    name, _, host = email.strip().partition("@")
    if not (name and host):
        return
    for at in ("at", "arroba"):
        sign = rf"\s*[(\[{{<]\s*{at}\s*[)\]}}>]\s*|\s+{at}\s+"
        for dot, said in ((".", r"\s*\.\s*"), ("dot", _AROUND_DOT), ("punto", _AROUND_PUNTO)):
            parts = said.join(re.escape(part) for part in host.split("."))
            pattern = rf"(?<![\w.-]){re.escape(name)}(?:{sign}){parts}(?![\w])"
            needle = f"{name}{at}{host.replace('.', dot)}"
            yield _Pattern(Kind.EMAIL, re.compile(pattern, re.IGNORECASE), needle)


def _pages(site: str) -> Iterator[tuple[str, bool]]:
    """What to look for of a page: its host, or its name with a service that many use."""
    found = _PAGE.match(site.strip().rstrip("/"))
    if found is None:
        return
    host, path = found[1].lower(), found[2] or ""
    if "." in host and not _SHARED.search(host):
        yield host, True
        return
    said = path if "." in host else host
    parts = [part.lstrip("@") for part in re.split(r"[/?#&=]", said)]
    for handle in parts:
        if len(handle) >= _HANDLE and handle.lower() not in _GENERAL and not typed_number(handle):
            if "." in host:
                yield f"{host}/{handle}", True
            yield f"@{handle}", True
            yield handle, len(handle) >= _LONG_HANDLE or bool(re.search(r"[\d._]", handle))


#: Full-width and Arabic digits, each one letter as 0-9 are, so that places stay.
_OTHER_DIGIT = re.compile(r"[^\D0-9]")


def _plain_digit(digit: re.Match[str]) -> str:
    return str(int(digit[0]))


# -- what stays

_SENTENCE = re.compile(r"((?<=[.!?;])\s++|(?<!\s)[^\S\n]*+\n\s*+|(?<!\s)\s++[|•·]\s++)")
#: Words that say nothing once a name beside them is gone.
_POINTING = frozenset({
    "next", "to", "near", "by", "across", "from", "behind", "beside", "between", "opposite", "at",
    "the", "in", "on", "of", "and", "or", "with", "formerly", "before", "was", "is", "are", "it",
    "its", "a", "an", "also", "known", "as", "same", "owner", "family", "street", "st",
    "junto", "al", "lado", "de", "del", "cerca", "frente", "detras", "en", "el", "la", "los", "las",
    "un", "una", "y", "e", "o", "con", "por", "antes", "era", "es", "fue", "esta", "queda", "entre",
    "esquina", "mismo", "misma", "dueno", "duena", "familia", "tel", "telephone", "telefono",
    "phone", "cell", "cel", "call", "text", "llame", "llamar", "mensaje", "whatsapp", "email",
    "mail", "correo", "web", "website", "sitio", "pagina", "facebook", "instagram", "code",
    "codigo", "here", "aqui", "ask", "see", "visit", "knock", "pregunte", "pregunten",
    "visite", "vea",
})  # fmt: skip


def _says_more(part: str) -> bool:
    """Whether a sentence in which something is cut says anything else."""
    return any(word not in _POINTING for word in fold(part.replace(_MARK, " ")).split())
