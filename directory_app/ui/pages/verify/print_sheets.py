"""Visit sheets for those who are still to be called: some are better asked in person."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from directory_app.guides import GuideOptions
from directory_app.tasks import leaving
from directory_app.tasks.printing import Choices, print_to_file
from directory_app.ui import file_dialogs
from directory_app.ui.session import Session

if TYPE_CHECKING:
    from directory_app.tasks.printing import Made


class PrintSheets(QObject):
    """``said`` and ``went_wrong`` as of a page."""

    said = Signal(str, str, bool)
    went_wrong = Signal(object)

    def __init__(self, session: Session, page: QWidget) -> None:
        super().__init__(page)
        self._session, self._page = session, page

    def ask_where(self, codes: Sequence[str]) -> None:
        """Ask for a file, and write sheets for these businesses."""
        file_dialogs.ask_where(
            self._session,
            self._page,
            self.tr("Save the visit sheets"),
            leaving.KINDS["visit-sheets"],
            lambda path: self.save_to(path, codes),
        )

    def save_to(self, path: Path, codes: Sequence[str]) -> None:
        """In the order of a route; private, numbered, counted as a print run."""

        def make(store: Any, progress: Any) -> "Made":
            choices = Choices("", GuideOptions("visit-sheets"), codes=tuple(codes))
            return print_to_file(store, choices, path, progress)

        def made(done: "Made") -> None:
            said = self.tr("Saved as run %1. It is private: destroy it once it is typed in")
            self.said.emit(said.replace("%1", f"{done.number:04}"), "printer", False)

        text = self.tr("Making visit sheets")
        self._session.write(make, made, failed=self.went_wrong.emit, text=text)
