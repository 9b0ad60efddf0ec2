"""The words of the search box's keys and values, English and Spanish. Pure tables."""

from functools import cache

from directory_app.model.hours_tokens import DAYS
from directory_app.model.terms import Answer, Channel, Payment, Precision, ReviewState, Status
from directory_app.model.text import fold

#: Each key with what people call it, English first, then Spanish.
KEYS: dict[str, tuple[str, ...]] = {
    "town": ("town", "city", "pueblo", "ciudad"),
    "category": ("category", "kind", "categoría"),
    "cuisine": ("cuisine", "food", "cocina", "comida"),
    "language": ("language", "speaks", "idioma", "habla"),
    "consent": ("consent", "consentimiento", "permiso"),
    "stale": ("stale", "unchecked", "sinrevisar"),
    "precision": ("precision", "pin", "precisión"),
    "open": ("open", "abierto"),
    "near": ("near", "cerca"),
    "code": ("code", "código"),
    "changed": ("changed", "cambiado"),
    "status": ("status", "situación"),
    "review": ("review", "revisión"),
    "payment": ("payment", "pays", "pago"),
    "has": ("has", "tiene"),
}
CHANNELS: dict[str, tuple[str, ...]] = {
    Channel.PRINT: ("print", "imprimir", "imprenta"),
    Channel.MAP: ("map", "mapa"),
    Channel.WEB: ("web",),
    Channel.SHARE: ("share", "compartir"),
    Channel.GEOCODE_ONLINE: ("geocode_online", "lookup", "online", "buscar"),
}
NONE, ENDED = "none", "ended"
CONSENTS: dict[str, tuple[str, ...]] = {
    NONE: ("none", "not asked", "ninguno", "sin preguntar"),
    Answer.YES: ("yes", "sí"),
    Answer.NO: ("no",),
    Answer.WITHDRAWN: ("withdrawn", "retirado"),
    ENDED: ("ended", "vencido"),
}
VALUES: dict[str, dict[str, tuple[str, ...]]] = {
    "precision": {
        Precision.ROOFTOP: ("rooftop", "door", "puerta"),
        Precision.INTERPOLATED: ("interpolated", "interpolado"),
        Precision.STREET: ("street", "calle"),
        Precision.CITY: ("city", "town", "ciudad", "pueblo"),
        Precision.ZIP: ("zip", "código postal"),
        Precision.MANUAL: ("manual", "by hand", "a mano"),
        NONE: ("none", "ninguna", "ninguno"),
    },
    "status": {
        Status.ACTIVE: ("active", "activo"),
        Status.TEMPORARILY_CLOSED: ("paused", "temporarily_closed", "pausado"),
        Status.CLOSED: ("closed", "cerrado"),
    },
    "review": {
        ReviewState.DRAFT: ("draft", "borrador"),
        ReviewState.SUBMITTED: ("submitted", "enviado"),
        ReviewState.APPROVED: ("approved", "aprobado"),
        ReviewState.ARCHIVED: ("archived", "archivado"),
    },
    "payment": {
        Payment.CASH: ("cash", "efectivo"),
        Payment.CARDS: ("cards", "card", "tarjetas", "tarjeta"),
        Payment.SNAP: ("snap",),
        Payment.WIC: ("wic",),
    },
    "has": {
        "phone": ("phone", "teléfono"),
        "website": ("website", "sitio"),
        "pin": ("pin", "alfiler"),
        "email": ("email", "correo"),
    },
}
OR = frozenset(("or", "o"))
#: Days of the week by the first letters of their names, as places in hours_tokens.DAYS.
_DAY_NAMES = (
    ("monday", "lunes"),
    ("tuesday", "martes"),
    ("wednesday", "miercoles"),
    ("thursday", "jueves"),
    ("friday", "viernes"),
    ("saturday", "sabado"),
    ("sunday", "domingo"),
)
#: A unit of time in days; half a year is as long as the view "To verify" waits.
UNIT_DAYS = {"d": 1.0, "w": 7.0, "s": 7.0, "m": 365 / 12, "y": 365.0, "a": 365.0}


def key_of(word: str) -> str:
    """The key that a word means: ``town``, or ``consent.print``; nothing if none."""
    stem, dot, rest = word.partition(".")
    key = _meanings("").get(fold(stem), "")
    if key == "consent":
        channel = _index(tuple(CHANNELS.items())).get(fold(rest), "")
        return f"consent.{channel}" if channel else ""
    return "" if dot else key


def value_of(key: str, word: str) -> str:
    """The value that a word means for a key of VALUES, or for a consent; nothing if none."""
    return _meanings(key).get(fold(word), "")


def offered(key: str, language: str = "en") -> list[str]:
    """Values that can be typed after a key, as one would type them."""
    place = -1 if language == "es" else 0
    words = CONSENTS if key.startswith("consent.") else VALUES.get(key, {})
    found = [_typed(names[place]) for names in words.values()]
    return [*found, "ends<60d"] if key.startswith("consent.") else found


def day_of(word: str) -> int | None:
    """Monday is 0; at least two letters of a name in either language."""
    folded = fold(word)
    if len(folded) < 2:
        return None
    for day, names in enumerate(_DAY_NAMES):
        if any(name.startswith(folded) for name in names) or folded == DAYS[day].lower():
            return day
    return None


def day_name(day: int, language: str = "en") -> str:
    """Monday is 0; in lower case, without marks."""
    return _DAY_NAMES[day][language == "es"]


def _typed(word: str) -> str:
    return f'"{word}"' if " " in word else word


def _meanings(key: str) -> dict[str, str]:
    if not key:
        return _index(tuple(KEYS.items()))
    table = CONSENTS if key.startswith("consent.") else VALUES.get(key, {})
    return _index(tuple(table.items()))


@cache
def _index(table: tuple[tuple[str, tuple[str, ...]], ...]) -> dict[str, str]:
    return {fold(word): str(value) for value, words in table for word in words}
