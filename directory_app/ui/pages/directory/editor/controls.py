"""The control of a field by its kind, and how its value is read from it and shown in it."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from directory_app.model import fields
from directory_app.model.fields import Field as ModelField
from directory_app.model.fields import Kind, Words
from directory_app.ui.pages.directory.pickers.category_field import CategoryField
from directory_app.ui.pages.directory.pickers.chips_field import ChipsField
from directory_app.ui.parts import words
from directory_app.ui.widgets.buttons import TickBox
from directory_app.ui.widgets.combo import Combo
from directory_app.ui.widgets.fields import Field, TextArea
from directory_app.ui.widgets.flow import Flow

Reader = Callable[[], Any]
Writer = Callable[[Any], None]

_FLAGS: Mapping[str, Words] = {"yes": ("Yes", "Sí"), "no": ("No", "No")}
_SAID = {"yes": True, "no": False}


class Ticks(QWidget):
    """Several of some choices, as ticks."""

    def __init__(self, choices: fields.Choices) -> None:
        super().__init__()
        self._choices = choices
        flow = Flow(self, 14, 6)
        flow.setContentsMargins(0, 6, 0, 4)
        self.ticks = {key: TickBox() for key in choices}
        for tick in self.ticks.values():
            flow.addWidget(tick)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_texts(self) -> None:
        """Say the choices in the language of the window."""
        for key, tick in self.ticks.items():
            text = fields.say(self._choices[key], words.spoken_language())
            tick.setText(text)
            tick.setAccessibleName(text)

    def value(self) -> list[str]:
        """The ticked ones."""
        return [key for key, tick in self.ticks.items() if tick.isChecked()]

    def set_value(self, taken: list[str]) -> None:
        """Show stored ones."""
        for key, tick in self.ticks.items():
            tick.setChecked(key in taken)


def make(field: ModelField) -> QWidget:
    """The control that a field of its kind has."""
    match field.kind:
        case Kind.CHOICE | Kind.FLAG:
            return Combo("")
        case Kind.LIST if field.choices:
            return Ticks(field.choices)
        case Kind.LIST | Kind.TEXT:
            return TextArea("", 2)
    return Field("")


def value_of(field: ModelField, control: QWidget) -> tuple[Reader, Writer]:
    """How its value is read from a control, and shown in it."""
    if isinstance(control, ChipsField):
        return control.values, control.set_values
    if isinstance(control, Ticks):
        return control.value, control.set_value
    if isinstance(control, Combo) and field.kind is Kind.FLAG:
        keys = {value: key for key, value in _SAID.items()}
        return (
            lambda: _SAID.get(control.value()),
            lambda value: control.set_value(keys.get(value, "")),
        )
    if isinstance(control, Combo | CategoryField):
        return control.value, lambda value: control.set_value(value or "")
    assert isinstance(control, Field | TextArea)
    if field.kind is Kind.LIST:
        return (
            lambda: [line.strip() for line in control.text().splitlines() if line.strip()],
            lambda value: control.set_text("\n".join(value)),
        )
    return lambda: control.text().strip(), lambda value: control.set_text(value or "")


def say_choices(field: ModelField, control: QWidget) -> None:
    """Say the choices of a control in the language of the window."""
    language = words.spoken_language()
    if isinstance(control, Ticks):
        control.set_texts()
    elif isinstance(control, CategoryField) and not control.typed():
        control.set_value(control.value())
    elif isinstance(control, Combo):
        choices = _FLAGS if field.kind is Kind.FLAG else field.choices
        items = [(key, fields.say(one, language)) for key, one in choices.items()]
        unknown = [] if field.nothing in choices else [("", fields.say(fields.UNKNOWN, language))]
        control.set_items([*unknown, *items])
