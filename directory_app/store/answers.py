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
