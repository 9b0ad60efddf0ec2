"""Text on its way into a file: what no file can hold is taken out, once for every format."""

import re

from directory_app.model.text import clean

#: Halves of letters, and what is no letter at all: XML 1.0 and UTF-8 have no place for them.
_NO_LETTERS = re.compile("[\ud800-\udfff\ufffe\uffff]")
#: How a spreadsheet knows a formula, behind any apostrophes (OWASP's list of CSV injection).
_FORMULA = re.compile("'*[=+\\-@\t\r\n]")
_STARTS = frozenset("'=+-@\t\r\n")
_DANGEROUS = _STARTS - {"'"}


def plain(text: str) -> str:
    """The text without control characters and halves of letters; its lines end in LF."""
    if text.isprintable():  # nearly all are: none of what is taken out is printable
        return text.strip()
    return clean(_NO_LETTERS.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))


def protected(text: str) -> str:
    """The text as a CSV cell that no spreadsheet works out: ``=1+1`` becomes ``'=1+1``.

    One apostrophe is added in front of what begins a formula, also where apostrophes stand
    there already, so that taking one away gives the same text back.
    """
    return f"'{text}" if text[:1] in _STARTS and _FORMULA.match(text) else text


def unprotected(text: str) -> str:
    """The text of a cell without what ``protected`` put before it."""
    return text[1:] if text[:1] == "'" and text.lstrip("'")[:1] in _DANGEROUS else text
