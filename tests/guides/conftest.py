"""An invented event and invented businesses in every script that the guides print."""

import datetime as dt
import importlib.util
import re
from math import cos, radians, sin
from pathlib import Path

import pypdfium2
import pytest

from directory_app import guides
from directory_app.model.geo import Position
from directory_app.model.listing import PublicEvent, PublicListing, PublicPhone
from tests.papers import write

VENUE = Position(35.6740, -105.9650)
MADE_AT = dt.datetime(2026, 11, 24, 19, 30, tzinfo=dt.UTC)
CONTACT = "505-555-0100"


def place(miles: float, degrees: float) -> Position:
    """A point so far from the venue, clockwise from north."""
    north, east = miles * cos(radians(degrees)), miles * sin(radians(degrees))
    return Position(VENUE.latitude + north / 69.1, VENUE.longitude + east / 56.1)


def listing(code: str, name: str, phone: str = "", **fields) -> PublicListing:
    """A listing with a yes to print and map, a mile from the venue unless told otherwise."""
    at = fields.pop("at", place(1.0, 90))
    defaults = {
        "category": "restaurant", "address_1": "12 Calle Inventada", "city": "Santa Fe",
        "state_province": "NM", "place": at, "place_is_pin": at is not None,
        "precision": "rooftop", "marker": at, "description_en": "Food", "description_es": "Comida",
        "opening_hours": "Mo-Su 08:00-18:00", "assured_date": dt.date(2026, 10, 1),
        "consent_until": dt.date(2027, 10, 1), "reviewed_by_second_person": True,
    }  # fmt: skip
    phones = (PublicPhone(phone),) if phone else ()
    return PublicListing(code=code, name=name, phones=phones, **{**defaults, **fields})


#: (name, own script, category): each a script that the typesetter has to get right.
NAMES = [
    ("Taquería La Mesa Redonda", "", "restaurant"),
    ("Lomi & Lugaw ni Aling Rosa", "", "restaurant"),
    ("Quán Phở Cây Đa", "Phở Cây Đa", "restaurant"),
    ("Xela’s K’iche’ Comedor", "", "restaurant"),
    ("Lucy Coffee House", "ሉሲ ቡና ቤት", "cafe"),
    ("Jade Dumplings", "翠玉饺子馆", "restaurant"),
    ("Han River Table", "한강 밥상", "restaurant"),
    ("Ramen Kaze", "らーめん風", "restaurant"),
    ("Kunduz Bread", "نان قندوز", "bakery"),
    ("Souk Al-Warda", "سوق الوردة", "grocery"),
    ("Carmel Bakery", "מאפיית כרמל", "bakery"),
    ("Annapurna Gifts", "अन्नपूर्णा उपहार", "gifts"),
    ("Sonar Bangla", "সোনার বাংলা", "grocery"),
    ("Dhaba Panj Darya", "ਪੰਜ ਦਰਿਆ ਢਾਬਾ", "restaurant"),
    ("Madurai Mess", "மதுரை மெஸ்", "restaurant"),
    ("Baan Dok Mai", "บ้านดอกไม้", "restaurant"),
    ("Vientiane Noodles", "ເຝີວຽງຈັນ", "restaurant"),
    ("Angkor Market", "ផ្សារអង្គរ", "grocery"),
    ("Mandalay Tea", "မန္တလေး လက်ဖက်ရည်", "cafe"),
    ("Lhasa Momo", "ལྷ་ས་མོག་མོག་", "restaurant"),
    ("Kazka Tailoring", "Казка", "tailor"),
    ("<El Rincón> & <b>Hijos</b>", "", "jewelry"),
    ("=Corte Fino", "", "barber"),
]


@pytest.fixture
def event() -> PublicEvent:
    """A canvass in Santa Fe on a Saturday morning."""
    return PublicEvent(
        id="e1", name_en="Canvass launch", name_es="Inicio de la campaña",
        date=dt.date(2026, 12, 5), starts=dt.time(10), ends=dt.time(13),
        venue="Salón La Acequia", address="1120 Hickox St", city="Santa Fe", position=VENUE,
        precision="rooftop",
    )  # fmt: skip


@pytest.fixture
def listings() -> list[PublicListing]:
    """One business a script, near to far."""
    letters = "BCDFGHJKMNPQRSTVWXYZ"
    return [
        listing(
            f"BB{letters[i // 20]}{letters[i % 20]}", name, f"+15055550{100 + i}",
            alternate_name=own, category=category, at=place(0.3 + i / 10, i * 37),
            address_1=f"{100 + i} Calle Inventada", description_en=f"Goods of kind {i}",
            description_es=f"Cosas de clase {i}",
        )
        for i, (name, own, category) in enumerate(NAMES)
    ]  # fmt: skip


@pytest.fixture
def written(event, listings, tmp_path):
    """The plan of all sample listings, and the guide of it."""
    plan = guides.plan(event, listings)
    path = tmp_path / "guide.pdf"
    return plan, write(plan, path, run_number=42, made_at=MADE_AT, mistake_contact=CONTACT)


def page_texts(data) -> list[str]:
    """The text of each page as a reader finds it."""
    document = pypdfium2.PdfDocument(data)
    return [page.get_textpage().get_text_range() for page in document]


def flat(text: str) -> str:
    """Without any space or break, so that wrapped text can be found."""
    return re.sub(r"[\s\u200e\u200f\u202a-\u202e\ufffe]+", "", text)


@pytest.fixture(name="names")
def names_fixture() -> list[tuple[str, str, str]]:
    """(name, own script, category) of the sample."""
    return NAMES


@pytest.fixture(name="listing")
def listing_fixture():
    """The maker of listings: listing(code, name, phone, **fields)."""
    return listing


@pytest.fixture(name="place")
def place_fixture():
    """place(miles, degrees from north) round the venue."""
    return place


@pytest.fixture
def made_at() -> dt.datetime:
    """A moment of printing."""
    return MADE_AT


@pytest.fixture(name="page_texts")
def page_texts_fixture():
    """page_texts(data): what a reader finds on each page."""
    return page_texts


@pytest.fixture(name="flat")
def flat_fixture():
    """flat(text): without spaces, breaks and direction marks."""
    return flat


@pytest.fixture(scope="session")
def tagged():
    """tagged.faults(data): what is amiss in a tagged PDF; tagged.outline(data): its elements."""
    spec = importlib.util.spec_from_file_location("tagged", Path(__file__).parent / "tagged.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
