"""Looking changes nothing, whatever is asked; and what fails tells nobody what was in it."""

import datetime as dt
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError

from directory_app.model.columns import utc_now
from directory_app.model.event import Event
from directory_app.model.likeness import known
from directory_app.model.packet import Packet
from directory_app.progress import silent
from directory_app.store import Filter, Store
from directory_app.store.history import HistoryFilter
from tests.store.parts import calls_of_store

from .conftest import CHEAP, PASSPHRASE, TODAY, business, phone, yes

KNOWN = known(
    "",
    name_folded="canario 1",
    address="1420 Cerrillos Rd",
    city="Clovis",
    phones=frozenset(("5055550142",)),
    position=(34.4, -103.2),
)
READING: dict[str, Callable[[Store], Any]] = {
    "browser.first_rows": lambda store: store.browser.first_rows(Filter(text="canario"), 5),
    "browser.row_ids": lambda store: store.browser.row_ids(Filter(view="to_ask")),
    "browser.rows": lambda store: store.browser.rows([1, 2, 99]),
    "browser.count": lambda store: store.browser.count(Filter(city="Santa Fe")),
    "browser.view_counts": lambda store: store.browser.view_counts(),
    "browser.cities": lambda store: store.browser.cities(),
    "browser.categories": lambda store: store.browser.categories(),
    "businesses.get": lambda store: store.businesses.get(
        store.browser.first_rows(Filter(), 1)[0].code
    ),
    "businesses.by_row_ids": lambda store: store.businesses.by_row_ids([2, 1]),
    "businesses.bare": lambda store: store.businesses.bare(
        [store.browser.first_rows(Filter(), 1)[0].id, "gone"]
    ),
    "verification.half_sheets": lambda store: store.verification.half_sheets(),
    "businesses.search": lambda store: store.businesses.search("canario"),
    "imports.match_keys": lambda store: store.imports.match_keys(),
    "imports.match_details": lambda store: store.imports.match_details(
        [store.browser.first_rows(Filter(), 1)[0].id]
    ),
    "imports.forgotten": lambda store: store.imports.forgotten([], []),
    "browser.undo_label": lambda store: store.browser.undo_label(),
    "browser.redo_label": lambda store: store.browser.redo_label(),
    "history.steps": lambda store: store.history.steps(store.browser.first_rows(Filter(), 1)[0].id),
    "events.all": lambda store: store.events.all(),
    "events.get": lambda store: store.events.get(store.events.all()[0].id),
    "events.public": lambda store: store.events.public(store.events.all()[0].id),
    "listings.public": lambda store: store.listings.public("print", TODAY),
    "listings.left_out": lambda store: store.listings.left_out("map", TODAY),
    "check": lambda store: store.check(),
    "settings.get": lambda store: store.settings.get("timezone"),
    "imports.remembered_columns": lambda store: store.imports.remembered_columns("none"),
    "people.all": lambda store: store.people.all(),
    "saved_lists.all": lambda store: store.saved_lists.all(),
    "drafts.get": lambda store: store.drafts.get("none"),
    "imports.known_again": lambda store: store.imports.known_again("Canario", [], "", "Santa Fe"),
    "runs.next_number": lambda store: store.runs.next_number(),
    "runs.all": lambda store: store.runs.all(),
    "listings.forbidden": lambda store: store.listings.forbidden("print", TODAY),
    "imports.refused_before": lambda store: store.imports.refused_before([]),
    "runs.entries": lambda store: store.runs.entries(1),
    "runs.naming": lambda store: store.runs.naming("uno"),
    "runs.names": lambda store: store.runs.names(1),
    "runs.last_of_event": lambda store: store.runs.last_of_event("none", ["sheet"]),
    "listings.staff": lambda store: store.listings.staff(Filter()),
    "consents.recall_list": lambda store: store.consents.recall_list(
        store.browser.first_rows(Filter(), 1)[0].code
    ),
    "listings.fallen_away": lambda store: store.listings.fallen_away("print", TODAY, ["ZZZZ"]),
    "backups.expiring": lambda store: store.backups.expiring(),
    "backups.all": lambda store: store.backups.all(),
    "keys.slots": lambda store: store.keys.slots(),
    "requests.answer": lambda store: store.requests.answer("none", "none"),
    "requests.all": lambda store: store.requests.all(),
    "history.ids": lambda store: store.history.ids(HistoryFilter()),
    "history.by_ids": lambda store: store.history.by_ids([1, 2]),
    "history.changes": lambda store: store.history.changes(1),
    "history.people": lambda store: store.history.people(),
    "history.last": lambda store: store.history.last(),
    "businesses.near_codes": lambda store: store.businesses.near_codes("BCDF"),
    "businesses.rows": lambda store: store.businesses.rows(
        [store.browser.first_rows(Filter(), 1)[0].id]
    ),
    "verification.calls": lambda store: store.verification.calls(
        [store.browser.first_rows(Filter(), 1)[0].id]
    ),
    "duplicates.pairs": lambda store: store.duplicates.pairs(silent),
    "duplicates.rank": lambda store: store.duplicates.rank(store.duplicates.rank()),
    "duplicates.twins": lambda store: store.duplicates.twins(KNOWN, 3),
    "runs.count_of": lambda store: store.runs.count_of(store.browser.first_rows(Filter(), 1)[0].id),
    "duplicates.kept_apart": lambda store: store.duplicates.kept_apart(),
    "businesses.not_homes": lambda store: store.businesses.not_homes(),
    "packets.entries": lambda store: store.packets.entries(
        [store.browser.first_rows(Filter(), 1)[0].id]
    ),
    "packets.contents": lambda store: store.packets.contents(["none"], private=True),
    "packets.gone": lambda store: store.packets.gone(),
    "packets.match": lambda store: store.packets.match(Packet("0" * 32, "1" * 32, utc_now())),
    "today": lambda store: store.today(),
    "field_directories.all": lambda store: store.field_directories.all(),
    "field_directories.content": lambda store: store.field_directories.content(
        codes=None, events=[], until=TODAY
    ),
    "browser.refusals_unknown_since": lambda store: store.browser.refusals_unknown_since(),
    "browser.restored": lambda store: store.browser.restored(),
    "refuse_on_hold": lambda store: store.refuse_on_hold(),
    "browser.version": lambda store: store.browser.version(),
}
CHANGING = {
    *(
        "businesses.add",
        "businesses.update",
        "consents.record",
        "businesses.delete",
        "businesses.archive",
        "businesses.approve",
        "duplicates.merge",
    ),
    *(
        "duplicates.keep_apart",
        "imports.apply",
        "businesses.place",
        "businesses.place_many",
        "history.undo",
        "history.redo",
    ),
    *("events.add", "events.update", "events.delete", "events.set_entry", "events.set_order"),
    *(
        "settings.set",
        "imports.remember_columns",
        "people.add",
        "saved_lists.add",
        "saved_lists.delete",
    ),
    *("saved_lists.update", "saved_lists.order"),
    *(
        "drafts.set",
        "runs.reserve",
        "runs.tell_printed",
        "runs.complete",
        "runs.fail",
        "runs.add_copies",
        "consents.withdraw",
    ),
    *("requests.keep_answer", "requests.begin", "requests.end", "requests.forget"),
    *("businesses.update_many", "verification.record", "history.revert", "businesses.say_not_home"),
    *("packets.apply", "packets.directory_id", "confirm_clock"),
    *(
        "backups.keep_never_again",
        "consents.say_refused",
        "field_directories.make",
        "field_directories.take_in",
    ),
}
#: Making, opening and closing; who works; what is beside the database: backups and key slots.
NEITHER = {
    *(
        "create",
        "open",
        "close",
        "set_person",
        "backups.write",
        "backups.automatic",
        "backups.delete_expired",
    ),
    *(
        "renew_never_again",
        "another_one",
        "consents.mentions",
    ),  # the last in a trial that is taken back
    *(
        "keys.change_passphrase",
        "keys.set_recovery_code",
        "keys.use_keyring",
        "keys.forget_keyring",
    ),
}


def test_every_call_is_known_to_read_or_to_change() -> None:
    told = READING.keys() | CHANGING | NEITHER
    assert calls_of_store() == {name for name in told if not name.startswith("browser.")}


def look(folder: Path) -> dict[str, tuple[Any, ...]]:
    """Bytes, day, rights of all that is there, the folders too."""
    found = {}
    for each in [folder, *sorted(folder.rglob("*"))]:
        status = each.stat()
        data = each.read_bytes() if each.is_file() else b""
        found[each.name] = (data, status.st_mtime_ns, status.st_mode, status.st_ino)
    return found


def filled(path: Path, passphrase: str | None) -> Path:
    with Store.create(path, passphrase=passphrase, cost=CHEAP) as store:
        for number in range(3):
            store.businesses.add(business(f"Canario {number}"), phones=[phone()], consents=[yes()])
        store.events.add(Event(name_en="Fair", date=dt.date(2026, 12, 6)))
        store.history.undo()
        store.history.redo()
    return path


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE])
def test_no_reading_call_changes_a_byte_or_a_date(path: Path, passphrase: str | None) -> None:
    before = look(filled(path, passphrase))
    with Store.open(path, passphrase=passphrase) as store:
        for name, call in READING.items():
            call(store)
            assert look(path) == before, name
        store.backups.write(path.parent)
    assert look(path) == before


def test_a_reader_sees_what_a_writer_has_saved_and_nothing_before(path: Path) -> None:
    filled(path, None)
    with Store.open(path, write=True) as writer, Store.open(path) as reader:
        with writer.write() as connection:
            connection.exec_driver_sql("UPDATE business SET city = 'Portales'")
            assert reader.browser.count(Filter(city="Portales")) == 0
            assert reader.businesses.search("canario")[0].business.city == "Santa Fe"
        assert reader.browser.count(Filter(city="Portales")) == 3
        assert reader.businesses.search("canario")[0].business.city == "Portales"


def test_a_failing_statement_does_not_show_its_values(store: Store) -> None:
    with pytest.raises(IntegrityError) as caught, store.write() as connection:
        connection.exec_driver_sql(
            "INSERT INTO consent (id, business_id, channel, answer, asked_by, given_by_role,"
            " method, language, wording_version) VALUES (?, ?, 'print', ?, '', '', '', '', '')",
            ("one", "Canario Secreto", None),
        )
    assert "Canario" not in f"{caught.value} {caught.value!r} {caught.value.__cause__!r}"


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
@pytest.mark.parametrize("passphrase", [None, PASSPHRASE])
def test_nobody_else_may_read_anything_that_was_ever_written(
    path: Path, passphrase: str | None
) -> None:
    before = os.umask(0)
    try:
        filled(path, passphrase)
        with Store.open(path, passphrase=passphrase, write=True) as store:
            store.backups.write()
            saved = store.backups.write(path.parent)
    finally:
        os.umask(before)
    for each in [path, saved, *path.rglob("*")]:
        assert each.stat().st_mode & 0o077 == 0, each.name
