"""The bars at the head and the foot of a page."""

from PySide6.QtWidgets import QWidget

from directory_app.ui import theme
from directory_app.ui.widgets.base import Pane
from directory_app.ui.widgets.layouts import Part, hbox


class Toolbar(Pane):
    """The page's title at the left; the parts follow it, as those of ``hbox``."""

    def __init__(
        self,
        title: QWidget,
        *parts: Part,
        left: int = 16,
        bottom: int = 1,
        spacing: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``left``: of the title, as far in as what is below. Without ``spacing`` the style's."""
        super().__init__("window", "b", parent)
        self.setFixedHeight(theme.height("toolbar"))
        self.row = hbox(self, title, *parts, margins=(left, 0, 16, bottom), spacing=spacing)


class ActionBar(Pane):
    """What is done with a page, at its foot."""

    def __init__(self, *parts: Part) -> None:
        super().__init__("window", "t")
        self.setFixedHeight(theme.height("actionbar"))
        hbox(self, *parts, margins=(16, 1, 16, 0), spacing=8)
