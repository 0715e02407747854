"""Types that speak: what a number in a record is counted in."""

from __future__ import annotations

from typing import Annotated, TypeAlias

Kr: TypeAlias = Annotated[int, "kr"]
"""Whole kronor. The file keeps them as öre in a column named `<field>_ore`."""

EntityId: TypeAlias = int
"""The id of a row; 0 in a record that is not in the file yet."""
