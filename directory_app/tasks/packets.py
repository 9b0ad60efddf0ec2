"""Packets: made for another laptop of the coalition, looked over when one comes, taken in."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from directory_app.errors import UserError
from directory_app.model import compare, packet_json
from directory_app.model.columns import utc_now
from directory_app.model.fields import UNITS
from directory_app.model.packet import (
    FREE_TEXTS,
    LAYOUT,
    PRIVATE,
    Contents,
    Entry,
    Packet,
)
from directory_app.model.packet_review import Applied, Choice, Review, RowKind
from directory_app.model.recall import PlannedRun, Reserved
from directory_app.model.text import fold
from directory_app.progress import Progress, silent
from directory_app.store import Filter, Store, packet_file
from directory_app.store.keys import FULL_COST, Cost
from directory_app.store.packet_file import ENDING, new_passphrase
from directory_app.store.passphrases import strength
from directory_app.store.synced import Elsewhere
from directory_app.tasks import leaving
from directory_app.tasks.packet_looking import look_over

__all__ = [
    "ENDING",
    "Contents",
    "PacketMade",
    "PacketOrder",
    "apply_packet",
    "contents",
    "look_over",
    "make_packet",
    "new_passphrase",
    "open_packet",
    "say_another",
]

_SOME = 1_000
#: All of a directory: what an owner refused goes along from the archived, too.
ALL = Filter(view="everything")


@dataclass(frozen=True, slots=True)
class PacketOrder:
    """Whom a packet takes along, and where it goes.

    ``ids`` name them one by one, else ``wanted`` chooses. Without ``private`` the notes and the
    contacts stay here. ``cost`` is that of a guess at the passphrase.
    """

    path: Path
    passphrase: str = field(repr=False)
    wanted: Filter = ALL
    ids: tuple[str, ...] | None = None
    private: bool = True
    cost: Cost = FULL_COST


@dataclass(frozen=True, slots=True)
class PacketMade:
    """A packet that was written and counted as print run number ``run``.

    ``elsewhere``: something copies the folder in which it lies to other machines.
    """

    run: int
    path: Path
    size: int
    contents: Contents
    elsewhere: Elsewhere | None = None


def contents(store: Store, order: PacketOrder, progress: Progress = silent) -> Contents:
    """What a packet would have in it. Writes nothing."""
    return _counted(store, _chosen(store, order), order, progress)


def _counted(store: Store, ids: list[str], order: PacketOrder, progress: Progress) -> Contents:
    total = Contents()
    for start in range(0, len(ids), _SOME):
        progress(start, len(ids), "counting")
        total += store.packets.contents(ids[start : start + _SOME], private=order.private)
    return total


def make_packet(store: Store, order: PacketOrder, progress: Progress = silent) -> PacketMade:
    """Seal businesses into a file for another laptop. It is counted as a print run first.

    UserError for a weak passphrase, nobody chosen, a path inside a directory, no room.
    """
    leaving.check_place(leaving.KINDS[LAYOUT], order.path)
    check_passphrase(order.passphrase)
    ids = _chosen(store, order)
    if not ids:
        raise UserError("Nobody is chosen for the packet.", "Choose other businesses.")
    packet_json.check_number(len(ids))
    entries = _entries(store, ids, order, progress)
    inside = _counted(store, ids, order, silent)
    outline = _outline(store, entries)
    _written(outline)  # who holds something that no packet takes is told before a number is taken

    def make(reserved: Reserved) -> leaving.Content:
        packet = replace(outline, number=reserved.number)
        progress(len(entries), len(entries), "sealing")
        data = packet_json.write(packet)
        sealed = packet_file.seal(data, order.passphrase, order.cost)
        progress(len(entries), len(entries), "writing")
        # one with the notes is whole by design; one without must have none
        return leaving.Content((sealed,), readable=() if order.private else (("json", data),))

    run = PlannedRun(
        layout=LAYOUT,
        entries=[
            (
                entry.code,
                {"name": entry.name, "packet": outline.id, "base": entry.base().plain()},
            )
            for entry in entries
        ],
        made_at=outline.made_at,
    )
    left = leaving.leave(store, run, order.path, make)
    size = len(left.content.parts[0])
    return PacketMade(left.number, order.path, size, inside, left.elsewhere)


def _outline(store: Store, entries: list[Entry]) -> Packet:
    """A packet that has no number yet."""
    withdrew, deleted = store.packets.gone()
    return Packet(
        id=secrets.token_hex(16),
        directory=store.packets.directory_id(),
        made_at=utc_now(),
        name=store.path.stem[:200],
        by=store.person[:200],
        number=store.runs.next_number(),
        entries=entries,
        withdrew=withdrew,
        deleted=deleted,
    )


def check_passphrase(passphrase: str) -> None:
    """UserError for a passphrase that is guessed too easily: a packet may be lost on its way."""
    folded = fold(passphrase)
    if len(folded) < 12 or strength(folded).score < 3:
        raise UserError(
            "This passphrase is guessed too easily.",
            "Take the six words that Puertas offers, or four or more random words of your own.",
        )


def open_packet(path: Path, passphrase: str) -> Packet:
    """What is in a packet file, every value looked at. UserError says what is wrong with it."""
    document = packet_file.load(path)
    return packet_json.read(packet_file.unseal(document, passphrase))


def say_another(review: Review, codes: Iterable[str]) -> None:
    """Let businesses in that a person knows to be others than who asked to be forgotten."""
    asked = {row.entry.code: row for row in review.rows if row.kind is RowKind.KNOWN and row.entry}
    for code in map(str.upper, codes):
        if code not in asked:
            raise UserError(
                f"The packet asks for nobody's word about “{code}”.",
                "Open it with --show; it names those of which it does.",
            )
        asked[code].choice = Choice.NEW
    review.recount_all()


def apply_packet(store: Store, review: Review, progress: Progress = silent) -> Applied:
    """Take in what was chosen: one transaction and one undo step."""
    return store.packets.apply(review.packet, review.rows, progress)


# -- making


def _chosen(store: Store, order: PacketOrder) -> list[str]:
    if order.ids is not None:
        return list(dict.fromkeys(order.ids))
    return [row.id for row in store.browser.rows(store.browser.row_ids(order.wanted))]


def _entries(store: Store, ids: list[str], order: PacketOrder, progress: Progress) -> list[Entry]:
    found: list[Entry] = []
    for start in range(0, len(ids), _SOME):
        progress(start, len(ids), "gathering")
        found += store.packets.entries(ids[start : start + _SOME])
    return [_cleared(entry, private=order.private) for entry in found]


def _cleared(entry: Entry, *, private: bool) -> Entry:
    """Without what stays here: words that are never kept, and what was not to go along."""
    entry = replace(
        entry,
        values=packet_json.without_controls(entry.values),
        contacts=packet_json.without_controls(entry.contacts),
        answers=packet_json.without_controls(entry.answers),
    )
    left = {line.unit for line in compare.held_words(entry)}
    units = [name for name in FREE_TEXTS if name in left]
    if not private:
        units += [name for name in PRIVATE if name not in units]
    contacts = [one for one in entry.contacts if f"contact:{one['id']}" not in left]
    if len(contacts) < len(entry.contacts):
        contacts = []
        units += ["contacts"] if "contacts" not in units else []
    blank = {column: "" for name in units if name in UNITS for column in UNITS[name]}
    return replace(
        entry,
        values=entry.values | blank,
        contacts=[] if "contacts" in units else contacts,
        without=tuple(units),
    )


def _written(packet: Packet) -> bytes:
    """The packet as bytes that are proven to be read again; else who is in the way."""
    data = packet_json.write(packet)
    try:
        packet_json.read(data)
    except UserError as error:
        for entry in packet.entries:
            try:
                packet_json.read(packet_json.write(replace(packet, entries=[entry])))
            except UserError:
                raise UserError(
                    f"“{entry.name}” ({entry.code}) holds something that no packet takes.",
                    "Open it, look at its hours, telephones and dates, and save it.",
                ) from error
        raise
    return data
