"""How the guides call the OSM cuisine values in English and Spanish."""

_SPANISH = {
    "afghan": "afgana", "african": "africana", "american": "estadounidense", "arab": "árabe",
    "argentinian": "argentina", "asian": "asiática", "barbecue": "barbacoa",
    "brazilian": "brasileña", "breakfast": "desayunos", "burmese": "birmana",
    "cambodian": "camboyana", "caribbean": "caribeña", "chinese": "china", "coffee": "café",
    "colombian": "colombiana", "congolese": "congoleña", "cuban": "cubana",
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


def name(cuisine: str, language: str) -> str:
    """A cuisine as a heading; what is not known stays as it is written."""
    said = _SPANISH.get(cuisine, cuisine) if language == "es" else cuisine
    said = said.replace("_", " ")
    return said[:1].upper() + said[1:]
