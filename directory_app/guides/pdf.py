"""A PDF of our own fonts on ReportLab's canvas: fonts by glyph, text in logical order.

ReportLab's own fonts are keyed by character and can show neither a shaped script nor a
fallback, so pages write glyph numbers themselves and each face is embedded once as a CID
font, subset to the glyphs used.
"""

import datetime as dt
import io
import re
import string
import zlib
from collections.abc import Callable
from contextvars import ContextVar
from typing import Any, Protocol
from urllib.parse import quote
from xml.sax.saxutils import escape

import uharfbuzz as hb
from reportlab.lib.utils import TimeStamp
from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from directory_app.guides.packing import LINK_KEY, TreeRoot, pack
from directory_app.guides.tagging import ARTIFACT, Note, Tree, ascii_string, text_string
from directory_app.guides.typesetting.clusters import printable
from directory_app.guides.typesetting.fonts import Face
from directory_app.guides.typesetting.shaping import Word

#: What an URI may hold beside letters and figures (RFC 3986), and escapes that it has.
_IN_ADDRESS = "".join(sorted(set(string.punctuation) - set('<>"\\^`{|}')))
_NO_FONT = "Puertas-no-initial-font"
#: A glyph that shows no letter of its own must still say something (PDF/UA 7.21.7), or
#: pdfium takes its number for a letter.
_NOTHING = "\u200b"
#: Tables that a font embedded by glyph number does not need.
_DROPPED_TABLES = (
    *("GSUB", "GPOS", "GDEF", "BASE", "STAT", "MATH", "kern"),
    *("name", "cmap", "vhea", "vmtx", "gasp", "DSIG"),
)


class _NoInitialFont:
    """Stands in for ReportLab's initial font, so that no page starts with Helvetica."""

    fontName = _NO_FONT  # noqa: N815 - ReportLab's name
    _dynamicFont = True  # noqa: N815 - ReportLab's name
    _multiByte = 0  # noqa: N815 - ReportLab's name
    encName = ""  # noqa: N815 - ReportLab's name


class EmbeddedFace:
    """One face in one document: its name there, the glyphs used and what they say."""

    def __init__(self, face: Face, name: str) -> None:
        self.face = face
        self.name = name
        self._texts: dict[int, str] = {}
        self._loose: dict[int, str] = {}
        self._told: dict[int, bool] = {}
        self._kept: list[Word] = []

    def use(self, word: Word) -> bool:
        """Note the glyphs of a word; True if readers have to be told its text."""
        key = id(word)
        told = self._told.get(key)
        if told is None:
            self._kept.append(word)  # keeps the id from being given to another word
            told = self._told[key] = self._note(word)
        return told

    def _note(self, word: Word) -> bool:
        if not word.exact:
            for gid, text in word.glyphs:
                self._loose.setdefault(gid, text)
            return True
        agree = True
        for gid, text in word.glyphs:
            agree &= self._texts.setdefault(gid, text) == text
        return not agree

    @property
    def texts(self) -> dict[int, str]:
        """Every glyph used, and the text that it shows: no glyph shows nothing."""
        both = {**self._loose, **self._texts}
        return {gid: text or _NOTHING for gid, text in both.items()}

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - ReportLab calls it by this name
        """Write the font into the document: called once, when the pages are done."""
        tag = _subset_tag(self.texts)
        base = f"{tag}+{self.face.stem}"
        reference = doc.Reference(
            pdfdoc.PDFDictionary(
                {
                    "Type": pdfdoc.PDFName("Font"),
                    "Subtype": pdfdoc.PDFName("Type0"),
                    "BaseFont": pdfdoc.PDFName(base),
                    "Encoding": pdfdoc.PDFName("Identity-H"),
                    "DescendantFonts": pdfdoc.PDFArray([self._descendant(doc, base)]),
                    "ToUnicode": doc.Reference(_packed(_to_unicode(self.texts).encode())),
                }
            )
        )
        doc.idToObject["BasicFonts"].dict[self.name] = reference

    def _descendant(self, doc: Any, base: str) -> Any:
        data = _subset(self.face, self.texts)
        file = _packed(data)
        file.dictionary["Length1"] = len(data)
        descriptor = {
            "Type": pdfdoc.PDFName("FontDescriptor"),
            "FontName": pdfdoc.PDFName(base),
            "Flags": 4,
            "FontBBox": pdfdoc.PDFArray([-1000, -500, 2000, 1300]),
            "ItalicAngle": 0,
            "Ascent": 1069,
            "Descent": -293,
            "CapHeight": 714,
            "StemV": 80,
            "FontFile2": doc.Reference(file),
        }
        return doc.Reference(
            pdfdoc.PDFDictionary(
                {
                    "Type": pdfdoc.PDFName("Font"),
                    "Subtype": pdfdoc.PDFName("CIDFontType2"),
                    "BaseFont": pdfdoc.PDFName(base),
                    "CIDSystemInfo": pdfdoc.PDFDictionary(
                        {
                            "Registry": pdfdoc.PDFString("Adobe"),
                            "Ordering": pdfdoc.PDFString("Identity"),
                            "Supplement": 0,
                        }
                    ),
                    "FontDescriptor": doc.Reference(pdfdoc.PDFDictionary(descriptor)),
                    "CIDToGIDMap": pdfdoc.PDFName("Identity"),
                    "DW": 1000,
                    "W": self._widths(),
                }
            )
        )

    def _widths(self) -> Any:
        advance = self.face.hb_font.get_glyph_h_advance
        entries: list[Any] = []
        for gid in sorted(self.texts):
            entries += [gid, pdfdoc.PDFArray([advance(gid)])]
        return pdfdoc.PDFArray(entries)


class _Link(pdfdoc.PDFObject):  # type: ignore[misc]  # ReportLab has no types
    """A rectangle that leads to an address; written at once, since a guide has thousands."""

    __RefOnly__ = 1

    def __init__(self, address: str, box: tuple[float, ...], says: str, key: int) -> None:
        edges = " ".join(f"{edge:.1f}" for edge in box)
        target = quote(address, safe=_IN_ADDRESS, errors="replace")  # an URI is ASCII
        self._code = (
            f"<</Type/Annot/Subtype/Link/Rect[{edges}]/Border[0 0 0]/F 4/StructParent {key}"
            f"/Contents{text_string(says)}/A<</S/URI/URI{ascii_string(target)}>>>>"
        ).encode("ascii")

    def format(self, _document: Any) -> bytes:
        """The object."""
        return self._code


class Document:
    """A PDF being made, its size in points, deterministic to the byte and tagged.

    ``made_at`` must be aware; it is written in UTC. ``language`` is the document's BCP 47 tag.
    ``tree`` is its structure (see tagging); pages put their content into it. So much as ``left``
    says is cut off at each side: what was set for wider paper stands in the middle.
    """

    def __init__(
        self, size: tuple[float, float], title: str, language: str, made_at: dt.datetime, *,
        left: float = 0.0,
    ) -> None:  # fmt: skip
        if made_at.tzinfo is None:
            raise ValueError("made_at needs a timezone")
        pdfmetrics._fonts.setdefault(_NO_FONT, _NoInitialFont())
        self._out = io.BytesIO()
        self.size = size
        self._left = left
        self.canvas: Any = Canvas(
            self._out,
            pagesize=size,
            pageCompression=0,
            invariant=1,
            initialFontName=_NO_FONT,
            pdfVersion=(1, 7),
            lang=language,
        )
        self._faces: dict[str, EmbeddedFace] = {}
        self._shapes = Shapes(self.canvas._doc)
        self.tree = Tree()
        #: Whether the event has times; its day alone is spoken of else.
        self.has_times = True
        self.language = language
        #: Guides are in English, in Spanish, or in one beside the other.
        self.second_language = "en" if language == "es" else "es"
        self._set_information(title, made_at.astimezone(dt.UTC))

    def _set_information(self, title: str, moment: dt.datetime) -> None:
        doc = self.canvas._doc
        doc._timeStamp = _stamp(moment)
        self.canvas.setTitle(printable(title))
        self.canvas.setAuthor("")
        self.canvas.setSubject("")
        self.canvas.setCreator("Puertas")
        self.canvas.setProducer("Puertas")
        self.canvas.setViewerPreference("DisplayDocTitle", "true")
        root = TreeRoot()
        doc.Catalog.StructTreeRoot = root
        doc.Catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
        doc.Catalog.Metadata = metadata(title, self.language, moment)
        doc.format = lambda: pack(doc, self.tree, root)

    def embedded(self, face: Face) -> EmbeddedFace:
        """The face as this document has it."""
        found = self._faces.get(face.stem)
        if found is None:
            found = self._faces[face.stem] = EmbeddedFace(face, f"N{len(self._faces)}")
            self.canvas._doc.delayedFonts.append(found)
        return found

    def write(self, operators: str) -> None:
        """Append raw operators to the page."""
        self.canvas._code.append(operators)

    def form(self, shown: str) -> str:
        """The name of a form that holds these operators; empty if it is not worth one yet."""
        return self._shapes.name(shown)

    def end_page(self) -> None:
        """Finish the page and begin another."""
        doc = self.canvas._doc
        name = doc.thisPageName()
        self.canvas.showPage()
        # ReportLab would write compressed pages as text, a quarter larger and slow to make
        page = doc.idToObject[name]
        page.Trans = None
        if self._left:
            box = [self._left, 0, self.size[0] - self._left, self.size[1]]
            page.MediaBox = pdfdoc.PDFArray(box)
        page.Resources = self._shapes.resources(page)
        page.Contents = _packed(page.stream.encode("latin-1"))
        page.stream = None  # thousands of pages in the open would take hundreds of megabytes
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = doc.pageCounter - 2
        page.Tabs = pdfdoc.PDFName("S")
        page_ended(self)

    @property
    def page_index(self) -> int:
        """The index of the page that is being drawn."""
        return int(self.canvas._doc.pageCounter) - 1

    def outline(self, text: str, key: str, top: float) -> None:
        """Put an entry in the document's outline, leading to this page at ``top`` (y up)."""
        self.canvas.bookmarkPage(key, fit="XYZ", left=0, top=top)
        self.canvas.addOutlineEntry(printable(text), key, 0, closed=False)

    def link(self, address: str, box: tuple[float, float, float, float], says: str = "") -> None:
        """Make a rectangle (y up) lead to an address. Only https, tel and mailto are taken.

        It belongs to the Link element that is open; ``says`` is read instead of the address.
        """
        tree = self.tree
        if not leads(address) or tree.current is ARTIFACT:
            return
        home = tree.current if tree.current.kind == "Link" else tree.add("Link")
        key = LINK_KEY + len(tree.links)
        note = _Link(address, box, says or address.split(":", 1)[1].lstrip("/"), key)
        self.canvas._addAnnotation(note)
        tree.links.append(home)
        home.kids.append(Note(self.page_index, f"NUMBER{self.canvas._annotationCount}"))

    def finish(self) -> bytes:
        """The whole file."""
        return bytes(self.canvas.getpdfdata())


def leads(address: str) -> bool:
    """Whether a link may lead there."""
    return address.startswith(("https://", "tel:", "mailto:"))


def _stamp(moment: dt.datetime) -> TimeStamp:
    stamp = TimeStamp(1)
    stamp.t = moment.timestamp()
    stamp.lt = moment.timetuple()
    stamp.YMDhms = tuple(moment.timetuple())[:6]
    return stamp


def _subset(face: Face, gids: Any) -> bytes:
    """The file with only these glyphs, at their own numbers."""
    wanted = hb.SubsetInput()
    wanted.glyph_set.update({0, *gids})
    wanted.drop_table_tag_set.update(
        {int.from_bytes(tag.ljust(4).encode()) for tag in _DROPPED_TABLES}
    )
    wanted.flags = (
        hb.SubsetFlags.RETAIN_GIDS
        | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        | hb.SubsetFlags.NOTDEF_OUTLINE
        | hb.SubsetFlags.NO_HINTING  # for screens of old; a printer has pixels enough
    )
    return bytes(hb.subset(face.hb_face, wanted).blob.data)


def _subset_tag(gids: Any) -> str:
    """Six capitals made from the glyphs used, as the PDF specification asks for subsets."""
    value = zlib.crc32(",".join(map(str, sorted(gids))).encode())
    letters = ""
    for _ in range(6):
        value, rest = divmod(value, 26)
        letters += chr(65 + rest)
    return letters


def _to_unicode(texts: dict[int, str]) -> str:
    """A CMap from glyph numbers to UTF-16."""
    pairs = [
        f"<{gid:04X}> <{text.encode('utf-16-be').hex().upper()}>"
        for gid, text in sorted(texts.items())
        if text
    ]
    blocks = [pairs[start : start + 100] for start in range(0, len(pairs), 100)]
    body = "\n".join(
        f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks
    )
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{body}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    )


def _packed(content: bytes) -> Any:
    """A stream that is compressed at once, so that only that is kept."""
    stream = pdfdoc.PDFStream(content=zlib.compress(content, 9))
    stream.dictionary["Filter"] = pdfdoc.PDFName("FlateDecode")
    stream.filters = []
    return stream


_FIGURE = re.compile(r"\d+(?:\.\d+)?")


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
    reach = 2 * max((float(number) for number in _FIGURE.findall(shown)), default=0)
    stream = pdfdoc.PDFStream(content=shown)
    stream.filters = []
    for key, name in (("Type", "XObject"), ("Subtype", "Form")):
        stream.dictionary[key] = pdfdoc.PDFName(name)
    stream.dictionary["BBox"] = pdfdoc.PDFArray([-reach, -reach, reach, reach])
    return stream


_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{moment}</xmp:CreateDate><xmp:ModifyDate>{moment}</xmp:ModifyDate>
<xmp:CreatorTool>Puertas</xmp:CreatorTool><pdf:Producer>Puertas</pdf:Producer>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def metadata(title: str, language: str, moment: dt.datetime) -> Any:
    """The metadata stream, in the open as readers want it. ``moment`` is in UTC."""
    packet = _PACKET.format(
        title=escape(_allowed(printable(title))),
        language=escape(language),
        moment=moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
    )
    stream = pdfdoc.PDFStream(content=packet.encode())
    stream.filters = []
    stream.dictionary["Type"] = pdfdoc.PDFName("Metadata")
    stream.dictionary["Subtype"] = pdfdoc.PDFName("XML")
    return stream


def _allowed(text: str) -> str:
    """Without the control characters that XML cannot hold."""
    return "".join(letter for letter in text if letter.isprintable())


class Finishing(Protocol):
    """A document that can be closed early."""

    def finish(self) -> bytes:
        """The whole file."""


class _Enough(Exception):  # not an error: the way out of a layout
    def __init__(self, document: Finishing) -> None:
        super().__init__()
        self.document = document


_FIRST_ALONE: ContextVar[bool] = ContextVar("first_alone", default=False)


def page_ended(document: Finishing) -> None:
    """To be called by a document after each page."""
    if _FIRST_ALONE.get():
        raise _Enough(document)


def first_page(render: Callable[[], bytes]) -> bytes:
    """Call ``render`` until it has ended one page; a PDF of that page alone."""
    token = _FIRST_ALONE.set(True)
    try:
        return render()
    except _Enough as enough:
        return enough.document.finish()
    finally:
        _FIRST_ALONE.reset(token)
