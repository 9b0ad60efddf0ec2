"""How many businesses each town and category has: read beside the window, for menus and offers.

A million are counted in a third of a second, which no menu may wait for.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from directory_app.store.browse import Browser
    from directory_app.ui.jobs import Job
    from directory_app.ui.session import Session

Tally = list[tuple[str, int]]


class Tallies:
    """The last that were read; at the first question without any they are read at once."""

    def __init__(self, session: "Session") -> None:
        self._session = session
        self._kept: tuple[Tally, Tally] | None = None
        self._job: Job | None = None

    def refresh(self) -> None:
        """Read them again, as nobody waits."""
        self._session.interrupt(self._job)
        self._job = self._session.look(_read, self._arrived, failed=_nothing, lane="count")

    def _arrived(self, read: tuple[Tally, Tally]) -> None:
        self._kept = read

    def cities(self) -> Tally:
        """Each town with how many it has, by name."""
        return self._known()[0]

    def categories(self) -> Tally:
        """Each category with how many it has."""
        return self._known()[1]

    def _known(self) -> tuple[Tally, Tally]:
        if self._kept is None:
            self._kept = _read(self._session.browser)
        return self._kept


def _read(browser: "Browser") -> tuple[Tally, Tally]:
    return browser.cities(), browser.categories()


def _nothing(_error: Exception) -> None:
    """They are read again when somebody asks."""
