"""What a format holds comes back as the same business through our own import."""

import datetime as dt
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory_app import exporting, importing
from directory_app.exporting import About
from directory_app.model import categories, languages
from directory_app.model.geo import Position
from directory_app.model.listing import PublicListing, PublicPhone

TODAY = dt.date(2026, 11, 24)
ABOUT = About(7, "share", TODAY, dt.date(2027, 1, 23))
WORD = st.text("abcdeghilmnoprstuáéíñôü", min_size=3, max_size=8).filter(
    lambda word: word not in {"none", "nada", "ninguno", "total", "totales"}
)
TYPED = st.builds(
    PublicListing,
    code=st.just("KXQF"),
    name=st.lists(WORD.map(str.title), min_size=2, max_size=3).map(
        lambda words: "Zq " + " ".join(words)
    ),
    category=st.sampled_from([each.key for each in categories.CATEGORIES]),
    languages=st.lists(
        st.sampled_from([each.code for each in languages.all_languages()]), unique=True, max_size=3
    ).map(tuple),
    address_1=st.integers(1, 9999).map(lambda number: f"{number} Calle Inventada"),
    address_2=st.sampled_from(["", "Suite B"]),
    city=st.sampled_from(["Santa Fe", "Clovis"]),
    state_province=st.just("NM"),
    postal_code=st.sampled_from(["87505", "88101"]),
    marker=st.none()
    | st.builds(Position, st.floats(32.0, 36.9).map(lambda x: round(x, 5) + 1e-6), st.just(-105.9)),
    phones=st.lists(
        st.builds(
            PublicPhone,
            st.integers(0, 99).map(lambda n: f"+150555501{n:02}"),
            st.sampled_from(["", "2", "104"]),
            st.sampled_from(["voice", "cell", "text", "fax"]),
        ),
        unique_by=lambda each: each.number,
        max_size=3,
    ).map(tuple),
    email=st.sampled_from(["", "hola@nopal.example"]),
    website=st.sampled_from(["", "https://nopal.example"]),
    opening_hours=st.sampled_from(["", "Mo-Fr 08:00-18:00; Sa 09:00-14:00", "Mo-Su 20:00-02:00"]),
    payment_accepted=st.sampled_from([(), ("cash",), ("cash", "snap", "wic")]),
    description_en=st.sampled_from(["", "Bread and cakes"]),
    description_es=st.sampled_from(["", "Pan y pasteles"]),
    takeaway=st.none() | st.booleans(),
    wheelchair=st.sampled_from(["", "yes", "no", "limited"]),
    status=st.sampled_from(["active", "temporarily_closed"]),
)
PLACE = ("name", "category", "address_1", "address_2", "city", "state_province", "postal_code")
MORE = (*PLACE, "email", "website", "languages", "opening_hours", "status")
ALL = (*MORE, "description_en", "description_es", "payment_accepted", "takeaway", "wheelchair")
#: The fields that each format can hold; what it can't is said before the export.
HOLDS = {
    "geojson": (".geojson", ALL),
    "kml": (".kml", ALL),
    "vcard": (".vcf", (*PLACE, "email", "website", "languages")),
    "hsds": (".zip", MORE),
}


@pytest.mark.parametrize("name", HOLDS)
@settings(max_examples=30, deadline=None)
@given(listing=TYPED)
def test_what_a_format_holds_comes_back(name, listing):
    ending, fields = HOLDS[name]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"list{ending}"
        path.write_bytes(exporting.render(name, [listing], ABOUT))
        reading = importing.read(path, today=TODAY)
    (draft,) = reading.drafts
    assert reading.source.kind == name
    assert not draft.stopped
    assert not draft.consents, "an export gives nobody a yes"
    for field in fields:
        assert same(draft.values.get(field), getattr(listing, field)), field
    assert sorted((p.number, p.extension, str(p.type)) for p in draft.phones) == sorted(
        (p.number, p.extension, p.type) for p in listing.phones
    )
    if listing.marker is None:
        assert "latitude" not in draft.values
    else:
        assert abs(draft.values["latitude"] - listing.marker.latitude) < 1e-6


def same(found, expected) -> bool:
    if isinstance(expected, tuple):
        return set(found or ()) == set(expected)
    if isinstance(expected, str) and expected.startswith(("Mo-", "active")):
        expected = {"active": (None, "active")}.get(expected) or hours_as(expected)
        return found in expected
    return found == expected or (found is None and expected in ("", None))


def hours_as(text: str) -> tuple[str, ...]:
    """The same week with its days one by one, as HSDS has it."""
    return (text, text.replace("Mo-Fr", "Mo,Tu,We,Th,Fr").replace("Mo-Su", "Mo,Tu,We,Th,Fr,Sa,Su"))
