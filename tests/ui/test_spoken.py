"""Sentences from below the window, in the window's language: each has its Spanish."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from directory_app.errors import UserError
from directory_app.ui import alerts, language, spoken
from directory_app.ui.widgets.base import Label
from directory_app.ui.window.main_window import MainWindow
from tests.ui import error_templates, translations
from tests.ui.waiting import settle

Open = Callable[[Path], MainWindow]
PLACES = ("{0}", "{1}", "{2}")


@pytest.fixture
def spanish(qapp: QApplication) -> Iterator[None]:
    language.apply("es")
    yield
    language.apply("en")


def test_every_sentence_has_its_spanish_and_none_is_left_over() -> None:
    assert error_templates.templates() == set(translations.errors())


def test_nothing_that_is_put_in_gets_lost() -> None:
    for english, translated in translations.errors().items():
        for place in PLACES:
            assert english.count(place) == translated.count(place), english
        assert translated.strip()


@pytest.mark.usefixtures("spanish")
def test_each_template_is_found_again_with_anything_put_in() -> None:
    for english, translated in translations.errors().items():
        values = ("«uno»", "7,5 (dos)", "tres")
        assert spoken.sentence(english.format(*values)) == translated.format(*values), english


@pytest.mark.usefixtures("spanish")
def test_a_sentence_within_a_sentence_is_spoken_too() -> None:
    error = UserError("The backup is not sound: The directory file is damaged.")
    assert spoken.message(error) == (
        "El respaldo no está sano: El archivo del directorio está dañado."
    )


@pytest.mark.usefixtures("spanish")
def test_what_nobody_knows_is_shown_as_it_is() -> None:
    assert (
        spoken.whole(UserError("Quite another thing.", "Try it.")) == "Quite another thing. Try it."
    )
    assert spoken.whole(ValueError("x")) == "x"


def test_english_stays_english() -> None:
    assert spoken.sentence("An event needs a name.") == "An event needs a name."


@pytest.mark.usefixtures("spanish")
def test_an_alert_speaks_spanish(make_window: Open, sample: Path) -> None:
    window = make_window(sample)
    settle(window.runner)
    alerts.show_error(UserError("There is no business “KXQF” in this directory."), window)
    alert = QApplication.activeModalWidget()
    said = [label.whole_text() for label in alert.findChildren(Label)]
    assert "No hay un negocio «KXQF» en este directorio." in said
    alert.reject()


@pytest.mark.usefixtures("spanish")
def test_a_wrong_passphrase_is_refused_in_spanish(make_window: Open, sealed: Path) -> None:
    window = make_window(sealed)
    lock = window.centralWidget()
    lock.field.setText("not the words")
    lock.unlock.click()
    settle(window.runner)
    assert lock.problem.text().startswith("La frase de paso no es correcta.")
