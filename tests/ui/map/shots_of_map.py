"""Pictures of the map and of the street data page, for tests/ui/shots.py."""

import os
import tempfile
from pathlib import Path
from typing import Any

from tests.ui.map.conftest import at_doors
from tests.ui.shots import Shot


def start(window: Any, folder: Path) -> None:
    """Open a directory in the invented town, with its streets."""
    from directory_app.maps.streets import bring
    from tests.data import town_files
    from tests.data.town import town

    kept = Path(tempfile.gettempdir()) / f"puertas-shots-{os.getpid()}"
    os.environ["PUERTAS_MAP_DATA"] = str(kept / "map-data")
    if not kept.exists():
        kept.mkdir()
        bring([town_files.write_pbf(town(), kept / "springs-latest.osm.pbf")])
    window.open(at_doors(folder / "Piñón Springs.puertas", many=24))


def _page(window: Any) -> Any:
    return window.shell.page()


def _open(window: Any) -> None:
    window.shell.open_page("map")


def _choose(window: Any) -> None:
    page = _page(window)
    pin = next(row.what for row in page.panel.list.places.rows if "Modas" in row.title)
    page.canvas.go_to(pin.position, 900)
    page.choose(pin)


def _move(window: Any) -> None:
    page = _page(window)
    page.move_chosen()
    page.canvas.move_pin(page.canvas.at(page.canvas.chosen.position) + _shift())


def _shift() -> Any:
    from PySide6.QtCore import QPointF

    return QPointF(70, -34)


def _event(window: Any) -> None:
    _page(window).show_event(_page(window).tools.events[0])


def _circle(window: Any) -> None:
    from directory_app.store.area import Area

    page = _page(window)
    page.lists.list_area(Area.circle(page.canvas.frame.center, 0.4))


def _far(window: Any) -> None:
    page = _page(window)
    page.canvas.go_to(page.canvas.frame.center, 5.0)


def _small(window: Any) -> None:
    page = _page(window)
    page.rows.select_place(3)


def _to_small(window: Any) -> None:
    page = _page(window)
    page.editor.view.ensureWidgetVisible(page.editor.where.map, 0, 200)


def _data(window: Any) -> None:
    window.shell.open_page("map-data")


_FEW = ("", "-dark")
SHOTS = [
    Shot("map", (_open, _choose), start),
    Shot("map-all", (_open,), start, _FEW),
    Shot("map-move", (_open, _choose, _move), start, ("",)),
    Shot("map-event", (_open, _event), start, ("", "-dark", "-es")),
    Shot("map-circle", (_open, _circle), start, _FEW),
    Shot("map-far", (_open, _far), start, _FEW),
    Shot("editor-map", (_small, _to_small), start, _FEW),
    Shot("map-data", (_data,), start),
]
