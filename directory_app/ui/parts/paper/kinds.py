"""What the window says of a layout and its paper."""

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from directory_app.guides import layout_kinds
from directory_app.ui.plurals import count

if TYPE_CHECKING:
    from directory_app.guides.layouts.kinds import Kind

translate = QCoreApplication.translate


def is_spanish() -> bool:
    """Whether the window speaks Spanish."""
    return QLocale().language() == QLocale.Language.Spanish


def kind_of(layout: str) -> "Kind":
    """The layout of a name; the first one for a name that is not known any more."""
    kinds = layout_kinds()
    return next((kind for kind in kinds if kind.name == layout), kinds[0])


def is_private(layout: str) -> bool:
    """Whether a layout stays inside the coalition."""
    return kind_of(layout).private


def paper_words(name: str) -> str:
    """A paper's name."""
    return {
        "letter": translate("Paper", "Letter"),
        "legal": translate("Paper", "Legal"),
        "tabloid": translate("Paper", "Tabloid"),
        "a4": "A4",
        "a5": "A5",
    }.get(name, name)


def paper_of(layout: str, paper: str) -> str:
    """The paper that is used: what was chosen, or the layout's own."""
    return paper or kind_of(layout).papers[0]


def paper_told(layout: str, paper: str, sheets: int) -> str:
    """So many sheets of which paper, on one side or both, and on which edge to turn them."""
    edge = kind_of(layout).duplex
    name = paper_words(paper_of(layout, paper))
    if edge == "short":
        one = translate("Paper", "{n} sheet of {paper}, both sides, turned on the short edge")
        many = translate("Paper", "{n} sheets of {paper}, both sides, turned on the short edge")
    elif edge:
        one = translate("Paper", "{n} sheet of {paper}, both sides")
        many = translate("Paper", "{n} sheets of {paper}, both sides")
    else:
        one = translate("Paper", "{n} sheet of {paper}, one side")
        many = translate("Paper", "{n} sheets of {paper}, one side")
    return count(sheets, one, many, paper=name)


def cost_told(price: str, sheets: int) -> str:
    """What so many sheets cost at a price a sheet ("0.05", in dollars); "" without a price."""
    try:
        dollars = Decimal(price.strip().lstrip("$").replace(",", ".")) * sheets
    except InvalidOperation:
        return ""
    if not dollars.is_finite():
        return ""
    return QLocale().toCurrencyString(float(dollars), "$") if dollars > 0 else ""
