"""A guide in black and grey alone: for printers without colour, and to see what a copy shows.

Colours in content are set by ``rg`` and ``RG`` alone, so that they can be found by a pattern
that passes over strings: a glyph's two bytes may be any.
"""

import io
import re
from collections.abc import Iterator
from typing import Any

import pikepdf

_STRING = rb"\((?:[^()\\]|\\.)*\)"
_COLOUR = re.compile(
    _STRING + rb"|(?<![\w.])(\d*\.?\d+) (\d*\.?\d+) (\d*\.?\d+) (rg|RG)\b", re.DOTALL
)
#: Luminance of red, green and blue (ITU-R BT.709, on what the eye sees as even steps).
_WEIGHTS = (0.2126, 0.7152, 0.0722)
_GAMMA = 2.2


def grey(data: bytes) -> bytes:
    """The same PDF without a colour; the same bytes for the same input."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for stream in _contents(pdf):
            code = stream.read_bytes()
            said = _COLOUR.sub(_as_grey, code)
            if said != code:
                stream.write(said)
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def _contents(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Every stream that draws: pages and the forms on them."""
    seen: set[tuple[int, int]] = set()
    for page in pdf.pages:
        found = page.obj.get("/Contents")
        yield from found if isinstance(found, pikepdf.Array) else [found] if found else []
        forms = page.resources.get("/XObject") if "/Resources" in page.obj else None
        for form in forms.values() if forms is not None else ():
            if form.objgen not in seen and form.get("/Subtype") == pikepdf.Name.Form:
                seen.add(form.objgen)
                yield form


def _as_grey(match: "re.Match[bytes]") -> bytes:
    if match[4] is None:
        return match[0]
    red, green, blue = (float(match[index]) for index in (1, 2, 3))
    light = sum(
        weight * part**_GAMMA for weight, part in zip(_WEIGHTS, (red, green, blue), strict=True)
    )
    level = light ** (1 / _GAMMA)
    return f"{level:.3g} {'g' if match[4] == b'rg' else 'G'}".encode("ascii")
