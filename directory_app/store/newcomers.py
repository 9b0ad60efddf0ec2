"""Whom a step brings back: who asked to be forgotten, and who refused in an entry that is gone.

Every change goes through a Step, so every way of adding is asked here, also one that is written
later: it has to say of a row that a person said that it is another one, or the step fails whole.
What was refused in an entry that was deleted is held for the one that is like it now.
"""

from collections.abc import Iterable

from sqlalchemy import Connection

from directory_app.model import known_again
from directory_app.model.ledger import State
from directory_app.model.terms import Match
from directory_app.store.gone import GoneRefusals
from directory_app.store.tombstones import Sketch, Tombstones, sketches

#: The fields of a business by which it is known again.
TRAITS = frozenset(("name", "address_1", "city"))


class Newcomers:
    """The businesses that a step adds, or that become known by something else in it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._stones: Tombstones | None = None
        self._refused: GoneRefusals | None = None
        #: What each could be known by before this step; None: it was not here.
        self._before: dict[str, Sketch | None] = {}

    @property
    def stones(self) -> Tombstones:
        """The stones, read when they are first needed."""
        if self._stones is None:
            self._stones = Tombstones(self._connection)
        return self._stones

    @property
    def gone(self) -> GoneRefusals:
        """What was refused in entries that were gone before this step, read when first needed."""
        if self._refused is None:
            self._refused = GoneRefusals(self._connection)
        return self._refused

    def adds(self, ids: Iterable[str]) -> None:
        """Businesses that are new."""
        for one in ids:
            self._before.setdefault(one, None)

    def touches(self, ids: Iterable[str]) -> None:
        """Businesses of which something by which they are known is about to change."""
        fresh = [one for one in dict.fromkeys(ids) if one not in self._before]
        if fresh and (self.stones.any or self.gone.any):
            self._before |= sketches(self._connection, fresh)

    def found(self) -> dict[str, tuple[str, Match]]:
        """Name and what is to be done, by id: of those that are known again by something new."""
        if not self._before or not self.stones.any:
            return {}
        found: dict[str, tuple[str, Match]] = {}
        for one, (name, known) in self.stones.known_here(self._before).items():
            match = known_again.match(known)
            had = self._before[one]
            if match is not Match.NONE and known - (self.stones.known_of(had) if had else set()):
                found[one] = name, match
        return found

    def refused(self) -> dict[str, list[State]]:
        """What is held against each, by id: of those that are now like one that is gone.

        Who was like it before keeps what a person heard since (tests/importing/
        test_gone_refusals.py).
        """
        if not self._before or not self.gone.any:
            return {}
        found = {}
        for one, now in sketches(self._connection, self._before).items():
            had = self._before[one]
            fresh = self.gone.known(now) - (self.gone.known(had) if had else set())
            if fresh:
                found[one] = self.gone.states_of(fresh)
        return found
