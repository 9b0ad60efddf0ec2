"""The passphrase of a packet: asked for, and the packet looked over, before anything is shown."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from directory_app.errors import UserError
from directory_app.tasks.packets import look_over, open_packet
from directory_app.ui import spoken
from directory_app.ui.jobs import Job
from directory_app.ui.parts.form_dialog import FormDialog
from directory_app.ui.session import Session
from directory_app.ui.widgets.base import Label
from directory_app.ui.widgets.fields import FieldRow
from directory_app.ui.widgets.passphrase import PassphraseField

if TYPE_CHECKING:
    from directory_app.model.packet_review import Review
    from directory_app.progress import Progress
    from directory_app.store.store import Store


class OpenDialog(FormDialog):
    """``opened(Review)``: the words were right, and this is what the packet would change.

    ``went_wrong(error)`` for what is no mistake of a person.
    """

    opened = Signal(object)
    went_wrong = Signal(object)

    def __init__(self, session: Session, path: Path, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self._session, self._path = session, path
        self._job: Job | None = None
        title = self.tr("Open %1").replace("%1", path.name)
        self.title.setText(title)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        text = self.tr(
            "Whoever made the packet has six words for it. Ask for them by telephone; capitals "
            "and accents do not matter."
        )
        self.column.addWidget(Label(text, "body", "ink-soft", wrap=True))
        name = self.tr("Passphrase of the packet")
        self.secret = FieldRow(name, PassphraseField(name), above=True)
        self.column.addWidget(self.secret)
        self.go.setText(self.tr("Look it over"))
        self.fit()
        self.field().setFocus(Qt.FocusReason.OtherFocusReason)
        self.finished.connect(self._stop)

    def field(self) -> PassphraseField:
        """Where the words are typed."""
        assert isinstance(self.secret.field, PassphraseField)
        return self.secret.field

    def attempt(self) -> None:
        """Open it in a worker; a guess takes a second."""
        words, path = self.field().text(), self._path
        if not words.strip():
            self.secret.say(self.tr("It is needed to go on"))
            return
        self.secret.say("")
        self.go.setEnabled(False)
        self.go.setText(self.tr("Opening…"))

        def look(store: "Store", progress: "Progress") -> "Review":
            return look_over(store, open_packet(path, words), progress)

        self._job = self._session.ask(
            look,
            self._looked,
            failed=self._failed,
            cancelled=self._ready,
            text=self.tr("Looking over the packet"),
        )

    def _looked(self, review: "Review") -> None:
        self.field().clear()
        self.opened.emit(review)
        self.accept()

    def _failed(self, error: Exception) -> None:
        self._ready()
        if not isinstance(error, UserError):
            self.went_wrong.emit(error)
            return
        self.secret.say(spoken.whole(error))
        self.field().selectAll()
        self.field().setFocus(Qt.FocusReason.OtherFocusReason)

    def _ready(self) -> None:
        self.go.setEnabled(True)
        self.go.setText(self.tr("Look it over"))

    def _stop(self) -> None:
        if self._job is not None and not self._job.is_over:
            self._job.cancel()
