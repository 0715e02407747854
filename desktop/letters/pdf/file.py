"""Pages and structure tree become the bytes of a PDF file."""

from __future__ import annotations

import zlib
from functools import cache
from typing import TYPE_CHECKING

from reportlab.pdfbase import pdfdoc

from desktop.letters.pdf.metadata import identity, information, packet, text
from desktop.letters.pdf.objects import Objects, Raw
from desktop.letters.pdf.tags import Annotation, Element, Mark
from desktop.paths import resources

if TYPE_CHECKING:
    from desktop.letters.content import Document
    from desktop.letters.pdf.pen import LinkArea, Page, Pen
    from desktop.letters.pictures import Picture


class File:
    """A PDF file being put together."""

    def __init__(self, document: Document) -> None:
        """Begin the file of a document."""
        self.document = document
        self.pdf = Objects(identity(document))
        self._pictures: dict[str, int] = {}

    def _picture(self, name: str, picture: Picture) -> int:
        """Add a picture once and give its number."""
        if name in self._pictures:
            return self._pictures[name]
        self._pictures[name] = self._stream(
            picture.samples,
            {
                "Type": "/XObject",
                "Subtype": "/Image",
                "Width": picture.width,
                "Height": picture.height,
                "BitsPerComponent": 8,
                "ColorSpace": f"/{picture.colours}",
                "Filter": f"/{picture.packed}",
            },
        )
        return self._pictures[name]

    def write(self, pen: Pen, root: Element, conformance: str = "A") -> bytes:
        """Write the file; afterwards this object is spent."""
        catalog, info, pages = Raw(), Raw(information(self.document)), Raw()
        pages_number = self.pdf.take(pages)
        tree = _Tree(self, pen, root)
        numbers = [
            self._page(number, page, pages_number, pen, tree)
            for number, page in enumerate(pen.pages)
        ]
        pages.data = f"<</Type/Pages/Count {len(numbers)}/Kids[{_references(numbers)}]>>".encode()
        tree.write(numbers)
        catalog.data = self._catalog(pages_number, tree.root_number, conformance)
        self.pdf.Catalog, self.pdf.info = catalog, info
        for each in (catalog, info):
            self.pdf.take(each)
        data: bytes = self.pdf.GetPDFData(None)
        return data

    def add(self, data: bytes = b"") -> tuple[Raw, int]:
        """Add an object and give it with its number."""
        raw = Raw(data)
        return raw, self.pdf.take(raw)

    def _stream(self, data: bytes, entries: dict[str, str | int], *, pack: bool = False) -> int:
        filters = [pdfdoc.PDFZCompress] if pack else None
        return self.pdf.take(pdfdoc.PDFStream(pdfdoc.PDFDictionary(entries), data, filters))

    def _page(self, number: int, page: Page, parent: int, pen: Pen, tree: _Tree) -> int:
        contents = self._stream("\n".join(page.operators).encode("ascii"), {}, pack=True)
        fonts = self.pdf.idToObjectNumberAndVersion["BasicFonts"][0]
        pictures = "".join(
            f"/{name} {self._picture(name, picture)} 0 R"
            for name, picture in pen.pictures.get(number, {}).items()
        )
        links = tree.annotations_of(number)
        entries = [
            f"/Type/Page/Parent {parent} 0 R",
            f"/MediaBox[0 0 {page.width:.2f} {page.height:.2f}]",
            f"/Resources<</Font {fonts} 0 R",
            f"/XObject<<{pictures}>>" if pictures else "",
            f">>/Contents {contents} 0 R/StructParents {number}/Tabs/S",
            f"/Annots[{_references(links)}]" if links else "",
        ]
        return self.add(f"<<{''.join(entries)}>>".encode())[1]

    def _catalog(self, pages: int, tree: int, conformance: str) -> bytes:
        metadata = self._stream(
            packet(self.document, conformance), {"Type": "/Metadata", "Subtype": "/XML"}
        )
        profile = self._stream(_profile(), {"N": 3, "Filter": "/FlateDecode"})
        intent = (
            "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)"
            f"/Info(sRGB IEC61966-2.1)/DestOutputProfile {profile} 0 R>>"
        )
        return (
            f"<</Type/Catalog/Pages {pages} 0 R/Lang {text(self.document.language)}"
            f"/MarkInfo<</Marked true>>/StructTreeRoot {tree} 0 R/Metadata {metadata} 0 R"
            f"/ViewerPreferences<</DisplayDocTitle true>>/OutputIntents[{intent}]>>"
        ).encode()


class _Tree:
    """The structure tree's objects, written as ready bytes once all numbers are known."""

    def __init__(self, file: File, pen: Pen, root: Element) -> None:
        self._file, self._pen = file, pen
        self._root, self.root_number = file.add()
        self._elements = [(element, *file.add()) for element in root.walk()]
        self._numbers = {id(element): number for element, _, number in self._elements}
        self._links = [file.add() for _ in pen.links]

    def annotations_of(self, page: int) -> list[int]:
        return [
            number
            for link, (_, number) in zip(self._pen.links, self._links, strict=True)
            if link.page == page
        ]

    def write(self, pages: list[int]) -> None:
        parents: dict[int, int] = {}
        for element, raw, number in self._elements:
            raw.data = self._element(element, parents.get(number, self.root_number), pages)
            for kid in element.kids:
                if isinstance(kid, Element):
                    parents[self._numbers[id(kid)]] = number
        for place, (link, (raw, _)) in enumerate(zip(self._pen.links, self._links, strict=True)):
            raw.data = _link(link, len(pages) + place)
        top = self._elements[0][2]
        count = len(pages) + len(self._links)
        self._root.data = (
            f"<</Type/StructTreeRoot/K {top} 0 R/ParentTreeNextKey {count}"
            f"/ParentTree<</Nums[{self._parents()}]>>>>"
        ).encode()

    def _parents(self) -> str:
        nums = [
            f"{place}[{_references([self._numbers[id(each)] for each in page.marked])}]"
            for place, page in enumerate(self._pen.pages)
        ]
        owners: dict[int, int] = {}
        for element, _, number in self._elements:
            owners |= {kid.number: number for kid in element.kids if isinstance(kid, Annotation)}
        nums += [
            f"{len(self._pen.pages) + place} {owners[place]} 0 R"
            for place in range(len(self._links))
        ]
        return " ".join(nums)

    def _element(self, element: Element, parent: int, pages: list[int]) -> bytes:
        kids = "".join(self._kid(kid, pages) for kid in element.kids)
        held = f"/K[{kids}]" if kids else ""
        attributes = f"/A{element.attributes}" if element.attributes else ""
        alternative = f"/Alt {text(element.alternative)}" if element.alternative else ""
        language = f"/Lang {text(element.language)}" if element.language else ""
        return (
            f"<</Type/StructElem/S/{element.kind}/P {parent} 0 R"
            f"{attributes}{alternative}{language}{held}>>"
        ).encode()

    def _kid(self, kid: Element | Mark | Annotation, pages: list[int]) -> str:
        match kid:
            case Mark():
                return f"<</Type/MCR/Pg {pages[kid.page]} 0 R/MCID {kid.mcid}>>"
            case Annotation():
                page = pages[self._pen.links[kid.number].page]
                return f"<</Type/OBJR/Pg {page} 0 R/Obj {self._links[kid.number][1]} 0 R>>"
            case Element():
                return f"{self._numbers[id(kid)]} 0 R "


def _link(link: LinkArea, parent: int) -> bytes:
    rectangle = " ".join(f"{edge:.2f}" for edge in link.rectangle)
    return (
        f"<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[{rectangle}]/StructParent {parent}"
        f"/Contents {text(link.owner.words.strip())}"
        f"/A<</Type/Action/S/URI/URI({_escaped(link.owner.target)})>>>>"
    ).encode()


def _escaped(address: str) -> str:
    return address.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _references(numbers: list[int]) -> str:
    return " ".join(f"{number} 0 R" for number in numbers)


@cache
def _profile() -> bytes:
    return zlib.compress((resources() / "icc" / "srgb.icc").read_bytes(), 9)
