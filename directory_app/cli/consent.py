"""Withdrawals, recall lists, and the words that are read aloud when an owner is asked."""

import dataclasses
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from directory_app.cli.common import AsJson, Directory, answer, app, open_store, progress
from directory_app.errors import UserError
from directory_app.model.mentions import Mention, Settled, UnsettledError
from directory_app.model.recall import RecallList, Withdrawn
from directory_app.store import Filter, Store

Code = Annotated[
    str | None,
    typer.Argument(metavar="[CODE]", help="The business, by its code.", show_default=False),
]
InSpanish = Annotated[bool, typer.Option("--spanish", help="Write the PDF in Spanish.")]


@app.command()
def withdraw(  # noqa: PLR0917 - typer names them for the person who types
    directory: Directory,
    code: Code = None,
    recall: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Where the recall list goes (.csv or .pdf).", show_default=False
        ),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask whether it is meant.")] = False,
    never_asked: Annotated[
        bool,
        typer.Option(
            "--never-asked",
            help="Instead, list whom nobody asked for six months. Changes nothing.",
        ),
    ] = False,
    redact_like: Annotated[
        bool,
        typer.Option("--redact-like", help="Also take out what is only like its name."),
    ] = False,
    keep_like: Annotated[
        bool, typer.Option("--keep-like", help="Leave what is only like its name.")
    ] = False,
    spanish: InSpanish = False,
    as_json: AsJson = False,
) -> None:
    """Forget a business for good, because its owner withdrew. Nothing brings it back.

    The list of print runs that name it is saved first; without any, no file is needed. What names
    it in the texts of others is taken out; what is only like its name is listed, and nothing is
    forgotten until you say --redact-like or --keep-like.
    """
    from directory_app.tasks import withdrawing

    if never_asked and code is None:
        _tell_never_asked(directory, as_json)
        return
    if code is None or never_asked:
        raise UserError(
            "Nobody is named to be forgotten.",
            "Give the code of a business, or --never-asked to list whom nobody asked.",
        )
    if redact_like and keep_like:
        raise UserError("Both of two opposites are asked for.", "Give only one of the two.")
    settled = Settled(rest=redact_like if redact_like or keep_like else None)
    with open_store(directory, write=True) as store:
        if not yes and sys.stdin.isatty():
            name = store.consents.recall_list(code).name
            typer.confirm(f"Forget “{name}” for good?", abort=True, err=True)
        try:
            language = "es" if spanish else "en"
            done = withdrawing.withdraw(store, code, recall, language, settled)
        except UnsettledError as error:
            for one in error.likely:
                typer.echo(_mention_line(one), err=True)
            raise
        gone = store.backups.delete_expired(progress())
    answer(as_json, _record(done, recall, len(gone)), *_told(done, recall))


def _tell_never_asked(directory: Path, as_json: bool) -> None:
    """Who is to be asked at last, or forgotten: nobody is kept for ever without being asked."""
    with open_store(directory) as store:
        rows = store.browser.rows(store.browser.row_ids(Filter(view="never_asked_6_months")))
    records = [{"code": row.code, "name": row.name, "city": row.city} for row in rows]
    lines = [f"{row.code} {row.name}, {row.city}".rstrip(", ") for row in rows]
    if lines:
        lines.append("Ask them, or forget each with: puertas withdraw DIR.puertas CODE")
    answer(as_json, records, *(lines or ["Nobody waits for six months without being asked."]))


@app.command()
def recall(  # noqa: PLR0917  # typer: an argument or an option each
    directory: Directory,
    code: Annotated[
        str | None,
        typer.Argument(metavar="[CODE]", help="The business, by its code.", show_default=False),
    ] = None,
    run: Annotated[
        int | None,
        typer.Option(metavar="N", help="Instead of a business, one print run.", show_default=False),
    ] = None,
    to: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write it as .csv or .pdf.", show_default=False),
    ] = None,
    spanish: InSpanish = False,
    as_json: AsJson = False,
) -> None:
    """List the print runs that name a business, or who is on one run. Changes nothing."""
    from directory_app.tasks import withdrawing

    language = "es" if spanish else "en"
    with open_store(directory) as store:
        if run is not None and code is None:
            _tell_run(store, run, to, language, as_json)
            return
        if code is None or run is not None:
            raise UserError(
                "A recall list is of one business or of one print run.",
                "Give the code of a business, or --run and the number of a run.",
            )
        found = store.consents.recall_list(code)
        if to is not None:
            withdrawing.save_recall(store, found, to, language)
    lines = [_run_line(found, place) for place in range(len(found.runs))]
    nothing = [f"No print run names {found.name}."]
    answer(as_json, _plain(found), *(lines or nothing))


def _tell_run(store: Store, number: int, to: Path | None, language: str, as_json: bool) -> None:
    from directory_app.guides.recall_run import gone_words
    from directory_app.tasks import withdrawing

    if to is not None:
        found = withdrawing.save_run_recall(store, number, to, language)
    else:
        found = withdrawing.run_recall(store, number)
    entries = [
        {"number": one.number, "code": one.code, "name": one.name, "gone": one.gone}
        for one in found.entries
    ]
    record = {
        "run": found.number,
        "event": found.event_name,
        "made_at": found.made_at.isoformat(),
        "copies": found.copies,
        "layout": found.layout,
        "entries": entries,
    }
    lines = [f"Run {found.number:04d}: {found.copies} copies, {len(entries)} businesses."]
    for one in found.entries:
        why = gone_words(one.gone, language)
        lines.append(f"{one.number:>4}  {one.code or '—'}  {one.name or '—'}  {why}".rstrip())
    answer(as_json, record, *lines)


@app.command()
def wording(
    directory: Directory,
    language: Annotated[str, typer.Option(help="Which language to show.")] = "en",
    set_file: Annotated[
        Path | None,
        typer.Option(
            "--set", metavar="FILE", help="Read these words from now on.", show_default=False
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show the words that are read aloud when an owner is asked, or put your own in their place."""
    from directory_app.tasks import wordings

    with open_store(directory, write=set_file is not None) as store:
        if set_file is not None:
            words = wordings.set_wording(store, set_file)
        else:
            words = wordings.wording(store, language)
        known = wordings.languages(store)
    record = {
        "language": words.language,
        "version": words.version,
        "date": words.date.isoformat(),
        "stamp": words.stamp,
        "languages": list(known),
        "parts": dict(words.parts),
    }
    answer(as_json, record, f"{words.stamp}, {words.date}", "", *words.parts.values())


def _told(done: Withdrawn, file: Path | None) -> list[str]:
    lines = [f"{done.recall.name} ({done.recall.code}) is forgotten."]
    if file is not None:
        lines.append(f"The recall list is in {file}: {done.recall.copies} copies to call back.")
    if done.expiring:
        last = max(one.delete_by for one in done.expiring)
        lines.append(f"{len(done.expiring)} backups from before are deleted by {last}.")
    places = sum(one.count for one in done.mentions.certain)
    if places:
        lines.append(f"In {places} texts of others its words were taken out; read them again.")
    if done.kept:
        lines.append(f"{done.kept} texts that are only like its name were left.")
    for twin in done.mentions.twins:
        shared = " and ".join(twin.shares)
        asked = (
            "what it agreed to does not count until you ask again. Forget it too, if they want out."
            if twin.same
            else "is it the same business?"
        )
        lines.append(f"{twin.code} {twin.name} has the same {shared}: {asked}")
    lines.append("Delete the lists it came from, saved PDFs, and backups that are elsewhere.")
    return lines


def _record(done: Withdrawn, file: Path | None, deleted: int) -> dict[str, Any]:
    return {
        **_plain(done.recall),
        "mentions": [_mention(one) for one in (*done.mentions.certain, *done.mentions.likely)],
        "kept": done.kept,
        "twins": [dataclasses.asdict(one) for one in done.mentions.twins],
        "recall_file": None if file is None else str(file),
        "expiring_backups": [
            {"name": one.name, "delete_by": one.delete_by.isoformat()} for one in done.expiring
        ],
        "deleted_backups": deleted,
    }


def _mention(one: Mention) -> dict[str, Any]:
    """What stood there is not told again: only where, and how often."""
    return {
        "kind": one.kind,
        "certain": one.certain,
        "places": [dataclasses.asdict(place) for place in one.places],
        "count": one.count,
    }


def _mention_line(one: Mention) -> str:
    place = one.places[0]
    whose = " ".join(filter(None, (place.code, place.name)))
    where = ", ".join(filter(None, (f"{place.table} {place.field}", whose)))
    more = f" (and {one.count - 1} more)" if one.count > 1 else ""
    return f"{where}{more}: {one.before}[{one.said}]{one.after}"


def _plain(recall: RecallList) -> dict[str, Any]:
    runs = [
        {
            name: value.isoformat() if hasattr(value, "isoformat") else value
            for name, value in dataclasses.asdict(run).items()
        }
        for run in recall.runs
    ]
    return {
        "code": recall.code,
        "name": recall.name,
        "copies": recall.copies,
        "runs": runs,
    }


def _run_line(recall: RecallList, place: int) -> str:
    run = recall.runs[place]
    event = ", ".join(filter(None, (run.event_name, str(run.event_date or ""))))
    where = f"entry {run.position}" if run.printed_number is None else f"no. {run.printed_number}"
    state = "; begun, not finished" if run.pending else ""
    return f"Run {run.number}: {event or run.layout}; {run.copies} copies; {where}{state}"
