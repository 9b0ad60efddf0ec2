"""Small dialogs of the import: how the file is read, its columns, and what "ok" speaks of."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from directory_app.importing.columns import FIELDS
from directory_app.importing.headings import OTHER
from directory_app.importing.options import DELIMITERS, ENCODINGS, ReadOptions, Source
from directory_app.model.terms import Channel
from directory_app.ui.ordering import by_words
from directory_app.ui.parts import import_words
from directory_app.ui.widgets.base import Label, Line, Scroll
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.combo import Combo
from directory_app.ui.widgets.dialogs import Dialog
from directory_app.ui.widgets.fields import FieldRow
from directory_app.ui.widgets.ticks import TickBox

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


class FormDialog(Dialog):
    """A title, a sentence, a body, and Cancel beside the one main button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setMinimumWidth(400)
        self._title = Label("", "heading", wrap=True)
        self._text = Label("", "body", "ink-soft", wrap=True)
        self.column = QVBoxLayout()
        self.column.setSpacing(8)
        self.go = Button("", "primary")
        self.go.clicked.connect(self.accept)
        self.main = self.go
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 16)
        whole.setSpacing(8)
        whole.addWidget(self._title)
        whole.addWidget(self._text)
        whole.addSpacing(4)
        whole.addLayout(self.column, 1)
        whole.addSpacing(12)
        whole.addLayout(self._buttons())

    def set_words(self, title: str, text: str, go: str) -> None:
        """Say what it is about, and what the main button does."""
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.go.setText(go)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        cancel = Button(QCoreApplication.translate("FormDialog", "Cancel"), "flat")
        cancel.clicked.connect(self.reject)
        row.addWidget(cancel)
        row.addWidget(self.go)
        return row


class ReadDialog(FormDialog):
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


class ColumnsDialog(FormDialog):
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
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(heading, "strong", elide=True))
        words.addWidget(Label(sample, "small", "ink-soft", elide=True))
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


class OkDialog(FormDialog):
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
