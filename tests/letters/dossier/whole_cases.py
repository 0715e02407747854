"""Whole cases to bind: letters of ours and originals of every sort, good and bad."""

import hashlib
import io
from dataclasses import replace
from datetime import date
from functools import cache

import pikepdf
from PIL import Image

from desktop.letters.compose import compose
from desktop.letters.dossier.hidden import Hidden
from desktop.letters.dossier.whole import Paper, Whole
from desktop.letters.render import render
from tests.letters.pictures import COAT, picture
from tests.letters.samples import SAMPLES

DAY = date(2026, 11, 9)
ACCOUNT, CONTACT, EMAIL = "5402-9681", "Greta Visström", "greta@trollslandan.example"
HIDDEN = Hidden(
    accounts=(ACCOUNT, "10 1100 4520 0310"),
    names=(CONTACT, "Visström", "Greta"),
    addresses=(EMAIL,),
    phones=("070-123 45 67",),
    any_account=True,
    any_address=True,
    open_addresses=("samordnaren@kommun.example",),
)
CONTENTS = replace(SAMPLES["dossier"], rows=(), files=(), masked="", last_page=0, coat=COAT)


@cache
def letter(kind):
    return render(compose(kind, SAMPLES[kind]))


def paper(data, *, name="brev.pdf", title="Ett brev", media="application/pdf", ours=True):
    digest = hashlib.sha256(data).hexdigest()
    return Paper(title=title, name=name, media=media, day=DAY, sha256=digest, data=data, ours=ours)


def original(data, **more):
    return paper(data, ours=False, **{"title": "En handling", "name": "handling.bin", **more})


def whole(*papers, **more):
    return Whole(contents=CONTENTS, journal=SAMPLES["journal"], papers=papers, **more)


LETTERS = tuple(
    paper(letter(kind), title=kind, name=f"{kind}.pdf")
    for kind in ("confirmation", "committee_sheet", "decision_partly", "delegation_list")
)


@cache
def pdf_file(pages=2):
    made = pikepdf.new()
    for _ in range(pages):
        made.add_blank_page(page_size=(300, 400))
    out = io.BytesIO()
    made.save(out, static_id=True)
    return out.getvalue()


def locked_pdf():
    made = pikepdf.new()
    made.add_blank_page()
    out = io.BytesIO()
    made.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    return out.getvalue()


def huge_picture():
    out = io.BytesIO()
    Image.new("1", (9000, 9000)).save(out, "PNG")
    return out.getvalue()


ODD = {
    "text": (b"Hej fr\xe5n en f\xf6rening", "text/plain"),
    "nothing": (b"", "application/octet-stream"),
    "broken pdf": (b"%PDF-1.4\nnot much", "application/pdf"),
    "cut pdf": (pdf_file()[:300], "application/pdf"),
    "locked pdf": (locked_pdf(), "application/pdf"),
    "broken png": (picture()[:200], "image/png"),
    "huge picture": (huge_picture(), "image/png"),
    "odd media": (b"x", "not a media type ()<>/"),
}
"""Originals that cannot be shown."""

SEEN = {
    "pdf": (pdf_file(), "application/pdf", 2),
    "png with holes": (picture(), "image/png", 1),
    "cmyk jpeg": (picture("CMYK", kind="JPEG"), "image/jpeg", 1),
    "grey tiff": (picture("L", kind="TIFF"), "image/tiff", 1),
}
"""Originals that can, and their pages."""
