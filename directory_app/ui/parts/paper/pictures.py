"""The pages of a PDF as pictures. pdfium is no friend of threads: one at a time is in it."""

from collections.abc import Sequence
from dataclasses import dataclass

import pypdfium2 as pdfium
from PySide6.QtGui import QImage

from directory_app.guides.reading import PDFIUM
from directory_app.progress import Progress, silent

POINTS = 72.0


@dataclass(frozen=True, slots=True)
class Pdf:
    """A PDF in memory and its pages' sizes in points."""

    data: bytes
    sizes: tuple[tuple[float, float], ...]


def opened(data: bytes) -> Pdf:
    """Look at a PDF."""
    with PDFIUM:
        document = pdfium.PdfDocument(data)
        try:
            return Pdf(data, tuple(document.get_page_size(at) for at in range(len(document))))
        finally:
            document.close()


def pictures(
    pdf: Pdf, pages: Sequence[int], scale: float, *, grey: bool = False, progress: Progress = silent
) -> dict[int, QImage]:
    """Draw pages at ``scale`` pixels a point; ``grey`` as a copier would give them.

    Between two pages somebody else may draw, and ``progress`` may raise Cancelled.
    """
    drawn: dict[int, QImage] = {}
    for done, at in enumerate(pages):
        progress(done, len(pages), "")
        drawn[at] = picture(pdf, at, scale, grey=grey)
    return drawn


def picture(
    pdf: Pdf,
    at: int,
    scale: float,
    *,
    grey: bool = False,
    band: tuple[float, float] | None = None,
) -> QImage:
    """One page, or of it only what lies from ``band[0]`` to ``band[1]`` points below its top."""
    with PDFIUM:
        document = pdfium.PdfDocument(pdf.data)
        try:
            page = document[at]
            try:
                return _drawn(page, scale, grey, _crop(pdf.sizes[at][1], band))
            finally:
                page.close()
        finally:
            document.close()


def _crop(high: float, band: tuple[float, float] | None) -> tuple[float, float, float, float]:
    """What pdfium leaves away at the left, below, at the right and above."""
    top, bottom = band or (0.0, high)
    return 0, max(0.0, high - bottom), 0, top


def _drawn(
    page: pdfium.PdfPage, scale: float, grey: bool, crop: tuple[float, float, float, float]
) -> QImage:
    bitmap = page.render(
        scale=scale,
        crop=crop,
        force_bitmap_format=pdfium.raw.FPDFBitmap_BGRx,
        prefer_bgrx=True,
    )
    try:
        image = QImage(
            bytes(bitmap.buffer),
            bitmap.width,
            bitmap.height,
            bitmap.stride,
            QImage.Format.Format_RGB32,
        ).copy()
    finally:
        bitmap.close()
    return image.convertToFormat(QImage.Format.Format_Grayscale8) if grey else image
