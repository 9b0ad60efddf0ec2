"""Whose data a pin was found by, and what must be written wherever it is shown."""

_OSM = "© OpenStreetMap contributors, ODbL"
_WORDS = {
    "osm": _OSM,
    "nominatim": _OSM,
    "photon": _OSM,
    "pelias": f"{_OSM}; Pelias",
    "tiger": "Streets: U.S. Census Bureau, TIGER/Line",
    "census": "U.S. Census Bureau Geocoder",
    "geonames": "GeoNames, CC BY 4.0",
}


def attribution(source: str) -> str:
    """What to write for a Located.source or a business's geocode_source; often nothing."""
    return _WORDS.get(source.split(" ", maxsplit=1)[0].casefold(), "")
