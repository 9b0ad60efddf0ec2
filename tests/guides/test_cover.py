"""The cover's door: the town's streets where there is data of it, and never a business."""

from collections.abc import Iterator
from dataclasses import replace

import pypdfium2
import pytest

from directory_app import guides
from directory_app.maps.streets import bring
from directory_app.model.geo import Position
from tests.data import town_files
from tests.data.town import CENTRE, town

MIDDLE = Position(CENTRE[1], CENTRE[0])


@pytest.fixture(scope="module")
def street_data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    folder = tmp_path_factory.mktemp("streets")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PUERTAS_MAP_DATA", str(folder / "map-data"))
        bring([town_files.write_pbf(town(), folder / "springs-latest.osm.pbf")])
        yield


def cover_of(event, listings, made_at, layout="booklet"):
    options = guides.GuideOptions(layout, imposed=False)
    data = guides.render_preview(guides.plan(event, listings, options), made_at=made_at)
    return data, pypdfium2.PdfDocument(data)[0]


@pytest.mark.parametrize("layout", ["booklet", "trifold", "pocket"])
def test_the_town_s_streets_are_in_the_door(street_data, event, listings, made_at, layout):
    here = replace(event, position=MIDDLE)
    data, page = cover_of(here, listings, made_at, layout)
    text = page.get_textpage().get_text_range()
    assert "OpenStreetMap" in text
    away = replace(event, position=Position(60.0, 20.0))
    assert (
        "OpenStreetMap"
        not in cover_of(away, listings, made_at, layout)[1].get_textpage().get_text_range()
    )
    assert data == cover_of(here, listings, made_at, layout)[0]


def test_without_an_event_s_place_the_door_is_a_door(street_data, event, listings, made_at):
    _, page = cover_of(replace(event, position=None), listings, made_at)
    assert "OpenStreetMap" not in page.get_textpage().get_text_range()


def test_no_business_is_on_the_cover(street_data, event, listings, made_at):
    _, page = cover_of(replace(event, position=MIDDLE), listings, made_at)
    text = page.get_textpage().get_text_range()
    assert not any(each.name in text for each in listings)
    with_marks = [replace(each, marker=MIDDLE) for each in listings]
    same = cover_of(replace(event, position=MIDDLE), with_marks, made_at)[1]
    assert same.render().to_pil().tobytes() == page.render().to_pil().tobytes()
