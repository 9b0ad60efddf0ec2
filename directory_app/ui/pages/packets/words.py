"""What a packet says, in the language of the window: kinds, choices, reasons."""

from PySide6.QtCore import QCoreApplication

from directory_app.model.compare import Line
from directory_app.model.packet_review import Choice, Row, RowKind
from directory_app.ui.parts import field_words
from directory_app.ui.plurals import count

translate = QCoreApplication.translate

ICONS = {
    RowKind.NEW: "plus-circle",
    RowKind.CHANGED: "pencil-simple-line",
    RowKind.LIKE: "copy-simple",
    RowKind.MERGED: "hand-palm",
    RowKind.WITHDREW: "hand-palm",
    RowKind.GONE: "trash",
    RowKind.KNOWN: "question",
    RowKind.BLOCKED: "prohibit",
    RowKind.DELETED: "prohibit",
    RowKind.SAME: "check",
}
#: Ground and ink of a row's chip.
ROLES: dict[RowKind, tuple[str | None, str]] = {
    RowKind.NEW: (None, "ink"),
    RowKind.CHANGED: ("accent-tint", "accent-text"),
    RowKind.LIKE: ("warn-tint", "warn"),
    RowKind.MERGED: ("danger-tint", "danger"),
    RowKind.WITHDREW: ("danger-tint", "danger"),
    RowKind.GONE: ("selection-inactive", "ink-soft"),
    RowKind.KNOWN: ("warn-tint", "warn"),
    RowKind.BLOCKED: ("selection-inactive", "ink-soft"),
    RowKind.DELETED: ("selection-inactive", "ink-soft"),
    RowKind.SAME: (None, "ink-soft"),
}


def kind(row: Row) -> str:
    """What a packet says of a business, in a word or two."""
    return {
        RowKind.NEW: translate("Packets", "New"),
        RowKind.CHANGED: translate("Packets", "Differs"),
        RowKind.LIKE: translate("Packets", "Looks like"),
        RowKind.MERGED: translate("Packets", "Said no"),
        RowKind.WITHDREW: translate("Packets", "Withdrew"),
        RowKind.GONE: translate("Packets", "Deleted there"),
        RowKind.KNOWN: translate("Packets", "Another one?"),
        RowKind.BLOCKED: translate("Packets", "Stays out"),
        RowKind.DELETED: translate("Packets", "Stays out"),
        RowKind.SAME: translate("Packets", "Same"),
    }[row.kind]


def sentence(row: Row) -> str:
    """What that means, for the pane and a screen reader."""
    return {
        RowKind.NEW: translate("Packets", "It is not in this directory yet."),
        RowKind.CHANGED: translate("Packets", "It is in both directories."),
        RowKind.LIKE: translate(
            "Packets", "It may be one that is here already. Is it the same business?"
        ),
        RowKind.MERGED: translate(
            "Packets", "It was merged with another. What its owner refused holds here, too."
        ),
        RowKind.WITHDREW: translate(
            "Packets",
            "Its owner withdrew on the other laptop. It is used no more here, and archived. "
            "To forget it for good, open it afterwards and choose “They withdrew…”.",
        ),
        RowKind.GONE: translate(
            "Packets",
            "Somebody deleted it on the other laptop. It stays here unless you archive it.",
        ),
        RowKind.KNOWN: translate(
            "Packets",
            "A business like this one asked to be forgotten here. It stays out, unless you know "
            "that it is another one.",
        ),
        RowKind.BLOCKED: translate("Packets", "Its owner withdrew here. No packet brings it back."),
        RowKind.DELETED: translate("Packets", "It was deleted here. No packet brings it back."),
        RowKind.SAME: "",
    }[row.kind]


def choice(of: Choice) -> str:
    """What can be chosen for a business as a whole."""
    return {
        Choice.TAKE: translate("Packets", "Bring it in"),
        Choice.LEAVE: translate("Packets", "Leave it"),
        Choice.SAME: translate("Packets", "The same"),
        Choice.NEW: translate("Packets", "Another one"),
        Choice.ARCHIVE: translate("Packets", "Archive it"),
        Choice.UNDECIDED: translate("Packets", "Not yet"),
    }[of]


def differs(row: Row) -> str:
    """Which fields the packet would change, in a line: "Name, Hours"."""
    if row.kind is RowKind.LIKE and row.choice is Choice.UNDECIDED:
        return f"{row.code} {row.name}"
    shown = (
        [line for line in row.lines if line.take is not False or line.open] if row.compared else []
    )
    names = list(
        dict.fromkeys(field_words.name(line.unit) for line in shown if line.why != "with_address")
    )
    if row.added:
        return town(row)
    if row.kind in (RowKind.WITHDREW, RowKind.BLOCKED, RowKind.DELETED, RowKind.GONE):
        return ""
    return ", ".join(names) or translate("Packets", "Nothing is taken")


def town(row: Row) -> str:
    """Where a business is."""
    return "" if row.entry is None else str(row.entry.values["city"])


def to_choose(number: int) -> str:
    """How many choices are open."""
    return count(
        number,
        translate("Packets", "{n} to choose", "one"),
        translate("Packets", "{n} to choose"),
    )


def why(line: Line) -> str:
    """Why a line has no choice, or what to mind in choosing."""
    return {
        "no": translate("Packets", "A no always wins."),
        "taken_back": translate("Packets", "A yes was taken back: that wins."),
        "hidden": translate("Packets", "What hides more wins."),
        "home": translate("Packets", "A home keeps its town only."),
        "hand_pin": translate("Packets", "The pin here was placed by hand."),
        "with_address": translate("Packets", "The pin goes with the address."),
        "words": translate("Packets", "It may say something that we do not keep."),
    }.get(line.why, "")
