"""The sheet's two sides beside their golden pictures, in tests/reference.

After a change that is meant, look at the new pages and store them:
``PUERTAS_NEW_REFERENCE=1 ./dev test tests/guides/test_reference.py``.
"""

import os
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat

REFERENCE = Path(__file__).parent.parent / "reference"


@pytest.mark.parametrize("side", [1, 2])
def test_the_sheet_looks_as_it_did(written, side):
    _, done = written
    document = pypdfium2.PdfDocument(done.path)
    now = document[side - 1].render(scale=1.0, grayscale=True).to_pil()
    golden = REFERENCE / f"sheet-{side}.png"
    if os.environ.get("PUERTAS_NEW_REFERENCE"):
        now.save(golden, optimize=True)
    then = Image.open(golden)
    assert then.size == now.size
    difference = ImageChops.difference(then, now)
    assert ImageStat.Stat(difference).mean[0] < 0.6  # of 255: a line that moved is over 1
