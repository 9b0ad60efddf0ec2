"""What the import says to people: a sentence in English and Spanish for every code.

Codes are data (in Problem.code and Verdict.reason); sentences never quote a cell.
"""

from directory_app.importing.problem_words import PROBLEMS
from directory_app.model import fields
from directory_app.model.draft import Draft, FieldChange, Problem, Severity, Verdict, VerdictKind

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
    "ask": ("Asked to be forgotten?", "¿Pidió que se le olvidara?"),
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

#: What a column can be that is no single field, and what else changes; see model/fields.py.
FIELDS: dict[str, tuple[str, str]] = {
    "what_they_sell": ("What they sell", "Qué venden"),
    "address": ("Whole address", "Dirección completa"),
    "directions": ("Directions", "Indicaciones"),
    "coordinates": ("Latitude and longitude", "Latitud y longitud"),
    "phone": ("Phone", "Teléfono"),
    "phones": ("Phone", "Teléfono"),
    "cell": ("Cell phone", "Celular"),
    "fax": ("Fax", "Fax"),
    "whatsapp": ("WhatsApp", "WhatsApp"),
    "website_or_social": ("Website or social media", "Sitio web o redes"),
    "hours": ("Opening hours", "Horario"),
    "hours_days": ("Days open", "Días abiertos"),
    "hours_mo": ("Monday hours", "Horario del lunes"),
    "hours_tu": ("Tuesday hours", "Horario del martes"),
    "hours_we": ("Wednesday hours", "Horario del miércoles"),
    "hours_th": ("Thursday hours", "Horario del jueves"),
    "hours_fr": ("Friday hours", "Horario del viernes"),
    "hours_sa": ("Saturday hours", "Horario del sábado"),
    "hours_su": ("Sunday hours", "Horario del domingo"),
    "hours_note": ("Note on hours", "Nota de horario"),
    "ok_to_print": ("OK to print?", "¿Permiso para imprimir?"),
    "ok_map": ("OK for the map?", "¿Permiso para el mapa?"),
    "ok_web": ("OK for the web page?", "¿Permiso para la página web?"),
    "ok_share": ("OK to share?", "¿Permiso para compartir?"),
    "asked_by_when": ("Who asked and when", "Quién preguntó y cuándo"),
    "asked_by": ("Who asked", "Quién preguntó"),
    "asked_on": ("When asked", "Cuándo se preguntó"),
    "asked_how": ("How asked", "Cómo se preguntó"),
    "ignore": ("Do not read", "No leer"),
    "other": ("Left out", "Se deja fuera"),
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
    return _pick(FIELDS[field], language) if field in FIELDS else fields.label(field, language)


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
