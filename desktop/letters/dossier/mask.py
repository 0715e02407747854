"""True redaction of our own letters: the glyphs are taken away and a box stands in their place."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape, unescape

from desktop.letters.dossier.font_scrub import scrub
from desktop.letters.dossier.glyphs import Show, fonts_of, owners, reading, shows
from desktop.letters.dossier.hidden import MASKED, Hidden
from desktop.letters.dossier.problems import Unmaskable
from desktop.letters.dossier.stamp import Stamp, stamp_all

if TYPE_CHECKING:
    from pikepdf import Page, Pdf

MARK = "Maskad kopia"
"""At the top of every page, and in the title."""

_GREY = "0.25 0.25 0.25 rg"
_ABOVE, _BELOW = 0.86, 0.24
_MASKED_HEX = f"<FEFF{MASKED.encode('utf-16-be').hex().upper()}>"
_XMP_TEXT = re.compile(r">([^<>]+)<")
_KEPT_KEYS = frozenset({"/ID", "/CheckSum", "/Panose"})


def mask(data: bytes, hidden: Hidden, *, mark: str = MARK) -> bytes:
    """Give a copy of one of our letters in which nothing of what is hidden can be found.

    The rest stands where it stood. Every page bears `mark`; an empty one leaves it out.
    Raises Unmaskable for a file that we did not draw, or when it cannot be done for certain.
    """
    import pikepdf  # noqa: PLC0415 - slow to load, and seldom wanted

    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            _mask(pdf, hidden, mark)
            made = written(pdf)
    except (pikepdf.PdfError, AttributeError, KeyError, ValueError, IndexError) as fault:
        raise Unmaskable(str(fault)) from fault
    if recoverable(made, hidden):
        raise Unmaskable("something is still there")
    return made


def written(pdf: Pdf) -> bytes:
    """Write a file the same way every time, as PDF/A wants it."""
    import pikepdf  # noqa: PLC0415 - as above

    out = io.BytesIO()
    pdf.save(
        out,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
        force_version="1.7",
        deterministic_id=True,
        fix_metadata_version=False,
    )
    return out.getvalue()


def _mask(pdf: Pdf, hidden: Hidden, mark: str) -> None:
    if "/Names" in pdf.Root or "/AF" in pdf.Root or "/AcroForm" in pdf.Root:
        raise Unmaskable("a file with files in it")
    contents, found = _read(pdf)
    text, glyphs = reading(found)
    for begin, end in hidden.found(text):
        for glyph in glyphs[begin:end]:
            if glyph is not None:
                glyph[0].hidden.add(glyph[1])
    for number, page in enumerate(pdf.pages):
        mine = {show.at: show for show in found if show.page == number and show.hidden}
        if mine:
            page.obj.Contents = pdf.make_stream(_rewritten(contents[number], mine))
    scrub(pdf, found)
    _links(pdf, hidden)
    _texts(pdf, hidden, mark)
    if mark:
        stamp_all(pdf, [Stamp(left=mark) for _ in pdf.pages])


def _read(pdf: Pdf) -> tuple[list[list[Any]], list[Show]]:
    import pikepdf  # noqa: PLC0415 - as above

    marks = owners(pdf)
    contents = [list(pikepdf.parse_content_stream(page)) for page in pdf.pages]
    found = [
        show
        for number, page in enumerate(pdf.pages)
        for show in shows(number, contents[number], fonts_of(page), marks[number])
    ]
    return contents, found


def _rewritten(instructions: list[Any], hidden: dict[int, Show]) -> bytes:
    import pikepdf  # noqa: PLC0415 - as above

    parts: list[bytes] = []
    for at, one in enumerate(instructions):
        show = hidden.get(at)
        parts.append(pikepdf.unparse_content_stream([one]) if show is None else _covered(show))
    return b"\n".join(parts)


def _covered(show: Show) -> bytes:
    """Show the glyphs that are left, each at its place, and boxes for those that are not."""
    words: list[str] = []
    begin = 0
    while begin < len(show.codes):
        away = begin in show.hidden
        end = begin
        while end < len(show.codes) and (end in show.hidden) == away:
            end += 1
        if away:
            words += _box(show, begin, end)
        else:
            words.append(f"<{show.codes[begin:end].hex()}> Tj")
        begin = end
    return "\n".join(words).encode()


def _box(show: Show, begin: int, end: int) -> list[str]:
    left, right = show.place(begin), show.place(end)
    low, high = show.y - _BELOW * show.size, (_ABOVE + _BELOW) * show.size
    said = f"/Span<</ActualText {_MASKED_HEX}>>BDC" if show.tagged else ""
    drawn = f"q {_GREY} {left:.2f} {low:.2f} {right - left:.2f} {high:.2f} re f Q"
    again = f"BT 1 0 0 1 {right:.2f} {show.y:.2f} Tm"
    return ["ET", *([said] if said else []), drawn, *(["EMC"] if said else []), again]


def _links(pdf: Pdf, hidden: Hidden) -> None:
    """Make a link that leads to somebody hidden into plain words."""
    for page in pdf.pages:
        for link in list(page.obj.get("/Annots", ())):
            where: Any = link.get("/A")
            address = where.get("/URI", "") if where is not None else ""
            words = f"{link.get('/Contents', '')} {address}"
            if hidden.found(words):
                _unlink(pdf, page, link)


def _unlink(pdf: Pdf, page: Page, link: Any) -> None:  # noqa: ANN401 - an object of the file
    import pikepdf  # noqa: PLC0415 - as above

    left = [each for each in page.obj.Annots if each.objgen != link.objgen]
    if left:
        page.obj.Annots = pikepdf.Array(left)
    else:
        del page.obj["/Annots"]
    key = int(link.StructParent)
    root = pdf.Root.StructTreeRoot
    nums = list(root.ParentTree.Nums)
    keys = [int(each) for each in nums[::2]]
    at = 2 * keys.index(key)
    element = nums[at + 1]
    root.ParentTree.Nums = pikepdf.Array(nums[:at] + nums[at + 2 :])
    root.ParentTreeNextKey = 1 + max(each for each in keys if each != key)
    element.S, element.Lang = pikepdf.Name.Span, pdf.Root.Lang
    kept = [kid for kid in element.K if kid.get("/Type") != "/OBJR"]
    element.K = pikepdf.Array(kept)
    for kid in kept:
        _retag(pdf, kid)


def _retag(pdf: Pdf, mark: Any) -> None:  # noqa: ANN401 - an object of the file
    page = next(each for each in pdf.pages if each.obj.objgen == mark.Pg.objgen)
    old = re.compile(rb"/Link\s*<<\s*/MCID %d\s*>>" % int(mark.MCID))
    data = page.obj.Contents.read_bytes()
    page.obj.Contents = pdf.make_stream(old.sub(b"/Span<</MCID %d>>" % int(mark.MCID), data))


def _texts(pdf: Pdf, hidden: Hidden, mark: str) -> None:
    """Hide in every string of the file: alternatives, titles, addresses; and in its metadata."""
    for held in pdf.objects:
        _strings(held, hidden)
    prefix = f"{mark}: " if mark else ""
    pdf.docinfo["/Title"] = prefix + hidden.text(str(pdf.docinfo.get("/Title", "")))
    packet = pdf.Root.Metadata.read_bytes().decode("utf-8")
    packet = _XMP_TEXT.sub(lambda found: f">{escape(hidden.text(unescape(found[1])))}<", packet)
    packet = packet.replace('xml:lang="x-default">', f'xml:lang="x-default">{prefix}', 1)
    pdf.Root.Metadata.write(packet.encode("utf-8"))


def _strings(held: Any, hidden: Hidden) -> None:  # noqa: ANN401 - any object of the file
    import pikepdf  # noqa: PLC0415 - as above

    pairs: list[tuple[Any, Any]]
    if isinstance(held, pikepdf.Dictionary | pikepdf.Stream):
        pairs = [(key, value) for key, value in held.items() if key not in _KEPT_KEYS]
    elif isinstance(held, pikepdf.Array):
        pairs = list(enumerate(held))
    else:
        return
    for key, value in pairs:
        if isinstance(value, pikepdf.String):
            said = str(value)
            shown = hidden.text(said)
            if shown != said:
                held[key] = shown
        elif not getattr(value, "is_indirect", False):
            _strings(value, hidden)


def recoverable(data: bytes, hidden: Hidden) -> bool:
    """Say whether anything hidden still stands in a letter's glyphs or strings."""
    import pikepdf  # noqa: PLC0415 - as above

    with pikepdf.open(io.BytesIO(data)) as pdf:
        _, found = _read(pdf)
        text, _ = reading(found)
        if hidden.found(text) or hidden.found(pdf.Root.Metadata.read_bytes().decode("utf-8")):
            return True
        return any(hidden.found(said) for held in pdf.objects for said in _said(held))


def _said(held: Any) -> list[str]:  # noqa: ANN401 - any object of the file
    import pikepdf  # noqa: PLC0415 - as above

    if isinstance(held, pikepdf.String):
        return [str(held)]
    if isinstance(held, pikepdf.Dictionary | pikepdf.Stream):
        values = [value for key, value in held.items() if key not in _KEPT_KEYS]
    elif isinstance(held, pikepdf.Array):
        values = list(held)
    else:
        return []
    return [
        said
        for value in values
        if not getattr(value, "is_indirect", False)
        for said in _said(value)
    ]
