"""`acts`: what can be done, as JSON Schema."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from desktop.cli.schema import schema
from desktop.cli.subcommand import Subcommand

if TYPE_CHECKING:
    from argparse import Namespace


def run(_arguments: Namespace) -> int:
    """Print the schema."""
    print(json.dumps(schema(), ensure_ascii=False, indent=2))
    return 0


SUBCOMMAND = Subcommand(
    name="acts",
    about="Visa varje åtgärd med fält, typer och enheter som JSON Schema.",
    add=lambda _parser: None,
    run=run,
)
