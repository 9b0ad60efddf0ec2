"""What is typed looks like a business that is there already: a quiet line over the fields.

At each pause what is typed is compared in a worker, in the lane of the duplicates, so that no
save waits for it. Who was said to be another is not named again.
"""

from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from directory_app.model.likeness import known, phone_key
from directory_app.model.text import fold
from directory_app.store.pairs import COARSE
from directory_app.tasks import editing
from directory_app.ui import theme
from directory_app.ui.pages.directory.editor.where import Where
from directory_app.ui.pages.directory.editor.who import Who
from directory_app.ui.parts.duplicate_work import Beside
from directory_app.ui.session import Session
from directory_app.ui.widgets.base import Label, Pane
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.fields import Field
from directory_app.ui.widgets.layouts import STRETCH, hbox, vbox
from directory_app.ui.widgets.remark import IconMark

if TYPE_CHECKING:
    from directory_app.store.store import Store

#: Milliseconds between two looks at what is typed; what is the same twice is a pause.
PAUSE = 400
#: So many letters of a name are too few to know anybody by.
_LEAST = 4
#: So many that were said to be another are passed over.
_MANY = 12


class Typed(NamedTuple):
    """What is compared: ``id`` is "" for a new one, ``numbers`` E.164, ``fields`` by column."""

    id: str
    name: str
    numbers: tuple[str, ...]
    fields: tuple[tuple[str, str], ...]


class Twin(NamedTuple):
    """Who it looks like, and why (codes of model.likeness, metres between the pins)."""

    id: str
    name: str
    reasons: tuple[str, ...]
    metres: float | None


def twin_of(
    store: "Store", typed: Typed, business: Any, passed_over: frozenset[str]
) -> Twin | None:
    """The likeliest twin of what is typed in the place of ``business``. For a worker."""
    fields = dict(typed.fields)
    asked = known(
        typed.id,
        name_folded=fold(typed.name),
        address=fields["address_1"],
        city=fields["city"],
        postal_code=fields["postal_code"],
        phones=frozenset(phone_key(number) for number in typed.numbers),
        position=_position(business, fields),
    )
    found = [pair for pair in store.duplicates.twins(asked, _MANY) if pair.other not in passed_over]
    if not found:
        return None
    pair = found[0]
    name = store.businesses.get(pair.other).business.name
    return Twin(pair.other, name, pair.reasons, pair.metres)


def _position(business: Any, fields: dict[str, str]) -> tuple[float, float] | None:
    """Where it is kept, or where the typed address is found on this laptop; no town's middle."""
    changed = {
        name: fields[name] for name in editing.ADDRESS if fields[name] != getattr(business, name)
    }
    pin = editing.pin_of(business, changed) if changed else {}
    read = pin.get if pin else lambda name: getattr(business, name)
    north, east, precision = read("latitude"), read("longitude"), read("precision")
    if north is None or east is None or precision in COARSE:
        return None
    return north, east


def _text(field: QWidget) -> str:
    return field.text().strip() if isinstance(field, Field) else ""


class Edited(Protocol):
    """What of the editor is looked at."""

    id: str
    is_new: bool
    who: Who
    where: Where
    session: Session

    def isVisible(self) -> bool:
        """Whether somebody sees it."""

    def leave(self) -> None:
        """Save what was typed."""


class LikelyTwin(Pane):
    """``compare_wanted(pair of ids)``; ``show_wanted(id)``; ``apart_wanted(id)``."""

    compare_wanted = Signal(object)
    show_wanted = Signal(str)
    apart_wanted = Signal(str)

    def __init__(self, editor: Edited) -> None:
        super().__init__("warn-tint")
        self._editor = editor
        self._beside = Beside(editor.session)
        self._twin: Twin | None = None
        self._phone: Any = None
        self._passed: set[str] = set()
        self._seen: Typed | None = None
        self._asked: Typed | None = None
        self._compare_once_kept = ""
        self.before = Label("", "small")
        self.name = Label("", "small", elide=True)
        self.name.setFont(theme.bold("small"))
        self.words = Label("", "small", elide=True)
        self.look = Button("", "link", size="small")
        self.apart = Button(self.tr("Not the same"), "link", size="small")
        self._lay_out()
        self.look.clicked.connect(self._look_at)
        self.apart.clicked.connect(self._pass_over)
        editor.session.changed.connect(self._changed)
        self._beat = QTimer(self, interval=PAUSE)
        self._beat.timeout.connect(self.watch)
        self._beat.start()
        self._tell()
        self.hide()

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(4)
        first.addWidget(self.before)
        first.addWidget(self.name, 1)
        first.addWidget(self.look)
        second.setSpacing(12)
        second.addWidget(self.words, 1)
        second.addWidget(self.apart)
        row = hbox(self, margins=(16, 0, 0, 0), spacing=8)
        sign = IconMark("copy-simple", "warn", fill=True)
        beside_first = vbox(None, sign, STRETCH, margins=(0, 8, 0, 0), spacing=None)
        row.addLayout(beside_first)
        column = QVBoxLayout()
        row.addLayout(column, 1)
        column.setContentsMargins(0, 6, 16, 6)
        column.setSpacing(0)
        column.addLayout(first)
        column.addLayout(second)

    # -- looking

    def watch(self) -> None:
        """Look at what is typed; compare it once it stays the same from one look to the next."""
        if not self._editor.isVisible():
            return
        typed = self._typed()
        if typed is None or typed == self._asked:
            return
        if typed != self._seen:
            self._seen = typed
            return
        self.compare(typed)

    def compare(self, typed: Typed) -> None:
        """Ask who is like it."""
        self._asked = typed
        business = self._editor.who.dossier.business
        passed = frozenset(self._passed)
        if len(typed.name) < _LEAST and not typed.numbers:
            self._show(None)
            return
        self._beside.ask(
            lambda store, _progress: twin_of(store, typed, business, passed),
            self._show,
            failed=lambda _error: self._show(None),  # gone meanwhile: nothing to remark
        )

    def _typed(self) -> Typed | None:
        """What is in the fields now."""
        editor = self._editor
        dossier = editor.who.dossier
        if dossier is None or not (editor.is_new or dossier.business.id == editor.id):
            return None
        where = editor.where
        fields = {name: getattr(dossier.business, name) for name in editing.ADDRESS}
        fields |= {
            "address_1": _text(where.address.field),
            "city": _text(where.town.city),
            "state_province": _text(where.town.state),
            "postal_code": _text(where.town.zip),
        }
        numbers = tuple(phone.number for phone in editor.who.phones.phones())
        name = editor.who.name_text()
        return Typed(editor.id, name, numbers, tuple(sorted(fields.items())))

    def kept(self, id: str) -> None:
        """The new one is kept: what was said of it is remembered, and it can be compared."""
        passed, self._passed = sorted(self._passed), set()
        for other in passed:
            self.apart_wanted.emit(other)
        wanted, self._compare_once_kept = self._compare_once_kept, ""
        if wanted:
            self.compare_wanted.emit((id, wanted))

    def _changed(self) -> None:
        """The directory changed: who is like it may have, too."""
        self._asked = None

    # -- showing

    def show_other(self, other: Any) -> None:
        """Another business has its telephone, whatever it is called; None: nobody has."""
        self._phone = other
        self._tell()

    def forget(self) -> None:
        """Say nothing until something is looked at again."""
        self._beside.stop()
        self._twin = self._phone = self._seen = self._asked = None
        self._compare_once_kept = ""
        self._passed = set()
        self.hide()

    def _show(self, twin: Twin | None) -> None:
        news = twin is not None and (self._twin is None or twin.id != self._twin.id)
        self._twin = twin
        self._tell()
        if news:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _tell(self) -> None:
        twin, phone = self._twin, self._phone
        self.setVisible(twin is not None or phone is not None)
        if twin is not None:
            from directory_app.ui.parts import duplicate_words as words

            self.before.setText(self.tr("Looks like"))
            self.name.setText(twin.name)
            self.words.setText(words.reasons(twin.reasons, twin.metres))
            self.look.setText(self.tr("Compare"))
        elif phone is not None:
            self.before.setText("")
            self.name.setText(phone.business.name)
            self.words.setText(self.tr("has this phone"))
            self.look.setText(self.tr("Show it"))
        self.before.setVisible(twin is not None)
        parts = (self.before.whole_text(), self.name.whole_text(), self.words.whole_text())
        self.setAccessibleName(" ".join(part for part in parts if part))

    # -- what is done

    def _other(self) -> str:
        return self._twin.id if self._twin is not None else str(self._phone.business.id)

    def _look_at(self) -> None:
        """Both side by side; a new one is kept first, for that it needs a name."""
        editor, other = self._editor, self._other()
        if self._twin is None or (editor.is_new and not editor.who.name_text()):
            self.show_wanted.emit(other)
        elif editor.is_new:
            self._compare_once_kept = other
            editor.leave()
        else:
            editor.leave()
            self.compare_wanted.emit((editor.id, other))

    def _pass_over(self) -> None:
        """Not the same: remembered at once, or as soon as a new one is kept."""
        other = self._other()
        self._twin = self._phone = None
        self.hide()
        if self._editor.id:
            self.apart_wanted.emit(other)
        else:
            self._passed.add(other)
            self._asked = None
