"""Small dialogs of the street data page: which column is what, and removing a region."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from directory_app.ui.pages.map_data import data_words
from directory_app.ui.widgets.base import Label
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.combo import Combo
from directory_app.ui.widgets.dialogs import Dialog
from directory_app.ui.widgets.fields import Field, FieldRow
from directory_app.ui.widgets.layouts import STRETCH, hbox, vbox

#: Parts of a street's name that may be put together: prefix, name, type, suffix.
_PARTS = 4
_ONE = ("number", "city", "postal_code", "unit", "longitude", "latitude")


class ColumnsDialog(Dialog):
    """Which column of address points is what, what to call them, and whose they are."""

    def __init__(
        self,
        headings: Sequence[str],
        columns: Mapping[str, Sequence[str]],
        region: str,
        *,
        has_points: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Address points"))
        self.setAccessibleName(self.tr("Address points"))
        self.setMinimumWidth(440)
        self.region = FieldRow(self.tr("Name"), Field(""))
        self.attribution = FieldRow(self.tr("Whose data"), Field(""))
        name = self.region.field
        assert isinstance(name, Field)
        name.set_text(region)
        items = [("", self.tr("(none)")), *((each, each) for each in headings)]
        self._combos: dict[str, list[Combo]] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        column.addWidget(Label(self.tr("Which column is what?"), "heading"))
        words = self.tr(
            "A street may be in one column or in parts: then choose them in the order in which "
            "they are read."
        )
        column.addWidget(Label(words, "body", "ink-soft", wrap=True))
        for field in ("number", "street", *_ONE[1:]):
            if has_points and field in ("longitude", "latitude"):
                continue
            column.addWidget(self._row(field, items, columns.get(field, ())))
        column.addSpacing(6)
        column.addWidget(self.region)
        column.addWidget(self.attribution)
        column.addSpacing(8)
        column.addLayout(self._buttons())

    def _row(self, field: str, items: Sequence[tuple[str, str]], chosen: Sequence[str]) -> FieldRow:
        label = data_words.field_name(field)
        combos = [Combo(label, items) for _ in range(_PARTS if field == "street" else 1)]
        for number, combo in enumerate(combos):
            combo.set_value(chosen[number] if number < len(chosen) else "")
            combo.setMinimumContentsLength(5)
            if len(combos) > 1:
                combo.setAccessibleName(f"{label} {number + 1}")
        self._combos[field] = combos
        if len(combos) == 1:
            return FieldRow(label, combos[0])
        holder = QWidget()
        row = hbox(holder, spacing=4)
        for combo in combos:
            row.addWidget(combo, 1)
        holder.setFocusProxy(combos[0])
        return FieldRow(label, holder)

    def _buttons(self) -> QHBoxLayout:
        row = hbox(None, STRETCH, spacing=8)
        cancel, go = Button(self.tr("Cancel"), "flat"), Button(self.tr("Bring in"), "primary")
        cancel.clicked.connect(self.reject)
        go.clicked.connect(self.accept)
        self.main = self.go = go
        row.addWidget(cancel)
        row.addWidget(go)
        return row

    def columns(self) -> str:
        """The choice as ``number=HNO,street=PREDIR+STNAME``."""
        said = []
        for field, combos in self._combos.items():
            names = [combo.value() for combo in combos if combo.value()]
            if names:
                said.append(f"{field}={'+'.join(names)}")
        return ",".join(said)

    def name(self) -> str:
        """What the region is to be called."""
        field = self.region.field
        assert isinstance(field, Field)
        return field.text().strip()

    def whose(self) -> str:
        """What maps must say of the data."""
        field = self.attribution.field
        assert isinstance(field, Field)
        return field.text().strip()


class RemoveDialog(Dialog):
    """Whether a region shall really go."""

    def __init__(self, name: str, size: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        title = self.tr("Remove the street data “%1”?").replace("%1", name)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setMinimumWidth(380)
        text = self.tr(
            "Its %1 are deleted from this laptop. Pins that were found with it stay. It can be "
            "brought in again from its files."
        ).replace("%1", size)
        column = vbox(
            self,
            Label(title, "heading", wrap=True),
            Label(text, "body", "ink-soft", wrap=True),
            margins=(24, 20, 24, 16),
            spacing=10,
        )
        row = hbox(None, STRETCH, spacing=None)
        keep, remove = Button(self.tr("Keep it"), "flat"), Button(self.tr("Remove"), "danger")
        keep.clicked.connect(self.reject)
        remove.clicked.connect(self.accept)
        self.go = remove
        row.addWidget(keep)
        row.addWidget(remove)
        column.addLayout(row)
