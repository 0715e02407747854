"""The example register: a script of acts with their days, done one by one on an empty file."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from desktop.cli.acting import Asked, asked_for, do
from desktop.cli.json_lines import lines, parse
from desktop.cli.subcommand import Unusable
from desktop.domain.problems import Refusal
from desktop.flow.desk import clock_on
from desktop.flow.reading import read
from desktop.flow.registers import begin
from desktop.paths import resources

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from db.store import Store
    from desktop.flow.desk import Desk


MUNICIPALITIES = ("pitea", "skelleftea", "umea", "uppsala", "upplands-bro")
"""Those with an example of their own."""


def script(municipality: str = "pitea") -> Path:
    """Give the script: JSON lines as `act` takes them, the founding first, each with its day."""
    return resources() / "example" / f"{municipality}.jsonl"


def make(path: Path, municipality: str = "pitea") -> Store:
    """Make the example register and give it open; the same rows, letters and log every time."""
    source = script(municipality)
    acts = _acts(source)
    new_uuid = _uuids()
    number, founding = next(acts)
    with _named(source, number):
        desk = _begun(path, founding, new_uuid)
    try:
        for number, asked in acts:
            with _named(source, number):
                do(desk, asked)
    except BaseException:
        desk.store.close()
        path.unlink()
        raise
    return desk.store


def _begun(path: Path, founding: Asked, new_uuid: Callable[[], str]) -> Desk:
    if founding.on is None:
        raise Unusable("Exemplet: den första raden saknar dag.")
    clock = clock_on(founding.on)
    command = read(founding.step.command, founding.fields, founding.on)
    return begin(path, command, clock=clock, new_uuid=new_uuid)


def _acts(path: Path) -> Iterator[tuple[int, Asked]]:
    with path.open("rb") as stream:
        for number, line in lines(stream):
            with _named(path, number):
                asked = asked_for(parse(line), path.parent)
            yield number, asked


@contextmanager
def _named(source: Path, number: int) -> Iterator[None]:
    """Name the line of the script in a refusal."""
    try:
        yield
    except Refusal as refusal:
        raise Unusable(f"{source.name}, rad {number}: {refusal}") from refusal


def _uuids() -> Callable[[], str]:
    """Give ids that are the same every time: each is made of its number."""
    numbers = iter(range(1, 1_000_000))
    return lambda: str(uuid5(NAMESPACE_URL, f"vanbok:example:{next(numbers)}"))
