"""Invented listings, and what an export says of itself."""

import datetime as dt
from collections.abc import Callable

import pytest

from directory_app.exporting import About
from directory_app.model.geo import Position
from directory_app.model.listing import PublicListing, PublicPhone

TODAY = dt.date(2026, 11, 24)
#: A person's own words, and what other people have typed into lists to do harm.
MARKUP = {
    "angle": "<El Rincon> Tacos",
    "less": "x<y & z>w",
    "script": "</script><script>alert(1)</script>",
    "image": '"><img src=x onerror=alert(1)>',
    "comment": "<!-- --> ]]> <![CDATA[",
    "entity": "&lt;&amp;&#60;",
    "formula": "=1+1",
    "link": '=HYPERLINK("https://evil.example","x")',
    "minus": "-2+3",
    "plus": "+1",
    "at": "@SUM(A1)",
    "apostrophe": "'=1+1",
    "bidi": "Caf\u00e9 \u202eoslaf\u202c \u2066x\u2069 \u200f",
    "right": "سوق الوردة",
    "lines": "one\r\ntwo\rthree\nfour",
    "nul": "a\x00b\x08c",
    "broken": "half \ud800 letter \uffff",
    "separators": "a\u2028b\u2029c\u0085d",
    "card": "a;b,c\\d:e\nEND:VCARD",
    "quotes": '"O\'Hara" `x` ${y}',
    "long": "Ñandú " * 1_667,
    "emoji": "👩🏽‍🍳 Pan",
}


@pytest.fixture
def listing() -> Callable[..., PublicListing]:
    """listing(code, name, **fields): everything said, with a yes to the map."""

    def make(code: str = "KXQF", name: str = "Taquería El Nopal", **fields) -> PublicListing:
        usual = {
            "alternate_name": "El Nopalito",
            "category": "restaurant",
            "description_en": "Tacos and soups",
            "description_es": "Tacos y sopas",
            "cuisine": ("mexican",),
            "languages": ("es", "en"),
            "address_1": "1420 Cerrillos Rd",
            "address_2": "Suite B",
            "city": "Santa Fe",
            "state_province": "NM",
            "postal_code": "87505",
            "directions_en": "Behind the market",
            "directions_es": "Detrás del mercado",
            "place": Position(35.1111111, -105.2222222),
            "place_is_pin": True,
            "precision": "rooftop",
            "marker": Position(35.6712345678, -105.9651234567),
            "phones": (PublicPhone("+15055550142", "2"), PublicPhone("+15055550143", type="cell")),
            "email": "hola@nopal.example",
            "website": "https://nopal.example/menu?a=1,2;b",
            "same_as": ("https://facebook.com/nopal",),
            "opening_hours": "Mo-Fr 08:00-18:00; Sa 20:00-02:00",
            "hours_note_en": "Closed on rainy days",
            "hours_note_es": "Cerrado si llueve",
            "payment_accepted": ("cash", "snap"),
            "price_range": "$",
            "takeaway": True,
            "delivery": False,
            "wheelchair": "limited",
            "assured_date": dt.date(2026, 10, 1),
            "consent_until": dt.date(2027, 10, 1),
        }
        return PublicListing(code=code, name=name, **{**usual, **fields})

    return make


@pytest.fixture
def about() -> About:
    return About(12, "share", TODAY, dt.date(2027, 1, 23), mistake_contact="505-555-0100")


@pytest.fixture
def hostile(listing) -> list[PublicListing]:
    """One listing a piece of the corpus, with it in every field that people type."""
    letters = "BCDFGHJKMNPQRSTVWXYZ"
    made = []
    for at, text in enumerate(MARKUP.values()):
        fields = (
            *("alternate_name", "description_en", "description_es", "address_1", "address_2"),
            *("city", "state_province", "postal_code", "directions_en", "directions_es"),
            *("email", "website", "hours_note_en", "hours_note_es", "price_range"),
        )
        made.append(
            listing(
                f"BB{letters[at // 20]}{letters[at % 20]}",
                text,
                **dict.fromkeys(fields, text),
                cuisine=(text,),
                languages=(text,),
                same_as=(text,),
                phones=(),
                opening_hours=text,
            )
        )
    return made


@pytest.fixture(name="markup")
def markup_fixture() -> dict[str, str]:
    return MARKUP
