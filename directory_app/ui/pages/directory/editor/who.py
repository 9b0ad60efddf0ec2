"""Who: name, category, languages, telephones, and what a guide says about them."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from directory_app.model import cuisines, fields, languages
from directory_app.ui.pages.directory.editor.phones_field import PhonesField
from directory_app.ui.pages.directory.editor.section import Section
from directory_app.ui.pages.directory.pickers.category_field import CategoryField
from directory_app.ui.pages.directory.pickers.chips_field import (
    ChipsField,
    cuisine_choices,
    language_choices,
)
from directory_app.ui.parts import stopped
from directory_app.ui.parts.finding import Choice, find
from directory_app.ui.parts.words import spoken_language
from directory_app.ui.widgets.fields import FieldRow


class CuisinesField(ChipsField):
    """Values of OSM's ``cuisine``, in order; what is none is as written."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name(self.tr("Cuisine"), self.tr("Add a cuisine"))

    def label(self, value: str) -> str:
        """Its name."""
        return cuisines.name(value, spoken_language())

    def choices(self, typed: str) -> Sequence[Choice]:
        """Cuisines for what is typed."""
        return find(cuisine_choices(spoken_language()), typed, ())

    def read(self, typed: str) -> list[str]:
        """Values."""
        return cuisines.parse(typed)


class LanguagesField(ChipsField):
    """Values are BCP 47 codes, in order; what has no code is as written."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name(self.tr("Languages"), self.tr("Add a language"))

    def label(self, value: str) -> str:
        """Its name, with a capital letter as on paper."""
        name = languages.name(value, spoken_language())
        return name[:1].upper() + name[1:]

    def choices(self, typed: str) -> Sequence[Choice]:
        """Languages for what is typed."""
        return find(language_choices(spoken_language()), typed, ())

    def read(self, typed: str) -> list[str]:
        """Codes."""
        return languages.parse(typed)


class Who(Section):
    """The first section."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cuisines, self.languages = CuisinesField(), LanguagesField()
        self.phones = PhonesField()
        self.phones_row = FieldRow(self.tr("Phone"), self.phones)
        own = {
            "category": CategoryField(),
            "cuisine": self.cuisines,
            "languages": self.languages,
        }
        for field in fields.in_section(fields.Section.WHO):
            self.add(field.name, own.get(field.name))
            if field.name == "languages":
                self.column.addWidget(self.phones_row)
        self.name, self.website = self.rows["name"], self.rows["website"]
        self.category = self.rows["category"]
        self.checked = self.add_tick()
        self.head.setText(self.tr("Who"))
        self.checked.setText(self.tr("checked today"))
        self.checked.setAccessibleName(self.tr("Who: checked today"))
        self.say_rows()

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
        picker = self.rows["category"].field
        assert isinstance(picker, CategoryField)
        return picker

    def _take_up_category(self, text: str) -> None:
        self._picker().setText(text)
        self.check("category")

    def check(self, field: str) -> bool:
        """Words that name no category are told of; the category stays as it was."""
        sound = super().check(field)
        if field == "category" and self._picker().typed():
            self.rows["category"].say(self.tr("Choose one from the list"))
        return sound

    def shown(self) -> dict[str, Any]:
        """The telephones too."""
        numbers = [[one.number, one.extension] for one in self.dossier.phones]
        return super().shown() | {"phone_lines": numbers}

    def row_of(self, field: str) -> FieldRow | None:
        """The row of the telephones, too."""
        return self.phones_row if field == "phone_lines" else super().row_of(field)

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
