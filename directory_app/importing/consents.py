"""What an owner said, as a list tells it: yes, no or nothing, who asked, when and how.

Only a plain yes is a yes. Whatever is in doubt counts as not asked, and a note in which the
owner does not want to be listed holds a yes back until a person has looked.
"""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from directory_app.importing.heading_rules import word_set
from directory_app.importing.rows import Cell, Row
from directory_app.importing.when import Dates
from directory_app.model.draft import DraftConsent, Severity
from directory_app.model.never_collect import wants_out
from directory_app.model.terms import Answer, Channel
from directory_app.model.text import fold

#: Columns that speak of one channel of their own; "ok to print" means what the person says.
_OWN_CHANNEL = {"ok_map": Channel.MAP, "ok_web": Channel.WEB, "ok_share": Channel.SHARE}

_ASKED = ("asked_by_when", "asked_by", "asked_on", "asked_how")
_SIGNS = {"✓": "yes", "✔": "yes", "☑": "yes", "✅": "yes", "👍": "yes", "☒": "", "□": "", "☐": ""}
_SIGNS |= {"✗": "no", "✘": "no", "❌": "no", "✕": "", "×": "", "👎": "no", "🚫": "no"}
_YES = word_set(
    "yes|y|yep|yeah|yes please|si|s|si por favor|ok|okay|x|true|1|sure|agreed|de acuerdo|claro|"
    "yes ok|ok yes|si claro|afirmativo|verdadero|of course|granted|approved|permission given|"
    "gave permission|said yes|dijo que si|si dijo|acepta|acepto|aceptado|autorizado|autoriza|"
    "yess|check|checked|yes yes|absolutely|si quiere|print|yes print|ok to print|si acepta|"
    "given|consented|consent given|si da permiso|dio permiso|con permiso|1 0|on|ok si|o k|"
    "permission granted|dio su permiso|dieron permiso|yes to print|yes for print|si para imprimir|"
    "yes verbal|yes verbally|verbal yes|verbal ok|si verbal|si con gusto|si de acuerdo|"
    "yes agreed|yes approved|yes consented"
)
_NO = word_set(
    "no|n|nope|no thanks|no thank you|no gracias|false|0|falso|refused|declined|said no|"
    "dijo que no|no quiere|no quiere aparecer|does not want|doesnt want|no acepta|negativo|"
    "rechazo|no no|not ok|no permission|sin permiso|no autoriza|never|nunca|do not print|"
    "dont print|do not list|no imprimir|no publicar|denied|no por favor|no please|0 0|off|"
    "no dio permiso|no esta de acuerdo|opted out|opt out|no consent|dont list|nel|"
    "dijo no|dijeron no|dijeron que no|no quiso|no quisieron|no quieren|no desea|no le interesa|"
    "pidio que no|prefiere que no|prefiere no|prefirio no|prefirio que no|rather not|"
    "would rather not|not interested|no interesado|no interesada|no refused|no declined|"
    "se nego|does not consent|doesnt consent|did not agree|didnt agree|no consiente|no autorizo|"
    "no lo acepto|not willing|unwilling|she said no|he said no|they said no|owner said no|"
    "do not include|dont include|no incluir|leave out|leave them out|exclude|excluir"
)
_WITHDRAWN = word_set(
    "withdrawn|withdrew|changed mind|changed their mind|retirado|retiro|retiro su permiso|"
    "revoked|cambio de opinion|took it back|was yes now no|no longer|ya no|ya no quiere"
)
_NOT_ASKED = word_set(
    "not asked|not yet|not asked yet|have not asked|have not asked yet|ask|to ask|pending|tbd|"
    "pendiente|por preguntar|no preguntado|no se ha preguntado|todavia no|aun no|sin preguntar|"
    "falta preguntar|no answer|no contesto|no response|unknown|no se|no sabemos|dont know|"
    "need to ask|will ask|ask again|left message|left a message|no reply|waiting|n a|na|none|"
    "havent asked|havent asked yet|not sure|maybe|quizas|tal vez|later|despues|unsure|"
    "preguntar|no hemos preguntado|desconocido|call back|esperando|waiting for answer|"
    "left msg|asked waiting|waiting to hear|no contestaron|no contesta|will call back|not now|"
    "unasked|never asked|still to ask|undecided|asked no answer|thinking about it"
)
#: After these words a cell goes on with who asked and when.
_LEAD = re.compile(
    r"^(yes please|yes|yep|y|si|ok|okay|no thanks|no gracias|no|withdrawn|retirado|x)\b"
    r"[\s,;:.()/-]*"
)
#: The owner does not want to be in it, in the words of a note.
_REFUSAL = re.compile(
    r"\b(does ?n[o']?t|do ?n[o']?t|did ?n[o']?t|not|never) (want|wish|agree|like|care)( us)?"
    r"( for)? ?(to be |to |being )?(it |them |their name |the name |name |business )?(to be )?"
    r"(in|on|listed|published|printed|included|appear|shown|share|print|list|publish|agree)"
    r"|\bno (quieren?|desean?|autorizan?|aceptan?) (que )?(los |las |lo |la |se )?"
    r"(aparecer|aparezcan?|salir|salga|estar|ser|publi\w+|imprim\w+|list\w+|inclu\w+|compart\w+)"
    r"|\b(do not|don'?t|please don'?t|no) (list|print|publish|publicar|imprimir|listar|incluir)\b"
    r"|\b(take|leave|keep) (us|them|me|it|him|her) (off|out)\b"
    r"|\b(said no|dijo que no|dijeron que no|refused|se nego|se negaron|declined|opted out)\b"
    r"|\b(remove|quitar|quiten|saquen|borrar) (us|them|me|from|de la lista|nos|los)\b"
    r"|\bno (longer|mas) (wants?|quiere)\b|\bya no quieren?\b|\bsin permiso\b|\bwithdrew\b"
    r"|\basked? to be (removed|taken (off|out))\b|\bque l[oa]s? (quiten?|saquen?|borren?)\b"
    r"|\bprefer(s)? not\b|\bprefieren? no\b|\bno dio permiso\b|\bnot to be (listed|printed|in)\b"
)
#: Beside the name of who asked, these make a yes less than a plain one.
_CONDITION = re.compile(
    r"\b(but|except|only|just|unless|if|until|without|not|no|do ?n'?t|never|pero|excepto|solo|"
    r"solamente|salvo|menos|hasta|sin|nunca|aunque|ask|wait|pending|pendiente)\b"
)
_TOLD = r"(phone|tel|telefono|cell|celular|number|numero|address|direccion|domicilio|street|calle)"
#: A yes that does not cover everything, or not yet, in the words of a note.
_LIMIT = re.compile(
    r"\b(yes|yeah|ok|okay|si|fine),? (but|only|if|except|unless|until|for now|pero|solo|menos)\b"
    r"|\b(not|never|do ?n'?t|no|nunca) (to )?(give( out)?|share|show|put|use|post|tell|print|list|"
    r"publish|dar|den|de|compart\w+|mostrar|muestren?|poner|pongan?|usar|salga|aparezca|publi\w+)"
    rf" (the |her |his |their |any |el |la |su |mi |my |out )*{_TOLD}\b"
    rf"|\b(que )?no (salga|aparezca|se (vea|publique|ponga|muestre|imprima))\b"
    r"|\bnot (in|for|on) (the |a |any )?(print\w*|guide|list|directory|paper|book)\b"
    r"|\b(only|just|solo|nada mas) (by |the |her |his |their |first |el |su |con )*(name|nombre)\b"
    r"|\b(name|nombre) (only|solamente|nada mas)\b"
    rf"|\b(only|just|solo|solamente|nada mas) (the|her|his|their|el|la|su) {_TOLD}\b"
    r"|\b(call|ask|check|talk|confirm|wait|show|llam\w+|pregunt\w+|habl\w+|confirm\w+|esper\w+)\b"
    r".{0,30}\b(before|antes de)\b.{0,15}\b(print|publish|list|includ|impri|publi|pon)"
    r"|\bwants? out\b|\bmejor no\b|\bchanged (her|his|their) minds?\b"
    r"|\bcambi(o|aron) de (idea|opinion)"
    r"|\b(scared|afraid|nervous|worried|miedo|tem(e|or)|nervios[oa]) (of|about|to|de|a|por)\b"
    r".{0,25}(print|list|guide|name|appear|publi|apare|salir|impr|nombre|guia)"
)
_HOW = {
    "in_person": r"in person|in-person|en persona|personalmente|face to face|visit(?:ed)?|visita|"
    r"at the (?:store|shop)|en la tienda|walk[- ]?in|presencial",
    "phone": r"by phone|on the phone|over the phone|phone(?: call)?|called|call|por tel[eé]fono|"
    r"tel[eé]fono|llamada|llam[oó]|tel\b",
    "email": r"by e-?mail|e-?mail(?:ed)?|por correo|correo(?: electr[oó]nico)?",
    "text": r"by text|text(?:ed)?|sms|whats ?app|por mensaje|mensaje|wa\b",
    "form": r"signed(?: form)?|form|paper|written|in writing|por escrito|firm[oó]|formulario|"
    r"letter|carta",
}
_HOW_PATTERN = re.compile(
    "|".join(rf"(?P<{name}>(?<!\w)(?:{words})(?!\w))" for name, words in _HOW.items()), re.I
)


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asked, when and how."""

    by: str = ""
    on: dt.date | None = None
    how: str = ""


@dataclass(frozen=True, slots=True)
class _Said:
    """An answer, what follows it in its cell, and whether it was understood."""

    answer: str
    rest: str = ""
    clear: bool = True


@lru_cache(4096)
def answer(text: str) -> _Said:
    """Read a yes or a no; what is neither in plain words is not asked, and not clear."""
    bare = text.strip()
    if not bare or bare.strip("-–—_.?*/ ¿") == "":
        return _Said(Answer.NOT_ASKED)
    for sign, meaning in _SIGNS.items():
        if sign in bare:
            return _of_sign(bare, sign, meaning)
    key = fold(bare)
    if bare.rstrip().endswith("?"):
        return _Said(Answer.NOT_ASKED, clear=key in _NOT_ASKED)
    for words, value in _VALUES:
        if key in words:
            return _Said(value)
    return _with_rest(bare)


_VALUES = (
    (_NOT_ASKED, Answer.NOT_ASKED),
    (_YES, Answer.YES),
    (_NO, Answer.NO),
    (_WITHDRAWN, Answer.WITHDRAWN),
)


def _of_sign(bare: str, sign: str, meaning: str) -> _Said:
    """An answer that is a drawn sign. A cross alone may mean either, as an empty box does."""
    rest = bare.replace(sign, "").replace("\ufe0f", "").strip()
    said = answer(rest) if rest else None
    if not meaning:
        return said or _Said(Answer.NOT_ASKED, clear=sign in "□☐")
    value = Answer.YES if meaning == "yes" else Answer.NO
    if said and said.clear and said.answer not in {value, Answer.NOT_ASKED}:
        return _Said(Answer.NOT_ASKED, clear=False)
    return _Said(value, rest if said and not said.clear else "")


def _with_rest(bare: str) -> _Said:
    """Read the answer, and who and when behind it: "Yes - Marisol 10/12/2026"."""
    lowered = bare.lower().replace("í", "i")
    lead = _LEAD.match(lowered)
    if lead is None:
        return _Said(Answer.NOT_ASKED, clear=False)
    rest = bare[lead.end() :].strip(" )")
    plain = answer(lead[1])
    return _Said(plain.answer, rest, clear=False)


def refuses(text: str) -> bool:
    """Whether words say that the owner does not want to be listed."""
    return wants_out(text) or _REFUSAL.search(_plain(text)) is not None


def limits(text: str) -> bool:
    """Whether words say that a yes is not for everything, or not yet."""
    return _LIMIT.search(_plain(text)) is not None


def is_kept(cell: Cell) -> bool:
    """Whether words of a column without a place go to the note: they refuse or limit something."""
    return refuses(cell.labelled) or limits(cell.labelled)


def _plain(text: str) -> str:
    table = str.maketrans("áéíóúüñ’", "aeiouun'")
    return " ".join(text.lower().translate(table).split())


def how(text: str) -> tuple[str, str]:
    """The way in which somebody asked, and the text without it."""
    match = _HOW_PATTERN.search(text)
    if match is None or match.lastgroup is None:
        return "", text
    return match.lastgroup, f"{text[: match.start()]} {text[match.end() :]}"


def read(row: Row, ok_means: tuple[str, ...], dates: Dates) -> None:
    """Read the answers of a row for every channel that its columns speak of.

    A refusal holds wherever it was written. So the words of one, or of a limit, are kept for
    whoever asks again, also from a column that is left out.
    """
    for cell in row.left_out:
        if is_kept(cell):
            row.keep(cell)
    said_elsewhere = [*row.notes, *row.draft.stopped.values()]
    refused = any(refuses(text) for text in said_elsewhere)
    asked_cells = _asking(row, dates)
    given: dict[str, DraftConsent] = {}
    for field in ("ok_to_print", *_OWN_CHANNEL):
        for cell in row.cells.get(field, ()):
            channels = ok_means if field == "ok_to_print" else (_OWN_CHANNEL[field],)
            said, asking = _said(row, field, cell, asked_cells, dates)
            for channel in channels:
                _add(given, DraftConsent(channel, said, asking.on, asking.by, asking.how))
    yes = any(one.answer == Answer.YES for one in given.values())
    if refused and not any(one.answer in _REFUSED for one in given.values()):
        row.problem("ok_to_print", "refusal_in_note", Severity.STOP)
        given = _held_back(row) if yes else given
    elif yes and (_CONDITION.search(_plain(asked_cells.by)) or any(map(limits, said_elsewhere))):
        row.problem("ok_to_print", "limit_in_note", Severity.STOP)
        refusals = {key: one for key, one in given.items() if one.answer in _REFUSED}
        given = _held_back(row) | refusals
    for one in given.values():
        if one.answer == Answer.YES and (code := _lacks(one)):
            row.problem("ok_to_print", code)
    row.draft.consents = list(given.values())
    if not given:
        _keep(row, _ASKED)


def _keep(row: Row, fields: Iterable[str]) -> None:
    """Put what a list says about asking into the note, where no answer holds it."""
    for field in fields:
        for cell in row.take(field):
            words = f"{cell.heading}: {cell.text}"
            if words not in row.notes and cell.text not in row.notes:
                row.keep(cell)


def _held_back(row: Row) -> dict[str, DraftConsent]:
    """No answer, with the list's own words in the note for whoever asks again."""
    _keep(row, ("ok_to_print", *_OWN_CHANNEL, *_ASKED))
    return {}


def _lacks(one: DraftConsent) -> str:
    """What a yes needs before it counts."""
    if one.date is None:
        return "asked_no_date" if one.asked_by else "asked_incomplete"
    return "" if one.asked_by else "asked_no_person"


_REFUSED = (Answer.NO, Answer.WITHDRAWN)


def _add(given: dict[str, DraftConsent], one: DraftConsent) -> None:
    """Keep the stricter of two answers for one channel; not asked is no answer."""
    old = given.get(one.channel)
    if one.answer != Answer.NOT_ASKED and (old is None or old.answer == Answer.YES):
        given[one.channel] = one


def _said(row: Row, field: str, cell: Cell, asked: Asking, dates: Dates) -> tuple[str, Asking]:
    """One answer, and who and when: from its own cell, else from theirs."""
    said = answer(cell.text)
    if said.clear:
        return said.answer, asked
    if said.answer != Answer.NOT_ASKED:
        own = _parse(row, said.rest, dates)
        if own.on is not None and not _CONDITION.search(_plain(said.rest)):
            return said.answer, Asking(own.by or asked.by, own.on, own.how or asked.how)
    if said.answer != Answer.YES and refuses(cell.text):
        return (said.answer if said.answer in _REFUSED else Answer.NO), asked
    row.keep(cell)
    row.problem(field, "answer_unread")
    return Answer.NOT_ASKED, asked


def _asking(row: Row, dates: Dates) -> Asking:
    """Who asked, when and how, from the columns that say so."""
    texts = [cell.text for cell in row.take("asked_by_when")]
    found = _parse(row, " ".join(texts), dates) if texts else Asking()
    by, on, means = row.text("asked_by"), found.on, found.how
    if by and not re.search(r"\d{1,4}[/.-]\d", by):
        by_way, by = how(by)
        means, by = means or by_way, _tidy(by)
    elif by:
        inside = _parse(row, by, dates)
        by, on, means = inside.by, on or inside.on, means or inside.how
    for cell in row.take("asked_on"):
        inside = _parse(row, cell.text, dates)
        on, by = on or inside.on, by or inside.by
        if inside.on is None:
            row.keep(cell)
    for cell in row.take("asked_how"):
        means = how(cell.text)[0] or cell.text
    return Asking(by or found.by, on, means)


def _parse(row: Row, text: str, dates: Dates) -> Asking:
    """Split "Beto in person 10/5/2026" into its three parts."""
    found = dates.find(text)
    if found.code:
        row.problem("ok_to_print", found.code)
        if found.code == "date_unread":
            row.notes.append(text)
    means, rest = how(found.rest)
    return Asking(_tidy(rest), found.on, means)


def _tidy(text: str) -> str:
    """A name without the signs and small words that stood around it."""
    bare = re.sub(r"\s+", " ", text).strip(" -–—,;:/.|()·")
    bare = re.sub(r"^(?:by|por|asked by|con|with|spoke to|the|el|on)\s+", "", bare, flags=re.I)
    bare = re.sub(r" (?:on|el|by|por|in|de|d[ií]a|at)$", "", bare, flags=re.I)
    return re.sub(r" ?[-–—,;/|] ?(?:[-–—,;/|] ?)+", " - ", bare).strip(" -–—,;:/.|()·")
