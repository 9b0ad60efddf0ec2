"""How good a passphrase is, told as it is typed."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

#: The meter looks at so many letters: what is longer is not better, and guessing takes long.
LONGEST = 72

_SENTENCES = (
    (
        "Guessed at once. Use four or more random words.",
        "Se adivina enseguida. Use cuatro o más palabras al azar.",
    ),
    (
        "Guessed within an hour. Add two or three random words.",
        "Se adivina en una hora. Añada dos o tres palabras al azar.",
    ),
    (
        "Holds off a curious person, not somebody with a computer. Add a random word.",
        "Resiste a una persona curiosa, no a quien tenga una computadora. "
        "Añada una palabra al azar.",
    ),
    (
        "Good. One more random word makes it strong.",
        "Buena. Con una palabra más al azar será fuerte.",
    ),
    ("Strong.", "Fuerte."),
)


@dataclass(frozen=True, slots=True)
class Strength:
    """How hard a passphrase is to guess.

    ``score`` 0-4 (zxcvbn's; 3 and more will do), ``digits`` how many digits the number of
    guesses has, and one sentence on it in English and Spanish.
    """

    score: int
    digits: float
    sentence_en: str
    sentence_es: str

    def sentence(self, language: str) -> str:
        """The sentence in a language of the window."""
        return self.sentence_es if language.startswith("es") else self.sentence_en


def strength(text: str, hints: Iterable[str] = ()) -> Strength:
    """Measure a passphrase. ``hints`` are words that it should not lean on: names, the coalition.

    Loads zxcvbn when first called (a fifth of a second); then it takes milliseconds.
    """
    cut = text[:LONGEST]
    if not cut.strip():
        return _told(0, 0.0)
    from zxcvbn import zxcvbn

    words = [part for hint in hints for part in (hint, *hint.split()) if len(part) > 2]
    found = zxcvbn(cut, user_inputs=words[:100])
    return _told(int(found["score"]), math.log10(max(1, int(found["guesses"]))))


def _told(score: int, digits: float) -> Strength:
    english, spanish = _SENTENCES[score]
    return Strength(score, digits, english, spanish)
