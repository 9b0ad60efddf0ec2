"""Under the editor's map: why the address was not found to its door, and where that is mended."""

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtWidgets import QWidget

from directory_app.geocoding.reasons import sentence
from directory_app.model.terms import Precision
from directory_app.ui import language
from directory_app.ui.plurals import count
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.layouts import hbox
from directory_app.ui.widgets.remark import Remark

if TYPE_CHECKING:
    from directory_app.tasks import Placement

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


class DoubtLine(QWidget):
    """``wanted()``: to the page where places are worked through. Hidden without a doubt."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code = ""
        self.why = Remark("warning", "warn", " ", style="small", ink="ink-soft", fill=True)
        self.go = Button(self.tr("Find it…"), "link", size="small")
        self.go.clicked.connect(self.wanted)
        hbox(self, (self.why, 1), (self.go, 0, Qt.AlignmentFlag.AlignTop), spacing=8)
        self.go.setAccessibleName(self.tr("Find the place of this address"))
        self.show_code(self.code)
        self.hide()

    def show_code(self, code: str) -> None:
        """Show a code of geocoding.reasons as a sentence; "" hides it."""
        self.code = code
        if code:
            # which loads what looks addresses up: an editor without a doubt does not need it

            self.why.set_words(reason(code))
        self.setVisible(bool(code))


translate = QCoreApplication.translate


def reason(code: str) -> str:
    """A code of geocoding.reasons as a sentence in the window's language."""
    if code:
        return sentence(code, language.current())
    return translate("Places", "Nobody has looked for this address yet.")


def sureness(score: float) -> str:
    """How sure a place is, 0 to 1, as a percentage."""
    return translate("Places", "%1 %").replace("%1", QLocale().toString(round(score * 100)))


def where_they_are(by_precision: Mapping[str, int], without: int) -> str:
    """How many are at their door, at their street, in their town, without a place."""

    def many(*kinds: Precision) -> int:
        return sum(by_precision.get(kind.value, 0) for kind in kinds)

    doors = many(Precision.ROOFTOP, Precision.MANUAL)
    numbers, streets = many(Precision.INTERPOLATED), many(Precision.STREET)
    towns = many(Precision.CITY, Precision.ZIP)
    parts = (
        (doors, translate("Places", "{n} at its door"), translate("Places", "{n} at their doors")),
        (
            numbers,
            translate("Places", "{n} by its house number"),
            translate("Places", "{n} by their house numbers"),
        ),
        (
            streets,
            translate("Places", "{n} at its street"),
            translate("Places", "{n} at their streets"),
        ),
        (towns, translate("Places", "{n} in its town"), translate("Places", "{n} in their towns")),
        (
            without,
            translate("Places", "{n} without a place"),
            translate("Places", "{n} without a place"),
        ),
    )
    return ", ".join(count(number, one, more) for number, one, more in parts if number)


def result(placement: "Placement") -> str:
    """What locating came to: how many pins moved, and where all are."""
    moved = (
        count(
            placement.placed,
            translate("Places", "{n} pin placed."),
            translate("Places", "{n} pins placed."),
        )
        if placement.placed
        else translate("Places", "No pin moved.")
    )
    all_ = where_they_are(placement.by_precision, len(placement.unplaced))
    now = translate("Places", "Now: %1.").replace("%1", all_)
    return f"{moved} {now}" if all_ else moved


def failures(codes: Mapping[str, int] | Counter[str]) -> list[str]:
    """Lines like "3 × The service does not know this address.", the most first."""
    ordered = sorted(codes.items(), key=lambda each: (-each[1], each[0]))
    return [f"{QLocale().toString(many)} × {reason(code)}" for code, many in ordered]
