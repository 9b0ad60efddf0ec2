"""Addresses to their doors by downloaded street data, and never to another street."""

import dataclasses
import random
import statistics

import pytest

from directory_app.geocoding import AddressToLocate, locate, locate_venue
from tests.data.town import FIRST_TOWN, FIRST_ZIP, SECOND_TOWN, metres
from tests.geocoding.streets_file import write_town
from tests.geocoding.typing_errors import mangle


def place(line, city=FIRST_TOWN, postal_code="", state="NM", **more):
    address = AddressToLocate("x", line, city, state, postal_code, **more)
    (found,) = locate([address])
    return found


def door(towns, number, street, city=FIRST_TOWN):
    return next(
        each
        for each in towns.doors
        if (each.number, each.street, each.city) == (number, street, city)
    )


def any_door(towns, street, city=FIRST_TOWN):
    return next(each for each in towns.doors if (each.street, each.city) == (street, city))


def away(found, door):
    """Metres between where an address was put and its door."""
    at = (found.position.longitude, found.position.latitude)
    return metres(at, (door.longitude, door.latitude))


def test_a_door_in_the_data_is_found_to_the_metre(towns, doors):
    real = any_door(towns, "South Main Street")
    found = place(f"{real.number} S Main St", postal_code=FIRST_ZIP)
    assert (found.precision, found.source, found.reason) == ("rooftop", "osm", "")
    assert found.score == 1.0
    assert away(found, real) < 20  # several units of one number lie apart


@pytest.mark.parametrize(
    ("street", "typed"),
    [
        ("Calle Médico", "{} calle medico"),
        ("Calle Médico", "#{} CALLE MÉDICO"),
        ("Calle Médico", "Calle Medico {}"),
        ("Avenida Juárez", "{} Ave Juarez"),
        ("Avenida Juárez", "{} Aenida Juarez"),
        ("St Michael's Drive", "{} Saint Michaels Dr Suite 4"),
        ("St Michael's Drive", "{} St. Micheals Drive"),
        ("Avenue C", "{} Ave C"),
        ("Martin Luther King Jr Boulevard", "{} MLK Blvd"),
        ("Camino Peñasco", "{} Camino Penasco #7"),
        ("West 1st Street", "{} W First St"),
        ("West 1st Street", "{} west 1 st st"),
        ("Cedar Avenue", "{} Cedar"),
        ("Martin Luther King Jr Boulevard", "{} Martin Lutehr King Blvd"),
        ("Cedar Avenue", "{} Cedar Avneue"),
        ("US Highway 70", "{} Hwy 70"),
        ("Turquoise Trail", "{} Turqoise Trail"),
        ("Cedar Avenue", "{} Cedar Ave, Piñon Springs, NM"),
        ("Cedar Avenue", "{} Cedar Ave Pinon Springs"),
    ],
)
def test_what_people_type_is_found(towns, doors, street, typed):
    real = any_door(towns, street)
    found = place(typed.format(real.number))
    assert found.precision == "rooftop", found
    assert away(found, real) < 30


def test_a_highway_number_finds_the_numbers_under_the_streets_name(towns, doors):
    real = door(towns, *next((d.number, d.street) for d in towns.doors
                             if d.street == "Turquoise Trail" and int(d.number) < 90))  # fmt: skip
    found = place(f"{real.number} NM-14")
    assert found.precision == "rooftop"
    assert away(found, real) < 30


def test_the_town_decides_between_streets_of_one_name(towns, doors):
    here = {d.number for d in towns.doors if (d.street, d.city) == ("Avenue A", FIRST_TOWN)}
    there = {d.number for d in towns.doors if (d.street, d.city) == ("Avenue A", SECOND_TOWN)}
    number = sorted(here & there)[0]
    for city in (FIRST_TOWN, SECOND_TOWN):
        assert away(place(f"{number} Ave A", city), door(towns, number, "Avenue A", city)) < 30


@pytest.mark.parametrize("typed", ["{} Ceder Ave", "{} Edar Ave", "{} Eurquoise Trail",
                                   "{} Cedar Ave N", "{} Camino Pensca"])  # fmt: skip
def test_what_may_be_another_street_is_only_offered(towns, doors, typed):
    real = any_door(towns, "Turquoise Trail" if "quoise" in typed else "Cedar Avenue")
    if "Camino" in typed:
        real = any_door(towns, "Camino Peñasco")
    found = place(typed.format(real.number))
    assert (found.precision, found.reason) == ("city", "choose")
    assert any(metres((one.position.longitude, one.position.latitude),
                      (real.longitude, real.latitude)) < 30 for one in found.choices)  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "112 Cedar Ct",  # there is a Cedar Avenue
        "112 Avenue Q",  # A, B and C are streets of their own
        "112 W 9th St",
        "112 Nowhere Rd",
        "112 N Cedar Creek Rd",
    ],
)
def test_a_street_that_is_not_there_is_no_other(doors, line):
    found = place(line)
    assert found.precision == "city"
    assert found.reason in ("street_unknown", "choose")


def test_a_missing_direction_is_shown_for_choice(towns, doors):
    east = {d.number for d in towns.doors if d.street == "East 1st Street" and d.city == FIRST_TOWN}
    west = {d.number for d in towns.doors if d.street == "West 1st Street" and d.city == FIRST_TOWN}
    number = sorted(east & west)[0]
    found = place(f"{number} 1st St")
    assert (found.precision, found.reason) == ("city", "choose")
    told = {choice.label.split(",")[0] for choice in found.choices}
    assert told == {f"{number} East 1st Street", f"{number} West 1st Street"}
    assert all(choice.precision == "rooftop" and choice.score < 1 for choice in found.choices)


def test_a_last_word_that_could_be_a_kind_is_part_of_the_name(towns, map_data):
    one = any_door(towns, "Cedar Avenue")
    moved = dataclasses.replace(one, street="Cedar Hill Road")
    write_town(map_data / "a.streets", towns, doors=[moved])
    found = place(f"{one.number} cedar hill")
    assert (found.precision, found.reason) == ("rooftop", "")
    assert away(found, one) < 1


def test_two_points_of_one_address_far_apart_are_shown_for_choice(towns, map_data):
    one = any_door(towns, "Cedar Avenue")
    twin = type(one)(one.number, "", one.street, one.city, one.postal_code, one.longitude + 0.01,
                     one.latitude)  # fmt: skip
    write_town(map_data / "a.streets", towns, doors=[one, twin])
    found = place(f"{one.number} Cedar Ave")
    assert (found.reason, len(found.choices)) == ("choose", 2)


def test_an_unknown_number_between_two_doors_lies_between_them(towns, map_data):
    sides = [d for d in towns.doors if (d.street, d.city) == ("Cedar Avenue", FIRST_TOWN)]
    even = sorted({int(d.number) for d in sides if int(d.number) % 2 == 0 and int(d.number) < 200})
    low, missing, high = even[:3]
    kept = [d for d in towns.doors if not (d.street == "Cedar Avenue" and d.number == str(missing))]
    write_town(map_data / "a.streets", towns, doors=kept)
    found = place(f"{missing} Cedar Ave")
    assert found.precision == "interpolated"
    assert 0.7 <= found.score < 0.95
    assert away(found, door(towns, str(missing), "Cedar Avenue")) < 30
    assert low < missing < high


def test_ranges_place_a_number_on_its_side_of_the_street(towns, ranges):
    block = next(b for b in towns.blocks if b.name == "Camino Peñasco")
    odd, even = (place(f"{number} Camino Penasco").position for number in (151, 150))
    middle = block.points[0][0]
    assert (odd.longitude < middle) == (block.left.first % 2 == 1)  # it runs north
    assert (even.longitude < middle) == (block.left.first % 2 == 0)
    across = metres((odd.longitude, odd.latitude), (even.longitude, even.latitude))
    assert 20 < across < 30


def test_ranges_that_run_downwards_count_downwards(towns, ranges):
    reals = [d for d in towns.doors if d.street == "Acequia Road"]
    assert reals
    assert all(away(place(f"{d.number} Acequia Rd"), d) < 40 for d in reals)


def test_ranges_lie_within_40_metres_of_the_doors(towns, ranges):
    near = [away(place(f"{d.number} {d.street}", d.city), d) for d in towns.doors[::20]]
    assert statistics.median(near) < 40


def test_a_number_beyond_all_ranges_is_only_the_street(towns, ranges):
    found = place("99999 Cedar Ave")
    assert (found.precision, found.reason) == ("street", "number_unknown")
    assert away(found, any_door(towns, "Cedar Avenue")) < 1_500


def test_a_street_without_a_number_is_a_street(doors):
    found = place("Paseo de la Loma")
    assert (found.precision, found.reason, found.score) == ("street", "", 0.6)


@pytest.mark.parametrize(
    "line",
    ["W 1st St & Ave C", "Ave C and 1st", "corner of First Street and Avenue C", "1st y Ave. C"],
)
def test_a_corner_is_where_the_streets_meet(towns, doors, line):
    found = place(line)
    ends = {
        point
        for block in towns.blocks
        if block.name == "West 1st Street" and block.city == FIRST_TOWN
        for point in block.points
    }
    corner = next(
        point
        for block in towns.blocks
        if block.name == "Avenue C" and block.city == FIRST_TOWN
        for point in block.points
        if point in ends
    )
    assert found.precision == "interpolated"
    assert metres((found.position.longitude, found.position.latitude), corner) < 1


def test_streets_that_do_not_meet_have_no_corner(doors):
    assert place("Calle Médico & Ave C").precision == "city"


@pytest.mark.parametrize("line", ["PO Box 12", "RR 2 Box 44"])
def test_a_box_is_no_street(doors, line):
    assert place(line).precision == "city"
    assert place("RR 2 Box 44").reason == "rural"


def test_a_town_that_only_the_street_data_knows_has_a_middle(doors):
    found = place("")
    assert (found.precision, found.source) == ("city", "streets")


def test_another_state_is_another_town(doors):
    """The data has Main Street in Las Cuevas; Santa Fe is a real town elsewhere."""
    assert place("100 Avenue A", "Santa Fe").precision == "city"


def test_a_home_and_a_place_known_by_its_town_go_to_the_town(towns, doors):
    real = any_door(towns, "Cedar Avenue")
    line = f"{real.number} Cedar Ave"
    assert place(line, address_type="home").precision == "city"
    assert place(line, town_only=True).precision == "city"
    assert place(line, pin_locked=True).position is None


def test_a_venue_in_one_line_is_found_at_its_door(towns, doors):
    real = any_door(towns, "Cedar Avenue")
    found = locate_venue(f"{real.number} Cedar Ave, Piñón Springs, NM {FIRST_ZIP}")
    assert found.precision == "rooftop"
    assert away(found, real) < 30


def test_damaged_street_data_is_passed_over(doors):
    (doors / "bad.streets").write_bytes(b"nothing" * 100)
    assert place("Paseo de la Loma").precision == "street"


def test_two_hundred_typed_addresses_are_placed_and_none_on_a_wrong_street(towns, doors):
    chance = random.Random(11)
    sample = chance.sample(towns.doors, 200)
    typed = [mangle(d.number, d.street, d.unit, chance) for d in sample]
    found = [place(line, d.city, d.postal_code) for line, d in zip(typed, sample, strict=True)]
    near = [away(f, d) for f, d in zip(found, sample, strict=True)]
    wrong = [
        (line, f)
        for line, f, far in zip(typed, found, near, strict=True)
        if far > 100 and f.precision in ("rooftop", "interpolated")
    ]
    assert wrong == []
    assert sum(far <= 30 for far in near) >= 190
