"""How a list was read, and the ways to correct it: its letters, its columns, what "ok" means."""

from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from directory_app.tasks.bringing import Loaded, Request
from directory_app.ui.pages.imports.dialogs import ColumnsDialog, OkDialog, ReadDialog
from directory_app.ui.pages.imports.model import Column
from directory_app.ui.parts import import_words

#: Which fields each choosable column of the table shows, the first that the list has.
SHOWS = {
    Column.NAME: ("name", "alternate_name"),
    Column.ADDRESS: ("address_1", "address", "directions", "city"),
    Column.HOURS: ("hours", "hours_days", "hours_note", "hours_mo"),
}
#: The fields offered at once in a heading's menu; all others are in the dialog.
_COMMON = (
    "name",
    "what_they_sell",
    "category",
    "address",
    "address_1",
    "city",
    "postal_code",
    "phone",
    "website_or_social",
    "hours",
    "languages",
    "ok_to_print",
    "asked_by_when",
    "note",
    "ignore",
)


class Corrections(QObject):
    """Dialogs and menus over a page. ``wanted(Request)``: read the list again like this."""

    wanted = Signal(object)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self.loaded: Loaded | None = None

    # -- what feeds the table

    def headings(self) -> dict[int, tuple[str, str]]:
        """Of each choosable column: the list's own heading, and the field it is read as."""
        return {int(column): self._heading(column) for column in SHOWS}

    def _source_of(self, column: int) -> str:
        """The list's own heading that feeds a column of the table, or ""."""
        columns = self.loaded.reading.columns if self.loaded else {}
        for field in SHOWS[Column(column)]:
            for heading, feeds in columns.items():
                if feeds == field:
                    return heading
        return ""

    def _heading(self, column: Column) -> tuple[str, str]:
        heading = self._source_of(column)
        if not heading or self.loaded is None:
            return self.tr("No column"), self.tr("Choose…")
        return heading, import_words.field_name(self.loaded.reading.columns[heading])

    # -- correcting it

    def change_reading(self) -> None:
        """Another encoding, delimiter, sheet or language."""
        if self.loaded is None:
            return
        request = self.loaded.request
        dialog = ReadDialog(self.loaded.reading.source, self._page)
        dialog.accepted.connect(
            lambda: self.wanted.emit(Request(request.path, dialog.options(request.options)))
        )
        dialog.open()

    def change_columns(self, start: str = "") -> None:
        """All columns, in a dialog."""
        if self.loaded is None:
            return
        reading = self.loaded.reading
        dialog = ColumnsDialog(dict(reading.columns), samples(self.loaded), start, self._page)
        dialog.accepted.connect(lambda: self.set_columns(dialog.columns()))
        dialog.open()

    def set_columns(self, columns: dict[str, str]) -> None:
        """Read again with these columns."""
        if self.loaded is not None and columns != self.loaded.reading.columns:
            request = self.loaded.request
            self.wanted.emit(Request(request.path, request.options, columns))

    def open_field_menu(self, column: int, at: QPoint) -> None:
        """Choose what a column of the list holds, in a menu at a place of the screen."""
        heading = self._source_of(column)
        if self.loaded is None or not heading:
            self.change_columns()
            return
        columns = dict(self.loaded.reading.columns)
        menu = QMenu(self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fields = _COMMON if columns[heading] in _COMMON else (columns[heading], *_COMMON)
        for field in fields:
            action = menu.addAction(import_words.field_name(field))
            action.setCheckable(True)
            action.setChecked(field == columns[heading])
            action.triggered.connect(
                lambda _on, chosen=field: self.set_columns(columns | {heading: chosen})
            )
        menu.addSeparator()
        menu.addAction(self.tr("All columns…"), lambda: self.change_columns(heading))
        menu.popup(at)

    def change_ok(self) -> None:
        """Which uses the "ok to print" column speaks of."""
        if self.loaded is None:
            return
        request = self.loaded.request
        dialog = OkDialog(request.options.ok_means, self._page)
        dialog.accepted.connect(lambda: self.let_ok_mean(dialog.channels()))
        dialog.open()

    def let_ok_mean(self, channels: tuple[str, ...]) -> None:
        """Read again with "ok" speaking of these channels."""
        if self.loaded is not None:
            request = self.loaded.request
            options = replace(request.options, ok_means=channels)
            self.wanted.emit(replace(request, options=options))


def samples(loaded: Loaded) -> dict[str, str]:
    """The first filled cells of each column, under its heading."""
    found: dict[str, str] = {}
    drafts = loaded.reading.drafts[:60]
    for at, heading in enumerate(loaded.reading.columns):
        cells = (draft.raw[at].strip() for draft in drafts if at < len(draft.raw))
        found[heading] = " · ".join([cell for cell in cells if cell][:3])
    return found
