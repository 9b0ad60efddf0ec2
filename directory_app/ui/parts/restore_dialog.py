"""Bringing back the state of a backup: first what differs, then the question, then it is done."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from directory_app import paths
from directory_app.errors import UserError
from directory_app.progress import Progress
from directory_app.store.backups import is_encrypted
from directory_app.store.filters import Filter
from directory_app.store.restore import restore_into
from directory_app.store.salvage import salvage as save_from
from directory_app.ui import file_dialogs, plurals, spoken
from directory_app.ui.jobs import JobRunner
from directory_app.ui.parts.form_dialog import FormDialog
from directory_app.ui.session import WORKS_HERE, ClosedWork, Session
from directory_app.ui.widgets import dates
from directory_app.ui.widgets.base import Label
from directory_app.ui.widgets.buttons import Button, TickBox
from directory_app.ui.widgets.fields import Field, FieldRow
from directory_app.ui.widgets.layouts import hbox, vbox
from directory_app.ui.widgets.passphrase import PassphraseField
from directory_app.ui.widgets.remark import Remark

if TYPE_CHECKING:
    from directory_app.store.never_again import Brought
    from directory_app.store.restore import Preview, Restored
    from directory_app.store.rows import BusinessRow
    from directory_app.store.salvage import Salvaged

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
        self._found = vbox(self.found, spacing=6)
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
                # the keys of settings are the program's own words
                listed = "" if each.kind == "settings" else _listed(names)
                told.append((icon, role, _filled(pattern, counted, listed).rstrip(": ")))
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


SUFFIX = ".puertas"


@dataclass(frozen=True, slots=True)
class NewFromBackup:
    """What to make of which file. ``passphrase`` opens the backup; None where it is plain."""

    file: Path
    path: Path
    passphrase: str | None


class RestoreNewDialog(FormDialog):
    """``made(NewFromBackup)`` when all is filled in."""

    made = Signal(object)

    def __init__(self, file: Path, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.file, self.folder = file, paths.documents()
        self.setWindowTitle(self.tr("Restore a backup as a new directory"))
        self.setAccessibleName(self.windowTitle())
        self.title.setText(self.windowTitle())
        text = self.tr(
            "Use this where the directory itself is gone: a lost laptop, a new one. What was said "
            "after the backup is not in it, so nothing goes out until somebody has told who "
            "refused or withdrew since; Puertas asks for that next."
        )
        self.name = FieldRow(
            self.tr("Name"), Field(self.tr("Name"), self.tr("My directory")), above=True
        )
        self.where = Label("", "small", "ink-soft", elide=True)
        self.elsewhere = Button(self.tr("Another place…"), "link", size="small")
        secret = self.tr("The passphrase when it was made, or the recovery code")
        self.secret = FieldRow(secret, PassphraseField(secret), above=True)
        self.secret.setVisible(is_encrypted(file))
        place = hbox(None, (self.where, 1), self.elsewhere, spacing=None)
        self.column.addWidget(Label(file.name, "small", "ink-soft", elide=True))
        self.column.addWidget(Label(text, "body", "ink-soft", wrap=True))
        self.column.addWidget(self.name)
        self.column.addLayout(place)
        self.column.addWidget(self.secret)
        self.go.setText(self.tr("Restore it"))
        self.elsewhere.clicked.connect(self._choose_place)
        self._show_place()
        self.fit(520)
        self.name.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_place(self) -> None:
        title = self.tr("Where the directory is to lie")
        chosen = file_dialogs.open_folder(self, title, self.folder)
        if chosen is not None:
            self.folder = chosen
            self._show_place()

    def _show_place(self) -> None:
        self.where.setText(self.tr("In %1").replace("%1", str(self.folder)))

    def attempt(self) -> None:
        """Check the name."""
        assert isinstance(self.name.field, Field)
        assert isinstance(self.secret.field, PassphraseField)
        stem = self.name.field.text().strip().removesuffix(SUFFIX)
        path = self.folder / f"{stem}{SUFFIX}"
        bad = stem.startswith(".") or not stem or any(c in '/\\:*?"<>|' for c in stem)
        said = self.tr("Use letters, digits and spaces") if bad else ""
        self.name.say(self.tr("There is already one here") if not bad and path.exists() else said)
        secret = None if self.secret.isHidden() else self.secret.field.text()
        self.secret.say(self.tr("It is needed to go on") if secret == "" else "")
        if self.name.problem.text() or secret == "":
            return
        self.accept()
        self.made.emit(NewFromBackup(self.file, path, secret))


#: So many of what could not be read are named; the new directory's owner sees the rest missing.
_NAMES = 20


class SalvageDialog(FormDialog):
    """``wanted(ClosedWork)``: salvage it, and open the new one."""

    wanted = Signal(object)

    def __init__(self, path: Path, *, encrypted: bool, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Salvage", "Save what can be read"), "", parent)
        self.path = path
        text = self.tr(
            "The damaged directory stays as it is. What can be read goes into a new one beside "
            "it; what cannot is listed."
        )
        self.column.addWidget(Label(text, "body", "ink-soft", wrap=True))
        name = self.tr("Passphrase")
        self.secret = FieldRow(name, PassphraseField(name), above=True)
        if not encrypted:
            self.secret.hide()
        proposed = self.tr("%1 saved").replace("%1", path.stem)
        self.name = FieldRow(self.tr("Name of the new one"), Field("", proposed), above=True)
        self.column.addWidget(self.secret)
        self.column.addWidget(self.name)
        self.go.setText(self.tr("Save what can be read"))
        self.fit()

    def _new(self) -> Path:
        assert isinstance(self.name.field, Field)
        name = self.name.field.text().strip().removesuffix(SUFFIX)
        return self.path.parent / f"{name}{SUFFIX}"

    def attempt(self) -> None:
        """Check the name."""
        field = self.secret.field
        assert isinstance(field, PassphraseField)
        secret = field.text() or None
        new = self._new()
        bad = new.stem.startswith(".") or not new.stem or any(c in '/\\:*?"<>|' for c in new.stem)
        said = self.tr("Use letters, digits and spaces") if bad else ""
        self.name.say(self.tr("There is already one here") if not bad and new.exists() else said)
        missing = not self.secret.isHidden() and secret is None
        self.secret.say(self.tr("It is needed to go on") if missing else "")
        if self.name.problem.text() or missing:
            return

        def salvage(path: Path, progress: Progress) -> "Salvaged":
            return save_from(path, new, secret, progress=progress)

        self.accept()
        self.wanted.emit(
            ClosedWork(self.tr("Saving what can be read"), salvage, _told, lambda found: found.path)
        )


def _told(found: "Salvaged") -> tuple[str, str]:
    translate = QCoreApplication.translate
    title = plurals.count(
        found.saved.get("business", 0),
        translate("Salvage", "One business was saved"),
        translate("Salvage", "{n} businesses were saved"),
    )
    lost = found.sentences()
    if not lost:
        return title, translate("Salvage", "Everything could be read.")
    more = len(lost) - _NAMES
    lines = lost[:_NAMES]
    if more > 0:
        lines.append(translate("Salvage", "and {n} more").format(n=more))
    return title, "\n".join(lines)


#: So many of what a search finds are shown: more is a reason to type on.
MOST = 6


class RefusedSinceDialog(FormDialog):
    """``answered``: it is said and kept. ``went_wrong(error)``."""

    answered = Signal()
    went_wrong = Signal(object)

    def __init__(self, session: Session, since: dt.date, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        day = dates.long(since)
        self.session = session
        #: Who is ticked, by id.
        self.refused: dict[str, BusinessRow] = {}
        self.title.setText(self.tr("Who refused since %1?").replace("%1", day))
        self.setWindowTitle(self.title.text())
        self.setAccessibleName(self.title.text())
        text = self.tr(
            "This directory was restored from a backup of %1. Whoever said no or withdrew after "
            "that day is not in it, and could be printed against their will. So nothing goes out "
            "until somebody has answered this once. Ask the others; look at notes and messages."
        )
        self.column.addWidget(Label(text.replace("%1", day), "body", "ink-soft", wrap=True))
        search, name = self.tr("Search and tick who refused or withdrew"), self.tr("Who answers")
        self.search = FieldRow(search, Field(search), above=True)
        self.found = QWidget()
        self._rows = vbox(self.found, spacing=6)
        self.more = Label("", "small", "ink-soft", wrap=True)
        self.nobody = TickBox(self.tr("Nobody that I know of"))
        self.name = FieldRow(name, Field(name), above=True)
        self.problem = Label("", "small", "danger", wrap=True)
        note = self.tr(
            "Those who are ticked are asked for nothing and printed nowhere any more. Your name "
            "and the day stand in the history, and for 30 days every check before printing says so."
        )
        for widget in (self.search, self.found, self.more, self.nobody, self.name):
            self.column.addWidget(widget)
        self.column.addWidget(self.problem)
        self.column.addWidget(Label(note, "small", "ink-soft", wrap=True))
        self._connect()
        self._look("")
        self._say_how_many()
        session.ask(lambda store: store.settings.get(WORKS_HERE), self._offer_name)
        self.fit(560)
        self.resize(560, 640)
        self._text(self.search).setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer_name(self, person: str) -> None:
        """Whoever works here is who answers, unless somebody was typed already."""
        if not self._text(self.name).text():
            self._text(self.name).setText(person)

    def _connect(self) -> None:
        self._text(self.search).textChanged.connect(self._look)
        self._text(self.name).textChanged.connect(lambda _text: self.name.say(""))
        self.nobody.toggled.connect(lambda _on: self._say_how_many())

    def _text(self, row: FieldRow) -> Field:
        assert isinstance(row.field, Field)
        return row.field

    # -- finding

    def _look(self, text: str) -> None:
        wanted = Filter(text=text.strip(), view="everything")
        self.session.look(
            lambda browser: browser.first_rows(wanted, MOST + 1),
            self._show,
            failed=self.went_wrong.emit,
        )

    def _show(self, rows: "list[BusinessRow]") -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        ticked = list(self.refused.values())
        for row in [*ticked, *(row for row in rows[:MOST] if row.id not in self.refused)]:
            self._rows.addWidget(self._tick(row))
        more = self.tr("There are more: type on to find them.") if len(rows) > MOST else ""
        self.more.setText(more if rows else self.tr("Nothing is found. Try fewer letters."))

    def _tick(self, row: "BusinessRow") -> TickBox:
        told = ", ".join(filter(None, (row.name, row.city)))
        tick = TickBox(f"{told} ({row.code})", checked=row.id in self.refused)
        tick.toggled.connect(lambda on: self._ticked(row, on=on))
        return tick

    def _ticked(self, row: "BusinessRow", *, on: bool) -> None:
        if on:
            self.refused[row.id] = row
        else:
            self.refused.pop(row.id, None)
        self._say_how_many()

    def _say_how_many(self) -> None:
        number = len(self.refused)
        self.nobody.setEnabled(not number)
        if number:
            self.nobody.setChecked(False)
        one, many = self.tr("Record one refusal"), self.tr("Record {n} refusals")
        nobody = self.tr("Record that nobody refused")
        self.go.setText(plurals.count(number, one, many) if number else nobody)
        self.go.setEnabled(bool(number) or self.nobody.isChecked())
        self.go.updateGeometry()

    # -- answering

    def attempt(self) -> None:
        """Keep it, under a name."""
        by, refused = self._text(self.name).text().strip(), list(self.refused)
        if not by:
            self.name.say(self.tr("Write your name: it stands in the history"))
            self._text(self.name).setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.go.setEnabled(False)
        self.session.write(
            lambda store: store.consents.say_refused(refused, by), self._done, failed=self._failed
        )

    def _done(self, _number: int) -> None:
        self.accept()
        self.answered.emit()

    def _failed(self, error: Exception) -> None:
        self._say_how_many()
        if isinstance(error, UserError):
            self.problem.setText(spoken.whole(error))
        else:
            self.went_wrong.emit(error)
