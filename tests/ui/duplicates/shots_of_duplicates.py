"""Pictures of the page of duplicates, for tests/ui/shots.py."""

from pathlib import Path
from typing import Any

from tests.ui.duplicates.twins import fill
from tests.ui.shots import Shot


def _twins(window: Any, folder: Path) -> None:
    path = folder / "Twins.puertas"
    window.open(path if path.exists() else fill(path))


def _open(window: Any) -> None:
    window.shell.open_page("duplicates")


def _into(window: Any) -> None:
    window.shell.page()._to_pane()


def _end(window: Any) -> None:
    bar = window.shell.page().pane.view.verticalScrollBar()
    bar.setValue(bar.maximum())


def _merge(window: Any) -> None:
    window.shell.page().merge()


def _type(window: Any) -> None:
    page = window.shell.page()
    page.add()


def _twin(window: Any) -> None:
    editor = window.shell.page().editor
    editor.who.name.field.setText("Taqueria Nopal")
    editor.who.phones.lines[0][0].setText("505-555-0142")
    editor.banner.watch()
    editor.banner.watch()


SHOTS = [
    Shot("likely-twin", (_type, _twin), _twins),
    Shot("duplicates", (_open, _into), _twins),
    Shot("duplicates-end", (_open, _into, _end), _twins),
    Shot("duplicates-merged", (_open, _into, _merge), _twins, ("", "-dark")),
    Shot("duplicates-list", (_open,), _twins, ("-200",)),
    Shot("duplicates-none", (_open,), variants=("", "-es")),
]
