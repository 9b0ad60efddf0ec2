"""Which languages are spoken: chips in a box, and a plus with the list of languages."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QVBoxLayout, QWidget

from directory_app.ui.directory import words
from directory_app.ui.widgets.base import Translated, paint_box
from directory_app.ui.widgets.buttons import IconButton
from directory_app.ui.widgets.chips import Chip
from directory_app.ui.widgets.fields import Field
from directory_app.ui.widgets.flow import Flow

#: How many are offered at once; the others come by typing their name.
OFFERED = 14


class LanguagesField(Translated, QWidget):
    """``edited`` when a language was added or taken away. Codes are BCP 47, in order."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._codes: list[str] = []
        self._chips: list[Chip] = []
        self._box = QWidget(self)
        self._flow = Flow(self._box, 5)
        self._flow.setContentsMargins(5, 3, 3, 3)
        self.add = IconButton("plus", "", size="small")
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.add.set_menu(self._menu)
        self._flow.addWidget(self.add)
        self.typed = Field("")
        self.typed.hide()
        self.typed.returnPressed.connect(self._take_typed)
        self.typed.committed.connect(lambda _text: self._take_typed())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._box)
        column.addWidget(self.typed)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts."""
        self.add.set_name(self.tr("Add a language"))
        self.typed.setAccessibleName(self.tr("Another language"))
        self.typed.setPlaceholderText(self.tr("Another language, then Enter"))
        self._show()

    def codes(self) -> list[str]:
        """What is chosen now."""
        return list(self._codes)

    def set_codes(self, codes: list[str]) -> None:
        """Show stored ones."""
        self._codes = list(codes)
        self._show()

    def _show(self) -> None:
        from directory_app.model import languages

        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._flow.removeWidget(self.add)
        self._chips = []
        spoken = "es" if words.is_spanish() else "en"
        for code in self._codes:
            name = languages.name(code, spoken)
            chip = Chip(name[:1].upper() + name[1:], "quiet", removable=True, parent=self._box)
            chip.removed.connect(lambda code=code: self._remove(code))
            self._flow.addWidget(chip)
            chip.show()
            self._chips.append(chip)
        self._flow.addWidget(self.add)
        self._flow.activate()
        self.updateGeometry()
        self.update()

    def _fill(self) -> None:
        from directory_app.model import languages

        self._menu.clear()
        spoken = "es" if words.is_spanish() else "en"
        offered = [one for one in languages.all_languages() if one.code not in self._codes]
        for one in offered[:OFFERED]:
            name = one.es if spoken == "es" else one.en
            action = self._menu.addAction(name[:1].upper() + name[1:])
            action.triggered.connect(lambda _on=False, code=one.code: self._append([code]))
        self._menu.addSeparator()
        self._menu.addAction(self.tr("Another…")).triggered.connect(self._type)

    def _type(self) -> None:
        self.typed.show()
        self.typed.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_typed(self) -> None:
        from directory_app.model import languages

        codes = languages.parse(self.typed.text())
        self.typed.set_text("")
        self.typed.hide()
        self._append(codes)

    def _append(self, codes: list[str]) -> None:
        new = [code for code in codes if code not in self._codes]
        if new:
            self._codes += new
            self._show()
            self.edited.emit()

    def _remove(self, code: str) -> None:
        self._codes.remove(code)
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show()
        self.edited.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the typed one."""
        if event.key() == Qt.Key.Key_Escape and self.typed.isVisible():
            self.typed.set_text("")
            self.typed.hide()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box around the chips."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_box(painter, QRectF(self._box.geometry()), "base", "line-strong", "field")
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
