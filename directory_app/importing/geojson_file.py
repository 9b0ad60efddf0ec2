"""GeoJSON: our own, OpenStreetMap's, or of any map (RFC 7946)."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

from directory_app.errors import UserError
from directory_app.importing import osm_tags
from directory_app.importing.records import Records, filled

#: A building is smaller than this, in degrees; the middle of anything larger is no door.
_BUILDING = 0.003


def read(path: Path) -> Records:
    """A business a feature. Numbers keep their digits, which say how fine a pin is."""
    try:
        # a number with a point stays as written
        content = json.loads(
            path.read_bytes().decode("utf-8-sig"), parse_float=str, parse_constant=_refuse
        )
    except (ValueError, RecursionError) as error:
        raise _unreadable(path) from error
    records = Records()
    for feature in _features(path, content):
        _add(feature, records)
    return records


def _refuse(_: str) -> NoReturn:
    raise ValueError("not a number")


def _unreadable(path: Path) -> UserError:
    return UserError(
        f"{path.name} is not GeoJSON that can be read.", "Ask for a GeoJSON file or a CSV file."
    )


def _features(path: Path, content: Any) -> list[dict[str, Any]]:
    kind = content.get("type") if isinstance(content, dict) else None
    features = [content] if kind == "Feature" else None
    if kind == "FeatureCollection":
        features = content.get("features")
    if not isinstance(features, list):
        raise _unreadable(path)
    return [each for each in features if isinstance(each, dict)]


def _add(feature: dict[str, Any], records: Records) -> None:
    given = feature.get("properties")
    properties = {str(k): _text(v) for k, v in given.items()} if isinstance(given, dict) else {}
    mark = properties.get("@id") or str(feature.get("id") or "")
    if osm_tags.is_tagged(properties):
        record = osm_tags.record(properties)
        if osm_tags.left_out(properties):
            records.note("file_left_out")
        if mark.startswith(("node/", "way/", "relation/")):
            records.note("osm_data")
            record = filled([*record.items(), ("Notes", f"OpenStreetMap {mark}")])
    else:
        record = filled(properties.items())
    longitude, latitude = _point(feature.get("geometry"))
    records.found.append(
        filled([*record.items(), ("Latitude", latitude), ("Longitude", longitude)])
        if "Latitude" not in record
        else record
    )


def _text(value: Any) -> str:
    """What a property says; yes and no as words, a list behind semicolons."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "; ".join(filter(None, map(_text, value)))
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    return str(value)


def _point(geometry: Any) -> tuple[str, str]:
    """Longitude and latitude; the middle of a building; empty for a line or a region."""
    if not isinstance(geometry, dict):
        return "", ""
    coordinates = geometry.get("coordinates")
    if geometry.get("type") == "Point":
        pair = next(_positions(coordinates), None)
        return pair or ("", "")
    if geometry.get("type") not in {"Polygon", "MultiPolygon"}:
        return "", ""
    return _middle(list(_positions(coordinates)))


def _middle(pairs: list[tuple[str, str]]) -> tuple[str, str]:
    try:
        corners = [(float(x), float(y)) for x, y in pairs]
    except ValueError:
        return "", ""
    if not corners:
        return "", ""
    sides = [(min(side), max(side)) for side in zip(*corners, strict=True)]
    if any(high - low > _BUILDING for low, high in sides):
        return "", ""
    x, y = (f"{(low + high) / 2:.6f}" for low, high in sides)
    return x, y


def _positions(value: Any) -> Iterator[tuple[str, str]]:
    """Each position in nested lists."""
    if not isinstance(value, list):
        return
    if len(value) > 1 and all(isinstance(each, str | int) for each in value):
        yield str(value[0]), str(value[1])
        return
    for each in value:
        yield from _positions(each)
