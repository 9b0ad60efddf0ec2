"""What the window says of paper and what it costs."""

import pytest

from directory_app.guides import layout_kinds
from directory_app.guides.layouts.kinds import lies_across
from directory_app.ui.pages.guide.thumbs import _DRAWINGS
from directory_app.ui.parts.paper import kinds, printing


@pytest.mark.parametrize(
    ("price", "sheets", "told"),
    [
        ("", 60, ""), ("0.05", 60, "$3.00"), ("$0.05", 60, "$3.00"), ("0,05", 60, "$3.00"),
        ("0", 60, ""), ("a dime", 60, ""), ("-1", 60, ""), ("NaN", 60, ""),
    ],
)  # fmt: skip
def test_paper_costs_what_a_sheet_costs(qapp, price, sheets, told) -> None:
    assert kinds.cost_told(price, sheets) == told


def test_the_edge_on_which_paper_is_turned_is_told(qapp) -> None:
    assert kinds.paper_told("sheet", "", 1) == "1 sheet of Letter, both sides"
    folded = "240 sheets of A4, both sides, turned on the short edge"
    assert kinds.paper_told("booklet", "a4", 240) == folded
    assert kinds.paper_told("poster", "", 2) == "2 sheets of Tabloid, one side"


def test_every_layout_has_a_drawing_a_printer_and_its_ticks(qapp) -> None:
    for kind in layout_kinds():
        assert kind.name in _DRAWINGS
        assert bool(kind.fields) != kind.private
        for paper in kind.papers:
            printer = printing.make_printer(kind.name, paper, 2, grey=True)
            assert printer.pageLayout().pageSize().isValid()
            across = printer.pageLayout().orientation().name == "Landscape"
            assert across == lies_across(kind.name, paper)


@pytest.mark.parametrize(
    ("layout", "way"),
    [
        ("sheet", "DuplexLongSide"), ("booklet", "DuplexShortSide"),
        ("trifold", "DuplexShortSide"), ("poster", "DuplexNone"), ("pocket", "DuplexNone"),
    ],
)  # fmt: skip
def test_the_printer_turns_the_paper_as_the_layout_is_folded(qapp, layout, way) -> None:
    assert printing.duplex_of(layout).name == way
