"""Every script beside Qt's rendering of the same text in the same fonts, pixel by pixel.

Qt has its own bidirectional algorithm and item cutter; both shape with HarfBuzz. The samples
are in tests/data/scripts.
"""

import io
import json
import re
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageFilter
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontDatabase, QImage, QPainter, QTextLayout, QTextOption

from directory_app.guides.page import Page
from directory_app.guides.pdf import Document
from directory_app.guides.typesetting import Style, fonts, set_line

SAMPLES = json.loads(
    (Path(__file__).parents[1] / "data" / "scripts" / "samples.json").read_text("utf-8")
)
SIZE = 48
WIDTH, HEIGHT = 1700, 160
#: A telephone runs left to right as a whole, which Qt has to be told (see bidi).
PHONE = re.compile(r"\d{3}-\d{3}-\d{4}")


@pytest.fixture(autouse=True)
def _as_large_as_qt_sets_them(monkeypatch):
    """Without the scale that makes scripts look the same size beside Latin."""
    monkeypatch.setattr(fonts, "_SCALE", {})
    caches = (fonts.face, fonts.primary, fonts._of_weight, fonts.fallback, set_line)
    for cache in caches:
        cache.cache_clear()
    yield
    for cache in caches:
        cache.cache_clear()


def family(path):
    """The family of a font file, which Qt then knows."""
    return QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path)))[0]


def by_qt(text, families, weight, right_to_left):
    font = QFont()
    font.setFamilies(families)
    font.setPixelSize(SIZE)
    font.setWeight(weight)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    option = QTextOption(Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignLeft)
    directions = (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft)
    option.setTextDirection(directions[right_to_left])
    option.setUseDesignMetrics(True)
    layout = QTextLayout(PHONE.sub("\u2066\\g<0>\u2069", text), font)
    layout.setTextOption(option)
    layout.beginLayout()
    layout.createLine().setLineWidth(WIDTH - 100)
    layout.endLayout()
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    layout.draw(painter, QPointF(20, 30))
    painter.end()
    size = (image.width(), image.height())
    return Image.frombytes("L", size, bytes(image.constBits()), "raw", "L", image.bytesPerLine())


def by_us(text, style, made_at):
    page = Page(Document((WIDTH, HEIGHT), "T", "en", made_at))
    page.text(20, 100, text, style)
    page.finish()
    data = io.BytesIO(page.document.finish())
    return pypdfium2.PdfDocument(data)[0].render(scale=1, grayscale=True).to_pil().convert("L")


def framed(*images):
    """The images cut to their ink, on paper of one size."""
    boxes = [ImageChops.invert(im).point(lambda v: 255 if v > 60 else 0).getbbox() for im in images]
    cut = [image.crop(box) for image, box in zip(images, boxes, strict=True)]
    size = max(im.width for im in cut), max(im.height for im in cut)
    out = []
    for image in cut:
        out.append(Image.new("L", size, 255))
        out[-1].paste(image, (0, 0))
    return cut, out


def astray(one, other):
    """The share of the ink of one that is two pixels or more away from the other's."""
    ink = one.point(lambda v: 255 if v < 100 else 0)
    near = other.point(lambda v: 255 if v < 200 else 0).filter(ImageFilter.MaxFilter(5))
    gone = ImageChops.subtract(ink, near)
    return sum(gone.histogram()[128:]) / sum(ink.histogram()[128:])


def compare(text, style, weight, made_at):
    line = set_line(text, style.family, style.weight)
    first = fonts.primary(style.family, style.weight)
    paths = dict.fromkeys([first.path, *(piece.face.path for piece in line.pieces)])
    theirs = by_qt(text, [family(path) for path in paths], weight, line.right_to_left)
    cut, pair = framed(theirs, by_us(text, style, made_at))
    return cut, max(astray(*pair), astray(*reversed(pair)))


@pytest.mark.parametrize("name", SAMPLES)
def test_bold_names_look_as_qt_sets_them(qapp, made_at, name):
    style = Style("sans", "bold", SIZE)
    (theirs, ours), gone = compare(SAMPLES[name], style, QFont.Weight.Bold, made_at)
    assert abs(theirs.width - ours.width) <= 3
    assert abs(theirs.height - ours.height) <= 2
    assert gone < 0.004


@pytest.mark.parametrize("name", SAMPLES)
def test_plain_text_looks_as_qt_sets_it(qapp, made_at, name):
    style = Style("sans", "regular", SIZE)
    (theirs, ours), gone = compare(SAMPLES[name], style, QFont.Weight.Normal, made_at)
    assert abs(theirs.width - ours.width) <= 3
    assert gone < 0.004


def test_a_letter_out_of_place_is_seen(qapp, made_at):
    style = Style("sans", "bold", SIZE)
    word, other = "अन्नपूर्णा", "अन्नपूणार्"
    line = set_line(word, "sans", "bold")
    families = [family(fonts.primary("sans", "bold").path), family(line.pieces[0].face.path)]
    theirs = by_qt(other, families, QFont.Weight.Bold, right_to_left=False)
    _, pair = framed(theirs, by_us(word, style, made_at))
    assert max(astray(*pair), astray(*reversed(pair))) > 0.02
