"""Public listings become files of other programs. Sees PublicListing only.

about = exporting.About(run=…, channel="web", made_on=…, use_by=exporting.use_by(listings, today))
data = exporting.render("geojson", listings, about)        # the same bytes every time
exporting.cannot_hold("geojson")                           # to be said before
"""

from collections.abc import Callable, Sequence

from directory_app.exporting.about import GOOD_FOR, About, use_by
from directory_app.exporting.facts import has_pin
from directory_app.exporting.formats import FORMATS, NAMES, Format, cannot_hold, known
from directory_app.model.listing import PublicListing

__all__ = ["CHANNELS", "FORMATS", "GOOD_FOR", "NAMES", "About", "Format", "cannot_hold", "has_pin",
           "known", "render", "use_by"]  # fmt: skip

#: The uses that an export may be for, each by its own consent.
CHANNELS = ("print", "web", "share")

_Writer = Callable[[Sequence[PublicListing], About], bytes]


def render(name: str, listings: Sequence[PublicListing], about: About) -> bytes:
    """The whole file of a format (one of NAMES), in memory. The same input, the same bytes.

    UserError where a text is too long for the format.
    """
    from directory_app.exporting.plain import tidied

    return _writer(name)([tidied(each) for each in listings], about)


def _writer(name: str) -> _Writer:
    """What writes a format; each is loaded when it is wanted."""
    if name in {"csv", "xlsx"}:
        from directory_app.exporting import spreadsheets

        return spreadsheets.as_csv if name == "csv" else spreadsheets.as_xlsx
    if name == "geojson":
        from directory_app.exporting.geojson import as_geojson as writer
    elif name == "kml":
        from directory_app.exporting.kml import as_kml as writer
    elif name == "vcard":
        from directory_app.exporting.vcard import as_vcards as writer
    elif name == "hsds":
        from directory_app.exporting.hsds import as_hsds as writer
    elif name == "html":
        from directory_app.exporting.webpage import as_page as writer
    else:
        raise ValueError(f"{name!r} is no format")
    return writer
