"""A layout and a format are each added in the two files that CONTRIBUTING names, and no other."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
GUIDES, EXPORTING = "directory_app/guides/layouts", "directory_app/exporting"

LAYOUT_ROW = """    Kind(
        "leaflet", ("letter",), "", "Leaflet", "Volante", "One page of names.",
        "Una hoja de nombres.", fields=("own_script",),
    ),
"""
LAYOUT = """
from directory_app.guides.layouts.columns import fill
from directory_app.guides.layouts.layout import Layout
from directory_app.guides.layouts.measures import COLUMN_STEPS, Measures
from directory_app.guides.page import Page


class Leaflet(Layout):
    name = "leaflet"

    def arrange(self):
        self.m = Measures(*COLUMN_STEPS[2], len(self.told))
        self.columns = fill(self.sections(self.compact, 500), lambda _: 700)
        self.pages = len(self.columns)
        for number, column in enumerate(self.columns, 1):
            self.note_page(column, number)

    def draw(self, document):
        for column in self.columns:
            page = Page(document)
            column.draw(page, 40, 40)
            page.finish()
"""
USES_LAYOUT = """
import datetime as dt
from tests.guides import conftest as samples
from directory_app import guides
from directory_app.model.listing import PublicEvent

event = PublicEvent("e1", "Fair", "Feria", dt.date(2026, 12, 5), position=samples.VENUE)
bread = samples.listing("BBBB", "Pan de Prueba")
plan = guides.plan(event, [bread], guides.GuideOptions("leaflet"))
assert "leaflet" in guides.layout_names()
assert guides.preflight(plan) and guides.fit(plan).sheets == 1
made = guides.make(plan, run_number=7, made_at=samples.MADE_AT)
assert made.pages == made.sheets == 1 and made.entries[0][1]["page"] == 1
assert "Pan de Prueba" in samples.page_texts(made.data)[0]

from PySide6.QtWidgets import QApplication
app = QApplication([])
from directory_app.ui.pages.guide.options_pane import OptionsPane
pane = OptionsPane()
pane.layouts.chosen.emit("leaflet")
assert pane.options.layout == "leaflet" and pane.purpose.text()
assert pane.fields.shown() == ["own_script"]
"""

FORMAT_ROW = """    Format(
        "names", (".names",), "Names", "Names alone", "Solo nombres", "Anybody", "Cualquiera",
        *_lost(), read_as="txt",
    ),
"""
FORMAT = """
def write(export):
    return "\\n".join(entry.name for entry in export.entries).encode()
"""
USES_FORMAT = """
from pathlib import Path
from directory_app.sample import make_sample
from directory_app.store import Store
from directory_app.tasks.exporting import ExportOrder, export
from directory_app.ui.pages.export import words

make_sample(Path("Try.puertas"))
with Store.open(Path("Try.puertas"), write=True) as store:
    made = export(store, ExportOrder(Path("out.names"), "names", "print"))
assert made.exported and len(made.path.read_text("utf-8").splitlines()) == made.exported
assert words.title("names") == "Names alone" and words.icon("names")
"""


def named(what: str) -> set[str]:
    """The files that CONTRIBUTING names for something to add."""
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    part = text.split(f"**{what}**", 1)[1].split("\n\n**", 1)[0].split("\n## ", 1)[0]
    return set(re.findall(r"^\d\. `([^`]+)`", part, re.MULTILINE))


@pytest.mark.parametrize(
    ("what", "row_in", "before", "row", "module", "source", "uses"),
    [
        ("A layout", f"{GUIDES}/kinds.py", ")  # fmt: skip\nBY_NAME", LAYOUT_ROW,
         f"{GUIDES}/leaflet.py", LAYOUT, USES_LAYOUT),
        ("A format", f"{EXPORTING}/formats.py", ")  # fmt: skip\n\n_BY_NAME", FORMAT_ROW,
         "directory_app/formats/names.py", FORMAT, USES_FORMAT),
    ],
)  # fmt: skip
def test_two_files_are_enough(what, row_in, before, row, module, source, uses, tmp_path):
    assert len(named(what)) == 2 and row_in in named(what)
    assert {str(Path(each).parent) for each in named(what)} == {
        str(Path(row_in).parent), str(Path(module).parent)
    }  # fmt: skip
    skip = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "directory_app", tmp_path / "directory_app", ignore=skip)
    for name in ("resources", "db", "docs", "tests"):
        (tmp_path / name).symlink_to(ROOT / name)
    (tmp_path / module).write_text(source, "utf-8")
    table = (tmp_path / row_in).read_text("utf-8")
    assert table.count(before) == 1
    (tmp_path / row_in).write_text(table.replace(before, row + before), "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", uses], cwd=tmp_path, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
