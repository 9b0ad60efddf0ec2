"""What every page of the window is: a pane over one Session, and signals for the shell.

A page is made once, at its first visit, as ``SomePage(session)``; then ``open(argument)`` is
called each time somebody comes to it; ``reload`` reads the directory again (after every write,
only while the page is shown, and before ``open``). When the language of the window changes, a
new page is made, and ``resume`` lets it go on where the one before was.
"""

from typing import Any, Self

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from directory_app.ui.session import Session
from directory_app.ui.widgets.base import Label, Line, Pane, Scroll
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.empty import EmptyState
from directory_app.ui.widgets.layouts import Part, hbox, vbox
from directory_app.ui.widgets.toolbar import Toolbar


class Page(Pane):
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

    def resume(self, before: Self) -> None:
        """Go on where this page was in another language. Extended: what was chosen on it."""
        self.open()
        if kept := before.unfinished():
            self.take_up(kept)

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


_NO_LIMIT = 16_777_215


class ListPage(Page):
    """A head, a content, a foot; ``empty``, made before ``lay_out``, says that nothing is there."""

    empty: EmptyState

    def lay_out(
        self, head: QWidget, content: QWidget, *, above: tuple[QWidget, ...] = (), foot: Part = 0
    ) -> None:
        """Put it together; ``above`` stands between head and content."""
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(content)
        self.toast_place = self.stack
        vbox(self, head, *above, (self.stack, 1), foot)

    def show_content(self, is_there: bool) -> None:
        """The content, or what stands in its place."""
        self.stack.setCurrentIndex(1 if is_there else 0)


class BesidePage(ListPage):
    """Enter goes from the table to the row's detail, Esc comes back.

    Make ``table``, ``detail`` and ``back_button`` (which comes back where both have no room)
    before ``both``, and say in ``is_chosen`` whether there is a row to tell of. ``narrow``
    lists what has no room below a width: (widget, px).
    """

    table: QWidget
    detail: QWidget
    back_button: Button
    #: So wide the detail stands beside the table, and so wide it is; 0: two fifths of both.
    beside = 820
    detail_width = 0

    in_detail = False
    narrow: tuple[tuple[QWidget, int], ...] = ()

    def both(self) -> QWidget:
        """The two in a row."""
        holder = QWidget()
        hbox(
            holder,
            (self.table, 1 if self.detail_width else 3),
            (self.detail, 1 if self.detail_width else 2),
        )
        self.detail.hide()
        self.back_button.clicked.connect(self.to_table)
        return holder

    def is_chosen(self) -> bool:
        """Whether a row is there to tell of. Overridden."""
        raise NotImplementedError

    def focus_detail(self) -> None:
        """The keyboard goes into the detail. Overridden where another place is better."""
        first_inside(self.detail).setFocus(Qt.FocusReason.OtherFocusReason)

    def to_detail(self) -> None:
        """Show the row's detail, and go there."""
        if self.is_chosen():
            self.in_detail = True
            self.fit()
            self.focus_detail()

    def to_table(self) -> None:
        """Back to the rows."""
        self.in_detail = False
        self.fit()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def fit(self) -> None:
        """Beside the table, or in its place where there is no room."""
        wide, chosen = self.width() >= self.beside, self.is_chosen()
        self.in_detail = self.in_detail and chosen
        self.back_button.setVisible(not wide)
        self.detail.setVisible(chosen and (wide or self.in_detail))
        if self.detail_width:
            self.detail.setMaximumWidth(self.detail_width if wide else _NO_LIMIT)
            self.detail.setMinimumWidth(self.detail_width if wide else 0)
        self.table.setVisible(wide or not self.in_detail)
        for widget, below in self.narrow:
            widget.setVisible(self.width() >= below)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width."""
        super().resizeEvent(event)
        self.fit()

    def minimumSizeHint(self) -> QSize:
        """The table alone."""
        return QSize(420, 300)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes in, Esc comes back."""
        if event.key() == Qt.Key.Key_Escape and not self.table.hasFocus() and self.is_chosen():
            self.to_table()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.table.hasFocus():
            self.to_detail()
        else:
            super().keyPressEvent(event)


_WIDTH = 620


class FormPage(Page):
    """A page of sections under one another. Add them in ``__init__``, then call ``finish``."""

    def __init__(
        self, session: Session, parent: QWidget | None = None, *, width: int = _WIDTH
    ) -> None:
        super().__init__(session, parent)
        self.title = Label("", "page-name")
        content = QWidget()
        content.setMaximumWidth(width + 48)
        self.inner = vbox(content, margins=(24, 20, 24, 32), spacing=8)
        self._first = True
        head = Toolbar(self.title, left=24, bottom=0, spacing=8)
        self.head_row = head.row
        self.head_row.addStretch()
        self.column = vbox(self, head)
        self.view = Scroll(content, "base")
        self.column.addWidget(self.view, 1)

    def finish(self, name: str) -> None:
        """All sections are there."""
        self.inner.addStretch()
        self.setAccessibleName(name)
        self.title.setText(name)

    # -- parts

    def section(self, words: str, hint: str = "") -> None:
        """A heading, parted from what is above by a line, and what it is about."""
        if not self._first:
            self.inner.addSpacing(14)
            self.inner.addWidget(Line())
            self.inner.addSpacing(14)
        self._first = False
        self.inner.addWidget(Label(words, "heading"))
        if hint:
            self.hint(hint)

    def hint(self, words: str) -> Label:
        """A sentence in small letters."""
        label = Label(words, "small", "ink-soft", wrap=True)
        self.inner.addWidget(label)
        return label

    def button(self, words: str, icon: str = "", kind: str = "plain") -> Button:
        """A button that somebody puts somewhere."""
        return Button(words, kind, icon=icon)

    def row(self, *widgets: QWidget) -> None:
        """Widgets side by side, at the left."""
        holder = QWidget()
        line = hbox(holder, spacing=8)
        for widget in widgets:
            line.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addStretch()
        self.inner.addWidget(holder)

    def panes(self) -> list[QWidget]:
        """One."""
        return [self]
