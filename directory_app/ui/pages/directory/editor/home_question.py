"""Asking whether somebody lives at an address: a home keeps its town only."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from directory_app.model.homes import digest
from directory_app.ui.widgets.base import Translated
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.remark import Remark


class HomeQuestion(Translated, QWidget):
    """``answered(bool)``. A no holds for the address: ``no_said(business, address)`` keeps it."""

    answered = Signal(bool)
    no_said = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._about = ("", "")
        self._said_no: dict[str, str] = {}
        self.told = Remark("warning", "warn", " ", style="small", fill=True)
        self.yes = Button("", "plain", size="small")
        self.no = Button("", "link", size="small")
        deeds = QHBoxLayout()
        deeds.setContentsMargins(24, 0, 0, 0)
        deeds.setSpacing(10)
        deeds.addWidget(self.yes)
        deeds.addWidget(self.no)
        deeds.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(2)
        column.addWidget(self.told)
        column.addLayout(deeds)
        self.yes.clicked.connect(lambda: self._answer(True))
        self.no.clicked.connect(lambda: self._answer(False))
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts."""
        self.told.set_words(
            self.tr("Does somebody live here? Of a home we keep the town only, and no street.")
        )
        self.yes.setText(self.tr("Yes, it is a home"))
        self.no.setText(self.tr("No"))
        self.no.setAccessibleName(self.tr("No, nobody lives here"))

    def know(self, said_no: dict[str, str]) -> None:
        """Of whom it was said before: the digest of an address, by business."""
        self._said_no = said_no | self._said_no

    def show_for(self, business: str, address: str, looks: bool) -> None:
        """Ask about an address of a business if it looks like a home."""
        self._about = (business, address)
        self.setVisible(looks and self._said_no.get(business) != digest(address))

    def _answer(self, lives: bool) -> None:
        if not lives:
            self._said_no[self._about[0]] = digest(self._about[1])
            self.no_said.emit(*self._about)
        self.hide()
        self.answered.emit(lives)
