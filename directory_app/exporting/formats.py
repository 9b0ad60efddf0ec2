"""The formats, and what each of them cannot hold."""

from dataclasses import dataclass

from directory_app.model import fields


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: its name in a verb, its endings, and what is lost in it, said before.

    The module of its name in ``formats`` writes it, and reads it if it can be read. ``program``
    is what programs call it, ``title`` what people do, and ``use`` who opens it. ``channel`` is
    the yes that it asks for as a rule. ``read_as`` is what tasks.readback_texts takes it for,
    where its endings don't say so; ``icon`` is the window's.
    """

    name: str
    endings: tuple[str, ...]
    program: str
    title_en: str
    title_es: str
    use_en: str
    use_es: str
    lost_en: tuple[str, ...]
    lost_es: tuple[str, ...]
    channel: str = "print"
    icon: str = "file-text"
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


#: Of which vCard has a sentence of its own.
_TOLD_APART = ("status", "assured_date")


def _left_out(name: str) -> tuple[tuple[str, str], ...]:
    """Which fields a format leaves out, by their labels."""
    out = [f for f in fields.BUSINESS if name in f.left_out and f.name not in _TOLD_APART]
    en, es = (
        ", ".join(fields.say(field.label, each).lower() for field in out)
        for each in (fields.ENGLISH, fields.SPANISH)
    )
    return ((f"Not in it: {en}.", f"No lleva: {es}."),) if out else ()


def _lost(*more: tuple[str, str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What every format loses, and what this one does, in English and in Spanish."""
    en, es = zip(_ASK, _PIN, *more, _DOUBT, strict=True)
    return en, es


#: In the order in which they are offered.
FORMATS: tuple[Format, ...] = (
    Format(
        "xlsx", (".xlsx",), "Excel", "Excel workbook", "Libro de Excel",
        "Excel, LibreOffice, Google Sheets", "Excel, LibreOffice, Google Sheets",
        *_lost(_LINES), icon="file-xls",
    ),
    Format(
        "csv", (".csv",), "CSV", "Plain table (CSV)", "Tabla simple (CSV)",
        "Any spreadsheet, and mail merge", "Cualquier hoja de cálculo",
        *_lost(_LINES), icon="file-csv",
    ),
    Format(
        "html", (".html",), "Web page", "Web page", "Página web",
        "One file for a website or a mail", "Un archivo para un sitio o un correo",
        *_lost(_NO_STREETS, _NO_CUISINE), channel="web", icon="globe-simple",
    ),
    Format(
        "kml", (".kml",), "KML (Google My Maps)", "Google map (KML)", "Mapa de Google (KML)",
        "Google My Maps and Google Earth", "Google My Maps y Google Earth",
        *_lost(_NO_PLACE, _AS_TEXT), icon="map-trifold",
    ),
    Format(
        "geojson", (".geojson", ".json"), "GeoJSON",
        "Map data (GeoJSON)", "Datos de mapa (GeoJSON)",
        "Mapmakers, QGIS, OpenStreetMap", "Cartógrafos, QGIS, OpenStreetMap",
        *_lost(), icon="map-pin-area",
    ),
    Format(
        "vcard", (".vcf",), "vCard 4", "Address cards (vCard)", "Tarjetas (vCard)",
        "Contacts of a phone or mail", "Contactos del teléfono o correo",
        *_lost(_NOTED, _NO_STATUS, *_left_out("vcard")), icon="identification-card",
    ),
    Format(
        "hsds", (".zip",), "HSDS 3", "Services directory (HSDS)", "Directorio de servicios (HSDS)",
        "211 and other service directories", "El 211 y otros directorios",
        *_lost(_NO_STREET, _NO_WEEK, *_left_out("hsds")), channel="share",
        icon="share-network",
    ),
)  # fmt: skip

_BY_NAME = {each.name: each for each in FORMATS}
NAMES = tuple(_BY_NAME)


def known(name: str) -> Format:
    """The format of a name. KeyError if there is none."""
    return _BY_NAME[name]


def cannot_hold(name: str, language: str = "en") -> tuple[str, ...]:
    """What is lost in a format, a sentence each, to be said before an export."""
    found = known(name)
    return found.lost_es if language == "es" else found.lost_en
