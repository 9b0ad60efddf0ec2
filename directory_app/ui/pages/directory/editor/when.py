"""When: the week, its sentence, and the pane in which hours are changed in all other ways."""

from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from directory_app.model import fields, hours
from directory_app.ui.pages.directory.editor.section import Section
from directory_app.ui.pages.directory.editor.week_grid import Week, WeekGrid
from directory_app.ui.pages.directory.hours.popover import HoursPopover
from directory_app.ui.parts import stopped, words
from directory_app.ui.widgets.base import Label
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.fields import Problem
from directory_app.ui.widgets.ticks import TickBox


class When(Section):
    """The third section. ``popover`` is the pane of the hours while it is open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._osm, self._assumed = "", False
        self._half: dict[str, Any] = {}  # lines of the pane that can't be read yet
        self.popover: HoursPopover | None = None
        self.grid = WeekGrid()
        self.grid.edited.connect(self._grid_edited)
        self.grid.more_wanted.connect(self.edit_hours)
        self.sentence = Label("", "small", "ink-soft", wrap=True)
        self.edit = Button("", "link", size="small")
        self.edit.clicked.connect(self.edit_hours)
        self.half = Problem()
        self.sure = TickBox("", style="small")
        self.sure.clicked.connect(self._made_sure)
        self._lay_out_hours()
        self.bind_value("opening_hours", lambda: self._osm, self._set_osm)
        self.bind_value("opening_hours_assumed", lambda: self._assumed, self._set_assumed)
        for field in fields.in_section(fields.Section.WHEN):
            if field.name != "opening_hours":
                self.add(field.name)
        self.checked = self.add_tick()
        self.retranslate()

    def _lay_out_hours(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.sentence, 1)
        line.addWidget(self.edit, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addWidget(self.grid)
        self.column.addLayout(line)
        self.column.addWidget(self.half)
        self.column.addWidget(self.sure, 0, Qt.AlignmentFlag.AlignLeft)
        self.sure.hide()

    def retranslate(self) -> None:
        """Set the texts."""
        self.head.setText(self.tr("When"))
        self.checked.setText(self.tr("checked today"))
        self.checked.setAccessibleName(self.tr("When: checked today"))
        self.edit.setText(self.tr("Edit"))
        self.edit.setAccessibleName(self.tr("Edit the hours"))
        self.sure.setText(QCoreApplication.translate("HoursForm", "am and pm are right"))
        self.say_rows()
        self.close_hours()
        self._say()

    # -- showing

    def _set_osm(self, osm: str) -> None:
        if self.popover is not None and osm != self._osm:
            self.popover.form.show_hours(osm, self._assumed)
        self._osm = osm
        self._say()

    def _set_assumed(self, assumed: bool) -> None:
        self._assumed = bool(assumed)
        self._say()

    def _say(self) -> None:
        sentence = "; ".join(hours.words(self._osm, words.spoken_language()))
        plan = hours.plan(self._osm)
        week = plan.week if plan is not None else None
        self.grid.setVisible(week is not None)
        if week is not None:
            self.grid.set_week(week, sentence)
        self._say_sentence(sentence)
        self._say_half()

    def _say_sentence(self, sentence: str) -> None:
        assumed = self._assumed and bool(sentence)
        text = sentence or self.tr("Hours are not known")
        if assumed:
            text = self.tr("%1 (am or pm is assumed)").replace("%1", sentence)
        self.sentence.setText(text)
        self.sentence.set_role("warn" if assumed else "ink-soft")
        self.sure.setVisible(assumed)
        self.sure.setChecked(False)

    def _say_half(self) -> None:
        half = {} if self.popover is not None else self._half
        first = str(next((text for text in half.values() if isinstance(text, str)), "…"))
        said = self.tr("Not understood: “%1”").replace("%1", first)
        self.half.show_problem(said if half else "")

    # -- editing

    def _grid_edited(self, week: Week) -> None:
        plan = hours.plan(self._osm) or hours.HoursPlan()
        self._take(plan.with_week(week).osm, self._assumed and bool(self._osm))
        if self.popover is not None:
            self.popover.form.show_hours(self._osm, self._assumed)

    def _take(self, osm: str, assumed: bool) -> None:
        self._osm, self._assumed = osm, assumed
        self._say()

    def _made_sure(self) -> None:
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._take(self._osm, assumed=False)
        self.left.emit()

    def edit_hours(self) -> None:
        """Open the pane, with what was half-typed in it before."""
        if self.popover is not None or self.dossier is None:
            return
        self.popover = HoursPopover(self.edit, self._osm, self._assumed)
        self.popover.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.popover.edited.connect(self._take)
        self.popover.shut.connect(self._shut)
        self.popover.form.take_up(self._half)
        self._say_half()
        self.popover.open_beside(self, self.popover.form.first())

    def close_hours(self) -> None:
        """Shut the pane; what it says is kept."""
        if self.popover is not None:
            self.popover.accept()

    def hideEvent(self, event: QHideEvent) -> None:
        """The pane goes with what it is about. Nothing is applied by that: it may be a lock."""
        super().hideEvent(event)
        if self.popover is not None:
            self.popover.shut.disconnect(self._shut)
            self.popover.accept()
            self._half, self.popover = self.popover.typed(), None
            self._say_half()

    def _shut(self) -> None:
        gone, self.popover = self.popover, None
        self._half = gone.typed() if gone is not None else {}
        self._say_half()
        self.left.emit()

    def _half_typed(self) -> dict[str, Any]:
        return self.popover.typed() if self.popover is not None else self._half

    def is_edited(self) -> bool:
        """Fields, or lines of the pane."""
        return self.dossier is not None and (bool(self._half_typed()) or super().is_edited())

    def unfinished(self) -> dict[str, Any]:
        """Lines of the pane that can't be read yet, too."""
        kept = stopped.fit(self._half_typed())
        return super().unfinished() | ({"hours_lines": kept} if kept else {})

    def take_up(self, typed: dict[str, Any]) -> None:
        """Such lines, too; they are in the pane when it is opened."""
        super().take_up(typed)
        self._half = dict(typed.get("hours_lines", {}))
        if "hours_typed" in typed:  # a draft of the first version
            self._half["words"] = typed["hours_typed"]
        self._say_half()

    def load(self, dossier: Any) -> None:
        """Show a business."""
        if self.dossier is None or self.dossier.business.id != dossier.business.id:
            self._half = {}
        super().load(dossier)
        self._say()
