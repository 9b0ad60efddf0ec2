"""Whatever stands in another program's file, it is read, or refused in a sentence."""

import json
import tempfile
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from directory_app import importing
from directory_app.errors import UserError

SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
ANY = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
GEOMETRIES = st.builds(
    lambda kind, place: {"type": kind, "coordinates": place},
    st.sampled_from(["Point", "Polygon", "MultiPolygon", "LineString"]),
    ANY,
)
TAGS = st.dictionaries(
    st.sampled_from(["name", "@id", "shop", "name:vi", "url", "cuisine", "puertas:category"])
    | st.text(),
    ANY,
    max_size=5,
)
FEATURES = st.fixed_dictionaries({"geometry": GEOMETRIES | ANY, "properties": TAGS | ANY})
LINES = st.sampled_from([
    *("BEGIN:VCARD", "END:VCARD", "FN:A", "ORG:", "ORG:\\", "ADR:;;;;", "TEL;VALUE=uri:tel:"),
    *("GEO:geo:1", "GEO:1;2", "NOTE:\\n\\,", " folded", "CATEGORIES:,", ":", ";", "item1.TEL:1"),
])  # fmt: skip


def read(name: str, data: bytes) -> None:
    """Read it; a refusal that a person can mend is as good."""
    with tempfile.TemporaryDirectory() as folder, suppress(UserError):
        path = Path(folder) / name
        path.write_bytes(data)
        importing.read(path)


@settings(max_examples=120, deadline=None)
@given(st.lists(FEATURES | ANY, min_size=1, max_size=3))
def test_any_features(features):
    read("a.geojson", json.dumps({"type": "FeatureCollection", "features": features}).encode())


@settings(max_examples=120, deadline=None)
@given(st.lists(LINES | st.text(max_size=20), min_size=1, max_size=12))
def test_any_cards(lines):
    read("a.vcf", "\r\n".join(["BEGIN:VCARD", *lines]).encode("utf-8", "replace"))


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=200))
@example(b"<kml><Placemark/></kml>")
@example(b"<kml><!-- x --><?pi x?><Placemark><Point/></Placemark></kml>")
@pytest.mark.parametrize("name", ["a.kml", "a.kmz", "a.vcf", "a.geojson", "a.zip"])
def test_any_bytes(name, data):
    read(name, data or b"x")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
@example("id,name\n1,A,B,C\n", 'id,byday\n"')
def test_any_tables(organizations, schedules):
    with tempfile.TemporaryDirectory() as folder, suppress(UserError):
        path = Path(folder) / "a.zip"
        with zipfile.ZipFile(path, "w") as packed:
            packed.writestr("organizations.csv", "id,name\n1,A\n" + organizations)
            packed.writestr("schedules.csv", schedules)
        importing.read(path)
