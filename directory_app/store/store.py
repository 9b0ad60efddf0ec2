"""A directory as its named parts: ``store.businesses.add``, ``store.events``, ``store.runs``.

Each part is a class in the module that does its work. It loads, with SQLAlchemy and the tables,
when it is first asked for: opening and browsing run on plain rows (browse.py), so that a window
paints before they are there.
"""

from functools import cached_property
from typing import TYPE_CHECKING

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


class Store(Database):
    """A directory. Each changing method of a part is one transaction and one undo step.

    A step that would bring back a business that asked to be forgotten raises KnownAgainError,
    unless a person said that it is another one (``another_one``).
    """

    @cached_property
    def businesses(self) -> "Businesses":
        """Whole businesses: read, added, changed, placed."""
        from directory_app.store.businesses import Businesses

        return Businesses(self)

    @cached_property
    def consents(self) -> "Consents":
        """What owners said, and those who take everything back."""
        from directory_app.store.withdrawal import Consents

        return Consents(self)

    @cached_property
    def listings(self) -> "Listings":
        """Who may be shown, to whom, on which day."""
        from directory_app.store.listings import Listings

        return Listings(self)

    @cached_property
    def verification(self) -> "Verification":
        """Calls and visits."""
        from directory_app.store.verifying import Verification

        return Verification(self)

    @cached_property
    def duplicates(self) -> "Duplicates":
        """Who may be in it twice."""
        from directory_app.store.merge import Duplicates

        return Duplicates(self)

    @cached_property
    def history(self) -> "History":
        """Steps: taken back, done again, looked through."""
        from directory_app.store.history import History

        return History(self)

    @cached_property
    def events(self) -> "Events":
        """Events, and who was chosen for them."""
        from directory_app.store.events import Events

        return Events(self)

    @cached_property
    def runs(self) -> "Runs":
        """What was printed or left otherwise, by number."""
        from directory_app.store.print_runs import Runs

        return Runs(self)

    @cached_property
    def imports(self) -> "Imports":
        """What an import compares with, and taking it in."""
        from directory_app.store.matching import Imports

        return Imports(self)

    @cached_property
    def packets(self) -> "Packets":
        """Files between two laptops."""
        from directory_app.store.packet_apply import Packets

        return Packets(self)

    @cached_property
    def field_directories(self) -> "FieldDirectories":
        """Field directories that were made from this one."""
        from directory_app.store.field import FieldDirectories

        return FieldDirectories(self)

    @cached_property
    def requests(self) -> "Requests":
        """What left for a service, and what it answered."""
        from directory_app.store.outbound import Requests

        return Requests(self)

    @cached_property
    def keys(self) -> "KeySlots":
        """What opens it."""
        from directory_app.store.key_slots import KeySlots

        return KeySlots(self)

    @cached_property
    def backups(self) -> "Backups":
        """Its backups."""
        from directory_app.store.backups import Backups

        return Backups(self)

    @cached_property
    def settings(self) -> "Settings":
        """Its settings."""
        from directory_app.store.database import Settings

        return Settings(self)

    @cached_property
    def people(self) -> "People":
        """Who works on it."""
        from directory_app.store.keeping import People

        return People(self)

    @cached_property
    def saved_lists(self) -> "SavedLists":
        """Searches with a name."""
        from directory_app.store.keeping import SavedLists

        return SavedLists(self)

    @cached_property
    def drafts(self) -> "Drafts":
        """What was typed and not applied yet."""
        from directory_app.store.keeping import Drafts

        return Drafts(self)
