"""The structure of pages that became forms on sheets: the same elements, other places.

An element knows its content by page and number. Once a page is a form XObject on a larger
page, each number has to name the form, too (ISO 32000-1, 14.7.4.3).
"""

import re
from collections.abc import Mapping

import pikepdf
from pikepdf import Name

#: Of a page as it was, by its object number: the numbers of the sheet that it is on now, and
#: of its form.
Places = Mapping[int, tuple[int, int]]
_STRING = rb"(?:\((?:[^()\\]|\\.)*\)|<[0-9a-fA-F]*>)"
#: An element with content of its own, as qpdf writes what tagging makes: the keys in order.
_ELEMENT = re.compile(
    rb"(<<(?: /A << [^>]* >>)?(?: /Alt " + _STRING + rb")? /K )(\d+|\[[^\]]*\])"
    rb"((?: /Lang " + _STRING + rb")? /P \d+ 0 R /Pg )(\d+)( 0 R /S /\w+ >>)",
    re.DOTALL,
)
_KID = re.compile(rb"<<[^>]*>>|\d+ 0 R|\d+")
_PAGE = re.compile(rb"/Pg (\d+) 0 R")


def retagged(element: bytes, places: Places) -> bytes:
    """An element that says where its content is now; any other object as it is."""
    found = _ELEMENT.fullmatch(element)
    if found is None or int(found[4]) not in places:
        return element
    sheet, form = places[int(found[4])]

    def placed(kid: re.Match[bytes]) -> bytes:
        if kid[0].startswith(b"<<"):
            return _moved(kid[0], places)
        if kid[0].endswith(b"R"):
            return kid[0]
        return b"<</Type/MCR/Stm %d 0 R/MCID %b>>" % (form, kid[0])

    return b"%b%b%b%d%b" % (found[1], _KID.sub(placed, found[2]), found[3], sheet, found[5])


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


def _moved(kid: bytes, places: Places) -> bytes:
    """A mark or a link that names a page of its own."""
    mark = b"/MCR" in kid

    def placed(page: re.Match[bytes]) -> bytes:
        if int(page[1]) not in places:
            return page[0]
        sheet, form = places[int(page[1])]
        return b"/Pg %d 0 R" % sheet + (b" /Stm %d 0 R" % form if mark else b"")

    return _PAGE.sub(placed, kid)
