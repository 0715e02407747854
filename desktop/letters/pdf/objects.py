"""The objects of a file, and the frame that they are written in."""

from __future__ import annotations

from reportlab.pdfbase import pdfdoc

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


class Raw(pdfdoc.PDFObject):
    """An object of the file whose bytes are ready, or become so before the file is written."""

    def __init__(self, data: bytes = b"") -> None:
        """Keep the bytes."""
        self.data = data

    def format(self, _document: pdfdoc.PDFDocument) -> bytes:
        """Give the bytes."""
        return self.data

    def digest(self, _signature: object) -> None:
        """Add nothing to ReportLab's identity of the file: ours comes from the document."""


class Ended(pdfdoc.PDFObject):
    """Stream data followed by the line end that ReportLab leaves out (ISO 19005-2, 6.1.7.1)."""

    def __init__(self, data: bytes) -> None:
        """Keep the data."""
        self._data = data

    def __len__(self) -> int:
        """Give the length without the line end."""
        return len(self._data)

    def format(self, _document: pdfdoc.PDFDocument) -> bytes:
        """Give the data and the line end."""
        return self._data + b"\n"


class LineEnds(pdfdoc.NoEncryption):
    """Stands where encryption would: the one place that every stream passes."""

    def encode(self, data: str | bytes) -> Ended:
        """Let a line end follow."""
        return Ended(data.encode("latin-1") if isinstance(data, str) else data)


class Objects(pdfdoc.PDFDocument):
    """ReportLab's document, which makes the fonts; the frame is ours, as most objects are bytes."""

    def __init__(self, identity: bytes) -> None:
        """Begin a file with its /ID."""
        super().__init__(compression=1, invariant=1, pdfVersion=(1, 7))
        self.encrypt = LineEnds()
        self._identity = identity

    def take(self, thing: pdfdoc.PDFObject) -> int:
        """Add an object and give its number; the same as Reference, but a tenth of the time."""
        self.objectcounter += 1
        number: int = self.objectcounter
        name = thing.__InternalName__ = f"R{number}"
        self.idToObject[name] = thing
        self.idToObjectNumberAndVersion[name] = (number, 0)
        self.numberToId[number] = name
        return number

    def format(self) -> bytes:
        """Write header, objects, places and trailer."""
        pieces, places, offset = [_HEADER], [], len(_HEADER)
        number = 1
        # More objects may come while these are written: a stream's own parts.
        while number in self.numberToId:
            places.append(offset)
            pieces.append(self._written(number))
            offset += len(pieces[-1])
            number += 1
        table = "".join(f"{place:010} 00000 n \n" for place in places)
        catalog, info = (
            self.idToObjectNumberAndVersion[each.__InternalName__][0]
            for each in (self.Catalog, self.info)
        )
        return b"".join(pieces) + (
            f"xref\n0 {number}\n0000000000 65535 f \n{table}"
            f"trailer\n<</Size {number}/Root {catalog} 0 R/Info {info} 0 R"
            f"/ID{self._identity.decode()}>>\nstartxref\n{offset}\n%%EOF\n"
        ).encode("ascii")

    def _written(self, number: int) -> bytes:
        name = self.numberToId[number]
        thing = self.idToObject[name]
        if type(thing) is Raw:
            return b"%d 0 obj\n%b\nendobj\n" % (number, thing.data)
        data: bytes = pdfdoc.PDFIndirectObject(name, thing).format(self)
        return data
