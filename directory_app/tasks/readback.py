"""What was made is read before it is put in its place, for what it must not say.

The walls (PublicListing, StaffListing) decide what goes in. This is the last look, at the thing
itself and not at what it was made from: whoever breaks a wall, or writes somebody's street into
another's description, is stopped here, and nothing left the laptop.
"""

from collections.abc import Iterable

from directory_app.errors import UserError
from directory_app.model.forbidden import Forbidden, Leak, Secret
from directory_app.model.forbidden_search import Piece, Search
from directory_app.tasks import own_words
from directory_app.tasks.readback_texts import pieces

#: Told by name in one message; the rest is counted.
_TOLD = 3
_FIELDS = {
    "description_en": "description",
    "description_es": "Spanish description",
    "directions_en": "directions",
    "directions_es": "Spanish directions",
    "hours_note_en": "note about hours",
    "hours_note_es": "Spanish note about hours",
}


def search_for(forbidden: Forbidden) -> Search:
    """A search that knows our own words; made once for all files of a run."""
    return Search(forbidden, lambda word: word in own_words.everyday(), own_words.own_words)


def check(data: bytes, format_: str, forbidden: Forbidden) -> list[Leak]:
    """What is in a file ("pdf", "csv", ...) and must not be. ValueError for an unknown format."""
    return search_for(forbidden).find(pieces(data, format_))


def check_texts(texts: Iterable[str], forbidden: Forbidden) -> list[Leak]:
    """The same of texts that become no file: cells for the clipboard."""
    return search_for(forbidden).find(Piece("the text", text) for text in texts)


def ensure_clean(parts: Iterable[bytes], format_: str, forbidden: Forbidden) -> None:
    """Let nothing pass that says what it must not. UserError tells what, whose, and what to do."""
    search = search_for(forbidden)
    leaks = [leak for data in parts for leak in search.find(pieces(data, format_))]
    if leaks:
        raise stopped(leaks)


def stopped(leaks: list[Leak]) -> UserError:
    """What to tell a person: what would have been told, and whose text to mend or whom to ask."""
    told = " ".join(dict.fromkeys(_sentence(leak) for leak in leaks[:_TOLD]))
    more = len(leaks) - _TOLD
    if more > 0:
        told = f"{told} There are {more} more."
    hints = dict.fromkeys(_hint(leak) for leak in leaks[:_TOLD])
    return UserError(f"Nothing was made. {told}", " ".join(hints))


def _sentence(leak: Leak) -> str:
    who = f"“{leak.owner.name}” ({leak.owner.code})"
    match leak.secret:
        case Secret.NAME:
            return f"It would name {who}, who may not be in it ({leak.where})."
        case Secret.STREET:
            return f"It would tell the street of {who}, which is hidden ({leak.where})."
        case Secret.PLACE:
            return f"It would tell where {who} is, more finely than agreed ({leak.where})."
        case Secret.PHONE:
            return f"It would tell a telephone of {who} that may not be in it ({leak.where})."
        case Secret.EMAIL:
            return f"It would tell an e-mail address of {who} that may not be in it ({leak.where})."
        case Secret.NOTE:
            return f"It would tell words of a private note about {who} ({leak.where})."
        case Secret.PERSON:
            return f"It would name a contact person of {who} ({leak.where})."


def _hint(leak: Leak) -> str:
    source = leak.source
    if source is None:
        return "Look for it in the event's words and in the settings; else report this."
    field = _FIELDS[source.field]
    return f"It stands in the {field} of “{source.owner.name}” ({source.owner.code}): reword that."
