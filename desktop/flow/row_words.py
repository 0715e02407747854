"""What a row of the register is called: its kind, its name, and what it belonged to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.text import Text, plain, say
from desktop.domain.visit_words import ROLE_WORDS

if TYPE_CHECKING:
    from db.row import SqlValue
    from desktop.flow.desk import Desk

ROWS: dict[str, Text] = {
    "action_plan": say("Handlingsplan"),
    "agreement": say("Överenskommelse"),
    "agreement_line": say("Vem betalar vad"),
    "allocation": say("Avsättning"),
    "annual_report": say("Verksamhetsberättelse"),
    "appeal": say("Överklagande"),
    "application": say("Ansökan"),
    "association": say("Förening"),
    "association_place": say("Förenings ort"),
    "board_notice": say("Anslag"),
    "body": say("Verksamhet"),
    "budget_entry": say("Post i budgeten"),
    "budget_line": say("Rad i budgeten"),
    "budget_period": say("Ram"),
    "budget_year": say("Årets plan"),
    "completion": say("Komplettering"),
    "contact_person": say("Kontaktperson"),
    "decision": say("Beslut"),
    "decision_list": say("Delegationslista"),
    "dispatch": say("Utskick"),
    "document": say("Handling"),
    "exemption": say("Undantag"),
    "extension": say("Längre tid"),
    "follow_up_asked": say("Svar i uppföljningen"),
    "follow_up_round": say("Uppföljning"),
    "governing_document": say("Styrdokument"),
    "grant_case": say("Ärende"),
    "guideline_review": say("Omprövning av riktlinjen"),
    "guideline_version": say("Riktlinje"),
    "lead_time": say("Påminnelsens tid"),
    "letter_text": say("Brevtext"),
    "listed_decision": say("Rad på delegationslistan"),
    "listed_reclaim": say("Rad på delegationslistan"),
    "member": say("Ledamot"),
    "network": say("Nätverk"),
    "network_activity": say("Aktivitet i nätverket"),
    "network_review": say("Omprövning av nätverket"),
    "note": say("Bevakning"),
    "office": say("Kontoret"),
    "officer": say("Den som beslutar"),
    "payment": say("Utbetalning"),
    "place": say("Ort"),
    "plan_goal": say("Mål i planen"),
    "project": say("Projekt"),
    "project_funding": say("Finansiering"),
    "project_partner": say("Partner"),
    "project_report_day": say("Redovisning"),
    "reason": say("Skäl"),
    "reclaim": say("Återkrav"),
    "reminder": say("Påminnelse"),
    "repayment": say("Återbetalning"),
    "report": say("Rapport"),
    "round": say("Samrådsomgång"),
    "round_case": say("Rad i samrådet"),
    "round_member": say("Ledamot i samrådet"),
    "taken_back": say("Taget tillbaka"),
    "visit": say("Besök"),
    "visit_cost": say("Kostnad"),
    "visit_day": say("Dag i programmet"),
    "visit_extension": say("Längre tid"),
    "visit_people": say("Deltagare"),
    "what_if": say("Fördelning att pröva"),
    "what_if_row": say("Rad i fördelningen"),
    "yearly_report": say("Årsrapport"),
    "yearly_words": say("Egna ord i årsrapporten"),
}
"""By table."""

_NAMES: dict[str, str] = {
    "action_plan": "year",
    "agreement": "counterpart",
    "agreement_line": "note",
    "association": "name",
    "association_place": "(SELECT name FROM place WHERE id = place_id)",
    "body": "name",
    "budget_entry": "reference",
    "budget_line": "detail",
    "budget_period": "first_year || '–' || last_year",
    "budget_year": "year",
    "contact_person": "name",
    "listed_reclaim": "(SELECT number || '/' || year FROM reclaim WHERE id = reclaim_id)",
    "listed_decision": "(SELECT number || '/' || year FROM decision WHERE id = decision_id)",
    "decision": "number || '/' || year",
    "decision_list": "number || '/' || year",
    "document": "title",
    "follow_up_asked": "(SELECT name FROM body WHERE id = body_id)",
    "follow_up_round": "year",
    "governing_document": "name",
    "grant_case": "number || ' ' || (SELECT name FROM association WHERE id = association_id)",
    "guideline_version": "title",
    "letter_text": "version",
    "member": "name",
    "network": "name",
    "network_activity": "text",
    "note": "text",
    "payment": "(amount_ore / 100) || ' kr'",
    "repayment": "(amount_ore / 100) || ' kr'",
    "round_case": "(SELECT number FROM grant_case WHERE id = case_id)",
    "place": "name",
    "plan_goal": "text",
    "project": "name",
    "project_funding": "financier",
    "project_partner": "name",
    "project_report_day": "due_on",
    "reason": "title",
    "reclaim": "number || '/' || year",
    "round": "number || '/' || year",
    "round_member": "name",
    "visit": "number",
    "visit_cost": "detail",
    "visit_day": "day",
    "visit_people": "coalesce(nullif(name, ''), role)",
    "what_if": "name",
    "yearly_report": "year",
}
"""The SQL that gives the name of a row, by table."""

OWNERS: dict[str, str] = {
    "application_id": "application",
    "association_id": "association",
    "body_id": "body",
    "case_id": "grant_case",
    "list_id": "decision_list",
    "network_id": "network",
    "period_id": "budget_period",
    "place_id": "place",
    "plan_id": "action_plan",
    "project_id": "project",
    "reclaim_id": "reclaim",
    "round_id": "round",
    "visit_id": "visit",
    "agreement_id": "agreement",
    "what_if_id": "what_if",
    "decision_id": "decision",
    "guideline_id": "guideline_version",
    "parent_id": "body",
}
"""The table that a column points into, by column, unless the schema says another."""
MOST = 80
"""Characters of a name that is a text."""


def name_of(desk: Desk, table: str, key: int) -> Text:
    """Give kind and name of a row, taken away or not: "Ort Sagostad"."""
    kind = ROWS.get(table, say("Uppgift"))
    name = bare_name(desk, table, key)
    if name.startswith(str(kind)):
        return plain(name)
    return say("{kind} {name}", kind=kind, name=name) if name else kind


def bare_name(desk: Desk, table: str, key: int) -> str:
    """Give the name of a row; "" for one without."""
    column = _NAMES.get(table)
    if column is None:
        return ""
    sql = f'SELECT {column} FROM "{table}" WHERE id = ?'  # noqa: S608 - our own names
    rows = desk.store.rows(sql, key)
    words = cut(rows[0][0]) if rows else ""
    role = ROLE_WORDS.get(words) if table == "visit_people" else None  # type: ignore[call-overload]
    return words if role is None else str(role).lower()


def owner_of(desk: Desk, table: str, column: str) -> str:
    """Give the table that a column points into; "" for a column that points at nothing."""
    if column not in OWNERS:
        return ""
    sql = 'SELECT "table" FROM pragma_foreign_key_list(?) WHERE "from" = ?'
    rows = desk.store.rows(sql, table, column)
    return str(rows[0][0]) if rows else OWNERS[column]


def cut(value: SqlValue) -> str:
    """Give words on one line and no longer than a name is."""
    words = " ".join(str(value if value is not None else "").split())
    return words if len(words) <= MOST else f"{words[:MOST].rstrip()}…"


def belonged_to(desk: Desk, table: str, key: int) -> list[tuple[str, int]]:
    """Give the rows that a row points at, those that people name."""
    sql = 'SELECT "table", "from" FROM pragma_foreign_key_list(?) ORDER BY seq'
    found = []
    for target, column in reversed(desk.store.rows(sql, table)):
        if target in ("document", "guideline_version"):
            continue
        wanted = f'SELECT "{column}" FROM "{table}" WHERE id = ?'  # noqa: S608 - our own names
        found += [
            (str(target), int(value))
            for (value,) in desk.store.rows(wanted, key)
            if value is not None
        ]
    return found
