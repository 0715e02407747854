"""Where the program's own data lies, in a checkout and in a delivered program."""

from __future__ import annotations

import sys
from pathlib import Path


def resources() -> Path:
    """Give the folder of guidelines, letters, words, icons and fonts."""
    frozen = getattr(sys, "_MEIPASS", None)
    root = Path(frozen) if frozen else Path(__file__).resolve().parent.parent
    return root / "resources"
