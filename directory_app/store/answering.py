"""Ending the hold of a restored directory: a named person says who refused since its backup."""

import datetime as dt
import json
from collections.abc import Sequence
from types import SimpleNamespace

from sqlalchemy import delete, insert, update

from directory_app.errors import UserError
from directory_app.model.ledger import Way
from directory_app.model.terms import Answer, Channel
from directory_app.store import hold, ledger
from directory_app.store.dossier import find_row, owned_rows
from directory_app.store.keeping import set_setting
from directory_app.store.step import Step
from directory_app.store.tables import ACTION, CONSENT, SETTING

#: The kinds of step: somebody named those who refused, or said that nobody did.
SOME, NOBODY = "refused_since", "nobody_refused_since"
#: How the answer came.
METHOD = "restore"


def answer(step: Step, since: dt.date, refused: Sequence[str], today: dt.date) -> int:
    """Record who refused ``since`` the backup (ids or codes), and release the directory.

    Each of them refuses every use from now on: a yes is taken back, all else is a no. It stands
    in the history under the person's name and is no undo step, for no refusal is taken back.
    UserError without a name, or where one of them is not there. How many they are.
    """
    if not step.by.strip():
        raise UserError(
            "Who answers this has to say who they are.",
            "Enter your name, or set PUERTAS_PERSON.",
        )
    rows = {row["id"]: row for row in (find_row(step.connection, one) for one in refused)}
    said = owned_rows(step.connection, CONSENT, rows)
    for one in rows:
        had = {row["channel"] for row in said.get(one, []) if row["answer"] == Answer.YES}
        refusals = [_refusal(channel, had, step.by, today) for channel in Channel]
        ledger.record(step, one, refusals, Way.RESTORE)
    step.kind, step.label = SOME if rows else NOBODY, since.isoformat()
    _file(step)
    told = {"since": since.isoformat(), "on": today.isoformat(), "by": step.by}
    set_setting(step.connection, hold.ANSWERED, json.dumps(told, ensure_ascii=False))
    step.connection.execute(delete(SETTING).where(SETTING.c.key == hold.SINCE))
    return len(rows)


def _refusal(channel: Channel, had_yes: set[str], by: str, today: dt.date) -> SimpleNamespace:
    answer = Answer.WITHDRAWN if channel in had_yes else Answer.NO
    return SimpleNamespace(
        channel=channel.value, answer=answer.value, date=today, asked_by=by, method=METHOD
    )


def _file(step: Step) -> None:
    """Keep the step in the history although nothing may have changed, and out of undo's way."""
    number = step.finish()
    if number is None:
        action = {"at": step.at, "by": step.by, "kind": step.kind, "label": step.label}
        step.connection.execute(insert(ACTION).values(**action, undone=False, undoable=False))
        return
    step.connection.execute(update(ACTION).where(ACTION.c.id == number).values(undoable=False))
