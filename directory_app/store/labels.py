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
    "call": "Call to {}",
    "sheet": "Visit sheet of {}",
    "packet": "Packet from {}",
    "revert": "Undo of “{}”",
    "refused_since": "Said who refused since the backup of {}",
    "nobody_refused_since": "Said that nobody refused since the backup of {}",
}
#: Kinds that may be of several businesses: then their name is a number, never 1.
COUNTED = ("edit", "delete", "approve", "archive")
#: A step that takes one earlier step back is called after it: "edit:Taquería El Nopal".
_BETWEEN = ":"


class StepLabel(str):
    """What a step did, in English, with its ``kind`` and ``name`` (or count) to translate."""

    __slots__ = ("kind", "name")

    kind: str
    name: str

    def __new__(cls, kind: str, name: str) -> "StepLabel":
        """Word a step."""
        told = str(cls(*name.split(_BETWEEN, 1))) if is_of_step(kind, name) else name
        if kind in COUNTED and is_number(name):
            told = f"{name} businesses"
        label = super().__new__(cls, _WORDS.get(kind, "{}").format(told).strip())
        label.kind, label.name = kind, name
        return label

    @property
    def as_name(self) -> str:
        """What a step that takes this one back is called after; ``taken_back`` reads it."""
        return f"{self.kind}{_BETWEEN}{self.name}"

    def taken_back(self) -> "StepLabel | None":
        """The step that a "revert" took back; None for other steps."""
        if not is_of_step(self.kind, self.name):
            return None
        return StepLabel(*self.name.split(_BETWEEN, 1))


def step_name(name: str) -> str:
    """What a step about one business is called after; one whose name is a number gets quotes."""
    return f"“{name}”" if is_number(name) else name


def is_number(name: str) -> bool:
    """Whether a step is called after how many there were."""
    return name.isdecimal() and name.isascii()


def is_of_step(kind: str, name: str) -> bool:
    """Whether a step is called after another one."""
    return kind == "revert" and _BETWEEN in name


def next_step_sql(*, back: bool) -> str:
    """The query for (id, kind, label) of the step that undo (``back``) or redo would take."""
    order = "DESC" if back else "ASC"
    undone = 0 if back else 1
    return (
        f"SELECT id, kind, label FROM action WHERE undone = {undone} AND undoable = 1"  # noqa: S608
        f" ORDER BY id {order} LIMIT 1"
    )
