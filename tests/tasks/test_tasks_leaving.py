"""The one way out: numbered first, whose eyes it is for, and what is left when it goes wrong."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from directory_app import exporting, guides
from directory_app.errors import UserError
from directory_app.files import write_whole
from directory_app.model.business import Business
from directory_app.model.recall import PRIVATE_LAYOUTS, PlannedRun, Reserved
from directory_app.store import Store, synced
from directory_app.tasks import leaving, readback
from directory_app.tasks.leaving import KINDS, Content

POSIX = pytest.mark.skipif(os.name == "nt", reason="rights are POSIX's")
PUBLIC = sorted(kind.name for kind in KINDS.values() if kind.endings and not kind.private)
#: A field directory is a folder, and has tests of its own (test_tasks_field.py).
PRIVATE = sorted(
    kind.name for kind in KINDS.values() if kind.endings and kind.private and kind.name != "field"
)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """One business; what is made here is no PDF, so nobody reads it back."""
    monkeypatch.setattr(readback, "ensure_clean", lambda *_given: None)
    with Store.create(tmp_path / "ours.puertas", passphrase=None) as made:
        made.businesses.add(Business(code="", name="Luz del Alba"))
        yield made


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    return folder


def planned(store: Store, layout: str = "sheet") -> PlannedRun:
    (found,) = store.businesses.search("alba")
    return PlannedRun(layout, [(found.business.code, {"name": "Luz del Alba"})])


def paper(reserved: Reserved) -> Content:
    return Content((f"run {reserved.number}".encode(),), ({"name": "Luz del Alba", "page": 3},))


def states(store: Store) -> list[tuple[int, str]]:
    return [(run.number, run.state) for run in store.runs.all(with_failed=True)]


# the table


def test_every_layout_and_every_format_has_its_kind() -> None:
    for layout in guides.layout_kinds():
        assert leaving.kind_of(layout.name).private == layout.private
    assert {f"export-{name}" for name in exporting.NAMES} <= set(KINDS)
    for name in exporting.NAMES:
        assert exporting.known(name).ending in KINDS[f"export-{name}"].endings
    assert set(PRIVATE_LAYOUTS) == {
        kind.name for kind in KINDS.values() if kind.private and kind.numbered
    }


def test_names_say_what_it_is_and_its_number_alone() -> None:
    assert leaving.file_name(KINDS["guide"], 12) == "guide-run-0012.pdf"
    assert leaving.file_name(KINDS["export-xlsx"], 13) == "list-run-0013.xlsx"
    assert leaving.file_name(KINDS["private-csv"], 14) == "PRIVATE list-run-0014.csv"
    assert leaving.job_name(KINDS["visit-sheets"], 15) == "sheets-run-0015"


# numbered first


def test_the_number_is_kept_before_a_byte_is_made(store: Store, place: Path) -> None:
    seen = []

    def make(reserved: Reserved) -> Content:
        seen.append((states(store), store.runs.names(reserved.number), list(place.iterdir())))
        return paper(reserved)

    left = leaving.leave(store, planned(store), place / "g.pdf", make)
    code = store.businesses.search("alba")[0].business.code
    assert seen == [([(1, "pending")], {code: "Luz del Alba"}, [])]
    assert left.paths == (place / "g.pdf",)
    assert (place / "g.pdf").read_bytes() == b"run 1"
    (run,) = store.runs.all()
    assert (run.state, run.sha256) == ("complete", left.content.sha256)
    assert store.runs.entries(1)[0].printed == {"name": "Luz del Alba", "page": 3}


def test_nothing_comes_of_what_cannot_be_made(store: Store, place: Path) -> None:
    def fail(_reserved: Reserved) -> Content:
        raise RuntimeError("half way")

    with pytest.raises(RuntimeError):
        leaving.leave(store, planned(store), place / "g.pdf", fail)
    assert states(store) == [(1, "failed")]
    assert store.runs.all() == []
    assert store.runs.entries(1) == []
    assert list(place.iterdir()) == []
    assert leaving.leave(store, planned(store), place / "g.pdf", paper).number == 2


def test_what_must_not_be_in_it_is_stopped_before_a_byte_is_written(
    store: Store, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    store.businesses.add(Business(code="", name="Zyxo Obsidiana"))

    def table(_reserved: Reserved) -> Content:
        return Content((b"Name\r\nZyxo Obsidiana\r\n",))

    run = replace(planned(store, "export-csv"), channel="share")
    with pytest.raises(UserError, match="Zyxo Obsidiana"):
        leaving.leave(store, run, place / "l.csv", table)
    assert list(place.iterdir()) == []
    assert states(store) == [(1, "failed")]
    staff = planned(store, "private-csv")  # of our own people it is known
    assert leaving.leave(store, staff, place / "l.csv", table).number == 2


def test_a_full_disk_leaves_the_old_file_and_a_number_unused(
    store: Store, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (place / "g.pdf").write_bytes(b"the old guide")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("directory_app.files.os.fsync", full)
    with pytest.raises(UserError, match="No space left"):
        leaving.leave(store, planned(store), place / "g.pdf", paper)
    assert (place / "g.pdf").read_bytes() == b"the old guide"
    assert [one.name for one in place.iterdir()] == ["g.pdf"]
    assert states(store) == [(1, "failed")]


def test_the_second_page_that_fails_leaves_the_run_open(
    store: Store, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first is out: a recall has to know it."""
    (place / "map-2.png").mkdir()

    def pictures(_reserved: Reserved) -> Content:
        return Content((b"one", b"two"))

    with pytest.raises(UserError, match="could not be written"):
        leaving.leave(store, planned(store, "map"), place / "map.png", pictures)
    assert (place / "map.png").read_bytes() == b"one"
    assert states(store) == [(1, "pending")]
    assert [
        run.pending
        for run in store.consents.recall_list(store.businesses.search("alba")[0].business.code).runs
    ]


def test_what_is_written_and_cannot_be_completed_is_said_as_that(
    store: Store, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object) -> None:
        raise UserError("The disk is full.", "Make room.")

    monkeypatch.setattr(store.runs, "complete", full)
    with pytest.raises(UserError, match="is written as run 0001"):
        leaving.leave(store, planned(store), place / "g.pdf", paper)
    assert (place / "g.pdf").exists()
    assert states(store) == [(1, "pending")]


def test_who_is_forgotten_on_the_way_to_the_printer_stays_forgotten(store: Store) -> None:
    begun = leaving.begin(store, planned(store), paper)
    store.consents.withdraw(store.businesses.search("alba")[0].business.code)
    store.runs.tell_printed(begun.number, begun.content.sha256, begun.content.printed)
    leaving.finish(store, begun)
    assert [entry.printed for entry in store.runs.entries(1)] == [{}]


@pytest.mark.parametrize(("out", "state"), [(True, "complete"), (False, "failed")])
def test_paper_is_complete_once_it_is_out(store: Store, out: bool, state: str) -> None:
    begun = leaving.begin(store, planned(store), paper)
    assert states(store) == [(1, "pending")]
    assert store.runs.all()[0].sha256 == begun.content.sha256
    (leaving.finish if out else leaving.give_up)(store, begun)
    assert states(store) == [(1, state)]


KILLED = """
import os, sys
from pathlib import Path
from directory_app import files
from directory_app.model.recall import PlannedRun
from directory_app.store import Store
from directory_app.store import print_runs
from directory_app.tasks import leaving
at, out = sys.argv[2], Path(sys.argv[3])
def die(*given, **named):
    os.kill(os.getpid(), 9)
leaving.read_back = lambda *given: None
def make(reserved):
    if at == "making":
        die()
    return leaving.Content((b"%PDF of run " + str(reserved.number).encode(),))
with Store.open(sys.argv[1], write=True) as store:
    code = store.businesses.search("alba")[0].business.code
    if at == "reserving":
        print_runs.set_setting = die
    if at == "syncing":
        files.os.fsync = die
    if at == "renaming":
        Path.replace = die
    if at == "completing":
        store.runs.complete = die
    run = PlannedRun("sheet", [(code, {"name": "Luz del Alba"})], made_with="{}")
    leaving.leave(store, run, out, make)
print("done")
"""


@pytest.mark.parametrize(
    ("at", "state", "is_out"),
    [
        ("reserving", [], False),
        ("making", [(1, "pending")], False),
        ("syncing", [(1, "pending")], False),
        ("renaming", [(1, "pending")], False),
        ("completing", [(1, "pending")], True),
        ("never", [(1, "complete")], True),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is POSIX's")
def test_killed_between_any_two_steps_no_number_is_used_again(
    store: Store, place: Path, at: str, state: list[tuple[int, str]], is_out: bool
) -> None:
    path, code = store.path, store.businesses.search("alba")[0].business.code
    store.close()
    ended = subprocess.run(
        [sys.executable, "-c", KILLED, str(path), at, str(place / "g.pdf")],
        capture_output=True, text=True, check=False, cwd=Path(__file__).resolve().parents[2],
    )  # fmt: skip
    assert ended.returncode == (0 if at == "never" else -signal.SIGKILL), ended.stderr
    assert (place / "g.pdf").exists() == is_out
    with Store.open(path, write=True) as again:
        assert states(again) == state
        recalled = [run.number for run in again.consents.recall_list(code).runs]
        assert recalled == [number for number, _ in state]
        left = leaving.leave(again, planned(again), place / "next.pdf", paper)
        assert left.number == len(state) + 1
    # what a kill left half written in this folder is gone with the next that is written there
    assert [one for one in place.iterdir() if "partial" in one.name] == []


def test_what_somebody_is_writing_is_not_swept_away(place: Path) -> None:
    def meanwhile(partial: Path) -> None:
        write_whole(place / "other.pdf", b"other")
        assert partial.read_bytes() == b"mine"

    write_whole(place / "mine.pdf", b"mine", look=meanwhile)
    assert sorted(one.name for one in place.iterdir()) == ["mine.pdf", "other.pdf"]


# whose eyes


@POSIX
@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077, 0o277])
@pytest.mark.parametrize("name", PUBLIC + PRIVATE)
def test_private_paper_is_0600_and_the_umask_says_the_rest(
    store: Store, place: Path, name: str, umask: int
) -> None:
    kind = KINDS[name]
    path, seen = place / f"x{kind.endings[0]}", []
    before = os.umask(umask)
    try:
        if kind.numbered:
            layout = "sheet" if name == "guide" else name
            leaving.leave(store, planned(store, layout), path, paper)
        else:
            leaving.hand_over(name, path, b"x")
        write_whole(place / "half", b"x", private=kind.private,
                    look=lambda partial: seen.append(partial.stat().st_mode & 0o777))  # fmt: skip
    finally:
        os.umask(before)
    expected = 0o600 if kind.private else 0o666 & ~umask
    assert path.stat().st_mode & 0o777 == expected
    assert seen == [expected]


# where


@pytest.fixture
def dropbox(tmp_path: Path) -> Path:
    folder = tmp_path / "Dropbox" / "papers"
    folder.mkdir(parents=True)
    return folder


@pytest.mark.parametrize("name", PRIVATE)
def test_no_private_paper_goes_where_a_program_copies_it(
    store: Store, dropbox: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    kind, path = KINDS[name], dropbox / f"x{KINDS[name].endings[0]}"
    monkeypatch.delenv(synced.OVERRIDE, raising=False)
    with pytest.raises(UserError, match="private, and Dropbox copies"):
        leaving.check_place(kind, path)
    if kind.numbered:
        with pytest.raises(UserError, match="Dropbox"):
            leaving.leave(store, planned(store, name), path, paper)
        assert states(store) == []
    monkeypatch.setenv(synced.OVERRIDE, "1")  # for directories, which are encrypted
    if kind.sealed:
        assert leaving.check_place(kind, path) == synced.Elsewhere("Dropbox")
    else:
        with pytest.raises(UserError, match="Dropbox"):
            leaving.check_place(kind, path)
    assert list(dropbox.iterdir()) == []


def test_a_share_holds_private_paper_only_where_somebody_decided_so(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(synced, "elsewhere", lambda _path: synced.Elsewhere("network"))
    monkeypatch.delenv(synced.OVERRIDE, raising=False)
    with pytest.raises(UserError, match="network share"):
        leaving.check_place(KINDS["call-list"], place / "c.pdf")
    monkeypatch.setenv(synced.OVERRIDE, "1")
    assert leaving.check_place(KINDS["call-list"], place / "c.pdf") is not None


def test_what_may_be_handed_out_goes_anywhere_and_it_is_said(store: Store, dropbox: Path) -> None:
    left = leaving.leave(store, planned(store), dropbox / "g.pdf", paper)
    assert left.elsewhere == synced.Elsewhere("Dropbox")
    assert states(store) == [(1, "complete")]


def test_papers_are_offered_a_folder_that_nothing_copies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    documents = home / "OneDrive" / "Documents"
    documents.mkdir(parents=True)
    monkeypatch.setattr(Path, "home", lambda: home)
    monkeypatch.setattr(leaving.paths, "documents", lambda: documents)
    assert leaving.default_folder() == home / "Puertas"
    monkeypatch.setattr(leaving.paths, "documents", lambda: home / "Documents")
    assert leaving.default_folder() == home / "Documents" / "Puertas"
