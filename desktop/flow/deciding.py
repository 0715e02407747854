"""Making one decision: judged, numbered, its letter drawn, all in the same piece of work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop.domain.casework import Decision
from desktop.domain.phases import (
    DECISION_WORDS,
    OUTCOME_WORDS,
    WITH_MONEY,
    DecisionKind,
    Outcome,
    Phase,
)
from desktop.domain.problems import Problem, Refusal, problem, refuse
from desktop.domain.proposal import consultation_needed, stopping
from desktop.domain.registers import Reason
from desktop.domain.rule import Limit, group
from desktop.domain.rules.report import due
from desktop.domain.swedish import kr, long_date
from desktop.domain.text import say
from desktop.flow.filing import keep_letter
from desktop.flow.money import pot_key
from desktop.flow.papers import draw, filled, letter_base, payment_plan
from desktop.flow.snapshot import frozen
from desktop.letters.facts import Consultation, DecisionFacts
from desktop.letters.facts import Limit as LimitShown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.flow.desk import Desk
    from desktop.flow.picture import Picture
    from desktop.flow.work import Work


STOPPING = frozenset(
    {
        "allowed_costs",
        "base_amount",
        "budget",
        "complete",
        "goals",
        "prior_report",
        "school",
        "window",
        "yearly_frame",
    }
)
"""Kinds of rule whose stop is a reason to reject or dismiss, when the library has words for it."""


@dataclass(frozen=True, kw_only=True)
class Terms:
    """What the officer decides in one case."""

    outcome: Outcome
    """Granted, partly, rejected, dismissed, written off."""
    granted: int
    """Kronor."""
    decided_on: date
    """The day."""
    reasons: tuple[str, ...] = ()
    """Keys in the library of reasons."""
    own_text: str = ""
    """More reasons, in the officer's own words."""
    conditions: tuple[str, ...] = ()
    """More conditions, a sentence each."""
    deviation: str = ""
    """Why the sum is not what the rules give."""
    report_due: date | None = None
    """Another report day than the computed one."""
    unbiased: bool = True
    """The officer has declared that she is not disqualified."""
    kind: DecisionKind = DecisionKind.FIRST
    """Why this version is made."""
    ground: str = ""
    """Ground for a later version."""
    withdrawn_on: date | None = None
    """The day the applicant withdrew, when that is why the case is written off."""
    board: str = ""
    """The board that has decided itself; empty when the officer decides."""
    paragraph: str = ""
    """§ of the board's minutes."""


def judge(desk: Desk, seen: Picture, terms: Terms) -> list[Problem]:
    """Give everything that stands in the way of the decision, by field."""
    found = [*_days(desk, seen, terms), *_sums(seen, terms), *_report_day(seen, terms)]
    if not terms.unbiased and not terms.board:
        found.append(
            problem(
                "unbiased",
                "Jäv – inte besvarat – kryssa i, eller låt någon annan besluta.",
            )
        )
    if consultation_needed(seen.scheme, terms.outcome):
        found += _consultation(seen, terms)
    explained_why = terms.reasons or terms.own_text or terms.withdrawn_on
    if terms.outcome is not Outcome.GRANTED and not explained_why:
        found.append(
            problem("reasons", "Skäl – saknas – välj minst ett skäl eller skriv egen text.")
        )
    return found


def _days(desk: Desk, seen: Picture, terms: Terms) -> list[Problem]:
    earliest = seen.application.arrived_on
    if seen.facts.consultation.held_on:
        earliest = max(earliest, seen.facts.consultation.held_on)
    if seen.decision is not None:
        earliest = max(earliest, seen.decision.decided_on)
    field = "meeting_on" if terms.board else "decided_on"
    if terms.decided_on > desk.today:
        return [
            problem(
                field,
                "Beslutsdag – {day} har inte varit än – skriv dagens datum.",
                day=terms.decided_on.isoformat(),
            )
        ]
    if terms.decided_on < earliest:
        return [
            problem(
                field,
                "Beslutsdag – {day} är före {earliest} – skriv en senare dag.",
                day=terms.decided_on.isoformat(),
                earliest=earliest.isoformat(),
            )
        ]
    return []


def _report_day(seen: Picture, terms: Terms) -> list[Problem]:
    ended = seen.application.ends_on
    if terms.report_due is None or terms.outcome not in WITH_MONEY:
        return []
    if ended is None or due(seen.scheme, ended) is None:
        return [
            problem(
                "report_due",
                "Rapport senast – {scheme} har ingen rapport – lämna tomt.",
                scheme=say(seen.scheme.definite),
            )
        ]
    if terms.report_due <= ended:
        return [
            problem(
                "report_due",
                "Rapport senast – {day} är inte efter aktivitetens sista dag {ended} – skriv en"
                " senare dag.",
                day=terms.report_due.isoformat(),
                ended=ended.isoformat(),
            )
        ]
    return []


def _sums(seen: Picture, terms: Terms) -> list[Problem]:
    asked, granted = seen.application.asked, terms.granted
    if terms.outcome not in WITH_MONEY:
        if granted:
            return [
                problem(
                    "granted",
                    "Belopp – {outcome} ger inga pengar – skriv 0 eller välj bifall.",
                    outcome=OUTCOME_WORDS[terms.outcome],
                )
            ]
        return []
    if granted < 1 or granted > asked:
        return [
            problem(
                "granted",
                "Belopp – {granted} av sökta {asked} går inte – skriv 1 kr till {asked}.",
                granted=kr(granted),
                asked=kr(asked),
            )
        ]
    if corrects(seen, terms):
        return []
    wrong = Outcome.PARTLY if granted < asked else Outcome.GRANTED
    if terms.outcome is not wrong:
        return [
            problem(
                "outcome",
                "Utfall – {granted} av {asked} är {right} – välj det eller ändra beloppet.",
                granted=kr(granted),
                asked=kr(asked),
                right=str(OUTCOME_WORDS[wrong]).lower(),
            )
        ]
    return _rules(seen, terms)


def corrects(seen: Picture, terms: Terms) -> bool:
    """Say whether a version only corrects words: outcome and sum rest on what they rested on."""
    old = seen.decision
    same = old is not None and (old.outcome, old.granted) == (terms.outcome, terms.granted)
    return same and terms.kind is DecisionKind.CORRECTION


def _rules(seen: Picture, terms: Terms) -> list[Problem]:
    stops = stopping(seen.draft.findings, "decision")
    if terms.board:
        return _of_board(seen, terms, outside=bool(stops))
    found = [
        problem(
            "granted",
            "{title} – {value}, {limit} ({paragraph}) – rätta ansökan eller avslå.",
            title=stop.title,
            value=stop.value,
            limit=stop.limit,
            paragraph=stop.short,
        )
        for stop in stops
    ]
    if found:
        return found
    if terms.granted > seen.draft.ceiling:
        return [
            problem(
                "granted",
                "Belopp – reglerna räcker till {room} – sänk beloppet.",
                room=kr(seen.draft.ceiling),
            )
        ]
    if terms.granted != seen.draft.amount and not terms.deviation:
        return [
            problem(
                "deviation",
                "Skäl att avvika – reglerna ger {amount} – skriv varför det blir ett annat belopp.",
                amount=kr(seen.draft.amount),
            )
        ]
    return []


def _of_board(seen: Picture, terms: Terms, *, outside: bool) -> list[Problem]:
    """Ask why, when the board went outside the rules; what it has decided is not refused."""
    if terms.deviation or not (outside or terms.granted > seen.draft.amount):
        return []
    return [
        problem(
            "deviation",
            "Skäl att avvika – reglerna räcker till {room} – skriv nämndens skäl ur protokollet.",
            room=kr(0 if outside else seen.draft.amount),
        )
    ]


def _consultation(seen: Picture, terms: Terms) -> list[Problem]:
    heard = seen.facts.consultation
    if seen.case.phase is Phase.READY or corrects(seen, terms):
        return []
    if terms.kind is not DecisionKind.FIRST:
        if heard.held_on or heard.reason or terms.deviation:
            return []
        return [
            problem(
                "deviation",
                "Skäl att avvika – kommittén är aldrig hörd i ärendet – skriv varför det inte"
                " behövs.",
            )
        ]
    return [
        problem(
            "outcome",
            "Samråd – kommittén är inte hörd – lägg ärendet i samråd eller skriv skäl att hoppa"
            " över det.",
        )
    ]


def decide(desk: Desk, work: Work, seen: Picture, terms: Terms, number: int) -> Decision:
    """Put the decision and its letter on the work; refuse what does not hold."""
    problems = judge(desk, seen, terms)
    if problems:
        raise Refusal(problems)
    facts = decision_facts(desk, seen, terms, number)
    kind = "board_decision" if terms.board else f"decision_{terms.outcome}"
    content = draw(desk, kind, facts, "own_text")
    version = len(seen.decisions) + 1
    letter = keep_letter(
        desk,
        work,
        content,
        kind=kind,
        title=_title(terms, number),
        name=f"{seen.case.number}-beslut-{terms.decided_on.year}-{_file_number(terms, number)}",
        case_id=seen.id,
    )
    officer = desk.officer()
    kept = corrects(seen, terms)
    findings = seen.findings if kept else seen.draft.findings
    return work.add(
        Decision(
            case_id=seen.id,
            version=version,
            number=number,
            year=terms.decided_on.year,
            kind=terms.kind,
            outcome=terms.outcome,
            asked=seen.application.asked,
            granted=terms.granted,
            decided_on=terms.decided_on,
            officer=officer.name,
            officer_title=officer.title,
            delegation="" if terms.board else officer.delegation,
            board=terms.board,
            paragraph=terms.paragraph,
            guideline_id=seen.case.guideline_id,
            round_id=seen.round.id if seen.round and seen.facts.consultation.held_on else None,
            replaces_id=seen.decision.id if seen.decision else None,
            ground=terms.ground,
            deviation=terms.deviation,
            pot=pot_key(seen.case, seen.scheme),
            pot_cap=seen.scheme.cap or seen.application.asked,
            due_on=facts.report_due,
            snapshot=frozen(
                (each for each in findings if each.gate == "decision"),
                seen.limits if kept else seen.draft.limits,
                reasons=list(facts.reasons),
                conditions=list(facts.conditions),
                recipient={
                    "name": seen.association.name,
                    "organisation_number": seen.association.organisation_number,
                    "contact": seen.association.contact,
                    "account": seen.association.account_string or seen.association.account,
                },
                proposal=seen.draft.amount,
            ),
            document_id=letter.id,
        )
    )


def _file_number(terms: Terms, number: int) -> str:
    return f"ks-{number}" if terms.board else str(number)


def _title(terms: Terms, number: int) -> str:
    word = DECISION_WORDS[terms.kind]
    cited = f"{terms.paragraph or number}/{terms.decided_on.year}"
    return f"{word} {cited}, {str(OUTCOME_WORDS[terms.outcome]).lower()}"


def decision_facts(desk: Desk, seen: Picture, terms: Terms, number: int) -> DecisionFacts:
    """Give what the decision letter says."""
    money = terms.outcome in WITH_MONEY
    heard = seen.facts.consultation
    plain = letter_base(
        desk, seen, terms.decided_on, f"decision:{len(seen.decisions) + 1}:{number}"
    )
    shared = {
        **plain,
        "number": f"{terms.paragraph or number}/{terms.decided_on.year}",
        "board": terms.board,
        "paragraph": terms.paragraph,
        "principal": seen.association.principal,
        "version": len(seen.decisions) + 1,
        "outcome": terms.outcome,
        "kind": terms.kind,
        "replaces": _replaced(seen),
        "ground": terms.ground,
        "granted": terms.granted,
        "limits": limits_shown(seen.draft.limits)
        if money and terms.kind is not DecisionKind.CORRECTION
        else (),
        "authority": _paragraph(seen, "consultation"),
        "report_due": _report_due(seen, terms) if money else None,
        "gate": any(rule.kind == "annual_report" for rule in seen.scheme.rules),
        "payment": payment_plan(seen) if money else None,
        "consultation": Consultation(
            held_on=heard.held_on,
            number=heard.number,
            remark=_sentence(seen.round_case.outcome) if seen.round_case else "",
        )
        if heard.held_on
        else None,
        "unconsulted": "" if heard.held_on else _unconsulted(seen, terms),
        "conditions": terms.conditions,
        "withdrawn_on": terms.withdrawn_on,
        "deviation": _sentence(terms.deviation),
    }
    without = DecisionFacts(**shared)
    return DecisionFacts(**shared, reasons=_reasons(desk, terms, without))


def _replaced(seen: Picture) -> str:
    if seen.decision is None:
        return ""
    old = seen.decision
    return f"beslut {old.cited} {long_date(old.decided_on)}"


def _unconsulted(seen: Picture, terms: Terms) -> str:
    if seen.case.unconsulted:
        return _sentence(seen.case.unconsulted)
    if not consultation_needed(seen.scheme, terms.outcome):
        return "Riktlinjerna kräver inget samråd för ett sådant beslut."
    return "Samråd hölls inte."


def _sentence(words: str) -> str:
    words = words.strip()
    if not words:
        return ""
    return words[:1].upper() + words[1:] + ("" if words.endswith((".", "?")) else ".")


def limits_shown(limits: Iterable[Limit]) -> tuple[LimitShown, ...]:
    """Give the ceilings as a letter explains them."""
    return tuple(
        LimitShown(
            label=explained(limit),
            amount=limit.amount,
            paragraph=limit.paragraph,
            deciding=limit.deciding,
        )
        for limit in limits
    )


def explained(limit: Limit) -> str:
    """Give a ceiling as one line: "Kostnader 19 000 minus annan finansiering 9 000"."""
    if not limit.parts:
        return "Sökt belopp"
    if limit.said.template:
        return str(limit.said)
    words = []
    for part in limit.parts:
        label = str(part.label)
        if part.sign == "÷":
            words.append(f"delat på {part.amount} {label.lower()}")
        elif part.sign:
            words.append(f"minus {label.lower()} {group(part.amount)}")
        else:
            words.append(f"{label} {group(part.amount)}")
    return " ".join(words)


def _paragraph(seen: Picture, kind: str) -> str:
    return next((rule.paragraph for rule in seen.scheme.rules if rule.kind == kind), "")


def _report_due(seen: Picture, terms: Terms) -> date | None:
    if terms.report_due:
        return terms.report_due
    if seen.report is not None:
        return seen.report.due_on
    ended = seen.application.ends_on
    counted = due(seen.scheme, ended) if ended else None
    return counted.day if counted else None


def _reasons(desk: Desk, terms: Terms, facts: DecisionFacts) -> tuple[str, ...]:
    library = {each.key: each for each in desk.store.find(Reason)}
    texts = []
    for key in terms.reasons:
        if key not in library:
            raise refuse(
                "reasons", "Skäl – {key} finns inte i biblioteket – välj i listan.", key=key
            )
        texts.append(filled(library[key].text, facts, "reasons"))
    own = [line for line in terms.own_text.split("\n") if line]
    return (*texts, *own)


def suggested(desk: Desk, seen: Picture, outcome: Outcome) -> tuple[str, ...]:
    """Propose reasons: those of the rule that decides or stops, and of the goals."""
    stops = {(stop.rule, str(stop.title)) for stop in stopping(seen.draft.findings, "decision")}
    kinds = {rule.kind for rule in seen.scheme.rules if (rule.id, rule.title) in stops}
    kinds &= STOPPING
    if seen.decidable == seen.draft.amount:
        # A sum that deviates is not what the ceiling leaves: its reason is the written one.
        kinds |= {limit.kind for limit in seen.draft.limits if limit.deciding and limit.kind}
    if "sharing" in kinds and (seen.facts.pot.members == 1 or outcome is Outcome.REJECTED):
        kinds = (kinds - {"sharing"}) | {"cap"}
    if outcome in WITH_MONEY and seen.application.goals:
        kinds.add("goals")
    found = []
    for reason in desk.store.find(Reason):
        fits = not reason.outcomes or outcome in reason.outcomes
        mine = not reason.schemes or seen.case.scheme in reason.schemes
        if fits and mine and reason.rule and reason.rule in kinds:
            found.append(reason.key)
    return tuple(found)
