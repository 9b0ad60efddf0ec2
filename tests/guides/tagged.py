"""Walks a tagged PDF as a PDF/UA checker does and says what is amiss (empty: nothing)."""

import io
import re
from collections.abc import Iterator

import pikepdf

PAINTS = {"Tj", "TJ", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh", "BI"}
STANDARD = {
    *("Document", "Part", "Sect", "Div", "P", "H1", "H2", "H3", "L", "LI", "Lbl", "LBody", "Link"),
    *("Figure", "Span", "TOC", "TOCI", "Reference", "Index", "Table", "TR", "TH", "TD", "Note"),
    *("Caption", "BlockQuote", "THead", "TBody", "Art"),
}
#: What may stand in these; anything may stand in others.
KIDS = {"L": {"LI", "Caption"}, "LI": {"Lbl", "LBody"}, "TOC": {"TOCI", "TOC"}, "TR": {"TH", "TD"}}
PARENTS = {"LI": {"L"}, "Lbl": {"LI", "Note", "TOCI"}, "LBody": {"LI"}, "TOCI": {"TOC"}}


def faults(data: bytes) -> list[str]:
    """Everything that is amiss in a PDF."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [*_of_document(pdf), *_of_pages(pdf), *_of_tree(pdf), *_of_fonts(pdf)]


def _of_document(pdf: pikepdf.Pdf) -> Iterator[str]:
    root = pdf.Root
    if not root.get("/Lang"):
        yield "the document has no language"
    if root.get("/MarkInfo", {}).get("/Marked") is not True:
        yield "the document is not marked"
    if root.get("/ViewerPreferences", {}).get("/DisplayDocTitle") is not True:
        yield "the window shows the file's name, not the title"
    if not str(pdf.docinfo.get("/Title", "")):
        yield "no title"
    if b"<pdfuaid:part>1</pdfuaid:part>" not in bytes(root.Metadata.read_bytes()):
        yield "no PDF/UA identifier"
    if "/StructTreeRoot" not in root:
        yield "no structure tree"


def _of_pages(pdf: pikepdf.Pdf) -> Iterator[str]:
    parents = _parents(pdf)
    for number, page in enumerate(pdf.pages, 1):
        yield from _of_content(page, page, number, parents)
        yield from _of_links(page, number, parents)
        for name, form in page.get("/Resources", {}).get("/XObject", {}).items():
            if form.get("/Subtype") == "/Form":
                where = f"{number}, {name}"
                if "/StructParents" in form:
                    yield from _of_content(form, page, where, parents)


def _of_content(holder, page, number, parents: dict) -> Iterator[str]:
    """Of a page, or of a form on one."""
    found, wrong = _marks(holder, number)
    yield from wrong
    marks = set(found)
    of_page = parents.get(int(holder.get("/StructParents", -1)))
    if marks and of_page is None:
        yield f"page {number} has no parents"
    elif marks != set(range(len(of_page or ()))):
        yield f"page {number}: marks {sorted(marks)} are not those of the tree"
    for mcid in marks:
        if of_page is not None and not _holds(of_page[mcid], holder, page, mcid):
            yield f"page {number}: mark {mcid} is not in its element"


def _of_links(page: pikepdf.Page, number: int, parents: dict) -> Iterator[str]:
    notes = page.get("/Annots", [])
    if len(notes) and page.get("/Tabs") != "/S":
        yield f"page {number}: tabs do not follow the structure"
    for note in notes:
        home = parents.get(int(note.get("/StructParent", -1)))
        if home is None or home.S != "/Link":
            yield f"page {number}: a link is in no Link"
        elif not any(
            isinstance(kid, pikepdf.Dictionary)
            and kid.get("/Type") == "/OBJR"
            and kid.Obj.objgen == note.objgen
            for kid in _kids(home)
        ):
            yield f"page {number}: a Link does not hold its link"
        if not str(note.get("/Contents", "")):
            yield f"page {number}: a link says nothing"
        if not re.match(r"https://|tel:|mailto:", str(note.A.get("/URI", "https://"))):
            yield f"page {number}: a link leads to {note.A.URI}"


def _marks(page, number) -> tuple[list[int], list[str]]:
    """The marked sequences of a page or a form, and what is painted outside of them."""
    tagged_forms = {
        name
        for name, form in page.get("/Resources", {}).get("/XObject", {}).items()
        if "/StructParents" in form
    }
    found: list[int] = []
    wrong: list[str] = []
    stack: list[str] = []
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in ("BMC", "BDC"):
            tag = str(operands[0])
            if name == "BDC" and "/MCID" in operands[1]:
                found.append(int(operands[1].MCID))
                if any(each != "/Span" for each in stack):
                    wrong.append(f"page {number}: a mark inside of {stack}")
                tag = "content"
            stack.append(tag)
        elif name == "EMC":
            if not stack:
                wrong.append(f"page {number}: an end without a beginning")
            else:
                stack.pop()
        elif name == "Do" and str(operands[0]) in tagged_forms:
            if stack:
                wrong.append(f"page {number}: a form with content of its own inside of {stack}")
        elif name in PAINTS and not {"content", "/Artifact"} & set(stack):
            wrong.append(f"page {number}: {name} is painted outside of any tag")
    if stack:
        wrong.append(f"page {number}: {stack} never ends")
    if len(found) != len(set(found)):
        wrong.append(f"page {number}: a mark is there twice")
    return found, wrong


def _of_tree(pdf: pikepdf.Pdf) -> Iterator[str]:
    top = pdf.Root.StructTreeRoot
    levels = [0]
    for element, parent in walk(top):
        kind = str(element.S).lstrip("/")
        if kind not in STANDARD:
            yield f"{kind} is no standard type"
        if element.P.objgen != parent.objgen:
            yield f"{kind} has another parent than the element that holds it"
        if kind == "Figure" and not str(element.get("/Alt", "")).strip():
            yield "a Figure without a text"
        above = str(parent.get("/S", "")).lstrip("/")
        if kind in PARENTS and above not in PARENTS[kind]:
            yield f"{kind} in {above}"
        if above in KIDS and kind not in KIDS[above]:
            yield f"{above} holds {kind}"
        if re.fullmatch("H[1-6]", kind):
            if int(kind[1]) > levels[-1] + 1:
                yield f"{kind} after H{levels[-1]}"
            levels.append(int(kind[1]))
        if "/K" not in element:
            yield f"{kind} is empty"


def _of_fonts(pdf: pikepdf.Pdf) -> Iterator[str]:
    for obj in pdf.objects:
        if isinstance(obj, pikepdf.Dictionary) and obj.get("/Type") == "/Font":
            base = str(obj.get("/BaseFont"))
            if obj.Subtype == "/Type0":
                if "/ToUnicode" not in obj:
                    yield f"{base} does not say what its glyphs mean"
            elif obj.Subtype != "/CIDFontType2" or "/FontFile2" not in obj.FontDescriptor:
                yield f"{base} is not embedded"
            elif obj.get("/CIDToGIDMap") != "/Identity":
                yield f"{base} has no map from characters to glyphs"


def walk(element: pikepdf.Object) -> Iterator[tuple[pikepdf.Object, pikepdf.Object]]:
    """Every element below this one in reading order, each with the one that holds it."""
    for kid in _kids(element):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid, element
            yield from walk(kid)


def outline(data: bytes) -> list[str]:
    """The kinds of all elements in reading order."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [str(each.S).lstrip("/") for each, _ in walk(pdf.Root.StructTreeRoot)]


def _kids(element: pikepdf.Object) -> list:
    kids = element.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _parents(pdf: pikepdf.Pdf) -> dict:
    """The tree of parents: key -> an element, or the elements of a page's marks."""
    nums = pdf.Root.StructTreeRoot.ParentTree.Nums
    pairs = [(int(nums[i]), nums[i + 1]) for i in range(0, len(nums), 2)]
    if [key for key, _ in pairs] != sorted({key for key, _ in pairs}):
        raise AssertionError("keys of the tree of parents are not in order")
    return dict(pairs)


def _holds(element: pikepdf.Object, holder, page: pikepdf.Page, mcid: int) -> bool:
    in_form = isinstance(holder, pikepdf.Object)
    for kid in _kids(element):
        if isinstance(kid, int):
            found = not in_form and kid == mcid and element.Pg.objgen == page.obj.objgen
        else:
            found = (
                isinstance(kid, pikepdf.Dictionary)
                and kid.get("/Type") == "/MCR"
                and mcid == kid.MCID
                and kid.get("/Pg", element.get("/Pg")).objgen == page.obj.objgen
                and (kid.Stm.objgen == holder.objgen if in_form else "/Stm" not in kid)
            )
        if found:
            return True
    return False
