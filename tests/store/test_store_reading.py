"""Looking changes nothing, whatever is asked; and what fails tells nobody what was in it."""

import datetime as dt
import inspect
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
    "first_rows": lambda store: store.first_rows(Filter(text="canario"), 5),
    "row_ids": lambda store: store.row_ids(Filter(view="to_ask")),
    "rows": lambda store: store.rows([1, 2, 99]),
    "count": lambda store: store.count(Filter(city="Santa Fe")),
    "view_counts": lambda store: store.view_counts(),
    "cities": lambda store: store.cities(),
    "categories": lambda store: store.categories(),
    "business": lambda store: store.business(store.first_rows(Filter(), 1)[0].code),
    "businesses": lambda store: store.businesses([2, 1]),
    "entries": lambda store: store.entries([store.first_rows(Filter(), 1)[0].id, "gone"]),
    "half_sheets": lambda store: store.half_sheets(),
    "search": lambda store: store.search("canario"),
    "match_keys": lambda store: store.match_keys(),
    "match_details": lambda store: store.match_details([store.first_rows(Filter(), 1)[0].id]),
    "known_of": lambda store: store.known_of([], []),
    "undo_label": lambda store: store.undo_label(),
    "redo_label": lambda store: store.redo_label(),
    "history": lambda store: store.history(store.first_rows(Filter(), 1)[0].id),
    "events": lambda store: store.events(),
    "event": lambda store: store.event(store.events()[0].id),
    "public_event": lambda store: store.public_event(store.events()[0].id),
    "listings": lambda store: store.listings("print", TODAY),
    "left_out": lambda store: store.left_out("map", TODAY),
    "check": lambda store: store.check(),
    "setting": lambda store: store.setting("timezone"),
    "remembered_columns": lambda store: store.remembered_columns("none"),
    "people": lambda store: store.people(),
    "saved_lists": lambda store: store.saved_lists(),
    "draft": lambda store: store.draft("none"),
    "known_again": lambda store: store.known_again("Canario", [], "", "Santa Fe"),
    "next_run_number": lambda store: store.next_run_number(),
    "print_runs": lambda store: store.print_runs(),
    "forbidden": lambda store: store.forbidden("print", TODAY),
    "refused_before": lambda store: store.refused_before([]),
    "run_entries": lambda store: store.run_entries(1),
    "runs_naming": lambda store: store.runs_naming("uno"),
    "run_names": lambda store: store.run_names(1),
    "last_run": lambda store: store.last_run("none", ["sheet"]),
    "staff_listings": lambda store: store.staff_listings(Filter()),
    "recall_list": lambda store: store.recall_list(store.first_rows(Filter(), 1)[0].code),
    "fallen_away": lambda store: store.fallen_away("print", TODAY, ["ZZZZ"]),
    "expiring_backups": lambda store: store.expiring_backups(),
    "backups": lambda store: store.backups(),
    "slots": lambda store: store.slots(),
    "kept_answer": lambda store: store.kept_answer("none", "none"),
    "requests": lambda store: store.requests(),
    "history_ids": lambda store: store.history_ids(HistoryFilter()),
    "history_steps": lambda store: store.history_steps([1, 2]),
    "history_changes": lambda store: store.history_changes(1),
    "history_people": lambda store: store.history_people(),
    "last_action": lambda store: store.last_action(),
    "near_codes": lambda store: store.near_codes("BCDF"),
    "rows_of": lambda store: store.rows_of([store.first_rows(Filter(), 1)[0].id]),
    "calls": lambda store: store.calls([store.first_rows(Filter(), 1)[0].id]),
    "duplicate_pairs": lambda store: store.duplicate_pairs(silent),
    "rank_duplicates": lambda store: store.rank_duplicates(store.rank_duplicates()),
    "twins": lambda store: store.twins(KNOWN, 3),
    "run_count_of": lambda store: store.run_count_of(store.first_rows(Filter(), 1)[0].id),
    "kept_apart": lambda store: store.kept_apart(),
    "no_homes": lambda store: store.no_homes(),
    "packet_entries": lambda store: store.packet_entries([store.first_rows(Filter(), 1)[0].id]),
    "packet_contents": lambda store: store.packet_contents(["none"], private=True),
    "packet_gone": lambda store: store.packet_gone(),
    "meet_packet": lambda store: store.meet_packet(Packet("0" * 32, "1" * 32, utc_now())),
    "today": lambda store: store.today(),
    "fields_out": lambda store: store.fields_out(),
    "field_content": lambda store: store.field_content(codes=None, events=[], until=TODAY),
    "refusals_unknown_since": lambda store: store.refusals_unknown_since(),
    "restored": lambda store: store.restored(),
    "refuse_on_hold": lambda store: store.refuse_on_hold(),
    "reader": lambda store: store.reader().version(),
}
CHANGING = {
    *("add", "update", "record_consent", "delete", "archive", "approve", "merge"),
    *("mark_not_duplicates", "apply", "place", "place_many", "undo", "redo"),
    *("add_event", "update_event", "delete_event", "set_entry", "set_order"),
    *("set_setting", "remember_columns", "add_person", "save_list", "delete_list"),
    *("change_list", "order_lists"),
    *(
        "keep_draft",
        "reserve_run",
        "tell_printed",
        "complete_run",
        "fail_run",
        "count_more_copies",
        "withdraw",
    ),
    *("keep_answer", "note_request", "end_request", "forget_requests"),
    *("update_together", "check_with_owner", "revert", "say_no_home"),
    *("apply_packet", "directory_id", "confirm_clock"),
    *("keep_never_again", "say_refused", "make_field", "take_in_field"),
}
#: Making, opening and closing; who works; what is beside the database: backups and key slots.
NEITHER = {
    *("create", "open", "close", "set_person", "backup", "auto_backup", "delete_expired_backups"),
    *("renew_never_again", "another_one", "mentions"),  # the last in a trial that is taken back
    *("change_passphrase", "set_recovery_code", "use_keyring", "forget_keyring"),
}


def test_every_call_is_known_to_read_or_to_change() -> None:
    public = {name for name, _ in inspect.getmembers(Store, callable) if not name.startswith("_")}
    assert public == READING.keys() | CHANGING | NEITHER


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
            store.add(business(f"Canario {number}"), phones=[phone()], consents=[yes()])
        store.add_event(Event(name_en="Fair", date=dt.date(2026, 12, 6)))
        store.undo()
        store.redo()
    return path


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE])
def test_no_reading_call_changes_a_byte_or_a_date(path: Path, passphrase: str | None) -> None:
    before = look(filled(path, passphrase))
    with Store.open(path, passphrase=passphrase) as store:
        for name, call in READING.items():
            call(store)
            assert look(path) == before, name
        store.backup(path.parent)
    assert look(path) == before


def test_a_reader_sees_what_a_writer_has_saved_and_nothing_before(path: Path) -> None:
    filled(path, None)
    with Store.open(path, write=True) as writer, Store.open(path) as reader:
        with writer._write() as connection:
            connection.exec_driver_sql("UPDATE business SET city = 'Portales'")
            assert reader.count(Filter(city="Portales")) == 0
            assert reader.search("canario")[0].business.city == "Santa Fe"
        assert reader.count(Filter(city="Portales")) == 3
        assert reader.search("canario")[0].business.city == "Portales"


def test_a_failing_statement_does_not_show_its_values(store: Store) -> None:
    with pytest.raises(IntegrityError) as caught, store._write() as connection:
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
            store.backup()
            saved = store.backup(path.parent)
    finally:
        os.umask(before)
    for each in [path, saved, *path.rglob("*")]:
        assert each.stat().st_mode & 0o077 == 0, each.name
