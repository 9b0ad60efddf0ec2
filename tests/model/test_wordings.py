"""The words read aloud: whole, versioned, and plain text whatever a coalition writes."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app import paths
from directory_app.errors import UserError
from directory_app.model.terms import Channel
from directory_app.model.wordings import SECTIONS, Wording, parse

SHIPPED = {
    language: paths.resource("consent", f"{language}.md").read_text(encoding="utf-8")
    for language in ("en", "es")
}
#: design.md: "Every wording says that ...". (section, a word of it in English, in Spanish)
MUST_SAY = [
    ("list", "immigrants", "inmigrantes"),
    ("anyone", "officials", "autoridades"),
    ("anyone", "Anyone", "Cualquiera"),
    ("paper", "cannot all be called back", "no se puede recoger"),
    ("kept", "We keep", "Guardamos"),
    ("kept", "papers", "papeles"),
    ("choices", "yes to one thing", "sí a una cosa"),
    ("geocode_online", "not tell it your name", "No le decimos su nombre"),
    ("geocode_online", "internet address", "dirección de internet"),
    ("geocode_online", "keep", "guardarlas"),
    ("geocode_online", "officials", "autoridades"),
    ("map", "street only", "solo la calle"),
    ("withdraw", "twelve months", "doce meses"),
    ("withdraw", "change your mind", "cambiar de opinión"),
]


def written(**changed: str) -> str:
    front = {"language": "vi", "version": "2", "date": "2026-12-01"} | {
        key: value for key, value in changed.items() if key in ("language", "version", "date")
    }
    parts = {key: f"{key} words" for key in SECTIONS} | {
        key: value for key, value in changed.items() if key in SECTIONS
    }
    head = "\n".join(f"{key}: {value}" for key, value in front.items())
    body = "\n\n".join(f"## {key}\n\n{text}" for key, text in parts.items())
    return f"---\n{head}\n---\n\n# A title\n\nNot read.\n\n{body}\n"


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_shipped_words_are_whole(language: str) -> None:
    words = parse(SHIPPED[language])
    assert (words.language, words.version) == (language, 2)
    assert set(words.parts) == set(SECTIONS)
    for channel in Channel:
        assert words.question(channel).endswith("?") or "?" in words.question(channel)
    for section, english, spanish in MUST_SAY:
        assert (english if language == "en" else spanish) in words.parts[section]


def test_both_languages_are_one_version() -> None:
    english, spanish = (parse(SHIPPED[language]) for language in ("en", "es"))
    assert (english.version, english.date) == (spanish.version, spanish.date)


def test_what_a_person_hears_is_in_its_order_and_nothing_else() -> None:
    words = parse(written())
    assert words.before == ("list words", "anyone words", "paper words", "kept words",
                            "choices words")  # fmt: skip
    assert words.after == ("withdraw words",)
    assert "Not read" not in "".join(words.parts.values())
    assert words.date == dt.date(2026, 12, 1)


def test_the_stamp_tells_words_that_changed_without_a_new_version() -> None:
    one, other = parse(written()), parse(written(paper="other words"))
    assert one.stamp.startswith("vi-2-")
    assert other.stamp.startswith("vi-2-")
    assert one.stamp != other.stamp
    assert parse(written() + "\n\n").stamp == one.stamp
    assert parse(written().replace("\n", "\r\n").replace("\r\n", "\n")).stamp == one.stamp


@pytest.mark.parametrize("lost", SECTIONS)
def test_no_section_may_be_left_out(lost: str) -> None:
    with pytest.raises(UserError, match=lost):
        parse(written(**{lost: ""}))
    with pytest.raises(UserError, match=lost):
        parse(written().replace(f"## {lost}\n", "## something else\n"))


@pytest.mark.parametrize(
    "text",
    [
        "", "Hello", "---\nlanguage: en\n", written(language=""), written(language="../x"),
        written(version="two"), written(version="0"), written(date="soon"), "x" * 70_000,
    ],
)  # fmt: skip
def test_what_is_wrong_is_said(text: str) -> None:
    with pytest.raises(UserError) as caught:
        parse(text)
    assert caught.value.hint


@given(st.text(max_size=300), st.sampled_from(SECTIONS))
def test_any_words_come_out_as_they_went_in(words: str, section: str) -> None:
    """Markup is text, and no text can end its own section but a heading."""
    plain = " ".join(words.replace("#", "").split())
    if plain:
        read: Wording = parse(written(**{section: plain}))
        assert read.parts[section] == plain
