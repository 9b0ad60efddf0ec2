"""Addresses as people type them: case, abbreviations, accents, units, slips of the finger."""

import random
import unicodedata

_SHORT = {
    "Street": ("St", "St.", "Str", "street"), "Avenue": ("Ave", "Ave.", "Av", "avenue"),
    "Boulevard": ("Blvd", "Blvd.", "boulevard"), "Drive": ("Dr", "Dr.", "drive"),
    "Lane": ("Ln", "Ln."), "Road": ("Rd", "Rd.", "road"), "Circle": ("Cir", "Circ"),
    "Court": ("Ct", "Ct."), "North": ("N", "N.", "north"), "South": ("S", "S."),
    "East": ("E", "E.", "east"), "West": ("W", "W.", "west"), "Camino": ("Cam", "camino"),
    "Avenida": ("Ave", "Avda", "avenida"), "1st": ("First", "1 st", "1ST"), "2nd": ("Second",),
    "3rd": ("Third",), "5th": ("Fifth",), "21st": ("Twenty-First",), "Saint": ("St", "St."),
    "Mount": ("Mt", "Mt."), "Highway": ("Hwy", "Hwy."),
}  # fmt: skip
_WHOLE = {
    "US Highway 70": ("US 70", "US-70", "Hwy 70", "Highway 70", "U.S. Hwy 70"),
    "Turquoise Trail": ("NM-14", "State Road 14", "NM 14", "Turquoise Trl"),
    "Martin Luther King Jr Boulevard": ("MLK Blvd", "Martin Luther King Blvd"),
    "County Road 12": ("CR 12", "Co Rd 12"),
    "Highway 9": ("Hwy 9", "CA 9", "State Hwy 9"),
}
_UNITS = ("#4", "# 4", "Ste B", "Suite 100", "Unit 3", "Apt 2", "Bldg C", "Local 5")


def mangle(number: str, street: str, unit: str, chance: random.Random) -> str:
    """A street line for a door, as somebody might type it. The house number stays right."""
    name = chance.choice(_WHOLE[street]) if street in _WHOLE and chance.random() < 0.7 else street
    if chance.random() < 0.6:
        words = name.split()
        name = " ".join(
            chance.choice(_SHORT[word]) if word in _SHORT and chance.random() < 0.8 else word
            for word in words
        )
    if chance.random() < 0.5:
        name = "".join(
            letter
            for letter in unicodedata.normalize("NFD", name)
            if not unicodedata.combining(letter)
        )
    if chance.random() < 0.25:
        name = _slip(name, chance)
    line = f"{number} {name}"
    if unit or chance.random() < 0.25:
        said = f"Unit {unit}" if unit else chance.choice(_UNITS)
        line += chance.choice((", ", " ")) + chance.choice((said, f"#{unit}" if unit else said))
    return chance.choice((str, str, str.upper, str.lower))(line)


def _slip(name: str, chance: random.Random) -> str:
    """One letter left out, doubled, swapped or wrong, in the longest word of five or more."""
    word = max(name.split(), key=lambda each: sum(letter.isalpha() for letter in each))
    if len(word) < 5 or not word.isalpha():
        return name
    at = chance.randrange(1, len(word) - 1)
    slips = (
        word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        word[:at] + chance.choice("aeionrst") + word[at + 1 :],
    )
    return name.replace(word, chance.choice(slips), 1)
