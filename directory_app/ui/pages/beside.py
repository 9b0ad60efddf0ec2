"""A page with a table and, beside it or in its place, what one row says."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from directory_app.ui.pages.page import Page, first_inside
from directory_app.ui.widgets.buttons import Button

_NO_LIMIT = 16_777_215


class BesidePage(Page):
    """Enter goes from the table to the row's detail, Esc comes back.

    Make ``table``, ``detail`` and ``back_button`` (which comes back where both have no room)
    before ``both``, and say in ``is_chosen`` whether there is a row to tell of. ``narrow``
    lists what has no room below a width: (widget, px).
    """

    table: QWidget
    detail: QWidget
    back_button: Button
    #: So wide the detail stands beside the table, and so wide it is; 0: two fifths of both.
    beside = 820
    detail_width = 0

    in_detail = False
    narrow: tuple[tuple[QWidget, int], ...] = ()

    def both(self) -> QWidget:
        """The two in a row."""
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.table, 1 if self.detail_width else 3)
        row.addWidget(self.detail, 1 if self.detail_width else 2)
        self.detail.hide()
        self.back_button.clicked.connect(self.to_table)
        return holder

    def is_chosen(self) -> bool:
        """Whether a row is there to tell of. Overridden."""
        raise NotImplementedError

    def focus_detail(self) -> None:
        """The keyboard goes into the detail. Overridden where another place is better."""
        first_inside(self.detail).setFocus(Qt.FocusReason.OtherFocusReason)

    def to_detail(self) -> None:
        """Show the row's detail, and go there."""
        if self.is_chosen():
            self.in_detail = True
            self.fit()
            self.focus_detail()

    def to_table(self) -> None:
        """Back to the rows."""
        self.in_detail = False
        self.fit()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def fit(self) -> None:
        """Beside the table, or in its place where there is no room."""
        wide, chosen = self.width() >= self.beside, self.is_chosen()
        self.in_detail = self.in_detail and chosen
        self.back_button.setVisible(not wide)
        self.detail.setVisible(chosen and (wide or self.in_detail))
        if self.detail_width:
            self.detail.setMaximumWidth(self.detail_width if wide else _NO_LIMIT)
            self.detail.setMinimumWidth(self.detail_width if wide else 0)
        self.table.setVisible(wide or not self.in_detail)
        for widget, below in self.narrow:
            widget.setVisible(self.width() >= below)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width."""
        super().resizeEvent(event)
        self.fit()

    def minimumSizeHint(self) -> QSize:
        """The table alone."""
        return QSize(420, 300)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes in, Esc comes back."""
        if event.key() == Qt.Key.Key_Escape and not self.table.hasFocus() and self.is_chosen():
            self.to_table()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.table.hasFocus():
            self.to_detail()
        else:
            super().keyPressEvent(event)
