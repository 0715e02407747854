"""The subcommands; one line for each."""

from desktop.cli.subcommand import Subcommand
from desktop.cli.subcommands import (
    act,
    acts,
    budget,
    cases,
    check,
    deadlines,
    dossier,
    example,
    journal,
    letters,
    new,
    today,
    visits,
)

SUBCOMMANDS: tuple[Subcommand, ...] = (
    new.SUBCOMMAND,
    example.SUBCOMMAND,
    acts.SUBCOMMAND,
    act.SUBCOMMAND,
    cases.SUBCOMMAND,
    visits.SUBCOMMAND,
    budget.SUBCOMMAND,
    deadlines.SUBCOMMAND,
    today.SUBCOMMAND,
    letters.SUBCOMMAND,
    journal.SUBCOMMAND,
    dossier.SUBCOMMAND,
    check.SUBCOMMAND,
)
