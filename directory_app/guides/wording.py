"""The words of the page in English and Spanish: dates, times, labels. One meaning a key."""

import datetime as dt
import re

DAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "es": ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
}
MONTHS = {
    "en": (
        *("January", "February", "March", "April", "May", "June", "July"),
        *("August", "September", "October", "November", "December"),
    ),
    "es": (
        *("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio"),
        *("agosto", "septiembre", "octubre", "noviembre", "diciembre"),
    ),
}
NBSP = "\u00a0"

_WORDS = {
    "open": ("Open during the event", "Abierto durante el evento"),
    "closed": ("Closed during the event", "Cerrado durante el evento"),
    "call": ("Call before you go", "Llame antes de ir"),
    "approximate": ("About, to the town", "Unas, hasta el pueblo"),
    "direction": ("Direction from the event", "Rumbo desde el evento"),
    "open_day": ("Open that day", "Abierto ese día"),
    "closed_day": ("Closed that day", "Cerrado ese día"),
    "solid_day": ("Open that day", "Abierto ese día"),
    "unsure": ("May be closed", "Puede estar cerrado"),
    "call_hours": ("Call for hours", "Llame para saber el horario"),
    "call_place": ("Call for the place", "Llame para saber el lugar"),
    "no_hours": ("Hours not known", "Horario sin indicar"),
    "no_place": ("Place not told", "Lugar sin indicar"),
    "closed_for_now": ("Closed for now", "Cerrado por ahora"),
    "about": ("about", "unas"),
    "continued": ("continued", "continúa"),
    "closing": (
        "Every place here said yes to being listed. Go in, buy something, say hello.",
        "Cada negocio dijo que sí a aparecer aquí. Entre, compre algo, salude.",
    ),
    "nothing": (
        "No business is listed for this event yet.",
        "Todavía no hay negocios para este evento.",
    ),
    "map": ("Map", "Mapa"),
    "maps": ("Maps", "Mapas"),
    "map_of": ("Map {name}", "Mapa {name}"),
    "maps_say": (
        "Each square is a map of its own on the pages that follow; the numbers there are those "
        "of the list.",
        "Cada cuadro es un mapa aparte en las páginas que siguen; los números ahí son los de la "
        "lista.",
    ),
    "map_alt": (
        "Map of the numbered places around the event, {count} of them; the list has each.",
        "Mapa de los lugares numerados cerca del evento, {count} en total; la lista los trae.",
    ),
    "code": ("QR code of the address on the web", "Código QR de la dirección en la web"),
    "code_alt": ("QR code that leads to {address}", "Código QR que lleva a {address}"),
    "index": ("Index by name", "Índice por nombre"),
    "places": ("Places by number", "Lugares por número"),
    "event": ("Event", "Evento"),
    "solid": ("Open during the event", "Abierto durante el evento"),
    "outline": ("Closed then, or call first", "Cerrado, o llame antes"),
    "distances": (
        "Distances are straight lines from the event.",
        "Las distancias son en línea recta desde el evento.",
    ),
    "by_town": (
        "Numbers beside a town are listed there; their addresses are in the list.",
        "Los números junto a un pueblo están ahí; sus direcciones están en la lista.",
    ),
    "not_on_map": ("Not on the map: ", "No están en el mapa: "),
    "mistake_call": ("Mistake? Call {contact}.", "¿Un error? Llame al {contact}."),
    "mistake": ("Mistake? Tell {contact}.", "¿Un error? Avise a {contact}."),
    "checked_between": ("Checked {first} to {last}.", "Revisado del {first} al {last}."),
    "checked_on": ("Checked {last}.", "Revisado el {last}."),
    "not_checked": ("Not yet checked.", "Aún sin revisar."),
    "printed": ("Printed {day}.", "Impreso el {day}."),
    "use_by": ("Use by ", "Úsese hasta el "),
    "recycle": (", then recycle.", "; después, al reciclaje."),
    "run": ("Run {run}", "Tiraje {run}"),
    "no_town": ("Town not told", "Pueblo sin indicar"),
    "guide": ("Guide", "Guía"),
    "page": ("Page", "Página"),
    "preview": ("Preview", "Muestra"),
}
_BANDS = {
    "1": ("Within 1 mile", "A menos de 1 milla"),
    "5": ("1 to 5 miles", "De 1 a 5 millas"),
    "25": ("5 to 25 miles", "De 5 a 25 millas"),
    "100": ("25 to 100 miles", "De 25 a 100 millas"),
    "far": ("Over 100 miles", "A más de 100 millas"),
    "unknown": ("Distance not known", "Distancia sin indicar"),
}


def word(key: str, language: str, **parts: str) -> str:
    """A word or sentence of the page in ``en`` or ``es``."""
    pair = _WORDS[key]
    return (pair[1] if language == "es" else pair[0]).format(**parts)


def at_event(key: str, language: str, *, has_times: bool) -> str:
    """What a sign or marker says of the event: of its day, where it has no times."""
    return word(key if has_times or f"{key}_day" not in _WORDS else f"{key}_day", language)


def section(kind: str, key: str, language: str) -> str:
    """The title of a section by distance ("band") or of entries without a town."""
    if kind == "no_town":
        return word("no_town", language)
    pair = _BANDS[key]
    return pair[1] if language == "es" else pair[0]


def long_date(day: dt.date, language: str) -> str:
    """Such as "Saturday, December 5, 2026" or "Sábado 5 de diciembre de 2026"."""
    name, month = DAYS[language][day.weekday()], MONTHS[language][day.month - 1]
    if language == "es":
        return f"{name.capitalize()} {day.day} de {month} de {day.year}"
    return f"{name}, {month} {day.day}, {day.year}"


def middle_date(day: dt.date, language: str) -> str:
    """Such as "January 31, 2027" or "31 de enero de 2027"."""
    month = MONTHS[language][day.month - 1]
    if language == "es":
        return f"{day.day} de {month} de {day.year}"
    return f"{month} {day.day}, {day.year}"


def short_date(day: dt.date, language: str, *, year: bool = True) -> str:
    """Such as "Nov 24, 2026" or "24 nov 2026"; without the year "Nov 24", "24 nov"."""
    month = MONTHS[language][day.month - 1][:3]
    if language == "es":
        return NBSP.join([str(day.day), month, *([str(day.year)] if year else [])])
    return f"{month}{NBSP}{day.day}" + (f",{NBSP}{day.year}" if year else "")


def clock(time: dt.time) -> str:
    """Such as "10 am", "2:30 pm", the same in both languages."""
    hour, half = time.hour % 12 or 12, "am" if time.hour < 12 else "pm"
    minutes = f":{time.minute:02d}" if time.minute else ""
    return f"{hour}{minutes}{NBSP}{half}"


def time_span(starts: dt.time | None, ends: dt.time | None, language: str) -> str:
    """Such as "10 am to 1 pm", "10 am a 1 pm", "from 10 am"; nothing for an event of all day."""
    if starts is None:
        return ""
    if ends is None:
        return f"{'desde las' if language == 'es' else 'from'} {clock(starts)}"
    return f"{clock(starts)} {'a' if language == 'es' else 'to'} {clock(ends)}"


_TIME = re.compile(r" ?– ?| (?=(?:am|pm)\b)|(?<=\d) (?=h\b)")


def keep_times(sentence: str) -> str:
    """Hours in words with no break inside "9:30 am–7 pm"; breaks stay before the time."""
    return _TIME.sub(lambda m: m.group().replace(" ", NBSP), sentence)


def checked(first: dt.date, last: dt.date, language: str) -> str:
    """Such as "Checked Sep 30 to Nov 1, 2026." with the year once where it is the same."""
    if first == last:
        return word("checked_on", language, last=short_date(last, language))
    start = short_date(first, language, year=first.year != last.year)
    return word("checked_between", language, first=start, last=short_date(last, language))
