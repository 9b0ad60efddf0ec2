"""What the window does and what the verb does leave the same rows in the directory.

Both begin from one directory, copied. What a moment, a random id or a random code is differs by
nature and is left out; everything else is compared, print runs included.
"""

import datetime as dt
import hashlib
import json
import re
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from directory_app import cli, environment
from directory_app.cli import packets
from directory_app.guides import GuideOptions
from directory_app.model.business import Business
from directory_app.store import Filter, Store
from directory_app.tasks.packets import look_over, open_packet
from directory_app.ui.pages.duplicates.duplicates_page import DuplicatesPage
from directory_app.ui.pages.events.events_page import EventsPage
from directory_app.ui.pages.export.export_page import ExportPage
from directory_app.ui.pages.export.options_pane import ExportChoice
from directory_app.ui.pages.guide.guide_page import GuidePage
from directory_app.ui.pages.imports.import_page import ImportPage
from directory_app.ui.pages.packets.packet_page import PacketPage
from directory_app.ui.pages.places.places_page import PlacesPage
from directory_app.ui.parts.consent.withdraw_dialog import WithdrawDialog
from directory_app.ui.session import Session
from tests.ui.packets.two_laptops import WORDS, changed_there, send

#: Kept by the index of searching, or a draft of what a window shows.
ASIDE = (
    "search",
    "search_data",
    "search_idx",
    "search_config",
    "search_content",
    "editdraft",
    "alembic_version",
)
MOMENTS = {"at", "made_at", "recorded_at", "last_modified", "geocoded_at", "row_id", "sha256"}
#: What a window remembers of its own.
REMEMBERED = ("guide_preset:",)
RANDOM = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")
MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(\+00:00|Z)?")


def rows(directory: Path, known: set[str]) -> dict[str, list[str]]:
    """Each table's rows as text, sorted, without what differs by nature."""
    told: dict[str, list[str]] = {}
    with sqlite3.connect(directory / "directory.db") as connection:
        connection.row_factory = sqlite3.Row
        named = "SELECT name FROM sqlite_master WHERE type = 'table'"
        for (table,) in connection.execute(named).fetchall():
            if table not in ASIDE:
                found = connection.execute(f'SELECT * FROM "{table}"')
                told[table] = sorted(
                    _row(table, dict(row), known)
                    for row in found
                    if not (table == "setting" and str(row["key"]).startswith(REMEMBERED))
                )
    return told


def _row(table: str, row: dict[str, Any], known: set[str]) -> str:
    left = {key: value for key, value in row.items() if key not in MOMENTS}
    if table in ("action", "change", "consent", "phone", "contact", "printrunentry"):
        left.pop("id")
    if (table == "business" and row["id"] not in known) or left.get("field") == "code":
        left.pop("code", None)
    for name in ("previous_value", "replacement_value"):
        whole = json.loads(left.get(name) or "null")
        if isinstance(whole, dict):  # a row that came or went: its code is random, too
            gone = {"code", *MOMENTS}
            left[name] = {key: value for key, value in whole.items() if key not in gone}
    text = json.dumps(left, default=str, sort_keys=True)
    text = RANDOM.sub(lambda found: found[0] if found[0] in known else "new", text)
    return MOMENT.sub("then", text)


def ids(directory: Path) -> set[str]:
    with sqlite3.connect(directory / "directory.db") as connection:
        tables = ("business", "event", "person", "printrun")
        return {row[0] for table in tables for row in connection.execute(f"SELECT id FROM {table}")}


def digest(told: dict[str, list[str]]) -> str:
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


@pytest.fixture
def by_both(sample_directory: Path, tmp_path: Path, open_session, settled, qtbot, monkeypatch):
    """by_both(verb, window): run each on a copy of its own, and compare all that is kept.

    ``verb(directory)`` gives the words of a command line; ``window(session, holder)`` acts.
    """
    monkeypatch.delenv("PUERTAS_PASSPHRASE", raising=False)
    monkeypatch.setenv("PUERTAS_PERSON", "Marisol")

    def compare(
        verb: Callable[[Path], list[list[Any]]],
        window: Callable[[Session, QWidget, Callable[[], None]], None],
        *,
        apart: tuple[str, ...] = (),
    ) -> None:
        known = ids(sample_directory)
        theirs = Path(shutil.copytree(sample_directory, tmp_path / "verb" / "sample.puertas"))
        for words in verb(theirs):
            assert cli.run([str(word) for word in words]) == 0
        session = open_session(sample_directory)
        holder = QWidget()
        holder.resize(1228, 820)
        qtbot.addWidget(holder)
        window(session, holder, lambda: settled(session))
        settled(session)
        session.close()
        before, after = rows(theirs, known), rows(sample_directory, known)
        for table in apart:
            del before[table], after[table]
        for table in before:
            assert after[table] == before[table], table
        assert digest(after) == digest(before)

    (tmp_path / "verb").mkdir()
    return compare


@pytest.mark.parametrize("layout", ["sheet", "booklet", "call-list", "visit-sheets"])
def test_a_guide_or_private_sheets(by_both, sample_directory, tmp_path, layout) -> None:
    with Store.open(sample_directory) as store:
        event = next(one.id for one in store.events.all() if one.name_en == "Canvass launch")
    fields = frozenset({"phone", "hours", "address"})

    def verb(directory: Path) -> list[list[Any]]:
        return [
            [
                *("guide", directory, "--event", event, "--layout", layout, "--copies", "7"),
                *("--fields=-phone,-hours,-address", "--out", tmp_path / "verb.pdf"),
            ]
        ]

    def window(session: Session, holder: QWidget, settle: Callable[[], None]) -> None:
        page = GuidePage(session, holder)
        page.show()
        page.open(event)
        settle()
        page.options.show_options(GuideOptions(layout, without=fields))
        page.options.changed.emit(page.options.options)
        settle()
        page.foot.copies_changed.emit(7)
        page.output.save_to(tmp_path / "window.pdf")
        settle()
        assert (tmp_path / "window.pdf").exists()

    by_both(verb, window)


def test_a_list_is_brought_in(by_both, list_file) -> None:
    def window(session: Session, holder: QWidget, settle: Callable[[], None]) -> None:
        page = ImportPage(session, holder)
        page.show()
        page.open(list_file)
        settle()
        page.bar.apply.click()

    by_both(lambda directory: [["import", directory, list_file]], window)


def test_places_are_found(by_both, sample_directory) -> None:
    with Store.open(sample_directory, write=True) as store:
        for row in store.browser.rows(store.browser.row_ids(Filter())):
            store.businesses.update(row.id, dict.fromkeys(("latitude", "longitude", "precision")))

    def window(session: Session, holder: QWidget, settle: Callable[[], None]) -> None:
        page = PlacesPage(session, holder)
        page.show()
        page.open(None)
        settle()
        page.find_places()

    by_both(lambda directory: [["locate", directory]], window)


def test_an_event_is_added(by_both) -> None:
    def verb(directory: Path) -> list[list[Any]]:
        words = ("--name", "Feria", "--date", "2031-05-05", "--from", "20:00", "--to", "02:00")
        place = ("--venue", "Plaza", "--address", "100 Main St, Clovis, NM", "--radius", "3")
        return [["event", directory, "add", *words, *place]]

    def window(session: Session, holder: QWidget, settle: Callable[[], None]) -> None:
        page = EventsPage(session, holder)
        page.show()
        page.open(None)
        settle()
        page.add()
        form = {
            "name_en": "Feria", "date": dt.date(2031, 5, 5), "starts": dt.time(20),
            "ends": dt.time(2), "venue": "Plaza", "address": "100 Main St, Clovis, NM",
            "radius_miles": 3.0,
        }  # fmt: skip
        page.form.added.emit(form)

    by_both(verb, window)


def test_an_owner_withdraws(by_both, sample_directory, tmp_path) -> None:
    with Store.open(sample_directory) as store:
        one = store.businesses.search("Puerta Azul")[0].business

    def verb(directory: Path) -> list[list[Any]]:
        return [["withdraw", directory, one.code, "--yes", "--recall", tmp_path / "recall.csv"]]

    def window(session: Session, holder: QWidget, settle: Callable[[], None]) -> None:
        dialog = WithdrawDialog(one.id, session, holder)
        dialog.show()
        settle()
        dialog.code.field.setText(one.code)
        dialog.forget.click()

    by_both(verb, window)


@pytest.mark.parametrize("kind", ["csv", "kml"])
def test_an_export(by_both, tmp_path, kind) -> None:
    def verb(directory: Path) -> list[list[Any]]:
        file = tmp_path / f"verb.{kind}"
        return [["export", directory, "--format", kind, "--channel", "print", "--out", file]]

    def window(session: Session, holder: QWidget, settle: Callable[[], None]) -> None:
        page = ExportPage(session, holder)
        page.show()
        page.open(None)
        settle()
        choice = ExportChoice(kind=kind, channel="print")
        page.saving.save_to(choice, tmp_path / f"window.{kind}")

    by_both(verb, window)


def test_two_are_merged(by_both, sample_directory) -> None:
    with Store.open(sample_directory, write=True) as store:
        one = store.browser.first_rows(Filter(text="Puerta Azul"), 1)[0]
        twin = Business(code="", name=one.name, city=one.city, website="https://azul.example")
        other = store.businesses.add(twin).business

    def window(session: Session, holder: QWidget, settle: Callable[[], None]) -> None:
        page = DuplicatesPage(session, holder)
        page.show()
        page.open((one.id, other.id))
        settle()
        page.merge()

    by_both(lambda path: [["duplicates", path, "--merge", one.code, other.code]], window)


def test_a_packet_is_taken_in(by_both, sample_directory, tmp_path, monkeypatch) -> None:
    with Store.open(sample_directory, write=True) as store:
        sent = send(store, tmp_path / "there.puertas-packet")
    back = changed_there(tmp_path, sent)
    monkeypatch.setattr(
        environment, "secret", lambda name: WORDS if name == packets.SECRET else None
    )

    def window(session: Session, holder: QWidget, settle: Callable[[], None]) -> None:
        page = PacketPage(session, holder)
        page.show()
        with Store.open(sample_directory) as store:
            page.show_review(look_over(store, open_packet(back, WORDS)))
        page.apply()

    by_both(lambda path: [["packet", "open", path, back, "--apply-safe"]], window)
