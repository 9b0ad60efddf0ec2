"""The formats, and what each of them cannot hold."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: its name in a verb, its endings, and what is lost in it, said before.

    The module of its name in ``formats`` writes it, and reads it if it can be read. ``read_as``
    is what tasks.readback_texts takes it for, where its endings don't say so.
    """

    name: str
    endings: tuple[str, ...]
    title: str
    lost_en: tuple[str, ...]
    lost_es: tuple[str, ...]
    read_as: str = ""

    @property
    def ending(self) -> str:
        """The ending of a file that got none."""
        return self.endings[0]


_ASK = (
    "No answers to consent are in it: whoever gets the file has to ask for themselves.",
    "No lleva permisos: quien reciba el archivo tiene que preguntar.",
)
_PIN = (
    "Only who said yes to the map has a pin, and nobody of whom only the town is known.",
    "Solo quien dijo que sí al mapa tiene punto, y nadie de quien solo se conoce el pueblo.",
)
_DOUBT = (
    "It does not say which hours are assumed, nor what a second person looked at.",
    "No dice qué horarios son supuestos, ni qué revisó una segunda persona.",
)
_LINES = (
    "Line breaks inside a text become spaces when the list is imported again.",
    "Los saltos de línea de un texto se vuelven espacios al importar la lista otra vez.",
)
_NO_PLACE = (
    "My Maps leaves off who has no pin.",
    "My Maps omite a quien no tiene punto.",
)
_AS_TEXT = (
    "Hours and all else are text beside the name, which no map program understands.",
    "El horario y lo demás son texto junto al nombre, que ningún programa de mapas entiende.",
)
_NOTED = (
    "Hours are words in the note, which no program understands.",
    "El horario va en palabras en la nota, que ningún programa entiende.",
)
_NO_SERVICE = (
    "Cuisine, payment, prices, takeaway, delivery, catering and wheelchair access are left out.",
    "No lleva cocina, pago, precios, para llevar, entrega, banquetes ni acceso en silla de ruedas.",
)
_NO_STATUS = (
    "It does not say who is closed for now, nor when an entry was last checked.",
    "No dice quién está cerrado por ahora, ni cuándo se revisó una ficha.",
)
_NO_STREET = (
    "An address without a street is none: the town alone stands in the location's description.",
    "Una dirección sin calle no cabe: el pueblo va solo en la descripción del lugar.",
)
_NO_WEEK = (
    "Hours that are no plain week, as with holidays or seasons, stand in words.",
    "Los horarios que no son una semana simple, con feriados o temporadas, van en palabras.",
)
_NO_STREETS = (
    "The map has the markers and no streets; it asks nothing of any other place.",
    "El mapa tiene los puntos y no las calles; no pide nada a ningún otro sitio.",
)
_NO_CUISINE = (
    "Cuisine can be searched for, and is not shown.",
    "La cocina se puede buscar, y no se muestra.",
)
_NO_SOCIAL = (
    "Pages on social networks are left out.",
    "No lleva páginas en redes sociales.",
)


def _format(name: str, endings: str, title: str, *lost: tuple[str, str]) -> Format:
    en, es = zip(_ASK, _PIN, *lost, strict=True)
    return Format(name, tuple(endings.split()), title, en, es)


FORMATS: tuple[Format, ...] = (
    _format("csv", ".csv", "CSV", _LINES, _DOUBT),
    _format("xlsx", ".xlsx", "Excel", _LINES, _DOUBT),
    _format("geojson", ".geojson .json", "GeoJSON", _DOUBT),
    _format("kml", ".kml", "KML (Google My Maps)", _NO_PLACE, _AS_TEXT, _DOUBT),
    _format("vcard", ".vcf", "vCard 4", _NOTED, _NO_SERVICE, _NO_STATUS, _DOUBT),
    _format("hsds", ".zip", "HSDS 3", _NO_STREET, _NO_WEEK, _NO_SERVICE, _NO_SOCIAL, _DOUBT),
    _format("html", ".html", "Web page", _NO_STREETS, _NO_CUISINE, _DOUBT),
)

NAMES = tuple(each.name for each in FORMATS)


def known(name: str) -> Format:
    """The format of a name. KeyError if there is none."""
    return next(each for each in FORMATS if each.name == name)


def cannot_hold(name: str, language: str = "en") -> tuple[str, ...]:
    """What is lost in a format, a sentence each, to be said before an export."""
    found = known(name)
    return found.lost_es if language == "es" else found.lost_en
