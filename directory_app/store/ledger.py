"""The consent ledger: the only code that writes an answer (tests/store/test_store_one_ledger.py).

Whatever way an answer comes in, ``record`` or ``Book`` weighs it by the rule (model/ledger.py)
against what is stored, keeps it or says why not. Steps that are taken back, merges, restores and
salvage bring states together by the same rule.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, delete, insert, update

from directory_app.errors import UserError
from directory_app.model import ledger
from directory_app.model.columns import utc_now
from directory_app.model.ids import new_id
from directory_app.model.ledger import NOTHING, STRICTNESS, TALKS, Said, State, Way, Why
from directory_app.model.terms import Answer, Channel
from directory_app.store import refused_twins, stops
from directory_app.store.dossier import Row, owned_rows
from directory_app.store.tables import CONSENT, decode, encode

if TYPE_CHECKING:
    from directory_app.store.step import Step

#: The columns of an answer beside its id, its business and its channel.
FIELDS = tuple(
    column.name for column in CONSENT.columns if column.name not in {"id", "business_id", "channel"}
)
#: What is said and when; the moment of writing alone makes no new answer.
_TELLING = tuple(name for name in FIELDS if name != "recorded_at")
#: Ways in which a person types what is said.
_TYPED = TALKS | {Way.EDITOR, Way.ADD}
_TEXTS = ("asked_by", "given_by_role", "method", "language", "wording_version")


@dataclass(frozen=True, slots=True)
class Refused:
    """An answer that was not kept, why (a ``Why``), and the day of the refusal it met.

    Of a refusal that somebody types (``OUTRANKED``) it is the day of the talk that outranks it.
    """

    business_id: str
    said: Said
    why: Why
    refused_on: dt.date | None = None


@dataclass(slots=True)
class Recorded:
    """What came of answers: those that are kept now, and those that were refused."""

    kept: list[Said] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)

    def __iadd__(self, other: "Recorded") -> "Recorded":
        self.kept += other.kept
        self.refused += other.refused
        return self


def state_of(row: Mapping[str, Any] | None, undated: dt.date = dt.date.min) -> State:
    """The state that a row holds, stored or as the history has it.

    ``undated`` is the day of a refusal that an older history tells without one.
    """
    if row is None:
        return NOTHING
    texts = {name: row[name] for name in _TEXTS}
    said = Said(
        row["channel"],
        row["answer"],
        row["date"],
        review_by=row["review_by"],
        **texts,
        asked_again_on=row.get("asked_again_on"),
        recorded_at=row.get("recorded_at"),
    )
    refused_on = row.get("refused_on")
    if said.is_yes:
        return State(yes=said, refused_on=refused_on)
    return State(refusal=said, refused_on=refused_on or said.said_on or undated)


def columns_of(state: State) -> Row:
    """The columns of a state that is not nothing."""
    said = state.present
    assert said is not None
    return {
        "answer": Answer(said.answer).value,
        "date": said.said_on,
        **{name: getattr(said, name) for name in _TEXTS},
        "review_by": said.review_by,
        "recorded_at": said.recorded_at,
        "refused_on": state.refused_on,
        "asked_again_on": said.asked_again_on,
    }


def said_of(given: Any, way: str, step: "Step") -> Said:
    """What was said, from a DraftConsent, a Consent, a row's attributes or a Said."""
    if isinstance(given, Said):
        said = replace(given, way=way)
    else:
        texts: dict[str, Any] = {name: getattr(given, name, "") or "" for name in _TEXTS}
        said = Said(
            Channel(given.channel).value,
            Answer(given.answer).value,
            getattr(given, "date", None),
            **texts,
            review_by=getattr(given, "review_by", None),
            way=way,
            asked_again=bool(
                getattr(given, "asked_again", False) or getattr(given, "asked_again_on", None)
            ),
        )
    said = replace(said, recorded_at=step.at, recorded_on=step.on)
    return said if way in _TYPED else _without_stopped(said)


def _without_stopped(said: Said) -> Said:
    """What a file says, without the texts that are never kept: a refusal in it counts all the same.

    Whoever types is told instead, as the row is written (stops.py).
    """
    texts = {name: getattr(said, name) for name in _TEXTS}
    stopped: dict[str, Any] = {
        name: "" for name in texts if stops.stopped("consent", {name: texts[name]}, {}, ())
    }
    return replace(said, **stopped)


def record(step: "Step", business_id: str, said: Iterable[Any], way: str) -> Recorded:
    """Let answers for one business into the ledger, one a channel; what is kept and what not."""
    book = Book(step, [business_id])
    done = book.record(business_id, said, way)
    book.close()
    return done


class Book:
    """The answers of many businesses, read in one go and written in bulk at ``close``."""

    def __init__(self, step: "Step", ids: Iterable[str]) -> None:
        self._step = step
        self._rows: dict[tuple[str, str], Row] = {}
        self._new: dict[tuple[str, str], Row] = {}
        self.expect(ids)

    def expect(self, ids: Iterable[str]) -> None:
        """Read what these have said so far; whoever is not expected has said nothing."""
        for rows in owned_rows(self._step.connection, CONSENT, ids).values():
            self._rows |= {(row["business_id"], row["channel"]): row for row in rows}

    def record(self, business_id: str, said: Iterable[Any], way: str) -> Recorded:
        """As ``record``; several for one channel count as the one that holds back most."""
        done = Recorded()
        given = [said_of(one, way, self._step) for one in said]
        if way == Way.ADD:  # there is no answer yet that could be taken back
            given = [one for one in given if one.answer != Answer.NOT_ASKED]
        for one in _one_a_channel(given):
            state = self.state(business_id, one.channel)
            weighed = ledger.weigh(state, one, self._step.on)
            if isinstance(weighed, Why):
                done.refused.append(Refused(business_id, one, weighed, state.refused_on))
            elif weighed is not None:
                joined = ledger.join(state, weighed)
                if joined.yes is not None and not weighed.is_yes and way in _TYPED:
                    stands_on = joined.yes.asked_again_on
                    done.refused.append(Refused(business_id, one, Why.OUTRANKED, stands_on))
                    continue
                self.put(business_id, joined)
                done.kept.append(weighed)
        return done

    @property
    def fresh(self) -> int:
        """How many rows wait to be written."""
        return len(self._new)

    def state(self, business_id: str, channel: str) -> State:
        """What holds for a channel of a business."""
        return state_of(self._rows.get((business_id, channel)))

    def put(self, business_id: str, state: State) -> None:
        """Write a state that came about by the rule. A row that says the same stays as it is."""
        if state.present is None:
            return
        key = business_id, state.present.channel
        row, columns = self._rows.get(key), columns_of(state)
        if row is None:
            made = {"id": new_id(), "business_id": business_id, "channel": key[1], **columns}
            self._rows[key] = self._new[key] = made
        elif any(row[name] != columns[name] for name in _TELLING):
            if key in self._new:
                row.update(columns)
            else:
                self._rows[key] = self._step.update("consent", row, columns, by_ledger=True)

    def hold(self, business_id: str, states: Iterable[State]) -> None:
        """Let what was said in another entry of the business hold for this one too."""
        for state in states:
            if state.present is not None:
                self._step.let_in |= {getattr(state.present, name) for name in _TEXTS}
                own = self.state(business_id, state.present.channel)
                self.put(business_id, ledger.merge(own, state))

    def close(self) -> None:
        """Write what is new."""
        self._step.insert("consent", self._new.values(), by_ledger=True)
        self._new = {}


def told(refused: Iterable[Refused]) -> None:
    """Stop, and say why, where something that a person records may not stand."""
    for one in refused:
        raise error(one)


def error(one: Refused) -> UserError:
    """Why an answer is not kept, and what to do, for a person."""
    day = one.said.said_on
    if one.why is Why.FUTURE:
        return UserError(
            f"{day} is still to come.",
            "Give the day on which the owner was asked, today at the latest.",
        )
    if one.why is Why.OUTRANKED:
        return UserError(
            f"On {one.refused_on} somebody asked again, and the owner said yes.",
            f"A no of {day} is older, so it would change nothing. Give the day of the newest talk.",
        )
    if one.why is Why.INCOMPLETE:
        return UserError(
            f"The owner refused this use on {one.refused_on}.",
            "A yes after that needs the day on which you asked again and the name of who asked.",
        )
    if one.why is Why.NOT_LATER:
        return UserError(
            f"The owner refused this use on {one.refused_on}, and this yes is from {day}.",
            "Only a talk on a later day counts. Ask again, and record the day of that talk.",
        )
    return UserError(
        f"The owner refused this use on {one.refused_on}.",
        "A yes counts only if somebody asked again on a later day: tick “I asked again”, "
        "with the day of that talk.",
    )


# -- what else writes answers


def remove(step: "Step", business_ids: Iterable[str]) -> None:
    """Take out the answers of businesses that are deleted; the history keeps them."""
    owned = owned_rows(step.connection, CONSENT, business_ids)
    remove_rows(step, [row for rows in owned.values() for row in rows])


def remove_rows(step: "Step", rows: Iterable[Row]) -> None:
    """Take out answers with their businesses; what these refused holds for those like them."""
    going = list(rows)
    left = _left_to_twins(step.connection, going)
    book = Book(step, left)
    for one, states in left.items():
        book.hold(one, states)
    book.close()
    step.delete("consent", going, by_ledger=True)


def _left_to_twins(connection: Connection, going: Iterable[Row]) -> dict[str, list[State]]:
    """What is refused in answers that go, by the businesses that are like theirs and stay."""
    raw: Any = connection.connection.driver_connection
    refused = {(row["business_id"], row["channel"]): row for row in going}
    gone = {owner for owner, _ in refused}
    left: dict[str, list[State]] = defaultdict(list)
    for channel in sorted({row["channel"] for row in refused.values() if row["answer"] != "yes"}):
        for yes, those in refused_twins.held(raw, channel).items():
            if yes not in gone:
                left[yes] += [state_of(refused[no, channel]) for no in those if no in gone]
    return left


def merged(connection: Connection, keep: str, drop: str) -> list[State]:
    """What holds, by channel, where two entries turn out to be one business."""
    states: dict[str, State] = defaultdict(lambda: NOTHING)
    owned = owned_rows(connection, CONSENT, [keep, drop])
    for row in [*owned.get(keep, []), *owned.get(drop, [])]:
        states[row["channel"]] = ledger.merge(states[row["channel"]], state_of(row))
    return list(states.values())


def keep_states(step: "Step", business_id: str, states: Iterable[State]) -> None:
    """Write states that came about by the rule: of a merge."""
    book = Book(step, [business_id])
    book.hold(business_id, states)
    book.close()


def revert(step: "Step", row: Row | None, before: Row | None, wrote: str) -> bool:
    """Put one answer back to what it was before a step, as a new step; False if it may not.

    ``row`` is what is stored, ``wrote`` the answer that the step had left. No yes comes back over
    a refusal, and of a refusal the day stays.
    """
    wanted = state_of(before, step.on)
    state = ledger.take_back(state_of(row), wanted, wrote)
    if state.present is None:
        step.delete("consent", [] if row is None else [row], by_ledger=True)
    elif row is None:
        assert before is not None
        made = {name: before[name] for name in ("id", "business_id", "channel")}
        step.insert("consent", [made | columns_of(state)], by_ledger=True)
    else:
        step.update("consent", row, columns_of(state), by_ledger=True)
    return wanted.yes is None or state.yes is not None


def replay(connection: Connection, row: Row | None, target: Row | None, wrote: str) -> None:
    """As ``revert``, where undo or redo replays a step without making one.

    ``target`` None says that there was no answer then.
    """
    today = utc_now().date()
    state = ledger.take_back(state_of(row), state_of(target, today), wrote)
    here = CONSENT.c.id == (row or {}).get("id")
    if state.present is None:
        connection.execute(delete(CONSENT).where(here))
    elif row is not None:
        connection.execute(update(CONSENT).where(here).values(columns_of(state)))
    else:
        assert target is not None
        made = {name: target[name] for name in ("id", "business_id", "channel")}
        connection.execute(insert(CONSENT).values(made | columns_of(state)))


def replay_removal(connection: Connection, rows: Iterable[Row]) -> None:
    """Take out the answers of businesses that go altogether, with undo or redo."""
    going = list(rows)
    for one, states in _left_to_twins(connection, going).items():
        there = {row["channel"]: row for row in owned_rows(connection, CONSENT, [one])[one]}
        for state in states:
            assert state.present is not None
            row = there[state.present.channel]
            columns = columns_of(ledger.merge(state_of(row), state))
            connection.execute(update(CONSENT).where(CONSENT.c.id == row["id"]).values(columns))
            row |= columns
    for row in going:
        connection.execute(delete(CONSENT).where(CONSENT.c.id == row["id"]))


def carry_over(connection: Any, standing: str) -> int:
    """Let what was refused since a backup hold in the database that is restored from it.

    ``connection`` is the driver's own; ``standing`` is the table of store/carried.py. How many
    answers became another.
    """
    names = [column.name for column in CONSENT.columns]
    listed = ", ".join(f'"{name}"' for name in names)
    found = {
        (row["business_id"], row["channel"]): row
        for row in _raw(connection, f"SELECT {listed} FROM main.consent")  # noqa: S608 - our own names
    }
    told = _raw(
        connection,
        f"SELECT {listed} FROM {standing} "  # noqa: S608 - our own names
        "WHERE business_id IN (SELECT id FROM main.business)",
    )
    changed = 0
    for row in told:
        key = row["business_id"], row["channel"]
        old = found.get(key)
        had = state_of(old)
        state = ledger.merge(had, state_of(row, utc_now().date()))
        if state == had or state.present is None:
            continue
        made = {"id": old["id"] if old else new_id(), "business_id": key[0], "channel": key[1]}
        found[key] = made | columns_of(state)
        changed += state.answer != had.answer
        marks = ", ".join("?" * len(names))
        connection.execute(
            f"INSERT OR REPLACE INTO main.consent ({listed}) VALUES ({marks})",  # noqa: S608 - the same
            [encode(found[key][name]) for name in names],
        )
    return changed


def _raw(connection: Any, sql: str) -> list[Row]:
    """Rows of consent through the driver, as the columns' Python types."""
    columns = list(CONSENT.columns)
    return [
        {one.name: decode(one, value) for one, value in zip(columns, row, strict=True)}
        for row in connection.execute(sql).fetchall()
    ]


def _one_a_channel(given: Iterable[Said]) -> list[Said]:
    """What is said in one go, one answer a channel: taking a yes back beats giving it."""
    kept: dict[str, Said] = {}
    for one in given:
        old = kept.get(one.channel)
        strict = STRICTNESS[Answer(one.answer)]
        if old is None or strict > STRICTNESS[Answer(old.answer)]:
            kept[one.channel] = one
    return list(kept.values())
