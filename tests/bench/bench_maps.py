"""Maps: how long one takes to draw, on paper and in the window, and a frame while it is dragged.

Columbus is ``columbus-roads.osm.pbf`` in the folder of ``./dev bench --data FOLDER`` (or
PUERTAS_BENCH_DATA); without one, the generated region, which is as dense all over.
"""

import io
import os
import statistics
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from bench_streets import EXTRACT, MILLION, _map_data, kept_region, middle
from measure import Absolute, Figure, seconds

from directory_app.maps.frame import Frame
from directory_app.maps.streets import Region, bring, shared_regions
from directory_app.model.geo import Position

#: The middle of the city in the extract, and what a guide's map and a window show of it.
COLUMBUS = Position(39.98, -83.0)
ACROSS = 1.5
PAPER, WINDOW = (558.0, 404.0), (1200.0, 860.0)
FRAMES = 240


def measure(times: int = 9) -> list[Figure]:
    """The map of 1.5 miles on paper and in the window, then dragging over a million segments."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with _city() as (place, center):
        figures = [
            _figure(f"map: 1.5 miles of {place}, display list and PDF", _paper(center), 60, times),
            _figure(
                f"map: 1.5 miles of {place}, display list and QPainter at 1200x860",
                _window(center), 100, times,
            ),
        ]  # fmt: skip
    return [*figures, *_frames()]


def _figure(name: str, work: Callable[[], object], reach: float, times: int) -> Figure:
    work()  # fonts and libraries
    time = statistics.median(seconds(work) for _ in range(times))
    return Absolute(name, 1000 * time, reach, "ms", reach, "a map")


@contextmanager
def _city() -> Iterator[tuple[str, Position]]:
    """Street data of Columbus, or as much of an invented town."""
    data = os.environ.get("PUERTAS_BENCH_DATA")
    with tempfile.TemporaryDirectory() as folder, _map_data(Path(folder) / "map-data"):
        if data and (Path(data) / EXTRACT).is_file():
            bring([Path(data) / EXTRACT], name="Bench")
            yield "Columbus", COLUMBUS
            return
        (Path(folder) / "map-data").mkdir()
        link = Path(folder) / "map-data" / "Bench.streets"
        link.hardlink_to(kept_region(MILLION))
        longitude, latitude = middle(MILLION)
        yield "a generated town", Position(latitude, longitude)


def _regions() -> list[Region]:
    regions = shared_regions()
    if not regions:
        raise AssertionError("no street data")
    return regions


def _paper(center: Position) -> Callable[[], object]:
    from reportlab.lib.colors import HexColor
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    from directory_app.maps import display, reportlab_painter
    from directory_app.maps.style import print_style
    from directory_app.paths import resource

    faces = {
        "regular": "NotoSans-Condensed", "semibold": "NotoSans-CondensedSemiBold",
        "bold": "NotoSans-CondensedBold", "black": "NotoSans-CondensedBlack",
    }  # fmt: skip
    for face in faces.values():
        pdfmetrics.registerFont(TTFont(face, str(resource("fonts", f"{face}.ttf"))))

    @lru_cache(None)
    def width(text: str, size: float, weight: str) -> float:
        return float(pdfmetrics.stringWidth(text, faces[weight], size))

    def letters(
        canvas: Canvas, x: float, y: float, text: str, size: float, weight: str, color: str, at: str
    ) -> None:  # fmt: skip
        canvas.setFillColor(HexColor(color))
        canvas.setFont(faces[weight], size)
        draw = {"start": canvas.drawString, "middle": canvas.drawCentredString}
        draw.get(at, canvas.drawRightString)(x, y, text)

    regions, style = _regions(), print_style("sheet", width)
    frame = Frame(center, PAPER[0] / ACROSS)

    def draw() -> None:
        made = display.build(frame, [], None, PAPER, style, regions=regions)
        page = io.BytesIO()
        canvas = Canvas(page, pagesize=PAPER, initialFontName=faces["regular"])
        reportlab_painter.draw(made, canvas, 0, PAPER[1], letters)
        canvas.showPage()
        canvas.save()

    return draw


def _window(center: Position) -> Callable[[], object]:
    from PySide6.QtCore import QSize

    from directory_app.progress import silent
    from directory_app.ui import theme
    from directory_app.ui.pages.map.ground import draw
    from directory_app.ui.parts.map_view import ROLES

    _application()
    colors = {role: theme.color(role).name() for role in ROLES}
    frame = Frame(center, WINDOW[0] / ACROSS)
    size = QSize(int(WINDOW[0]), int(WINDOW[1]))
    return lambda: draw(frame, size, 1.0, colors, silent)


def _application() -> object:
    from PySide6.QtWidgets import QApplication

    from directory_app.ui import theme

    app = QApplication.instance() or QApplication([])
    theme.apply(app, "light")
    return app


def _frames() -> list[Figure]:
    """Each step of a drag, painted into the window; now and then the hand rests a moment."""
    from PySide6.QtTest import QTest

    from directory_app.store.pins import Pin, Spot
    from directory_app.ui.jobs import JobRunner
    from directory_app.ui.pages.map.canvas import MapCanvas

    app = _application()
    longitude, latitude = middle(MILLION)
    times = []
    with tempfile.TemporaryDirectory() as folder, _map_data(Path(folder) / "map-data"):
        (Path(folder) / "map-data").mkdir()
        (Path(folder) / "map-data" / "Bench.streets").hardlink_to(kept_region(MILLION))
        runner = JobRunner()
        canvas = MapCanvas(runner)
        canvas.resize(int(WINDOW[0]), int(WINDOW[1]))
        canvas.show()
        canvas.show_frame(Frame(Position(latitude, longitude), WINDOW[0] / ACROSS), soon=True)
        canvas.set_spots(_spots(Pin, Spot, latitude, longitude))
        while canvas.picture is None:
            QTest.qWait(20)
        for step in range(FRAMES):

            def frame(step: int = step) -> None:
                canvas.pan(7 if step % 120 < 60 else -7, 3)
                canvas.repaint()

            if step % 40 == 39:
                QTest.qWait(160)  # the ground begins to be drawn
            times.append(seconds(frame))
            app.processEvents()
        runner.close()
        canvas.deleteLater()
    name = f"map: a frame while dragging over {MILLION:,} segments and 300 pins"
    times.sort()
    return [
        Absolute(name, 1000 * statistics.median(times), 16, "ms", 16, "a frame"),
        Absolute(
            f"{name}, 95 of 100", 1000 * times[len(times) * 95 // 100], 16, "ms", 16, "a frame"
        ),
    ]


def _spots(pin_class: type, spot_class: type, latitude: float, longitude: float) -> list[object]:
    spots = []
    for number in range(300):
        north = latitude + (number // 20 - 7) * 0.0018
        east = longitude + (number % 20 - 10) * 0.0018
        category = ("restaurant", "grocery", "clothing", "barber")[number % 4]
        pin = pin_class(
            number, str(number), "AAAA", f"Shop {number}", "", category, "", "", "", north, east,
            "rooftop", False, "physical",
        )  # fmt: skip
        one = number % 3
        at = Position(north, east)
        bounds = (north, east, north, east)
        spots.append(spot_class(at, 1 if one else 7, bounds, False, pin if one else None))
    return spots
