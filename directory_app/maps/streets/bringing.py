"""From files as downloaded to a region, whole or not at all."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from directory_app.errors import UserError
from directory_app.maps.streets import files, osm, points, sources, tiger
from directory_app.maps.streets.recognising import Found, recognise
from directory_app.maps.streets.region import About, Region
from directory_app.maps.streets.writer import Writer
from directory_app.progress import Progress, silent


@dataclass(frozen=True, slots=True)
class Brought:
    """The region as it is now, and what in the files was left out, by reason.

    ``waits``: the region is made, and is used after the next start (only on Windows).
    """

    about: About
    left_out: dict[str, int] = field(default_factory=dict)
    waits: bool = False


def look(
    paths: Sequence[Path], columns: Mapping[str, str] | None = None, progress: Progress = silent
) -> list[Found]:
    """What the files are, before anything is brought in. UserError as ``recognise`` has them."""
    with files.workspace() as folder:
        return [each for path in paths for each in recognise(path, folder, columns, progress)]


def bring(
    paths: Sequence[Path],
    name: str = "",
    columns: Mapping[str, str] | None = None,
    attribution: str = "",
    progress: Progress = silent,
) -> Brought:
    """Make a region of the files, or add them to the region of that name.

    What an earlier file of the same layer gave is replaced; other layers stay, so that the
    files of a county may come one after the other. ``columns`` and ``attribution`` are for
    address points. UserError or Cancelled leave all as it was.
    """
    with files.workspace() as folder:
        found = _told_apart(
            each for path in paths for each in recognise(path, folder, columns, progress)
        )
        terms = _one_kind(found)
        name = files.region_name(name or found[0].region)
        old = _kept(name, terms.kind)
        left_out: Counter[str] = Counter()
        layers = {each.layer for each in found}
        more = old is not None and not layers.issuperset(old.layers)
        with files.making(name, keep=more) as path:
            _fill(path, found, _meta(name, terms, attribution, old), left_out, progress)
        return brought(name, dict(left_out))


def brought(name: str, left_out: dict[str, int]) -> Brought:
    """What was brought in last under that name."""
    path = files.newest(name)
    region = Region(path)
    region.close()
    return Brought(region.about, left_out, waits=path.name.endswith(files.READY))


def _told_apart(given: Iterable[Found]) -> list[Found]:
    """Two files of one name are two layers, or the second would take the place of the first."""
    found: list[Found] = []
    times: Counter[str] = Counter()
    for each in given:
        times[each.layer] += 1
        count = times[each.layer]
        found.append(each if count == 1 else replace(each, layer=f"{each.layer} #{count}"))
    return found


def _one_kind(found: list[Found]) -> sources.Terms:
    kinds = {each.terms for each in found}
    if len(kinds) > 1:
        raise UserError(
            "These files come from different sources.", "Add those of each source for themselves."
        )
    return kinds.pop()


def _kept(name: str, kind: str) -> About | None:
    """What the region of that name is now; None where there is none that can be read."""
    path = files.newest(name)
    if not path.exists():
        return None
    try:
        region = Region(path)
    except UserError:
        return None  # a damaged one is replaced
    region.close()
    if region.about.kind != kind:
        raise UserError(
            f"“{name}” is already there, from {region.about.source}.",
            "Choose another name with --name, or remove it first.",
        )
    return region.about


def _meta(name: str, terms: sources.Terms, attribution: str, old: About | None) -> dict[str, str]:
    attribution = " ".join(attribution.split())[:200] or terms.attribution
    return {
        "title": name,
        "kind": terms.kind,
        "source": terms.source,
        "licence": terms.licence,
        "attribution": attribution or (old and old.attribution) or f"Addresses: {name}",
        "made_at": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
    }


def _fill(
    path: Path,
    found: list[Found],
    meta: dict[str, str],
    left_out: Counter[str],
    progress: Progress,
) -> None:
    writer = Writer(path)
    try:
        for each in found:
            writer.begin(each.layer, each.path.name)
            left_out.update(_read(each, writer, progress))
        writer.drop_what_is_there_twice()
        writer.finish(meta, progress)
    finally:
        writer.close()
    if not any(writer.counts.values()):
        raise UserError(
            "There are no streets and no addresses in this file.",
            "Look whether it is the right one.",
        )


def _read(found: Found, writer: Writer, progress: Progress) -> Counter[str]:
    if found.terms is sources.OSM:
        return osm.read(found.path, writer, progress)
    if found.terms is sources.TIGER:
        return tiger.read(found.path, writer, progress)
    return points.read(found.path, found.columns, writer, progress)
