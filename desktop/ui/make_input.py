"""The input that fits an ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.flow.ask import Ask, Kind
from desktop.ui.i18n import shown
from desktop.ui.inputs import (
    FEW_LETTERS,
    FileInput,
    Input,
    LineInput,
    ManyInput,
    NoteInput,
    OneInput,
    YesInput,
)
from desktop.ui.measure import em
from desktop.ui.widgets.choose import CheckList, SegmentedChoice
from desktop.ui.widgets.combo import ComboBox, SearchableCombo
from desktop.ui.widgets.day import DateEdit
from desktop.ui.widgets.field import LineEdit, NoteEdit
from desktop.ui.widgets.file import FileDrop
from desktop.ui.widgets.money import MoneyEdit
from desktop.ui.widgets.tick import CheckBox

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.ui.widgets.combo import Option
    from desktop.ui.widgets.day import ReadDay


MANY = 12
"""More choices than this are searched by typing."""
FEW = 4
"""As many choices may stand open beside each other."""
BRIEF = 40
"""A line of at most so many letters is not drawn wider than they are."""


def _choice(ask: Ask, options: Sequence[Option], *, open_choices: bool) -> OneInput:
    letters = sum(len(words) for _key, words in options)
    if len(options) > MANY or ask.ref == "association":
        return OneInput(SearchableCombo(), may_skip=not ask.required)
    few = 1 < len(options) <= FEW and letters <= FEW_LETTERS
    if open_choices and few and ask.required and ask.kind is Kind.CHOICE:
        return OneInput(SegmentedChoice(), may_skip=False)
    return OneInput(ComboBox(), may_skip=not ask.required)


def options_of(ask: Ask, sources: Callable[[Ask], Sequence[Option]]) -> list[Option]:
    """Give the fixed choices of an ask, or those that its source has now."""
    if ask.choices:
        return [(key, shown(words)) for key, words in ask.choices]
    return list(sources(ask))


def _line(ask: Ask, parse: ReadDay) -> Input:
    if ask.kind is Kind.DAY:
        return LineInput(DateEdit(parse), short=True)
    if ask.kind is Kind.KR:
        return LineInput(MoneyEdit(), short=True)
    field = LineEdit()
    if ask.kind is Kind.NUMBER:
        field.setFixedWidth(em(8.3))
    elif ask.limit <= BRIEF:
        field.setFixedWidth(em(max(8.3, ask.limit * 0.55)))
    return LineInput(field, short=ask.kind is Kind.NUMBER)


def make_input(
    ask: Ask,
    sources: Callable[[Ask], Sequence[Option]],
    parse: ReadDay,
    *,
    open_choices: bool = False,
    columns: int = 2,
) -> Input:
    """Make the input for an ask; `open_choices` lets a few choices stand beside each other."""
    made: Input
    if ask.kind in (Kind.CHOICE, Kind.REF, Kind.CHOICES, Kind.REFS):
        options = options_of(ask, sources)
        one = ask.kind in (Kind.CHOICE, Kind.REF)
        many = ManyInput(CheckList(columns=columns))
        made = _choice(ask, options, open_choices=open_choices) if one else many
        made.offer(options)
        return made
    match ask.kind:
        case Kind.NOTE:
            made = NoteInput(NoteEdit())
        case Kind.YES:
            made = YesInput(CheckBox(shown(ask.help) or shown(ask.label)))
        case Kind.FILE:
            made = FileInput(FileDrop())
        case Kind.ROWS:
            from desktop.ui.rows_input import RowsInput  # noqa: PLC0415 - it makes inputs itself

            made = RowsInput(ask, sources, parse)
        case _:
            made = _line(ask, parse)
    return made
