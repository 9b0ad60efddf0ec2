"""What right-to-left text has to say to programs that read a page back.

Both pdfium and poppler take glyphs from left to right and turn right-to-left text round
themselves, so it is written as it is seen, a text a glyph. Where that is not enough they are
told: poppler reads the innermost Span's ActualText, pdfium the innermost one under any tag, so
that one under the tag Seen is for pdfium alone, and an empty one makes it look at the glyphs.

- pdfium mirrors brackets, poppler does not: a bracket is told as it is meant, and its glyph, in
  a font of its own, says what is seen.
- poppler takes a space after a number or a comma to the number's other side, and what stands
  between the two directions into the wrong one: a mark of direction keeps it in its place.
- pdfium puts the words of one run in the order in which they are seen where the line as a
  whole runs left to right: the run is told as a whole.
- Marks over letters (Hebrew points, Arabic vowels) come in the order of their places: poppler
  is told the words as they are seen, pdfium, which turns only what stands between marks and
  spaces, each such stretch as it is seen.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from directory_app.guides.typesetting.fonts import Face, mirrored
from directory_app.guides.typesetting.words import Word

#: Each bracket and what it looks like from right to left.
MIRRORED: dict[str, str] = {}
_PAIRS = "() [] {} <> «» ‹› ⟨⟩ ≤≥ 〈〉 《》 「」 『』 【】"
for _pair in _PAIRS.split():
    MIRRORED |= {_pair[0]: _pair[1], _pair[1]: _pair[0]}
_LEFT_TO_RIGHT_MARK, _RIGHT_TO_LEFT_MARK = "\u200e", "\u200f"
_STRONG = frozenset({"R", "AL", "NSM"})
_CUTS = re.compile("([" + "".join(re.escape(letter) for letter in MIRRORED) + "])")
Shape = Callable[[str, Face, bool], Word]


def right_to_left(
    part: str, face: Face, shape: Shape, *, alone: bool
) -> Iterator[tuple[Face, Word]]:
    """The pieces of a right-to-left part in one face, each a word of its own, as they are seen.

    Each comes with the face that it is embedded by. ``alone`` says that all of the line is in
    a text that runs right to left.
    """
    pieces = _parted(part)
    for piece in reversed(pieces):
        word = shape(piece, face, True)
        if piece in MIRRORED:
            glyphs = tuple((gid, MIRRORED[piece]) for gid, _ in word.glyphs)
            meant = _RIGHT_TO_LEFT_MARK + piece
            bracket = replace(word, text=meant, glyphs=glyphs, told=True, seen="")
            yield mirrored(face, piece), bracket
        elif piece == " ":
            yield face, replace(word, text=f" {_RIGHT_TO_LEFT_MARK}", told=True)
        elif any(unicodedata.combining(letter) for letter in piece):
            seen = "".join(each[::-1] for each in _between_marks(piece))
            shown = _RIGHT_TO_LEFT_MARK + piece[::-1]
            yield face, replace(word, text=shown, told=True, seen=seen, meant=piece)
        elif not alone and " " in piece.strip(" "):
            yield face, replace(word, seen=piece[::-1])
        else:
            yield face, word


def left_to_right(words: Iterable[Word], *, after: bool) -> tuple[Word, ...]:
    """Words from left to right; ``after`` a run from right to left the first keeps its side."""
    out = list(words)
    if not after:
        return tuple(out)
    for index, word in enumerate(out):
        if unicodedata.bidirectional(word.text[0]) in ("L", "EN"):
            break
        out[index] = replace(word, text=_LEFT_TO_RIGHT_MARK + word.text, told=True)
        if word.text != " ":  # which pdfium passes over
            break
    return tuple(out)


def _parted(text: str) -> list[str]:
    """Right-to-left text cut at what readers have to be told: brackets, and certain spaces."""
    out: list[str] = []
    for piece in _CUTS.split(text):
        start = 0
        for index, letter in enumerate(piece):
            if letter == " " and not _after_letter(piece, index):
                out += [piece[start:index], letter]
                start = index + 1
        out.append(piece[start:])
    return [piece for piece in out if piece]


def _between_marks(text: str) -> list[str]:
    """The text cut into marks, spaces, and the stretches of letters between them."""
    out: list[str] = []
    for letter in text:
        apart = bool(unicodedata.combining(letter)) or letter == " "
        if out and not apart and not unicodedata.combining(out[-1][0]) and out[-1] != " ":
            out[-1] += letter
        else:
            out.append(letter)
    return out


def _after_letter(text: str, index: int) -> bool:
    return index > 0 and unicodedata.bidirectional(text[index - 1]) in _STRONG
