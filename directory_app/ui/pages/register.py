"""The one table of the window's pages. A new page is a line in PAGES, and nothing else.

``Shell`` imports a page at its first visit; ``SidePane`` makes the rows of the sidebar from
here. Words are functions, because the language may change while the window is open.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from directory_app.store.browse import Browser

if TYPE_CHECKING:
    from directory_app.ui.session import Session

translate = QCoreApplication.translate


class PageEntry(NamedTuple):
    """A page: ``key`` is what ``Page.wanted`` and ``Shell.open_page`` call it.

    ``module`` and ``name``: where its class is (a Page). ``section``: the part of the sidebar
    (a key of SECTIONS) in which it has a row with ``icon`` and ``words``; without one it is
    reached from other pages, and the row of ``home`` is marked while it is shown. ``tally``
    gives the number in its row, on plain rows in a worker; None leaves that of a view.
    ``in_field``: a field directory has it, too, from which one only prints.
    """

    key: str
    module: str
    name: str
    section: str = ""
    icon: str = ""
    words: Callable[[], str] = lambda: ""
    home: str = ""
    in_field: bool = False
    tally: Callable[[Browser], int | None] | None = None


class ViewEntry(NamedTuple):
    """A row of the sidebar that shows the directory by one of the views of ``Filter.view``."""

    key: str
    icon: str
    words: Callable[[], str]


#: The sections of the sidebar in order; the first has no name and begins with the VIEWS.
SECTIONS: tuple[tuple[str, Callable[[], str]], ...] = (
    ("work", lambda: ""),
    ("lists", lambda: translate("SidePane", "Lists")),
    ("hand-out", lambda: translate("SidePane", "Hand out")),
    ("bring-in", lambda: translate("SidePane", "Bring in")),
    ("keep", lambda: translate("SidePane", "Keep safe")),
)
#: The section of the lists that somebody made; it is there with the first of them.
LISTS = "lists"
VIEWS = (
    ViewEntry("all", "storefront", lambda: translate("SidePane", "All")),
    ViewEntry("to_ask", "chat-circle-dots", lambda: translate("SidePane", "To ask")),
    ViewEntry("to_verify", "phone-call", lambda: translate("SidePane", "To verify")),
    ViewEntry("no_pin", "map-pin", lambda: translate("SidePane", "No pin")),
    ViewEntry("duplicates", "copy-simple", lambda: translate("SidePane", "Possible duplicates")),
    ViewEntry(
        "consent_ending", "hourglass-medium", lambda: translate("SidePane", "Consent ending")
    ),
    ViewEntry(
        "changed_this_week",
        "clock-counter-clockwise",
        lambda: translate("SidePane", "Changed this week"),
    ),
)
_OWN = "directory_app.ui.pages"
#: So many businesses are compared with each other in less than a tenth of a second.
_QUICKLY = 2_000
#: In the order of the sidebar. "settings" has a button of its own at the foot of it.
PAGES: tuple[PageEntry, ...] = (
    PageEntry("directory", f"{_OWN}.directory.directory_page", "DirectoryPage", in_field=True),
    # its row is that of the view of the same name, which counts where comparing takes long
    PageEntry(
        "duplicates",
        f"{_OWN}.duplicates.duplicates_page",
        "DuplicatesPage",
        tally=lambda browser: browser.pair_count(_QUICKLY),
    ),
    PageEntry(
        "consent",
        f"{_OWN}.consent.consent_page",
        "ConsentPage",
        "work",
        "handshake",
        lambda: translate("SidePane", "Consent"),
    ),
    PageEntry(
        "verify",
        f"{_OWN}.verify.verify_page",
        "VerifyPage",
        "work",
        "phone",
        lambda: translate("SidePane", "Phone queue"),
    ),
    PageEntry(
        "map",
        f"{_OWN}.map.map_page",
        "MapPage",
        "work",
        "map-trifold",
        lambda: translate("SidePane", "Map"),
        in_field=True,
    ),
    PageEntry(
        "places",
        f"{_OWN}.places.places_page",
        "PlacesPage",
        "work",
        "crosshair-simple",
        lambda: translate("SidePane", "Places to find"),
    ),
    PageEntry(
        "events",
        f"{_OWN}.events.events_page",
        "EventsPage",
        "hand-out",
        "calendar-dots",
        lambda: translate("SidePane", "Events"),
        in_field=True,
        tally=lambda browser: browser.event_count(),
    ),
    PageEntry("guide", f"{_OWN}.guide.guide_page", "GuidePage", home="events", in_field=True),
    PageEntry(
        "runs",
        f"{_OWN}.guide.runs_page",
        "RunsPage",
        "hand-out",
        "stack",
        lambda: translate("SidePane", "Print runs"),
        in_field=True,
        tally=lambda browser: browser.run_count(),
    ),
    PageEntry(
        "export",
        f"{_OWN}.export.export_page",
        "ExportPage",
        "hand-out",
        "tray-arrow-up",
        lambda: translate("SidePane", "Export"),
    ),
    PageEntry(
        "import",
        f"{_OWN}.imports.import_page",
        "ImportPage",
        "bring-in",
        "tray-arrow-down",
        lambda: translate("SidePane", "Import a list…"),
    ),
    PageEntry(
        "packets",
        f"{_OWN}.packets.packet_page",
        "PacketPage",
        "bring-in",
        "laptop",
        lambda: translate("SidePane", "Another laptop"),
    ),
    PageEntry(
        "field",
        f"{_OWN}.field.field_page",
        "FieldPage",
        "hand-out",
        "path",
        lambda: translate("SidePane", "Field directory"),
    ),
    PageEntry(
        "map-data",
        f"{_OWN}.map_data.map_data_page",
        "MapDataPage",
        "bring-in",
        "road-horizon",
        lambda: translate("SidePane", "Street data"),
    ),
    PageEntry(
        "backups",
        f"{_OWN}.backups.backups_page",
        "BackupsPage",
        "keep",
        "floppy-disk",
        lambda: translate("SidePane", "Backups"),
    ),
    PageEntry(
        "security",
        f"{_OWN}.security.security_page",
        "SecurityPage",
        "keep",
        "key",
        lambda: translate("SidePane", "Security"),
    ),
    PageEntry(
        "history",
        f"{_OWN}.history.history_page",
        "HistoryPage",
        "keep",
        "arrow-counter-clockwise",
        lambda: translate("SidePane", "History"),
    ),
    PageEntry("settings", f"{_OWN}.settings.settings_page", "SettingsPage"),
    PageEntry("help", f"{_OWN}.help.help_page", "HelpPage", in_field=True),
)
BY_KEY = {page.key: page for page in PAGES}


def pages_of(session: "Session") -> list[PageEntry]:
    """The pages that a directory has: a field directory only those from which one prints."""
    return [page for page in PAGES if session.field is None or page.in_field]


def views_of(session: "Session") -> tuple[ViewEntry, ...]:
    """The views that a directory has; in a field directory there is nothing to be done."""
    return VIEWS if session.field is None else VIEWS[:1]


def counts(browser: Browser) -> dict[str, int]:
    """The numbers of the rows that are pages. For a worker."""
    found = {page.key: page.tally(browser) for page in PAGES if page.tally is not None}
    return {key: number for key, number in found.items() if number is not None}


def all_counts(browser: Browser) -> dict[str, int]:
    """The numbers of the views, too, which take longer; a page's own number before a view's."""
    return browser.view_counts() | counts(browser)
