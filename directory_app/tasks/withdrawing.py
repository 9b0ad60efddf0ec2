"""Withdrawing a business: its recall list is saved first, then it is forgotten."""

import csv
import datetime as dt
import io
from collections.abc import Sequence
from pathlib import Path

from directory_app.errors import UserError
from directory_app.guides.recall import render_recall
from directory_app.guides.recall_run import gone_words, render_run_recall
from directory_app.model.listing import LeftOutReason
from directory_app.model.mentions import Settled, UnsettledError
from directory_app.model.recall import (
    DELETED,
    PRIVATE_LAYOUTS,
    OnRun,
    RecallList,
    RecallRun,
    RunEntry,
    RunRecall,
    Withdrawn,
)
from directory_app.model.terms import RunState
from directory_app.store import Store
from directory_app.store.synced import Elsewhere
from directory_app.tasks import leaving, readback

HEADINGS = (
    *("run", "printed", "event", "event_date", "copies", "layout", "entry", "number", "use_by"),
)


def withdraw(
    store: Store,
    code: str,
    recall_file: Path | None = None,
    language: str = "en",
    settled: Settled | None = None,
) -> Withdrawn:
    """Save the recall list (.csv or .pdf), then forget the business.

    UserError, and nothing is forgotten, where paper names it and no file is given, or where the
    file cannot be written; UnsettledError where texts may name it and ``settled`` leaves it open.
    """
    said = settled or Settled()
    recall = store.consents.recall_list(code)
    if recall.runs and recall_file is None:
        many = (
            "1 print run names" if len(recall.runs) == 1 else f"{len(recall.runs)} print runs name"
        )
        raise UserError(
            f"{many} “{recall.name}”.",
            "Say where to save the list of them (--recall FILE.csv or FILE.pdf), to call it back.",
        )
    if said.rest is None:
        likely = store.consents.mentions(code).likely
        if open_ones := tuple(one for one in likely if said.says(one) is None):
            raise UnsettledError(open_ones)
    if recall_file is not None:
        save_recall(store, recall, recall_file, language)
    return forget(store, code, said, recall.runs)


def forget(store: Store, one: str, settled: Settled, listed: Sequence[RecallRun]) -> Withdrawn:
    """Forget a business for good; ``listed``: the print runs that a person was told of.

    UserError where another one names it by now: somebody may have printed from another window.
    """
    if tuple(store.consents.recall_list(one).runs) != tuple(listed):
        raise UserError(
            "Something was printed meanwhile that names it too.",
            "Open this again, and save the list.",
        )
    return store.consents.withdraw(one, settled)


def save_recall(
    store: Store, recall: RecallList, file: Path, language: str = "en"
) -> Elsewhere | None:
    """Write a recall list as .csv or .pdf; a file that was there is replaced whole.

    It is private (0600), and refused in a folder that something copies to other machines.
    """
    if _is_pdf(file):
        return leaving.hand_over("recall", file, recall_pdf(store, recall, language))
    return _hand_over(store, file, as_csv(recall).encode("utf-8-sig"))


def run_recall(store: Store, number: int) -> RunRecall:
    """A print run, who is on it as printed, and who may not be handed out any more.

    UserError where there is no such run.
    """
    found = store.runs.all(with_failed=True)
    run = next((one for one in found if one.number == number), None)
    if run is None:
        raise UserError(
            f"There is no print run {number}.", "Its number stands at the foot of each page."
        )
    entries = store.runs.entries(number)
    codes = [one.code for one in entries if one.code]
    channel = run_channel(run.layout, entries)
    gone = {}
    if run.layout not in PRIVATE_LAYOUTS:
        today = store.today()
        gone = {one.code: one.reason for one in store.listings.fallen_away(channel, today, codes)}
    listed = tuple(_on_run(one, gone) for one in entries)
    return RunRecall(
        *(number, run.event_name, run.made_at, run.use_by, run.copies, run.layout, listed),
        pending=run.state == RunState.PENDING,
    )


def run_channel(layout: str, entries: list[RunEntry]) -> str:
    """The yes that a run needs: an export says of each which it was made for."""
    said = (str(one.printed["channel"]) for one in entries if "channel" in one.printed)
    return next(said, "map" if layout == "map" else "print")


def _on_run(one: RunEntry, gone: dict[str, str]) -> OnRun:
    number = one.printed.get("number", one.position)
    why = gone.get(one.code, "")
    if not one.printed:
        why = LeftOutReason.WITHDRAWN
    elif not one.code:
        why = DELETED
    return OnRun(int(number), one.code, one.name, why)


def save_run_recall(store: Store, number: int, file: Path, language: str = "en") -> RunRecall:
    """Write the recall list of one print run as .csv or .pdf; what is in it."""
    recall = run_recall(store, number)
    if _is_pdf(file):
        now = dt.datetime.now(dt.UTC)
        data, _pages = render_run_recall(recall, made_at=now, language=language)
    else:
        data = run_as_csv(recall, language).encode("utf-8-sig")
    _hand_over(store, file, data)
    return recall


def _hand_over(store: Store, file: Path, data: bytes) -> Elsewhere | None:
    readback.guard_unnumbered(store, [("pdf" if _is_pdf(file) else "csv", data)], names_gone=True)
    return leaving.hand_over("recall", file, data)


def run_as_csv(recall: RunRecall, language: str = "en") -> str:
    """Number on paper, code, name as printed, and why they may not be handed out any more."""
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(("number", "code", "name", "since"))
    for one in recall.entries:
        why = gone_words(one.gone, language)
        table.writerow((one.number, one.code, _no_formula(one.name), why))
    return out.getvalue()


def _is_pdf(file: Path) -> bool:
    """Whether a list is wanted as PDF, and not as CSV; UserError for any other kind of file."""
    if file.suffix.lower() not in {".pdf", ".csv"}:
        raise UserError(
            f"“{file.name}” is neither .csv nor .pdf.", "Choose a name that ends in one of them."
        )
    return file.suffix.lower() == ".pdf"


def recall_pdf(store: Store, recall: RecallList, language: str = "en") -> bytes:
    """A recall list for a printer, in memory and read back: nothing is written."""
    now = dt.datetime.now(dt.UTC)
    data = render_recall(recall, on=store.today(), made_at=now, language=language)[0]
    readback.guard_unnumbered(store, [("pdf", data)], names_gone=True)
    return data


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
