"""The words of private sheets in English and Spanish.

The word for what the list has in common stands nowhere here: a lost sheet must not say it.
"""

_WORDS = {
    "private": ("PRIVATE", "PRIVADO"),
    "visit_sheet": ("Visit sheet", "Hoja de visita"),
    "call_list": ("Call list", "Lista de llamadas"),
    "stop": ("Stop {stop} of {stops}.", "Parada {stop} de {stops}."),
    "next": ("Next: {miles} mi", "Sigue: {miles} mi"),
    "code": ("Code", "Código"),
    "goes_on": ("Goes on on another sheet.", "Sigue en otra hoja."),
    # 1
    "right": ("Is this still right?", "¿Sigue siendo correcto?"),
    "have": ("We have", "Tenemos"),
    "yes": ("Yes", "Sí"),
    "no": ("No", "No"),
    "if_no": ("If no, write it here", "Si no, escríbalo aquí"),
    "name": ("Name", "Nombre"),
    "sells": ("Sells", "Vende"),
    "address": ("Address", "Dirección"),
    "phone": ("Phone", "Teléfono"),
    "hours": ("Hours", "Horario"),
    "languages": ("Languages", "Idiomas"),
    "payment": ("Payment", "Pago"),
    "pay_cash": ("cash", "efectivo"),
    "pay_cards": ("cards", "tarjetas"),
    "pay_snap": ("SNAP", "SNAP"),
    "pay_wic": ("WIC", "WIC"),
    "assumed": ("morning or evening is assumed", "se supuso si es mañana o tarde"),
    # 2
    "ask": ("Ask, word for word", "Pregunte, tal cual"),
    "read_first": (
        "First read aloud the sheet “Before you ask”.",
        "Lea primero en voz alta la hoja «Antes de preguntar».",
    ),
    "not_asked": ("Not asked", "No se preguntó"),
    "now": ("Now", "Ahora"),
    "exact": ("How exact on the map?", "¿Qué tan exacto en el mapa?"),
    "door": ("The door", "La puerta"),
    "street": ("Street only", "Solo la calle"),
    "town": ("Town only", "Solo la ciudad"),
    # the sheet of words
    "words_sheet": ("What is read aloud", "Lo que se lee en voz alta"),
    "before": ("Before you ask", "Antes de preguntar"),
    "then_ask": (
        "Now ask the questions on the visit sheet, one by one, and tick each answer. Then read:",
        "Ahora haga las preguntas de la hoja de visita, una por una, y marque cada respuesta. "
        "Después lea:",
    ),
    "goes_on_words": ("Goes on on the next page.", "Sigue en la página siguiente."),
    # 3
    "who": ("Who, how, when", "Quién, cómo, cuándo"),
    "answered_by": ("Answered by", "Contestó"),
    "owner": ("Owner", "Dueña o dueño"),
    "manager": ("Manager", "Encargada o encargado"),
    "other": ("Other:", "Otra persona"),
    "asked_in": ("Asked in", "Se preguntó en"),
    "english": ("English", "inglés"),
    "spanish": ("Spanish", "español"),
    "other_language": ("Other:", "Otro idioma"),
    "date": ("Date", "Fecha"),
    "asked_by": ("Asked by", "Preguntó"),
    "never": ("Never write:", "No escriba nunca:"),
    "never_list": (
        "anyone’s papers or status, country of birth, home address, ID numbers, employees, "
        "family, religion.",
        "papeles ni estatus de nadie, país de nacimiento, domicilio, números oficiales, "
        "empleados, familia, religión.",
    ),
    "foot": (
        "Wording {wording}. Run {run}. Give this sheet to the coordinator today. It is shredded "
        "once typed in.",
        "Texto {wording}. Tiraje {run}. Entregue esta hoja hoy a la coordinación. Se destruye "
        "al capturarla.",
    ),
    "foot_words": (
        "Wording {wording}. Run {run}. One for each person who asks: print this page once more "
        "for each. Give it back today.",
        "Texto {wording}. Tiraje {run}. Una para cada persona que pregunta: imprima esta página "
        "otra vez para cada una. Devuélvala hoy.",
    ),
    "foot_list": (
        "Run {run}, {day}. Keep this list with you, give it back today. It is shredded once "
        "typed in.",
        "Tiraje {run}, {day}. No suelte esta lista y entréguela hoy. Se destruye al capturarla.",
    ),
    "preview": ("Preview", "Muestra"),
    # call list
    "said_yes": ("yes", "sí"),
    "said_no": ("no", "no"),
    "lapsed": ("yes, incomplete or ended", "sí, incompleto o vencido"),
    "asked_for": ("ask", "preguntar"),
    "last_check": ("Checked", "Revisado"),
    "no_phone": ("No telephone", "Sin teléfono"),
    "short_print": ("print", "impresa"),
    "short_map": ("map", "mapa"),
    "short_web": ("web", "web"),
    "short_share": ("partners", "aliados"),
    "short_geocode_online": ("look-up", "buscar"),
    "nobody": (
        "Nobody is waiting here. Choose another view of the list.",
        "Aquí no espera nadie. Elija otra vista de la lista.",
    ),
}


def say(key: str, language: str, **parts: str) -> str:
    """A word or sentence in ``en`` or ``es``. KeyError for a key that is not known."""
    return _WORDS[key][language == "es"].format(**parts)
