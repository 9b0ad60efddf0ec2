"""What an undo step is called, in the language of the window."""

from typing import Any

from PySide6.QtCore import QCoreApplication

from directory_app.store.labels import COUNTED, is_number
from directory_app.ui.plurals import count


def words(label: Any) -> str:
    """The step as a phrase: "Edit Taquería El Nopal". "" for none.

    ``label`` is a StepLabel: text that is a name or a number, with the kind of the deed.
    """
    if label is None:
        return ""
    kind, name = getattr(label, "kind", ""), str(getattr(label, "name", label))
    taken_back = label.taken_back() if kind == "revert" else None
    if taken_back is not None:
        name = words(taken_back)
    if kind in (*COUNTED, "import", "place_many") and is_number(name):
        return _counted(kind, int(name))
    pattern = _patterns().get(kind)
    return pattern.replace("%1", name) if pattern else name


def _counted(kind: str, many: int) -> str:
    translate = QCoreApplication.translate
    one, several = {
        "edit": (
            translate("Steps", "Edit one business"),
            translate("Steps", "Edit {n} businesses"),
        ),
        "delete": (
            translate("Steps", "Delete one business"),
            translate("Steps", "Delete {n} businesses"),
        ),
        "archive": (
            translate("Steps", "Archive one business"),
            translate("Steps", "Archive {n} businesses"),
        ),
        "approve": (
            translate("Steps", "Approve one business"),
            translate("Steps", "Approve {n} businesses"),
        ),
        "import": (
            translate("Steps", "Import of one business"),
            translate("Steps", "Import of {n} businesses"),
        ),
        "place_many": (translate("Steps", "One pin placed"), translate("Steps", "{n} pins placed")),
    }[kind]
    return count(many, one, several)


def _patterns() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "add": translate("Steps", "Add %1"),
        "edit": translate("Steps", "Edit %1"),
        "consent": translate("Steps", "Answers of %1"),
        "delete": translate("Steps", "Delete %1"),
        "archive": translate("Steps", "Archive %1"),
        "approve": translate("Steps", "Approve %1"),
        "merge": translate("Steps", "Merge into %1"),
        "not_duplicate": translate("Steps", "Not a duplicate: %1"),
        "import": translate("Steps", "Import a list"),
        "place": translate("Steps", "Pin of %1"),
        "event_add": translate("Steps", "Add the event %1"),
        "event_edit": translate("Steps", "Edit the event %1"),
        "event_delete": translate("Steps", "Delete the event %1"),
        "event_entry": translate("Steps", "Choice for %1"),
        "event_order": translate("Steps", "Order for %1"),
        "call": translate("Steps", "Call to %1"),
        "sheet": translate("Steps", "Visit sheet of %1"),
        "packet": translate("Steps", "Packet from %1"),
        "revert": translate("Steps", "Undo of “%1”"),
        "refused_since": translate("Steps", "Told who refused since the backup of %1"),
        "nobody_refused_since": translate(
            "Steps", "Told that nobody refused since the backup of %1"
        ),
    }
