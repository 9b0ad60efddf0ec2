"""Several maps where one is too full: everybody who may be on one is on exactly one."""

from dataclasses import replace

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app import guides
from directory_app.guides.layouts import atlas, kind, mapping
from directory_app.model.geo import Position

HALF = kind("booklet").atlas[0]


def many(listing, place, count):
    return [
        listing(
            f"A{number:04}", f"Tienda {number} de Prueba", f"+1505555{1000 + number}",
            at=place(0.2 + number % 97 / 9, number * 37), city=f"Pueblo {number % 5}",
        )
        for number in range(count)
    ]  # fmt: skip


@pytest.fixture
def crowd(event, listing, place):
    """crowd(layout, count, **options): a plan of so many, each with a yes to the map."""

    def make(layout, count, **options):
        chosen = guides.GuideOptions(layout, imposed=False, **options)
        return guides.plan(event, many(listing, place, count), chosen)

    return make


@pytest.mark.parametrize(("count", "many_maps"), [(200, False), (201, True), (450, True)])
def test_everybody_is_on_exactly_one_map(crowd, count, many_maps):
    plan = crowd("booklet", count)
    found = atlas.tiles(plan, HALF)
    assert bool(found) == many_maps
    if found:
        numbers = [entry.number for tile in found for entry in tile.entries]
        assert sorted(numbers) == list(range(1, count + 1))
        assert max(len(tile.entries) for tile in found) <= HALF
        assert [tile.number for tile in found] == list(range(1, len(found) + 1))


@given(
    spots=st.lists(st.tuples(st.floats(-60, 60), st.floats(-170, 170)), min_size=1, max_size=120),
    most=st.integers(1, 40),
)
def test_no_part_holds_more_than_a_page(spots, most):
    from directory_app.guides.planning import Entry
    from directory_app.model.listing import PublicListing
    from directory_app.model.terms import OpenState

    entries = [
        Entry(
            number, PublicListing(code=str(number), name="x", marker=Position(*spot)),
            OpenState.OPEN, None, "circle",
        )
        for number, spot in enumerate(spots, 1)
    ]  # fmt: skip
    parts = atlas._parted(entries, most)
    assert all(0 < len(part) <= most for part in parts)
    assert sorted(entry.number for part in parts for entry in part) == [
        entry.number for entry in entries
    ]


@pytest.mark.parametrize("layout", ["booklet", "sheet"])
def test_each_map_shows_the_numbers_of_the_list(
    layout, crowd, made_at, page_texts, monkeypatch, tagged
):
    drawn = []
    draw = mapping.draw

    def noted(page, display, x, y):
        drawn.append([marker.number for marker in display.markers])
        assert display.height > 150
        draw(page, display, x, y)

    monkeypatch.setattr(mapping, "draw", noted)
    plan = crowd(layout, 230)
    data = guides.render_preview(plan, made_at=made_at)
    overview, *tiles = drawn
    assert overview == [f"M{number}" for number in range(1, len(tiles) + 1)]
    shown = sorted(int(number) for tile in tiles for number in tile)
    assert shown == list(range(1, 231))
    text = "".join(page_texts(data))
    assert f"Map M{len(tiles)}" in text and f"Mapa M{len(tiles)}" in text
    assert tagged.faults(data) == []
    titles = [item.get_title() for item in pypdfium2.PdfDocument(data).get_toc()]
    assert "Map M1" in titles


def test_who_said_no_to_the_map_is_on_none(crowd, event, listing, place):
    those = [
        replace(each, marker=None) if number % 10 == 0 else each
        for number, each in enumerate(many(listing, place, 300))
    ]
    plan = guides.plan(event, those, guides.GuideOptions("booklet"))
    maps = atlas.Atlas(plan)
    shown = {entry.listing.code for tile in maps.tiles for entry in tile.entries}
    assert shown == {each.code for each in those if each.marker is not None}
    assert len(maps.unmapped) == 30
    off = guides.plan(event, those, guides.GuideOptions("booklet", show_map=False))
    assert atlas.tiles(off, HALF) == ()


def test_an_area_far_from_the_event_is_not_shown_as_small_as_the_way_there(event, listing, place):
    near = [replace(each, code=f"N{each.code}") for each in many(listing, place, 150)]
    far = [
        listing(f"F{n:03}", f"Lejos {n}", at=place(80 + n % 9 / 10, 90 + n % 7 / 10), city="Lejos")
        for n in range(60)
    ]
    plan = guides.plan(event, [*near, *far], guides.GuideOptions("booklet"))
    found = atlas.tiles(plan, HALF)
    apart = [tile for tile in found if tile.towns == "Lejos"]
    assert sum(len(tile.entries) for tile in apart) == 60  # a town apart is not mixed with others
    assert not any(tile.is_near(event.position) for tile in apart)
    assert found[0].is_near(event.position)


@pytest.mark.parametrize(
    ("layout", "code"),
    [("sheet", "map_in_parts"), ("booklet", "map_in_parts"), ("poster", "map_too_full")],
)
def test_preflight_tells_that_there_are_several_or_none(layout, code, crowd):
    codes = {each.code for each in guides.preflight(crowd(layout, 201))}
    assert codes & {"map_in_parts", "map_too_full"} == {code}


@pytest.mark.parametrize("layout", ["sheet", "booklet"])
def test_markers_without_room_on_one_of_several_maps_are_told_with_the_map(
    layout, crowd, monkeypatch
):
    plan = crowd(layout, 230)
    assert atlas.crowded_tiles(plan) == {}
    assert "tile_crowded" not in {each.code for each in guides.preflight(plan)}
    hidden = atlas.crowded_tiles(plan, (120.0, 90.0))
    assert set(hidden) <= {f"M{number}" for number in range(1, 9)} and hidden
    monkeypatch.setattr(
        "directory_app.guides.checks.crowded_tiles",
        lambda each: atlas.crowded_tiles(each, (120.0, 90.0)),
    )
    told = [each for each in guides.preflight(plan) if each.code == "tile_crowded"]
    assert len(told) == len(hidden)
    name, numbers = next(iter(hidden.items()))
    assert told[0].mend == "options"
    for message in (told[0].message_en, told[0].message_es):
        assert name in message and numbers[0] in message


def test_a_layout_with_one_map_has_no_crowded_tiles(crowd):
    assert atlas.crowded_tiles(crowd("poster", 230), (120.0, 90.0)) == {}
