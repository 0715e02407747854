"""The program without a window; `NAMES` tells a subcommand from a file without loading it."""

NAMES = (
    "new",
    "example",
    "acts",
    "act",
    "cases",
    "visits",
    "budget",
    "deadlines",
    "today",
    "letters",
    "journal",
    "dossier",
    "check",
    "pictures",
)
"""Every subcommand, in the order of the help. A file of such a name is opened as ./name."""
