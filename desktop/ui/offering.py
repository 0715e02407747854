"""Shows a page where the guideline in force, or the register, has what it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.flow.desk import Desk
    from desktop.flow.offered import Offered


def offered(desk: Desk) -> Offered:
    """Give what is offered; the core is not loaded before a page asks."""
    from desktop.flow.offered import offered as found  # noqa: PLC0415 - costs nothing before

    return found(desk)


def where(*parts: str) -> Callable[[Desk], bool]:
    """Give a page's `visible`: any of the parts of Offered is true, "networks"."""
    return lambda desk: any(getattr(offered(desk), part) for part in parts)
