"""The words of an undo step. Standard library only, so that a window can read them at start."""

#: The English words of each kind of step; the window has its own, by StepLabel.kind.
_WORDS = {
    "add": "Add {}",
    "edit": "Edit {}",
    "delete": "Delete {}",
    "merge": "Merge into {}",
    "import": "Import {} businesses",
    "consent": "Record the answer of {}",
    "place": "Move the pin of {}",
    "place_many": "Place {} businesses",
    "approve": "Approve {}",
    "archive": "Archive {}",
    "not_duplicate": "Keep apart {}",
    "event_add": "Add the event {}",
    "event_edit": "Edit the event {}",
    "event_delete": "Delete the event {}",
    "event_entry": "Choose for the event {}",
    "event_order": "Put in order for the event {}",
}


class StepLabel(str):
    """What a step did, in English, with its ``kind`` and ``name`` (or count) to translate."""

    __slots__ = ("kind", "name")

    kind: str
    name: str

    def __new__(cls, kind: str, name: str) -> "StepLabel":
        """Word a step."""
        label = super().__new__(cls, _WORDS.get(kind, "{}").format(name).strip())
        label.kind, label.name = kind, name
        return label


def next_step_sql(*, back: bool) -> str:
    """The query for (id, kind, label) of the step that undo (``back``) or redo would take."""
    order = "DESC" if back else "ASC"
    undone = 0 if back else 1
    return (
        f"SELECT id, kind, label FROM action WHERE undone = {undone} AND undoable = 1"  # noqa: S608
        f" ORDER BY id {order} LIMIT 1"
    )
