"""The left pane: the mark, the list of what to work on, the lock and the last backup."""

import datetime as dt
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QLocale, QSize, QTime, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from directory_app.ui import theme
from directory_app.ui.pages import register
from directory_app.ui.session import Session
from directory_app.ui.widgets import dates
from directory_app.ui.widgets.base import Label, Pane, Translated
from directory_app.ui.widgets.buttons import Button, IconButton
from directory_app.ui.widgets.doors import Mark
from directory_app.ui.widgets.layouts import hbox, vbox
from directory_app.ui.widgets.remark import Remark
from directory_app.ui.widgets.sidebar import Entry, SidebarList


class SidePane(Translated, Pane):
    """200 px, or the rail of 52. ``picked(key)``: a view of the directory or a page."""

    picked = Signal(str)
    lock_wanted = Signal()
    rail_toggled = Signal()
    backup_wanted = Signal()
    help_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("sidebar", "r", parent)
        self._session = session
        self._rail = False
        self._own: Sequence[tuple[str, str]] = ()
        self.list = SidebarList("")
        self.list.picked.connect(self.picked)
        self._make_head()
        self._make_foot()
        vbox(self, self._head, (self.list, 1), self._foot, self._rail_foot, margins=(0, 0, 1, 0))
        self._rail_foot.hide()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.retranslate()

    def sizeHint(self) -> QSize:
        """The width of the list or of the rail."""
        return QSize(theme.length("width", "rail" if self._rail else "sidebar"), 400)

    # -- parts

    def _make_head(self) -> None:
        self._head = QWidget()
        self._head.setFixedHeight(theme.length("height", "toolbar") + 4)
        self._mark = Mark(26)
        self._title = Label("Puertas", "page-name")
        self._fold = IconButton("list", "")
        self._fold.clicked.connect(self.rail_toggled)
        hbox(self._head, self._mark, (self._title, 1), self._fold, margins=(14, 0, 5, 4), spacing=9)

    def _make_foot(self) -> None:
        self._foot = Pane("sidebar", "t")
        words = Label("", "small", "ink-soft", elide=True)
        self._lock_state = Remark("lock-simple", "ok", label=words, fill=True, gap=7)
        self._lock_state.setFixedHeight(20)
        self._lock = Button("", "link", size="small")
        self._lock.clicked.connect(self.lock_wanted)
        self._backup = Label("", "caption", "ink-soft", elide=True)
        self._back_up = Button("", "link", size="small")
        self._back_up.clicked.connect(self.backup_wanted)
        self._settings = IconButton("gear-six", "", size="small")
        self._settings.clicked.connect(lambda: self.picked.emit("settings"))
        self._help = IconButton("book-open-text", "", size="small")
        self._help.clicked.connect(self.help_wanted)
        first, last = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self._lock_state, 1)
        first.addWidget(self._lock)
        last.addWidget(self._back_up)
        last.addStretch()
        last.addWidget(self._help)
        last.addWidget(self._settings)
        for line in (first, last):
            line.setSpacing(2)
        column = QVBoxLayout(self._foot)
        column.setContentsMargins(16, 8, 12, 6)
        column.setSpacing(0)
        column.addLayout(first)
        column.addWidget(self._backup)  # a line of its own: beside the link it was cut
        column.addLayout(last)
        self._make_rail_foot()

    def _make_rail_foot(self) -> None:
        self._rail_foot = QWidget()
        self._rail_lock = IconButton("lock-simple", "", size="main")
        self._rail_lock.clicked.connect(self.lock_wanted)
        self._rail_settings = IconButton("gear-six", "", size="main")
        self._rail_settings.clicked.connect(lambda: self.picked.emit("settings"))
        self._rail_help = IconButton("book-open-text", "", size="main")
        self._rail_help.clicked.connect(self.help_wanted)
        vbox(
            self._rail_foot,
            self._rail_lock,
            self._rail_help,
            self._rail_settings,
            margins=(4, 0, 4, 8),
        )

    # -- texts

    def retranslate(self) -> None:
        """Set the texts."""
        key = self.list.current_key() or "all"
        counts = {row.key: row.count for row in self.list.entries.rows}
        rows = self._rows()
        for row in rows:
            row.count = counts.get(row.key)
        self.list.set_rows(rows)
        self.list.select(key)
        self.list.setAccessibleName(self.tr("What to work on"))
        self._fold.set_name(self.tr("Narrow or widen this list"))
        for button in (self._settings, self._rail_settings):
            button.set_name(self.tr("Settings"))
        for button in (self._help, self._rail_help):
            button.set_name(self.tr("Help"))
        self._lock.setText(self.tr("Lock"))
        self._lock.setVisible(self._session.encrypted)
        self._rail_lock.set_name(self.tr("Lock"))
        self._rail_lock.setVisible(self._session.encrypted)
        closed = self._session.encrypted
        icon, role = ("lock-simple", "ok") if closed else ("warning", "warn")
        self._lock_state.set_icon(icon, role)
        self._lock_state.label.setText(self.tr("Encrypted") if closed else self.tr("Not encrypted"))
        at_home = self._session.field is None
        for part in (self._settings, self._rail_settings, self._back_up, self._backup):
            part.setVisible(at_home)
        self._back_up.setText(self.tr("Back up"))
        self.refresh_backup()

    def _rows(self) -> list[Entry]:
        rows = [
            Entry(view.key, view.words(), view.icon) for view in register.views_of(self._session)
        ]
        for section, words in register.SECTIONS:
            if section == register.LISTS and self._own:
                rows.append(Entry(section, words()))
                rows += [
                    Entry(key, name, "bookmark-simple", is_own=True, waits=True)
                    for key, name in self._own
                ]
            pages = [page for page in register.pages_of(self._session) if page.section == section]
            if pages and words():
                rows.append(Entry(section, words()))
            rows += [Entry(page.key, page.words(), page.icon) for page in pages]
        return rows

    def refresh_backup(self) -> None:
        """Say when the last backup was made, from the files themselves."""
        made = [file.stat().st_mtime for file in self._session.folder.backups.glob("*")]
        if not made:
            self._backup.setText(self.tr("No backup yet"))
            return
        last = dt.datetime.fromtimestamp(max(made), self._session.timezone)
        if last.date() == self._session.today():
            time = QTime(last.hour, last.minute)
            clock = QLocale().toString(time, QLocale.FormatType.ShortFormat)
            self._backup.setText(self.tr("Backed up today, %1").replace("%1", clock))
        else:
            self._backup.setText(self.tr("Backed up %1").replace("%1", dates.short(last.date())))

    # -- state

    def select(self, key: str) -> None:
        """Show where the window is."""
        self.list.select(key)

    def set_own(self, rows: Sequence[tuple[str, str]]) -> None:
        """Show the lists that somebody made: (key, name), in their order."""
        self._own = rows
        self.retranslate()

    def set_counts(self, counts: Mapping[str, int | None]) -> None:
        """Show how many there are, by key."""
        self.list.entries.set_counts(counts)

    def set_rail(self, rail: bool) -> None:
        """Icons only, or the whole list."""
        if rail == self._rail:
            return
        self._rail = rail
        self._title.setVisible(not rail)
        self._fold.setVisible(not rail)
        self._foot.setVisible(not rail)
        self._rail_foot.setVisible(rail)
        self.list.set_rail(rail)
        self.setFixedWidth(self.sizeHint().width())

    def mousePressEvent(self, event: object) -> None:
        """A click on the mark widens the rail."""
        if self._rail:
            self.rail_toggled.emit()
