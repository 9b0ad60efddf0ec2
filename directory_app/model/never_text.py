"""A text as words that can't hide: normalised letters, each word with its place in the text.

What is written alike reads alike: full-width and mathematical letters, accents, soft hyphens and
zero-width signs, Cyrillic and Greek letters within Latin words, figures for letters ("und0c"),
letters spaced out ("u n d o c", "S.S.N."), "w/o" and "s/". Each step is one pass over the text.
"""

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from directory_app.model.text import fold, is_spaceless

_SIGNS = dict.fromkeys("'`´’‘‛ʼʻʹʽ′＇ꞌ", "'") | dict.fromkeys("‐‑‒–—―−﹣－", "-")
_SIGNS |= {"№": "#", "＃": "#"}
#: Letters that Unicode does not decompose and that look like Latin ones.
_SMALL_CAPITALS = dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz", strict=True))
#: Cyrillic and Greek letters, folded, that look like a Latin one (Unicode TR 39).
_LOOK_ALIKES = str.maketrans(
    "авсԁегһіјкмнопрԛѕтухѵԝьзαβεηικμνορτυχωոօ",
    "abcderhijkmhonpqstyxvwbeabenikmvoptuxwno",
)
_LEET = str.maketrans("013457@$", "oieastas")
_FOREIGN = re.compile(r"[\u0370-\u03ff\u0400-\u052f\u0561-\u0587]")
_LATIN = re.compile(r"[a-z]")
_LETTERS = re.compile(r"[^\W\d_]+")
#: Vowel signs and the like, which Python counts as no part of a word.
_MARKS = "".join(
    chr(code) for code in range(0x0900, 0x1900) if unicodedata.category(chr(code))[0] == "M"
)
_CHUNK = re.compile(rf"w/o(?![a-z])|s/(?=[a-z]{{4}})|#|[^\W_{_MARKS}@$'](?:[^\W_]|[{_MARKS}@$'])*+")
_PARTS = re.compile(rf"\d+|(?:[^\W\d_]|[{_MARKS}])+")
_BREAK = re.compile(r"[.!?;。！？；]\s|[。！？；\n]")
_CLAUSE = re.compile(r"[,;:()/|=\"“”\[\]]|\s-+\s|、|，|：|،|；")
_SHORTHAND = {"w/o": "without", "s/": "sin"}
_HUMP = re.compile(r"(?<=[a-záéíóúñ])(?=[A-ZÁÉÍÓÚÑ])")


class Token(NamedTuple):
    """A word: normalised, its place (``text[start:end]``), and how it was written.

    ``capital`` says that it begins with a capital, ``upper`` that it is written in capitals;
    ``breaks`` that a sentence or a line ends before it; ``opens`` that a clause begins with it.
    """

    word: str
    start: int
    end: int
    capital: bool = False
    upper: bool = False
    breaks: bool = False
    opens: bool = False


def normalise(text: str) -> tuple[str, list[int] | None]:
    """The text in plain small letters, and the place in ``text`` of each of them.

    The places are None where they are the same.
    """
    if text.isascii():
        return text.lower(), None
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        for piece in _letter(letter):
            letters.append(piece)
            places.append(place)
    plain = "".join(letters)
    if _FOREIGN.search(plain) and _LATIN.search(plain):
        plain = _LETTERS.sub(_latin, plain)
    return plain, places


def tokens(text: str, normalised: tuple[str, list[int] | None] | None = None) -> list[Token]:
    """The words of a text, in its order; ``normalised`` is what ``normalise`` made of it."""
    plain, places = normalised or normalise(text)
    found: list[Token] = []
    last = 0
    for start, end, word in _words(plain):
        gap = plain[last:start]
        breaks = bool(gap) and _BREAK.search(gap) is not None
        if breaks and gap[0] == "." and found and len(found[-1].word) <= 3 and "\n" not in gap:
            breaks = False  # "St. Mary"
        at, to = (start, end) if places is None else (places[start], places[end - 1] + 1)
        if gap == "-\n" and found:  # a word parted by the end of a line
            old = found.pop()
            found.append(old._replace(word=old.word + word, end=to))
        else:
            written = text[at:to]
            opens = not found or breaks or _CLAUSE.search(gap) is not None
            found.append(
                Token(word, at, to, written[:1].isupper(), written.isupper(), breaks, opens)
            )
        last = end
    return _joined(found, text)


def heading_tokens(text: str) -> list[Token]:
    """The words of a heading: "immStatus" and "imm_status" are two."""
    return tokens(_HUMP.sub(" ", text))


@cache
def _letter(letter: str) -> str:
    """What one character becomes: a small letter without marks, a sign, or nothing."""
    if (sign := _SIGNS.get(letter)) is not None:
        return sign
    letter = _SMALL_CAPITALS.get(letter, letter)
    kind = unicodedata.category(letter)
    if kind == "Cf" or "\ufe00" <= letter <= "\ufe0f":
        return ""
    if kind[0] in "LMN":
        return fold(letter)
    plain = unicodedata.normalize("NFKC", letter)
    if letter.isspace():
        return "\n" if letter in "\n\r\x0b\x0c\x85\u2028\u2029" else " "
    return plain.lower() if len(plain) == 1 else letter


def _latin(word: re.Match[str]) -> str:
    """A word with Latin letters among its Cyrillic or Greek ones, or of look-alikes alone."""
    changed = word[0].translate(_LOOK_ALIKES)
    mixed = _LATIN.search(word[0]) is not None
    return changed if mixed or (changed.isascii() and len(changed) > 2) else word[0]


def _words(plain: str) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    for chunk in _CHUNK.finditer(plain):
        text, start = chunk[0], chunk.start()
        if text in _SHORTHAND:
            found.append((start, chunk.end(), _SHORTHAND[text]))
        elif text.isascii() and (text.isalpha() or text.isdigit() or text == "#"):
            found.append((start, chunk.end(), text))
        elif _is_leet(text):
            found.append((start, chunk.end(), text.replace("'", "").translate(_LEET)))
        elif "'" in text and (bare := text.replace("'", "")).isalpha():
            found.append((start, start + len(text.rstrip("'")), bare))
        else:
            found += _parts(text, start)
    return found


def _parts(text: str, start: int) -> list[tuple[int, int, str]]:
    """Letters and figures apart; where no spaces are written, letter by letter."""
    found = []
    for part in _PARTS.finditer(text):
        at = start + part.start()
        if any(map(is_spaceless, part[0])):
            found += [(at + n, at + n + 1, letter) for n, letter in enumerate(part[0])]
        else:
            found.append((at, start + part.end(), _stem(part[0])))
    return found


def _stem(word: str) -> str:
    """An Arabic word without "and", "the", "with the": they are written as one with it."""
    if not "\u0600" <= word[0] <= "\u06ff":
        return word
    for lead in ("وال", "بال", "لل", "ال"):
        if word.startswith(lead) and len(word) - len(lead) >= 3:
            return word[len(lead) :]
    return word


def _is_leet(text: str) -> bool:
    """Whether figures stand for letters: some between letters, and few."""
    letters = sum(map(str.isalpha, text))
    others = [sign for sign in text if not sign.isalpha() and sign != "'"]
    if letters < 4 or not others or len(others) * 2 > letters or not set(others) <= set("013457@$"):
        return False
    return text.isascii() and text[-1].isalpha() and not text[:2].isdigit()


def _joined(found: list[Token], text: str) -> list[Token]:
    """Three or more single letters, all parted alike by one sign, are a word."""
    runs: list[list[Token]] = []
    if sum(one.end - one.start == 1 for one in found) < 3:
        return found
    for token in found:
        if runs and _goes_on(runs[-1], token, text):
            runs[-1].append(token)
        else:
            runs.append([token])
    return [one for run in runs for one in (run if len(run) < 3 else [_one_word(run)])]


def _goes_on(run: list[Token], token: Token, text: str) -> bool:
    last = run[-1]
    gap = text[last.end : token.start]
    alike = len(run) < 2 or gap == text[run[-2].end : last.start]
    single = all(len(one.word) == 1 and "a" <= one.word <= "z" for one in (last, token))
    return single and alike and len(gap) == 1 and not gap.isalnum()


def _one_word(run: list[Token]) -> Token:
    word = "".join(one.word for one in run)
    upper = all(one.upper for one in run)
    return run[0]._replace(word=word, end=run[-1].end, upper=upper)
