"""A street line against the street data: the very name, then parts of it, then nearly it.

Nothing is taken that could be another street. A name with its direction or kind missing is
taken where the town has one such street; one with wrong letters where nothing else is as near
and the number is there; a name of another kind ("Llano Ct" where there is Llano St) never.
What is not taken is offered as choices.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from directory_app.geocoding import finding
from directory_app.geocoding.around import Around
from directory_app.geocoding.candidates import Candidate, Finding
from directory_app.geocoding.finding import NOTHING
from directory_app.geocoding.known import is_present
from directory_app.geocoding.regions import Region
from directory_app.model.street_lines import LineKind, StreetLine
from directory_app.model.street_words import FIRST_KINDS, KIND
from directory_app.model.streets import NUMBERED_ROADS, Parts, key, letters, parts

#: Shown for choice at most.
MOST_CHOICES = 6
#: Letters of a name from which on one, two and three of them may be wrong.
WRONG_LETTERS = ((4, 1), (8, 2), (14, 3))
#: The same for what is taken without a person looking at it.
SLIPS = ((6, 1), (12, 2))


@dataclass(slots=True)
class _Names:
    """The street names of some regions, by what is left without direction and kind."""

    by_core: dict[str, tuple[str, ...]]
    by_letters: dict[int, list[str]]


@lru_cache(maxsize=16)
def _names(regions: tuple[Region, ...]) -> _Names:
    by_core: dict[str, dict[str, None]] = defaultdict(dict)
    for region in regions:
        for name in region.keys:
            by_core[letters(parts(name).core)][name] = None
    by_length: dict[int, list[str]] = defaultdict(list)
    for core in by_core:
        by_length[len(core)].append(core)
    return _Names({core: tuple(keys) for core, keys in by_core.items()}, by_length)


def match(line: StreetLine, around: Around, regions: tuple[Region, ...]) -> Finding:
    """Where a line is. No regions, or a line without a street, find nothing."""
    if not regions or not line.key:
        return NOTHING
    if line.kind == LineKind.CORNER:
        return _corner(line, around, regions)
    if line.kind not in (LineKind.HOUSE, LineKind.STREET):
        return NOTHING
    for told in _told(line, around):
        found = _at(line, told, around, regions)
        if found.best or found.choices:
            return found
    return _otherwise(line, around, regions)


def _told(line: StreetLine, around: Around) -> Iterable[str]:
    """The key as it stands; without the town behind it; with its unit; without a first letter."""
    yield line.key
    for city in around.cities:
        town = key(city)
        if town and line.key.endswith(f" {town}"):
            yield line.key[: -len(town) - 1]
    words = line.key.split()
    if line.unit.isalnum() and line.kind == LineKind.HOUSE:
        yield key(f"{line.name} {line.unit}")  # "Curry Road 14"
    if len(words) > 2 and len(words[0]) == 1 and words[0] not in "nsew":
        yield " ".join(words[1:])


def _at(line: StreetLine, name: str, around: Around, regions: tuple[Region, ...]) -> Finding:
    """The line on the street of this very key."""
    offered: tuple[Candidate, ...] = ()
    if line.kind == LineKind.HOUSE:
        found = finding.house(line, name, around, regions)
        if found.best:
            return found
        offered = found.choices
        if not offered:
            found = _by_other_names(line, name, around, regions)
            if found.best or found.choices:
                return found
    found = finding.street(line, name, around, regions)
    return Finding(None if offered else found.best, (offered or found.choices)[:MOST_CHOICES])


def _by_other_names(
    line: StreetLine, name: str, around: Around, regions: tuple[Region, ...]
) -> Finding:
    """The number under another name of the same street: NM 14 is Turquoise Trail there.

    Not the other way round: a highway has numbers of its own beyond the street that is part
    of it.
    """
    others = {other for region in regions for other in region.other_keys(name)}
    if name.split(maxsplit=1)[0] not in NUMBERED_ROADS:
        others = {other for other in others if other.split()[0] not in NUMBERED_ROADS}
    found = [finding.house(line, other, around, regions) for other in sorted(others)]
    best = [one.best for one in found if one.best]
    if len(best) == 1:
        return Finding(best[0])
    return Finding(choices=tuple(best) or tuple(one for each in found for one in each.choices))


def _otherwise(line: StreetLine, around: Around, regions: tuple[Region, ...]) -> Finding:
    """By a part of the name, then by nearly the name."""
    asked = parts(line.key)
    groups = [_group(reading, around, regions) for reading in _readings(asked)]
    for reading, group in zip(_readings(asked), groups, strict=True):
        fitting = [name for name in group if _fits(reading, parts(name))]
        if len(fitting) == 1 and _is_sure(reading, parts(fitting[0])):
            return finding.lowered(_at(line, fitting[0], around, regions), 0.95)
        if fitting:
            return _choices(line, fitting, around, regions)
    if groups[0]:
        return _choices(line, groups[0], around, regions)
    return _nearly(line, asked, around, regions)


def _readings(asked: Parts) -> list[Parts]:
    """What a key may be: "graham hill" is Graham with a kind, or Graham Hill without one."""
    if not asked.kind:
        return [asked]
    return [asked, Parts(asked.before, f"{asked.core} {asked.kind}", "", asked.after)]


def _group(asked: Parts, around: Around, regions: tuple[Region, ...]) -> list[str]:
    """The names of the town with this core."""
    return _present(_names(regions).by_core.get(letters(asked.core), ()), around, regions)


def _fits(asked: Parts, known: Parts) -> bool:
    """Whether two names of one core may be one street: nothing that both say differs."""
    if asked.kind and known.kind and asked.kind != known.kind:
        return False
    one, other = (asked.before, asked.after), (known.before, known.after)
    # "N Canyon Dr" and "Canyon Dr N" are one, "E Canyon Dr" and "Canyon Dr N" are not
    return one == other or not any(one) or not any(other) or one == other[::-1]


def _is_sure(asked: Parts, known: Parts) -> bool:
    """Whether one fitting name may be taken: "Canyon Dr N" is not, where there is Canyon Dr.

    A direction in front is often left out, on signs as well, and so is the quarter of a city
    (NE); N, E, S or W behind a name tells two streets apart.
    """
    if not asked.after:
        return len(known.after) != 1 or asked.before == known.after
    return any((known.before, known.after))


def _present(keys: Iterable[str], around: Around, regions: tuple[Region, ...]) -> list[str]:
    """Those that the town has."""
    return [name for name in keys if is_present(name, around, regions)]


def is_nearly(asked: str, answered: str) -> bool:
    """Whether a service's street is the one asked for, but for letters and what one left out."""
    one, other = parts(asked), parts(answered)
    if not _fits(one, other):
        return False
    core, answer = letters(one.core), letters(other.core)
    wrong = OSA.distance(core, answer)
    return core == answer or (_digits(core) == _digits(answer) and is_slip(one, other, wrong))


def _choices(
    line: StreetLine, names: Sequence[str], around: Around, regions: tuple[Region, ...]
) -> Finding:
    found = (_at(line, name, around, regions) for name in names[:MOST_CHOICES])
    choices = [one for each in found for one in ((each.best,) if each.best else each.choices)]
    doors = [one for one in choices if one.precision != "street"] or choices
    return finding.lowered(Finding(choices=tuple(doors[:MOST_CHOICES])), 0.8)


def _nearly(line: StreetLine, asked: Parts, around: Around, regions: tuple[Region, ...]) -> Finding:
    """The one street of the town whose name differs in the fewest letters, with the number."""
    near = nearly(line.key, around, regions)
    if not near:
        return NOTHING
    least = near[0][1]
    closest = [name for name, wrong in near if wrong == least]
    # a second name that is hardly farther could be the one that was meant
    clear = len(closest) == 1 and (least == 1 or len(near) == 1 or near[1][1] > least + 1)
    if clear and line.kind == LineKind.HOUSE and is_slip(asked, parts(closest[0]), least):
        found = finding.house(line, closest[0], around, regions)
        if found.best:
            return finding.lowered(found, 1 - least / max(len(asked.core), 5))
    return _choices(line, [name for name, _ in near], around, regions)


def is_slip(asked: Parts, known: Parts, wrong: int) -> bool:
    """Whether a name is so near that it can only be a slip of the finger.

    One letter of six or two of twelve, and the first one right: "Long St" is not Ong St, nor is
    "Alden Ave" Allen Ave. Where only the kind is misspelt, the name itself is right.
    """
    if not _is_sure(asked, known):
        return False
    core, other = letters(asked.core), letters(known.core)
    if core.startswith(f"{other} ") or core.partition(" ")[2] == other.partition(" ")[2] != "":
        return True
    first = _first_kind(asked.core)
    own = core.removeprefix(f"{letters(first)} ") if first else core
    theirs = other.removeprefix(f"{letters(first)} ") if first else other
    allowed = max((few for least, few in SLIPS if len(own) >= least), default=0)
    both_kinds = bool(asked.kind) == bool(known.kind)
    first_right = own[0] == theirs[0] or own[:2] == theirs[1::-1]
    return wrong <= allowed and first_right and (both_kinds or wrong == 1)


@lru_cache(maxsize=8_192)
def nearly(name: str, around: Around, regions: tuple[Region, ...]) -> tuple[tuple[str, int], ...]:
    """Keys of the town's streets that differ from this one in few letters, with how many.

    Digits, directions and the kind of street must agree. A kind that nobody knows may be a
    misspelt one: then the whole name is compared.
    """
    asked = parts(name)
    core = letters(asked.core)
    allowed = max((wrong for least, wrong in WRONG_LETTERS if len(core) >= least), default=0)
    if not allowed:
        return ()
    known = _names(regions)
    found: dict[str, int] = {}
    for length in range(len(core) - allowed, len(core) + allowed + 1):
        cores = known.by_letters.get(length, [])
        for other, wrong, _ in process.extract(
            core, cores, scorer=OSA.distance, score_cutoff=allowed, limit=None
        ):
            if _digits(other) == _digits(core):
                for candidate in known.by_core[other]:
                    if _fits(asked, parts(candidate)):
                        found[candidate] = int(wrong)
    if not asked.kind:
        found |= _misspelt_kind(asked, known, allowed)
    present = _present(found, around, regions)
    return tuple(sorted(((one, found[one]) for one in present), key=lambda each: each[1]))


def _misspelt_kind(asked: Parts, known: _Names, allowed: int) -> dict[str, int]:
    """Keys that a name with its misspelt kind is near to: "Cerrillos Raod", "Aenida Juárez"."""
    found = {}
    first, _, rest = asked.core.partition(" ")
    for word, kind in KIND.items() if rest and len(first) > 4 else ():
        if kind in FIRST_KINDS and OSA.distance(first, word, score_cutoff=allowed) <= allowed:
            for candidate in known.by_core.get(letters(f"{kind} {rest}"), ()):
                if _fits(_directions(asked), parts(candidate)):
                    found[candidate] = int(OSA.distance(first, word))
    head, _, tail = asked.core.rpartition(" ")
    for core in {letters(head)} if head and len(tail) > 2 else ():
        for candidate in known.by_core.get(core, ()):
            other = parts(candidate)
            wrong = OSA.distance(tail, letters(other.kind), score_cutoff=2)
            if other.kind and wrong <= min(2, allowed) and _fits(_directions(asked), other):
                found[candidate] = int(wrong)
    return found


def _directions(asked: Parts) -> Parts:
    """Only the directions of a name."""
    return Parts(asked.before, "", "", asked.after)


def _first_kind(core: str) -> str:
    """The kind that a Spanish name begins with: its letters do not tell streets apart."""
    first = core.split(" ", 1)[0]
    return first if KIND.get(first) in FIRST_KINDS else ""


def _digits(text: str) -> list[str]:
    """The words that must agree to the letter: numbers, and the C of "Avenue C"."""
    return [word for word in text.split() if len(word) == 1 or any(map(str.isdigit, word))]


def _corner(line: StreetLine, around: Around, regions: tuple[Region, ...]) -> Finding:
    sides = tuple(_side(name, around, regions) for name in (line.key, line.cross_key))
    label = f"{line.name} & {line.cross}"
    found = finding.corner((sides[0], sides[1]), label, around, regions)
    exact = sides == ((line.key,), (line.cross_key,))
    return found if exact else finding.lowered(found, 0.95)


def _side(name: str, around: Around, regions: tuple[Region, ...]) -> Sequence[str]:
    """The keys that one street of a corner may be: its own, else those that it is a part of."""
    if is_present(name, around, regions):
        return (name,)
    asked = parts(name)
    group = _names(regions).by_core.get(letters(asked.core), ())
    fitting = _present([other for other in group if _fits(asked, parts(other))], around, regions)
    near = nearly(name, around, regions)
    slips = [other for other, wrong in near if is_slip(asked, parts(other), wrong)]
    return fitting or (slips if len(slips) == 1 else ())


@lru_cache(maxsize=4_096)
def is_covered(around: Around, regions: tuple[Region, ...]) -> bool:
    """Whether some street data reaches the town, so that a street missing there is a finding."""
    middles = [(centre.position.longitude, centre.position.latitude) for centre in around.centres]
    bounds = [region.bounds for region in regions if region.bounds]
    return any(
        west <= x <= east and south <= y <= north
        for x, y in middles
        for west, south, east, north in bounds
    )
