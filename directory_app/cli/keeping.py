"""Backups, and whether a directory is whole; what to do where it is not."""

import datetime as dt
import os
from pathlib import Path
from typing import Annotated

import typer

from directory_app import environment
from directory_app.cli.common import (
    PASSPHRASE,
    AsJson,
    Directory,
    answer,
    app,
    open_store,
    passphrase_of,
    progress,
    secret_of,
    tell,
)
from directory_app.errors import UserError
from directory_app.store import Store
from directory_app.store.folder import Folder
from directory_app.store.never_again import Brought
from directory_app.store.salvage import salvage as save_from

#: Of each kind, so many names are told on a terminal; JSON has them all.
_NAMES = 12
Backup = Annotated[
    Path | None,
    typer.Argument(metavar="BACKUP", help="A .puertas-backup file.", show_default=False),
]
#: Said in the place of codes where nobody refused.
NOBODY = "none"


@app.command()
def backup(
    directory: Directory,
    to: Annotated[
        Path | None, typer.Argument(metavar="[TO]", help="A file or a folder.", show_default=False)
    ] = None,
    never_again: Annotated[
        str,
        typer.Option(
            "--never-again",
            metavar=f"FOLDER|{NOBODY}",
            help="Keep the file of refusals there too from now on, and make no backup.",
        ),
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Make a verified copy in one file, in the directory's own backups unless TO is given.

    Beside the copies lies a sealed file of who refused or withdrew (never again), renewed at
    each refusal: a restore on another laptop reads it. --never-again FOLDER, a stick for
    instance, keeps it there as well.
    """
    if never_again:
        _keep_never_again(directory, never_again, as_json)
        return
    with open_store(directory) as store:
        path = store.backups.write(to, progress())
        trouble = store.never_again_trouble
    if trouble is not None:
        tell(f"The file of refusals (never again) could not be written: {trouble}")
    answer(as_json, {"path": str(path)}, f"Backed up to {path}.")


def _keep_never_again(directory: Path, folder: str, as_json: bool) -> None:
    place = None if folder == NOBODY else Path(folder)
    with open_store(directory, write=True) as store:
        store.backups.keep_never_again(place)
    answer(
        as_json,
        {"never_again": str(place) if place else None},
        f"The file of refusals is kept in {place}, too."
        if place
        else "The file of refusals is kept with the directory's own backups alone.",
    )


@app.command()
def backups(directory: Directory, as_json: AsJson = False) -> None:
    """List the backups inside the directory, the newest first. Needs no passphrase."""
    from directory_app.store.backups import listed

    if not directory.is_dir():
        raise UserError(f"There is no directory at “{directory.name}”.", "Check the name.")
    facts = listed(Folder(directory))
    records = [
        {
            "path": str(fact.path),
            "kind": fact.kind,
            "made": fact.made.isoformat(),
            "bytes": fact.size,
            "encrypted": fact.encrypted,
        }
        for fact in facts
    ]
    lines = [
        f"{fact.made:%Y-%m-%d %H:%M} UTC  {fact.kind:<9}  {fact.size / 1e6:8.1f} MB  "
        f"{fact.path.name}{'' if fact.encrypted else '  (not encrypted)'}"
        for fact in facts
    ]
    answer(as_json, records, *(lines or ["There are no backups yet."]))


@app.command()
def check(
    directory: Directory,
    quick: Annotated[
        bool, typer.Option("--quick", help="Only whether every page is whole.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Look whether the directory is whole. Changes nothing; exit status 2 if it is not."""
    with open_store(directory) as store:
        problems = store.check(progress(), quick=quick)
    answer(as_json, {"ok": not problems, "problems": problems}, *(problems or ["All is well."]))
    if problems:
        raise typer.Exit(2)


@app.command()
def restore(  # noqa: PLR0917 - typer names them for the person who types
    directory: Directory,
    file: Backup = None,
    preview: Annotated[
        bool, typer.Option("--preview", help="Say what would differ, change nothing.")
    ] = False,
    refused_since: Annotated[
        str,
        typer.Option(
            "--refused-since",
            metavar=f"CODES|{NOBODY}",
            help="Who refused or withdrew since the day of the backup.",
        ),
    ] = "",
    never_again: Annotated[
        list[Path] | None,
        typer.Option(
            "--never-again",
            metavar="FILE",
            help="A file of refusals that lies elsewhere than beside the backup.",
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Bring back the state of a backup; the present state is kept as a backup.

    Where DIR does not exist, the backup becomes a new directory. Nobody knows then who refused
    or withdrew since the backup, so nothing goes out until PUERTAS_PERSON has said it:
    --refused-since, here or later without BACKUP. A backup from before a rekey or a change of
    the passphrase opens with the passphrase of then: PUERTAS_BACKUP_PASSPHRASE.
    """
    refused = _refused(refused_since)
    if file is None:
        if refused is None:
            raise UserError("Which backup?", "Name the file, or say --refused-since.")
        with open_store(directory, write=True) as store:
            _say_refused(store, refused, as_json)
        return
    if not directory.exists():
        files = never_again or []
        _restore_as_new(directory, file, refused, files, preview=preview, as_json=as_json)
        return
    secret = _secret_for(directory)
    of_backup = environment.secret("PUERTAS_BACKUP_PASSPHRASE")
    if preview:
        _preview(directory, file, secret, of_backup, as_json)
        return
    from directory_app.store.restore import restore_into

    done = restore_into(
        directory,
        file,
        secret,
        backup_secret=of_backup,
        never_again=never_again or (),
        progress=progress(),
    )
    record = {
        "kept": str(done.kept),
        "withdrawn": done.withdrawn,
        "refusals": done.refusals,
        "hidden": done.hidden,
        "print_runs": done.print_runs,
        "not_carried": done.not_carried,
        "refusals_unknown_since": done.unknown_since and done.unknown_since.isoformat(),
        "never_again": _brought_record(done.brought),
    }
    if done.unknown_since is None and refused:
        raise UserError(
            f"Restored {directory}. It knew who refused since, so nobody was recorded.",
            "Record a no with: puertas consent.",
        )
    answer(
        as_json,
        record,
        f"Restored {directory}. The state until now is kept: {done.kept.name}.",
        f"Purged again {done.withdrawn}, refusals kept {done.refusals}, print runs kept "
        f"{done.print_runs}.",
        *(_NOT_CARRIED if done.not_carried else ()),
        *(("It opens with the passphrase of the backup.",) if done.passphrase_of_backup else ()),
        *_brought(done.brought),
        *(_on_hold(done.unknown_since) if refused is None else ()),
    )
    if done.unknown_since is not None and refused is not None:
        opens_with = of_backup or secret if done.passphrase_of_backup else secret
        with Store.open(
            directory, passphrase=opens_with, write=True, person=os.environ.get("PUERTAS_PERSON")
        ) as store:
            store.consents.say_refused(refused)


_NOT_CARRIED = ("The directory was too damaged to tell who said no or withdrew since the backup.",)


def _brought_record(brought: Brought) -> dict[str, object]:
    return {
        "known_until": brought.day and brought.day.isoformat(),
        "refusals": brought.refusals,
        "trouble": list(brought.trouble),
    }


def _brought(brought: Brought) -> tuple[str, ...]:
    """What the files of refusals told, and which of them told nothing."""
    told = (f"Its file of refusals (never again) knows them up to {brought.day}: "
            f"{brought.refusals} were set.",)  # fmt: skip
    return (*(told if brought.day else ()), *brought.trouble)


def _on_hold(since: dt.date | None) -> tuple[str, ...]:
    if since is None:
        return ()
    return (
        f"Nothing goes out until somebody has said who refused or withdrew since {since}: puertas "
        f"restore DIR.puertas --refused-since CODES|{NOBODY}.",
    )


def _refused(text: str) -> tuple[str, ...] | None:
    """The codes of --refused-since, none for "none"; None where nothing is said."""
    codes = tuple(dict.fromkeys(each.strip() for each in text.split(",") if each.strip()))
    if not codes:
        return None
    return () if codes == (NOBODY,) else codes


def _say_refused(store: Store, refused: tuple[str, ...], as_json: bool) -> None:
    since = store.browser.refusals_unknown_since()
    number = store.consents.say_refused(refused)
    answer(
        as_json,
        {"since": since and since.isoformat(), "refused": number, "by": store.person},
        f"Recorded who refused since {since}: {number or 'nobody'}. It stands in the history.",
    )


@app.command()
def salvage(
    directory: Directory,
    new: Annotated[Path, typer.Argument(metavar="NEW.puertas", help="The new directory.")],
    as_json: AsJson = False,
) -> None:
    """Save what can be read of a damaged directory into a new one, and list what cannot."""
    found = save_from(directory, new, _secret_for(directory), progress=progress())
    record = {
        "path": str(found.path),
        "saved": found.saved,
        "businesses_lost": found.businesses,
        "lost": found.lost,
        "key_from": str(found.key_from) if found.key_from else None,
    }
    answer(
        as_json,
        record,
        f"Saved {found.saved.get('business', 0)} businesses to {new}.",
        *(found.sentences() or ["Everything could be read."]),
    )


def _restore_as_new(
    directory: Path,
    file: Path,
    refused: tuple[str, ...] | None,
    never_again: list[Path],
    *,
    preview: bool,
    as_json: bool,
) -> None:
    from directory_app.store.backups import is_encrypted
    from directory_app.store.restore import restore_as_new

    if preview:
        raise UserError(
            f"There is no directory at “{directory.name}” to compare the backup with.",
            "Without --preview it is restored there as a new one.",
        )
    secret = environment.secret("PUERTAS_BACKUP_PASSPHRASE")
    if secret is None and is_encrypted(file):
        secret = secret_of("This backup is encrypted.")
    done = restore_as_new(directory, file, secret, progress(), never_again)
    if refused is not None:
        with Store.open(
            directory, passphrase=secret, write=True, person=os.environ.get("PUERTAS_PERSON")
        ) as store:
            store.consents.say_refused(refused)
    answer(
        as_json,
        {
            "path": str(directory),
            "refusals_unknown_since": None if refused is not None else str(done.unknown_since),
            "never_again": _brought_record(done.brought),
        },
        f"Restored {file.name} as {directory}.",
        *_brought(done.brought),
        *(_on_hold(done.unknown_since) if refused is None else ()),
    )


def _preview(
    directory: Path, file: Path, secret: str | None, of_backup: str | None, as_json: bool
) -> None:
    from directory_app.store.restore import preview as look

    found = look(directory, file, secret, backup_secret=of_backup)
    record = {
        "problems": list(found.problems),
        "withdrawn": found.withdrawn,
        "refusals_unknown_since": found.unknown_since and found.unknown_since.isoformat(),
        "differences": [
            {
                "kind": each.kind,
                "only_here": list(each.only_here),
                "only_there": list(each.only_there),
                "changed": list(each.changed),
                "same": each.same,
            }
            for each in found.differences
        ],
    }
    lines = [*found.problems]
    for each in found.differences:
        for words, names in (
            ("only here, would go", each.only_here),
            ("only in the backup, would come back", each.only_there),
            ("differ, would be as in the backup", each.changed),
        ):
            if names:
                more = f" and {len(names) - _NAMES} more" if len(names) > _NAMES else ""
                listed = "; ".join(names[:_NAMES])
                lines.append(f"{each.kind}: {len(names)} {words}: {listed}{more}")
    if found.unknown_since is not None:
        lines += _on_hold(found.unknown_since)
    if found.withdrawn:
        lines.append(f"{found.withdrawn} that withdrew since then would not come back.")
    answer(as_json, record, *(lines or ["Nothing differs."]))


def _secret_for(directory: Path) -> str | None:
    """The passphrase, however damaged the directory is; None where it is surely plain."""
    try:
        return passphrase_of(directory)
    except UserError:
        given = environment.secret(PASSPHRASE)
        if given or not Folder(directory).keys.exists():
            return given
        return secret_of("This directory is encrypted.")
