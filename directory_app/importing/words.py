"""What the import says to people: a sentence in English and Spanish for every code.

Codes are data (in Problem.code and Verdict.reason); sentences never quote a cell.
"""

from directory_app.model.draft import Draft, FieldChange, Problem, Severity, Verdict, VerdictKind

#: Problems of a cell, a row, a column or the whole file.
PROBLEMS: dict[str, tuple[str, str]] = {
    # the file
    "nul_characters": (
        "The file held empty characters (NUL); they were taken out.",
        "El archivo tenía caracteres vacíos (NUL); se quitaron.",
    ),
    "broken_characters": (
        "Some letters could not be read; look for the sign � or choose another encoding.",
        "Algunas letras no se pudieron leer; busque el signo � o elija otra codificación.",
    ),
    "mixed_encoding": (
        "The file mixes two encodings; look at the accents.",
        "El archivo mezcla dos codificaciones; revise los acentos.",
    ),
    "above_headings": (
        "This line stands above the headings and is not read as a business.",
        "Esta línea está arriba de los encabezados y no se lee como negocio.",
    ),
    "no_headings": (
        "The list has no headings that we know; look at what each column became.",
        "La lista no tiene encabezados conocidos; revise en qué quedó cada columna.",
    ),
    "other_sheets": (
        "Only one sheet of the workbook was read; the others were not.",
        "Solo se leyó una hoja del libro; las demás no.",
    ),
    "stray_quote": (
        "A quotation mark did not match; look at how this line was split.",
        "Una comilla no tiene pareja; revise cómo se dividió esta línea.",
    ),
    "formula_text": (
        "A cell was a formula in the workbook; its text was kept, and capitals may be lost.",
        "Una celda era una fórmula en el libro; se guardó su texto, quizá sin mayúsculas.",
    ),
    "formula_no_result": (
        "A formula in the workbook has no result, so the cell is empty.",
        "Una fórmula del libro no tiene resultado, así que la celda queda vacía.",
    ),
    # the row
    "cells_joined": (
        "This line had more cells than headings; they were joined where they fit.",
        "Esta línea tenía más celdas que encabezados; se unieron donde cabían.",
    ),
    "cells_beyond": (
        "This line had more cells than headings; the rest went to the note.",
        "Esta línea tenía más celdas que encabezados; lo demás pasó a la nota.",
    ),
    "same_as_above": (
        "The cell says that it is the same as above, and was read so; check it.",
        "La celda dice que es igual que arriba, y así se leyó; revísela.",
    ),
    "nothing_above": (
        "The cell says that it is the same as above, where nothing stands; it is left empty.",
        "La celda dice que es igual que arriba, donde no hay nada; queda vacía.",
    ),
    "same_as_above_asked": (
        "About consent “same as above” does not count; please ask, and write down who and when.",
        "Para el permiso no cuenta «igual que arriba»; pregunte y anote quién y cuándo.",
    ),
    "cell_too_long": (
        "A cell was far too long to have been typed and was not kept.",
        "Una celda era demasiado larga para haberse escrito a mano y no se guardó.",
    ),
    "no_name": ("The row has no name.", "La fila no tiene nombre."),
    "only_name": (
        "The row has a name and nothing else.",
        "La fila solo tiene un nombre.",
    ),
    "formula_kept": (
        "It starts like a formula and is kept as plain text.",
        "Empieza como fórmula y se guarda como texto.",
    ),
    "never_collect": (
        "The cell may say something that we never keep, so it was not stored.",
        "La celda quizá dice algo que nunca guardamos, así que no se guardó.",
    ),
    "never_column": (
        "This column asks for something that we never keep; none of it was stored.",
        "Esta columna pide algo que nunca guardamos; no se guardó nada de ella.",
    ),
    # cells
    "address_split": (
        "The address was split; please look whether the parts are right.",
        "La dirección se dividió; revise que las partes estén bien.",
    ),
    "address_unsure": (
        "The address could not be split for sure; please look at it.",
        "No es seguro cómo se divide la dirección; revísela.",
    ),
    "address_postal": (
        "A PO box is only for mail and gets no pin.",
        "Un apartado postal es solo para correo y no lleva marcador.",
    ),
    "address_corner": (
        "There is no street number; the words were kept as directions.",
        "No hay número de calle; las palabras se guardaron como indicaciones.",
    ),
    "two_addresses": (
        "There are two addresses; the second one is in the note.",
        "Hay dos direcciones; la segunda está en la nota.",
    ),
    "postal_code_unread": (
        "The ZIP code could not be read and is in the note.",
        "El código postal no se pudo leer y está en la nota.",
    ),
    "postal_code_zero": (
        "The ZIP code had four digits; the zero that spreadsheets drop was put in front.",
        "El código postal tenía cuatro cifras; se puso el cero que las hojas de cálculo quitan.",
    ),
    "coordinates_unread": (
        "The position could not be read and is in the note.",
        "La posición no se pudo leer y está en la nota.",
    ),
    "phone_no_area": (
        "A phone number has no area code; it is in the note.",
        "A un teléfono le falta la clave de área; está en la nota.",
    ),
    "phone_unread": (
        "A phone number could not be read; it is in the note.",
        "Un teléfono no se pudo leer; está en la nota.",
    ),
    "phone_letters": (
        "A phone number was spelt in letters; check its digits.",
        "Un teléfono venía en letras; revise sus números.",
    ),
    "phone_words": (
        "Words beside a phone number are in the note.",
        "Las palabras junto a un teléfono están en la nota.",
    ),
    "email_unread": (
        "The e-mail address could not be read; it is in the note.",
        "El correo electrónico no se pudo leer; está en la nota.",
    ),
    "link_unread": (
        "The website could not be read as an address; it is in the note.",
        "El sitio web no se pudo leer como dirección; está en la nota.",
    ),
    "made_https": (
        "The website was written with http; it is kept with https.",
        "El sitio web venía con http; se guarda con https.",
    ),
    "hours_assumed": (
        "The hours had no am or pm, or were not clear; what was assumed is marked until somebody "
        "checks it.",
        "El horario no decía am o pm, o no era claro; lo supuesto queda marcado hasta revisarlo.",
    ),
    "hours_every_day": (
        "The hours name no days; every day was assumed and is marked until somebody checks it.",
        "El horario no dice qué días; se supuso que todos y queda marcado hasta revisarlo.",
    ),
    "hours_unread": (
        "The hours could not be read; the words were kept as a note.",
        "El horario no se pudo leer; las palabras se guardaron como nota.",
    ),
    "hours_partly": (
        "Part of the hours could not be read; the words were kept as a note.",
        "Una parte del horario no se pudo leer; las palabras se guardaron como nota.",
    ),
    "hours_a_date": (
        "A spreadsheet turned the hours into a date; please ask again.",
        "La hoja de cálculo convirtió el horario en fecha; pregunte otra vez.",
    ),
    "category_unread": (
        "The kind of business was not recognised; please choose one.",
        "No se reconoció el tipo de negocio; elija uno.",
    ),
    "yes_no_unread": (
        "The answer was neither yes nor no; it is in the note.",
        "La respuesta no era sí ni no; está en la nota.",
    ),
    "status_unread": (
        "Whether the business is open could not be read; it is in the note.",
        "No se pudo leer si el negocio sigue abierto; está en la nota.",
    ),
    # consent
    "answer_unread": (
        "The answer about printing was not a plain yes or no, so it counts as not asked.",
        "La respuesta sobre imprimir no era un sí o un no claro; cuenta como no preguntado.",
    ),
    "asked_no_date": (
        "A yes without a date is kept, but does not count until somebody asks again.",
        "Un sí sin fecha se guarda, pero no cuenta hasta que alguien pregunte otra vez.",
    ),
    "asked_no_person": (
        "A yes without who asked is kept, but does not count until somebody asks again.",
        "Un sí sin quién preguntó se guarda, pero no cuenta hasta que alguien pregunte otra vez.",
    ),
    "asked_incomplete": (
        "A yes without who asked and when is kept, but does not count until somebody asks again.",
        "Un sí sin quién preguntó ni cuándo se guarda, pero no cuenta hasta preguntar otra vez.",
    ),
    "asked_future": (
        "The date of the answer lies in the future, so it was not kept.",
        "La fecha de la respuesta está en el futuro, así que no se guardó.",
    ),
    "date_turned": (
        "The date of the answer would lie in the future, so day and month were read the other "
        "way round; check it.",
        "La fecha de la respuesta quedaría en el futuro; se leyeron día y mes al revés. Revísela.",
    ),
    "date_unread": (
        "The date of the answer could not be read.",
        "La fecha de la respuesta no se pudo leer.",
    ),
    "refusal_repeated": (
        "A line further down says no for the same business; the no counts.",
        "Otra línea dice que no para el mismo negocio; vale el no.",
    ),
    "no_stands": (
        "They said no before; the no stays until somebody asks again and writes it down.",
        "Antes dijeron que no; el no queda hasta que alguien pregunte otra vez y lo anote.",
    ),
    "no_outlived": (
        "They said no before their entry was taken out; the no stays until somebody asks again "
        "and writes it down.",
        "Dijeron que no antes de que se quitara su ficha; el no queda hasta que alguien pregunte "
        "otra vez y lo anote.",
    ),
    "limit_in_note": (
        "Their yes seems to have a limit; it counts as not asked until somebody asks again.",
        "Su sí parece tener un límite; cuenta como no preguntado hasta que alguien pregunte.",
    ),
    "refusal_in_note": (
        "A note says that they do not want to be listed; please ask before anything is printed.",
        "Una nota dice que no quieren aparecer; pregunte antes de imprimir nada.",
    ),
}

#: Why a row ends as it does.
REASONS: dict[str, tuple[str, str]] = {
    "new": ("", ""),
    "to_ask": ("Goes to “To ask”", "Pasa a «Por preguntar»"),
    "said_no": ("Said no: never printed", "Dijo que no: nunca se imprime"),
    "refusal_in_note": ("A note says no: please ask", "Una nota dice que no: pregunte"),
    "words_stopped": ("Words we don’t keep", "Palabras que no guardamos"),
    "hours_as_note": ("Hours kept as a note", "Horario guardado como nota"),
    "mail_only": ("PO box: mail only, no pin", "Apartado postal: sin marcador"),
    "corner": ("No street number: directions", "Sin número: indicaciones"),
    "plain_text": ("“=” kept as plain text", "«=» se guarda como texto"),
    "to_look_at": ("Something to look at", "Algo por revisar"),
    "same_name_elsewhere": (
        "Same name as another, other place and phone",
        "Mismo nombre que otro, con otro lugar y teléfono",
    ),
    "phone_shared": ("Same phone as another business", "Mismo teléfono que otro negocio"),
    "same_name_phone_place": ("Same name, phone and place", "Mismo nombre, teléfono y lugar"),
    "same_name_phone": ("Same name and phone", "Mismo nombre y teléfono"),
    "same_name_place": ("Same name and place", "Mismo nombre y lugar"),
    "same_name_town": ("Same name and town", "Mismo nombre y pueblo"),
    "same_name": ("Same name", "Mismo nombre"),
    "same_phone": ("Same phone", "Mismo teléfono"),
    "same_phone_place": ("Same phone and place", "Mismo teléfono y lugar"),
    "like_name_phone": ("Similar name, same phone", "Nombre parecido, mismo teléfono"),
    "like_name_place": ("Similar name, same place", "Nombre parecido, mismo lugar"),
    "like_name_town": ("Similar name, same town", "Nombre parecido, mismo pueblo"),
    "nothing_to_change": ("Nothing to change", "Nada que cambiar"),
    "blocked": (
        "They asked to be taken out of the directory",
        "Pidieron que se les quitara del directorio",
    ),
    "total": ("A total, not a business", "Un total, no un negocio"),
    "headings_again": ("The headings again", "Otra vez los encabezados"),
    "remark": ("A remark, not a business", "Un comentario, no un negocio"),
    "no_name": ("No name", "Sin nombre"),
    "kept_no": ("Their no stays", "Su no se queda"),
    "skipped_by_person": ("Left out by you", "Omitido por usted"),
}

#: Why a single change of an update is not ticked.
KEPT: dict[str, tuple[str, str]] = {
    "same_place": ("same place: kept", "mismo lugar: se queda"),
    "same_name": ("same name: kept", "mismo nombre: se queda"),
    "stays_no": ("their no stays", "su no se queda"),
    "older": ("an older answer", "una respuesta más antigua"),
    "pin_by_hand": (
        "the pin was placed by hand and stays",
        "el marcador se puso a mano y se queda",
    ),
    "checked": ("somebody checked it", "alguien lo revisó"),
}

#: Names of fields, for the choice above a column and the list of changes.
FIELDS: dict[str, tuple[str, str]] = {
    "name": ("Name", "Nombre"),
    "alternate_name": ("Other name", "Otro nombre"),
    "what_they_sell": ("What they sell", "Qué venden"),
    "description_en": ("Description (English)", "Descripción (inglés)"),
    "description_es": ("Description (Spanish)", "Descripción (español)"),
    "category": ("Category", "Categoría"),
    "cuisine": ("Cuisine", "Cocina"),
    "languages": ("Languages", "Idiomas"),
    "address": ("Whole address", "Dirección completa"),
    "address_1": ("Address", "Dirección"),
    "address_2": ("Suite or unit", "Local o interior"),
    "address_type": ("Kind of address", "Tipo de dirección"),
    "city": ("Town", "Ciudad"),
    "county": ("County", "Condado"),
    "state_province": ("State", "Estado"),
    "postal_code": ("ZIP code", "Código postal"),
    "country": ("Country", "País"),
    "directions": ("Directions", "Indicaciones"),
    "directions_en": ("Directions (English)", "Indicaciones (inglés)"),
    "directions_es": ("Directions (Spanish)", "Indicaciones (español)"),
    "latitude": ("Latitude", "Latitud"),
    "longitude": ("Longitude", "Longitud"),
    "coordinates": ("Latitude and longitude", "Latitud y longitud"),
    "precision": ("Precision", "Precisión"),
    "geocode_source": ("Where the position is from", "De dónde es la posición"),
    "phone": ("Phone", "Teléfono"),
    "phones": ("Phone", "Teléfono"),
    "cell": ("Cell phone", "Celular"),
    "fax": ("Fax", "Fax"),
    "whatsapp": ("WhatsApp", "WhatsApp"),
    "email": ("E-mail", "Correo electrónico"),
    "website": ("Website", "Sitio web"),
    "same_as": ("Social media", "Redes sociales"),
    "website_or_social": ("Website or social media", "Sitio web o redes"),
    "hours": ("Opening hours", "Horario"),
    "opening_hours": ("Opening hours", "Horario"),
    "opening_hours_assumed": ("Hours assumed", "Horario supuesto"),
    "hours_days": ("Days open", "Días abiertos"),
    "hours_mo": ("Monday hours", "Horario del lunes"),
    "hours_tu": ("Tuesday hours", "Horario del martes"),
    "hours_we": ("Wednesday hours", "Horario del miércoles"),
    "hours_th": ("Thursday hours", "Horario del jueves"),
    "hours_fr": ("Friday hours", "Horario del viernes"),
    "hours_sa": ("Saturday hours", "Horario del sábado"),
    "hours_su": ("Sunday hours", "Horario del domingo"),
    "hours_note": ("Note on hours", "Nota de horario"),
    "hours_note_en": ("Note on hours (English)", "Nota de horario (inglés)"),
    "hours_note_es": ("Note on hours (Spanish)", "Nota de horario (español)"),
    "payment_accepted": ("Payment", "Formas de pago"),
    "price_range": ("Price range", "Precios"),
    "takeaway": ("Takeaway", "Para llevar"),
    "delivery": ("Delivery", "A domicilio"),
    "catering": ("Catering", "Banquetes"),
    "wheelchair": ("Wheelchair access", "Silla de ruedas"),
    "status": ("Open or closed for good", "Abierto o cerrado"),
    "ok_to_print": ("OK to print?", "¿Permiso para imprimir?"),
    "ok_map": ("OK for the map?", "¿Permiso para el mapa?"),
    "ok_web": ("OK for the web page?", "¿Permiso para la página web?"),
    "ok_share": ("OK to share?", "¿Permiso para compartir?"),
    "asked_by_when": ("Who asked and when", "Quién preguntó y cuándo"),
    "asked_by": ("Who asked", "Quién preguntó"),
    "asked_on": ("When asked", "Cuándo se preguntó"),
    "asked_how": ("How asked", "Cómo se preguntó"),
    "note": ("Private note", "Nota privada"),
    "ignore": ("Do not read", "No leer"),
    "other": ("Private note, with its heading", "Nota privada, con su encabezado"),
    "never": ("Never kept", "Nunca se guarda"),
    "consent.print": ("Consent to print", "Permiso para imprimir"),
    "consent.map": ("Consent for the map", "Permiso para el mapa"),
    "consent.web": ("Consent for the web page", "Permiso para la página web"),
    "consent.share": ("Consent to share", "Permiso para compartir"),
    "consent.geocode_online": ("Consent to look up the street", "Permiso para buscar la calle"),
}

_LIST = {"en": (" and ", "change"), "es": (" y ", "cambian")}
_LINE = {"en": "as line {line}", "es": "que la línea {line}"}


def problem(
    line: int, field: str, code: str, severity: Severity = Severity.LOOK, language: str = "en"
) -> Problem:
    """Make a problem with its English sentence (or the Spanish one)."""
    return Problem(line, field, code, sentence(code, language), severity)


def sentence(code: str, language: str = "en") -> str:
    """The sentence for a problem's code; the code itself if nobody wrote one."""
    return _pick(PROBLEMS.get(code, (code, code)), language)


def field_name(field: str, language: str = "en") -> str:
    """What a field is called in the window."""
    return _pick(FIELDS.get(field, (field, field)), language)


def kept(code: str, language: str = "en") -> str:
    """Why a change is not ticked."""
    return _pick(KEPT.get(code, ("", "")), language)


def why(verdict: Verdict, language: str = "en") -> str:
    """Why a row ends as it does, short enough for a table cell: "Same phone as line 2"."""
    text = _pick(REASONS.get(verdict.reason, (verdict.reason, verdict.reason)), language)
    if verdict.kind is VerdictKind.UPDATE and (changed := _changed(verdict.changes, language)):
        return changed
    if verdict.target_line is not None:
        return f"{text} {_LINE[language].format(line=verdict.target_line)}"
    return text


def _changed(changes: list[FieldChange], language: str) -> str:
    """Name the accepted changes: "Opening hours and phone change"."""
    fields = [c.field for c in changes if c.accepted and c.field != "opening_hours_assumed"]
    names = list(dict.fromkeys(field_name(field, language) for field in fields))
    if not names:
        return ""
    joint, verb = _LIST[language]
    text = joint.join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
    if len(names) == 1:
        verb = {"en": "changes", "es": "cambia"}[language]
    return f"{text[0]}{text[1:].lower()} {verb}" if len(names) > 1 else f"{text} {verb}"


def stopped_sentence(draft: Draft, language: str = "en") -> str:
    """Say which fields of a row were stopped, without their words."""
    names = ", ".join(field_name(field, language) for field in draft.stopped)
    return f"{sentence('never_collect', language)} ({names})" if names else ""


def _pick(pair: tuple[str, str], language: str) -> str:
    return pair[1] if language == "es" else pair[0]
