"""The closed-world check for files that are put together from letters, and for masked copies."""

import re
from itertools import pairwise

import pikepdf
from pikepdf import Array, Name

from tests.letters import structure
from tests.letters.structure import Checker, opened

KEYS = {"/Names", "/AF", "/Outlines", "/PageMode", "/PageLabels"}
SPEC = {"/Type", "/F", "/UF", "/Desc", "/AFRelationship", "/EF"}
PARAMS = {"/Size", "/ModDate", "/CheckSum"}
BOX = re.compile(rb"BDC\nq [\d. ]+ rg [-\d. ]+ re f Q\nEMC")


def whole_faults(data, part=2):
    """List what is wrong with a whole case as one file; `part` is the part of PDF/A it claims."""
    with opened(data) as pdf:
        checker = WholeChecker(pdf, part)
        checker.check(data)
        return checker.faults


def masked_faults(data):
    """List what is wrong with a masked copy."""
    with opened(data) as pdf:
        checker = MaskedChecker(pdf)
        checker.check(data)
        return checker.faults


def masked_text(data):
    """Give what the structure of a masked copy reads."""
    with opened(data) as pdf:
        checker = MaskedChecker(pdf)
        checker.check(data)
        return checker.text()


def words(data):
    """Give what the structure reads."""
    with opened(data) as pdf:
        checker = WholeChecker(pdf, 3)
        checker.check(data)
        return checker.text()


class MaskedChecker(Checker):
    """Knows the box that stands where words were: a Span that says "maskerat" inside a mark."""

    def page(self, number, page):
        inside: list[str] = []
        kept = []
        for one in pikepdf.parse_content_stream(page):
            operator, operands = str(one.operator), one.operands
            if operator == "BDC" and str(operands[0]) == "/Span" and "/ActualText" in operands[1]:
                self.need(len(inside) == 1, f"page {number}: a box outside every mark")
                self.need(str(operands[1].ActualText) == "maskerat", "a box that says nothing")
                inside.append("box")
                continue
            if operator in {"BDC", "BMC"}:
                inside.append("mark")
            elif operator == "EMC" and inside.pop() == "box":
                continue
            kept.append(one)
        page.obj.Contents = self.pdf.make_stream(pikepdf.unparse_content_stream(kept))
        super().page(number, page)

    def catalog(self):
        super().catalog()
        self.need(str(self.pdf.docinfo.Title).startswith("Maskad kopia: "), "no mark in the title")


class WholeChecker(MaskedChecker):
    """Several letters under one Document."""

    def __init__(self, pdf, part):
        super().__init__(pdf)
        self.part = part

    def catalog(self):
        root = self.pdf.Root
        extra = {key: root[key] for key in KEYS if key in root}
        self.need("/Outlines" in extra, "no bookmarks")
        self.need(root.get("/PageMode") == Name.UseOutlines, "bookmarks are not shown")
        self.need("/PageLabels" in extra, "no page labels")
        packet = root.Metadata.read_bytes().decode("utf-8")
        self.need(f"<pdfaid:part>{self.part}<" in packet, f"does not claim part {self.part}")
        for claim in ("<pdfaid:conformance>A<", "<pdfuaid:part>1<"):
            self.need(packet.count(claim) == 1, f"metadata lacks {claim}")
        self.need(re.search(r'x-default">([^<]+)<', packet) is not None, "no title")
        self.need(str(self.pdf.docinfo.get("/Title", "")) != "", "no title in the information")
        self.need(set(root.keys()) <= structure.CATALOG | KEYS, "unknown keys in the catalog")
        self.need(str(root.Lang) == "sv-SE", "no language")
        self.need(root.MarkInfo.Marked is True, "not marked")
        self.need(root.ViewerPreferences.DisplayDocTitle is True, "title is not displayed")
        self.need(len(root.OutputIntents) == 1, "no output intent")
        self.files(root)
        self.outlines(root)

    def files(self, root):
        specs = list(root.get("/AF", Array([])))
        names = list(root.Names.EmbeddedFiles.Names) if "/Names" in root else []
        self.need(
            [str(each) for each in names[::2]] == sorted(str(e) for e in names[::2]),
            "names are not sorted",
        )
        self.need(
            {e.objgen for e in names[1::2]} == {e.objgen for e in specs}, "AF and names differ"
        )
        for spec in specs:
            self.need(set(spec.keys()) == SPEC, f"a file with {set(spec.keys())}")
            self.need(str(spec.F) == str(spec.UF), "two names of one file")
            self.need(spec.AFRelationship == Name.Source, "a file without a relation")
            held = spec.EF.F
            self.need(spec.EF.UF.objgen == held.objgen, "two files of one name")
            self.need("/Subtype" in held and "#" not in str(held.Subtype), "a file without a kind")
            self.need(set(held.Params.keys()) == PARAMS, "a file without size, day and sum")
            self.need(int(held.Params.Size) == len(held.read_bytes()), "a file of another size")

    def outlines(self, root):
        with self.pdf.open_outline() as outline:
            titles = [each.title for each in outline.root]
        self.need(len(titles) == len(list(root.StructTreeRoot.K.K)), "bookmarks and parts differ")

    def headings(self):
        levels = [int(own[1]) for own, _ in self.elements if own in {"H1", "H2", "H3"}]
        self.need(levels[:1] == [1], "the first heading is no H1")
        self.need(all(b <= a + 1 for a, b in pairwise(levels)), "a level of heading is skipped")
        parts = list(self.pdf.Root.StructTreeRoot.K.K)
        self.need(
            all(Name.Sect == each.S and "/Lang" in each for each in parts), "parts are no Sect"
        )
        self.need(levels.count(1) == len(parts), "not one H1 for each part")

    def page(self, number, page):
        wanted = page.obj.get("/StructParents")
        self.need(wanted == self.page_keys[number], f"page {number} out of order")
        # The check of one letter wants the page's own number.
        page.obj.StructParents = number
        super().page(number, page)

    def check(self, data):
        nums = structure._number_tree(self.pdf.Root.StructTreeRoot.ParentTree)
        keys = [int(page.obj.StructParents) for page in self.pdf.pages]
        self.page_keys = keys
        self.need(len(set(keys)) == len(keys), "two pages with one key")
        self.need(list(nums) == sorted(nums), "the ParentTree is not sorted")
        used = set(keys) | {
            int(link.StructParent)
            for page in self.pdf.pages
            for link in page.obj.get("/Annots", ())
        }
        self.need(set(nums) == used, "keys that nobody has")
        super().check(data)

    def parent_tree(self):
        # Rows are looked up by the number of the page.
        rows = {number: self.nums[key] for number, key in enumerate(self.page_keys)}
        links = {key: each for key, each in self.nums.items() if key not in set(self.page_keys)}
        tree = self.pdf.Root.StructTreeRoot
        following = tree.get("/ParentTreeNextKey")
        self.need(following == max(self.nums, default=-1) + 1, "a next key that is taken")
        tree.ParentTreeNextKey = len(rows)
        self.links = links
        self.nums = rows
        super().parent_tree()

    def annotation(self, own, element, kid):
        kept, self.nums = self.nums, self.links
        super().annotation(own, element, kid)
        self.nums = kept
