"""The first page of a preview, made alone: the same as in the whole guide."""

import pypdfium2 as pdfium
import pytest

from directory_app import guides
from tests.guides.conftest import CONTACT, MADE_AT


def picture(data: bytes, scale: float = 1.0) -> tuple[bytes, int]:
    """The first page's pixels, and how many pages there are."""
    document = pdfium.PdfDocument(data)
    return bytes(document[0].render(scale=scale).buffer), len(document)


@pytest.mark.parametrize("layout", guides.layout_names())
def test_it_is_the_page_that_the_whole_guide_begins_with(layout, event, listings) -> None:
    options = guides.GuideOptions(layout, imposed=False)
    plan = guides.plan(event, listings, options)
    alone, pages = picture(guides.first_page(plan, made_at=MADE_AT, mistake_contact=CONTACT))
    whole, _ = picture(guides.render_preview(plan, made_at=MADE_AT, mistake_contact=CONTACT))
    assert pages == 1
    assert alone == whole


def test_a_guide_that_is_made_after_it_is_whole(event, listings) -> None:
    plan = guides.plan(event, listings, guides.GuideOptions("large-print"))
    guides.first_page(plan, made_at=MADE_AT)
    assert picture(guides.render_preview(plan, made_at=MADE_AT))[1] > 1
