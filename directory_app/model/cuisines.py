"""The OSM cuisine values: their names in English and Spanish, and how words find them."""

from dataclasses import dataclass
from functools import cache

from directory_app.model.categories import cuisines
from directory_app.model.category_words import CUISINES
from directory_app.model.text import clean, fold

_SPANISH = {
    "afghan": "afgana", "african": "africana", "american": "estadounidense", "arab": "árabe",
    "argentinian": "argentina", "asian": "asiática", "barbecue": "barbacoa",
    "brazilian": "brasileña", "breakfast": "desayunos", "bubble_tea": "té de burbujas",
    "burger": "hamburguesas", "burmese": "birmana",
    "cambodian": "camboyana", "caribbean": "caribeña", "chicken": "pollo", "chinese": "china",
    "coffee": "café",
    "colombian": "colombiana", "congolese": "congoleña", "cuban": "cubana",
    "curry": "curry", "dessert": "postres", "fried_chicken": "pollo frito",
    "ice_cream": "nieves y helados", "juice": "jugos", "kebab": "kebab", "sandwich": "sándwiches",
    "soup": "sopas", "steak_house": "carnes asadas", "tea": "té", "tex-mex": "tex-mex",
    "dominican": "dominicana", "dumplings": "empanaditas", "ecuadorian": "ecuatoriana",
    "eritrean": "eritrea", "ethiopian": "etíope", "filipino": "filipina", "french": "francesa",
    "georgian": "georgiana", "german": "alemana", "greek": "griega", "guatemalan": "guatemalteca",
    "haitian": "haitiana", "honduran": "hondureña", "indian": "india", "indonesian": "indonesia",
    "iraqi": "iraquí", "italian": "italiana", "jamaican": "jamaiquina", "japanese": "japonesa",
    "kenyan": "keniana", "korean": "coreana", "laotian": "laosiana",
    "latin_american": "latinoamericana", "lebanese": "libanesa", "malaysian": "malaya",
    "mediterranean": "mediterránea", "mexican": "mexicana", "moroccan": "marroquí",
    "nepali": "nepalesa", "nicaraguan": "nicaragüense", "nigerian": "nigeriana",
    "noodles": "fideos", "oaxacan": "oaxaqueña", "pakistani": "paquistaní",
    "palestinian": "palestina", "persian": "persa", "peruvian": "peruana", "pizza": "pizza",
    "polish": "polaca", "puerto_rican": "puertorriqueña", "ramen": "ramen", "russian": "rusa",
    "salvadoran": "salvadoreña", "seafood": "mariscos", "senegalese": "senegalesa",
    "somali": "somalí", "spanish": "española", "sudanese": "sudanesa", "sushi": "sushi",
    "sweets": "dulces", "syrian": "siria", "tacos": "tacos", "thai": "tailandesa",
    "tibetan": "tibetana", "tortas": "tortas", "turkish": "turca", "ukrainian": "ucraniana",
    "uzbek": "uzbeka", "venezuelan": "venezolana", "vietnamese": "vietnamita",
    "yemeni": "yemenita",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cuisine:
    """A value of OSM's ``cuisine``, its names, and other words for it, folded."""

    key: str
    en: str
    es: str
    also: str


def name(cuisine: str, language: str) -> str:
    """A cuisine as a heading; what is not known stays as it is written."""
    said = _SPANISH.get(cuisine, cuisine) if language == "es" else cuisine
    said = said.replace("_", " ")
    return said[:1].upper() + said[1:]


@cache
def all_cuisines() -> tuple[Cuisine, ...]:
    """Every cuisine that has a name here, by its English name."""
    keys = sorted(_SPANISH.keys() | CUISINES.keys())
    return tuple(
        Cuisine(key, name(key, "en"), name(key, "es"), CUISINES.get(key, "")) for key in keys
    )


def parse(text: str) -> list[str]:
    """The values that typed words say, commas between them; what is unknown stays as written."""
    found: list[str] = []
    for part in text.replace(";", ",").split(","):
        written = clean(part)
        if written:
            found += [_named()[fold(written)]] if fold(written) in _named() else _known(written)
    return list(dict.fromkeys(found))


def _known(written: str) -> list[str]:
    """One value where all words of it are known; else the words themselves."""
    values = cuisines(written)
    alone = len(values) == 1 and fold(written) in {
        fold(word) for word in CUISINES[values[0]].split(",")
    }
    return values if alone else [written]


@cache
def _named() -> dict[str, str]:
    return {
        fold(said): one.key
        for one in all_cuisines()
        for said in (one.key.replace("_", " "), one.en, one.es)
    }
