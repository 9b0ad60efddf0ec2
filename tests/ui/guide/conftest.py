"""A PDF of plain pages, and the theme that widgets are drawn with."""

import io
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from reportlab.pdfgen.canvas import Canvas

from directory_app.ui import language, theme
from directory_app.ui.parts.paper.pictures import Pdf, opened


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, "light")
    language.apply("en")
    yield
    language.apply("en")


@pytest.fixture
def pdf() -> Callable[..., Pdf]:
    """pdf(pages, size=letter): each page's left half is red, and says its number."""

    def make(pages: int, size: tuple[float, float] = (612, 792)) -> Pdf:
        out = io.BytesIO()
        canvas = Canvas(out, pagesize=size, invariant=1)
        for number in range(pages):
            canvas.setFillColorRGB(1, 0, 0)
            canvas.rect(0, 0, size[0] / 2, size[1], stroke=0, fill=1)
            canvas.drawString(400, 400, str(number))
            canvas.showPage()
        canvas.save()
        return opened(out.getvalue())

    return make
