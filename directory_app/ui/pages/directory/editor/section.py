"""A section of the editor: a head that folds it, fields, and what was changed in them."""

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QSizePolicy, QWidget

from directory_app.model import fields
from directory_app.tasks.editing import Edit, plain
from directory_app.ui import theme
from directory_app.ui.pages.directory.editor import controls
from directory_app.ui.pages.directory.editor.controls import Reader, Writer
from directory_app.ui.pages.directory.pickers.category_field import CategoryField
from directory_app.ui.pages.directory.pickers.chips_field import ChipsField
from directory_app.ui.parts import stopped, words
from directory_app.ui.parts.stopped import StoppedBar, Stops
from directory_app.ui.widgets.base import Line
from directory_app.ui.widgets.buttons import Button, TickBox
from directory_app.ui.widgets.combo import Combo
from directory_app.ui.widgets.fields import Field, FieldRow, TextArea
from directory_app.ui.widgets.layouts import hbox, vbox

if TYPE_CHECKING:
    from directory_app.store.dossier import Dossier


class SectionHead(Button):
    """The name and its caret; pressing it folds the section."""

    gap = 4

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "section", icon="caret-down", parent=parent)
        self.focus_radius = theme.length("radius", "tick")
        self.icon_role = "ink-soft"
        self.setCheckable(True)
        self.setChecked(True)
        self.toggled.connect(self._turn)
        self.setFixedHeight(theme.height("section_header", "heading"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _turn(self, on: bool) -> None:
        self.set_icon("caret-down" if on else "caret-right", role="ink-soft")

    def label_font(self) -> QFont:
        """As of a heading."""
        return theme.font("strong")

    def icon_side(self) -> int:
        """A small caret."""
        return 12

    def first(self, width: float) -> float:
        """At the left."""
        return 0


class Section(QWidget):
    """Base of the sections. ``left`` when a choice was made that is to be saved at once.

    ``add(field)`` makes the row of a field of model/fields.py, with the control of its kind.
    ``changes()`` is what differs from the loaded business and is sound.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.dossier: Any = None
        self._bound: dict[str, tuple[Reader, Writer]] = {}
        self.rows: dict[str, FieldRow] = {}
        self._bars: dict[str, StoppedBar] = {}
        self._stops = Stops()
        self.head = SectionHead()
        self.head.toggled.connect(self._folded)
        self.head_row = hbox(None, (self.head, 1), spacing=6)
        self.tick: TickBox | None = None
        #: The day of the directory, set by the editor.
        self.today: Callable[[], dt.date] = dt.date.today
        self.body = QWidget()
        self.column = vbox(self.body, margins=(0, 0, 0, 10), spacing=6)
        vbox(self, self.head_row, self.body, Line(), margins=(16, 0, 16, 0))

    def add_tick(self) -> TickBox:
        """A tick in the head: somebody has checked this part today."""
        self.tick = TickBox("", style="small", words_first=True)
        self.head_row.addWidget(self.tick)
        return self.tick

    def _folded(self, open_: bool) -> None:
        self.body.setVisible(open_)

    # -- fields

    def add(self, name: str, control: QWidget | None = None, *, above: bool = False) -> FieldRow:
        """Add the row of a field; ``control`` in place of what its kind has."""
        field = fields.BY_NAME[name]
        widget = control or controls.make(field)
        row = self.rows[name] = FieldRow("", widget, above=above)
        self._bound[name] = controls.value_of(field, widget)
        if isinstance(widget, Combo | CategoryField):
            widget.picked.connect(lambda _key: self.left.emit())
        elif isinstance(widget, ChipsField):
            widget.edited.connect(self.left)
        if isinstance(widget, Combo | CategoryField | Field | TextArea):
            widget.committed.connect(lambda _text: self.check(name))
        self.column.addWidget(row)
        if isinstance(widget, Field | TextArea):
            self._add_bar(name, row)
        return row

    def say_rows(self) -> None:
        """Set the labels and choices of the rows."""
        for name, row in self.rows.items():
            field = fields.BY_NAME[name]
            row.set_label(fields.say(field.short or field.label, words.spoken_language()))
            controls.say_choices(field, row.field)

    def _add_bar(self, field: str, row: FieldRow) -> None:
        """What is offered where words are stopped; made here, because Tab goes in this order."""
        bar = StoppedBar()
        row.below.addWidget(bar)
        bar.dropped.connect(lambda: self._drop_words(field))
        bar.kept.connect(lambda: self._keep_words(field))
        self._bars[field] = bar

    def _drop_words(self, field: str) -> None:
        read, write = self._bound[field]
        kept = stopped.without(field, _words(read()))
        write(kept.splitlines() if isinstance(read(), list) else kept)
        self.check(field)
        self.left.emit()

    def _keep_words(self, field: str) -> None:
        self._stops.keep(field, _words(self._bound[field][0]()))
        self.check(field)
        self.left.emit()

    def let_in(self) -> frozenset[str]:
        """The texts that somebody read and said to be harmless."""
        return self._stops.kept()

    def bind_value(self, field: str, read: Reader, write: Writer) -> None:
        """Tie a field to anything that can be read and written."""
        self._bound[field] = (read, write)

    def load(self, dossier: Any) -> None:
        """Show a business; what was typed and not saved is gone."""
        if self.dossier is None or self.dossier.business.id != dossier.business.id:
            self._stops.forget()
        self.dossier = dossier
        for field, (_read, write) in self._bound.items():
            write(getattr(dossier.business, field))
        for row in self.rows.values():
            row.say("")
        for bar in self._bars.values():
            bar.hide()

    def load_draft(self, draft: Any, kept: Any) -> None:
        """Show what was typed before and not saved, to be held against what is kept."""
        self.load(draft)
        self.dossier = kept

    def unfinished(self) -> dict[str, Any]:
        """What was typed and is not saved, sound or not, as plain values. Extended by sections.

        A tick that waits for the others is among it, with its day: it is worth nothing tomorrow.
        """
        if self.dossier is None:
            return {}
        today = self.today()
        ticked = self.tick is not None and self.tick.isChecked()
        waits = ticked and self.dossier.business.assured_date != today
        return ({"checked": today.isoformat()} if waits else {}) | {
            field: read()
            for field, (read, _write) in self._bound.items()
            if plain(read()) != plain(getattr(self.dossier.business, field))
            and not (field in self._bars and self._stops.why(field, _words(read())))
        }

    def shown(self) -> dict[str, Any]:
        """What of the business each field shows when nothing is typed. Extended by sections."""
        return {field: plain(getattr(self.dossier.business, field)) for field in self._bound}

    def say_elsewhere(self, field: str, typed: Any) -> None:
        """Beside a field that changed elsewhere: what was typed in it, or what it is now."""
        row = self.row_of(field)
        if row is not None:
            words = ", ".join(map(str, typed)) if isinstance(typed, list) else str(typed)
            said = self.tr("Changed elsewhere meanwhile. You typed: %1")
            row.say(said.replace("%1", words))

    def say_clash(self, field: str, now: Any) -> None:
        """Beside what was typed and not kept, because the field changed elsewhere meanwhile."""
        row = self.row_of(field)
        if row is not None:
            words = ", ".join(map(str, now)) if isinstance(now, list) else str(now)
            said = self.tr("Changed elsewhere to “%1”. Leave it again to keep yours")
            row.say(said.replace("%1", words))

    def row_of(self, field: str) -> FieldRow | None:
        """The row that shows a field. Extended by sections."""
        return self.rows.get(field)

    def take_up(self, typed: dict[str, Any]) -> None:
        """Show again what ``unfinished`` said, over what is kept. Extended by sections."""
        if self.tick is not None and typed.get("checked") == self.today().isoformat():
            self.tick.setChecked(True)
        for field, value in typed.items():
            if field in self._bound:
                self._bound[field][1](value)
                self.check(field)

    def check(self, field: str) -> bool:
        """Whether a field may be kept; says what is wrong under it. Extended by sections."""
        row = self.rows.get(field)
        if row is None:
            return True
        value = self._bound[field][0]()
        bar = self._bars.get(field)
        why = self._stops.why(field, _words(value)) if bar is not None else ""
        if bar is not None:
            bar.setVisible(bool(why))
        row.say(why or problem_of(field, value))
        return not row.problem.text()

    def changes(self) -> dict[str, Any]:
        """Fields that differ from the loaded ones and are sound."""
        changed: dict[str, Any] = {}
        for field, (read, _write) in self._bound.items():
            value = read()
            if plain(value) != plain(getattr(self.dossier.business, field)) and self.check(field):
                changed[field] = value
        return changed

    def is_edited(self) -> bool:
        """Whether anything was typed that is not saved."""
        if self.dossier is None:
            return False
        return any(
            plain(read()) != plain(getattr(self.dossier.business, field))
            for field, (read, _write) in self._bound.items()
        )


def _words(value: Any) -> str:
    return "\n".join(value) if isinstance(value, list) else str(value)


def problem_of(field: str, value: Any) -> str:
    """What is wrong with a value, in about five words; "" if nothing is."""
    from PySide6.QtCore import QCoreApplication

    translate = QCoreApplication.translate
    if field == "name" and not value:
        return translate("Editor", "A business needs a name")
    if field == "email" and value and ("@" not in value or " " in value):
        return translate("Editor", "This is no e-mail address")
    if field == "website" and value and ("." not in value or " " in value):
        return translate("Editor", "This is no web address")
    if field == "same_as" and any("." not in link or " " in link for link in value):
        return translate("Editor", "This is no web address")
    if field == "country" and value and not (len(value) == 2 and value.isupper()):
        return translate("Editor", "Two capital letters")
    if field == "postal_code" and value and not _is_zip(value):
        return translate("Editor", "Five digits")
    return ""


def _is_zip(value: str) -> bool:
    digits = value.replace("-", "")
    return digits.isdigit() and len(digits) in (5, 9)


def edit_of(section: Section) -> Edit:
    """What is to be kept of a section."""
    phones = getattr(section, "changed_phones", lambda: None)()
    contacts = getattr(section, "changed_contacts", lambda: None)()
    changes, shown = section.changes(), section.shown()
    return Edit(
        changes,
        {name: shown[name] for name in changes},
        section.dossier.phones,
        section.dossier.contacts,
        phones,
        contacts,
        section.let_in(),
    )


def matches(section: Section, dossier: "Dossier") -> bool:
    """Whether a section shows just what is kept, so that it may be loaded again."""
    section.dossier = dossier
    return not section.is_edited()
