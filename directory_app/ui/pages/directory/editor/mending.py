"""From a finding of the guide to the field of the editor where it is mended."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from directory_app.ui.pages.directory.editor.editor import Editor


def lead_to(editor: "Editor", business_id: str, mend: str) -> None:
    """Put the keyboard where ``mend`` (see guides.checks.Finding) is mended.

    ``consent`` opens the dialog that records answers. Nothing happens if the editor shows
    another business by now.
    """
    if editor.id != business_id or editor.who.dossier is None:
        return
    if mend == "consent":
        editor.ask()
        return
    if mend == "hours":
        editor.view.ensureWidgetVisible(editor.when.edit, 0, 80)
        editor.when.edit_hours()
        return
    field = _field(editor, mend)
    if field is not None:
        editor.view.ensureWidgetVisible(field, 0, 80)
        field.setFocus(Qt.FocusReason.OtherFocusReason)


def _field(editor: "Editor", mend: str) -> QWidget | None:
    who, where, when = editor.who, editor.where, editor.when
    halves = {
        "description": (who.rows["description_en"], who.rows["description_es"]),
        "hours_note": (when.rows["hours_note_en"], when.rows["hours_note_es"]),
        "directions": (where.rows["directions_en"], where.rows["directions_es"]),
    }
    if mend in halves:
        english, spanish = halves[mend]
        row = spanish if _text(english.field) else english
        return row.field
    if mend == "phone":
        return who.phones.lines[0][0] if who.phones.lines else who.phones
    found: dict[str, QWidget] = {
        "name": who.name.field,
        "website": who.website.field,
        "assure": who.checked,
        "place": where.address.field,
    }
    return found.get(mend)


def _text(field: QWidget) -> str:
    return str(getattr(field, "text", str)()).strip()
