"""Which businesses may be in the directory twice, and which a person says are two."""

from pathlib import Path
from typing import Annotated, Any

import typer

from directory_app.cli.common import AsJson, Directory, answer, app, open_store, progress
from directory_app.errors import UserError
from directory_app.tasks.duplicates import Duplicate, duplicates_of

_MOST = 1_000_000
_WORDS = {
    "phone": "same phone",
    "phone_alike": "phone alike",
    "address": "same address",
    "address_alike": "address alike",
    "name": "same name",
    "name_alike": "name alike",
    "place": "same place",
    "town": "same town",
}


@app.command()
def duplicates(
    directory: Directory,
    *,
    limit: Annotated[int, typer.Option(metavar="N", help="At most so many, the likeliest.")] = 50,
    apart: Annotated[
        tuple[str, str] | None,
        typer.Option(
            metavar="CODE CODE",
            show_default=False,
            help="Say that these two are not the same business: a no of one is none of the other.",
        ),
    ] = None,
    merge: Annotated[
        tuple[str, str] | None,
        typer.Option(
            metavar="CODE CODE",
            show_default=False,
            help="Make one of these two: what is likelier stays, of answers the stricter.",
        ),
    ] = None,
    take: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FACT=CODE",
            show_default=False,
            help="With --merge: whose fact stays, as address=KXQF, or note=both; may be repeated.",
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """List pairs that may be one business, the likeliest first, and why."""
    if apart is not None and merge is not None:
        raise UserError("Both of two opposites are asked for.", "Give only one of the two.")
    if take and merge is None:
        raise UserError("Nothing is taken without --merge.", "Say --merge CODE CODE as well.")
    if apart is not None:
        _keep_apart(directory, apart, as_json)
        return
    if merge is not None:
        _merge(directory, merge, take or [], as_json)
        return
    if not 0 <= limit <= _MOST:
        raise UserError(f"A limit of {limit} makes no sense.", f"Give 0 to {_MOST}.")
    with open_store(directory) as store:
        found = duplicates_of(store, limit, progress())
    lines = [_line(each) for each in found] or ["No two are alike."]
    answer(as_json, [_record(each) for each in found], *lines)


def _keep_apart(directory: Path, codes: tuple[str, str], as_json: bool) -> None:
    with open_store(directory, write=True) as store:
        one, other = (store.businesses.get(code).business for code in codes)
        if one.id == other.id:
            raise UserError("That is one business.", "Give the codes of two.")
        store.duplicates.keep_apart(one.id, other.id)
    told = f"{one.code} {one.name} and {other.code} {other.name} are two businesses from now on."
    answer(as_json, {"apart": [one.code, other.code]}, told)


def _merge(directory: Path, codes: tuple[str, str], take: list[str], as_json: bool) -> None:
    from directory_app.tasks import comparing

    with open_store(directory, write=True) as store:
        wanted = comparing.compare(store, *codes)
        for each in take:
            fact, _, code = each.partition("=")
            wanted.choose_by_code(fact.strip(), code.strip())
        kept, gone = (
            wanted.sides[place].dossier.business for place in (wanted.keep, wanted.dropped())
        )
        comparing.merge(store, wanted)
    record = {"kept": kept.code, "merged": gone.code, "took": wanted.took()}
    told = (f"{fact}: {whose}" for fact, whose in wanted.took().items())
    answer(as_json, record, f"Merged {gone.name} ({gone.code}) into {kept.code}.", *told)


def _record(pair: Duplicate) -> dict[str, Any]:
    return {
        "score": pair.score,
        "reasons": list(pair.reasons),
        "metres": pair.metres,
        "businesses": [
            {"code": row.code, "name": row.name, "city": row.city} for row in (pair.one, pair.other)
        ],
    }


def _line(pair: Duplicate) -> str:
    both = " and ".join(f"{row.code} {row.name}" for row in (pair.one, pair.other))
    apart = "" if pair.metres is None else f", {pair.metres} m apart"
    return f"{pair.score:3.0f}  {both}: {', '.join(_WORDS[code] for code in pair.reasons)}{apart}"
