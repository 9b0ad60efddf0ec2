"""When an entry is due, and when somebody who did not answer is called again: two numbers."""

from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from directory_app.store import Store
from directory_app.ui.plurals import count
from directory_app.ui.session import Session
from directory_app.ui.widgets.base import Label, Translated
from directory_app.ui.widgets.fields import FieldRow
from directory_app.ui.widgets.stepper import Stepper

#: After the last key it is counted; a while later it is kept.
_SOON, _KEEP = 120, 700
_WIDTH = 128
#: Longer than this nothing stays right; sooner than this nobody calls again.
_MOST_DUE, _MOST_AGAIN = 1825, 90


@dataclass(frozen=True, slots=True)
class _Found:
    due: int
    again: int
    told: "tuple[int, int, int]"


class CheckingSettings(Translated, QWidget):
    """Two steppers, each with a sentence that says what it means today. ``saved``, ``failed``."""

    saved = Signal()
    failed = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._told: tuple[int, int, int] | None = None
        self.due = Stepper("", 182, 1, _MOST_DUE)
        self.again = Stepper("", 3, 0, _MOST_AGAIN)
        self.due_row, self.again_row = (
            FieldRow("", field, above=True) for field in (self.due, self.again)
        )
        self.due_told, self.again_told = (
            Label("", "small", "ink-soft", wrap=True) for _ in range(2)
        )
        self._count_soon = QTimer(self, singleShot=True, interval=_SOON)
        self._keep_soon = QTimer(self, singleShot=True, interval=_KEEP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for row, told in ((self.due_row, self.due_told), (self.again_row, self.again_told)):
            row.field.setFixedWidth(_WIDTH)
            column.addWidget(row)
            column.addWidget(told)
        self._count_soon.timeout.connect(self._count)
        self._keep_soon.timeout.connect(self.keep)
        for field in (self.due, self.again):
            field.changed.connect(lambda _days: self._changed())
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts."""
        self.due_row.set_label(self.tr("An entry is due after so many days unchecked"))
        self.again_row.set_label(self.tr("Who did not answer is called again after so many days"))
        self._tell()

    def reload(self) -> None:
        """Read what is kept, unless somebody is changing it."""
        if not self._keep_soon.isActive():
            self.session.ask(_read, self._arrived, failed=self.failed.emit)

    def keep(self) -> None:
        """Keep both, if something was changed."""
        self._keep_soon.stop()
        due, again = self.due.value(), self.again.value()
        self.session.write(
            lambda store: _keep(store, due, again),
            lambda _done: self.saved.emit(),
            failed=self.failed.emit,
        )

    def _changed(self) -> None:
        self._count_soon.start()
        self._keep_soon.start()

    def _count(self) -> None:
        due, again = self.due.value(), self.again.value()

        def counted(told: tuple[int, int, int]) -> None:
            if (due, again) == (self.due.value(), self.again.value()):
                self._told = told
                self._tell()

        self.session.ask(lambda store: _meaning(store, due, again), counted)

    def _arrived(self, found: _Found) -> None:
        if not self._keep_soon.isActive():
            self.due.set_value(found.due)
            self.again.set_value(found.again)
            self._told = found.told
            self._tell()
        for field in (self.due, self.again):
            field.setEnabled(self.session.writable)

    def _tell(self) -> None:
        if self._told is None:
            return
        due, of, waiting = self._told
        told = count(
            due,
            self.tr("So one of {of} is due today."),
            self.tr("So {n} of {of} are due today."),
            of=str(of),
        )
        self.due_told.setText(told)
        self.again_told.setText(
            count(
                waiting,
                self.tr("So one waits today and is in no batch."),
                self.tr("So {n} wait today and are in no batch."),
            )
            if waiting
            else self.tr("So nobody waits today: all who did not answer may be called.")
        )


def _meaning(store: Store, due: int, again: int) -> tuple[int, int, int]:
    from directory_app.tasks import verifying

    found = verifying.meaning(store, due, again)
    return found.due, found.of, found.waiting


def _read(store: Store) -> _Found:
    from directory_app.tasks import verifying

    due, again = verifying.due_days(store), verifying.again_days(store)
    return _Found(due, again, _meaning(store, due, again))


def _keep(store: Store, due: int, again: int) -> None:
    from directory_app.store.filters import DUE_DAYS
    from directory_app.tasks import verifying

    store.set_setting(DUE_DAYS, str(due))
    store.set_setting(verifying.AGAIN_DAYS, str(again))
