"""Pictures of the import, event, guide and print run pages, for tests/ui/shots.py."""

from pathlib import Path
from typing import Any

from tests.ui.shots import Shot

LIST = Path(__file__).parents[2] / "data" / "ui" / "plaza-list.csv"


def _import_line(line: int) -> Any:
    def go(window: Any) -> None:
        page = window.shell.page()
        lines = [verdict.draft.line for verdict in page.model.review.verdicts]
        page.table.setCurrentIndex(page.model.index(lines.index(line), 1))

    return go


def _open_list(window: Any) -> None:
    window.shell.open_page("import", LIST)


def _open_guide(window: Any) -> None:
    page = window.shell.page()
    window.shell.open_page("guide", page.events.event_at(0).id)


def _layout(key: str) -> Any:
    """Choose a layout, as a click on its small page does."""

    def go(window: Any) -> None:
        thumbs = window.shell.page().options.layouts
        thumbs.set_value(key)
        thumbs.chosen.emit(key)

    return go


def _as(way: str) -> Any:
    """Show the pages as printed, folded or in grey."""

    def go(window: Any) -> None:
        mode = window.shell.page().head.mode
        mode.set_value(way)
        mode.chosen.emit(way)

    return go


def _more(window: Any) -> None:
    """Show every field, and the end of the options."""
    page = window.shell.page()
    page.options.fields.more.click()
    bar = page.options.column.verticalScrollBar()
    bar.setValue(bar.maximum())


def _fit_to_one(window: Any) -> None:
    fit = window.shell.page().options.fit
    fit.tick.click()
    fit.sheets.step(-99)


def _to_end(window: Any) -> None:
    bar = window.shell.page().options.column.verticalScrollBar()
    bar.setValue(bar.maximum())


def _save(window: Any) -> None:
    window.shell.page().save_to(window.session.path.with_name("guide.pdf"))


def _open(key: str) -> Any:
    return lambda window: window.shell.open_page(key)


def _correct(how: str) -> Any:
    return lambda window: getattr(window.shell.page().corrections, how)()


SHOTS = [
    Shot("import-empty", (_open("import"),), variants=("", "-dark", "-200")),
    Shot("import", (_open_list, _import_line(8))),
    Shot("import-duplicate", (_open_list, _import_line(4)), variants=("", "-dark", "-es")),
    Shot(
        "import-update",
        (_open_list, _import_line(11)),
        variants=("", "-dark", "-es"),
    ),
    Shot(
        "import-row",
        (_open_list, _import_line(5), lambda w: w.shell.page()._to_pane()),
        variants=("", "-200"),
    ),
    Shot(
        "columns",
        (_open_list, _correct("change_columns")),
        variants=("", "-es"),
    ),
    Shot(
        "reading",
        (_open_list, _correct("change_reading")),
        variants=("", "-es"),
    ),
    Shot(
        "ok-means",
        (_open_list, _correct("change_ok")),
        variants=("", "-es"),
    ),
    Shot("events", (_open("events"),)),
    Shot("event-new", (_open("events"), lambda w: w.shell.page().add()), variants=("", "-200")),
    Shot("guide", (_open("events"), _open_guide)),
    Shot(
        "guide-trifold",
        (_open("events"), _open_guide, _layout("trifold"), _as("folded")),
        variants=("", "-dark", "-es"),
    ),
    Shot(
        "guide-booklet",
        (_open("events"), _open_guide, _layout("booklet"), _more),
        variants=("", "-dark", "-es"),
    ),
    Shot(
        "guide-booklet-sheets",
        (_open("events"), _open_guide, _layout("booklet"), _as("pages")),
        variants=("",),
    ),
    Shot("guide-pocket", (_open("events"), _open_guide, _layout("pocket")), variants=("",)),
    Shot(
        "guide-large-print",
        (_open("events"), _open_guide, _layout("large-print"), _fit_to_one, _to_end),
        variants=("", "-es"),
    ),
    Shot("guide-poster", (_open("events"), _open_guide, _layout("poster")), variants=("",)),
    Shot("guide-cards", (_open("events"), _open_guide, _layout("cards")), variants=("",)),
    Shot(
        "guide-visits",
        (_open("events"), _open_guide, _layout("visit-sheets")),
        variants=("", "-es"),
    ),
    Shot("guide-calls", (_open("events"), _open_guide, _layout("call-list")), variants=("",)),
    Shot("guide-options", (_open("events"), _open_guide, _as("options")), variants=("-200",)),
    Shot("guide-checks", (_open("events"), _open_guide, _as("checks")), variants=("-200",)),
    Shot("guide-saved", (_open("events"), _open_guide, _save), variants=("", "-dark")),
    Shot("runs", (_open("events"), _open_guide, _save, _open("runs"))),
]
