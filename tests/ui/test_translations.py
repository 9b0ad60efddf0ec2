"""Spanish is complete: every word of the window is in the .ts, finished, and compiled."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication

from directory_app.model import fields
from directory_app.ui import language
from directory_app.ui.window.welcome import Welcome
from tests.ui import translations


def test_the_translation_has_every_word_and_none_too_many(tmp_path: Path) -> None:
    fresh = tmp_path / "puertas_es.ts"
    shutil.copy(translations.KEPT, fresh)
    translations.update(fresh)
    assert translations.messages(fresh) == translations.messages(translations.KEPT)


def test_no_string_is_unfinished() -> None:
    left = [key for key, text in translations.messages(translations.KEPT).items() if not text]
    assert left == []


def test_a_translation_keeps_the_places_of_its_values() -> None:
    for (_context, source, _comment), text in translations.messages(translations.KEPT).items():
        places = re.findall(r"%\d|%n|\{\w+\}", source)
        assert sorted(places) == sorted(re.findall(r"%\d|%n|\{\w+\}", text or "")), source


def test_the_compiled_files_are_those_of_the_source(tmp_path: Path) -> None:
    translations.compile_to(translations.KEPT, tmp_path)
    for name in translations.COMPILED:
        kept = translations.KEPT.with_name(name)
        assert (tmp_path / name).read_bytes() == kept.read_bytes(), "./dev compiles it"


def test_an_open_page_changes_its_language_at_once(qapp: QApplication) -> None:
    page = Welcome()
    assert page.title.text() == "Welcome to Puertas"
    language.apply("es")
    qapp.processEvents()
    assert page.title.text() == "Bienvenidos a Puertas"
    assert page.switch.value() == "es"
    language.apply("en")
    qapp.processEvents()
    assert page.title.text() == "Welcome to Puertas"


def field_words() -> Iterator[fields.Words]:
    """The words of the table of fields, which stand there in both languages."""
    for field in (field for table in fields.TABLES.values() for field in table):
        yield from filter(None, (field.label, field.short, field.help))
        yield from (words for words in field.choices.values() if any(words))
    yield from fields.UNIT_LABELS.values()
    yield fields.UNKNOWN


def test_one_english_text_has_one_spanish() -> None:
    """But for those that the glossary names, because English says two things in one word."""
    glossary = (translations.KEPT.parents[2] / "docs" / "glossary.md").read_text("utf-8")
    rows = glossary.split("## Two words on purpose")[1].splitlines()
    meant = {row.split("|")[1].strip() for row in rows if row.startswith("| ")} - {"English"}
    said: dict[tuple[str, str], set[str]] = {}
    for (_context, source, comment), text in translations.messages(translations.KEPT).items():
        said.setdefault((source, comment or ""), set()).add(text or "")
    for english, spanish in field_words():
        said.setdefault((english, ""), set()).add(spanish)
    assert {source for (source, _), texts in said.items() if len(texts) > 1} == meant
