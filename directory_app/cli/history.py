"""Who changed what: the steps of the directory, or of one business. Changes nothing."""

import json
from typing import Annotated, Any

import typer

from directory_app.cli.common import AsJson, Directory, answer, app, open_store
from directory_app.errors import UserError
from directory_app.store.history import HistoryChange, HistoryStep

#: More is no list that anybody reads, and the database counts no further than 2**63.
_MOST = 1_000_000
#: People's own names and numbers stay out of pipes, as in `list`: only that they changed is told.
_PRIVATE = "contact"


@app.command()
def history(
    directory: Directory,
    code: Annotated[
        str, typer.Argument(metavar="[CODE]", help="Of one business, with what changed.")
    ] = "",
    limit: Annotated[int, typer.Option(metavar="N", help="At most so many, the newest.")] = 50,
    as_json: AsJson = False,
) -> None:
    """Tell who changed what and when, the newest first. What was forgotten is not in it."""
    if not 0 <= limit <= _MOST:
        raise UserError(f"A limit of {limit} makes no sense.", f"Give 0 to {_MOST}.")
    with open_store(directory) as store:
        owner = store.business(code).business.id if code else None
        steps = store.history(owner, limit)
    lines = [line for step in steps for line in _lines(step)]
    answer(as_json, [_record(step) for step in steps], *(lines or ["Nothing has changed yet."]))


def _record(step: HistoryStep) -> dict[str, Any]:
    return {
        "step": step.action_id,
        "at": step.at.isoformat(),
        "by": step.by,
        "kind": step.label.kind,
        "label": str(step.label),
        "undone": step.undone,
        "changes": [
            {
                "table": each.table,
                "row": each.row,
                "field": each.field,
                "before": None if each.table == _PRIVATE else each.before,
                "after": None if each.table == _PRIVATE else each.after,
            }
            for each in step.changes
        ],
    }


def _lines(step: HistoryStep) -> list[str]:
    who = f", {step.by}" if step.by else ""
    undone = " (taken back)" if step.undone else ""
    head = f"{step.at:%Y-%m-%d %H:%M} UTC{who}: {step.label}{undone}"
    return [head, *(f"  {_change(each)}" for each in step.changes)]


def _change(change: HistoryChange) -> str:
    if change.table == _PRIVATE:
        return "a contact changed"
    if change.field == "packet":
        return "compared with a packet"
    if not change.field:
        return f"{change.table} {'added' if change.before is None else 'removed'}"
    return f"{change.field}: {_value(change.before)} -> {_value(change.after)}"


def _value(value: Any) -> str:
    return "nothing" if value in (None, "", []) else json.dumps(value, ensure_ascii=False)
