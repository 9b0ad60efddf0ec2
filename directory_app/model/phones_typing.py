"""A telephone while it is typed: formatted at each letter, the caret where it was."""

import re

from phonenumbers import AsYouTypeFormatter

#: What a number is typed with; whatever follows (an extension, a word) stays as it is.
_HEAD = re.compile(r"[+0-9\s().\-‐–/]*")
_KEPT = re.compile(r"[+0-9]")
#: More digits than a number has: two numbers, or a slip that must stay in sight.
_MOST = 15


def as_typed(text: str, caret: int, region: str = "US") -> tuple[str, int]:
    """The text as people write such a number, and the caret behind the same digit as before.

    What is no beginning of a number comes back as it is.
    """
    match = _HEAD.match(text)
    head = match.group(0) if match else ""
    digits = "".join(_KEPT.findall(head))
    if not digits or len(digits) > _MOST or "+" in digits[1:] or not _reads_on(text, len(head)):
        return text, caret
    shown, tail = _formatted(digits, region), text[len(head) :]
    if tail and tail[0] not in ",;":
        shown += " "
    if caret >= len(head):
        place = len(shown) + caret - len(head)
    else:
        place = _after(shown, len(_KEPT.findall(head[:caret])))
    return shown + tail, min(place, len(shown + tail))


def _reads_on(text: str, end: int) -> bool:
    """Whether the head stands alone or before an extension, a comma or a word of its own."""
    return end == len(text) or bool(re.match(r"\s?(?:[,;#]|x|e|int|anexo|\()", text[end:], re.I))


def _formatted(digits: str, region: str) -> str:
    formatter = AsYouTypeFormatter(region)
    shown = ""
    for digit in digits:
        shown = formatter.input_digit(digit)
    return str(shown).strip()


def _after(shown: str, many: int) -> int:
    """Behind so many digits of what is shown."""
    if not many:
        return 0
    places = [found.end() for found in _KEPT.finditer(shown)]
    return places[many - 1] if many <= len(places) else len(shown)
