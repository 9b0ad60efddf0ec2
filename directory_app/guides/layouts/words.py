"""The words that only some layouts say, in English and Spanish. One meaning a key."""

from functools import lru_cache

_WORDS = {
    # entries
    "miles": ("{miles} miles {way}", "{miles} millas al {way}"),
    "mile": ("{miles} mile {way}", "{miles} milla al {way}"),
    "about_miles": ("about {miles} miles {way}", "unas {miles} millas al {way}"),
    "walk": ("{minutes} min walk", "{minutes} min a pie"),
    "opens_at": ("Opens at {time}", "Abre a las {time}"),
    "opens_at_one": ("Opens at {time}", "Abre a la {time}"),
    "open_until": ("Open until {time}", "Abierto hasta las {time}"),
    "open_until_one": ("Open until {time}", "Abierto hasta la {time}"),
    "call_first": ("Call before you go", "Llame antes de ir"),
    "languages": ("Languages: {names}", "Idiomas: {names}"),
    "cash": ("Cash only", "Solo efectivo"),
    "cards": ("Cards only", "Solo tarjetas"),
    "cash_too": ("Cash", "Efectivo"),
    "cards_too": ("Cards", "Tarjetas"),
    "cash_cards": ("Cash and cards", "Efectivo y tarjetas"),
    "snap": ("SNAP", "SNAP"),
    "wic": ("WIC", "WIC"),
    "takeaway": ("Take-away", "Para llevar"),
    "delivery": ("Delivery", "Entrega a domicilio"),
    "catering": ("Catering", "Banquetes"),
    "wheelchair_yes": ("Wheelchair access", "Acceso en silla de ruedas"),
    "wheelchair_limited": ("Some wheelchair access", "Acceso parcial en silla de ruedas"),
    "wheelchair_no": ("No wheelchair access", "Sin acceso en silla de ruedas"),
    # covers
    "owned_in": (
        "Immigrant-owned restaurants and stores in {town}",
        "Restaurantes y tiendas de inmigrantes en {town}",
    ),
    "owned_near": (
        "Immigrant-owned restaurants and stores, {town} and beyond",
        "Restaurantes y tiendas de inmigrantes, {town} y más allá",
    ),
    "owned": ("Immigrant-owned restaurants and stores", "Restaurantes y tiendas de inmigrantes"),
    "places_in": ("Restaurants and stores in {town}", "Restaurantes y tiendas en {town}"),
    "places_near": (
        "Restaurants and stores, {town} and beyond",
        "Restaurantes y tiendas, {town} y más allá",
    ),
    "places": ("Restaurants and stores", "Restaurantes y tiendas"),
    # parts
    "contents": ("Contents", "Contenido"),
    "welcome": ("Welcome", "Bienvenida"),
    "how_to": ("How to use this guide", "Cómo usar esta guía"),
    "index_name": ("Index by name", "Índice por nombre"),
    "index_town": ("Index by town", "Índice por ciudad"),
    "index_cuisine": ("Index by what they sell", "Índice por lo que venden"),
    "map": ("Map", "Mapa"),
    "notes": ("Notes", "Notas"),
    "why": ("Why these doors", "Por qué estas puertas"),
    "why_text": (
        "Each place in this guide is owned by people who came here from somewhere else. Each one "
        "said yes to being listed. Go in, buy something, say hello.",
        "Cada negocio de esta guía es de personas que llegaron de otro lugar. Cada uno dijo que "
        "sí a aparecer aquí. Entre, compre algo, salude.",
    ),
    "why_plain": (
        "Every place in this guide said yes to being listed. Go in, buy something, say hello.",
        "Cada negocio de esta guía dijo que sí a aparecer aquí. Entre, compre algo, salude.",
    ),
    "wrong": ("Did we get it wrong?", "¿Hay un error?"),
    "wrong_call": (
        "Call {contact} and say the run number.",
        "Llame al {contact} y diga el número de tiraje.",
    ),
    "wrong_tell": (
        "Tell {contact} and say the run number.",
        "Avise a {contact} y diga el número de tiraje.",
    ),
    "on_phone": ("This guide on a phone", "Esta guía en el teléfono"),
    "host": ("Invited by {host}", "Invita {host}"),
    "shape_says": ("What they are", "Qué son"),
    "numbers_say": (
        "The number is the same in the list, on the map and in the indexes.",
        "El número es el mismo en la lista, en el mapa y en los índices.",
    ),
    "miles_say": (
        "Miles are straight lines from the event; minutes on foot at an easy pace.",
        "Las millas son en línea recta desde el evento; los minutos, a paso tranquilo.",
    ),
    "not_all_mapped": (
        "Not on the map: {numbers}.",
        "No están en el mapa: {numbers}.",
    ),
    "circles": (
        "Circles show straight-line miles from the event.",
        "Los círculos muestran millas en línea recta desde el evento.",
    ),
    "cut": ("Cut here", "Corte aquí"),
    "book_of": ("Book {book} of {books}", "Librito {book} de {books}"),
    "goes_on": ("Goes on in book {book}", "Sigue en el librito {book}"),
    "more_inside": ("more inside", "más adentro"),
    "continued_card": ("{name}, continued", "{name}, continúa"),
    # footers
    "mistake": ("Mistake?", "¿Un error?"),
    "call": ("Call {contact}", "Llame al {contact}"),
    "tell": ("Tell {contact}", "Avise a {contact}"),
    "use_by": ("Use by {day}", "Úsese hasta el {day}"),
    "printed": ("Printed {day}", "Impreso el {day}"),
    "checked": ("Checked {first} to {last}", "Revisado del {first} al {last}"),
    "checked_on": ("Checked {last}", "Revisado el {last}"),
    "not_checked": ("Not yet checked", "Aún sin revisar"),
    "run": ("Run {run}", "Tiraje {run}"),
    "preview": ("Preview", "Muestra"),
}


@lru_cache(maxsize=4096)
def _said(key: str, spanish: bool, parts: tuple[tuple[str, str], ...]) -> str:
    return _WORDS[key][spanish].format(**dict(parts))


def say(key: str, language: str, **parts: str) -> str:
    """A word or sentence in ``en`` or ``es``. KeyError for a key that is not known."""
    return _said(key, language == "es", tuple(parts.items()))
