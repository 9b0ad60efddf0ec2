"""Bringing back the state of a backup: first what differs, then the question, then it is done."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from directory_app.errors import UserError
from directory_app.progress import Progress
from directory_app.ui import plurals, spoken
from directory_app.ui.jobs import JobRunner
from directory_app.ui.parts.form_dialog import FormDialog
from directory_app.ui.session import ClosedWork
from directory_app.ui.widgets import dates
from directory_app.ui.widgets.base import Label
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.fields import FieldRow
from directory_app.ui.widgets.remark import Remark
from directory_app.ui.window.lock import PassphraseField

if TYPE_CHECKING:
    from directory_app.store.never_again import Brought
    from directory_app.store.restore import Preview, Restored

#: Of each kind so many names are told.
NAMES = 12


class RestoreDialog(FormDialog):
    """``wanted(ClosedWork)``: restore it. ``went_wrong(error)``."""

    wanted = Signal(object)
    went_wrong = Signal(object)

    def __init__(
        self,
        path: Path,
        file: Path,
        runner: JobRunner,
        *,
        encrypted: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_title(), "", parent)
        self.path, self.file, self.runner = path, file, runner
        self._seen = False
        name = self.tr("Passphrase")
        self.secret = FieldRow(name, PassphraseField(name), above=True)
        of_backup = self.tr("The passphrase when it was made")
        self.backup_secret = FieldRow(of_backup, PassphraseField(of_backup), above=True)
        self.backup_secret.hide()
        self.other = Button(self.tr("It was made with another passphrase"), "link", size="small")
        self.other.clicked.connect(self._other_passphrase)
        if not encrypted:
            self.secret.hide()
            self.other.hide()
        self.found = QWidget()
        self._found = QVBoxLayout(self.found)
        self._found.setContentsMargins(0, 0, 0, 0)
        self._found.setSpacing(6)
        self.column.addWidget(Label(file.name, "small", "ink-soft", elide=True))
        for widget in (self.secret, self.backup_secret):
            self.column.addWidget(widget)
        self.column.addWidget(self.other, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.found)
        self.go.setText(self.tr("See what differs"))
        self.fit(560)
        self.resize(560, 480)

    def _other_passphrase(self) -> None:
        self.other.hide()
        self.backup_secret.show()
        self.backup_secret.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _secrets(self) -> tuple[str | None, str | None]:
        """Of the directory, and of the backup where that is another one."""
        typed = [_text(self.secret), _text(self.backup_secret)]
        return typed[0] or None, typed[1] or None

    def attempt(self) -> None:
        """First look, then do it."""
        if not self.secret.isHidden():
            missing = not _text(self.secret)
            self.secret.say(self.tr("It is needed to go on") if missing else "")
            if missing:
                return
        if self._seen:
            self._restore()
            return
        secret, other = self._secrets()
        path, file = self.path, self.file

        def look(_progress: Progress) -> "Preview":
            from directory_app.store.restore import preview

            return preview(path, file, secret, backup_secret=other)

        self.go.setEnabled(False)
        self.runner.start(
            look, self._show, failed=self._refused, text=self.tr("Comparing"), lane="make"
        )

    def _refused(self, error: Exception) -> None:
        self.go.setEnabled(True)
        if isinstance(error, UserError):
            self.secret.setVisible(True)
            self.secret.say(spoken.whole(error))
            self.secret.field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.went_wrong.emit(error)

    def _show(self, found: "Preview") -> None:
        self._seen = True
        self.go.setEnabled(True)
        self.go.kind = "danger"
        self.go.setText(self.tr("Restore it"))
        self.go.updateGeometry()
        for widget in (self.secret, self.backup_secret, self.other):
            widget.hide()
        for icon, role, text in self._told(found):
            self._found.addWidget(Remark(icon, role, text))

    def _told(self, found: "Preview") -> list[tuple[str, str, str]]:
        told = [("warning", "warn", text) for text in found.problems]
        told += differences(found)
        if not told:
            told.append(("check-circle", "ok", self.tr("Nothing differs.")))
        if found.withdrawn:
            told.append(("prohibit", "ink-soft", _withdrawn(found.withdrawn)))
        if found.passphrase_of_backup:
            text = self.tr("Afterwards it opens with the passphrase of the backup.")
            told.append(("key", "warn", text))
        told += [("warning", "warn", text) for text in found.brought.trouble]
        if found.brought.day is not None:
            told.append(("check-circle", "ok", brought(found.brought)))
        if found.unknown_since is not None:
            told.append(("warning", "warn", waits(found.unknown_since)))
            return [*told, ("info", "ink-soft", self.tr("What is here now is kept as a backup."))]
        kept = self.tr(
            "What is here now is kept as a backup. Who said no or withdrew since stays so, and "
            "print runs stay."
        )
        return [*told, ("info", "ink-soft", kept)]

    def _restore(self) -> None:
        secret, other = self._secrets()
        file = self.file

        def restore(path: Path, progress: Progress) -> "Restored":
            from directory_app.store.restore import restore_into

            return restore_into(path, file, secret, backup_secret=other, progress=progress)

        self.accept()
        self.wanted.emit(ClosedWork(self.tr("Restoring the backup"), restore, told_restored()))


def _text(row: FieldRow) -> str:
    assert isinstance(row.field, PassphraseField)
    return row.field.text()


def _title() -> str:
    return QCoreApplication.translate("Restore", "Restore a backup")


def _withdrawn(number: int) -> str:
    one = QCoreApplication.translate("Restore", "One that withdrew since does not come back.")
    many = QCoreApplication.translate("Restore", "{n} that withdrew since do not come back.")
    return plurals.count(number, one, many)


def kind_name(kind: str) -> str:
    """What a kind of difference is called."""
    translate = QCoreApplication.translate
    return {
        "businesses": translate("Restore", "Businesses"),
        "events": translate("Restore", "Events"),
        "print_runs": translate("Restore", "Print runs"),
        "people": translate("Restore", "People"),
        "lists": translate("Restore", "Saved lists"),
        "settings": translate("Restore", "Settings"),
    }.get(kind, kind)


def differences(found: "Preview") -> list[tuple[str, str, str]]:
    """(icon, role, words) of each difference, the names cut after NAMES."""
    translate = QCoreApplication.translate
    patterns = (
        ("minus", "danger", translate("Restore", "%1 only here, which would go: %2"), "only_here"),
        ("plus", "ok", translate("Restore", "%1 that would come back: %2"), "only_there"),
        (
            "pencil-simple-line",
            "warn",
            translate("Restore", "%1 that would be as they were: %2"),
            "changed",
        ),
    )
    told = []
    for each in found.differences:
        for icon, role, pattern, name in patterns:
            names = getattr(each, name)
            if names:
                counted = f"{kind_name(each.kind)} ({len(names)})"
                told.append((icon, role, _filled(pattern, counted, _listed(names))))
    return told


def _filled(pattern: str, first: str, second: str) -> str:
    """%1 and %2 in one go: what is put in may hold such letters itself."""
    before, _, rest = pattern.partition("%1")
    between, _, after = rest.partition("%2")
    return f"{before}{first}{between}{second}{after}"


def _listed(names: tuple[str, ...]) -> str:
    more = len(names) - NAMES
    listed = "; ".join(names[:NAMES])
    if more <= 0:
        return listed
    return f"{listed}; {QCoreApplication.translate('Restore', 'and {n} more').format(n=more)}"


def brought(found: "Brought") -> str:
    """What the file of refusals beside the backup told."""
    text = QCoreApplication.translate(
        "Restore", "The file “never again” tells who refused up to %1; they stay so."
    )
    return text.replace("%1", dates.long(found.day)) if found.day else ""


def waits(since: dt.date) -> str:
    """That nothing goes out of what is restored, and until when."""
    text = QCoreApplication.translate(
        "Restore",
        "Who said no or withdrew since %1 cannot be told: nothing goes out until somebody has "
        "said it.",
    )
    return text.replace("%1", dates.long(since))


def told_restored() -> Callable[[Any], tuple[str, str]]:
    """What is said once it is done."""
    translate = QCoreApplication.translate
    title = translate("Restore", "The backup is restored")
    kept = translate("Restore", "What was here is kept as %1.")
    key = translate("Restore", "It opens with the passphrase of the backup.")

    def told(done: "Restored") -> tuple[str, str]:
        parts = [kept.replace("%1", done.kept.name)]
        parts += [brought(done.brought)] if done.brought.day else []
        parts += list(done.brought.trouble)
        parts += [waits(done.unknown_since)] if done.unknown_since is not None else []
        parts += [key] if done.passphrase_of_backup else []
        return title, " ".join(parts)

    return told
