"""The state of an import that is being looked over: rows, what happens with each, counts.

Plain values, no widgets. The page shows it through ``import_model`` and changes it only by
the methods here, so that the counts always add up.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum

from directory_app.model.draft import DraftConsent, Severity, Verdict, VerdictKind
from directory_app.model.terms import Answer, Channel


class Tab(StrEnum):
    """The tabs above the table."""

    ALL = "all"
    CREATE = "create"
    UPDATE = "update"
    DUPLICATE = "duplicate"
    SKIP = "skip"
    LOOK = "look"


#: Channels that an "ok to print" column may be said to speak of as well.
EXTRA_CHANNELS = (Channel.MAP, Channel.WEB, Channel.SHARE)


class ImportReview:
    """The verdicts of one list, in the order of its lines."""

    def __init__(self, verdicts: Iterable[Verdict]) -> None:
        self.verdicts = list(verdicts)
        self.extra: tuple[Channel, ...] = ()
        self._split: dict[int, str] = {}
        self._read = [list(verdict.draft.consents) for verdict in self.verdicts]

    def __len__(self) -> int:
        return len(self.verdicts)

    def outcome(self, index: int) -> VerdictKind:
        """What will happen with a row: an update that changes nothing is a skip."""
        verdict = self.verdicts[index]
        if verdict.kind == VerdictKind.UPDATE and not any(c.accepted for c in verdict.changes):
            return VerdictKind.SKIP
        return verdict.kind

    def tabs_of(self, index: int) -> set[Tab]:
        """The tabs that show a row."""
        tabs = {Tab.ALL, _TAB_OF[self.outcome(index)]}
        if self.needs_look(index):
            tabs.add(Tab.LOOK)
        return tabs

    def needs_look(self, index: int) -> bool:
        """Whether a row has a problem that a person should look at."""
        problems = self.verdicts[index].draft.problems
        return any(problem.severity != Severity.NOTE for problem in problems)

    def indexes(self, tab: Tab) -> list[int]:
        """The rows of a tab, in the order of the list."""
        return [index for index in range(len(self)) if tab in self.tabs_of(index)]

    def counts(self) -> dict[Tab, int]:
        """How many rows each tab shows."""
        found: Counter[Tab] = Counter()
        for index in range(len(self)):
            found.update(self.tabs_of(index))
        return {tab: found[tab] for tab in Tab}

    def changes(self) -> int:
        """How many rows will create or update something."""
        return sum(
            self.outcome(index) in {VerdictKind.CREATE, VerdictKind.UPDATE}
            for index in range(len(self))
        )

    def set_kind(self, index: int, kind: VerdictKind) -> bool:
        """Let something else happen with a row. False when it is not offered for it."""
        verdict = self.verdicts[index]
        if kind not in verdict.offered:
            return False
        verdict.kind = kind
        return True

    def accept(self, index: int, change: int, accepted: bool) -> None:
        """Tick or untick one field of an update."""
        self.verdicts[index].changes[change].accepted = accepted

    def let_ok_mean(self, channels: Iterable[Channel]) -> None:
        """Say which channels the "ok to print" column speaks of, beside print.

        Each answer to print is given to them too, in the words of the list (who, when): a no
        as much as a yes.
        """
        self.extra = tuple(channel for channel in EXTRA_CHANNELS if channel in set(channels))
        for verdict, read in zip(self.verdicts, self._read, strict=True):
            verdict.draft.consents[:] = [*read, *self._granted(read)]

    def _granted(self, read: list[DraftConsent]) -> list[DraftConsent]:
        said = {consent.channel for consent in read}
        return [
            replace(consent, channel=channel)
            for consent in read
            if consent.channel == Channel.PRINT and consent.answer != Answer.NOT_ASKED
            for channel in self.extra
            if channel not in said
        ]


_TAB_OF = {
    VerdictKind.CREATE: Tab.CREATE,
    VerdictKind.UPDATE: Tab.UPDATE,
    VerdictKind.DUPLICATE: Tab.DUPLICATE,
    VerdictKind.SKIP: Tab.SKIP,
    VerdictKind.BLOCKED: Tab.SKIP,
}
