"""The panes of the guide page side by side, or one at a time where they don't fit together."""

from typing import TypeVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from directory_app.ui import theme
from directory_app.ui.pages.guide.bars import GuideFoot, GuideHead
from directory_app.ui.pages.guide.checks_pane import ChecksPane
from directory_app.ui.pages.guide.options_pane import OptionsPane
from directory_app.ui.pages.guide.pages import FROM as STRIP_FROM
from directory_app.ui.pages.guide.pages import PageStrip, PagesView
from directory_app.ui.widgets.toast import Toast

#: Below this size one pane at a time is shown; below that width there are no small pages.
_OPTIONS_FROM, _CHECKS_FROM, _STRIP_FROM = 700, 460, 900
_NO_LIMIT = 16_777_215
Box = TypeVar("Box", QHBoxLayout, QVBoxLayout)


class GuideWork(QWidget):
    """Head and foot; between them options, small pages, pages, and below these the checks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = GuideHead()
        self.options = OptionsPane()
        self.strip = PageStrip()
        self.view = PagesView()
        self.checks = ChecksPane()
        self.checks.setMinimumHeight(96)
        self.foot = GuideFoot()
        self.pages_place = _beside(self.strip, self.view)
        self.right = QWidget()
        right = _bare(QVBoxLayout(self.right))
        right.addWidget(self.pages_place, 5)
        right.addWidget(self.checks, 2)
        self.toast_place = QWidget()
        body = _bare(QHBoxLayout(self.toast_place))
        body.addWidget(self.options, 1)
        body.addWidget(self.right, 4)
        column = _bare(QVBoxLayout(self))
        column.addWidget(self.head)
        column.addWidget(self.toast_place, 1)
        column.addWidget(self.foot)

    def panes(self) -> list[QWidget]:
        """The places that F6 goes to: what is hidden is not among them."""
        panes = (self.options, self.strip, self.view, self.checks, self.foot)
        return [pane for pane in panes if pane.isVisibleTo(self)]

    def first(self) -> QWidget:
        """Where the keyboard begins: the layouts, or the pages where those are not seen."""
        return self.options.layouts if self.options.isVisibleTo(self) else self.view

    def fit(self, wide: int, high: int) -> None:
        """All panes, or the one that is chosen above them."""
        narrow = wide < _OPTIONS_FROM or high < _CHECKS_FROM
        self.head.set_narrow(narrow)
        chosen = self.head.mode.value()
        self.options.setVisible(not narrow or chosen == "options")
        self.right.setVisible(not narrow or chosen != "options")
        self.pages_place.setVisible(not narrow or chosen == "pages")
        self.checks.setVisible(not narrow or chosen == "checks")
        many = len(self.view.spreads()) >= STRIP_FROM
        self.strip.setVisible(many and not narrow and wide >= _STRIP_FROM)
        least = max(theme.length("width", "guide_options"), self.options.least_width())
        self.options.setMinimumWidth(0 if narrow else least)
        self.options.setMaximumWidth(_NO_LIMIT if narrow else least)

    def show_options(self) -> None:
        """Bring the options up where one pane at a time is shown."""
        if self.head.is_narrow:
            self.head.mode.set_value("options")
            self.fit(self.width(), self.height())

    def toast(self) -> Toast:
        """The message over the pages."""
        found = self.toast_place.findChild(Toast)
        return found if isinstance(found, Toast) else Toast(self.toast_place)


def _beside(*widgets: QWidget) -> QWidget:
    """Widgets in a row, the last as wide as it can be."""
    holder = QWidget()
    row = _bare(QHBoxLayout(holder))
    for widget in widgets:
        row.addWidget(widget, 1 if widget is widgets[-1] else 0)
    return holder


def _bare(box: Box) -> Box:
    """Without margins and gaps: lines part the panes."""
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(0)
    return box
