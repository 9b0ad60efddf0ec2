"""What a step would bring back of businesses that asked to be forgotten, looked at as it ends.

Every change goes through a Step, so every way of adding is asked here, also one that is written
later: it has to say of a row that a person said that it is another one, or the step fails whole.
"""

from collections.abc import Iterable

from sqlalchemy import Connection

from directory_app.model import known_again
from directory_app.model.known_again import Trait
from directory_app.model.terms import Match
from directory_app.store.tombstones import Tombstones

#: The fields of a business by which it is known again.
TRAITS = frozenset(("name", "address_1", "city"))
#: The fact in a history that a person said that it is another one, with who was forgotten.
ANOTHER = "another_one"


class Newcomers:
    """The businesses that a step adds, or that become known by something else in it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._stones: Tombstones | None = None
        #: What each was known by before this step.
        self._before: dict[str, frozenset[Trait]] = {}

    @property
    def stones(self) -> Tombstones:
        """The stones, read when they are first needed."""
        if self._stones is None:
            self._stones = Tombstones(self._connection)
        return self._stones

    def adds(self, ids: Iterable[str]) -> None:
        """Businesses that are new."""
        for one in ids:
            self._before.setdefault(one, frozenset())

    def touches(self, ids: Iterable[str]) -> None:
        """Businesses of which something by which they are known is about to change."""
        if self.stones.any:
            fresh = [one for one in dict.fromkeys(ids) if one not in self._before]
            self._before |= {
                one: known for one, (_, known) in self.stones.known_here(fresh).items()
            }

    def found(self) -> dict[str, tuple[str, Match]]:
        """Name and what is to be done, by id: of those that are known again by something new."""
        if not self._before or not self.stones.any:
            return {}
        return {
            one: (name, known_again.match(known))
            for one, (name, known) in self.stones.known_here(self._before).items()
            if known - self._before[one] and known_again.match(known) is not Match.NONE
        }
