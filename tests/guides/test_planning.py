import datetime as dt
from dataclasses import replace

import pytest

from directory_app import guides
from directory_app.model.listing import LeftOut, LeftOutReason
from directory_app.model.terms import OpenState


def reasons(plan):
    return {out.code: out.reason for out in plan.left_out}


def test_without_a_radius_everything_is_listed_near_to_far(event, listings):
    plan = guides.plan(event, listings)
    assert len(plan.entries) == len(listings)
    assert [e.number for e in plan.entries] == list(range(1, len(listings) + 1))
    for section in plan.sections:
        miles = [entry.distance.miles for entry in section.entries]
        assert miles == sorted(miles)


def test_every_listing_is_listed_or_left_out_with_a_reason(event, listings):
    before = LeftOut("ZZZZ", "No", LeftOutReason.SAID_NO)
    plan = guides.plan(replace(event, radius_miles=1.5), listings, None, [before])
    assert len(plan.entries) + len(plan.left_out) == len(listings) + 1
    assert before in plan.left_out
    assert set(reasons(plan).values()) == {LeftOutReason.SAID_NO, LeftOutReason.OUTSIDE_RADIUS}


def test_what_a_person_put_in_or_out_wins(event, listing, place):
    far, near = listing("FARF", "Far", at=place(9, 0)), listing("NEAR", "Near", at=place(0.1, 0))
    event = replace(
        event, radius_miles=1, included=frozenset({"FARF"}), excluded=frozenset({"NEAR"})
    )
    plan = guides.plan(event, [far, near])
    assert [e.listing.code for e in plan.entries] == ["FARF"]
    assert reasons(plan) == {"NEAR": LeftOutReason.EXCLUDED}


def test_a_radius_needs_a_place(event, listing):
    plan = guides.plan(replace(event, radius_miles=5), [listing("NONE", "Nowhere", at=None)])
    assert reasons(plan) == {"NONE": LeftOutReason.NOT_PLACED}


def test_closed_and_unknown_stay_unless_only_open_ones_are_wanted(event, listing):
    those = [
        listing("OPEN", "Open"),
        listing("SHUT", "Shut", opening_hours="Mo-Fr 08:00-17:00"),
        listing("WHEN", "When", opening_hours=""),
        listing("GONE", "Gone", status="temporarily_closed"),
    ]
    plan = guides.plan(event, those)
    states = {e.listing.code: e.state for e in plan.entries}
    assert states == {
        "OPEN": OpenState.OPEN, "SHUT": OpenState.CLOSED,
        "WHEN": OpenState.UNKNOWN, "GONE": OpenState.CLOSED,
    }  # fmt: skip
    only = guides.plan(event, those, guides.GuideOptions(open_only=True))
    assert [e.listing.code for e in only.entries] == ["OPEN"]
    assert reasons(only) == {
        "SHUT": LeftOutReason.CLOSED_AT_EVENT, "WHEN": LeftOutReason.HOURS_UNKNOWN,
        "GONE": LeftOutReason.CLOSED_AT_EVENT,
    }  # fmt: skip


def test_the_order_by_hand_goes_first(event, listings):
    section = guides.plan(event, listings).sections[0]
    last = section.entries[-1].listing.code
    again = guides.plan(replace(event, order=(last,)), listings).sections[0]
    assert again.entries[0].listing.code == last


def test_sections_by_town_and_by_distance(event, listing, place):
    those = [
        listing("CLOV", "A", city="Clovis", at=place(170, 120)),
        listing("SFEE", "B", at=place(0.5, 10)),
        listing("NONE", "C", at=None, city=""),
    ]
    by_town = guides.plan(event, those, guides.GuideOptions(group_by="town"))
    assert [s.titles[0] for s in by_town.sections] == ["Santa Fe", "Clovis", "Town not told"]
    by_distance = guides.plan(event, those, guides.GuideOptions(group_by="distance"))
    assert [s.titles for s in by_distance.sections] == [
        ("Within 1 mile", "A menos de 1 milla"),
        ("Over 100 miles", "A más de 100 millas"),
        ("Distance not known", "Distancia sin indicar"),
    ]


def test_use_by_is_the_earlier_of_sixty_days_and_the_first_consent(event, listing):
    assert guides.plan(event, []).use_by == dt.date(2027, 2, 3)
    soon = listing("SOON", "Soon", consent_until=dt.date(2026, 12, 20))
    assert guides.plan(event, [listing("LATE", "Late"), soon]).use_by == dt.date(2026, 12, 20)


@pytest.mark.parametrize("options", [{"languages": ()}, {"languages": ("fr",)}, {"group_by": "x"}])
def test_options_that_nothing_can_print_are_refused(options):
    with pytest.raises(ValueError, match="must be"):
        guides.GuideOptions(**options)
