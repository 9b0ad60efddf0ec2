"""Consent rows in the making: what an answer becomes when it is kept."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from directory_app.model.ids import new_id
from directory_app.model.live import year_after
from directory_app.model.terms import Answer, Channel

#: What is kept of an answer, beside its id, business and channel.
FIELDS = (
    "answer",
    "date",
    "asked_by",
    "given_by_role",
    "method",
    "language",
    "wording_version",
    "review_by",
)
#: The stricter answer wins when one list gives two.
STRICTNESS = {Answer.NOT_ASKED: 0, Answer.YES: 1, Answer.NO: 2, Answer.WITHDRAWN: 3}
REFUSALS = (Answer.NO, Answer.WITHDRAWN)


def fields(given: Any) -> dict[str, Any]:
    """The columns of an answer from a DraftConsent, a Consent or anything like them.

    A yes gets its review-by, twelve months after its date at most; other answers have none.
    """
    values = {name: getattr(given, name, "") or "" for name in FIELDS}
    asked_on: dt.date | None = getattr(given, "date", None)
    review_by: dt.date | None = getattr(given, "review_by", None)
    values |= {"answer": Answer(given.answer).value, "date": asked_on, "review_by": None}
    if given.answer == Answer.YES and asked_on is not None:
        latest = year_after(asked_on)
        values["review_by"] = min(review_by, latest) if review_by else latest
    return values


def new_row(business_id: str, given: Any) -> dict[str, Any]:
    """A whole consent row."""
    channel = Channel(given.channel).value
    return {"id": new_id(), "business_id": business_id, "channel": channel, **fields(given)}


def strictest(given: Iterable[Any]) -> list[Any]:
    """One answer a channel; not asked is left out, for no row means just that."""
    kept: dict[str, Any] = {}
    for one in given:
        old = kept.get(one.channel)
        if old is None or STRICTNESS[Answer(one.answer)] > STRICTNESS[Answer(old.answer)]:
            kept[one.channel] = one
    return [one for one in kept.values() if one.answer != Answer.NOT_ASKED]


def one_a_channel(given: Iterable[Any]) -> list[Any]:
    """What a person says in one go, one answer a channel: taking a yes back beats giving it."""
    kept: dict[str, Any] = {}
    for one in given:
        old = kept.get(one.channel)
        if old is None or _holds_back(one) > _holds_back(old):
            kept[one.channel] = one
    return list(kept.values())


def is_whole(row: dict[str, Any]) -> bool:
    """Whether an answer says who asked and when."""
    return row["date"] is not None and bool((row["asked_by"] or "").strip())


def imported(old: dict[str, Any], given: Any) -> dict[str, Any]:
    """What a list changes in a stored answer: the fields to set, none if the old one stands.

    A refusal stands against a yes. A yes that lacks who or when never borrows them from
    another one: it would be live without anybody having been asked. So it leaves a whole yes
    as it is, and comes in the place of any other.
    """
    if old["answer"] in REFUSALS and given.answer not in REFUSALS:
        return {}
    new = fields(given)
    if given.answer != Answer.YES or old["answer"] != Answer.YES:
        return new
    if is_whole(old) and not is_whole(new):
        return {}
    asking = ("date", "asked_by", "review_by")
    return {name: value for name, value in new.items() if value or name in asking}


def _holds_back(given: Any) -> int:
    strictness = STRICTNESS[Answer(given.answer)]
    return {0: 1, 1: 0}.get(strictness, strictness)
