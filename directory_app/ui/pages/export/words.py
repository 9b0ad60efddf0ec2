"""What the export page says of formats, uses and of who is left out."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from directory_app.model.listing import LeftOutReason
from directory_app.ui.plurals import count

translate = QCoreApplication.translate

#: The format that stays with the coalition's own people.
PRIVATE = "private"
#: For which use a format is as a rule; the person may choose another.
USUAL_CHANNEL = {"html": "web", "hsds": "share"}
_ICONS = {
    "csv": "file-csv",
    "xlsx": "file-xls",
    "geojson": "map-pin-area",
    "kml": "map-trifold",
    "vcard": "identification-card",
    "hsds": "share-network",
    "html": "globe-simple",
    PRIVATE: "file-lock",
}


def icon(name: str) -> str:
    """The picture of a format."""
    return _ICONS[name]


def title(name: str) -> str:
    """What a format is called."""
    return {
        "csv": translate("Export", "Plain table (CSV)"),
        "xlsx": translate("Export", "Excel workbook"),
        "geojson": translate("Export", "Map data (GeoJSON)"),
        "kml": translate("Export", "Google map (KML)"),
        "vcard": translate("Export", "Address cards (vCard)"),
        "hsds": translate("Export", "Services directory (HSDS)"),
        "html": translate("Export", "Web page"),
        PRIVATE: translate("Export", "Private table"),
    }[name]


def use(name: str) -> str:
    """Who opens such a file, on one line."""
    return {
        "csv": translate("Export", "Any spreadsheet, and mail merge"),
        "xlsx": translate("Export", "Excel, LibreOffice, Google Sheets"),
        "geojson": translate("Export", "Mapmakers, QGIS, OpenStreetMap"),
        "kml": translate("Export", "Google My Maps and Google Earth"),
        "vcard": translate("Export", "Contacts of a phone or mail"),
        "hsds": translate("Export", "211 and other service directories"),
        "html": translate("Export", "One file for a website or a mail"),
        PRIVATE: translate("Export", "All that staff need; never handed on"),
    }[name]


def channel(name: str) -> str:
    """A use, as the choice calls it."""
    return {
        "print": translate("Export", "Print"),
        "web": translate("Export", "Web"),
        "share": translate("Export", "Share"),
    }[name]


def channel_told(name: str) -> str:
    """To what the owner must have said yes."""
    return {
        "print": translate("Export", "Only who said yes to printed paper."),
        "web": translate("Export", "Only who said yes to a public web page."),
        "share": translate("Export", "Only who said yes to other coalitions."),
    }[name]


def reasons(counted: Sequence[tuple[str, int]]) -> list[str]:
    """How many were left out for each reason, in words."""
    return [_reason(reason, number) for reason, number in counted]


def _reason(reason: str, number: int) -> str:
    pairs = {
        LeftOutReason.NOT_ASKED: (
            translate("Export", "{n} was not asked"),
            translate("Export", "{n} were not asked"),
        ),
        LeftOutReason.SAID_NO: (
            translate("Export", "{n} said no", "one"),
            translate("Export", "{n} said no"),
        ),
        LeftOutReason.WITHDRAWN: (
            translate("Export", "{n} withdrew", "one"),
            translate("Export", "{n} withdrew"),
        ),
        LeftOutReason.CONSENT_ENDED: (
            translate("Export", "{n} yes has ended"),
            translate("Export", "{n} yeses have ended"),
        ),
        LeftOutReason.CONSENT_INCOMPLETE: (
            translate("Export", "{n} lacks who asked, or when"),
            translate("Export", "{n} lack who asked, or when"),
        ),
        LeftOutReason.NOT_REVIEWED: (
            translate("Export", "{n} is being reviewed"),
            translate("Export", "{n} are being reviewed"),
        ),
        LeftOutReason.RESTORED: (
            translate("Export", "{n} waits for who refused since the backup"),
            translate("Export", "{n} wait for who refused since the backup"),
        ),
        LeftOutReason.ARCHIVED: (
            translate("Export", "{n} is archived"),
            translate("Export", "{n} are archived"),
        ),
        LeftOutReason.CLOSED_FOR_GOOD: (
            translate("Export", "{n} closed for good", "one"),
            translate("Export", "{n} closed for good"),
        ),
    }
    one, many = pairs[reason]
    return count(number, one, many)
