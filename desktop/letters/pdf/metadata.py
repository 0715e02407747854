"""What the file says of itself: XMP packet, document information and identity."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from datetime import date

    from desktop.letters.content import Document

PRODUCER = "V\u00e4nbok"

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>{part}</pdfaid:part>
<pdfaid:conformance>{conformance}</pdfaid:conformance>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{producer}</xmp:CreatorTool>
<xmp:CreateDate>{day}T00:00:00+00:00</xmp:CreateDate>
<xmp:ModifyDate>{day}T00:00:00+00:00</xmp:ModifyDate>
<pdf:Producer>{producer}</pdf:Producer>
</rdf:Description>
{accessible}</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""

_ACCESSIBLE = """<rdf:Description rdf:about=""
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""
"""The claim of PDF/UA-1, and the schema that PDF/A asks for before it allows the claim."""


def packet(document: Document, conformance: str = "A", part: int = 2) -> bytes:
    """Make the XMP packet that claims PDF/A-2a and PDF/UA-1; with "B", only PDF/A-2b.

    `part` 3 claims PDF/A-3 instead, which allows files of any kind inside.
    """
    return _PACKET.format(
        part=part,
        title=escape(document.title),
        author=escape(document.letterhead.municipality),
        language=escape(document.language),
        producer=PRODUCER,
        day=document.created.isoformat(),
        conformance=conformance,
        accessible=_ACCESSIBLE if conformance == "A" else "",
    ).encode("utf-8")


def information(document: Document) -> bytes:
    """Make the document information dictionary; it says the same as the packet."""
    pairs = {
        key: f"({value})" if key.endswith("Date") else text(value)
        for key, value in information_pairs(document).items()
    }
    return "".join(["<<", *(f"/{key} {value}" for key, value in pairs.items()), ">>"]).encode()


def information_pairs(document: Document) -> dict[str, str]:
    """Give the entries of the information dictionary as plain strings."""
    stamp = f"D:{_digits(document.created)}000000+00'00'"
    return {
        "Author": document.letterhead.municipality,
        "CreationDate": stamp,
        "Creator": PRODUCER,
        "ModDate": stamp,
        "Producer": PRODUCER,
        "Title": document.title,
    }


def identity(document: Document) -> bytes:
    """Make the file's /ID from the document's own id, so that no two papers share one."""
    digest = hashlib.sha256(document.doc_id.encode("utf-8", "backslashreplace")).hexdigest()[:32]
    return f"[<{digest}><{digest}>]".encode()


def text(words: str) -> str:
    """Write words as a PDF text string, in hexadecimal: nothing in them needs escaping."""
    return f"<{(chr(0xFEFF) + words).encode('utf-16-be', 'replace').hex()}>"


def _digits(day: date) -> str:
    return day.isoformat().replace("-", "")
