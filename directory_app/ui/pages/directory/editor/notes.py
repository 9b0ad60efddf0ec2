"""Notes: what stays inside the coalition, in no output ever."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from directory_app.model import fields, never_collect, phones
from directory_app.model.contact import Contact
from directory_app.ui.pages.directory.editor.phones_field import format_typed
from directory_app.ui.pages.directory.editor.section import Section
from directory_app.ui.parts import stopped, words
from directory_app.ui.widgets.base import Label
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.fields import Field, FieldRow, TextArea
from directory_app.ui.widgets.remark import Remark


class Notes(Section):
    """The last section: a note, and whom to ask.

    ``withdraw_wanted``: the note says that they do not want to be listed.
    """

    withdraw_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._never = Remark("lock-simple", size=14, gap=3, label=Label("", "small", "ink-soft"))
        self.head_row.addWidget(self._never)
        for one in fields.in_section(fields.Section.NOTES):
            self.add(one.name, TextArea("", 3), above=True)
        self.note = self.rows["note"]
        self.out = Remark("prohibit", "warn", style="small")
        self.forget = Button(self.tr("Forget this business…"), "plain", size="small")
        self.forget.clicked.connect(self.withdraw_wanted)
        self.column.addWidget(self.out)
        self.column.addWidget(self.forget, 0, Qt.AlignmentFlag.AlignLeft)
        self.person, self.phone = FieldRow("", Field("")), FieldRow("", Field(""))
        #: Of the contact, who is no field of the business.
        self._contact = {"person": self.person, "phone": self.phone}
        for field, row in self._contact.items():
            self._add_bar(field, row)
            self._field(row).committed.connect(lambda _text, field=field: self.check(field))
            self.column.addWidget(row)
        number = self._field(self.phone)
        number.textEdited.connect(lambda _text: format_typed(number))
        self.head.setText(self.tr("Notes"))
        self._never.label.setText(self.tr("never printed"))
        self.say_rows()
        for name, row in (("name", self.person), ("phone", self.phone)):
            row.set_label(fields.short(name, words.spoken_language(), "contact"))
        self._offer()

    def _offer(self) -> None:
        """A note that somebody does not want to be listed proposes to forget them."""
        text = self._bound["note"][0]()
        out = bool(text) and never_collect.wants_out(text)
        said = self.tr("The note says that they do not want to be listed.")
        self.out.set_words(said if out else "")
        self.forget.setVisible(out)

    def check(self, field: str) -> bool:
        """The note may say that they want out."""
        if field == "note":
            self._offer()
        if field in self._contact:
            row = self._contact[field]
            why = self._stops.why(field, self._field(row).text().strip())
            self._bars[field].setVisible(bool(why))
            row.say(why)
            return not why
        return super().check(field)

    def _drop_words(self, field: str) -> None:
        """Of the contact, too."""
        if field in self._contact:
            typed = self._field(self._contact[field])
            typed.set_text(stopped.without(field, typed.text()))
            self.left.emit()
            return
        super()._drop_words(field)

    def _keep_words(self, field: str) -> None:
        if field in self._contact:
            self._stops.keep(field, self._field(self._contact[field]).text().strip())
            self.check(field)
            self.left.emit()
            return
        super()._keep_words(field)

    def load(self, dossier: Any) -> None:
        """Show a business."""
        super().load(dossier)
        first = dossier.contacts[0] if dossier.contacts else None
        self._field(self.person).set_text(first.name if first else "")
        self._field(self.phone).set_text(_told(first.phone) if first else "")
        for field, row in self._contact.items():
            row.say("")
            self._bars[field].hide()
        self._offer()

    @staticmethod
    def _field(row: FieldRow) -> Field:
        assert isinstance(row.field, Field)
        return row.field

    def changed_contacts(self) -> list[Any] | None:
        """The contacts if they are to be saved; None where they are the same, or stopped."""
        sound = [self.check(field) for field in self._contact]
        return self._typed_contacts() if all(sound) else None

    def _typed_contacts(self) -> list[Any] | None:
        name, phone = (
            self._field(self.person).text().strip(),
            self._field(self.phone).text().strip(),
        )
        first = self.dossier.contacts[0] if self.dossier.contacts else None
        shown = (first.name, _told(first.phone)) if first else ("", "")
        if (name, phone) == shown:
            return None
        others = list(self.dossier.contacts[1:])
        if not name and not phone:
            return others
        kept = first.model_dump() if first else {"business_id": self.dossier.business.id}
        if phone == shown[1] and first:
            phone = first.phone
        return [Contact(**(kept | {"name": name, "phone": phone})), *others]

    def unfinished(self) -> dict[str, Any]:
        """The contact as it is typed, too."""
        typed = super().unfinished()
        if self.dossier is not None and self.changed_contacts() is not None:  # nothing stopped
            typed["contact"] = [self._field(self.person).text(), self._field(self.phone).text()]
        return typed

    def shown(self) -> dict[str, Any]:
        """The contact too."""
        people = [[one.name, one.phone] for one in self.dossier.contacts[:1]]
        return super().shown() | {"contact": people}

    def row_of(self, field: str) -> FieldRow | None:
        """The row of the contact, too."""
        return self.person if field == "contact" else super().row_of(field)

    def take_up(self, typed: dict[str, Any]) -> None:
        """The contact too."""
        super().take_up(typed)
        if "contact" in typed:
            for row, text in zip((self.person, self.phone), typed["contact"], strict=True):
                self._field(row).set_text(text)

    def is_edited(self) -> bool:
        """The note or the contact."""
        return super().is_edited() or (
            self.dossier is not None and self._typed_contacts() is not None
        )


def _told(phone: str) -> str:
    """A number as people read it; what is none stays as it is."""
    return phones.display(phone, style="window")
