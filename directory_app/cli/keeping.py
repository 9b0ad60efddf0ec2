"""Backups, and whether a directory is whole."""

from pathlib import Path
from typing import Annotated

import typer

from directory_app.cli.common import AsJson, Directory, answer, app, open_store, progress


@app.command()
def backup(
    directory: Directory,
    to: Annotated[
        Path | None, typer.Argument(metavar="[TO]", help="A file or a folder.", show_default=False)
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Make a verified copy in one file, in the directory's own backups unless TO is given."""
    with open_store(directory) as store:
        path = store.backup(to, progress())
    answer(as_json, {"path": str(path)}, f"Backed up to {path}.")


@app.command()
def check(directory: Directory, as_json: AsJson = False) -> None:
    """Look whether the directory is whole. Changes nothing; exit status 2 if it is not."""
    with open_store(directory) as store:
        problems = store.check(progress())
    answer(as_json, {"ok": not problems, "problems": problems}, *(problems or ["All is well."]))
    if problems:
        raise typer.Exit(2)
