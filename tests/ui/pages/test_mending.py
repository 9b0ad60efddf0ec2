"""From a finding of the guide to the field where it is mended."""

import pytest
from PySide6.QtWidgets import QApplication

from directory_app.store import Filter, Store
from directory_app.ui.pages.directory.directory_page import DirectoryPage
from directory_app.ui.pages.page import holds
from directory_app.ui.parts.consent.ask_dialog import AskDialog

FIELDS = {
    "name": lambda editor: editor.who.name.field,
    "description": lambda editor: editor.who.rows["description_es"].field,
    "phone": lambda editor: editor.who.phones,
    "website": lambda editor: editor.who.website.field,
    "assure": lambda editor: editor.who.checked,
    "place": lambda editor: editor.where.address.field,
    "hours_note": lambda editor: editor.when.rows["hours_note_en"].field,
    "directions": lambda editor: editor.where.rows["directions_en"].field,
}


@pytest.fixture
def code(sample_directory) -> str:
    with Store.open(sample_directory) as store:
        return store.browser.first_rows(Filter(), 5)[4].code


@pytest.fixture
def page(open_session, settled, sample_directory):
    session = open_session(sample_directory)
    made = DirectoryPage(session)
    made.resize(1280, 820)
    made.show()
    made.activateWindow()
    made.open(None)
    settled(session)
    yield made
    session.runner.close()
    QApplication.processEvents()  # what the small map had drawn arrives while it is there
    made.close()
    made.deleteLater()


@pytest.mark.parametrize("mend", sorted(FIELDS))
def test_the_keyboard_goes_where_it_is_mended(page, settled, code, mend) -> None:
    page.open((code, mend))
    settled(page.session)
    assert page.editor.isVisible()
    assert page.editor.head.title.whole_text()
    field = FIELDS[mend](page.editor)
    assert holds(field, QApplication.focusWidget()), QApplication.focusWidget()
    shown = page.editor.view.viewport().rect()
    top = field.mapTo(page.editor.view.viewport(), field.rect().topLeft()).y()
    assert shown.top() <= top <= shown.bottom()


def test_hours_are_mended_in_their_pane(page, settled, code) -> None:
    page.open((code, "hours"))
    settled(page.session)
    popover = page.editor.when.popover
    assert popover.isVisible()
    assert holds(popover, QApplication.focusWidget())
    popover.accept()


def test_the_dialog_that_asks_opens_where_the_answer_is_missing(page, settled, code) -> None:
    page.open((code, "consent"))
    settled(page.session)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, AskDialog)
    dialog.close()


def test_what_has_no_field_of_its_own_leads_to_the_business(page, settled, code) -> None:
    page.open((code, "review"))
    settled(page.session)
    assert page.editor.isVisible()
