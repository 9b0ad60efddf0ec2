"""What the pickers offer: labels of the window's language, found by words of both."""

from functools import cache

from rapidfuzz import fuzz

from directory_app.model import categories, cuisines, languages
from directory_app.model.text import fold
from directory_app.ui.ordering import by_words
from directory_app.ui.parts.finding import Choice, find


def _nothing() -> None:
    """A choice of a picker is taken by its field."""


@cache
def category_choices(language: str) -> tuple[Choice, ...]:
    """Every category with its section, in the order of the guide."""
    return tuple(_category(one, language) for one in categories.CATEGORIES)


def _category(one: categories.Category, language: str) -> Choice:
    section = categories.section(one.key)
    hint = section.es if language == "es" else section.en
    words, other = (one.es, one.en) if language == "es" else (one.en, one.es)
    also = " ".join((other, one.key.replace("_", " "), *one.synonyms, *one.hints))
    return Choice(one.key, one.icon, words, hint, _nothing, also=also)


def find_categories(typed: str, language: str) -> list[Choice]:
    """Categories for what is typed, what the words mean by themselves first."""
    found = _nearest_first(find(category_choices(language), typed, ()), typed)
    meant = categories.guess(typed) if typed.strip() else None
    return sorted(found, key=lambda choice: choice.id != meant) if meant else found


def _nearest_first(found: list[Choice], typed: str) -> list[Choice]:
    """Where a slip of the hand was typed, that no word begins with: what is most like it."""
    wanted = fold(typed)
    words = " ".join(f"{fold(one.words)} {fold(one.also)}" for one in found).split()
    if not wanted or any(word.startswith(wanted.split()[0]) for word in words):
        return found
    return sorted(found, key=lambda one: -fuzz.ratio(fold(one.words), wanted))


@cache
def cuisine_choices(language: str) -> tuple[Choice, ...]:
    """Every cuisine, by its name."""
    made = [
        Choice(one.key, "plus", words, "", _nothing, also=f"{other} {one.also}")
        for one in cuisines.all_cuisines()
        for words, other in [(one.es, one.en) if language == "es" else (one.en, one.es)]
    ]
    return tuple(by_words(made, lambda choice: choice.words))


@cache
def language_choices(language: str) -> tuple[Choice, ...]:
    """Every language that has a code here, the commonest first."""
    return tuple(
        Choice(
            one.code, "plus", words[:1].upper() + words[1:], "", _nothing,
            also=" ".join((other, *one.spellings)),
        )
        for one in languages.all_languages()
        for words, other in [(one.es, one.en) if language == "es" else (one.en, one.es)]
    )  # fmt: skip
