"""The subcommands; one line for each."""

from desktop.cli.subcommand import Subcommand
from desktop.cli.subcommands import act, acts, cases, check, example, letters, new, today

SUBCOMMANDS: tuple[Subcommand, ...] = (
    new.SUBCOMMAND,
    example.SUBCOMMAND,
    acts.SUBCOMMAND,
    act.SUBCOMMAND,
    cases.SUBCOMMAND,
    today.SUBCOMMAND,
    letters.SUBCOMMAND,
    check.SUBCOMMAND,
)
