"""Run every benchmark here and compare its ratios with the stored ones.

python -m tests.benchmarks            all of them
python -m tests.benchmarks act start  those named
python -m tests.benchmarks --store    keep what was measured as the ratios to hold
"""

from __future__ import annotations

import importlib
import pkgutil
import random
import sys
import tomllib
from pathlib import Path

FOLDER = Path(__file__).parent
KEPT = FOLDER / "ratios.toml"
ROOM = 1.2
"""A ratio may grow by a fifth before it is a failure; milliseconds never fail."""


def names() -> list[str]:
    """Give the modules of this folder that measure something."""
    found = (each.name for each in pkgutil.iter_modules([str(FOLDER)]))
    return [
        name for name in found if not name.startswith("_") and hasattr(_module(name), "measure")
    ]


def _module(name: str) -> object:
    return importlib.import_module(f"tests.benchmarks.{name}")


def is_ratio(figure: str) -> bool:
    """Tell whether a figure is held to its stored value: ratios are, spreads and times are not."""
    return not figure.endswith(("quartile", "ms"))


def too_slow(measured: dict[str, float], kept: dict[str, float]) -> list[str]:
    """Give the ratios that have grown by more than the room there is."""
    return [
        f"{figure}: {measured[figure]:.2f}, kept {ratio:.2f}"
        for figure, ratio in kept.items()
        if figure in measured and measured[figure] > ratio * ROOM
    ]


def kept_ratios() -> dict[str, dict[str, float]]:
    """Give the stored ratios by module."""
    if not KEPT.is_file():
        return {}
    return tomllib.loads(KEPT.read_text(encoding="utf-8"))


def store(ratios: dict[str, dict[str, float]]) -> None:
    """Write ratios down, by module."""
    lines = ["# What each benchmark came to; a run fails on a fifth more. Written by --store."]
    for name in sorted(ratios):
        lines += ["", f"[{name}]"]
        lines += [f'"{figure}" = {value:.3f}' for figure, value in ratios[name].items()]
    KEPT.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Measure, print a table, and give 1 when something has grown too slow."""
    keep = "--store" in arguments
    wanted = [each for each in arguments if not each.startswith("-")] or names()
    kept, slow = kept_ratios(), []
    for name in random.sample(wanted, len(wanted)):
        measured = _module(name).measure()  # type: ignore[attr-defined]
        print(f"\n{name}")
        for figure, value in measured.items():
            held = kept.get(name, {}).get(figure)
            beside = f"  (kept {held:.2f})" if held is not None else ""
            print(f"  {figure:<44}{value:>9.2f}{beside}")
        slow += [f"{name}: {each}" for each in too_slow(measured, kept.get(name, {}))]
        if keep:
            kept[name] = {key: value for key, value in measured.items() if is_ratio(key)}
    if keep:
        store(kept)
        return 0
    for each in slow:
        print(f"TOO SLOW  {each}")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
