"""Street data: what there is, brought in, taken away. For the window and the verbs alike."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from directory_app.progress import Progress, silent
from directory_app.tasks.apart import STEPS, run_apart

if TYPE_CHECKING:
    from directory_app.maps import streets


def look_at_map_data(
    paths: Sequence[Path], columns: str = "", progress: Progress = silent
) -> "list[streets.Found]":
    """What the files are. UserError where they are none; UnknownColumns asks for columns."""
    from directory_app.maps import streets

    return streets.look(paths, streets.parse_columns(columns) if columns else {}, progress)


def add_map_data(
    paths: Sequence[Path],
    name: str = "",
    columns: str = "",
    attribution: str = "",
    progress: Progress = silent,
) -> "streets.Brought":
    """Bring files of street data in as one region, or into the region of that name.

    ``columns`` is a person's word on the columns of address points, as it is typed:
    ``number=HNO,street=PREDIR+STNAME``. UserError or Cancelled leave all as it was.
    """
    from directory_app.maps import streets

    chosen: Mapping[str, str] = streets.parse_columns(columns) if columns else {}
    return streets.bring(paths, name, chosen, attribution, progress)


def add_map_data_apart(
    paths: Sequence[Path],
    name: str = "",
    columns: str = "",
    attribution: str = "",
    progress: Progress = silent,
) -> "streets.Brought":
    """The same in a process of its own: for a window, which would stand still meanwhile."""
    from directory_app.maps import streets

    options = {"--name": name, "--map-columns": columns, "--attribution": attribution}
    verb = ["map-data", "add", "--json", STEPS]
    verb += [f"{option}={value}" for option, value in options.items() if value]
    try:
        told = run_apart([*verb, "--", *(str(path.absolute()) for path in paths)], progress)
    except BaseException:
        streets.clear_away()
        raise
    return streets.brought(told["name"], told["left_out"])


def map_data() -> tuple[list["streets.About"], list[str]]:
    """What regions there are, and a sentence for each that cannot be read."""
    from directory_app.maps import streets

    regions = streets.open_regions()
    told = [region.about for region in regions]
    for region in regions:
        region.close()
    return told, [str(trouble) for trouble in streets.troubles()]


def remove_map_data(name: str) -> None:
    """Delete a region. UserError where there is none of that name."""
    from directory_app.maps import streets

    streets.remove(name)


def region_record(about: "streets.About") -> dict[str, Any]:
    """A region as JSON tells of it."""
    return {
        "name": about.name,
        "kind": about.kind,
        "source": about.source,
        "licence": about.licence,
        "attribution": about.attribution,
        "made_at": about.made_at,
        "bounds": about.bounds,
        "counts": about.counts,
        "files": list(about.files),
        "bytes": about.size,
    }
