"""Grapheme clusters: what a line may never break, nor a font change, inside of.

Follows the extended clusters of Unicode TR 29 closely enough for names: marks, joiners,
variation selectors, viramas with the consonant after them, Hangul jamo, flags, emoji.
"""

import unicodedata

#: Have no shape of their own; they did their work in bidi and line breaking.
INVISIBLE = frozenset(
    "\u00ad\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff"
)
JOINERS = frozenset("\u200c\u200d")
#: Explicit embeddings, overrides and isolates: in one name they would turn round the letters
#: of another on the same line. Which way a text runs its letters say (see bidi).
TURNING = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
#: Stands for what cannot be printed, so that nobody takes the text for whole.
REPLACEMENT = "\ufffd"
#: Combining classes of marks that are set one on the other, below and above.
_STACKED = frozenset({202, 220, 230})
_MOST_MARKS = 6
_UNPRINTABLE = frozenset({"Cc", "Co", "Cs"})
_MARKS = frozenset({"Mn", "Mc", "Me"})
#: Thai and Lao vowels that are letters to Unicode, but hang on their neighbour.
_AFTER = frozenset("\u0e33\u0eb3")
_BEFORE = frozenset("\u0e40\u0e41\u0e42\u0e43\u0e44\u0ec0\u0ec1\u0ec2\u0ec3\u0ec4")


def clusters(text: str) -> list[str]:
    """The text cut at cluster boundaries; joined again it is the text."""
    if text.isascii():
        return list(text)
    out: list[str] = []
    for letter in text:
        if out and _joins(out[-1], letter):
            out[-1] += letter
        else:
            out.append(letter)
    return out


def unloaded(cluster: str) -> tuple[str, str]:
    """A cluster without the marks beyond those that any writing stacks on a letter, and these.

    A hundred of them would be drawn over the lines above and below.
    """
    if len(cluster) <= _MOST_MARKS:
        return cluster, ""
    kept = extra = ""
    stacked = 0
    for letter in cluster:
        stacked += unicodedata.combining(letter) in _STACKED
        if stacked > _MOST_MARKS and unicodedata.combining(letter):
            extra += letter
        else:
            kept += letter
    return kept, extra


def is_printable(letter: str) -> bool:
    """False for controls, private use and halves of pairs: no two programs show them alike."""
    return unicodedata.category(letter) not in _UNPRINTABLE


def printable(text: str) -> str:
    """The text as programs may show it outside of the page: titles, alternates, outlines."""
    if text.isprintable():
        return text
    spaced = " ".join(text.split()).translate(TURNING)
    return "".join(letter if is_printable(letter) else REPLACEMENT for letter in spaced)


def is_mark(letter: str) -> bool:
    """Whether the character hangs on the one before it."""
    return (
        unicodedata.category(letter) in _MARKS
        or letter in _AFTER
        or letter in JOINERS
        or "\ufe00" <= letter <= "\ufe0f"
        or "\U000e0100" <= letter <= "\U000e01ef"
        or "\U0001f3fb" <= letter <= "\U0001f3ff"
        or "\U000e0020" <= letter <= "\U000e007f"
    )


def _joins(cluster: str, letter: str) -> bool:
    """Whether a letter belongs to the cluster before it."""
    last = cluster[-1]
    if last in "\r\n\t ":
        return False
    if is_mark(letter):
        return True
    if last == "\u200d" or (last in _BEFORE and letter.isalpha()):
        return True
    if unicodedata.combining(last) == 9 and letter.isalpha():
        return True
    return _jamo(last, letter) or _flag(cluster, letter)


def _jamo(last: str, letter: str) -> bool:
    """Conjoining Hangul: a vowel after a leading consonant, a final after either."""
    if "\u1160" <= letter <= "\u11ff":
        return "\u1100" <= last <= "\u11ff" or "\uac00" <= last <= "\ud7a3"
    return "\u1100" <= letter <= "\u115f" and "\u1100" <= last <= "\u115f"


def _flag(cluster: str, letter: str) -> bool:
    """The second of a pair of regional indicators."""
    return (
        len(cluster) == 1
        and "\U0001f1e6" <= cluster <= "\U0001f1ff"
        and "\U0001f1e6" <= letter <= "\U0001f1ff"
    )
