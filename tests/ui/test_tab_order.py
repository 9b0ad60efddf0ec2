"""Tab goes through every control of a page once and comes back; Shift+Tab the same way back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from directory_app.errors import UserError
from directory_app.ui import alerts
from directory_app.ui.pages import register
from directory_app.ui.window.main_window import MainWindow
from tests.ui.visiting import visit
from tests.ui.waiting import settle

Open = Callable[[Path], MainWindow]
_MOST = 250


def _stops(window: QWidget) -> set[QWidget]:
    """What a person can get to by Tab."""
    return {
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and widget.window() is window
    }


def _walk(window: QWidget, back: bool) -> list[QWidget]:
    """Press Tab from where the keyboard is until it is there again."""
    start = QApplication.focusWidget()
    assert start is not None
    found = [start]
    key = Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab
    with_shift = Qt.KeyboardModifier.ShiftModifier
    for _press in range(_MOST):
        QTest.keyClick(
            QApplication.focusWidget(), key, with_shift if back else Qt.KeyboardModifier.NoModifier
        )
        now = QApplication.focusWidget()
        assert now is not None, f"lost after {_named(found[-1])}"
        if now is start and len(found) > 1:
            return found
        if now is found[-1]:
            continue  # a day has three parts
        assert now not in found, f"goes in circles at {_named(now)}, after {_named(found[-1])}"
        found.append(now)
    raise AssertionError("never comes back")


def _named(widget: QWidget) -> str:
    return f"{type(widget).__name__} “{widget.accessibleName()}”"


def _goes_round(dialog: QWidget) -> None:
    start = QApplication.focusWidget()
    assert start is not None
    assert start.window() is dialog
    there = _walk(dialog, back=False)
    assert [_named(one) for one in _stops(dialog) - set(there)] == []
    assert len(_walk(dialog, back=True)) == len(there)


@pytest.mark.parametrize("name", ["keys", "ask", "withdraw", "together", "alert", "create"])
def test_tab_goes_round_each_dialog(make_window: Open, sample: Path, name: str) -> None:
    window = make_window(sample)
    settle(window.runner)
    window.shell.page().rows.select_place(0)
    settle(window.runner)
    editor = window.shell.page().editor
    {
        "keys": window.shell.show_keys,
        "ask": editor.ask,
        "withdraw": editor.withdraw,
        "together": window.shell.edit_together,
        "alert": lambda: alerts.show_error(UserError("The disk is full.", "Make room."), window),
        "create": window._ask_new,
    }[name]()
    settle(window.runner)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    _goes_round(dialog)
    dialog.reject()
    settle(window.runner)


@pytest.mark.parametrize("key", [entry.key for entry in register.PAGES])
def test_tab_visits_every_control_and_returns(make_window: Open, sample: Path, key: str) -> None:
    window = make_window(sample)
    settle(window.runner)
    visit(window, key)
    window.activateWindow()
    window.shell.side.list.setFocus()
    there = _walk(window, back=False)
    missed = [_named(one) for one in _stops(window) - set(there)]
    assert missed == []
    assert [_named(one) for one in _walk(window, back=True)[1:]] == [
        _named(one) for one in reversed(there[1:])
    ]
