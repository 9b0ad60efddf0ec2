"""Help inside: both guides in both languages, a part for each page, and nothing fetched."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest

from directory_app import paths
from directory_app.ui import language
from directory_app.ui.pages import register
from directory_app.ui.parts.help_guides import FILES, FINDING, PARTS, load
from directory_app.ui.window.main_window import MainWindow
from tests.ui import guide_pictures
from tests.ui.accessible import unnamed_controls
from tests.ui.waiting import settle

Open = Callable[[Path], MainWindow]
LANGUAGES = ("en", "es")


@pytest.mark.parametrize("key", FILES)
def test_both_languages_have_the_same_parts(key: str) -> None:
    english, spanish = (load(key, code) for code in LANGUAGES)
    assert len(english.headings) == len(spanish.headings)
    for mark in ("\n| ", "\n- ", "\n```", "\n1. "):
        assert english.text.count(mark) == spanish.text.count(mark), mark


@pytest.mark.parametrize("key", FILES)
def test_only_the_program_s_own_words_differ_between_them(key: str) -> None:
    verbs = [
        set(re.findall(r"(?:^|`)puertas [a-z-]+", load(key, code).text, re.MULTILINE))
        for code in LANGUAGES
    ]
    assert verbs[0] == verbs[1]


def test_every_page_has_a_part_that_is_there() -> None:
    assert {page.key for page in register.PAGES} - {"help"} == set(PARTS)
    assert load(*FINDING[:1], "en").headings[FINDING[1]] == "Find"
    assert load(*FINDING[:1], "es").headings[FINDING[1]] == "Buscar"
    for guide, place in PARTS.values():
        assert place < len(load(guide, "en").headings)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("key", FILES)
def test_every_picture_and_link_leads_somewhere_inside(key: str, code: str) -> None:
    for target in re.findall(r"\]\(([^)]+)\)", load(key, code).text):
        assert paths.manual(target).is_file(), target


@pytest.fixture
def window(make_window: Open, sample: Path) -> MainWindow:
    made = make_window(sample)
    settle(made.runner)
    return made


def _help(window: MainWindow):
    window.shell.show_help()
    settle(window.runner)
    return window.shell.page()


def test_a_page_s_help_opens_at_its_part(window: MainWindow) -> None:
    window.shell.open_page("backups")
    settle(window.runner)
    page = _help(window)
    assert page.parts.current_key() == "staff:10"
    assert page.reader.verticalScrollBar().value() > 0
    assert unnamed_controls(page) == []


def test_reading_on_marks_the_part(window: MainWindow) -> None:
    page = _help(window)
    page.parts.picked.emit("volunteers:0")
    page.reader.verticalScrollBar().setValue(page.reader.verticalScrollBar().maximum())
    assert page.parts.current_key().startswith("volunteers:")
    assert page.parts.current_key() != "volunteers:0"


def test_words_are_found_in_either_guide_and_what_is_nowhere_is_said(window: MainWindow) -> None:
    page = _help(window)
    page.open(("volunteers", 0))
    page.field.setText("Nominatim")
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    assert page.reader.textCursor().selectedText() == "Nominatim"
    assert page.parts.current_key().startswith("staff")
    page.field.setText("zzzz")
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    assert page.told.text()


def test_it_follows_the_language(window: MainWindow) -> None:
    _help(window)
    language.apply("es")
    settle(window.runner)
    page = window.shell.page()
    assert page.reader.toPlainText().startswith("Para")
    assert page.title.text() == "Ayuda"


def test_nothing_outside_the_guides_is_opened(window: MainWindow, tmp_path: Path) -> None:
    page = _help(window)
    (tmp_path / "secret.png").write_bytes(b"secret")
    kind = QTextDocument.ResourceType.ImageResource.value
    for name in ("http://127.0.0.1:9/a.png", f"file://{tmp_path}/secret.png", "../CHANGELOG.md"):
        assert page.reader.loadResource(kind, QUrl(name)) == b""


def test_the_guides_show_the_pictures_that_are_made_for_them_in_their_language() -> None:
    named = {
        code: {
            picture
            for key in FILES
            for picture in re.findall(r"!\[[^\]]+\]\(images/([^)]+)\)", load(key, code).text)
        }
        for code in LANGUAGES
    }
    assert named["en"] == {f"{name}.png" for name in guide_pictures.NAMES}
    assert named["es"] == {f"{name}.es.png" for name in guide_pictures.NAMES}


def _widths(document: QTextDocument) -> list[float]:
    """How wide each picture is shown."""
    found, block = [], document.begin()
    while block.isValid():
        parts = block.begin()
        while not parts.atEnd():
            form = parts.fragment().charFormat()
            if form.isImageFormat():
                found.append(form.toImageFormat().width())
            parts += 1
        block = block.next()
    return found


def test_a_picture_is_as_wide_as_the_lines_at_most_and_is_one(window: MainWindow) -> None:
    window.shell.open_page("help")
    for wide in (1280, 700):
        window.resize(wide, 600)
        settle(window.runner)
        reader = window.shell.page().reader
        shown = _widths(reader.document())
        assert len(shown) >= 2
        room = min(680, reader.viewport().width() - 48)
        assert shown == [room] * len(shown)
    kind = QTextDocument.ResourceType.ImageResource.value
    assert not reader.loadResource(kind, QUrl("images/guide.es.png")).isNull()
