"""The directory page's part about the editor beside its table: opening, adding, what is typed."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from directory_app.model.terms import Precision
from directory_app.store.rows import BusinessRow
from directory_app.ui.pages.directory.editor.editor_place import EditorPlace
from directory_app.ui.pages.directory.table_model import BusinessTable
from directory_app.ui.pages.directory.table_view import TableView
from directory_app.ui.pages.page import Page

if TYPE_CHECKING:
    from directory_app.model.geo import Position
    from directory_app.ui.pages.directory.editor.editor import Editor

#: Under which a new business without a name is kept: directory/saving.py, which loads the tables.
NEW_ROW = "new"


class WithEditor(Page):
    """A part of DirectoryPage."""

    table: BusinessTable
    rows: TableView
    beside: EditorPlace
    remove: Any
    _next: Any
    _to_page: Any
    _typed: dict[str, Any]

    @property
    def editor(self) -> "Editor | None":
        """The editor, once somebody wanted it."""
        return self.beside.editor

    def _know_typed(self, editor: "Editor") -> None:
        typed, self._typed = self._typed, {}
        if typed:
            editor.take_up(typed)

    def _know_editor(self, editor: "Editor") -> None:
        self._know_typed(editor)
        editor.said.connect(self.said)
        editor.went_wrong.connect(self.went_wrong)
        editor.next_wanted.connect(self._next)
        editor.remove_wanted.connect(self.remove)
        editor.added.connect(self._added)
        editor.business_wanted.connect(self.show_business)
        editor.banner.compare_wanted.connect(lambda two: self.wanted.emit("duplicates", two))
        editor.runs_wanted.connect(lambda name: self.wanted.emit("runs", name))
        editor.page_wanted.connect(self._to_page)
        editor.place_wanted.connect(lambda asked: self.wanted.emit("places", asked))
        editor.where.map.can_move = self.session.writable
        editor.where.map.moved.connect(self._pin_moved)
        editor.where.map.large_wanted.connect(lambda: self.wanted.emit("map", editor.id))

    def _pin_moved(self, position: "Position") -> None:
        """The pin was dragged on the editor's map: it stays there from now on."""
        editor = self.editor
        if editor is None or not editor.id:
            return
        business_id = editor.id
        text = self.tr("Moved the pin of %1").replace("%1", editor.head.title.whole_text())
        self.session.write(
            lambda store: store.businesses.place(
                business_id, position, Precision.MANUAL.value, "manual", lock=True
            ),
            lambda _dossier: self.said.emit(text, "map-pin", True),
            failed=self._pin_not_moved,
        )

    def _pin_not_moved(self, error: Exception) -> None:
        self.went_wrong.emit(error)
        if self.editor is not None:
            self.editor.reload()

    def _chosen(self, row: BusinessRow | None) -> None:
        if row is not None and len(self.rows.selected_rows()) <= 1:
            self.beside.choose(row)

    def _open_editor(self, row: BusinessRow | None) -> None:
        if row is not None:
            self.beside.edit(row)

    def show_business(self, business_id: str, mend: str = "") -> None:
        """Find one business and open it, at the place where ``mend`` is mended (see mending)."""

        def arrived(row: BusinessRow) -> None:
            self._select(row)
            self._open_editor(row)
            if mend:
                self._mend(row, mend)

        self._find(business_id, arrived)

    def _mend(self, row: BusinessRow, mend: str) -> None:
        """Lead to a field as soon as the editor has read the business."""

        def shown(editor: Any) -> None:
            from directory_app.ui.pages.directory.editor.mending import lead_to

            self.beside.edit(row)
            # it reads the business in the same lane, so it has it when this is answered
            self.session.read(lambda _store: None, lambda _: lead_to(editor, row.id, mend))

        self.beside.want(shown)

    def _find(self, business_id: str, found: Callable[[BusinessRow], None]) -> None:
        def arrived(row_id: int) -> None:
            for row in self.session.browser.rows([row_id]):
                found(row)

        self.session.ask(
            lambda store: store.businesses.get(business_id).business.row_id,
            arrived,
            failed=self.went_wrong.emit,
        )

    def _added(self, business_id: str) -> None:
        """A new business is kept: show its row once the table has it."""

        def arrived(row: BusinessRow) -> None:
            if self.editor is not None and self.editor.id == business_id:
                self.table.refresh(lambda: self._select(row))

        self._find(business_id, arrived)

    def _select(self, row: BusinessRow) -> None:
        place = self.table.find(row.row_id)
        if place >= 0:
            self.rows.select_place(place)

    def add(self) -> None:
        """Ctrl+N: a new business in the editor."""
        self.beside.add()

    def can_leave(self) -> bool:
        """What was typed is saved first."""
        if self.editor is not None:
            self.editor.leave()
        return True

    def unfinished(self) -> dict[str, Any]:
        """What the editor has."""
        return self.editor.unfinished() if self.editor is not None else {}

    def take_up(self, kept: dict[str, Any]) -> None:
        """Open the editor where it was, with what was typed."""
        for row, values in kept.items():
            if row == NEW_ROW:
                self.add()  # which asks for its draft by itself
            else:
                self._typed = values.get("typed", {})
                if self.editor is not None:
                    self._know_typed(self.editor)
                self.show_business(row)
