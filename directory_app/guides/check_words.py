"""The sentences of preflight: code -> severity, English, Spanish, where to mend it."""

from enum import StrEnum
from typing import NamedTuple

from directory_app.model.listing import LeftOutReason


class Severity(StrEnum):
    """``stop``: do not print before it is mended; ``look``: decide; ``note``: to know."""

    STOP = "stop"
    LOOK = "look"
    NOTE = "note"


class Words(NamedTuple):
    """One kind of finding. ``mend`` says where the window should lead; empty: nowhere."""

    severity: Severity
    en: str
    es: str
    mend: str


#: What stops and no person may pass: it is about what an owner said.
FINAL = frozenset({"consent_ends"})


def _stop(en: str, es: str, mend: str) -> Words:
    return Words(Severity.STOP, en, es, mend)


def _look(en: str, es: str, mend: str) -> Words:
    return Words(Severity.LOOK, en, es, mend)


def _note(en: str, es: str, mend: str = "") -> Words:
    return Words(Severity.NOTE, en, es, mend)


OF_GUIDE = {
    "nothing_listed": _stop(
        "No business is listed.",
        "No aparece ningún negocio.",
        "event",
    ),
    "event_over": _look(
        "The event was on {day}; it is over.",
        "El evento fue el {day}; ya pasó.",
        "event",
    ),
    "use_by_over": _look(
        "The event is over, and the guide may be used until {day} only: that is past.",
        "El evento ya pasó, y la guía solo se puede usar hasta el {day}: ya venció.",
        "event",
    ),
    "restored": _look(
        "The list was restored from a backup of {since}; on {on} {by} said who refused since. "
        "If you know of anybody else, record it first.",
        "La lista se restauró de un respaldo del {since}; el {on} {by} dijo quién se negó desde "
        "entonces. Si sabe de alguien más, anótelo antes.",
        "",
    ),
    "no_mistake_contact": _look(
        "The guide does not say whom to call about a mistake.",
        "La guía no dice a quién llamar si hay un error.",
        "settings",
    ),
    "event_not_placed": _look(
        "The event has no place on the map, so no distances are printed.",
        "El evento no tiene lugar en el mapa, así que no se imprimen distancias.",
        "event",
    ),
    "radius_not_used": _look(
        "The event has no place on the map, so the radius was not used.",
        "El evento no tiene lugar en el mapa, así que no se usó el radio.",
        "event",
    ),
    "event_coarse": _look(
        "The venue is known only by its town, so no short distances are printed. Put its pin at "
        "its door, or leave the distances out.",
        "Del evento solo se conoce el pueblo, así que no se imprimen distancias cortas. Ponga su "
        "marca en la puerta, o quite las distancias.",
        "event",
    ),
    "event_street": _look(
        "The venue's pin stands on its street, not at a door, so no short distances are printed. "
        "Put it at the door, or leave the distances out.",
        "La marca del evento está en la calle y no en una puerta, así que no se imprimen "
        "distancias cortas. Póngala en la puerta, o quite las distancias.",
        "event",
    ),
    "guide_url": _look(
        "The guide's address does not start with https://, so it has no QR code.",
        "La dirección de la guía no empieza con https://, así que no lleva código QR.",
        "settings",
    ),
    "guide_url_long": _look(
        "The guide's address is too long for a QR code that copies well; it has none.",
        "La dirección de la guía es muy larga para un código QR que se copie bien; no lleva.",
        "settings",
    ),
    "map_too_full": _look(
        "More places said yes to the map than one can show, so this layout has none. A booklet or "
        "a sheet has several maps.",
        "Más lugares de los que caben en un mapa dieron permiso; este formato va sin mapa. El "
        "cuaderno y la hoja llevan varios mapas.",
        "options",
    ),
    "map_in_parts": _note(
        "More places said yes to the map than one can show, so the guide has several, by area.",
        "Más lugares de los que caben en un mapa dieron permiso; la guía lleva varios, por zona.",
        "options",
    ),
    "intro_not_printed": _note(
        "The introduction of the event is not on this layout; a booklet and large print have it.",
        "La introducción del evento no va en este formato; el cuaderno y la letra grande la "
        "llevan.",
        "options",
    ),
    "event_glyph": _stop(
        "These characters of the event cannot be printed; each comes out as \ufffd: {letters}.",
        "Estos caracteres del evento no se pueden imprimir; cada uno sale como \ufffd: {letters}.",
        "event",
    ),
    "too_thick": _look(
        "The booklet takes {sheets} sheets, and a staple holds about 20. Choose fewer fields, or "
        "fit it to 20 sheets, or print it in two parts.",
        "El cuaderno lleva {sheets} hojas, y una grapa sostiene unas 20. Elija menos datos, "
        "ajústelo a 20 hojas o imprímalo en dos partes.",
        "options",
    ),
    "map_crowded": _look(
        "The map has no room left: these markers lie over others: {numbers}.",
        "En el mapa ya no hay sitio: estos números tapan a otros: {numbers}.",
        "options",
    ),
    "tile_crowded": _look(
        "Map {name} has no room left: these markers lie over others: {numbers}.",
        "En el mapa {name} ya no hay sitio: estos números tapan a otros: {numbers}.",
        "options",
    ),
    "nobody_on_map": _note(
        "Nobody listed said yes to the map, so the guide has none.",
        "Nadie de la lista dio permiso para el mapa; la guía va sin mapa.",
        "consent",
    ),
    "event_untranslated": _note(
        "The event's name is missing in one language.",
        "Falta el nombre del evento en un idioma.",
        "event",
    ),
    "intro_untranslated": _look(
        "The introduction is missing in one language.",
        "Falta la introducción en un idioma.",
        "event",
    ),
    "withdrawn_since": _look(
        "Took the yes back since run {run}: call back its {copies} copies.",
        "Retiró su permiso desde el tiraje {run}: recoja sus {copies} copias.",
        "runs",
    ),
    "erased_since": _look(
        "Somebody on run {run} was erased since: call back its {copies} copies.",
        "Se borró a alguien del tiraje {run}: recoja sus {copies} copias.",
        "runs",
    ),
}
OF_ENTRY = {
    "consent_ends": _stop(
        "The yes ends before the event.",
        "El permiso termina antes del evento.",
        "consent",
    ),
    "missing_glyph": _stop(
        "These characters cannot be printed; each comes out as \ufffd: {letters}.",
        "Estos caracteres no se pueden imprimir; cada uno sale como \ufffd: {letters}.",
        "name",
    ),
    "turning_marks": _look(
        "Hidden marks that would turn text round are left out: {letters}. See that it reads well.",
        "Se omiten marcas ocultas que invertirían el texto: {letters}. Vea que se lea bien.",
        "name",
    ),
    "overflow": _look(
        "Its text is taller than a whole column, so it goes over several.",
        "Su texto es más alto que una columna y ocupa varias.",
        "description",
    ),
    "overflow_card": _look(
        "Its text is longer than a card, so it goes over several. Keep them together.",
        "Su texto no cabe en una tarjeta y ocupa varias. Manténgalas juntas.",
        "description",
    ),
    "stale": _look(
        "Not checked for six months.",
        "Sin confirmar desde hace seis meses.",
        "assure",
    ),
    "closed": _look(
        "Marked as closed for now.",
        "Marcado como cerrado por ahora.",
        "hours",
    ),
    "hours_assumed": _look(
        "Morning or evening was assumed in its hours.",
        "En su horario se supuso si es de mañana o de tarde.",
        "hours",
    ),
    "no_pin": _look(
        "Has no place on the map.",
        "No tiene lugar en el mapa.",
        "place",
    ),
    "cut_texts": _look(
        "Words were taken out of its texts, because they tell a hidden place or somebody who left: "
        "{en}. Reword them.",
        "Se quitaron palabras de sus textos, porque dicen un lugar oculto o a alguien que se "
        "retiró: {es}. Redáctelos de nuevo.",
        "description",
    ),
    "missing_translation": _look(
        "What it sells is told in one language only.",
        "Lo que vende está solo en un idioma.",
        "description",
    ),
    "hours_note_half": _look(
        "The note on its hours is in one language only.",
        "La nota del horario está solo en un idioma.",
        "hours_note",
    ),
    "directions_half": _look(
        "The way there is told in one language only.",
        "Cómo llegar está solo en un idioma.",
        "directions",
    ),
    "phone": _look(
        "A telephone number looks wrong.",
        "Un número de teléfono parece incorrecto.",
        "phone",
    ),
    "website": _look(
        "The website is no web address.",
        "El sitio web no es una dirección web.",
        "website",
    ),
    "duplicate": _look(
        "Looks like number {number}, {other}.",
        "Se parece al número {number}, {other}.",
        "name",
    ),
    "second_person": _note(
        "Not reviewed by a second person.",
        "Sin revisar por una segunda persona.",
        "review",
    ),
    "never_assured": _note(
        "Never checked with the business.",
        "Nunca se confirmó con el negocio.",
        "assure",
    ),
    "closed_at_event": _note(
        "Closed during the event.",
        "Cerrado durante el evento.",
        "hours",
    ),
    "hours_unknown": _note(
        "Hours not known: the guide says to call.",
        "Horario sin saber: la guía dice que se llame.",
        "hours",
    ),
    "coarse_pin": _note(
        "Placed only by its town, so the map shows it at the town.",
        "Ubicado solo por su pueblo; el mapa lo muestra en el pueblo.",
        "place",
    ),
    "street_pin": _note(
        "The pin is on the street, not at the door, so no short distance is printed.",
        "La marca está en la calle, no en la puerta; no se imprime una distancia corta.",
        "place",
    ),
    "no_marker": _note(
        "Did not say yes to the map, so it has no marker there.",
        "No dio permiso para el mapa; ahí no tiene marca.",
        "consent",
    ),
    "no_description": _note(
        "Nothing says what it sells; the category stands in.",
        "No dice qué vende; se usa la categoría.",
        "description",
    ),
    "no_contact": _note(
        "Has neither telephone nor website.",
        "No tiene teléfono ni sitio web.",
        "phone",
    ),
}
LEFT_OUT = {
    LeftOutReason.NOT_ASKED: _note(
        "Not listed: not asked yet whether it may be printed.",
        "No aparece: aún no se le pregunta si se puede imprimir.",
        "consent",
    ),
    LeftOutReason.SAID_NO: _note(
        "Not listed: the owner said no.",
        "No aparece: dijeron que no.",
    ),
    LeftOutReason.WITHDRAWN: _note(
        "Not listed: the owner took the yes back.",
        "No aparece: retiraron su permiso.",
    ),
    LeftOutReason.CONSENT_ENDED: _look(
        "Not listed: the yes ends before the event. Ask again.",
        "No aparece: el permiso termina antes del evento. Pregunte otra vez.",
        "consent",
    ),
    LeftOutReason.CONSENT_INCOMPLETE: _look(
        "Not listed: the yes lacks who asked, or when.",
        "No aparece: al permiso le falta quién preguntó o cuándo.",
        "consent",
    ),
    LeftOutReason.NOT_REVIEWED: _look(
        "Not listed: nobody has reviewed it.",
        "No aparece: nadie lo ha revisado.",
        "review",
    ),
    LeftOutReason.ARCHIVED: _note(
        "Not listed: archived.",
        "No aparece: está archivado.",
    ),
    LeftOutReason.CLOSED_FOR_GOOD: _note(
        "Not listed: closed for good.",
        "No aparece: cerró para siempre.",
    ),
    LeftOutReason.RESTORED: _stop(
        "Not listed: nobody has said who refused since the backup that was restored.",
        "No aparece: nadie ha dicho quién se negó desde el respaldo que se restauró.",
        "",  # the line across the window leads to it
    ),
    LeftOutReason.TWIN_REFUSED: _look(
        "Not listed: an entry like it said no. Make one of the two, or say that they are two.",
        "No aparece: un registro parecido dijo que no. Combine los dos, o diga que son distintos.",
        "",  # which of the two a person says on the page of duplicates
    ),
    LeftOutReason.OUTSIDE_RADIUS: _note(
        "Not listed: outside the radius.",
        "No aparece: está fuera del radio.",
        "event",
    ),
    LeftOutReason.NOT_PLACED: _look(
        "Not listed: it has no place, so the radius could not be measured.",
        "No aparece: no tiene lugar, así que no se pudo medir el radio.",
        "place",
    ),
    LeftOutReason.CLOSED_AT_EVENT: _note(
        "Not listed: closed during the event.",
        "No aparece: cierra durante el evento.",
        "options",
    ),
    LeftOutReason.HOURS_UNKNOWN: _note(
        "Not listed: not known to be open during the event.",
        "No aparece: no se sabe si abre durante el evento.",
        "hours",
    ),
    LeftOutReason.EXCLUDED: _note(
        "Not listed: left out by hand.",
        "No aparece: se dejó fuera a mano.",
        "event",
    ),
}
