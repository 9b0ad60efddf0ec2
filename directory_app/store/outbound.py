"""What left this laptop, and what came back: requests to services, and their answers kept.

Neither is an undo step. A request is written down before it is sent, so that nothing leaves
without a trace even if the program dies. Both go with the business (``forget``).
"""

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select, update

from directory_app.model.columns import utc_now
from directory_app.model.ids import new_id
from directory_app.model.keeping import OutboundRequest
from directory_app.store.database import Database
from directory_app.store.dossier import make
from directory_app.store.keeping import put
from directory_app.store.tables import GEOCODE_CACHE, OUTBOUND_REQUEST

#: The outcome of a request of which nothing more is known: the program ended meanwhile.
SENT = "sent"


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """What a service answered for an address, and when. ``answer`` is a JSON object.

    The asker puts in what it likes, and under ``sent`` what left the laptop for it.
    """

    answer: str
    at: dt.datetime


def kept_answer(connection: Connection, query: str, source: str) -> KeptAnswer | None:
    """What this service answered for this normalised address."""
    cache = GEOCODE_CACHE.c
    wanted = select(cache.answer, cache.at).where(cache.query == query, cache.source == source)
    row = connection.execute(wanted).first()
    return KeptAnswer(row[0], row[1]) if row else None


def keep_answer(connection: Connection, query: str, source: str, answer: str) -> None:
    """Keep an answer, with the time."""
    put(
        connection,
        GEOCODE_CACHE,
        {"query": query, "source": source},
        {"answer": answer, "at": utc_now()},
    )


def note_request(connection: Connection, business_id: str | None, service: str, sent: str) -> str:
    """Write down what is about to leave; the id of the row."""
    made = new_id()
    row = {"id": made, "business_id": business_id, "service": service, "sent": sent}
    connection.execute(insert(OUTBOUND_REQUEST).values(**row, at=utc_now(), outcome=SENT))
    return made


def end_request(connection: Connection, request_id: str, outcome: str) -> None:
    """Say how a request ended."""
    row = OUTBOUND_REQUEST.c.id == request_id
    connection.execute(update(OUTBOUND_REQUEST).where(row).values(outcome=outcome))


def requests(connection: Connection, business_id: str | None = None) -> list[OutboundRequest]:
    """What left, the newest first; of one business or of all."""
    wanted = select(OUTBOUND_REQUEST).order_by(OUTBOUND_REQUEST.c.at.desc(), OUTBOUND_REQUEST.c.id)
    if business_id is not None:
        wanted = wanted.where(OUTBOUND_REQUEST.c.business_id == business_id)
    rows = connection.execute(wanted).mappings()
    return [make(OutboundRequest, dict(row)) for row in rows]


def forget(connection: Connection, business_ids: Iterable[str]) -> int:
    """Erase what was sent for these businesses, and what came back; how many requests.

    An answer is known by the text that was sent for it. A neighbour at the same address is
    asked about anew, if need be.
    """
    ids = list(business_ids)
    outbound, cache = OUTBOUND_REQUEST.c, GEOCODE_CACHE.c
    mine = outbound.business_id.in_(ids)
    sent = set(connection.execute(select(outbound.sent).where(mine)).scalars())
    kept = connection.execute(select(cache.query, cache.source, cache.answer)).all()
    for query, source, answer in kept if sent else ():
        if json.loads(answer).get("sent") in sent:
            here = (cache.query == query, cache.source == source)
            connection.execute(delete(GEOCODE_CACHE).where(*here))
    gone = connection.execute(delete(OUTBOUND_REQUEST).where(mine))
    return int(gone.rowcount)


class Requests:
    """What left this laptop for a service, and the answers that were kept."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def answer(self, query: str, source: str) -> "KeptAnswer | None":
        """What this service answered for this normalised address, if it was ever asked."""
        with self._db.read() as connection:
            return kept_answer(connection, query, source)

    def keep_answer(self, query: str, source: str, answer: str) -> None:
        """Keep what a service answered, so that it is never asked that again."""
        with self._db.write() as connection:
            keep_answer(connection, query, source, answer)

    def begin(self, business_id: str | None, service: str, sent: str) -> str:
        """Write down what is about to leave this laptop; the id for ``end``."""
        self._db.refuse_on_hold()
        with self._db.write() as connection:
            return note_request(connection, business_id, service, sent)

    def end(self, request_id: str, outcome: str) -> None:
        """Say how a request ended."""
        with self._db.write() as connection:
            end_request(connection, request_id, outcome)

    def all(self, business_id: str | None = None) -> list[OutboundRequest]:
        """What left this laptop, the newest first; of one business, or of all."""
        with self._db.read() as connection:
            return requests(connection, business_id)

    def forget(self, business_ids: Iterable[str]) -> int:
        """Erase what was sent for these businesses and what came back; how many requests."""
        with self._db.write() as connection:
            return forget(connection, business_ids)
