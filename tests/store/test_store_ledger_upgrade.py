"""The ledger's migration: a refusal that was cleared before it stays one, for all but a talk."""

import json
from pathlib import Path

import pytest

from directory_app.model.draft import Draft, DraftConsent, FieldChange, Verdict, VerdictKind
from directory_app.store import Store

from .conftest import TODAY, business, the_day, yes
from .test_store_home_upgrade import turn_back

NO = DraftConsent("print", "no", TODAY.replace(month=9), "Marisol")


def cleared_by_the_older_program(path: Path, *, by: str) -> str:
    """A no that was taken out: its row is gone, and the history alone tells of it."""
    with Store.create(path, passphrase=None, today=the_day) as store:
        made = store.businesses.add(business(), consents=[NO]).business
        run = store.opened.connection.execute
        (row,) = run("SELECT * FROM consent").fetchall()
        names = [column[1] for column in run("PRAGMA table_info(consent)").fetchall()]
        told = dict(zip(names, row, strict=True))
        for name in ("recorded_at", "refused_on", "asked_again_on"):
            del told[name]
        run(
            'INSERT INTO "action" (at, by, kind, label, undone, undoable) '
            "VALUES ('2026-10-02T10:00:00.000000Z', 'Ana', ?, '', 0, 1)",
            (by,),
        )
        run(
            'INSERT INTO change (at, by, action_id, "table", "row", field, previous_value) '
            "SELECT '2026-10-02T10:00:00.000000Z', 'Ana', max(id), 'consent', ?, '', ? FROM action",
            (f"{made.id}/{told['id']}", json.dumps(told)),
        )
        run("DELETE FROM consent")
        turn_back(run, "0004")
    return str(made.id)


def brought_by_a_list(id: str) -> Verdict:
    draft = Draft(2, {"name": "Taquería El Nopal"}, consents=[yes()])
    change = FieldChange("consent.print", None, draft.consents[0])
    return Verdict(draft, VerdictKind.UPDATE, target=id, changes=[change])


@pytest.mark.parametrize("by", ["consent", "import", "edit"])
def test_a_refusal_that_was_cleared_before_holds(path: Path, by: str) -> None:
    id = cleared_by_the_older_program(path, by=by)
    with Store.open(path, write=True, today=the_day) as store:
        assert store.businesses.get(id).consents["print"].answer == "not_asked"
        store.imports.apply([brought_by_a_list(id)])
        assert store.listings.public("print", TODAY) == []


def test_a_no_that_stands_is_a_no_with_its_day(path: Path) -> None:
    with Store.create(path, passphrase=None, today=the_day) as store:
        id = store.businesses.add(business(), consents=[NO]).business.id
        turn_back(store.opened.connection.execute, "0004")
    with Store.open(path, write=True, today=the_day) as store:
        kept = store.businesses.get(id).consents["print"]
        assert (kept.answer, kept.refused_on) == ("no", NO.date)
        store.imports.apply([brought_by_a_list(id)])
        assert store.businesses.get(id).consents["print"].answer == "no"
