"""What the PDF says of itself as XMP, beside the old dictionary: title, language, PDF/UA."""

import datetime as dt
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc

from directory_app.guides.typesetting.clusters import printable

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
