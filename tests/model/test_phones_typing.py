"""Telephones formatted as they are typed."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.model import phones
from directory_app.model.phones_typing import as_typed


def typed(text: str) -> str:
    """Typed letter by letter at the end."""
    shown, caret = "", 0
    for letter in text:
        shown, caret = as_typed(shown[:caret] + letter + shown[caret:], caret + 1)
    return shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("5055550142", "(505) 555-0142"),
        ("505-555-0142", "(505) 555-0142"),
        ("505 555 01", "(505) 555-01"),
        ("15055550142", "1 (505) 555-0142"),
        ("5055550142x2", "(505) 555-0142 x2"),
        ("5055550142 ext 12", "(505) 555-0142 ext 12"),
        ("+526561234567", "+52 656 123 4567"),
        ("call Maria", "call Maria"),
        ("5055550142, 5055550143", "(505) 555-0142, 5055550143"),
        ("", ""),
    ],
)
def test_it_is_formatted_letter_by_letter(text, shown):
    assert typed(text) == shown


@pytest.mark.parametrize(
    ("text", "caret", "shown", "then"),
    [
        ("(505) 55-0142", 8, "(505) 550-142", 8),  # a digit taken out of the middle
        ("(505) 5551-0142", 10, "50555510142", 7),
        ("(505 555-0142", 4, "(505) 555-0142", 4),  # Backspace over the bracket: the caret moved
        ("9(505) 555-0142", 1, "95055550142", 1),
        ("(505) 555-0142 x22", 17, "(505) 555-0142 x22", 17),
    ],
)
def test_the_caret_stays_behind_its_digit(text, caret, shown, then):
    assert as_typed(text, caret) == (shown, then)


@given(st.text(st.characters(codec="ascii"), max_size=24), st.integers(0, 24))
def test_no_digit_and_no_word_is_lost(text, caret):
    shown, place = as_typed(text, min(caret, len(text)))
    assert re.sub(r"[\s().\-/]", "", shown) == re.sub(r"[\s().\-/]", "", text) or shown == text
    assert 0 <= place <= len(shown)
    assert as_typed(shown, place)[0] == shown


@given(st.from_regex(r"\A505555[0-9]{4}\Z"))
def test_it_reads_as_the_same_number(digits):
    (phone,) = phones.parse(typed(digits)).phones
    assert phone.number == f"+1{digits}"
    assert typed(digits) == phones.display(phone.number, style="window")
