from dataclasses import replace

import pytest

from directory_app import guides
from directory_app.guides import GuideOptions
from directory_app.guides.distances import distance


def told(event, listing):
    found = distance(event, listing)
    return None if found is None else (found.text(), found.point, found.about)


def test_a_pin_gives_tenths_and_a_direction(event, listing, place):
    assert told(event, listing("AAAA", "A", at=place(0.42, 135))) == ("0.4", "SE", False)
    assert told(event, listing("AAAA", "A", at=place(0.01, 0))) == ("0.1", "N", False)
    assert told(event, listing("AAAA", "A", at=place(12.3, 270))) == ("12", "W", False)


def test_without_a_pin_of_its_own_nothing_is_told(event, listing):
    assert told(event, listing("AAAA", "A", place_is_pin=False)) is None
    assert told(event, listing("AAAA", "A", at=None)) is None
    assert told(replace(event, position=None), listing("AAAA", "A")) is None


@pytest.mark.parametrize(
    ("precision", "miles", "said"),
    [
        ("city", 100.2, ("100", "S", True)),
        ("city", 8, None),
        ("zip", 25, None),
        ("zip", 103, ("105", "S", True)),
    ],
)
def test_a_coarse_pin_is_about_and_only_where_that_means_something(
    event, listing, place, precision, miles, said
):
    those = listing("AAAA", "A", at=place(miles, 180), precision=precision, city="Clovis")
    assert told(event, those) == said


def test_in_the_town_of_the_event_a_town_point_says_nothing(event, listing, place):
    assert told(event, listing("AAAA", "A", at=place(20, 0), precision="city")) is None


def test_a_venue_known_only_by_its_town_makes_short_distances_unknown(event, listing, place):
    coarse = replace(event, precision="city")
    assert told(coarse, listing("AAAA", "A", at=place(2, 0), city="Tesuque")) is None
    assert told(coarse, listing("AAAA", "A", at=place(60, 0), city="Taos")) == ("60", "N", True)


def test_a_pin_of_a_street_is_no_door(event, listing, place):
    """A street may be six miles long, and its pin its middle."""
    near = listing("AAAA", "A", at=place(0.1, 90), precision="street")
    assert told(event, near) is None
    assert told(event, replace(near, place=place(5, 90), city="Tesuque")) is None
    assert told(event, replace(near, place=place(60, 0), city="Taos")) == ("60", "N", True)
    door = listing("BBBB", "B", at=place(2, 90))
    assert told(replace(event, precision="street"), door) is None


def test_who_may_be_anywhere_in_town_does_not_lead_the_list(event, listing, place):
    on_street = listing("AAAA", "A", at=place(0.1, 90), precision="street")
    town_alone = listing("BBBB", "B", at=place(0.2, 90), place_is_pin=False)
    doors = [listing("CCCC", "C", at=place(0.4, 90)), listing("DDDD", "D", at=place(2.5, 90))]
    plan = guides.plan(event, [on_street, town_alone, *doors])
    assert [entry.listing.code for entry in plan.entries] == ["CCCC", "DDDD", "AAAA", "BBBB"]
    by_miles = guides.plan(
        event, [on_street, town_alone, *doors], GuideOptions(group_by="distance")
    )
    within = {
        section.key: [e.listing.code for e in section.entries] for section in by_miles.sections
    }
    assert within == {"1": ["CCCC"], "5": ["DDDD", "AAAA", "BBBB"]}
