"""A directory as its named parts: ``store.businesses.add``, ``store.events``, ``store.runs``.

Each part is a class in the module that does its work. It loads, with SQLAlchemy and the tables,
when it is first asked for: opening and browsing run on plain rows (browse.py), so that a window
paints before they are there.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from directory_app.store.database import Database

if TYPE_CHECKING:
    from directory_app.store.backups import Backups
    from directory_app.store.businesses import Businesses
    from directory_app.store.database import Settings
    from directory_app.store.events import Events
    from directory_app.store.field import FieldDirectories
    from directory_app.store.history import History
    from directory_app.store.keeping import Drafts, People, SavedLists
    from directory_app.store.key_slots import KeySlots
    from directory_app.store.listings import Listings
    from directory_app.store.matching import Imports
    from directory_app.store.merge import Duplicates
    from directory_app.store.outbound import Requests
    from directory_app.store.packet_apply import Packets
    from directory_app.store.print_runs import Runs
    from directory_app.store.verifying import Verification
    from directory_app.store.withdrawal import Consents


#: The module of each part.
_MODULES = {
    "businesses": "businesses",
    "consents": "withdrawal",
    "listings": "listings",
    "verification": "verifying",
    "duplicates": "merge",
    "history": "history",
    "events": "events",
    "runs": "print_runs",
    "imports": "matching",
    "packets": "packet_apply",
    "field_directories": "field",
    "requests": "outbound",
    "keys": "key_slots",
    "backups": "backups",
    "settings": "database",
    "people": "keeping",
    "saved_lists": "keeping",
    "drafts": "keeping",
}


class Store(Database):
    """A directory. Each changing method of a part is one transaction and one undo step.

    A step that would bring back a business that asked to be forgotten raises KnownAgainError,
    unless a person said that it is another one (``another_one``).
    """

    #: Whole businesses: read, added, changed, placed.
    businesses: "Businesses"
    #: What owners said, and those who take everything back.
    consents: "Consents"
    #: Who may be shown, to whom, on which day.
    listings: "Listings"
    #: Calls and visits.
    verification: "Verification"
    #: Who may be in it twice.
    duplicates: "Duplicates"
    #: Steps: taken back, done again, looked through.
    history: "History"
    #: Events, and who was chosen for them.
    events: "Events"
    #: What was printed or left otherwise, by number.
    runs: "Runs"
    #: What an import compares with, and taking it in.
    imports: "Imports"
    #: Files between two laptops.
    packets: "Packets"
    #: Field directories that were made from this one.
    field_directories: "FieldDirectories"
    #: What left for a service, and what it answered.
    requests: "Requests"
    #: What opens it.
    keys: "KeySlots"
    #: Its backups.
    backups: "Backups"
    #: Its settings.
    settings: "Settings"
    #: Who works on it.
    people: "People"
    #: Searches with a name.
    saved_lists: "SavedLists"
    #: What was typed and not applied yet.
    drafts: "Drafts"

    if not TYPE_CHECKING:  # a name that is none stays an error for the type checker

        def __getattr__(self, name: str) -> Any:
            """Load a part when it is first asked for."""
            if name not in _MODULES:
                raise AttributeError(name)
            module = import_module(f"directory_app.store.{_MODULES[name]}")
            part = getattr(module, type(self).__annotations__[name])(self)
            setattr(self, name, part)
            return part
