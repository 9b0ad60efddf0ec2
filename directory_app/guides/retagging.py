"""The structure of pages that became forms on sheets: the same elements, other places.

An element knows its content by page and number. Once a page is a form XObject on a larger
page, each number has to name the form, too (ISO 32000-1, 14.7.4.3).
"""

from collections.abc import Mapping
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

#: Of a page as it was, by its object number: the sheet that it is on now, and its form.
Places = Mapping[tuple[int, int], tuple[Any, Any]]


def retag(pdf: pikepdf.Pdf, places: Places) -> None:
    """Make every element say where its content is now. A PDF without structure stays as it is."""
    if "/StructTreeRoot" not in pdf.Root:
        return
    waiting = [pdf.Root.StructTreeRoot.K]
    while waiting:
        element = waiting.pop()
        kids = element.get("/K")
        if kids is None:
            continue
        alone = not isinstance(kids, Array)
        home = places.get(element.Pg.objgen) if "/Pg" in element else None
        placed = []
        for kid in [kids] if alone else kids:
            if isinstance(kid, int):
                placed.append(_reference(kid, home[1]) if home else kid)
                continue
            if "/S" in kid:
                waiting.append(kid)
            elif "/Pg" in kid:
                _move(kid, places)
            placed.append(kid)
        if home:
            element.Pg = home[0]
            element.K = placed[0] if alone else Array(placed)


def form_of(page: pikepdf.Page) -> pikepdf.Object:
    """The page as a form XObject that keeps its place in the tree of parents.

    Its content itself becomes the form: a copy would not share what all pages take from.
    """
    form = page.obj.get("/Contents")
    if not isinstance(form, pikepdf.Stream):
        form = page.as_form_xobject()
    form.Type, form.Subtype = Name.XObject, Name.Form
    form.BBox = page.mediabox
    form.Resources = page.resources
    if "/StructParents" in page.obj:
        form.StructParents = page.obj.StructParents
    return form


def _reference(mcid: int, form: Any) -> Dictionary:
    """A mark of a form on the element's own page."""
    return Dictionary(Type=Name.MCR, Stm=form, MCID=mcid)


def _move(kid: Any, places: Places) -> None:
    """A mark or a link that names a page of its own."""
    home = places.get(kid.Pg.objgen)
    if home is None:
        return
    kid.Pg = home[0]
    if kid.get("/Type") == Name.MCR:
        kid.Stm = home[1]
