"""Printing a PDF's pages through the system's own dialog."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from directory_app import paths
from directory_app.errors import UserError
from directory_app.guides.layouts.kinds import lies_across
from directory_app.progress import Progress
from directory_app.ui.parts.paper.kinds import kind_of, paper_of
from directory_app.ui.parts.paper.pictures import POINTS, Pdf, picture

#: What a laser printer can show of text; more only costs memory.
DPI = 600
#: A page is drawn in bands of so many device pixels: a whole one would take 100 MB.
_BAND = 1200
_SIZES = {
    "letter": QPageSize.PageSizeId.Letter,
    "legal": QPageSize.PageSizeId.Legal,
    "tabloid": QPageSize.PageSizeId.Tabloid,
    "a4": QPageSize.PageSizeId.A4,
    "a5": QPageSize.PageSizeId.A5,
}
_DUPLEX = {
    "": QPrinter.DuplexMode.DuplexNone,
    "long": QPrinter.DuplexMode.DuplexLongSide,
    "short": QPrinter.DuplexMode.DuplexShortSide,
}


@dataclass(frozen=True, slots=True)
class Sent:
    """How many sides went to the printer, and what stopped the rest, if anything did."""

    sides: int
    error: Exception | None = None


def make_printer(layout: str, paper: str, copies: int, *, grey: bool) -> QPrinter:
    """A printer set up for a layout: its paper to the edges, both sides as it is folded."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName("Puertas")  # until its number is known: tasks.leaving.job_name
    printer.setCreator("Puertas")
    across = lies_across(layout, paper)
    way = QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait
    size = QPageSize(_SIZES[paper_of(layout, paper)])
    printer.setPageLayout(QPageLayout(size, way, QMarginsF(0, 0, 0, 0)))
    printer.setFullPage(True)
    printer.setResolution(DPI)
    printer.setCopyCount(copies)
    printer.setDuplex(duplex_of(layout))
    if grey:
        printer.setColorMode(QPrinter.ColorMode.GrayScale)
    return printer


def duplex_of(layout: str) -> QPrinter.DuplexMode:
    """One side, or on which edge the paper is turned."""
    return _DUPLEX[kind_of(layout).duplex]


def ask_printer(printer: QPrinter, parent: QWidget, title: str = "") -> bool:
    """Let the person choose the printer in the system's dialog. False: they cancelled."""
    dialog = QPrintDialog(printer, parent)
    if title:
        dialog.setWindowTitle(title)
    return bool(dialog.exec())


def print_pages(printer: QPrinter, pdf: Pdf, progress: Progress) -> Sent:
    """Send the pages, side by side after side, in a worker.

    What went wrong comes with the number of sides that are out by then: that paper counts.
    """
    with spooled_in_memory():
        return _print(printer, pdf, progress)


@contextmanager
def spooled_in_memory() -> Iterator[None]:
    """As long as it lasts, what the system's printing writes on its way goes to no disk.

    CUPS gets each job as a file in TMPDIR, readable as it is. Where no folder is memory alone
    it lies where it always does, for its owner's eyes, until the printer has it.
    """
    memory, before = paths.memory_folder(), os.environ.get("TMPDIR")
    if memory is None:
        yield
        return
    folder = tempfile.mkdtemp(prefix="puertas-", dir=memory)  # 0700
    os.environ["TMPDIR"] = folder
    try:
        yield
    finally:
        if before is None:
            del os.environ["TMPDIR"]
        else:
            os.environ["TMPDIR"] = before
        shutil.rmtree(folder, ignore_errors=True)


def _print(printer: QPrinter, pdf: Pdf, progress: Progress) -> Sent:
    painter = QPainter()
    if not painter.begin(printer):
        wrong = UserError("The printer did not answer.", "Look whether it is on, and try again.")
        return Sent(0, wrong)
    sides = 0
    try:
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        for at in range(len(pdf.sizes)):
            progress(at, len(pdf.sizes), "")
            if at:
                printer.newPage()
            _draw(painter, printer, pdf, at)
            sides += 1
    except Exception as error:  # noqa: BLE001  # told with what is out already
        if not sides:
            printer.abort()
        return Sent(sides, error)
    finally:
        painter.end()
    return Sent(sides)


def _draw(painter: QPainter, printer: QPrinter, pdf: Pdf, at: int) -> None:
    """One side at its own size, in the middle; smaller only where the paper is."""
    wide, high = pdf.sizes[at]
    dots = printer.resolution() / POINTS
    paper = printer.paperRect(QPrinter.Unit.DevicePixel)
    grows = min(1.0, paper.width() / (wide * dots), paper.height() / (high * dots))
    grows = 1.0 if grows > _SAME_PAPER else grows
    left = (paper.width() - wide * dots * grows) / 2
    top = (paper.height() - high * dots * grows) / 2
    scale = min(printer.resolution(), DPI) / POINTS
    grey = printer.colorMode() == QPrinter.ColorMode.GrayScale
    band, y = _BAND / scale, 0.0
    while y < high:
        end = min(y + band, high)
        image = picture(pdf, at, scale, grey=grey, band=(y, end))
        target = QRectF(left, top + y * dots * grows, wide * dots * grows, (end - y) * dots * grows)
        painter.drawImage(target, image)
        y = end


#: Rounding alone never makes a page smaller.
_SAME_PAPER = 0.995
