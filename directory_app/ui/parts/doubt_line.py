"""Under the editor's map: why the address was not found to its door, and where that is mended."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from directory_app.ui.widgets.base import Translated
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.remark import Remark

#: Services by what a pin's source begins with; the names are their own.
SERVICES = {
    "nominatim": "Nominatim",
    "photon": "Photon",
    "pelias": "Pelias",
    "census": "US Census",
}
_STREETS = ("osm", "tiger", "points", "streets")


def source_words(source: str) -> str:
    """What found a pin, of a business's ``geocode_source``: "from the street data"."""
    kind = source.split(" ", maxsplit=1)[0].casefold()
    if kind in SERVICES:
        return QCoreApplication.translate("Places", "told by %1").replace("%1", SERVICES[kind])
    if kind in _STREETS:
        return QCoreApplication.translate("Places", "from the street data")
    return QCoreApplication.translate("Places", "from the address")


class DoubtLine(Translated, QWidget):
    """``wanted()``: to the page where places are worked through. Hidden without a doubt."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code = ""
        self.why = Remark("warning", "warn", " ", style="small", ink="ink-soft", fill=True)
        self.go = Button("", "link", size="small")
        self.go.clicked.connect(self.wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.why, 1)
        row.addWidget(self.go, 0, Qt.AlignmentFlag.AlignTop)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Set the texts."""
        self.go.setText(self.tr("Find it…"))
        self.go.setAccessibleName(self.tr("Find the place of this address"))
        self.show_code(self.code)

    def show_code(self, code: str) -> None:
        """Show a code of geocoding.reasons as a sentence; "" hides it."""
        self.code = code
        if code:
            # which loads what looks addresses up: an editor without a doubt does not need it
            from directory_app.ui.parts.place_words import reason

            self.why.set_words(reason(code))
        self.setVisible(bool(code))
