"""The map in the window: pins, clusters, areas, addresses, events, and moving a pin."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from directory_app.model.geo import Position, distance_miles
from directory_app.store.area import Area
from directory_app.store.pins import Pin
from directory_app.ui.pages.map import marks, work
from tests.data.town import FIRST_TOWN
from tests.ui.accessible import cut_buttons
from tests.ui.map.conftest import NAMES, calm


def names(page) -> list[str]:
    return [row.title for row in page.panel.list.places.rows]


def pin_of(page, name: str) -> Pin:
    _count, found = page.session.browser.inside(Area(-90, -180, 90, 180), 500)
    return next(pin for pin in found if pin.name == name)


def point_of(page, position: Position) -> QPoint:
    return page.canvas.at(position).toPoint()


def drag(canvas, start: QPoint, end: QPoint, keys=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, keys, start)
    for step in (1, 2, 3, 4):
        event_to(canvas, start + (end - start) * step / 4, keys)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, keys, end)


def event_to(canvas, at: QPoint, keys) -> None:
    """A move with a button down, which QTest leaves out."""
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent

    move = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(at), canvas.mapToGlobal(QPointF(at)),
        Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton, keys,
    )  # fmt: skip
    QApplication.sendEvent(canvas, move)


def test_it_opens_on_all_pins_with_a_list_of_them(page):
    assert sorted(names(page)) == sorted([*(name for name, _ in NAMES), "Cocina Olivia"])
    assert "7 businesses in view" in page.panel.title.whole_text()
    view = page.canvas.view()
    assert all(view.contains(row.position) for row in page.panel.list.places.rows)


def test_the_ground_is_drawn_with_the_street_data_and_says_whose_it_is(page):
    assert any("OpenStreetMap" in credit for credit in page.canvas.picture.credits)


def test_a_click_on_a_pin_chooses_it_and_its_row_and_shows_a_card(page, window):
    pin = pin_of(page, "Modas Cristal")
    page.canvas.go_to(pin.position, 3000)
    calm(window)
    QTest.mouseClick(page.canvas, Qt.MouseButton.LeftButton, pos=point_of(page, pin.position))
    calm(window)
    assert page.canvas.chosen.id == pin.id
    assert page.card.isVisible()
    assert page.card.name.whole_text() == "Modas Cristal"
    assert page.panel.list.currentIndex().data() == "Modas Cristal"


def test_a_row_of_the_list_chooses_the_pin(page, window):
    row = names(page).index("Café Amapola")
    page.panel.list.setCurrentIndex(page.panel.list.places.index(row))
    calm(window)
    assert page.canvas.chosen.name == "Café Amapola"


def test_open_goes_to_the_business_in_the_directory_and_back_to_its_pin(page, window, to_page):
    pin = pin_of(page, "Café Amapola")
    page.choose(pin)
    calm(window)
    page.card.open_button.click()
    calm(window)
    shown = window.shell.page()
    assert shown.editor.id == pin.id
    shown.editor.where.map.large_button.click()
    calm(window)
    assert window.shell.page() is page
    assert page.canvas.chosen.id == pin.id
    assert page.canvas.at(pin.position).x() == pytest.approx(page.canvas.width() / 2, abs=2)


def test_clusters_say_how_many_and_a_click_takes_them_apart(page, window):
    page.canvas.go_to(page.canvas.frame.center, 4.0)
    calm(window)
    cluster = max(page.canvas.spots, key=lambda spot: spot.count)
    assert cluster.pin is None
    assert cluster.count == len(NAMES) + 1
    before = page.canvas.frame.scale
    at = point_of(page, cluster.position)
    QTest.mouseClick(page.canvas, Qt.MouseButton.LeftButton, pos=at)
    calm(window)
    assert page.canvas.frame.scale > before
    assert len([spot for spot in page.canvas.spots if spot.pin]) >= len(NAMES) - 1


def test_what_no_zooming_takes_apart_is_listed(page, window, to_page):
    pin = pin_of(page, "Café Amapola")
    other = pin_of(page, "Panadería Sol")
    window.shell.session.write(
        lambda store: store.businesses.place(other.id, pin.position, "rooftop", "test")
    )
    calm(window)
    page.canvas.go_to(pin.position, 3000)
    calm(window)
    spot = next(spot for spot in page.canvas.spots if spot.count == 2)
    page._picked(spot)
    calm(window)
    assert sorted(names(page)) == ["Café Amapola", "Panadería Sol"]
    page.panel.close_button.click()
    assert "in view" in page.panel.title.whole_text()


def test_dragging_the_ground_moves_it_and_what_comes_into_view_is_read(page, window):
    before = page.canvas.frame
    start = QPoint(300, 300)
    drag(page.canvas, start, start + QPoint(-120, 60))
    moved = page.canvas.frame
    assert moved.center.longitude > before.center.longitude
    assert moved.center.latitude > before.center.latitude
    assert page.canvas.at(before.center).x() == pytest.approx(page.canvas.width() / 2 - 120, abs=2)
    calm(window)
    assert page.canvas.picture.fits(page.canvas.frame, page.canvas.room)


def test_the_wheel_zooms_about_the_pointer(page):
    at = QPointF(200, 150)
    fixed = page.canvas.position(at)
    before = page.canvas.frame.scale
    wheel = QWheelEvent(
        at, page.canvas.mapToGlobal(at), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(page.canvas, wheel)
    assert page.canvas.frame.scale > before * 1.2
    assert page.canvas.at(fixed).x() == pytest.approx(at.x(), abs=0.5)
    assert page.canvas.at(fixed).y() == pytest.approx(at.y(), abs=0.5)


def test_keys_move_and_zoom_and_home_shows_all(page, window):
    canvas = page.canvas
    canvas.setFocus()
    before = canvas.frame
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.frame.center.longitude > before.center.longitude
    QTest.keyClick(canvas, Qt.Key.Key_Up)
    assert canvas.frame.center.latitude > before.center.latitude
    for _ in range(6):
        QTest.keyClick(canvas, Qt.Key.Key_Plus)
    assert canvas.frame.scale == pytest.approx(before.scale * 8)
    QTest.keyClick(canvas, Qt.Key.Key_Minus)
    assert canvas.frame.scale == pytest.approx(before.scale * 8 / 2**0.5)
    QTest.keyClick(canvas, Qt.Key.Key_Home)
    calm(window)
    assert canvas.frame.scale == pytest.approx(before.scale)
    assert len(names(page)) == len(NAMES) + 1


def test_it_never_zooms_beyond_a_house_or_a_few_states(page):
    for _ in range(60):
        page.canvas.zoom(2.0)
    closest = page.canvas.frame.scale
    page.canvas.zoom(2.0)
    assert page.canvas.frame.scale == closest
    for _ in range(60):
        page.canvas.zoom(0.5)
    assert 0.5 < page.canvas.frame.scale < 1.0


def test_a_dragged_pin_stays_where_a_person_put_it_and_undo_takes_it_back(page, window):
    pin = pin_of(page, "Barbería Don Chuy")
    page.canvas.go_to(pin.position, 3000)
    page.choose(pin)
    calm(window)
    start = point_of(page, pin.position)
    drag(page.canvas, start, start + QPoint(60, -30))
    calm(window)
    moved = pin_of(page, "Barbería Don Chuy")
    assert (moved.precision, bool(moved.locked)) == ("manual", True)
    assert distance_miles(pin.position, moved.position) == pytest.approx(67 / 3000, rel=0.15)
    assert "Moved the pin" in window.shell._toast(page).text()
    assert page.canvas.chosen.position == moved.position
    window.shell.undo()
    calm(window)
    back = pin_of(page, "Barbería Don Chuy")
    assert (back.position, back.precision, bool(back.locked)) == (pin.position, "rooftop", False)
    assert page.canvas.chosen.position == pin.position


def test_a_pin_that_is_not_chosen_is_not_dragged_by_chance(page, window):
    pin = pin_of(page, "Barbería Don Chuy")
    page.canvas.go_to(pin.position, 3000)
    calm(window)
    start = point_of(page, pin.position)
    drag(page.canvas, start, start + QPoint(60, -30))
    calm(window)
    assert pin_of(page, "Barbería Don Chuy") == pin


def test_keys_move_a_pin_and_enter_keeps_or_esc_leaves_it(page, window):
    pin = pin_of(page, "Café Amapola")
    page.canvas.go_to(pin.position, 3000)
    page.choose(pin)
    calm(window)
    page.card.move_button.click()
    assert page.card.keep_button.isVisible()
    for _ in range(5):
        QTest.keyClick(page.canvas, Qt.Key.Key_Right)
    QTest.keyClick(page.canvas, Qt.Key.Key_Escape)
    calm(window)
    assert pin_of(page, "Café Amapola") == pin
    page.card.move_button.click()
    QTest.keyClick(page.canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(page.canvas, Qt.Key.Key_Return)
    calm(window)
    moved = pin_of(page, "Café Amapola")
    assert moved.precision == "manual"
    assert moved.longitude > pin.longitude
    assert moved.latitude == pytest.approx(pin.latitude, abs=1e-6)


def test_the_menu_puts_the_chosen_one_here(page, window):
    pin = pin_of(page, "Café Amapola")
    page.choose(pin)
    target = Position(pin.latitude + 0.002, pin.longitude)
    actions = {action.text(): action for action in page.menu_at(target).actions()}
    actions["Put Café Amapola here"].trigger()
    calm(window)
    moved = pin_of(page, "Café Amapola")
    assert moved.position.latitude == pytest.approx(target.latitude, abs=1e-6)


def test_who_has_no_pin_gets_one_from_the_menu(page, window, to_page):
    rows = page.session.browser.first_rows(work_filter("Sin Lugar"), 1)
    to_page("map", rows[0].id)
    assert "has no pin yet" in window.shell._toast(page).text()
    target = page.canvas.frame.center
    actions = {action.text(): action for action in page.menu_at(target).actions()}
    actions["Put Sin Lugar here"].trigger()
    calm(window)
    assert pin_of(page, "Sin Lugar").precision == "manual"
    assert page.canvas.chosen.name == "Sin Lugar"


def work_filter(text: str):
    from directory_app.store.filters import Filter

    return Filter(text=text)


def test_without_a_lock_nothing_can_be_moved(page, window):
    page.canvas.can_move = False
    page.choose(pin_of(page, "Café Amapola"))
    calm(window)
    assert not page.card.move_button.isEnabled()
    assert not page.canvas.start_moving()


def test_a_home_stays_in_its_town_and_a_sentence_says_so(page, window):
    pin = pin_of(page, "Cocina Olivia")
    window.shell.session.write(
        lambda store: store.businesses.update(pin.id, {"address_type": "home"})
    )
    calm(window)
    window.shell.session.write(
        lambda store: store.businesses.place(pin.id, pin.position, "city", "x")
    )
    calm(window)
    wrong = []
    page.went_wrong.disconnect()
    page.went_wrong.connect(wrong.append)
    page.choose(pin_of(page, "Cocina Olivia"))
    page.put_here(Position(pin.latitude + 0.01, pin.longitude))
    calm(window)
    assert "is a home" in str(wrong[0])
    assert page.canvas.chosen.position == pin.position


def test_shift_chooses_a_box_which_the_directory_shows(page, window):
    at = sorted(
        (point_of(page, row.position).x(), row.title) for row in page.panel.list.places.rows
    )
    middle = (at[2][0] + at[3][0]) // 2
    drag(page.canvas, QPoint(2, 2), QPoint(middle, page.canvas.height() - 2),
         Qt.KeyboardModifier.ShiftModifier)  # fmt: skip
    calm(window)
    assert sorted(names(page)) == sorted(name for _x, name in at[:3])
    assert page.panel.title.whole_text() == "3 businesses here"
    page.panel.act.click()
    calm(window)
    shown = window.shell.page()
    assert shown.table.rowCount() == 3
    assert [chip.text() for chip in shown.asked.chips] == ["in a part of the map"]
    shown.asked.chips[0].removed.emit()
    calm(window)
    assert shown.table.rowCount() == len(NAMES) + 2


def test_ctrl_chooses_a_circle_and_says_its_miles(page, window):
    pin = pin_of(page, "Modas Cristal")
    start = point_of(page, pin.position) + QPoint(25, 0)
    drag(page.canvas, start, start + QPoint(40, 0), Qt.KeyboardModifier.ControlModifier)
    calm(window)
    assert page.canvas.area.miles == pytest.approx(40 / page.canvas.frame.scale, rel=0.02)
    assert "Modas Cristal" in names(page)
    assert "Within" in page.panel.note.whole_text()
    page._step_back()
    assert page.canvas.area is None


def test_an_address_is_found_on_this_laptop_and_what_is_near_is_listed(page, window):
    page.tools.address.setText(f"Main St & 1st St, {FIRST_TOWN}, NM")
    QTest.keyClick(page.tools.address, Qt.Key.Key_Return)
    calm(window)
    assert page.canvas.found_at is not None
    assert page.panel.title.whole_text() == "The nearest businesses"
    assert "min on foot" in page.panel.list.places.rows[0].detail
    assert "straight line" in page.panel.note.whole_text()


def test_an_unknown_address_says_so(page, window):
    page.tools.address.setText("zzqx nowhere 99999999")
    page.tools.find_button.click()
    calm(window)
    assert "was not found" in window.shell._toast(page).text()


def test_an_event_has_a_star_and_a_numbered_list_that_can_be_walked(page, window):
    (event,) = page.tools.events
    page.show_event(event)
    calm(window)
    rows = page.panel.list.places.rows
    assert [row.number for row in rows] == [str(number) for number in range(1, len(rows) + 1)]
    assert rows[0].title == "Modas Cristal"
    away = [distance_miles(event.position, row.position) for row in rows]
    assert away == sorted(away)
    assert "at 3 miles an hour" in page.panel.note.whole_text()
    page.panel.act.click()
    calm(window)
    walked = [row.position for row in page.panel.list.places.rows]
    assert sorted(map(str, walked)) == sorted(str(row.position) for row in rows)
    from directory_app.model.route import length_miles

    nearest = [row.position for row in rows]
    assert length_miles(walked, event.position) <= length_miles(nearest, event.position)
    assert page.canvas.event_at == event.position
    page.panel.close_button.click()
    assert page.canvas.event_at is None


def test_a_town_s_point_has_no_minutes_to_walk():
    pin = Pin(
        1, "i", "C", "Cocina", "", "restaurant", "", "", "Town", 35.0, -105.0, "city", False, "home"
    )
    told = work.row_from(pin, Position(35.0, -105.05)).detail
    assert "only its town is known" in told
    assert "min" not in told.replace("mi ", "")


def test_sections_differ_in_shape_and_colour():
    from directory_app.model import categories

    assert set(marks.COLORS) == {section.key for section in categories.SECTIONS}
    assert len({section.shape for section in categories.SECTIONS}) == 4
    assert len({ground for ground, _sign in marks.COLORS.values()}) == 4


@pytest.mark.parametrize(
    ("count", "said"),
    [(2, "2"), (999, "999"), (1000, "1k"), (1240, "1.2k"), (56_000, "56k"), (1_000_000, "1M")],
)
def test_counts_fit_into_a_cluster(count, said):
    assert marks.short_count(count) == said


def test_everything_can_be_reached_and_named_by_keyboard(page, window):
    from PySide6.QtWidgets import QAbstractButton

    page.choose(pin_of(page, "Café Amapola"))
    calm(window)
    assert page.panes() == [page.tools.address, page.canvas, page.panel.list]
    unnamed = [
        button for button in page.findChildren(QAbstractButton)
        if button.isVisible() and not (button.accessibleName() or button.text())
    ]  # fmt: skip
    assert unnamed == []
    assert page.canvas.accessibleName() == "Map"
    assert "Arrow keys" in page.canvas.accessibleDescription()
    assert cut_buttons(page) == []


def test_a_narrow_window_shows_the_map_and_the_list_when_wanted(page, window):
    window.resize(700, 420)
    calm(window)
    assert page.panel.isHidden()
    page.tools.list.click()
    assert page.panel.isVisible()
    assert page.canvas.width() > 200


def test_spanish_and_dark(page, window, qapp):
    from directory_app.ui import language, theme

    language.apply("es")
    calm(window)
    page = window.shell.page()
    assert page.tools.near.text() != "Near an event"
    before = page.canvas.grab().toImage().pixelColor(5, 300)
    theme.apply(qapp, "dark")
    calm(window)
    assert page.canvas.grab().toImage().pixelColor(5, 300) != before
    theme.apply(qapp, "light")
