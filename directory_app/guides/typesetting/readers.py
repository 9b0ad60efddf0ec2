"""What a line with right-to-left text has to say to programs that read a page back.

Both pdfium and poppler take what stands on one height from left to right and turn
right-to-left text round themselves, each by rules of its own that know neither numbers nor
brackets in it; pdfium also has the line's pieces in reverse on a page that is turned upside
down. So such a line is told as one: a text that comes out of a reader's own turning as it was
written. poppler takes the innermost Span's ActualText, pdfium the innermost one under any tag,
so one under the tag Seen is for pdfium alone; the text as it is written stands round both for
all others. docs/decisions/right-to-left-text.md has what was measured.
"""

import unicodedata
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from directory_app.guides.typesetting.fonts import Face

#: Each bracket and what it looks like from right to left.
MIRRORED: dict[str, str] = {}
_PAIRS = "() [] {} <> «» ‹› ⟨⟩ ≤≥ 〈〉 《》 「」 『』 【】"
for _pair in _PAIRS.split():
    MIRRORED |= {_pair[0]: _pair[1], _pair[1]: _pair[0]}
_LEFT_TO_RIGHT_MARK, _RIGHT_TO_LEFT_MARK = "\u200e", "\u200f"
#: A stretch from left to right that nobody sees, and before it what pdfium leaves out of the
#: text, so that one after the other they stay apart.
_UNSEEN = "\x93\u200e"
_RIGHT = frozenset({"R", "AL"})
_NUMBERS = frozenset({"EN", "ES", "ET", "AN", "CS"})
#: What pdfium leaves where it is without taking it for a direction.
_WEAK = _NUMBERS | {"NSM", "BN"}
#: pdfium passes over this and all beyond in an ActualText.
_PDFIUM_ENDS = "\ufffd"


class Told(NamedTuple):
    """One line for everybody, for poppler and for pdfium; and its BCP 47 tag.

    ``pdfium`` is empty where it has to look at the glyphs.
    """

    text: str
    poppler: str
    pdfium: str
    language: str


def told(text: str, language: str) -> Told:
    """What to tell of a line that has right-to-left text in it."""
    return Told(text, _for_poppler(text), _for_pdfium(text), language)


def _for_poppler(text: str) -> str:
    """The text before poppler's reorderText, for a page that runs left to right as a whole.

    It reverses each stretch from a right-to-left letter up to a Latin letter or a number,
    the spaces before that too. Marks of direction at its ends keep out of it what is not of
    it, and in it what is: what it ends in may be the mark of a vowel or a bracket.
    """
    out = ""
    at = 0
    while at < len(text):
        end = _end_of_stretch(text, at)
        if end == at:
            out += text[at]
            at += 1
            continue
        begin = "" if unicodedata.bidirectional(text[end - 1]) in _RIGHT else _RIGHT_TO_LEFT_MARK
        out += begin + text[at:end][::-1] + _LEFT_TO_RIGHT_MARK
        at = end
    return out


def _end_of_stretch(text: str, at: int) -> int:
    """Where a stretch that runs right to left ends, without the spaces behind it."""
    end = at
    if unicodedata.bidirectional(text[at]) not in _RIGHT:
        return end
    for index in range(at, len(text)):
        kind = unicodedata.bidirectional(text[index])
        if kind == "L" or kind in _NUMBERS:
            break
        if kind in _RIGHT or kind == "NSM":
            end = index + 1
    # a bracket goes with what it closes
    while end < len(text) and text[end] in ")]}»":
        if text.count(MIRRORED[text[end]], at, end) <= text.count(text[end], at, end):
            break
        end += 1
    return end


def _for_pdfium(text: str) -> str:
    """The text before pdfium's CloseTempLine, told of a piece that runs left to right.

    It has the stretches of a line in the order of their places where more of them run left to
    right than right to left, else in reverse: the unseen ones at the end see that more do.
    And it mirrors the brackets that come after right-to-left letters.
    """
    if any(letter >= _PDFIUM_ENDS for letter in text):
        return ""
    out = ""
    turned = False
    right = left = 0
    for kind, part in _stretches(text):
        mirrors = kind == "N" and turned
        out += "".join(MIRRORED.get(letter, letter) for letter in part) if mirrors else part
        if kind in ("R", "L"):
            turned = kind == "R"
            right, left = right + turned, left + (not turned)
    return out + _UNSEEN * max(1, right - left + 1)


def _stretches(text: str) -> Iterator[tuple[str, str]]:
    """Stretches of one kind as pdfium sees them: R, L, W(eak) and N(eutral)."""

    def kind(letter: str) -> str:
        found = unicodedata.bidirectional(letter)
        if found in _RIGHT:
            return "R"
        return "L" if found == "L" else "W" if found in _WEAK else "N"

    for found, letters in groupby(text, kind):
        yield found, "".join(letters)


#: Family of the font that shows a script -> the language that most often is written in it.
_OF_FAMILY = {
    "NotoSansArabic": "ar",
    "NotoSansHebrew": "he",
    "NotoSansDevanagari": "hi",
    "NotoSansBengali": "bn",
    "NotoSansGurmukhi": "pa",
    "NotoSansGujarati": "gu",
    "NotoSansOriya": "or",
    "NotoSansTamil": "ta",
    "NotoSansTelugu": "te",
    "NotoSansKannada": "kn",
    "NotoSansMalayalam": "ml",
    "NotoSansSinhala": "si",
    "NotoSansThai": "th",
    "NotoSansLao": "lo",
    "NotoSansKhmer": "km",
    "NotoSansMyanmar": "my",
    "NotoSerifTibetan": "bo",
    "NotoSansEthiopic": "am",
    "NotoSansGeorgian": "ka",
    "NotoSansArmenian": "hy",
    "NotoSansCherokee": "chr",
    "NotoSansCanadianAboriginal": "iu",
    "NotoSansThaana": "dv",
    "NotoSansSyriac": "syr",
    "NotoSansNKo": "nqo",
    "NotoSansAdlam": "ff-Adlm",
    "NotoSansTifinagh": "zgh",
    "NotoSansMongolian": "mn-Mong",
    "NotoSansOlChiki": "sat",
    "NotoSansHanifiRohingya": "rhg",
    "NotoSansJavanese": "jv-Java",
    "NotoSansSC": "zh",
    "NotoSansJP": "ja",
    "NotoSansKR": "ko",
}
_PERSIAN = frozenset("پچژگکی")
_UKRAINIAN = frozenset("іїєґІЇЄҐ")


def spoken(text: str, face: Face) -> str:
    """The BCP 47 tag of a text that one face shows; empty where it is the page's own."""
    known = _OF_FAMILY.get(face.stem.split("-", maxsplit=1)[0], "")
    if known == "ar" and _PERSIAN & set(text):
        return "fa"
    if known:
        return known if any(letter.isalpha() for letter in text) else ""
    if any("\u0400" <= letter <= "\u052f" for letter in text):
        return "uk" if _UKRAINIAN & set(text) else "ru"
    return "el" if any("\u0370" <= letter <= "\u03ff" for letter in text) else ""
