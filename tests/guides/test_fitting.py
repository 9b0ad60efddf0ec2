"""Fit to so many sheets: the largest type first, then what would have to go, for a person."""

from dataclasses import replace

import pytest

from directory_app import guides
from directory_app.guides.layouts import arrange
from directory_app.guides.options import FIELDS


@pytest.fixture
def many(listing, place):
    """Sixty businesses, near to far, who tell much."""
    return [
        listing(f"C{i:03}", f"Negocio Número {i}", f"+1505{5550100 + i}",
                at=place(0.1 + i / 20, i * 31), payment_accepted=("cash",), takeaway=True,
                languages=("es", "en"), description_en="Long words " * 10,
                description_es="Palabras largas " * 8)
        for i in range(60)
    ]  # fmt: skip


def planned(event, listings, layout, fit, **options):
    return guides.plan(event, listings, guides.GuideOptions(layout, fit=fit, **options))


def test_without_a_wish_everything_fits(event, many):
    fit = guides.fit(planned(event, many, "booklet", 0))
    assert fit.fits and not fit.choices and fit.sheets > 3


def test_what_fits_loses_nothing(event, many):
    most = guides.fit(planned(event, many, "booklet", 0)).sheets
    fit = guides.fit(planned(event, many, "booklet", most))
    assert fit.fits and fit.sheets <= most and not fit.choices


@pytest.mark.parametrize("layout", ["booklet", "trifold", "pocket", "poster", "sheet"])
def test_each_choice_keeps_to_the_sheets_and_says_what_goes(event, many, layout):
    wanted = guides.fit(planned(event, many, layout, 0)).sheets
    while wanted > 1 and guides.fit(planned(event, many, layout, wanted)).fits:
        wanted -= 1
    plan = planned(event, many, layout, wanted)
    fit = guides.fit(plan)
    assert fit.sheets > wanted and not fit.fits and fit.choices
    for choice in fit.choices:
        assert choice.sheets <= wanted
        assert set(choice.gone) <= set(FIELDS)
        near = plan.event
        if choice.radius_miles is not None:
            near = replace(near, radius_miles=choice.radius_miles)
        again = guides.plan(near, many, choice.options)
        assert arrange(again).sheets == choice.sheets
        assert len(again.entries) == choice.listed
        if choice.kind not in ("radius", "open_only"):
            assert choice.listed == len(many)
            assert choice.options.without - plan.options.without <= set(choice.gone)


def test_no_field_goes_that_could_stay(event, many):
    wanted = guides.fit(planned(event, many, "booklet", 1)).sheets - 2
    fit = guides.fit(planned(event, many, "booklet", wanted))
    (fields,) = [choice for choice in fit.choices if choice.kind == "fields"]
    for name in fields.gone:
        if len(fields.gone) > 1:
            less = fields.options.without - {name}
            plan = planned(event, many, "booklet", wanted, without=frozenset(less))
            assert arrange(plan).sheets > wanted


def test_a_circle_is_the_widest_that_fits(event, many):
    fit = guides.fit(planned(event, many, "trifold", 1))
    (radius,) = [choice for choice in fit.choices if choice.kind == "radius"]
    wider = replace(event, radius_miles=radius.radius_miles + 0.2)
    assert arrange(planned(wider, many, "trifold", 1)).sheets > 1
    assert 0 < radius.listed < 60


def test_names_and_telephones_never_go(event, many):
    for layout in ("booklet", "trifold"):
        for choice in guides.fit(planned(event, many, layout, 1)).choices:
            assert not {"phone", "own_script", "address", "sells", "hours"} & set(choice.gone)


def test_a_smaller_type_is_tried_before_anything_goes(event, many, made_at):
    some = [replace(each, description_en="Food", description_es="Comida") for each in many[:15]]
    plan = planned(event, some, "trifold", 1)
    assert guides.fit(plan).fits
    made = arrange(plan)
    assert 9 <= made.m.size < 12
