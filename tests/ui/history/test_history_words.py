"""Every field that the history tells of has a name in the person's language."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from directory_app.model.business import Business
from directory_app.model.event import Event
from directory_app.store import Store, labels
from directory_app.store.businesses import EDITABLE
from directory_app.store.labels import StepLabel
from directory_app.store.reverting import Conflict
from directory_app.ui import language, steps
from directory_app.ui.parts import history_words as words

#: What no person changes: told of nowhere.
WITHIN = {"id", "name_folded", "last_modified", "version", "row_id", "code"}


@pytest.mark.parametrize("code", ["en", "es"])
def test_no_field_is_called_as_the_database_calls_it(qapp: QApplication, code: str) -> None:
    language.apply(code)
    own = {"business": set(EDITABLE), "event": set(Event.model_fields)}
    for table, fields in own.items():
        told = {name: words.field(name, table) for name in fields - WITHIN}
        assert [name for name, text in told.items() if not text or text == name] == []
        assert all("_" not in text for text in told.values())
    language.apply("en")


# -- what undo and redo are called

#: Kinds whose steps are called after how many there were.
NUMBERS = ("import", "place_many")


@pytest.mark.parametrize("code", ["en", "es"])
def test_every_kind_of_step_has_words(qapp: QApplication, code: str) -> None:
    language.apply(code)
    for kind in labels._WORDS:
        said = steps.words(StepLabel(kind, "12" if kind in NUMBERS else "Zqx"))
        assert said != "Zqx", kind
        assert "%1" not in said
        assert ("12" if kind in NUMBERS else "Zqx") in said, kind
    language.apply("en")


def test_what_was_done_to_several_says_how_many(qapp: QApplication) -> None:
    for kind, told in (
        ("edit", "Edit 12 businesses"),
        ("delete", "Delete 12 businesses"),
        ("approve", "Approve 12 businesses"),
        ("archive", "Archive 12 businesses"),
        ("import", "Import of 12 businesses"),
        ("place_many", "12 pins placed"),
    ):
        assert steps.words(StepLabel(kind, "12")) == told
    assert str(StepLabel("edit", "12")) == "Edit 12 businesses"
    assert steps.words(StepLabel("import", "1")) == "Import of one business"
    language.apply("es")
    assert steps.words(StepLabel("delete", "12")) == "Borrar 12 negocios"
    taken_back = StepLabel("revert", StepLabel("edit", "12").as_name)
    assert steps.words(taken_back) == "Deshacer «Editar 12 negocios»"
    language.apply("en")


def test_a_business_whose_name_is_a_number_is_no_number_of_businesses(tmp_path: Path) -> None:
    with Store.create(tmp_path / "a.puertas", passphrase=None) as store:
        own = store.businesses.add(Business(code="", name="505")).business.id
        store.businesses.update(own, {"city": "Clovis"})
        assert steps.words(store.browser.undo_label()) == "Edit “505”"
        store.businesses.archive([own])
        assert steps.words(store.browser.undo_label()) == "Archive “505”"
        assert steps.words(store.history.undo()) == "Archive “505”"
        assert steps.words(store.browser.redo_label()) == "Archive “505”"


def test_what_stays_is_counted_and_not_all_of_it_is_told(qapp: QApplication) -> None:
    town = [Conflict("business", str(n), "city", "changed") for n in range(12)]
    fields = ("note", "email", "website", "county", "takeaway", "delivery", "catering")
    rest = [Conflict("business", "1", name, "changed") for name in fields]
    lines = words.conflicts([*rest, *town]).splitlines()
    assert lines[0] == "Town was changed since and stays. (12)"
    assert lines[1] == "Private note was changed since and stays."
    assert (len(lines), lines[-1]) == (7, "And 2 more.")
    assert words.conflicts([]) == ""
