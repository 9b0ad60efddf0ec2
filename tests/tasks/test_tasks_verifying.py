"""The phone queue: whom, what is asked, how corrections are read, and that it outlives the lock."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest

from directory_app.errors import UserError
from directory_app.model.business import Business, Phone
from directory_app.model.draft import DraftPhone
from directory_app.store import Dossier, Store
from directory_app.store.filters import DUE_DAYS
from directory_app.store.verifying import Checked
from directory_app.tasks import asking_again, verifying
from directory_app.tasks.verifying import Batch

#: Days of calls are those of the directory, by its own clock.
TODAY = dt.datetime.now(ZoneInfo("America/Denver")).date()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "a.puertas", passphrase=None, today=lambda: TODAY) as made:
        yield made


def add(store: Store, name: str, months: int | None = None, **values: object) -> str:
    day = None if months is None else TODAY - dt.timedelta(days=months * 31)
    usual = {"city": "Santa Fe", "languages": ["es"], "assured_date": day}
    business = Business(code="", name=name, **(usual | values))
    return str(store.businesses.add(business, phones=[DraftPhone("+15055550142")]).business.id)


def names(store: Store, batch: Batch) -> list[str]:
    return [row.name for row in verifying.whom(store, batch)]


def test_the_longest_unchecked_come_first_and_the_closed_not_at_all(store: Store) -> None:
    add(store, "Eight", 8)
    add(store, "Never")
    add(store, "Two", 2)
    add(store, "Shut", 9, status="closed")
    add(store, "Taos", 20, city="Taos")
    assert names(store, Batch()) == ["Never", "Taos", "Eight"]
    assert names(store, Batch(months=0)) == ["Never", "Taos", "Eight", "Two"]
    assert names(store, Batch(town="Taos")) == ["Taos"]


def test_who_did_not_answer_waits_some_days(store: Store) -> None:
    one, other = add(store, "Uno"), add(store, "Dos")
    store.verification.record(one, Checked("no_answer"))
    assert names(store, Batch()) == ["Dos"]
    assert names(store, Batch(ids=(one,))) == ["Uno"]
    store.settings.set(verifying.AGAIN_DAYS, "0")
    assert set(names(store, Batch())) == {"Dos", "Uno"}
    assert other


def test_who_took_the_yes_back_is_left_alone_unless_somebody_chooses_them(store: Store) -> None:
    add(store, "Uno")
    other = add(store, "Dos")
    answer = {"channel": "print", "answer": "withdrawn", "date": TODAY, "asked_by": "Ana"}
    store.consents.record(other, [SimpleNamespace(**answer)])
    assert names(store, Batch(months=0)) == ["Uno"]
    assert names(store, Batch(ids=(other,))) == ["Dos"]


def test_the_queue_is_kept_and_undo_opens_a_call_again(store: Store) -> None:
    one, other = add(store, "A"), add(store, "B")
    queue = verifying.begin(store, Batch())
    queue = verifying.put_off(verifying.said(queue, other, "name", "changed", "B y Cía"), one)
    verifying.keep(store, queue)
    assert verifying.queue_of(store) == queue
    assert [i.state for i in verifying.items(store, queue)] == ["later", "open"]
    assert verifying.next_open(verifying.items(store, queue), one) == other
    store.verification.record(one, Checked("confirmed"))
    assert [i.state for i in verifying.items(store, queue)] == ["confirmed", "open"]
    store.history.undo()
    assert [i.state for i in verifying.items(store, queue)] == ["later", "open"]


def test_who_withdraws_leaves_the_queue_and_takes_along_what_was_typed(store: Store) -> None:
    one = add(store, "Zqxname")
    queue = verifying.begin(store, Batch())
    verifying.keep(store, verifying.said(queue, one, "name", "changed", "Zqxname the second"))
    store.consents.withdraw(one)
    assert "Zqx" not in store.settings.get("verify_queue")
    assert verifying.queue_of(store).ids == ()


def dossier(**values: object) -> Dossier:
    usual = {"city": "Santa Fe", "address_1": "1420 Cerrillos Rd"}
    made = Business(code="KXQF", name="El Nopal", **(usual | values))
    phones = [Phone(business_id=made.id, number="+15055550142")]
    phones.append(Phone(business_id=made.id, number="+15055550143", confidential=True))
    return Dossier(made, phones)


@pytest.mark.parametrize(
    ("name", "typed", "changes"),
    [
        ("name", " El  Nopal 2 ", {"name": "El Nopal 2"}),
        ("sells", "panadería", {"category": "bakery"}),
        ("sells", "Tortas y jugos", {"description_es": "Tortas y jugos"}),
        ("address", "12 Main St, Santa Fe", {"address_1": "12 Main St", "address_2": ""}),
        ("languages", "español y vietnamita", {"languages": ["es", "vi"]}),
        ("payment", "efectivo y tarjetas", {"payment_accepted": ["cash", "cards"]}),
    ],
)
def test_corrections_are_read(name: str, typed: str, changes: dict[str, object]) -> None:
    assert asking_again.read(name, typed, dossier(), "es").changes == changes


def test_hours_and_numbers_are_read_and_a_confidential_number_stays() -> None:
    read = asking_again.read("hours", "martes a domingo de 9 am a 4 pm", dossier(), "es")
    assert read.changes["opening_hours"] == "Tu-Su 09:00-16:00"
    found = asking_again.read("phone", "505 555 0199", dossier(), "es").phones or []
    assert [each.number for each in found] == ["+15055550199", "+15055550143"]


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("name", "  "),
        ("phone", "505 55"),
        ("hours", "sometimes"),
        ("languages", "Klingonish"),
        ("payment", "shells"),
        ("sells", "the owner is undocumented"),
    ],
)
def test_what_is_wrong_or_harmful_is_refused(name: str, typed: str) -> None:
    with pytest.raises(UserError):
        asking_again.read(name, typed, dossier(), "en")


def test_of_a_home_no_street_is_read() -> None:
    home = dossier(address_type="home", address_1="")
    with pytest.raises(UserError, match="home"):
        asking_again.read("address", "12 Main St", home, "en")


def test_questions_are_in_the_owners_language_and_open_where_nothing_is_known() -> None:
    known = dossier(languages=["vi", "en"], opening_hours="Tu-Su 08:00-15:00")
    assert asking_again.owners_language(known) == "en"
    assert "8\N{NO-BREAK SPACE}am" in asking_again.question("hours", known, "en")
    assert asking_again.question("payment", known, "es") == "¿Cómo se puede pagar?"


def test_the_order_is_that_of_the_printed_sheet(store: Store) -> None:
    from directory_app.guides.layouts import private

    add(store, "Uno")
    listing = store.listings.staff(
        [row.id for row in store.browser.rows(store.browser.row_ids(_all()))]
    )[0]
    printed = tuple(key for key, _values in private.current(listing))
    assert printed == asking_again.SHEET_FIELDS


def _all():  # type: ignore[no-untyped-def]  # a Filter
    from directory_app.store import Filter

    return Filter()


def test_what_the_days_mean_is_counted_and_who_is_due_follows_them(store: Store) -> None:
    add(store, "Old", 8)
    add(store, "Two", 2)
    add(store, "Shut", 9, status="closed")
    never = add(store, "Never")
    store.verification.record(never, Checked("no_answer"))
    assert verifying.meaning(store, 182, 3) == verifying.Meaning(due=2, of=3, waiting=1)
    assert verifying.meaning(store, 30, 0) == verifying.Meaning(due=3, of=3, waiting=0)
    assert store.browser.view_counts()["to_verify"] == 2
    store.settings.set(DUE_DAYS, "30")
    assert store.browser.view_counts()["to_verify"] == 3
    store.settings.set(verifying.AGAIN_DAYS, "0")
    assert names(store, Batch(months=None)) == ["Never", "Old", "Two"]
    store.settings.set(DUE_DAYS, "1000")
    assert names(store, Batch(months=None)) == ["Never"]
