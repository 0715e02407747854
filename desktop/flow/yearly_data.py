"""The figures of a year as plain data: what a made report freezes and the command line prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from desktop.domain.yearly import Figure, Remaining, Source, Yearly


def yearly_data(seen: Yearly) -> dict[str, Any]:
    """Give everything of a year with every row; texts in Swedish, days as YYYY-MM-DD."""
    return {
        "year": seen.year,
        "on": seen.on.isoformat(),
        "years": list(seen.years),
        "reported_to": seen.reported_to,
        "report_by": seen.report_by.isoformat() if seen.report_by else None,
        "sections": [
            {
                "key": section.key,
                "title": str(section.title),
                "figures": [_figure(each) for each in section.figures],
            }
            for section in seen.sections
        ],
        "pots": [
            {
                "place": bar.place,
                "cap": bar.cap,
                "decided": bar.decided,
                "proposed": bar.proposed,
                "left": bar.left,
            }
            for bar in seen.pots
        ],
        "questions": list(seen.questions),
        "answers": [
            {
                "asked": each.asked_id,
                "body": each.name,
                "state": each.state,
                "answered_on": each.answered_on.isoformat() if each.answered_on else None,
                "days_late": each.days_late,
                "activities": each.activities,
                "answers": list(each.answers),
                "excused": each.excused,
            }
            for each in seen.answers
        ],
        "remains": [_remaining(each) for each in seen.remains],
        "words": dict(seen.words),
    }


def _figure(it: Figure) -> dict[str, Any]:
    found: dict[str, Any] = {
        "key": it.key,
        "title": str(it.title),
        "unit": it.unit,
        "now": it.now,
        "before": it.before,
        "years": {str(year): value for year, value in it.years.items()},
    }
    if it.share is not None:
        found["share"] = {"part": it.share.part, "whole": it.share.whole}
    if it.overlapping:
        found["overlapping"] = True
    if it.note is not None:
        found["note"] = str(it.note)
    if it.parts:
        found["parts"] = [_figure(each) for each in it.parts]
    found["rows"] = [_row(each) for each in it.rows]
    return found


def _row(it: Source) -> dict[str, Any]:
    kind, row_id = it.subject
    return {
        "subject": f"{kind}:{row_id}" if kind else "",
        "text": str(it.text).replace("\u00a0", " "),
        "amount": it.amount,
        "day": it.day.isoformat() if it.day else None,
    }


def _remaining(it: Remaining) -> dict[str, Any]:
    kind, row_id = it.subject
    return {
        "key": it.key,
        "text": str(it.text),
        "late": it.late,
        "subject": f"{kind}:{row_id}",
        "act": it.act,
        "rows": [_row(each) for each in it.rows],
    }
