"""Recovery codes: forty letters on paper that open a directory when the passphrase is gone.

Eight groups of five Crockford letters (digits and capitals without I, L, O and U). The first
four of a group are random, together 160 bits; the fifth checks them and the group's place, so
that a slip of the pen can be pointed at. Every single wrong letter, every two neighbours
changed around within a group, and every two groups changed around are found.
"""

import secrets
import unicodedata
from dataclasses import dataclass

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUPS = 8
RANDOM_LETTERS = 4
GROUP_LENGTH = RANDOM_LETTERS + 1
LENGTH = GROUPS * GROUP_LENGTH
#: People write O for 0 and l for 1; U is read as V, which it is mistaken for.
_READ_AS = str.maketrans("OILU", "011V")
#: x^5 + x^2 + 1, which makes the five bits of a letter a field.
_FIELD = 0b100101
#: A text with so many letters was meant as a code, not as a passphrase.
_ABOUT = range(LENGTH - GROUP_LENGTH, LENGTH + GROUP_LENGTH + 1)


@dataclass(frozen=True, slots=True)
class CodeReading:
    """What was typed: ``secret`` (20 bytes), or which groups (from 1) are not right.

    ``meant`` is False where the text is no attempt at a code at all. A code of the wrong
    length has neither a secret nor wrong groups.
    """

    secret: bytes | None
    wrong_groups: tuple[int, ...] = ()
    meant: bool = True


def new_code() -> str:
    """A fresh code as it is printed: ``7F3KQ-…``, eight groups."""
    groups = []
    for place in range(GROUPS):
        letters = [secrets.randbelow(len(LETTERS)) for _ in range(RANDOM_LETTERS)]
        groups.append("".join(LETTERS[value] for value in [*letters, _check(place, letters)]))
    return "-".join(groups)


def read(text: str) -> CodeReading:
    """Read a code generously: any case, spaces, dashes and line breaks, O for 0, I or l for 1."""
    letters = _letters(text)
    if any(letter not in LETTERS for letter in letters) or len(letters) not in _ABOUT:
        return CodeReading(None, meant=False)
    if len(letters) != LENGTH:
        return CodeReading(None, meant=_grouped(text))
    values = [LETTERS.index(letter) for letter in letters]
    groups = [values[start : start + GROUP_LENGTH] for start in range(0, LENGTH, GROUP_LENGTH)]
    wrong = tuple(
        place + 1 for place, (*random, check) in enumerate(groups) if check != _check(place, random)
    )
    if wrong:
        return CodeReading(None, wrong)
    number = 0
    for group in groups:
        for value in group[:RANDOM_LETTERS]:
            number = number << 5 | value
    return CodeReading(number.to_bytes(GROUPS * RANDOM_LETTERS * 5 // 8, "big"))


def normal(text: str) -> str | None:
    """The code as it is printed, None if it is not right."""
    if read(text).secret is None:
        return None
    letters = _letters(text)
    starts = range(0, LENGTH, GROUP_LENGTH)
    return "-".join(letters[start : start + GROUP_LENGTH] for start in starts)


def _letters(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).upper()
    kept = "".join(letter for letter in plain if letter.isalnum())
    return kept.translate(_READ_AS)


def _grouped(text: str) -> bool:
    """Whether it is parted as codes are: a passphrase of one long word is not."""
    parts = text.replace("-", " ").split()
    return sum(len(part) == GROUP_LENGTH for part in parts) > GROUPS // 2


def _check(place: int, letters: list[int]) -> int:
    """A weighted sum in the field of 32: each place and the group's number weigh differently."""
    total, weight = 0, 2
    for value in [*letters, place + 1]:
        total ^= _times(value, weight)
        weight = _times(weight, 2)
    return total


def _times(one: int, other: int) -> int:
    product = 0
    while other:
        if other & 1:
            product ^= one
        one <<= 1
        if one & 0b100000:
            one ^= _FIELD
        other >>= 1
    return product
