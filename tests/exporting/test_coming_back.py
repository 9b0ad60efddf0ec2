"""Our own files, imported again into the directory that they are of, change nothing in it."""

import datetime as dt
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from directory_app import exporting, importing, tasks
from directory_app.model import categories
from directory_app.model.business import Business, Phone
from directory_app.model.draft import DraftConsent, VerdictKind
from directory_app.model.geo import Position
from directory_app.sample import make_sample
from directory_app.store import Store

FORMATS = [name for name in exporting.NAMES if name != "html"]
DAY = dt.date.today() - dt.timedelta(30)
TEXT = st.lists(
    st.sampled_from(
        ["Pan y pasteles", "bread, cakes; tea", "“hot” & cold", "<b>Tacos</b>", "a\\b", "=2+3",
         "soups\nand stews", "it's", "25 % off: today", "щи", "bánh mì", "café  con leche"]
    ),
    max_size=2, unique=True,
).map("\n".join)  # fmt: skip
NAME = st.tuples(
    st.sampled_from(["Taquería", "Pho", "Зоря", 'Café "La Luz"', "O'Hara &", "El Niño de"]),
    st.text("abcdefghijklmnoprstuvñáéü", min_size=4, max_size=9).map(str.title),
    st.sampled_from(["", " (Westside)", " #2", " & Sons", ", Inc.", " – Deli", " 24/7"]),
).map(lambda parts: f"{parts[0]} Zq{parts[1]}{parts[2]}")  # fmt: skip
STREET = st.sampled_from(
    ["", "1420 Cerrillos Rd", "N Guadalupe St & Water St", "Corner of 2nd and Main", "PO Box 12",
     "Pacheco St", "5 Calle Medico, Bldg 2", "12-B Old Pecos Trl", "One Civic Plaza", "NM-14",
     "Esquina de 5th y Pile", "100 1/2 E San Francisco St", "County Road 54 #7"]
)  # fmt: skip
HOURS = st.sampled_from(
    ["", "24/7", "Mo-Fr 08:00-18:00; Sa 09:00-14:00", "Tu-Th 17:00-21:00; Fr,Sa 17:00-02:00",
     "Mo off; Tu-Su 08:00-15:00", "Mo-Fr 08:00-18:00; PH off", "Nov-Feb: Mo-Su 09:00-17:00",
     "Mo-Fr 11:00-14:30,17:00-21:00", "Sa[1] 10:00-14:00", "Mo-Su 17:00-24:00"]
)  # fmt: skip
PIN = st.none() | st.tuples(
    st.floats(32, 36.9), st.floats(-108, -103.5),
    st.sampled_from(["rooftop", "interpolated", "street", "city", "zip", "manual"]),
)  # fmt: skip
VALUES = st.fixed_dictionaries({
    "name": NAME,
    "alternate_name": st.sampled_from(["", "El Otro", "Փուռ", "The Other One"]),
    "category": st.sampled_from([each.key for each in categories.CATEGORIES]),
    "cuisine": st.lists(st.sampled_from(["mexican", "korean_bbq", "sushi"]), unique=True),
    "languages": st.lists(st.sampled_from(["es", "en", "K'iche'", "vi", "zh"]), unique=True),
    "description_en": TEXT, "description_es": TEXT,
    "address_1": STREET,
    "address_2": st.sampled_from(["", "Suite B", "# 4", "Apt 2, upstairs"]),
    "city": st.sampled_from(["Santa Fe", "Clovis", "Española", ""]),
    "state_province": st.sampled_from(["NM", ""]),
    "postal_code": st.sampled_from(["", "87505", "88101-1234"]),
    "address_type": st.sampled_from(["physical", "home", "mobile", "postal"]),
    "location_visibility": st.sampled_from(["exact", "street", "town", "none"]),
    "directions_en": TEXT, "directions_es": TEXT,
    "email": st.sampled_from(["", "hola@nopal.example"]),
    "website": st.sampled_from(["", "https://nopal.example/menu?a=1,2;b", "https://a.example"]),
    "same_as": st.lists(
        st.sampled_from(["https://facebook.com/nopal", "https://social.example/@zq",
                         "https://b.example/x,y"]), unique=True),
    "opening_hours": HOURS, "opening_hours_assumed": st.booleans(),
    "hours_note_en": TEXT, "hours_note_es": TEXT,
    "payment_accepted": st.lists(st.sampled_from(["cash", "cards", "snap", "wic"]), unique=True),
    "price_range": st.sampled_from(["", "$", "$$$"]),
    "takeaway": st.none() | st.booleans(),
    "catering": st.none() | st.booleans(),
    "wheelchair": st.sampled_from(["", "yes", "no", "limited"]),
    "status": st.sampled_from(["active", "temporarily_closed"]),
    "assured_date": st.none() | st.just(DAY),
})  # fmt: skip
BUSINESSES = st.lists(
    st.tuples(VALUES, PIN, st.sampled_from(["", "2", "104"]),
              st.sampled_from(["voice", "cell", "text", "fax"])),
    min_size=1, max_size=6, unique_by=lambda each: each[0]["name"],
)  # fmt: skip


def comes_back(store: Store, name: str, folder: Path) -> list:
    """The verdicts on an export that is imported again at once."""
    path = folder / f"o{exporting.known(name).ending}"
    made = tasks.export(store, tasks.ExportOrder(path, name, "print"))
    reading = importing.read(path)
    assert len(reading.drafts) == made.exported
    assert not any(draft.consents for draft in reading.drafts), "an export gives nobody a yes"
    return importing.match(reading.drafts, store)


def told(verdicts: list) -> list:
    return [
        (str(each.kind), each.reason, each.draft.name,
         [(c.field, c.before, c.after) for c in each.changes if c.accepted])
        for each in verdicts
        if each.kind != VerdictKind.SKIP
    ]  # fmt: skip


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    path = make_sample(tmp_path_factory.mktemp("sample") / "sample.puertas")
    with Store.open(path, write=True) as store:
        yield store


@pytest.mark.parametrize("name", FORMATS)
def test_the_sample_comes_back_as_it_went(name, sample, tmp_path):
    verdicts = comes_back(sample, name, tmp_path)
    assert len(verdicts) > 10
    assert told(verdicts) == []


@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # making it smaller takes minutes
)
@given(those=BUSINESSES)
def test_whatever_the_businesses_are_nothing_is_proposed(those):
    with (
        tempfile.TemporaryDirectory() as folder,
        Store.create(Path(folder) / "d.puertas", passphrase=None) as store,
    ):
        store.people.add("Ana")
        for at, (values, pin, extension, kind) in enumerate(those):
            made = store.businesses.add(
                Business(code="", **values),
                phones=[Phone(business_id="", number=f"+150555501{at:02}",
                              extension=extension, type=kind)],
                consents=[DraftConsent(each, "yes", DAY, "Ana") for each in ("print", "map")],
            )  # fmt: skip
            if pin is not None and values["address_type"] != "home":
                latitude, longitude, precision = pin
                store.businesses.place(
                    made.business.id, Position(latitude, longitude), precision, "person"
                )
        for name in FORMATS:
            assert told(comes_back(store, name, Path(folder))) == [], name
