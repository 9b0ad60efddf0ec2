"""The guide page through every layout: shown, folded, kept, saved, printed and printed again."""

import pypdfium2 as pdfium
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter

from directory_app.errors import UserError
from directory_app.guides import GuideOptions, layout_kinds, layout_names
from directory_app.model.draft import DraftConsent
from directory_app.model.terms import Answer
from directory_app.store import Store
from directory_app.tasks import presets
from directory_app.tasks import printing as papers
from directory_app.ui.pages.guide.guide_page import GuidePage
from directory_app.ui.parts.paper import printing
from directory_app.ui.parts.paper.printing import Sent, make_printer
from directory_app.ui.widgets.toast import Toast
from tests.runs import record
from tests.ui.accessible import cut_buttons, unnamed_controls


@pytest.fixture
def session(open_session, sample_directory):
    return open_session(sample_directory)


@pytest.fixture
def event_id(sample_directory) -> str:
    with Store.open(sample_directory, write=True, person="Maru") as store:
        store.settings.set("mistake_contact", "505-555-0100")
        return next(one.id for one in store.events.all() if one.name_en == "Canvass launch")


@pytest.fixture
def page(qtbot, session, settled, event_id):
    made = GuidePage(session)
    made.wrong = []
    made.went_wrong.connect(made.wrong.append)
    session.changed.connect(made.reload)
    qtbot.addWidget(made)
    made.resize(1228, 820)
    made.show()
    made.open(event_id)
    settled(session)
    assert not made.wrong
    return made


@pytest.fixture
def choose(page, session, settled):
    """Choose a layout as a click does, and wait for its pages."""

    def go(layout: str) -> None:
        page.options.layouts.set_value(layout)
        page.options.layouts.chosen.emit(layout)
        settled(session)
        assert not page.wrong

    return go


@pytest.fixture
def printer(tmp_path):
    """printer(layout, copies=3): prints into a PDF, whose path it has as output file name."""

    def make(layout: str = "sheet", copies: int = 3) -> QPrinter:
        made = make_printer(layout, "", copies, grey=False)
        made.setResolution(100)
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setOutputFileName(str(tmp_path / "paper.pdf"))
        made.setCopyCount(copies)
        return made

    return make


def withdraw(session, settled, code: str) -> None:
    def answer(store) -> None:
        given = [DraftConsent("print", Answer.WITHDRAWN)]
        store.consents.record(store.businesses.get(code).business.id, given)

    session.write(answer)
    settled(session)


def runs(path):
    with Store.open(path) as store:
        return [(run.number, run.layout, run.copies) for run in store.runs.all()]


def texts(pdf) -> str:
    return "\n".join(page.get_textpage().get_text_range() for page in pdfium.PdfDocument(pdf))


@pytest.mark.parametrize("kind", layout_kinds(), ids=lambda kind: kind.name)
def test_each_layout_is_shown_and_saved_as_it_is_shown(
    page, choose, session, settled, tmp_path, sample_directory, kind
) -> None:
    choose(kind.name)
    assert page.view.pages() > 0
    assert 0 in page.view.pictures()
    assert page.foot.sheets.whole_text()
    assert cut_buttons(page) == []
    assert unnamed_controls(page) == []
    named = page.prepared.named
    assert named
    page.save_to(tmp_path / "guide.pdf")
    settled(session)
    assert not page.wrong
    copies = 1 if kind.private else 60
    assert runs(sample_directory) == [(1, kind.name, copies)]
    # half of a pocket book's pages stand on their heads: they are read before they are imposed
    read = page.pdf.data if kind.name == "pocket" else tmp_path / "guide.pdf"
    flat = "".join(texts(read).split())
    for name in named.values():
        assert "".join(name.split()) in flat, name


def test_a_book_is_read_first_and_its_sheets_are_one_choice_away(page, choose, session, settled):
    choose("booklet")
    assert page.head.mode.value() == page.way == "folded"
    assert page.pdf.sizes[0] == (396, 612)
    assert [len(one.parts) for one in page.view.spreads()][:2] == [1, 2]
    page.head.mode.set_value("pages")
    page.head.mode.chosen.emit("pages")
    settled(session)
    assert page.pdf.sizes[0] == (792, 612)
    assert page.view.spreads()[0].caption == "Sheet 1, front"
    choose("sheet")
    assert page.way == "pages"


def test_a_trifold_is_folded_from_the_same_pages(page, choose, session, settled) -> None:
    choose("trifold")
    before = page.pdf
    page.head.mode.set_value("folded")
    page.head.mode.chosen.emit("folded")
    settled(session)
    assert page.pdf is before
    assert len(page.view.spreads()) == 4
    assert page.strip.isVisible()
    choose("poster")
    assert page.way == "pages"
    assert page.head.mode.value() == "pages"


def test_a_grey_copy_of_a_book_is_of_its_sheets(page, choose, session, settled) -> None:
    choose("pocket")
    page.head.mode.set_value("grey")
    page.head.mode.chosen.emit("grey")
    settled(session)
    assert page.pdf.sizes[0] == (792, 612)
    assert page.view.pictures()[0].isGrayscale()


def test_private_paper_is_counted_apart_and_says_so(page, choose, session, settled) -> None:
    choose("visit-sheets")
    assert page.foot.copies.value() == 1
    assert "private" in page.foot.run.whole_text()
    assert [row.told.code for row in page.checks.rows()] == ["private"]
    listed = len(page.prepared.named)
    page.options.people.picked.emit("all")
    settled(session)
    assert len(page.prepared.named) > listed
    choose("sheet")
    assert page.foot.copies.value() == 60


def test_nobody_to_visit_is_nothing_to_print(page, choose, session, settled) -> None:
    def answer(store) -> None:
        for row in store.browser.rows(store.browser.row_ids(presets_filter())):
            store.businesses.archive([row.id])

    def presets_filter():
        from directory_app.store import Filter

        return Filter(view="to_ask")

    session.write(answer)
    settled(session)
    choose("call-list")
    assert not page.foot.print.isEnabled()
    assert page.checks.rows()[0].told.code == "nobody_waits"


def test_what_was_chosen_for_an_event_is_there_again(
    page, choose, session, settled, qtbot, sample_directory, event_id
) -> None:
    choose("poster")
    page.options.paper.picked.emit("legal")
    page.options.fields.ticks["hours"].click()
    page.foot.copies.stepBy(-40)
    qtbot.waitUntil(lambda: not page._keep_soon.isActive(), timeout=5_000)
    settled(session)
    with Store.open(sample_directory) as store:
        kept = presets.of_event(store, event_id)
        other = next(one.id for one in store.events.all() if one.id != event_id)
    assert (kept.options.layout, kept.options.paper, kept.copies) == ("poster", "legal", 20)
    page.open(other)
    settled(session)
    assert page.choices.options.layout == "sheet"
    page.open(event_id)
    settled(session)
    assert page.choices.preset == kept
    assert page.options.layouts.value() == "poster"
    assert page.options.paper.value() == "legal"
    assert not page.options.fields.ticks["hours"].isChecked()
    assert page.foot.copies.value() == 20


def test_leaving_at_once_keeps_what_was_chosen(
    page, session, settled, sample_directory, event_id
) -> None:
    page.options.open_only.click()
    with Store.open(sample_directory) as store:
        other = next(one.id for one in store.events.all() if one.id != event_id)
    page.open(other)
    settled(session)
    with Store.open(sample_directory) as store:
        assert presets.of_event(store, event_id).options.open_only
        assert not presets.of_event(store, other).options.open_only


def test_only_the_last_of_many_quick_choices_is_made(page, session, settled) -> None:
    planned: list[str] = []
    page.making.planned.connect(lambda prepared: planned.append(prepared.choices.options.layout))
    for layout in layout_names():
        page.options.layouts.set_value(layout)
        page.options.layouts.chosen.emit(layout)
    settled(session)
    assert planned == [layout_names()[-1]]
    assert page.prepared.choices.options.layout == layout_names()[-1]


def test_a_choice_of_options_reads_nothing_again(page, choose, session, settled, monkeypatch):
    asked: list[object] = []
    monkeypatch.setattr("directory_app.tasks.printing.gather", lambda *given: asked.append(given))
    choose("large-print")
    page.options.languages.chosen.emit("en")
    settled(session)
    assert asked == []
    assert page.prepared.plan.options.languages == ("en",)


def test_what_does_not_fit_is_told_with_ways_and_one_is_taken(
    page, choose, session, settled
) -> None:
    choose("large-print")
    page.options.fit.tick.click()
    page.options.fit.sheets.stepBy(-98)
    settled(session)
    ways = page.options.fit.ways
    assert ways
    nearest = next(way for way in ways if "within" in way.accessibleName())
    before = len(page.prepared.named)
    nearest.click()
    settled(session)
    assert not page.wrong
    assert page.prepared.plan.event.radius_miles is not None
    assert 0 < len(page.prepared.named) < before


def test_a_run_that_never_reached_the_printer_is_not_counted(
    page, session, settled, printer, monkeypatch, sample_directory
) -> None:
    wrong = UserError("The printer did not answer.", "Look whether it is on.")
    monkeypatch.setattr(printing, "print_pages", lambda *_: Sent(0, wrong))
    page.output.print_on(printer())
    settled(session)
    assert page.wrong == [wrong]
    assert runs(sample_directory) == []
    with Store.open(sample_directory) as store:
        failed = store.runs.all(with_failed=True)
        assert [(run.number, run.state) for run in failed] == [(1, "failed")]
        assert store.runs.entries(1) == []
    assert page.foot.print.isEnabled()


def test_paper_that_is_out_is_counted_even_where_the_rest_got_stuck(
    page, session, settled, printer, monkeypatch, sample_directory
) -> None:
    stuck = UserError("Out of paper.", "Fill it.")
    monkeypatch.setattr(printing, "print_pages", lambda *_: Sent(1, stuck))
    page.output.print_on(printer())
    settled(session)
    assert page.wrong == [stuck]
    assert runs(sample_directory) == [(1, "sheet", 3)]


def test_the_same_run_once_more_is_the_same_paper(
    page, session, settled, printer, sample_directory, tmp_path
) -> None:
    page.save_to(tmp_path / "guide.pdf")
    settled(session)
    assert [one[0] for one in page.prepared.gathered.earlier] == [1]
    assert page.foot.again.isVisible()
    assert page.foot.menu.actions()[0].text().startswith("Run 0001, ")
    page.output.reprint_on(printer(copies=5), 1)
    settled(session)
    assert not page.wrong
    assert runs(sample_directory) == [(1, "sheet", 65)]
    assert page.findChild(Toast).text() == "Sent run 0001 to the printer once more"


def test_who_fell_away_makes_it_another_run_and_is_named(
    page, session, settled, printer, sample_directory, tmp_path
) -> None:
    page.save_to(tmp_path / "guide.pdf")
    settled(session)
    code, name = next(iter(page.prepared.named.items()))
    withdraw(session, settled, code)
    page.output.reprint_on(printer(copies=5), 1)
    settled(session)
    assert not page.wrong
    assert runs(sample_directory) == [(2, "sheet", 5), (1, "sheet", 60)]
    told = page.findChild(Toast).text()
    assert told == f"Sent to the printer · run 0002. Not on it any more: {name}"
    found = [row.told for row in page.checks.rows() if row.told.code == "withdrawn_since"]
    assert found == []  # the newest run does not name them


def test_who_took_a_yes_back_after_a_run_is_told_on_top_with_its_run(
    page, session, settled, tmp_path, qtbot
) -> None:
    page.save_to(tmp_path / "guide.pdf")
    settled(session)
    code, name = next(iter(page.prepared.named.items()))
    withdraw(session, settled, code)
    row = next(row for row in page.checks.rows() if row.told.code == "withdrawn_since")
    assert row.told.names == (name,)
    with qtbot.waitSignal(page.wanted) as asked:
        row.button.click()
    assert asked.args == ["runs", None]


def test_who_falls_away_between_preview_and_saving_is_named(
    page, session, settled, tmp_path
) -> None:
    code, name = next(iter(page.prepared.named.items()))
    session.changed.disconnect(page.reload)
    withdraw(session, settled, code)
    page.save_to(tmp_path / "guide.pdf")
    settled(session)
    assert page.findChild(Toast).text() == (
        f"Saved guide.pdf · run 0001. Not on it any more: {name}"
    )


@pytest.mark.parametrize("imposed", [True, False])
def test_a_run_that_the_verb_made_is_printed_again_from_here(
    imposed, page, session, settled, printer, sample_directory, event_id, tmp_path
) -> None:
    options = GuideOptions(
        "booklet", languages=("es",), paper="a4", without=frozenset({"note"}), imposed=imposed
    )
    choices = papers.Choices(event_id, options, copies=3)
    session.write(lambda store: papers.print_to_file(store, choices, tmp_path / "verb.pdf"))
    settled(session)
    page.reload()
    settled(session)
    ((number, _day, copies),) = page.prepared.gathered.earlier
    assert copies == 3
    page.output.reprint_on(printer(), number)
    settled(session)
    assert page.wrong == []
    assert runs(sample_directory) == [(number, "booklet", 3 + 3)]


def test_a_run_made_elsewhere_can_not_be_made_again(
    page, session, settled, printer, sample_directory, event_id
) -> None:
    def elsewhere(store) -> None:
        record(
            store,
            event_id=event_id, layout="sheet", languages="en", use_by=None, copies=1,
            sha256="x", entries=[],
        )  # fmt: skip

    session.write(elsewhere)
    settled(session)
    assert page.prepared.gathered.earlier == ()
    page.output.reprint_on(printer(), 1)
    settled(session)
    assert "can't be made again" in str(page.wrong[0])
    assert runs(sample_directory) == [(1, "sheet", 1)]


def test_things_to_mend_are_asked_about_before_printing(
    page, session, settled, monkeypatch
) -> None:
    asked: list[str] = []
    answers = [False, True]
    monkeypatch.setattr(
        "directory_app.ui.alerts.ask", lambda title, *_, **__: asked.append(title) or answers.pop(0)
    )
    went: list[str] = []
    page.output.set_stops(2)
    page.output._when_asked(lambda: went.append("printed"))
    settled(session)
    assert went == []
    page.output._when_asked(lambda: went.append("printed"))
    settled(session)
    assert went == ["printed"]
    assert asked == ["2 things should be mended first"] * 2


def test_paper_has_a_price_where_the_coalition_told_one(page, session, settled) -> None:
    assert "$" not in page.foot.sheets.whole_text()
    session.write(lambda store: store.settings.set("sheet_price", "0.05"))
    settled(session)
    assert page.foot.sheets.whole_text() == "60 sheets of Letter, both sides · about $3.00"


def test_a_finding_leads_to_its_field(page, qtbot) -> None:
    page.checks._apart = frozenset({"stale"})
    page.checks._show()
    row = next(row for row in page.checks.rows() if row.told.code == "stale")
    with qtbot.waitSignal(page.wanted) as asked:
        row.button.click()
    assert asked.args == ["directory", (row.told.codes[0], "assure")]


def test_three_keys_from_the_event_to_the_printer(page, qtbot, session, settled, monkeypatch):
    """The volunteers' way: the event is open; choose the layout, print."""
    asked: list[QPrinter] = []
    monkeypatch.setattr(
        printing, "ask_printer", lambda printer, *_: asked.append(printer) and False
    )
    page.options.layouts.setFocus()
    qtbot.keyClick(page.options.layouts, Qt.Key.Key_Right)
    settled(session)
    qtbot.keyClick(page.foot.print, Qt.Key.Key_Return)
    settled(session)
    assert len(asked) == 1
    assert asked[0].pageLayout().orientation().name == "Landscape"


def test_an_event_that_is_deleted_meanwhile_leads_to_the_events(
    page, session, settled, event_id
) -> None:
    session.write(lambda store: store.events.delete(event_id))
    settled(session)
    assert len(page.wrong) == 1
    assert page.stack.currentWidget() is page.empty


def test_pages_that_could_not_be_made_leave_the_choices_where_they_are(
    page, session, settled, monkeypatch
) -> None:
    def wrong(*_: object) -> None:
        raise UserError("No.", "Choose another.")

    monkeypatch.setattr("directory_app.ui.pages.guide.making.preview", wrong)
    page.options.languages.chosen.emit("en")
    settled(session)
    assert [str(error) for error in page.wrong] == [str(UserError("No.", "Choose another."))]
    assert page.stack.currentWidget() is page.work
    monkeypatch.undo()
    page.options.languages.chosen.emit("both")
    settled(session)
    assert len(page.wrong) == 1
    assert page.foot.print.isEnabled()
