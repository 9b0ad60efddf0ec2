"""A street line without what tells one door from the next: number, unit, mile, box. Pure rules.

The rule is turned round: not what looks like a house number is taken out, but only those numbers
stay of which it is certain that they are the street's own name ("5th St", "US 84/285", "16 de
Septiembre"). A part of the line that cannot be read is left out, and where nothing is left, the
town alone is printed (docs/decisions/distances.md).
"""

import re
import unicodedata
from collections.abc import Iterator

from directory_app.model.street_words import DIRECTION, KIND, STATE_CODES
from directory_app.model.text import fold

_MONTHS = (
    r"enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre"
)
#: A mark for a number of a name while the others are taken out; in no text that people type.
_KEPT = "\ue000"
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}|[(\[{].*$")
_PARTS = re.compile(r"[,;|\n\r\t]|\s[-–—]\s")
_BOX = re.compile(
    r"(?:p\.?\s?o\.?\s*+box|post office box|apartado(?: postal)?|apdo\.?)\s*+#?\s*+\d[\w-]*+", re.I
)
#: A box on a route is a door, whatever stands round it.
_RURAL = re.compile(
    r"\b(?:box|caja|buz[oó]n)\b\.?\s*+#?\s*+\w*\d"
    r"|\b(?:r\.?\s?r|h\.?\s?c|rural (?:route|rt)|star route|highway contract)\b\.?\s*+#?\s*+\d",
    re.I,
)
_MILE_WORD = (
    r"(?:mile\s*+(?:markers?|posts?)|milepost|mile|milla|m\.?\s?m|m\.?\s?p|mi|kil[oó]metros?|kms?)"
)
_AT_MILE = re.compile(rf"(?<![^\W\d]){_MILE_WORD}\.?\s*+#?\s*+\d[\d.+/]*+", re.I)
_MILES = re.compile(rf"(?<![\w/])\d[\d.+/]*+\s*+{_MILE_WORD}(?!\w)\.?", re.I)
_ONES = (
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty"
    r"|fifty|sixty|seventy|eighty|ninety|hundred|thousand|uno?|dos|tres|cuatro|cinco|seis|siete|ocho"
    r"|nueve|diez|once|doce|trece|catorce|quince|dieci\w+|veinti?\w*|treinta|cuarenta|cincuenta"
    r"|sesenta|setenta|ochenta|noventa|cien(?:to)?|\w*cientos|mil"
)
_NUMBER_WORD = rf"(?>(?:{_ONES})(?!\w))"
_WORD_NUMBER = re.compile(rf"{_NUMBER_WORD}(?:-{_NUMBER_WORD})*+", re.I)
#: A unit, and what names it: a digit somewhere, one or two letters, or a number in words.
_NAMING = rf"(?:(?=[\w-]*\d)[\w-]++|{_NUMBER_WORD}|[a-z](?![\w'.]))"
_SUITE = r"ste|suites?|units?|apts?|apartment|apto|depto|departamento|bldg"
_ROOM = (
    r"building|edificio|edif|space|spc|sp|lote?|room|rm|stall|local|locales|interior|int|oficina"
    r"|office|ofc|piso|nivel|floor|fl|level|trlr|trailer|tr[aá]iler|house|casa|puerta|door|gate"
    r"|hangar|bay|dock"
)
_NUMBERED = r"\b\.?\s*+(?:(?:no|n[uú]m|number|n[uú]mero)\b\.?\s*+)?#?\s*+"
_UNIT = re.compile(
    rf"\b(?:(?:{_SUITE}){_NUMBERED}(?:(?!(?:rd|st|dr|ln|ct|pl|av|sq|pt)\b)[a-z]{{2}}(?![\w'])"
    rf"|{_NAMING})|(?:{_ROOM}){_NUMBERED}{_NAMING})(?:\s*+(?:&|-|and|y|to)\s*+{_NAMING}(?=\s|$))*",
    re.I,
)
_FLOOR = re.compile(
    r"\b(?:\d+(?:st|nd|rd|th|er|o|do|a|ra|da)?|first|second|third|ground|upper|lower|primer|segundo"
    r"|tercer)\s++(?:floor|fl|piso|level|nivel)\b\.?"
    r"|\b(?:rear|upstairs|downstairs|basement|atr[aá]s|s/n|planta\s++(?:alta|baja))(?!\w)",
    re.I,
)
_MARKER = re.compile(
    r"(?:(?<!#)#++|(?<!\w)(?:n[°o]|nos?|n[uú]ms?|nro|number|n[uú]mero)(?!\w))\.?\s*+(?=#?\d)", re.I
)
_BLOCK = re.compile(r"\b\d+\s*+(?:hundred\s++)?(?:block|blk|cuadra)\b\.?\s*+(?:of|de)?\s*+", re.I)
_BLOCK_WORD = re.compile(r"\b(?:block|blk|cuadra|manzana|mza)\b\.?\s*+#?\s*+(?=\w*\d)\w++", re.I)
_DAY = re.compile(rf"\b\d{{1,2}}(?:\s?[°o])?\s++de\s++(?:{_MONTHS})\b", re.I)
#: "Calle 5a" and "5a Avenida" name a street, "5a Calle Real" a door.
_SPANISH_KIND = r"(?:calle|c|av|ave|avda|avenida|privada|cerrada|callej[oó]n)\b\.?"
_SPANISH_NTH = r"\d{1,3}(?:a|ra|da|ta|ma|va|na)"
_SPANISH_ORDINAL = re.compile(
    rf"^{_SPANISH_KIND}\s++{_SPANISH_NTH}\b|\b{_SPANISH_NTH}\s++{_SPANISH_KIND}(?=\s*+$)", re.I
)
_ORDINAL = re.compile(r"(?<![\w/.-])\d{0,2}(?:1st|2nd|3rd|\dth)(?![\w/-])", re.I)
_SYSTEM = rf"us|u\.s\.?|(?:{STATE_CODES})|n\.m\.?|new mexico|state|federal|estatal|county|co\.?|bia"
_WAY = (
    r"highway|hiway|hwy|hway|route|rte|rt|ruta|carretera|carr|interstate|i|ih|sr|sh|cr|fm|rm|fr|loop"
    r"|spur"
)
#: What a road is known by, with its number: "Old US Hwy 84/285", "County Road 12A", "I-25".
_ROAD = re.compile(
    rf"(?:^|(?<=[&@])|(?<=\sand\s)|(?<=\sy\s)|(?<=\sat\s)|(?<=\d\s)|(?<=\d[a-z]\s))\s*+"
    rf"(?:(?:old|historic|new|[nsew]\.?|north|south|east|west|business|bus)\s++)*"
    rf"(?:(?:(?:{_SYSTEM})[\s-]*+)?(?:{_WAY})\.?|(?:{_SYSTEM})[\s-]*+(?:road|rd)\.?"
    rf"|(?:forest|forest service|indian|indian service|navajo|ranch)\s++(?:road|rd|route|rte)\.?"
    rf"|us|u\.s\.?|nm|n\.m\.?|tx|az|co|ok)"
    rf"[\s-]*+#?\s*+(?P<number>\d{{1,4}}[a-z]?(?:\s?/\s?\d{{1,4}}[a-z]?)*)(?![\w½-]|\.\d|/|\s++\d)",
    re.I,
)
_PLAIN = re.compile(r"#*[a-z]{0,2}-?\d+(?:[-–—/.+&']+\w{1,6})*[a-z]{0,2}", re.I)
_JOINING = frozenset(("&", "@", "and", "y", "at", "to", "al", "/", "+", "#", "de", "of"))
_AT_ENDS = ".,;:-–—&@/+# "


def without_house_number(line: str) -> str:
    """The street of a line, "" where it cannot be read with certainty. A PO box alone stays."""
    text = _plain(line)
    if _BOX.fullmatch(text.strip(_AT_ENDS)):
        return text.strip(_AT_ENDS)
    text = _BOX.sub(" ", text)
    if _RURAL.search(text):
        return ""
    parts = (_street(part) for part in _PARTS.split(_BRACKETS.sub(",", text)))
    return ", ".join(dict.fromkeys(part for part in parts if part))


def five_digits(postal_code: str) -> str:
    """A ZIP code without what says which side of which block; "" for what is none."""
    found = re.match(r"\D{0,4}(\d{5})(?:\D|\d{4}\b|$)", _plain(postal_code).strip())
    return found[1] if found else ""


def _plain(line: str) -> str:
    """One spelling for every digit, and no character that cannot be seen."""
    for sign, spelt in (("½", " 1/2"), ("¼", " 1/4"), ("¾", " 3/4"), ("º", "o"), ("ª", "a")):
        line = line.replace(sign, spelt)
    text = unicodedata.normalize("NFKC", line)
    return "".join(
        str(unicodedata.decimal(letter)) if letter.isdecimal() else letter
        for letter in text
        if unicodedata.category(letter) != "Cf"
    )


def _street(part: str) -> str:
    """One part between commas: "" where a number in it is neither plain nor a name's."""
    text = part
    for pattern in (_AT_MILE, _MILES, _FLOOR, _UNIT, _BLOCK, _BLOCK_WORD):
        text = pattern.sub(" ", text)
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        kept.append(found[0])
        return f" {_KEPT}{chr(ord(_KEPT) + len(kept))} "

    for pattern in (_DAY, _SPANISH_ORDINAL, _ORDINAL, _ROAD):
        text = pattern.sub(keep, text.strip())
    text = _MARKER.sub(" ", text)
    words = list(_without_numbers(text.split()))
    if (not words and not kept) or any(_is_numeric(word) for word in words):
        return ""
    had = len(words) < len(text.split()) or text.strip() != part.strip()
    words = _without_units(_trimmed(words), had=had)
    if not _is_name(words) or _is_in_words(words, had=had):
        return ""
    said = " ".join(words)
    for place, name in reversed(list(enumerate(kept, start=1))):
        said = said.replace(f"{_KEPT}{chr(ord(_KEPT) + place)}", name.strip())
    return " ".join(said.split())


def _without_numbers(words: list[str]) -> Iterator[str]:
    for word in words:
        if not _PLAIN.fullmatch(word.strip(_AT_ENDS)):
            yield word


def _is_numeric(word: str) -> bool:
    """Whether a number is in it that nobody took out: "N123W456", 四."""
    return not word.startswith(_KEPT) and any(
        unicodedata.numeric(letter, None) is not None for letter in word
    )


def _trimmed(words: list[str]) -> list[str]:
    """Without what only joined numbers: the & of "4417 & 4419 Main St"."""
    while words and (
        words[0].strip(_AT_ENDS).casefold() in _JOINING or not words[0].strip(_AT_ENDS)
    ):
        words = words[1:]
    while words and (words[-1].casefold() in _JOINING or not words[-1].strip(_AT_ENDS)):
        words = words[:-1]
    return words


def _without_units(words: list[str], *, had: bool) -> list[str]:
    """Without a letter that tells doors apart: "4417 C Zyxo Rd", "Zyxo Rd 4417 C"."""
    if had and len(words) > 2 and _is_letter(words[0]) and fold(words[1]) not in {"de", *KIND}:
        words = words[1:]
    if len(words) > 1 and fold(words[0]) in ("one", "uno") and not had:
        words = words[1:]
    while len(words) > 2 and _is_letter(words[-1]) and fold(words[-2]) not in ("avenue", "ave"):
        words = words[:-1]
    return words


def _is_letter(word: str) -> bool:
    bare = fold(word)
    return len(bare) == 1 and bare.isalpha() and bare not in DIRECTION


def _is_name(words: list[str]) -> bool:
    """Whether a street is named: more than "Calle", "Nte" or "Rd"."""
    bare = [fold(word) for word in words]
    if any(word.startswith(_KEPT) for word in words):
        return True
    if all(word in DIRECTION or not any(map(str.isalpha, word)) for word in bare):
        return False
    return len(bare) > 1 or bare[0] not in KIND


def _is_in_words(words: list[str], *, had: bool) -> bool:
    """Whether a number in words may be the door's: "Four Hundred Main St", "Calle Real doce"."""
    numbers = [_WORD_NUMBER.fullmatch(word.strip(_AT_ENDS)) is not None for word in words]
    if not any(numbers):
        return False
    leads = numbers[0] and not had
    trails = numbers[-1] and len(words) > 2 and not had
    return leads or trails
