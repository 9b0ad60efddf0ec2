"""Text to shaped glyphs, as the operands that a PDF page needs.

Everything here is in thousandths of an em and knows no size, so that a word is shaped once
for all sizes and all documents. Plain Latin takes a short way: word by word from a cache.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

import uharfbuzz as hb

from directory_app.guides.typesetting import bidi, readers
from directory_app.guides.typesetting.clusters import (
    INVISIBLE,
    JOINERS,
    REPLACEMENT,
    TURNING,
    clusters,
    is_mark,
    is_printable,
    unloaded,
)
from directory_app.guides.typesetting.fonts import Face, fallback, primary, unpainted
from directory_app.guides.typesetting.readers import spoken


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """A shaped piece of text in one face.

    ``operands`` is the inside of a TJ array; ``operators`` replaces it where marks sit above
    or below the line. ``glyphs`` says for each glyph which text it shows, for searching.
    ``exact`` is False where glyphs and characters do not pair off, or marks stand over and
    under letters, so that the text has to be told to the reader (ActualText).
    """

    text: str
    operands: str
    operators: str
    width: float
    glyphs: tuple[tuple[int, str], ...]
    exact: bool
    right_to_left: bool


#: What every Latin face covers and needs neither bidi nor fallback (a test proves it).
_SIMPLE = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u017f\u1ea0-\u1ef9\u2013\u2014\u2018\u2019\u201c\u201d\u2026]*"
)
_TO_SPACE = str.maketrans("\t\n\r\x0b\x0c\x85\u2028\u2029", " " * 8)
#: What may not stand in a PDF's string as it is; a bare return would be read as a line feed.
_ESCAPED = str.maketrans({"(": "\\(", ")": "\\)", "\\": "\\\\", "\r": "\\r"})
_SPACES = frozenset(" \u00a0\u202f")
_EXTRACTS_AS_SPACE = str.maketrans("\u00a0\u202f\u2007", "   ")

#: A glyph and its text, once for all the words that have it: a tenth of a long guide's memory.
_PAIRS: dict[tuple[int, str], tuple[int, str]] = {}


@dataclass(frozen=True, slots=True)
class Style:
    """How a text looks: a family and weight of fonts.PRIMARY, and a size in points.

    ``second`` says that the text is in the second of the guide's two languages; it looks the
    same, but readers that speak have to know.
    """

    family: str
    weight: str
    size: float
    second: bool = False

    def told(self, index: int) -> "Style":
        """The same for the language of this index in the guide's order."""
        return replace(self, second=bool(index))


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """Words in one face, drawn one after the other, ``start`` from the left of the line.

    ``language`` is a BCP 47 tag where the script is not the page's own.
    """

    face: Face
    words: tuple[Word, ...]
    start: float
    width: float
    language: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class SetLine:
    """One line from left to right; ``missing`` are the clusters that no font has.

    Each of these is drawn as a REPLACEMENT.

    ``right_to_left`` says that it is a text that runs right to left as a whole; ``told`` is
    what readers are told of all of it, where any part of it does.
    """

    pieces: tuple[Piece, ...]
    width: float
    missing: tuple[str, ...] = ()
    right_to_left: bool = False
    told: readers.Told | None = None


@lru_cache(maxsize=65536)
def set_line(text: str, family: str, weight: str, base: int | None = None) -> SetLine:
    """Shape one line. ``base`` is the paragraph's level; None takes it from the text."""
    if _SIMPLE.fullmatch(text):
        face = primary(family, weight)
        piece = _latin(text, face)
        return SetLine((piece,), piece.width) if text else SetLine((), 0.0)
    return _complex(text.translate(_TO_SPACE).translate(TURNING), family, weight, base)


def width(text: str, family: str, weight: str) -> float:
    """The width of a line in thousandths of an em."""
    return set_line(text, family, weight).width


def _latin(text: str, face: Face) -> Piece:
    words = tuple(_spaced(text, face))
    return Piece(face, words, 0.0, sum(word.width for word in words))


def _spaced(text: str, face: Face) -> Iterator[Word]:
    """Words and the spaces between them, each from the cache."""
    for index, part in enumerate(text.split(" ")):
        if index:
            yield shape(" ", face, False)
        if part:
            yield shape(part, face, False)


def _complex(text: str, family: str, weight: str, base: int | None) -> SetLine:
    pieces: list[Piece] = []
    lost: list[str] = []
    start = 0.0
    runs = list(_level_runs(text, base))
    alone = bool(text) and all(level > 0 for _, level in runs)
    language = ""
    for run, level in runs:
        right_to_left = bool(level % 2)
        faced = _faced(run, family, weight, lost)
        for face, part in reversed(faced) if right_to_left else faced:
            # a fallback font may have a space of its own between letters of its script
            whole = right_to_left or face is not primary(family, weight)
            words = (shape(part, face, right_to_left),) if whole else tuple(_spaced(part, face))
            wide = sum(word.width for word in words) * face.scale
            pieces.append(Piece(face, words, start, wide, spoken(part, face)))
            start += wide
            language = language or (pieces[-1].language if right_to_left else "")
    turned = any(level % 2 for _, level in runs)
    told = readers.told(_as_shown(text, lost), language) if turned else None
    return SetLine(tuple(pieces), start, tuple(lost), alone, told)


def _as_shown(text: str, lost: list[str]) -> str:
    """The text that the glyphs of a line show together."""
    shown = "".join(letter for letter in text if letter not in INVISIBLE)
    for cluster in lost:
        shown = shown.replace(cluster, REPLACEMENT)
    return shown.translate(_EXTRACTS_AS_SPACE)


def _level_runs(text: str, base: int | None) -> Iterator[tuple[str, int]]:
    """Runs of one level, in visual order."""
    if not bidi.has_right_to_left(text):
        yield text, 0
        return
    level_of = bidi.levels(text, bidi.base_level(text) if base is None else base)
    for start, end, level in bidi.visual_runs(level_of):
        yield text[start:end], level


def _faced(run: str, family: str, weight: str, lost: list[str]) -> list[tuple[Face, str]]:
    """Cut a run where the font changes; clusters without a glyph go to ``lost`` as well."""
    kin = _kin(run)
    out: list[tuple[Face, str]] = []
    for cluster in clusters(run):
        shown = "".join(letter for letter in cluster if letter not in INVISIBLE)
        if not shown:
            continue
        shown, extra = unloaded(shown)
        before = out[-1][0] if out else None
        face = _face_for(shown, family, weight, kin, before)
        # of a letter with a mark that no font has, the letter at least
        for part in shown if face is None else (shown,):
            by = face or _face_for(part, family, weight, kin, before)
            if by is None:
                lost.append(part)
            _append(out, by or primary(family, weight), part if by else REPLACEMENT)
        if extra:
            lost.append(extra)
            _append(out, primary(family, weight), REPLACEMENT)
    return out


def _append(out: list[tuple[Face, str]], face: Face, shown: str) -> None:
    """Add a text in a face, to the one before it if that has the same.

    Not a REPLACEMENT: pdfium leaves it out of what it is told, so that it has to stand alone.
    """
    if out and out[-1][0] is face and REPLACEMENT not in (shown, out[-1][1]):
        out[-1] = (face, out[-1][1] + shown)
    else:
        out.append((face, shown))


def _face_for(cluster: str, family: str, weight: str, kin: str, before: Face | None) -> Face | None:
    hangs_on = all(letter in JOINERS for letter in cluster)
    if before and (hangs_on or (cluster in _SPACES and before.covers(cluster))):
        return before
    if not all(map(is_printable, cluster)):
        return None
    face = fallback(cluster, family, weight, kin)
    if face is not None or len(cluster) == 1:
        return face
    core = cluster.translate({0xFE0E: None, 0xFE0F: None})
    bare = "".join(letter for letter in core if letter not in JOINERS)
    for attempt in dict.fromkeys((core, bare)):
        if attempt and (face := fallback(attempt, family, weight, kin)):
            return face
    return None


def _kin(text: str) -> str:
    """Han among kana is Japanese, among Hangul Korean; else the Chinese face has it."""
    if any("\u3040" <= letter <= "\u30ff" for letter in text):
        return "NotoSansJP"
    return "NotoSansKR" if any("\uac00" <= letter <= "\ud7a3" for letter in text) else ""


@lru_cache(maxsize=65536)
def shape(text: str, face: Face, right_to_left: bool) -> Word:
    """Shape a text in one face and one direction, as HarfBuzz does."""
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if right_to_left else "ltr"
    buffer.language = "en"  # else the laptop's locale would choose the forms
    hb.shape(face.hb_font, buffer)
    infos, places = buffer.glyph_infos, buffer.glyph_positions
    glyphs, exact = _pair_off(text, [(i.codepoint, i.cluster) for i in infos], right_to_left)
    positions = [(p.x_advance, p.x_offset, p.y_offset) for p in places]
    operands, operators = _operands([g for g, _ in glyphs], positions, face)
    return Word(
        text, operands, operators, sum(p[0] for p in positions), glyphs, exact, right_to_left
    )


@lru_cache(maxsize=1)
def end_of_told() -> tuple[Face, Word]:
    """A letter that says nothing, to stand unpainted at both ends of a line that is told as one.

    It has a font of its own, since to most readers a glyph says the same everywhere.
    """
    by = unpainted(primary("sans", "regular"))
    word = shape("-", by, False)
    return by, replace(word, glyphs=tuple((gid, "") for gid, _ in word.glyphs))


def _pair_off(
    text: str, shaped: list[tuple[int, int]], right_to_left: bool
) -> tuple[tuple[tuple[int, str], ...], bool]:
    """The text that each glyph shows; False if some glyph shows none of its own."""
    starts = sorted({cluster for _, cluster in shaped})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    ordered = reversed(shaped) if right_to_left else shaped
    seen: Counter[int] = Counter()
    out: list[tuple[int, str]] = []
    several = Counter(cluster for _, cluster in shaped)
    for gid, cluster in ordered:
        part = text[cluster : ends[cluster]].translate(_EXTRACTS_AS_SPACE)
        if several[cluster] == len(part) > 1:
            part = part[seen[cluster]]  # a glyph a letter, though they were set together
        elif seen[cluster]:
            part = ""
        pair = (gid, readers.MIRRORED.get(part, part) if right_to_left else part)
        out.append(_PAIRS.setdefault(pair, pair))
        seen[cluster] += 1
    if right_to_left:
        out.reverse()
    whole = not starts or starts[0] == 0
    exact = whole and all(len(part) == 1 or _ligature(part) for _, part in out)
    # marks lie over and under letters, so that no reader can tell their order by their place
    return tuple(out), exact and not any(is_mark(letter) for letter in text)


def _ligature(part: str) -> bool:
    """One glyph for several plain letters, as fi; one mark and its letter are not plain."""
    return len(part) > 1 and not any(is_mark(letter) for letter in part)


def _operands(
    gids: list[int], positions: list[tuple[int, int, int]], face: Face
) -> tuple[str, str]:
    """The TJ operands, or whole operators where a glyph leaves the baseline."""
    groups: list[tuple[int, list[str]]] = []
    owed = 0
    for gid, (advance, dx, dy) in zip(gids, positions, strict=True):
        if not groups or groups[-1][0] != dy:
            groups.append((dy, []))
        parts = groups[-1][1]
        owed += dx
        if owed or not parts:
            parts.append(f"{-owed}(" if owed else "(")
            if len(parts) > 1:
                parts[-2] += ")"
        # two bytes as they are: written as hexadecimal they would take twice the room
        parts[-1] += chr(gid >> 8).translate(_ESCAPED) + chr(gid & 255).translate(_ESCAPED)
        owed = advance - dx - face.hb_font.get_glyph_h_advance(gid)
    for _, parts in groups:
        parts[-1] += ")"
    last = str(-owed) if owed else ""
    if all(rise == 0 for rise, _ in groups):
        return "".join("".join(parts) for _, parts in groups) + last, ""
    return "", _risen(groups, last)


def _risen(groups: list[tuple[int, list[str]]], last: str) -> str:
    """Operators with text rise (in ems, the font size being 1)."""
    out = []
    for index, (rise, parts) in enumerate(groups):
        tail = last if index == len(groups) - 1 else ""
        out.append(f"{rise / 1000:g} Ts[{''.join(parts)}{tail}]TJ")
    return " ".join([*out, "0 Ts"])
