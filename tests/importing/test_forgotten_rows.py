"""A list brings back nobody who asked to be forgotten; a person who knows better says so, once."""

import datetime as dt
from collections.abc import Callable

import pytest

from directory_app.importing import Reading, match
from directory_app.model.draft import Verdict, VerdictKind
from directory_app.store import Store
from directory_app.store.tombstones import bury
from directory_app.tasks.import_review import ImportReview, Tab

HEAD = "Name,Street address,City,Phone,Notes\n"
#: Seven ways in which a list may have it, and what becomes of the row.
VARIANTS = {
    "as it was": ("El Paisano,45 Sunset Parkway,Santa Fe,505-555-0166,", VerdictKind.BLOCKED),
    "the town short": ("El Paisano,,SF,,", VerdictKind.BLOCKED),
    "the name turned": ('"Paisano, El",,"Santa Fe, NM 87501",,', VerdictKind.BLOCKED),
    "the street short": ("Otra Tienda,45 Sunset Pkwy.,,(505) 555-0166,", VerdictKind.BLOCKED),
    "a suite": ('The Paisano,"45 Sunset Pkwy, Ste 4",,,', VerdictKind.BLOCKED),
    "a telephone alone": ("Otra Tienda,,Clovis,505.555.0166,", VerdictKind.ASK),
    "the house alone": ("Otra Tienda,45 SUNSET PKWY #2,Santa Fe,,", VerdictKind.ASK),
}
Compare = Callable[[str], list[Verdict]]


@pytest.fixture
def compare(store: Store, read_text: Callable[..., Reading]) -> Compare:
    with store.write() as connection:
        bury(
            connection,
            name="El Paisano",
            phones=["+15055550166"],
            address="45 Sunset Parkway",
            city="Santa Fe",
            on=dt.date(2026, 11, 24),
        )
    return lambda rows: match(read_text(HEAD + rows).drafts, store)


@pytest.mark.parametrize("variant", VARIANTS)
def test_it_waits_for_a_word_and_is_not_asked_about_again(
    store: Store, compare: Compare, variant: str
) -> None:
    row, kind = VARIANTS[variant]
    verdicts = compare(f"{row}\nCafé Luna,,Roswell,,\n")
    assert (verdicts[0].kind, verdicts[0].reason) == (kind, kind.value)
    review = ImportReview(verdicts)
    assert Tab.SKIP in review.tabs_of(0)
    assert (Tab.LOOK in review.tabs_of(0)) == (kind is VerdictKind.ASK)
    assert store.imports.apply(verdicts).created == 1
    assert review.set_kind(0, VerdictKind.CREATE)
    assert store.imports.apply(verdicts[:1]).created == 1
    # it is here now, with all that it is known by: the same list asks nothing
    (again,) = compare(row + "\n")
    assert (again.kind, again.known) == (VerdictKind.SKIP, "")
    (more,) = compare(row + "ring the bell\n")
    assert (more.kind, more.known) == (VerdictKind.UPDATE, "")


def test_a_choice_taken_back_leaves_it_out_again(store: Store, compare: Compare) -> None:
    verdicts = compare("El Paisano,,Santa Fe,,\n")
    review = ImportReview(verdicts)
    review.set_kind(0, VerdictKind.CREATE)
    review.set_kind(0, VerdictKind.BLOCKED)
    assert not verdicts[0].another
    assert store.imports.apply(verdicts).created == 0


def test_an_update_that_brings_a_forgotten_number_asks(store: Store, compare: Compare) -> None:
    store.imports.apply(compare("Café Luna,1 Oak St,Roswell,,\n"))
    (verdict,) = compare("Café Luna,1 Oak St,Roswell,505-555-0166,\n")
    assert (verdict.kind, verdict.offered[1]) == (VerdictKind.ASK, VerdictKind.UPDATE)
    assert store.imports.apply([verdict]).updated == 0
    ImportReview([verdict]).set_kind(0, VerdictKind.UPDATE)
    assert store.imports.apply([verdict]).updated == 1
    assert [one.number for one in store.businesses.search("luna")[0].phones] == ["+15055550166"]
