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
    "question": (
        "“We print a free guide to places whose owners came here from elsewhere. May we list "
        "yours? Anyone may get a copy, officials too, and paper cannot all be called back. We "
        "keep your answers, who gave them and when. You can say no, and change your mind any "
        "day{call}.”",
        "«Imprimimos una guía gratuita de negocios cuyos dueños llegaron de otro lugar. "
        "¿Podemos incluir el suyo? Cualquiera puede obtener una copia, también las autoridades, "
        "y el papel no se puede recoger todo. Guardamos sus respuestas, quién las dio y cuándo. "
        "Puede decir que no, y cambiar de opinión cualquier día{call}.»",
    ),
    "question_call": (": call {contact}", ": llame al {contact}"),
    "not_asked": ("Not asked", "No se preguntó"),
    "now": ("Now", "Ahora"),
    "print": ("In the printed guide?", "¿En la guía impresa?"),
    "map": ("On the map?", "¿En el mapa?"),
    "web": ("On our web page?", "¿En nuestra página web?"),
    "share": ("To partner groups?", "¿A grupos aliados?"),
    "geocode_online": (
        "May we look up the address online?",
        "¿Podemos buscar la dirección en línea?",
    ),
    "exact": ("How exact on the map?", "¿Qué tan exacto en el mapa?"),
    "door": ("The door", "La puerta"),
    "street": ("Street only", "Solo la calle"),
    "town": ("Town only", "Solo la ciudad"),
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
