"""The editor of one business: five sections; what is typed is saved when a section is left."""

from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget

from directory_app.errors import UserError
from directory_app.store.dossier import Dossier
from directory_app.store.rows import BusinessRow
from directory_app.tasks import editing
from directory_app.ui import theme
from directory_app.ui.pages.directory.editor import ahead
from directory_app.ui.pages.directory.editor.consent_section import ConsentSection
from directory_app.ui.pages.directory.editor.creating import Creating
from directory_app.ui.pages.directory.editor.editor_head import EditorHead
from directory_app.ui.pages.directory.editor.field_help import HelpLine
from directory_app.ui.pages.directory.editor.likely_twin import LikelyTwin
from directory_app.ui.pages.directory.editor.notes import Notes
from directory_app.ui.pages.directory.editor.others import Others
from directory_app.ui.pages.directory.editor.pauses import DraftKeeper
from directory_app.ui.pages.directory.editor.section import Section, edit_of, matches
from directory_app.ui.pages.directory.editor.when import When
from directory_app.ui.pages.directory.editor.where import Where
from directory_app.ui.pages.directory.editor.who import Who
from directory_app.ui.session import Session
from directory_app.ui.widgets.base import Scroll


class Editor(Creating):
    """344 px beside the table, or over it with Back.

    ``said`` and ``went_wrong`` as a Page's; ``closed``: Back or Esc; ``next_wanted``:
    Ctrl+Enter; ``business_wanted(id)``: the other one of a possible duplicate; ``added(id)``;
    ``place_wanted(id)``: to where places are worked through. ``runs_wanted(name)``: the print
    runs that name it.
    """

    said = Signal(str, str, bool)
    went_wrong = Signal(object)
    closed = Signal()
    next_wanted = Signal()
    business_wanted = Signal(str)
    place_wanted = Signal(str)
    added = Signal(str)
    remove_wanted = Signal(object)
    runs_wanted = Signal(str)
    page_wanted = Signal(str, str)  # the phone queue or the history, of a business (its id)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("base", "l", parent)
        self.session = session
        self.id = ""
        self.is_new = False
        self._saving = 0
        self._typed: dict[str, Any] = {}
        self._asking: QWidget | None = None
        self.head = EditorHead()
        self.banner = LikelyTwin(self)
        self.who, self.where = Who(), Where(session.runner)
        self.when, self.consent = When(), ConsentSection(session.today())
        self.notes = Notes()
        self.sections: list[Section] = [self.who, self.where, self.when, self.consent, self.notes]
        self._lay_out()
        self.drafts = DraftKeeper(self)
        self.ahead = ahead.ReadAhead(session, self)
        self.others = Others(self)
        self._connect()
        self.setAccessibleName(self.tr("Business"))

    def _lay_out(self) -> None:
        self.setFixedWidth(theme.length("width", "editor"))
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        for section in self.sections:
            inner.addWidget(section)
        inner.addStretch()
        self.view = Scroll(content)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.banner)
        column.addWidget(self.view, 1)
        column.addWidget(HelpLine(fields_of(self)))

    def _connect(self) -> None:
        self.head.back.clicked.connect(self.closed)
        self.head.more.set_menu(self._menu())
        self.banner.show_wanted.connect(self._show_other)
        self.banner.apart_wanted.connect(self._keep_apart)
        self.consent.ask_wanted.connect(self.ask)
        self.where.doubt.wanted.connect(lambda: self.place_wanted.emit(self.id))
        self.notes.withdraw_wanted.connect(self.withdraw)
        self.where.lives.no_said.connect(self._keep_no_home)
        self.session.ask(lambda store: store.businesses.not_homes(), self.where.lives.know)
        for section in self.sections:
            section.today = self.session.today
            section.left.connect(lambda section=section: self.save(section))
        for section in (self.who, self.where, self.when):
            section.checked.clicked.connect(self._ticked)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)

    def _keep_no_home(self, business: str, address: str) -> None:
        if business and self.session.writable:  # a new one is asked about once it is kept
            self.session.keep(lambda store: store.businesses.say_not_home(business, address))

    # -- showing

    def show_row(self, row: BusinessRow) -> None:
        """Show the business of a row: its name at once, the rest when it is read."""
        if row.id == self.id and not self.is_new:
            return
        self.leave()
        self.id, self.is_new = row.id, False
        self.head.show_row(row)
        self.banner.forget()
        found = self.ahead.take(row.id)
        if found is not None:
            self._arrived(*found)
            return
        self.session.read(
            lambda store: ahead.read(store, [row.id])[0],
            lambda found: self._arrived(*found),
            failed=self._failed_to_read,
        )

    def show_new(self) -> None:
        """A blank business; it is kept once it has a name."""
        self.leave()
        self.id, self.is_new = "", True
        self.banner.forget()
        self.head.show_new()
        self._load(Dossier(editing.blank()))
        self.view.verticalScrollBar().setValue(0)
        self.session.ask(editing.new_draft, self._take_up)

    def _take_up(self, values: Any) -> None:
        """What was typed for a new business when the window was closed is there again."""
        if not values or not self.is_new or self._is_edited():
            return
        self.drafts.know(editing.NEW)
        blank = self.who.dossier
        draft = editing.from_draft(values, blank)
        for at, section in enumerate(self.sections):
            section.load_draft(draft, blank)
            section.take_up(values.get("typed", {}).get(str(at), {}))
        self.said.emit(self.tr("This is what you typed last time"), "arrow-u-up-left", False)

    def _arrived(self, dossier: Any, draft: Any) -> None:
        if dossier.business.id != self.id:
            return
        self._load(dossier)
        self.view.verticalScrollBar().setValue(0)
        self._show_typed(draft or {})
        self.others.soon()

    def _load(self, dossier: Any) -> None:
        self._show_ticks(dossier.business, keep=False)
        self.head.show_business(dossier.business, new=self.is_new)
        for section in self.sections:
            section.load(dossier)

    def reload(self) -> None:
        """The directory changed: show what is kept, but nothing over what is being typed."""
        if not self.id:
            return
        self.session.ask(
            lambda store: store.businesses.get(self.id), self._refresh, failed=self._failed_to_read
        )

    def _refresh(self, dossier: Any) -> None:
        if dossier.business.id != self.id or self._saving:
            return
        self.head.show_business(dossier.business, new=False)
        self._show_ticks(dossier.business, keep=True)
        for section in self.sections:
            if not section.is_edited():
                section.load(dossier)
        self.others.ask()

    def _failed_to_read(self, error: Exception) -> None:
        """A business that is gone closes its editor; anything else is told."""
        if isinstance(error, UserError):
            self.forget()
            self.hide()
        else:
            self.went_wrong.emit(error)

    def forget(self) -> None:
        """Show nothing, save nothing."""
        self.when.close_hours()
        self.id, self.is_new = "", False
        for section in self.sections:
            section.dossier = None

    # -- saving

    def _focus_moved(self, old: QWidget | None, now: QWidget | None) -> None:
        if now is None or old is None or isinstance(now, QMenu):
            return  # another window or a menu: nothing is left yet
        before, after = self._section_of(old), self._section_of(now)
        if before is not None and before is not after:
            # after the field itself has heard that it was left
            QTimer.singleShot(0, self, lambda: self.save(before))

    def _section_of(self, widget: QWidget) -> Section | None:
        return next((one for one in self.sections if one.isAncestorOf(widget)), None)

    def leave(self) -> None:
        """Save what was typed anywhere."""
        self.when.close_hours()
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # fields commit on leaving
        if self.is_new and not self.who.name_text():
            self._keep_draft()
            return
        self.drafts.leave()
        for section in self.sections:
            self.save(section)

    @property
    def is_saving(self) -> bool:
        """Whether something is being applied."""
        return self._saving > 0

    def _is_edited(self) -> bool:
        return any(section.is_edited() for section in self.sections)

    def _keep_draft(self) -> None:
        """A business without a name cannot be saved: keep what was typed until it has one."""
        whole = editing.joined([edit_of(section) for section in self.sections])
        own = self.who.dossier.business.id
        self._keep_new(None if whole.is_empty() else editing.draft_of(whole, own))

    def _keep_new(self, values: dict[str, Any] | None) -> None:
        self.session.keep(lambda store: store.drafts.set(editing.NEW, values))

    def throw_away(self) -> None:
        """Forget a new business that has no name, and what was kept of it."""
        self.forget()
        self._keep_new(None)

    # -- over a lock

    def unfinished(self) -> dict[str, Any]:
        """Rows for ``store.keep_draft``: what is typed or chosen and not saved. {} if nothing is.

        Nothing of it is applied: half a word is no name.
        """
        found = {str(at): section.unfinished() for at, section in enumerate(self.sections)}
        typed: dict[str, Any] = {at: values for at, values in found.items() if values}
        if self._asking is not None and self._asking.isVisible():
            typed["ask"] = self._asking.draft()  # type: ignore[attr-defined]  # an AskDialog
        if self.is_new:
            whole = editing.joined([edit_of(section) for section in self.sections])
            draft = editing.draft_of(whole, self.who.dossier.business.id)
            return {editing.NEW: draft | {"typed": typed}} if typed else {}
        return {self.id: {"typed": typed}} if self.id and (typed or self.isVisible()) else {}

    def take_up(self, typed: dict[str, Any]) -> None:
        """Show it again as soon as the business that is being shown is read."""
        self._typed = typed

    def _show_typed(self, draft: dict[str, Any]) -> None:
        """What was typed before the lock, or else what was kept of it at a pause."""
        typed, self._typed = self._typed, {}
        kept, shown = draft.get("typed", {}), draft.get("shown", {})
        if kept and not typed:
            self.drafts.know(self.id)
            for place, values in kept.items():
                self._take_up_section(self.sections[int(place)], values, shown.get(place, {}))
            self.said.emit(self.tr("This is what you typed last time"), "arrow-u-up-left", False)
        for at, section in enumerate(self.sections):
            if str(at) in typed:
                section.take_up(typed[str(at)])
        if "ask" in typed:
            self._open_asking().take_up(typed["ask"])
        if typed:
            said = self.tr("What you typed is still here")
            self.said.emit(said, "arrow-u-up-left", False)

    @staticmethod
    def _take_up_section(section: Section, typed: dict[str, Any], shown: dict[str, Any]) -> None:
        """What was typed is shown again, but not over what changed elsewhere since."""
        now = section.shown()
        stale = {field for field, was in shown.items() if now.get(field) != was}
        section.take_up({field: value for field, value in typed.items() if field not in stale})
        for field in stale:
            section.say_elsewhere(field, typed[field])

    def waits_for_a_name(self) -> bool:
        """Whether something of a new business was typed that cannot be kept yet; says so."""
        if not self.is_new or not self._is_edited():
            return False
        return not self.who.check("name")

    def save(self, section: Section) -> None:
        """Keep the sound changes of a section as one undo step."""
        if section.dossier is None or not section.is_edited():
            return
        edit = edit_of(section)
        if edit.is_empty():
            return
        if self.is_new:
            self._save_new()
            return
        self._saving += 1
        self.head.show_saving()
        business_id, typed, rest = self.id, section.unfinished(), self.drafts.rest()
        self.drafts.ended(business_id)

        def apply(store: Any) -> editing.Saved:
            saved = editing.apply(store, business_id, edit)
            store.drafts.set(business_id, rest)  # what is saved is typed no more
            return saved

        self.session.write(
            apply,
            lambda saved: self._saved(section, saved),
            failed=lambda error: self._not_saved(error, business_id, section, typed),
        )

    def _saved(self, section: Section, saved: editing.Saved) -> None:
        self._saving -= 1
        dossier = saved.dossier
        if dossier.business.id != self.id:
            return
        self.head.show_business(dossier.business, new=False)
        self.head.show_saved()
        for one in self.sections:
            if matches(one, dossier):
                one.load(dossier)
            else:
                one.dossier = dossier
        for field in saved.clashes:
            section.say_clash(field, section.shown()[field])
        self.where.show_pin(dossier.business)
        self.others.ask()

    def _not_saved(self, error: Exception, row: str, section: Section, typed: Any) -> None:
        self._saving -= 1
        if row == self.id:
            self.head.show_not_saved()  # and what was typed still stands there
        else:
            self.drafts.keep_too(row, str(self.sections.index(section)), typed)
        self.went_wrong.emit(error)

    # -- keyboard and room

    def focus_first(self) -> None:
        """Into the name."""
        self.who.name.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_as_sheet(self, sheet: bool) -> None:
        """Over the table, with Back; or beside it."""
        self.head.back.setVisible(sheet)
        if sheet:
            self.setMinimumWidth(0)
            self.setMaximumWidth(16_777_215)
        else:
            self.setFixedWidth(theme.length("width", "editor"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter saves and goes to the next row."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.leave()
            self.next_wanted.emit()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)


def fields_of(editor: Editor) -> dict[QWidget, str]:
    """The fields of an editor; what lies in one of them belongs to it."""
    found: dict[QWidget, str] = {
        row.field: field for section in editor.sections for field, row in section.rows.items()
    }
    found |= {widget: name for name, widget in editor.where.town.fields.items()}
    return found | {
        editor.who.phones: "phone.number",
        editor.when.grid: "opening_hours",
        editor.notes.person.field: "contact.name",
        editor.notes.phone.field: "contact.phone",
    }
