"""Facts and a template become the content model of a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
)
from desktop.letters.facts import (
    BoardProposalFacts,
    CommitteeFacts,
    CompletionFacts,
    ConfirmationFacts,
    DecisionFacts,
    DelegationListFacts,
    DossierFacts,
    ExtensionFacts,
    Facts,
    JournalFacts,
    OverdueFacts,
    PaymentOrderFacts,
    ReclaimFacts,
    ReminderFacts,
)
from desktop.letters.fill import Filler, hold, run
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
    return document


def kind_of(facts: Facts) -> str:
    """Tell the kind of paper that the facts are for; a decision's follows from its outcome."""
    if isinstance(facts, DecisionFacts):
        return "board_decision" if facts.board else f"decision_{facts.outcome}"
    return _KINDS[type(facts)]


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

    def document(self) -> Document:
        facts, template, text = self.facts, self.template, self.filler.text
        label = text(template.label) if template.label else ""
        name = hold(facts.office.full_name)
        return Document(
            kind=template.kind,
            doc_id=facts.document_id,
            title=text(template.title),
            created=facts.made_on,
            letterhead=self._letterhead(),
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
        )

    def _letterhead(self) -> Letterhead:
        return Letterhead(
            municipality=hold(self.facts.office.full_name),
            lines=tuple(
                self.filler.text(row.value)
                for row in self.template.sender
                if self.filler.holds(row.when)
            ),
            coat=self.facts.coat,
            footer=footer(self.facts) if self.template.footer else (),
        )

    def _blocks(self, blocks: tuple[TemplateBlock, ...]) -> Iterator[Block]:
        for block in blocks:
            if self.filler.holds(block.when, block.unless):
                yield from self._block(block)

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
