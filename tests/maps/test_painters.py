"""Both painters replay one display list to the same picture."""

import io
import re

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageFilter
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QImage, QPainter
from reportlab.pdfgen import canvas as pdf

from directory_app.maps import qt_painter, reportlab_painter, shapes
from directory_app.maps.inset import plan
from directory_app.maps.ops import Circle, DisplayList, Polygon, Polyline, Text
from tests.maps.conftest import FACES, file_of

SCALE = 2
WEIGHTS = {
    "regular": QFont.Weight.Normal,
    "semibold": QFont.Weight.DemiBold,
    "bold": QFont.Weight.Bold,
    "black": QFont.Weight.Black,
}


@pytest.fixture(scope="session")
def font_for(qapp: QGuiApplication):
    fonts = {}
    for weight in FACES:
        number = QFontDatabase.addApplicationFont(str(file_of(weight)))
        font = QFont(QFontDatabase.applicationFontFamilies(number)[0])
        font.setWeight(WEIGHTS[weight])
        font.setStretch(QFont.Stretch.Condensed)
        fonts[weight] = font
    return fonts.__getitem__


def on_paper(made, draw_text):
    out = io.BytesIO()
    page = pdf.Canvas(
        out, pagesize=(made.width, made.height), initialFontName="NotoSans-Condensed", invariant=1
    )
    reportlab_painter.draw(made, page, 0, made.height, draw_text)
    page.showPage()
    page.save()
    return out.getvalue()


def raster(document):
    page = pypdfium2.PdfDocument(document)[0]
    return page.render(scale=SCALE).to_pil().convert("RGB")


def on_screen(made, font_for):
    width, height = int(made.width * SCALE), int(made.height * SCALE)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.scale(SCALE, SCALE)
    qt_painter.draw(made, painter, font_for)
    painter.end()
    data = bytes(image.convertToFormat(QImage.Format.Format_RGB888).constBits())
    stride = image.convertToFormat(QImage.Format.Format_RGB888).bytesPerLine()
    return Image.frombuffer("RGB", (width, height), data, "raw", "RGB", stride, 1)


def difference(one, other):
    """The share of pixels that differ by more than edges do, after a little blur."""
    pair = [image.convert("L").filter(ImageFilter.GaussianBlur(1.5)) for image in (one, other)]
    differing = ImageChops.difference(*pair).point(lambda value: 255 if value > 60 else 0)
    return sum(differing.histogram()[1:]) / (one.width * one.height)


def test_paper_and_screen_show_the_same_map(style, doors, venue, draw_text, font_for):
    made = plan(doors, venue, (558, 402), style, languages=("en", "es")).main
    one, other = raster(on_paper(made, draw_text)), on_screen(made, font_for)
    assert one.size == other.size
    assert difference(one, other) < 0.0002


def test_the_comparison_sees_a_missing_marker(style, doors, venue, draw_text, font_for):
    made = plan(doors, venue, (558, 402), style, languages=("en", "es")).main
    less = plan(doors[1:], venue, (558, 402), style, languages=("en", "es")).main
    assert difference(raster(on_paper(made, draw_text)), on_screen(less, font_for)) > 0.0004


OPS = {
    "dots": Polyline(((10, 50), (90, 50)), "#000000", 3.0, (0.0, 7.0)),
    "dashes": Polyline(((10, 50), (90, 50)), "#FF0000", 4.0, (10.0, 6.0), round_caps=False),
    "wash": Polygon(((10, 10), (90, 10), (90, 90)), "#0000FF", opacity=0.3),
    "outline": Circle(50, 50, 30, None, "#008000", 5.0),
    "halo": Text(50, 60, "Ño 8", 30, "bold", "#000000", "middle", "#FF0000", 8.0),
    "end": Text(90, 60, "end", 24, "regular", "#000000", "end"),
}


@pytest.mark.parametrize("name", OPS)
def test_each_operation_is_the_same_on_both(name, draw_text, font_for):
    made = DisplayList(100, 100, (OPS[name],))
    one, other = raster(on_paper(made, draw_text)), on_screen(made, font_for)
    assert difference(one, other) < 0.01
    assert one.convert("L").getextrema()[0] < 200


def test_nothing_is_drawn_outside_of_the_map(draw_text, font_for):
    """Both clip: what hangs over the edge of a map must not run into the page's text."""
    big = Polygon(((-50, -50), (150, -50), (150, 150), (-50, 150)), "#000000")
    made = DisplayList(40, 40, (big,))
    out = io.BytesIO()
    page = pdf.Canvas(out, pagesize=(100, 100), initialFontName="NotoSans-Condensed")
    reportlab_painter.draw(made, page, 30, 70, draw_text)
    page.save()
    picture = raster(out.getvalue())
    assert picture.getpixel((100, 100)) == (0, 0, 0)
    assert picture.getpixel((50, 100)) == (255, 255, 255)
    assert picture.getpixel((150, 100)) == (255, 255, 255)


def test_a_halo_leaves_the_text_after_it_alone(draw_text):
    """The rendering mode is a state of the page: if it leaked, the next text would be hollow."""
    made = DisplayList(
        100,
        100,
        (
            Text(50, 30, "one", 20, "bold", "#000000", "middle", "#FFFFFF", 3.0),
            Text(50, 80, "III", 30, "black", "#000000", "middle"),
        ),
    )
    content = raster(on_paper(made, draw_text)).convert("L")
    assert content.crop((60, 120, 140, 160)).getextrema()[0] == 0
    assert difference(content, content) == 0


def test_the_page_has_no_font_that_is_not_embedded(style, doors, venue, draw_text):
    document = on_paper(plan(doors, venue, (558, 402), style).main, draw_text)
    assert b"Helvetica" not in document
    assert len(re.findall(rb"/FontFile2", document)) >= 2


def test_the_map_is_small_and_made_of_vectors(style, doors, venue, draw_text):
    document = on_paper(plan(doors, venue, (558, 402), style).main, draw_text)
    assert b"/Image" not in document.replace(b"/ImageB", b"").replace(b"/ImageC", b"").replace(
        b"/ImageI", b""
    )
    words = pypdfium2.PdfDocument(document)[0].get_textpage().get_text_range()
    assert "Event" in words


def test_the_map_in_grey_keeps_its_contrasts(style, doors, venue, draw_text):
    made = plan(doors, venue, (558, 402), style).main
    grey = raster(on_paper(made, draw_text)).convert("L")
    marker = made.markers[1]
    below = (int(marker.x * SCALE), int((marker.y + marker.size * 0.42) * SCALE))
    assert grey.getpixel(below) < 40
    assert grey.getpixel((20, 300)) > 220


def test_a_marker_may_be_drawn_in_a_list(style, draw_text):
    """The list's markers are the map's own."""
    out = io.BytesIO()
    page = pdf.Canvas(out, pagesize=(100, 100), initialFontName="NotoSans-Condensed")
    ops = shapes.marker("diamond", "14", (50, 50), style, halo=False, on_map=False)
    reportlab_painter.draw_ops(ops, page, 0, 100, draw_text)
    page.save()
    picture = raster(out.getvalue()).convert("L")
    assert picture.getpixel((100, 115)) < 40
    assert picture.getpixel((20, 20)) == 255


def test_the_screen_measures_as_it_draws(font_for, measure):
    width = qt_painter.measurer(font_for)
    for weight in FACES:
        assert width("Española 14", 8.0, weight) == pytest.approx(
            measure("Española 14", 8.0, weight), rel=0.02
        )
