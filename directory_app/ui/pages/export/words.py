"""What the export page says of formats, uses and of who is left out."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from directory_app import exporting
from directory_app.model.listing import LeftOutReason
from directory_app.ui.parts.words import is_spanish
from directory_app.ui.plurals import count

translate = QCoreApplication.translate

#: The format that stays with the coalition's own people.
PRIVATE = "private"


def icon(name: str) -> str:
    """The picture of a format."""
    return "file-lock" if name == PRIVATE else exporting.known(name).icon


def title(name: str) -> str:
    """What a format is called."""
    if name == PRIVATE:
        return translate("Export", "Private table")
    known = exporting.known(name)
    return known.title_es if is_spanish() else known.title_en


def use(name: str) -> str:
    """Who opens such a file, on one line."""
    if name == PRIVATE:
        return translate("Export", "All that staff need; never handed on")
    known = exporting.known(name)
    return known.use_es if is_spanish() else known.use_en


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
        LeftOutReason.TWIN_REFUSED: (
            translate("Export", "{n} is like an entry that said no"),
            translate("Export", "{n} are like an entry that said no"),
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
