"""A recovery code as it is shown, once: to be copied by hand, and proven by a group of it.

Printing is the second choice, under what a print queue keeps of it.
"""

import secrets
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from directory_app.errors import UserError
from directory_app.store import recovery
from directory_app.ui import theme
from directory_app.ui.widgets.base import Card, Label
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.fields import Field, FieldRow
from directory_app.ui.widgets.remark import Remark

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_IN_A_LINE = 4


class RecoveryFace(QWidget):
    """``proven(bool)``: the group that is asked for was typed. ``went_wrong(error)``."""

    proven = Signal(bool)
    went_wrong = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code = recovery.new_code()
        self._group = secrets.randbelow(recovery.GROUPS)
        self.label = Label(_in_lines(self.code), "title")
        self.label.setFont(theme.tabular(theme.font("title")))
        self.label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.label.setAccessibleName(self.tr("The recovery code: %1").replace("%1", self.code))
        self.label.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        card = Card()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(16, 16, 16, 16)
        inside.addWidget(self.label)
        self.print = Button(self.tr("Print it instead…"), "link", icon="printer")
        self.print.clicked.connect(self._choose_printer)
        asked = self.tr("To prove that you have it, type group %1")
        self.proof = FieldRow(asked.replace("%1", str(self._group + 1)), Field(""), above=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for icon, text in self._texts():
            column.addWidget(Remark(icon, "ink-soft", text))
        column.addWidget(card)
        column.addWidget(self.proof)
        column.addWidget(self.print, 0, Qt.AlignmentFlag.AlignLeft)
        self.kept = Label(self._what_is_kept(), "small", "ink-soft", wrap=True)
        column.addWidget(self.kept)
        self._field().textChanged.connect(lambda _text: self.proven.emit(self.is_proven()))

    def _texts(self) -> list[tuple[str, str]]:
        return [
            (
                "key",
                self.tr(
                    "This code opens the directory without the passphrase. It is shown this once."
                ),
            ),
            (
                "pencil-simple-line",
                self.tr("Write it on paper, and keep the paper away from the laptop."),
            ),
        ]

    def _what_is_kept(self) -> str:
        return self.tr(
            "The print queue of this computer and the memory of many printers keep what they "
            "printed, often for weeks. What you write by hand is on your paper alone."
        )

    def _field(self) -> Field:
        assert isinstance(self.proof.field, Field)
        return self.proof.field

    def is_proven(self) -> bool:
        """Whether the group was typed right."""
        typed = self._field().text().strip().upper().translate(str.maketrans("OIL", "011"))
        return typed == self.code.split("-")[self._group]

    def prove(self) -> bool:
        """The same, and says so where it is not right."""
        right = self.is_proven()
        self.proof.say("" if right else self.tr("This is not that group of the code"))
        return right

    # -- on paper

    def _choose_printer(self) -> None:
        from directory_app.tasks import leaving
        from directory_app.ui.parts.paper import printing

        printer = printing.make_printer("sheet", "letter", 1, grey=False)
        printer.setDocName(leaving.job_name(leaving.KINDS["recovery-code"], None))
        if printing.ask_printer(printer, self):
            try:
                with printing.spooled_in_memory():
                    self.print_on(printer)
            except UserError as error:
                self.went_wrong.emit(error)

    def print_on(self, printer: "QPrinter") -> None:
        """Draw the code on one sheet: no file is made of it."""
        painter = QPainter()
        if not painter.begin(printer):
            raise UserError("The printer did not answer.", "Write the code down instead.")
        dots = printer.resolution() / 72
        page = QRectF(painter.viewport()).adjusted(36 * dots, 36 * dots, -36 * dots, -36 * dots)
        flags = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        font = QFont(self.label.font())
        font.setPointSizeF(20)
        painter.setFont(font)
        painter.drawText(page.adjusted(0, 60 * dots, 0, 0), flags, _in_lines(self.code))
        font.setPointSizeF(11)
        painter.setFont(font)
        text = self.tr("Recovery code. Keep it away from the laptop.")
        painter.drawText(page, flags | int(Qt.TextFlag.TextWordWrap), text)
        painter.end()


def _in_lines(code: str) -> str:
    groups = code.split("-")
    lines = [groups[at : at + _IN_A_LINE] for at in range(0, len(groups), _IN_A_LINE)]
    return "\n".join("  ".join(line) for line in lines)
