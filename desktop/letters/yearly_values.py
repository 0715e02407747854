"""The follow-up's form and reminder and the yearly report as words for their templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.swedish import capital, long_date, weekday_date
from desktop.letters.phrases import yes
from desktop.letters.yearly_brief import wanted_rows

if TYPE_CHECKING:
    from desktop.letters.facts import (
        FollowUpFormFacts,
        FollowUpReminderFacts,
        WorkListFacts,
        YearlyReportFacts,
    )
    from desktop.letters.facts.follow_up import FollowUpAskedFacts


def _asked(facts: FollowUpAskedFacts) -> dict[str, str]:
    return {
        "year": str(facts.year),
        "body": facts.body,
        "contact": facts.contact,
        "contact_mail": facts.contact_mail,
        "answer_by": weekday_date(facts.answer_by),
        "answer_by_iso": facts.answer_by.isoformat(),
        "reported_to": facts.reported_to,
        "board_on": long_date(facts.board_on) if facts.board_on else "",
        "guideline": facts.guideline,
        "cited": facts.cited,
        "file_name": facts.file_name,
    }


def form_values(facts: FollowUpFormFacts) -> dict[str, str]:
    """Give what the template of the form may name."""
    return {
        **_asked(facts),
        "areas_title": facts.areas_title,
        "areas": yes(facts.areas),
        "agenda_goals": yes(facts.agenda_goals),
        "questions": yes(facts.questions),
    }


def reminder_values(facts: FollowUpReminderFacts) -> dict[str, str]:
    """Give what the template of the reminder may name."""
    return {
        **_asked(facts),
        "sent_on": long_date(facts.sent_on) if facts.sent_on else "",
        "first_answer_by": long_date(facts.first_answer_by),
        "reminded_on": long_date(facts.reminded_on) if facts.reminded_on else "",
        "late": yes(facts.first_answer_by < facts.made_on),
    }


def yearly_values(facts: YearlyReportFacts) -> dict[str, str]:
    """Give what the template of the yearly report may name."""
    yearly = facts.yearly
    return {
        "year": str(yearly.year),
        "reported_to": yearly.reported_to,
        "reported_to_capital": capital(yearly.reported_to),
        "report_by": long_date(yearly.report_by) if yearly.report_by else "",
        "guideline": facts.guideline,
        "cited": facts.cited,
        "version": str(facts.version) if facts.version > 1 else "",
        "summary": yearly.words.get("summary", ""),
        "answers": yes(yearly.answers),
        "pots": yes(yearly.pots),
        "remains": yes(yearly.remains),
        "wanted": yes(wanted_rows(yearly)),
        "results": yes(facts.results),
        "told": yes(
            any(
                each.activities or any(each.answers) or each.state in ("missing", "excused")
                for each in yearly.answers
            )
        ),
        "draft": yes(facts.draft),
    }


def work_values(facts: WorkListFacts) -> dict[str, str]:
    """Give what the template of the list of networks, projects and plans may name."""
    return {"tables": yes(facts.tables)}
