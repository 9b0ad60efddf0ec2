"""What a window reads before it paints runs on plain rows: no SQLAlchemy, no tables."""

import datetime as dt
import subprocess
import sys
from pathlib import Path

from directory_app.model.event import Event
from directory_app.store import Store
from directory_app.store.labels import StepLabel
from tests.runs import record

from .conftest import TODAY, the_day

HERE = Path(__file__).resolve().parents[2]
STARTING = """
import sys
from directory_app.store import Filter, Store
with Store.open(sys.argv[1], write=sys.argv[2] == "write", person="Marisol") as store:
    browser = store.browser
    print(len(browser.first_rows(Filter(), 10)), browser.count(Filter()))
    print(browser.event_count(), browser.run_count(), browser.pair_count(9))
    print(browser.undo_label(), "|", browser.redo_label())
    print(store.browser.undo_label(), store.timezone, store.person)
heavy = {"sqlalchemy", "sqlmodel", "pydantic"} & sys.modules.keys()
assert not heavy, heavy
"""


def test_the_start_of_a_window_loads_neither_sqlalchemy_nor_the_tables(path: Path) -> None:
    with Store.create(path, passphrase=None, today=the_day) as store:
        store.events.add(Event(name_en="Fair", date=dt.date(2026, 12, 6)))
        store.events.add(Event(name_en="Party", date=TODAY))
        store.history.undo()
    for way in ("read", "write"):
        done = subprocess.run(
            [sys.executable, "-c", STARTING, str(path), way],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert done.stdout.splitlines() == [
            "0 0",
            "1 0 0",
            "Add the event Fair | Add the event Party",
            "Add the event Fair America/Denver Marisol",
        ]


def test_labels_and_counts_of_a_new_directory(store: Store) -> None:
    browser = store.browser
    assert browser.undo_label() is None and browser.redo_label() is None
    assert browser.event_count() == 0 and browser.run_count() == 0


def test_labels_and_counts_follow_what_is_done(store: Store) -> None:
    made = store.events.add(Event(name_en="Fair", date=TODAY))
    run = {"layout": "sheet", "languages": ["en"], "use_by": None, "copies": 1, "sha256": "0"}
    record(store, event_id=made.id, entries=[], **run)
    browser = store.browser
    assert (browser.event_count(), browser.run_count()) == (1, 1)
    label = browser.undo_label()
    assert isinstance(label, StepLabel)
    assert (label, label.kind, label.name) == ("Add the event Fair", "event_add", "Fair")
    store.history.undo()
    assert browser.undo_label() is None
    assert browser.redo_label() == "Add the event Fair"
    assert browser.event_count() == 0


def test_telling_of_the_last_backup_opens_no_directory() -> None:
    """A window does it at its start, before its first picture."""
    code = (
        "import sys, directory_app.store.backups\n"
        "heavy = {'directory_app.store.database', 'directory_app.model.recall'}\n"
        "print(sorted(heavy & sys.modules.keys()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=HERE, check=True, capture_output=True, text=True
    )
    assert done.stdout == "[]\n"
