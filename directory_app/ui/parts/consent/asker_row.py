"""Who asked: a yes counts only with a name, and the field says so before anything is recorded."""

from PySide6.QtCore import Qt, QTimer

from directory_app.model.askers import is_named
from directory_app.ui.parts import stopped
from directory_app.ui.widgets.combo import Combo
from directory_app.ui.widgets.fields import Field, FieldRow

# Milliseconds without a key before what is typed is looked at: "Se" may become "Sergio".
_REST = 500


class AskerRow(FieldRow):
    """The field, and under it, at once, why what stands there is no asker."""

    def __init__(self, label: str, field: Field | Combo, *, above: bool = False) -> None:
        super().__init__(label, field, above=above)
        self._read = field.currentText if isinstance(field, Combo) else field.text
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self.look)
        typed = field.editTextChanged if isinstance(field, Combo) else field.textChanged
        typed.connect(self._typing)
        field.committed.connect(lambda _text: self.look())

    def name(self) -> str:
        """What is typed."""
        return self._read().strip()

    def look(self) -> None:
        """Say what is wrong with what is typed. An empty field waits until it is needed."""
        self._rest.stop()
        self.say(self._why())

    def stops(self, *, yes: bool) -> bool:
        """Whether answers may not be recorded with this; ``yes``: one of them opens a door."""
        nobody = not self.name()
        self.say(self.tr("Who asked?") if nobody else self._why())
        if not (nobody or stopped.spans("asked_by", self.name()) or (yes and self.problem.text())):
            return False
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _why(self) -> str:
        name = self.name()
        why = stopped.explanation("asked_by", name)
        if not why and name and not is_named(name):
            why = self.tr("This names nobody. A yes counts with the name of who asked.")
        return why

    def _typing(self) -> None:
        if self.problem.text() and not self._why():
            self.say("")
        self._rest.start()
