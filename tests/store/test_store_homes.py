"""A home keeps its town only, whichever way it comes in, and no history has its street."""

from collections.abc import Callable
from pathlib import Path

import pytest

from directory_app.errors import UserError
from directory_app.model.draft import Draft, FieldChange, Verdict, VerdictKind
from directory_app.model.geo import Position
from directory_app.model.terms import Precision
from directory_app.store import Dossier, Store

from .conftest import TODAY, phone

Add = Callable[..., Dossier]
STREET = "77 Obsidiana Lane"
PRIVATE = {
    "address_1": STREET,
    "address_2": "Apt Obsidiana",
    "postal_code": "88101-0777",
    "directions_en": "behind Obsidiana church",
    "directions_es": "atrás de Obsidiana",
    "latitude": 34.412345,
    "longitude": -103.212345,
    "precision": "rooftop",
    "geocode_source": "us",
}
HOME = {"address_type": "home"}


def is_town_only(made: Dossier) -> bool:
    business = made.business
    blank = [getattr(business, name) for name in PRIVATE if name not in ("latitude", "longitude")]
    return not any(blank) and business.latitude is None and business.city == "Santa Fe"


def in_file(path: Path) -> bool:
    data = (path / "directory.db").read_bytes()
    return b"Obsidiana" in data or b"obsidiana" in data or b"34.4123" in data


def test_a_home_is_added_with_its_town_only(add: Add, path: Path) -> None:
    assert is_town_only(add(**PRIVATE, **HOME))
    assert not in_file(path)


def test_what_turns_out_to_be_a_home_loses_its_street_for_good(
    add: Add, store: Store, path: Path
) -> None:
    made = add("Tamales Lupe", **PRIVATE).business
    store.businesses.update(made.id, {"address_1": f"{STREET} B"})
    assert in_file(path)
    assert is_town_only(store.businesses.update(made.id, HOME | {"description_en": "Tamales"}))
    assert not in_file(path)
    assert store.listings.public("print", TODAY)[0].city == "Santa Fe"
    store.history.undo()
    again = store.businesses.get(made.id).business
    assert (again.address_type, again.description_en, again.address_1) == ("physical", "", "")
    for _ in range(3):
        store.history.undo()
    for _ in range(3):
        store.history.redo()
    assert is_town_only(store.businesses.get(made.id))
    assert not in_file(path)
    assert store.check() == []


def test_no_edit_gives_a_home_a_street(add: Add, store: Store, path: Path) -> None:
    made = add(**HOME).business
    assert is_town_only(store.businesses.update(made.id, PRIVATE))
    assert not in_file(path)


def test_no_list_gives_a_home_a_street(add: Add, store: Store, path: Path) -> None:
    made = add(**HOME).business
    new = Draft(2, {"name": "Otra", "city": "Santa Fe"} | HOME | PRIVATE, [phone("55")])
    same = Draft(3, {"name": made.name, "address_1": STREET})
    change = FieldChange("address_1", "", STREET)
    store.imports.apply(
        [
            Verdict(new, VerdictKind.CREATE),
            Verdict(same, VerdictKind.UPDATE, target=made.id, changes=[change]),
        ]
    )
    assert is_town_only(store.businesses.search("otra")[0])
    assert is_town_only(store.businesses.get(made.id))
    assert not in_file(path)


def test_a_list_that_says_home_takes_the_street_along(add: Add, store: Store, path: Path) -> None:
    made = add(**PRIVATE).business
    draft = Draft(2, {"name": made.name} | HOME)
    change = FieldChange("address_type", "physical", "home")
    store.imports.apply([Verdict(draft, VerdictKind.UPDATE, target=made.id, changes=[change])])
    assert is_town_only(store.businesses.get(made.id))
    assert not in_file(path)


@pytest.mark.parametrize("taken", [set(), {"address_1", "latitude"}, {"address_type"}])
def test_a_merge_gives_a_home_no_street(
    add: Add, store: Store, path: Path, taken: set[str]
) -> None:
    home = add("Casa", **HOME).business
    shop = add("Casa B", **PRIVATE).business
    kept, dropped = (shop, home) if "address_type" in taken else (home, shop)
    store.duplicates.merge(kept.id, dropped.id, taken)
    assert is_town_only(store.businesses.get(kept.id))
    assert not in_file(path)


def test_a_home_is_placed_by_its_town_and_no_nearer(add: Add, store: Store) -> None:
    made = add(**HOME).business
    town, door = Position(34.4, -103.2), Position(34.412345, -103.212345)
    for near in ("rooftop", "street", "zip", "manual"):
        with pytest.raises(UserError, match="only its town"):
            store.businesses.place(made.id, door, near, "us")
        assert store.businesses.place_many([(made.id, door, near, "us")]) == 0
    assert store.businesses.place(made.id, town, Precision.CITY, "us").business.latitude == 34.4
    assert store.businesses.update(made.id, {"note": "x"}).business.latitude == 34.4
    assert store.businesses.place(made.id, None, "", "").business.latitude is None


def test_other_kinds_of_places_keep_theirs(add: Add, store: Store) -> None:
    for kind in ("physical", "mobile", "postal"):
        made = add(kind, **(PRIVATE | {"address_type": kind}), phones=[]).business
        assert (made.address_1, made.latitude) == (STREET, 34.412345)
