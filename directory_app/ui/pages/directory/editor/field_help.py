"""What to write in each field, in a line with an example, and who gets to see it."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QWidget

from directory_app.model import fields
from directory_app.model.fields import Seen
from directory_app.ui.parts import words
from directory_app.ui.widgets.base import Label, Pane
from directory_app.ui.widgets.fields import FieldRow
from directory_app.ui.widgets.layouts import hbox, vbox
from directory_app.ui.widgets.remark import IconMark

_DECIDES = "decides"
_ICONS = {Seen.PUBLIC: "printer", Seen.NEVER: "lock-simple", _DECIDES: "eye"}


def help_for(name: str) -> tuple[str, str]:
    """(what to write, who sees it: a key of ``seen``); ("", "") where nothing is to be said.

    ``name``: a field of a business, or one such as "phone.number".
    """
    table, _, own = name.rpartition(".")
    field = fields.find(own, table or "business")
    if field is None or field.help is None:
        return "", ""
    text = fields.say(field.help, words.spoken_language())
    return text, _DECIDES if field.decides else field.seen


def seen(who: str) -> str:
    """Who sees a field."""
    translate = QCoreApplication.translate
    return {
        Seen.PUBLIC.value: translate("FieldHelp", "Printed only after the owner's yes"),
        Seen.NEVER.value: translate("FieldHelp", "Never printed"),
        _DECIDES: translate("FieldHelp", "Decides what is printed"),
    }.get(who, "")


class HelpLine(Pane):
    """At the foot of the editor while one of its fields has the keyboard.

    It stands in one place: under the field it would move what one is about to press.
    """

    def __init__(self, fields: Mapping[QWidget, str]) -> None:
        super().__init__("header", "t")
        self._fields = fields
        self._field = ""
        self._sign = IconMark("info", size=12)
        self.words = Label("", "small", "ink", elide=True)
        self.seen = Label("", "caption", "ink-soft", elide=True)
        column = vbox(self, self.words, margins=(16, 7, 16, 7), spacing=1)
        below = hbox(None, self._sign, (self.seen, 1), spacing=6)
        column.addLayout(below)
        self.hide()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)
        for widget, field in self._fields.items():
            text, who = help_for(field)
            said = f"{text}. {seen(who)}" if text else ""
            row = _row_of(widget)
            if row is not None:
                row.set_help(said)
            describe = getattr(widget, "set_help", widget.setAccessibleDescription)
            describe(said)
        self._say()

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is None or now.window() is not self.window():
            return  # another window or a menu
        at: QWidget | None = now
        while at is not None and at not in self._fields:
            at = at.parentWidget()
        field = self._fields[at] if at is not None else ""
        if field != self._field:
            self._field = field
            self._say()

    def _say(self) -> None:
        text, who = help_for(self._field)
        self.words.setText(text)
        self.seen.setText(seen(who))
        self._sign.set_icon(_ICONS.get(who, "info"), "ink-soft")
        self.setVisible(bool(text))


def _row_of(widget: QWidget) -> FieldRow | None:
    above = widget.parentWidget()
    return above if isinstance(above, FieldRow) and above.field is widget else None
