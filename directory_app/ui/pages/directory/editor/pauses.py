"""Keeping what is typed: at each pause, and what cannot be applied when another row is shown.

Drafts are rows of the directory itself (``store.drafts.set``), so they are there again after a
crash, a lock, or another day, and go with the business.
"""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from directory_app.ui.pages.directory.editor.section import edit_of

if TYPE_CHECKING:
    from directory_app.ui.pages.directory.editor.editor import Editor

#: Milliseconds between two looks at what is typed.
PAUSE = 800
#: What the sections say of what is typed, and the part of an Edit that has it once it is sound.
_WHOLES = {"phone_lines": "phones", "phone_secrets": "phones", "contact": "contacts"}


class DraftKeeper(QObject):
    """``look`` keeps what is typed now; ``leave`` what stays behind when the editor moves on."""

    def __init__(self, editor: "Editor") -> None:
        super().__init__(editor)
        self._editor = editor
        self._last: tuple[str, Any] = ("", None)
        self._kept: set[str] = set()
        self._beat = QTimer(self, interval=PAUSE)
        self._beat.timeout.connect(self.look)
        self._beat.start()

    def know(self, row: str) -> None:
        """A draft of this row was found and is shown."""
        self._kept.add(row)

    def ended(self, row: str) -> None:
        """What was typed in this row is saved with something else; its draft goes there."""
        self._kept.discard(row)
        self._last = ("", None)

    def look(self) -> None:
        """Keep what is typed and not applied, if it is not what was kept last."""
        editor = self._editor
        if not editor.isVisible() or editor.is_saving or not editor.session.writable:
            return
        nothing: tuple[str, dict[str, Any]] = (editor.id, {})
        row, values = next(iter(editor.unfinished().items()), nothing)
        typed = {at: one for at, one in values.get("typed", {}).items() if at != "ask"}
        draft = values | {"typed": typed}
        self._keep(row, self._against_shown(draft) if typed else None)

    def leave(self) -> None:
        """Keep what of a business cannot be applied, now that another is shown."""
        editor = self._editor
        if editor.id and not editor.is_new and editor.session.writable:
            self._keep(editor.id, self.rest())

    def rest(self) -> dict[str, Any] | None:
        """What stays typed when all that is sound is applied; None if nothing does."""
        sections = enumerate(self._editor.sections)
        typed = {str(at): rest for at, section in sections if (rest := _unsound(section))}
        return self._against_shown({"typed": typed}) if typed else None

    def _against_shown(self, values: dict[str, Any]) -> dict[str, Any]:
        """A draft with what its fields showed, so that it is not put over what came meanwhile."""
        sections = self._editor.sections
        shown: dict[str, Any] = {}
        for at, typed in values["typed"].items():
            was = sections[int(at)].shown() if at.isdecimal() else {}
            shown[at] = {field: was[field] for field in typed if field in was}
        return values | {"shown": shown}

    def keep_too(self, row: str, at: str, typed: dict[str, Any]) -> None:
        """Keep what could not be applied of a section, beside what else is kept of its row."""

        def keep(store: Any) -> None:
            kept = store.drafts.get(row) or {}
            store.drafts.set(row, kept | {"typed": kept.get("typed", {}) | {at: typed}})

        self._kept.add(row)
        self._editor.session.keep(keep)

    def _keep(self, row: str, values: dict[str, Any] | None) -> None:
        if not row or self._last == (row, values) or (values is None and row not in self._kept):
            return
        self._last = (row, values)
        if values is None:
            self._kept.discard(row)
        else:
            self._kept.add(row)
        self._editor.session.keep(lambda store: store.drafts.set(row, values))


def _unsound(section: Any) -> dict[str, Any]:
    """What was typed in a section and is not in what will be applied of it."""
    typed = section.unfinished()
    if not typed:
        return {}
    edit = edit_of(section)
    return {
        field: value
        for field, value in typed.items()
        if field not in edit.changes
        and (field not in _WHOLES or getattr(edit, _WHOLES[field]) is None)
    }
