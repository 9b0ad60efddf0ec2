"""The words of the web page in English and Spanish. One meaning a key."""

import datetime as dt

_MONTHS = {
    "en": (
        *("January", "February", "March", "April", "May", "June", "July"),
        *("August", "September", "October", "November", "December"),
    ),
    "es": (
        *("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio"),
        *("agosto", "septiembre", "octubre", "noviembre", "diciembre"),
    ),
}
_WORDS = {
    "owned": ("Immigrant-owned restaurants and stores", "Restaurantes y tiendas de inmigrantes"),
    "places": ("Restaurants and stores", "Restaurantes y tiendas"),
    "said_yes": (
        "Every place here said yes to being listed. Go in, buy something, say hello.",
        "Cada negocio dijo que sí a aparecer aquí. Entre, compre algo, salude.",
    ),
    "none": ("No business is listed yet.", "Todavía no hay negocios en la lista."),
    "search": (
        "Search by name, town or what they sell",
        "Buscar por nombre, pueblo o lo que venden",
    ),
    "sections": ("Show", "Mostrar"),
    "all": ("All", "Todos"),
    "found": ("{n} found", "{n} encontrados"),
    "nothing": (
        "Nothing found. Try fewer words, or show all.",
        "No se encontró nada. Pruebe con menos palabras, o muestre todos.",
    ),
    "map": ("Map", "Mapa"),
    "map_alt": (
        "Map of {count} numbered places. The list has each of them.",
        "Mapa de {count} lugares numerados. La lista los trae todos.",
    ),
    "map_part": (
        "On the map are those who said yes to it and whose place is known: {count} of {total}.",
        "En el mapa están quienes dijeron que sí y cuyo lugar se conoce: {count} de {total}.",
    ),
    "closed_for_now": ("Closed for now", "Cerrado por ahora"),
    "call_hours": ("Call for hours", "Llame para saber el horario"),
    "call_place": ("Call for the place", "Llame para saber el lugar"),
    "speak": ("Languages: {names}", "Idiomas: {names}"),
    "takes": ("Takes {names}", "Acepta {names}"),
    "wheelchair_yes": ("Wheelchair access", "Acceso en silla de ruedas"),
    "wheelchair_limited": (
        "Some wheelchair access",
        "Acceso limitado en silla de ruedas",
    ),
    "checked": ("Checked {day}", "Revisado el {day}"),
    "not_checked": ("Not yet checked", "Aún sin revisar"),
    "cell": ("cell", "celular"),
    "text": ("text", "mensajes"),
    "fax": ("fax", "fax"),
    "cash": ("cash", "efectivo"),
    "cards": ("cards", "tarjetas"),
    "snap": ("SNAP", "SNAP"),
    "wic": ("WIC", "WIC"),
    "old": (
        "This page is out of date: it was good until {day}. Ask for a new one.",
        "Esta página ya no está al día: valía hasta el {day}. Pida una nueva.",
    ),
    "made": ("Made {day}.", "Hecha el {day}."),
    "use_by": ("Use by {day}.", "Úsese hasta el {day}."),
    "run": ("Run {run}", "Tiraje {run}"),
    "mistake": ("Mistake? Tell {contact}.", "¿Un error? Avise a {contact}."),
    "miles": ("{n} mi", "{n} mi"),
    "language": ("Language", "Idioma"),
}


def word(key: str, language: str, **parts: str) -> str:
    """A word or sentence of the page in ``en`` or ``es``."""
    pair = _WORDS[key]
    return (pair[1] if language == "es" else pair[0]).format(**parts)


def raw(key: str, language: str) -> str:
    """The same with its braces, for the script to fill."""
    return _WORDS[key][1 if language == "es" else 0]


def has(key: str) -> bool:
    """Whether there is such a word."""
    return key in _WORDS


def day(date: dt.date, language: str) -> str:
    """Such as "January 31, 2027" or "31 de enero de 2027"."""
    month = _MONTHS[language][date.month - 1]
    if language == "es":
        return f"{date.day} de {month} de {date.year}"
    return f"{month} {date.day}, {date.year}"
