"""Toasts: one after the other is as wide as its words."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from directory_app.ui.widgets.toast import Toast


def test_a_second_toast_over_the_first_is_not_cut(qtbot: QtBot) -> None:
    page = QWidget()
    page.resize(600, 300)
    qtbot.addWidget(page)
    page.show()
    toast = Toast(page)
    toast.show_text("Backed up once")
    wide = toast.width()
    toast.show_text("Backed up once")
    assert toast.width() == wide
    assert wide > 100
