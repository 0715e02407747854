"""The page of a network: its purpose and rules, what was done in it, its reviews and its fee."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.commitment_words import REVIEW_WORDS
from desktop.domain.swedish import capital, kr
from desktop.domain.text import say
from desktop.flow.network_view import NetworkPicture, network_picture
from desktop.ui.i18n import shown, tr
from desktop.ui.measure import px
from desktop.ui.pages.besok_cards import TableCard
from desktop.ui.pages.case_parts.saying import brief
from desktop.ui.pages.natverk_subject import SubjectPage
from desktop.ui.pages.natverk_words import TONES, agenda_words, area_words, areas_title, day_words
from desktop.ui.roles import Tone
from desktop.ui.widgets.card import Card, Heading, row
from desktop.ui.widgets.grid_table import GridRow, Head
from desktop.ui.widgets.grid_table import Place as Spot
from desktop.ui.widgets.timeline import Point, Shape, Timeline
from desktop.ui.widgets.words import small

if TYPE_CHECKING:
    from desktop.flow.desk import Desk

ACTIVITY, REVIEW = "digital", "incoming"
"""The shapes of the time line: a ring for what was done, a triangle for a review."""
YEARS = 3
"""The fewest years on the time line."""


class NetworkPage(SubjectPage):
    """One network, or the form of a new one."""

    kind, page, new, part, on = (
        "network",
        "natverk_ett",
        "register_network",
        "networks",
        "network",
    )
    back_words = say("Nätverk")
    changing = "change_network"
    wide = ("change_network",)

    def build(self) -> None:
        """Put a line of years, activities and reviews between the rules and the facts."""
        self.line = Timeline()
        self._line_card = Card()
        head = Heading(tr("Aktivitet"))
        legend = row(Shape(ACTIVITY), small(tr("aktivitet")), spacing=6)
        for part in (Shape(REVIEW), small(tr("omprövning"))):
            legend.addWidget(part)
        legend.addStretch(1)
        self._line_card.add(head)
        self._line_card.body.addLayout(legend)
        self._line_card.body.addSpacing(px(4))
        self._line_card.add(self.line)
        self.activities = TableCard(tr("Vad som gjorts"))
        self.reviews = TableCard(tr("Omprövningar"))
        self.cards.add(self._line_card, self.activities, self.reviews)

    def read(self, desk: Desk, subject: int) -> NetworkPicture:
        """Give the network."""
        return network_picture(desk, subject)

    def name(self, seen: NetworkPicture) -> str:
        """Give its name."""
        return seen.network.name

    def new_words(self) -> str:
        """Say what a new one needs."""
        return tr("Namn och syfte räcker. Resten kan vänta.")

    def sign_words(self, name: str) -> str:
        """Say what the wide form is for."""
        del name
        return tr("Syfte, avgift, ansvarig och omprövning.")

    def resting(self, seen: NetworkPicture) -> str:
        """Say since when it is left."""
        return shown(seen.label) + "."

    def show_seen(self, desk: Desk, seen: NetworkPicture) -> None:
        """Fill header and cards."""
        it = seen.network
        self.frame.set_badge(shown(seen.label), TONES[seen.tone])
        self.frame.set_line(_line(seen))
        fee = [(tr("Avgift per år"), kr(it.fee), True)] if it.fee is not None else []
        self.frame.set_sums(fee)
        self.cards.show_rules(
            desk,
            tr("Syfte och regler"),
            seen.findings,
            it.purpose,
            tr("Syftet är inte skrivet än."),
        )
        self._show_line(seen)
        self._show_rows(seen)
        self.cards.show_facts(_facts(desk, seen))
        self.cards.show_papers([], "")
        self.cards.documents.hide()

    def _show_line(self, seen: NetworkPicture) -> None:
        points = [
            Point(
                id=each.id,
                day=each.held_on,
                kind=ACTIVITY,
                words=f"{each.held_on} {each.text}",
            )
            for each in reversed(seen.activities)
        ] + [
            Point(
                id=-each.id,
                day=each.held_on,
                kind=REVIEW,
                words=f"{each.held_on} {shown(REVIEW_WORDS[each.outcome])}",
            )
            for each in reversed(seen.reviews)
        ]
        points.sort(key=lambda each: each.day)
        several = len(points) > 1
        self.cards.have(self._line_card, on=several)
        if several:
            last = seen.today.year
            first = min(points[0].day.year, last - YEARS + 1)
            self.line.show_points(points, (first, last), seen.today)
            self.line.setAccessibleName(tr("Aktivitet {first}–{last}", first=first, last=last))

    def _show_rows(self, seen: NetworkPicture) -> None:
        self.cards.have(self.activities, on=True)
        heads = [Head(title=tr("Dag")), Head(title=tr("Vad som gjordes"), share=1)]
        done = [
            GridRow(
                places=[
                    Spot(text=brief(each.held_on, seen.today), tone=Tone.MUTED),
                    Spot(text=each.text),
                ]
            )
            for each in seen.activities
        ]
        self.activities.table.show_rows(heads if done else [], done)
        self.activities.table.setVisible(bool(done))
        quiet = tr("Inget är noterat än. Skriv in det senaste mötet.")
        self.activities.show_foot([] if done else [(None, quiet)])
        self.cards.have(self.reviews, on=bool(seen.reviews))
        self.reviews.table.show_rows(
            [
                Head(title=tr("Dag")),
                Head(title=tr("Utfall")),
                Head(title=tr("Skäl"), share=1),
                Head(title=tr("Nästa"), right=True),
            ],
            [
                GridRow(
                    places=[
                        Spot(text=brief(each.held_on, seen.today), tone=Tone.MUTED),
                        Spot(text=shown(REVIEW_WORDS[each.outcome])),
                        Spot(text=each.reason, tone=Tone.MUTED),
                        Spot(text=day_words(each.next_review_on)),
                    ]
                )
                for each in seen.reviews
            ],
        )


def _line(seen: NetworkPicture) -> str:
    it = seen.network
    since = tr("medlem sedan {year}", year=it.member_since.year) if it.member_since else ""
    parts = [seen.body.name if seen.body else "", since]
    if seen.review_due is not None:
        parts.append(tr("omprövas {day}", day=seen.review_due.isoformat()))
    return capital(" · ".join(part for part in parts if part))


def _facts(desk: Desk, seen: NetworkPicture) -> list[tuple[str, str]]:
    it, guideline = seen.network, desk.in_force()[1]
    fee = tr("ingen avgift") if it.fee == 0 else kr(it.fee) if it.fee is not None else ""
    return [
        (tr("Ansvarig"), seen.body.name if seen.body else ""),
        (tr("Våra ombud"), it.delegates),
        (tr("Medlem sedan"), day_words(it.member_since)),
        (tr("Lämnat"), day_words(it.left_on)),
        (tr("Avgift per år"), fee),
        (tr("Beslut om medlemskap"), it.decision),
        (areas_title(guideline), area_words(guideline, it.areas)),
        (tr("Agenda 2030"), agenda_words(it.agenda_goals)),
        (tr("Anteckning"), it.note),
    ]
