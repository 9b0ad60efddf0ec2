"""An invented directory with one of each thing that must not leave, to try reading back."""

import datetime as dt
from dataclasses import dataclass

from directory_app import exporting, guides
from directory_app.model.business import Business, Phone
from directory_app.model.contact import Contact
from directory_app.model.draft import DraftConsent
from directory_app.model.forbidden import Secret
from directory_app.model.geo import Position
from directory_app.model.listing import PublicEvent, PublicListing
from directory_app.store import Store

TODAY = dt.date(2026, 11, 24)
MADE = dt.datetime(2026, 11, 24, 18, 0, tzinfo=dt.UTC)
HIDDEN_PIN, REFUSED_PIN = Position(35.671234, -105.961234), Position(35.681717, -105.941717)
NOTE = "Anselmo opens late and cooks on Thursdays while the ovens are being sorted out"
#: What may be planted in a description, and what it gives away.
LEAKS: dict[str, tuple[str, Secret]] = {
    "name": ("Ask for us at PANADERIA XILOFONO azul", Secret.NAME),
    "name of another script": ("邻居是四川小馆，欢迎光临", Secret.NAME),
    "one word": ("Next door to Zyxoteca, the green door", Secret.NAME),
    "street": ("Behind 4417 Calle Zafiro", Secret.STREET),
    "street, other spelling": ("look for 4417-B calle zafiro, ring twice", Secret.STREET),
    "street, number behind": ("Calle Zafiro no. 4417", Secret.STREET),
    "several houses": ("4415 & 4417 Calle Zafiro", Secret.STREET),
    "house of a street": ("at 2020 Rodeo Road", Secret.STREET),
    "coordinates": ("35.67123, -105.96123", Secret.PLACE),
    "a link to a map": ("https://example.org/?q=35.6713,-105.9613", Secret.PLACE),
    "degrees": ("35°40'16.4\"N 105°57'40.4\"W", Secret.PLACE),
    "where one is who refused": ("35.6817 -105.9417", Secret.PLACE),
    "confidential number": ("Call (505) 555-0171 after six", Secret.PHONE),
    "confidential, run together": ("cel 5055550171", Secret.PHONE),
    "confidential, from abroad": ("+1.505.555.0171", Secret.PHONE),
    "confidential, local": ("Tel. 555-0171", Secret.PHONE),
    "confidential, other digits": ("٥٠٥-٥٥٥-٠١٧١", Secret.PHONE),
    "number of who refused": ("505 555 0172", Secret.PHONE),
    "number of a contact": ("505/555-0173", Secret.PHONE),
    "e-mail of a contact": ("Write to ANSELMO.private@example.org.", Secret.EMAIL),
    "note": ("Anselmo cooks on Thursdays while the rest sleeps", Secret.NOTE),
    "contact": ("Owner: Eustaquio Zyxoberg", Secret.PERSON),
}
#: What must stop nothing.
HARMLESS = (
    *("Fresh salsa and mercado prices", "La esquina del sabor, abierto todos los días"),
    *(
        "Mole from Veracruz",
        "Main St at Calle Zafiro",
        "the 4417 Club",
        "505-555-0174 and 555-0179",
    ),
    *("The bakery of the plaza", "Cooks on Thursdays", "Open 11-5, 44 17 tables", "35.671, 2.5"),
    *("Rodeo Road", "Panadería azul", "1234567890123", "Her cousin cooks too"),
)


def yes(channel: str = "print") -> DraftConsent:
    return DraftConsent(channel, "yes", TODAY - dt.timedelta(40), "Marisol")


def fill(store: Store) -> None:
    """One that is whole, one that hides its place, one of its street, and some who refused."""
    store.people.add("Marisol")
    every = [yes(), yes("map"), yes("web"), yes("share")]
    luz = store.businesses.add(
        Business(
            code="", name="Panadería Luz", category="bakery", address_1="812 Agua Fria St",
            city="Santa Fe", state_province="NM", postal_code="87501", note=NOTE,
            opening_hours="Tu-Su 08:00-15:00",
        ),
        phones=[
            Phone(business_id="", number="+15055550174"),
            Phone(business_id="", number="+15055550171", confidential=True),
        ],
        consents=every,
        contacts=[
            Contact(
                business_id="", name="Eustaquio Zyxoberg", phone="+15055550173",
                email="anselmo.private@example.org",
            )
        ],
    )  # fmt: skip
    store.businesses.place(luz.business.id, Position(35.6871, -105.9381), "rooftop", "person")
    for name, visibility, line, pin in (
        ("Taquería Quetzal", "town", "4417 Calle Zafiro", HIDDEN_PIN),
        ("Café Rodeo", "street", "2020 Rodeo Rd", Position(35.641234, -105.971234)),
    ):
        made = store.businesses.add(
            Business(
                code="", name=name, category="restaurant", address_1=line, city="Santa Fe",
                state_province="NM", location_visibility=visibility,
            ),
            consents=every,
        )  # fmt: skip
        store.businesses.place(made.business.id, pin, "rooftop", "person")
    refused = store.businesses.add(
        Business(
            code="", name="Panadería Xilófono Azul", alternate_name="四川小馆", city="Santa Fe",
            email="xilofono@example.org",
        ),
        phones=[
            Phone(business_id="", number="+15055550172"),
            Phone(business_id="", number="+15055550174"),
        ],
        consents=[DraftConsent("print", "no", TODAY - dt.timedelta(9), "Marisol")],
    )  # fmt: skip
    store.businesses.place(refused.business.id, REFUSED_PIN, "rooftop", "person")
    # common words, a land, a part of a name that may be there, the same name twice
    for name in ("Zyxoteca", "Mercado", "La Esquina", "Veracruz", "Luz", "Panadería Luz", "Open"):
        store.businesses.add(Business(code="", name=name, city="Santa Fe"))


@dataclass(frozen=True)
class Output:
    """A thing that is made from listings, and its format."""

    name: str
    format: str

    def make(self, listings: list[PublicListing]) -> bytes:
        if self.name in exporting.NAMES:
            about = exporting.About(7, "print", TODAY, TODAY + dt.timedelta(60))
            return exporting.render(self.name, listings, about)
        event = PublicEvent("e", "Church fair", "Feria", TODAY, city="Santa Fe")
        options = guides.GuideOptions(self.name, show_map=False)
        return guides.render_preview(guides.plan(event, listings, options), made_at=MADE)


EXPORTS = tuple(
    Output(name, exporting.known(name).ending.removeprefix(".")) for name in exporting.NAMES
)
GUIDES = tuple(Output(kind.name, "pdf") for kind in guides.layout_kinds() if not kind.private)
