"""Where a finding is mended: another page, a field there, or the options of the guide."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from directory_app.tasks import events

if TYPE_CHECKING:
    from directory_app.ui.pages.guide.guide_page import GuidePage

_PAGES = ("settings", "runs")


class Mends(QObject):
    """Leads away from the page of a guide."""

    def __init__(self, page: "GuidePage") -> None:
        super().__init__(page)
        self._page = page

    def go_to_event(self) -> None:
        """To the event of the guide."""
        choices = self._page.choices
        self._page.wanted.emit("events", choices.event_id if choices else None)

    def lead(self, mend: str, code: str) -> None:
        """To where ``mend`` is done, of the business with this code ("": of none)."""
        wanted = self._page.wanted
        if mend in _PAGES:
            wanted.emit(mend, None)
        elif mend == "options" and not code:
            self._page.work.show_options()
            self._page.options.layouts.setFocus(Qt.FocusReason.OtherFocusReason)
        elif code:
            wanted.emit("directory", (code, mend))
        elif mend == "consent":
            wanted.emit("directory", "to_ask")
        else:
            self.go_to_event()

    def include(self, code: str) -> None:
        """Put a business on the guide that was left out of it."""
        page = self._page
        if page.choices is None or page.prepared is None:
            return
        event_id = page.choices.event_id
        needed = code not in page.prepared.plan.event.excluded
        page.session.write(
            lambda store: events.choose(store, event_id, code, True, needed),
            failed=page.went_wrong.emit,
        )
