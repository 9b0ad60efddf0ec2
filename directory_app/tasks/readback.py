"""What was made is read before it is put in its place, for what it must not say.

The walls (PublicListing, StaffListing) decide what goes in. This is the last look, at the thing
itself and not at what it was made from: whoever breaks a wall, or writes somebody's street into
another's description, is stopped here, and nothing left the laptop.
"""

from collections.abc import Iterable
from dataclasses import replace

from directory_app import geocoding
from directory_app.errors import UserError
from directory_app.model.forbidden import Forbidden, Leak, Secret
from directory_app.model.forbidden_search import Piece, Search
from directory_app.model.packet import LAYOUT as PACKET
from directory_app.model.recall import PlannedRun
from directory_app.store import Store
from directory_app.tasks import own_words
from directory_app.tasks.readback_texts import pieces

#: Settings of the directory that stand in what leaves, and what an event says of itself.
_SETTINGS = ("mistake_contact", "guide_url")
_EVENT = ("name_en", "name_es", "venue", "address", "city", "host", "contact")


def search_for(forbidden: Forbidden) -> Search:
    """A search that knows our own words; made once for all files of a run."""
    return Search(forbidden, lambda word: word in own_words.everyday(), own_words.own_words)


def check(data: bytes, format_: str, forbidden: Forbidden) -> list[Leak]:
    """What is in a file ("pdf", "csv", ...) and must not be. ValueError for an unknown format."""
    return search_for(forbidden).find(pieces(data, format_))


def guard(store: Store, run: PlannedRun, channel: str, files: Iterable[tuple[str, bytes]]) -> None:
    """Let no file (format, bytes) of a run out that says what it must not. UserError as below.

    ``channel`` is the yes that everybody on it gave; "" is paper for the coalition's own people.
    """
    forbidden = forbidden_for(store, run, channel)
    for format_, data in files:
        ensure_clean([data], format_, forbidden)


def guard_texts(store: Store, run: PlannedRun, channel: str, texts: Iterable[str]) -> None:
    """The same for texts that go out in no file that can be read. UserError as ``guard``."""
    search = search_for(forbidden_for(store, run, channel))
    if leaks := search.find(Piece("text", text) for text in texts):
        raise stopped(leaks[0])


def guard_unnumbered(
    store: Store, files: Iterable[tuple[str, bytes]], *, names_gone: bool = False
) -> None:
    """The same for paper of the coalition's own that has no number: copied rows, a recall list.

    A recall list has to name who withdrew (``names_gone``), and nothing else of them.
    """
    forbidden = forbidden_for(store, PlannedRun("", ()), "")
    if names_gone:
        forbidden = replace(forbidden, names=())
    for format_, data in files:
        ensure_clean([data], format_, forbidden)


def forbidden_for(store: Store, run: PlannedRun, channel: str) -> Forbidden:
    """What must not be in a run: on the day of its event, and but for the event's own words."""
    event = store.events.public(run.event_id) if run.event_id else None
    day = run.day or (event.date if event else store.today())
    found = store.listings.forbidden(channel, day, geocoding.town_point)
    if run.layout == PACKET:
        # a packet tells another laptop all the rest
        found = Forbidden(
            notes=found.notes, people=found.people, facts=found.facts, shown=found.shown
        )
    ours = [store.settings.get(key) for key in _SETTINGS]
    if event is not None:
        ours += [getattr(event, name) for name in _EVENT]
        if event.position is not None:
            found = replace(found, markers=found.markers | {event.position})
    return _but_for(found, [text for text in ours if text])


def _but_for(forbidden: Forbidden, ours: list[str]) -> Forbidden:
    """Without what the event and the settings say themselves: where it is, whom to call."""
    said = {
        (leak.secret, leak.owner)
        for leak in Search(forbidden).find(Piece("", text) for text in ours)
        if leak.secret in (Secret.PHONE, Secret.EMAIL)
    }
    return replace(
        forbidden,
        phones=tuple(one for one in forbidden.phones if (Secret.PHONE, one.owner) not in said),
        emails=tuple(one for one in forbidden.emails if (Secret.EMAIL, one.owner) not in said),
        facts=(*forbidden.facts, *ours),
    )


def ensure_clean(parts: Iterable[bytes], format_: str, forbidden: Forbidden) -> None:
    """Let nothing pass that says what it must not. UserError tells what, whose, and what to do."""
    search = search_for(forbidden)
    for data in parts:
        if leaks := search.find(pieces(data, format_)):
            raise stopped(leaks[0])


def stopped(leak: Leak) -> UserError:
    """What to tell a person: what would have been told, and whose text to mend."""
    source = leak.source
    return UserError(
        _what(leak).message,
        f"It stands in the description, the directions or the note about hours of"
        f" “{source.owner.name}” ({source.owner.code}): reword that, and make it again."
        if source
        else "Look for it in the words of the event and in the settings. If it is in neither, "
        "Puertas has a fault: please report it. Nothing has left this laptop.",
    )


def _what(leak: Leak) -> UserError:
    name, code, where = leak.owner.name, leak.owner.code, leak.where
    match leak.secret:
        case Secret.NAME:
            return UserError(
                f"Nothing was made: “{name}” ({code}) would be named, and may not be ({where})."
            )
        case Secret.STREET:
            return UserError(
                f"Nothing was made: the hidden street of “{name}” ({code}) would be in it "
                f"({where})."
            )
        case Secret.PLACE:
            return UserError(
                f"Nothing was made: where “{name}” ({code}) is would be told more finely than "
                f"agreed ({where})."
            )
        case Secret.PHONE:
            return UserError(
                f"Nothing was made: a telephone of “{name}” ({code}) would be in it that may not "
                f"be ({where})."
            )
        case Secret.EMAIL:
            return UserError(
                f"Nothing was made: an e-mail address of “{name}” ({code}) would be in it that may "
                f"not be ({where})."
            )
        case Secret.NOTE:
            return UserError(
                f"Nothing was made: words of a private note about “{name}” ({code}) would be in it"
                f" ({where})."
            )
        case Secret.PERSON:
            return UserError(
                f"Nothing was made: a contact person of “{name}” ({code}) would be named ({where})."
            )
