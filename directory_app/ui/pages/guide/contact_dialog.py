"""Asked once, before the first print: whom to call about a mistake."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from directory_app.ui.pages.imports.dialogs import FormDialog
from directory_app.ui.widgets.fields import Field, FieldRow


class ContactDialog(FormDialog):
    """``contact()`` is what was typed; empty leaves the line out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_words(
            self.tr("Whom to call about a mistake?"),
            self.tr(
                "It stands at the foot of every guide, so use a number of the coalition, not "
                "somebody's own. Leave it empty to print no such line. You can change it in "
                "the settings."
            ),
            self.tr("Go on"),
        )
        self.setMaximumWidth(480)
        self.field = Field(self.tr("Phone"), placeholder=self.tr("Phone or email"))
        self.column.addWidget(FieldRow(self.tr("Call"), self.field))
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def contact(self) -> str:
        """What was typed."""
        return " ".join(self.field.text().split())
