"""What is never kept, where no separator sets it apart, and in what is shown of a row."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from directory_app.importing import Reading, read, stopped
from directory_app.importing.columns import FIELDS

ReadText = Callable[..., Reading]
Write = Callable[..., Path]


@pytest.mark.parametrize(
    ("cell", "name", "words"),
    [
        ("Tamales Lupe undocumented", "Tamales Lupe", "undocumented"),
        ("Tamales Lupe owner is undocumented", "Tamales Lupe", "owner is undocumented"),
        ("Lonchera Güero sin papeles", "Lonchera Güero", "sin papeles"),
        ("Lonchera Güero la dueña está indocumentada", "Lonchera Güero",
         "la dueña está indocumentada"),
        ("Pho Mai SSN 123-45-6789", "Pho Mai", "SSN 123-45-6789"),
        ("Pho Mai 123-45-6789", "Pho Mai", "123-45-6789"),
        ("Pho Mai A123456789", "Pho Mai", "A123456789"),
        ("Momo House has TPS", "Momo House", "has TPS"),
        ("Momo House on DACA", "Momo House", "on DACA"),
        ("undocumented Momo House", "Momo House", "undocumented"),
        ("Mole Rosa deportado en 2019", "Mole Rosa en 2019", "deportado"),
    ],
)  # fmt: skip
def test_strong_words_leave_a_name(read_text: ReadText, cell: str, name: str, words: str) -> None:
    (draft,) = read_text(f"Name,Phone\n{cell},505-555-0101\n").drafts
    assert draft.name == name
    assert draft.stopped == {"name": words}
    assert draft.raw == (name, "505-555-0101")
    assert words not in repr(draft)


@pytest.mark.parametrize(
    "name",
    [
        "Llantera Núñez e Hijos", "Deportes Juárez", "Club Deportivo Roswell", "Visa Travel",
        "Citizens Tire", "Dreamers Café", "Tienda La Ciudadana", "Mamá Lucha's", "Kids Corner",
        "Restaurante El Salvador", "Taquería Puebla", "La Iglesia Books", "Casa de la Abuela",
        "Asilo de Ancianos Thrift", "Green Card Party Games", "Papelería Papeles y Más",
        "Refugio Café", "Sin Límites Barber", "ICE CREAM", "A1 Auto 505-555-0101",
    ],
)  # fmt: skip
def test_names_of_shops_stay(read_text: ReadText, name: str) -> None:
    (draft,) = read_text(f"Name,City\n{name},Clovis\n").drafts
    assert draft.name == name
    assert not draft.stopped


def test_what_was_stopped_beside_a_phone_is_not_in_what_is_shown(read_text: ReadText) -> None:
    (draft,) = read_text("Name,Phone\nPan,505-555-0101 her husband is undocumented\n").drafts
    assert draft.stopped
    assert "undocumented" not in "".join(draft.raw)
    assert "undocumented" not in repr(draft)
    assert draft.phones[0].number == "+15055550101"


def test_a_remark_behind_a_name_is_not_in_what_is_shown(read_text: ReadText) -> None:
    (draft,) = read_text("Name,Phone\nPan (owner is undocumented),505-555-0101\n").drafts
    assert draft.name == "Pan"
    assert draft.raw == ("Pan", "505-555-0101")


HURTS = "The owner is undocumented, her SSN is 123-45-6789"


@pytest.mark.parametrize("field", [one for one in FIELDS if one != "ignore"])
def test_whatever_column_it_is_in_it_is_not_kept(write: Write, field: str) -> None:
    """Also where a person said that the column is something else."""
    text = f'Name,City,Phone,More\nPan,Clovis,505-555-0101,"{HURTS}"\n'
    reading = read(write(text), columns={"More": field}, today=dt.date(2026, 11, 24))
    (draft,) = reading.drafts
    for word in ("undocumented", "6789"):
        assert word not in repr(draft), field
        assert word not in repr(reading), field


def test_a_row_that_is_no_business_shows_none_either(read_text: ReadText) -> None:
    reading = read_text(
        "Name,Phone,Notes\nPan,505-555-0101,x\nNote: all of these are undocumented,,\n"
    )
    assert "undocumented" not in repr(reading)


def test_keeping_brings_the_words_back_into_the_field_alone(read_text: ReadText) -> None:
    (draft,) = read_text("Name,Phone\nPan,505-555-0101 her husband\n").drafts
    stopped.keep(draft, "note")
    assert "her husband" in draft.values["note"]
    assert draft.stopped == {}
