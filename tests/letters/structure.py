"""A closed-world check of a letter's file: what is not known to be right is a fault."""

import io
import re
from collections import Counter
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree as ET

import pikepdf
from pikepdf import Array, Dictionary, Name

from desktop.letters.content import SideBySide

INLINE = {"Link", "Span"}
INSIDE = {
    "Document": {"Sect"},
    "Sect": {"Sect", "P", "H1", "H2", "H3", "L", "Table", "Figure"},
    "P": INLINE,
    "H1": {"Span"},
    "H2": {"Span"},
    "H3": {"Span"},
    "Span": set(),
    "L": {"LI"},
    "LI": {"Lbl", "LBody"},
    "Lbl": set(),
    "LBody": {"P"},
    "Table": {"TR"},
    "TR": {"TH", "TD"},
    "TH": INLINE,
    "TD": {"Figure", *INLINE},
    "Figure": set(),
    "Link": set(),
}
BLOCKS = {"P", "H1", "H2", "H3", "Lbl", "TH", "TD"}
CATALOG = {
    "/Type",
    "/Pages",
    "/Lang",
    "/MarkInfo",
    "/StructTreeRoot",
    "/Metadata",
    "/ViewerPreferences",
    "/OutputIntents",
}
PAGE = {
    "/Type",
    "/Parent",
    "/MediaBox",
    "/Resources",
    "/Contents",
    "/StructParents",
    "/Tabs",
    "/Annots",
}
IMAGE = {
    "/Type",
    "/Subtype",
    "/Width",
    "/Height",
    "/BitsPerComponent",
    "/ColorSpace",
    "/Filter",
    "/Length",
}
LINK = {
    "/Type",
    "/Subtype",
    "/F",
    "/Border",
    "/Rect",
    "/StructParent",
    "/Contents",
    "/A",
}
COLOURS = {"/DeviceRGB", "/DeviceGray"}
SUBSET = re.compile(r"/[A-Z]{6}\+\w")
UNREADABLE = {0xFEFF, 0xFFFE, *range(0xE000, 0xF900)}
"""What veraPDF refuses in a text layer, and characters for private use."""
PAINTS = {"Tj", "f", "S", "Do"}
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")
"""The language tags of RFC 5646 that papers use: language, script, region."""
QUIET = {"BT", "ET", "Tm", "Tf", "rg", "RG", "w", "m", "l", "re", "W", "n", "q", "Q", "cm"}


def opened(data):
    return pikepdf.open(io.BytesIO(data))


def faults(data, document=None):
    """List what is wrong with a file; nothing for a file that is right."""
    with opened(data) as pdf:
        checker = Checker(pdf)
        checker.check(data)
        if document is not None:
            checker.against(document)
        return checker.faults


def tree_text(data):
    """Give the text that the structure tree reads, a line for each element with text."""
    with opened(data) as pdf:
        checker = Checker(pdf)
        checker.check(data)
        return checker.text()


class Checker:
    def __init__(self, pdf):
        self.pdf = pdf
        self.faults = []
        self.marks = {}
        self.tags = {}
        self.elements = []
        self.pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}

    def need(self, held, fault):
        if not held:
            self.faults.append(fault)

    def check(self, data):
        self.catalog()
        for number, page in enumerate(self.pdf.pages):
            self.page(number, page)
        root = self.pdf.Root.get("/StructTreeRoot")
        if root is None:
            self.faults.append("no structure tree")
            return
        self.nums = _number_tree(root.get("/ParentTree"))
        self.need(bool(self.nums), "no ParentTree")
        self.element(root.K, root, None)
        self.parent_tree()
        self.headings()
        self.streams(data)

    def catalog(self):
        root = self.pdf.Root
        self.need(set(root.keys()) <= CATALOG, f"catalog has {set(root.keys()) - CATALOG}")
        self.need(str(root.get("/Lang", "")) != "", "no language")
        self.language("the document", root)
        self.need(root.get("/MarkInfo", {}).get("/Marked") is True, "not marked")
        preferences = root.get("/ViewerPreferences", {})
        self.need(preferences.get("/DisplayDocTitle") is True, "title is not displayed")
        intents = root.get("/OutputIntents", Array([]))
        self.need(len(intents) == 1, "no output intent")
        for intent in intents:
            self.need(intent.S == "/GTS_PDFA1", "output intent of another kind")
            self.need(intent.DestOutputProfile.N == 3, "profile is not RGB")
        packet = bytes(root.Metadata.read_bytes()).decode("utf-8") if "/Metadata" in root else ""
        for claim in ("<pdfaid:part>2<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<"):
            self.need(claim in packet, f"metadata lacks {claim}")
        self.metadata(packet)
        self.need("/Encrypt" not in self.pdf.trailer, "the file is locked")
        self.need(len(self.pdf.trailer.get("/ID", [])) == 2, "no identity")

    def metadata(self, packet):
        """The packet is XML, declares what it claims, and says what the information says."""
        try:
            described = ET.fromstring(packet.encode())  # noqa: S314 - a file of our own
        except ET.ParseError:
            self.faults.append("metadata is no XML")
            return
        said = {"title": "", "CreateDate": "", "ModifyDate": "", "Producer": ""}
        for each in described.iter():
            name = each.tag.partition("}")[2]
            if name in said:
                said[name] = "".join(each.itertext()).strip()
        self.need(said["title"] != "", "no title")
        own = {"/Title": "title", "/Producer": "Producer"}
        for key, name in own.items():
            found = str(self.pdf.docinfo.get(key, "")).strip()
            self.need(found != "", f"no {name} in the information")
            self.need(found == said[name], f"{name} of metadata and information differ")
        for key, name in (("/CreationDate", "CreateDate"), ("/ModDate", "ModifyDate")):
            day = re.sub(r"\D", "", str(self.pdf.docinfo.get(key, "")))[:14]
            self.need(day == re.sub(r"\D", "", said[name])[:14], f"{name} differs")
        self.need("pdfaSchema:prefix>pdfuaid<" in packet, "pdfuaid is not declared")

    def page(self, number, page):
        self.need(set(page.obj.keys()) <= PAGE, f"page {number} has {set(page.obj.keys()) - PAGE}")
        self.need(page.obj.get("/StructParents") == number, f"page {number} has no StructParents")
        self.need(page.obj.get("/Tabs") == Name.S, f"page {number} has no tab order")
        self.resources(number, page.Resources)
        fonts = {name: self.font(font) for name, font in page.Resources.Font.items()}
        stack: list[Any] = []
        font: dict[int, int] = {}
        for instruction in pikepdf.parse_content_stream(page):
            op, operands = str(instruction.operator), instruction.operands
            if op in {"BDC", "BMC"}:
                self.need(not stack, f"page {number}: a mark inside a mark")
                stack.append(self.begin(number, operands))
            elif op == "EMC":
                stack.pop()
            elif op == "Tf":
                font = fonts[str(operands[0])]
            elif op in PAINTS:
                self.need(bool(stack), f"page {number}: {op} outside every mark")
                if op == "Tj" and stack:
                    self.show(number, stack[-1], bytes(operands[0]), font)
            else:
                self.need(op in QUIET, f"page {number}: unknown operator {op}")
        self.need(not stack, f"page {number}: a mark is left open")

    def resources(self, number, resources):
        """Nothing is seen through, and no form or picture is drawn from outside the file."""
        known = {"/Font", "/XObject"}
        self.need(set(resources.keys()) <= known, f"page {number} uses {list(resources.keys())}")
        for image in resources.get("/XObject", {}).values():
            self.need(set(image.keys()) <= IMAGE, f"a picture with {set(image.keys()) - IMAGE}")
            self.need(image.Subtype == "/Image", "a form that is drawn")
            self.need(str(image.get("/ColorSpace")) in COLOURS, "a picture in other colours")
            self.need(image.get("/BitsPerComponent") == 8, "a picture of other depth")

    def begin(self, number, operands):
        tag = str(operands[0])
        if tag == "/Artifact":
            return None, ""
        mcid = int(operands[1].MCID)
        self.need((number, mcid) not in self.tags, f"page {number}: MCID {mcid} twice")
        self.tags[number, mcid] = tag
        self.marks[number, mcid] = ""
        return (number, mcid), tag

    def show(self, number, mark, codes, font):
        for code in codes:
            self.need(font.get(code, 0) > 0, f"page {number}: a glyph without meaning")
        key, _ = mark
        if key is not None:
            self.marks[key] += "".join(chr(font.get(code, 0xFFFD)) for code in codes)

    def font(self, font):
        self.need(font.Subtype == Name.TrueType, f"font {font.Subtype}")
        descriptor = font.get("/FontDescriptor", Dictionary())
        self.need(bool(SUBSET.match(str(font.get("/BaseFont")))), "a font that is no subset")
        self.need(int(descriptor.get("/Flags", 0)) & 4, "a font that is not symbolic")
        self.need("/Encoding" not in font, "a symbolic font with an encoding")
        self.need(not {"/CIDSet", "/CharSet"} & set(descriptor.keys()), "a font lists its glyphs")
        last = int(font.FirstChar) + len(font.Widths) - 1
        self.need(last == int(font.LastChar), "a font with other widths than characters")
        self.need("/FontFile2" in descriptor, f"font {font.get('/BaseFont')} is not embedded")
        if "/ToUnicode" not in font:
            self.faults.append(f"font {font.get('/BaseFont')} has no ToUnicode")
            return {}
        cmap = bytes(font.ToUnicode.read_bytes()).decode("ascii")
        pairs = re.findall(r"<([0-9A-F]{2})> <([0-9A-F]{4,})>", cmap)
        found = {int(code, 16): int(value, 16) for code, value in pairs}
        self.need(not set(found.values()) & UNREADABLE, "a character that cannot be read")
        return found

    def element(self, element, parent, kind):
        own = str(element.S)[1:]
        self.elements.append((own, element))
        self.need(own in INSIDE, f"unknown element {own}")
        allowed = INSIDE.get(kind, {"Document"} if kind is None else set())
        self.need(own in allowed, f"{own} inside {kind}")
        self.need(element.P.objgen == parent.objgen, f"{own} names another parent")
        known = {"/Type", "/S", "/P", "/K", "/A", "/Alt", "/Lang"}
        self.language(own, element)
        self.need(own != "Span" or "/Lang" in element, "Span without Lang")
        self.need(set(element.keys()) <= known, f"{own} has {set(element.keys()) - known}")
        kids = list(element.get("/K", Array([])))
        self.need(bool(kids) or own in {"TD", "TH"}, f"{own} holds nothing")
        self.attributes(own, element, kids)
        for kid in kids:
            if kid.get("/Type") == "/StructElem":
                self.element(kid, element, own)
            elif kid.get("/Type") == "/MCR":
                key = (self.pages.get(kid.Pg.objgen), int(kid.MCID))
                self.need(self.tags.get(key) == f"/{own}", f"{own} holds no mark {key} of its own")
            else:
                self.need(kid.get("/Type") == "/OBJR" and own == "Link", f"{own} holds an object")

    def language(self, own, thing):
        if "/Lang" in thing:
            tag = str(thing.Lang)
            self.need(bool(LANGUAGE.fullmatch(tag)), f"{own} in the language {tag!r}")

    def attributes(self, own, element, kids):
        attributes = element.get("/A", Dictionary())
        inner = [str(kid.S)[1:] for kid in kids if kid.get("/Type") == "/StructElem"]
        if own == "TH":
            self.need(str(attributes.get("/Scope")) in {"/Column", "/Row"}, "TH without Scope")
        if own == "Figure":
            self.need(str(element.get("/Alt", "")) != "", "Figure without Alt")
            self.need(len(attributes.get("/BBox", [])) == 4, "Figure without BBox")
        if own == "L":
            numbering = str(attributes.get("/ListNumbering"))
            self.need(numbering in {"/Decimal", "/Disc"}, "L without ListNumbering")
        if own == "LI":
            self.need(inner == ["Lbl", "LBody"], f"LI holds {inner}")
        if own == "Table":
            rows = [Counter(str(cell.S) for cell in row.K) for row in kids]
            self.need(len({row.total() for row in rows}) == 1, "rows of different length")
            self.need(any(row["/TH"] for row in rows), "a table without heads")

    def parent_tree(self):
        owned = {}
        for own, element in self.elements:
            for kid in element.get("/K", Array([])):
                if kid.get("/Type") == "/MCR":
                    key = (self.pages.get(kid.Pg.objgen), int(kid.MCID))
                    self.need(key not in owned, f"mark {key} in two elements")
                    owned[key] = element.objgen
                elif kid.get("/Type") == "/OBJR":
                    self.annotation(own, element, kid)
        self.need(set(owned) == set(self.tags), "marks and elements differ")
        for key in self.tags:
            row = self.nums.get(key[0], [])
            found = row[key[1]].objgen if key[1] < len(row) else None
            self.need(found == owned.get(key), f"ParentTree has another owner of {key}")
        following = self.pdf.Root.StructTreeRoot.get("/ParentTreeNextKey")
        self.need(following == max(self.nums, default=-1) + 1, "ParentTreeNextKey is wrong")
        linked = sum(len(page.obj.get("/Annots", [])) for page in self.pdf.pages)
        held = sum(
            kid.get("/Type") == "/OBJR" for _, each in self.elements for kid in each.get("/K", [])
        )
        self.need(linked == held, "annotations outside the tree")

    def annotation(self, own, element, kid):
        annotation = kid.Obj
        self.need(set(annotation.keys()) <= LINK, f"a link with {set(annotation.keys()) - LINK}")
        self.need(annotation.A.S == Name.URI, "a link that does something else")
        self.need(annotation.get("/F") == 4, "a link that is not printed")
        self.need(str(annotation.get("/Contents", "")) != "", "a link without words")
        owner = self.nums.get(annotation.get("/StructParent"))
        self.need(getattr(owner, "objgen", None) == element.objgen, "a link of another element")
        self.need(own == "Link", "an annotation outside a Link")

    def headings(self):
        levels = [int(own[1]) for own, _ in self.elements if own in {"H1", "H2", "H3"}]
        self.need(levels[:1] == [1] and levels.count(1) == 1, "not one H1, or not first")
        self.need(
            all(after <= before + 1 for before, after in pairwise(levels)),
            "a level of heading is skipped",
        )

    def streams(self, data):
        """Every stream begins after a line end and ends before one (19005-2, 6.1.7.1)."""
        for found in re.finditer(rb"/Length (\d+)\s[^<>]*>>\nstream\n", data):
            end = found.end() + int(found[1])
            self.need(data[end : end + 10] == b"\nendstream", "no line end before endstream")
        count = len(re.findall(rb"\nstream\n", data))
        self.need(data.count(b"\nendstream\n") == count, "streams that end wrongly")

    def text(self):
        lines: list[str] = []
        before = ""
        for own, element in self.elements:
            said = self.said(element) if own in BLOCKS else ""
            if lines and before == "Lbl":
                lines[-1] += said
            elif said.strip():
                lines.append(said)
            before = own if own in BLOCKS else before
        return "\n".join(lines)

    def said(self, element):
        parts = []
        for kid in element.get("/K", Array([])):
            if kid.get("/Type") == "/MCR":
                parts.append(self.marks[self.pages[kid.Pg.objgen], int(kid.MCID)])
            elif kid.get("/Type") == "/StructElem" and kid.S != "/P":
                parts.append(self.said(kid))
        return "".join(parts)

    def against(self, document):
        from desktop.letters.text import document_text  # noqa: PLC0415

        spoken = Counter(
            str(each.Lang) for own, each in self.elements if "/Lang" in each and own != "Span"
        )
        meant_to_be: Counter[str] = Counter()
        for block in document.blocks:
            if isinstance(block, SideBySide):
                meant_to_be.update(dict.fromkeys(block.languages, 1 + len(block.clauses)))
        self.need(spoken == meant_to_be, f"passages in {spoken}, but meant {meant_to_be}")
        read, meant = self.text().split(), document_text(document).split()
        for place, (one, other) in enumerate(zip(read, meant, strict=False)):
            if one != other:
                around = " ".join(read[max(place - 3, 0) : place + 3])
                self.faults.append(f"reads {around!r}, but says {other!r}")
                return
        self.need(len(read) == len(meant), f"reads {len(read)} words of {len(meant)}")


def _number_tree(tree):
    nums = list(tree.Nums) if tree is not None and "/Nums" in tree else []
    return {
        int(key): list(value) if isinstance(value, Array) else value
        for key, value in zip(nums[::2], nums[1::2], strict=True)
    }
