"""Deleting asks first whether the owner asked to be taken out.

Delete keeps the history, so that it can be undone; who asked to be taken out is forgotten for good,
one business at a time, because of each the paper has to be called back.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from directory_app.ui import plurals
from directory_app.ui.widgets.base import Label, Pane
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.dialogs import Dialog
from directory_app.ui.widgets.layouts import vbox
from directory_app.ui.widgets.remark import Remark


class DeleteDialog(Dialog):
    """``delete_wanted``: take it out, with its history. ``forget_wanted``: for good."""

    delete_wanted = Signal()
    forget_wanted = Signal()

    def __init__(self, count: int, name: str = "", parent: QWidget | None = None) -> None:
        """``count`` are to be deleted at once; of one alone ``name`` is what it is called."""
        super().__init__("", parent)
        one = count == 1
        title = plurals.count(
            count, self.tr("Delete this business?"), self.tr("Delete {n} businesses?")
        )
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setMinimumWidth(480)
        self.delete = Button(self.tr("Delete"), "primary")
        self.forget = Button(self.tr("They asked: forget for good…"), "plain")
        self.forget.setVisible(one)
        self.cancel = Button(self.tr("Cancel"), "flat")
        head = Pane("window", "b")
        vbox(head, Label(name or title, "title", wrap=True), margins=(24, 16, 24, 12))
        self.frame(head, self._body(one), self.cancel, self.forget, self.delete)
        self.cancel.clicked.connect(self.reject)
        self.delete.clicked.connect(self._delete)
        self.forget.clicked.connect(self._forget)
        self.main = self.delete
        self.resize(560, 300)
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _body(self, one: bool) -> QWidget:
        body = QWidget()
        column = vbox(
            body,
            Remark(
                "clock",
                "ink-soft",
                self.tr(
                    "Delete keeps the history, with name, telephone and answers: it can be undone. "
                    "It is for what was entered twice or by mistake."
                ),
            ),
            margins=(24, 14, 24, 16),
            spacing=6,
        )
        text = self.tr(
            "Did the owner ask to be taken out? Then forget it for good: nothing of it stays, and "
            "the paper that names it is called back."
        )
        if not one:
            text = self.tr(
                "Did an owner ask to be taken out? Then delete none of those here: open each and "
                "choose “They withdrew…”, which forgets it for good and calls its paper back."
            )
        column.addWidget(Remark("prohibit", "warn", text))
        column.addStretch()
        return body

    def _delete(self) -> None:
        self.accept()
        self.delete_wanted.emit()

    def _forget(self) -> None:
        self.accept()
        self.forget_wanted.emit()
