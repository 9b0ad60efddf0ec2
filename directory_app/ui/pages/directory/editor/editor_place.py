"""Where the editor of one business is: not made yet, beside the table, or over it as a sheet.

The editor, and the tables that its businesses are rows of, take as much memory as the rest of
the window. They are loaded in a worker at the first sign that somebody wants them: a row is
chosen, a business is added. The latest wish is what is done once they are there.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, Qt, QTimer, Signal

from directory_app.store.rows import BusinessRow
from directory_app.ui.pages.directory.table_view import TableView
from directory_app.ui.session import Session
from directory_app.ui.widgets.fields import TextArea

if TYPE_CHECKING:
    from PySide6.QtWidgets import QHBoxLayout, QWidget

    from directory_app.ui.pages.directory.editor.editor import Editor

#: What the editor needs before it can be made and filled.
NEEDED = ("directory_app.ui.pages.directory.editor.editor", "directory_app.store.dossier")


class EditorPlace(QObject):
    """The editor in the room beside ``middle``. ``made(editor)``, once: connect it."""

    made = Signal(object)

    def __init__(
        self, session: Session, rows: TableView, middle: "QWidget", row: "QHBoxLayout"
    ) -> None:
        super().__init__(middle)
        self.editor: Editor | None = None
        self.is_narrow = False
        self._session, self._rows, self._middle, self._row = session, rows, middle, row
        self._sheet = False
        self._wish: Callable[[Editor], None] | None = None

    def want(self, wish: "Callable[[Editor], None]") -> None:
        """Do something with the editor as soon as there is one; only the latest wish counts."""
        if self.editor is not None:
            wish(self.editor)
            return
        loading, self._wish = self._wish is not None, wish
        if not loading:
            self._session.prepare(self._begin, *NEEDED)

    def _begin(self) -> None:
        # the first of its kind takes as long as all else of the editor: a turn of its own
        TextArea("").deleteLater()
        QTimer.singleShot(0, self, self._make)

    def _make(self) -> None:
        from directory_app.ui.pages.directory.editor.editor import Editor

        self.editor = Editor(self._session)
        self.editor.closed.connect(self.close)
        self.editor.hide()
        self._row.addWidget(self.editor)
        self.made.emit(self.editor)
        wish, self._wish = self._wish, None
        if wish is not None:
            wish(self.editor)

    def choose(self, row: BusinessRow) -> None:
        """Show the business of the row that the table is on, beside the table."""

        def show(editor: "Editor") -> None:
            if editor.waits_for_a_name():
                self._rows.setCurrentIndex(QModelIndex())
                editor.focus_first()
                return
            editor.show_row(row)
            editor.setVisible(not self.is_narrow)
            if not self.is_narrow:
                editor.ahead.want(one.id for one in self._rows.beside_current())

        self.want(show)

    def edit(self, row: BusinessRow) -> None:
        """Show a business and put the keyboard into it."""

        def show(editor: "Editor") -> None:
            editor.show_row(row)
            self._come_up(editor)

        self.want(show)

    def add(self) -> None:
        """A new business."""

        def show(editor: "Editor") -> None:
            self._rows.setCurrentIndex(QModelIndex())
            editor.show_new()
            self._come_up(editor)

        self.want(show)

    def _come_up(self, editor: "Editor") -> None:
        if self.is_narrow:
            self._sheet = True
            self._middle.hide()
            editor.show_as_sheet(True)
        editor.show()
        editor.focus_first()

    def close(self) -> None:
        """Esc and Back: save, and back to the table."""
        if self.editor is None:
            return
        self.editor.leave()
        if self.editor.is_new:  # without a name: Esc and Back throw it away
            self.editor.throw_away()
        if not self._sheet:
            self.editor.hide()
        self.close_sheet()
        self._rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_sheet(self) -> None:
        """Show the table again where the editor covers it."""
        if self._sheet and self.editor is not None:
            self._sheet = False
            self.editor.hide()
            self.editor.show_as_sheet(False)
            self._middle.show()

    def fit(self, *, narrow: bool) -> None:
        """Side by side, or one at a time."""
        self.is_narrow = narrow
        if self.editor is None:
            return
        if self._sheet and not narrow:
            self.close_sheet()
            self.editor.show()
        elif narrow and not self._sheet:
            self.editor.hide()
