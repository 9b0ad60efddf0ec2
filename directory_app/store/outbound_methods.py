"""The methods of Store about what left this laptop and what came back; see outbound.py."""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from directory_app.store.core import StoreCore

if TYPE_CHECKING:
    from directory_app.model.forbidden import Forbidden
    from directory_app.model.geo import Position
    from directory_app.model.keeping import OutboundRequest
    from directory_app.store.outbound import KeptAnswer


class OutboundMethods(StoreCore):
    """The methods of Store about what leaves and what came back."""

    def kept_answer(self, query: str, source: str) -> "KeptAnswer | None":
        """What this service answered for this normalised address, if it was ever asked."""
        from directory_app.store import outbound

        with self._read() as connection:
            return outbound.kept_answer(connection, query, source)

    def keep_answer(self, query: str, source: str, answer: str) -> None:
        """Keep what a service answered, so that it is never asked that again."""
        from directory_app.store import outbound

        with self._write() as connection:
            outbound.keep_answer(connection, query, source, answer)

    def note_request(self, business_id: str | None, service: str, sent: str) -> str:
        """Write down what is about to leave this laptop; the id for ``end_request``."""
        from directory_app.store import outbound

        self.refuse_on_hold()
        with self._write() as connection:
            return outbound.note_request(connection, business_id, service, sent)

    def end_request(self, request_id: str, outcome: str) -> None:
        """Say how a request ended."""
        from directory_app.store import outbound

        with self._write() as connection:
            outbound.end_request(connection, request_id, outcome)

    def requests(self, business_id: str | None = None) -> "list[OutboundRequest]":
        """What left this laptop, the newest first; of one business, or of all."""
        from directory_app.store import outbound

        with self._read() as connection:
            return outbound.requests(connection, business_id)

    def forget_requests(self, business_ids: Iterable[str]) -> int:
        """Erase what was sent for these businesses and what came back; how many requests."""
        from directory_app.store import outbound

        with self._write() as connection:
            return outbound.forget(connection, business_ids)

    def forbidden(
        self,
        channel: str,
        on: dt.date,
        town_point: "Callable[[str, str], Position | None] | None" = None,
    ) -> "Forbidden":
        """What must not be in a thing for a channel that is made for a day; "" is staff's own.

        A day that is past counts as today, as for ``listings``.
        """
        from directory_app.store import forbidden

        days = self.clock.days(on)
        with self._read() as connection:
            if not channel:
                return forbidden.private(connection, days)
            return forbidden.public(connection, channel, days, town_point)
