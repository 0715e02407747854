"""A letter text tried on an invented example before anybody adopts it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.registers import GuidelineVersion
from desktop.domain.text import say
from desktop.flow.texts import NAMES, versions
from desktop.letters.compose import compose, kind_of
from desktop.letters.judging import Remark, judge
from desktop.letters.paper_names import SHOWN_IN, paper_name
from desktop.letters.sample import Around, example
from desktop.letters.template import SHARED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from desktop.domain.text import Text
    from desktop.flow.desk import Desk
    from desktop.letters.content import Document
    from desktop.letters.facts import Facts


def around(desk: Desk, day: date | None = None) -> Around:
    """Give what an example letter borrows from the register."""
    office = desk.office()
    version_id, guideline = desk.in_force()
    return Around(
        office=office,
        officer=desk.officer(),
        guideline=desk.store.get(GuidelineVersion, version_id),
        made_on=day or desk.today,
        coat=desk.store.content(office.coat_id) if office.coat_id else None,
        committee=guideline.committee,
    )


def example_of(desk: Desk, name: str) -> Facts:
    """Give an invented example of a paper, or of one that holds a shared text."""
    return example(SHOWN_IN.get(name, name), around(desk))


def composed(own: Mapping[str, str], name: str, text: str, facts: Facts) -> Document:
    """Compose an example with a text that nobody has adopted; raises as `compose` does.

    `own` are the other texts of the municipality's own. Reads no file: any thread may call it.
    """
    kind = kind_of(facts)
    texts = {**own, name: text}
    shared = {key: words for key, words in texts.items() if key in SHARED}
    return compose(kind, facts, texts.get(kind), shared=shared)


def remarks_on(desk: Desk, name: str, text: str) -> tuple[Remark, ...]:
    """Judge a text as it would be adopted here."""
    return judge(name, text, example_of(desk, name))


def unreadable(desk: Desk) -> Iterator[Text]:
    """Give what stops an adopted text from being used, for `check`."""
    for row in versions(desk):
        if not row.text:
            continue
        if row.name not in NAMES:
            yield say("Brevtexten {name} hör inte till något brev.", name=row.name)
            continue
        for each in remarks_on(desk, row.name, row.text):
            if each.stops:
                yield say(
                    "Brevtexten {name}, version {version}: {what}",
                    name=paper_name(row.name),
                    version=row.version,
                    what=each.problem.text,
                )
