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
NO_CONSENT = "no_consent"
NOTHING_TO_ASK = "nothing_to_ask"
NO_ANSWER = "no_answer"
NO_CONNECTION = "no_connection"
BUSY = "busy"
LEFT_ALONE = "left_alone"
GIVEN_UP = "given_up"
SERVICE_ERROR = "service_error"
REDIRECTED = "redirected"
TOO_LARGE = "too_large"
NOT_JSON = "not_json"
BAD_ANSWER = "bad_answer"
NOTHING_FOUND = "nothing_found"
ELSEWHERE = "elsewhere"
OTHER_STREET = "other_street"
ONLY_STREET = "only_street"
ONLY_TOWN = "only_town"
STOPPED = "stopped"

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
    NO_CONSENT: (
        "The owner has not agreed to ask a service for this address.",
        "El dueño no ha aceptado que se pregunte esta dirección a un servicio.",
    ),
    NOTHING_TO_ASK: (
        "There is no street and town to ask for.",
        "No hay calle y pueblo por los que preguntar.",
    ),
    NO_ANSWER: (
        "The service did not answer in 10 seconds. Try again later.",
        "El servicio no respondió en 10 segundos. Pruebe más tarde.",
    ),
    NO_CONNECTION: (
        "The service could not be reached. Check its address and the internet.",
        "No se pudo llegar al servicio. Revise su dirección y la conexión.",
    ),
    BUSY: (
        "The service has too much to do. Try again later.",
        "El servicio tiene demasiado trabajo. Pruebe más tarde.",
    ),
    LEFT_ALONE: (
        "The service wants to be left alone for a while, so it was not asked.",
        "El servicio pidió una pausa, así que no se le preguntó.",
    ),
    GIVEN_UP: (
        "The service did not answer three times in a row, so it was not asked again.",
        "El servicio no respondió tres veces seguidas, así que no se le preguntó más.",
    ),
    SERVICE_ERROR: (
        "The service refused or failed. Check its address in the settings.",
        "El servicio se negó o falló. Revise su dirección en los ajustes.",
    ),
    REDIRECTED: (
        "The service sent us elsewhere; the address was not sent on. Check its address.",
        "El servicio nos mandó a otra parte; no se reenvió nada. Revise su dirección.",
    ),
    TOO_LARGE: (
        "The answer was too large to be one. Check the address of the service.",
        "La respuesta era demasiado grande. Revise la dirección del servicio.",
    ),
    NOT_JSON: (
        "The answer was not in the service's format. Check its address.",
        "La respuesta no tenía el formato del servicio. Revise su dirección.",
    ),
    BAD_ANSWER: (
        "The answer had no usable coordinates.",
        "La respuesta no tenía coordenadas que sirvan.",
    ),
    NOTHING_FOUND: (
        "The service does not know this address. Check its spelling.",
        "El servicio no conoce esta dirección. Revise cómo se escribe.",
    ),
    ELSEWHERE: (
        "The service only knows such an address in another town.",
        "El servicio solo conoce esa dirección en otro pueblo.",
    ),
    OTHER_STREET: (
        "The service answered with another street, so it was not taken.",
        "El servicio respondió con otra calle, así que no se tomó.",
    ),
    ONLY_STREET: (
        "The service knows the street but not this number. The pin is on the street.",
        "El servicio conoce la calle, pero no el número. El punto está en la calle.",
    ),
    ONLY_TOWN: (
        "The service knows the town but not this street.",
        "El servicio conoce el pueblo, pero no la calle.",
    ),
    STOPPED: (
        "It was stopped before the answer came.",
        "Se detuvo antes de que llegara la respuesta.",
    ),
}


def sentence(reason: str, language: str = "en") -> str:
    """The reason as a sentence in ``en`` or ``es``. A reason that is not one raises KeyError."""
    return _SENTENCES[reason][1 if language == "es" else 0]


def is_reason(text: str) -> bool:
    """Whether a text is one of the codes above."""
    return text in _SENTENCES
