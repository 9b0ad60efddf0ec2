"""An icon and a sentence beside it: what is so, what was done, what to mind."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from directory_app.ui.widgets.base import Label
from directory_app.ui.widgets.icon_mark import IconMark


class Remark(QWidget):
    """``icon`` in the colour of ``role`` before wrapped plain words."""

    def __init__(
        self,
        icon: str,
        role: str = "ink-soft",
        text: str = "",
        *,
        ink: str = "ink",
        style: str = "body",
        fill: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.mark = IconMark(icon, role, fill=fill)
        self.label = Label(text, style, ink, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 1, 0, 1)
        row.setSpacing(8)
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        # at the top as the icon is, however high the row: else the two part
        row.addWidget(self.label, 1, Qt.AlignmentFlag.AlignTop)
        if not text:
            self.hide()  # shown without a parent it would be a window

    def set_words(self, text: str) -> None:
        """Other words; none hides it. To be called once it lies in a window."""
        self.label.setText(text)
        self.setVisible(bool(text))

    def set_icon(self, icon: str, role: str) -> None:
        """Another icon."""
        self.mark.set_icon(icon, role)

    def text(self) -> str:
        """The words."""
        return self.label.whole_text()
