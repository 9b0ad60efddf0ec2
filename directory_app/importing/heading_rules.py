"""Headings about consent that no table of phrases could hold: "¿Se puede poner en la guía?".

A heading is understood only if every one of its words is; "do not print" or "ok to call" is
not. So a column is never taken for a yes to print because one word in its heading is right.
"""

from functools import lru_cache

from directory_app.model.text import fold


def word_set(text: str) -> frozenset[str]:
    """Words and phrases, written with strokes between them."""
    return frozenset(text.split("|"))


#: What a yes is called. By itself it makes a column of answers.
_PERMISSION = word_set(
    "ok|okay|permission|consent|consents|consented|permiso|autoriza|autorizo|autorizan|"
    "autorizacion|consentimiento|consiente|consintio|acepta|acepto|aceptan|agree|agreed|agrees"
)
#: What asks for a yes, if it says to what.
_ASKING = word_set(
    "can|may|podemos|puede|pueden|podriamos|puedo|quiere|quieren|want|wants|desea|desean|like|"
    "willing|bien|approved|approval|aprobado|aprobacion"
)
#: To be printed.
_PRINT = word_set(
    "print|printing|printed|imprimir|imprimirlo|imprimirla|imprimirlos|imprimirse|imprima|"
    "impresion|impreso|impresa|publish|publishing|published|publicar|publicarlo|publicarlos|"
    "publicarse|publicacion|guide|guides|guia|guias|list|listed|listing|listar|listarlo|lista|"
    "aparecer|include|included|incluir|incluirlo|incluirlos|incluirse|directory|directorio|appear|"
    "flyer|booklet|folleto|handout"
)
#: Things that somebody may want a copy of: "wants guide" is about that, "wants in guide" is not.
_PAPERS = word_set(
    "guide|guides|guia|guias|list|lista|directory|directorio|flyer|booklet|folleto|handout|printed"
)
_INSIDE = word_set("in|en|be|on|we|podemos|estar|salir|poner|ponerlo|ponerla|ponerlos|put|appear")
_OTHER_USES = {
    "ok_map": word_set("map|maps|mapa|mapas|pin"),
    "ok_web": word_set("web|website|online|internet|webpage|linea|sitio|pagina"),
    "ok_share": word_set("share|sharing|shared|compartir|compartirlo|compartan|partners|others|"
                         "otros|otras|organizaciones|organizations|coalitions|coaliciones|orgs"),
}  # fmt: skip
_FILLING = word_set(
    "the|to|we|us|our|in|on|be|for|of|they|them|their|it|put|show|shown|and|or|with|"
    "el|la|los|las|lo|se|en|que|de|del|para|su|sus|al|un|una|nos|les|le|y|o|a|poner|ponerlo|"
    "ponerlos|ponerla|estar|ser|salir|acuerdo|mostrar|do|does|did|da|dan|dio|dieron|esta|estan|"
    "would|given|granted|obtained|dado|form|signed|firmo|firmado|you|please|yes|si|no|n|yn|x|s"
)
#: "Permission of the business" may be a licence; "ok to list the business" is none.
_BESIDE_PRINT = word_set(
    "name|nombre|business|negocio|public|this|these|community|comunidad|comunitaria|este|esta|your|"
    "nuestra|nuestro|have|i|my|mi|information|info|informacion|its|data|datos|that|coalition|"
    "coalicion|is|are|tenemos|restaurant|restaurante|store|tienda|local|if|ask|asked|verbal|written"
)
_OWNER = word_set("owner|owners|dueno|duena|duenos|propietario|propietaria|he|she")
#: Who it was that asked.
_WHO = word_set(
    "who|whom|quien|quienes|volunteer|volunteers|voluntario|voluntaria|voluntarios|canvasser|"
    "organizer|organizador|organizadora|promotor|promotora|encuestador|encuestadora|interviewer|"
    "surveyor|asker|by|por"
)
_ITS_ANSWER = word_set(
    "ok|okay|permission|consent|permiso|consentimiento|autorizacion|approval|given"
)
_WHEN = word_set("date|fecha|when|cuando|dia|day|dates")
_ASKED = word_set(
    "ask|asks|asked|asking|pregunto|preguntado|preguntada|preguntamos|preguntaron|pidio|pidieron|"
    "pedido|hablo|hablamos|hablaron|spoke|spoken|talked|talk|visit|visited|visita|visito|"
    "visitado|contact|contacted|contacto|contactado|contacta|got|get|getting|obtained|obtuvo|"
    "obtenido|taken|tomado|took|collected|solicitado|solicito|received|recibio|recibido|given|dio"
)
_AROUND = word_set(
    "we|the|them|they|it|of|on|did|was|were|you|and|to|for|from|s|or|ellos|ella|con|el|la|los|"
    "las|lo|se|en|que|de|del|y|e|o|fue|les|le|name|nombre|person|persona|with|a|su|tu|"
    "your|print|imprimir"
)
_TALK = word_set("spoke|spoken|talked|talk|hablo|hablamos|hablaron|contact|contacto")
_THEM = word_set("them|they|ellos|ella") | _OWNER
_NO = word_set("no|n|not|dont|don|doesnt|never|sin|nunca|refused|refuses|except|without|anonymous")
_YES_NO = ({"yes", "no"}, {"si", "no"}, {"y", "n"}, {"s", "n"})


@lru_cache(4096)
def by_words(heading: str) -> str | None:
    """The field of a heading about consent, or None if it is about anything else."""
    words = frozenset(fold(heading).split())
    if not words or len(words) > 30:
        return None
    return _about_asking(words) or _about_answer(words)


def _about_answer(words: frozenset[str]) -> str | None:
    """An answer of the owner, and to which use; to print, where it is to print and more."""
    bare = words - _PERMISSION - _ASKING - _FILLING - _OWNER
    if _negates(words) or not words & (_PERMISSION | _ASKING):
        return None
    if words & _PRINT:
        if not words & (_PERMISSION | _INSIDE) and not (words & _PRINT) - _PAPERS:
            return None
        other = frozenset().union(*_OTHER_USES.values())
        return None if bare - _PRINT - other - _BESIDE_PRINT else "ok_to_print"
    for field, uses in _OTHER_USES.items():
        if words & uses and not bare - uses:
            return field
    return None if bare or not words & _PERMISSION else "ok_to_print"


def says_no(key: str) -> bool:
    """Whether a folded heading asks the other way round, so that a yes would be a no."""
    return _negates(frozenset(key.split()))


def _negates(words: frozenset[str]) -> bool:
    """A "no" that is not the second half of "yes or no": "no imprimir"."""
    return bool(words & _NO) and not any(pair <= words for pair in _YES_NO)


def _about_asking(words: frozenset[str]) -> str | None:
    """Who asked, when, or both. "Spoke with" is the owner's side, "spoke with them" ours."""
    if words - _WHO - _WHEN - _ASKED - _AROUND - _ITS_ANSWER - _OWNER:
        return None
    if not words & (_ASKED | _ITS_ANSWER | (_WHO - {"by", "por"})):
        return None
    if words & _TALK and words & {"with", "con", "to"} and not words & _THEM:
        return None
    person = words & {"person", "persona"} and words & (_ASKED - {"contact", "contacto"})
    who, when = bool(words & _WHO or person), bool(words & _WHEN)
    if who and words & {"given", "dio"}:  # who said yes, not who asked
        return None
    if who and when:
        return "asked_by_when"
    return "asked_by" if who else "asked_on" if when else None
