"""The guide page: real pages, what to know, saving and printing with a numbered run."""

import hashlib
import re

import pypdfium2 as pdfium
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from directory_app.model.terms import Answer
from directory_app.store import Store
from directory_app.tasks.printing import MISTAKE_CONTACT
from directory_app.ui.pages.guide.guide_page import GuidePage
from directory_app.ui.pages.guide.output import ContactDialog
from directory_app.ui.pages.guide.runs_page import RunsPage
from directory_app.ui.widgets.toast import Toast
from tests.ui.accessible import cut_buttons


@pytest.fixture
def session(open_session, sample_directory):
    return open_session(sample_directory)


@pytest.fixture
def event_id(sample_directory) -> str:
    with Store.open(sample_directory) as store:
        return next(one.id for one in store.events.all() if one.name_en == "Canvass launch")


@pytest.fixture
def page(qtbot, session, settled, event_id):
    holder = QWidget()
    made = GuidePage(session, holder)
    made.holder, made.wrong = holder, []
    made.went_wrong.connect(made.wrong.append)
    session.changed.connect(made.reload)
    qtbot.addWidget(holder)
    holder.resize(1228, 820)
    made.resize(1228, 820)
    holder.show()
    made.open(event_id)
    settled(session)
    assert not made.wrong
    return made


def pdf_text(path) -> str:
    document = pdfium.PdfDocument(path)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def test_without_an_event_it_says_where_to_begin(qtbot, session) -> None:
    page = GuidePage(session)
    qtbot.addWidget(page)
    page.open(None)
    assert page.stack.currentWidget() is page.empty


def test_the_pages_of_the_real_pdf_are_shown(page) -> None:
    assert page.view.pages() == 2
    drawn = page.view.pictures()
    assert sorted(drawn) == [0, 1]
    colours = {drawn[0].pixelColor(x, 200).name() for x in range(drawn[0].width())}
    assert len(colours) > 4


def test_the_foot_tells_sheets_run_and_use_by(page) -> None:
    assert page.foot.sheets.whole_text() == "60 sheets of Letter, both sides"
    assert page.foot.run.whole_text().startswith("Run 0001 · use by ")
    assert re.search(r" · text of \d+(\.5)? pt$", page.foot.run.whole_text())
    page.foot.copies.stepBy(1)
    assert page.foot.print.text() == "Print 61 copies"


def test_another_language_makes_other_pages(page, qtbot, session, settled) -> None:
    before = page.pdf
    page.options.languages.setFocus()
    qtbot.keyClick(page.options.languages, Qt.Key.Key_Left)
    assert page.options.options.languages == ("es",)
    qtbot.waitUntil(lambda: page.pdf is not before, timeout=10_000)
    settled(session)
    document = pdfium.PdfDocument(page.pdf.data)
    text = document[0].get_textpage().get_text_range()
    assert "Inicio de la campaña" in text
    assert "Canvass launch" not in text


def test_only_those_open_then_lists_fewer(page, qtbot, session, settled) -> None:
    before = len(page.prepared.plan.entries)
    page.options.open_only.click()
    qtbot.waitUntil(lambda: len(page.prepared.plan.entries) < before, timeout=10_000)
    settled(session)


def test_a_grey_copy_has_no_colour(page, session, settled) -> None:
    page.head.mode.chosen.emit("grey")
    settled(session)
    assert page.view.pictures()[0].isGrayscale()


def test_where_it_is_narrow_each_pane_has_its_turn(page, qtbot) -> None:
    page.resize(588, 360)
    assert page.view.isVisible()
    assert not page.options.isVisible()
    for key, pane in (("options", page.options), ("checks", page.checks)):
        page.head.mode.set_value(key)
        page.head.mode.chosen.emit(key)
        assert pane.isVisible()
        assert not page.view.isVisible()
        qtbot.waitUntil(lambda pane=pane: pane.width() == 588)
        assert pane.height() > 200


def test_zoom_goes_in_steps_and_back_to_fit(page, qtbot, session, settled) -> None:
    fitted = page.view.boxes()[0].width()
    page.head.nearer.click()
    settled(session)
    assert page.view.boxes()[0].width() > fitted
    assert page.head.fit.text().endswith("%")
    qtbot.keyClick(page.view, Qt.Key.Key_0)
    assert page.view.boxes()[0].width() == fitted


def test_findings_are_told_with_a_button_that_mends(page, qtbot) -> None:
    rows = page.checks.rows()
    assert rows
    missing = next(row for row in rows if row.told.code == "no_mistake_contact")
    with qtbot.waitSignal(page.wanted) as asked:
        missing.button.click()
    assert asked.args[0] == "settings"


def test_many_findings_of_a_kind_are_one_line_until_opened(page) -> None:
    together = next(row for row in page.checks.rows() if len(row.told.codes) > 1)
    many = len(together.told.codes)
    before = len(page.checks.rows())
    together.button.click()
    assert len(page.checks.rows()) == before - 1 + many


def test_saving_writes_the_file_and_records_the_run(
    page, session, settled, tmp_path, sample_directory, event_id
) -> None:
    path = tmp_path / "guide.pdf"
    page.save_to(path)
    settled(session)
    assert not page.wrong
    with Store.open(sample_directory) as store:
        run = store.runs.all()[0]
        assert store.runs.next_number() == 2
    assert (run.number, run.event_id, run.copies, run.layout) == (1, event_id, 60, "sheet")
    assert run.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert "Run 0001" in pdf_text(path)
    assert page.findChild(Toast).text() == "Saved guide.pdf · run 0001"
    assert page.foot.run.whole_text().startswith("Run 0002")


def test_who_took_back_a_yes_since_the_preview_is_not_printed(
    page, session, settled, tmp_path
) -> None:
    code = page.prepared.plan.entries[0].listing.code
    name = page.prepared.plan.entries[0].listing.name
    session.changed.disconnect(page.reload)

    def withdraw(store) -> None:
        from directory_app.model.draft import DraftConsent

        given = DraftConsent("print", Answer.WITHDRAWN)
        store.consents.record(store.businesses.get(code).business.id, [given])

    session.write(withdraw)
    settled(session)
    assert code in {entry.listing.code for entry in page.prepared.plan.entries}
    page.save_to(tmp_path / "guide.pdf")
    settled(session)
    assert name not in pdf_text(tmp_path / "guide.pdf")


def test_a_file_that_cannot_be_written_records_no_run(
    page, session, settled, tmp_path, sample_directory
) -> None:
    page.save_to(tmp_path / "nowhere" / "guide.pdf")
    settled(session)
    assert len(page.wrong) == 1
    with Store.open(sample_directory) as store:
        assert store.runs.all() == []


@pytest.mark.parametrize("name", ["directory.db", "keys.json", "backups/guide.pdf"])
def test_saving_spares_what_the_directory_keeps(
    page, session, settled, sample_directory, name
) -> None:
    before = (sample_directory / "directory.db").read_bytes()
    page.save_to(sample_directory / name)
    settled(session)
    assert "inside a directory" in str(page.wrong[0])
    assert (sample_directory / "directory.db").read_bytes() == before
    assert name == "directory.db" or not (sample_directory / name).exists()
    with Store.open(sample_directory) as store:
        assert store.runs.all() == []


def test_the_first_print_asks_whom_to_call_and_only_once(
    page, qtbot, session, settled, sample_directory
) -> None:
    went: list[str] = []
    page.output._when_asked(lambda: went.append("first"))
    qtbot.waitUntil(lambda: page.findChild(ContactDialog) is not None)
    dialog = page.findChild(ContactDialog)
    qtbot.keyClicks(dialog.field, "505-555-0100")
    dialog.go.click()
    settled(session)
    assert went == ["first"]
    with Store.open(sample_directory) as store:
        assert store.settings.get(MISTAKE_CONTACT) == "505-555-0100"
    page.output._when_asked(lambda: went.append("second"))
    settled(session)
    assert went == ["first", "second"]


def test_whom_to_call_can_be_left_out(page, qtbot, session, settled) -> None:
    went: list[str] = []
    page.output._when_asked(lambda: went.append("first"))
    qtbot.waitUntil(lambda: page.findChild(ContactDialog) is not None)
    page.findChild(ContactDialog).go.click()
    settled(session)
    page.output._when_asked(lambda: went.append("second"))
    settled(session)
    assert went == ["first", "second"]


def test_printing_sends_the_pages_and_records_the_run(
    page, session, settled, tmp_path, sample_directory
) -> None:
    from directory_app.ui.parts.paper.printing import make_printer

    printer = make_printer("sheet", "", 3, grey=False)
    assert printer.copyCount() == 3
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    page.output.print_on(printer)
    settled(session)
    assert not page.wrong
    paper = pdfium.PdfDocument(tmp_path / "paper.pdf")
    assert len(paper) == 2
    assert paper.get_page_size(0) == pytest.approx((612, 792), abs=1)
    with Store.open(sample_directory) as store:
        assert [run.number for run in store.runs.all()] == [1]
    assert page.findChild(Toast).text() == "Sent to the printer · run 0001"


def test_what_a_person_left_out_can_be_included_here(page, session, settled) -> None:
    code = page.prepared.plan.entries[0].listing.code

    def leave_out(store) -> None:
        store.events.set_entry(
            page.choices.event_id, store.businesses.get(code).business.id, included=False
        )

    session.write(leave_out)
    settled(session)
    row = next(row for row in page.checks.rows() if row.told.code == "left_out_excluded")
    row.button.click()
    settled(session)
    assert code in {entry.listing.code for entry in page.prepared.plan.entries}


def test_runs_are_listed_with_their_event_and_use_by(
    page, qtbot, session, settled, tmp_path
) -> None:
    page.save_to(tmp_path / "guide.pdf")
    settled(session)
    runs = RunsPage(session)
    qtbot.addWidget(runs)
    runs.resize(1228, 820)
    runs.open(None)
    settled(session)
    words = [runs.model.index(0, column).data() for column in range(runs.model.columnCount())]
    assert words[:2] == ["0001", "Canvass launch"]
    assert words[3] == "60"
    assert words[5] == "Sheet · English, Spanish"


def test_at_the_smallest_size_nothing_is_cut(page, qtbot) -> None:
    page.resize(588, 360)
    qtbot.wait(20)
    assert page.size().width() == 588
    assert cut_buttons(page) == []
