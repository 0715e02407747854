"""What is answered in first start, as a draft keeps it and gives it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.ui.inputs import is_file

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.ui.pages.start_file import FilePlace
    from desktop.ui.pages.start_guideline import GuidelineQuestion
    from desktop.ui.pages.start_question import Fields, Question


def answered(
    guideline: GuidelineQuestion, questions: Sequence[Question], file: FilePlace, at: int
) -> dict[str, object]:
    """Give every answer, the place of the file when it was written, and the step at hand."""
    fields = {name: made.kept() for form in _forms(questions) for name, made in form.inputs.items()}
    place = "" if file.is_proposed() else file.field.text()
    second = file.second.field.text()
    kept = {"guideline": guideline.kept(), "fields": fields, "place": place, "at": at}
    return {**kept, "second": second} if second else kept


def put_fields(kept: Mapping[str, object], questions: Sequence[Question], file: FilePlace) -> None:
    """Show the answers again, when the guideline they belong to is chosen."""
    fields = kept.get("fields")
    for form in _forms(questions):
        for name, value in (fields if isinstance(fields, dict) else {}).items():
            if name in form.inputs and is_file(value):
                form.inputs[name].put_kept(value)
            elif name in form.inputs:
                form.inputs[name].put(value)
    if place := kept.get("place"):
        file.write(str(place))
    if second := kept.get("second"):
        file.second.field.setText(str(second))


def _forms(questions: Sequence[Question]) -> list[Fields]:
    return [form for question in questions for form in question.forms]
