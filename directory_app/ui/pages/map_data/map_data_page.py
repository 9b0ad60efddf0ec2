"""Street data: what there is on this laptop, what else there is to get, and bringing it in."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from directory_app import tasks
from directory_app.progress import Progress
from directory_app.ui import file_dialogs
from directory_app.ui.pages.map_data import data_words
from directory_app.ui.pages.map_data.data_dialogs import ColumnsDialog, RemoveDialog
from directory_app.ui.pages.page import Page
from directory_app.ui.session import Session
from directory_app.ui.widgets.base import Card, Label, Pane, Scroll
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.layouts import hbox, vbox
from directory_app.ui.widgets.remark import IconMark
from directory_app.ui.widgets.toolbar import Toolbar

if TYPE_CHECKING:
    from directory_app.maps.streets import About, Brought, Found

_WIDTH = 760
#: What may be chosen and dropped; what is in it is looked at anyway.
ENDINGS = (".pbf", ".zip", ".shp", ".dbf", ".shx", ".csv", ".tsv", ".txt", ".geojson", ".gz")


class _Region(Card):
    """One region: name, what is in it, whose it is, and Remove."""

    remove_wanted = Signal()

    def __init__(self, about: "About") -> None:
        super().__init__("raised", "line")
        self.about = about
        self.remove = Button(QCoreApplication.translate("MapData", "Remove"), "link", size="small")
        named = QCoreApplication.translate("MapData", "Remove %1").replace("%1", about.name)
        self.remove.setAccessibleName(named)
        self.remove.clicked.connect(self.remove_wanted)
        head = hbox(
            None,
            (Label(about.name, "strong", elide=True), 1),
            Label(data_words.size(about.size), "body", "ink-soft"),
            12,
            self.remove,
            spacing=None,
        )
        made = data_words.made(about)
        terms = " · ".join(filter(None, (about.source, about.licence, made)))
        column = vbox(
            self,
            head,
            Label(data_words.counts(about), "body", "ink", wrap=True),
            Label(terms, "small", "ink-soft", wrap=True),
            margins=(16, 10, 14, 12),
            spacing=2,
        )
        said = QCoreApplication.translate("MapData", "Maps say: %1").replace(
            "%1", about.attribution
        )
        column.addWidget(Label(said, "small", "ink-soft", wrap=True))
        whole = (about.name, data_words.size(about.size), data_words.counts(about), terms, said)
        self.setAccessibleName(", ".join(filter(None, whole)))


class _SourceCard(Card):
    """What a kind of street data is, and where to get it."""

    def __init__(self, source: data_words.Source) -> None:
        super().__init__("base", "line")
        column = vbox(
            self,
            Label(source.name, "strong"),
            Label(source.what, "body", wrap=True),
            margins=(16, 12, 16, 12),
            spacing=3,
        )
        where = Label(source.where, "body", "accent-text", wrap=True)
        where.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        where.setAccessibleName(source.where)
        column.addWidget(where)
        column.addWidget(Label(f"{source.licence} {source.size}", "small", "ink-soft", wrap=True))


class _DropPlace(Pane):
    """Where files are dropped, with the button for those who do not drag."""

    def __init__(self) -> None:
        super().__init__("base")
        self.words = Label("", "body", "ink-soft", wrap=True)
        self.add = Button("", "primary", icon="plus")
        hbox(
            self,
            IconMark("tray-arrow-down", size=22),
            (self.words, 1),
            self.add,
            margins=(18, 16, 16, 16),
            spacing=16,
        )
        self.set_over(False)

    def set_over(self, over: bool) -> None:
        """Whether files are held over it."""
        self.is_over = over
        if over:
            self.set_ground("accent-tint", "accent", "card", dashed=True)
        else:
            self.set_ground("base", "line-strong", "card", dashed=True)


class MapDataPage(Page):
    """The regions on this laptop, bringing in more, and what else there is."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.title = Label(self.tr("Street data"), "page-name")
        self.lead = Label(
            self.tr(
                "With street data, addresses are found to the door and maps have streets, all "
                "without the internet. It is public data; nothing of the directory goes into it."
            ),
            "body",
            "ink-soft",
            wrap=True,
        )
        self.drop = _DropPlace()
        self.here, self.there = (
            Label(self.tr("On this laptop"), "heading"),
            Label(self.tr("Where to get it"), "heading"),
        )
        self.none = Label(
            self.tr("There is none yet. Maps show outlines and towns, and pins stand in towns."),
            "body",
            "ink-soft",
            wrap=True,
        )
        self.troubles = Label("", "body", "danger", wrap=True)
        self.hint = Label(
            self.tr(
                "Puertas never goes there itself. Download with any browser, from any computer: "
                "take a whole state or county, and nobody learns whom you look for."
            ),
            "small",
            "ink-soft",
            wrap=True,
        )
        self.regions: list[_Region] = []
        self._dialog: ColumnsDialog | RemoveDialog | None = None
        self._lay_out()
        self.setAcceptDrops(True)
        self.drop.add.clicked.connect(self.add)
        self.setAccessibleName(self.tr("Street data"))
        self.drop.words.setText(
            self.tr("Drop the files here as they were downloaded: .osm.pbf, ZIP, CSV, shapefile.")
        )
        self.drop.add.setText(self.tr("Add files…"))
        _empty(self._sources)
        for source in data_words.sources():
            self._sources.addWidget(_SourceCard(source))
        self._show([region.about for region in self.regions], self.troubles.whole_text())

    def _lay_out(self) -> None:
        content = QWidget()
        inner = vbox(content, margins=(24, 18, 24, 32), spacing=8)
        self._list, self._sources = QVBoxLayout(), QVBoxLayout()
        self._list.setSpacing(8)
        self._sources.setSpacing(8)
        parts: tuple[QWidget | QVBoxLayout | int, ...] = (
            self.lead, 6, self.drop, 14, self.here, self.none, self.troubles, self._list, 14,
            self.there, self._sources, self.hint,
        )  # fmt: skip
        for part in parts:
            if isinstance(part, int):
                inner.addSpacing(part)
            elif isinstance(part, QVBoxLayout):
                inner.addLayout(part)
            else:
                inner.addWidget(part)
        inner.addStretch()
        content.setMaximumWidth(_WIDTH + 48)
        vbox(self, Toolbar(self.title, left=24, bottom=0), (Scroll(content, "window"), 1))

    # -- what there is

    def open(self, argument: Any = None) -> None:
        """Look what there is."""
        self.reload()

    def reload(self) -> None:
        """Look again."""
        self.session.runner.start(
            lambda _progress: tasks.map_data(),
            lambda told: self._show(told[0], "\n".join(told[1])),
            failed=self.went_wrong.emit,
            lane="make",
        )

    def panes(self) -> list[QWidget]:
        """Adding, and the list."""
        return [self.drop, *self.regions[:1]]

    def _show(self, regions: Sequence["About"], troubles: str) -> None:
        _empty(self._list)
        self.regions = []
        for about in regions:
            card = _Region(about)
            card.remove_wanted.connect(partial(self.ask_remove, about))
            self.regions.append(card)
            self._list.addWidget(card)
        self.none.setVisible(not regions)
        self.troubles.setText(troubles)
        self.troubles.setVisible(bool(troubles))

    # -- bringing in

    def add(self) -> None:
        """Choose files."""
        pattern = " ".join(f"*{ending}" for ending in ENDINGS)
        filters = f"{self.tr('Street data')} ({pattern})"
        found = file_dialogs.open_files(self, self.tr("Add street data"), filters)
        if found:
            self.bring(found)

    def bring(self, paths: Sequence[Path], columns: str = "") -> None:
        """Look what the files are, ask what has to be asked, and bring them in."""
        self.session.runner.start(
            lambda progress: tasks.look_at_map_data(paths, columns, progress),
            partial(self._looked, paths),
            failed=partial(self._not_known, paths),
            text=self.tr("Looking at the files"),
            lane="streets",
        )

    def _looked(self, paths: Sequence[Path], found: "list[Found]") -> None:
        points = next((each for each in found if each.headings), None)
        if points is None:
            self._start(paths)
            return
        has_points = points.path.suffix.lower() == ".shp"
        self._ask(paths, points.headings, points.columns, points.region, has_points=has_points)

    def _not_known(self, paths: Sequence[Path], error: Exception) -> None:
        headings = getattr(error, "headings", ())
        if not headings:
            self.went_wrong.emit(error)
            return
        columns = getattr(error, "columns", {})
        has_points = bool(getattr(error, "has_points", False))
        self._ask(paths, headings, columns, paths[0].stem, has_points=has_points)

    def _ask(
        self, paths: Sequence[Path], headings: Sequence[str], columns: Any, region: str,
        *, has_points: bool,
    ) -> None:  # fmt: skip
        dialog = ColumnsDialog(headings, columns, region, has_points=has_points, parent=self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._dialog = dialog
        dialog.accepted.connect(
            lambda: self._start(paths, dialog.name(), dialog.columns(), dialog.whose())
        )
        dialog.open()

    def _start(
        self, paths: Sequence[Path], name: str = "", columns: str = "", whose: str = ""
    ) -> None:
        def work(progress: Progress) -> "Brought":
            return tasks.add_map_data_apart(paths, name, columns, whose, progress)

        self.session.runner.start(
            work,
            self._brought,
            failed=self.went_wrong.emit,
            cancelled=self._stopped,
            text=self.tr("Bringing in street data"),
            lane="streets",
        )

    def _brought(self, brought: "Brought") -> None:
        self.reload()
        text = self.tr("%1 is there: %2").replace("%1", brought.about.name)
        text = text.replace("%2", data_words.counts(brought.about))
        if brought.waits:
            text = self.tr("It is there, and is used after the next start.")
        self.said.emit(text, "check-circle", False)

    def _stopped(self) -> None:
        self.said.emit(self.tr("Stopped. What was there before is still there."), "info", False)

    # -- removing

    def ask_remove(self, about: "About") -> None:
        """Remove a region, after a question."""
        dialog = RemoveDialog(about.name, data_words.size(about.size), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._dialog = dialog
        dialog.accepted.connect(lambda: self._remove(about.name))
        dialog.open()

    def _remove(self, name: str) -> None:
        text = self.tr("Removed the street data %1").replace("%1", name)

        def done(_nothing: None) -> None:
            self.reload()
            self.said.emit(text, "trash", False)

        self.session.runner.start(
            lambda _progress: tasks.remove_map_data(name),
            done,
            failed=self.went_wrong.emit,
            lane="streets",
        )

    # -- dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if dropped(event):
            self.drop.set_over(True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: Any) -> None:
        """They went on."""
        self.drop.set_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Bring them in."""
        self.drop.set_over(False)
        paths = dropped(event)
        if paths:
            event.acceptProposedAction()
            self.bring(paths)


def dropped(event: QDropEvent) -> list[Path]:
    """The files of a drop that may be street data."""
    found = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in found if path.suffix.lower() in ENDINGS]


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
