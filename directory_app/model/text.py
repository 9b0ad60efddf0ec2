"""Text as it was typed (clean), and the key that names are sorted and matched by (fold)."""

import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

#: Letters that Unicode does not decompose, spelt as people without the key type them; and
#: Arabic letters that keyboards swap (Unicode TR 39 has most of them as confusables).
_PLAIN = {
    "đ": "d", "ð": "d", "ɖ": "d", "ɗ": "d", "ł": "l", "ø": "o", "ɔ": "o", "œ": "oe", "æ": "ae",
    "ı": "i", "þ": "th", "ħ": "h", "ŧ": "t", "ŋ": "n", "ɓ": "b", "ƀ": "b", "ƙ": "k", "ƴ": "y",
    "ɛ": "e", "ə": "e", "ǝ": "e", "ĸ": "k", "ɨ": "i", "ʉ": "u",
    "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ہ": "ه", "ھ": "ه",
}  # fmt: skip
#: Dropped without a gap: "Michael's" is "michaels", "K'iche'" is "kiche".
_APOSTROPHES = frozenset("'`´’‘‛ʼʻʹʽ′＇ꞌ")
#: Marks that only colour a letter: Latin, Greek, Cyrillic, Hebrew points, Arabic harakat.
#: The vowel signs of Indic, Thai, Khmer, Ethiopic and other scripts are letters and stay.
_MARKS = (
    (0x0300, 0x036F), (0x0483, 0x0489), (0x0591, 0x05C7), (0x0610, 0x061A), (0x0640, 0x0640),
    (0x064B, 0x065F), (0x0670, 0x0670), (0x06D6, 0x06DC), (0x06DF, 0x06E4), (0x06E7, 0x06E8),
    (0x06EA, 0x06ED), (0x08CA, 0x08FF), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF),
    (0xFE20, 0xFE2F),
)  # fmt: skip
#: Scripts that put no space between words.
_SPACELESS = (
    (0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x2E80, 0x2FDF), (0x3040, 0x30FF),
    (0x31F0, 0x31FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF),
)  # fmt: skip
#: Texts up to this length are folded once.
_SHORT = 40
_CONTROLS = dict.fromkeys([*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F])


def fold(text: str) -> str:
    """Make the key of a name: lower case, no marks, plain letters, single spaces.

    "Pho & Bánh Mì" and "pho banh mi" have the same key, and so have "St Michael's" and
    "ST. MICHAELS". Idempotent. Empty if the text has neither letters nor digits.
    """
    # the cells of a list say the same towns, kinds and answers again and again
    return _folded(text) if len(text) <= _SHORT else _fold(text)


def _fold(text: str) -> str:
    if text.isascii():
        return " ".join(text.translate(_TABLE).split())
    return " ".join(unicodedata.normalize("NFC", text.translate(_TABLE)).split())


_folded = lru_cache(4096)(_fold)


def clean(text: str) -> str:
    """Strip what no person typed (NUL and other C0 controls) and the space around the text.

    Everything else, markup, formulas and direction marks too, stays to the letter.
    """
    return text.translate(_CONTROLS).strip()


class _Table(dict[int, str]):
    """A table for str.translate that works out a code point when it first meets it."""

    def __missing__(self, code: int) -> str:
        value = "".join(_fold_letter(letter) for letter in _decompose(chr(code)))
        self[code] = value
        return value


_TABLE = _Table()


def _decompose(letter: str) -> str:
    """Casefold and decompose until nothing changes: each may undo the other."""
    while True:
        if letter in _APOSTROPHES:
            return ""
        letter = "".join(_PLAIN.get(part, part) for part in letter)
        further = unicodedata.normalize("NFKD", letter.casefold())
        if further == letter:
            return letter
        letter = further


@cache
def _fold_letter(letter: str) -> str:
    """What one decomposed character becomes: itself, nothing, or a space."""
    code = ord(letter)
    kind = unicodedata.category(letter)
    if letter in _APOSTROPHES or kind == "Cf" or any(a <= code <= z for a, z in _MARKS):
        return ""
    if kind == "Nd":
        return str(unicodedata.decimal(letter))
    return letter if kind[0] in "LMN" else " "


def typed_number(text: str) -> str:
    """The figures of a text that is typed as a telephone is: five or more, and signs alone.

    "" for any other text. Without a pattern, for a window at start reads this.
    """
    if not all(sign.isdecimal() or sign.isspace() or sign in "().+-" for sign in text):
        return ""
    digits = "".join(sign for sign in text if sign.isdecimal())
    return digits if len(digits) > 4 else ""


class Word(NamedTuple):
    """One word of a text: folded, and where it stands there (``text[start:end]``)."""

    folded: str
    start: int
    end: int


def words(text: str) -> list[Word]:
    """The words of a text, folded, each with its place: what ``fold(text).split()`` has.

    Of scripts that put no space between words each letter counts as one, so that a name is found
    in the middle of a sentence: there the words are not those of ``fold``.
    """
    found: list[Word] = []
    letters, start, end = "", 0, 0

    def close() -> None:
        nonlocal letters
        if letters:
            found.append(Word(unicodedata.normalize("NFC", letters), start, end))
        letters = ""

    for place, letter in enumerate(text):
        for piece in _TABLE[ord(letter)]:
            if piece == " " or (letters and (is_spaceless(piece) or is_spaceless(letters[-1]))):
                close()
            if piece != " ":
                start = start if letters else place
                letters, end = letters + piece, place + 1
        # what is dropped without a gap (an apostrophe, a soft hyphen) belongs to its word
    close()
    return found


def is_spaceless(letter: str) -> bool:
    """Whether a letter's script writes no space between words, as Han, Kana, Thai and Khmer."""
    code = ord(letter)
    return code > 0x0DFF and any(a <= code <= z for a, z in _SPACELESS)
