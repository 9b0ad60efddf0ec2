"""What is told before printing: what is left out is counted whole."""

from directory_app.guides.check_words import Severity
from directory_app.guides.checks import Finding
from directory_app.ui.pages.guide.checks_pane import ChecksPane
from directory_app.ui.widgets.remark import Tag


def finding(code: str, severity: Severity, mend: str = "") -> Finding:
    return Finding(severity, code, "AAAA", "Tienda", "Left out.", "Se omite.", mend)


def test_the_chip_counts_all_that_are_left_out_mendable_or_not(qtbot) -> None:
    pane = ChecksPane()
    qtbot.addWidget(pane)
    found = [
        finding("left_out_withdrawn", Severity.STOP, "consent"),
        finding("left_out_outside_radius", Severity.NOTE),
        finding("left_out_excluded", Severity.NOTE),
        finding("hours_unknown", Severity.NOTE, "hours"),
    ]
    pane.show_findings(found)
    chips = [chip.accessibleName() or chip.text() for chip in pane.findChildren(Tag)]
    assert chips == ["3 left out", "1 note"]
    assert len(pane.rows()) == 4
