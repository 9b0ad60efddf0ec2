"""Cuisines: names in both languages, words that mean them, and what nobody knows."""

import pytest

from directory_app.model import cuisines


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Vietnamese", ["vietnamese"]),
        ("vietnamita, mexicana", ["vietnamese", "mexican"]),
        ("hamburguesas", ["burger"]),
        ("te de burbujas", ["bubble_tea"]),
        ("árabe; Árabe", ["arab"]),
        ("oaxaqueña", ["oaxacan"]),
        ("Tex-Mex", ["tex-mex"]),
        ("comida de mi abuela", ["comida de mi abuela"]),
        ("mexicana de Jalisco", ["mexicana de Jalisco"]),
        (" , ", []),
    ],
)
def test_words_are_read(text: str, values: list[str]) -> None:
    assert cuisines.parse(text) == values


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_name_reads_as_its_value(language: str) -> None:
    for one in cuisines.all_cuisines():
        assert cuisines.parse(cuisines.name(one.key, language)) == [one.key]


def test_what_is_unknown_is_shown_as_written() -> None:
    assert cuisines.name("norteña", "en") == "Norteña"
