"""What a person decides about a cell that was stopped: forget it, or it was about the food."""

from directory_app.model import fields
from directory_app.model.draft import Draft

#: Fields that hold words; what was meant for any other goes to the private note.
_TEXTS = frozenset((*fields.FREE, "address_1", "city", "county")) - {"name"}


def keep(draft: Draft, field: str) -> None:
    """Put a stopped cell back into its field, for a person who read it and says it is harmless.

    A note is added to what the note holds already. The problem goes with it.
    """
    text = draft.stopped.pop(field, "")
    if not text:
        return
    draft.let_in.add(text)
    target = field if field in _TEXTS else "note"
    had = str(draft.values.get(target, ""))
    draft.values[target] = f"{had}\n{text}" if had and target == "note" else text
    _settle(draft, field)


def drop(draft: Draft, field: str) -> None:
    """Forget a stopped cell for good. The row stays without it."""
    draft.stopped.pop(field, None)
    _settle(draft, field)


def _settle(draft: Draft, field: str) -> None:
    draft.problems = [
        one for one in draft.problems if (one.code, one.field) != ("never_collect", field)
    ]
