"""The bar at the head of a page."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from directory_app.ui import theme
from directory_app.ui.widgets.base import Pane


class Toolbar(Pane):
    """The page's title at the left; what is added to ``row`` follows it."""

    def __init__(
        self,
        title: QWidget,
        *,
        left: int = 16,
        bottom: int = 1,
        spacing: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``left``: of the title, as far in as what is below. Without ``spacing`` the style's."""
        super().__init__("window", "b", parent)
        self.setFixedHeight(theme.height("toolbar"))
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(left, 0, 16, bottom)
        if spacing is not None:
            self.row.setSpacing(spacing)
        self.row.addWidget(title)
