import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.model import languages
from directory_app.model.text import fold


@pytest.mark.parametrize(
    ("cell", "codes"),
    [
        ("Spanish; English", ["es", "en"]),
        ("Spanish", ["es"]),
        ("Spanish / K'iche'", ["es", "quc"]),
        ("Spanish / K’iche’", ["es", "quc"]),
        ("Vietnamese; English", ["vi", "en"]),
        ("Nepali; Tibetan; English; Hindi", ["ne", "bo", "en", "hi"]),
        ("Amharic; English", ["am", "en"]),
        ("Chinese; English", ["zh", "en"]),
        ("English; Spanish; Tagalog", ["en", "es", "tl"]),
        ("Spanish; Mixteco; English", ["es", "mix", "en"]),
        ("español, inglés", ["es", "en"]),
        ("español e inglés", ["es", "en"]),
        ("inglés y español", ["en", "es"]),
        ("Spanish and English", ["es", "en"]),
        ("English & Farsi", ["en", "fa"]),
        ("Spanish-English", ["es", "en"]),
        ("Spanish English", ["es", "en"]),
        ("ENGLISH/SPANISH", ["en", "es"]),
        ("Tiếng Việt", ["vi"]),
        ("中文, 廣東話", ["zh", "yue"]),
        ("Mandarin (Chinese)", ["zh"]),
        ("Mandarin, Cantonese", ["zh", "yue"]),
        ("العربية", ["ar"]),
        ("አማርኛ", ["am"]),
        ("नेपाली", ["ne"]),
        ("Haitian Creole", ["ht"]),
        ("Dari/Pashto", ["prs", "ps"]),
        ("Q'anjob'al, Mam", ["kjb", "mam"]),
        ("Diné", ["nv"]),
        ("ASL", ["ase"]),
        ("Sp./Eng.", ["es", "en"]),
        ("es, en", ["es", "en"]),
        ("ES; es; Spanish", ["es"]),
        ("Klingon; Spanish", ["Klingon", "es"]),
        ("a little English", ["a little English"]),
        ("", []),
        (" ; ", []),
    ],
)
def test_cells_become_codes(cell, codes):
    assert languages.parse(cell) == codes


def test_no_spelling_means_two_languages():
    seen = {}
    for language in languages.all_languages():
        for spelling in (language.en, language.es, *language.spellings):
            assert seen.setdefault(fold(spelling), language.code) == language.code, spelling


def test_every_language_finds_itself_by_each_of_its_names():
    for language in languages.all_languages():
        for spelling in (language.code, language.en, language.es):
            assert languages.parse(spelling) == [language.code], spelling


@pytest.mark.parametrize(
    ("code", "english", "spanish"),
    [
        ("es", "Spanish", "español"),
        ("am", "Amharic", "amárico"),
        ("mix", "Mixtec", "mixteco"),
        ("quc", "K'iche'", "k'iche'"),
        ("zh-Hant", "Chinese", "chino"),
        ("Klingon", "Klingon", "Klingon"),
    ],
)
def test_codes_have_names(code, english, spanish):
    assert languages.name(code, "en") == english
    assert languages.name(code, "es") == spanish


@given(st.text())
def test_no_text_raises_and_nothing_is_lost(cell):
    codes = languages.parse(cell)
    assert codes or not any(letter.isalpha() for letter in fold(cell)) or len(fold(cell)) < 10


@given(st.lists(st.sampled_from([x.code for x in languages.all_languages()]), unique=True))
def test_codes_read_back(codes):
    assert languages.parse("; ".join(codes)) == codes
