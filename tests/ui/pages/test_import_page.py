"""A list comes in through the page: looked over, decided, applied in one step, undone."""

import datetime as dt
import shutil
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from directory_app import tasks
from directory_app.model.business import Business
from directory_app.model.draft import DraftConsent, VerdictKind
from directory_app.progress import Cancelled
from directory_app.store import Store
from directory_app.tasks.bringing import apply
from directory_app.tasks.import_review import Tab
from directory_app.ui.pages.imports.dialogs import ColumnsDialog, OkDialog, ReadDialog
from directory_app.ui.pages.imports.import_page import ImportPage
from directory_app.ui.pages.imports.table import Column
from directory_app.ui.parts.consent.kept_out_dialog import KeptOutDialog
from directory_app.ui.widgets.base import Label
from directory_app.ui.widgets.buttons import Button
from tests.ui.accessible import cut_buttons, unnamed_controls

MADE_ANEW = {"id", "code", "row_id", "last_modified", "geocoded_at"}


@pytest.fixture
def session(open_session, empty_directory):
    return open_session(empty_directory)


@pytest.fixture
def page(qtbot, session, settled, list_file):
    """The page with the list read."""
    holder = QWidget()
    made = ImportPage(session, holder)
    made.holder, made.wrong = holder, []
    made.went_wrong.connect(made.wrong.append)
    qtbot.addWidget(holder)
    holder.resize(1228, 820)
    made.resize(1228, 820)
    holder.show()
    made.open(list_file)
    settled(session)
    assert not made.wrong
    return made


def names(directory: Path) -> list[str]:
    with Store.open(directory) as store:
        return sorted(one.business.name for one in store.businesses.search(""))


def row_of(page: ImportPage, line: int) -> int:
    lines = [verdict.draft.line for verdict in page.model.review.verdicts]
    return page.model.row_of(lines.index(line))


def press(page: ImportPage, words: str) -> None:
    button = next(one for one in page.pane.findChildren(Button) if one.text() == words)
    button.click()


def test_before_a_file_the_page_says_what_to_do(qtbot, session) -> None:
    page = ImportPage(session)
    qtbot.addWidget(page)
    assert page.stack.currentWidget() is page.empty
    assert page.empty.button.text() == "Choose a file…"


def test_the_list_is_told_with_its_rows_columns_letters_and_delimiter(page) -> None:
    assert page.file_bar.file.whole_text() == "plaza-list.csv"
    assert page.file_bar.facts.whole_text() == "10 rows · 12 columns · UTF-8 · comma"
    assert page.file_bar.matched.whole_text() == "All 12 columns matched"


def test_every_row_has_a_verdict_and_the_footer_adds_up(page) -> None:
    counts = page.model.review.counts()
    assert counts[Tab.ALL] == 10
    assert counts[Tab.CREATE] == 8
    assert counts[Tab.DUPLICATE] == 1
    assert counts[Tab.SKIP] == 1
    assert (
        page.bar.summary.whole_text() == "10 rows = 8 created + 0 updated + 1 duplicate + 1 skipped"
    )
    assert page.bar.apply.text() == "Apply 8 changes"


def test_nothing_is_written_before_apply_and_cancel_forgets(page, empty_directory) -> None:
    page.bar.cancel.click()
    assert page.stack.currentWidget() is page.empty
    assert page.model.rowCount() == 0
    assert names(empty_directory) == []


def test_a_verdict_is_changed_by_its_menu_then_applied_and_undone(
    page, session, settled, empty_directory
) -> None:
    row = row_of(page, 3)
    page.table.setCurrentIndex(page.model.index(row, Column.VERDICT))
    menu = page.verdict_menu(row)
    skip = next(one for one in menu.actions() if one.data() == VerdictKind.SKIP)
    skip.trigger()
    assert page.bar.apply.text() == "Apply 7 changes"
    went: list[tuple[str, object]] = []
    said: list[str] = []
    page.wanted.connect(lambda key, argument: went.append((key, argument)))
    page.said.connect(lambda text, _icon, _undo: said.append(text))
    page.bar.apply.click()
    settled(session)
    assert not page.wrong
    assert said == ["7 changes applied"]
    assert went[0][0] == "directory"
    assert "Taquería Los Arcos" not in names(empty_directory)
    assert "=Corte Fino" in names(empty_directory)
    session.undo()
    settled(session)
    assert names(empty_directory) == []


def test_what_is_new_is_placed_in_the_same_step(page, session, settled, empty_directory) -> None:
    page.bar.apply.click()
    settled(session)
    with Store.open(empty_directory) as store:
        found = {one.business.name: one.business for one in store.businesses.search("")}
    assert found["Café Tikal"].precision == "city"
    assert found["Café Tikal"].latitude == pytest.approx(35.7, abs=0.1)


def test_space_opens_the_menu_of_the_row(page, qtbot) -> None:
    page.table.setCurrentIndex(page.model.index(1, Column.NAME))
    with qtbot.waitSignal(page.table.menu_wanted) as asked:
        qtbot.keyClick(page.table, Qt.Key.Key_Space)
    assert asked.args == [1]
    QApplication.activePopupWidget().close()


def test_alt_down_opens_the_field_of_a_column(page, qtbot) -> None:
    page.table.setCurrentIndex(page.model.index(1, Column.HOURS))
    with qtbot.waitSignal(page.table.field_wanted) as asked:
        qtbot.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert asked.args == [Column.HOURS]
    QApplication.activePopupWidget().close()


def test_enter_goes_to_what_the_row_brings_and_esc_back(page, qtbot) -> None:
    page.resize(588, 360)
    assert not page.pane.isVisible()
    page.table.setCurrentIndex(page.model.index(1, Column.NAME))
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert page.pane.isVisible()
    assert not page.table.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert page.table.isVisible()
    assert not page.pane.isVisible()


def test_the_header_shows_the_lists_heading_above_the_field(page) -> None:
    assert page.table.header.headings()[Column.ADDRESS] == ("Street Address", "Address")


def test_tabs_show_their_rows(page, qtbot) -> None:
    qtbot.keyClick(page.tabs, Qt.Key.Key_End)
    assert page.tabs.value() == Tab.LOOK
    assert 0 < page.model.rowCount() < 10
    assert page.tabs.accessibleName().startswith("Rows shown: To look at")


def test_words_that_we_do_not_keep_wait_for_a_person(
    page, session, settled, empty_directory
) -> None:
    row = row_of(page, 8)
    page.table.setCurrentIndex(page.model.index(row, Column.VERDICT))
    verdict = page.model.review.verdicts[page.model.place(row)]
    assert "note" not in verdict.draft.values
    assert "note" in verdict.draft.stopped
    press(page, "Drop the words")
    assert not verdict.draft.stopped
    page.bar.apply.click()
    settled(session)
    with Store.open(empty_directory) as store:
        found = next(one.business for one in store.businesses.search("Ixchel"))
    assert found.note == ""


def test_words_about_the_food_are_kept_when_a_person_says_so(page) -> None:
    row = row_of(page, 8)
    page.table.setCurrentIndex(page.model.index(row, Column.VERDICT))
    press(page, "It’s about the food")
    verdict = page.model.review.verdicts[page.model.place(row)]
    assert verdict.draft.values["note"].startswith("the owner is")
    assert not any(problem.code == "never_collect" for problem in verdict.draft.problems)


def test_a_name_in_two_scripts_is_split_only_when_asked(page) -> None:
    row = row_of(page, 5)
    page.table.setCurrentIndex(page.model.index(row, Column.VERDICT))
    draft = page.model.review.verdicts[page.model.place(row)].draft
    assert draft.name == "Zaytuna Market (سوق زيتونة)"
    press(page, "Split the name")
    assert draft.values["name"] == "Zaytuna Market"
    assert draft.values["alternate_name"] == "سوق زيتونة"


def test_other_columns_are_read_again_and_decisions_stay(page, session, settled) -> None:
    page.set_kind(row_of(page, 2), VerdictKind.SKIP)
    columns = dict(page.loaded.reading.columns)
    dialog = ColumnsDialog(columns, {}, parent=page)
    dialog.combos["Notes"].set_value("ignore")
    page.corrections.set_columns(dialog.columns())
    settled(session)
    assert page.loaded.reading.columns["Notes"] == "ignore"
    assert all("note" not in verdict.draft.values for verdict in page.model.review.verdicts)
    assert page.model.review.outcome(page.model.place(row_of(page, 2))) == VerdictKind.SKIP


def test_a_column_without_a_place_is_left_out_until_it_is_ticked(
    qtbot, page, session, settled, tmp_path
) -> None:
    file = tmp_path / "booths.csv"
    file.write_text(
        "Name,Booth,Phone\nSol,A-1,505-555-0101\nMar,B-2,505-555-0102\n", encoding="utf-8"
    )
    page.open(file)
    settled(session)
    assert page.file_bar.matched.whole_text() == "1 column left out"
    assert page.file_bar.matched.toolTip() == "Booth: A-1, B-2"
    page.corrections.change_columns()
    dialog = page.findChild(ColumnsDialog) or page.window().findChild(ColumnsDialog)
    tick = dialog.ticks["Booth"]
    assert next(iter(dialog.combos)) == "Booth"
    qtbot.keyClick(tick, Qt.Key.Key_Space)
    assert dialog.combos["Booth"].value() == "note"
    dialog.accept()
    settled(session)
    notes = [verdict.draft.values["note"] for verdict in page.model.review.verdicts]
    assert notes == ["Booth: A-1", "Booth: B-2"]
    assert page.file_bar.matched.whole_text() == "All 3 columns matched"


def test_chosen_columns_are_remembered_for_the_next_list(
    qtbot, page, session, settled, list_file, tmp_path
) -> None:
    page.corrections.set_columns(dict(page.loaded.reading.columns) | {"Notes": "ignore"})
    settled(session)
    page.bar.apply.click()
    settled(session)
    copy = shutil.copy(list_file, tmp_path / "again.csv")
    page.open(Path(copy))
    settled(session)
    assert page.loaded.reading.columns["Notes"] == "ignore"
    assert page.bar.apply.isEnabled() is False


def content(directory: Path) -> list[tuple[object, ...]]:
    """Everything that an import brought, but what is made anew each time."""
    with Store.open(directory) as store:
        return sorted(
            (
                one.business.name,
                str(one.business.model_dump(exclude=MADE_ANEW)),
                str([(each.number, each.extension) for each in one.phones]),
                str([(each.channel, each.answer, each.date) for each in one.consents.values()]),
            )
            for one in store.businesses.search("")
        )


def test_the_verb_brings_in_what_the_window_brings_in(
    page, session, settled, list_file, empty_directory, tmp_path
) -> None:
    page.bar.apply.click()
    settled(session)
    other = tmp_path / "by-verb.puertas"
    with Store.create(other, passphrase=None) as store:
        store.people.add("Ana")
        tasks.import_list(store, list_file)
    by_window, by_verb = content(empty_directory), content(other)
    assert by_verb == by_window
    assert any("'latitude': 3" in str(one) for one in by_verb)


def test_the_second_time_the_same_list_changes_nothing(page, session, settled, list_file) -> None:
    page.bar.apply.click()
    settled(session)
    page.open(list_file)
    settled(session)
    counts = page.model.review.counts()
    assert counts[Tab.CREATE] == counts[Tab.UPDATE] == 0


def test_an_update_shows_before_and_after_and_only_ticked_fields_change(
    page, session, settled, empty_directory, tmp_path
) -> None:
    page.bar.apply.click()
    settled(session)
    newer = tmp_path / "newer.csv"
    newer.write_text(
        "Business Name,Street Address,City,ST,Phone,Hours\n"
        "Café Tikal,1018 Agua Fria St,Santa Fe,NM,505-555-0199,Mon-Sat 6am-4pm\n",
        "utf-8",
    )
    page.open(newer)
    settled(session)
    verdict = page.model.review.verdicts[0]
    assert verdict.kind == VerdictKind.UPDATE
    fields = [change.field for change in verdict.changes]
    assert "opening_hours" in fields
    assert "phones" in fields
    page.pane.ticked.emit(fields.index("phones"), False)
    page.bar.apply.click()
    settled(session)
    with Store.open(empty_directory) as store:
        found = store.businesses.search("Tikal")[0]
    assert [phone.number for phone in found.phones] == ["+15055550161"]
    assert found.business.opening_hours == "Mo-Sa 06:00-16:00"


def test_unticking_every_field_makes_the_row_a_skip(page, session, settled, tmp_path) -> None:
    page.bar.apply.click()
    settled(session)
    newer = tmp_path / "newer.csv"
    newer.write_text(
        "Business Name,Street Address,City,ST,Hours\n"
        "Café Tikal,1018 Agua Fria St,Santa Fe,NM,Mon-Sat 6am-4pm\n",
        "utf-8",
    )
    page.open(newer)
    settled(session)
    for at in range(len(page.model.review.verdicts[0].changes)):
        page.pane.ticked.emit(at, False)
    assert page.model.review.outcome(0) == VerdictKind.SKIP
    assert not page.bar.apply.isEnabled()


def test_ok_means_print_alone_until_somebody_says_more(page, session, settled) -> None:
    assert page.bar.ok.text() == "“Ok” means: Print"
    dialog = OkDialog(("print",), page)
    dialog.ticks["map"].setChecked(True)
    assert dialog.channels() == ("print", "map")
    page.corrections.let_ok_mean(dialog.channels())
    settled(session)
    channels = {one.channel for one in page.model.review.verdicts[0].draft.consents}
    assert channels == {"print", "map"}


def test_the_encoding_can_be_corrected(page, session, settled, tmp_path) -> None:
    file = tmp_path / "lista.csv"
    file.write_bytes("Nombre;Horario\nCarnicería Núñez;L-S 8-20\n".encode("cp1252"))
    page.open(file)
    settled(session)
    assert page.model.review.verdicts[0].draft.name == "Carnicería Núñez"
    dialog = ReadDialog(page.loaded.reading.source, page)
    dialog.encoding.set_value("mac_roman")
    options = dialog.options(page.loaded.request.options)
    assert options.encoding == "mac_roman"
    assert options.delimiter is None


def test_a_file_that_is_no_list_is_refused_with_a_sentence(
    page, session, settled, tmp_path
) -> None:
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04 no workbook")
    page.open(broken)
    settled(session)
    assert len(page.wrong) == 1
    assert page.wrong[0].message
    assert page.model.rowCount() == 10


def test_a_cancelled_import_leaves_nothing(page, session, settled, empty_directory) -> None:
    gate = threading.Event()
    session.ask(lambda _store: gate.wait(10) and None)
    page.apply()
    page._job.cancel()
    gate.set()
    settled(session)
    assert names(empty_directory) == []
    assert page.bar.apply.isEnabled()
    assert page.model.rowCount() == 10


@pytest.mark.parametrize("at", range(3))
def test_cancelled_at_any_progress_nothing_is_written(page, empty_directory, at: int) -> None:
    calls: list[int] = []

    def stop(done: int, total: int, text: str) -> None:
        calls.append(done)
        if len(calls) > at:
            raise Cancelled

    page.session.close()
    reading = page.loaded.reading
    with Store.open(empty_directory, write=True) as store:
        verdicts = page.model.review.verdicts
        with pytest.raises(Cancelled):
            apply(store, reading, verdicts, stop)
        assert store.businesses.search("") == []
        assert store.browser.undo_label() is None


def test_doors_and_verdicts_speak(page) -> None:
    spoken = Qt.ItemDataRole.AccessibleTextRole
    said_no = page.model.index(row_of(page, 6), Column.PRINT).data(spoken)
    assert said_no == "Print: no"
    kind = page.model.index(row_of(page, 4), Column.VERDICT).data(spoken)
    assert kind.startswith("Duplicate")


def test_every_control_has_a_name(page) -> None:
    assert unnamed_controls(page) == []


def test_tooltips_of_cells_are_never_markup(page, qtbot) -> None:
    from PySide6.QtGui import QHelpEvent
    from PySide6.QtWidgets import QToolTip

    draft = page.model.review.verdicts[0].draft
    draft.values["name"] = "<b>El Reloj</b>"
    rect = page.table.visualRect(page.model.index(0, Column.NAME))
    at = rect.center()
    event = QHelpEvent(QHelpEvent.Type.ToolTip, at, page.table.viewport().mapToGlobal(at))
    page.table.viewportEvent(event)
    assert "&lt;b&gt;" in QToolTip.text()
    QToolTip.hideText()


def test_at_the_smallest_size_nothing_is_cut(page, qtbot) -> None:
    page.resize(588, 360)
    qtbot.wait(20)
    assert page.size().width() == 588
    assert cut_buttons(page) == []


def test_a_row_that_is_there_already_says_which_entry_and_leads_to_it(
    qtbot, open_session, empty_directory, settled, tmp_path
) -> None:
    from directory_app.model.business import Business
    from directory_app.model.draft import DraftPhone

    with Store.open(empty_directory, write=True) as store:
        nopal = Business(code="", name="Taquería El Nopal", city="Santa Fe")
        kept = store.businesses.add(nopal, phones=[DraftPhone("+15055550142")]).business
    list_file = tmp_path / "list.csv"
    list_file.write_text("Name,City,Phone\nEl Nopal Tacos,Santa Fe,505-555-0142\n", "utf-8")
    session = open_session(empty_directory)
    page = ImportPage(session)
    qtbot.addWidget(page)
    page.resize(1228, 820)
    page.show()
    page.open(list_file)
    settled(session)
    verdict = page.model.review.verdicts[0]
    assert (verdict.kind, verdict.target) == (VerdictKind.DUPLICATE, kept.id)
    why = page.model.index(0, Column.WHY).data(Qt.ItemDataRole.DisplayRole)
    assert why.endswith(f": {kept.code}")
    told = [label.text() for label in page.pane.findChildren(QLabel) if label.isVisible()]
    assert any("The directory has Taquería El Nopal" in words for words in told)
    wanted = []
    page.wanted.connect(lambda *where: wanted.append(where))
    page.pane.entry.click()
    assert wanted == [("directory", kept.id)]


@pytest.mark.parametrize("answer", ["It is another business", "Leave it out"])
def test_a_row_like_one_that_was_forgotten_waits_for_an_answer(
    page, session, settled, tmp_path, answer
) -> None:
    from directory_app.store.tombstones import bury

    with session._opened_store().write() as connection:
        bury(connection, name="Una Cosa", phones=[], address="", city="", on=dt.date(2026, 11, 2))
    file = tmp_path / "one.csv"
    file.write_text("Name,City\nUna Cosa,Clovis\nOtra,Clovis\n", encoding="utf-8")
    page.read(file)
    settled(session)
    (verdict, _) = page.model.review.verdicts
    assert verdict.kind is VerdictKind.ASK
    page.table.setCurrentIndex(page.model.index(row_of(page, 2), Column.VERDICT))
    press(page, answer)
    added = answer != "Leave it out"
    assert (verdict.kind is VerdictKind.CREATE, verdict.another) == (added, added)
    page.apply()
    settled(session)
    assert names(session.path) == sorted(["Otra", *(["Una Cosa"] if added else [])])


def test_an_answer_that_is_not_let_in_is_shown_with_whose_it_is_and_why(
    page, session, settled, tmp_path
) -> None:
    one, file = session._opened_store(), tmp_path / "one.csv"
    kept = one.businesses.add(Business(code="", name="Una Cosa", city="Clovis"))
    head = "Name,City,Email,OK to print?,Who asked / when\n"
    file.write_text(f"{head}Una Cosa,Clovis,una@cosa.example,Yes,Ana 11/2/2026\n", "utf-8")
    page.read(file)
    settled(session)
    one.consents.record(kept.business.id, [DraftConsent("print", "no", one.today(), "Ana")])
    page.apply()
    settled(session)
    dialog = page.window().findChild(KeptOutDialog)
    told = [label.whole_text() for label in dialog.findChildren(Label)]
    assert "1 answer was not let in" in told
    assert "Una Cosa (line 2)" in told
    assert any(text.startswith("Print: they refused.") for text in told)
    assert one.businesses.get(kept.business.id).business.email == "una@cosa.example"
    dialog.close_button.click()
    assert not dialog.isVisible()
