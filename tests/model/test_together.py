"""One change to many: what may be changed so, and what becomes of each."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.model.business import Business
from directory_app.model.fields import Kind
from directory_app.model.together import CHOICES, FIELDS, Change, Deed, preview

SEVERAL = [name for name, kind in FIELDS.items() if kind == Kind.LIST]


def test_only_what_is_alike_may_be_changed_so() -> None:
    assert FIELDS.keys() <= set(Business.model_fields)
    for name in ("name", "note", "address_1", "review_state", "assured_date", "latitude", "print"):
        with pytest.raises(ValueError, match="no change"):
            Change(name, "x")
    with pytest.raises(ValueError, match="no change"):
        Change("languages", "es")  # several are added to or taken from, never replaced
    with pytest.raises(ValueError, match="no change"):
        Change("city", "Clovis", Deed.ADD)


def test_those_that_change_are_told_with_before_and_after() -> None:
    one, two = (
        Business(code="", name=name, city=city) for name, city in (("A", "Clovis"), ("B", ""))
    )
    found = preview([one, two], Change("city", "Clovis"))
    assert [(each.id, each.before, each.after) for each in found] == [(two.id, "", "Clovis")]


@given(st.sampled_from(SEVERAL), st.lists(st.text(max_size=4), unique=True), st.text(max_size=4))
def test_adding_and_taking_out_leave_the_rest(field: str, before: list[str], value: str) -> None:
    added = Change(field, value, Deed.ADD).applied(before)
    assert set(added) == {*before, value}
    assert added[: len(before)] == before
    taken = Change(field, value, Deed.REMOVE).applied(added)
    assert taken == [each for each in before if each != value]


def test_every_choice_belongs_to_a_field() -> None:
    assert CHOICES.keys() <= FIELDS.keys()
