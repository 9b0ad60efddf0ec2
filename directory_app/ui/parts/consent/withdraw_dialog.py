"""Forgetting a business for good: what happens, who got paper, and a last question.

First the recall list is saved or printed, then the code is typed, then it is done. Afterwards
it says what lies beyond the program's reach, for the person to delete.
"""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from directory_app.errors import UserError
from directory_app.model.mentions import Mentions, UnsettledError
from directory_app.ui import plurals
from directory_app.ui.parts.consent.mentions_view import MentionsView
from directory_app.ui.parts.consent.recall_view import RecallView
from directory_app.ui.session import Session
from directory_app.ui.widgets import dates
from directory_app.ui.widgets.base import Label, Pane
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.dialogs import Dialog
from directory_app.ui.widgets.fields import Field, FieldRow
from directory_app.ui.widgets.remark import Remark

if TYPE_CHECKING:
    from directory_app.model.recall import RecallList, Withdrawn


class WithdrawDialog(Dialog):
    """``withdrawn``: it is forgotten. ``went_wrong(error)``."""

    withdrawn = Signal()
    went_wrong = Signal(object)

    def __init__(self, business: str, session: Session, parent: QWidget | None = None) -> None:
        """``business`` is an id or a code."""
        super().__init__("", parent)
        self.session, self._business = session, business
        self._recall: RecallList | None = None
        self._kept = False
        self._busy = False
        self.setMinimumWidth(480)
        self.setWindowTitle(self.tr("Forget a business for good"))
        self.setAccessibleName(self.windowTitle())
        self.title = Label(self.windowTitle(), "title", wrap=True)
        self.list = RecallView(session)
        self.list.kept.connect(self._was_kept)
        self.list.went_wrong.connect(self.went_wrong)
        self.mentions = MentionsView()
        self._mentions: Mentions | None = None
        self.code = FieldRow("", Field(""), above=True)
        self.forget = Button(self.tr("Forget it for good"), "danger")
        self.forget.setEnabled(False)
        self.cancel = Button(self.tr("Cancel"), "flat")
        self.faces = QStackedWidget()
        self.faces.addWidget(self._first_face())
        self._lay_out()
        self._connect()
        self.session.ask(
            lambda store: store.recall_list(business), self._arrived, failed=self._lost
        )
        self._look_for_mentions()
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- parts

    def _lay_out(self) -> None:
        head = Pane("window", "b")
        top = QVBoxLayout(head)
        top.setContentsMargins(24, 16, 24, 12)
        top.addWidget(self.title)
        self.frame(head, self.faces, self.cancel, self.forget)
        self.resize(720, 640)

    def _first_face(self) -> QWidget:
        face = QWidget()
        column = QVBoxLayout(face)
        column.setContentsMargins(24, 14, 24, 16)
        column.setSpacing(4)
        column.addWidget(Label(self.tr("What happens"), "strong"))
        for icon, text in self._what_happens():
            column.addWidget(Remark(icon, "ink-soft", text))
        column.addSpacing(12)
        column.addWidget(Label(self.tr("First: the paper that names it"), "strong"))
        column.addWidget(self.list)
        column.addSpacing(12)
        column.addWidget(Label(self.tr("Then: what others say of it"), "strong"))
        column.addWidget(self.mentions)
        column.addSpacing(12)
        column.addWidget(Label(self.tr("Last: say that it is meant"), "strong"))
        column.addWidget(self.code)
        column.addStretch()
        return face

    def _what_happens(self) -> list[tuple[str, str]]:
        return [
            (
                "trash",
                self.tr(
                    "It goes from the list, the history, the search, what was typed and the texts "
                    "of others, with all answers and contacts."
                ),
            ),
            (
                "prohibit",
                self.tr(
                    "A mark that many names share stays, so that no list brings it back by itself. "
                    "Nobody can list from it who left; only somebody who opens the directory and "
                    "already suspects a certain business can test that one."
                ),
            ),
            ("stack", self.tr("Print runs keep its place, without a name.")),
            (
                "clock",
                self.tr("Backups in this directory from before are deleted within 30 days."),
            ),
            ("warning", self.tr("Nothing brings it back: no undo, no backup.")),
        ]

    def _connect(self) -> None:
        field = self._field()
        field.textChanged.connect(lambda _text: self._may_go())
        self.mentions.settled.connect(self._may_go)
        self.cancel.clicked.connect(self.reject)
        self.forget.clicked.connect(self._forget)

    def _field(self) -> Field:
        assert isinstance(self.code.field, Field)
        return self.code.field

    # -- going on

    def _arrived(self, recall: "RecallList") -> None:
        self._recall = recall
        self.title.setText(self.tr("Forget %1 for good").replace("%1", recall.name))
        self.list.show_recall(recall)
        self.code.set_label(self.tr("Type its code, %1").replace("%1", recall.code))
        self._may_go()

    def _look_for_mentions(self) -> None:
        """Look through every text there is, in a worker; it takes seconds in a large directory."""
        business = self._business
        self.session.ask(
            lambda store, progress: store.mentions(business, progress),
            self._mentions_arrived,
            failed=self._lost,
            cancelled=self.reject,
            text=self.tr("Looking for what names it"),
        )

    def _mentions_arrived(self, mentions: Mentions) -> None:
        self._mentions = mentions
        self.mentions.show_mentions(mentions)
        self._may_go()

    def _lost(self, error: Exception) -> None:
        self.reject()
        self.went_wrong.emit(error)

    def _was_kept(self) -> None:
        self._kept = True
        self._may_go()
        self._field().setFocus(Qt.FocusReason.OtherFocusReason)

    def _may_go(self) -> None:
        recall = self._recall
        typed = self._field().text().strip().upper()
        ready = (
            recall is not None
            and not self._busy
            and typed == recall.code.upper()
            and (self._kept or not recall.runs)
            and self._mentions is not None
            and self.mentions.is_settled()
        )
        self.forget.setEnabled(ready)
        self.main = self.forget if ready else None
        waits = recall is not None and bool(recall.runs) and not self._kept
        said = self.tr("Save or print the list first") if waits and typed else ""
        if typed and not said and not self.mentions.is_settled():
            said = self.tr("Say first what is to happen with the texts above")
        self.code.say(said, severity="warn")

    def _forget(self) -> None:
        assert self._recall is not None
        self._busy = True
        self.forget.setEnabled(False)
        business = self._business
        seen, answers = self._recall.runs, self.mentions.answers()

        def withdraw(store: Any) -> "Withdrawn":
            from directory_app.model.mentions import Settled

            # somebody may have printed since the list was saved, from another window
            if store.recall_list(business).runs != seen:
                raise _printed_since()
            return store.withdraw(business, Settled(answers))  # type: ignore[no-any-return]

        self.session.write(withdraw, self._done, failed=self._failed)

    def _failed(self, error: Exception) -> None:
        self._busy = False
        if isinstance(error, UnsettledError):
            self._look_for_mentions()  # somebody wrote meanwhile
        self._may_go()
        self.went_wrong.emit(error)

    # -- afterwards

    def _done(self, done: "Withdrawn") -> None:
        self.title.setText(self.tr("It is forgotten"))
        self.faces.addWidget(self._last_face(done))
        self.faces.setCurrentIndex(1)
        self.list.show_recall(None)
        self.mentions.show_mentions(Mentions())
        self._field().set_text("")
        self.forget.hide()
        self.cancel.setText(self.tr("Done"))
        self.main = self.cancel
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        self.withdrawn.emit()

    def _last_face(self, done: "Withdrawn") -> QWidget:
        face = QWidget()
        column = QVBoxLayout(face)
        column.setContentsMargins(24, 14, 24, 16)
        column.setSpacing(4)
        column.addWidget(Label(self.tr("What only you can do"), "strong"))
        for icon, text in self._to_do(done):
            column.addWidget(Remark(icon, "warn", text))
        if done.expiring:
            last = dates.long(max(one.delete_by for one in done.expiring))
            text = plurals.count(
                len(done.expiring),
                self.tr("One backup from before goes by {day}, by itself."),
                self.tr("{n} backups from before go by {day}, by themselves."),
                day=last,
            )
            column.addSpacing(8)
            column.addWidget(Remark("clock", "ink-soft", text))
        column.addStretch()
        return face

    def _to_do(self, done: "Withdrawn") -> list[tuple[str, str]]:
        told = [
            (
                "file-csv",
                self.tr(
                    "Delete the lists that it came from: in Downloads, in e-mail, on sticks, and "
                    "in the bin of this computer."
                ),
            ),
            ("file-pdf", self.tr("Delete the PDFs of those print runs that were saved or sent.")),
            ("floppy-disk", self.tr("Delete backups that you keep in other places.")),
        ]
        if done.recall.runs:
            told.insert(
                0, ("stack", self.tr("Call the paper back, and then destroy the recall list."))
            )
        if done.mentions.twins:
            text = self.tr("Look whether these are the same business, entered twice: %1")
            codes = ", ".join(one.code for one in done.mentions.twins)
            told.append(("warning", text.replace("%1", codes)))
        cut = sorted({p.code for one in done.mentions.certain for p in one.places if p.code})
        if cut:
            text = self.tr("Read the texts of these again, where words were taken out: %1")
            told.append(("pencil-simple-line", text.replace("%1", ", ".join(cut))))
        return told


def _printed_since() -> UserError:
    return UserError(
        "Something was printed meanwhile that names it too.", "Open this again, and save the list."
    )
