"""Editing the selected together: one field, one change, and what it would do before it does it."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QLocale, Signal
from PySide6.QtWidgets import QWidget

from directory_app.model import categories, fields, languages
from directory_app.model.fields import Kind
from directory_app.model.together import CHOICES, FIELDS, Change, Deed, Outcome, preview
from directory_app.ui import plurals
from directory_app.ui.parts import words
from directory_app.ui.parts.form_dialog import FormDialog
from directory_app.ui.session import Session
from directory_app.ui.widgets.base import Label
from directory_app.ui.widgets.combo import Combo
from directory_app.ui.widgets.fields import Field
from directory_app.ui.widgets.layouts import hbox
from directory_app.ui.widgets.remark import Remark
from directory_app.ui.widgets.text_table import TextColumn, TextRow, TextTable

if TYPE_CHECKING:
    from directory_app.model.business import Business
    from directory_app.progress import Progress
    from directory_app.store.store import Store

_COLUMNS = (
    TextColumn(60, whole=True),
    TextColumn(160, strong=True),
    TextColumn(120),
    TextColumn(120, strong=True),
)
#: So many are shown before it is done; more would hold up each key.
_SHOWN = 300
translate = QCoreApplication.translate


class TogetherDialog(FormDialog):
    """``applied(how many)`` once it is one step in the history."""

    applied = Signal(int)
    went_wrong = Signal(object)

    def __init__(self, session: Session, ids: list[str], parent: QWidget | None = None) -> None:
        title = plurals.count(
            len(ids),
            translate("Together", "Edit one business"),
            translate("Together", "Edit {n} businesses together"),
        )
        super().__init__(title, translate("Together", "Apply"), parent)
        self.session = session
        self._businesses: list[Business] = []
        self._outcomes: list[Outcome] = []
        self.field = Combo(self.tr("Field"), [(name, _field(name)) for name in FIELDS])
        self.deed = Combo(self.tr("What to do"))
        self.choice = Combo(self.tr("Value"))
        self.typed = Field(self.tr("Value"))
        self.told = Label("", "body", "ink-soft", wrap=True)
        self.table = TextTable(_COLUMNS)
        self.table.setAccessibleName(self.tr("What would change"))
        self.table.set_headings(
            (self.tr("Code"), self.tr("Name"), self.tr("Until now"), self.tr("Then"))
        )
        self._lay_out()
        self.field.set_value(next(iter(FIELDS)))
        self.field.picked.connect(lambda _key: self._other_field())
        for combo in (self.deed, self.choice):
            combo.picked.connect(lambda _key: self._look())
        self.typed.textChanged.connect(lambda _text: self._look())
        self._other_field()
        self.session.ask(
            lambda store: store.businesses.bare(ids),
            self._arrived,
            failed=self.went_wrong.emit,
        )

    def _lay_out(self) -> None:
        row = hbox(
            None, (self.field, 3), (self.deed, 2), (self.choice, 4), (self.typed, 4), spacing=8
        )
        self.column.addLayout(row)
        self.column.addWidget(self.told)
        self.column.addWidget(self.table)
        self.table.setFixedHeight(250)
        text = self.tr("Consent is not here: one person, one answer.")
        self.column.addWidget(Remark("info", "ink-soft", text, style="small"))
        self.fit(680)

    # -- the change

    def _other_field(self) -> None:
        kind = FIELDS[self.field.value()]
        several = kind == Kind.LIST
        self.deed.set_items(
            [(Deed.ADD, self.tr("add")), (Deed.REMOVE, self.tr("take out"))]
            if several
            else [(Deed.SET, self.tr("set to"))]
        )
        self.deed.setCurrentIndex(0)
        items = _values(self.field.value(), kind)
        self.choice.set_items(items)
        if items and not self.choice.value():
            self.choice.setCurrentIndex(0)
        self.choice.setVisible(bool(items))
        self.typed.setVisible(not items)
        self._look()

    def change(self) -> Change | None:
        """What was chosen; None while nothing is."""
        field, deed = self.field.value(), Deed(self.deed.value())
        kind = FIELDS[field]
        if self.choice.isVisibleTo(self):
            value: Any = self.choice.value()
            if kind == Kind.FLAG:
                value = {"yes": True, "no": False}.get(value)
            return Change(field, value, deed)
        text = self.typed.text().strip()
        if field == "languages" and text:
            text = languages.parse(text)[0]
        return Change(field, text, deed) if text else None

    def _arrived(self, businesses: "list[Business]") -> None:
        self._businesses = businesses
        self._look()

    def _look(self) -> None:
        """Show what it would do."""
        change = self.change()
        self._outcomes = preview(self._businesses, change) if change is not None else []
        field = self.field.value()
        self.table.set_rows(
            [
                TextRow((one.code, one.name, _told(field, one.before), _then(change, one)))
                for one in self._outcomes[:_SHOWN]
            ]
        )
        many = QLocale().toString(len(self._outcomes))
        told = self.tr("%1 of %2 would change.").replace("%1", many)
        told = told.replace("%2", QLocale().toString(len(self._businesses)))
        rest = len(self._outcomes) - _SHOWN
        if rest > 0:
            more = self.tr("The first %1 are shown.").replace("%1", str(_SHOWN))
            told = f"{told} {more}"
        self.told.setText(told)
        self.go.setEnabled(bool(self._outcomes))

    def attempt(self) -> None:
        """Do it, as one step."""
        field = self.field.value()
        changes = {one.id: {field: one.after} for one in self._outcomes}

        def work(store: "Store", progress: "Progress") -> int:
            store.businesses.update_many(changes, progress)
            return len(changes)

        if changes:
            self.go.setEnabled(False)
            self.session.write(
                work,
                self._finish,
                failed=self._not_done,
                cancelled=self._look,
                text=self.tr("Editing together"),
            )

    def _not_done(self, error: Exception) -> None:
        self._look()
        self.went_wrong.emit(error)

    def _finish(self, many: int) -> None:
        self.accept()
        self.applied.emit(many)


def _field(name: str) -> str:
    return fields.label(name, words.spoken_language())


def _values(field: str, kind: Kind) -> list[tuple[str, str]]:
    """The choices of a field with their words; none where one types."""
    if kind == Kind.FLAG:
        return [(key, _flag(key)) for key in ("yes", "no", "unknown")]
    unknown = fields.say(fields.UNKNOWN, words.spoken_language())
    known = [(key, _told(field, key)) for key in CHOICES.get(field, ())]
    lacks = kind == Kind.CHOICE and fields.BY_NAME[field].nothing not in CHOICES[field]
    return [("", unknown), *known] if lacks else known


def _flag(key: str) -> str:
    return {
        "yes": translate("Together", "yes"),
        "no": translate("Together", "no"),
        "unknown": translate("Together", "not known"),
    }[key]


def _told(field: str, value: Any) -> str:
    """A value of a field in words."""
    if isinstance(value, list):
        return ", ".join(_told(field, one) for one in value) or "—"
    if value is None or isinstance(value, bool):
        return _flag({True: "yes", False: "no", None: "unknown"}[value])
    if field == "category":
        found = categories.get(value)
        return found.es if words.is_spanish() else found.en
    if field == "languages":
        return languages.name(value, "es" if words.is_spanish() else "en")
    return fields.choice(field, value, words.spoken_language()) or "—"


def _then(change: Change | None, one: Outcome) -> str:
    """What is new: of several the one that comes or goes, for the whole may not fit."""
    if change is None or change.deed == Deed.SET:
        return _told(change.field, one.after) if change is not None else ""
    sign = "+" if change.deed == Deed.ADD else "\u2212"
    return f"{sign} {_told(change.field, change.value)}"
