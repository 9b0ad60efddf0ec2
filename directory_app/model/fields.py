"""The fields: one table of all that is kept of a business, and of what is done with each.

Start reading here. Whatever lists fields derives from this page: what may leave the laptop
(store/listings.py alone makes a PublicListing of it), packets, merging, import, exports,
``list --json``, the words of the history, the editor, its help and the bulk edit. SQLModel keeps
the definition of the tables (model/business.py and its neighbours); a test holds both together.

How a field is added is in CONTRIBUTING.md.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as attribute
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from directory_app.model.terms import (
    AddressType,
    LocationVisibility,
    Payment,
    PhoneType,
    Precision,
    ReviewState,
    Status,
)

#: Words in English and in Spanish.
Words = tuple[str, str]
Choices = Mapping[str, Words]
ENGLISH, SPANISH = "en", "es"


class Kind(StrEnum):
    """What a field holds."""

    LINE = "line"  # a text of one line
    TEXT = "text"  # a text of some lines
    LIST = "list"  # several texts
    CHOICE = "choice"  # one of its choices
    FLAG = "flag"  # yes, no, or None: not known
    MARK = "mark"  # true or false
    NUMBER = "number"
    DAY = "day"
    MOMENT = "moment"  # in UTC


class Seen(StrEnum):
    """Who may see it: everybody who gets a guide or a file, staff on their own paper, or nobody.

    What nobody gets is seen on the laptop alone.
    """

    PUBLIC = "public"
    STAFF = "staff"
    NEVER = "never"


class Hiding(StrEnum):
    """What becomes of it where an owner hides the place (LocationVisibility), or lives there."""

    NOTHING = "nothing"
    PART = "part"  # as much of it is told as of the place
    WAY = "way"  # told only beside the whole address
    PIN = "pin"  # a position: blurred, and a marker only with a yes to the map


class Merge(StrEnum):
    """What becomes of it when two entries are one."""

    CHOOSE = "choose"  # a person takes either
    JOIN = "join"  # both are kept, unless a person takes either
    RULE = "rule"  # store/merging.py decides
    OWN = "own"  # each entry has its own


class Section(StrEnum):
    """The parts of the editor."""

    WHO = "who"
    WHERE = "where"
    WHEN = "when"
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a spreadsheet: its heading, which our own import knows, and its width.

    ``language`` is "en" or "es" for a column that only an export in that language has;
    ``public`` is False for one of the private table alone. Widths are in characters.
    """

    heading: str
    width: int = 14
    language: str = ""
    public: bool = True


#: Formats with no place for what HSDS and vCard have no property for.
_NO_STANDARD = ("vcard", "hsds")
_BLANK: Mapping[Kind, Any] = MappingProxyType(
    {Kind.FLAG: None, Kind.MARK: False, Kind.NUMBER: None, Kind.DAY: None, Kind.MOMENT: None}
)


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """One field. What is not said of it is as written here."""

    name: str
    label: Words
    kind: Kind = Kind.LINE
    #: What a number counts.
    measure: str = ""
    #: What is kept where nobody filled it in, of lines, texts and choices.
    blank: Any = ""
    #: The vocabulary, with words for it; categories, cuisines and languages have their own pages.
    choices: Choices = attribute(default_factory=dict)
    #: Written freely: words that are never kept, and hidden streets, are looked for in it.
    free: bool = False

    seen: Seen = Seen.PUBLIC
    hiding: Hiding = Hiding.NOTHING
    #: It decides what is printed of other fields.
    decides: bool = False

    #: Fields that make sense only together are compared and travel as one; "": by itself.
    unit: str = ""
    #: It says how its unit was found, and makes no difference by itself.
    aside: bool = False
    #: Whether it goes into a packet.
    travels: bool = True
    merge: Merge = Merge.CHOOSE
    #: Who checks an entry confirms it.
    checked: bool = False

    #: Headings of lists that mean it, folded, with strokes between; None: no column fills it.
    headings: Words | None = None
    #: Who reads its cells, a module of importing; "": they are read by its kind.
    reader: str = ""
    #: Several columns may feed it.
    many: bool = False
    column: Column | None = None
    #: The tag of OpenStreetMap that has its value as it is; "": none, or formats/geojson.py has
    #: a place of its own for it.
    tag: str = ""
    #: The web page says it beside others in its last line, under its label.
    in_line: bool = False
    #: Formats that leave it out, which is said before an export.
    left_out: tuple[str, ...] = ()

    section: Section | None = None
    #: Its place in the section; by the order of this page where it is not said.
    order: int = 0
    #: The label in the editor, where the section or the line above says the rest.
    short: Words | None = None
    #: May be set for many businesses at once.
    bulk: bool = False
    help: Words | None = None

    @property
    def nothing(self) -> Any:
        """What is kept where nobody filled it in; a new list each time."""
        return [] if self.kind is Kind.LIST else _BLANK.get(self.kind, self.blank)


def say(words: Words, language: str) -> str:
    """Words in ``en`` or ``es``."""
    return words[language == SPANISH]


_STATUSES: Choices = {
    Status.ACTIVE.value: ("In business", "Funciona"),
    Status.TEMPORARILY_CLOSED.value: ("Closed for a while", "Cerrado por un tiempo"),
    Status.CLOSED.value: ("Closed for good", "Cerró para siempre"),
}
_SHOWN: Choices = {
    LocationVisibility.EXACT.value: ("The whole address", "La dirección completa"),
    LocationVisibility.STREET.value: ("The street only", "Solo la calle"),
    LocationVisibility.TOWN.value: ("The town only", "Solo el pueblo"),
    LocationVisibility.NONE.value: ("Nothing", "Nada"),
}
_PLACES: Choices = {
    AddressType.PHYSICAL.value: ("A place to visit", "Un lugar que se visita"),
    AddressType.MOBILE.value: ("It moves (truck, stand)", "Se mueve (camión, puesto)"),
    AddressType.POSTAL.value: ("Mail only", "Solo correo"),
    AddressType.HOME.value: ("A home kitchen or shop", "Cocina o taller en casa"),
}
_PAYMENTS: Choices = {
    Payment.CASH.value: ("Cash", "Efectivo"),
    Payment.CARDS.value: ("Cards", "Tarjetas"),
    Payment.SNAP.value: ("SNAP", "SNAP"),
    Payment.WIC.value: ("WIC", "WIC"),
}
#: OpenStreetMap's words for it.
_ACCESS: Choices = {
    "yes": ("Yes", "Sí"),
    "limited": ("In part", "En parte"),
    "no": ("No", "No"),
}
_REVIEWS: Choices = {
    ReviewState.DRAFT.value: ("Draft", "Borrador"),
    ReviewState.SUBMITTED.value: ("Submitted", "Enviado"),
    ReviewState.APPROVED.value: ("Approved", "Aprobado"),
    ReviewState.ARCHIVED.value: ("Archived", "Archivado"),
}
_PRECISIONS: Choices = {one.value: ("", "") for one in Precision}  # in words: ui/widgets/pins.py


# fmt: off
BUSINESS: tuple[Field, ...] = (
    # -- who
    Field("name", ("Name", "Nombre"), free=True, checked=True,
          headings=("business name|name|name of business|business|store name|store|shop name|shop|"
                    "restaurant name|restaurant|company|company name|dba|name of the business|"
                    "vendor|vendor name|establishment|trade name|listing|place|merchant|biz name|"
                    "biz|shop or restaurant|organization|organization name|name on sign|"
                    "business or store",
                    "nombre del negocio|nombre|negocio|nombre de negocio|nombre comercial|"
                    "comercio|tienda|restaurante|empresa|nombre de la tienda|"
                    "nombre del restaurante|local|establecimiento|nombre de la empresa|"
                    "nombre del comercio|nombre del local|razon social|nombre del establecimiento"),
          reader="names",
          column=Column("Name", 30), section=Section.WHO,
          help=("As on the sign: Taquería El Nopal", "Como en el letrero: Taquería El Nopal")),
    Field("alternate_name", ("Name in own script", "Nombre en su escritura"), free=True,
          headings=("alternate name|other name|also known as|aka|name in own script|native name|"
                    "name in own language|local name|second name|name original script|"
                    "name in spanish",
                    "otro nombre|nombre alterno|nombre alternativo|tambien conocido como|"
                    "nombre original|nombre en su idioma|segundo nombre|nombre en ingles"),
          column=Column("Other name", 20),
          section=Section.WHO, short=("Own script", "Su escritura"),
          help=("The name in its own letters: 北方饺子馆", "El nombre en sus letras: 北方饺子馆")),
    Field("category", ("Category", "Categoría"), kind=Kind.CHOICE, blank="other", checked=True,
          headings=("category|type|business type|type of business|sector|industry|kind of place|"
                    "business category|store type|kind of store",
                    "categoria|tipo|tipo de negocio|clase|rubro|tipo de comercio|clase de negocio|"
                    "tipo de establecimiento|tipo de tienda"), reader="small_cells",
          column=Column("Category", 20), section=Section.WHO, bulk=True,
          help=("Type a word: panadería, tires, nails", "Escriba una palabra: panadería, llantas")),
    Field("cuisine", ("Cuisine", "Cocina"), kind=Kind.LIST, merge=Merge.JOIN,
          headings=("cuisine|cuisine type|food|food type|cooking",
                    "cocina|tipo de cocina|tipo de comida|comida"), reader="small_cells",
          column=Column("Cuisine"), left_out=_NO_STANDARD,
          section=Section.WHO, bulk=True,
          help=("What is cooked or sold: oaxaqueña, pho",
                "Lo que se cocina o vende: oaxaqueña, pho")),
    Field("languages", ("Languages", "Idiomas"), kind=Kind.LIST, merge=Merge.JOIN,
          headings=("languages|language|languages spoken|language s|spoken languages|lang|langs|"
                    "speaks|language spoken|we speak|staff speak|what languages|which languages|"
                    "languages of staff",
                    "idiomas|idioma|lenguas|lengua|idiomas que hablan|hablan|idioma s|que idiomas|"
                    "que idiomas hablan|lenguajes|idiomas hablados|lenguaje"), many=True,
          reader="small_cells",
          column=Column("Languages", 20), section=Section.WHO, bulk=True,
          help=("Spoken at the counter: Spanish, Mam", "Se hablan en el mostrador: español, mam")),
    Field("description_en", ("Description (English)", "Descripción (inglés)"), kind=Kind.TEXT,
          free=True,
          column=Column("Description", 36, ENGLISH),
          section=Section.WHO, order=40, short=("In English", "En inglés"),
          help=("One line: Tacos and fresh juices", "Una línea: Tacos and fresh juices")),
    Field("description_es", ("Description (Spanish)", "Descripción (español)"), kind=Kind.TEXT,
          free=True,
          column=Column("Descripción", 36, SPANISH),
          section=Section.WHO, order=41, short=("In Spanish", "En español"),
          help=("One line: Tacos y jugos frescos", "Una línea: Tacos y jugos frescos")),
    # -- where
    Field("address_1", ("Address", "Dirección"), hiding=Hiding.PART, unit="address", checked=True,
          headings=("street address|street|address 1|address line 1|street name|address1|"
                    "street and number|street no|address street|st address|addr 1|street addr",
                    "calle|calle y numero|direccion 1|calle y no|calle numero|linea 1"),
          reader="places",
          column=Column("Street address", 26),
          section=Section.WHERE,
          help=("House number and street: 1420 Cerrillos Rd", "Número y calle: 1420 Cerrillos Rd")),
    Field("address_2", ("Unit", "Local"), hiding=Hiding.PART, unit="address", checked=True,
          headings=("address 2|address line 2|suite|unit|apt|suite unit|address2|ste|apt suite|"
                    "suite apt|unit suite|addr 2|suite number|unit number|apt number|ste number",
                    "local no|numero interior|interior|direccion 2|departamento|suite o local|"
                    "no int|local number|numero de local"), reader="places",
          column=Column("Address line 2"), section=Section.WHERE,
          help=("Suite, unit or stall: Suite B", "Local, unidad o puesto: Suite B")),
    Field("city", ("Town", "Pueblo"), hiding=Hiding.PART, unit="address", checked=True,
          headings=("city|town|city town|municipality|village|place name|community|city name|"
                    "town name|town city",
                    "ciudad|pueblo|poblacion|localidad|municipio|ciudad o pueblo|ciudad pueblo"),
          reader="places",
          column=Column("City"), section=Section.WHERE, bulk=True,
          help=("The town as people say it: Santa Fe", "El pueblo como se le dice: Santa Fe")),
    Field("county", ("County", "Condado"), seen=Seen.NEVER, unit="address", checked=True,
          headings=("county", "condado"), reader="places",
          section=Section.WHERE, order=50, bulk=True,
          help=("To find and sort by: Curry", "Para buscar y ordenar: Curry")),
    Field("state_province", ("State", "Estado"), hiding=Hiding.PART, unit="address", checked=True,
          headings=("st|state|state province|province|state abbr",
                    "estado|edo|provincia|prov|est"), reader="places",
          column=Column("State", 6), section=Section.WHERE, bulk=True,
          help=("Two letters: NM", "Dos letras: NM")),
    Field("postal_code", ("ZIP code", "Código postal"), hiding=Hiding.PART,
          unit="address", checked=True,
          headings=("zip|zip code|zipcode|postal code|postcode|zip postal code|postal|zip 4",
                    "codigo postal|cp|c p|codigo|zona postal|cod postal|codigo zip"),
          reader="places",
          column=Column("ZIP", 8), section=Section.WHERE,
          help=("Five digits: 87505", "Cinco dígitos: 87505")),
    Field("country", ("Country", "País"), blank="US", seen=Seen.NEVER,
          unit="address", checked=True,
          headings=("country", "pais"), reader="places",
          section=Section.WHERE, order=51, bulk=True,
          help=("Of the shop, in two letters: US", "Del negocio, en dos letras: US")),
    Field("address_type", ("Kind of place", "Tipo de lugar"), kind=Kind.CHOICE,
          blank=AddressType.PHYSICAL.value, choices=_PLACES, decides=True, unit="address",
          section=Section.WHERE, short=("Kind", "Tipo"),
          help=("A home keeps its town only", "De una casa se guarda solo el pueblo")),
    Field("directions_en", ("Way there (English)", "Cómo llegar (inglés)"), kind=Kind.TEXT,
          free=True, hiding=Hiding.WAY,
          column=Column("Directions", 26, ENGLISH),
          section=Section.WHERE, order=40, short=("Way there", "Cómo llegar"),
          help=("Behind the laundromat, blue door", "En inglés: Behind the laundromat")),
    Field("directions_es", ("Way there (Spanish)", "Cómo llegar (español)"), kind=Kind.TEXT,
          free=True, hiding=Hiding.WAY,
          column=Column("Cómo llegar", 26, SPANISH),
          section=Section.WHERE, order=41, short=("In Spanish", "En español"),
          help=("Detrás de la lavandería, puerta azul", "Detrás de la lavandería, puerta azul")),
    Field("latitude", ("Latitude", "Latitud"), kind=Kind.NUMBER, measure="degrees",
          hiding=Hiding.PIN, unit="pin", merge=Merge.RULE,
          headings=("latitude|lat|y|lat y|gps lat|gps latitude", "latitud"), reader="places",
          column=Column("Latitude", 11)),
    Field("longitude", ("Longitude", "Longitud"), kind=Kind.NUMBER, measure="degrees",
          hiding=Hiding.PIN, unit="pin", merge=Merge.RULE,
          headings=("longitude|lon|lng|long|x|lon x|gps lon|gps long|gps longitude", "longitud"),
          reader="places",
          column=Column("Longitude", 11)),
    Field("precision", ("Pin", "Punto"), kind=Kind.CHOICE, blank=None, choices=_PRECISIONS,
          hiding=Hiding.PIN, unit="pin", merge=Merge.RULE),
    Field("geocode_source", ("Pin found by", "Punto hallado por"), seen=Seen.NEVER,
          unit="pin", aside=True, merge=Merge.RULE),
    Field("geocoded_at", ("Pin found on", "Punto hallado el"), kind=Kind.MOMENT, seen=Seen.NEVER,
          unit="pin", aside=True, merge=Merge.RULE),
    Field("pin_locked", ("Pin set by a person", "Punto puesto por una persona"), kind=Kind.MARK,
          seen=Seen.NEVER, unit="pin", merge=Merge.RULE),
    Field("location_visibility", ("What of the place is shown", "Qué se muestra del lugar"),
          kind=Kind.CHOICE, blank=LocationVisibility.EXACT.value, choices=_SHOWN, seen=Seen.STAFF,
          decides=True, merge=Merge.RULE,
          column=Column("Puertas place", 10, public=False),
          section=Section.WHERE, short=("Show", "Mostrar"), bulk=True,
          help=("As much as the owner agreed to", "Hasta donde el dueño estuvo de acuerdo")),
    # -- how to reach them
    Field("email", ("E-mail", "Correo"),
          headings=("email|e mail|email address|mail|e mail address|contact email|business email",
                    "correo|correo electronico|e correo|email|direccion de correo|correo e"),
          reader="links",
          column=Column("Email", 24), section=Section.WHO, order=31,
          help=("One that customers may write to", "Uno al que puedan escribir los clientes")),
    Field("website", ("Website", "Sitio web"),
          headings=("", ""),  # both stand under website_or_social
          reader="links",
          column=Column("Website", 30), section=Section.WHO, order=30,
          help=("Their own page: elnopal.example", "Su propia página: elnopal.example")),
    Field("same_as", ("Social media", "Redes sociales"), kind=Kind.LIST, merge=Merge.JOIN,
          headings=("", ""), many=True, reader="links",
          column=Column("Social media", 30), left_out=("hsds",),
          section=Section.WHO, order=49, short=("Social", "Redes"), bulk=True,
          help=("Pages elsewhere, one a line: https://…",
                "Otras páginas, una por línea: https://…")),
    # -- when
    Field("opening_hours", ("Opening hours", "Horario"), unit="hours", checked=True,
          column=Column("Hours", 30), section=Section.WHEN,
          help=("Arrows move a day, Space closes, Enter: all",
                "Flechas mueven, espacio cierra, Intro: todo")),
    Field("opening_hours_assumed", ("Hours assumed in part", "Horario supuesto en parte"),
          kind=Kind.MARK, unit="hours",
          column=Column("Puertas assumed", 8, public=False)),
    Field("hours_note_en", ("Note on hours (English)", "Nota del horario (inglés)"), free=True,
          column=Column("Hours note", 24, ENGLISH), section=Section.WHEN, short=("Note", "Nota"),
          help=("What hours cannot say: until sold out", "En inglés: until sold out")),
    Field("hours_note_es", ("Note on hours (Spanish)", "Nota del horario (español)"), free=True,
          column=Column("Nota de horario", 24, SPANISH),
          section=Section.WHEN, short=("In Spanish", "En español"),
          help=("En español: hasta agotar existencias", "En español: hasta agotar existencias")),
    # -- what helps to choose
    Field("payment_accepted", ("Payment", "Pago"), kind=Kind.LIST, choices=_PAYMENTS,
          merge=Merge.JOIN,
          headings=("payment|payment accepted|accepts|payment types|payments|takes|pay|"
                    "payment methods|forms of payment|how to pay|snap wic|snap ebt|ebt|wic|snap|"
                    "accepts snap|takes cards|accepts ebt|takes snap|accepts cards|accepts wic|"
                    "takes wic|takes ebt|credit cards",
                    "pago|formas de pago|metodos de pago|aceptan|tipo de pago|pagos|forma de pago|"
                    "que aceptan|acepta snap|acepta wic|acepta tarjetas|acepta ebt|"
                    "aceptan tarjetas|tarjetas"), many=True, reader="small_cells",
          column=Column("Payment"), left_out=_NO_STANDARD,
          section=Section.WHO, order=50, short=("Takes", "Acepta"), bulk=True,
          help=("Tick what the owner said", "Marque lo que dijo el dueño")),
    Field("price_range", ("Prices", "Precios"),
          headings=("price|price range|prices|cost", "precio|precios|rango de precios|costo"),
          column=Column("Price", 8), tag="price", left_out=_NO_STANDARD,
          section=Section.WHO, order=51, bulk=True,
          help=("As a guide would say it: $$ or $8–15", "Como lo diría una guía: $$ o $8–15")),
    Field("takeaway", ("Takeaway", "Para llevar"), kind=Kind.FLAG,
          headings=("takeaway|takeout|take out|to go|carry out|carryout", "para llevar"),
          column=Column("Takeaway", 9), tag="takeaway", in_line=True, left_out=_NO_STANDARD,
          section=Section.WHO, order=52, bulk=True,
          help=("Whether one can take it along", "Si se puede pedir para llevar")),
    Field("delivery", ("Delivery", "Entrega a domicilio"), kind=Kind.FLAG,
          headings=("delivery|delivers|home delivery|do they deliver",
                    "entrega|entrega a domicilio|a domicilio|servicio a domicilio|reparto|"
                    "entregas"),
          column=Column("Delivery", 9), tag="delivery", in_line=True, left_out=_NO_STANDARD,
          section=Section.WHO, order=53, short=("Delivers", "A domicilio"), bulk=True,
          help=("Whether they bring it to the door", "Si lo llevan a la puerta")),
    Field("catering", ("Catering", "Banquetes"), kind=Kind.FLAG,
          headings=("catering|caters|does catering", "banquetes|eventos|servicio de banquetes"),
          column=Column("Catering", 9), tag="catering", in_line=True, left_out=_NO_STANDARD,
          section=Section.WHO, order=54, bulk=True,
          help=("Whether they cook for parties", "Si cocinan para fiestas")),
    Field("wheelchair", ("Wheelchair access", "Acceso en silla de ruedas"), kind=Kind.CHOICE,
          choices=_ACCESS,
          headings=("wheelchair|wheelchair access|wheelchair accessible|accessible|accessibility|"
                    "ada",
                    "silla de ruedas|acceso para silla de ruedas|accesible|accesibilidad"),
          reader="small_cells",
          column=Column("Wheelchair", 10), tag="wheelchair", left_out=_NO_STANDARD,
          section=Section.WHO, order=55, short=("Wheelchair", "Accesible"), bulk=True,
          help=("Door, aisle and restroom count", "Cuentan la puerta, el pasillo y el baño")),
    # -- how it stands
    Field("status", ("Status", "Situación"), kind=Kind.CHOICE, blank=Status.ACTIVE.value,
          choices=_STATUSES, decides=True, checked=True,
          headings=("business status|open or closed|still open|operating status|status",
                    "estatus|situacion del negocio|abierto o cerrado|sigue abierto"),
          reader="small_cells",
          column=Column("Status", 12), left_out=("vcard",),
          section=Section.WHO, order=60, bulk=True,
          help=("Closed for good is in no guide", "Lo cerrado para siempre no va en guías")),
    Field("note", ("Private note", "Nota privada"), kind=Kind.TEXT, free=True, seen=Seen.NEVER,
          merge=Merge.JOIN,
          section=Section.NOTES, short=("Note", "Nota"),
          help=("For the coalition: best reached mornings",
                "Para la coalición: mejor por las mañanas")),
    Field("assured_date", ("Checked on", "Revisado el"), kind=Kind.DAY,
          unit="assured", merge=Merge.RULE,
          column=Column("Checked on", 11), left_out=("vcard",)),
    Field("assured_by", ("Checked by", "Revisado por"), seen=Seen.NEVER,
          unit="assured", merge=Merge.RULE),
    Field("assured_method", ("Checked how", "Cómo se revisó"), seen=Seen.NEVER,
          unit="assured", merge=Merge.RULE),
    Field("review_state", ("Review", "Revisión"), kind=Kind.CHOICE, blank=ReviewState.DRAFT.value,
          choices=_REVIEWS, seen=Seen.STAFF, decides=True, travels=False, merge=Merge.RULE,
          column=Column("Puertas review", 11, public=False)),
    # -- what it is known by, kept by the store
    Field("code", ("Code", "Código"), travels=False, merge=Merge.OWN,
          column=Column("Puertas code", 12)),
    Field("id", ("Id", "Id"), seen=Seen.NEVER, travels=False, merge=Merge.OWN),
    Field("last_modified", ("Changed", "Cambió"), kind=Kind.MOMENT, seen=Seen.NEVER,
          travels=False, merge=Merge.OWN),
    Field("version", ("Version", "Versión"), kind=Kind.NUMBER, seen=Seen.NEVER,
          travels=False, merge=Merge.OWN),
)
# fmt: on

#: What several fields are called together.
UNIT_LABELS: Mapping[str, Words] = MappingProxyType(
    {
        "address": ("Address", "Dirección"),
        "pin": ("Pin", "Punto"),
        "hours": ("Opening hours", "Horario"),
        "assured": ("Checked", "Revisado"),
    }
)


@dataclass(frozen=True, slots=True)
class Told:
    """What everybody may read of a business, as code reads it: the public fields of the table.

    A PublicListing is this for one channel on one day, a StaffListing for the coalition's own
    paper; positions are theirs, for they are told by rules of their own (Hiding.PIN). Lists are
    tuples in the owner's order.
    """

    code: str
    name: str
    alternate_name: str = ""
    category: str = "other"
    cuisine: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    description_en: str = ""
    description_es: str = ""
    address_1: str = ""
    address_2: str = ""
    city: str = ""
    state_province: str = ""
    postal_code: str = ""
    address_type: str = "physical"
    directions_en: str = ""
    directions_es: str = ""
    email: str = ""
    website: str = ""
    same_as: tuple[str, ...] = ()
    opening_hours: str = ""
    opening_hours_assumed: bool = False
    hours_note_en: str = ""
    hours_note_es: str = ""
    payment_accepted: tuple[str, ...] = ()
    price_range: str = ""
    takeaway: bool | None = None
    delivery: bool | None = None
    catering: bool | None = None
    wheelchair: str = ""
    status: str = "active"
    assured_date: dt.date | None = None


_KINDS_OF_PHONE: Choices = {
    PhoneType.VOICE.value: ("Telephone", "Teléfono"),
    PhoneType.CELL.value: ("Cell phone", "Celular"),
    PhoneType.TEXT.value: ("Text messages", "Mensajes de texto"),
    PhoneType.FAX.value: ("Fax", "Fax"),
}
#: A business has several telephones; one that is confidential is in nothing that leaves.
# fmt: off
PHONE: tuple[Field, ...] = (
    Field("number", ("Telephone", "Teléfono"),
          column=Column("Phone", 20),
          help=("505 555 0142 x2; the lock keeps one inside",
                "505 555 0142 x2; el candado lo reserva")),
    Field("extension", ("Extension", "Extensión")),
    Field("type", ("Kind", "Tipo"), kind=Kind.CHOICE, blank=PhoneType.VOICE.value,
          choices=_KINDS_OF_PHONE),
    Field("languages", ("Languages", "Idiomas"), kind=Kind.LIST, seen=Seen.NEVER),
    Field("confidential", ("Confidential", "Confidencial"), kind=Kind.MARK, seen=Seen.NEVER,
          decides=True),
    Field("position", ("Place in the order", "Lugar en el orden"), kind=Kind.NUMBER,
          seen=Seen.NEVER, travels=False),
)
# fmt: on

#: Whom to ask at a business: in no output, ever.
# fmt: off
CONTACT: tuple[Field, ...] = (
    Field("id", ("Id", "Id"), seen=Seen.NEVER),
    Field("name", ("Name", "Nombre"), seen=Seen.NEVER,
          section=Section.NOTES, short=("Ask for", "Hablar con"),
          help=("First name of whom to ask for", "Nombre de pila de la persona")),
    Field("role", ("Role", "Función"), seen=Seen.NEVER),
    Field("phone", ("Phone", "Teléfono"), seen=Seen.NEVER,
          section=Section.NOTES, short=("Their phone", "Su teléfono"),
          help=("Their own number, for us to call", "Su número, para llamarle nosotros")),
    Field("email", ("E-mail", "Correo"), seen=Seen.NEVER),
    Field("note", ("Note", "Nota"), free=True, seen=Seen.NEVER),
)
# fmt: on

#: An owner's answer for one channel. What becomes of answers is the ledger's (model/ledger.py).
# fmt: off
CONSENT: tuple[Field, ...] = (
    Field("channel", ("Use", "Uso"), kind=Kind.CHOICE),
    Field("answer", ("Answer", "Respuesta"), kind=Kind.CHOICE),
    Field("date", ("Date", "Fecha"), kind=Kind.DAY),
    Field("asked_by", ("Asked by", "Preguntó")),
    Field("given_by_role", ("Who answered", "Quién respondió")),
    Field("method", ("Asked how", "Cómo se preguntó")),
    Field("language", ("Asked in", "Se preguntó en")),
    Field("wording_version", ("Wording", "Texto")),
    Field("review_by", ("Yes until", "Sí hasta"), kind=Kind.DAY),
    Field("recorded_at", ("Recorded on", "Anotado el"), kind=Kind.MOMENT, travels=False),
    Field("refused_on", ("Refused on", "Se negó el"), kind=Kind.DAY, travels=False),
    Field("asked_again_on", ("Asked again on", "Se volvió a preguntar el"), kind=Kind.DAY,
          travels=False),
)
# fmt: on

#: What a guide is made for.
# fmt: off
EVENT: tuple[Field, ...] = (
    Field("id", ("Id", "Id"), seen=Seen.NEVER),
    Field("name_en", ("Name (English)", "Nombre (inglés)")),
    Field("name_es", ("Name (Spanish)", "Nombre (español)")),
    Field("date", ("Date", "Fecha"), kind=Kind.DAY),
    Field("starts_at", ("Begins", "Empieza"), kind=Kind.MOMENT),
    Field("ends_at", ("Ends", "Termina"), kind=Kind.MOMENT),
    Field("venue", ("Venue", "Lugar")),
    Field("address_1", ("Address", "Dirección")),
    Field("address_2", ("Unit", "Local")),
    Field("city", ("Town", "Pueblo")),
    Field("state_province", ("State", "Estado")),
    Field("postal_code", ("ZIP code", "Código postal")),
    Field("latitude", ("Latitude", "Latitud"), kind=Kind.NUMBER, measure="degrees"),
    Field("longitude", ("Longitude", "Longitud"), kind=Kind.NUMBER, measure="degrees"),
    Field("precision", ("Pin", "Punto"), kind=Kind.CHOICE, choices=_PRECISIONS),
    Field("host", ("Host", "Organiza")),
    Field("intro_en", ("Introduction (English)", "Introducción (inglés)")),
    Field("intro_es", ("Introduction (Spanish)", "Introducción (español)")),
    Field("contact", ("Whom to ask", "A quién preguntar")),
    Field("radius_miles", ("Radius in miles", "Radio en millas"), kind=Kind.NUMBER,
          measure="miles"),
)
# fmt: on

TABLES: Mapping[str, tuple[Field, ...]] = MappingProxyType(
    {
        "business": BUSINESS,
        "phone": PHONE,
        "contact": CONTACT,
        "consent": CONSENT,
        "event": EVENT,
    }
)
UNKNOWN: Words = ("Not known", "No se sabe")
BY_NAME: Mapping[str, Field] = MappingProxyType({field.name: field for field in BUSINESS})
#: What belongs together, in the order in which a person reads it: fields by unit.
UNITS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        unit: tuple(f.name for f in BUSINESS if f.travels and (f.unit or f.name) == unit)
        for unit in dict.fromkeys(f.unit or f.name for f in BUSINESS if f.travels)
    }
)
#: What tells where a place is, and is not told of one that its owner hides beyond its town.
STREET = tuple(
    field.name
    for field in BUSINESS
    if field.hiding is Hiding.WAY
    or (field.hiding is Hiding.PART and field.name not in ("city", "state_province"))
)
#: Texts in a person's own words.
FREE = tuple(field.name for field in BUSINESS if field.free)


def names(kind: Kind) -> tuple[str, ...]:
    """The fields of a business of a kind."""
    return tuple(field.name for field in BUSINESS if field.kind is kind)


def find(name: str, table: str = "business") -> Field | None:
    """A field of a table, such as ``find("number", "phone")``; None if there is none."""
    return next((field for field in TABLES.get(table, ()) if field.name == name), None)


def label(name: str, language: str, table: str = "business") -> str:
    """What a field, or a unit of a business, is called; its name where nobody knows it."""
    if table == "business" and name in UNIT_LABELS:
        return say(UNIT_LABELS[name], language)
    field = find(name, table)
    return name if field is None else say(field.label, language)


def short(name: str, language: str, table: str = "business") -> str:
    """What a field is called where there is little room, and the place says the rest."""
    field = find(name, table)
    assert field is not None
    return say(field.short or field.label, language)


def choice(name: str, key: str, language: str, table: str = "business") -> str:
    """What one of a field's choices is called; the key itself where nobody knows it."""
    field = find(name, table)
    words = None if field is None else field.choices.get(key)
    return key if words is None else say(words, language)


def in_section(section: Section) -> Iterator[Field]:
    """The fields of a part of the editor, in its order."""
    found = [field for field in BUSINESS if field.section is section]
    places = {field.name: field.order or at for at, field in enumerate(found, start=1)}
    return iter(sorted(found, key=lambda field: places[field.name]))
