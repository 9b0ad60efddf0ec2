"""When: the week, its sentence, and the words that made it."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from directory_app.model import hours
from directory_app.ui.directory import words
from directory_app.ui.directory.section import Section
from directory_app.ui.directory.week_grid import Week, WeekGrid
from directory_app.ui.widgets.base import Label
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.fields import Field, FieldRow


class When(Section):
    """The third section."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._osm, self._assumed = "", False
        self.grid = WeekGrid()
        self.grid.edited.connect(self._grid_edited)
        self.sentence = Label("", "small", "ink-soft", wrap=True)
        self.edit = Button("", "link", size="small")
        self.edit.clicked.connect(self._start_typing)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.sentence, 1)
        line.addWidget(self.edit, 0, Qt.AlignmentFlag.AlignTop)
        self.typed = FieldRow("", Field(""))
        self.typed.hide()
        field = self.typed.field
        assert isinstance(field, Field)
        self._field = field
        field.committed.connect(self._read)
        field.returnPressed.connect(lambda: self._read(field.text()))
        self.column.addWidget(self.grid)
        self.column.addLayout(line)
        self.column.addWidget(self.typed)
        self.bind_value("opening_hours", lambda: self._osm, self._set_osm)
        self.bind_value("opening_hours_assumed", lambda: self._assumed, self._set_assumed)
        self.note_en = self.bind("hours_note_en", FieldRow("", Field("")))
        self.note_es = self.bind("hours_note_es", FieldRow("", Field("")))
        self.checked = self.add_tick()
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts."""
        self.head.setText(self.tr("When"))
        self.checked.setText(self.tr("checked today"))
        self.checked.setAccessibleName(self.tr("When: checked today"))
        self.edit.setText(self.tr("Edit"))
        self.edit.setAccessibleName(self.tr("Edit the hours as words"))
        self.typed.set_label(self.tr("Hours"))
        self._field.setPlaceholderText(self.tr("Tue–Sun 8 am–3 pm"))
        self.note_en.set_label(self.tr("Note"))
        self.note_es.set_label(self.tr("In Spanish"))
        self._say()

    # -- showing

    def _set_osm(self, osm: str) -> None:
        self._osm = osm
        self._field.set_text("; ".join(self._words()))
        self.typed.say("")
        self.typed.hide()
        self._say()

    def _set_assumed(self, assumed: bool) -> None:
        self._assumed = bool(assumed)
        self._say()

    def _words(self) -> list[str]:
        return hours.words(self._osm, "es" if words.is_spanish() else "en")

    def _say(self) -> None:
        sentence = "; ".join(self._words())
        week = hours.week(self._osm)
        self.grid.setVisible(week is not None)
        if week is not None:
            self.grid.set_week(week, sentence)
        text = sentence or self.tr("Hours are not known")
        if self._assumed and sentence:
            text = self.tr("%1 (am or pm is assumed)").replace("%1", sentence)
        self.sentence.setText(text)
        self.sentence.set_role("warn" if self._assumed and sentence else "ink-soft")

    # -- editing

    def _grid_edited(self, week: Week) -> None:
        self._osm = hours.from_week(week) if any(week) else ""
        self._assumed = False
        self.sentence.set_role("ink-soft")
        sentence = "; ".join(self._words())
        self.sentence.setText(sentence or self.tr("Hours are not known"))
        self.grid.setAccessibleDescription(sentence)

    def _start_typing(self) -> None:
        self._field.set_text("; ".join(self._words()))
        self.typed.show()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._field.selectAll()

    def _read(self, text: str) -> None:
        if not text.strip():
            self._set_osm("")
            self._assumed = False
            return
        reading = hours.parse(text, "es" if words.is_spanish() else "en")
        if not reading.osm:
            said = self.tr("Not understood: “Tue–Sun 8 am–3 pm” would be")
            self.typed.say(said)
            return
        self._set_osm(reading.osm)
        self._set_assumed(reading.assumed)

    def unfinished(self) -> dict[str, Any]:
        """Hours that are being typed, too."""
        typed = super().unfinished()
        if not self.typed.isHidden() and self._field.is_changed():
            typed["hours_typed"] = self._field.text()
        return typed

    def take_up(self, typed: dict[str, Any]) -> None:
        """Hours that were being typed, too."""
        super().take_up(typed)
        if "hours_typed" in typed:
            self.typed.show()
            self._field.setText(typed["hours_typed"])

    def load(self, dossier: Any) -> None:
        """Show a business."""
        super().load(dossier)
        self._say()
