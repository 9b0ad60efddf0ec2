"""Bytes of a text file to text: which encoding, decided without ever guessing silently.

In this order: byte order mark, NUL pattern of UTF-16, strict UTF-8, then one of the old
single-byte encodings. UTF-8 and UTF-16 are never read as Windows-1252, which would corrupt
them without a word.
"""

import codecs
import re
from dataclasses import dataclass, field

from charset_normalizer import from_bytes

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 64 * 1024
#: What Spanish and English lists hold beyond ASCII: letters inside words, signs around them.
_EXPECTED = frozenset("áéíóúüñÁÉÍÓÚÜÑçÇàèâêîôöäëïåøãõ¿¡–—‘’“”…°ºª•®™©€½¼ß·")
_UTF8_PAIR = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}")


@dataclass(slots=True)
class Decoded:
    """Text, the codec that gave it, and codes of what was odd (see words.py)."""

    text: str
    encoding: str
    notes: list[str] = field(default_factory=list)


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Decode a whole file; ``encoding`` is a person's choice and is followed."""
    found = Decoded(*_decode(data, encoding))
    if "\x00" in found.text:
        found.text = found.text.replace("\x00", "")
        found.notes.append("nul_characters")
    if "\ufffd" in found.text:
        found.notes.append("broken_characters")
    if found.encoding == "utf-8 with strays":
        found.encoding = "utf-8"
        found.notes.append("mixed_encoding")
    found.text = found.text.removeprefix("\ufeff")
    return found


def _decode(data: bytes, encoding: str | None) -> tuple[str, str]:
    if encoding:
        return data.decode(encoding, errors="replace"), encoding
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _whole(data[len(mark) :], name).decode(name, errors="replace"), name
    if wide := _wide(data):
        return _whole(data, wide).decode(wide, errors="replace"), wide
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        # a last letter that looks half may also be a whole one of an old encoding
        if _is_cut(data, error.start) and _UTF8_PAIR.search(data):
            return data.decode("utf-8", errors="replace"), "utf-8"
    return _mostly_utf8(data) or _single_byte(data)


def _whole(data: bytes, name: str) -> bytes:
    """Drop what is left of a half character at the end."""
    unit = 4 if "32" in name else 2 if "16" in name else 1
    return data[: len(data) - len(data) % unit]


def _wide(data: bytes) -> str | None:
    """Recognise UTF-16 without a mark: NULs on one side of the pairs only."""
    sample = data[: _SAMPLE - _SAMPLE % 2]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) < 2 or min(even, odd) * 10 > max(even, odd):
        return None
    name = "utf-16-le" if odd > even else "utf-16-be"
    share = max(even, odd) / max(1, len(sample) // 2)
    return name if share > 0.3 or not _is_utf8(sample) else None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _is_cut(data, error.start)
    return True


def _is_cut(data: bytes, start: int) -> bool:
    """Whether what fails from ``start`` on is only a character that the end cuts."""
    rest = data[start:]
    if not rest or len(rest) > 3:
        return False
    if rest[0] < 0xC2:
        return False
    wanted = 2 if rest[0] < 0xE0 else 3 if rest[0] < 0xF0 else 4
    return len(rest) < wanted and all(0x80 <= byte < 0xC0 for byte in rest[1:])


def _mostly_utf8(data: bytes) -> tuple[str, str] | None:
    """Read UTF-8 into which other lines were pasted: strays are taken as Windows-1252."""
    good = len(_UTF8_PAIR.findall(data))
    text = data.decode("utf-8", errors="puertas_strays")
    strays = sum(byte >= 0x80 for byte in _UTF8_PAIR.sub(b"", data))
    return (text, "utf-8 with strays") if good > strays else None


def _stray(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    piece = error.object[error.start : error.end]
    return piece.decode("cp1252", errors="replace"), error.end


codecs.register_error("puertas_strays", _stray)


def _single_byte(data: bytes) -> tuple[str, str]:
    """Choose between the old encodings by what their letters would make of the words."""
    best = max(("cp1252", "mac_roman", "cp850"), key=lambda name: _likeness(data, name))
    if _likeness(data, best) < 0.7 and (other := _ask_normalizer(data)):
        return data.decode(other, errors="replace"), other
    if best == "cp1252":
        return data.decode("cp1252", errors="puertas_latin"), best
    return data.decode(best, errors="replace"), best


def _latin(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "\ufffd" * (error.end - error.start), error.end


codecs.register_error("puertas_latin", _latin)


def _likeness(data: bytes, name: str) -> float:
    """The share of characters beyond ASCII that a Spanish or English list would hold."""
    text = data[: _SAMPLE * 8].decode(name, errors="replace")
    beyond = [char for char in text if char > "\x7f"]
    expected = sum(char in _EXPECTED for char in beyond)
    # a capital inside a lower-case word is the mark of a wrong code page
    odd = len(re.findall(r"[a-z][ÁÉÍÓÚÜÑÀÈÌÒÙÂÊÎÔÛÄËÏÖÃÕÅØ][a-z]", text))
    return (expected - odd) / len(beyond) if beyond else 1.0


def _ask_normalizer(data: bytes) -> str | None:
    """Let charset-normalizer name an encoding of another script (GB 18030, Shift JIS)."""
    found = from_bytes(data[:_SAMPLE]).best()
    return found.encoding if found else None
