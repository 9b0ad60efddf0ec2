"""The structure of a tagged PDF: which content is a heading, a list, a link, a picture.

A Tree grows while pages are drawn, in reading order: an element is read where it was begun,
wherever its content stands on the paper. What is decoration belongs to no element (ARTIFACT).
Names and rules are those of ISO 32000-1, 14.7 and 14.8, and of PDF/UA (ISO 14289-1).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from directory_app.guides.typesetting.clusters import printable

#: Kinds that hold elements only; text drawn straight into one gets a paragraph of its own.
GROUPS = frozenset(
    {"Document", "Part", "Sect", "Div", "L", "LI", "TOC", "TOCI", "Index", "Table", "TR", "THead"}
    | {"TBody", "BlockQuote", "Art"}
)
#: The kind of the paragraph that such text gets.
_OWN = {"LI": "LBody", "TR": "TD", "TOC": "TOCI"}
#: Kinds whose drawings are content: elsewhere a line or a box is decoration.
PICTURES = frozenset({"Figure", "Formula"})


#: A marked sequence of a page's content: the page's index, shifted by this, and its number.
#: A plain number each, since a long guide has a hundred thousand.
_PAGE = 20
_MCID = (1 << _PAGE) - 1
Mark = int


class Note(NamedTuple):
    """An annotation on a page, by the name that ReportLab gave it."""

    page: int
    name: str


@dataclass(slots=True, eq=False)
class Element:
    """One structure element. ``alt`` is its text alternative, ``box`` its place on the page."""

    kind: str
    parent: "Element | None" = None
    lang: str = ""
    alt: str = ""
    box: tuple[float, float, float, float] | None = None
    own: bool = False
    kids: "list[Element | Mark | Note]" = field(default_factory=list)
    number: int = 0

    def is_empty(self) -> bool:
        """Whether no content is in it nor below it."""
        return all(isinstance(kid, Element) and kid.is_empty() for kid in self.kids)


#: What is drawn "in" it is decoration.
ARTIFACT = Element("Artifact")


class _Open:
    """An element that is open as long as a ``with`` lasts; a generator takes twice the time."""

    __slots__ = ("_element", "_stack")

    def __init__(self, stack: list[Element], element: Element) -> None:
        self._stack = stack
        self._element = element

    def __enter__(self) -> Element:
        self._stack.append(self._element)
        return self._element

    def __exit__(self, *_: object) -> None:
        self._stack.pop()


class Tree:
    """The structure of one document, and where in it drawing goes on."""

    def __init__(self) -> None:
        self.root = Element("Document")
        self._stack = [self.root]
        #: For each page the element of each marked sequence; for each link its element.
        self.pages: list[list[Element]] = []
        self.links: list[Element] = []

    @property
    def current(self) -> Element:
        """The element that is open."""
        return self._stack[-1]

    def add(self, kind: str, parent: Element | None = None, lang: str = "") -> Element:
        """A new element at the end of ``parent``, or of what is open; to be opened later."""
        home = parent or self.current
        element = Element(kind, home, lang)
        if home is not ARTIFACT:
            home.kids.append(element)
        return element

    def within(self, element: Element) -> "_Open":
        """Go on in an element (``with``). Inside of an artifact everything stays one."""
        return _Open(self._stack, ARTIFACT if self.current is ARTIFACT else element)

    def list_of_items(self) -> Element:
        """The list that is open; else the one that was begun last here, else a new one."""
        home = self.current
        if home.kind == "L" or home is ARTIFACT:
            return home
        last = home.kids[-1] if home.kids else None
        return last if isinstance(last, Element) and last.kind == "L" else self.add("L")

    def for_text(self, page: int) -> Element:
        """The element that a text drawn now on a page belongs to."""
        home = self.current
        if home.kind not in GROUPS:
            return home
        last = home.kids[-1] if home.kids else None
        if isinstance(last, Element) and last.own and last.kids:
            mark = last.kids[-1]
            if isinstance(mark, int) and mark >> _PAGE == page:
                return last
        element = self.add(_OWN.get(home.kind, "P"))
        element.own = True
        return element

    def for_drawing(self) -> Element:
        """The element that a line or a shape drawn now belongs to."""
        return self.current if self.current.kind in PICTURES else ARTIFACT

    def mark(self, page: int, element: Element) -> int:
        """The number of a new marked sequence of the element on a page (from 0)."""
        while len(self.pages) <= page:
            self.pages.append([])
        mcid = len(self.pages[page])
        self.pages[page].append(element)
        element.kids.append(page << _PAGE | mcid)
        return mcid


@dataclass(frozen=True, slots=True)
class Numbers:
    """The object numbers of a file: the tree's root, its first element, pages, annotations.

    Links have the keys from ``link_key`` on in the tree of parents.
    """

    root: int
    first: int
    page: Callable[[int], int]
    note: Callable[[str], int]
    link_key: int


def serialize(tree: Tree, numbers: Numbers) -> tuple[bytes, Iterator[bytes]]:
    """The object of the structure tree's root, and those of its elements."""
    elements = list(_walk(tree.root))
    for number, element in enumerate(elements, numbers.first):
        element.number = number
    parents = [
        f"{page} [{' '.join(f'{each.number} 0 R' for each in marked)}]"
        for page, marked in enumerate(tree.pages)
    ]
    parents += [f"{numbers.link_key + i} {each.number} 0 R" for i, each in enumerate(tree.links)]
    nums = "\n".join(parents)
    top = (
        f"<</Type/StructTreeRoot/K {numbers.first} 0 R/ParentTree<</Nums[{nums}]>>"
        f"/ParentTreeNextKey {numbers.link_key + len(tree.links)}>>"
    )
    return top.encode("latin-1"), (_element(each, numbers) for each in elements)


def _walk(element: Element) -> Iterator[Element]:
    """The element and all below it in reading order, without those that hold nothing."""
    yield element
    for kid in element.kids:
        if isinstance(kid, Element) and not kid.is_empty():
            yield from _walk(kid)


def _element(element: Element, numbers: Numbers) -> bytes:
    home = next((_page_of(kid) for kid in element.kids if not isinstance(kid, Element)), None)
    kids = []
    for kid in element.kids:
        if isinstance(kid, Element):
            kids += [f"{kid.number} 0 R"] if kid.number else []
        elif isinstance(kid, Note):
            page, note = numbers.page(kid.page), numbers.note(kid.name)
            kids.append(f"<</Type/OBJR/Pg {page} 0 R/Obj {note} 0 R>>")
        elif _page_of(kid) == home:
            kids.append(str(kid & _MCID))
        else:
            page = numbers.page(_page_of(kid))
            kids.append(f"<</Type/MCR/Pg {page} 0 R/MCID {kid & _MCID}>>")
    parent = element.parent.number if element.parent else numbers.root
    parts = [f"<</S/{element.kind}/P {parent} 0 R"]
    if home is not None:
        parts.append(f"/Pg {numbers.page(home)} 0 R")
    parts.append(f"/K {kids[0]}" if len(kids) == 1 else f"/K[{' '.join(kids)}]")
    if element.lang:
        parts.append(f"/Lang({element.lang})")
    if element.alt:
        parts.append(f"/Alt{text_string(element.alt)}")
    parts.append(_attributes(element))
    return "".join([*parts, ">>"]).encode("latin-1")


def _page_of(kid: Mark | Note) -> int:
    return kid.page if isinstance(kid, Note) else kid >> _PAGE


def _attributes(element: Element) -> str:
    if element.box:
        box = " ".join(f"{value:.2f}" for value in element.box)
        return f"/A<</O/Layout/BBox[{box}]/Placement/Block>>"
    return "/A<</O/List/ListNumbering/Decimal>>" if element.kind == "L" else ""


def ascii_string(text: str) -> str:
    """An ASCII text as a PDF string."""
    if set("()\\") & set(text) or not text.isprintable():
        return f"<{text.encode('ascii').hex()}>"
    return f"({text})"


def text_string(text: str) -> str:
    """A text as a PDF string, in UTF-16 where it is not plain ASCII."""
    if text.isascii() and text.isprintable() and not set("()\\") & set(text):
        return f"({text})"
    return f"<{(chr(0xFEFF) + printable(text)).encode('utf-16-be').hex().upper()}>"
