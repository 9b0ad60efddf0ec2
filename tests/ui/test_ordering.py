"""Words are in the order that people of each language look them up in."""

import pytest
from PySide6.QtWidgets import QApplication

from directory_app.ui import language
from directory_app.ui.ordering import by_words

MIXED = ["Ñoquis", "nube", "Zarape", "ángel", "Abarrotes", "noche", "llano", "Luz", "chile"]


@pytest.mark.parametrize(
    ("code", "wanted"),
    [
        ("es", "Abarrotes ángel chile llano Luz noche nube Ñoquis Zarape"),
        ("en", "Abarrotes ángel chile llano Luz noche Ñoquis nube Zarape"),
    ],
)
def test_words_are_in_the_order_of_the_language(qapp: QApplication, code: str, wanted: str) -> None:
    language.apply(code)
    assert by_words(MIXED, str) == wanted.split()
    assert by_words(reversed(MIXED), str) == wanted.split()


def test_numbers_in_names_count_as_numbers(qapp: QApplication) -> None:
    assert by_words(["Run 10", "run 9", "Run 1"], str) == ["Run 1", "run 9", "Run 10"]
