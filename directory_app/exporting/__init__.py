"""Public listings become files of other programs. Sees PublicListing only.

about = exporting.About(run=…, channel="web", made_on=…, use_by=exporting.use_by(listings, today))
data = exporting.render("geojson", listings, about)        # the same bytes every time
exporting.cannot_hold("geojson")                           # to be said before
"""

import datetime as dt
from collections.abc import Sequence
from importlib import import_module

from directory_app.exporting.facts import entry, has_pin, tidied
from directory_app.exporting.formats import FORMATS, NAMES, Format, cannot_hold, known
from directory_app.formats.entry import About, Export, Heading
from directory_app.model.listing import PublicListing

__all__ = ["CHANNELS", "FORMATS", "GOOD_FOR", "NAMES", "About", "Format", "cannot_hold", "has_pin",
           "known", "render", "use_by"]  # fmt: skip

#: The uses that an export may be for, each by its own consent.
CHANNELS = ("print", "web", "share")
#: No list is good for longer, whatever its owners said (as of a guide after its event).
GOOD_FOR = dt.timedelta(days=60)


def use_by(listings: Sequence[PublicListing], made_on: dt.date) -> dt.date:
    """The earlier of 60 days from now and the first consent that ends."""
    ends = (listing.consent_until for listing in listings if listing.consent_until)
    return min((made_on + GOOD_FOR, *ends))


def render(name: str, listings: Sequence[PublicListing], about: About) -> bytes:
    """The whole file of a format (one of NAMES), in memory. The same input, the same bytes.

    UserError where a text is too long for the format.
    """
    from directory_app.exporting.columns import columns

    if name not in NAMES:
        raise ValueError(f"{name!r} is no format")
    those = [tidied(each) for each in listings]
    if name == "html":
        from directory_app.exporting.webpage import as_page

        return as_page(those, about)
    used = columns(about)
    export = Export(
        about,
        tuple(Heading(column.heading, column.width) for column in used),
        ([column.value(each, about) for column in used] for each in those),
        (entry(each, about) for each in those),
    )
    data: bytes = import_module(f"directory_app.formats.{name}").write(export)
    return data
