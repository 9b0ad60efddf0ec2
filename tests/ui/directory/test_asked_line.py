"""The grammar in the search box of the real window: chips, sentences, and back."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from directory_app.model import query_words
from directory_app.ui.pages.directory import asked_words
from directory_app.ui.pages.directory.asked_words import AskedLine
from directory_app.ui.pages.directory.directory_page import DirectoryPage
from directory_app.ui.window.main_window import MainWindow
from tests.ui.waiting import settle


def test_each_typed_filter_is_a_chip_that_can_be_removed(
    make_window: Callable[[Path], MainWindow], sample: Path
) -> None:
    window = make_window(sample)
    settle(window.runner)
    page = window.findChild(DirectoryPage)
    page.box.line.setText("zia")
    assert page.asked is None  # words need no grammar
    page.box.line.setText("category:bakery -town:clovis")
    settle(window.runner)
    assert isinstance(page.asked, AskedLine)
    assert [chip.text() for chip in page.asked.chips] == [
        "category: bakery",
        "except town: Clovis",
    ]
    found = {page.table.row(n).category for n in range(page.table.rowCount())}
    assert found == {"bakery"}
    page.asked.chips[1].removed.emit()
    assert page.box.line.text() == "category:bakery"
    page.box.line.setText("colour:red")
    assert "There is no filter “colour”" in page.asked.problem.text()
    page.box.line.setText("town:")
    assert page.asked.isHidden()  # it is being typed
    page.box.line.setText("town: pan")
    assert "Say what to look for" in page.asked.problem.text()
    page.box.line.clear()
    assert page.asked.isHidden()
    settle(window.runner)


def test_keys_and_then_values_are_offered_and_taken_by_keyboard(
    make_window: Callable[[Path], MainWindow], sample: Path
) -> None:
    window = make_window(sample)
    window.show()
    settle(window.runner)
    page = window.findChild(DirectoryPage)
    page.box.line.setFocus()
    QTest.keyClicks(page.box.line, "-cat")
    offered = page.completion
    assert [offered.rows.item(n).text() for n in range(offered.rows.rowCount())] == ["category:"]
    assert offered.rows.item(0).accessibleText() == "category:, what it is"
    popup = offered.popup
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert page.box.line.text() == "-category:"
    QTest.keyClicks(page.box.line, "bak")
    assert offered.rows.rowCount() == 1
    assert offered.rows.item(0).text() == "category:bakery"
    assert offered.rows.item(0).accessibleText() == "category:bakery, 3"
    offered.take("category:bakery")
    assert page.box.line.text() == "-category:bakery "
    QTest.keyClicks(page.box.line, "zia")
    assert offered.rows.rowCount() == 0
    assert not popup.isVisible()
    settle(window.runner)


def test_every_key_that_is_offered_says_what_it_asks_about() -> None:
    for key in query_words.KEYS:
        for whole in (
            [f"{key}.{one}" for one in query_words.CHANNELS] if key == "consent" else [key]
        ):
            assert asked_words.key_name(whole)
