"""Printing a PDF's pages through the system's own dialog."""

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from directory_app.errors import UserError
from directory_app.progress import Progress
from directory_app.ui.guide.pages import POINTS, Pdf, pictures

#: What a laser printer can show of text; more only costs memory.
DPI = 300


def make_printer(copies: int, pages: int, title: str) -> QPrinter:
    """A printer set up for a guide: Letter to the edges, both sides, so many copies."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setCreator("Puertas")
    printer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.Letter),
            QPageLayout.Orientation.Portrait,
            QMarginsF(0, 0, 0, 0),
        )
    )
    printer.setFullPage(True)
    printer.setResolution(DPI)
    printer.setCopyCount(copies)
    if pages > 1:
        printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
    return printer


def ask_printer(printer: QPrinter, parent: QWidget, title: str) -> bool:
    """Let the person choose the printer in the system's dialog. False: they cancelled."""
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    return bool(dialog.exec())


def print_pages(printer: QPrinter, pdf: Pdf, progress: Progress) -> None:
    """Send the pages, one at a time, in a worker. UserError if the printer does not answer."""
    painter = QPainter()
    if not painter.begin(printer):
        raise UserError("The printer did not answer.", "Look whether it is on, and try again.")
    try:
        for at, (wide, high) in enumerate(pdf.sizes):
            progress(at, len(pdf.sizes), "")
            if at:
                printer.newPage()
            scale = printer.resolution() / POINTS
            image = pictures(pdf, [at], scale)[at]
            painter.drawImage(QRectF(0, 0, wide * scale, high * scale), image)
    finally:
        painter.end()
