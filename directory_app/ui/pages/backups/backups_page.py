"""Backups: what there is, one more now or elsewhere, and going back to one of them."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, QTime, Signal
from PySide6.QtWidgets import QWidget

from directory_app.store.never_again import FOLDER
from directory_app.ui import file_dialogs, plurals
from directory_app.ui.pages.page import FormPage
from directory_app.ui.parts.restore_dialog import RestoreDialog
from directory_app.ui.session import Session
from directory_app.ui.widgets import dates
from directory_app.ui.widgets.remark import Remark
from directory_app.ui.widgets.text_table import TextColumn, TextRow, TextTable

if TYPE_CHECKING:
    from directory_app.model.recall import ExpiringBackup
    from directory_app.store.backups import BackupFact
    from directory_app.store.store import Store

_COLUMNS = (
    TextColumn(170, strong=True, whole=True),
    TextColumn(150),
    TextColumn(90, right=True, least=420, whole=True),
    TextColumn(190, least=560),
)
_SHOWN = 12


class BackupsPage(FormPage):
    """The table is the page; what is chosen in it can be restored. ``backed_up``: one more."""

    backed_up = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent, width=760)
        self.dialog: RestoreDialog | None = None
        self._facts: list[BackupFact] = []
        self._expiring: dict[str, ExpiringBackup] = {}
        self._also_in = ""
        self.now = self.button(self.tr("Back up now"), "floppy-disk", "primary")
        self.elsewhere = self.button(self.tr("Save one elsewhere…"))
        self.from_file = self.button(self.tr("Restore a file…"))
        self.head_row.addWidget(self.now)
        self.section(
            self.tr("In this directory"),
            self.tr(
                "Puertas backs up by itself when it closes or locks, and hourly while something "
                "changes. Ten stay, and the last of each month. Each is proven when it is made."
            ),
        )
        self.table = TextTable(_COLUMNS)
        self.restore = self.button(self.tr("Restore…"), "arrow-counter-clockwise")
        self.empty = Remark("info", "ink-soft", " ")
        self.inner.addWidget(self.table)
        self.inner.addWidget(self.empty)
        self.row(self.restore)
        self.section(
            self.tr("Elsewhere"),
            self.tr(
                "A laptop can be lost with all that is in it. Keep a backup on a stick in another "
                "place; it is encrypted like the directory, and opens with the passphrase of today."
            ),
        )
        self.row(self.elsewhere, self.from_file)
        self.section(
            self.tr("Never again"),
            self.tr(
                "With the backups lies a sealed file of who refused or withdrew, without names, "
                "renewed each time. If the laptop is lost, it brings these refusals to the "
                "restored directory by itself. Keep it where your backups are, too."
            ),
        )
        self.never_again = self.button(self.tr("Keep it in another folder, too…"))
        self.only_here = self.button(self.tr("Only here again"))
        self.kept_in = Remark("check-circle", "ok", " ")
        self.row(self.never_again, self.only_here)
        self.inner.addWidget(self.kept_in)
        self.section(
            self.tr("Is all well?"),
            self.tr("Every page and every reference is looked at. Nothing is changed."),
        )
        self.check = self.button(self.tr("Look through it"), "magnifying-glass")
        self.result = Remark("check-circle", "ok", fill=True)
        self.row(self.check)
        self.inner.addWidget(self.result)
        self._connect()
        self.table.setAccessibleName(self.tr("Backups in this directory"))
        self.table.set_headings((self.tr("Made"), self.tr("How"), self.tr("Size"), self.tr("Note")))
        self._show()
        self.finish(self.tr("Backups"))

    def _connect(self) -> None:
        self.now.clicked.connect(lambda: self._back_up(None))
        self.elsewhere.clicked.connect(self._choose_place)
        self.from_file.clicked.connect(self._choose_file)
        self.restore.clicked.connect(lambda: self.open_restore(self.table.current()))
        self.table.opened.connect(self.open_restore)
        self.table.chosen.connect(lambda path: self.restore.setEnabled(path is not None))
        self.never_again.clicked.connect(self._choose_never_again)
        self.only_here.clicked.connect(lambda: self._keep_never_again(None))
        self.check.clicked.connect(self._check)

    # -- reading

    def open(self, argument: Any = None) -> None:
        """Show what there is."""
        self.result.set_words("")
        self.reload()

    def reload(self) -> None:
        """Look again."""
        self.session.ask(_read, self._arrived, failed=self.went_wrong.emit)

    def _arrived(self, found: "tuple[list[BackupFact], list[ExpiringBackup], str]") -> None:
        self._facts = found[0]
        self._also_in = found[2]
        self._expiring = {one.name: one for one in found[1]}
        self._show()

    def _show(self) -> None:
        self.table.set_rows([self._row(fact) for fact in self._facts])
        self.table.fit_height(_SHOWN)
        if self._facts and self.table.current() is None:
            self.table.selectRow(0)
        self.table.setVisible(bool(self._facts))
        self.restore.setVisible(bool(self._facts))
        none = self.tr("There are none yet. The first is made when Puertas closes.")
        self.only_here.setVisible(bool(self._also_in))
        also = self.tr("It is kept in %1 as well.").replace("%1", Path(self._also_in).name)
        self.kept_in.set_words(also if self._also_in else "")
        self.empty.set_words("" if self._facts else none)

    def _row(self, fact: "BackupFact") -> TextRow:
        made = fact.made.astimezone(self.session.timezone)
        clock = QLocale().toString(QTime(made.hour, made.minute), QLocale.FormatType.ShortFormat)
        expiring = self._expiring.get(fact.path.name)
        note = "" if fact.encrypted else self.tr("not encrypted")
        if expiring is not None:
            goes = self.tr("holds what was forgotten; goes by %1")
            note = goes.replace("%1", dates.long(expiring.delete_by))
        size = QLocale().formattedDataSize(fact.size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
        cells = (f"{dates.long(made.date())}, {clock}", self._kind(fact.kind), size, note)
        return TextRow(cells, fact.path)

    def _kind(self, kind: str) -> str:
        return {
            "automatic": self.tr("By itself"),
            "before": self.tr("Before a change"),
            "damaged": self.tr("Put aside, damaged"),
        }.get(kind, self.tr("By hand"))

    # -- the file of refusals

    def _choose_never_again(self) -> None:
        title = self.tr("A folder for the file of refusals, on a stick for instance")
        folder = file_dialogs.open_folder(self, title)
        if folder is not None:
            self._keep_never_again(folder)

    def _keep_never_again(self, folder: Path | None) -> None:
        self.session.ask(
            lambda store: store.backups.keep_never_again(folder),
            lambda _nothing: self.reload(),
            failed=self.went_wrong.emit,
        )

    # -- making

    def _back_up(self, to: Path | None) -> None:
        self.session.ask(
            lambda store, progress: store.backups.write(to, progress=progress),
            self._backed_up,
            failed=self.went_wrong.emit,
            text=self.tr("Making a backup"),
        )

    def _backed_up(self, _path: Path) -> None:
        self.said.emit(self.tr("Backed up"), "check-circle", False)
        self.backed_up.emit()
        self.reload()

    def _choose_place(self) -> None:
        title = self.tr("A folder for the backup, on a stick for instance")
        folder = file_dialogs.open_folder(self, title)
        if folder is not None:
            self._back_up(folder)

    def _choose_file(self) -> None:
        file = file_dialogs.open_file(self, self.tr("A backup"), "*.puertas-backup")
        if file is not None:
            self.open_restore(file)

    def open_restore(self, file: Path | None) -> None:
        """Ask for the passphrase, show what differs, and restore it."""
        if file is None:
            return
        self.dialog = RestoreDialog(
            self.session.path,
            file,
            self.session.runner,
            encrypted=self.session.encrypted,
            parent=self.window(),
        )
        self.dialog.wanted.connect(self.session.closed_work)
        self.dialog.went_wrong.connect(self.went_wrong)
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    # -- looking through

    def _check(self) -> None:
        self.check.setEnabled(False)

        def failed(error: Exception) -> None:
            self.check.setEnabled(True)
            self.went_wrong.emit(error)

        self.session.ask(
            lambda store, progress: store.check(progress),
            self._checked,
            failed=failed,
            cancelled=lambda: self.check.setEnabled(True),
            text=self.tr("Looking through the directory"),
        )

    def _checked(self, problems: list[str]) -> None:
        self.check.setEnabled(True)
        if not problems:
            self.result.set_icon("check-circle", "ok")
            self.result.set_words(self.tr("All is well."))
            return
        self.result.set_icon("warning-circle", "danger")
        counted = plurals.count(len(problems), self.tr("One problem:"), self.tr("{n} problems:"))
        todo = self.tr("Restore the latest backup from before; what is here is kept.")
        self.result.set_words("\n".join([counted, *problems, todo]))


def _read(store: "Store") -> "tuple[list[BackupFact], list[ExpiringBackup], str]":
    return store.backups.all(), store.backups.expiring(), store.settings.get(FOLDER)
