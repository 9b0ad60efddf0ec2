"""Who: name, category, languages, telephones, and what a guide says about them."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from directory_app.model.terms import Payment, Status
from directory_app.ui.pages.directory.editor.cuisines_field import CuisinesField
from directory_app.ui.pages.directory.editor.languages_field import LanguagesField
from directory_app.ui.pages.directory.editor.phones_field import PhonesField
from directory_app.ui.pages.directory.editor.section import Section
from directory_app.ui.pages.directory.pickers.category_field import CategoryField
from directory_app.ui.pages.directory.pickers.chips_field import ChipsField
from directory_app.ui.parts import stopped, words
from directory_app.ui.widgets.combo import Combo
from directory_app.ui.widgets.fields import Field, FieldRow, TextArea
from directory_app.ui.widgets.flow import Flow
from directory_app.ui.widgets.ticks import TickBox


class PaymentTicks(QWidget):
    """What they take, as ticks."""

    def __init__(self) -> None:
        super().__init__()
        flow = Flow(self, 14, 6)
        flow.setContentsMargins(0, 6, 0, 4)
        self.ticks = {payment.value: TickBox() for payment in Payment}
        for tick in self.ticks.values():
            flow.addWidget(tick)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_texts(self, texts: dict[str, str]) -> None:
        """Set the words of the ticks."""
        for key, text in texts.items():
            self.ticks[key].setText(text)
            self.ticks[key].setAccessibleName(text)

    def value(self) -> list[str]:
        """The ticked ones."""
        return [key for key, tick in self.ticks.items() if tick.isChecked()]

    def set_value(self, taken: list[str]) -> None:
        """Show stored ones."""
        for key, tick in self.ticks.items():
            tick.setChecked(key in taken)


class Who(Section):
    """The first section."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = self.bind("name", FieldRow("", Field("")))
        self.own = self.bind("alternate_name", FieldRow("", Field("")))
        self.category = self.bind("category", FieldRow("", CategoryField()))
        self.cuisines, self.languages = CuisinesField(), LanguagesField()
        self.cuisines_row = self._bind_chips("cuisine", self.cuisines)
        self.languages_row = self._bind_chips("languages", self.languages)
        self.phones = PhonesField()
        self.phones_row = FieldRow("", self.phones)
        self.column.addWidget(self.phones_row)
        self.website = self.bind("website", FieldRow("", Field("")))
        self.email = self.bind("email", FieldRow("", Field("")))
        self.english = self.bind("description_en", FieldRow("", TextArea("", 2)))
        self.spanish = self.bind("description_es", FieldRow("", TextArea("", 2)))
        self.payment = PaymentTicks()
        self.payment_row = FieldRow("", self.payment)
        self.column.addWidget(self.payment_row)
        self.bind_value("payment_accepted", self.payment.value, self.payment.set_value)
        self.status = self.bind("status", FieldRow("", Combo("")))
        self.checked = self.add_tick()
        self.retranslate()

    def _bind_chips(self, field: str, chips: ChipsField) -> FieldRow:
        row = FieldRow("", chips)
        self.column.addWidget(row)
        self.bind_value(field, chips.values, chips.set_values)
        chips.edited.connect(self.left)
        return row

    def retranslate(self) -> None:
        """Set the texts."""
        self.head.setText(self.tr("Who"))
        self.checked.setText(self.tr("checked today"))
        self.checked.setAccessibleName(self.tr("Who: checked today"))
        self.name.set_label(self.tr("Name"))
        self.own.set_label(self.tr("Own script"))
        self.category.set_label(self.tr("Category"))
        self.cuisines_row.set_label(self.tr("Cuisine"))
        self.languages_row.set_label(self.tr("Languages"))
        self.phones_row.set_label(self.tr("Phone"))
        self.website.set_label(self.tr("Website"))
        self.email.set_label(self.tr("E-mail"))
        self.english.set_label(self.tr("In English"))
        self.spanish.set_label(self.tr("In Spanish"))
        self.payment_row.set_label(self.tr("Takes"))
        self.status.set_label(self.tr("Status"))
        self.payment.set_texts(
            {
                "cash": self.tr("Cash"),
                "cards": self.tr("Cards"),
                "snap": self.tr("SNAP"),
                "wic": self.tr("WIC"),
            }
        )
        category = self.category.field
        assert isinstance(category, CategoryField)
        if not category.typed():
            category.set_value(category.value())  # in the language of the window
        status = self.status.field
        assert isinstance(status, Combo)
        status.set_items([(one.value, words.status(one)) for one in Status])

    def name_text(self) -> str:
        """The name as it is typed now."""
        return str(self._bound["name"][0]())

    def load(self, dossier: Any) -> None:
        """Show a business."""
        super().load(dossier)
        self.phones.set_phones(dossier.phones)

    def load_draft(self, draft: Any, kept: Any) -> None:
        """The telephones too."""
        super().load_draft(draft, kept)
        self.phones.hold_against(kept.phones)

    def unfinished(self) -> dict[str, Any]:
        """The telephones as they are typed, too."""
        edited = self.phones.is_edited() or self.phones.has_problem()
        lines: dict[str, Any] = {"phone_lines": self.phones.texts()} if edited else {}
        if edited and any(self.phones.secrets()):
            lines["phone_secrets"] = self.phones.secrets()
        words_of = {name: read() for name, (read, _take) in self._half_typed().items()}
        half: dict[str, Any] = stopped.fit(words_of)
        return super().unfinished() | lines | half

    def _half_typed(self) -> dict[str, tuple[Callable[[], str], Callable[[str], None]]]:
        """Words of the pickers that are not chosen yet: how they are read and taken up."""
        return {
            "category_typed": (self._picker().typed, self._take_up_category),
            "cuisine_typed": (self.cuisines.typed, self.cuisines.take_up),
            "languages_typed": (self.languages.typed, self.languages.take_up),
        }

    def _picker(self) -> CategoryField:
        assert isinstance(self.category.field, CategoryField)
        return self.category.field

    def _take_up_category(self, text: str) -> None:
        self._picker().setText(text)
        self.check("category")

    def check(self, field: str) -> bool:
        """Words that name no category are told of; the category stays as it was."""
        sound = super().check(field)
        if field == "category" and self._picker().typed():
            self.category.say(self.tr("Choose one from the list"))
        return sound

    def shown(self) -> dict[str, Any]:
        """The telephones too."""
        numbers = [[one.number, one.extension] for one in self.dossier.phones]
        return super().shown() | {"phone_lines": numbers}

    def row_of(self, field: str) -> FieldRow | None:
        """The rows of what is no line, too."""
        own = {"phone_lines": self.phones_row, "cuisine": self.cuisines_row}
        own |= {"languages": self.languages_row, "payment_accepted": self.payment_row}
        return own.get(field) or super().row_of(field)

    def take_up(self, typed: dict[str, Any]) -> None:
        """The telephones and what is half-typed, too."""
        super().take_up(typed)
        for name, (_read, take) in self._half_typed().items():
            if name in typed:
                take(str(typed[name]))
        if "phone_lines" in typed:
            self.phones.set_texts(typed["phone_lines"])
            self.phones.set_secrets(typed.get("phone_secrets", self.phones.secrets()))

    def changed_phones(self) -> list[Any] | None:
        """The telephones if they are to be saved; None where they are the same or unsound."""
        if self.phones.has_problem() or not self.phones.is_edited():
            return None
        return self.phones.phones()

    def is_edited(self) -> bool:
        """Fields or telephones; what is half-typed too, or it would be shown over."""
        if self.dossier is None:
            return False
        half = any(read() for read, _take in self._half_typed().values())
        phones = self.phones.is_edited() or self.phones.has_problem()
        return half or phones or super().is_edited()
