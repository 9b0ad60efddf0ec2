"""What the page of the history asks of the Store, in its thread. No widgets in here."""

from dataclasses import dataclass, field

from directory_app.store import Store
from directory_app.store.history import HistoryChange


@dataclass(frozen=True, slots=True)
class Changes:
    """The first of so many changes; ``names`` of whom they are, by id, where of several."""

    total: int = 0
    first: tuple[HistoryChange, ...] = ()
    names: dict[str, str] = field(default_factory=dict)

    def of(self, one: HistoryChange) -> str:
        """Of whom a change is, "" where all are of one."""
        return self.names.get(owner_of(one), "")


def owner_of(one: HistoryChange) -> str:
    """The id of the business or event that a change is of, or belongs to."""
    return one.row.partition("/")[0]


def changes(store: Store, action_id: int, owner: str = "") -> Changes:
    """What a step changed, of one business (``owner``) or of all."""
    total, found = store.history.changes(action_id, owner)
    owners = {owner_of(one) for one in found}
    names = _names(store, found, owners) if len(owners) > 1 else {}
    return Changes(total, tuple(found), names)


def _names(store: Store, found: list[HistoryChange], owners: set[str]) -> dict[str, str]:
    """As they are called now; who came or went with this step, as they were called in it."""
    names = {}
    for one in found:
        whole = one.before or one.after
        if not one.field and isinstance(whole, dict) and one.table in ("business", "event"):
            names[one.row] = whole.get("name") or whole.get("name_en") or whole.get("name_es", "")
    return names | {row.id: row.name for row in store.businesses.rows(sorted(owners))}
