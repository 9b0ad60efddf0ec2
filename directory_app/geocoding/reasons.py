"""Why an address has no pin, or a doubtful one: codes, and the sentences for them."""

POSTAL = "postal"
LOCKED = "locked"
NO_TOWN = "no_town"
UNKNOWN_TOWN = "unknown_town"
UNKNOWN_STATE = "unknown_state"
WHICH_STATE = "which_state"
STATE_ASSUMED = "state_assumed"
ZIP_ELSEWHERE = "zip_elsewhere"
ZIP_UNKNOWN = "zip_unknown"
BY_ZIP_ALONE = "by_zip_alone"
CHOOSE = "choose"
STREET_UNKNOWN = "street_unknown"
NUMBER_UNKNOWN = "number_unknown"
RURAL = "rural"
TOWN_ONLY = "town_only"

_SENTENCES = {
    POSTAL: (
        "A PO box is only for mail. Ask where the business is.",
        "Un apartado postal es solo para cartas. Pregunte dónde está el negocio.",
    ),
    LOCKED: (
        "A person placed this pin, so it was left alone.",
        "Una persona puso este punto; se dejó como está.",
    ),
    NO_TOWN: (
        "There is no town and no ZIP code. Add one of them.",
        "Falta el pueblo y el código postal. Agregue uno de los dos.",
    ),
    UNKNOWN_TOWN: (
        "This town is not in the list of towns. Check its spelling, or add the ZIP code.",
        "Este pueblo no está en la lista. Revise cómo se escribe o agregue el código postal.",
    ),
    UNKNOWN_STATE: (
        "This state is not known. Write it as two letters, like NM.",
        "No se conoce este estado. Escríbalo con dos letras, como NM.",
    ),
    WHICH_STATE: (
        "More than one state has a town of this name. Add the state or the ZIP code.",
        "Hay un pueblo con este nombre en más de un estado. Agregue el estado o el código postal.",
    ),
    STATE_ASSUMED: (
        "There is no state, so the one that most of the directory is in was taken.",
        "Falta el estado; se tomó el de la mayoría del directorio.",
    ),
    ZIP_ELSEWHERE: (
        "The ZIP code belongs to another place than the town. The pin is at the town.",
        "El código postal es de otro lugar que el pueblo. El punto está en el pueblo.",
    ),
    ZIP_UNKNOWN: (
        "This ZIP code is not known. The pin is at the town.",
        "No se conoce este código postal. El punto está en el pueblo.",
    ),
    BY_ZIP_ALONE: (
        "The town is missing or not known. The pin is in the middle of the ZIP code.",
        "Falta el pueblo o no se conoce. El punto está en el centro del código postal.",
    ),
    CHOOSE: (
        "More than one place could be meant. Choose one of them.",
        "Puede ser más de un lugar. Elija uno.",
    ),
    STREET_UNKNOWN: (
        "The street data has no such street in this town. Check its spelling.",
        "Los datos de calles no tienen esta calle en este pueblo. Revise cómo se escribe.",
    ),
    NUMBER_UNKNOWN: (
        "The street data does not know this house number. The pin is on the street.",
        "Los datos de calles no conocen este número. El punto está en la calle.",
    ),
    RURAL: (
        "A rural route is only for mail. Ask what road the business is on.",
        "Una ruta rural es solo para cartas. Pregunte en qué camino está el negocio.",
    ),
    TOWN_ONLY: (
        "Only the town of this place is kept, so the pin is in the middle of the town.",
        "De este lugar solo se guarda el pueblo; el punto está en el centro del pueblo.",
    ),
}


def sentence(reason: str, language: str = "en") -> str:
    """The reason as a sentence in ``en`` or ``es``. A reason that is not one raises KeyError."""
    return _SENTENCES[reason][1 if language == "es" else 0]
