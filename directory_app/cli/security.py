"""Passphrase, recovery code, and the key itself. No secret is ever an argument."""

import getpass
import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Annotated, Any

import typer

from directory_app import environment
from directory_app.cli import codes
from directory_app.cli.common import (
    PASSPHRASE,
    AsJson,
    Directory,
    answer,
    app,
    open_store,
    progress,
    secret_of,
    tell,
    told_if_weak,
)
from directory_app.errors import UserError
from directory_app.store.folder import inspect

NEW = "PUERTAS_NEW_PASSPHRASE"
WithCode = Annotated[
    bool, typer.Option("--recovery-code", help="Make a recovery code too, and show it.")
]


@app.command()
def passphrase(directory: Directory, as_json: AsJson = False) -> None:
    """Change the passphrase. The new one is asked for, or taken from PUERTAS_NEW_PASSPHRASE."""
    secret = secret_of("The present passphrase, or the recovery code, is needed.")
    with open_store(directory, write=True, secret=secret) as store:
        store.keys.change_passphrase(secret, new_secret())
    answer(
        as_json,
        {"changed": "passphrase"},
        "Changed the passphrase. Backups from before open with the old one.",
    )


@app.command()
def recovery(directory: Directory, to: codes.To = None, as_json: AsJson = False) -> None:
    """Make a new recovery code: shown this once on a terminal, or written into a file by --to."""
    with codes.new_code(to) as code:
        secret = secret_of("The passphrase, or the recovery code until now, is needed.")
        with open_store(directory, write=True, secret=secret) as store:
            store.keys.set_recovery_code(secret, code)
    answer(as_json, codes.record(code, to), *codes.lines(code, to))


@app.command()
def keyring(
    directory: Directory,
    off: Annotated[bool, typer.Option("--off", help="Take it out again.")] = False,
    as_json: AsJson = False,
) -> None:
    """Let this system's keyring open it: whoever has your unlocked laptop has the list."""
    if off:
        with open_store(directory, write=True) as store:
            gone = store.keys.forget_keyring()
        if not gone:
            tell(
                'The keyring could not be asked: delete its entry "puertas" there yourself, '
                "for backups from before may open by it."
            )
        answer(as_json, {"keyring": False}, "The keyring opens it no more.")
        return
    secret = secret_of("The passphrase, or the recovery code, is needed.")
    with open_store(directory, write=True, secret=secret) as store:
        store.keys.use_keyring(secret)
    answer(
        as_json,
        {"keyring": True},
        "The keyring opens it from now on: whoever has your unlocked laptop has the list.",
    )


@app.command()
def rekey(
    directory: Directory,
    *,
    change: Annotated[
        bool, typer.Option("--new-passphrase", help="Ask for a new passphrase, too.")
    ] = False,
    recovery_code: WithCode = False,
    code_to: codes.CodeTo = None,
    drop_old_backups: Annotated[
        bool, typer.Option("--drop-old-backups", help="Delete what the old key opens.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Give it a new key: after a passphrase got about, or a copy of the folder."""
    from directory_app.store.rekey import rekey as give_new_key

    with _wanted(recovery_code, code_to) as code:
        secret = secret_of("The present passphrase, or the recovery code, is needed.")
        done = give_new_key(
            directory,
            secret,
            new_passphrase=new_secret() if change or environment.secret(NEW) else None,
            code=code,
            drop_old_backups=drop_old_backups,
            progress=progress(),
        )
    if done.recovery_lost:
        tell("The recovery code of before is void; make a new one with: puertas recovery.")
    if done.keyring_lost:
        tell("The system's keyring could not be reached and opens it no more.")
    told = codes.record(code, code_to), codes.lines(code, code_to)
    _answer_rekeyed(as_json, done, told, f"{directory} has a new key.")


@app.command()
def encrypt(
    directory: Directory,
    *,
    recovery_code: WithCode = False,
    code_to: codes.CodeTo = None,
    keep_plain_backups: Annotated[
        bool, typer.Option("--keep-plain-backups", help="Leave them; anybody can read them.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Encrypt a plain directory in place, and do away with its plain backups."""
    from directory_app.store.rekey import encrypt as encrypt_in_place

    if inspect(directory).encrypted:
        raise UserError("This directory is encrypted already.", "Change its passphrase, or rekey.")
    with _wanted(recovery_code, code_to) as code:
        done = encrypt_in_place(
            directory,
            new_secret(fallback=PASSPHRASE),
            code=code,
            keep_plain_backups=keep_plain_backups,
            progress=progress(),
        )
    tell("Copies elsewhere, on sticks and in old backups of this computer, are still plain.")
    told = codes.record(code, code_to), codes.lines(code, code_to)
    _answer_rekeyed(as_json, done, told, f"{directory} is encrypted.")


def new_secret(fallback: str = "") -> str:
    """A new passphrase from the environment or a prompt, with a word on how good it is."""
    given = environment.secret(NEW) or (environment.secret(fallback) if fallback else None)
    if not given:
        if not sys.stdin.isatty():
            raise UserError("A new passphrase is needed.", f"Set {NEW}.")
        given = getpass.getpass("New passphrase: ")
        if getpass.getpass("The same again: ") != given:
            raise UserError("The two passphrases differ.", "Try once more.")
    return told_if_weak(given)


def _wanted(recovery_code: bool, code_to: Path | None) -> AbstractContextManager[str | None]:
    """A fresh recovery code where one is asked for, also by the name of a file alone."""
    return codes.new_code(code_to) if recovery_code or code_to else nullcontext()


def _answer_rekeyed(
    as_json: bool, done: Any, code: tuple[dict[str, str | None], list[str]], sentence: str
) -> None:
    old = [str(path) for path in done.old_backups]
    record = {"backup": str(done.backup) if done.backup else None, "old_backups": old, **code[0]}
    lines = [sentence]
    if done.backup:
        lines.append(f"Backed up to {done.backup}.")
    else:
        tell(f"There is no backup of it yet: {done.trouble}")
    if old:
        lines.append("These backups still open as before:")
        lines += [f"  {Path(path).name}" for path in old]
    if code[1]:
        lines += ["", *code[1]]
    answer(as_json, record, *lines)
