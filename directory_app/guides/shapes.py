"""Shapes that come again and again on a document's pages: each is in the file once.

A marker, a tick or an arrow takes a hundred bytes on every page that has it, even compressed;
as a form XObject it takes its name.
"""

import re
from typing import Any

from reportlab.pdfbase import pdfdoc

_NUMBER = re.compile(r"\d+(?:\.\d+)?")


class Shapes:
    """The forms of one ReportLab document, by the operators that they hold."""

    def __init__(self, doc: Any) -> None:
        self._doc = doc
        #: What was drawn, and the name of its form; empty as long as it was drawn once.
        self._names: dict[str, str] = {}
        #: Of all pages: ReportLab writes it when the last of them is done.
        self._forms = pdfdoc.PDFDictionary({})
        self._shared: Any = None

    def name(self, shown: str) -> str:
        """The name of the form; empty the first time, when it may well stay the only one."""
        known = self._names.get(shown)
        if known is None:
            self._names[shown] = ""
        elif not known:
            known = self._names[shown] = f"S{len(self._forms.dict)}"
            self._forms[known] = self._doc.Reference(_form(shown))
        return known or ""

    def resources(self, page: Any) -> Any:
        """What a page that ReportLab has ended takes from: one object for all plain pages.

        None where the page has something of its own (a picture, a map's transparency): what
        comes again is put beside that, and ReportLab writes it.
        """
        if page.XObjects or page.ExtGState or page._colorsUsed or page._shadingsUsed:
            own = page.XObjects.dict if page.XObjects else {}
            page.XObjects = pdfdoc.PDFDictionary({**own, **self._forms.dict})
            return None
        if self._shared is None:
            shared = pdfdoc.PDFResourceDictionary(XObject=self._forms.dict)
            shared.basicFonts()
            shared.ProcSet = ()  # obsolete since PDF 1.4
            self._shared = self._doc.Reference(shared)
        return self._shared


def _form(shown: str) -> Any:
    """A form, round its origin: no number in a path is farther from there than its ink."""
    reach = 2 * max((float(number) for number in _NUMBER.findall(shown)), default=0)
    stream = pdfdoc.PDFStream(content=shown)
    stream.filters = []
    for key, name in (("Type", "XObject"), ("Subtype", "Form")):
        stream.dictionary[key] = pdfdoc.PDFName(name)
    stream.dictionary["BBox"] = pdfdoc.PDFArray([-reach, -reach, reach, reach])
    return stream
