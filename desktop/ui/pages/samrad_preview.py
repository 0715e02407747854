"""A paper before it is drawn up: as it will look, and marked as not kept yet."""

from __future__ import annotations

from desktop.ui.frame import ListFrame
from desktop.ui.i18n import tr
from desktop.ui.preview import LetterPreview
from desktop.ui.widgets.button import Button


class PaperPreview(ListFrame):
    """The paper over the whole page, with the way back."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__(back=tr("Samråd och listor"))
        self.letter = LetterPreview(tr("Förhandsgranskning"), tr("så som den kommer att sparas"))
        self.print_button = Button(tr("Skriv ut"), "printer")
        self.print_button.clicked.connect(self.print_)
        self.buttons.addWidget(self.print_button)
        self.set_line(
            tr("Inget är skrivet i registret än. Gå tillbaka och skriv den när den stämmer.")
        )
        self.body.addWidget(self.letter)

    def show_paper(self, title: str, content: bytes) -> None:
        """Show a paper's bytes."""
        self.set_title(title)
        self.letter.show_pdf(content, title)

    def print_(self) -> None:
        """Print it through the system's dialog."""
        self.letter.print_()
