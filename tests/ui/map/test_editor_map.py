"""The map beside the address: zoom, moving the pin by mouse and keys, and undo."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from directory_app.model.geo import distance_miles
from directory_app.store.filters import Filter
from tests.ui.map.conftest import calm
from tests.ui.map.test_map_page import event_to


@pytest.fixture
def small(window):
    """The editor's map of a business with a pin, in view."""
    page = window.shell.page()
    row = page.session.browser.first_rows(Filter(text="Amapola"), 1)[0]
    page.show_business(row.id)
    calm(window)
    page.editor.view.ensureWidgetVisible(page.editor.where.map)
    calm(window)
    return page.editor.where.map


def pin(window):
    row = window.shell.session.browser.first_rows(Filter(text="Amapola"), 1)[0]
    return window.shell.session.browser.pin(row.id)


def tip(small) -> QPoint:
    return small._pin_at().toPoint() - QPoint(0, 12)


def test_it_shows_the_streets_about_the_door(small):
    assert small._drawn.frame.scale > 300


def test_a_dragged_pin_is_by_hand_and_can_be_undone(small, window):
    before = pin(window)
    start = tip(small)
    QTest.mousePress(small, Qt.MouseButton.LeftButton, pos=start)
    for step in (10, 20, 30):
        event_to(small, start + QPoint(step, 0), Qt.KeyboardModifier.NoModifier)
    QTest.mouseRelease(small, Qt.MouseButton.LeftButton, pos=start + QPoint(30, 0))
    calm(window)
    after = pin(window)
    assert (after.precision, bool(after.locked)) == ("manual", True)
    far = distance_miles(before.position, after.position)
    assert far == pytest.approx(30 / small._frame.scale, rel=0.1)
    assert "Moved the pin" in window.shell._toast(window.shell.page()).text()
    window.shell.undo()
    calm(window)
    assert pin(window) == before


def test_keys_move_it_once_the_button_was_pressed(small, window):
    before = pin(window)
    small.move_button.click()
    calm(window)
    QTest.keyClick(small, Qt.Key.Key_Down)
    QTest.keyClick(small, Qt.Key.Key_Escape)
    calm(window)
    assert pin(window) == before
    small.move_button.click()
    QTest.keyClick(small, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(small, Qt.Key.Key_Return)
    calm(window)
    assert pin(window).latitude < before.latitude


def test_plus_and_minus_zoom_and_arrows_move_the_map(small, window):
    scale, middle = small._frame.scale, small._frame.center
    small.setFocus()
    QTest.keyClick(small, Qt.Key.Key_Plus)
    assert small._frame.scale > scale
    QTest.keyClick(small, Qt.Key.Key_Minus)
    QTest.keyClick(small, Qt.Key.Key_Right)
    assert small._frame.center.longitude > middle.longitude
    calm(window)
    assert pin(window).precision == "rooftop"


def test_without_a_pin_there_is_nothing_to_move(window):
    page = window.shell.page()
    row = page.session.browser.first_rows(Filter(text="Sin Lugar"), 1)[0]
    page.show_business(row.id)
    calm(window)
    small = page.editor.where.map
    assert not small.move_button.isVisibleTo(small)
    small.start_moving()
    assert small.moving is None
    assert "No pin" in small.accessibleName()
