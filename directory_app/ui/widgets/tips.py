"""Tooltips are plain words: Qt takes what looks like markup for markup and opens its files."""

from PySide6.QtGui import Qt

#: Of no width. Behind "<" it makes no tag of what follows, for Qt; for people it is not there.
_JOINER = "\u2060"


def plain(text: str) -> str:
    """The same words, so that Qt shows them as they are."""
    return text.replace("<", f"<{_JOINER}") if Qt.mightBeRichText(text) else text
