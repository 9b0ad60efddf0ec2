"""Whom to call or visit again. Changes nothing."""

import datetime as dt
from typing import Annotated, Any

import typer

from directory_app.cli.common import AsJson, Directory, answer, app, open_store
from directory_app.errors import UserError
from directory_app.store import BusinessRow, Filter


@app.command()
def verify(
    directory: Directory,
    *,
    due: Annotated[bool, typer.Option("--due", help="List whom nobody checked lately.")] = False,
    as_json: AsJson = False,
) -> None:
    """Tell whom to call or visit again, the longest unchecked first. Changes nothing."""
    if not due:
        raise UserError("Nothing is said without --due.", "Say --due to list whom to call.")
    with open_store(directory) as store:
        chosen = Filter(view="to_verify", sort="assured")
        rows = store.browser.rows(store.browser.row_ids(chosen))
        today = store.today()
    rows.sort(key=lambda row: (str(row.assured_date or ""), row.name))
    lines = [f"{row.code} {row.name}, {row.city}: {_why(row, today)}" for row in rows]
    records = [_record(row, today) for row in rows]
    answer(as_json, records, *(lines or ["Everybody was checked lately."]))


def _record(row: BusinessRow, today: dt.date) -> dict[str, Any]:
    return {
        "code": row.code,
        "name": row.name,
        "city": row.city,
        "assured_date": str(row.assured_date) if row.assured_date else None,
        "why": _why(row, today),
    }


def _why(row: BusinessRow, today: dt.date) -> str:
    if not row.assured_date:
        return "never checked"
    days = (today - dt.date.fromisoformat(str(row.assured_date))).days
    return f"last checked {row.assured_date}, {days} days ago"
