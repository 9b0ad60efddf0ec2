"""What was refused by owners whose entry is no longer here: no list brings it back as a yes.

An entry was deleted or merged into another; its no is in the history (see standing, which does
the same for a restored backup). Read once for an import, however long the list; not at all where
nothing was ever deleted. Every step asks here as it ends (step.py).
"""

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, or_, select

from directory_app.model import known_again
from directory_app.model import ledger as model
from directory_app.model.columns import utc_now
from directory_app.model.draft import Draft, DraftConsent
from directory_app.model.known_again import Trait, traits
from directory_app.model.ledger import NOTHING, State
from directory_app.model.terms import Match
from directory_app.store import carried, ledger
from directory_app.store.dossier import owned_rows
from directory_app.store.refusals import Refusals
from directory_app.store.tables import (
    ACTION,
    BUSINESS,
    CHANGE,
    CONSENT,
    MERGED,
    PHONE,
    row_from_json,
)
from directory_app.store.tombstones import Sketch

#: Answers by channel.
Said = dict[str, DraftConsent]


class GoneRefusals:
    """The refusals of one directory that outlived their entries, read once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._said: dict[str, dict[str, State]] = defaultdict(dict)
        self._found: dict[Trait, set[str]] = defaultdict(set)
        undone = self._undone()
        if not (undone or self._any_gone()):
            return
        for row in self._refused():
            self._hold(row["business_id"], ledger.state_of(row, utc_now().date()))
        if undone:
            for one, state in Refusals(connection, 0).of_all(undone):
                self._hold(one, state)
        self._merge()
        if any(self._said.values()):
            self._index()

    @property
    def any(self) -> bool:
        """Whether an entry is gone that refused anything."""
        return bool(self._found)

    def of(self, draft: Draft) -> Said:
        """As ``states``: the refusal that is shown, by channel."""
        found = (state.present for state in self.states(draft))
        return {one.channel: _given(one) for one in found if one is not None}

    def states(self, draft: Draft) -> list[State]:
        """What the business of a row refused before, a state a channel."""
        values = draft.values
        address, city = str(values.get("address_1", "")), str(values.get("city", ""))
        numbers = tuple(phone.number for phone in draft.phones)
        return self.states_of(self.known(Sketch(draft.name, address, city, numbers)))

    def known(self, one: Sketch) -> set[str]:
        """The ids of entries that are gone and were the same business.

        It is the same business as for a tombstone: by its name and town, or by two of name,
        telephone and address (model/known_again.py).
        """
        if not self._found:
            return set()
        shared: dict[str, set[Trait]] = defaultdict(set)
        for trait in traits(one.name, one.numbers, one.address, one.city):
            for gone in self._found.get(trait, ()):
                shared[gone].add(trait)
        return {gone for gone, hit in shared.items() if known_again.match(hit) is Match.SAME}

    def states_of(self, gone: Iterable[str]) -> list[State]:
        """What entries that are gone refused, by their ids: a state a channel."""
        found: dict[str, State] = defaultdict(lambda: NOTHING)
        for one in sorted(gone):
            for channel, state in self._said[one].items():
                found[channel] = model.merge(found[channel], state)
        return list(found.values())

    def _any_gone(self) -> bool:
        """Whether anything was ever deleted: else the history need not be read."""
        deleted = (CHANGE.c.table == BUSINESS.name) & (CHANGE.c.field == "")
        one = select(CHANGE.c.id).where(deleted, CHANGE.c.replacement_value.is_(None)).limit(1)
        return self._connection.execute(one).first() is not None

    def _undone(self) -> set[str]:
        """The entries whose adding was taken back, if any of what was taken back is a refusal."""
        taken_back = select(CHANGE.c.row).join(ACTION, ACTION.c.id == CHANGE.c.action_id)
        taken_back = taken_back.where(ACTION.c.undone.is_(True))
        words = [f'%"{answer.value}"%' for answer in model.REFUSALS]
        refused = CHANGE.c.field.in_(("", "answer")) & or_(
            *(CHANGE.c.replacement_value.like(word) for word in words)
        )
        taken_out = (CHANGE.c.field == "refused_on") & (CHANGE.c.replacement_value != "null")
        answers = taken_back.where(CHANGE.c.table == CONSENT.name, refused | taken_out)
        if self._connection.execute(answers.limit(1)).first() is None:
            return set()
        added = taken_back.where(
            CHANGE.c.table == BUSINESS.name,
            CHANGE.c.field == "",
            CHANGE.c.previous_value.is_(None),
            CHANGE.c.row.not_in(select(BUSINESS.c.id)),
        )
        return set(self._connection.execute(added).scalars())

    def _refused(self) -> list[dict[str, Any]]:
        """The answers that entries had when they were deleted, the refusals of them."""
        sql = (
            f"SELECT previous_value FROM change WHERE id IN ({carried.last_deleted('main')}) "  # noqa: S608 - names of our own tables
            f"AND ({carried.refused_in('previous_value')})"
        )
        rows = self._connection.exec_driver_sql(sql)
        return [row_from_json(CONSENT, text) for (text,) in rows]

    def _merge(self) -> None:
        """Of a merged one holds what the kept one says now, and what it refused if it is gone."""
        last: dict[str, str] = {}
        for dropped, kept in self._merges():
            last[dropped] = last.get(kept, kept)
        now = owned_rows(self._connection, CONSENT, set(last.values()))
        for dropped, kept in last.items():
            for state in list(self._said.get(kept, {}).values()):
                self._hold(dropped, state)
            for row in now.get(kept, []):
                state = ledger.state_of(row)
                if state.needs_asking_again:
                    self._said[dropped][row["channel"]] = state
                else:
                    self._said[dropped].pop(row["channel"], None)

    def _hold(self, business_id: str, state: State) -> None:
        if state.present is not None:
            channel = state.present.channel
            own = self._said[business_id].get(channel, NOTHING)
            self._said[business_id][channel] = model.merge(own, state)

    def _merges(self) -> list[tuple[str, str]]:
        """(dropped, kept) of the merges that stand, the last one first."""
        rows = self._connection.execute(
            select(CHANGE.c.replacement_value, CHANGE.c.row)
            .join(ACTION, ACTION.c.id == CHANGE.c.action_id)
            .where(ACTION.c.kind == "merge", ACTION.c.undone.is_(False), CHANGE.c.field == MERGED)
            .order_by(CHANGE.c.id.desc())
        )
        return [(json.loads(dropped), kept) for dropped, kept in rows]

    def _index(self) -> None:
        """By what each of them is known: as it was deleted, with every number that it had."""
        numbers: dict[str, set[str]] = defaultdict(set)
        for path, text in self._told(PHONE.name):
            owner = path.split("/")[0]
            if self._said.get(owner):
                numbers[owner].add(str(json.loads(text)["number"]))
        there = set(self._connection.execute(select(BUSINESS.c.id)).scalars())
        for one, text in self._told(BUSINESS.name):
            if self._said.get(one) and one not in there:
                row = json.loads(text)
                known = traits(row["name"], numbers[one], row["address_1"], row["city"])
                for trait in known:
                    self._found[trait].add(one)

    def _told(self, table: str) -> list[tuple[str, str]]:
        """(path, row as JSON) of everything of a table that was added or deleted."""
        query = select(CHANGE.c.row, CHANGE.c.previous_value, CHANGE.c.replacement_value)
        rows = self._connection.execute(query.where(CHANGE.c.table == table, CHANGE.c.field == ""))
        return [(path, before or after) for path, before, after in rows if before or after]


def _given(said: model.Said) -> DraftConsent:
    return DraftConsent(said.channel, said.answer, said.said_on, said.asked_by, said.method)
