"""Names of towns as keys: what people write, brought to one spelling. Pure rules."""

from functools import lru_cache

from directory_app.model.text import fold

_WORDS = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount", "mtn": "mountain"}
_FIRST_WORDS = {"n": "north", "s": "south", "e": "east", "w": "west"}
_NICKNAMES = {
    "abq": "albuquerque",
    "burque": "albuquerque",
    "sf": "santa fe",
    "t or c": "truth or consequences",
    "tor c": "truth or consequences",
    "nyc": "new york city",
    "new york": "new york city",
    "washington d c": "washington",
}
#: Longer names of a town are no names. Texts are cut before they are folded.
LONGEST_NAME = 80


@lru_cache(4096)
def town_key(name: str) -> str:
    """The key that a town is looked up by: folded, with Saint, Fort and Mount written out.

    "N Las Vegas" is "north las vegas", and the few nicknames that lists really hold are their
    towns. Empty if nothing is left.
    """
    words = fold(name[:LONGEST_NAME]).split()
    words = [_WORDS.get(word, word) for word in words]
    if len(words) > 1:
        words[0] = _FIRST_WORDS.get(words[0], words[0])
    key = " ".join(words)
    return _NICKNAMES.get(key, key)
