"""Where a line may end: Unicode TR 14, as far as names, addresses and sentences need it.

Stricter in three places, because a guide's lines are short: an en dash keeps its two sides
(Mon–Fri), a hyphen and a slash break only between letters, and a telephone never breaks. Thai,
Lao, Khmer and Burmese break at spaces and zero-width spaces; Korean at its spaces.
"""

from collections.abc import Iterator

from directory_app.guides.typesetting.bidi import phone_spans
from directory_app.guides.typesetting.clusters import is_mark

#: Spaces that end a line (classes SP, BA, ZW); those that do not are U+00A0, U+2007, U+202F.
_SPACES = frozenset(
    " \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"
)
_ZERO_SPACE, _JOINER, _WORD_JOINER = "\u200b", "\u200d", "\u2060"
#: Marks at the end of a word, sentence or syllable after which a line may end (class BA).
_AFTER = frozenset("\u0f0b\u0964\u0965\u104a\u104b\u17d4\u17d5\u1361\u1362\u2010\u2056\u05be\u1400")
#: What stays with what is before it, spaces between them or not (classes CL, CP, EX, IS, SY).
_CLOSING = frozenset("、。，．・：；？！’”）〕］｝〉》」』】)]},.!?;:›»؟،؛።፣፤፥፦།༎")
#: What stays with what is before it (classes NS, PO, IN).
_NO_START = frozenset(
    "゛゜ヽヾゝゞ々〻ー〜゠‐‼⁇⁈⁉…‥%‰°¢℃ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
)
#: What stays with what is after it (classes OP, PR).
_OPENING = frozenset("‘“（〔［｛〈《「『【([{‹«¿¡$#№€£¥₩₱±")
_HYPHENS = frozenset("-\u2010\u2014")


def atoms(text: str) -> Iterator[str]:
    """Cut a text after every place where a line may end; joined again it is the text."""
    kept = _inside_phones(text)
    start = 0
    for index in range(1, len(text)):
        if index not in kept and _may_break(text, index):
            yield text[start:index]
            start = index
    if text:
        yield text[start:]


def _inside_phones(text: str) -> set[int]:
    """The places inside of a telephone."""
    return {index for start, end in phone_spans(text) for index in range(start + 1, end)}


def _may_break(text: str, index: int) -> bool:
    """Whether a line may end between text[index - 1] and text[index]."""
    before, after = text[index - 1], text[index]
    if after in _SPACES or after in (_ZERO_SPACE, _WORD_JOINER) or before == _WORD_JOINER:
        return False
    if before == _ZERO_SPACE:
        return True
    if before in _SPACES:
        return not _kept_over_spaces(text, index)
    if is_mark(after) or after in _AFTER or before == _JOINER:
        return False
    if before in _HYPHENS or before == "/":
        return index > 1 and text[index - 2].isalpha() and after.isalpha()
    if after in _CLOSING or after in _NO_START or before in _OPENING:
        return False
    return before in _AFTER or _beside_han(before, after)


def _kept_over_spaces(text: str, index: int) -> bool:
    """Closing marks do not begin a line after a space, nor do opening ones end one (LB13-14)."""
    word = text[index:].split(" ", 1)[0]
    if text[index] in _CLOSING and not any(letter.isalnum() for letter in word):
        return True
    before = text[:index].rstrip(" ")
    return bool(before) and before[-1] in _OPENING


def _beside_han(before: str, after: str) -> bool:
    """Between Han or kana and anything that is a letter or figure of its own."""
    one, other = _ideographic(before), _ideographic(after)
    if one and other:
        return True
    if one:
        return after.isalnum() or after in _OPENING
    return other and (before.isalnum() or before in _CLOSING)


def _ideographic(letter: str) -> bool:
    """Han, kana and their punctuation, between which a line may end."""
    code = ord(letter)
    return (
        0x2E80 <= code <= 0x30FF
        or 0x31F0 <= code <= 0x9FFF
        or 0xF900 <= code <= 0xFAFF
        or 0xFF00 <= code <= 0xFF60
        or 0x20000 <= code <= 0x3FFFF
    )
