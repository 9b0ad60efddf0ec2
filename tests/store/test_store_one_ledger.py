"""One ledger: no other code writes an answer, and whoever tries is stopped."""

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path

import pytest

import directory_app
from directory_app.errors import UserError
from directory_app.model.consent import Consent
from directory_app.model.draft import Draft, DraftConsent, FieldChange, Verdict, VerdictKind
from directory_app.store import Dossier, Filter, Store
from directory_app.store.field import ASKED_BY
from directory_app.store.verifying import Checked
from tests.runs import record

from .conftest import TODAY, asked_again, business, the_day, yes

Add = Callable[..., Dossier]
MONTH_AGO = TODAY - dt.timedelta(days=30)
PACKAGE = Path(directory_app.__file__).parent
LEDGER = PACKAGE / "store" / "ledger.py"
#: How a program writes rows: SQLAlchemy's, a step's, and SQL itself.
WRITES = (
    re.compile(r"\b(?:insert|update|delete)\(\s*(?:tables\.)?CONSENT\b"),
    re.compile(r"\bCONSENT\.(?:insert|update|delete)\("),
    re.compile(r"\b(?:insert|update|delete|insert_whole|update_fields)\(\s*[\"']consent[\"']"),
    re.compile(
        r"(?:INSERT(?: OR \w+)? INTO|UPDATE|DELETE FROM|REPLACE INTO)\s+[\"\w.{}]*consent\b"
    ),
    re.compile(r"\bby_ledger=True"),
)


def test_no_other_module_writes_an_answer() -> None:
    found = [
        f"{path.relative_to(PACKAGE)}: {hit.group()}"
        for path in sorted(PACKAGE.rglob("*.py"))
        if path != LEDGER
        for write in WRITES
        for hit in write.finditer(path.read_text("utf-8"))
    ]
    assert found == []


def test_the_search_itself_finds_the_ledger() -> None:
    text = LEDGER.read_text("utf-8")
    assert sum(bool(write.search(text)) for write in WRITES) >= 3


def test_a_step_writes_no_answer_but_for_the_ledger(add: Add, store: Store) -> None:
    made = add()
    row = dict(store.businesses.get(made.business.id).consents["print"].model_dump())
    with pytest.raises(ValueError, match="ledger"), store.step("edit") as step:
        step.update("consent", row, {"answer": "no"})
    with pytest.raises(ValueError, match="ledger"), store.step("edit") as step:
        step.delete("consent", [row])
    with pytest.raises(ValueError, match="ledger"), store.step("edit") as step:
        step.insert("consent", [row])


# nothing older beats a refusal


def listed(store: Store, on: dt.date = TODAY) -> list[str]:
    return [one.code for one in store.listings.public("print", on)]


def test_a_sheet_of_a_month_ago_beats_no_withdrawal_of_today(add: Add, store: Store) -> None:
    made = add().business
    store.consents.record(made.id, [DraftConsent("print", "withdrawn", TODAY, "Ana")])
    sheet = Checked("confirmed", "in_person", "Ana", MONTH_AGO, consents=[yes(day=MONTH_AGO)])
    with pytest.raises(UserError, match="refused this use on 2026-11-24"):
        store.verification.record(made.id, sheet)
    again = Checked("confirmed", "in_person", "Ana", MONTH_AGO, consents=[asked_again(MONTH_AGO)])
    with pytest.raises(UserError, match="later day"):
        store.verification.record(made.id, again)
    assert store.businesses.get(made.id).consents["print"].answer == "withdrawn"
    assert listed(store) == []


@pytest.mark.parametrize("said", [yes(day=TODAY), asked_again(TODAY)])
def test_a_list_opens_no_door_that_was_cleared(add: Add, store: Store, said: DraftConsent) -> None:
    made = add(consents=[DraftConsent("print", "no", MONTH_AGO, "Ana")]).business
    store.consents.record(made.id, [DraftConsent("print", "not_asked")])
    change = FieldChange("consent.print", None, said)
    draft = Draft(2, {"name": made.name}, [], [said])
    done = store.imports.apply(
        [Verdict(draft, VerdictKind.UPDATE, target=made.id, changes=[change])]
    )
    assert done.refused == [(2, "print", "refused")]
    assert store.businesses.get(made.id).consents["print"].answer == "not_asked"
    assert listed(store) == []


@pytest.mark.parametrize(("method", "opens"), [("phone", True), ("in_person", True)])
def test_a_talk_that_asked_again_opens_it(
    add: Add, store: Store, method: str, *, opens: bool
) -> None:
    made = add(consents=[DraftConsent("print", "no", MONTH_AGO, "Ana")]).business
    store.verification.record(
        made.id, Checked("confirmed", method, "Ana", consents=[asked_again()])
    )
    assert bool(listed(store)) == opens
    kept = store.businesses.get(made.id).consents["print"]
    assert (kept.refused_on, kept.asked_again_on) == (MONTH_AGO, TODAY)


def test_adding_or_editing_is_no_talk(store: Store) -> None:
    no = DraftConsent("print", "no", MONTH_AGO, "Ana")
    made = store.businesses.add(business(), consents=[no]).business
    with pytest.raises(UserError, match="asked again"):
        store.consents.record(made.id, [asked_again()], way="editor")
    assert listed(store) == []


def test_a_later_list_extends_a_yes_that_was_asked_again(add: Add, store: Store) -> None:
    day = TODAY - dt.timedelta(days=5)
    made = add(consents=[DraftConsent("print", "no", MONTH_AGO, "Ana")]).business
    store.consents.record(made.id, [asked_again(day)])
    said = yes(day=TODAY)
    change = FieldChange("consent.print", None, said)
    store.imports.apply(
        [
            Verdict(
                Draft(2, {"name": made.name}, [], [said]),
                VerdictKind.UPDATE,
                target=made.id,
                changes=[change],
            )
        ]
    )
    kept = store.businesses.get(made.id).consents["print"]
    assert (kept.answer, kept.date, kept.asked_again_on) == ("yes", TODAY, day)


def test_an_older_no_that_comes_late_does_not_close_what_was_asked_again(
    add: Add, store: Store
) -> None:
    made = add(consents=[DraftConsent("print", "no", MONTH_AGO, "Ana")]).business
    store.consents.record(made.id, [asked_again()])
    older = DraftConsent("print", "no", TODAY - dt.timedelta(days=3), "Ana")
    with pytest.raises(UserError, match="older, so it would change nothing"):
        store.consents.record(made.id, [older])
    assert listed(store) == [made.code]
    store.consents.record(made.id, [DraftConsent("print", "no", TODAY, "Ana")])
    assert listed(store) == []


# days


def test_the_year_9999_is_refused_at_each_door(add: Add, store: Store) -> None:
    made = add(consents=[]).business
    late = yes(day=dt.date(9999, 12, 31))
    for way in ("dialog", "call", "sheet", "editor"):
        with pytest.raises(UserError, match="still to come"):
            store.consents.record(made.id, [late], way=way)
    sheet = Checked("confirmed", "in_person", "Ana", consents=[late])
    with pytest.raises(UserError, match="still to come"):
        store.verification.record(made.id, sheet)
    done = store.imports.apply(
        [Verdict(Draft(2, {"name": "Otra"}, [], [late]), VerdictKind.CREATE)]
    )
    assert done.refused == [(2, "print", "future")]
    assert listed(store, dt.date(9999, 12, 31)) == []
    assert not store.businesses.get(made.id).consents


def test_a_yes_of_a_day_to_come_is_in_no_guide(store: Store, add: Add) -> None:
    made = add().business
    as_before = "UPDATE consent SET date = '2026-12-14', review_by = '2027-12-14'"
    store.opened.connection.execute(as_before)
    for on in (TODAY, dt.date(2026, 12, 20)):
        assert listed(store, on) == []
        assert [one.code for one in store.listings.left_out("print", on)] == [made.code]
    assert store.browser.count(Filter(view="to_ask")) == 1


@pytest.mark.parametrize(
    "nobody",
    [
        "unknown",
        "Nobody",
        " ? ",
        "n/a",
        "STAFF",
        "-",
        "x",
        "No sé",
        "NO SÉ",
        "personal",
        "(desconocido)",
        "nadie",
        "Ninguno.",
        "N.A.",
        "n / a",
        "Staff member",
        "Unknown person",
        "UNKNOWN/STAFF",
        "unknown (staff)",
        "no name",
        "TBA",
        "some volunteer",
        "un voluntario",
        "volunteer 1",
        "team",
        "equipo",
        "coalition",
        "La coalición",
        "no sabe",
        "Nobody knows",
        "don\u2019t know",
        "someone else",
        "\u200bstaff",
        "un\u00adknown",
        "ｓｔａｆｆ",
        "\u0455taff",
        "s/nombre",
        "n0body",
        "17",
        "\u3164",
    ],
)
def test_nobody_is_no_asker(store: Store, add: Add, nobody: str) -> None:
    made = add(consents=[DraftConsent("print", "yes", MONTH_AGO, nobody)]).business
    kept = store.businesses.get(made.id).consents["print"]
    assert (kept.answer, kept.asked_by) == ("yes", nobody)
    assert listed(store) == []
    assert store.browser.count(Filter(view="to_ask")) == 1
    assert store.browser.count(Filter(text="consent.print:yes")) == 0


def test_a_name_is_an_asker_in_sql_too(store: Store, add: Add) -> None:
    names = ("Ana", "Xóchitl", "Мария", "Nadiezhda", "Ana/Beto", "O'Brien", "王", "J. R.", "Ng",
             "volunteer Ana", "María (staff)", "علي", ASKED_BY)  # fmt: skip
    for name in names:
        add(f"Shop {name}", consents=[DraftConsent("print", "yes", MONTH_AGO, name)], phones=[])
    assert len(listed(store)) == len(names)
    assert store.browser.count(Filter(view="to_ask")) == 0


# the clock


class Hands:
    """A computer's clock that can be put anywhere."""

    def __init__(self) -> None:
        self.at = dt.datetime(2026, 11, 24, 19, 0, tzinfo=dt.UTC)

    def __call__(self) -> dt.datetime:
        return self.at

    def put(self, days: int) -> None:
        self.at += dt.timedelta(days=days)


def test_a_clock_put_back_wakes_no_yes(tmp_path: Path) -> None:
    clock, path = Hands(), tmp_path / "d.puertas"
    with Store.create(path, passphrase=None, now=clock) as store:
        ended = Consent(business_id="", channel="print", answer="yes", asked_by="Ana",
                        date=dt.date(2026, 3, 1), review_by=dt.date(2026, 8, 1))  # fmt: skip
        store.businesses.add(business(), consents=[ended])
        assert listed(store) == []
    clock.put(-180)
    with Store.open(path, passphrase=None, write=True, now=clock) as store:
        assert store.today() == TODAY
        trouble = store.clock.trouble()
        assert trouble is not None and not trouble.ahead
        assert "2026-05-28" in trouble.sentence() and "2026-11-24" in trouble.sentence("es")
        assert listed(store, dt.date(2026, 5, 28)) == []
        made = store.businesses.add(business("Otra")).business
        assert store.history.steps()[0].at.date() >= TODAY
        with pytest.raises(UserError, match="still to come"):
            store.consents.record(made.id, [yes(day=TODAY + dt.timedelta(days=1))])


def test_a_leap_waits_for_a_word(tmp_path: Path) -> None:
    clock, path = Hands(), tmp_path / "d.puertas"
    with Store.create(path, passphrase=None, now=clock) as store:
        store.businesses.add(business(), consents=[yes()])
        clock.put(2)
        assert (store.today(), store.clock.trouble()) == (TODAY + dt.timedelta(days=2), None)
    clock.put(400)
    with Store.open(path, passphrase=None, write=True, now=clock) as store:
        trouble = store.clock.trouble()
        assert trouble is not None and trouble.ahead
        assert store.today() == TODAY
        # the safer of both days: what would have ended by then is not used ...
        assert listed(store) == []
        store.businesses.add(business("Otra"))
        assert store.history.steps()[0].at < clock.at - dt.timedelta(days=300)
    clock.put(-400)
    with Store.open(path, passphrase=None, write=True, now=clock) as store:
        # ... and a clock that was wrong once has ended nothing
        assert store.clock.trouble() is None
        assert len(listed(store)) == 1
    clock.put(400)
    with Store.open(path, passphrase=None, write=True, now=clock) as store:
        store.confirm_clock()
        assert (store.today(), store.clock.trouble()) == (clock.at.date(), None)
    with Store.open(path, passphrase=None, now=clock) as store:
        assert store.today() == clock.at.date()


def test_moments_of_deeds_never_run_backwards(tmp_path: Path) -> None:
    clock = Hands()
    with Store.create(tmp_path / "d.puertas", passphrase=None, now=clock) as store:
        for days in (1, -30, 2, -1, 90):
            clock.put(days)
            store.businesses.add(business(f"N {days}"))
        moments = [step.at for step in store.history.steps()]
        assert moments == sorted(moments, reverse=True)
        assert len(set(moments)) == len(moments)


def test_a_given_day_is_a_word(tmp_path: Path) -> None:
    path = tmp_path / "d.puertas"
    with Store.create(path, passphrase=None, today=the_day) as store:
        store.businesses.add(business(), consents=[yes()])
    with Store.open(path, today=lambda: TODAY + dt.timedelta(days=500)) as store:
        assert store.today() == TODAY + dt.timedelta(days=500)
        assert store.clock.trouble() is None


# an old run printed again


def test_more_copies_of_an_old_run_ask_the_ledger_again(add: Add, store: Store) -> None:
    first, second = add("Uno", phones=[]).business, add("Dos", phones=[]).business
    entries = [(one.code, {"name": one.name}) for one in (first, second)]
    run = record(
        store,
event_id=None, layout="sheet", languages="es", use_by=None,
                                 copies=10, sha256="", entries=entries)  # fmt: skip
    store.runs.add_copies(run.number, 5)
    store.consents.record(second.id, [DraftConsent("print", "no", TODAY, "Ana")])
    with pytest.raises(UserError, match="Dos"):
        store.runs.add_copies(run.number, 5)
    store.runs.add_copies(run.number, -5)
    assert [one.copies for one in store.runs.all()] == [10]
    store.consents.record(second.id, [DraftConsent("print", "not_asked")])
    with pytest.raises(UserError, match="not be printed"):
        store.runs.add_copies(run.number, 1)
