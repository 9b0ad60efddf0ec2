"""The large pages: where they stand, turned and zoomed with the keyboard."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage

from directory_app.ui.pages.guide.pages import PageStrip, PagesView, as_folded, as_printed
from directory_app.ui.parts.paper.pictures import picture, pictures


@pytest.fixture
def view(qtbot) -> PagesView:
    made = PagesView()
    made.set_name("Pages")
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    return made


def show(view, pdf, layout="large-print", folded=False):
    arrange = as_folded if folded else as_printed
    view.show_pdf(pdf, arrange(layout, pdf.sizes))


def test_a_band_of_a_page_is_that_part_of_it(pdf) -> None:
    made = pdf(1)
    whole = picture(made, 0, 1.0)
    band = picture(made, 0, 1.0, band=(100, 300))
    assert (band.width(), band.height()) == (612, 200)
    assert band == whole.copy(0, 100, 612, 200)


def test_keys_turn_the_pages_and_it_is_told_where_one_is(view, pdf, qtbot) -> None:
    show(view, pdf(6))
    view.set_zoom(1.0)
    turned: list[int] = []
    view.turned.connect(turned.append)
    for key, at in (
        (Qt.Key.Key_PageDown, 1), (Qt.Key.Key_PageDown, 2), (Qt.Key.Key_PageUp, 1),
        (Qt.Key.Key_End, 5), (Qt.Key.Key_PageDown, 5), (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_PageUp, 0),
    ):  # fmt: skip
        qtbot.keyClick(view, key)
        assert view.at() == at
    assert turned == [1, 2, 1, 5, 0]
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.accessibleName() == "Pages: Page 2, 2 of 6"
    assert view.verticalScrollBar().value() > 0


def test_scrolling_tells_which_page_is_looked_at(view, pdf) -> None:
    show(view, pdf(6))
    view.set_zoom(1.0)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    assert view.at() == 5
    view.verticalScrollBar().setValue(0)
    assert view.at() == 0


def test_a_whole_page_is_seen_unless_it_would_be_too_small(view, pdf) -> None:
    show(view, pdf(1, (792, 1224)), "poster")
    assert view.boxes()[0].height() < 500
    view.resize(600, 250)
    assert view.boxes()[0].width() > 550


def test_a_spread_is_painted_from_its_pages(view, pdf) -> None:
    made = pdf(4, (396, 612))
    show(view, made, "booklet", folded=True)
    view.show_pictures(made, pictures(made, [0, 1, 2, 3], 1.0))
    assert len(view.spreads()) == 3
    view.turn_to(1)
    shown = view.viewport().grab().toImage()
    box = view.boxes()[1].translated(0, -view.verticalScrollBar().value())
    y = round(box.center().y())
    colours = [
        shown.pixelColor(round(box.x() + box.width() * share), y).name()
        for share in (0.1, 0.4, 0.6, 0.9)
    ]
    assert colours == ["#ff0000", "#ffffff", "#ff0000", "#ffffff"]


def test_the_first_page_is_shown_before_the_rest_and_the_old_ones_stay(view, pdf) -> None:
    old = pdf(3)
    show(view, old)
    view.show_pictures(old, pictures(old, [0, 1, 2], 0.5))
    new, image = pdf(1), QImage(10, 10, QImage.Format.Format_RGB32)
    view.show_first(new, as_printed("large-print", new.sizes)[0], image)
    assert view.pages() == 3
    assert view.pictures()[0] is image
    other = pdf(1, (300, 300))
    view.show_first(other, as_printed("large-print", other.sizes)[0], image)
    assert view.pages() == 1


def test_pictures_of_an_older_pdf_are_not_taken(view, pdf) -> None:
    old, new = pdf(1), pdf(1)
    show(view, new)
    view.show_pictures(old, pictures(old, [0], 0.5))
    assert view.pictures() == {}


def test_the_small_pages_lead_and_follow(qtbot, pdf) -> None:
    strip, made = PageStrip(), pdf(9)
    strip.set_name("Small pages")
    qtbot.addWidget(strip)
    strip.resize(104, 300)
    strip.show()
    with qtbot.waitSignal(strip.wanted) as wanted:
        strip.show_pdf(made, as_printed("large-print", made.sizes))
    assert wanted.args[0][0] == 0
    chosen: list[int] = []
    strip.chosen.connect(chosen.append)
    qtbot.keyClick(strip, Qt.Key.Key_Down)
    qtbot.keyClick(strip, Qt.Key.Key_End)
    last = strip.boxes()[8].center() - QPointF(0, strip.verticalScrollBar().value())
    qtbot.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=last.toPoint())
    assert chosen == [1, 8, 8]
    assert strip.verticalScrollBar().value() > 0
    assert strip.accessibleName() == "Small pages: Page 9"
    strip.set_at(0)
    assert strip.verticalScrollBar().value() < strip.boxes()[1].y()
