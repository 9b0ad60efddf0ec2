"""Withdrawing a business: its recall list is saved first, then it is forgotten."""

import csv
import datetime as dt
import io
from pathlib import Path

from directory_app.errors import UserError
from directory_app.model.recall import RecallList, Withdrawn
from directory_app.store import Store

HEADINGS = (
    *("run", "printed", "event", "event_date", "copies", "layout", "entry", "number", "use_by"),
)


def withdraw(
    store: Store, code: str, recall_file: Path | None = None, language: str = "en"
) -> Withdrawn:
    """Save the recall list (.csv or .pdf), then forget the business.

    UserError, and nothing is forgotten, where paper names it and no file is given, or where the
    file cannot be written.
    """
    recall = store.recall_list(code)
    if recall.runs and recall_file is None:
        many = (
            "1 print run names" if len(recall.runs) == 1 else f"{len(recall.runs)} print runs name"
        )
        raise UserError(
            f"{many} “{recall.name}”.",
            "Say where to save the list of them (--recall FILE.csv or FILE.pdf), to call it back.",
        )
    if recall_file is not None:
        save_recall(store, recall, recall_file, language)
    return store.withdraw(code)


def save_recall(store: Store, recall: RecallList, file: Path, language: str = "en") -> None:
    """Write a recall list as .csv or .pdf; a file that was there is replaced whole."""
    from directory_app.guides.recall import write_recall
    from directory_app.guides.writing import put

    if file.suffix.lower() == ".pdf":
        now = dt.datetime.now(dt.UTC)
        write_recall(recall, file, on=store.today(), made_at=now, language=language)
    elif file.suffix.lower() == ".csv":
        put(file, as_csv(recall).encode("utf-8-sig"), 0, store.today(), ())
    else:
        raise UserError(
            f"“{file.name}” is neither .csv nor .pdf.", "Choose a name that ends in one of them."
        )


def recall_pdf(store: Store, recall: RecallList, language: str = "en") -> bytes:
    """A recall list for a printer, in memory: nothing is written."""
    from directory_app.guides.recall import render_recall

    now = dt.datetime.now(dt.UTC)
    return render_recall(recall, on=store.today(), made_at=now, language=language)[0]


def as_csv(recall: RecallList) -> str:
    """The list as CSV: HEADINGS, then a line a run; dates as 2026-12-06."""
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(HEADINGS)
    for run in recall.runs:
        table.writerow(
            (
                run.number,
                run.made_at.date().isoformat(),
                _no_formula(run.event_name),
                _day(run.event_date),
                run.copies,
                run.layout,
                run.position,
                "" if run.printed_number is None else run.printed_number,
                _day(run.use_by),
            )
        )
    return out.getvalue()


def _day(day: dt.date | None) -> str:
    return "" if day is None else day.isoformat()


def _no_formula(text: str) -> str:
    """A spreadsheet must not take a name for a formula."""
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t"} else text
