"""Export: what goes out for which use, as which file; who does not, and why; then save."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from directory_app.store.filters import Filter
from directory_app.tasks.exporting import Exported, Outlook, look_ahead
from directory_app.tasks.private_export import PrivateExported, who_would_go
from directory_app.ui.jobs import Job
from directory_app.ui.pages.export.options_pane import SHOWN, ExportChoice, OptionsPane, Part
from directory_app.ui.pages.export.outlook_pane import ExportFoot, OutlookPane
from directory_app.ui.pages.export.saving import Saving, open_in_system
from directory_app.ui.pages.page import Page
from directory_app.ui.parts.saved_lists import of_row
from directory_app.ui.session import Session
from directory_app.ui.widgets.base import Label
from directory_app.ui.widgets.layouts import STRETCH, hbox, vbox
from directory_app.ui.widgets.toolbar import Toolbar

if TYPE_CHECKING:
    from directory_app.store.browse import Browser

_WIDE, _NARROW = 300, 252
#: Below this width of the page the options take less.
_ROOM = 760


class ExportPage(Page):
    """Choices at the left, what comes of them at the right, Save at the foot."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._job: Job | None = None
        self._shown: Part = None
        self._made: Exported | PrivateExported | None = None
        self.title = Label(self.tr("Export"), "page-name")
        self.options = OptionsPane()
        self.outlook = OutlookPane()
        self.foot = ExportFoot()
        self.saving = Saving(session, self)
        self.toast_place = self.outlook
        self._lay_out()
        self._connect()
        self.setAccessibleName(self.tr("Export"))

    def _lay_out(self) -> None:
        middle = hbox(None, self.options, (self.outlook, 1))
        vbox(self, Toolbar(self.title, STRETCH), (middle, 1), self.foot)

    def _connect(self) -> None:
        self.options.changed.connect(self._choose)
        self.outlook.business_wanted.connect(lambda code: self.wanted.emit("directory", code))
        self.foot.save.clicked.connect(self._save)
        self.foot.folder.clicked.connect(self._show_folder)
        self.foot.look.clicked.connect(self._look)
        self.saving.busy.connect(lambda on: self.foot.save.setEnabled(not on))
        self.saving.saved.connect(self._saved)
        self.saving.failed.connect(self.went_wrong)

    # -- the page

    def open(self, argument: Any = None) -> None:
        """``argument``: a Filter or ids of businesses to export; None: as it was left."""
        if argument is not None:
            self._shown = argument
        key = SHOWN if argument is not None else self.options.which.value()

        def arrived(rows: list[tuple[str, str, str]]) -> None:
            lists = [of_row(*row) for row in rows]
            self.options.show_parts(self._shown, [(one.name, one.filter) for one in lists])
            self.options.choose_part(key)

        self.session.look(lambda browser: browser.saved_lists(), arrived)

    def resume(self, before: Self) -> None:
        """The same choices."""
        self._shown = before._shown
        self.options.resume(before.options)
        self.open()

    def _choose(self, _choice: ExportChoice) -> None:
        self._made = None
        self.foot.show_made(None)
        self.reload()

    def reload(self) -> None:
        """Look again who goes out."""
        self.session.interrupt(self._job)
        choice = self.options.choice
        self.outlook.show_choice(choice)
        self.foot.show_use_by(None, ready=False)
        if choice.is_private:
            self._look_at_private(choice)
            return

        today = self.session.today()

        def look(browser: "Browser") -> Outlook:
            return look_ahead(browser, choice.channel, choice.part, today)

        def arrived(outlook: Outlook) -> None:
            if choice == self.options.choice:  # else another is on its way
                self.outlook.show_outlook(outlook)
                self._show_ready(outlook.use_by if outlook.goes else None, outlook.goes)

        self._job = self.session.look(look, arrived, failed=self.went_wrong.emit)

    def _show_ready(self, use_by: dt.date | None, goes: int) -> None:
        """Let it be saved, if there is something to save and it can be recorded."""
        self.foot.show_use_by(use_by, ready=bool(goes) and self.session.writable)
        if not self.session.writable:
            self.foot.tell(self.tr("Somebody else writes now: what leaves could not be recorded"))

    def _look_at_private(self, choice: ExportChoice) -> None:
        part = choice.part if choice.part is not None else Filter()
        wanted = part if isinstance(part, Filter) else list(part)

        def arrived(found: tuple[int, int]) -> None:
            if choice == self.options.choice:
                self.outlook.show_private(*found)
                self._show_ready(None, found[0])

        self._job = self.session.look(
            lambda browser: who_would_go(browser, wanted), arrived, failed=self.went_wrong.emit
        )

    def panes(self) -> list[QWidget]:
        """Options, what comes of them, the foot."""
        return [self.options, self.outlook, self.foot]

    def resizeEvent(self, event: Any) -> None:
        """Options are narrower where there is little room."""
        super().resizeEvent(event)
        self.options.setFixedWidth(_WIDE if self.width() >= _ROOM else _NARROW)

    def minimumSizeHint(self) -> QSize:
        """Both sides, narrow."""
        return QSize(520, 260)

    # -- saving

    def _save(self) -> None:
        found = self.outlook.private
        self.saving.save(self.options.choice, found[0] if found else 0)

    def save_to(self, path: Path) -> None:
        """Write to a file without asking where."""
        self.saving.save_to(self.options.choice, path)

    def _saved(self, made: Exported | PrivateExported) -> None:
        self._made = made
        self.foot.show_made(made)
        self.foot.folder.setFocus()

    def _show_folder(self) -> None:
        if self._made is not None:
            open_in_system(self._made.path.parent)

    def _look(self) -> None:
        if self._made is not None:
            open_in_system(self._made.path)
