"""Walking what people see and hear: every control has a name, none is out of sight."""

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from directory_app.ui.widgets.buttons import Button

#: Roles that a person acts on or reads a value of.
CONTROLS = {
    QAccessible.Role.Button,
    QAccessible.Role.ButtonMenu,
    QAccessible.Role.PushButton if hasattr(QAccessible.Role, "PushButton") else None,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.SpinBox,
    QAccessible.Role.Slider,
    QAccessible.Role.List,
    QAccessible.Role.Table,
    QAccessible.Role.Tree,
    QAccessible.Role.Link,
    QAccessible.Role.PageTab,
} - {None}


def _walk(interface: QAccessibleInterface, path: str, found: list[str]) -> None:
    if not interface.isValid() or interface.state().invisible:
        return
    role = interface.role()
    name = interface.text(QAccessible.Text.Name).strip()
    here = f"{path}/{role.name}"
    if role in CONTROLS and not name:
        target = interface.object()
        found.append(f"{here} {type(target).__name__}")
    if role in (QAccessible.Role.Table, QAccessible.Role.List):
        return  # rows are asked by their model's AccessibleTextRole
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child is not None:
            _walk(child, here, found)


def unnamed_controls(widget: QWidget) -> list[str]:
    """The path and class of each shown control without a name; also what takes focus unnamed."""
    found: list[str] = []
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    _walk(interface, "", found)
    from PySide6.QtCore import Qt

    for child in widget.findChildren(QWidget):
        if not child.isVisible() or not child.focusPolicy() & Qt.FocusPolicy.TabFocus:
            continue
        own = QAccessible.queryAccessibleInterface(child)
        if own is not None and not own.text(QAccessible.Text.Name).strip():
            found.append(f"focus: {type(child).__name__}")
    return found


def cut_buttons(page: QWidget) -> list[str]:
    """The words of shown buttons that stick out of the page and cannot be scrolled to."""
    found = []
    for button in page.findChildren(Button):
        corner = button.mapTo(page, button.rect().bottomRight())
        inside = page.rect().contains(corner)
        if button.isVisible() and not inside and not _can_be_scrolled_to(button):
            found.append(button.text() or button.accessibleName())
    return found


def _can_be_scrolled_to(widget: QWidget) -> bool:
    above: QWidget | None = widget
    while above is not None:
        if isinstance(above, QAbstractScrollArea):
            return True
        above = above.parentWidget()
    return False
