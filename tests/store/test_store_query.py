"""The grammar of the search box over a real directory."""

import datetime as dt
from typing import Any

import pytest

from directory_app.model.draft import DraftConsent
from directory_app.model.geo import Position
from directory_app.store import Filter, Store
from directory_app.store.area import find_places_by
from tests.store.conftest import TODAY, business, phone, yes


@pytest.fixture
def filled(store: Store) -> Store:
    """Three: Nopal (Santa Fe, yes to print), Pho (Clovis, nobody asked), Pan (Portales, no)."""
    store.businesses.add(
        business(
            "Nopal", opening_hours="Mo-Sa 09:00-17:00", assured_date=TODAY, website="x.example"
        ),
        phones=[phone()],
        consents=[yes()],
    )
    store.businesses.add(
        business(
            "Pho Ngon",
            city="Clovis",
            languages=["vi"],
            cuisine=["vietnamese"],
            opening_hours="Su 10:00-14:00",
            latitude=34.4,
            longitude=-103.2,
            precision="city",
            assured_date=TODAY - dt.timedelta(days=300),
        )
    )
    store.businesses.add(
        business("Pan Dulce", category="bakery", city="Portales", payment_accepted=["snap"]),
        consents=[DraftConsent("print", "no", TODAY, "Marisol")],
    )
    return store


def names(store: Store, text: str, **more: Any) -> list[str]:
    """What is found, after holding first rows, ids and count against one another."""
    wanted = Filter(text=text, **more)
    rows = store.browser.first_rows(wanted, 50)
    assert [row.row_id for row in rows] == list(store.browser.row_ids(wanted))
    assert store.browser.count(wanted) == len(rows)
    return [row.name for row in rows]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("town:clovis", "Pho Ngon"),
        ("town:clov or town:portales", "Pan Dulce,Pho Ngon"),
        ("-town:clovis", "Nopal,Pan Dulce"),
        ("category:panadería", "Pan Dulce"),
        ("cuisine:vietnamese", "Pho Ngon"),
        ("language:vi", "Pho Ngon"),
        ("language:es -nopal", "Pan Dulce"),
        ("consent.print:none", "Pho Ngon"),
        ("consent.print:yes", "Nopal"),
        ("-consent.print:yes", "Pan Dulce,Pho Ngon"),
        ("consent.print:no", "Pan Dulce"),
        ("consent.print:ended", ""),
        ("consent.print:ends<2y", "Nopal"),
        ("consent.print:ends<60d", ""),
        ("stale:>6m", "Pan Dulce,Pho Ngon"),
        ("-stale:>6m", "Nopal"),
        ("precision:city", "Pho Ngon"),
        ("precision:none", "Nopal,Pan Dulce"),
        ("-precision:city", "Nopal,Pan Dulce"),
        ('open:"sun 10:00"', "Pho Ngon"),
        ('open:"mon 4pm"', "Nopal"),
        ("open:domingo", "Pho Ngon"),
        ("payment:snap", "Pan Dulce"),
        ("has:phone", "Nopal"),
        ("has:website or has:pin", "Nopal,Pho Ngon"),
        ("pan or pho", "Pan Dulce,Pho Ngon"),
        ('"pan dulce"', "Pan Dulce"),
        ('"dulce pan"', ""),
        ("pan category:restaurant", ""),
        ("changed:<7d town:clovis", "Pho Ngon"),
        ("colour:red town:clovis", "Pho Ngon"),
        ("-review:archived -code:ZZZZ", "Nopal,Pan Dulce,Pho Ngon"),
    ],
)
def test_each_part_finds_what_it_says(filled: Store, text: str, found: str) -> None:
    assert names(filled, text) == [name for name in found.split(",") if name]


def test_a_code_finds_its_business_and_other_fields_still_narrow(filled: Store) -> None:
    row = filled.browser.first_rows(Filter(text="nopal"), 1)[0]
    assert names(filled, f"code:{row.code.lower()}") == ["Nopal"]
    assert names(filled, f"code:{row.code}", city="Clovis") == []
    assert names(filled, "-pan", sort="code", descending=True)


def test_near_asks_who_was_handed_in(filled: Store) -> None:
    find_places_by(lambda text: Position(34.41, -103.2) if text == "Clovis" else None)
    assert names(filled, "near:Clovis<5mi") == ["Pho Ngon"]
    assert names(filled, "near:Clovis<0.1mi") == []
    assert names(filled, "near:Nowhere<5mi") == []
    assert names(filled, "-near:Clovis<5mi") == ["Nopal", "Pan Dulce"]


def test_values_are_never_sql(filled: Store) -> None:
    for text in ("town:x'--", 'cuisine:"*) OR ("', "near:');--<1mi", "phrase:'", 'code:"\'"'):
        names(filled, text)
    assert filled.browser.count(Filter()) == 3
