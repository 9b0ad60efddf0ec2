"""The state of an import that is being looked over: rows, what happens with each, counts.

It is changed only by the methods here, so that the counts always add up and a person's decisions
live through a second reading of the same file (other columns, another encoding), and over a lock:
``draft_of`` is what is kept then. The rows of a file are not, only what was said of them: it is
read again. What was pasted is nowhere else, so it is in the draft, inside the directory.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from directory_app.importing import stopped
from directory_app.importing.options import ReadOptions
from directory_app.importing.pasted import Pasted
from directory_app.model.draft import Severity, Verdict, VerdictKind
from directory_app.tasks.bringing import Request

#: The row of the drafts.
ROW = "import"
#: The code of a problem that stopped a cell.
STOPPED = "never_collect"
#: Choosing one of these for a row like who was forgotten says that it is another business.
_COMES_IN = (VerdictKind.CREATE, VerdictKind.UPDATE)
#: Changes that go with another one, under its tick.
FOLLOW = {
    "latitude": ("longitude", "precision", "geocode_source"),
    "opening_hours": ("opening_hours_assumed",),
}


class Tab(StrEnum):
    """The tabs above the table."""

    ALL = "all"
    CREATE = "create"
    UPDATE = "update"
    DUPLICATE = "duplicate"
    SKIP = "skip"
    LOOK = "look"


class ImportReview:
    """The verdicts of one list, in the order of its lines."""

    def __init__(self, verdicts: Iterable[Verdict]) -> None:
        self.verdicts = list(verdicts)
        self._kinds: dict[int, VerdictKind] = {}
        self._ticks: dict[tuple[int, str], bool] = {}
        self._splits: dict[int, tuple[str, str, str]] = {}
        self._words: dict[tuple[int, str], tuple[str, bool]] = {}

    def __len__(self) -> int:
        return len(self.verdicts)

    # -- looking

    def outcome(self, place: int) -> VerdictKind:
        """What will happen with a row: an update that changes nothing is a skip."""
        verdict = self.verdicts[place]
        if verdict.kind == VerdictKind.UPDATE and not any(c.accepted for c in verdict.changes):
            return VerdictKind.SKIP
        return verdict.kind

    def tabs_of(self, place: int) -> set[Tab]:
        """The tabs that show a row."""
        tabs = {Tab.ALL, _TAB_OF[self.outcome(place)]}
        if self.needs_look(place):
            tabs.add(Tab.LOOK)
        return tabs

    def needs_look(self, place: int) -> bool:
        """Whether a row has a problem that a person should look at, or needs a person's word."""
        if self.verdicts[place].kind is VerdictKind.ASK:
            return True
        problems = self.verdicts[place].draft.problems
        return any(problem.severity != Severity.NOTE for problem in problems)

    def places(self, tab: Tab) -> list[int]:
        """The rows of a tab, in the order of the list."""
        return [place for place in range(len(self)) if tab in self.tabs_of(place)]

    def counts(self) -> dict[Tab, int]:
        """How many rows each tab shows."""
        found: Counter[Tab] = Counter()
        for place in range(len(self)):
            found.update(self.tabs_of(place))
        return {tab: found[tab] for tab in Tab}

    # -- deciding

    def set_kind(self, place: int, kind: VerdictKind) -> bool:
        """Let something else happen with a row. False when it is not offered for it."""
        verdict = self.verdicts[place]
        if kind not in verdict.offered:
            return False
        verdict.kind = kind
        verdict.another = bool(verdict.known) and kind in _COMES_IN
        self._kinds[verdict.draft.line] = kind
        return True

    def accept(self, place: int, change: int, accepted: bool) -> None:
        """Tick or untick one field of an update."""
        verdict = self.verdicts[place]
        found = verdict.changes[change]
        for one in verdict.changes:
            if one.field == found.field or one.field in FOLLOW.get(found.field, ()):
                one.accepted = accepted
        self._ticks[verdict.draft.line, found.field] = accepted

    def split_name(self, place: int, name: str, own_script: str) -> None:
        """Keep a part of the name as the name in its own script."""
        draft = self.verdicts[place].draft
        self._splits[draft.line] = (draft.name, name, own_script)
        draft.values["name"], draft.values["alternate_name"] = name, own_script

    def decide_words(self, place: int, field: str, *, keep: bool) -> None:
        """Keep the words of a cell that was stopped, or leave them out for good."""
        draft = self.verdicts[place].draft
        if field in draft.stopped:
            self._words[draft.line, field] = (_digest(draft.stopped[field]), keep)
            (stopped.keep if keep else stopped.drop)(draft, field)

    def decisions(self) -> dict[str, Any]:
        """What a person decided, as plain values for a draft. Stopped words are not in it."""
        return {
            "kinds": [[line, kind.value] for line, kind in self._kinds.items()],
            "ticks": [[*key, accepted] for key, accepted in self._ticks.items()],
            "splits": [[line, *names] for line, names in self._splits.items()],
            "words": [[*key, *decided] for key, decided in self._words.items()],
        }

    @classmethod
    def decided(cls, kept: dict[str, Any]) -> "ImportReview":
        """A review without rows that only decides, for ``take_over``."""
        made = cls(())
        made._kinds = {line: VerdictKind(kind) for line, kind in kept["kinds"]}
        made._ticks = {(line, field): accepted for line, field, accepted in kept["ticks"]}
        made._splits = {line: (whole, name, own) for line, whole, name, own in kept["splits"]}
        made._words = {(line, field): (text, keep) for line, field, text, keep in kept["words"]}
        return made

    def take_over(self, before: "ImportReview") -> None:
        """Decide again as a person did for the same lines of ``before``, where it still fits."""
        at = {verdict.draft.line: place for place, verdict in enumerate(self.verdicts)}
        for line, kind in before._kinds.items():
            if line in at:
                self.set_kind(at[line], kind)
        for (line, field), accepted in before._ticks.items():
            changes = self.verdicts[at[line]].changes if line in at else []
            for number, change in enumerate(changes):
                if change.field == field:
                    self.accept(at[line], number, accepted)
        for (line, field), (text, keep) in before._words.items():
            held = self.verdicts[at[line]].draft.stopped.get(field) if line in at else None
            if held is not None and _digest(held) == text:
                self.decide_words(at[line], field, keep=keep)
        for line, (whole, name, own) in before._splits.items():
            if line in at and self.verdicts[at[line]].draft.name == whole:
                self.split_name(at[line], name, own)


def draft_of(request: Request, review: ImportReview) -> dict[str, Any]:
    """Plain values for a draft."""
    pasted = request.path if isinstance(request.path, Pasted) else None
    return {
        "path": "" if pasted else str(request.path),
        "pasted": asdict(pasted) if pasted else None,
        "options": asdict(request.options),
        "columns": request.columns,
        "state": state_of(request.path) if isinstance(request.path, Path) else [],
        "decisions": review.decisions(),
    }


def request_of(draft: dict[str, Any]) -> Request:
    """What to read again."""
    options = replace(ReadOptions(), **draft["options"])
    channels = tuple(draft["options"]["ok_means"])
    pasted = draft.get("pasted")
    source = Pasted(**pasted) if pasted else Path(draft["path"])
    return Request(source, replace(options, ok_means=channels), draft["columns"])


def state_of(path: Path) -> list[int]:
    """By what a file is known to be as it was: its size and when it was changed; [] if gone."""
    if not path.is_file():
        return []
    found = path.stat()
    return [found.st_size, found.st_mtime_ns]


def _digest(words: str) -> str:
    """What stopped words are known again by, without keeping them."""
    return hashlib.sha256(words.encode()).hexdigest()[:16]


_TAB_OF = {
    VerdictKind.CREATE: Tab.CREATE,
    VerdictKind.UPDATE: Tab.UPDATE,
    VerdictKind.DUPLICATE: Tab.DUPLICATE,
    VerdictKind.SKIP: Tab.SKIP,
    VerdictKind.ASK: Tab.SKIP,
    VerdictKind.BLOCKED: Tab.SKIP,
}
