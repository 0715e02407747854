"""Facts and a template become the content model of a paper."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from desktop.letters.clauses import HEADS, clauses
from desktop.letters.content import (
    Block,
    Box,
    Bullets,
    Document,
    Fields,
    Heading,
    Lead,
    Letterhead,
    Numbered,
    Paragraph,
    SideBySide,
)
from desktop.letters.content.fit import fit
from desktop.letters.facts import (
    AgreementFacts,
    BoardProposalFacts,
    BudgetOverviewFacts,
    CommitteeFacts,
    CompletionFacts,
    ConfirmationFacts,
    DecisionFacts,
    DelegationListFacts,
    DossierFacts,
    ExtensionFacts,
    Facts,
    FollowUpFormFacts,
    FollowUpReminderFacts,
    InvitationFacts,
    JournalFacts,
    OverdueFacts,
    PaymentOrderFacts,
    ReclaimFacts,
    ReminderFacts,
    SettlementFacts,
    TripListFacts,
    VisitSheetFacts,
    WorkListFacts,
    YearlyReportFacts,
)
from desktop.letters.fill import Filler, run
from desktop.letters.parts import PARTS
from desktop.letters.problems import BadTemplate, IncompleteLetter
from desktop.letters.sender import address, footer
from desktop.letters.template import (
    Template,
    TemplateBlock,
    builtin,
    parse,
    parse_blocks,
    parse_conditions,
)
from desktop.letters.tongue import tongue
from desktop.letters.words import values

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_KINDS: dict[type[Facts], str] = {
    BoardProposalFacts: "board_proposal",
    ConfirmationFacts: "confirmation",
    CompletionFacts: "completion_request",
    ReminderFacts: "report_reminder",
    OverdueFacts: "overdue_reminder",
    ExtensionFacts: "report_extension",
    ReclaimFacts: "reclaim_decision",
    PaymentOrderFacts: "payment_order",
    CommitteeFacts: "committee_sheet",
    DelegationListFacts: "delegation_list",
    JournalFacts: "journal",
    DossierFacts: "dossier",
    AgreementFacts: "agreement",
    InvitationFacts: "invitation",
    VisitSheetFacts: "visit_sheet",
    SettlementFacts: "settlement",
    TripListFacts: "trip_list",
    BudgetOverviewFacts: "budget_overview",
    FollowUpFormFacts: "follow_up_form",
    FollowUpReminderFacts: "follow_up_reminder",
    YearlyReportFacts: "yearly_report",
    WorkListFacts: "work_list",
}


def compose(
    kind: str,
    facts: Facts,
    template: str | None = None,
    *,
    shared: Mapping[str, str] | None = None,
) -> Document:
    """Compose a paper: the same facts and texts always give the same Document.

    `kind` is one of template.KINDS; `template` its TOML text (None takes the built-in one);
    `shared` replaces the built-in texts "appeal" and "conditions" by name.
    Raises IncompleteLetter naming every placeholder that is unknown or empty, BadTemplate, and
    ValueError for facts of another kind of paper or of another outcome.
    """
    if kind != kind_of(facts):
        raise ValueError(kind)
    read = parse(kind, builtin(kind) if template is None else template)
    composer = _Composer(facts, read, shared or {})
    document = composer.document()
    if composer.filler.findings:
        raise IncompleteLetter(composer.filler.findings)
    return fit(document)


def kind_of(facts: Facts) -> str:
    """Tell the kind of paper that the facts are for, by its outcome and by its language."""
    if isinstance(facts, DecisionFacts):
        return "board_decision" if facts.board else f"decision_{facts.outcome}"
    kind = _KINDS[type(facts)]
    if isinstance(facts, InvitationFacts | SettlementFacts) and tongue(facts.language).english:
        return f"{kind}_en"
    return kind


def fill_text(template: str, facts: Facts) -> str:
    """Fill a reason's placeholders, to be shown and edited before it stands in a letter.

    Raises IncompleteLetter naming every placeholder that is unknown or empty.
    """
    filler = Filler(values(facts))
    text = filler.text(template)
    if filler.findings:
        raise IncompleteLetter(filler.findings)
    return text


class _Composer:
    def __init__(self, facts: Facts, template: Template, shared: Mapping[str, str]) -> None:
        self.facts = facts
        self.template = template
        self.shared = shared
        self.filler = Filler(values(facts))
        self.clauses = 0

    def document(self) -> Document:
        facts, template, text = self.facts, self.template, self.filler.text
        label = text(template.label) if template.label else ""
        name = text("{municipality}")
        return Document(
            kind=template.kind,
            doc_id=facts.document_id,
            title=text(template.title),
            created=facts.made_on,
            letterhead=self._letterhead(name),
            label=label,
            side=tuple(
                (row.label, text(row.value)) for row in template.side if self.filler.holds(row.when)
            ),
            recipient=address(facts) if template.addressed else (),
            heading=text(template.heading),
            subtitle=text(template.subtitle) if template.subtitle else "",
            blocks=tuple(self._blocks(template.blocks)),
            running=(name, text(template.running)) if template.running else (name,),
            checksum=facts.checksum if template.footer else "",
            landscape=template.landscape,
            dense=template.dense,
            window=facts.window,
            language=template.language,
            mark=self._mark(),
        )

    def _mark(self) -> str:
        mark = self.template.mark
        return self.filler.text(mark.value) if mark and self.filler.holds(mark.when) else ""

    def _letterhead(self, name: str) -> Letterhead:
        return Letterhead(
            municipality=name,
            lines=tuple(
                self.filler.text(row.value)
                for row in self.template.sender
                if self.filler.holds(row.when)
            ),
            coat=self.facts.coat,
            footer=footer(self.facts, tongue(self.template.language))
            if self.template.footer
            else (),
        )

    def _blocks(self, blocks: tuple[TemplateBlock, ...]) -> Iterator[Block]:
        holding = [each for each in blocks if self.filler.holds(each.when, each.unless)]
        for what, each in groupby(holding, lambda block: block.what == "clause"):
            if what:
                yield self._side_by_side(tuple(each))
            else:
                for block in each:
                    yield from self._block(block)

    def _side_by_side(self, blocks: tuple[TemplateBlock, ...]) -> SideBySide:
        found = clauses(blocks, self.filler)
        first = self.clauses + 1
        self.clauses += len(found)
        return SideBySide(heads=HEADS, clauses=found, first=first)

    def _block(self, block: TemplateBlock) -> Iterator[Block]:
        runs, words = self.filler.runs, block.words
        match block.what:
            case "head":
                yield Heading(text=self.filler.text(words[0]), level=block.level)
            case "lead":
                yield Lead(runs=runs(words[0]))
            case "text":
                yield Paragraph(runs=runs(words[0]))
            case "note":
                yield Paragraph(runs=runs(words[0]), small=True)
            case "bullets":
                yield Bullets(items=tuple(map(runs, words)))
            case "numbered":
                yield Numbered(items=tuple(map(runs, words)))
            case "fields":
                pairs = zip(words[::2], words[1::2], strict=True)
                yield Fields(rows=tuple((label, runs(value)) for label, value in pairs))
            case "box":
                yield self._box(block)
            case "include":
                yield self._included(words[0])
            case _:
                yield from self._part(words[0])

    def _box(self, block: TemplateBlock) -> Box:
        inside = (
            each
            for each in self._blocks(block.inside)
            if isinstance(each, Heading | Paragraph | Numbered | Bullets)
        )
        return Box(blocks=tuple(inside), strong=block.strong)

    def _included(self, name: str) -> Block:
        text = self.shared.get(name) or builtin(name)
        if name != "conditions":
            return self._box(TemplateBlock(what="box", inside=parse_blocks(name, text)))
        items = [
            self.filler.runs(condition.words[0])
            for condition in parse_conditions(text)
            if self.filler.holds(condition.when, condition.unless)
        ]
        own = self.facts.conditions if isinstance(self.facts, DecisionFacts) else ()
        return Numbered(items=(*items, *((run(sentence),) for sentence in own)))

    def _part(self, name: str) -> Iterator[Block]:
        try:
            part = PARTS[name]
        except KeyError:
            raise BadTemplate(self.template.kind, f"okänd del {name}") from None
        yield from part(self.facts, self.filler)
