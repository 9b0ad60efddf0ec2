import datetime as dt
from collections.abc import Callable

import pytest

from directory_app.importing import Reading, keys, match
from directory_app.importing.matching import VerdictKind
from directory_app.model import known_again, street_lines, streets
from directory_app.model.draft import DraftConsent, Verdict
from directory_app.model.geo import Position
from directory_app.store import Store

HEAD = "Name,Street address,City,Zip,Phone,Hours,Languages,OK to print?,Who asked / when,Notes\n"
NOPAL = "Taquería El Nopal,1420 Cerrillos Rd,Santa Fe,87505,505-555-0142,24/7,Spanish,"
YES = "yes,Ana 10/1/2026,"


@pytest.fixture
def compare(store: Store, read_text: Callable[..., Reading]) -> Callable[[str], list[Verdict]]:
    return lambda rows: match(read_text(HEAD + rows).drafts, store)


@pytest.fixture
def nopal(store: Store, compare: Callable[[str], list[Verdict]]) -> str:
    store.imports.apply(compare(NOPAL + YES + "\n"))
    return store.businesses.search("nopal")[0].business.id


Compare = Callable[[str], list[Verdict]]


def changes(verdict: Verdict) -> dict[str, bool]:
    return {change.field: change.accepted for change in verdict.changes}


def test_the_same_business_is_updated_with_what_changed(nopal: str, compare: Compare) -> None:
    row = NOPAL.replace("24/7", "Mo-Fr 08:00-15:00").replace("Spanish", "Spanish; Mixteco")
    (verdict,) = compare(row + YES + "red door\n")
    assert (verdict.kind, verdict.target) == (VerdictKind.UPDATE, nopal)
    assert changes(verdict) == {"opening_hours": True, "languages": True, "note": True}


def test_the_same_place_in_other_words_is_kept(nopal: str, compare: Compare) -> None:
    row = NOPAL.replace("Cerrillos Rd", "Cerrillos Road").replace("Taquería", "TAQUERIA")
    (verdict,) = compare(row + YES + "\n")
    assert verdict.kind is VerdictKind.SKIP
    assert changes(verdict) == {"name": False, "address_1": False}


def test_a_blank_cell_never_blanks_a_field(nopal: str, store: Store, compare: Compare) -> None:
    verdicts = compare("Taquería El Nopal,,Santa Fe,,505-555-0142,,,,,\n")
    assert verdicts[0].reason == "nothing_to_change"
    assert store.imports.apply(verdicts).skipped == 1
    assert store.businesses.get(nopal).business.opening_hours == "24/7"


@pytest.mark.parametrize("stored", ["no", "withdrawn"])
def test_a_stored_refusal_beats_an_imported_yes(
    nopal: str, store: Store, compare: Compare, stored: str
) -> None:
    store.consents.record(nopal, [DraftConsent("print", stored, dt.date(2026, 5, 1), "Ana")])
    verdicts = compare(NOPAL + "yes,Tomás 11/1/2026,\n")
    assert verdicts[0].reason == "kept_no"
    assert changes(verdicts[0]) == {"consent.print": False}
    store.imports.apply(verdicts)
    assert store.businesses.get(nopal).consents["print"].answer == stored


def test_an_imported_no_takes_a_yes_back(nopal: str, store: Store, compare: Compare) -> None:
    verdicts = compare(NOPAL + "no,Ana 11/1/2026,\n")
    assert changes(verdicts[0]) == {"consent.print": True}
    store.imports.apply(verdicts)
    assert store.businesses.get(nopal).consents["print"].answer == "no"


def test_a_no_further_down_beats_the_yes_that_it_repeats(compare: Compare) -> None:
    first, second = compare(NOPAL + YES + "\n" + NOPAL + "no,Ana 11/1/2026,\n")
    assert (first.kind, second.kind) == (VerdictKind.CREATE, VerdictKind.DUPLICATE)
    assert second.target_line == 2
    assert [consent.answer for consent in first.draft.consents] == ["no"]
    assert first.reason == "said_no"


def test_a_pin_placed_by_hand_stays(
    nopal: str, store: Store, read_text: Callable[..., Reading]
) -> None:
    store.businesses.place(nopal, Position(35.1, -106.1), "manual", "hand", lock=True)
    text = "Name,Phone,Latitude,Longitude\nTaquería El Nopal,505-555-0142,35.5,-105.5\n"
    verdicts = match(read_text(text).drafts, store)
    assert not any(change.accepted for change in verdicts[0].changes)
    store.imports.apply(verdicts)
    assert store.businesses.get(nopal).business.latitude == 35.1


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        # like in name, same phone
        ("El Nopal,,Santa Fe,,505-555-0142,,,,,\n", VerdictKind.DUPLICATE),
        # the phone and the place are the same, the name is new
        ("Lupita Tacos,1420 Cerrillos Rd,Santa Fe,,505-555-0142,,,,,\n", VerdictKind.DUPLICATE),
        # a typo in the name, same place
        ("Taqueria El Nopall,1420 Cerrillos Rd,Santa Fe,,,,,,,\n", VerdictKind.SKIP),
        # only the name and the town are known
        ("Taqueria El Nopal,,Santa Fe,,,,,,,\n", VerdictKind.DUPLICATE),
        # one more of a chain
        ("Taquería El Nopal,9 Main St,Clovis,88101,575-555-0150,,,,,\n", VerdictKind.CREATE),
        # another unit of the same street number, another name
        ("Muebles Peña,1420 Cerrillos Rd Ste 5,Santa Fe,,505-555-0151,,,,,\n", VerdictKind.CREATE),
    ],
)
def test_near_is_a_duplicate_and_far_is_new(
    nopal: str, compare: Compare, row: str, kind: VerdictKind
) -> None:
    (verdict,) = compare(row)
    assert verdict.kind is kind
    assert kind in verdict.offered


@pytest.mark.parametrize(
    ("second", "kind"),
    [
        ("Luna,900 Main St,Clovis,88101,575-555-0101,,,,,\n", VerdictKind.CREATE),
        ("Luna,900 Main St,Clovis,88101,,,,,,\n", VerdictKind.CREATE),
        ("Luna,01 Main St,Clovis,88101,575-555-0101,,,,,\n", VerdictKind.DUPLICATE),
        ("Luna,,Clovis,88101,575-555-0101,,,,,\n", VerdictKind.DUPLICATE),
        ("Luna,900 Main St,Clovis,88101,575-555-0101,,,no,Ana,10/1/2026\n", VerdictKind.DUPLICATE),
    ],
)
def test_a_second_address_in_one_list_is_a_branch(
    store: Store, compare: Compare, second: str, kind: VerdictKind
) -> None:
    rows = f"Luna,10 Main St,Clovis,88101,575-555-0101,,,,,\n{second}"
    verdicts = compare(rows)
    assert [verdict.kind for verdict in verdicts] == [VerdictKind.CREATE, kind]
    store.imports.apply(verdicts)
    again = {verdict.kind for verdict in compare(rows)}
    assert again <= {VerdictKind.SKIP, VerdictKind.DUPLICATE}


def test_numbers_in_names_tell_them_apart(compare: Compare) -> None:
    rows = "".join(f"Tienda {n},{n} Main St,Clovis,88101,,,,,,\n" for n in range(1, 30))
    assert {verdict.kind for verdict in compare(rows)} == {VerdictKind.CREATE}


def test_every_row_has_a_verdict_and_the_sum_is_right(
    nopal: str, store: Store, compare: Compare
) -> None:
    rows = (
        f"{NOPAL}{YES}note\n{NOPAL}{YES}\nPan Nuevo,2 Main St,Clovis,88101,,,,,,\n"
        "El Nopal,,,,505-555-0142,,,,,\nTOTAL 4,,,,,,,,,\n"
    )
    applied = store.imports.apply(compare(rows))
    parts = (applied.created, applied.updated, applied.duplicates, applied.skipped)
    assert applied.rows == sum(parts) == 5


@pytest.mark.parametrize("first", ["Taquería El Nopall", "Taquería El Nopal"])
def test_of_two_that_are_no_duplicates_the_one_that_is_named_is_updated(
    store: Store, compare: Compare, first: str
) -> None:
    """Two at one counter with one phone, said to be two: the likest by name, not the first."""
    other = "Taquería El Nopal" if first.endswith("ll") else "Taquería El Nopall"
    for name in (first, other):
        (verdict,) = compare(NOPAL.replace("Taquería El Nopal", name) + YES + "\n")
        verdict.kind = VerdictKind.CREATE
        store.imports.apply([verdict])
    ids = {row.business.name: row.business.id for row in store.businesses.search("taqueria")}
    store.duplicates.keep_apart(*ids.values())
    for name, id in ids.items():
        row = NOPAL.replace("Taquería El Nopal", name).replace("24/7", "Mo-Fr 08:00-15:00")
        (verdict,) = compare(row + YES + "\n")
        assert (verdict.kind, verdict.target) == (VerdictKind.UPDATE, id)


def test_two_lines_of_two_that_are_no_duplicates_are_not_one(
    store: Store, compare: Compare
) -> None:
    """Both lines are in the directory as two: neither repeats the other."""
    other = NOPAL.replace("El Nopal", "El Nopall")
    for row in (NOPAL, other):
        (verdict,) = compare(row + YES + "\n")
        verdict.kind = VerdictKind.CREATE
        store.imports.apply([verdict])
    ids = [row.business.id for row in store.businesses.search("taqueria")]
    store.duplicates.keep_apart(*ids)
    verdicts = compare(NOPAL + YES + "\n" + other + YES + "\n")
    assert {verdict.target for verdict in verdicts} == set(ids)


def test_the_kind_of_a_business_in_its_name_hides_no_duplicate(
    nopal: str, compare: Compare
) -> None:
    (verdict,) = compare("El Nopal Tacos,,Santa Fe,,505-555-0142,,,,,\n")
    assert (verdict.kind, verdict.target) == (VerdictKind.DUPLICATE, nopal)
    (other,) = compare("Lavandería Río Pecos,,Santa Fe,,505-555-0142,,,,,\n")
    assert other.kind is VerdictKind.CREATE


STREETS_SAID_TWICE = [
    ("45 Sunset Parkway", "45 Sunset Pkwy"),
    ("12 First St", "12 1st Street"),
    ("300 W San Francisco St", "300 West San Francisco Street"),
    ("7 Saint Michaels Drive", "7 St. Michael's Dr"),
    ("88 US Highway 70", "88 Hwy 70"),
    ("9 Avenida Norte", "9 Ave. Norte"),
    ("61 Cinder Crossing", "61 Cinder Xing"),
    ("5 Mount Vernon Court", "5 Mt Vernon Ct"),
    ("210 Twenty-First St NE", "210 21st Street N.E."),
]


@pytest.mark.parametrize(("one", "other"), STREETS_SAID_TWICE)
def test_every_reader_of_streets_knows_both_spellings(one: str, other: str) -> None:
    assert streets.key(street_lines.read(one).name) == streets.key(street_lines.read(other).name)
    assert keys.street_key(one) == keys.street_key(other)
    assert known_again.traits("", (), one, "Clovis") == known_again.traits("", (), other, "Clovis")
