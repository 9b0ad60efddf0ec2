"""Where two entries, or two lists, tell different things, the stricter one counts."""

import datetime as dt
from collections.abc import Callable

import pytest

from directory_app.errors import UserError
from directory_app.model.business import Phone
from directory_app.model.draft import (
    Draft,
    DraftConsent,
    DraftPhone,
    FieldChange,
    Verdict,
    VerdictKind,
)
from directory_app.model.event import Event
from directory_app.model.recall import PlannedRun
from directory_app.store import Dossier, Filter, Store

from .conftest import TODAY, business, phone, yes

Add = Callable[..., Dossier]
NUMBER = "+15055550142"


def secret(number: str = NUMBER, extension: str = "") -> Phone:
    return Phone(business_id="", number=number, extension=extension, confidential=True)


def printed(store: Store) -> list[str]:
    return [one.number for each in store.listings.public("print", TODAY) for one in each.phones]


def updated(store: Store, target: str, phones: list[DraftPhone], *consents: DraftConsent) -> None:
    draft = Draft(2, {"name": "x"}, phones, list(consents))
    changes = [FieldChange("phones", None, phones)] if phones else []
    changes += [FieldChange(f"consent.{one.channel}", None, one) for one in consents]
    store.imports.apply([Verdict(draft, VerdictKind.UPDATE, target=target, changes=changes)])


# telephones


def test_a_merge_keeps_a_number_confidential_if_either_had_it_so(add: Add, store: Store) -> None:
    kept = add("Uno", phones=[phone()]).business
    dropped = add("Dos", phones=[secret()]).business
    assert printed(store) == [NUMBER]
    store.duplicates.merge(kept.id, dropped.id)
    assert printed(store) == []
    assert store.browser.count(Filter(text="5550142")) == 0
    store.history.undo()
    assert printed(store) == [NUMBER]


def test_a_merge_takes_no_extension_of_a_confidential_number(add: Add, store: Store) -> None:
    kept = add("Uno", phones=[secret()]).business
    dropped = add("Dos", phones=[DraftPhone(NUMBER, "7")]).business
    store.duplicates.merge(kept.id, dropped.id)
    assert printed(store) == []


def test_an_edit_with_plain_phones_leaves_a_confidential_one_so(add: Add, store: Store) -> None:
    made = add(phones=[secret()]).business
    store.businesses.update(made.id, {}, phones=[phone()])
    assert printed(store) == []
    store.businesses.update(made.id, {}, phones=[phone(), DraftPhone(NUMBER, "9")])
    assert printed(store) == []


def test_a_confidential_number_is_made_public_only_by_saying_so(add: Add, store: Store) -> None:
    made = add(phones=[secret()])
    spoken = Phone(**made.phones[0].model_dump() | {"confidential": False})
    store.businesses.update(made.business.id, {}, phones=[spoken])
    assert printed(store) == [NUMBER]


def test_an_edit_with_plain_phones_keeps_their_languages(add: Add, store: Store) -> None:
    made = add(phones=[Phone(business_id="", number=NUMBER, languages=["es"])]).business
    store.businesses.update(made.id, {}, phones=[phone()])
    assert store.businesses.get(made.id).phones[0].languages == ["es"]


def test_an_import_brings_no_extension_of_a_confidential_number(add: Add, store: Store) -> None:
    made = add(phones=[secret()]).business
    updated(store, made.id, [DraftPhone(NUMBER, "3")])
    assert len(store.businesses.get(made.id).phones) == 2
    assert printed(store) == []


def test_a_number_given_twice_is_confidential_if_it_is_once(add: Add, store: Store) -> None:
    add(phones=[phone(), secret()])
    assert printed(store) == []


def test_a_listing_shows_no_number_that_is_confidential_beside_another_extension(
    add: Add, store: Store
) -> None:
    made = add(phones=[secret()])
    open_one = Phone(business_id="", number=NUMBER, extension="2", confidential=False)
    store.businesses.update(made.business.id, {}, phones=[made.phones[0], open_one])
    assert printed(store) == []


# a yes that lacks who or when


def answer(store: Store, code: str) -> tuple[str, dt.date | None, str]:
    one = store.businesses.get(code).consents["print"]
    return one.answer, one.date, one.asked_by


def test_a_yes_without_who_does_not_borrow_who_asked_before(add: Add, store: Store) -> None:
    old = DraftConsent("print", "yes", None, "Marisol")
    made = add(consents=[old]).business
    updated(store, made.id, [], DraftConsent("print", "yes", TODAY, ""))
    assert answer(store, made.code) == ("yes", TODAY, "")
    assert store.listings.public("print", TODAY) == []


def test_nor_does_one_without_a_day_borrow_a_day(add: Add, store: Store) -> None:
    made = add(consents=[DraftConsent("print", "yes", TODAY, "")]).business
    updated(store, made.id, [], DraftConsent("print", "yes", None, "Beto"))
    assert store.listings.public("print", TODAY) == []


@pytest.mark.parametrize(("day", "who"), [(TODAY, ""), (None, "Beto"), (None, "")])
def test_a_yes_that_ended_is_not_renewed_by_an_incomplete_one(
    add: Add, store: Store, day: dt.date | None, who: str
) -> None:
    made = add(consents=[yes(day=dt.date(2025, 1, 10))]).business
    updated(store, made.id, [], DraftConsent("print", "yes", day, who))
    assert store.listings.public("print", TODAY) == []


@pytest.mark.parametrize(("day", "who"), [(TODAY, ""), (None, "Beto"), (None, "")])
def test_an_incomplete_yes_neither_ends_nor_lengthens_one_that_is_live(
    add: Add, store: Store, day: dt.date | None, who: str
) -> None:
    made = add().business
    until = store.listings.public("print", TODAY)[0].consent_until
    updated(store, made.id, [], DraftConsent("print", "yes", day, who))
    assert store.listings.public("print", TODAY)[0].consent_until == until
    assert answer(store, made.code) == ("yes", yes().date, "Marisol")


def test_a_whole_yes_renews_one_that_ended(add: Add, store: Store) -> None:
    made = add(consents=[yes(day=dt.date(2025, 1, 10))]).business
    updated(store, made.id, [], yes(day=TODAY))
    assert store.listings.public("print", TODAY)[0].code == made.code


def test_merging_keeps_the_yes_that_is_whole(add: Add, store: Store) -> None:
    kept = add("Uno", phones=[]).business
    dropped = add("Dos", consents=[DraftConsent("print", "yes", TODAY, "")], phones=[]).business
    store.duplicates.merge(kept.id, dropped.id)
    assert answer(store, kept.code) == ("yes", yes().date, "Marisol")
    other = add("Tres", phones=[]).business
    late = add("Cuatro", consents=[DraftConsent("print", "yes", None, "")], phones=[]).business
    store.duplicates.merge(late.id, other.id)
    assert answer(store, late.code) == ("yes", yes().date, "Marisol")


# calls that used to end in a database error


def test_of_two_answers_given_in_one_call_the_stricter_counts(add: Add, store: Store) -> None:
    no = DraftConsent("print", "no", TODAY, "Beto")
    not_asked = DraftConsent("print", "not_asked")
    made = add(consents=[]).business
    store.consents.record(made.id, [yes(), no, yes()])
    assert answer(store, made.code)[0] == "no"
    other = add("Otra").business
    store.consents.record(other.id, [yes(), not_asked])
    assert answer(store, other.code)[0] == "not_asked"
    both = add("Tercera", consents=[not_asked, yes()]).business
    assert answer(store, both.code)[0] == "yes"


def test_choosing_for_a_business_that_is_gone_says_so(add: Add, store: Store) -> None:
    event = store.events.add(Event(name_en="Fair", date=TODAY))
    made, other = add("Uno").business, add("Dos").business
    store.businesses.delete([made.id])
    for chosen in ({"included": True}, {"position": 3}):
        with pytest.raises(UserError, match="no business"):
            store.events.set_entry(event.id, made.id, **chosen)
    with pytest.raises(UserError, match="no business"):
        store.events.set_order(event.id, [other.id, made.id])
    store.events.set_order(event.id, [other.id])
    assert store.events.public(event.id).order == (other.code,)


def test_keeping_apart_from_a_business_that_is_gone_says_so(add: Add, store: Store) -> None:
    made, other = add("Uno").business, add("Dos").business
    store.businesses.delete([other.id])
    with pytest.raises(UserError, match="no business"):
        store.duplicates.keep_apart(made.id, other.id)


def test_a_run_number_is_used_once_also_after_a_failure(store: Store) -> None:
    planned = PlannedRun("sheet", [])
    first = store.runs.reserve(planned).number
    store.runs.fail(first)
    assert store.runs.next_number() == 2
    assert store.runs.reserve(planned).number == 2
    assert [(one.number, one.state) for one in store.runs.all(with_failed=True)] == [
        (2, "pending"),
        (1, "failed"),
    ]
    for again in (store.runs.fail, store.runs.complete):
        with pytest.raises(UserError, match="nothing to settle"):
            again(first)
        with pytest.raises(UserError, match="no print run"):
            again(7)


# the time zone


def test_a_new_time_zone_is_in_force_at_once(store: Store) -> None:
    event = store.events.add(
        Event(name_en="Fair", date=TODAY, starts_at=dt.datetime(2026, 11, 24, 19, tzinfo=dt.UTC))
    )
    assert store.timezone == "America/Denver"
    assert store.events.public(event.id).starts == dt.time(12)
    store.settings.set("timezone", "America/Chicago")
    assert store.timezone == "America/Chicago"
    assert store.events.public(event.id).starts == dt.time(13)


def test_a_time_zone_that_is_none_is_refused(store: Store) -> None:
    with pytest.raises(UserError, match="time zone"):
        store.settings.set("timezone", "America/Santa_Fe")
    assert store.timezone == "America/Denver"


def test_business_without_any_field_is_not_made(store: Store) -> None:
    with pytest.raises(UserError, match="needs a name"):
        store.businesses.add(business("  "))
