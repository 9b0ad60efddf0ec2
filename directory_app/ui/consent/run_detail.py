"""One print run: what it said about whom, who has fallen away since, printing it again."""

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from directory_app import paths
from directory_app.ui import plurals
from directory_app.ui.consent.left_out_words import reason
from directory_app.ui.session import Session
from directory_app.ui.widgets import dates
from directory_app.ui.widgets.base import Label, Pane, Translated
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.remark import Remark
from directory_app.ui.widgets.text_table import TextColumn, TextRow, TextTable

if TYPE_CHECKING:
    from directory_app.model.listing import LeftOut
    from directory_app.model.print_run import PrintRun
    from directory_app.model.recall import RunEntry
    from directory_app.store.store import Store

_COLUMNS = (TextColumn(44, whole=True), TextColumn(170, strong=True), TextColumn(150, least=330))
#: The layouts that stay inside the coalition ask nobody's consent.
_PRIVATE = ("visit-sheets", "call-list")


class RunDetail(Translated, Pane):
    """``again_wanted(number)``, ``event_wanted(id)``, ``business_wanted(id)``, ``back``."""

    again_wanted = Signal(int)
    event_wanted = Signal(str)
    business_wanted = Signal(object)
    back = Signal()
    went_wrong = Signal(object)
    said = Signal(str, str, bool)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("base", "l", parent)
        self.session = session
        self.run: PrintRun | None = None
        self._entries: list[RunEntry] = []
        self._gone: dict[str, LeftOut] = {}
        self.back_button = Button("", "flat", icon="arrow-u-up-left", size="small")
        self.title = Label("", "title", elide=True)
        self.facts = Label("", "small", "ink-soft", wrap=True)
        self.told = Remark("check-circle", "ok", " ", fill=True)
        self.table = TextTable(_COLUMNS)
        self.again = Button("", "plain", icon="printer")
        self.to_event = Button("", "plain", icon="calendar-dots")
        self.save = Button("", "plain", icon="floppy-disk")
        self._lay_out()
        self.back_button.clicked.connect(self.back)
        self.again.clicked.connect(lambda: self.again_wanted.emit(self._number()))
        self.to_event.clicked.connect(self._to_event)
        self.save.clicked.connect(self._choose_file)
        self.table.opened.connect(self.business_wanted)
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.back_button)
        deeds = QHBoxLayout()
        deeds.setSpacing(8)
        for button in (self.again, self.save, self.to_event):
            deeds.addWidget(button)
        deeds.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(17, 12, 16, 12)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.facts)
        column.addWidget(self.told)
        column.addWidget(self.table, 1)
        column.addLayout(deeds)

    def retranslate(self) -> None:
        """Set the texts."""
        self.setAccessibleName(self.tr("Print run"))
        self.back_button.setText(self.tr("Back"))
        self.again.setText(self.tr("Print again…"))
        self.to_event.setText(self.tr("Event"))
        self.to_event.setAccessibleName(self.tr("Go to the event"))
        self.save.setText(self.tr("Recall list…"))
        self.table.setAccessibleName(self.tr("What it said about whom"))
        self.table.set_headings((self.tr("No."), self.tr("Name"), self.tr("Since then")))
        self._tell()

    # -- showing

    def show_run(self, run: "PrintRun | None") -> None:
        """Show a run; what is on it is read first."""
        self.run, self._entries, self._gone = run, [], {}
        self._tell()
        if run is None:
            return
        on = self.session.today()

        def read(store: "Store") -> "tuple[int, list[RunEntry], list[LeftOut]]":
            entries = store.run_entries(run.number)
            codes = [one.code for one in entries if one.code]
            channel = _channel(run, entries)
            gone = [] if run.layout in _PRIVATE else store.fallen_away(channel, on, codes)
            return run.number, entries, gone

        self.session.ask(read, self._arrived, failed=self.went_wrong.emit)

    def _arrived(self, found: "tuple[int, list[RunEntry], list[LeftOut]]") -> None:
        number, entries, gone = found
        if number != self._number():
            return
        self._entries, self._gone = entries, {one.code: one for one in gone}
        self._tell()

    def _number(self) -> int:
        return self.run.number if self.run is not None else 0

    def _tell(self) -> None:
        run = self.run
        if run is None:
            return
        said = self.tr("Run %1").replace("%1", f"{run.number:04}")
        self.title.setText(f"{said} · {run.event_name}" if run.event_name else said)
        self.facts.setText(self._facts(run))
        self.again.setVisible(run.event_id is not None)
        self.to_event.setVisible(run.event_id is not None)
        self.table.set_rows([self._row(one) for one in self._entries])
        fallen = [one for one in self._entries if self._since(one)]
        self.save.setVisible(bool(self._entries))
        if fallen:
            text = plurals.count(
                len(fallen),
                self.tr("One on it may not be handed out any more: call the paper back."),
                self.tr("{n} on it may not be handed out any more: call the paper back."),
            )
            self.told.set_icon("warning", "warn")
        else:
            text = self.tr("All that are on it may still be handed out.")
            self.told.set_icon("check-circle", "ok")
        self.told.set_words(text if self._entries and run.layout not in _PRIVATE else "")

    def _facts(self, run: "PrintRun") -> str:
        made = run.made_at.astimezone(self.session.timezone).date()
        copies = plurals.count(run.copies, self.tr("one copy"), self.tr("{n} copies"))
        use_by = self.tr("use by %1").replace("%1", dates.long(run.use_by)) if run.use_by else ""
        parts = (dates.long(made), copies, use_by, run.layout, run.languages.replace(",", " + "))
        return "  ·  ".join(part for part in parts if part)

    def _row(self, one: "RunEntry") -> TextRow:
        number = one.printed.get("number", one.position)
        since = self._since(one)
        name = one.name or self.tr("withdrew")
        return TextRow((str(number), name, since), one.code or None, bool(since))

    def _since(self, one: "RunEntry") -> str:
        """Why it may not be handed out any more, "" if it may."""
        if not one.printed or not one.code:
            return self.tr("withdrew") if not one.printed else self.tr("deleted")
        gone = self._gone.get(one.code)
        return reason(gone.reason) if gone is not None else ""

    # -- deeds

    def _to_event(self) -> None:
        if self.run is not None and self.run.event_id:
            self.event_wanted.emit(self.run.event_id)

    def _choose_file(self) -> None:
        start = paths.documents() / f"run-{self._number():04}.csv"
        name, _kind = QFileDialog.getSaveFileName(self, self.save.text(), str(start), "CSV (*.csv)")
        if name:
            self.save_to(Path(name).with_suffix(".csv"))

    def save_to(self, path: Path) -> None:
        """Write who is on the run, and why somebody may not be any more."""
        text = self.as_csv()
        today = self.session.today()

        def write(_progress: object) -> None:
            from directory_app.guides.writing import put

            put(path, text.encode("utf-8-sig"), 0, today, ())

        self.session.runner.start(
            write,
            lambda _nothing: self.said.emit(
                self.tr("Saved as %1").replace("%1", path.name), "check", False
            ),
            failed=self.went_wrong.emit,
            lane="make",
        )

    def as_csv(self) -> str:
        """Number, code, name as printed, since then."""
        out = io.StringIO()
        table = csv.writer(out)
        table.writerow(("number", "code", "name", "since"))
        for one in self._entries:
            row = (one.printed.get("number", one.position), one.code, one.name, self._since(one))
            table.writerow([_no_formula(cell) for cell in row])
        return out.getvalue()


def _channel(run: "PrintRun", entries: "list[RunEntry]") -> str:
    """The yes that a run needs: an export says of each which it was made for."""
    said = (str(one.printed["channel"]) for one in entries if "channel" in one.printed)
    return next(said, "map" if run.layout == "map" else "print")


def _no_formula(cell: Any) -> Any:
    """A spreadsheet must not take a name for a formula."""
    text = str(cell)
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t"} else cell
