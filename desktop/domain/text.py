"""Words for people, kept as a Swedish sentence with named values until they are shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Text:
    """A sentence in Swedish, with named values, that can be shown in another language."""

    template: str
    """The Swedish sentence, with `{name}` where a value goes."""
    values: tuple[tuple[str, object], ...] = ()
    """The values by name; a value may be a Text itself."""

    def __str__(self) -> str:
        """Give the Swedish sentence: what the file and the letters keep."""
        return self.shown(lambda template: template)

    def shown(self, translate: Callable[[str], str]) -> str:
        """Give the sentence in the language that `translate` turns templates into."""
        template = translate(self.template)
        if not self.values:
            return template
        return template.format(
            **{
                name: value.shown(translate) if isinstance(value, Text) else value
                for name, value in self.values
            }
        )


@dataclass(frozen=True)
class Later(Text):
    """Words that cost something to find, found when somebody reads them; `values` identify them."""

    make: Callable[[], Text] = field(default=lambda: Text(""), compare=False)
    """Finds the words; gives the same every time."""

    def shown(self, translate: Callable[[str], str]) -> str:
        """Find the words and give them in the language that `translate` turns templates into."""
        return self.make().shown(translate)


def say(template: str, /, **values: object) -> Text:
    """Make a Text; the literal template is what the translators are given."""
    return Text(template, tuple(values.items()))


def plain(words: str) -> Text:
    """Make a Text of words that are data, such as a name, and never translated."""
    return Text("{words}", (("words", words),)) if words else Text("")
