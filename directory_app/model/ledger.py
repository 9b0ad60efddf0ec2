"""What an answer becomes: the rule of the consent ledger, on plain values and without storage.

What was said about one channel of one business is a set, and its state is a function of that set:
``fold`` gives the same state whatever the order in which the set came together, so that two
laptops that know the same say the same. ``weigh`` says of one more answer whether it may join,
``join`` lets it. The rules are those of docs/decisions/consent.md:

- A refusal (no, withdrawn, an answer that was taken back) outranks everything that was said on
  its day or before.
- Only a talk in which somebody said "I asked again", on a later day, outranks a refusal.
- Of two yeses the later one that says who asked and when counts.
- Nothing is said on a day that is still to come.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from directory_app.model.askers import is_named
from directory_app.model.live import year_after
from directory_app.model.terms import Answer


class Way(StrEnum):
    """The ways in which an answer comes into a directory."""

    DIALOG = "dialog"
    CALL = "call"
    SHEET = "sheet"
    EDITOR = "editor"
    IMPORT = "import"
    MERGE = "merge"
    PACKET = "packet"
    UNDO = "undo"
    REDO = "redo"
    RESTORE = "restore"
    SALVAGE = "salvage"
    ADD = "add"


#: Ways in which somebody spoke with the owner: only there can anybody have asked again.
TALKS = frozenset((Way.DIALOG, Way.CALL, Way.SHEET))
#: Ways in which a person takes out a refusal that was written down by mistake.
CLEARING = TALKS | {Way.EDITOR, Way.UNDO, Way.REDO}
REFUSALS = (Answer.NO, Answer.WITHDRAWN)
#: How much an answer holds back: of two that are else alike the higher counts.
STRICTNESS = {Answer.YES: 0, Answer.NOT_ASKED: 1, Answer.NO: 2, Answer.WITHDRAWN: 3}
_LONG_AGO = dt.datetime(1, 1, 2, tzinfo=dt.UTC)


class Why(StrEnum):
    """Why something that was said is not kept."""

    FUTURE = "future"
    REFUSED = "refused"
    NOT_LATER = "not_later"
    INCOMPLETE = "incomplete"
    OUTRANKED = "outranked"


@dataclass(frozen=True, slots=True)
class Said:
    """One answer for one channel: what, when, who asked, and by which way it came.

    ``said_on`` is the day of the talk (None: nobody knows), ``recorded_at`` the aware moment and
    ``recorded_on`` the directory's day on which it was written down. ``asked_again``: somebody
    says that they asked after a refusal. ``asked_again_on`` is the day of the talk on which a
    yes stands that goes over a refusal; a later yes that only extends it stands on the same.
    """

    channel: str
    answer: str
    said_on: dt.date | None = None
    asked_by: str = ""
    given_by_role: str = ""
    method: str = ""
    language: str = ""
    wording_version: str = ""
    review_by: dt.date | None = None
    way: str = Way.DIALOG
    asked_again: bool = False
    asked_again_on: dt.date | None = None
    recorded_at: dt.datetime | None = None
    recorded_on: dt.date | None = None

    @property
    def is_yes(self) -> bool:
        """Whether it opens the door; anything else keeps it shut."""
        return self.answer == Answer.YES

    @property
    def is_whole(self) -> bool:
        """Whether it says who asked and when."""
        return self.said_on is not None and is_named(self.asked_by)

    @property
    def refuses_on(self) -> dt.date:
        """The day from which on it stands as a refusal: when it was said, else written down."""
        return self.said_on or self.recorded_on or dt.date.min


@dataclass(frozen=True, slots=True)
class State:
    """What holds for a channel: a yes, or the refusal that is shown, and the day of the newest.

    ``refused_on`` stays when a later talk has outranked the refusal: an older yes that comes in
    afterwards still meets it.
    """

    yes: Said | None = None
    refusal: Said | None = None
    refused_on: dt.date | None = None

    @property
    def present(self) -> Said | None:
        """The answer that counts; None where nobody was asked."""
        return self.yes or self.refusal

    @property
    def answer(self) -> str:
        """Its word."""
        return self.present.answer if self.present is not None else Answer.NOT_ASKED.value

    @property
    def needs_asking_again(self) -> bool:
        """Whether only a talk that says so can open this door."""
        return self.refused_on is not None and self.yes is None


NOTHING = State()


def fold(said: Iterable[Said]) -> State:
    """The state of one channel from everything that was said of it, in any order."""
    every = list(said)
    state = NOTHING
    for one in every:
        state = join(state, one)
    refusals = [one for one in every if not one.is_yes]
    if state.yes is not None or not refusals:
        return state
    return replace(state, refusal=max(refusals, key=_newer))


def join(state: State, said: Said) -> State:
    """The state with one more answer in the set."""
    if said.is_yes:
        return meet(state, State(yes=said))
    return meet(state, State(refusal=said, refused_on=said.refuses_on))


def meet(one: State, other: State) -> State:
    """What holds where two states of one channel come together; the same either way round."""
    refused = max(filter(None, (one.refused_on, other.refused_on)), default=None)
    yes = max(filter(None, (one.yes, other.yes)), key=_better, default=None)
    if yes is not None and refused is not None and (yes.asked_again_on or dt.date.min) <= refused:
        yes = None
    if yes is not None:
        return State(yes=yes, refused_on=refused)
    shown = max(filter(None, (one.refusal, other.refusal)), key=_newer, default=None)
    return State(refusal=shown, refused_on=refused)


def merge(one: State, other: State) -> State:
    """What holds of two entries that are one business: as ``meet``, the stricter refusal shown."""
    met = meet(one, other)
    if met.refusal is None:
        return met
    shown = [said for said in (one.refusal, other.refusal) if said is not None]
    return replace(met, refusal=max(shown, key=lambda said: (_strict(said), _newer(said))))


def take_back(current: State, before: State, wrote: str) -> State:
    """What holds when a step is undone (or done again) that left ``wrote``.

    ``before`` is what to go back to. A refusal is never undone: what goes back is the word that
    is shown, and the day stays, so that nothing but a talk opens the door.
    """
    refused = max(filter(None, (current.refused_on, before.refused_on)), default=None)
    met = meet(before, State(refused_on=refused))
    if met.yes is not None and not current.needs_asking_again:
        return met
    lost = before.yes is not None or (before.present is None and current.answer != wrote)
    shown = current.refusal if lost and current.refusal is not None else before.refusal
    if refused is None:
        return NOTHING
    if shown is None:
        old = current.refusal or current.yes or before.yes
        assert old is not None
        shown = Said(old.channel, Answer.NOT_ASKED.value, refused, recorded_at=old.recorded_at)
    return State(refusal=shown, refused_on=refused)


def weigh(state: State, said: Said, today: dt.date) -> Said | Why | None:
    """Whether an answer may join: as what, None where it says nothing new, or why not."""
    ahead = said.said_on is not None and said.said_on > today
    if said.is_yes:
        return Why.FUTURE if ahead else _weigh_yes(state, said)
    if ahead and said.way in TALKS:
        return Why.FUTURE
    if said.answer == Answer.NOT_ASKED and not _takes_back(state, said):
        return None
    if ahead:  # a no is kept, whatever day a list gives it: it is as new as the list
        said = replace(said, said_on=None)
    softer = said.answer == Answer.NO and state.answer == Answer.WITHDRAWN
    if softer and said.way not in TALKS:
        said = replace(said, answer=Answer.WITHDRAWN.value)
    return replace(said, review_by=None, asked_again=False, asked_again_on=None)


def _takes_back(state: State, said: Said) -> bool:
    """Whether there is an answer to take out; a list takes out a yes alone."""
    return state.answer != Answer.NOT_ASKED and (state.yes is not None or said.way in CLEARING)


def _weigh_yes(state: State, said: Said) -> Said | Why:
    said = _bounded(replace(said, asked_again_on=None))
    talk = said.asked_again and said.way in TALKS
    refused, yes = state.refused_on, state.yes
    if talk and said.is_whole and (refused is None or _day(said) > refused):
        return replace(said, asked_again_on=said.said_on)
    said = replace(said, asked_again=False)
    stands_on = yes.asked_again_on if yes is not None else None
    if stands_on is not None and said.is_whole and _day(said) >= stands_on:
        return replace(said, asked_again_on=stands_on)
    if refused is None:
        return said
    if not talk:
        return Why.REFUSED
    return Why.NOT_LATER if said.is_whole else Why.INCOMPLETE


def _bounded(said: Said) -> Said:
    """A yes with its review-by, twelve months after its day at most."""
    if said.said_on is None:
        return replace(said, review_by=None)
    latest = year_after(said.said_on)
    return replace(said, review_by=min(said.review_by or latest, latest))


def _day(said: Said) -> dt.date:
    return said.said_on or dt.date.min


def _better(yes: Said) -> tuple[object, ...]:
    """Of two yeses the one that outranks more refusals, so that a state need keep no other.

    Then the one that says who and when; then the newer talk; then the stricter.
    """
    ends = yes.review_by or dt.date.max
    return (
        yes.asked_again_on or dt.date.min,
        yes.is_whole,
        _day(yes),
        yes.recorded_at or _LONG_AGO,
        -ends.toordinal(),
        _texts(yes),
        repr(yes),  # whatever else differs: of two the same one, in any order
    )


def _strict(said: Said) -> int:
    return STRICTNESS[Answer(said.answer)]


def _newer(refusal: Said) -> tuple[object, ...]:
    """Of two refusals the one that was written down later is shown; then the stricter."""
    return (
        refusal.recorded_at or _LONG_AGO,
        _strict(refusal),
        refusal.refuses_on,
        _texts(refusal),
        repr(refusal),
    )


def _texts(said: Said) -> tuple[str, ...]:
    return (said.asked_by, said.given_by_role, said.method, said.language, said.wording_version)
