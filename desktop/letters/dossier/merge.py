"""Several of our letters become one tagged file: pages, structure and links, each as it was."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pikepdf import Pdf


@dataclass(frozen=True, kw_only=True)
class Part:
    """A finished letter and what it is called in the file."""

    title: str
    """Its line among the bookmarks."""
    data: bytes
    """One of our own PDF files."""


def page_count(data: bytes) -> int:
    """Give the number of pages of a PDF file."""
    import pikepdf  # noqa: PLC0415 - slow to load, and seldom wanted

    with pikepdf.open(io.BytesIO(data)) as pdf:
        return len(pdf.pages)


def merge(parts: Sequence[Part]) -> Pdf:
    """Put the parts after each other under one Document, each as a part of its own.

    Pages and their content are copied as they are; only the numbers that lead from pages to the
    structure are made anew. The first part gives the language.
    """
    import pikepdf  # noqa: PLC0415 - as above
    from pikepdf import Array, Dictionary, Name  # noqa: PLC0415 - as above

    target = pikepdf.Pdf.new()
    document = target.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, K=Array()))
    tree = target.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=document))
    document.P = tree
    nums: list[Any] = []
    next_key = 0
    for part in parts:
        with pikepdf.open(io.BytesIO(part.data)) as source:
            next_key += _add(target, source, document, nums, next_key)
    tree.ParentTree = target.make_indirect(Dictionary(Nums=Array(nums)))
    tree.ParentTreeNextKey = next_key
    target.Root.StructTreeRoot = tree
    target.Root.MarkInfo = Dictionary(Marked=True)
    return target


def _add(target: Pdf, source: Pdf, document: Any, nums: list[Any], base: int) -> int:  # noqa: ANN401
    """Add one part whose keys begin at `base`; give how many keys it takes."""
    import pikepdf  # noqa: PLC0415 - as above

    first = len(target.pages)
    # The pages go first: what the structure says of a page then finds its copy.
    target.pages.extend(source.pages)
    root = source.Root.StructTreeRoot
    pairs = source.make_indirect(pikepdf.Array(root.ParentTree.Nums))
    section = target.copy_foreign(root.K)
    section.S, section.P = pikepdf.Name.Sect, document
    section.Lang = pikepdf.String(str(source.Root.Lang))
    document.K.append(section)
    copied = list(target.copy_foreign(pairs))
    for key, value in zip(copied[::2], copied[1::2], strict=True):
        nums += [int(key) + base, value]
    for page in list(target.pages)[first:]:
        page.obj.StructParents = int(page.obj.StructParents) + base
        for link in page.obj.get("/Annots", ()):
            link.StructParent = int(link.StructParent) + base
    return int(root.ParentTreeNextKey)
