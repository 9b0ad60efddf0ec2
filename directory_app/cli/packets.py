"""Packets: one sealed file for another laptop of the coalition, and what came back in one."""

import getpass
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from directory_app import environment, tasks
from directory_app.cli.common import (
    NOT_KEPT,
    AsJson,
    Directory,
    answer,
    app,
    open_store,
    progress,
    tell,
    tell_elsewhere,
)
from directory_app.errors import UserError
from directory_app.model.ledger import Why
from directory_app.model.packet_review import settle
from directory_app.store import Filter
from directory_app.tasks import packets

if TYPE_CHECKING:
    from directory_app.model.compare import Line
    from directory_app.model.packet_review import Applied, Review, Row

#: Where the passphrase of a packet comes from; that of the directory never seals one.
SECRET = "PUERTAS_PACKET_PASSPHRASE"  # noqa: S105 - the name of a variable
_SIDES = ("theirs", "ours")
#: More values of one field than this are not told in a line.
_LONGEST = 60

packet = typer.Typer(
    name="packet",
    help="One sealed file of businesses for another laptop of the coalition, and back. Its "
    f"passphrase is its own: {SECRET}, or words that are made and told here.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.add_typer(packet)


@packet.command("make")
def make(
    directory: Directory,
    *,
    out: Annotated[
        Path, typer.Option(metavar="FILE", help=f"Where it goes; it ends in {packets.ENDING}.")
    ],
    search: Annotated[
        str, typer.Option(metavar="TEXT", help="Only what matches, as in list --search.")
    ] = "",
    codes: Annotated[
        list[str] | None,
        typer.Option("--code", metavar="CODE", help="One by one; may be repeated."),
    ] = None,
    without_private: Annotated[
        bool, typer.Option("--without-private", help="Leave private notes and contacts here.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Seal businesses into a file for another laptop. It counts as a print run."""
    given = environment.secret(SECRET)
    passphrase = given or packets.new_passphrase()
    with open_store(directory, write=True) as store:
        tasks.check_search(store, search)
        ids = tuple(str(store.businesses.get(code).business.id) for code in codes or ())
        wanted = Filter(text=search, view="everything")
        order = packets.PacketOrder(
            out, passphrase, wanted, ids or None, private=not without_private
        )
        made = packets.make_packet(store, order, progress())
    if out.suffix != packets.ENDING:
        tell(f"note: Puertas expects a packet to end in {packets.ENDING}, unlike “{out.name}”.")
    tell_elsewhere(made.elsewhere)
    tell("PRIVATE: for the other laptop of this coalition alone. Tell the passphrase by telephone.")
    record, told = _made(made)
    if not given:
        record["passphrase"] = passphrase
        told.append(f"passphrase: {passphrase}")
    answer(as_json, record, *told)


def _made(made: packets.PacketMade) -> tuple[dict[str, Any], list[str]]:
    inside = made.contents
    record: dict[str, Any] = {
        "run": made.run,
        "path": str(made.path),
        "bytes": made.size,
        "businesses": inside.businesses,
        "phones": inside.phones,
        "confidential_phones": inside.confidential,
        "contacts": inside.contacts,
        "notes": inside.notes,
        "answers": inside.answers,
        "texts_left_out": inside.words,
    }
    told = [
        f"Run {made.run}: {_many(inside.businesses, 'business', 'businesses')} in {made.path}",
        f"in it: {inside.phones} telephones ({inside.confidential} confidential), "
        f"{inside.contacts} contacts, {inside.notes} private notes, {inside.answers} answers",
    ]
    if inside.words:
        told.append(f"left out: {_many(inside.words, 'text', 'texts')} with words we do not keep")
    return record, told


@packet.command("open")
def open_(
    directory: Directory,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The packet.", show_default=False)],
    *,
    show: Annotated[bool, typer.Option("--show", help="Only tell; this is the default.")] = False,
    apply_safe: Annotated[
        bool,
        typer.Option("--apply-safe", help="Take in what is no conflict; conflicts stay ours."),
    ] = False,
    take: Annotated[
        str,
        typer.Option(metavar="SIDE", help="Take all in, conflicts from one side: theirs or ours."),
    ] = "",
    another: Annotated[
        list[str] | None,
        typer.Option(
            metavar="CODE",
            help="This one of the packet is another business than the one like it that asked to"
            " be forgotten; may be given again.",
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Tell what a packet would change, or take it in as one step. A no always wins."""
    if take and take not in _SIDES:
        raise UserError(f"--take does not know “{take}”.", f"It knows {', '.join(_SIDES)}.")
    applies = bool(apply_safe or take)
    if show and applies:
        raise UserError("--show changes nothing, the other option does.", "Say one of them.")
    found = packets.open_packet(file, _secret())
    with open_store(directory, write=applies) as store:
        review = packets.look_over(store, found, progress())
        packets.say_another(review, another or ())
        if take:
            settle(review.rows, theirs=take == "theirs")
            review.recount_all()
        done = packets.apply_packet(store, review, progress()) if applies else None
    answer(as_json, _record(review, done), *_lines(review, done))


def _secret() -> str:
    given = environment.secret(SECRET)
    if given:
        return given
    if not sys.stdin.isatty():
        raise UserError("A packet opens with its own passphrase.", f"Set {SECRET}.")
    return getpass.getpass("Passphrase of the packet: ")


def _record(review: "Review", done: "Applied | None") -> dict[str, Any]:
    counts = review.counts()
    record: dict[str, Any] = {
        "from": review.packet.by or review.packet.name,
        "made_at": review.packet.made_at.isoformat(),
        "number": review.packet.number,
        "same": review.same,
        "older": review.older,
        "changes": counts["changes"],
        "conflicts": counts["conflicts"],
        "businesses": [_row(row) for row in review.rows],
        "applied": None,
    }
    if done is not None:
        record["applied"] = {
            "added": done.added,
            "changed": done.changed,
            "refusals": done.refused,
            "withdrew": len(done.withdrew),
            "archived": done.archived,
            "left": done.left,
            "changed_meanwhile": done.late,
            "like_forgotten": done.known,
            "answers_not_kept": [
                {"name": name, "channel": channel, "why": why}
                for name, channel, why in done.kept_out
            ],
        }
    return record


def _row(row: "Row") -> dict[str, Any]:
    return {
        "kind": row.kind.value,
        "code": row.code or (row.entry.code if row.entry else ""),
        "name": row.name,
        "choice": row.choice.value,
        "differs": [
            {
                "field": line.unit,
                "kind": line.kind.value,
                "ours": _value(line.ours),
                "theirs": _value(line.theirs),
                "take": line.take,
                "fixed": line.fixed,
                "why": line.why,
            }
            for line in (*row.lines, *row.held)
            if not line.unit.startswith("contact:")
        ],
    }


def _lines(review: "Review", done: "Applied | None") -> list[str]:
    packet = review.packet
    who = packet.by or packet.name
    counts = review.counts()
    told = [
        f"Packet {packet.number} from {who}, {packet.made_at:%Y-%m-%d}: "
        f"{_many(review.same + len(review.rows), 'business', 'businesses')}, {review.same} the same"
    ]
    if review.older:
        told.append(
            f"older than a packet that was taken in already: {review.older} stay as they are"
        )
    for row in review.rows:
        told += _told(row)
    if done is None:
        told.append(
            f"{_many(counts['changes'], 'change', 'changes')}, "
            f"{_many(counts['conflicts'], 'conflict', 'conflicts')}. Nothing was written."
        )
        return told
    told.append(
        f"Taken in: {done.added} added, {done.changed} changed, {done.refused} refusals, "
        f"{len(done.withdrew)} withdrew, {done.archived} archived, {done.left} left"
    )
    if done.known:
        told.append(
            "left as they are, because they would be like one that asked to be forgotten: "
            f"{done.known}"
        )
    told += [f"{name}, {channel}: {NOT_KEPT[Why(why)]}" for name, channel, why in done.kept_out]
    if done.late:
        told.append(f"left as they are, because they changed meanwhile: {done.late}")
    return told


_WORDS = {
    "new": "new",
    "changed": "differs",
    "like": "looks like one that is here",
    "merged": "was merged; its refusals hold",
    "withdrew": "withdrew there: used no more here, and archived; forget it with “withdraw”",
    "gone": "was deleted there; it stays here",
    "blocked": "withdrew here; it does not come back",
    "known": "may be one that asked here to be forgotten; if it is another one: --another CODE",
    "deleted": "was deleted here; it does not come back",
    "same": "same",
}


def _told(row: "Row") -> list[str]:
    code = row.code or (row.entry.code if row.entry else "")
    told = [f"{code} {row.name}: {_WORDS[row.kind.value]}"]
    return told + [
        f"  {line.unit}: {_value(line.ours) or 'nothing'} -> {_value(line.theirs) or 'nothing'} "
        f"({_fate(line)})"
        for line in (*row.lines, *row.held)
        if not line.unit.startswith("contact:") and (row.compared or line in row.held)
    ]


def _fate(line: "Line") -> str:
    if line.kind.value == "held" and not line.take:
        return "held back: words we do not keep"
    if line.take is None:
        return "CONFLICT"
    return "theirs" if line.take else "ours"


def _value(unit: dict[str, Any] | None) -> str:
    """What a unit says, in a line."""
    if not unit:
        return ""
    if "answer" in unit:
        parts: list[Any] = [unit["answer"], unit.get("date"), unit.get("asked_by")]
    elif "number" in unit:
        parts = [unit["number"], unit["extension"], "confidential" if unit["confidential"] else ""]
    else:
        parts = list(unit.values())
    words = [", ".join(part) if isinstance(part, list) else str(part) for part in parts if part]
    text = ", ".join(words).replace("\n", " ")
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _many(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"
