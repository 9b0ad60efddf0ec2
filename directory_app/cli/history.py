"""Who changed what: the steps of the directory, or of one business; and one step taken back."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from directory_app.cli.common import AsJson, Directory, answer, app, open_store
from directory_app.errors import UserError
from directory_app.store.history import HistoryChange, HistoryStep

if TYPE_CHECKING:
    from directory_app.store.reverting import Conflict

#: More is no list that anybody reads, and the database counts no further than 2**63.
_MOST = 1_000_000
_NO_STEP = 2**63
#: People's own names and numbers stay out of pipes, as in `list`: only that they changed is told.
_PRIVATE = "contact"


@app.command()
def history(
    directory: Directory,
    code: Annotated[
        str, typer.Argument(metavar="[CODE]", help="Of one business, with what changed.")
    ] = "",
    limit: Annotated[int, typer.Option(metavar="N", help="At most so many, the newest.")] = 50,
    undo: Annotated[
        int | None,
        typer.Option("--undo", metavar="STEP", help="Instead, take this step back, as a new one."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Tell who changed what and when, the newest first; or take one step back.

    Each step begins with its number, which --undo takes. Only what nobody changed since is taken
    back, and what stays is told with the reason; an owner's no stays always. Who was forgotten
    is not in it, and `puertas undo` takes the last step back whatever it was.
    """
    if undo is not None:
        _take_back(directory, undo, code, as_json)
        return
    if not 0 <= limit <= _MOST:
        raise UserError(f"A limit of {limit} makes no sense.", f"Give 0 to {_MOST}.")
    with open_store(directory) as store:
        owner = store.businesses.get(code).business.id if code else None
        steps = store.history.steps(owner, limit)
    lines = [line for step in steps for line in _lines(step)]
    answer(as_json, [_record(step) for step in steps], *(lines or ["Nothing has changed yet."]))


def _take_back(directory: Path, number: int, code: str, as_json: bool) -> None:
    if code:
        raise UserError("A step is taken back whole.", "Leave the code out.")
    if not 0 < number < _NO_STEP:
        raise UserError("This step is not in the history any more.", "Look at the list again.")
    with open_store(directory, write=True) as store:
        done = store.history.revert(number)
    stays = list(dict.fromkeys(_conflict(one) for one in done.conflicts))
    if not done.done:
        raise UserError(f"Nothing of this step could be taken back: {done.label}.", " ".join(stays))
    record = {
        "step": number,
        "label": str(done.label),
        "changes": done.done,
        "conflicts": [
            {"table": one.table, "row": one.row, "field": one.field, "why": one.why}
            for one in done.conflicts
        ],
    }
    many = "1 change" if done.done == 1 else f"{done.done} changes"
    answer(as_json, record, f"Took back: {done.label} ({many})", *(f"  {one}" for one in stays))


def _conflict(one: "Conflict") -> str:
    """Why something stays, in a sentence."""
    what = one.field or one.table
    return {
        "changed": f"{what} was changed since and stays.",
        "refused": f"{what}: the owner's no stays.",
        "printed": f"{what} was printed since and stays.",
        "gone": f"{what}: what it belonged to is gone.",
        "withdrew": f"{what} withdrew and does not come back.",
    }[one.why]


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
    head = f"#{step.action_id} {step.at:%Y-%m-%d %H:%M} UTC{who}: {step.label}{undone}"
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
