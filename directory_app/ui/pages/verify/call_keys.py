"""The keys of a call: Y, C, S for the field at hand, 1 to 6 for how it ended, L later."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit

from directory_app.ui.pages.verify.call_pane import CallPane
from directory_app.ui.pages.verify.outcomes import OUTCOMES

_PLAIN = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.KeypadModifier,
)


def is_typing() -> bool:
    """Whether the keyboard is in a field: letters are letters there."""
    focus = QApplication.focusWidget()
    return isinstance(focus, QLineEdit | QPlainTextEdit | QAbstractSpinBox)


def press(call: CallPane, event: QKeyEvent) -> bool:
    """Do what a key is for; whether it is for anything."""
    if event.modifiers() not in _PLAIN or is_typing():
        return False
    if call.outcomes.is_asking():
        return _about_the_number(call, event)
    if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        call.lines.step(-1 if event.key() == Qt.Key.Key_Up else 1)
        return True
    return _letter(call, event.text().upper())


def _about_the_number(call: CallPane, event: QKeyEvent) -> bool:
    outcomes, text = call.outcomes, event.text().upper()
    asked = {"Y": outcomes.take_out, "N": outcomes.leave_in}
    if event.key() == Qt.Key.Key_Escape:
        outcomes.ask_back()
    elif text in asked:
        asked[text].click()
    else:
        return False
    return True


def _letter(call: CallPane, text: str) -> bool:
    if text in {"Y", "C", "S"} and call.lines.active:
        line = call.lines.lines[call.lines.active]
        {"Y": line.right, "C": line.changed, "S": line.skip}[text].click()
    elif text == "L":
        call.put_off.click()
    elif text and text in "123456":
        call.outcomes.press(OUTCOMES[int(text) - 1])
    else:
        return False
    return True
