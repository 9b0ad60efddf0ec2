"""Saving what can still be read of a damaged directory into a new one."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from directory_app.progress import Progress
from directory_app.ui import plurals
from directory_app.ui.parts.form_dialog import FormDialog
from directory_app.ui.session import ClosedWork
from directory_app.ui.widgets.base import Label
from directory_app.ui.widgets.fields import Field, FieldRow
from directory_app.ui.window.lock import PassphraseField

if TYPE_CHECKING:
    from directory_app.store.salvage import Salvaged

SUFFIX = ".puertas"
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
            from directory_app.store.salvage import salvage as save_from

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
