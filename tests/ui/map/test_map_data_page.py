"""Street data in the window: what is there, bringing more in by drop or button, removing."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from directory_app.ui.pages.map_data import data_words
from tests.data import town_files
from tests.data.town import town
from tests.ui.accessible import cut_buttons
from tests.ui.map.conftest import calm


@pytest.fixture
def page(to_page):
    """The street data page."""
    return to_page("map-data")


@pytest.fixture(autouse=True)
def here(monkeypatch):
    """Bringing in is done in this process: one of its own takes a second to start."""
    from directory_app import tasks

    monkeypatch.setattr(tasks, "add_map_data_apart", tasks.add_map_data)


def drop(page, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    for kind in (QDragEnterEvent, QDropEvent):
        at = QPointF(50, 50) if kind is QDropEvent else QPointF(50, 50).toPoint()
        event = kind(
            at, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        QApplication.sendEvent(page, event)


def names(page) -> list[str]:
    return [region.about.name for region in page.regions]


def toast(window) -> str:
    return window.shell._toast(window.shell.page()).text()


def test_each_region_says_what_it_is_on_what_terms_and_how_large(page):
    (region,) = page.regions
    said = region.accessibleName()
    for words in ("springs", "MB", "streets", "ODbL", "© OpenStreetMap contributors", "brought in"):
        assert words in said
    assert page.none.isHidden()


def test_each_source_says_where_to_get_it_as_text_to_read(page):
    for source in data_words.sources():
        assert source.where.startswith("https://")
        assert source.licence
        assert source.size
    from PySide6.QtWidgets import QLabel

    shown = [label for label in page.findChildren(QLabel) if label.text().startswith("https://")]
    assert len(shown) == 3
    for label in shown:
        assert not label.openExternalLinks()
        assert label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard


def test_a_dropped_zip_becomes_a_region(page, window, tmp_path):
    files = town_files.write_tiger(town(), tmp_path)
    drop(page, *files)
    calm(window)
    assert len(names(page)) == 2
    assert any(name.startswith("tiger") for name in names(page))
    assert "is there" in toast(window)


def test_address_points_ask_for_columns_and_whose_they_are(page, window, tmp_path):
    text = town_files.points_csv(town().doors[:50])
    head, rest = text.split("\n", 1)
    strange = head.replace("NUMBER", "QQ1").replace("STREET", "QQ2")
    file = tmp_path / "points.csv"
    file.write_text(f"{strange}\n{rest}", "utf-8")
    drop(page, file)
    calm(window)
    dialog = page._dialog
    assert dialog.isVisible()
    assert cut_buttons(dialog) == []
    dialog._combos["number"][0].set_value("QQ1")
    dialog._combos["street"][0].set_value("QQ2")
    dialog.region.field.setText("doors")
    dialog.attribution.field.setText("County of Nowhere")
    dialog.go.click()
    calm(window)
    assert "doors" in names(page)
    about = next(region.about for region in page.regions if region.about.name == "doors")
    assert about.attribution == "County of Nowhere"
    assert about.counts["addr"] == 50


def test_what_is_no_street_data_is_refused_with_a_sentence(page, window, tmp_path):
    wrong = []
    page.went_wrong.disconnect()
    page.went_wrong.connect(wrong.append)
    file = tmp_path / "notes.zip"
    file.write_bytes(b"no zip at all")
    page.bring([file])
    calm(window)
    assert "no street data" in str(wrong[0])
    assert names(page) == ["springs"]


def test_a_picture_is_not_taken_and_a_csv_is_no_list_of_businesses_here(page, window, tmp_path):
    picture = tmp_path / "photo.png"
    picture.write_bytes(b"x")
    drop(page, picture)
    assert not page.drop.is_over
    file = tmp_path / "points.csv"
    file.write_text(town_files.points_csv(town().doors[:5]))
    drop(page, file)
    calm(window)
    assert window.shell.page() is page
    page._dialog.reject()


def test_removing_asks_first(page, window, map_data):
    page.regions[0].remove.click()
    dialog = page._dialog
    assert dialog.isVisible()
    dialog.reject()
    calm(window)
    assert names(page) == ["springs"]
    page.regions[0].remove.click()
    page._dialog.go.click()
    calm(window)
    assert names(page) == []
    assert list(map_data.glob("*.streets")) == []
    assert page.none.isVisible()
    assert "Removed" in toast(window)


def test_stopping_leaves_the_old_data_and_says_so(page, window, monkeypatch, tmp_path):
    from directory_app import tasks
    from directory_app.progress import Cancelled

    def stopped(*_arguments):
        raise Cancelled

    monkeypatch.setattr(tasks, "add_map_data_apart", stopped)
    drop(page, *town_files.write_tiger(town(), tmp_path))
    calm(window)
    assert "still there" in toast(window)
    assert names(page) == ["springs"]


def test_a_damaged_region_is_told(to_page, map_data):
    (map_data / "broken.streets").write_bytes(b"nothing")
    page = to_page("map-data")
    assert page.troubles.isVisible()
    assert "broken" in page.troubles.whole_text()


def test_the_map_has_the_new_streets_at_once(to_page, window, map_data, tmp_path):
    kept = Path(shutil.move(map_data / "springs.streets", tmp_path / "springs.streets"))
    map_page = to_page("map")
    assert not any("OpenStreetMap" in each for each in map_page.canvas.picture.credits)
    data = to_page("map-data")
    assert data.regions == []
    shutil.move(kept, map_data / "springs.streets")
    map_page = to_page("map")
    assert any("OpenStreetMap" in each for each in map_page.canvas.picture.credits)
