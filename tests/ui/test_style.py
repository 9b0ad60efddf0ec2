"""What the style draws: Qt's own widgets with their roles, and nothing stale in another light."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from directory_app.ui import theme
from directory_app.ui.pages import register
from directory_app.ui.widgets.base import Card, Pane
from directory_app.ui.widgets.buttons import Button, Chip, TickBox
from directory_app.ui.widgets.combo import Combo
from directory_app.ui.widgets.date_field import DateField
from directory_app.ui.widgets.fields import Field, Problem, Stepper, TextArea
from directory_app.ui.widgets.progress import Progress
from directory_app.ui.widgets.remark import Remark, Tag
from directory_app.ui.widgets.tabs import Segments, Tab, Tabs
from directory_app.ui.window.main_window import MainWindow
from tests.ui.waiting import settle

Role = QAccessible.Role


@pytest.fixture
def light(qapp: QApplication) -> Iterator[None]:
    yield
    theme.apply(qapp, "light")


def _tabs() -> Tabs:
    tabs = Tabs("Rows shown")
    tabs.set_tabs([Tab("all", "All", count=3), Tab("look", "To look at", count=1)])
    return tabs


def _segments() -> Segments:
    return Segments([("en", "English"), ("es", "Español")], "Language")


def _stepper() -> Stepper:
    return Stepper("Copies", 60)


@pytest.mark.parametrize(
    ("make", "role", "name"),
    [
        (lambda: Button("Print"), Role.Button, "Print"),
        (lambda: TickBox("Cash"), Role.CheckBox, "Cash"),
        (lambda: Chip("Tacos"), Role.Button, "Tacos, remove"),
        (_segments, Role.PageTabList, "English"),
        (_tabs, Role.PageTabList, "All 3"),
        (lambda: Field("Town"), Role.EditableText, "Town"),
        (lambda: TextArea("Note"), Role.EditableText, "Note"),
        (lambda: Combo("Status", [("a", "Open")]), Role.ComboBox, "Status"),
        (_stepper, Role.SpinBox, "Copies"),
    ],
)
def test_a_screen_reader_hears_what_it_is(
    qtbot, make: Callable[[], QWidget], role: QAccessible.Role, name: str
) -> None:
    widget = make()
    qtbot.addWidget(widget)
    heard = QAccessible.queryAccessibleInterface(widget)
    assert heard.role() == role
    assert heard.text(QAccessible.Text.Name) == name


def test_each_segment_is_a_tab_of_its_own_name(qtbot) -> None:
    segments = _segments()
    qtbot.addWidget(segments)
    heard = QAccessible.queryAccessibleInterface(segments)
    parts = [heard.child(at) for at in range(heard.childCount())]
    tabs = [part for part in parts if part.role() == Role.PageTab]
    assert [tab.text(QAccessible.Text.Name) for tab in tabs] == ["English", "Español"]


def test_progress_says_how_far(qtbot) -> None:
    bar = Progress()
    qtbot.addWidget(bar)
    bar.set_part(3, 4)
    heard = QAccessible.queryAccessibleInterface(bar)
    assert heard.role() == Role.ProgressBar
    assert bar.value() / bar.maximum() == 0.75


def test_a_number_is_stepped_by_keys_and_clicks_within_its_range(qtbot) -> None:
    number = Stepper("Copies", 2, 1, 3)
    qtbot.addWidget(number)
    number.show()
    told: list[int] = []
    number.changed.connect(told.append)
    QTest.keyClick(number, Qt.Key.Key_Up)
    QTest.keyClick(number, Qt.Key.Key_Up)
    right = number.rect().center()
    right.setX(number.width() - 45)  # minus
    QTest.mouseClick(number, Qt.MouseButton.LeftButton, pos=right)
    number.set_value(1)
    assert told == [3, 2]
    assert number.value() == 1


def _everything() -> QWidget:
    whole = Pane("window", "b")
    column = QVBoxLayout(whole)
    wrong = Field("Phone", "505")
    wrong.set_problem(True)
    off = Button("Off", "plain", icon="plus")
    off.setEnabled(False)
    problem = Problem()
    half = Progress()
    half.set_part(1, 2)
    kinds = ("primary", "plain", "flat", "link", "danger")
    for widget in (
        *(Button(kind, kind, icon="plus", keys="K") for kind in kinds),
        off,
        TickBox("Cash", checked=True),
        Chip("Tacos"),
        Tag("warning", "warn", "3 to look at"),
        Remark("info", "accent", "So it is"),
        _segments(),
        _tabs(),
        Field("Town", "Roswell"),
        wrong,
        problem,
        TextArea("Note"),
        Combo("Status", [("a", "Open", "door")]),
        DateField("Day", dt.date(2026, 12, 5)),
        _stepper(),
        half,
        Card(),
    ):
        column.addWidget(widget)
    problem.show_problem("Two digits are missing")
    return whole


def _picture(widget: QWidget, app: QApplication) -> QImage:
    widget.resize(320, 900)
    widget.show()
    app.processEvents()
    return widget.grab().toImage()


def test_what_was_made_in_the_light_is_in_the_dark_as_if_made_there(
    qtbot, qapp: QApplication, light: None
) -> None:
    made_before = _everything()
    qtbot.addWidget(made_before)
    bright = _picture(made_before, qapp)
    theme.apply(qapp, "dark")
    made_after = _everything()
    qtbot.addWidget(made_after)
    dark = _picture(made_before, qapp)
    assert dark == _picture(made_after, qapp)
    theme.apply(qapp, "light")
    assert _picture(made_before, qapp) == bright


def _different(one: QImage, other: QImage) -> float:
    """The share of pixels that are not alike."""
    assert one.size() == other.size()
    if one == other:
        return 0.0
    at = [(x, y) for x in range(0, one.width(), 3) for y in range(0, one.height(), 3)]
    return sum(one.pixel(x, y) != other.pixel(x, y) for x, y in at) / len(at)


def test_no_page_keeps_a_colour_of_the_light_in_the_dark(
    make_window: Callable[[Path], MainWindow], sample: Path, qapp: QApplication, light: None
) -> None:
    window = make_window(sample)
    window.resize(1100, 700)
    settle(window.runner)
    # Help, made anew, begins at its chapter and not where one had read to
    pages = [page.key for page in register.pages_of(window.shell.session) if page.key != "help"]
    assert len(pages) > 10
    stale = []
    for key in pages:
        theme.apply(qapp, "light")
        window.shell.open_page(key)
        settle(window.runner)
        theme.apply(qapp, "dark")
        settle(window.runner)
        turned = window.grab().toImage()
        QApplication.sendEvent(window.shell, QEvent(QEvent.Type.LanguageChange))  # made anew
        settle(window.runner)
        window.shell.open_page(key)
        settle(window.runner)
        if _different(turned, window.grab().toImage()) > 0.01:
            stale.append(key)
    assert not stale
