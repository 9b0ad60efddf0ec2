"""Small dialogs of the import: how the file is read, its columns, and what "ok" speaks of."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QMenu, QWidget

from directory_app.formats.table import DELIMITERS, ENCODINGS, Source
from directory_app.importing.columns import FIELDS
from directory_app.importing.headings import OTHER
from directory_app.importing.options import ReadOptions
from directory_app.model.terms import Channel
from directory_app.tasks.bringing import Loaded, Request
from directory_app.ui.ordering import by_words
from directory_app.ui.pages.imports.table import Column
from directory_app.ui.parts import import_words
from directory_app.ui.parts.form_dialog import ShortForm
from directory_app.ui.widgets.base import Label, Line, Scroll
from directory_app.ui.widgets.buttons import TickBox
from directory_app.ui.widgets.combo import Combo
from directory_app.ui.widgets.fields import FieldRow
from directory_app.ui.widgets.layouts import vbox

_ENCODING_NAMES = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16 (BE)",
    "cp1252": "Windows-1252",
    "mac_roman": "Mac Roman",
    "cp850": "DOS (850)",
}


def encoding_name(codec: str) -> str:
    """An encoding as people know it."""
    return _ENCODING_NAMES.get(codec, codec.upper())


def delimiter_name(sign: str) -> str:
    """What stands between two columns, in words."""
    return {
        ",": QCoreApplication.translate("Import", "comma"),
        ";": QCoreApplication.translate("Import", "semicolon"),
        "\t": QCoreApplication.translate("Import", "tab"),
        "|": QCoreApplication.translate("Import", "bar |"),
    }.get(sign, sign)


class ReadDialog(ShortForm):
    """Correct what was found out about a file: letters, delimiter, sheet, language."""

    def __init__(self, source: Source, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self.set_words(
            self.tr("How to read {file}").format(file=source.name),
            self.tr("Change these if letters or columns look wrong."),
            self.tr("Read again"),
        )
        self.encoding = Combo("", [(codec, encoding_name(codec)) for codec in ENCODINGS])
        self.delimiter = Combo("", [(sign, delimiter_name(sign)) for sign in DELIMITERS])
        sheets = [source.sheet, *source.other_sheets]
        self.sheet = Combo("", [(name, name) for name in sheets])
        self.language = Combo("", [("en", self.tr("English")), ("es", self.tr("Spanish"))])
        self.encoding.set_value(source.encoding.removesuffix("-sig"))
        self.delimiter.set_value(source.delimiter)
        self.sheet.set_value(source.sheet)
        self.language.set_value("es" if source.spanish else "en")
        self._add_rows(source.kind == "csv", source.kind == "xlsx")

    def _add_rows(self, is_text: bool, is_workbook: bool) -> None:
        for label, field, fits in (
            (self.tr("Letters (encoding)"), self.encoding, is_text),
            (self.tr("Between columns"), self.delimiter, is_text),
            (self.tr("Sheet"), self.sheet, is_workbook),
            (self.tr("Dates and words in"), self.language, True),
        ):
            row = FieldRow(label, field, above=True)
            field.setAccessibleName(label)
            row.setVisible(fits)
            self.column.addWidget(row)

    def options(self, before: ReadOptions) -> ReadOptions:
        """The options as they stand now; what was not touched stays found out."""
        source = self._source
        spanish = self.language.value() == "es"
        found = source.encoding.removesuffix("-sig")
        return replace(
            before,
            encoding=_if_new(self.encoding.value(), found, before.encoding),
            delimiter=_if_new(self.delimiter.value(), source.delimiter, before.delimiter),
            sheet=_if_new(self.sheet.value(), source.sheet, before.sheet),
            spanish=before.spanish if spanish == source.spanish else spanish,
        )


def _if_new(chosen: str, found: str, before: str | None) -> str | None:
    return before if not chosen or chosen == found else chosen


class ColumnsDialog(ShortForm):
    """Every column of the list, with its first cells, and the field that it feeds.

    First those without a place, which are left out: a tick puts one into the private note.
    """

    def __init__(
        self,
        columns: dict[str, str],
        samples: dict[str, str],
        start: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setMinimumWidth(560)
        self.set_words(
            self.tr("Columns of the list"),
            self.tr("What each column holds. It is remembered for the next list like this one."),
            self.tr("Read again"),
        )
        self.combos: dict[str, Combo] = {}
        self.ticks: dict[str, TickBox] = {}
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 4, 16, 4)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        grid.setColumnMinimumWidth(1, 210)
        left_out = [heading for heading, field in columns.items() if field == OTHER]
        if left_out:
            grid.addWidget(self._about_left_out(), 0, 0, 1, 2)
        for heading in [*left_out, *(one for one in columns if one not in left_out)]:
            self._add(grid, heading, columns[heading], samples.get(heading, ""))
        self._order = tuple(columns)
        scroll = Scroll(body, "window")
        scroll.setMinimumHeight(min(body.sizeHint().height() + 8, 360))
        self.column.addWidget(Line())
        self.column.addWidget(scroll, 1)
        self.column.addWidget(Line())
        self.resize(self.sizeHint())  # as high as that where the screen has the room
        scroll.setMinimumHeight(96)
        if start in self.combos:
            self.combos[start].setFocus(Qt.FocusReason.OtherFocusReason)

    def _about_left_out(self) -> Label:
        return Label(
            self.tr(
                "What has no place here is left out. Tick a column to keep it in the private "
                "note: it is read for words that are never kept, like every note."
            ),
            "small",
            "ink-soft",
            wrap=True,
        )

    def _add(self, grid: QGridLayout, heading: str, field: str, sample: str) -> None:
        combo = Combo(heading, field_choices())
        combo.set_value(field)
        self.combos[heading] = combo
        words = vbox(
            None,
            Label(heading, "strong", elide=True),
            Label(sample, "small", "ink-soft", elide=True),
        )
        if field == OTHER:
            words.addWidget(self._tick(heading, combo))
        at = grid.rowCount()
        grid.addLayout(words, at, 0)
        grid.addWidget(combo, at, 1)

    def _tick(self, heading: str, combo: Combo) -> TickBox:
        """Keeps a column without a place in the note, and follows what is chosen beside it."""
        tick = TickBox(self.tr("Keep in the private note"))
        tick.setAccessibleDescription(heading)
        tick.toggled.connect(lambda on: combo.set_value("note" if on else OTHER))
        combo.picked.connect(lambda value: _follow(tick, value))
        self.ticks[heading] = tick
        return tick

    def columns(self) -> dict[str, str]:
        """Heading to field as chosen now, in the order of the list."""
        return {heading: self.combos[heading].value() for heading in self._order}


def _follow(tick: TickBox, value: str) -> None:
    tick.blockSignals(True)
    tick.setChecked(value == "note")
    tick.blockSignals(False)


def field_choices(fields: Iterable[str] = FIELDS) -> list[tuple[str, ...]]:
    """Fields that a column can feed, by name."""
    named = [(field, import_words.field_name(field)) for field in fields]
    last = ("note", "other", "ignore", "never")
    plain = by_words((one for one in named if one[0] not in last), lambda one: one[1])
    return [*plain, *(one for one in named if one[0] in last)]


class OkDialog(ShortForm):
    """Which uses the "ok to print" column speaks of."""

    def __init__(self, chosen: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_words(
            self.tr("What did they say yes to?"),
            self.tr(
                "“Ok to print” means paper and nothing else, unless you asked about more. "
                "A yes given here counts from the day in the list, a no as much."
            ),
            self.tr("Use these answers"),
        )
        self.ticks: dict[str, TickBox] = {}
        for channel, words, means in self._uses():
            self._add(channel, words, means, chosen)
        self.ticks[Channel.PRINT].setEnabled(False)

    def _uses(self) -> list[tuple[Channel, str, str]]:
        return [
            (
                Channel.PRINT,
                self.tr("Print"),
                self.tr("Name, address, phone and hours in the guides that are handed out."),
            ),
            (
                Channel.MAP,
                self.tr("Map"),
                self.tr("A marker on the printed map: anyone can see where the door is."),
            ),
            (
                Channel.WEB,
                self.tr("Web"),
                self.tr("The web page: anyone in the world can find it and keep a copy."),
            ),
            (
                Channel.SHARE,
                self.tr("Share"),
                self.tr("Other coalitions get the entry, and keep it by their own rules."),
            ),
        ]

    def _add(self, channel: Channel, words: str, means: str, chosen: Sequence[str]) -> None:
        tick = TickBox(words, checked=channel == Channel.PRINT or channel in chosen)
        tick.setAccessibleDescription(means)
        self.ticks[channel] = tick
        label = Label(means, "small", "ink-soft", wrap=True)
        label.setContentsMargins(24, 0, 0, 4)
        self.column.addWidget(tick)
        self.column.addWidget(label)

    def channels(self) -> tuple[str, ...]:
        """The channels that the column grants, print first."""
        return tuple(str(channel) for channel, tick in self.ticks.items() if tick.isChecked())


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
