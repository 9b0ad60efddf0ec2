"""Offering to split a name cell that holds the name in two scripts."""

import re
import unicodedata

_BRACKETS = re.compile(r"^(?P<first>[^()（）]+?)\s*[(（](?P<second>[^()（）]+)[)）]$")


def split_own_script(name: str) -> tuple[str, str] | None:
    """The Latin name and the one in its own script, or None if there are not both.

    "Al-Noor Market (النور)" and "北方饺子馆 Northern Dumpling" are split; a name whose words
    take turns between scripts is left alone.
    """
    bracketed = _BRACKETS.match(name.strip())
    parts = [bracketed["first"], bracketed["second"]] if bracketed else _turn(name)
    if len(parts) != 2:
        return None
    first, second = (part.strip(" -–—/|·,") for part in parts)
    if _is_latin(first) and _is_own(second):
        return first, second
    if _is_own(first) and _is_latin(second):
        return second, first
    return None


def _turn(name: str) -> list[str]:
    """The words before and after the one place where the script changes."""
    words = name.split()
    own = [_is_own(word) for word in words]
    turns = [at for at in range(1, len(words)) if own[at] != own[at - 1]]
    if len(turns) != 1:
        return []
    return [" ".join(words[: turns[0]]), " ".join(words[turns[0] :])]


def _is_latin(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return bool(letters) and all("LATIN" in unicodedata.name(char, "") for char in letters)


def _is_own(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return bool(letters) and not any("LATIN" in unicodedata.name(char, "") for char in letters)
