"""Where telephones are in a text: they are set left to right, and never over two lines."""

import re

_PHONE = re.compile(r"\+?\(?[0-9][0-9()\-./ \u00a0\u2011]{5,}[0-9](?: ?x ?[0-9]+)?")
#: Fewer figures are a house number, a price or a year.
_LEAST = 7


def spans(text: str) -> list[tuple[int, int]]:
    """Where each begins and ends, extension and all."""
    if _figures(text) < _LEAST:
        return []
    return [each.span() for each in _PHONE.finditer(text) if _figures(each.group()) >= _LEAST]


def _figures(text: str) -> int:
    return sum(letter.isdigit() for letter in text)
