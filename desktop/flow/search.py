"""The search of everything: one question, answered by groups, the best first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from db.search import CaseIndex
from db.words import WordIndex
from desktop.domain.casework import Summary
from desktop.domain.swedish import fold
from desktop.domain.text import Text, plain, say
from desktop.flow.case_list import Asked, first_by_sql
from desktop.flow.search_hits import READERS, Found, snippet
from desktop.flow.search_sources import SOURCES
from desktop.flow.similar import names_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from desktop.domain.guideline import Guideline, RuleData
    from desktop.flow.desk import Desk

MOST = 5
"""Hits shown in a group."""
_LOOKED_AT = 40
"""Rows of a source that are read and ordered; the latest of them are found first."""

GROUPS: tuple[tuple[str, Text, tuple[str, ...]], ...] = (
    ("cases", say("Ärenden"), ()),
    ("places", say("Orter"), ("place",)),
    ("associations", say("Sökande"), ("association",)),
    ("visits", say("Besök"), ("visit", "visit_people")),
    ("agreements", say("Överenskommelser"), ("agreement",)),
    ("networks", say("Nätverk"), ("network", "network_activity")),
    ("projects", say("Projekt"), ("project", "project_partner")),
    ("plans", say("Handlingsplaner"), ("plan", "plan_goal")),
    ("contacts", say("Kontakter"), ("contact", "body")),
    ("governing", say("Styrande dokument"), ("governing_document",)),
    ("documents", say("Handlingar"), ("document", "application", "decision", "report")),
    ("notes", say("Anteckningar"), ("note",)),
    ("rules", say("Riktlinjen"), ()),
)
"""Key, name and sources of each group, in the order of those that answer equally well."""


@dataclass(frozen=True, kw_only=True)
class Group:
    """What was found of one kind."""

    key: str
    """"places"."""
    title: Text
    """"Orter"."""
    hits: tuple[Found, ...]
    """The best first, at most MOST."""
    more: bool
    """True when there are more."""
    rank: int
    """How well the first one answers: 0 the whole title, 4 somewhere in its text."""


def load_words(path: Path) -> WordIndex:
    """Read the words of every register but the cases; to be called in any thread."""
    return WordIndex.load(path, SOURCES)


def search(
    desk: Desk,
    text: str,
    words: WordIndex | None,
    cases: CaseIndex | None = None,
    most: int = MOST,
) -> tuple[Group, ...]:
    """Give the groups in which something was found, the best answer first.

    Without `words` only cases and the guideline are searched; without `cases` those by SQL.
    """
    asked = tuple(fold(text).split())
    if not asked:
        return ()
    question = _Question(desk=desk, text=text, asked=asked, words=words, cases=cases, most=most)
    return tuple(sorted(question.groups(), key=lambda each: each.rank))


@dataclass(frozen=True, kw_only=True)
class _Question:
    """What is asked, and what is searched."""

    desk: Desk
    text: str
    asked: tuple[str, ...]
    words: WordIndex | None
    cases: CaseIndex | None
    most: int

    def groups(self) -> Iterator[Group]:
        """Give what was found, in the order of GROUPS."""
        in_cases: frozenset[int] = frozenset()
        for key, title, sources in GROUPS:
            if key == "cases":
                ids, more = self._case_ids()
                in_cases = frozenset(ids)
                hits = map(_case, self.desk.store.summaries(ids[: self.most]))
                group = self._group(key, title, hits, more=more)
            elif key == "rules":
                group = self._group(key, title, self._rules())
            else:
                group = self._group(key, title, self._hits(sources, in_cases))
            if group.hits:
                yield group

    def _group(self, key: str, title: Text, hits: Iterable[Found], *, more: bool = False) -> Group:
        once: dict[object, Found] = {}
        for each in hits:
            once.setdefault((each.subject, each.part), each)
        ranked = sorted(once.values(), key=self._rank)
        return Group(
            key=key,
            title=title,
            hits=tuple(ranked[: self.most]),
            more=more or len(ranked) > self.most,
            rank=self._rank(ranked[0]) if ranked else 0,
        )

    def _rank(self, found: Found) -> int:
        title, whole = fold(str(found.title)), " ".join(self.asked)
        tests = (
            title == whole,
            title.startswith(whole),
            all(f" {word}" in f" {title}" for word in self.asked),
            self._is_seen(found),
        )
        return tests.index(True) if any(tests) else len(tests)

    def _is_seen(self, found: Found) -> bool:
        """Say whether the words stand in what is shown without a piece of the text."""
        words = fold(f"{found.title} {found.detail}")
        return all(word in words for word in self.asked)

    def _case_ids(self) -> tuple[list[int], bool]:
        if self.cases is None:
            ids = first_by_sql(self.desk, Asked(text=self.text), _LOOKED_AT)
            return ids, len(ids) > self.most
        answer = self.cases.query(self.text, limit=_LOOKED_AT)
        return list(answer.ids), len(answer.ids) > self.most

    def _hits(self, sources: Sequence[str], in_cases: frozenset[int]) -> Iterator[Found]:
        """Give the rows of some sources; a case that is found as such is not given again."""
        if self.words is None:
            return
        for source in sources:
            ids = dict.fromkeys(self.words.query(source, self.text, _LOOKED_AT))
            for name in names_of(self.text) if source == "place" else ():
                ids |= dict.fromkeys(self.words.query(source, name, _LOOKED_AT))
            for row, found in READERS[source](self.desk, list(ids)):
                kind, key = found.subject
                if kind == "case" and key in in_cases:
                    continue
                around = "" if self._is_seen(found) else snippet(row, source, self.asked)
                yield replace(found, snippet=around)

    def _rules(self) -> Iterator[Found]:
        version, guideline = self.desk.in_force()
        for rule in every_rule(guideline):
            words = fold(f"{rule.id} {rule.title} {rule.paragraph} {rule.text}")
            if all(word in words for word in self.asked):
                yield Found(
                    subject=("guideline", version),
                    title=say("{id} {title}", id=rule.id, title=say(rule.title)),
                    detail=plain(rule.paragraph),
                    part=rule.id,
                )


def _case(case: Summary) -> Found:
    return Found(
        subject=("case", case.id),
        title=plain(f"{case.number} {case.applicant}"),
        detail=plain(f"{case.place}, {case.scheme_name.lower()} {case.year}"),
    )


def every_rule(guideline: Guideline) -> list[RuleData]:
    """Give every rule of a guideline once by its number: grants, statements, visits, the work."""
    rules = [rule for scheme in guideline.schemes for rule in scheme.rules]
    rules += guideline.statements
    rules += guideline.visits.rules if guideline.visits else ()
    rules += guideline.work.rules if guideline.work else ()
    return list({rule.id: rule for rule in reversed(rules)}.values())[::-1]
