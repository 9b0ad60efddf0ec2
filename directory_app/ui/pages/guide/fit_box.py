"""Fit to so many sheets: what it takes now, and what would have to go. A person chooses."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from directory_app.ui.pages.guide.field_ticks import field_words
from directory_app.ui.plurals import count
from directory_app.ui.widgets.base import Label, Translated
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.stepper import Stepper
from directory_app.ui.widgets.ticks import TickBox

if TYPE_CHECKING:
    from directory_app.guides.fitting import Choice, Fit

MOST = 99


class FitBox(Translated, QWidget):
    """``changed(sheets)``: 0 for as many as it needs. ``taken(choice)``: a way that was chosen."""

    changed = Signal(int)
    taken = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fit: Fit | None = None
        self._sheets = 0
        self.tick = TickBox()
        self.sheets = Stepper("", 1, 1, MOST)
        self.unit = Label("", "body")
        self.told = Label("", "small", "ink-soft", wrap=True)
        self.ways: list[Button] = []
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.tick)
        row.addWidget(self.sheets)
        row.addWidget(self.unit, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addLayout(row)
        self._column.addWidget(self.told)
        self.tick.clicked.connect(lambda _on=False: self._choose())
        self.sheets.changed.connect(lambda _value: self._choose())
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts."""
        self.tick.setText(self.tr("Fit to"))
        self.tick.setAccessibleName(self.tr("Fit to so many sheets"))
        self.sheets.setAccessibleName(self.tr("Sheets of paper a copy"))
        self._tell()

    def show_wanted(self, sheets: int) -> None:
        """Show what is chosen, without a signal."""
        self.tick.setChecked(bool(sheets))
        if sheets:
            self.sheets.set_value(sheets)
        self.sheets.setEnabled(bool(sheets))
        self._tell()

    def show_sheets(self, sheets: int) -> None:
        """How many a copy takes now; 0 while that is not known."""
        self._sheets = sheets
        if not self.tick.isChecked() and sheets:
            self.sheets.set_value(sheets)
        self._tell()

    def show_fit(self, fit: "Fit | None") -> None:
        """Whether it keeps to the sheets, and the ways if not."""
        self._fit = fit
        self._tell()

    def _choose(self) -> None:
        on = self.tick.isChecked()
        self.sheets.setEnabled(on)
        self._fit = None
        self._tell()
        self.changed.emit(self.sheets.value() if on else 0)

    def _tell(self) -> None:
        self.unit.setText(
            count(self.sheets.value(), self.tr("sheet", "one"), self.tr("sheets", "many"))
        )
        fit = self._fit
        misses = fit is not None and not fit.fits
        self.told.set_role("warn" if misses else "ink-soft")
        self.told.setText(self._missed(fit) if misses and fit else self._takes())
        self.told.setVisible(bool(self.told.whole_text()))
        self._offer(fit.choices if misses and fit else ())

    def _takes(self) -> str:
        if not self._sheets:
            return ""
        return count(
            self._sheets,
            self.tr("One sheet a copy, in the largest type that fits"),
            self.tr("{n} sheets a copy, in the largest type that fits"),
        )

    def _missed(self, fit: "Fit") -> str:
        takes = count(fit.sheets, self.tr("It takes one sheet."), self.tr("It takes {n} sheets."))
        way = self.tr("Choose what may go:")
        if not fit.choices:
            way = self.tr("Take more sheets, or another layout.")
        return f"{takes} {way}"

    def _offer(self, choices: "Sequence[Choice]") -> None:
        for way in self.ways:
            self._column.removeWidget(way)
            way.hide()
            way.deleteLater()
        self.ways = []
        for choice in choices:
            words = self.way_words(choice)
            way = _Way(words)
            way.clicked.connect(lambda _on=False, one=choice: self.taken.emit(one))
            self.ways.append(way)
            self._column.addWidget(way)

    def way_words(self, choice: "Choice") -> str:
        """A way to come down to the sheets wanted."""
        if choice.kind == "map":
            return self.tr("Without the map")
        if choice.kind == "open_only":
            return count(
                choice.listed,
                self.tr("Only the one that is open then"),
                self.tr("Only the {n} that are open then"),
            )
        if choice.kind == "radius":
            return count(
                choice.listed,
                self.tr("Only the one within {miles} mi"),
                self.tr("Only the {n} within {miles} mi"),
                miles=f"{choice.radius_miles or 0:g}",
            )
        names = ", ".join(field_words(field).lower() for field in choice.gone)
        return self.tr("Without: {names}").format(names=names)


class _Way(Button):
    """A button whose words may take several lines."""

    def __init__(self, words: str) -> None:
        super().__init__("", "plain")
        label = Label(words, "small", wrap=True)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(words)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 5, 10, 5)
        column.addWidget(label)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Room for all lines."""
        layout = self.layout()
        return layout.heightForWidth(width) if layout else super().heightForWidth(width)

    def sizeHint(self) -> QSize:
        """At least a line."""
        return QSize(120, self.heightForWidth(self.width() or 200))

    def minimumSizeHint(self) -> QSize:
        """May be narrow."""
        return QSize(80, 30)
