"""Words in the order of the window's language: in Spanish ñ after n, in both accents aside."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from PySide6.QtCore import QCollator, QCollatorSortKey, QLocale, Qt

T = TypeVar("T")


def key() -> Callable[[str], QCollatorSortKey]:
    """A key for ``sorted``: capitals count as small letters, and 9 comes before 10."""
    collator = QCollator(QLocale())
    collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    collator.setNumericMode(True)
    return collator.sortKey


def by_words(items: Iterable[T], words: Callable[[T], str]) -> list[T]:
    """The items in the order of what ``words`` says of each."""
    told = key()
    return sorted(items, key=lambda one: told(words(one)))
