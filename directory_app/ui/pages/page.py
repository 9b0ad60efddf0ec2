"""What every page of the window is: a pane over one Session, and signals for the shell.

A page is made once, at its first visit, as ``SomePage(session)``; then ``open(argument)`` is
called each time somebody comes to it. Set texts in ``retranslate``; read the directory again
in ``reload`` (called after every write, only while the page is shown, and before ``open``).
"""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from directory_app.ui.session import Session
from directory_app.ui.widgets.base import Pane, Translated


class Page(Translated, Pane):
    """Base of the pages.

    ``said(text, icon, undoable)``: show a toast, with Undo if undoable.
    ``wanted(page, argument)``: go to a page: "directory" (argument: an id, a view, a Filter, or
    an id and what is to be mended there), "map" (an id or None), "map-data" (None), "events"
    (an event id or None), "guide" (an event id, or it and the number of a run to print again),
    "import" (a Path or None), "export" (a Filter or ids, or None), "settings" (None).
    ``went_wrong(error)``: show an alert for an exception.
    """

    said = Signal(str, str, bool)
    wanted = Signal(str, object)
    went_wrong = Signal(object)
    #: Whether the page needs the sidebar's room: then it is a rail of icons.
    wants_rail = False

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("window", "", parent)
        self.session = session

    def open(self, argument: Any = None) -> None:
        """Somebody came here. Overridden: show what ``argument`` names."""

    def reload(self) -> None:
        """The directory changed. Overridden: read again."""

    def focus_first(self) -> None:
        """The keyboard goes here when somebody comes to the page: into its first pane."""
        for pane in self.panes()[:1]:
            first_inside(pane).setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> list[QWidget]:
        """The places that F6 goes to, in order. Overridden."""
        return []

    def search(self) -> None:
        """Ctrl+F. Overridden where there is something to search."""

    def add(self) -> None:
        """Ctrl+N. Overridden where there is something to add."""

    def unfinished(self) -> dict[str, Any]:
        """What is being edited and not saved, when the window locks: drafts by their row.

        Plain values, each under the id of what it belongs to, so that it goes with it; {} for
        nothing. Nothing is to be applied. Overridden where something is typed.
        """
        return {}

    def take_up(self, kept: dict[str, Any]) -> None:
        """Show again what ``unfinished`` gave before the lock. Overridden with it."""

    def can_leave(self) -> bool:
        """Whether the page may be left now; it may ask. Overridden where work may be lost."""
        return True


def holds(pane: QWidget, focus: QWidget | None) -> bool:
    """Whether the keyboard is in a pane."""
    return focus is not None and (pane is focus or pane.isAncestorOf(focus))


def first_inside(pane: QWidget) -> QWidget:
    """The pane itself if it takes the keyboard, else the first thing in it that does."""
    if pane.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return pane
    for child in pane.findChildren(QWidget):
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisible():
            return child
    return pane
