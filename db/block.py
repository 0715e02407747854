"""A run of cases in list order, whose folded words lie in one bytes object."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Label: TypeAlias = tuple[str, str, int, bool]
"""What a case is filtered by: place, scheme, year, and whether it is closed."""


class Entry(NamedTuple):
    """One case as the index keeps it."""

    id: int
    """The case."""
    order: int
    """Its place in the list, its own: the smaller, the earlier."""
    label: Label
    """What it is filtered by."""
    words: bytes
    """Its folded words, UTF-8, without line breaks."""


class Filter(NamedTuple):
    """Which cases a question is about; what is None takes all."""

    place: str | None = None
    """Name of a place."""
    scheme: str | None = None
    """Key of a scheme."""
    year: int | None = None
    """Grant year."""
    closed: bool | None = None
    """True for closed cases, False for open ones."""
    within: frozenset[int] | None = None
    """The ids of a group that somebody else has worked out."""

    def takes(self, label: Label) -> bool:
        """Tell whether a case with this label is one of them, if it is in the group."""
        return all(
            wanted is None or wanted == own for wanted, own in zip(self[:4], label, strict=True)
        )


_RARE = 8
"""A word in fewer than one case of so many is found faster than it is looked for in each."""
EVERY = Filter()
"""The filter that takes all cases."""


class Part:
    """Those cases of a block that a filter takes, ready to be searched."""

    def __init__(self, ids: Sequence[int], words: Sequence[bytes]) -> None:
        """Join the words, a line for each case."""
        self.ids = ids
        self._text = b"\n".join(words)
        self._starts = array("q", accumulate((len(each) + 1 for each in words), initial=0))

    def line(self, number: int) -> bytes:
        """Give the words of the case on a line."""
        return self._text[self._starts[number] : self._starts[number + 1] - 1]

    def search(self, words: Sequence[bytes]) -> Iterator[tuple[int, bytes]]:
        """Give, in order, the cases in which all of the words stand, with their own words."""
        line = self._next_line(words, 0)
        while line is not None:
            yield self.ids[line], self.line(line)
            line = self._next_line(words, line + 1)

    def count(self, words: Sequence[bytes]) -> int:
        """Count the cases in which all of the words stand."""
        if not words:
            return len(self.ids)
        if self._text.count(words[0]) < len(self.ids) // _RARE:
            return sum(1 for _ in self.search(words))
        lines = self._text.split(b"\n") if self.ids else []
        for word in words:
            lines = [line for line in lines if word in line]
        return len(lines)

    def _next_line(self, words: Sequence[bytes], line: int) -> int | None:
        """Give the first line from `line` on with all of the words.

        Each word jumps to its own next line, so the rarest of them sets the pace.
        """
        lines, text, starts = len(self.ids), self._text, self._starts
        while line < lines:
            for word in words:
                found = text.find(word, starts[line])
                if found < 0:
                    return None
                if found >= starts[line + 1]:
                    line = bisect_right(starts, found, line) - 1
                    break
            else:
                return line
        return None


class Block:
    """Some hundred to some thousand cases in list order; replaced whole when one changes."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        """Keep the entries, which stand in order; there is at least one."""
        self.ids = array("q", (entry.id for entry in entries))
        self._orders = array("q", (entry.order for entry in entries))
        self._labels = list({entry.label for entry in entries})
        code = {label: number for number, label in enumerate(self._labels)}
        self._codes = array("H", (code[entry.label] for entry in entries))
        self._whole = Part(self.ids, [entry.words for entry in entries])
        self._parts: dict[Filter, Part] = {EVERY: self._whole}

    def __len__(self) -> int:
        """Count the cases."""
        return len(self.ids)

    @property
    def last(self) -> int:
        """The order of the last case."""
        return self._orders[-1]

    def part(self, chosen: Filter) -> Part:
        """Give the cases that a filter takes; kept for the next letter."""
        part = self._parts.get(chosen)
        if part is None:
            codes = {n for n, label in enumerate(self._labels) if chosen.takes(label)}
            taken = [n for n, code in enumerate(self._codes) if code in codes]
            if chosen.within is not None:
                taken = [n for n in taken if self.ids[n] in chosen.within]
            ids = array("q", (self.ids[n] for n in taken))
            part = Part(ids, [self._whole.line(n) for n in taken])
            self._parts[chosen] = part
        return part

    def forget(self, chosen: Filter) -> None:
        """Let a filter that is no longer asked for go."""
        if chosen != EVERY:
            self._parts.pop(chosen, None)

    def without(self, case_id: int) -> list[Entry]:
        """Give all the cases but one."""
        return [entry for entry in self.entries() if entry.id != case_id]

    def with_entry(self, entry: Entry) -> list[Entry]:
        """Give all the cases and one more in its place."""
        entries = self.entries()
        entries.insert(bisect_left(self._orders, entry.order), entry)
        return entries

    def entries(self) -> list[Entry]:
        """Give all the cases."""
        return [
            Entry(self.ids[n], self._orders[n], self._labels[code], self._whole.line(n))
            for n, code in enumerate(self._codes)
        ]
