"""A new business in the editor: kept once it has a name, under the id that it had all along."""

from typing import Any

from directory_app.tasks import editing
from directory_app.ui.pages.directory.editor.editor_deeds import EditorDeeds
from directory_app.ui.pages.directory.editor.section import Section, edit_of, matches


class Creating(EditorDeeds):
    """A part of Editor."""

    is_new: bool
    sections: list[Section]
    added: Any
    others: Any
    drafts: Any
    _saving: int

    def _save_new(self) -> None:
        """Keep it. What is typed meanwhile is an edit like any other, of the same id."""
        blank = self.who.dossier
        whole = editing.joined([edit_of(section) for section in self.sections])
        if not whole.changes.get("name"):
            return
        self.is_new, self.id = False, blank.business.id
        self._saving += 1
        self._hold_against(editing.from_draft(editing.draft_of(whole, self.id), blank))
        self.drafts.ended(editing.NEW)

        def create(store: Any) -> Any:
            made = editing.add(store, whole, blank.business.id)
            store.drafts.set(editing.NEW, None)
            return made

        self.session.write(
            create, self._created, failed=lambda error: self._not_created(error, blank, whole)
        )

    def _hold_against(self, dossier: Any) -> None:
        for section in self.sections:
            section.dossier = dossier

    def _created(self, dossier: Any) -> None:
        self._saving -= 1
        if dossier.business.id != self.id:
            return  # another one is shown by now
        for section in self.sections:
            if matches(section, dossier):
                section.load(dossier)
            else:
                section.dossier = dossier
        self.head.show_business(dossier.business, new=False)
        self.head.show_saved()
        self.added.emit(self.id)
        self.others.ask()

    def _not_created(self, error: Exception, blank: Any, whole: editing.Edit) -> None:
        """It is new as before; where another one is shown by now, it waits for the next new one."""
        self._saving -= 1
        if self.id == blank.business.id:
            self.is_new, self.id = True, ""
            self._hold_against(blank)
            self.head.show_not_saved()
        else:
            draft = editing.draft_of(whole, blank.business.id)
            self.session.keep(lambda store: store.drafts.set(editing.NEW, draft))
        self.went_wrong.emit(error)
