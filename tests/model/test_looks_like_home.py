"""Whether an address looks like somebody's home: asked, never decided."""

import pytest

from directory_app.model import homes


@pytest.mark.parametrize(
    ("address", "unit", "note", "looks"),
    [
        ("12 Main St", "Apt 4", "", True),
        ("12 Main St Apt. B", "", "", True),
        ("44 Calle Luna", "Apartamento 3", "", True),
        ("9 Rural Rd", "Trailer 7", "", True),
        ("12 Main St", "House", "", True),
        ("12 Main St", "", "Home kitchen, call first", True),
        ("12 Main St", "", "cooks from her home", True),
        ("12 Main St", "", "cocina en su casa", True),
        ("12 Main St", "Ste 4", "", False),
        ("12 Main St", "Space 12", "the flea market", False),
        ("12 House Rd", "", "", False),
        ("12 Main St", "", "Homemade tortillas; feels like home", False),
        ("12 Main St", "", "comida casera", False),
        ("", "", "home kitchen", False),
    ],
)
def test_an_address_is_asked_about(address: str, unit: str, note: str, looks: bool) -> None:
    values = {
        "address_type": "physical", "address_1": address, "address_2": unit, "note": note,
        "name": "La Estrella",
    }  # fmt: skip
    assert homes.looks_like_home(values) is looks


@pytest.mark.parametrize("kind", ["home", "mobile", "postal"])
def test_other_kinds_are_not_asked_about(kind: str) -> None:
    values = {"address_type": kind, "address_1": "12 Main St", "address_2": "Apt 4"}
    assert not homes.looks_like_home(values)
