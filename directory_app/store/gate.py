"""The last look before a page is made: who may not be on it any more."""

from collections.abc import Iterable

from sqlalchemy import Connection

from directory_app.errors import UserError
from directory_app.model.listing import LeftOut, LeftOutReason
from directory_app.model.live import Days
from directory_app.model.recall import PRIVATE_LAYOUTS
from directory_app.model.terms import Channel
from directory_app.store import listings, print_runs
from directory_app.store.dossier import rows_by
from directory_app.store.tables import BUSINESS

#: So many are told by name.
_NAMED = 12


def refuse_reprint(connection: Connection, number: int, days: Days) -> None:
    """UserError, with names, where a run names anybody who may not be printed any more.

    What stays inside the coalition asks nobody.
    """
    layouts = {run.number: run.layout for run in print_runs.runs(connection)}
    if layouts.get(number) in PRIVATE_LAYOUTS:
        return
    entries = print_runs.entries(connection, number)
    fallen = fallen_away(connection, Channel.PRINT, days, [one.code for one in entries if one.code])
    names = [one.name or one.code for one in fallen]
    names += [str(one.printed.get("name") or "—") for one in entries if not one.code]
    if names:
        told = ", ".join(names[:_NAMED]) + ("…" if len(names) > _NAMED else "")
        raise UserError(
            f"These may not be printed any more: {told}.",
            "Make the guide again: it takes a new number, without them. Call back this one.",
        )


def fallen_away(
    connection: Connection, channel: str, days: Days, codes: Iterable[str]
) -> list[LeftOut]:
    """Which of these codes a channel may not show on a day, in their order, and why."""
    wanted = list(dict.fromkeys(codes))
    there = {row["code"] for row in rows_by(connection, BUSINESS, "code", wanted)}
    why = {one.code: one for one in listings.left_out(connection, channel, days)}
    why |= {
        code: LeftOut(code, "", LeftOutReason.WITHDRAWN) for code in wanted if code not in there
    }
    return [why[code] for code in wanted if code in why]
