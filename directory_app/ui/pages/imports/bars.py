"""The bar above the review table (which file, how it was read) and the one below (apply)."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from directory_app.formats.table import Source
from directory_app.tasks.import_review import Tab
from directory_app.ui import theme
from directory_app.ui.pages.imports.dialogs import delimiter_name, encoding_name
from directory_app.ui.plurals import count
from directory_app.ui.widgets import doors
from directory_app.ui.widgets.base import Card, Label, Pane
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.layouts import STRETCH, hbox, vbox
from directory_app.ui.widgets.remark import IconMark, Remark
from directory_app.ui.widgets.tabs import Tab as TabItem

if TYPE_CHECKING:
    from directory_app.importing import Reading
    from directory_app.importing.columns import ColumnLeftOut

#: Names of formats, the same in every language.
_PROGRAMS = {"geojson": "GeoJSON", "kml": "KML", "vcard": "vCard", "hsds": "HSDS"}


def review_tabs() -> list[TabItem]:
    """The tabs above the table, in the language of the window."""
    return [
        TabItem(Tab.ALL, QCoreApplication.translate("Import", "All rows")),
        TabItem(Tab.CREATE, QCoreApplication.translate("Import", "Create"), "plus-circle", "ok"),
        TabItem(
            Tab.UPDATE,
            QCoreApplication.translate("Import", "Update"),
            "pencil-simple-line",
            "accent-text",
        ),
        TabItem(
            Tab.DUPLICATE, QCoreApplication.translate("Import", "Duplicate"), "copy-simple", "warn"
        ),
        TabItem(Tab.SKIP, QCoreApplication.translate("Import", "Skip"), "skip-forward"),
        TabItem(
            Tab.LOOK,
            QCoreApplication.translate("Import", "To look at"),
            "warning",
            "warn",
            apart=True,
        ),
    ]


class FileBar(Pane):
    """The file, what was found out about it, and the two links that correct it."""

    change_wanted = Signal()
    columns_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", "", parent)
        self._source: Source | None = None
        self._columns: dict[str, str] = {}
        self._left_out: tuple[ColumnLeftOut, ...] = ()
        self._title = Label(self.tr("Import"), "page-name")
        self._kind = IconMark("file-csv", "ink", 20)
        self.file = Label("", "strong", elide=True)
        self.facts = Label("", "body", "ink-soft", elide=True)
        self.change = Button(self.tr("Change…"), "link", size="small")
        self.change.clicked.connect(self.change_wanted)
        self._mark = IconMark("check", "ok", 14)
        self.matched = Label("", "small", "ink-soft")
        self.columns = Button(self.tr("Columns…"), "link", size="small")
        self.columns.clicked.connect(self.columns_wanted)
        row = hbox(
            self,
            self._title,
            self._kind,
            self.file,
            self.facts,
            self.change,
            margins=(16, 0, 16, 0),
            spacing=8,
        )
        row.setStretch(2, 0)
        row.addStretch(1)
        for widget in (self._mark, self.matched, self.columns):
            row.addWidget(widget)
        self.setFixedHeight(theme.height("toolbar"))
        self.change.set_name(self.tr("Change how the file is read"))
        self._tell()

    def show_reading(self, reading: "Reading") -> None:
        """Tell how a file was read."""
        self._source, self._columns = reading.source, dict(reading.columns)
        self._left_out = tuple(reading.left_out)
        self._tell()

    def _tell(self) -> None:
        source = self._source
        if source is None:
            return
        self.file.setText(source.name)
        self.facts.setText(" · ".join(self._facts(source)))
        unmatched = len(self._left_out)
        told = "\n".join(": ".join((one.heading, ", ".join(one.samples))) for one in self._left_out)
        self.matched.setToolTip(told)
        self.columns.setAccessibleDescription(told)
        self._mark.set_icon(*(("warning", "warn") if unmatched else ("check", "ok")))
        self.matched.setText(
            count(
                unmatched,
                self.tr("{n} column left out"),
                self.tr("{n} columns left out"),
            )
            if unmatched
            else count(
                len(self._columns),
                self.tr("The one column matched"),
                self.tr("All {n} columns matched"),
            )
        )
        self._fit()

    def _facts(self, source: Source) -> list[str]:
        facts = [
            count(source.rows, self.tr("{n} row"), self.tr("{n} rows")),
            count(source.columns, self.tr("{n} column"), self.tr("{n} columns")),
        ]
        if source.kind == "xlsx":
            return [*facts, "Excel", source.sheet] if source.sheet else [*facts, "Excel"]
        if source.kind != "csv":
            return [*facts, _PROGRAMS.get(source.kind, source.kind)]
        return [*facts, encoding_name(source.encoding), delimiter_name(source.delimiter)]

    def _fit(self) -> None:
        wide = self.width()
        self.facts.setVisible(wide >= 700)
        self.matched.setVisible(wide >= 860)
        self._mark.setVisible(wide >= 860)
        self._title.setVisible(wide >= 480)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell less where there is less room."""
        super().resizeEvent(event)
        self._fit()


class ActionBar(Pane):
    """How many of what, what "ok" means, Cancel, and Apply."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", "", parent)
        self._counts: Mapping[Tab, int] = {}
        self._ok: tuple[str, ...] = ()
        self.summary = Label("", "small", "ink-soft", elide=True)
        self.ok = Button("", "flat", size="small", caret=True)
        self.cancel = Button(self.tr("Cancel"), "flat")
        self.apply = Button("", "primary", icon="check", size="main")
        hbox(
            self,
            (self.summary, 1),
            STRETCH,
            self.ok,
            self.cancel,
            8,
            self.apply,
            margins=(16, 0, 16, 0),
            spacing=8,
        )
        self.setFixedHeight(theme.height("actionbar"))
        self.setAccessibleName(self.tr("Finish the import"))
        self.show_ok(self._ok)
        self.show_counts(self._counts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The tabs tell the counts too, so they go where it is narrow."""
        super().resizeEvent(event)
        self.summary.setVisible(self.width() >= 720)

    def show_ok(self, channels: Sequence[str]) -> None:
        """Tell which uses the "ok to print" column speaks of; none: it has no such column."""
        self._ok = tuple(channels)
        names = ", ".join(doors.channel_name(channel) for channel in channels)
        self.ok.setText(self.tr("“Ok” means: {uses}").format(uses=names))
        self.ok.setVisible(bool(channels))

    def show_counts(self, counts: Mapping[Tab, int]) -> None:
        """Tell how the rows add up, and how many Apply will change."""
        self._counts = counts
        changes = counts.get(Tab.CREATE, 0) + counts.get(Tab.UPDATE, 0)
        self.summary.setText(self._sum(counts) if counts.get(Tab.ALL) else "")
        self.apply.setText(
            count(changes, self.tr("Apply {n} change"), self.tr("Apply {n} changes"))
        )
        self.apply.setEnabled(changes > 0)

    def _sum(self, counts: Mapping[Tab, int]) -> str:
        duplicates = counts[Tab.DUPLICATE]
        parts = [
            count(counts[Tab.CREATE], self.tr("{n} created", "one"), self.tr("{n} created")),
            count(counts[Tab.UPDATE], self.tr("{n} updated", "one"), self.tr("{n} updated")),
            count(duplicates, self.tr("{n} duplicate"), self.tr("{n} duplicates")),
            count(counts[Tab.SKIP], self.tr("{n} skipped", "one"), self.tr("{n} skipped")),
        ]
        rows = count(counts[Tab.ALL], self.tr("{n} row"), self.tr("{n} rows"))
        return f"{rows} = {' + '.join(parts)}"


class Offer(Card):
    """A card with one sentence and one or two buttons."""

    def __init__(
        self,
        title: str,
        text: str,
        buttons: Sequence[tuple[str, str, Callable[[], None]]],
        *,
        ground: str = "header",
        icon: str = "",
        ink: str = "ink",
    ) -> None:
        super().__init__(ground, None)
        column = vbox(self, margins=(12, 8, 12, 12), spacing=4)
        head = Label(title, "strong", ink, wrap=True)
        column.addWidget(Remark(icon, ink, label=head, fill=True) if icon else head)
        column.addWidget(Label(text, "small", "ink", wrap=True))
        column.addSpacing(4)
        row = hbox(None, spacing=8)
        for words, kind, act in buttons:
            button = Button(words, kind, size="small")
            button.clicked.connect(act)
            row.addWidget(button)
        row.addStretch()
        column.addLayout(row)
