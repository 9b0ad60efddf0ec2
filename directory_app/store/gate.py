"""The last look before a page is made: who may not be on it any more."""

from collections.abc import Iterable

from sqlalchemy import Connection

from directory_app.model.listing import LeftOut, LeftOutReason
from directory_app.model.live import Days
from directory_app.store import listings
from directory_app.store.dossier import rows_by
from directory_app.store.tables import BUSINESS


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
