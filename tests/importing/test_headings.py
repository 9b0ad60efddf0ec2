"""Headings as people write them, English and Spanish, and the fields that they mean."""

from collections.abc import Callable

import pytest

from directory_app.importing import Reading
from directory_app.importing.columns import NEVER, assign
from directory_app.importing.heading_rules import by_words
from directory_app.importing.headings import OTHER, lookup
from directory_app.model import never_collect

ReadText = Callable[..., Reading]
#: Field to headings, with strokes between them.
HEADINGS = {
    "name": (
        "Business|Nombre del Negocio:|Name of Business / Nombre|NOMBRE DEL NEGOCIO|"
        "Business Name*|Business/Store|Restaurante o tienda|Nombre / Name|"
        "El nombre del negocio|Negocio (nombre)|Business Name (as on sign)|"
        "Nombre de la Tienda|Store|Business name:|Name of restaurant|Restaurant / Store|"
        "Negocio o tienda|Name of store|Nombre de negocio|Business (name)|Comercio / Negocio|"
        "Shop|Shop / Business|Organization|Organization Name"
    ),
    "what_they_sell": (
        "Giro|¿Qué venden?|What do they sell?|Productos / servicios|Products & Services|"
        "What they offer|Qué vende|Sells what?|Lo que venden|What they sell / do|"
        "Description of business|"
        "Descripción del negocio|Mercancía|¿A qué se dedican?|Goods sold|Qué ofrece|"
        "Products sold|What is sold"
    ),
    "category": (
        "Tipo de negocio|Type|Categoría|Business Type|Type of Business|Category / Type|Rubro|"
        "Clase de negocio|Business category|Tipo|Tipo de establecimiento|Store type|"
        "Categoria del negocio"
    ),
    "languages": (
        "Idiomas que hablan|Languages spoken|Lang.|Idioma(s)|Language(s) spoken|"
        "¿Qué idiomas hablan?|Languages (spoken)|Idiomas hablados|Lenguas|Language spoken|"
        "Idioma / Language|Spoken languages|Which languages?"
    ),
    "address": (
        "Dirección|Domicilio|Dirección completa|Full address|Address|Location|Ubicación|"
        "Address / Location|Domicilio del negocio|Dirección del local|Location/Address|"
        "Business Address|Domicilio comercial|Address (full)|Full Street Address|"
        "Dirección / Address|Dir.|Direc."
    ),
    "address_1": (
        "Calle|Calle y número|Street Address|Address Line 1|Street|Addr 1|Calle y núm.|"
        "Street addr|St. Address|Calle y No.|Calle/Número"
    ),
    "address_2": (
        "Suite|Apt/Suite|Address 2|Local #|Unit #|Unit/Suite|Ste.|Interior|Suite/Apt|"
        "Núm. interior|Suite #|Apt.|Addr 2"
    ),
    "city": (
        "Ciudad|Municipio|City|Town|City/Town|Ciudad/Pueblo|Pueblo|Localidad|Town / City|"
        "Poblacion|Ciudad o Municipio|City:|City Name"
    ),
    "county": ("County|Condado"),
    "state_province": ("ST|State|Edo.|Estado|State/Province|Edo|Prov.|Est.|State:"),
    "postal_code": (
        "Zip|ZIP Code|C.P.|Código Postal|Zip/Postal|ZIP / C.P.|Cód. Postal|CP|Zip Code:|"
        "Postal|Zip/Postal Code|C. P.|Zip + 4|Codigo ZIP"
    ),
    "phone": (
        "Tel.|Teléfono|Teléfono 2|Phone #|Phone Number|Tel|Telefono(s)|No. de teléfono|"
        "Núm. de teléfono|Número de Teléfono|Telephone #|Contact #|Phone (business)|Phone 2|"
        "Tels.|Teléfono del local|Tel. del negocio|Phone:|Ph#|Ph.|Bus. Phone|Phone/Tel|"
        "Phone / Teléfono|Landline|Teléfono de contacto|Numero tel.|Phone No.|Tel. 2"
    ),
    "cell": (
        "Cel|Cel.|Celular|Cell|Cell #|Mobile|Móvil|Cell phone #|Teléfono celular|Cell/Text|"
        "Cell / Mobile|Número de celular|Mobile #"
    ),
    "whatsapp": ("WhatsApp|Whatsapp #|WhatsApp number|Número de WhatsApp|WhatsApp / Text|Whats|WA"),
    "fax": ("Fax|Fax #"),
    "email": (
        "Email|E-mail|Correo|Correo electrónico|Email address|e-mail address:|Mail|Correo-e|"
        "Email (business)|Correo del negocio"
    ),
    "website_or_social": (
        "Web site|Website|Página|FB|Página web|Facebook|Web|URL|Facebook / IG|"
        "Facebook/Instagram|FB/IG|Sitio de internet|Facebook page|Redes sociales|"
        "Website or FB|Página de Internet|Social Media|Website (if any)|Web / Facebook|"
        "Instagram handle|IG handle|Facebook o Instagram|Web/FB|Página web o Facebook|Sitio|"
        "Sitio web (si tiene)"
    ),
    "hours": (
        "Horas|Horario|Horario de atención|Hours|Business Hours|Hours of Operation|"
        "Horario de servicio|Open hours|Days & hours|Días y horas|Días y horario|Hours/Days|"
        "Days and Hours|Horas de operación|Hours:|Horarios de atención|Hours (open)|"
        "When open?|Horario de trabajo|Days/Hours|Hours Open|Hrs.|Horario (días y horas)|"
        "Hours & Days|Open days & hours|Open when|Business hrs"
    ),
    "ok_to_print": (
        "Ok to print?|Ok to print|Permission|Permission?|Permiso|¿Permiso?|Autoriza|"
        "¿Autoriza?|Consent (Y/N)|Consent?|¿Se puede poner en la guía?|¿Se puede imprimir?|"
        "Can we print?|OK to print (Y/N)|OK?|Okay to Print? (yes/no)|Permission to print?|"
        "Permiso para imprimir (sí/no)|¿Da permiso?|¿Dio permiso?|¿Acepta estar en la guía?|"
        "¿Quiere estar en la guía?|Ok to publish?|May we list you?|Print OK?|"
        "Consent to print?|Do they want to be in the guide?|¿Podemos imprimir?|"
        "¿Podemos incluirlo?|¿Lo podemos poner en la guía?|Permission granted|"
        "Permission given?|¿Aceptó?|Aceptó|Autorización|Autorizó|Consentimiento|Consintió|"
        "Y/N print|Print? Y/N|Ok to list?|OK to include in guide?|Ok para imprimir|"
        "¿Está bien imprimir?|Agreed to print|Agreed to be listed?|Permission (yes/no)|"
        "¿Se puede publicar?|Publicar|¿Publicar?|Imprimir?|Owner consent|Owner agreed?|"
        "Owner's permission|Permiso del dueño|¿El dueño dio permiso?|Consent to be listed|"
        "Consent form signed|Publish?|Can we publish?|Ok to share in printed guide?|"
        "Printing OK|May we print?|Can print?|¿Está de acuerdo?|OK to\\nprint?|"
        "Puede aparecer en la guía|¿Puede aparecer?"
    ),
    "ok_map": (
        "OK to map?|Ok for map|Map OK?|¿Se puede poner en el mapa?|Permission for map|"
        "Can we map?|Permiso mapa"
    ),
    "ok_web": (
        "Ok for web?|OK to put online?|Web OK?|¿Se puede poner en internet?|"
        "Permiso página web|Ok for website?"
    ),
    "asked_by_when": (
        "Who asked / when|Who asked & when|Asked by / date|¿Quién preguntó y cuándo?|"
        "Quién preguntó / cuándo|Asked by, when|Quién / cuándo|Who/When|Who asked, when|"
        "Asked (who/when)|Asked by (date)|Quién y cuándo|Quien pidió permiso / fecha|"
        "Who asked + date|Permission: who/when|Consent by/date|Preguntó / fecha|"
        "Quién preguntó (fecha)|Asked by whom & when|Who got permission / when|"
        "Who asked? When?|Asked by & when"
    ),
    "asked_by": (
        "Asked by|Who asked|Who asked?|Quién preguntó|¿Quién preguntó?|Preguntó|"
        "Persona que habló|¿Quién habló con ellos?|Who talked to them|Volunteer name|"
        "Volunteer|Contacted by|Visited by|Canvasser|Nombre del voluntario|Voluntario/a|"
        "Organizer|Organizador|Asked by:|Preguntó:|Permission from/by|Who got consent|"
        "Consent obtained by|Permiso pedido por|Quién pidió|Quién visitó|Visitó"
    ),
    "asked_on": (
        "Fecha de permiso|Date asked|Date|Fecha|Asked on|When asked|¿Cuándo?|"
        "Fecha del permiso|Consent date|Date of consent|Date permission given|"
        "Fecha que se preguntó|Date of permission|Fecha en que preguntó|¿Cuándo se preguntó?|"
        "Fecha preguntado|Date Visited|When?|Date spoke|Fecha de consentimiento|Date of ask|"
        "Ask date|When did we ask|Date of OK|OK date|Permission date"
    ),
    "asked_how": ("How asked|Method|¿Cómo?|How?|Cómo se preguntó|By phone or in person?|Método"),
    "note": (
        "Notes|Notas|Comments|Comentarios|Observaciones|Other notes|Notes / comments|Misc.|"
        "Otras notas|Notas internas|Notes:|Comments/Notes|Additional comments|Comentario(s)|"
        "Staff notes"
    ),
    "payment_accepted": (
        "Payment|Accepts SNAP?|Formas de pago|SNAP/WIC|Takes cards?|EBT?|Payment methods|"
        "SNAP / EBT / WIC"
    ),
    "delivery": ("Delivery?|Entrega a domicilio|Delivers?"),
    "takeaway": ("Take-out|To go|Para llevar|¿Para llevar?"),
    "catering": ("Catering?|Catering"),
    "wheelchair": ("Wheelchair accessible?|Accessible?|Silla de ruedas"),
    "status": ("Status|Open/Closed|Estatus|Business status|¿Sigue abierto?"),
    "directions": (
        "Cross streets|How to find|Referencias|Entre calles|Señas|Cómo llegar|Directions|Landmarks"
    ),
    "cuisine": ("Cuisine|Tipo de comida|Cocina"),
    OTHER: (
        "Contacto|Contact|Contact person|Owner|Owner Name|Dueño|Dueño/a|Nombre del dueño|"
        "Encargado|Contact name|Owner/Manager|Propietario(a)|Nombre de contacto|Owner phone|"
        "Manager|Dueña|Contacto (nombre)|Owner's cell|Tel. del dueño|Celular del dueño|"
        "Email of owner|Personal phone"
    ),
    NEVER: (
        "Domicilio particular|País de origen|Estatus migratorio|Status (immigration)|"
        "Home address|Owner's home address|Nationality|Nacionalidad|Birthplace|"
        "Lugar de nacimiento|Country of origin|Immigration Status|Legal status|"
        "Owner's country|Owner's country of origin|Where is owner from?|¿De dónde es?|"
        "¿De dónde es el dueño?|Dirección de la casa|Domicilio personal|Domicilio del dueño|"
        "Direccion particular|SSN|ITIN|DOB|Fecha de nacimiento|Employees|# of employees|"
        "Empleados|Núm. de empleados|Religión|Iglesia|Family members|Familia|"
        "País de nacimiento|Home country|Papers?|¿Tiene papeles?|Estatus legal|"
        "Estatus migratorio del dueño|Ciudadanía|Citizenship|Where from|Origin|"
        "Country of birth|De donde son|Lugar de origen|Pais natal|Ethnicity|Etnia|"
        "Owner nationality|Nationality of owner|Owner's home|Casa del dueño|"
        "Dirección del dueño|Owner address|Owner's address|Owner immigration status|Visa|"
        "Spouse|Esposo/a|Hijos|Kids|Household size|Owner birthplace|Owner DOB|Edad del dueño|"
        "Raza|Race/Ethnicity|Home phone & address|Estado civil|Residencia|Where they live|"
        "Donde vive el dueño|Licencia de conducir|Número de Seguro Social|Passport #|"
        "Green card"
    ),
}
#: What is about something else, though it has a word of ours in it.
NO_CONSENT = (
    "Ok to call?|OK to text|Do not print|No imprimir|Print menu|Permission to photograph|"
    "Consent to call|No permission|Permiso de construcción|Permiso sanitario|Permiso municipal|"
    "Business permission|Health permit ok|Do they print|Approved by|Guide|List|Owner name ok|"
    "¿Está abierto?|In guide?|Spoke with|Con quién habló|Persona de contacto|Who gave permission|"
    "¿Quién dio permiso?|Permission given by|Print name|Wants guides?|Quiere guía|Can list|"
    "Wants printed list|Wants printed copies|Listing|Approved on|Can print menu|Quiere lista"
)


def meaning(heading: str) -> str | None:
    if never_collect.check_heading(heading):
        return NEVER
    known = lookup(heading)
    return known.field if known else None


@pytest.mark.parametrize(
    ("field", "heading"),
    [(field, one) for field, headings in HEADINGS.items() for one in headings.split("|")],
)
def test_a_heading_means_its_field(field: str, heading: str) -> None:
    for written in (heading, heading.upper(), f" {heading} ", f"{heading}\n"):
        assert meaning(written) == field


@pytest.mark.parametrize("heading", NO_CONSENT.split("|"))
def test_no_other_question_is_taken_for_consent(heading: str) -> None:
    assert by_words(heading) is None
    assert not (meaning(heading) or OTHER).startswith(("ok_", "asked_"))


def test_a_repeated_heading_keeps_its_words_in_the_note() -> None:
    rows = [["Sol", "10 Main St", "12 Oak St", "a"]]
    plan = assign(["Name", "Address", "Address", ""], rows)
    assert plan.headings == ["Name", "Address", "Address (2)", "Column 4"]
    assert plan.fields == ["name", "address", OTHER, OTHER]


def test_extra_and_repeated_columns_are_told_apart_in_the_note(read_text: ReadText) -> None:
    text = "Name,Extra 1,Notes,Extra 2,Notes,Extra 1\nSol,a,b,c,d,e\n"
    note = str(read_text(text).drafts[0].values["note"])
    assert note.split("\n") == ["Extra 1: a", "b", "Extra 2: c", "Notes (2): d", "Extra 1 (2): e"]


@pytest.mark.parametrize(
    ("cells", "kept", "field"),
    [
        ("USA,open", {"country": "US"}, ""),
        ("Estados Unidos,abierto", {"country": "US"}, ""),
        ("Guatemala,open", {}, "country"),
        ("México,", {}, "country"),
        ("USA,resident", {"country": "US"}, "status"),
        ("USA,asilo", {"country": "US"}, "status"),
    ],
)
def test_a_country_or_a_status_of_a_person_is_stopped(
    read_text: ReadText, cells: str, kept: dict[str, str], field: str
) -> None:
    reading = read_text(f"Negocio,País,Estatus\nSol,{cells}\nMar,USA,open\n")
    draft = reading.drafts[0]
    assert draft.values == {"name": "Sol", **kept}
    stopped = [(one.line, one.field) for one in reading.problems if one.code == "never_collect"]
    assert stopped == ([(2, field)] if field else [])


@pytest.mark.parametrize(
    ("headings", "cells", "place"),
    [
        ('"City, State, Zip"', '"Santa Fe, NM 87505"', ("Santa Fe", "NM", "87505")),
        ("Ciudad/Estado", "Clovis NM", ("Clovis", "NM", "")),
        ("City", '"Española, New Mexico"', ("Española", "NM", "")),
        ("City,State/ZIP", "Taos,NM 87571", ("Taos", "NM", "87571")),
        ("City,ST,Zip", "Newark,NJ,7102", ("Newark", "NJ", "07102")),
        ("City,ST,Zip", "Clovis,NM,8810", ("Clovis", "NM", "")),
    ],
)
def test_a_town_cell_may_hold_more(
    read_text: ReadText, headings: str, cells: str, place: tuple[str, str, str]
) -> None:
    values = read_text(f"Name,{headings}\nSol,{cells}\n").drafts[0].values
    found = tuple(values.get(name, "") for name in ("city", "state_province", "postal_code"))
    assert found == place
