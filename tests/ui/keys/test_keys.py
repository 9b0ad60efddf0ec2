"""The palette and the sheet of keys: one table says what there is, and the window does it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from directory_app.ui import language
from directory_app.ui.parts.finding import Choice, find
from directory_app.ui.shell import deeds
from directory_app.ui.shell.palette import KeySheet, Palette
from directory_app.ui.widgets.base import Label
from directory_app.ui.window.main_window import MainWindow
from tests.ui.accessible import unnamed_controls
from tests.ui.waiting import settle

Open = Callable[[Path], MainWindow]


@pytest.fixture(autouse=True)
def _nothing_recent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Palette, "recent", [])


def _choice(words: str, also: str = "") -> Choice:
    return Choice(words, "plus", words, "", lambda: None, also=also)


def _found(typed: str, *choices: Choice, recent: tuple[str, ...] = ()) -> list[str]:
    return [choice.words for choice in find(choices, typed, recent)]


# -- finding


def test_beginnings_of_words_are_found_in_any_order_without_accents() -> None:
    bakery, map_ = _choice("Panadería La Nube"), _choice("Map")
    assert _found("nub panader", bakery, map_) == ["Panadería La Nube"]
    assert _found("MA", bakery, map_) == ["Map"]


def test_a_typing_error_is_found_last() -> None:
    assert _found("bakups", _choice("Map"), _choice("Backups")) == ["Backups"]
    assert _found("backup", _choice("Backsup now"), _choice("Backup")) == ["Backup", "Backsup now"]


def test_the_other_language_finds_it() -> None:
    assert _found("mapa", _choice("Map", "mapa")) == ["Map"]


def test_what_was_chosen_lately_comes_first() -> None:
    one, two = _choice("Map"), _choice("Marks")
    assert _found("", one, two) == ["Map", "Marks"]
    assert _found("ma", one, two, recent=("Marks",)) == ["Marks", "Map"]


@given(st.text(), st.lists(st.text(min_size=1), max_size=5))
def test_anything_may_be_typed(typed: str, names: list[str]) -> None:
    found = _found(typed, *map(_choice, names))
    assert len(found) <= len(names)


# -- the table and the window


def test_every_key_of_the_table_is_bound_once_and_no_other(make_window: Open, sample: Path) -> None:
    window = make_window(sample)
    settle(window.runner)
    bound = [
        one.key().toString()
        for owner in (window, window.shell)
        for one in owner.findChildren(QShortcut, options=Qt.FindChildOption.FindDirectChildrenOnly)
    ]
    assert sorted(bound) == sorted(deed.keys for deed in deeds.DEEDS if deed.keys)


def test_every_deed_has_somebody_who_does_it(make_window: Open, sample: Path) -> None:
    window = make_window(sample)
    assert {*window._deeds(), *window.shell._deeds()} == set(deeds.BY_KEY)


# -- the palette


def _palette(window: MainWindow) -> Palette:
    window.activateWindow()  # offscreen nobody does after a dialog
    settle(window.runner)
    QTest.keyClick(window.shell.page(), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    settle(window.runner)
    found = QApplication.activeModalWidget()
    assert isinstance(found, Palette)
    return found


@pytest.fixture
def window(make_window: Open, sample: Path) -> MainWindow:
    made = make_window(sample)
    settle(made.runner)
    made.activateWindow()
    return made


def _type(palette: Palette, text: str) -> None:
    QTest.keyClicks(palette.field, text)
    QTest.qWait(90)
    settle(palette.session.runner)


def _shown(palette: Palette) -> list[str]:
    return [choice.words for choice in palette.list.found.choices]


class _AtShow(QObject):
    """Where a widget stands at the moment at which it is shown: later a window manager places."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.stood: list[QPoint] = []
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self.stood.append(watched.pos())
        return False


def test_it_has_its_place_before_it_is_shown(window: MainWindow) -> None:
    palette = Palette(window.session, window.shell.open_page, print, window)
    seen = _AtShow(palette)
    palette.open()
    (stood,) = seen.stood
    assert stood.x() == window.frameGeometry().x() + (window.width() - palette.width()) // 2
    assert stood.y() > window.frameGeometry().y()
    palette.reject()


def test_a_page_by_a_few_letters(window: MainWindow) -> None:
    palette = _palette(window)
    _type(palette, "print r")
    assert _shown(palette)[0] == "Print runs"
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    settle(window.runner)
    assert window.shell._page_key() == "runs"
    again = _palette(window)
    assert _shown(again)[0] == "Print runs"
    again.reject()


def test_a_business_by_its_name_is_opened(window: MainWindow) -> None:
    palette = _palette(window)
    _type(palette, "taqueria la puerta")
    assert "Taquería La Puerta Azul" in _shown(palette)[0]
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    settle(window.runner)
    assert window.shell.page().editor.who.name.field.text() == "Taquería La Puerta Azul"


@pytest.mark.parametrize("typed", ["taqueria la puerta", "puerta azul", "puetra azul"])
def test_who_types_fast_means_the_business(window: MainWindow, typed: str) -> None:
    palette = _palette(window)
    QTest.keyClicks(palette.field, typed)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)  # before the search has answered
    QTest.qWait(90)
    settle(window.runner)
    assert window.isVisible(), "it has not closed the program"
    if typed != "puetra azul":  # the directory's own search knows no slip yet
        assert window.shell.page().editor.who.name.field.text() == "Taquería La Puerta Azul"


def test_what_ends_answers_no_slip(window: MainWindow) -> None:
    palette = _palette(window)
    for typed in ("tortas", "puertos", "clsoe", "lokc", "cerar", "puertes", "blouqear"):
        palette.field.clear()
        _type(palette, typed)
        assert not {"Close Puertas", "Lock"} & set(_shown(palette)), typed
    palette.field.clear()
    _type(palette, "close p")
    assert _shown(palette)[0] == "Close Puertas"
    palette.reject()


def test_a_deed_is_done(window: MainWindow) -> None:
    palette = _palette(window)
    _type(palette, "atajos")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    settle(window.runner)
    sheet = QApplication.activeModalWidget()
    assert isinstance(sheet, KeySheet)
    sheet.reject()


def test_arrows_go_round_and_escape_changes_nothing(window: MainWindow) -> None:
    palette = _palette(window)
    QTest.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.list.current() is palette.list.found.choices[-1]
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.list.current() is palette.list.found.choices[0]
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    settle(window.runner)
    assert window.shell._page_key() == "directory"


def test_what_is_answered_after_it_closed_goes_nowhere(window: MainWindow) -> None:
    window.shell.show_palette()
    palette = QApplication.activeModalWidget()
    palette.field.setText("taq")
    palette._look()
    palette.reject()
    settle(window.runner)  # a failure in the window fails this test


def test_nothing_found_says_so(window: MainWindow) -> None:
    palette = _palette(window)
    _type(palette, "qqqqqq")
    assert not palette.list.isVisible()
    assert "fewer letters" in palette.nothing.text()
    palette.reject()


def test_it_has_names_and_speaks_its_rows(window: MainWindow) -> None:
    palette = _palette(window)
    assert unnamed_controls(palette) == []
    spoken = palette.list.found.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "All, List"
    palette.reject()


def test_the_language_is_changed_by_its_own_name(window: MainWindow) -> None:
    palette = _palette(window)
    _type(palette, "hablar")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert language.current() == "es"


# -- the sheet


@pytest.mark.parametrize("code", ["en", "es"])
def test_the_sheet_says_every_key(window: MainWindow, code: str) -> None:
    language.apply(code)
    QTest.keyClick(window.shell, Qt.Key.Key_F1)
    sheet = QApplication.activeModalWidget()
    said = {label.whole_text() for label in sheet.findChildren(Label)}
    assert {deeds.shown(deed.keys) for deed in deeds.DEEDS if deed.keys} <= said
    assert {one.words() for _words, keys in deeds.PLACES for one in keys} <= said
    assert unnamed_controls(sheet) == []
    sheet.reject()
