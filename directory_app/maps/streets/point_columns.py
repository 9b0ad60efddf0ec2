"""Which column of a list of address points is what: by its heading, or a person's word."""

import re
from collections.abc import Iterable, Mapping, Sequence

from directory_app.errors import UserError
from directory_app.model.text import fold

#: What a column can be. A street may be in one column or in several, which are put together.
FIELDS = ("number", "street", "unit", "city", "postal_code", "longitude", "latitude")

#: Headings as OpenAddresses, NENA's standard for 911, New Mexico and other states spell them,
#: without signs: the better ones first.
_HEADINGS = {
    "number": "number addnumber addrnum addnum housenumber housenum houseno stnum streetnumber "
    "addressnumber hno addno addrno numero",
    "street": "street streetname fullname stfullname stfull roadname fullstname stname lstname "
    "stnam roadfull fullstreet strname calle",
    "unit": "unit subaddress unitnumber unitid aptnum apt suite",
    "city": "city postcomm postalcity postalcomm incmuni municipality msagcomm town community "
    "placename ciudad",
    "postal_code": "postcode zip zipcode postalcode zip5 zipcode5 codigopostal",
    "longitude": "lon longitude long lng xlong pointx x",
    "latitude": "lat latitude ylat pointy y",
}
#: A street in parts, in the order in which they are read out.
_STREET_PARTS = (
    "stpremod premod",
    "stpredir predir predirection prefixdir predirabrv",
    "stpretyp pretype prefixtype",
    "stpresep",
    "stname streetname strname name roadname lstname stnam",
    "stpostyp posttype sttype streettype suffixtype postyp type",
    "stposdir postdir sufdir suffixdir postdirection posdir",
    "stposmod postmod posmod",
)
_NUMBER_PARTS = ("addnumpre", "addnumsuf numsuffix addrsuffix numsuf")


class UnknownColumns(UserError):
    """Nobody can tell which column is what. ``headings`` are there, ``columns`` is the guess.

    ``has_points``: the file has positions without any column.
    """

    def __init__(
        self,
        headings: Sequence[str],
        columns: Mapping[str, tuple[str, ...]],
        missing: list[str],
        *,
        has_points: bool,
    ) -> None:
        super().__init__(
            f"No column is known for: {', '.join(missing)}. There are: {', '.join(headings)}.",
            f"Say which it is, as in --map-columns {missing[0]}=HEADING.",
        )
        self.headings = tuple(headings)
        self.columns = dict(columns)
        self.has_points = has_points


def guess(headings: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Field to the columns that make it, of the headings that there are."""
    plain = {_plain(heading): heading for heading in reversed(headings)}
    columns: dict[str, tuple[str, ...]] = {}
    for field, names in _HEADINGS.items():
        found = next((plain[name] for name in names.split() if name in plain), None)
        if found is not None:
            columns[field] = (found,)
    parts = [_first(plain, names) for names in _STREET_PARTS]
    if parts[4] and sum(map(bool, parts)) > 1 and not _whole_street(plain):
        columns["street"] = tuple(part for part in parts if part)
    if "number" in columns:
        before, after = (_first(plain, names) for names in _NUMBER_PARTS)
        columns["number"] = tuple(part for part in (before, columns["number"][0], after) if part)
    return columns


def choose(
    headings: Sequence[str], given: Mapping[str, str], *, has_points: bool
) -> dict[str, tuple[str, ...]]:
    """The guess with a person's corrections: ``{"street": "PREDIR+STNAME+STTYPE"}``.

    ``has_points``: a shapefile brings its own positions. UserError for what is not there.
    """
    columns = guess(headings)
    for field, text in given.items():
        if field not in FIELDS:
            raise UserError(f"“{field}” is no column of addresses.", f"Known: {', '.join(FIELDS)}.")
        columns[field] = tuple(_known(headings, part) for part in text.split("+") if part.strip())
    wanted = FIELDS[:2] if has_points else (*FIELDS[:2], *FIELDS[5:])
    missing = [field for field in wanted if not columns.get(field)]
    if missing:
        raise UnknownColumns(headings, columns, missing, has_points=has_points)
    if has_points:
        columns = {field: names for field, names in columns.items() if field in FIELDS[:5]}
    return columns


def parse(text: str) -> dict[str, str]:
    """``number=HNO,street=PREDIR+STNAME`` as a mapping. UserError where it is not of that form."""
    pairs = [part.partition("=") for part in text.split(",") if part.strip()]
    if not all(sign and heading.strip() for _, sign, heading in pairs):
        raise UserError(
            f"“{text}” does not say which column is what.",
            "Write it as number=HNO,street=PREDIR+STNAME.",
        )
    return {field.strip(): heading.strip() for field, _, heading in pairs}


def _known(headings: Iterable[str], name: str) -> str:
    for heading in headings:
        if _plain(heading) == _plain(name):
            return heading
    raise UserError(f"There is no column “{name.strip()}”.", f"There are: {', '.join(headings)}.")


def _whole_street(plain: Mapping[str, str]) -> bool:
    """Whether a column has the whole street, so that its parts are not needed."""
    whole = "street fullname stfullname stfull fullstname roadfull fullstreet"
    return any(name in plain for name in whole.split())


def _first(plain: Mapping[str, str], names: str) -> str:
    return next((plain[name] for name in names.split() if name in plain), "")


def _plain(heading: str) -> str:
    return re.sub(r"[^a-z0-9]", "", fold(heading))
