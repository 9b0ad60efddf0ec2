"""The editor of one business: five sections; what is typed is saved when a section is left."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QWidget

from directory_app.errors import UserError
from directory_app.model.terms import ReviewState
from directory_app.store.dossier import Dossier
from directory_app.store.rows import BusinessRow
from directory_app.tasks import editing
from directory_app.ui import icons, theme
from directory_app.ui.pages.directory.editor.consent_section import ConsentSection
from directory_app.ui.pages.directory.editor.field_help import HelpLine
from directory_app.ui.pages.directory.editor.likely_twin import LikelyTwin
from directory_app.ui.pages.directory.editor.notes import Notes
from directory_app.ui.pages.directory.editor.section import Section, edit_of, matches
from directory_app.ui.pages.directory.editor.when import When
from directory_app.ui.pages.directory.editor.where import Where
from directory_app.ui.pages.directory.editor.who import Who
from directory_app.ui.parts import words
from directory_app.ui.parts.consent.ask_dialog import AskDialog
from directory_app.ui.parts.consent.withdraw_dialog import WithdrawDialog
from directory_app.ui.session import Session
from directory_app.ui.widgets.base import Label, Pane, Scroll
from directory_app.ui.widgets.buttons import IconButton
from directory_app.ui.widgets.layouts import vbox
from directory_app.ui.widgets.remark import Remark

if TYPE_CHECKING:
    from directory_app.store.dossier import Dossier
    from directory_app.store.store import Store

_STATES = {
    ReviewState.APPROVED: ("seal-check", "ok"),
    ReviewState.SUBMITTED: ("clock", "warn"),
    ReviewState.DRAFT: ("circle", "ink-soft"),
    ReviewState.ARCHIVED: ("archive", "ink-soft"),
}


class Marked(Remark):
    """A small icon and a word, of one colour."""

    def __init__(self) -> None:
        super().__init__("", size=14, gap=3, label=Label("", "small"))

    def show_words(self, icon: str, text: str, role: str, *, fill: bool = False) -> None:
        """Say it."""
        self.set_icon(icon, role, fill=fill)
        self.label.set_role(role)
        self.set_words(text)


class EditorHead(QWidget):
    """Two lines: the name; code, state, saved."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = IconButton("arrow-u-up-left", self.tr("Back to the table"))
        self.back.hide()
        self.title = Label("", "title", elide=True)
        self.more = IconButton("dots-three", self.tr("More"))
        self.more.set_icon("dots-three", role="ink")
        self.code = Label("", "small", "ink-soft")
        code_font = theme.font("small")
        code_font.setLetterSpacing(code_font.SpacingType.PercentageSpacing, 104)
        self.code.setFont(code_font)
        self.state, self.saved = Marked(), Marked()
        self._gone = QTimer(self, singleShot=True, interval=6000)
        self._gone.timeout.connect(self.saved.hide)
        self._lay_out()

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(4)
        first.addWidget(self.back)
        first.addWidget(self.title, 1)
        first.addWidget(self.more)
        second.setSpacing(12)
        for widget in (self.code, self.state, self.saved):
            second.addWidget(widget)
        second.addStretch()
        vbox(self, first, second, margins=(16, 7, 8, 7))

    def show_row(self, row: BusinessRow) -> None:
        """What a row knows."""
        self.title.setText(row.name)
        self._show_code(row.code)
        self._show_state(row.review_state)
        self.saved.hide()

    def show_business(self, business: Any, *, new: bool) -> None:
        """What is kept."""
        if new:
            self.show_new()
            return
        self.title.setText(business.name)
        self._show_code(business.code)
        self._show_state(business.review_state)

    def show_new(self) -> None:
        """A business without a name yet."""
        self.title.setText(self.tr("New business"))
        self._show_code("")
        self.state.show_words("", self.tr("Kept once it has a name"), "ink-soft")
        self.saved.hide()

    def _show_code(self, code: str) -> None:
        self.code.setText(code)
        self.code.setVisible(bool(code))

    def _show_state(self, state: str) -> None:
        icon, role = _STATES[ReviewState(state)]
        fill = state == ReviewState.APPROVED
        self.state.show_words(icon, words.review(state), role, fill=fill)

    def show_saving(self) -> None:
        """An edit is on its way."""
        self._gone.stop()
        self.saved.show_words("clock", self.tr("Saving"), "ink-soft")

    def show_saved(self) -> None:
        """It is kept."""
        self.saved.show_words("check", self.tr("Saved"), "ink-soft")
        self._gone.start()

    def show_not_saved(self) -> None:
        """It is not."""
        self._gone.stop()
        self.saved.show_words("warning-circle", self.tr("Not saved"), "danger", fill=True)


#: Milliseconds that somebody stays at a business before it is compared with all others: who
#: walks down the table would wait for the answers about rows that are gone.
STAYS = 150


class Others(QObject):
    """``ask`` about what the editor shows, and show what is found in it."""

    def __init__(self, editor: "Editor") -> None:
        super().__init__(editor)
        self._editor = editor
        self._stays = QTimer(self, singleShot=True, interval=STAYS)
        self._stays.timeout.connect(self.ask)

    def soon(self) -> None:
        """Ask once somebody stays, who may only pass by."""
        self._stays.start()

    def ask(self) -> None:
        """Ask now: somebody works here."""
        self._stays.stop()
        dossier = self._editor.who.dossier
        if dossier is None or dossier.business.id != self._editor.id:
            return
        ask = self._editor.session.ask
        ask(lambda store: editing.same_phone(store, dossier), self._found_other)
        ask(lambda store: editing.doubt(store, dossier), self._found_doubt)

    def _found_other(self, found: tuple[str, Any]) -> None:
        asked, other = found
        if asked == self._editor.id:
            self._editor.banner.show_other(other)

    def _found_doubt(self, found: tuple[str, str]) -> None:
        asked, code = found
        if asked == self._editor.id:
            self._editor.where.doubt.show_code(code)


#: Milliseconds between two looks at what is typed.
PAUSE = 800
#: What the sections say of what is typed, and the part of an Edit that has it once it is sound.
_WHOLES = {"phone_lines": "phones", "phone_secrets": "phones", "contact": "contacts"}


class DraftKeeper(QObject):
    """``look`` keeps what is typed now; ``leave`` what stays behind when the editor moves on."""

    def __init__(self, editor: "Editor") -> None:
        super().__init__(editor)
        self._editor = editor
        self._last: tuple[str, Any] = ("", None)
        self._kept: set[str] = set()
        self._beat = QTimer(self, interval=PAUSE)
        self._beat.timeout.connect(self.look)
        self._beat.start()

    def know(self, row: str) -> None:
        """A draft of this row was found and is shown."""
        self._kept.add(row)

    def ended(self, row: str) -> None:
        """What was typed in this row is saved with something else; its draft goes there."""
        self._kept.discard(row)
        self._last = ("", None)

    def look(self) -> None:
        """Keep what is typed and not applied, if it is not what was kept last."""
        editor = self._editor
        if not editor.isVisible() or editor.is_saving or not editor.session.writable:
            return
        nothing: tuple[str, dict[str, Any]] = (editor.id, {})
        row, values = next(iter(editor.unfinished().items()), nothing)
        typed = {at: one for at, one in values.get("typed", {}).items() if at != "ask"}
        draft = values | {"typed": typed}
        self._keep(row, self._against_shown(draft) if typed else None)

    def leave(self) -> None:
        """Keep what of a business cannot be applied, now that another is shown."""
        editor = self._editor
        if editor.id and not editor.is_new and editor.session.writable:
            self._keep(editor.id, self.rest())

    def rest(self) -> dict[str, Any] | None:
        """What stays typed when all that is sound is applied; None if nothing does."""
        sections = enumerate(self._editor.sections)
        typed = {str(at): rest for at, section in sections if (rest := _unsound(section))}
        return self._against_shown({"typed": typed}) if typed else None

    def _against_shown(self, values: dict[str, Any]) -> dict[str, Any]:
        """A draft with what its fields showed, so that it is not put over what came meanwhile."""
        sections = self._editor.sections
        shown: dict[str, Any] = {}
        for at, typed in values["typed"].items():
            was = sections[int(at)].shown() if at.isdecimal() else {}
            shown[at] = {field: was[field] for field in typed if field in was}
        return values | {"shown": shown}

    def keep_too(self, row: str, at: str, typed: dict[str, Any]) -> None:
        """Keep what could not be applied of a section, beside what else is kept of its row."""

        def keep(store: Any) -> None:
            kept = store.drafts.get(row) or {}
            store.drafts.set(row, kept | {"typed": kept.get("typed", {}) | {at: typed}})

        self._kept.add(row)
        self._editor.session.keep(keep)

    def _keep(self, row: str, values: dict[str, Any] | None) -> None:
        if not row or self._last == (row, values) or (values is None and row not in self._kept):
            return
        self._last = (row, values)
        if values is None:
            self._kept.discard(row)
        else:
            self._kept.add(row)
        self._editor.session.keep(lambda store: store.drafts.set(row, values))


def _unsound(section: Any) -> dict[str, Any]:
    """What was typed in a section and is not in what will be applied of it."""
    typed = section.unfinished()
    if not typed:
        return {}
    edit = edit_of(section)
    return {
        field: value
        for field, value in typed.items()
        if field not in edit.changes
        and (field not in _WHOLES or getattr(edit, _WHOLES[field]) is None)
    }


#: A business and what was typed of it and not applied yet.
Found = tuple["Dossier", dict[str, Any] | None]


class ReadAhead(QObject):
    """Holds only what ``want`` asked for last, and nothing once the directory has changed."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._found: dict[str, Found] = {}
        self._wanted: frozenset[str] = frozenset()
        self._turn = 0
        session.changed.connect(self._read_again)

    def _read_again(self) -> None:
        """What was read may be another now; what is under way is not taken either."""
        self._found.clear()
        self._turn += 1
        self.want(self._wanted)

    def take(self, business_id: str) -> Found | None:
        """What was read of a business; it is handed out once."""
        return self._found.pop(business_id, None)

    def want(self, ids: Iterable[str]) -> None:
        """Read these, after all that is being saved."""
        self._wanted = frozenset(ids)
        self._found = {one: self._found[one] for one in self._wanted & self._found.keys()}
        missing = sorted(self._wanted - self._found.keys())
        if not missing:
            return
        turn = self._turn
        self._session.read(
            lambda store: read(store, missing),
            lambda found: self._arrived(turn, found),
            failed=lambda _error: None,  # it is read when it is shown, and told then
        )

    def _arrived(self, turn: int, found: list[Found]) -> None:
        if turn == self._turn:
            by_id = {one[0].business.id: one for one in found}
            self._found |= {own: by_id[own] for own in self._wanted & by_id.keys()}


def read(store: "Store", ids: Iterable[str]) -> list[Found]:
    """Businesses with what was typed of them; UserError if one is gone."""
    return [(store.businesses.get(one), store.drafts.get(one)) for one in ids]


class Editor(Pane):
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
        self.ahead = ReadAhead(session, self)
        self.others = Others(self)
        self._connect()
        self.setAccessibleName(self.tr("Business"))

    def _lay_out(self) -> None:
        self.setFixedWidth(theme.length("width", "editor"))
        content = QWidget()
        inner = vbox(content)
        for section in self.sections:
            inner.addWidget(section)
        inner.addStretch()
        self.view = Scroll(content)
        vbox(
            self,
            self.head,
            self.banner,
            (self.view, 1),
            HelpLine(fields_of(self)),
            margins=(1, 0, 0, 0),
        )

    def _connect(self) -> None:
        self.head.back.clicked.connect(self.closed)
        self.head.more.set_menu(self._menu())
        self.added.connect(self.banner.kept)
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
            lambda store: read(store, [row.id])[0],
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

    def _save_new(self) -> None:
        """Keep it. What is typed meanwhile is an edit like any other, of the same id."""
        blank = self.who.dossier
        whole = editing.joined([edit_of(section) for section in self.sections])
        if not whole.changes.get("name"):
            return
        self.is_new, self.id = False, blank.business.id
        self._saving += 1
        self._hold_against(editing.from_draft(editing.draft_of(whole, self.id), blank))
        self.drafts.ended(editing.NEW)

        def create(store: Any) -> Any:
            made = editing.add(store, whole, blank.business.id)
            store.drafts.set(editing.NEW, None)
            return made

        self.session.write(
            create, self._created, failed=lambda error: self._not_created(error, blank, whole)
        )

    def _hold_against(self, dossier: Any) -> None:
        for section in self.sections:
            section.dossier = dossier

    def _created(self, dossier: Any) -> None:
        self._saving -= 1
        if dossier.business.id != self.id:
            return  # another one is shown by now
        for section in self.sections:
            if matches(section, dossier):
                section.load(dossier)
            else:
                section.dossier = dossier
        self.head.show_business(dossier.business, new=False)
        self.head.show_saved()
        self.added.emit(self.id)
        self.others.ask()

    def _not_created(self, error: Exception, blank: Any, whole: editing.Edit) -> None:
        """It is new as before; where another one is shown by now, it waits for the next new one."""
        self._saving -= 1
        if self.id == blank.business.id:
            self.is_new, self.id = True, ""
            self._hold_against(blank)
            self.head.show_not_saved()
        else:
            draft = editing.draft_of(whole, blank.business.id)
            self.session.keep(lambda store: store.drafts.set(editing.NEW, draft))
        self.went_wrong.emit(error)

    def _show_ticks(self, business: Any, *, keep: bool) -> None:
        """All three where the entry was checked today; else those of this visit stay."""
        today = business.assured_date == self.session.today()
        for section in (self.who, self.where, self.when):
            section.checked.setChecked(today or (keep and section.checked.isChecked()))

    def _ticked(self) -> None:
        """The third tick says that the whole entry is checked."""
        ticks = [section.checked.isChecked() for section in (self.who, self.where, self.when)]
        dossier = self.who.dossier
        if all(ticks) and self.id and dossier.business.assured_date != self.session.today():
            self._checked()

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.aboutToShow.connect(lambda: self._fill(menu))
        return menu

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        for icon, text, act in (
            ("seal-check", self.tr("Checked today"), self._checked),
            ("check", self.tr("Approve"), self._approve),
            ("stack", self.tr("Where it was printed"), self._show_runs),
            ("phone-call", self.tr("Call to check"), lambda: self._to_page("verify")),
            ("arrow-counter-clockwise", self.tr("History"), lambda: self._to_page("history")),
            ("archive", self.tr("Archive"), self._archive),
            ("trash", self.tr("Delete"), self._delete),
            ("prohibit", self.tr("They withdrew…"), self.withdraw),
        ):
            action = menu.addAction(icons.icon(icon, "ink-soft"), text)
            action.setEnabled(bool(self.id))
            action.triggered.connect(lambda _on=False, act=act: act())

    def _do(self, work: Any, text: str, icon: str = "check") -> None:
        self.session.write(
            work, lambda _done: self.said.emit(text, icon, True), failed=self.went_wrong.emit
        )

    def _checked(self) -> None:
        business_id, day = self.id, self.session.today()
        name = self.head.title.whole_text()
        self._do(
            lambda store: editing.check(store, business_id, day),
            self.tr("%1 is checked").replace("%1", name),
            "seal-check",
        )

    def _approve(self) -> None:
        business_id = self.id
        name = self.head.title.whole_text()
        text = self.tr("%1 is approved").replace("%1", name)
        self._do(lambda store: store.businesses.approve([business_id]), text)

    def _archive(self) -> None:
        business_id = self.id
        text = self.tr("%1 is archived").replace("%1", self.head.title.whole_text())
        self.forget()
        self.closed.emit()
        self._do(lambda store: store.businesses.archive([business_id]), text, "archive")

    def _to_page(self, key: str) -> None:
        self.page_wanted.emit(key, self.id)

    def _show_runs(self) -> None:
        self.runs_wanted.emit(self.head.title.whole_text())

    def _delete(self) -> None:
        self.remove_wanted.emit([self.id])

    def _show_other(self, business_id: str) -> None:
        self.business_wanted.emit(business_id)

    def _keep_apart(self, other: str) -> None:
        business_id = self.id
        self.banner.hide()
        self._do(
            lambda store: store.duplicates.keep_apart(business_id, other),
            self.tr("These two are not the same"),
        )

    def ask(self) -> None:
        """Open the dialog that records answers."""
        if not self.id or self.consent.dossier is None:
            return
        self.leave()
        self._open_asking()

    def _open_asking(self) -> Any:
        dialog = AskDialog(self.consent.dossier, self.session, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.destroyed.connect(self._asked)
        dialog.recorded.connect(self._record)
        dialog.withdraw_wanted.connect(self.withdraw)
        dialog.open()
        self._asking = dialog
        return dialog

    def _asked(self) -> None:
        self._asking = None

    def _record(self, answers: Any, visibility: str) -> None:
        business_id = self.id
        text = self.tr("Answers of %1 recorded").replace("%1", self.head.title.whole_text())

        from directory_app.ui.parts.consent.ask_dialog import record as keep

        def record(store: Any) -> None:
            keep(store, business_id, answers, visibility)

        self._do(record, text, "chat-circle-dots")

    def withdraw(self) -> None:
        """Open the dialog that forgets the business for good."""
        if not self.id:
            return
        self.leave()
        dialog = WithdrawDialog(self.id, self.session, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.went_wrong.connect(self.went_wrong)
        dialog.withdrawn.connect(self._withdrawn)
        dialog.open()

    def _withdrawn(self) -> None:
        self.forget()
        self.closed.emit()


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


def lead_to(editor: "Editor", business_id: str, mend: str) -> None:
    """Put the keyboard where ``mend`` (see guides.checks.Finding) is mended.

    ``consent`` opens the dialog that records answers. Nothing happens if the editor shows
    another business by now.
    """
    if editor.id != business_id or editor.who.dossier is None:
        return
    if mend == "consent":
        editor.ask()
        return
    if mend == "hours":
        editor.view.ensureWidgetVisible(editor.when.edit, 0, 80)
        editor.when.edit_hours()
        return
    field = _field(editor, mend)
    if field is not None:
        editor.view.ensureWidgetVisible(field, 0, 80)
        field.setFocus(Qt.FocusReason.OtherFocusReason)


def _field(editor: "Editor", mend: str) -> QWidget | None:
    who, where, when = editor.who, editor.where, editor.when
    halves = {
        "description": (who.rows["description_en"], who.rows["description_es"]),
        "hours_note": (when.rows["hours_note_en"], when.rows["hours_note_es"]),
        "directions": (where.rows["directions_en"], where.rows["directions_es"]),
    }
    if mend in halves:
        english, spanish = halves[mend]
        row = spanish if _text(english.field) else english
        return row.field
    if mend == "phone":
        return who.phones.lines[0][0] if who.phones.lines else who.phones
    found: dict[str, QWidget] = {
        "name": who.name.field,
        "website": who.website.field,
        "assure": who.checked,
        "place": where.address.field,
    }
    return found.get(mend)


def _text(field: QWidget) -> str:
    return str(getattr(field, "text", str)()).strip()
