"""Whom to call: a batch, before the queue begins."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from directory_app.tasks.verifying import Batch
from directory_app.ui.plurals import count
from directory_app.ui.widgets.base import Label, Line, Scroll
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.combo import Combo
from directory_app.ui.widgets.fields import FieldRow
from directory_app.ui.widgets.layouts import STRETCH, hbox, vbox
from directory_app.ui.widgets.toolbar import Toolbar

#: Who is due, as in the settings; not checked for so many months; everybody.
_DUE = "due"
_MONTHS = (3, 6, 9, 12, 0)
_WIDE = 480
#: Until it is read from the settings.
_USUAL_DAYS = 182


class BeginPane(QWidget):
    """``begun(Batch)``; ``print_wanted(Batch)``: visit them; ``sheets_wanted``: type sheets in."""

    begun = Signal(object)
    print_wanted = Signal(object)
    sheets_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.ended = ""
        self.title = Label(self.tr("Phone queue"), "page-name")
        self.heading = Label(self.tr("Whom do you want to call?"), "heading")
        self.back = Label(self.tr("Sheets that came back"), "heading")
        self.text = Label("", "body", "ink-soft", wrap=True)
        self.months, self.town = Combo(""), Combo("")
        self.months_row = FieldRow(self.tr("Not checked for"), self.months, above=True)
        self.town_row = FieldRow(self.tr("Town"), self.town, above=True)
        self.start = Button(self.tr("Start calling"), "primary", icon="phone-call")
        self.print = Button(self.tr("Print visit sheets…"), "plain", icon="printer")
        self.sheets = Button(self.tr("Type in visit sheets"), "plain", icon="list")
        box = QWidget()
        box.setMaximumWidth(_WIDE + 48)
        column = vbox(
            box,
            self.heading,
            self.text,
            self.months_row,
            self.town_row,
            8,
            margins=(24, 20, 24, 24),
            spacing=8,
        )
        buttons = hbox(None, self.start, self.print, STRETCH, spacing=8)
        column.addLayout(buttons)
        column.addSpacing(16)
        column.addWidget(Line())
        column.addSpacing(8)
        column.addWidget(self.back)
        column.addWidget(self.sheets, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        vbox(self, Toolbar(self.title, left=24, bottom=0), (Scroll(box, "base"), 1))
        self.start.clicked.connect(lambda: self.begun.emit(self.batch()))
        self.print.clicked.connect(lambda: self.print_wanted.emit(self.batch()))
        self.sheets.clicked.connect(self.sheets_wanted)
        self.tell(0, _USUAL_DAYS, ())
        self.months.set_value(_DUE)
        self.town.set_value("")

    def tell(self, due: int, days: int, towns: tuple[str, ...]) -> None:
        """How many are due, after how many days one is, and which towns there are."""
        told = count(
            due,
            self.tr("One business is due to be checked."),
            self.tr("{n} businesses are due to be checked."),
        )
        self.text.setText(
            told
            + " "
            + self.tr("The longest unchecked comes first. The queue stays when you lock or close.")
        )
        usual = count(days, self.tr("One day: due"), self.tr("{n} days: due"))
        months = [(_DUE, usual)] + [
            (str(n), self.tr("%1 months").replace("%1", str(n)) if n else self.tr("Everybody"))
            for n in _MONTHS
        ]
        self.months.set_items(months)
        self.town.set_items([("", self.tr("All towns")), *((one, one) for one in towns)])

    def batch(self) -> Batch:
        """Whom was chosen."""
        chosen = self.months.value() or _DUE
        months = None if chosen == _DUE else int(chosen)
        return Batch(months=months, town=self.town.value())
