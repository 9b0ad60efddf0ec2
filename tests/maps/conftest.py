"""Fonts that measure and draw, and places to map."""

import pytest
from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from directory_app.maps.display import Place, Venue
from directory_app.maps.style import print_style
from directory_app.model.geo import Position
from directory_app.paths import resource

FACES = {
    "regular": "NotoSans-Condensed",
    "semibold": "NotoSans-CondensedSemiBold",
    "bold": "NotoSans-CondensedBold",
    "black": "NotoSans-CondensedBlack",
}
SHAPES = ("circle", "square", "arch", "diamond")
SANTA_FE = Position(35.6870, -105.9378)
#: Doors in Santa Fe, the last ones close together about the plaza.
DOORS = [
    (35.6682, -105.9655), (35.6721, -105.9601), (35.6580, -105.9890), (35.6625, -105.9540),
    (35.6440, -106.0120), (35.6605, -105.9555), (35.6415, -106.0080), (35.6645, -105.9590),
    (35.6891, -105.9430), (35.6875, -105.9380), (35.6900, -105.9370), (35.6873, -105.9395),
    (35.6865, -105.9472),
]  # fmt: skip


def file_of(weight):
    return resource("fonts", f"{FACES[weight]}.ttf")


@pytest.fixture(scope="session")
def faces():
    for weight, face in FACES.items():
        pdfmetrics.registerFont(TTFont(face, str(file_of(weight))))
    return FACES


@pytest.fixture(scope="session")
def measure(faces):
    return lambda text, size, weight: pdfmetrics.stringWidth(text, faces[weight], size)


@pytest.fixture(scope="session")
def draw_text(faces):
    def draw(canvas, x, y, text, size, weight, color, anchor):
        canvas.setFillColor(HexColor(color))
        canvas.setFont(faces[weight], size)
        methods = {
            "start": canvas.drawString,
            "middle": canvas.drawCentredString,
            "end": canvas.drawRightString,
        }
        methods[anchor](x, y, text)

    return draw


@pytest.fixture(scope="session")
def style(measure):
    return print_style("sheet", measure)


@pytest.fixture(scope="session")
def doors():
    return [
        Place(str(i + 1), Position(*point), SHAPES[i % 4], solid=i % 3 != 0)
        for i, point in enumerate(DOORS)
    ]


@pytest.fixture(scope="session")
def venue():
    return Venue(Position(35.6700, -105.9550), ("Event", "Evento"))
