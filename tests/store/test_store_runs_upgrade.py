"""Runs of a directory from before numbers were reserved: each of them did leave."""

from pathlib import Path

from directory_app.store import Store
from tests.runs import record

from .conftest import business, turn_back, yes


def test_runs_that_there_are_did_leave_and_name_whom_they_named(path: Path) -> None:
    with Store.create(path, passphrase=None) as store:
        code = store.businesses.add(business("Luz del Alba"), consents=[yes()]).business.code
        for layout in ("sheet", "call-list"):
            record(store, layout=layout, entries=[(code, {"name": "Luz del Alba"})], copies=3)
        turn_back(store.opened.connection.execute, "0003")
    with Store.open(path, write=True) as store:
        found = [(run.number, run.state, run.copies) for run in store.runs.all()]
        assert found == [(2, "complete", 3), (1, "complete", 3)]
        assert [run.number for run in store.consents.recall_list(code).runs] == [2, 1]
        assert store.runs.next_number() == 3
        assert [entry.name for entry in store.runs.entries(1)] == ["Luz del Alba"]
