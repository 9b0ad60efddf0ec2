"""The businesses of the rows above and below, read before the arrow keys come to them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from directory_app.ui.session import Session

if TYPE_CHECKING:
    from directory_app.store.dossier import Dossier
    from directory_app.store.store import Store

#: A business and what was typed of it and not applied yet.
Found = tuple["Dossier", dict[str, Any] | None]


class ReadAhead(QObject):
    """Holds only what ``want`` asked for last, and nothing once the directory has changed."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._found: dict[str, Found] = {}
        self._wanted: frozenset[str] = frozenset()
        self._turn = 0
        session.changed.connect(self._read_again)

    def _read_again(self) -> None:
        """What was read may be another now; what is under way is not taken either."""
        self._found.clear()
        self._turn += 1
        self.want(self._wanted)

    def take(self, business_id: str) -> Found | None:
        """What was read of a business; it is handed out once."""
        return self._found.pop(business_id, None)

    def want(self, ids: Iterable[str]) -> None:
        """Read these, after all that is being saved."""
        self._wanted = frozenset(ids)
        self._found = {one: self._found[one] for one in self._wanted & self._found.keys()}
        missing = sorted(self._wanted - self._found.keys())
        if not missing:
            return
        turn = self._turn
        self._session.read(
            lambda store: read(store, missing),
            lambda found: self._arrived(turn, found),
            failed=lambda _error: None,  # it is read when it is shown, and told then
        )

    def _arrived(self, turn: int, found: list[Found]) -> None:
        if turn == self._turn:
            by_id = {one[0].business.id: one for one in found}
            self._found |= {own: by_id[own] for own in self._wanted & by_id.keys()}


def read(store: "Store", ids: Iterable[str]) -> list[Found]:
    """Businesses with what was typed of them; UserError if one is gone."""
    return [(store.businesses.get(one), store.drafts.get(one)) for one in ids]
