"""What CONTRIBUTING says how to add is added in the files that it names, and in no other."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGES = "directory_app/ui/pages"
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


USES_HEADING = """
import directory_app.importing as importing
from pathlib import Path
Path("list.csv").write_text("Name,Facsimile apparatus\\nPan de Prueba,505-555-0142\\n", "utf-8")
(draft,) = importing.read(Path("list.csv")).drafts
assert [(one.number, one.type) for one in draft.phones] == [("+15055550142", "fax")]
"""
PAGE_ROW = """    PageEntry(
        "greeting", "directory_app.ui.pages.greeting.greeting_page", "GreetingPage", "keep",
        "info", lambda: "A greeting",
    ),
"""
PAGE = """
from PySide6.QtWidgets import QVBoxLayout
from directory_app.ui.pages.page import Page
from directory_app.ui.widgets.base import Label


class GreetingPage(Page):
    def __init__(self, session, parent=None):
        super().__init__(session, parent)
        QVBoxLayout(self).addWidget(Label("Good morning"))
"""
USES_PAGE = """
from pathlib import Path
from directory_app.sample import make_sample
from directory_app.ui.app import prepare
from directory_app.ui.window.main_window import MainWindow
from tests.ui.waiting import settle

prepare(["puertas"])
window = MainWindow()
window.open(make_sample(Path("Try.puertas")))
window.show()
settle(window.runner)
window.shell.open_page("greeting")
settle(window.runner)
assert type(window.shell.page()).__name__ == "GreetingPage"
window.close()
window.runner.close()
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
        ("A page", f"{PAGES}/register.py", ")\nBY_KEY", PAGE_ROW,
         f"{PAGES}/greeting/greeting_page.py", PAGE, USES_PAGE),
    ],
)  # fmt: skip
def test_two_files_are_enough(what, row_in, before, row, module, source, uses, tmp_path):
    assert len(named(what)) == 2 and row_in in named(what)
    assert {str(Path(each).parent) for each in named(what)} == {
        str(Path(row_in).parent), str(Path(module).parent)
    }  # fmt: skip
    copied(tmp_path)
    (tmp_path / module).parent.mkdir(exist_ok=True)
    (tmp_path / module).write_text(source, "utf-8")
    changed(tmp_path / row_in, before, row + before)
    works(uses, tmp_path)


def test_one_file_is_enough_for_a_heading(tmp_path: Path) -> None:
    (file,) = named("A heading")
    copied(tmp_path)
    changed(tmp_path / file, '"fax": "fax|', '"fax": "facsimile apparatus|fax|')
    works(USES_HEADING, tmp_path)


def test_the_files_of_a_language_know_the_second_one() -> None:
    files = named("A language")
    assert len(files) == 5
    for file in files:
        assert re.search(r"\bes\b|spanish", (ROOT / file).read_text("utf-8"), re.IGNORECASE), file


def copied(tmp_path: Path) -> None:
    """The program, so that something can be added to it."""
    skip = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "directory_app", tmp_path / "directory_app", ignore=skip)
    for name in ("resources", "db", "docs", "tests"):
        (tmp_path / name).symlink_to(ROOT / name)


def changed(file: Path, before: str, after: str) -> None:
    text = file.read_text("utf-8")
    assert text.count(before) == 1
    file.write_text(text.replace(before, after), "utf-8")


def works(uses: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", uses], cwd=tmp_path, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
