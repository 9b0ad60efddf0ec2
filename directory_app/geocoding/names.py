"""Names of states and ZIP codes as keys: what people write, brought to one spelling."""

import re

from directory_app.model.text import fold
from directory_app.model.towns import LONGEST_NAME

_STATES = {
    "AL": "alabama",
    "AK": "alaska",
    "AZ": "arizona ariz",
    "AR": "arkansas",
    "CA": "california calif",
    "CO": "colorado colo",
    "CT": "connecticut",
    "DE": "delaware",
    "DC": "district_of_columbia distrito_de_columbia d_c",
    "FL": "florida",
    "GA": "georgia",
    "HI": "hawaii hawai",
    "ID": "idaho",
    "IL": "illinois",
    "IN": "indiana",
    "IA": "iowa",
    "KS": "kansas",
    "KY": "kentucky",
    "LA": "louisiana luisiana",
    "ME": "maine",
    "MD": "maryland",
    "MA": "massachusetts",
    "MI": "michigan",
    "MN": "minnesota",
    "MS": "mississippi misisipi",
    "MO": "missouri misuri",
    "MT": "montana",
    "NE": "nebraska",
    "NV": "nevada",
    "NH": "new_hampshire nuevo_hampshire",
    "NJ": "new_jersey nueva_jersey",
    "NM": "new_mexico nuevo_mexico n_m n_mex new_mex nmex",
    "NY": "new_york nueva_york",
    "NC": "north_carolina carolina_del_norte",
    "ND": "north_dakota dakota_del_norte",
    "OH": "ohio",
    "OK": "oklahoma",
    "OR": "oregon",
    "PA": "pennsylvania pensilvania",
    "RI": "rhode_island",
    "SC": "south_carolina carolina_del_sur",
    "SD": "south_dakota dakota_del_sur",
    "TN": "tennessee",
    "TX": "texas tejas tex",
    "UT": "utah",
    "VT": "vermont",
    "VA": "virginia",
    "WA": "washington",
    "WV": "west_virginia virginia_occidental",
    "WI": "wisconsin",
    "WY": "wyoming",
    "AS": "american_samoa",
    "GU": "guam",
    "MP": "northern_mariana_islands",
    "PR": "puerto_rico",
    "VI": "us_virgin_islands virgin_islands",
}
_CODE_OF = {
    name.replace("_", " "): code
    for code, names in _STATES.items()
    for name in [code.lower(), *names.split()]
}
#: Longest first, so that "west virginia" is not read as "virginia".
STATE_NAMES = sorted(_CODE_OF, key=len, reverse=True)


def state_code(text: str) -> str | None:
    """The two-letter code of a US state or territory, from a code or an English or Spanish name."""
    return _CODE_OF.get(fold(text[:LONGEST_NAME]))


def zip_key(text: str) -> int | None:
    """The five digits of a US ZIP code (``87501``, ``87501-1826``, ``501``), else None."""
    found = re.fullmatch(r"\s*(\d{3,5})(?:-?\d{4})?\s*", text[:20])
    return int(found.group(1)) if found else None
