"""Her own words of a year, the report that is made of it, and what the board says (S7, U8, B3)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.follow_up import YearlyReport, YearlyWords
from desktop.domain.problems import refuse
from desktop.domain.text import Text, say
from desktop.flow.ask import Kind, ask
from desktop.flow.filing import keep_letter
from desktop.flow.follow_up_next import VERBS
from desktop.flow.follow_up_view import follow_up
from desktop.flow.step import Command, Step
from desktop.flow.steps.about import no_personal_numbers, not_before
from desktop.flow.steps.follow_up_about import FIRST, LAST
from desktop.flow.yearly import yearly
from desktop.flow.yearly_data import yearly_data
from desktop.flow.yearly_paper import drawn_report

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.follow_up_view import FollowUpPicture
    from desktop.flow.work import Work

SECTIONS: dict[str, str] = {
    "summary": "Sammanfattning",
    "contacts": "Kontakter och besök",
    "people": "Deltagare",
    "costs": "Kostnader",
    "grants": "Bidrag",
    "trips": "Resor till vänorter",
    "agreements": "Överenskommelser",
    "networks": "Nätverk",
    "projects": "Projekt",
    "plans": "Handlingsplaner",
    "contact_persons": "Kontaktpersoner",
    "documents": "Styrande dokument",
    "answers": "Verksamheternas svar",
    "proposals": "Förslag till beslut",
}
"""Where own words can stand."""


@dataclass(frozen=True, kw_only=True)
class WriteYearlyWords(Command):
    """Keep her own words in the report of a year, under one of its headings."""

    year: int = ask(Kind.NUMBER, "År", low=FIRST, high=LAST)
    section: str = ask(Kind.CHOICE, "Avsnitt", choices=SECTIONS, default="summary")
    text: str = ask(Kind.NOTE, "Egna ord", default="")


@dataclass(frozen=True, kw_only=True)
class MakeYearlyReport(Command):
    """Make the report of a year: its figures are frozen and the paper kept."""

    year: int = ask(Kind.NUMBER, "År", low=FIRST, high=LAST)


@dataclass(frozen=True, kw_only=True)
class NoteYearlyReport(Command):
    """Note that the board has the report, with the day and paragraph of its minutes."""

    report_id: int = ask(Kind.REF, "Årsrapport", ref="yearly_report")
    board_on: date = ask(Kind.DAY, "Styrelsens möte", past=True)
    paragraph: str = ask(Kind.LINE, "Paragraf", limit=40, help="Till exempel § 201.")


def _write(desk: Desk, it: WriteYearlyWords, work: Work) -> None:
    no_personal_numbers("text", "Egna ord", it.text)
    known = desk.store.first(YearlyWords, "year = ? and section = ?", it.year, it.section)
    if known is None and it.text:
        work.add(YearlyWords(year=it.year, section=it.section, text=it.text))
    elif known is not None:
        work.change(known, text=it.text)
    work.about("yearly", it.year)
    work.said = say("Egna ord om {year} är sparade.", year=it.year)


def _make(desk: Desk, it: MakeYearlyReport, work: Work) -> None:
    if it.year > desk.today.year:
        raise refuse("year", "År – {year} har inte börjat – välj ett år som varit.", year=it.year)
    seen = follow_up(desk, it.year)
    version = len(seen.reports) + 1
    document = keep_letter(
        desk,
        work,
        drawn_report(desk, it.year, draft=False),
        kind="yearly_report",
        title=f"Årsrapport {it.year}"
        if version == 1
        else f"Årsrapport {it.year}, version {version}",
        name=f"arsrapport-{it.year}" if version == 1 else f"arsrapport-{it.year}-{version}",
        subject=f"yearly:{it.year}",
    )
    figures = yearly_data(yearly(desk, it.year))
    work.add(
        YearlyReport(
            year=it.year,
            version=version,
            made_on=desk.today,
            document_id=document.id,
            figures=json.dumps(figures, ensure_ascii=False, sort_keys=True),
        )
    )
    work.about("yearly", it.year)
    work.said = say("Årsrapporten {year} är klar att skriva under.", year=it.year)


def _note(desk: Desk, it: NoteYearlyReport, work: Work) -> None:
    found = desk.store.first(YearlyReport, "id = ?", it.report_id)
    if found is None:
        raise refuse("report_id", "Årsrapport – finns inte i registret – välj i listan.")
    newest = follow_up(desk, found.year).report
    if newest is not None and newest.id != found.id:
        raise refuse("report_id", "Årsrapport – en nyare version finns – välj den.")
    not_before("board_on", "Styrelsens möte", it.board_on, found.made_on)
    paragraph = it.paragraph if it.paragraph.startswith("§") else f"§ {it.paragraph}"
    work.change(found, board_on=it.board_on, paragraph=paragraph)
    work.about("yearly", found.year)
    work.said = say(
        "Årsrapporten {year} är anmäld {day} {paragraph}.",
        year=found.year,
        day=it.board_on.isoformat(),
        paragraph=paragraph,
    )


def _words_now(desk: Desk, seen: FollowUpPicture) -> dict[str, Any]:
    known = desk.store.first(YearlyWords, "year = ? and section = 'summary'", seen.year)
    return {"year": seen.year, "section": "summary", "text": known.text if known else ""}


def _what_is_made(seen: FollowUpPicture) -> Text:
    if seen.report is not None:
        return say(
            "Den förra rapporten finns kvar. Den nya blir version {number}.",
            number=len(seen.reports) + 1,
        )
    missing = len(seen.missing) + len(seen.unsent)
    if missing:
        return say("Siffrorna fryses. {count} svar saknas och står så i rapporten.", count=missing)
    return say("Siffrorna fryses så som de är i dag.")


def _to_note(desk: Desk, seen: FollowUpPicture) -> dict[str, Any]:
    report = seen.report
    return {"report_id": report.id if report else 0, "board_on": desk.today}


STEPS = (
    Step(
        name="make_yearly_report",
        command=MakeYearlyReport,
        about="follow_up",
        title=say("Årsrapport"),
        button=VERBS["make_yearly_report"],
        plan=_make,
        prefill=lambda _desk, seen: {"year": seen.year},
        consequence=_what_is_made,
    ),
    Step(
        name="note_yearly_report",
        command=NoteYearlyReport,
        about="follow_up",
        title=say("Styrelsen har fått rapporten"),
        button=VERBS["note_yearly_report"],
        plan=_note,
        applies=lambda seen: seen.report is not None and not seen.done,
        prefill=_to_note,
    ),
    Step(
        name="write_yearly_words",
        command=WriteYearlyWords,
        about="follow_up",
        title=say("Egna ord i årsrapporten"),
        button=say("Spara orden"),
        plan=_write,
        prefill=_words_now,
    ),
)
