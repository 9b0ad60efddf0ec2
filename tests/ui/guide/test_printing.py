"""Pages on paper: at their own size, band after band, and what is told when it gets stuck."""

import pypdfium2 as pdfium
import pytest
from PySide6.QtPrintSupport import QPrinter

from directory_app.errors import UserError
from directory_app.progress import Cancelled, silent
from directory_app.ui.parts.paper import printing
from directory_app.ui.parts.paper.pictures import opened, picture


@pytest.fixture
def printer(tmp_path):
    def make(layout: str, paper: str = "", grey: bool = False) -> QPrinter:
        made = printing.make_printer(layout, paper, 1, grey=grey)
        made.setResolution(150)
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setOutputFileName(str(tmp_path / "paper.pdf"))
        return made

    return make


def out(tmp_path):
    return opened((tmp_path / "paper.pdf").read_bytes())


@pytest.mark.parametrize(
    ("layout", "size"), [("sheet", (612, 792)), ("booklet", (792, 612)), ("poster", (792, 1224))]
)
def test_each_side_is_on_paper_as_it_is_in_the_pdf(printer, pdf, tmp_path, layout, size) -> None:
    made = pdf(2, size)
    assert printing.print_pages(printer(layout), made, silent) == printing.Sent(2)
    paper = out(tmp_path)
    assert [tuple(map(round, one)) for one in paper.sizes] == [size] * 2
    mine, theirs = picture(made, 1, 0.5), picture(paper, 1, 0.5)
    for x in range(4, mine.width() - 4, 9):
        for y in range(4, mine.height() - 4, 9):
            if not 190 < x < 215:  # the number, drawn by dots
                assert theirs.pixelColor(x, y) == mine.pixelColor(x, y), (x, y)


def test_bands_leave_no_seam(printer, pdf, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(printing, "_BAND", 37)
    made = pdf(1)
    printing.print_pages(printer("sheet"), made, silent)
    image = picture(out(tmp_path), 0, 1.0)
    assert {image.pixelColor(100, y).name() for y in range(2, 790)} == {"#ff0000"}


def test_paper_that_is_smaller_gets_the_whole_page_in_its_middle(printer, pdf, tmp_path) -> None:
    made = pdf(1, (792, 1224))
    printing.print_pages(printer("poster", "letter"), made, silent)
    paper = out(tmp_path)
    assert tuple(map(round, paper.sizes[0])) == (612, 792)
    image = picture(paper, 0, 1.0)
    edges = [x for x in range(612) if image.pixelColor(x, 100).name() == "#ff0000"]
    assert edges[0] == pytest.approx((612 - 792 * 792 / 1224) / 2, abs=2)


def test_grey_ink_alone_is_sent_where_that_was_chosen(printer, pdf, tmp_path) -> None:
    printing.print_pages(printer("sheet", grey=True), pdf(1), silent)
    colour = picture(out(tmp_path), 0, 0.5).pixelColor(50, 50)
    assert colour.red() == colour.green() == colour.blue() != 255


def test_what_is_out_when_it_gets_stuck_is_told(printer, pdf) -> None:
    def stuck(done: int, _total: int, _text: str) -> None:
        if done == 1:
            raise Cancelled

    sent = printing.print_pages(printer("sheet"), pdf(3), stuck)
    assert sent.sides == 1
    assert isinstance(sent.error, Cancelled)


def test_a_printer_that_does_not_answer_took_nothing(printer, pdf, tmp_path) -> None:
    silent_one = printer("sheet")
    silent_one.setOutputFileName(str(tmp_path / "nowhere" / "paper.pdf"))
    sent = printing.print_pages(silent_one, pdf(1), silent)
    assert sent.sides == 0
    assert isinstance(sent.error, UserError)


def test_a_page_can_be_opened_from_many_threads_at_once(pdf) -> None:
    from concurrent.futures import ThreadPoolExecutor

    made = pdf(4)
    with ThreadPoolExecutor(6) as pool:
        drawn = list(pool.map(lambda at: picture(made, at % 4, 0.3), range(60)))
    assert all(drawn[at] == drawn[at % 4] for at in range(60))
    assert len(pdfium.PdfDocument(made.data)) == 4
