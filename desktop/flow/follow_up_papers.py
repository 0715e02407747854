"""The form of the follow-up on paper and for Excel, and the reminder of it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from desktop.domain.agenda import AGENDA
from desktop.domain.casework import Document
from desktop.domain.swedish import fold
from desktop.domain.work_guideline import work_rules
from desktop.exchange.answer_fields import AnswerForm
from desktop.exchange.answer_form import form_file
from desktop.flow.filing import keep_letter
from desktop.flow.papers import base, draw
from desktop.letters.facts import FollowUpFormFacts, FollowUpReminderFacts

if TYPE_CHECKING:
    from datetime import date

    from desktop.domain.guideline import Guideline
    from desktop.flow.desk import Desk
    from desktop.flow.follow_up_view import AskedPicture, FollowUpPicture
    from desktop.flow.work import Work

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
"""Media type of an Excel file."""
_SLUG = str.maketrans({"å": "a", "ä": "a", "ö": "o"})


def cited(guideline: Guideline, kind: str = "follow_up") -> str:
    """Give where the guideline asks for the follow-up; empty when it does not say."""
    found = work_rules(guideline).rule(kind, "follow_up")
    return found.paragraph if found else ""


def slug(name: str) -> str:
    """Give a name as part of a file's name: "barn-och-utbildningsnamnden"."""
    letters = fold(name).translate(_SLUG)
    words = "".join(each if each.isascii() and each.isalnum() else " " for each in letters).split()
    return "-".join(words)[:60] or "verksamhet"


def file_name(asked: AskedPicture) -> str:
    """Give the name of the Excel file: "uppfoljning-2026-kulturnamnden"."""
    return f"uppfoljning-{asked.round.year}-{slug(asked.name)}"


def form_workbook(desk: Desk, asked: AskedPicture) -> bytes:
    """Write the fillable Excel file; the same form gives the same bytes."""
    work, office = work_rules(asked.guideline), desk.office()
    terms = work.follow_up
    return form_file(
        AnswerForm(
            register=desk.store.register_uuid,
            round_id=asked.round.id,
            asked_id=asked.id,
            year=asked.round.year,
            body=asked.name,
            municipality=office.full_name,
            reported_to=terms.reported_to if terms else office.board,
            answer_by=asked.round.answer_by,
            made_on=desk.today,
            reply_to=office.email,
            areas_title=work.areas_title,
            areas=tuple((goal.key, goal.short) for goal in asked.guideline.goals),
            agenda_goals=tuple(AGENDA.items()) if work.agenda_goals else (),
            questions=asked.round.questions,
        )
    )


def draw_form(desk: Desk, asked: AskedPicture) -> bytes:
    """Draw the form; writes nothing."""
    work = work_rules(asked.guideline)
    facts = FollowUpFormFacts(
        **_asked(desk, asked, asked.round.answer_by, "follow_up_form"),
        areas_title=work.areas_title or "Mål",
        areas=tuple(goal.short for goal in asked.guideline.goals),
        agenda_goals=tuple(AGENDA.values()) if work.agenda_goals else (),
        questions=asked.round.questions,
    )
    return draw(desk, "follow_up_form", facts)


def draw_reminder(desk: Desk, asked: AskedPicture, answer_by: date) -> bytes:
    """Draw a reminder with a new last day; writes nothing."""
    facts = FollowUpReminderFacts(
        **_asked(desk, asked, answer_by, f"follow_up_reminder:{len(asked.documents)}"),
        sent_on=asked.asked.sent_on,
        first_answer_by=asked.round.answer_by,
        reminded_on=asked.asked.reminded_on,
    )
    return draw(desk, "follow_up_reminder", facts)


def _asked(desk: Desk, asked: AskedPicture, answer_by: date, kind: str) -> dict[str, Any]:
    terms = work_rules(asked.guideline).follow_up
    return {
        **base(desk, desk.today, f"{kind}:{asked.id}"),
        "year": asked.round.year,
        "body": asked.name,
        "contact": asked.contact.name if asked.contact else "",
        "contact_mail": asked.e_mail,
        "answer_by": answer_by,
        "reported_to": terms.reported_to if terms else desk.office().board,
        "board_on": asked.round.board_on,
        "guideline": asked.guideline.title,
        "cited": cited(asked.guideline),
        "file_name": f"{file_name(asked)}.xlsx",
    }


def keep_form(desk: Desk, work: Work, asked: AskedPicture) -> None:
    """Keep the form of one body, on paper and for Excel."""
    name, subject = file_name(asked), f"asked:{asked.id}"
    keep_letter(
        desk,
        work,
        draw_form(desk, asked),
        kind="follow_up_form",
        title=f"Formulär {asked.round.year}, {asked.name}",
        name=name,
        subject=subject,
    )
    content = form_workbook(desk, asked)
    kept = work.keep(
        Document(
            kind="follow_up_workbook",
            title=f"Formulär för Excel {asked.round.year}, {asked.name}",
            name=f"{name}.xlsx",
            media=WORKBOOK,
            sha256=hashlib.sha256(content).hexdigest(),
            size=len(content),
            made_on=desk.today,
            subject=subject,
            outgoing=True,
        ),
        content,
    )
    work.documents.append(kept.id)


def keep_reminder(desk: Desk, work: Work, asked: AskedPicture, answer_by: date) -> None:
    """Keep a reminder to one body."""
    keep_letter(
        desk,
        work,
        draw_reminder(desk, asked, answer_by),
        kind="follow_up_reminder",
        title=f"Påminnelse om svar {asked.round.year}, {asked.name}",
        name=f"paminnelse-{asked.round.year}-{slug(asked.name)}-{len(asked.documents)}",
        subject=f"asked:{asked.id}",
    )


def of_body(seen: FollowUpPicture, body_id: int) -> AskedPicture | None:
    """Give a body's row in the round; None when it is not asked."""
    return next((each for each in seen.asked if each.body.id == body_id), None)
